=== a measure where a value of one row is wanted
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n where n > 5
--- stderr
input.koers:3:14: error[E0601]: `n` is a measure; a row of `a` has no such value
    3 | show n where n > 5
      |              ^
      = help: conditions on measures go into `having`, or name whose value it is: `n per K`
--- exit
1

=== an aggregate where a value of one row is wanted
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n where sum(freight) > 5
--- stderr
input.koers:3:14: error[E0602]: `sum` adds rows up, but one row is wanted here
    3 | show n where sum(freight) > 5
      |              ^~~~~~~~~~~~
      = help: say for whom: `sum(...) per customer`
--- exit
1

=== a column without an aggregate
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n + freight from a
--- stderr
input.koers:3:10: error[E0603]: `freight` is a column; a line of an answer stands for many rows
    3 | show n + freight from a
      |          ^~~~~~~
      = help: add the rows up: `sum(freight)`
--- exit
1

=== a dimension in having that the lines are not kept by
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  dimension rep = rep_id  measure n = count() }
show n by status having rep = 1
--- stderr
input.koers:3:25: error[E0604]: `rep` is a dimension that the lines are not kept by
    3 | show n by status having rep = 1
      |                         ^~~
      = help: add it: `by rep`
--- exit
1

=== a value per key without an aggregate
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name }
source a from table orders { join customers on customer_id  measure n = count() }
show n per customer
--- stderr
input.koers:4:6: error[E0605]: a value per key is many values; a line shows one
    4 | show n per customer
      |      ^~~~~~~~~~~~~~
      = help: aggregate it: `avg(... per ...)`, or put the key into `by`
--- exit
1

=== a time unit and a source without axis
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source reps from table reps { entity rep key rep_id label rep_name  measure heads = count() }
show heads by month
--- stderr
input.koers:3:15: error[E0606]: `reps` has no time axis, so `month` does not reach it
    3 | show heads by month
      |               ^~~~~
--- exit
1

=== units that do not nest
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { time ordered = order_date  measure n = count() }
show n by month, week
--- stderr
input.koers:3:18: error[E0609]: a month is not made of whole weeks
    3 | show n by month, week
      |                  ^~~~
--- exit
1

=== anonymous rows without from
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show sum(freight)
show count()
--- stderr
input.koers:3:6: error[E0607]: it is not said whose rows `sum` takes
    3 | show sum(freight)
      |      ^~~~~~~~~~~~
      = help: name the source: `show sum(...) from lines`, or declare a measure
input.koers:4:6: error[E0607]: it is not said whose rows `count` takes
    4 | show count()
      |      ^~~~~~~
      = help: name the source: `show count(...) from lines`, or declare a measure
--- exit
1

=== a list without from
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { key order_id  dimension status  measure n = count() }
list status
--- stderr
input.koers:3:1: error[E0607]: it is not said whose rows are listed
    3 | list status
      | ^~~~~~~~~~~
      = help: name the source: `list ... from orders`
--- exit
1

=== every with two keys
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  time ordered = order_date  measure n = count() }
show avg(n per every (month, status, ordered))
--- stderr
input.koers:3:38: error[E0608]: `every` wants one entity or dimension of a source, and units of time beside it
    3 | show avg(n per every (month, status, ordered))
      |                                      ^~~~~~~
--- exit
1

=== the key of top per is not in by
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  dimension rep = rep_id  measure n = count() }
show n by status top 1 per rep

=== across in a list
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { key order_id  dimension status  measure n = count() }
list order_id from a across status
list order_id from a by status
--- stderr
input.koers:3:22: error[E0611]: a list has one line per row; `across` goes with `show`
    3 | list order_id from a across status
      |                      ^~~~~~~~~~~~~
      = help: write `show ... by ...`
input.koers:4:22: error[E0611]: a list has one line per row; `by` goes with `show`
    4 | list order_id from a by status
      |                      ^~~~~~~~~
      = help: write `show ... by ...`
--- exit
1

=== facts that keep two things under one name
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension kind = status  measure n = count() }
source b from table targets { key rep_id, starts_on  dimension kind = rep_id  measure quota = sum(amount) }
show n, quota by kind
--- stderr
input.koers:4:18: error[E0612]: `kind` of `a` and `kind` of `b` are different dimensions
    4 | show n, quota by kind
      |                  ^~~~
      = help: say in `a` that they are the same: `dimension kind conforms b.kind`
--- exit
1

=== a question as a value has two columns
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count()  measure fee = sum(freight) }
show n where n = (show n, fee)
show n, (show n by status) as other
--- stderr
input.koers:3:14: error[E0601]: `n` is a measure; a row of `a` has no such value
    3 | show n where n = (show n, fee)
      |              ^
      = help: conditions on measures go into `having`, or name whose value it is: `n per K`
input.koers:3:18: error[E0613]: a question used as a value has one measure and no dimension
    3 | show n where n = (show n, fee)
      |                  ^~~~~~~~~~~~~
input.koers:4:9: error[E0613]: a question used as a value has one measure and no dimension
    4 | show n, (show n by status) as other
      |         ^~~~~~~~~~~~~~~~~~
--- exit
1

=== membership of another kind
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source a from table orders { join customers on customer_id  measure n = count() }
show n where region in (show n)
--- stderr
input.koers:4:14: error[E0401]: text cannot be among values of type count
    4 | show n where region in (show n)
      |              ^~~~~~~~~~~~~~~~~~
--- exit
1

=== later versions are refused with one sentence each
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  time ordered = order_date  measure n = count() }
report expected { forecast n by month next 3  backtest n by month  why n versus previous quarter }
run expected() what if n = 3
--- stderr
input.koers:3:47: error[E0901]: `backtest` of a run with `what if` is not evaluated by this version of Koers
    3 | report expected { forecast n by month next 3  backtest n by month  why n versus previous quarter }
      |                                               ^
input.koers:3:68: error[E0901]: `why` of a run with `what if` is not evaluated by this version of Koers
    3 | report expected { forecast n by month next 3  backtest n by month  why n versus previous quarter }
      |                                                                    ^
--- exit
1

=== three mistakes in one question
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n, revenue by sttus where region = "North"
--- stderr
input.koers:3:9: error[E0301]: there is no measure `revenue`
    3 | show n, revenue by sttus where region = "North"
      |         ^~~~~~~
input.koers:3:20: error[E0301]: there is no dimension `sttus`
    3 | show n, revenue by sttus where region = "North"
      |                    ^~~~~
      = help: did you mean `status`?
input.koers:3:32: error[E0301]: there is no dimension `region`
    3 | show n, revenue by sttus where region = "North"
      |                                ^~~~~~
--- exit
1

=== an empty question
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { measure n = count() }
show
--- stderr
input.koers:3:5: error[E0202]: something is missing after `show`; wanted an expression
    3 | show
      |     ^
--- exit
1

=== one line and all clauses in another order
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders { dimension status  time ordered = order_date  measure n = count() }
show n top 3 where status = "done" having n > 1 for 2025 by status with total sort by n

=== a line kept by nothing is its own total
--- schema shop
--- args
run --today 2025-12-31 input.koers
--- input
open "store.db"
source orders from table orders { key order_id  measure freight = sum(freight)  dimension status }
show freight with total
show freight having freight > 1000 with total, others
show freight across status with total
--- stdout
freight
───────
     29

freight
───────
(no lines)

done  open  total
────  ────  ─────
  29     0     29

=== a date far ahead, which stands for no end
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = order_date }
show count() as n from orders where coalesce(ship_date, 9999-12-31) > 2025-06-01
list order, coalesce(ship_date, 9999-12-31) as until from orders where ship_date is empty
show 5000-12 as a, 9999-12-3 as b from orders
--- stdout
n
─
2

order  until
─────  ──────────
    3  9999-12-31

    a      b
─────  ─────
4,988  9,984

=== keys in a list are names, and no amounts
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source customers from (list customer_id + 5000 as customer_id, name from plain) { entity customer key customer_id label name }
source plain from table customers { key customer_id }
source orders from (list order_id + 10000 as order_id, customer_id + 5000 as customer_id, freight * 1000 as freight, rep_id from raw) { entity order key order_id  join customers on customer_id  join reps on rep_id }
source raw from table orders { key order_id }
source reps from table reps { key rep_id }
list order_id, order, customer_id, customers.customer_id as again, customer, rep_id, freight, order_id * 1 as number from orders where freight > 5000
--- stdout
order_id  order  customer_id  again  customer  rep_id  freight  number
────────  ─────  ───────────  ─────  ────────  ──────  ───────  ──────
   10002  10002         5002   5002  Birke          1   12,000  10,002
   10005  10005         5002   5002  Birke          2    7,750  10,005

=== keys of a list in JSON
--- schema shop
--- args
run input.koers --format json
--- input
open "store.db"
source reps from table reps { key rep_id }
source orders from table orders { key order_id  join reps on rep_id }
list order_id, rep_id, customer_id, freight from orders top 1
--- stdout
{"columns":[{"title":"order_id","role":"key","type":"integer"},{"title":"rep_id","role":"key","type":"integer"},{"title":"customer_id","role":"measure","type":"integer"},{"title":"freight","role":"measure","type":"number"}],
"rows":[
{"values":{"order_id":1,"rep_id":1,"customer_id":1,"freight":4.9}}]}

=== names print as they were declared, not as columns are spelled
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders {
  key order_id
  dimension STATUS
  measure Freight = sum(freight)
}
show orders.freight by orders.status
--- stdout
orders.STATUS  orders.Freight
─────────────  ──────────────
done                       29
open                        0

=== dimensions alone are the combinations that occur, of time too
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source orders from table orders { key order_id  dimension rep = rep_id, status  time ordered = order_date  measure n = count() }
show status, rep, month from orders for 2025-01 .. 2025-04
show month from orders for 2025
show 1 as one by month from orders for 2025-03 .. 2025-04
show rep, month having n = 0 for 2025-01 .. 2025-03
--- stdout
status,rep,month
done,1,2025-01
done,1,2025-02
done,2,2025-03
open,2,2025-02

month
2025-01
2025-02
2025-03
2025-05
2025-06

month,one
2025-03,1
2025-04,1

rep,month
1,2025-03
2,2025-01

=== the best lines of a list come best first, part by part
--- schema shop
--- args
--format csv run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { entity order key order_id  join customers on customer_id
  time ordered = order_date  dimension status  measure freight = sum(freight) }
list order, customer, freight from orders top 3 by freight
list order, customer, freight from orders top 1 per customer by freight
list order, freight from orders bottom 2 by freight
list order, freight from orders top 3 by freight sort by order
--- stdout
order,customer,freight
2,Birke,12
5,Birke,7.75
1,Adler,4.9

customer,order,freight
Adler,1,4.9
Birke,2,12
Cramer,4,3.35
,6,1

order,freight
3,0
6,1

order,freight
1,4.9
2,12
5,7.75
