=== a value where a condition is wanted
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n where status
show n where 1
show n having n
--- stderr
input.koers:3:14: error[E0404]: expected a condition, found text
    3 | show n where status
      |              ^~~~~~
input.koers:4:14: error[E0404]: expected a condition, found number
    4 | show n where 1
      |              ^
input.koers:5:15: error[E0404]: expected a condition, found count
    5 | show n having n
      |               ^
--- exit
1

=== branches of if that differ
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension wrong = if(freight > 5, "dear", 0) }
--- stderr
input.koers:2:48: error[E0402]: `if` cannot take text and number
    2 | source a from table orders { dimension wrong = if(freight > 5, "dear", 0) }
      |                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~
input.koers:2:64: note: this is text
    2 | source a from table orders { dimension wrong = if(freight > 5, "dear", 0) }
      |                                                                ^~~~~~
input.koers:2:72: note: this is number
    2 | source a from table orders { dimension wrong = if(freight > 5, "dear", 0) }
      |                                                                        ^
--- exit
1

=== first and last want an order
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure wrong = last(freight) }
--- stderr
input.koers:2:46: error[E0403]: `last` wants an order: `last(x by t)`
    2 | source a from table orders { measure wrong = last(freight) }
      |                                              ^~~~~~~~~~~~~
--- exit
1

=== a declared type that the value does not have
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure wrong : text = sum(freight) }
--- stderr
input.koers:2:38: error[E0401]: `wrong` is declared as text, but it is number
    2 | source a from table orders { measure wrong : text = sum(freight) }
      |                                      ^~~~~
--- exit
1

=== a currency that is none
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure wrong : money(EURO) = sum(freight) }
--- stderr
input.koers:2:52: error[E0401]: a currency is three letters: money(EUR)
    2 | source a from table orders { measure wrong : money(EURO) = sum(freight) }
      |                                                    ^~~~
--- exit
1

=== something that is no period
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { time ordered = order_date  dimension status  measure n = count() }
show n for status
show n for 5
show n for "2025"
--- stderr
input.koers:3:12: error[E0406]: a value is wanted here that does not depend on data
    3 | show n for status
      |            ^~~~~~
input.koers:4:12: error[E0405]: expected a period; a year has four digits, 1000 to 2999
    4 | show n for 5
      |            ^
input.koers:5:12: error[E0405]: expected a period, found text
    5 | show n for "2025"
      |            ^~~~~~
--- exit
1

=== a range whose ends are the wrong way round
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { time ordered = order_date  measure n = count() }
show n for 2025-06 .. 2025-01
--- stderr
input.koers:3:12: error[E0405]: this range ends before it begins
    3 | show n for 2025-06 .. 2025-01
      |            ^~~~~~~~~~~~~~~~~~
--- exit
1

=== a period that depends on data
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { time ordered = order_date  measure n = count() }
show n for year(ordered)
--- stderr
input.koers:3:17: error[E0406]: a value is wanted here that does not depend on data
    3 | show n for year(ordered)
      |                 ^~~~~~~
--- exit
1

=== an aggregate of a joined column
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  measure freight = sum(freight) }
source lines from table order_lines { key order_id, line_no  join orders on order_id  measure wrong = sum(orders.freight) }
--- stderr
input.koers:2:84: error[E0407]: this value is kept once per row of `orders`; here it would count once per row of `lines`
    2 | source orders from table orders { entity order key order_id  measure freight = sum(freight) }
      |                                                                                    ^~~~~~~
      = help: declare the measure in `orders`
--- exit
1

=== an aggregate of a joined column in a question
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  dimension cost = freight  measure freight = sum(freight) }
source lines from table order_lines { key order_id, line_no  join orders on order_id  measure n = count() }
show sum(orders.freight) from lines
--- stderr
input.koers:2:79: error[E0407]: this value is kept once per row of `orders`; here it would count once per row of `lines`
    2 | source orders from table orders { entity order key order_id  dimension cost = freight  measure freight = sum(freight) }
      |                                                                               ^~~~~~~
      = help: declare the measure in `orders`
--- exit
1

=== a joined value times an own one is fine
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source products from table products { entity product key product_id label product_name }
source lines from table order_lines { key order_id, line_no  join products on product_id  measure cost = sum(quantity * products.cost) }
