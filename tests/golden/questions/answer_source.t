--- shared monthly
\shared schema/shop_lines.koers
source monthly from (show revenue as turnover, pieces as units, share_of_pieces as part, revenue / revenue[all] as of_all by customer, month)

=== flows of an answer are measures again
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared monthly
show turnover, units by month with total
--- stdout
level,month,turnover,units
line,2025-01,40,12
line,2025-02,155,6
line,2025-03,295,3
line,2025-04,0,0
line,2025-05,150,1
line,2025-06,1.1,1
total,,641.1,23
--- oracle-sql
with recursive m(d) as (select date('2025-01-01') union all select date(d, '+1 month') from m where d < '2025-06-01'), f as (select substr(order_date, 1, 7) as m, sum(quantity * unit_price) as t, sum(quantity) as u from order_lines join orders using (order_id) group by 1) select 'line', substr(d, 1, 7), coalesce(t, 0), coalesce(u, 0) from m left join f on f.m = substr(d, 1, 7) union all select 'total', '', sum(t), sum(u) from f;

=== keys of an answer still are entities
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared monthly
show customer, customer.region, turnover, revenue
--- stdout
customer,customer.region,turnover,revenue
Adler,North,45,45
Birke,South,300,300
Cramer,,295,295
,,1.1,1.1
--- oracle-sql
select * from (select c.name, c.region, sum(l.quantity * l.unit_price) as a, sum(l.quantity * l.unit_price) as b from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by c.customer_id order by c.name is null, c.name);

=== labels in a list of an answer
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared monthly
list customer, month, turnover from monthly where turnover > 100 sort by turnover descending
--- stdout
customer,month,turnover
Cramer,2025-03,295
Birke,2025-02,150
Birke,2025-05,150
--- oracle-sql
select c.name, substr(order_date, 1, 7), sum(l.quantity * l.unit_price) as t from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by 1, 2 having t > 100 order by t desc;

=== an answer by its coarser times
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared monthly
show turnover by quarter for 2025-H1
--- stdout
quarter,turnover
2025-Q1,490
2025-Q2,151.1
--- oracle-sql
select '2025-Q' || ((cast(substr(order_date, 6, 2) as integer) + 2) / 3), sum(quantity * unit_price) from order_lines join orders using (order_id) group by 1;

=== what an answer does not add up
--- schema shop
--- args
check input.koers
--- input
\shared monthly
show turnover by week
show turnover for 2025-02-10 .. 2025-03-31
show part by month
show of_all by month
show sum(part) as x from monthly
--- stdout
--- stderr
input.koers:9:18: error[E0610]: `monthly` is kept per customer and month; `week` would split that
    9 | show turnover by week
      |                  ^~~~
      = help: ask for whole periods, `by month`, or declare in the measure how it may be split: `spread over days`
input.koers:10:19: error[E0610]: `monthly` is kept per customer and month; this period would split one
   10 | show turnover for 2025-02-10 .. 2025-03-31
      |                   ^~~~~~~~~~~~~~~~~~~~~~~~
      = help: ask for whole periods: `for 2025-02 .. 2025-03`
input.koers:11:6: error[E0301]: there is no measure `part`
   11 | show part by month
      |      ^~~~
input.koers:12:6: error[E0301]: there is no measure `of_all`
   12 | show of_all by month
      |      ^~~~~~
input.koers:13:10: error[E0401]: `part` is a ratio; it can be read but not added up
   13 | show sum(part) as x from monthly
      |          ^~~~
      = help: add up its parts and divide those
--- exit
1

=== an answer in place
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared monthly
show sold, segment from (show revenue as sold by segment) with total
--- stdout
level,segment,sold
line,Enterprise,300
line,SMB,340
line,,1.1
total,,641.1
--- oracle-sql
select * from (select 'line', segment, sum(l.quantity * l.unit_price) from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by 2 order by segment is null, segment) union all select 'total', null, (select sum(quantity * unit_price) from order_lines);

=== a column of an answer that is called like a measure
--- schema shop
--- args
--format csv run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { entity order key order_id  join customers on customer_id
  time ordered = order_date  dimension status  measure freight = sum(freight)  measure orders = count() }
-- freight by customer: Adler 4.90, Birke 19.75, Cramer 3.35 and 1.00 of nobody
let t = show freight, orders by customer top 2 by freight
source q from (show freight by customer top 2 by freight)
-- under `from` the names are those of the answer: 4.90 + 19.75
show freight, orders from $t
show freight from q
show q.freight, freight as all
show freight by region from q with total
show freight / orders as each from $t by customer
--- stderr
input.koers:11:28: error[E0201]: `all` is not expected here; wanted a name, a quoted text
   11 | show q.freight, freight as all
      |                            ^~~
--- exit
1

=== a list keeps the dimensions and entities of its columns
--- schema shop
--- args
--format csv run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { entity order key order_id  join customers on customer_id
  time ordered = order_date  dimension status  measure freight = sum(freight) }
source big from (list order, customer, status, freight from orders where freight > 3) {
  measure carried = sum(freight) }
-- Adler 4.90, Birke 12.00 and 7.75, Cramer 3.35; North is Adler alone
show carried by customer
show carried by region, status
show carried, freight by customer.region with total
list order, customer, freight from big sort by freight
--- stdout
customer,carried
Adler,4.9
Birke,19.75
Cramer,3.35

region,status,carried
North,done,4.9
South,done,19.75
,done,3.35

level,customer.region,carried,freight
line,North,4.9,4.9
line,South,19.75,19.75
line,,3.35,4.35
total,,28,29

order,customer,freight
4,Cramer,3.35
1,Adler,4.9
5,Birke,7.75
2,Birke,12

=== what was added up per K is added up again
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source cs from sql "select 'a' c union all select 'b' union all select 'c'" { entity cust key c }
source o from sql "select 1 id, 'a' c, 'N' r, 10 v union all select 2, 'a', 'S', 30 union all select 3, 'b', 'N', 40 union all select 4, 'c', 'S', 50" { key id  join cs on c  dimension r  measure v = sum(v) }
-- a counts in both; sums per customer are of rows that no other line has
show count(cust where v > 5) as x by r with total
show sum(x) as s from (show sum(v per cust) as x by r)
show max(x) as s from (show count(cust where v > 5) as x by r)
--- stdout
level,r,x
line,N,2
line,S,2
total,,3

s
130

s
2

=== what was counted per K is not added up: lines may count the same
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source cs from sql "select 'a' c union all select 'b' union all select 'c'" { entity cust key c }
source o from sql "select 1 id, 'a' c, 'N' r, 10 v union all select 2, 'a', 'S', 30 union all select 3, 'b', 'N', 40 union all select 4, 'c', 'S', 50" { key id  join cs on c  dimension r  measure v = sum(v) }
show sum(x) as s from (show count(cust where v > 5) as x by r)
--- stdout
--- stderr
input.koers:4:10: error[E0401]: `x` is of each line by itself; lines may share rows, so it does not add up
    4 | show sum(x) as s from (show count(cust where v > 5) as x by r)
      |          ^
      = help: ask the measure itself for what is meant, or take `avg(x)` or `max(x)`; a sum of values of lines is `sum(M per K)`
--- exit
1

=== a stock of an answer adds up over what is no time
--- schema none
--- args
run input.koers --format csv --today 2024-06-15
--- input
open "store.db"
source d from sql "select 1 id, '2024-01-10' a, '2024-05-20' b, 100 v, 'x' c union all select 2, '2024-02-10', '2024-08-20', 100, 'y'" {
  key id  dimension c  measure op = sum(v) while a until b
}
let t = show op by month, c
let u = show op by c
-- of one month the closings of x and y are one sum; y alone is open on 15 June
show sum(op) as s by month from $t
show sum(op) as s from $t for 2024-03
show avg(op) as s by c from $t
show max(sum(op) per month) as s from $t
show sum(op) as s from $u
--- stdout
month,s
2024-01,100
2024-02,200
2024-03,200
2024-04,200
2024-05,100
2024-06,100

s
200

c,s
x,66.66666666666666666667
y,83.33333333333333333333

s
200

s
100

=== a stock of an answer by time does not add up over time
--- schema none
--- args
run input.koers --format csv --today 2024-06-15
--- input
open "store.db"
source d from sql "select 1 id, '2024-01-10' a, '2024-05-20' b, 100 v, 'x' c union all select 2, '2024-02-10', '2024-08-20', 100, 'y'" {
  key id  dimension c  measure op = sum(v) while a until b
}
let t = show op by month, c
show sum(op) as s from $t
show sum(op) as s by year, c from $t
--- stdout
--- exit
1
--- stderr
input.koers:6:10: error[E0401]: `op` is a stock; it does not add up over time
    6 | show sum(op) as s from $t
      |          ^~
      = help: ask `by month`, or for one of them, or take `avg(op)`
input.koers:7:10: error[E0401]: `op` is a stock; it does not add up over time
    7 | show sum(op) as s by year, c from $t
      |          ^~
      = help: ask `by month`, or for one of them, or take `avg(op)`
