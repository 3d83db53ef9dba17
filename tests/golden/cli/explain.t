=== what names mean
--- schema examples/northwind/northwind.db
--- file model.koers
open "store.db"
source customers from table Customers where Country != "Germany" {
  entity    customer key CustomerID label CompanyName
  dimension country = Country
}
source orders "One row per order" from table Orders where Freight > 0 {
  entity    order key OrderID
  join      customers on CustomerID
  join      customers as payer on CustomerID
  time      ordered  = OrderDate
  time      shipped  = ShippedDate
  measure   orders  = count()
  measure   buyers  "Customers with an order" = count(distinct CustomerID)
  measure   freight : money(USD) = sum(Freight) on shipped
}
measure each : money(USD) = freight / orders
dimension nordic = payer.country in ("Denmark", "Finland")
let double(x) = 2 * x
report r(year : period = 1997) "Report" { show orders for $year }
--- input
use "model.koers"
explain freight
explain buyers
explain each
explain country
explain payer.country
explain nordic
explain customer
explain orders
explain shipped
explain double
explain r
--- stdout
measure freight
  money(USD), of source orders
  measure   freight : money(USD) = sum(Freight) on shipped
  added up over everything
  on shipped
  rows of orders are those where (orders.Freight > 0)
  used by measures each
  in model.koers:14

measure buyers: Customers with an order
  count, of source orders
  measure   buyers  "Customers with an order" = count(distinct CustomerID)
  counted anew from the rows on each level, never added up
  on ordered
  rows of orders are those where (orders.Freight > 0)
  in model.koers:13

measure each
  money(USD)
  measure each : money(USD) = freight / orders
  computed anew from its parts on each level, never added up
  in model.koers:16

dimension country
  text, of source customers
  country = Country
  from orders by customers
  from orders by payer
  used by dimensions nordic
  in model.koers:4

dimension country
  text, of source customers
  country = Country
  from orders by customers
  from orders by payer
  used by dimensions nordic
  in model.koers:4

dimension nordic
  dimension nordic = payer.country in ("Denmark", "Finland")
  in model.koers:17

dimension customer
  entity, of source customers
  from orders by customers
  from orders by payer
  in model.koers:3

source orders: One row per order
  measures
    orders   count
    buyers   count       Customers with an order
    freight  money(USD)
  dimensions
    order  entity
  time
    ordered (the default)
    shipped
  joins
    customers
    customers as payer
  rows of orders are those where (orders.Freight > 0)
  in model.koers:6
measure orders
  count, of source orders
  measure   orders  = count()
  added up over everything
  on ordered
  rows of orders are those where (orders.Freight > 0)
  used by measures each
  used by reports r
  in model.koers:12

time shipped
  of source orders
  time      shipped  = ShippedDate
  in model.koers:11

function double
  let double(x) = 2 * x
  in model.koers:18

report r: Report
  report r(year : period = 1997) "Report" { show orders for $year }
  in model.koers:19

=== a name that means nothing
--- input
explain revenue
--- stderr
input.koers:1:9: error[E0301]: the model has no `revenue`
    1 | explain revenue
      |         ^~~~~~~
--- exit
1

=== what is said of a definition, and who mentions it
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source o from table orders {
  key order_id
  dimension status
  time ordered = order_date
  -- Freight as invoiced, without tax.
  --
  -- Credit notes are not in it.
  measure freight : money(EUR) = sum(freight)
  measure n = count() /* all orders, also those that were sent back */
  measure odd = sum(order_id) where status = "done"
}
-- A mean over orders, not over days.
measure each : money(EUR) = freight / n
dimension is_done = status = "done"
let twice(x) = 2 * x  -- for tests
-- For the shipping desk.
report desk(slice : dimension = status) "Shipping" level operational rhythm daily {
  show each, n where is_done
}
report all_desks { run desk() }
explain freight
explain n
explain status
explain is_done
explain each
explain twice
explain desk
--- stdout
measure freight
  money(EUR), of source o
  measure freight : money(EUR) = sum(freight)
  added up over everything
  on ordered
  Freight as invoiced, without tax.

  Credit notes are not in it.
  used by measures each
  in input.koers:9

measure n
  count, of source o
  measure n = count()
  added up over everything
  on ordered
  all orders, also those that were sent back
  used by measures each
  used by reports desk
  in input.koers:10

dimension status
  text, of source o
  status
  used by dimensions is_done
  used by reports desk
  in input.koers:4

dimension is_done
  dimension is_done = status = "done"
  used by reports desk
  in input.koers:15

measure each
  money(EUR)
  measure each : money(EUR) = freight / n
  computed anew from its parts on each level, never added up
  A mean over orders, not over days.
  used by reports desk
  in input.koers:14

function twice
  let twice(x) = 2 * x
  for tests
  in input.koers:16

report desk: Shipping
  report desk(slice : dimension = status) "Shipping" level operational rhythm daily {
    show each, n where is_done
  }
  For the shipping desk.
  used by reports all_desks
  in input.koers:18
