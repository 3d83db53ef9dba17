=== what why may not say
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name dimension region }
source reps from table reps { entity seller key rep_id dimension team }
source o from table orders {
  key order_id
  join customers on customer_id
  join reps on rep_id
  dimension status
  time ordered = order_date
  measure n = count()
  measure buyers = count(distinct customer_id)
  measure names = text_list(status)
  measure f : money(EUR) = sum(freight)
  measure mid = median(freight)
  measure best = max(n per customer)
}
why n, f versus previous quarter
why n by region
why n versus previous quarter, previous year
why n versus 2024
why n versus f by region for 2025
why names versus previous quarter
why buyers versus previous quarter by region
why mid versus previous quarter by region
why best versus previous quarter by region
why n[all region] versus previous quarter by region
why f / n versus n by region for 2025
why n versus previous quarter by month for 2025
why n versus previous quarter by ordered
why n versus previous period by region
why n versus previous quarter by customer, customer.region
--- stderr
input.koers:17:8: error[E0628]: `why` splits the change of one measure
   17 | why n, f versus previous quarter
      |        ^
      = help: write a `why` for each
input.koers:18:5: error[E0628]: it is not said what to compare with
   18 | why n by region
      |     ^
      = help: add it: `versus previous quarter`
input.koers:19:32: error[E0628]: `why` splits one change
   19 | why n versus previous quarter, previous year
      |                                ^~~~~~~~~~~~~
      = help: write a `why` for each comparison
input.koers:20:14: error[E0625]: `versus` compares with a shift in time
   20 | why n versus 2024
      |              ^~~~
      = help: write `versus previous year`, or a measure
input.koers:21:14: error[E0625]: `f` is money(EUR), `n` is count
   21 | why n versus f by region for 2025
      |              ^
input.koers:22:5: error[E0628]: what is no number has no change
   22 | why names versus previous quarter
      |     ^~~~~
      = help: name a measure that is a number
input.koers:23:5: error[E0628]: the change of `buyers` is not the sum of changes of its parts
   23 | why buyers versus previous quarter by region
      |     ^~~~~~
      = help: sums and counts are split, means, and quotients of sums; values are compared by `show ... by ... versus ...`
input.koers:24:5: error[E0628]: the change of `mid` is not the sum of changes of its parts
   24 | why mid versus previous quarter by region
      |     ^~~
      = help: sums and counts are split, means, and quotients of sums; values are compared by `show ... by ... versus ...`
input.koers:25:5: error[E0628]: the change of `best` is not the sum of changes of its parts
   25 | why best versus previous quarter by region
      |     ^~~~
      = help: sums and counts are split, means, and quotients of sums; values are compared by `show ... by ... versus ...`
input.koers:26:5: error[E0628]: the change of `n[all region]` is not the sum of changes of its parts
   26 | why n[all region] versus previous quarter by region
      |     ^~~~~~~~~~~~~
      = help: sums and counts are split, means, and quotients of sums; values are compared by `show ... by ... versus ...`
input.koers:27:18: error[E0625]: `n` is count, `f / n` is money(EUR)
   27 | why f / n versus n by region for 2025
      |                  ^
input.koers:28:34: error[E0628]: times are no reasons of a change
   28 | why n versus previous quarter by month for 2025
      |                                  ^~~~~
      = help: compare them: `show ... by month versus previous year`
input.koers:30:14: error[E0622]: the lines stand for no period, so there is no other to go to
   30 | why n versus previous period by region
      |              ^~~~~~~~~~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:31:44: error[E0901]: an attribute beside its entity is not evaluated by this version of Koers
   31 | why n versus previous quarter by customer, customer.region
      |                                            ^~~~~~~~~~~~~~~
--- exit
1

=== clauses that why does not take
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name dimension region }
source reps from table reps { entity seller key rep_id dimension team }
source o from table orders {
  key order_id
  join customers on customer_id
  join reps on rep_id
  dimension status
  time ordered = order_date
  measure n = count()
  measure buyers = count(distinct customer_id)
  measure names = text_list(status)
  measure f : money(EUR) = sum(freight)
  measure mid = median(freight)
  measure best = max(n per customer)
}
why n versus previous quarter by region having n > 1
why n versus previous quarter by region sort by n
why n versus previous quarter by region with total
why n versus previous quarter by region sparse
why n versus previous quarter across region
why n versus previous quarter by region top 3 by n
why n versus previous quarter by region bottom 3
why n versus previous quarter by region alarm when n > 3 "x"
why n versus previous quarter by region what if n = 3
why n versus n by region
why nn versus previous quarter by region
why n versus previous quarter by regoin
--- stderr
input.koers:17:41: error[E0628]: `why` does not take `having`
   17 | why n versus previous quarter by region having n > 1
      |                                         ^~~~~~~~~~~~
      = help: its lines are the largest parts of the change, the others and the total; read on: `show ... from (why ...)`
input.koers:18:41: error[E0628]: `why` does not take `sort`
   18 | why n versus previous quarter by region sort by n
      |                                         ^~~~~~~~~
      = help: its lines are the largest parts of the change, the others and the total; read on: `show ... from (why ...)`
input.koers:19:41: error[E0628]: `why` does not take `with`
   19 | why n versus previous quarter by region with total
      |                                         ^~~~~~~~~~
      = help: its lines are the largest parts of the change, the others and the total; read on: `show ... from (why ...)`
input.koers:20:41: error[E0628]: `why` does not take `sparse`
   20 | why n versus previous quarter by region sparse
      |                                         ^~~~~~
      = help: its lines are the largest parts of the change, the others and the total; read on: `show ... from (why ...)`
input.koers:21:31: error[E0628]: `why` does not take `across`
   21 | why n versus previous quarter across region
      |                               ^~~~~~~~~~~~~
      = help: its lines are the largest parts of the change, the others and the total; read on: `show ... from (why ...)`
input.koers:22:41: error[E0628]: `why` has the largest parts first
   22 | why n versus previous quarter by region top 3 by n
      |                                         ^~~~~~~~~~
      = help: say how many: `top 5`
input.koers:23:41: error[E0628]: `why` does not take `bottom`
   23 | why n versus previous quarter by region bottom 3
      |                                         ^~~~~~~~
      = help: its lines are the largest parts of the change, the others and the total; read on: `show ... from (why ...)`
input.koers:24:41: error[E0628]: `why` does not take `alarm`
   24 | why n versus previous quarter by region alarm when n > 3 "x"
      |                                         ^~~~~~~~~~~~~~~~~~~~
      = help: its lines are the largest parts of the change, the others and the total; read on: `show ... from (why ...)`
input.koers:25:5: error[E0628]: what is made of no rows does not change
   25 | why n versus previous quarter by region what if n = 3
      |     ^
      = help: name a measure, which `what if` makes of others
input.koers:26:5: error[E0304]: two columns are called `n`
   26 | why n versus n by region
      |     ^
      = help: give one another name: `... as name`
input.koers:27:5: error[E0301]: there is no measure `nn`
   27 | why nn versus previous quarter by region
      |     ^~
      = help: did you mean `n`?
input.koers:28:34: error[E0301]: there is no dimension `regoin`
   28 | why n versus previous quarter by regoin
      |                                  ^~~~~~
      = help: did you mean `region`?
--- exit
1

=== nothing tells parts of it apart
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source o from table orders {
  key order_id
  time ordered = order_date
  measure n = count()
}
why n versus previous quarter
--- stderr
input.koers:7:5: error[E0628]: no dimension of the model tells parts of this apart
    7 | why n versus previous quarter
      |     ^
      = help: declare one, or say what to split by: `by region`
--- exit
1

=== new and lost members, empty keys, keys that are not there
--- schema shop
--- args
run input.koers --today 2025-12-31
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name dimension region }
source o from table orders {
  key order_id
  join customers on customer_id
  dimension status
  time ordered = order_date
  measure n = count()
  measure f : money(EUR) = sum(freight)
}
why f versus previous quarter by region for 2025-Q2
why f versus previous quarter by customer for 2025-Q2 top 1
why f versus previous quarter for 2025-Q2
why f versus previous quarter by region, status for 2025-Q2 where status = "done"
why f versus previous year by region for 2025-Q2
why n versus previous quarter by region for 2025-Q3
why n versus previous quarter by region for 2025-Q4
--- stdout
region      f  f previous quarter   changed     new     lost   contribution    share
──────  ─────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
North   €0.00               €4.90◔    €0.00◔  €0.00◔  -€4.90◔        -€4.90◔   42.6%◔
South   €7.75              €12.00◔   -€4.25◔  €0.00◔   €0.00◔        -€4.25◔   37.0%◔
(none)  €1.00               €3.35◔   -€2.35◔  €0.00◔   €0.00◔        -€2.35◔   20.4%◔
──────  ─────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
total   €8.75              €20.25◔   -€6.60◔  €0.00◔  -€4.90◔       -€11.50◔  100.0%◔

customer        f  f previous quarter   changed     new     lost   contribution    share
──────────  ─────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
Adler       €0.00               €4.90◔    €0.00◔  €0.00◔  -€4.90◔        -€4.90◔   42.6%◔
others (3)  €8.75              €15.35◔   -€4.25◔  €1.00◔  -€3.35◔        -€6.60◔   57.4%◔
──────────  ─────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
total       €8.75              €20.25◔   -€4.25◔  €1.00◔  -€8.25◔       -€11.50◔  100.0%◔

dimension  member      f  f previous quarter   changed     new     lost   contribution    share
─────────  ──────  ─────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
customer   Adler   €0.00               €4.90◔    €0.00◔  €0.00◔  -€4.90◔        -€4.90◔   42.6%◔
           Birke   €7.75              €12.00◔   -€4.25◔  €0.00◔   €0.00◔        -€4.25◔   37.0%◔
           Cramer  €0.00               €3.35◔    €0.00◔  €0.00◔  -€3.35◔        -€3.35◔   29.1%◔
           (none)  €1.00               €0.00◔    €0.00◔  €1.00◔   €0.00◔         €1.00◔   -8.7%◔
─────────  ──────  ─────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
total              €8.75              €20.25◔   -€4.25◔  €1.00◔  -€8.25◔       -€11.50◔  100.0%◔
`customer` is chosen of 3 dimensions: three members are €6.13 off a change of all alike, of `region` €5.13, of `status` €0.00

region  status      f  f previous quarter   changed     new     lost   contribution    share
──────  ──────  ─────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
North   done    €0.00               €4.90◔    €0.00◔  €0.00◔  -€4.90◔        -€4.90◔   42.6%◔
South   done    €7.75              €12.00◔   -€4.25◔  €0.00◔   €0.00◔        -€4.25◔   37.0%◔
(none)  done    €1.00               €3.35◔   -€2.35◔  €0.00◔   €0.00◔        -€2.35◔   20.4%◔
──────  ──────  ─────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
total           €8.75              €20.25◔   -€6.60◔  €0.00◔  -€4.90◔       -€11.50◔  100.0%◔

region      f  f previous year  changed  new  lost  contribution  share
──────  ─────  ───────────────  ───────  ───  ────  ────────────  ─────
South   €7.75                –        –    –     –             –      –
(none)  €1.00                –        –    –     –             –      –
──────  ─────  ───────────────  ───────  ───  ────  ────────────  ─────
total   €8.75                –        –    –     –             –      –

region  n  n previous quarter  changed  new  lost  contribution  share
──────  ─  ──────────────────  ───────  ───  ────  ────────────  ─────
South   –                   1        –    –     –             –      –
(none)  –                   1        –    –     –             –      –
──────  ─  ──────────────────  ───────  ───  ────  ────────────  ─────
total   –                   2        –    –     –             –      –

region  n  n previous quarter  changed  new  lost  contribution  share
──────  ─  ──────────────────  ───────  ───  ────  ────────────  ─────
total   –                   –        –    –     –             –      –
--- exit
0

=== an unfinished period is cut as versus does
--- schema shop
--- args
run input.koers --today 2025-05-05
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name dimension region }
source o from table orders {
  key order_id
  join customers on customer_id
  time ordered = order_date
  measure f : money(EUR) = sum(freight)
}
show f by region for 2025-Q2 versus previous quarter with total
why f versus previous quarter by region
why f versus full previous quarter by region
why f versus previous quarter on working days by region
why f as paid versus previous quarter as before by region
--- stdout
region      f   f previous quarter   f change   f change %
──────  ──────  ───────────────────  ─────────  ───────────
North   €0.00◔               €4.90◔    -€4.90◔     -100.0%◔
South   €7.75◔              €12.00◔    -€4.25◔      -35.4%◔
(none)  €1.00◔               €0.00◔     €1.00◔           –◔
──────  ──────  ───────────────────  ─────────  ───────────
total   €8.75◔              €16.90◔    -€8.15◔      -48.2%◔
rows of o after today count in their period, but what it is compared with stops today; a period to date, as `for year to date`, compares like with like

region      f   f previous quarter   changed     new     lost   contribution    share
──────  ──────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
North   €0.00◔               €4.90◔    €0.00◔  €0.00◔  -€4.90◔        -€4.90◔   60.1%◔
South   €7.75◔              €12.00◔   -€4.25◔  €0.00◔   €0.00◔        -€4.25◔   52.1%◔
(none)  €1.00◔               €0.00◔    €0.00◔  €1.00◔   €0.00◔         €1.00◔  -12.3%◔
──────  ──────  ───────────────────  ────────  ──────  ───────  ─────────────  ───────
total   €8.75◔              €16.90◔   -€4.25◔  €1.00◔  -€4.90◔        -€8.15◔  100.0%◔
for 2025-Q2, in which today lies
rows of o after today count in their period, but what it is compared with stops today; a period to date, as `for year to date`, compares like with like

region      f   f full previous quarter   changed     new     lost   contribution    share
──────  ──────  ────────────────────────  ────────  ──────  ───────  ─────────────  ───────
North   €0.00◔                    €4.90◔    €0.00◔  €0.00◔  -€4.90◔        -€4.90◔   42.6%◔
South   €7.75◔                   €12.00◔   -€4.25◔  €0.00◔   €0.00◔        -€4.25◔   37.0%◔
(none)  €1.00◔                    €3.35◔   -€2.35◔  €0.00◔   €0.00◔        -€2.35◔   20.4%◔
──────  ──────  ────────────────────────  ────────  ──────  ───────  ─────────────  ───────
total   €8.75◔                   €20.25◔   -€6.60◔  €0.00◔  -€4.90◔       -€11.50◔  100.0%◔
for 2025-Q2, in which today lies

region      f   f previous quarter on working days   changed     new     lost   contribution    share
──────  ──────  ───────────────────────────────────  ────────  ──────  ───────  ─────────────  ───────
North   €0.00◔                               €4.90◔    €0.00◔  €0.00◔  -€4.90◔        -€4.90◔   60.1%◔
South   €7.75◔                              €12.00◔   -€4.25◔  €0.00◔   €0.00◔        -€4.25◔   52.1%◔
(none)  €1.00◔                               €0.00◔    €0.00◔  €1.00◔   €0.00◔         €1.00◔  -12.3%◔
──────  ──────  ───────────────────────────────────  ────────  ──────  ───────  ─────────────  ───────
total   €8.75◔                              €16.90◔   -€4.25◔  €1.00◔  -€4.90◔        -€8.15◔  100.0%◔
for 2025-Q2, in which today lies
rows of o after today count in their period, but what it is compared with stops today; a period to date, as `for year to date`, compares like with like

region   paid   paid before   changed     new     lost   contribution    share
──────  ──────  ────────────  ────────  ──────  ───────  ─────────────  ───────
North   €0.00◔        €4.90◔    €0.00◔  €0.00◔  -€4.90◔        -€4.90◔   60.1%◔
South   €7.75◔       €12.00◔   -€4.25◔  €0.00◔   €0.00◔        -€4.25◔   52.1%◔
(none)  €1.00◔        €0.00◔    €0.00◔  €1.00◔   €0.00◔         €1.00◔  -12.3%◔
──────  ──────  ────────────  ────────  ──────  ───────  ─────────────  ───────
total   €8.75◔       €16.90◔   -€4.25◔  €1.00◔  -€4.90◔        -€8.15◔  100.0%◔
for 2025-Q2, in which today lies
rows of o after today count in their period, but what it is compared with stops today; a period to date, as `for year to date`, compares like with like
--- exit
0

=== rates, and what they have not
--- schema shop
--- args
run input.koers --today 2025-12-31
--- input
open "store.db"
source o from table orders {
  key order_id
  dimension status
  time ordered = order_date
  measure n = count()
  measure done = count() where status = "done"
  measure f : money(EUR) = sum(freight)
  measure mean = avg(freight)
  measure part : percent = done / n
}
why part versus previous quarter for 2025-Q2
why part versus previous quarter by status for 2025-Q2
why f / n as each versus previous quarter by status for 2025-Q2
why mean versus previous quarter by status for 2025-Q2
why part versus previous year for 2025-Q2
why part versus previous year by status for 2025-Q2
why part versus mean by status for 2025-Q2
--- stdout
  part  part previous quarter   numerator   denominator   contribution    share
──────  ──────────────────────  ──────────  ────────────  ─────────────  ───────
100.0%                  75.0%◔     -37.5%◔        62.5%◔         25.0%◔  100.0%◔

status    part  part previous quarter   rate    mix    new    lost   contribution    share
──────  ──────  ──────────────────────  ─────  ─────  ─────  ──────  ─────────────  ───────
open         –                   0.0%◔  0.0%◔  0.0%◔  0.0%◔  21.9%◔         21.9%◔   87.5%◔
done    100.0%                 100.0%◔  0.0%◔  3.1%◔  0.0%◔   0.0%◔          3.1%◔   12.5%◔
──────  ──────  ──────────────────────  ─────  ─────  ─────  ──────  ─────────────  ───────
total   100.0%                  75.0%◔  0.0%◔  3.1%◔  0.0%◔  21.9%◔         25.0%◔  100.0%◔

status   each  each previous quarter     rate     mix     new    lost   contribution     share
──────  ─────  ──────────────────────  ───────  ──────  ──────  ──────  ─────────────  ────────
done    €4.38                  €6.75◔  -€2.08◔  €0.21◔  €0.00◔  €0.00◔        -€1.87◔   271.6%◔
open        –                  €0.00◔   €0.00◔  €0.00◔  €0.00◔  €1.18◔         €1.18◔  -171.6%◔
──────  ─────  ──────────────────────  ───────  ──────  ──────  ──────  ─────────────  ────────
total   €4.38                  €5.06◔  -€2.08◔  €0.21◔  €0.00◔  €1.18◔        -€0.69◔   100.0%◔

status  mean  mean previous quarter    rate    mix   new   lost   contribution     share
──────  ────  ──────────────────────  ──────  ─────  ────  ─────  ─────────────  ────────
done    4.38                   6.75◔  -2.08◔  0.21◔    0◔  0.00◔         -1.87◔   271.6%◔
open       –                   0.00◔   0.00◔  0.00◔    0◔  1.18◔          1.18◔  -171.6%◔
──────  ────  ──────────────────────  ──────  ─────  ────  ─────  ─────────────  ────────
total   4.38                   5.06◔  -2.08◔  0.21◔    0◔  1.18◔         -0.69◔   100.0%◔

  part  part previous year  numerator  denominator  contribution  share
──────  ──────────────────  ─────────  ───────────  ────────────  ─────
100.0%                   –          –            –             –      –

status    part  part previous year  rate  mix  new  lost  contribution  share
──────  ──────  ──────────────────  ────  ───  ───  ────  ────────────  ─────
done    100.0%                   –     –    –    –     –             –      –
──────  ──────  ──────────────────  ────  ───  ───  ────  ────────────  ─────
total   100.0%                   –     –    –    –     –             –      –

status    part    mean     rate   mix   new  lost  contribution   share
──────  ──────  ──────  ───────  ────  ────  ────  ────────────  ──────
done    100.0%  437.5%  -337.5%  0.0%  0.0%  0.0%       -337.5%  100.0%
──────  ──────  ──────  ───────  ────  ────  ────  ────────────  ──────
total   100.0%  437.5%  -337.5%  0.0%  0.0%  0.0%       -337.5%  100.0%
--- exit
0

=== prices
--- schema shop
--- args
run input.koers --today 2025-12-31
--- input
open "store.db"
source products from table products { entity product key product_id label product_name dimension category }
source orders from table orders { key order_id time ordered = order_date }
source l from table order_lines {
  key order_id, line_no
  join products on product_id
  join orders on order_id
  time ordered = orders.order_date
  measure units = sum(quantity)
  measure revenue : money(EUR) = sum(quantity * unit_price)
  measure plain = sum(quantity * unit_price)
}
why revenue versus previous quarter by product for 2025-Q2
why revenue versus previous quarter by category for 2025-Q2
why plain versus previous quarter by product for 2025-Q2
why revenue - revenue[where category = "Home"] as office versus previous quarter by product for 2025-Q2
--- stdout
product  revenue  revenue previous quarter   price     volume      mix     new      lost   contribution    share
───────  ───────  ─────────────────────────  ──────  ─────────  ───────  ──────  ────────  ─────────────  ───────
Desk     €150.00                   €430.00◔  €6.67◔  -€382.22◔  €95.56◔  €0.00◔    €0.00◔      -€280.00◔   82.6%◔
Lamp       €0.00                    €45.00◔  €0.00◔     €0.00◔   €0.00◔  €0.00◔  -€45.00◔       -€45.00◔   13.3%◔
Pen        €1.10                    €15.00◔  €0.10◔   -€13.33◔  -€0.67◔  €0.00◔    €0.00◔       -€13.90◔    4.1%◔
───────  ───────  ─────────────────────────  ──────  ─────────  ───────  ──────  ────────  ─────────────  ───────
total    €151.10                   €490.00◔  €6.77◔  -€395.56◔  €94.89◔  €0.00◔  -€45.00◔      -€338.90◔  100.0%◔

category  revenue  revenue previous quarter    changed     new      lost   contribution    share
────────  ───────  ─────────────────────────  ─────────  ──────  ────────  ─────────────  ───────
Office    €151.10                   €445.00◔  -€293.90◔  €0.00◔    €0.00◔      -€293.90◔   86.7%◔
Home        €0.00                    €45.00◔     €0.00◔  €0.00◔  -€45.00◔       -€45.00◔   13.3%◔
────────  ───────  ─────────────────────────  ─────────  ──────  ────────  ─────────────  ───────
total     €151.10                   €490.00◔  -€293.90◔  €0.00◔  -€45.00◔      -€338.90◔  100.0%◔

product  plain  plain previous quarter   changed   new   lost   contribution    share
───────  ─────  ───────────────────────  ────────  ────  ─────  ─────────────  ───────
Desk     150.0                     430◔   -280.0◔    0◔     0◔        -280.0◔   82.6%◔
Lamp       0.0                      45◔      0.0◔    0◔   -45◔         -45.0◔   13.3%◔
Pen        1.1                      15◔    -13.9◔    0◔     0◔         -13.9◔    4.1%◔
───────  ─────  ───────────────────────  ────────  ────  ─────  ─────────────  ───────
total    151.1                     490◔   -293.9◔    0◔   -45◔        -338.9◔  100.0%◔

product   office  office previous quarter    changed     new    lost   contribution    share
───────  ───────  ────────────────────────  ─────────  ──────  ──────  ─────────────  ───────
Desk     €150.00                  €430.00◔  -€280.00◔  €0.00◔  €0.00◔      -€280.00◔   95.3%◔
Pen        €1.10                   €15.00◔   -€13.90◔  €0.00◔  €0.00◔       -€13.90◔    4.7%◔
───────  ───────  ────────────────────────  ─────────  ──────  ──────  ─────────────  ───────
total    €151.10                  €445.00◔  -€293.90◔  €0.00◔  €0.00◔      -€293.90◔  100.0%◔
--- exit
0

=== two quantities are none
--- schema shop
--- args
run input.koers --today 2025-12-31 --format csv
--- input
open "store.db"
source products from table products { entity product key product_id label product_name }
source orders from table orders { key order_id time ordered = order_date }
source l from table order_lines {
  key order_id, line_no
  join products on product_id
  join orders on order_id
  time ordered = orders.order_date
  measure units = sum(quantity)
  measure prices = sum(unit_price)
  measure revenue : money(EUR) = sum(quantity * unit_price)
}
why revenue versus previous quarter by product for 2025-Q2
--- stdout
level,product,revenue,revenue previous quarter,changed,new,lost,contribution,share
line,Desk,150,430,-280,0,0,-280,0.82620241959280023606
line,Lamp,0,45,0,0,-45,-45,0.13278253172027146651
line,Pen,1.1,15,-13.9,0,0,-13.9,0.04101504868692829743
total,,151.1,490,-293.9,0,-45,-338.9,1
--- exit
0

=== a declared price
--- schema shop
create table sold (id integer primary key, product text, day date, net integer, pieces integer, boxes integer);
insert into sold (product, day, net, pieces, boxes) values ('A', '2024-03-01', 100, 10, 1), ('A', '2025-03-01', 240, 20, 3),
  ('B', '2024-04-01', 300, 30, 2), ('B', '2025-04-01', 150, 10, 1), ('C', '2024-04-01', 50, 5, 1), ('D', '2025-04-01', 70, 7, 1);
create table product (name text primary key);
insert into product values ('A'), ('B'), ('C'), ('D');
--- args
run input.koers --today 2025-12-31 --format csv
--- input
open "store.db"
source products from table product { entity product key name }
source sold from table sold { key id  join products on product  dimension letter = product  time day = day
  measure revenue : money(EUR) = sum(net)  measure pieces = sum(pieces)  measure boxes = sum(boxes)
  measure price : money(EUR) = revenue / pieces }
-- A and B are sold on both sides: 40 pieces became 30
why revenue versus previous year by product for 2025
--- stdout
level,product,revenue,revenue previous year,price,volume,mix,new,lost,contribution,share
line,B,150,300,50,-75,-125,0,0,-150,-15
line,A,240,100,40,-25,125,0,0,140,14
line,D,70,0,0,0,0,70,0,70,7
line,C,0,50,0,0,0,0,-50,-50,-5
total,,460,450,90,-100,0,70,-50,10,1
--- oracle-sql
with item as (select product, sum(iif(day >= '2025-01-01', net, 0)) as r1, sum(iif(day < '2025-01-01', net, 0)) as r0,
    sum(iif(day >= '2025-01-01', pieces, 0)) as q1, sum(iif(day < '2025-01-01', pieces, 0)) as q0 from sold group by product),
  g as (select 1.0 * sum(q1) / sum(q0) as g from item where q0 > 0 and q1 > 0),
  part as (select product, r1, r0, iif(q0 and q1, r1 - r0 * q1 / q0, 0) as price, iif(q0 and q1, r0 * (g - 1), 0) as volume,
    iif(q0 and q1, (q1 - q0 * g) * r0 / q0, 0) as mix, iif(q0, 0, r1) as new, iif(q1, 0, -r0) as lost from item, g)
select 'line', product, r1, r0, printf('%g', price), printf('%g', volume), printf('%g', mix), new, lost, r1 - r0, (r1 - r0) / 10
  from (select * from part order by abs(r1 - r0) desc)
union all select 'total', null, sum(r1), sum(r0), printf('%g', sum(price)), printf('%g', sum(volume)), printf('%g', sum(mix)), sum(new), sum(lost), sum(r1 - r0), 1 from part;

=== without by: the entity whose members' prices differ most, of rows that are also the quantity's
--- schema shop
create table sold (id integer primary key, product text, shop text, day date, net integer, pieces integer, ok integer);
insert into sold (product, shop, day, net, pieces, ok) values ('A', 'x', '2024-03-01', 100, 10, 1), ('A', 'y', '2025-03-01', 240, 20, 1),
  ('B', 'y', '2024-04-01', 3000, 30, 1), ('B', 'x', '2025-04-01', 1500, 10, 1), ('C', 'x', '2024-04-01', 50, 5, 1), ('D', 'y', '2025-04-01', 410, 7, 1),
  ('A', 'x', '2025-05-01', 9999, 1, 0);
create table product (name text primary key);
insert into product values ('A'), ('B'), ('C'), ('D');
create table shop (name text primary key);
insert into shop values ('x'), ('y');
--- args
run input.koers --today 2025-12-31 --format csv
--- input
open "store.db"
source products from table product { entity product key name }
source shops from table shop { entity shop key name }
source sold from table sold { key id  join products on product  join shops on shop  dimension letter = product  time day = day
  dimension is_good = ok = 1
  measure revenue : money(EUR) = sum(net) where is_good
  measure pieces = sum(pieces) where is_good  measure all_pieces = sum(pieces)
  measure price : money(EUR) = revenue / pieces }
-- A and B are sold on both sides: 40 pieces became 30; x and y are too, with prices nearer to each other
why revenue versus previous year for 2025
--- oracle-sql
with item as (select product, sum(iif(day >= '2025-01-01', net, 0)) as r1, sum(iif(day < '2025-01-01', net, 0)) as r0,
    sum(iif(day >= '2025-01-01', pieces, 0)) as q1, sum(iif(day < '2025-01-01', pieces, 0)) as q0 from sold where ok group by product),
  g as (select 1.0 * sum(q1) / sum(q0) as g from item where q0 > 0 and q1 > 0),
  part as (select product, r1, r0, iif(q0 and q1, r1 - r0 * q1 / q0, 0) as price, iif(q0 and q1, r0 * (g - 1), 0) as volume,
    iif(q0 and q1, (q1 - q0 * g) * r0 / q0, 0) as mix, iif(q0, 0, r1) as new, iif(q1, 0, -r0) as lost from item, g)
select 'line', 'product', product, r1, r0, printf('%g', price), printf('%g', volume), printf('%g', mix), new, lost, r1 - r0, (r1 - r0) / -1000.0 from (select * from part order by abs(r1 - r0) desc)
union all select 'total', null, null, sum(r1), sum(r0), printf('%g', sum(price)), printf('%g', sum(volume)), printf('%g', sum(mix)), sum(new), sum(lost), sum(r1 - r0), 1 from part;
--- stdout
level,dimension,member,revenue,revenue previous year,price,volume,mix,new,lost,contribution,share
line,product,B,1500,3000,500,-750,-1250,0,0,-1500,1.5
line,product,D,410,0,0,0,0,410,0,410,-0.41
line,product,A,240,100,40,-25,125,0,0,140,-0.14
line,product,C,0,50,0,0,0,0,-50,-50,0.05
total,,,2150,3150,540,-775,-1125,410,-50,-1000,1

=== a quantity of fewer rows than the money is none
--- schema shop
create table sold (id integer primary key, product text, shop text, day date, net integer, pieces integer, ok integer);
insert into sold (product, shop, day, net, pieces, ok) values ('A', 'x', '2024-03-01', 100, 10, 1), ('A', 'y', '2025-03-01', 240, 20, 1),
  ('B', 'y', '2024-04-01', 3000, 30, 1), ('B', 'x', '2025-04-01', 1500, 10, 1), ('C', 'x', '2024-04-01', 50, 5, 1), ('D', 'y', '2025-04-01', 70, 7, 1),
  ('A', 'x', '2025-05-01', 9999, 1, 0);
create table product (name text primary key);
insert into product values ('A'), ('B'), ('C'), ('D');
create table shop (name text primary key);
insert into shop values ('x'), ('y');
--- args
run input.koers --today 2025-12-31 --format csv
--- input
open "store.db"
source products from table product { entity product key name }
source other from table sold { key id  join products on product  time day = day
  measure paid : money(EUR) = sum(net)  measure good_pieces = sum(pieces) where ok = 1
  measure good_price : money(EUR) = paid / good_pieces }
why paid versus previous year by product for 2025 top 1
why paid versus previous year for 2025 top 1
--- stdout
level,product,paid,paid previous year,changed,new,lost,contribution,share
line,A,10239,100,10139,0,0,10139,1.17092042961080956231
others,,1570,3050,-1500,70,-50,-1480,-0.17092042961080956231
total,,11809,3150,8639,70,-50,8659,1

level,dimension,member,paid,paid previous year,changed,new,lost,contribution,share
line,product,A,10239,100,10139,0,0,10139,1.17092042961080956231
others,product,,1570,3050,-1500,70,-50,-1480,-0.17092042961080956231
total,,,11809,3150,8639,70,-50,8659,1

=== why no price is told
--- schema shop
create table sold (id integer primary key, product text, day date, net real, pieces integer, boxes integer);
insert into sold (product, day, net, pieces, boxes) values ('A', '2024-03-01', 100, 10, 1), ('A', '2025-03-01', 240, 20, 3);
create table product (name text primary key);
insert into product values ('A'), ('B'), ('C'), ('D');
create table fx (date text, "from" text, "to" text, rate real);
insert into fx values ('2024-03-01', 'EUR', 'USD', 2), ('2025-03-01', 'EUR', 'USD', 2);
--- args
run input.koers --today 2025-12-31
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source products from table product { entity product key name }
source sold from table sold { key id  join products on product  dimension letter = product  time day = day
  measure revenue : money(EUR) = sum(net)  measure pieces = sum(pieces)  measure boxes = sum(boxes)
  measure paid : money(EUR) = sum(pieces * boxes) }
source bare from table sold { key id  join products on product  time day = day
  measure fees : money(EUR) = sum(net)  measure worth : money(EUR) = sum(net * pieces) }
source priced from table sold { key id  join products on product  time day = day
  measure takings : money(EUR) = sum(net)  measure small = sum(pieces)  measure big = sum(boxes)
  measure price : money(EUR) = takings / small  measure box_price : money(EUR) = takings / big }
why fees versus previous year by product for 2025
why worth versus previous year by product for 2025
why revenue versus previous year by product for 2025
why paid versus previous year by product for 2025
-- no entity, no product
why revenue versus previous year by letter for 2025
why revenue[in USD] versus previous year by product for 2025
why takings versus previous year by product for 2025
--- stdout
product     fees   fees previous year   changed     new    lost   contribution    share
───────  ────────  ───────────────────  ────────  ──────  ──────  ─────────────  ───────
A        €240.00◔             €100.00◔  €140.00◔  €0.00◔  €0.00◔       €140.00◔  100.0%◔
───────  ────────  ───────────────────  ────────  ──────  ──────  ─────────────  ───────
total    €240.00◔             €100.00◔  €140.00◔  €0.00◔  €0.00◔       €140.00◔  100.0%◔

product      worth   worth previous year     changed     new    lost   contribution    share
───────  ──────────  ────────────────────  ──────────  ──────  ──────  ─────────────  ───────
A        €4,800.00◔            €1,000.00◔  €3,800.00◔  €0.00◔  €0.00◔     €3,800.00◔  100.0%◔
───────  ──────────  ────────────────────  ──────────  ──────  ──────  ─────────────  ───────
total    €4,800.00◔            €1,000.00◔  €3,800.00◔  €0.00◔  €0.00◔     €3,800.00◔  100.0%◔
price, volume and mix are not told apart: nothing says which factor of `worth` is the quantity; declare its sum as a measure of `bare`

product  revenue   revenue previous year   changed     new    lost   contribution    share
───────  ────────  ──────────────────────  ────────  ──────  ──────  ─────────────  ───────
A        €240.00◔                €100.00◔  €140.00◔  €0.00◔  €0.00◔       €140.00◔  100.0%◔
───────  ────────  ──────────────────────  ────────  ──────  ──────  ─────────────  ───────
total    €240.00◔                €100.00◔  €140.00◔  €0.00◔  €0.00◔       €140.00◔  100.0%◔
price, volume and mix are not told apart: nothing says what `revenue` is a price times; if it is `pieces`, declare `measure price = revenue / pieces`

product    paid   paid previous year   changed     new    lost   contribution    share
───────  ───────  ───────────────────  ────────  ──────  ──────  ─────────────  ───────
A        €60.00◔              €10.00◔   €50.00◔  €0.00◔  €0.00◔        €50.00◔  100.0%◔
───────  ───────  ───────────────────  ────────  ──────  ──────  ─────────────  ───────
total    €60.00◔              €10.00◔   €50.00◔  €0.00◔  €0.00◔        €50.00◔  100.0%◔
price, volume and mix are not told apart: `pieces` and `boxes` may both be the quantity; declare `measure price = paid / pieces`

letter  revenue   revenue previous year   changed     new    lost   contribution    share
──────  ────────  ──────────────────────  ────────  ──────  ──────  ─────────────  ───────
A       €240.00◔                €100.00◔  €140.00◔  €0.00◔  €0.00◔       €140.00◔  100.0%◔
──────  ────────  ──────────────────────  ────────  ──────  ──────  ─────────────  ───────
total   €240.00◔                €100.00◔  €140.00◔  €0.00◔  €0.00◔       €140.00◔  100.0%◔

product  revenue[in USD]   revenue[in USD] previous year   changed     new    lost   contribution    share
───────  ────────────────  ──────────────────────────────  ────────  ──────  ──────  ─────────────  ───────
A                $480.00◔                        $200.00◔  $280.00◔  $0.00◔  $0.00◔       $280.00◔  100.0%◔
───────  ────────────────  ──────────────────────────────  ────────  ──────  ──────  ─────────────  ───────
total            $480.00◔                        $200.00◔  $280.00◔  $0.00◔  $0.00◔       $280.00◔  100.0%◔
price, volume and mix are not told apart: this is another currency than what was sold in

product  takings   takings previous year   changed     new    lost   contribution    share
───────  ────────  ──────────────────────  ────────  ──────  ──────  ─────────────  ───────
A        €240.00◔                €100.00◔  €140.00◔  €0.00◔  €0.00◔       €140.00◔  100.0%◔
───────  ────────  ──────────────────────  ────────  ──────  ──────  ─────────────  ───────
total    €240.00◔                €100.00◔  €140.00◔  €0.00◔  €0.00◔       €140.00◔  100.0%◔
price, volume and mix are not told apart: `price` and `box_price` divide by different quantities; keep one of them

=== stocks by what happened to their rows
--- schema stocks
--- args
run input.koers --today 2024-12-31
--- input
open "store.db"
source deals from table deals {
  key id
  dimension owner
  time made = created
  measure open = sum(amount) while created until closed
}
source changes from table changes {
  key id
  dimension owner, stage
  time changed = at
  measure value = sum(amount) as last known per deal at at where stage = "open"
}
source stock from table stock {
  key day, item
  time kept = day
  dimension item
  measure quantity = sum(quantity) at snapshot day
}
source bare from table stock {
  time kept = day
  dimension item
  measure held = sum(quantity) at snapshot day
}
why open versus previous month for 2024-02
bridge open for 2024-02
why open versus previous month by owner for 2024-02
why value versus previous month for 2024-02
bridge value for 2024-02
why value versus previous 2 months for 2024-03 where owner = "bob"
why quantity versus previous month for 2024-02 chart waterfall
why held versus previous month for 2024-02
why open[opening] versus previous month by owner for 2024-02
--- stdout
open  open previous month  new  gone  contribution   share
────  ───────────────────  ───  ────  ────────────  ──────
 270                  300  120  -150           -30  100.0%

opening  new  gone  closing
───────  ───  ────  ───────
    300  120  -150      270

owner  open  open previous month  changed  new  lost  contribution    share
─────  ────  ───────────────────  ───────  ───  ────  ────────────  ───────
ann     200                  300     -100    0     0          -100   333.3%
bob      70                    0        0   70     0            70  -233.3%
─────  ────  ───────────────────  ───────  ───  ────  ────────────  ───────
total   270                  300     -100   70     0           -30   100.0%
`owner` has its present value: `deals` does not keep it by time

value  value previous month  new  up  down  entered  left  contribution   share
─────  ────────────────────  ───  ──  ────  ───────  ────  ────────────  ──────
  157                   140    7  50     0        0   -40            17  100.0%

opening  new  up  down  entered  left  closing
───────  ───  ──  ────  ───────  ────  ───────
    140    7  50     0        0   -40      157

value  value previous 2 months  new  up  down  entered  left  contribution   share
─────  ───────────────────────  ───  ──  ────  ───────  ────  ────────────  ──────
   60                       40    0   0     0      210  -190            20  100.0%

quantity  quantity previous month  new  up  down  gone  contribution   share
────────  ───────────────────────  ───  ──  ────  ────  ────────────  ──────
       5                       15    5   0    -3   -12           -10  100.0%

quantity
quantity previous month   15  15  ███████████████████████████████████
new                        5  20                                     ███████████
up                         0  20
down                      -3  17                                         ▒▒▒▒▒▒▒
gone                     -12   5              ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
total                          5  ████████████

dimension  member  held  held previous month  changed  new  lost  contribution   share
─────────  ──────  ────  ───────────────────  ───────  ───  ────  ────────────  ──────
item       a          0                   10        0    0   -10           -10  100.0%
           b          4                    5       -1    0     0            -1   10.0%
           c          1                    0        0    1     0             1  -10.0%
─────────  ──────  ────  ───────────────────  ───────  ───  ────  ────────────  ──────
total                 5                   15       -1    1   -10           -10  100.0%
`item` is chosen of 1 dimension: three members are 7 off a change of all alike

owner  open[opening]  open[opening] previous month  changed  new  lost  contribution  share
─────  ─────────────  ────────────────────────────  ───────  ───  ────  ────────────  ─────
ann              300                             –        –    –     –             –      –
─────  ─────────────  ────────────────────────────  ───────  ───  ────  ────────────  ─────
total            300                             –        –    –     –             –      –
`owner` has its present value: `deals` does not keep it by time
--- exit
0

=== read on and written
--- schema shop
--- args
run input.koers --today 2025-12-31; cat out.csv out.json out.md; sed -n "/<table/,/<.table>/p" out.html; grep -c "<svg" out.html; rm -f out.*
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name dimension region }
source o from table orders {
  key order_id
  join customers on customer_id
  time ordered = order_date
  measure n = count()
  measure f : money(EUR) = sum(freight)
}
show sum(contribution) as change, count() as members
  from (why f versus previous quarter by customer for 2025-Q2)
show member, sum(contribution) as change
  from (why f versus previous quarter for 2025-Q2 top 1)
report freight(period : period) "Why" {
  why f versus previous quarter by customer for $period top 2 chart waterfall
}
run freight(period: 2025-Q2) to "out.csv", "out.json", "out.md", "out.html"
--- stderr
--- exit
0
--- stdout
 change  members
───────  ───────
-€11.50        4

member  change
──────  ──────
Adler   -€4.90
level,customer,f,f previous quarter,changed,new,lost,contribution,share
line,Adler,0,4.9,0,0,-4.9,-4.9,0.42608695652173913043
line,Birke,7.75,12,-4.25,0,0,-4.25,0.36956521739130434783
others,,1,3.35,0,1,-3.35,-2.35,0.20434782608695652174
total,,8.75,20.25,-4.25,1,-8.25,-11.5,1
[{"title":"Why"}
,{"columns":[{"title":"customer","role":"key","type":"text"},{"title":"f","role":"measure","type":"money","currency":"EUR"},{"title":"f previous quarter","role":"measure","type":"money","currency":"EUR"},{"title":"changed","role":"measure","type":"money","currency":"EUR"},{"title":"new","role":"measure","type":"money","currency":"EUR"},{"title":"lost","role":"measure","type":"money","currency":"EUR"},{"title":"contribution","role":"measure","type":"money","currency":"EUR"},{"title":"share","role":"measure","type":"percent"}],
"rows":[
{"level":"line","values":{"customer":"Adler","f":0,"f previous quarter":4.9,"changed":0,"new":0,"lost":-4.9,"contribution":-4.9,"share":0.42608695652173913043},"partial":["f previous quarter","changed","new","lost","contribution","share"]},
{"level":"line","values":{"customer":"Birke","f":7.75,"f previous quarter":12,"changed":-4.25,"new":0,"lost":0,"contribution":-4.25,"share":0.36956521739130434783},"partial":["f previous quarter","changed","new","lost","contribution","share"]},
{"level":"others","values":{"customer":null,"f":1,"f previous quarter":3.35,"changed":0,"new":1,"lost":-3.35,"contribution":-2.35,"share":0.20434782608695652174},"partial":["f previous quarter","changed","new","lost","contribution","share"]},
{"level":"total","values":{"customer":null,"f":8.75,"f previous quarter":20.25,"changed":-4.25,"new":1,"lost":-8.25,"contribution":-11.5,"share":1},"partial":["f previous quarter","changed","new","lost","contribution","share"]}]}
,{"about":{"period":"2025-Q2","as of":"2025-12-31","data until":"2025-06-30","store":"store.db","definitions":"c66240a06af3"}}
]
# Why

| customer       |         f | f previous quarter |     changed |        new |        lost | contribution |       share |
| -------------- | --------: | -----------------: | ----------: | ---------: | ----------: | -----------: | ----------: |
| Adler          |     €0.00 |             €4.90◔ |      €0.00◔ |     €0.00◔ |     -€4.90◔ |      -€4.90◔ |      42.6%◔ |
| Birke          |     €7.75 |            €12.00◔ |     -€4.25◔ |     €0.00◔ |      €0.00◔ |      -€4.25◔ |      37.0%◔ |
| **others (2)** | **€1.00** |         **€3.35◔** |  **€0.00◔** | **€1.00◔** | **-€3.35◔** |  **-€2.35◔** |  **20.4%◔** |
| **total**      | **€8.75** |        **€20.25◔** | **-€4.25◔** | **€1.00◔** | **-€8.25◔** | **-€11.50◔** | **100.0%◔** |

```text
f
f previous quarter  €20.25  €20.25  ████████████████████████████████████████████
Adler               -€4.90  €15.35                                   ▒▒▒▒▒▒▒▒▒▒▒
Birke               -€4.25  €11.10                          ▒▒▒▒▒▒▒▒▒
others (2)          -€2.35   €8.75                     ▒▒▒▒▒
total                        €8.75  ███████████████████
```

period 2025-Q2 · as of 2025-12-31 · data until 2025-06-30 · store store.db · definitions c66240a06af3
<table class="grouped">
<caption>f, f previous quarter, changed, new, lost, contribution, share by customer</caption>
<thead>
<tr><th scope="col" data-c="0"><span class="t">customer</span><button class="why" popovertarget="w0" aria-label="What is customer?">i</button></th><th scope="col" data-c="1" class="n"><span class="t">f</span><button class="why" popovertarget="w1" aria-label="What is f?">i</button></th><th scope="col" data-c="2" class="n"><span class="t">f previous quarter</span><button class="why" popovertarget="w2" aria-label="What is f previous quarter?">i</button></th><th scope="col" data-c="3" class="n"><span class="t">changed</span><button class="why" popovertarget="w3" aria-label="What is changed?">i</button></th><th scope="col" data-c="4" class="n"><span class="t">new</span><button class="why" popovertarget="w4" aria-label="What is new?">i</button></th><th scope="col" data-c="5" class="n"><span class="t">lost</span><button class="why" popovertarget="w5" aria-label="What is lost?">i</button></th><th scope="col" data-c="6" class="n"><span class="t">contribution</span><button class="why" popovertarget="w6" aria-label="What is contribution?">i</button></th><th scope="col" data-c="7" class="n"><span class="t">share</span><button class="why" popovertarget="w7" aria-label="What is share?">i</button></th></tr>
</thead>
<tbody>
<tr><th scope="row">Adler</th><td data-v=0>€0.00</td><td data-v=4.9>€4.90◔</td><td data-v=0>€0.00◔</td><td data-v=0>€0.00◔</td><td data-v=-4.9>-€4.90◔</td><td data-v=-4.9>-€4.90◔</td><td data-v=0.426086956>42.6%◔</td></tr>
<tr><th scope="row">Birke</th><td data-v=7.75>€7.75</td><td data-v=12>€12.00◔</td><td data-v=-4.25>-€4.25◔</td><td data-v=0>€0.00◔</td><td data-v=0>€0.00◔</td><td data-v=-4.25>-€4.25◔</td><td data-v=0.369565217>37.0%◔</td></tr>
</tbody>
<tfoot>
<tr class="lv"><th scope="row">others (2)</th><td>€1.00</td><td>€3.35◔</td><td>€0.00◔</td><td>€1.00◔</td><td>-€3.35◔</td><td>-€2.35◔</td><td>20.4%◔</td></tr>
<tr class="lv"><th scope="row">total</th><td>€8.75</td><td>€20.25◔</td><td>-€4.25◔</td><td>€1.00◔</td><td>-€8.25◔</td><td>-€11.50◔</td><td>100.0%◔</td></tr>
</tfoot>
</table>
2

=== a measure that is called as a reason keeps its name
--- schema shop
--- args
run input.koers
--- input
-- Freight: 20.25 of 4 orders in 2025-Q1, 8.75 of 2 in the second quarter.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status
  measure new = sum(freight)  measure n = count()  measure mix = new / n  measure share = count() where status = "open" }
why new versus previous quarter by status for 2025-Q2
why mix versus previous quarter by status for 2025-Q2
why share versus previous quarter by status for 2025-Q2
list status, contribution, `new part` as part from (why new versus previous quarter by status for 2025-Q2)
--- stdout
status   new  new previous quarter   changed   new part   lost   contribution    share
──────  ────  ─────────────────────  ────────  ─────────  ─────  ─────────────  ───────
done    8.75                 20.25◔    -11.5◔         0◔     0◔         -11.5◔  100.0%◔
──────  ────  ─────────────────────  ────────  ─────────  ─────  ─────────────  ───────
total   8.75                 20.25◔    -11.5◔         0◔     0◔         -11.5◔  100.0%◔

status   mix  mix previous quarter    rate   mix part   new   lost   contribution     share
──────  ────  ─────────────────────  ──────  ─────────  ────  ─────  ─────────────  ────────
done    4.38                  6.75◔  -2.08◔      0.21◔    0◔  0.00◔         -1.87◔   271.6%◔
open       –                  0.00◔   0.00◔      0.00◔    0◔  1.18◔          1.18◔  -171.6%◔
──────  ────  ─────────────────────  ──────  ─────────  ────  ─────  ─────────────  ────────
total   4.38                  5.06◔  -2.08◔      0.21◔    0◔  1.18◔         -0.69◔   100.0%◔

status  share  share previous quarter   changed   new   lost   contribution   share part
──────  ─────  ───────────────────────  ────────  ────  ─────  ─────────────  ───────────
open        0                       1◔        0◔    0◔    -1◔            -1◔      100.0%◔
──────  ─────  ───────────────────────  ────────  ────  ─────  ─────────────  ───────────
total       0                       1◔        0◔    0◔    -1◔            -1◔      100.0%◔

status  contribution  part
──────  ────────────  ────
done           -11.5     0
