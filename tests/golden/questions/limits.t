=== a target is not cut by a period
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_lines.koers
show quota for 2025-02
show orders, quota by rep for 2025-02 .. 2025-05
show quota by quarter for 2025-02 .. 2025-05
show quota[for 2025-02] as q
show quota[previous month] as q for 2025-Q2
show avg(quota per rep) as q for 2025-01 .. 2025-05
--- stdout
--- stderr
input.koers:8:16: error[E0610]: `targets` is kept per rep and quarter; this period would split one
    8 | show quota for 2025-02
      |                ^~~~~~~
      = help: ask for whole periods: `for 2025-Q1`
input.koers:9:31: error[E0610]: `targets` is kept per rep and quarter; this period would split one
    9 | show orders, quota by rep for 2025-02 .. 2025-05
      |                               ^~~~~~~~~~~~~~~~~~
      = help: ask for whole periods: `for 2025-Q1 .. 2025-Q2`
input.koers:10:27: error[E0610]: `targets` is kept per rep and quarter; this period would split one
   10 | show quota by quarter for 2025-02 .. 2025-05
      |                           ^~~~~~~~~~~~~~~~~~
      = help: ask for whole periods: `for 2025-Q1 .. 2025-Q2`
input.koers:11:12: error[E0610]: `targets` is kept per rep and quarter; this period would split one
   11 | show quota[for 2025-02] as q
      |            ^~~~~~~~~~~
      = help: ask for whole periods: `for 2025-Q1`
input.koers:12:12: error[E0610]: `targets` is kept per rep and quarter; a bracket by month would split that
   12 | show quota[previous month] as q for 2025-Q2
      |            ^~~~~~~~~~~~~~
      = help: name whole periods: `previous quarter`
input.koers:13:34: error[E0610]: `targets` is kept per rep and quarter; this period would split one
   13 | show avg(quota per rep) as q for 2025-01 .. 2025-05
      |                                  ^~~~~~~~~~~~~~~~~~
      = help: ask for whole periods: `for 2025-Q1 .. 2025-Q2`
--- exit
1

=== whole periods of a target
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show quota, quota[previous quarter] as before by quarter for 2025-04 .. 2025-06
--- stdout
quarter,quota,before
2025-Q2,300,500
--- oracle-sql
select '2025-Q2', (select sum(amount) from targets where starts_on = '2025-04-01'), (select sum(amount) from targets where starts_on = '2025-01-01');

=== outside what a source covers nothing is shown
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
source late from table orders { key order_id  time day = order_date  covers 2025-02 .. 2025-12  measure n = count()  measure first_day = min(order_date) }
show n, first_day by month for 2025-H1
--- stdout
month,n,first_day
2025-01,,
2025-02,2,2025-02-03
2025-03,1,2025-03-31
2025-04,0,
2025-05,1,2025-05-05
2025-06,1,2025-06-30
--- oracle-sql
with m(m) as (values ('2025-01'), ('2025-02'), ('2025-03'), ('2025-04'), ('2025-05'), ('2025-06')) select m, case when m >= '2025-02' then (select count(*) from orders where substr(order_date, 1, 7) = m) end, case when m >= '2025-02' then (select min(order_date) from orders where substr(order_date, 1, 7) = m) end from m;

=== a line that `for` cuts is marked
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show orders by quarter for 2025-02 .. 2025-05
show orders by quarter, month for 2025-02 .. 2025-05 with subtotals
show orders by week for 2025-02
show orders by month for 2025-01 .. 2025-02
--- stdout
quarter  orders
───────  ───────
2025-Q1       3◔
2025-Q2       1◔

quarter  month    orders
───────  ───────  ───────
2025-Q1  2025-02       2
         2025-03       1
         total         3◔
2025-Q2  2025-04       0
         2025-05       1
         total         1◔

week      orders
────────  ───────
2025-W05       0◔
2025-W06       1
2025-W07       0
2025-W08       1
2025-W09       0◔

month    orders
───────  ───────
2025-01       1◔
2025-02       2

=== the best rows of a list, per dimension
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
list order_id, region, freight from orders top 1 per region by freight
--- stdout
region,order_id,freight
North,1,4.9
South,2,12
,4,3.35
--- oracle-sql
select * from (select region, order_id, freight from (select o.*, c.region, row_number() over (partition by region order by freight desc) as k from orders o left join customers c using (customer_id)) where k = 1 order by order_id);

=== no period at all
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_lines.koers
show orders for last 0 months
show orders for next 0 years
show orders for previous 3 months
show orders[previous 0 years] as o for 2025
--- stdout
--- stderr
input.koers:8:17: error[E0405]: no month at all is no period; the number is 1 or more
    8 | show orders for last 0 months
      |                 ^~~~~~~~~~~~~
input.koers:9:17: error[E0405]: no year at all is no period; the number is 1 or more
    9 | show orders for next 0 years
      |                 ^~~~~~~~~~~~
input.koers:10:17: error[E0405]: `previous 3 months` is one month, that many back; it is no run of them
   10 | show orders for previous 3 months
      |                 ^~~~~~~~~~~~~~~~~
      = help: write `last 3 months`
input.koers:11:13: error[E0405]: no year at all is no period; the number is 1 or more
   11 | show orders[previous 0 years] as o for 2025
      |             ^~~~~~~~~~~~~~~~
--- exit
1

=== a kind is given to plain numbers alone
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_lines.koers
show freight as f : money(USD)
show freight as f : percent
show orders as o : text
measure dollars : money(USD) = freight
measure words : text = orders
--- stdout
--- stderr
input.koers:8:21: error[E0402]: money(EUR) does not become money(USD) by being called so
    8 | show freight as f : money(USD)
      |                     ^~~~~~~~~~
      = help: a kind is given to plain numbers
input.koers:9:21: error[E0402]: money(EUR) does not become percent by being called so
    9 | show freight as f : percent
      |                     ^~~~~~~
      = help: a kind is given to plain numbers
input.koers:10:20: error[E0401]: declared as text, but it is count
   10 | show orders as o : text
      |                    ^~~~
input.koers:11:19: error[E0402]: money(EUR) does not become money(USD) by being called so
   11 | measure dollars : money(USD) = freight
      |                   ^~~~~~~~~~
      = help: a kind is given to plain numbers
input.koers:12:17: error[E0401]: declared as text, but it is count
   12 | measure words : text = orders
      |                 ^~~~
--- exit
1

=== a plain number takes any kind
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show pieces as p : days, pieces / 100 as q : percent, freight as f : money, freight as g : decimal for 2025
--- stdout
 p       q        f    g
───  ──────  ───────  ───
23◔  23.0%◔  €29.00◔  29◔

=== a ratio per key is not added up
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_lines.koers
show sum(share_of_pieces per customer) as s
show avg((show orders) per customer) as s
show sum((freight * 2) per customer) as s
--- stdout
--- stderr
input.koers:8:10: error[E0401]: a ratio per key is not added up
    8 | show sum(share_of_pieces per customer) as s
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: take its average: `avg(... per customer)`
input.koers:9:10: error[E0608]: nothing here is taken from the line's own rows of one `customer`, so none is met
    9 | show avg((show orders) per customer) as s
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: all of them are meant by `per every customer`
--- exit
1

=== multiples of a measure add up
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show sum((freight * 2) per customer) as a, sum((freight / 2) per customer) as b, avg((show orders) per every customer) as c
--- stdout
a,b,c
58,14.5,6
--- oracle-sql
select cast(2 * sum(freight) as integer), sum(freight) / 2, (select count(*) from orders) from orders;

=== words that are taken
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_lines.koers
dimension nowhere = nosuch
let sum(x) = x
let month(x) = x
measure today = orders
source void from table void { dimension empty = id }
show orders by region across region
show orders by region sort by 2
--- stdout
--- stderr
input.koers:8:21: error[E0301]: there is no dimension `nosuch`
    8 | dimension nowhere = nosuch
      |                     ^~~~~~
      = help: `customers` has `region`, `segment`
input.koers:9:5: error[E0304]: `sum` is a function of the language
    9 | let sum(x) = x
      |     ^~~
      = help: take another name
input.koers:10:5: error[E0304]: `month` is a function of the language
   10 | let month(x) = x
      |     ^~~~~
      = help: take another name
input.koers:11:9: error[E0304]: `today` is a value of the language
   11 | measure today = orders
      |         ^~~~~
      = help: take another name
input.koers:12:41: error[E0304]: `empty` is a value of the language
   12 | source void from table void { dimension empty = id }
      |                                         ^~~~~
      = help: take another name
--- exit
1

=== days and periods of what a line has
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show customer, days(max(ordered), 2025-07-01) as recency, month(max(ordered)) as last_month, orders by customer from orders

--- stdout
customer,recency,last_month,orders
Adler,131,2025-02,2
Birke,57,2025-05,2
Cramer,92,2025-03,1
,1,2025-06,1
--- oracle-sql
select name, cast(julianday('2025-07-01') - julianday(max(order_date)) as integer), substr(max(order_date), 1, 7), count(*) from orders left join customers using (customer_id) group by name order by name is null, name;

=== columns stand as they were written
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show 1 as a, days(2025-01-01, 2025-01-31) as b, month(2025-02-03) as c
show orders, month(shipped) from orders
report best(n = 3) { show freight by customer top $n by freight }
run best(n: 1)
--- stdout
a   b  c
─  ──  ───────
1  30  2025-02

month(shipped)  orders
──────────────  ──────
2025-01              1
2025-02              1
2025-04              1
2025-05              1
2025-07              1
(none)               1

best

customer  freight
────────  ───────
Birke      €19.75

=== functions of dates that take none
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_lines.koers
show days(1, 2) as x
show year("2025") as x
--- stdout
--- stderr
input.koers:8:11: error[E0401]: `days` wants a date here, found number
    8 | show days(1, 2) as x
      |           ^
input.koers:9:11: error[E0401]: a unit of time wants a date here, found text
    9 | show year("2025") as x
      |           ^~~~~~
--- exit
1

=== a number of lines from a parameter
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
let n = 2
show freight by customer top $n
--- stdout
customer,freight
Birke,19.75
Adler,4.9
--- oracle-sql
select * from (select name, sum(freight) as f from orders join customers using (customer_id) group by 1 order by 2 desc limit 2);

=== how many lines, wrongly
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_lines.koers
let n = "two"
show freight by customer top $n
show freight by customer top $m
--- stdout
--- stderr
input.koers:9:30: error[E0401]: a whole number from 0 to 1000000 is wanted here
    9 | show freight by customer top $n
      |                              ^~
input.koers:10:30: error[E0301]: there is no variable or parameter `$m`
   10 | show freight by customer top $m
      |                              ^~
--- exit
1

=== names print as they were declared
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_lines.koers
SHOW Orders, ORDERS * 2 AS Twice BY REGION
show ORDERS by Customer.SEGMENT, months for 2025-01
LIST ORDER_ID, Customer.Region FROM Orders top 1 by Order_Id
--- stdout
region  orders  Twice
──────  ──────  ─────
North        2      4
South        2      4
(none)       2      4

customer.segment  month    orders
────────────────  ───────  ───────
SMB               2025-01       1◔

order_id  customer.region
────────  ───────────────
       6  (none)

=== a list line stands alone
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_lines.koers
list rep_id, starts_on, amount from targets
list customer, freight, freight / orders as mean from customers
--- stdout
rep_id  starts_on   amount
──────  ──────────  ──────
     1  2025-01-01     200
     1  2025-04-01     100
     2  2025-01-01     300
     2  2025-04-01     200

customer  freight   mean
────────  ───────  ─────
Adler       €4.90  €2.45
Birke      €19.75  €9.88
Cramer      €3.35  €3.35
Dorn        €0.00      –

=== one line needs no total
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show freight with total
show freight having freight > 1000 with total, others
--- stdout
freight
───────
 €29.00

freight
───────
(no lines)

=== labels in a list of texts
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show text_list(customer) as who, text_list(rep.team) as teams from orders
--- stdout
who,teams
"Adler, Birke, Cramer","Blue, Red"
--- oracle-sql
select group_concat(name, ', '), 'Blue, Red' from (select distinct name from orders join customers using (customer_id) order by 1);

=== a title of a value
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_lines.koers
let x = 2
show $x, $x + 1
show text(1 = 1) as t, (1 = 2) || "" as f
--- stdout
$x  $x + 1
──  ──────
 2       3

t    f
───  ──
yes  no

=== rows without a time are told of
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_lines.koers
show count() as n by quarter from orders where ship_date is empty or freight > 4 with total
source sent from table orders { key order_id  time day = ship_date  measure parcels = count() }
show parcels by half with total
show parcels
--- stdout
quarter  n
───────  ──
2025-Q1  3◔
2025-Q2  1
───────  ──
total    4◔

half     parcels
───────  ────────
2025-H1        4◔
2025-H2        1
───────  ────────
total          5◔
1 row of sent has no `day` and is left out

parcels
───────
      6

=== the same dimension by another name
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
source people from table customers { key customer_id  dimension part = segment conforms customers.segment  measure heads = count() }
show heads, orders by segment
--- stdout
segment,heads,orders
Enterprise,2,2
SMB,2,3
,0,1
--- oracle-sql
select segment, count(distinct customer_id), count(order_id) from customers left join orders using (customer_id) group by 1 union all select null, 0, (select count(*) from orders where customer_id not in (select customer_id from customers));

=== by the other name of the two
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop_lines.koers
source people from table customers { key customer_id  dimension part = segment conforms customers.segment  measure heads = count() }
show heads, orders by part where part = "SMB"
--- stdout
part,heads,orders
SMB,2,3
--- oracle-sql
select segment, count(distinct customer_id), count(order_id) from customers left join orders using (customer_id) where segment = 'SMB' group by 1;

=== what analysts write for an empty value
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_lines.koers
show orders where region = null
show orders where region = none
let f(a) = a
show f(1, 2)
--- stdout
--- stderr
input.koers:8:28: error[E0301]: there is no dimension `null`
    8 | show orders where region = null
      |                            ^~~~
      = help: an empty value is found by `is empty`
input.koers:9:28: error[E0301]: there is no dimension `none`
    9 | show orders where region = none
      |                            ^~~~
      = help: an empty value is found by `is empty`
input.koers:11:6: error[E0403]: `f` takes 1 argument, found 2
   11 | show f(1, 2)
      |      ^~~~~~~
--- exit
1

=== what partitions may be called by its alias: a unit, an attribute, a level, a column of a list
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-12-31
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { key order_id  join customers on customer_id  time ordered = order_date  dimension status
  measure freight = sum(freight) }
show freight by quarter as q, status for 2025-Q1 .. 2025-Q2 top 1 per q by freight
show freight by customer.region as land, customer top 1 per land by freight
show freight, freight[all q] as of_all by quarter as q, status for 2025-Q1 .. 2025-Q2
list order_id, status as state, freight from orders top 1 per state by freight
--- stdout
q,status,freight
2025-Q1,done,20.25
2025-Q2,done,8.75

land,customer,freight
North,Adler,4.9
South,Birke,19.75
,Cramer,3.35

q,status,freight,of_all
2025-Q1,done,20.25,29
2025-Q1,open,0,0
2025-Q2,done,8.75,29
2025-Q2,open,0,0

state,order_id,freight
done,2,12
open,3,0

=== where the way out is another one
--- schema none
--- args
run input.koers --today 2024-12-11
--- input
open "store.db"
source custs from sql "select 1 c, 'N' region" { entity customer key c dimension region }
source o from sql "select 1 id, '2024-10-05' d, 10 a, 1 c" {
  key id  time d = d  join custs on c  measure rev = sum(a)  measure buyers = count(distinct customer)
}
profile halves by month weights 50%, 50%
show rev by region versus rev
show prior(rev, 99999999999) by region
show running(buyers) by region
show rev[lagged by profile halves] by quarter
list customer, max(rev per month) as b from custs for 2024
--- stderr
input.koers:7:27: error[E0625]: `rev` is compared with itself
    7 | show rev by region versus rev
      |                           ^~~
      = help: name another measure, or another period: `versus previous year`
input.koers:8:17: error[E0401]: `prior` goes back a whole number of lines, 1 to 1000000
    8 | show prior(rev, 99999999999) by region
      |                 ^~~~~~~~~~~
input.koers:9:14: error[E0626]: this does not add up along the lines, so it has no running total
    9 | show running(buyers) by region
      |              ^~~~~~
      = help: take a sum or a count
input.koers:10:10: error[E0609]: a line of one quarter cannot be shifted by a month, which is not made of whole quarters
   10 | show rev[lagged by profile halves] by quarter
      |          ^~~~~~~~~~~~~~~~~~~~~~~~
      = help: declare a profile `by quarter`
input.koers:11:16: error[E0602]: `max` adds rows up, but one row is wanted here
   11 | list customer, max(rev per month) as b from custs for 2024
      |                ^~~~~~~~~~~~~~~~~~
      = help: declare it, `measure m = max(...)`, and name that
--- exit
1

=== a condition with true and false in it is lifted
--- schema none
--- args
run input.koers --format csv --today 2024-12-11
--- input
open "store.db"
source o from sql "select 1 id, 10 a, 'N' r union all select 2, 30, 'S'" { key id dimension region = r  measure rev = sum(a) }
show rev, rev[all region] as everywhere by region where if(region = "N", true, false)
--- stdout
region,rev,everywhere
N,10,40
