=== (none) is a K of `per K` and not of count(K where C)
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show sum(revenue per customer) as s, revenue, avg(revenue per customer) as a, avg(revenue per every customer) as e, count(revenue per customer) as n, count(customer where revenue >= 0) as k, count(customer) as c
--- stdout
s,revenue,a,e,n,k,c
641.1,641.1,160.275,128.22,4,4,4
--- oracle-sql
with r as (select sum(l.quantity * l.unit_price) as v from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by c.customer_id)
  select sum(v), sum(v), sum(v) / 4, sum(v) / 5, 4, 4, 4 from r;

=== count(K where C) tests every K in the context
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show count(customer where orders = 0) as idle, count(customer where revenue > 100) as large by segment with total
--- stdout
level,segment,idle,large
line,Enterprise,1,1
line,SMB,0,1
line,,0,0
total,,1,2
--- oracle-sql
with r as (select c.customer_id, segment, (select count(*) from orders o where o.customer_id = c.customer_id) as n,
   (select coalesce(sum(quantity * unit_price), 0) from order_lines join orders o using (order_id) where o.customer_id = c.customer_id) as v from customers c)
  select * from (select 'line', segment, sum(n = 0), sum(v > 100) from r group by segment order by segment)
  union all select 'line', null, 0, 0 union all select 'total', null, sum(n = 0), sum(v > 100) from r;

=== count(K where C) on what K is
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show count(customer where region = "North") as north_ones, count(customer where region = "North" and orders > 0) as buying, count(customer where customer.segment = "SMB" or revenue > 200) as x
--- stdout
north_ones,buying,x
2,1,3
--- oracle-sql
select 2, 1, 3;

=== first and last over K
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show first(revenue per customer by revenue) as least_one, last(revenue per month by month) as latest, last(orders per every customer by orders) as most by segment
--- stdout
segment,least_one,latest,most
Enterprise,300,150,2
SMB,45,295,2
,1.1,1.1,1
--- oracle-sql
with r as (select segment, c.customer_id, sum(l.quantity * l.unit_price) as v from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by segment, c.customer_id),
  m as (select segment, substr(order_date, 1, 7) as m, sum(l.quantity * l.unit_price) as v from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by 1, 2),
  n as (select segment, (select count(*) from orders o where o.customer_id = c.customer_id) as n from customers c union all select null, 1)
  select s.segment, (select min(v) from r where r.segment is s.segment), (select v from m where m.segment is s.segment order by m desc limit 1), (select max(n) from n where n.segment is s.segment)
  from (select distinct segment from r) s order by s.segment is null, 1;

=== ties of last over K go to the larger K
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show last(max(name) per customer by region) as a from customers where region = "North"
--- stdout
a
Dorn
--- oracle-sql
select name from customers where region = 'North' order by customer_id desc limit 1;

=== other aggregates over K
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show count(distinct orders per customer) as d, median(revenue per customer) as m, percentile(revenue per customer, 0.75) as p, min(revenue per customer) as lo, max(revenue per customer) as hi, text_list(max(name) per customer) as names from customers
--- stdout
d,m,p,lo,hi,names
2,170,296.25,1.1,300,"Adler, Birke, Cramer, Dorn"
--- oracle-sql
select 2, 170, 296.25, 1.1, 300, 'Adler, Birke, Cramer, Dorn';

=== a total is taken over its own K
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show count(revenue per (customer, month)) as n, last(revenue per month by month) as v by customer with total
--- stdout
level,customer,n,v
line,Adler,2,5
line,Birke,2,150
line,Cramer,1,295
line,,1,1.1
total,,6,1.1
--- oracle-sql
with m as (select c.customer_id, c.name, substr(order_date, 1, 7) as m, sum(l.quantity * l.unit_price) as v from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by 1, 2, 3)
  select * from (select 'line', name, count(*), (select v from m x where x.customer_id is m.customer_id order by m desc limit 1) from m group by customer_id order by name is null, name)
  union all select 'total', null, (select count(*) from m), 1.1;

=== a target is not split by a finer unit
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop.koers
show quota, revenue by month
show avg(quota per month) by team
show quota by team across week
--- stderr
input.koers:11:24: error[E0610]: `targets` is kept per rep and quarter; `month` would split that
   11 | show quota, revenue by month
      |                        ^~~~~
      = help: ask for whole periods, `by quarter`, or declare in the measure how it may be split: `spread over days`
input.koers:12:20: error[E0610]: `targets` is kept per rep and quarter; `month` would split that
   12 | show avg(quota per month) by team
      |                    ^~~~~
      = help: ask for whole periods, `by quarter`, or declare in the measure how it may be split: `spread over days`
input.koers:13:27: error[E0610]: `targets` is kept per rep and quarter; `week` would split that
   13 | show quota by team across week
      |                           ^~~~
      = help: ask for whole periods, `by quarter`, or declare in the measure how it may be split: `spread over days`
--- exit
1

=== every month, and every customer in every month
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show min(revenue per every month) as m, count(revenue per every (customer, month)) as n, last(revenue per every month by month) as l by segment for 2025-Q1 with total
--- stdout
level,segment,m,n,l
line,Enterprise,0,6,0
line,SMB,5,6,295
total,,40,12,295
--- oracle-sql
with m(m) as (values ('2025-01'), ('2025-02'), ('2025-03')),
  s as (select distinct segment from customers),
  y as (select s.segment, m.m, coalesce((select sum(l.quantity * l.unit_price) from order_lines l join orders o using (order_id) left join customers c using (customer_id) where c.segment = s.segment and substr(order_date, 1, 7) = m.m), 0) as v from s, m),
  x as (select segment, (select min(v) from y where y.segment = c.segment) as v, sum(case when order_date like '2025-03%' then l.quantity * l.unit_price else 0 end) as march from order_lines l join orders o using (order_id) left join customers c using (customer_id) where order_date < '2025-04-01' group by segment)
select * from (select 'line', segment, v, 3 * (select count(*) from customers c where c.segment = x.segment), march from x order by segment)
union all select 'total', null, (select min(v) from (select sum(v) as v from y group by m)), 12, sum(march) from x;

=== the same measure per two keys is two questions
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source reps from table reps { entity rep key rep_id label rep_name  dimension team }
source orders from table orders { entity order key order_id  join customers on customer_id  join reps on rep_id  time ordered = order_date  measure freight : money(EUR) = sum(freight) }
list order, (sum(freight) per customer) as c, (sum(freight) per rep) as r from orders where order <= 3
list customer, freight from customers where customer <= 2
list rep, freight from reps
--- stdout
order,c,r
1,4.9,17.9
2,19.75,17.9
3,4.9,11.1

customer,freight
Adler,4.9
Birke,19.75

rep,freight
Olga,17.9
Paul,11.1

=== inside per K brackets lift the K too
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date }
source lines from table order_lines { key order_id, line_no  join orders on order_id  time ordered = orders.order_date  measure revenue : money(EUR) = sum(quantity * unit_price) measure pieces = sum(quantity) }
-- shares of the line, of the region's customers, and of everything
show revenue, sum((revenue / revenue[all customer]) per customer) as of_line,
     max((revenue / revenue[all customer]) per customer) as largest,
     sum((revenue / revenue[all]) per customer) as of_all,
     max((revenue / revenue[all month]) per month) as best_month
  by region with total
-- what adds up over K: a part of a whole, a ratio times what it is a ratio of
show sum((revenue / pieces * pieces) per customer) as s, sum(if(pieces > 0, revenue / revenue[all], 0) per customer) as t
--- stdout
level,region,revenue,of_line,largest,of_all,best_month
line,North,45,1,1,0.07019185774450163781,0.88888888888888888889
line,South,300,1,1,0.4679457182966775854,0.5
line,,296.1,1,0.99628503883823032759,0.46186242395882077679,0.99628503883823032759
total,,641.1,1,0.4679457182966775854,1,0.46014662299173295898

s,t
641.10000000000000000006,1

=== what is read per the same K shares its rows, and each has the K of its own
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
measure large : money(EUR) = sum(if(orders > 1, revenue) per customer)
show large, large[where segment = "SMB"] as small, avg(revenue per customer) as mean, avg(late per customer) as late_mean, avg(orders per customer) as orders_mean
--- oracle-sql
with o as (select customer_id, count(*) as n, sum(ship_date > date(order_date, '+3 days')) as late from orders group by customer_id),
     l as (select customer_id, sum(quantity * unit_price) as v from order_lines join orders using (order_id) group by customer_id)
  select (select sum(v) from o join l on o.customer_id is l.customer_id where n > 1), (select coalesce(sum(v), 0) from o join l on o.customer_id is l.customer_id join customers c on c.customer_id = o.customer_id where n > 1 and segment = 'SMB'),
         (select avg(v) from l), (select sum(late) / sum(late > 0) from o), (select avg(n) from o);
--- stdout
large,small,mean,late_mean,orders_mean
345,45,160.275,1,1.5

=== the plan of what is read per the same K
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop.koers
measure large : money(EUR) = sum(if(orders > 1, revenue) per customer)
explain show large, large / revenue as part, avg(orders per CUSTOMER) as mean, avg(orders per `customer`) as quoted
--- stdout
large  €345.00
  sum(if(orders > 1, revenue) per customer)
part = large / revenue  0.54
  large  €345.00
    sum(if(orders > 1, revenue) per customer)
  revenue  €641.10
    sum(quantity * unit_price)
    8 rows of lines
    list order_id, line_no, quantity * unit_price as value from lines
mean = avg(orders per CUSTOMER)  1.5
quoted = avg(orders per `customer`)  1.5

scan orders (customer_id)
  group on ordered
    per customers->customers.customer_id
    leaf 0: count()
  group on ordered
    per customers->customers.customer_id
    leaf 5: count()
scan lines (order_id, quantity, unit_price)
  group on ordered
    per orders->customers->customers.customer_id
    leaf 1: sum((lines.quantity * lines.unit_price))
  group on ordered
    leaf 3: sum((lines.quantity * lines.unit_price))
lines
  leaf 2: sum(if((leaf 0 > 1), leaf 1) per 1 key)
  leaf 4: avg(leaf 0 per 1 key)
  leaf 6: avg(leaf 5 per 1 key)
  large = leaf 2
  part = (item 0 / leaf 3)
  mean = leaf 4
  quoted = leaf 6
sql
  select "customer_id" from "customers"
  select "customer_id" from "orders"
  select "order_id", "customer_id" from "orders"
  select "order_id", "quantity", "unit_price" from "order_lines"
1 line, 4 columns

=== values per K of the model, question after question
--- schema shop
--- args
run input.koers --format csv --today 2025-03-01
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name }
source orders from table orders {
  entity    order key order_id
  join      customers on customer_id
  time      ordered = order_date
  measure   orders = count()
  dimension before_today = sum(if(order_date < today, 1, 0)) per customer
}
show orders by before_today
show orders by before_today
show orders
show orders by customer, before_today
--- stdout
before_today,orders
0,2
1,2
2,2

before_today,orders
0,2
1,2
2,2

orders
6

customer,before_today,orders
Adler,2,2
Birke,1,2
Cramer,0,1
,0,1

=== what M lifts of the lines is lifted around K: all K, of every line
--- schema none
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
source custs from sql "select 1 as id, 'Ann' as name, 'N' as region union all select 2, 'Bob', 'N' union all select 3, 'Cy', 'S' union all select 4, 'Dee', 'S'" { entity customer key id label name dimension region }
source o from sql "select 1 as oid, 'web' as channel, 1 as cust, 10 as v, '2024-01-05' as d union all select 2, 'web', 2, 20, '2024-01-06' union all select 3, 'shop', 1, 5, '2024-02-07' union all select 4, 'shop', 3, 40, '2024-02-08'" {
  key oid  join custs on cust  dimension channel  time t = d  measure rev = sum(v)  measure all_rev = rev[all region] }
-- Ann 15, Bob 20, Cy 40, Dee nothing
show rev, max(rev[all channel] per customer) as most, count(rev[all channel] per customer) as n, avg(rev[all channel] per every customer) as each,
  max(max(rev[all channel] per month) per customer) as month by channel with total
-- who is met: in the web Ann and Bob, of whom all is taken
show sum((rev[all channel] + 0 * rev) per customer) as theirs by channel
-- what knows K by itself, with and without a condition on it; through a measure
show rev, count(rev per every customer) as own, count(rev[all region] per every customer) as n, sum(rev[all region] per every customer) as s, sum(all_rev per customer) as m by region
show rev, count(rev[all region] per every customer) as n, count(rev[all region] per customer) as m, sum(rev per every customer)[all region] as s where region = "N"
-- of the month before, at the place of the line: 20 of Bob is the most in January
show rev, max(rev[all channel, previous month] per customer) as before, last(rev[all channel] per month by month) as latest by channel, month for 2024-02 top 1 with total
--- stdout
level,channel,rev,most,n,each,month
line,shop,45,40,3,18.75,40
line,web,30,40,3,18.75,40
total,,75,40,3,18.75,40

channel,theirs
shop,55
web,35

region,rev,own,n,s,m
N,35,2,4,75,75
S,40,2,4,75,75

rev,n,m,s
35,4,3,75

level,channel,month,rev,before,latest
line,shop,2024-02,45,20,45
total,,,45,20,45

=== what lifts K itself is one value for all of them
--- schema none
--- args
run input.koers
--- input
open "store.db"
source o from sql "select 1 as oid, 'web' as channel, 1 as size, 2 as cust, 10 as v" { key oid  dimension channel, size, cust  measure rev = sum(v) }
show max(rev[all channel] per channel)
show max(rev[all] per channel) by channel
show max((rev[all channel] - rev[all size]) per cust) by channel, size
--- stderr
input.koers:3:10: error[E0608]: nothing here is taken from the line's own rows of one `channel`, so none is met
    3 | show max(rev[all channel] per channel)
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: `[all ...]` lifts `channel` itself, so it is one value: leave one of the two out, or take `per every channel`
input.koers:4:10: error[E0608]: nothing here is taken from the line's own rows of one `channel`, so none is met
    4 | show max(rev[all] per channel) by channel
      |          ^~~~~~~~~~~~~~~~~~~~
      = help: `[all ...]` lifts `channel` itself, so it is one value: leave one of the two out, or take `per every channel`
input.koers:5:10: error[E0608]: nothing here is taken from the line's own rows of one `cust`, so none is met
    5 | show max((rev[all channel] - rev[all size]) per cust) by channel, size
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: each part lifts something else: let one lift nothing, or all the same, as in `(a - b)[all region]`
--- exit
1

=== K as a parameter
--- schema none
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
source custs from sql "select 1 as id, 'Ann' as name, 'N' as region union all select 2, 'Bob', 'N' union all select 3, 'Cy', 'S' union all select 4, 'Dee', 'S'" { entity customer key id label name dimension region }
source o from sql "select 1 as oid, 'web' as channel, 1 as cust, 10 as v, '2024-01-05' as d union all select 2, 'web', 2, 20, '2024-01-06' union all select 3, 'shop', 1, 5, '2024-02-07' union all select 4, 'shop', 3, 40, '2024-02-08'" {
  key oid  join custs on cust  dimension channel  time t = d  measure rev = sum(v) }
report R(d : dimension = customer) {
  show avg(rev per $d) as mean, count(rev per every $d) as n, sum(rev per ($d, channel)) as s
}
report Q(d : dimension = customer) { list oid, rev per $d as of_all, rev per $d before t as before_it from o }
run R()
run R(d: customer.region)
run Q()
run Q(d: channel)
-- Ann 15, Bob 20, Cy 40; N 35, S 40; web 30, shop 45
--- stdout
mean,n,s
25,4,75

mean,n,s
37.5,2,75

oid,of_all,before_it
1,15,0
2,20,0
3,15,10
4,40,0

oid,of_all,before_it
1,30,0
2,30,10
3,45,0
4,45,5

=== a parameter that names no K
--- schema none
--- args
check input.koers
--- input
open "store.db"
source o from sql "select 1 as oid, 10 as v" { key oid  measure rev = sum(v) }
let x = 3
show max(rev per $x)
--- stderr
input.koers:4:18: error[E0401]: `per` wants an entity, a dimension or a unit of time
    4 | show max(rev per $x)
      |                  ^~
--- exit
1
