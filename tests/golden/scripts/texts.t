=== values in titles, texts and alarms print as in a table
--- schema shop
--- args
run --today 2025-06-20 input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id  dimension region }
source orders from table orders { key order_id  join customers on customer_id  time ordered = order_date  measure freight : money(EUR) = sum(freight) }
report sample(share = 15%, year : period = this year, slice : dimension = region, n = 2025)
  "{$share} {5 EUR} {$year} by {$slice} {$n} {1000000} {1/3} {today} {1 = 1}"
{
  text "{$share} {$year}"
  show freight alarm when freight > 1 "{freight} {$share} {$year} {last 3 months}"
}
run sample()
run sample(year: 2024-Q1, slice: customer.region)
run sample(year: last 3 months, slice: month(ordered))
text "{2025-Q1 .. 2025-Q2} {2025-01-03 .. 2025-02-05} {2025-W03 .. 2025-W03}"
text 1 = 2
--- stdout
15.0% €5.00 2025 by region 2025 1000000 0.33 2025-06-20 yes

15.0% 2025

freight
───────
 €29.00
alarm: €29.00 15.0% 2025 2025-03 .. 2025-05

15.0% €5.00 2024-Q1 by customer.region 2025 1000000 0.33 2025-06-20 yes

15.0% 2024-Q1

freight
───────
 €29.00
alarm: €29.00 15.0% 2024-Q1 2025-03 .. 2025-05

15.0% €5.00 2025-03 .. 2025-05 by month(ordered) 2025 1000000 0.33 2025-06-20 yes

15.0% 2025-03 .. 2025-05

freight
───────
 €29.00
alarm: €29.00 15.0% 2025-03 .. 2025-05 2025-03 .. 2025-05

2025-H1 2025-01-03 .. 2025-02-05 2025-W03

no

=== a name in a text is no text
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure n = count()  dimension status }
text "a {n}"
text "{nosuch} {$absent}"
text "{status}"
report one(x : dimension = status) "{$x} of {status}" { show n by $x }
--- stderr
input.koers:3:10: error[E0406]: a value is wanted here that does not depend on data
    3 | text "a {n}"
      |          ^
input.koers:4:8: error[E0406]: a value is wanted here that does not depend on data
    4 | text "{nosuch} {$absent}"
      |        ^~~~~~
input.koers:4:17: error[E0301]: there is no variable or parameter `$absent`
    4 | text "{nosuch} {$absent}"
      |                 ^~~~~~~
input.koers:5:8: error[E0406]: a value is wanted here that does not depend on data
    5 | text "{status}"
      |        ^~~~~~
input.koers:6:46: error[E0406]: a value is wanted here that does not depend on data
    6 | report one(x : dimension = status) "{$x} of {status}" { show n by $x }
      |                                              ^~~~~~
--- exit
1

=== what the model says of a measure
--- schema shop
--- input
open "store.db"
source orders from table orders { measure n "All of them, <b>" = count() measure plain = count() }
report r(limit = 3) "{title(n)}" { text "{title(n)}; {title(plain)}; {title(orders.n)}; {$limit}" }
run r()
--- stdout
All of them, <b>

All of them, <b>; plain; All of them, <b>; 3

=== titles that there are not
--- schema shop
--- input
open "store.db"
source orders from table orders { measure n "All of them" = count() }
text "{title(m)}"
text "{title(n + 1)}"
text "{title()}"
--- stderr
input.koers:3:14: error[E0301]: there is no measure `m`
    3 | text "{title(m)}"
      |              ^
input.koers:4:8: error[E0406]: a value is wanted here that does not depend on data
    4 | text "{title(n + 1)}"
      |        ^~~~~~~~~~~~
input.koers:5:8: error[E0406]: a value is wanted here that does not depend on data
    5 | text "{title()}"
      |        ^~~~~~~
--- exit
1
