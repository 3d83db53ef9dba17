=== top and bottom: the lines of both ends, the rest is others
--- schema shop
--- args
--format csv run input.koers
--- input
open "store.db"
source orders from table orders {
  entity order key order_id
  dimension status
  measure freight = sum(freight)
  measure mean = avg(freight)
  measure first_day = min(order_date)
}
-- freight of the orders 1 to 6: 4.90, 12, 0, 3.35, 7.75, 1. others: 16 / 3; total: 29 / 6
show freight, mean by order top 1 bottom 2 by freight with others, total
-- of one line there is one
show freight by order top 1 per status by freight bottom 1 per status
-- by two columns, in the order of the first: the most freight, the earliest
show freight by order top 1 by freight bottom 1 by first_day
-- as sorted
show freight by order sort by order descending top 2 bottom 1 with others
-- what both take is there once: nothing is hidden
show freight by order top 4 bottom 3 with others, total
list order, freight from orders sort by freight top 1 bottom 1
--- stdout
level,order,freight,mean
line,2,12,12
line,6,1,1
line,3,0,0
others,,16,5.33333333333333333333
total,,29,4.83333333333333333333

status,order,freight
done,2,12
done,6,1
open,3,0

order,freight
2,12
1,4.9

level,order,freight
line,6,1
line,5,7.75
line,1,4.9
others,,15.35

level,order,freight
line,2,12
line,5,7.75
line,1,4.9
line,4,3.35
line,6,1
line,3,0
total,,29

order,freight
3,0
2,12
--- exit
0

=== top and bottom: ties at both ends are counted
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name }
source orders from table orders {
  key order_id
  join customers on customer_id
  measure orders = count()
}
-- Adler and Birke have 2, Cramer and nobody 1
show orders by customer top 1 bottom 1 with others
--- stdout
customer    orders
──────────  ──────
Adler            2
Cramer           1
others (2)       3
2 more tie with the last ones shown
--- exit
0

=== top and bottom of different parts
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders {
  entity order key order_id
  dimension status
  measure freight = sum(freight)
}
show freight by order top 1 per status by freight bottom 1
show freight by order top 1 bottom 1 by status
--- stderr
input.koers:7:51: error[E0627]: `top` and `bottom` take lines of the same parts
    7 | show freight by order top 1 per status by freight bottom 1
      |                                                   ^~~~~~~~
      = help: write the same `per` behind both, or behind none
input.koers:8:41: error[E0604]: the `by` of `bottom` wants a measure, and `status` is a dimension
    8 | show freight by order top 1 bottom 1 by status
      |                                         ^~~~~~
      = help: write `by status` before `bottom`
--- exit
1
