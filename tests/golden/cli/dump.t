=== a resolved question
--- schema shop
--- args
--dump=question input.koers
--- file model.koers
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders {
  entity order key order_id
  join customers on customer_id
  time ordered = order_date
  time shipped = ship_date
  measure n = count()
  measure done = count() where status = "done"
  measure late = count() on shipped
  measure freight : money(EUR) = sum(freight)
}
source lines from table order_lines {
  key order_id, line_no
  join orders on order_id
  time ordered = orders.order_date
  measure revenue : money(EUR) = sum(quantity * unit_price)
}
--- input
use "model.koers"
show revenue, freight / revenue as part : percent by customer, month for 2025-Q1 where region != "North"
  having revenue > 10 EUR sort by revenue descending top 5 per customer by revenue with total, others
  alarm when freight > 1 EUR "{customer}"
show n, done, late, avg(freight per customer), count(customer where n > 1) across segment sparse
show n where customer in (show customer having n > 1)
list order_id, region from orders where freight > 0
--- stdout
question
show revenue : money(EUR) = leaf 0
show part : percent = (leaf 1 / item 0)
by customer : integer
  in lines: orders->customers->customers.customer_id, printed as orders->customers->customers.name
  in orders: customers->customers.customer_id, printed as customers->customers.name
by month : month
  in lines: the time of the measure
  in orders: the time of the measure
leaf 0 : sum((lines.quantity * lines.unit_price)) from lines : decimal
  on ordered
  where (orders->customers->customers.region != "North")
leaf 1 : sum(orders.freight) from orders : decimal
  on ordered
  where (customers->customers.region != "North")
for 2025-01-01 .. 2025-03-31
having (item 0 > 10)
sort descending by item 0
top 5 per the first 1 by item 0
with total others
alarm when (leaf 1 > 1)

question
show n : count = leaf 0
show done : count = leaf 1
show late : count = leaf 2
show avg(freight per customer) : money(EUR) = leaf 4
show count(customer where n > 1) : count = leaf 6
across segment : text
  in orders: customers->customers.segment
leaf 0 : count() from orders : count
  on ordered
leaf 1 : count() from orders : count
  on ordered
  own where (orders.status = "done")
leaf 2 : count() from orders : count
  on shipped
leaf 3 : sum(orders.freight) from orders : decimal
  on ordered
leaf 4 : avg(leaf 3) : money(EUR)
  per key
  in orders: customers->customers.customer_id, printed as customers->customers.name
leaf 5 : count() from orders : count
  on ordered
leaf 6 : count() : count
  per every key
  in customers: customers.customer_id, printed as customers.name
  in orders: customers->customers.customer_id, printed as customers->customers.name
  where (leaf 5 > 1)
sparse

question
show n : count = leaf 0
leaf 0 : count() from orders : count
  on ordered
  where member(customers->customers.customer_id)

list from orders
by order_id : integer
  in orders: orders.order_id
by region : text
  in orders: customers->customers.region
  on ordered
  own where (orders.freight > 0)

=== a plan
--- schema shop
--- args
--dump=plan input.koers
--- input
open "store.db"
source orders from table orders { time ordered = order_date  dimension status  measure n = count()  measure freight = sum(freight) }
show n, freight / n as each by status, month for 2025 having n > 1 sort by n with total warn when n > 2
--- stdout
scan orders (order_date, freight, status)
  group on ordered
    by orders.status
    by month
    leaf 0: count()
    leaf 1: sum(orders.freight)
lines by status, month
  n = leaf 0
  each = (leaf 1 / item 0)
for 2025-01-01 .. 2025-12-31
having (item 0 > 1)
sort by item 0
with total
warn when (item 0 > 2)

=== what is sent to the store
--- schema shop
--- args
--dump=sql input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { join customers on customer_id  time ordered = order_date  measure n = count() }
source raw from sql "select status, freight from orders where freight > 1" { dimension status  measure freight = sum(freight) }
show n by region for 2025-Q1
show n
show freight by status
--- stdout
select koers_feed("customer_id", "region") from "customers"
select koers_feed("customer_id", "order_date") from "orders" where koers_keep("order_date")

select count(*) from "orders"

select status, freight from orders where freight > 1

=== explain prints the plan and the queries
--- schema shop
--- input
open "store.db"
source orders from table orders { time ordered = order_date  dimension status  measure n = count()  measure freight = sum(freight) }
explain show n, freight by status for 2025-Q1
--- stdout
n  4◔
  count()
  4 rows of orders, ordered 2025-Q1
  list order_id from orders for 2025-Q1
freight  20.25◔
  sum(freight)
  4 rows of orders, ordered 2025-Q1
  list order_id, freight as value from orders for 2025-Q1
all lines together; one line is opened with `where status = ...`

scan orders (order_date, freight, status)
  group on ordered
    by orders.status
    leaf 0: count()
    leaf 1: sum(orders.freight)
lines by status
  n = leaf 0
  freight = leaf 1
for 2025-01-01 .. 2025-03-31
sql
  select "order_date", "freight", "status" from "orders"  -- rows of other days are left out
2 lines, 3 columns

=== explain of a question that is wrong
--- schema shop
--- input
open "store.db"
source orders from table orders { measure n = count() }
explain show n by stauts
--- stderr
input.koers:3:19: error[E0301]: there is no dimension `stauts`
    3 | explain show n by stauts
      |                   ^~~~~~
--- exit
1
