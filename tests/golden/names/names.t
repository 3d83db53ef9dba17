=== an unknown measure
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
show frieght
--- stderr
input.koers:3:6: error[E0301]: there is no measure `frieght`
    3 | show frieght
      |      ^~~~~~~
      = help: did you mean `freight`?
--- exit
1

=== an unknown name with nothing near it
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
show freight by weather
--- stderr
input.koers:3:17: error[E0301]: there is no dimension `weather`
    3 | show freight by weather
      |                 ^~~~~~~
--- exit
1

=== a name that differs in a letter, twice, and a good question between
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { dimension status  measure freight = sum(freight) }
show freigt by status
show freight by status
show freight by stauts
--- stderr
input.koers:3:6: error[E0301]: there is no measure `freigt`
    3 | show freigt by status
      |      ^~~~~~
      = help: did you mean `freight`?
input.koers:5:17: error[E0301]: there is no dimension `stauts`
    5 | show freight by stauts
      |                 ^~~~~~
      = help: did you mean `status`?
--- exit
1

=== an unknown column in a dimension
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { dimension area = regoin }
--- stderr
input.koers:2:58: error[E0307]: `customers` has no column or dimension `regoin`
    2 | source customers from table customers { dimension area = regoin }
      |                                                          ^~~~~~
      = help: did you mean `region`?
--- exit
1

=== an unknown column in the key
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key custmer_id label name }
--- stderr
input.koers:2:61: error[E0307]: `customers` has no column `custmer_id`
    2 | source customers from table customers { entity customer key custmer_id label name }
      |                                                             ^~~~~~~~~~
      = help: did you mean `customer_id`?
--- exit
1

=== an unknown column in a measure
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source lines from table order_lines { measure revenue = sum(quantity * price) }
--- stderr
input.koers:2:72: error[E0307]: `lines` has no column or dimension `price`
    2 | source lines from table order_lines { measure revenue = sum(quantity * price) }
      |                                                                        ^~~~~
--- exit
1

=== an unknown table
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table order { measure freight = sum(freight) }
--- stderr
input.koers:2:20: error[E0806]: the store has no table `order`
    2 | source orders from table order { measure freight = sum(freight) }
      |                    ^~~~~~~~~~~
      = help: did you mean `orders`?
--- exit
1

=== an unknown source after from
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
show sum(freight) from ordrs
--- stderr
input.koers:3:24: error[E0306]: there is no source `ordrs`
    3 | show sum(freight) from ordrs
      |                        ^~~~~
      = help: did you mean `orders`?
--- exit
1

=== an unknown source in a join
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { join customer on customer_id  measure n = count() }
source customers from table customers { entity customer key customer_id label name }
--- stderr
input.koers:2:40: error[E0306]: there is no source `customer`
    2 | source orders from table orders { join customer on customer_id  measure n = count() }
      |                                        ^~~~~~~~
      = help: did you mean `customers`?
--- exit
1

=== an unknown source before a dot
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
show freight where custmers.region = "North"
--- stderr
input.koers:3:20: error[E0306]: there is no source and no role `custmers`
    3 | show freight where custmers.region = "North"
      |                    ^~~~~~~~
--- exit
1

=== an unknown attribute behind the dot
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { join customers on customer_id  measure freight = sum(freight) }
show freight by customers.regoin
--- stderr
input.koers:4:27: error[E0307]: `customers` has no column or dimension `regoin`
    4 | show freight by customers.regoin
      |                           ^~~~~~
      = help: did you mean `region`?
--- exit
1

=== an unknown function
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure freight = summe(freight) }
--- stderr
input.koers:2:53: error[E0308]: there is no function `summe`
    2 | source orders from table orders { measure freight = summe(freight) }
      |                                                     ^~~~~
--- exit
1

=== a function of another language, near one of ours
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { dimension s = uper(status)  measure freight = sum(freight) }
--- stderr
input.koers:2:49: error[E0308]: there is no function `uper`
    2 | source orders from table orders { dimension s = uper(status)  measure freight = sum(freight) }
      |                                                 ^~~~
      = help: did you mean `upper`?
--- exit
1

=== an unknown type
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure freight : decimel = sum(freight) }
--- stderr
input.koers:2:53: error[E0309]: there is no type `decimel`
    2 | source orders from table orders { measure freight : decimel = sum(freight) }
      |                                                     ^~~~~~~
      = help: types are text, boolean, integer, decimal, money(EUR), percent, days, date, time, period
--- exit
1

=== an unknown value of let
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
let year = 2025
show freight for $yaer
--- stderr
input.koers:4:18: error[E0301]: there is no variable or parameter `$yaer`
    4 | show freight for $yaer
      |                  ^~~~~
      = help: did you mean `$year`?
--- exit
1

=== an unknown axis
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { time ordered = order_date  measure n = count() on shiped }
--- stderr
input.koers:2:85: error[E0301]: `orders` has no time axis `shiped`
    2 | source orders from table orders { time ordered = order_date  measure n = count() on shiped }
      |                                                                                     ^~~~~~
      = help: its axes are `ordered`
--- exit
1

=== an unknown name in having, sort and top
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { dimension status  measure freight = sum(freight) }
show freight by status having revenu > 1
show freight by status sort by amount
show freight by status top 3 by amount
--- stderr
input.koers:3:31: error[E0301]: there is no measure `revenu`
    3 | show freight by status having revenu > 1
      |                               ^~~~~~
input.koers:4:32: error[E0301]: there is no measure `amount`
    4 | show freight by status sort by amount
      |                                ^~~~~~
input.koers:5:33: error[E0301]: there is no measure `amount`
    5 | show freight by status top 3 by amount
      |                                 ^~~~~~
--- exit
1

=== a dimension declared twice
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { dimension status, status  measure freight = sum(freight) }
--- stderr
input.koers:2:53: error[E0304]: `status` is declared twice in `orders`
    2 | source orders from table orders { dimension status, status  measure freight = sum(freight) }
      |                                                     ^~~~~~
--- exit
1

=== a measure and a dimension of one name
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { dimension freight = status  measure freight = sum(freight) }
--- stderr
input.koers:2:71: error[E0304]: `freight` is declared already, as a dimension
    2 | source orders from table orders { dimension freight = status  measure freight = sum(freight) }
      |                                                                       ^~~~~~~
      = help: give one of the two another name
--- exit
1

=== two sources of one name
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure n = count() }
source orders from table reps { measure m = count() }
--- stderr
input.koers:3:8: error[E0304]: there is a source `orders` already
    3 | source orders from table reps { measure m = count() }
      |        ^~~~~~
--- exit
1

=== an alias that hides a declared name
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { dimension status  measure freight = sum(freight) }
show sum(freight) as status from orders
list order_id as freight, upper(status) as status from orders
list freight as freight, freight as status from orders
--- stderr
input.koers:3:22: error[E0304]: `status` is declared as a dimension; an alias may not hide it
    3 | show sum(freight) as status from orders
      |                      ^~~~~~
      = help: take another name
input.koers:4:18: error[E0304]: `freight` is declared as a measure; an alias may not hide it
    4 | list order_id as freight, upper(status) as status from orders
      |                  ^~~~~~~
      = help: take another name
input.koers:4:44: error[E0304]: `status` is declared as a dimension; an alias may not hide it
    4 | list order_id as freight, upper(status) as status from orders
      |                                            ^~~~~~
      = help: take another name
input.koers:5:37: error[E0304]: `status` is declared as a dimension; an alias may not hide it
    5 | list freight as freight, freight as status from orders
      |                                     ^~~~~~
      = help: take another name
--- exit
1

=== two columns of one name
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
show freight, freight
--- stderr
input.koers:3:15: error[E0304]: two columns are called `freight`
    3 | show freight, freight
      |               ^~~~~~~
      = help: give one another name: `... as name`
--- exit
1

=== a dimension that is reached in two ways
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders {
  entity order key order_id
  join customers as buyer on customer_id
  join customers as payer on rep_id
  measure freight = sum(freight)
}
show freight by region
--- stderr
input.koers:9:17: error[E0302]: `region` is reached from `orders` in more than one way
    9 | show freight by region
      |                 ^~~~~~
      = help: write `buyer.region` or `payer.region`
--- exit
1

=== a dimension that cannot be reached
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source products from table products { entity product key product_id label product_name  dimension category }
source targets from table targets { key rep_id, starts_on  measure quota = sum(amount) }
show quota by category
--- stderr
input.koers:4:15: error[E0303]: `targets` has no `category`; it is kept per rep_id and starts_on
    4 | show quota by category
      |               ^~~~~~~~
      = help: it belongs to `products`, and no join of `targets` leads there
--- exit
1

=== one of two facts does not reach the dimension
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source products from table products { entity product key product_id label product_name  dimension category }
source lines from table order_lines { join products on product_id  measure units = sum(quantity) }
source targets from table targets { key rep_id, starts_on  measure quota = sum(amount) }
show units, quota by category
--- stderr
input.koers:5:22: error[E0303]: `targets` has no `category`; it is kept per rep_id and starts_on
    5 | show units, quota by category
      |                      ^~~~~~~~
      = help: it belongs to `products`, and no join of `targets` leads there
--- exit
1

=== a measure that leads back to itself
--- schema shop
--- args
check input.koers
--- input
open "store.db"
measure a = b + 1
measure b = c * 2
measure c = a / 3
--- stderr
input.koers:2:9: error[E0305]: `a` is defined by itself
    2 | measure a = b + 1
      |         ^
      = help: one leads to the next: `a` -> `b` -> `c` -> `a`
--- exit
1

=== a measure of itself
--- schema shop
--- args
check input.koers
--- input
open "store.db"
measure revenue = revenue * 2
--- stderr
input.koers:2:9: error[E0305]: `revenue` is defined by itself
    2 | measure revenue = revenue * 2
      |         ^~~~~~~
--- exit
1

=== a dimension that leads back to itself over two sources
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  dimension a = b  dimension b = a  measure n = count() }
--- stderr
input.koers:2:72: error[E0305]: `a` is defined by itself
    2 | source orders from table orders { entity order key order_id  dimension a = b  dimension b = a  measure n = count() }
      |                                                                        ^
--- exit
1

=== a value that leads back to itself
--- schema shop
--- args
check input.koers
--- input
open "store.db"
let a = b
let b = a
show a
--- stderr
input.koers:4:6: error[E0301]: there is no measure `a`
    4 | show a
      |      ^
      = help: a value of `let` is written `$a`
--- exit
1

=== an attribute that an entity does not have
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { entity order key order_id  join customers on customer_id  measure orders = count() }
show customer, customer.regoin, orders
show orders by customer having customers.foo = 1
--- stderr
input.koers:4:25: error[E0307]: `customers` has no column or dimension `regoin`
    4 | show customer, customer.regoin, orders
      |                         ^~~~~~
      = help: did you mean `region`?
input.koers:5:42: error[E0307]: `customers` has no column or dimension `foo`
    5 | show orders by customer having customers.foo = 1
      |                                          ^~~
--- exit
1

=== a measure, a dimension, an entity called like a unit of time
--- schema shop
--- input
open "store.db"
source orders from table orders { entity month key order_id  dimension Year = status  measure days = sum(freight)  time half = order_date }
measure weeks = 2
dimension quarters = 1
--- stderr
input.koers:2:42: error[E0304]: `month` is a unit of time, and questions would read it as that
    2 | source orders from table orders { entity month key order_id  dimension Year = status  measure days = sum(freight)  time half = order_date }
      |                                          ^~~~~
      = help: take another name, or put it in backquotes, here and in questions
input.koers:2:72: error[E0304]: `Year` is a unit of time, and questions would read it as that
    2 | source orders from table orders { entity month key order_id  dimension Year = status  measure days = sum(freight)  time half = order_date }
      |                                                                        ^~~~
      = help: take another name, or put it in backquotes, here and in questions
input.koers:2:95: error[E0304]: `days` is a unit of time, and questions would read it as that
    2 | source orders from table orders { entity month key order_id  dimension Year = status  measure days = sum(freight)  time half = order_date }
      |                                                                                               ^~~~
      = help: take another name, or put it in backquotes, here and in questions
input.koers:3:9: error[E0304]: `weeks` is a unit of time, and questions would read it as that
    3 | measure weeks = 2
      |         ^~~~~
      = help: take another name, or put it in backquotes, here and in questions
input.koers:4:11: error[E0304]: `quarters` is a unit of time, and questions would read it as that
    4 | dimension quarters = 1
      |           ^~~~~~~~
      = help: take another name, or put it in backquotes, here and in questions
--- exit
1

=== in backquotes a unit of time is a name, here and in questions
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source orders from table orders { key order_id  time day = order_date  dimension `month` = status  measure `days` = sum(freight) }
show `days` by `month`
show `days`, `days` * 2 as weeks by `month`, quarter sort by weeks descending, quarter
show `days` by month for 2025-01 .. 2025-02 where `month` = "done"
-- the freight of orders that are done: 4.90 in January, 12 in February, 3.35 in March; 7.75 and 1
--- stdout
month,days
done,29
open,0

month,quarter,days,weeks
done,2025-Q1,20.25,40.5
done,2025-Q2,8.75,17.5
open,2025-Q1,0,0
open,2025-Q2,0,0

month,days
2025-01,4.9
2025-02,12

=== what is called nearly so, or so and is no measure
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status
  measure n_orders = count()  measure freight = sum(freight) }
let goal = 3
indicator often { measure n_orders  owner "ann"  rhythm monthly }
show n_ordr
show frght
show ordr
show orders
show oftn
show often
show stats
show goal
list ordrd from orders
cascade oft to 5 for 2025
--- exit
1
--- stderr
input.koers:6:6: error[E0301]: there is no measure `n_ordr`
    6 | show n_ordr
      |      ^~~~~~
      = help: did you mean `n_orders`?
input.koers:7:6: error[E0301]: there is no measure `frght`
    7 | show frght
      |      ^~~~~
      = help: did you mean `freight`?
input.koers:8:6: error[E0301]: there is no measure `ordr`
    8 | show ordr
      |      ^~~~
      = help: did you mean `orders`, which is a source?
input.koers:9:6: error[E0301]: there is no measure `orders`
    9 | show orders
      |      ^~~~~~
      = help: it is a source: `show count() from orders`, or name a measure of it
input.koers:10:6: error[E0301]: there is no measure `oftn`
   10 | show oftn
      |      ^~~~
      = help: did you mean `often`, which is an indicator?
input.koers:11:6: error[E0301]: there is no measure `often`
   11 | show often
      |      ^~~~~
      = help: it is an indicator: ask for its measure; `explain often` says which
input.koers:12:6: error[E0301]: there is no measure `stats`
   12 | show stats
      |      ^~~~~
      = help: did you mean `status`, which is a dimension?
input.koers:13:6: error[E0301]: there is no measure `goal`
   13 | show goal
      |      ^~~~
      = help: a value of `let` is written `$goal`
input.koers:14:6: error[E0307]: `orders` has no column or dimension `ordrd`
   14 | list ordrd from orders
      |      ^~~~~
      = help: did you mean `ordered`?
input.koers:15:9: error[E0301]: there is no measure or indicator `oft`
   15 | cascade oft to 5 for 2025
      |         ^~~
      = help: did you mean `often`?
