=== a word in error first of all does not hide what follows
--- args
check input.koers
--- input
foo
show 3 by
show 4 as four
shw x
show 5 by
--- stderr
input.koers:1:1: error[E0201]: `foo` is not expected here; wanted a statement
    1 | foo
      | ^~~
      = help: a question begins with `show`: show foo
input.koers:2:10: error[E0202]: something is missing after `by`; wanted an expression
    2 | show 3 by
      |          ^
input.koers:4:1: error[E0201]: `shw` is not expected here; wanted a clause (by, for, where ...), `,`, `:`, a statement
    4 | shw x
      | ^~~
      = help: did you mean `show`?
input.koers:5:10: error[E0202]: something is missing after `by`; wanted an expression
    5 | show 5 by
      |          ^
--- exit
1

=== an error first in a calendar
--- args
check input.koers
--- input
calendar fiscal {
  foo
  year starts april
}
show 4 by
--- stderr
input.koers:2:3: error[E0201]: `foo` is not expected here; wanted a time unit, `holidays`, `}`
    2 |   foo
      |   ^~~
input.koers:5:10: error[E0202]: something is missing after `by`; wanted an expression
    5 | show 4 by
      |          ^
--- exit
1

=== a syntax error does not keep other questions from being looked at
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders {
  key order_id
  dimension status
  measure n = count()
}
show n where status = 3
show n by status with totl
show m
--- stderr
input.koers:7:14: error[E0402]: `=` cannot take text and number
    7 | show n where status = 3
      |              ^~~~~~~~~~
input.koers:7:14: note: this is text
    7 | show n where status = 3
      |              ^~~~~~
input.koers:7:23: note: this is number
    7 | show n where status = 3
      |                       ^
input.koers:8:23: error[E0201]: `totl` is not expected here; wanted `total`, `subtotals`, `others`
    8 | show n by status with totl
      |                       ^~~~
      = help: did you mean `total`?
input.koers:9:6: error[E0301]: there is no measure `m`
    9 | show m
      |      ^
--- exit
1

=== a name that a broken definition would have made is not unknown
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders {
  key order_id
  dimension status
  measure n = count()
  measure broken = sum(freight
  measure twice = broken * 2
}
mesure other = n / 2
let f(a) = a + )
report r {
  show other
  show absent
}
show broken, n by status
show twice
show other
show f(n)
show n by missing
run r
--- stderr
input.koers:6:31: error[E0202]: something is missing after `freight`; wanted an operator, `where`, `by`, `,`, `)`
    6 |   measure broken = sum(freight
      |                               ^
input.koers:6:23: note: the `(` that stands here is open
    6 |   measure broken = sum(freight
      |                       ^
input.koers:9:1: error[E0201]: `mesure` is not expected here; wanted a statement
    9 | mesure other = n / 2
      | ^~~~~~
      = help: did you mean `measure`?
input.koers:10:16: error[E0202]: something is missing between `+` and `)`; wanted an expression
   10 | let f(a) = a + )
      |                ^
input.koers:19:11: error[E0301]: there is no dimension `missing`
   19 | show n by missing
      |           ^~~~~~~
      = help: `orders` has `status`
--- exit
1

=== a source without one of its joins is not looked at, others are
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers {
  key customer_id
  dimension region
  measure people = count()
}
source orders from table orders {
  key order_id
  jion customers on customer_id
  measure n = count()
  measure wrong = sum(nothing)
}
show n by region
show people by town
--- stderr
input.koers:9:3: error[E0201]: `jion` is not expected here; wanted `,`, `}`, an item (dimension, join, measure ...)
    9 |   jion customers on customer_id
      |   ^~~~
      = help: did you mean `join`?
input.koers:14:16: error[E0301]: there is no dimension `town`
   14 | show people by town
      |                ^~~~
      = help: `customers` has `region`
--- exit
1

=== nothing is known where a used file is missing
--- schema shop
--- args
check input.koers
--- input
use "absent.koers"
show n by status with totl
show m
--- stderr
input.koers:1:5: error[E0701]: cannot read `absent.koers`: No such file or directory
    1 | use "absent.koers"
      |     ^~~~~~~~~~~~~~
input.koers:2:23: error[E0201]: `totl` is not expected here; wanted `total`, `subtotals`, `others`
    2 | show n by status with totl
      |                       ^~~~
      = help: did you mean `total`?
--- exit
1

=== all names of one definition
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id measure n = count() }
measure other = absent / n * (nothing - 3) + missing
let f(a, b) = a + b
show f(absent, nothing)
--- stderr
input.koers:3:17: error[E0301]: there is no measure `absent`
    3 | measure other = absent / n * (nothing - 3) + missing
      |                 ^~~~~~
input.koers:3:31: error[E0301]: there is no measure `nothing`
    3 | measure other = absent / n * (nothing - 3) + missing
      |                               ^~~~~~~
input.koers:3:46: error[E0301]: there is no measure `missing`
    3 | measure other = absent / n * (nothing - 3) + missing
      |                                              ^~~~~~~
input.koers:5:8: error[E0301]: there is no measure `absent`
    5 | show f(absent, nothing)
      |        ^~~~~~
input.koers:5:16: error[E0301]: there is no measure `nothing`
    5 | show f(absent, nothing)
      |                ^~~~~~~
--- exit
1

=== names in all clauses of a question whose measure is unknown
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders {
  key order_id
  dimension status
  measure n = count()
}
show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
show n as total, m by status having total > 3 and m5 > 3
list city, status from orders where land = 3 sort by m6
--- stderr
input.koers:7:6: error[E0301]: there is no measure `m`
    7 | show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
      |      ^
input.koers:7:11: error[E0301]: there is no dimension `stats`
    7 | show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
      |           ^~~~~
      = help: did you mean `status`?
input.koers:7:18: error[E0301]: there is no dimension `town`
    7 | show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
      |                  ^~~~
input.koers:7:29: error[E0301]: there is no dimension `nowhere`
    7 | show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
      |                             ^~~~~~~
input.koers:7:54: error[E0301]: there is no dimension `open`
    7 | show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
      |                                                      ^~~~
input.koers:7:66: error[E0301]: there is no measure `m2`
    7 | show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
      |                                                                  ^~
input.koers:7:81: error[E0301]: there is no measure `m3`
    7 | show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
      |                                                                                 ^~
input.koers:7:93: error[E0301]: there is no measure `m4`
    7 | show m by stats, town where nowhere = 3 and status = open having m2 > 3 sort by m3 top 3 by m4
      |                                                                                             ^~
input.koers:8:18: error[E0301]: there is no measure `m`
    8 | show n as total, m by status having total > 3 and m5 > 3
      |                  ^
input.koers:8:51: error[E0301]: there is no measure `m5`
    8 | show n as total, m by status having total > 3 and m5 > 3
      |                                                   ^~
input.koers:9:6: error[E0307]: `orders` has no column or dimension `city`
    9 | list city, status from orders where land = 3 sort by m6
      |      ^~~~
input.koers:9:37: error[E0301]: there is no dimension `land`
    9 | list city, status from orders where land = 3 sort by m6
      |                                     ^~~~
input.koers:9:54: error[E0301]: there is no measure `m6`
    9 | list city, status from orders where land = 3 sort by m6
      |                                                      ^~
--- exit
1
