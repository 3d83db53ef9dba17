=== comments stay, layout becomes canonical
--- args
fmt input.koers
--- input
-- a model
OPEN "crm.db"   -- the store


source   orders    from table orders{ -- rows
entity order key order_id
/* joins
   follow */
join customers on customer_id
    measure freight:money(EUR)=sum( freight ) -- in euros
dimension   status,rep=rep_id
}
-- before a question
SHOW freight,freight/orders as average by region,quarter for 2025 where region="North" and not (status="open" or status is empty) top 3 by freight with total,others -- the end
-- last
--- stdout
-- a model
open "crm.db"  -- the store

source orders from table orders {  -- rows
  entity order key order_id
  /* joins
   follow */
  join customers on customer_id
  measure freight : money(EUR) = sum(freight)  -- in euros
  dimension status, rep = rep_id
}
-- before a question
show freight, freight / orders as average
  by region, quarter
  for 2025
  where region = "North" and not (status = "open" or status is empty)
  top 3 by freight
  with total, others  -- the end
-- last

=== a script with a mistake is not formatted
--- args
fmt input.koers
--- input
show revenue
  by by
--- stderr
input.koers:2:6: error[E0202]: something is missing between `by` and `by`; wanted an expression
    2 |   by by
      |      ^~
--- exit
1

=== numbers, periods and texts keep their writing
--- args
fmt input.koers
--- input
let x=10k
let y = 1_200.50
let z=15%
show n for 2025-Q1..2025-Q3 where name = "it's \"so\"" or name = 'single'
--- stdout
let x = 10k
let y = 1_200.50
let z = 15%
show n for 2025-Q1 .. 2025-Q3 where name = "it's \"so\"" or name = 'single'

=== a report
--- args
fmt input.koers
--- input
report r(year:period=this year,slice:dimension=region) "In {$year}" { show revenue by $slice for $year
 text "done" }
run r(year:2024) to "out.csv","out.json"
run r() what   if price=price*1.1,cost = 2
show n what if  a=b,c=d[what if e=1]
solve  n=5 by a,b holding c  for 2026
cascade n  to 5M for 2026 by region where a="x" holding c,d what if e=2
--- stdout
report r(year : period = this year, slice : dimension = region) "In {$year}" {
  show revenue by $slice for $year
  text "done"
}
run r(year: 2024) to "out.csv", "out.json"
run r() what if price = price * 1.1, cost = 2
show n what if a = b, c = d[what if e = 1]
solve n = 5 by a, b holding c for 2026
cascade n to 5M for 2026 by region where a = "x" holding c, d what if e = 2

=== a file that is not there
--- args
fmt absent.koers
--- stderr
koers: error[E0701]: cannot read `absent.koers`: No such file or directory
--- exit
1

=== an empty file
--- args
fmt input.koers
--- input

=== canonical text is stable
--- args
fmt input.koers | diff input.koers - && echo stable
--- input
-- a model
open "crm.db"  -- the store

source orders from table orders {  -- rows
  entity order key order_id
  measure freight : money(EUR) = sum(freight)  -- in euros
}

/* a long
   comment */
show freight, freight / orders as average by region, quarter for 2025
--- stdout
stable
