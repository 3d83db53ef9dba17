=== a label is given for a parameter that is compared with an entity
--- schema shop
--- input
open "store.db"
source reps from table reps {
  entity rep key rep_id label rep_name
}
source customers from table customers {
  entity customer key customer_id label name
}
source orders from table orders {
  entity  order key order_id
  join    reps      on rep_id
  join    customers on customer_id
  measure orders = count()
}
report sold(who = all, to_whom = all) "Sold" {
  show orders by rep, customer where rep = $who and customer = $to_whom
}
run sold(who: "Paul")
run sold(who: 2)
run sold("Olga", to_whom: "Birke")
--- stdout
Sold

rep   customer  orders
────  ────────  ──────
Paul  Adler          1
      Birke          1
      Cramer         1

Sold

rep   customer  orders
────  ────────  ──────
Paul  Adler          1
      Birke          1
      Cramer         1

Sold

rep   customer  orders
────  ────────  ──────
Olga  Birke          1

=== a label that nobody has, or several, is refused where it is given, before anything is done
--- schema shop
--- input
open "store.db"
source reps from sql "select rep_id, rep_name from reps union all select 7, 'Olga'" {
  entity rep key rep_id label rep_name
}
source orders from table orders {
  entity  order key order_id
  join    reps on rep_id
  measure orders = count()
}
report sold(who = all) "Sold" {
  show orders by rep where rep = $who
  show orders where rep = $who
}
show orders
run sold(who: "Pail")
run sold("Olga")
--- stderr
input.koers:15:15: error[E0704]: parameter `who`: no `rep` is "Pail"
   15 | run sold(who: "Pail")
      |               ^~~~~~
      = help: did you mean "Paul"?
input.koers:16:10: error[E0704]: parameter `who`: "Olga" is the label of 2 `rep`
   16 | run sold("Olga")
      |          ^~~~~~
      = help: take the key of one: 1, 7
--- exit
1

=== a value that does not fit is one error, at the value
--- schema shop
--- input
open "store.db"
source customers from table customers {
  entity    customer key customer_id label name
  dimension region
}
source products from table products {
  entity    product key product_id label product_name
  dimension category
}
source orders from table orders {
  entity  order key order_id
  join    customers on customer_id
  measure orders = count()
}
source lines from table order_lines {
  key     order_id, line_no
  join    orders   on order_id
  join    products on product_id
  measure pieces = sum(quantity)
}
report both(slice : dimension = region, beside : dimension = $slice, kind = all, least = 1) "Both by {$slice}" {
  show orders by $slice
  show orders by $beside with total
  show pieces by $slice where category = $kind and region = "North" having pieces > $least
  show pieces where category = $kind
}
report outer(slice : dimension = region) {
  text "Both"
  run both(slice: $slice)
}
run both(slice: product)
run both(beside: category, kind: 3)
run both(slice: customer, kind: "Home", least: 2)
run outer(slice: category)
--- stderr
input.koers:31:17: error[E0303]: parameter `slice`: `orders` has no `product`; it is kept per order
   31 | run both(slice: product)
      |                 ^~~~~~~
      = help: it belongs to `products`, and no join of `orders` leads there
input.koers:22:3: note: here in the report
   22 |   show orders by $slice
      |   ^~~~~~~~~~~~~~~~~~~~~
      = note: and in 1 more of its statements
input.koers:32:18: error[E0303]: parameter `beside`: `orders` has no `category`; it is kept per order
   32 | run both(beside: category, kind: 3)
      |                  ^~~~~~~~
      = help: it belongs to `products`, and no join of `orders` leads there
input.koers:23:3: note: here in the report
   23 |   show orders by $beside with total
      |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
input.koers:32:34: error[E0402]: parameter `kind`: `=` cannot take text and number
   32 | run both(beside: category, kind: 3)
      |                                  ^
input.koers:24:31: note: here in the report
   24 |   show pieces by $slice where category = $kind and region = "North" having pieces > $least
      |                               ^~~~~~~~~~~~~~~~
      = note: and in 1 more of its statements
input.koers:34:18: error[E0303]: parameter `slice`: `orders` has no `category`; it is kept per order
   34 | run outer(slice: category)
      |                  ^~~~~~~~
      = help: it belongs to `products`, and no join of `orders` leads there
input.koers:29:3: note: here in the report
   29 |   run both(slice: $slice)
      |   ^~~~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== a report that is wrong in itself says so where it is
--- schema shop
--- input
open "store.db"
source orders from table orders {
  entity    order key order_id
  dimension status
  measure   orders = count()
}
report broken(slice : dimension = status) { show orderz by $slice }
run broken(slice: order)
--- stderr
input.koers:7:50: error[E0301]: there is no measure `orderz`
    7 | report broken(slice : dimension = status) { show orderz by $slice }
      |                                                  ^~~~~~
      = help: did you mean `orders`?
--- exit
1
