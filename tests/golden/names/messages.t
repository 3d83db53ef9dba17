--- shared shop
open "store.db"
source customers from table customers {
  entity customer key customer_id label name
  dimension region
}
source orders from table orders {
  key order_id
  join customers on customer_id
  time ordered = order_date
  measure freight = sum(freight)
  measure n = count()
}

=== an entity is compared with its label
--- schema shop
--- args
check input.koers
--- input
\shared shop
show freight where customer = "Adler"
show freight where customer != "Adler"
show freight where "Adler" = customer
show freight where customer like "A%"
show freight where customer ~~ "adler"
show freight where customer in ("Adler", "Birke")
show freight by customer having customer = "Adler"
show freight where customer.name = "Adler"
--- stderr
input.koers:13:20: error[E0402]: `customer` means its key, a number, and this compares it with a text
   13 | show freight where customer = "Adler"
      |                    ^~~~~~~~~~~~~~~~~~
      = help: write `customer.name = "Adler"`
input.koers:14:20: error[E0402]: `customer` means its key, a number, and this compares it with a text
   14 | show freight where customer != "Adler"
      |                    ^~~~~~~~~~~~~~~~~~~
      = help: write `customer.name != "Adler"`
input.koers:15:20: error[E0402]: `customer` means its key, a number, and this compares it with a text
   15 | show freight where "Adler" = customer
      |                    ^~~~~~~~~~~~~~~~~~
      = help: write `customer.name = "Adler"`
input.koers:16:20: error[E0402]: `customer` means its key, a number, and this compares it with a text
   16 | show freight where customer like "A%"
      |                    ^~~~~~~~~~~~~~~~~~
      = help: write `customer.name like "A%"`
input.koers:17:20: error[E0402]: `customer` means its key, a number, and this compares it with a text
   17 | show freight where customer ~~ "adler"
      |                    ^~~~~~~~~~~~~~~~~~~
      = help: write `customer.name ~~ "adler"`
input.koers:18:20: error[E0402]: `customer` means its key, a number, and this compares it with a text
   18 | show freight where customer in ("Adler", "Birke")
      |                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: write `customer.name = "Adler"`
input.koers:19:33: error[E0402]: `customer` means its key, a number, and this compares it with a text
   19 | show freight by customer having customer = "Adler"
      |                                 ^~~~~~~~~~~~~~~~~~
      = help: write `customer.name = "Adler"`
--- exit
1

=== a column that nobody declared is no measure
--- schema shop
--- args
check input.koers
--- input
\shared shop
show ship_date, n
show count(customer where segment = "SMB") as c
--- stderr
input.koers:13:6: error[E0301]: there is no measure `ship_date`
   13 | show ship_date, n
      |      ^~~~~~~~~
      = help: `orders` has a column of that name; declare it there: `dimension ship_date`, or a measure of it
input.koers:14:27: error[E0301]: there is no measure `segment`
   14 | show count(customer where segment = "SMB") as c
      |                           ^~~~~~~
      = help: `customers` has a column of that name; declare it there: `dimension segment`, or a measure of it
--- exit
1

=== an aggregate of a measure
--- schema shop
--- args
check input.koers
--- input
\shared shop
show sum(freight) as s
show avg(freight) as a
show avg(freight / n per customer) as q
--- stderr
input.koers:13:10: error[E0601]: `freight` is a measure; `sum` wants a value of one row
   13 | show sum(freight) as s
      |          ^~~~~~~
      = help: it is added up already: write `freight`
input.koers:14:10: error[E0601]: `freight` is a measure; `avg` wants a value of one row
   14 | show avg(freight) as a
      |          ^~~~~~~
      = help: say whose value it is: `avg(freight per customer)`
input.koers:15:10: error[E0601]: `freight` is a measure; `avg` wants a value of one row
   15 | show avg(freight / n per customer) as q
      |          ^~~~~~~~~~~~~~~~~~~~~~~~
      = help: say that all of it is a value per key: `avg((...) per K)`
--- exit
1

=== a dimension behind top
--- schema shop
--- args
check input.koers
--- input
\shared shop
show freight top 2 by customer
show freight bottom 2 by region
show freight by customer top 2 by freight
--- stderr
input.koers:13:23: error[E0604]: the `by` of `top` wants a measure, and `customer` is a dimension
   13 | show freight top 2 by customer
      |                       ^~~~~~~~
      = help: write `by customer` before `top`
input.koers:14:26: error[E0604]: the `by` of `bottom` wants a measure, and `region` is a dimension
   14 | show freight bottom 2 by region
      |                          ^~~~~~
      = help: write `by region` before `bottom`
--- exit
1

=== types of functions name what is wanted
--- schema shop
--- args
check input.koers
--- input
\shared shop
show month(name) as m from customers
show date(5) as d
show 5 between "a" and "b" as b
--- stderr
input.koers:13:12: error[E0401]: a unit of time wants a date here, found text
   13 | show month(name) as m from customers
      |            ^~~~
input.koers:14:11: error[E0401]: `date` wants a date or a text here, found number
   14 | show date(5) as d
      |           ^
input.koers:15:6: error[E0402]: `between` cannot take number and text
   15 | show 5 between "a" and "b" as b
      |      ^~~~~~~~~~~~~~~~~~~~~
input.koers:15:6: note: this is number
   15 | show 5 between "a" and "b" as b
      |      ^
input.koers:15:16: note: this is text
   15 | show 5 between "a" and "b" as b
      |                ^~~
--- exit
1

=== nothing is near a name of one letter
--- schema shop
--- args
check input.koers
--- input
\shared shop
let f(a) = a
show g(3)
show n2x(3)
--- stderr
input.koers:14:6: error[E0308]: there is no function `g`
   14 | show g(3)
      |      ^
input.koers:15:6: error[E0308]: there is no function `n2x`
   15 | show n2x(3)
      |      ^~~
--- exit
1

=== a role and a time that one of the facts lacks
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source reps from table reps { entity rep key rep_id label rep_name }
source orders from table orders {
  key order_id
  join customers as buyer on customer_id
  join reps as seller on rep_id
  time ordered = order_date
  measure n = count()
}
source targets from table targets {
  key rep_id, starts_on
  join reps on rep_id
  time period = starts_on by quarter
  measure target = sum(amount)
}
source void from table void { key id  measure v = count() }
show n, target by seller.rep
show n, v by buyer.region
show n, target by quarter(ordered)
show n by quarter(period)
--- stderr
input.koers:18:19: error[E0303]: `targets` has no role `seller`; it belongs to `orders`
   18 | show n, target by seller.rep
      |                   ^~~~~~
      = help: `targets` has `reps`
input.koers:19:14: error[E0303]: `void` has no role `buyer`; it belongs to `orders`
   19 | show n, v by buyer.region
      |              ^~~~~
      = help: `void` has no joins
input.koers:20:27: error[E0303]: `targets` has no time `ordered`; it belongs to `orders`
   20 | show n, target by quarter(ordered)
      |                           ^~~~~~~
      = help: a unit alone takes each measure's own time: `by year`
input.koers:21:19: error[E0303]: `orders` has no time `period`; it belongs to `targets`
   21 | show n by quarter(period)
      |                   ^~~~~~
      = help: a unit alone takes each measure's own time: `by year`
--- exit
1

=== a source may stand on one that is declared later
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source late from first { measure m = count() }
source first from table orders { key order_id  measure n = count() }
show m, n
--- stdout
m  n
─  ─
6  6

=== a measure in an aggregate of rows
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders {
  key order_id
  dimension status
  measure n = count()
  measure m = sum(n)
}
show n where n > 2
--- stderr
input.koers:6:19: error[E0601]: `n` is a measure; a row of `orders` has no such value
    6 |   measure m = sum(n)
      |                   ^
      = help: it adds rows up already; conditions on lines go into `having`, and a value per key is `n per K`
input.koers:8:14: error[E0601]: `n` is a measure; a row of `orders` has no such value
    8 | show n where n > 2
      |              ^
      = help: conditions on measures go into `having`, or name whose value it is: `n per K`
--- exit
1

=== a currency behind in
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  measure n = count() }
show n in USD
show n in nothing
--- stderr
input.koers:3:11: error[E0401]: `in` wants a list, a period, a question or a source with an entity
    3 | show n in USD
      |           ^~~
      = help: another currency stands in brackets: revenue[in USD]
input.koers:4:11: error[E0401]: `in` wants a list, a period, a question or a source with an entity
    4 | show n in nothing
      |           ^~~~~~~
      = help: write `in (a, b)`, `in 2025`, `in (show ...)`
--- exit
1

=== a text that is the label of an entity and not its key
--- schema shop
--- input
open "store.db"
source people from sql "select 'A1' id, 'Ann' name, 3 n union select 'B1', 'Bob', 4
  union select 'B2', 'Bob', 5" {
  entity person key id label name
  measure n = sum(n)
}
show n where person = "Ann"
show n[where person = "B1"] as b1, n[where person != "Bob"] as others
show n where person in ("A1", "B2", "C3", person.name)
show n where person = "B2"
--- stderr
input.koers:7:23: warning[W0614]: no `person` has the key "Ann"
    7 | show n where person = "Ann"
      |                       ^~~~~
      = help: write `person.name = "Ann"`
      = note: it is the label of "A1"
input.koers:8:54: warning[W0614]: no `person` has the key "Bob"
    8 | show n[where person = "B1"] as b1, n[where person != "Bob"] as others
      |                                                      ^~~~~
      = help: write `person.name = "Bob"`
      = note: it is the label of 2 keys
input.koers:9:37: warning[W0614]: no `person` has the key "C3"
    9 | show n where person in ("A1", "B2", "C3", person.name)
      |                                     ^~~~
--- exit
0
--- stdout
n
─
0

b1  others
──  ──────
 4      12

n
─
8

n
─
5

=== values that a list cannot take per row
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { key customer_id  dimension region }
source orders from table orders { key order_id  join customers on customer_id  time ordered = order_date  measure n = count() }
source reps from table reps { entity rep key rep_id label rep_name  measure reps = count() }
list customer_id, n from customers
list customer_id, reps from customers
list rep, max(ordered) per rep from reps
list rep from reps where reps > 1
list customer_id from customers where n > 1
--- stderr
input.koers:5:19: error[E0303]: `n` is a measure of `orders`, which is not kept per row of `customers`
    5 | list customer_id, n from customers
      |                   ^
      = help: make a row of `customers` an entity: `entity NAME key ...`
input.koers:6:19: error[E0303]: `reps` is a measure of `reps`, which is not kept per row of `customers`
    6 | list customer_id, reps from customers
      |                   ^~~~
      = help: no join of `reps` leads to `customers`
input.koers:7:28: error[E0303]: `orders` has no `rep`; it is kept per order_id
    7 | list rep, max(ordered) per rep from reps
      |                            ^~~
      = help: it belongs to `reps`, and no join of `orders` leads there
input.koers:8:26: error[E0601]: `reps` is a measure; a row of `reps` has no such value
    8 | list rep from reps where reps > 1
      |                          ^~~~
      = help: it adds rows up already; conditions on lines go into `having`, and a value per key is `reps per rep`
input.koers:9:39: error[E0601]: `n` is a measure; a row of `customers` has no such value
    9 | list customer_id from customers where n > 1
      |                                       ^
      = help: it adds rows up already; conditions on lines go into `having`, and a value per key is `n per K`
--- exit
1

=== a ratio is averaged per key
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name }
source orders from table orders { entity order key order_id  join customers on customer_id  measure freight = sum(freight)  measure n = count()  measure mean = freight / n }
show sum(mean)
show avg(mean)
show avg(mean per customer) as x, max(n) as y
--- stderr
input.koers:4:10: error[E0601]: `mean` is a measure; `sum` wants a value of one row
    4 | show sum(mean)
      |          ^~~~
      = help: say whose value it is: `avg(mean per customer)`
input.koers:5:10: error[E0601]: `mean` is a measure; `avg` wants a value of one row
    5 | show avg(mean)
      |          ^~~~
      = help: say whose value it is: `avg(mean per customer)`
input.koers:6:39: error[E0601]: `n` is a measure; `max` wants a value of one row
    6 | show avg(mean per customer) as x, max(n) as y
      |                                       ^
      = help: say whose value it is: `max(n per customer)`
--- exit
1

=== a text under which nothing stands
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source people from sql "select 1 id, null boss, 'Ann' name, 3 n union select 2, 1, 'Bob', 4" { entity person key id label name  tree boss  measure n = sum(n) }
source units from sql "select 'a' id, null up, 'North' name, 3 n union select 'b', 'a', 'South', 4" { entity unit key id label name  tree up  measure u = sum(n) }
show n where person under "Nobody"
show n where person under "Ann"
show u where unit under "Nobody" or not (unit under "Northern")
show u where unit under "a" or unit under "North"
--- stderr
input.koers:4:27: warning[W0614]: no `person` has the key or label "Nobody"
    4 | show n where person under "Nobody"
      |                           ^~~~~~~~
input.koers:6:25: warning[W0614]: no `unit` has the key or label "Nobody"
    6 | show u where unit under "Nobody" or not (unit under "Northern")
      |                         ^~~~~~~~
input.koers:6:53: warning[W0614]: no `unit` has the key or label "Northern"
    6 | show u where unit under "Nobody" or not (unit under "Northern")
      |                                                     ^~~~~~~~~~
--- stdout
n
0

n
7

u
7

u
7

=== what an answer, or what Koers keeps, has no column of: other sources are no help
--- schema shop
create table staff (id integer primary key, phone text, deal integer);
create table deals (id integer primary key, day date, rep integer, amount integer);
--- args
check input.koers
--- input
open "store.db"
source staff from table staff { entity rep key id }
source deals from table deals { key id  time won = day  join staff on rep  measure sold = sum(amount) }
indicator a { measure sold  target >= 5 }
list phone from (check steering)
list phone from koers_log
list phone from (show sold by rep)
show phone from koers_log
-- rows that are joined are a help, and those that are not are none
list phone from deals
list day from staff
show phone from deals
show day from staff
--- stderr
input.koers:5:6: error[E0307]: `the answer` has no column or dimension `phone`
    5 | list phone from (check steering)
      |      ^~~~~
      = help: `the answer` has `check`, `severity`, `about`, `place`, `finding`, `to do`, `waived`
input.koers:6:6: error[E0307]: `koers_log` has no column or dimension `phone`
    6 | list phone from koers_log
      |      ^~~~~
      = help: `koers_log` has `id`, `at`, `who`, `kind`, `name`, `indicator`, `day`
input.koers:7:6: error[E0307]: `the answer` has no column or dimension `phone`
    7 | list phone from (show sold by rep)
      |      ^~~~~
      = help: `staff` has a column of that name; declare it there: `dimension phone`
input.koers:8:6: error[E0301]: there is no measure `phone`
    8 | show phone from koers_log
      |      ^~~~~
input.koers:10:6: error[E0307]: `deals` has no column or dimension `phone`
   10 | list phone from deals
      |      ^~~~~
      = help: `staff` has a column of that name; declare it there: `dimension phone`
input.koers:11:6: error[E0307]: `staff` has no column or dimension `day`
   11 | list day from staff
      |      ^~~
input.koers:12:6: error[E0301]: there is no measure `phone`
   12 | show phone from deals
      |      ^~~~~
      = help: `staff` has a column of that name; declare it there: `dimension phone`, or a measure of it
input.koers:13:6: error[E0606]: `staff` has no time axis, so `day` does not reach it
   13 | show day from staff
      |      ^~~
--- exit
1
