=== money of two currencies
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure eur : money(EUR) = sum(freight)  measure usd : money(USD) = sum(freight) }
show eur + usd
--- stderr
input.koers:3:6: error[E0402]: `+` cannot take money(EUR) and money(USD)
    3 | show eur + usd
      |      ^~~~~~~~~
input.koers:3:6: note: this is money(EUR)
    3 | show eur + usd
      |      ^~~
input.koers:3:12: note: this is money(USD)
    3 | show eur + usd
      |            ^~~
--- exit
1

=== money and a count
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure fee : money(EUR) = sum(freight)  measure n = count() }
measure wrong = fee + n
--- stderr
input.koers:3:17: error[E0402]: `+` cannot take money(EUR) and count
    3 | measure wrong = fee + n
      |                 ^~~~~~~
input.koers:3:17: note: this is money(EUR)
    3 | measure wrong = fee + n
      |                 ^~~
input.koers:3:23: note: this is count
    3 | measure wrong = fee + n
      |                       ^
--- exit
1

=== a percent and money
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure fee : money(EUR) = sum(freight)  measure n = count()  measure part : percent = n / 7 }
show part + fee
--- stderr
input.koers:3:6: error[E0402]: `+` cannot take percent and money(EUR)
    3 | show part + fee
      |      ^~~~~~~~~~
input.koers:3:6: note: this is percent
    3 | show part + fee
      |      ^~~~
input.koers:3:13: note: this is money(EUR)
    3 | show part + fee
      |             ^~~
--- exit
1

=== sum of a text
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure wrong = sum(status) }
--- stderr
input.koers:2:46: error[E0401]: `sum` wants numbers, found text
    2 | source a from table orders { measure wrong = sum(status) }
      |                                              ^~~~~~~~~~~
--- exit
1

=== average of a date
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure wrong = avg(order_date) }
--- stderr
input.koers:2:46: error[E0401]: `avg` wants numbers, found date
    2 | source a from table orders { measure wrong = avg(order_date) }
      |                                              ^~~~~~~~~~~~~~~
--- exit
1

=== sum and average of a ratio
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure fee = sum(freight)  measure n = count()  measure ratio = fee / n }
show avg(ratio)
show sum(ratio)
--- stderr
input.koers:3:10: error[E0601]: `ratio` is a measure; `avg` wants a value of one row
    3 | show avg(ratio)
      |          ^~~~~
      = help: say whose value it is: `avg(ratio per K)`
input.koers:4:10: error[E0601]: `ratio` is a measure; `sum` wants a value of one row
    4 | show sum(ratio)
      |          ^~~~~
      = help: say whose value it is: `avg(ratio per K)`
--- exit
1

=== a text plus a number
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension wrong = status + 1 }
--- stderr
input.koers:2:48: error[E0401]: `+` wants numbers here, found text
    2 | source a from table orders { dimension wrong = status + 1 }
      |                                                ^~~~~~
--- exit
1

=== a text compared with a number
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n where status > 5
--- stderr
input.koers:3:14: error[E0402]: `>` cannot take text and number
    3 | show n where status > 5
      |              ^~~~~~~~~~
input.koers:3:14: note: this is text
    3 | show n where status > 5
      |              ^~~~~~
input.koers:3:23: note: this is number
    3 | show n where status > 5
      |                       ^
--- exit
1

=== a date compared with a text that is no date
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { time ordered = order_date  measure n = count() }
show n where ordered > "soon"
--- stderr
input.koers:3:14: error[E0402]: `>` cannot take date and text
    3 | show n where ordered > "soon"
      |              ^~~~~~~~~~~~~~~~
      = help: a date is written without quotes: 2025-03-31
input.koers:3:14: note: this is date
    3 | show n where ordered > "soon"
      |              ^~~~~~~
input.koers:3:24: note: this is text
    3 | show n where ordered > "soon"
      |                        ^~~~~~
--- exit
1

=== a list of mixed kinds
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n where status in ("done", 5)
--- stderr
input.koers:3:14: error[E0402]: `in` cannot take text and number
    3 | show n where status in ("done", 5)
      |              ^~~~~~~~~~~~~~~~~~~~~
input.koers:3:14: note: this is text
    3 | show n where status in ("done", 5)
      |              ^~~~~~
input.koers:3:33: note: this is number
    3 | show n where status in ("done", 5)
      |                                 ^
--- exit
1

=== between of a text and a number
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n where status between 1 and 3
--- stderr
input.koers:3:14: error[E0402]: `between` cannot take text and number
    3 | show n where status between 1 and 3
      |              ^~~~~~~~~~~~~~~~~~~~~~
input.koers:3:14: note: this is text
    3 | show n where status between 1 and 3
      |              ^~~~~~
input.koers:3:29: note: this is number
    3 | show n where status between 1 and 3
      |                             ^
--- exit
1

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

=== a condition made of no conditions
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n where status and status = "done"
show n where not status
--- stderr
input.koers:3:25: error[E0401]: `and` wants conditions here, found text
    3 | show n where status and status = "done"
      |                         ^~~~~~
input.koers:4:18: error[E0401]: `not` wants conditions here, found text
    4 | show n where not status
      |                  ^~~~~~
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

=== too few and too many arguments
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension x = round()
  dimension y = upper(status, status)
  dimension z = left(status)
  measure m = sum()
  measure p = percentile(freight)
  measure q = sum(freight, freight)
}
--- stderr
input.koers:3:17: error[E0403]: `round` takes at least 1 argument, found 0
    3 |   dimension x = round()
      |                 ^~~~~~~
input.koers:4:17: error[E0403]: `upper` takes 1 argument, found 2
    4 |   dimension y = upper(status, status)
      |                 ^~~~~~~~~~~~~~~~~~~~~
input.koers:5:17: error[E0403]: `left` takes 2 arguments, found 1
    5 |   dimension z = left(status)
      |                 ^~~~~~~~~~~~
input.koers:6:15: error[E0403]: `sum` takes 1 argument
    6 |   measure m = sum()
      |               ^~~~~
input.koers:7:15: error[E0403]: `percentile` takes 2 arguments
    7 |   measure p = percentile(freight)
      |               ^~~~~~~~~~~~~~~~~~~
input.koers:8:15: error[E0403]: `sum` takes 1 argument
    8 |   measure q = sum(freight, freight)
      |               ^~~~~~~~~~~~~~~~~~~~~
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

=== a percentile outside of 0 to 1
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure wrong = percentile(freight, 150) }
--- stderr
input.koers:2:66: error[E0401]: a percentile stands between 0% and 100%
    2 | source a from table orders { measure wrong = percentile(freight, 150) }
      |                                                                  ^~~
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
input.koers:2:46: error[E0401]: declared as text, but it is number
    2 | source a from table orders { measure wrong : text = sum(freight) }
      |                                              ^~~~
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
input.koers:3:12: error[E0405]: there is no period `status`
    3 | show n for status
      |            ^~~~~~
      = help: periods are 2025, 2025-Q3, 2025-03-31, `this month`, `last 3 months`, `year to date`, `today`; yesterday is `today - 1`
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
input.koers:3:107: error[E0407]: this value is kept once per row of `orders`; here it would count once per row of `lines`
    3 | source lines from table order_lines { key order_id, line_no  join orders on order_id  measure wrong = sum(orders.freight) }
      |                                                                                                           ^~~~~~~~~~~~~~
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
input.koers:4:10: error[E0407]: this value is kept once per row of `orders`; here it would count once per row of `lines`
    4 | show sum(orders.freight) from lines
      |          ^~~~~~~~~~~~~~
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

=== a ratio of an answer is read but not added up
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source orders from table orders { entity order key order_id  measure freight = sum(freight)  measure orders = count() }
source kept from (show freight / orders as mean, freight as paid by order) { key order }
show max(mean), sum(paid) from kept
show sum(mean) from kept
--- stdout
--- stderr
input.koers:5:10: error[E0401]: `mean` is a ratio; it can be read but not added up
    5 | show sum(mean) from kept
      |          ^~~~
      = help: add up its parts and divide those
--- exit
1

=== kinds that a name does not make
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { key customer_id  measure freight = count() }
source a from table orders { measure fee : money(EUR) = sum(freight)  measure n = count() }
source b from table orders { measure other = freight }
show fee / n as each : percent
show n as m : money(EUR)
show n as p : percent
--- stderr
input.koers:4:46: error[E0603]: `freight` is a column; a line of an answer stands for many rows
    4 | source b from table orders { measure other = freight }
      |                                              ^~~~~~~
      = help: add the rows up: `sum(freight)`
input.koers:5:24: error[E0402]: money(EUR) does not become percent by being called so
    5 | show fee / n as each : percent
      |                        ^~~~~~~
      = help: a kind is given to plain numbers
input.koers:6:15: error[E0402]: count does not become money(EUR) by being called so
    6 | show n as m : money(EUR)
      |               ^~~~~~~~~~
      = help: say what one is worth: `* 45 EUR`
input.koers:7:15: error[E0402]: count does not become percent by being called so
    7 | show n as p : percent
      |               ^~~~~~~
      = help: a kind is given to plain numbers
--- exit
1

=== what is no count is shown with decimals
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source a from table orders { measure fee = sum(freight)  measure n = count() }
-- 29 of freight, 6 orders: 35 and a half a unit less; three quarters of them; 5 EUR each
show fee + n - 0.5 as a, n + 1 as b, 0.75 * n as c, n * 5 EUR as d : money(EUR)
--- stdout
   a  b    c       d
────  ─  ───  ──────
34.5  7  4.5  €30.00

=== currencies that are none
--- schema shop
--- args
check input.koers
--- input
open "store.db"
set currency = "EUX"
source orders from table orders {
  key order_id
  measure a : money(XXQ) = sum(freight)
  measure b : money(USA) = sum(freight)
  measure c : money(top) = sum(freight)
}
show a as x : money(ERU)
--- stderr
input.koers:2:16: error[E0210]: `EUX` is no currency code
    2 | set currency = "EUX"
      |                ^~~~~
      = help: did you mean `EUR`?
input.koers:5:21: error[E0210]: `XXQ` is no currency code
    5 |   measure a : money(XXQ) = sum(freight)
      |                     ^~~
      = help: codes are those of ISO 4217, as EUR and USD
input.koers:6:21: error[E0210]: `USA` is no currency code
    6 |   measure b : money(USA) = sum(freight)
      |                     ^~~
      = help: did you mean `USD`?
--- exit
1

=== a column without values goes with every kind
--- schema none
--- args
run input.koers --format csv --today 2024-07-15
--- input
open "store.db"
source s from sql "select 1 id, '2024-01-05' d, 100 v, null e, null w, null f, '' x" {
  key id  time t = d  time late = e  join k on f  dimension e, w
  measure st = sum(v) while d until e  measure txt = sum(v) while d until x  measure ww = sum(w)  measure mean = avg(w)  measure top = max(w)  measure lat = sum(v) on late }
source k from sql "select 1 k, 'one' n" { entity kk key k label n }
show st, txt, st[average] as av, ww, mean, top, sum(top per w) as tops for 2024-01
show lat
show st by w, e, kk for 2024-03
list id, days(d, e) as gap, w + 1 as y, e + 3 days as z, coalesce(w, 3) as q, if(e > d, 1, 2) as later, e in ("a", "b") as one_of, w || "a" as t from s
source both from (list id, d, v, e as e1, w as w1 from s), (list id, d, v, d as e1, v as w1 from s) {
  key origin, id  time t = d  measure sv = sum(w1)  measure open_both = sum(v) while d until e1 }
show sv, open_both for 2024-01
-- in the 1001st row there is one
source many from sql "with recursive m(i) as (select 1 union all select i + 1 from m where i < 1001) select i id, '2024-01-05' d, iif(i > 1000, '2024-02-01', null) e from m" {
  key id  measure open_rows = count() while d until date(e) }
show open_rows by month for 2024-01 .. 2024-02
--- stdout
st,txt,av,ww,mean,top,tops
100,100,100,0,,,0

lat
100

w,e,kk,st
,,,100

id,gap,y,z,q,later,one_of,t
1,,,,3,2,false,

sv,open_both
100,100

month,open_rows
2024-01,1001
2024-02,1000
