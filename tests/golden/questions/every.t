--- shared orders
open "store.db"
set today = 2024-12-31
source k from sql "select 'a' c, 'N' region union all select 'b', 'S' union all select 'e', 'E'" { entity cust key c label c  dimension region }
source f from sql "select 1 id, 'a' c, '2024-01-10' d, 100 v, 'web' ch union all select 2, 'b', '2024-02-15', 50, 'shop' union all select 3, 'a', '2023-05-01', 7, 'web'" {
  entity ord key id  join k on c  time d = d  dimension ch  measure rev : money(EUR) = sum(v) }

=== all K that satisfy what their own rows tell: a figure of every line that their dimension does not part
--- schema shop
--- args
run input.koers --format csv
--- input
\shared orders
show count(cust where region = "N") as x by region
show count(cust where region = "N") as x, rev by region for 2024 with total
show count(cust where region = "N") as x, rev by ch for 2024 with total
show rev, count(cust where region = "N") as x by ch for 2024 with total
show sum(1 per every cust) as all_of_them, rev by month for 2024-01 .. 2024-02
show max(cust.region per every cust) as last_region by region
--- stdout
region,x
N,1

level,region,x,rev
line,N,1,100
line,S,0,50
total,,1,150

level,ch,x,rev
line,shop,1,50
line,web,1,100
total,,1,150

level,ch,rev,x
line,shop,50,1
line,web,100,1
total,,150,1

month,all_of_them,rev
2024-01,3,100
2024-02,3,50

region,last_region
E,E
N,N
S,S

=== K whose own source has time are those of the period: a and b of 2024
--- schema shop
--- args
run input.koers --format csv
--- input
\shared orders
show count(ord where ch = "web") as web, count(ord) as n for 2024
show count(ord where ch = "web") as web, count(ord) as n by month for 2024-01 .. 2024-02
show count(ord where ch = "web") as web, count(ord where rev > 0) as v by region for 2024 with total
show count(ord where ch = "web")[previous year] as before for 2024
--- stdout
web,n
1,2

month,web,n
2024-01,1,1
2024-02,0,1

level,region,web,v
line,N,1,1
line,S,0,1
total,,1,2

before
1

=== none is 0, which a condition on lines can find
--- schema shop
--- args
run input.koers --format csv
--- input
\shared orders
show count(cust where region = "N") as x, rev by region for 2024 having x = 0
--- stdout
region,x,rev
S,0,50

=== but a column that is parted by nothing makes no lines
--- schema shop
--- args
run input.koers --format csv
--- input
\shared orders
show count(cust where region = "N") as x by region, month for 2024-01
--- stdout
--- stderr
input.koers:6:53: error[E0606]: `k` has no time axis, so `month` does not reach it
    6 | show count(cust where region = "N") as x by region, month for 2024-01
      |                                                     ^~~~~
--- exit
1

=== nor does a dimension that no column knows
--- schema shop
--- args
run input.koers --format csv
--- input
\shared orders
show count(cust where region = "N") as x by ch
--- stdout
--- stderr
input.koers:6:45: error[E0303]: `k` has no `ch`; it is kept per cust
    6 | show count(cust where region = "N") as x by ch
      |                                             ^~
      = help: it belongs to `f`, and no join of `k` leads there
--- exit
1

=== from the first fact on and over all time, per unit of time: January 100, February 50 and 30, May 8
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2024-12-31
source d from sql "select '2024-01-10' a, 100 v, 'x' c union all select '2024-02-15', 50, 'y' union all select '2024-02-20', 30, 'x' union all select '2024-05-05', 8, 'x'" {
  time a = a  dimension c  measure s = sum(v) }
show avg(s per month)[to date] as mean, max(s per month)[to date] as largest, last(s per month by month)[to date] as newest by month for 2024-01 .. 2024-05
show avg(s per month)[for all time] as mean, avg(s per every month)[for all time] as of_five, sum(s per week)[for all time] as week, max(s per (c, month))[for all time] as of_c by quarter for 2024-Q1 .. 2024-Q2
show avg(s per every month)[to date] as e, avg(s per month)[to date] as p by c, month for 2024-02 .. 2024-03
show avg(s per every month)[to date] as e by c for 2024-02 .. 2024-03 with total
--- stdout
month,mean,largest,newest
2024-01,100,100,100
2024-02,90,100,80
2024-03,90,100,80
2024-04,90,100,80
2024-05,62.66666666666666666667,100,8

quarter,mean,of_five,week,of_c
2024-Q1,62.66666666666666666667,37.6,188,100
2024-Q2,62.66666666666666666667,37.6,188,100

c,month,e,p
x,2024-02,65,65
x,2024-03,43.33333333333333333333,65
y,2024-02,25,50
y,2024-03,16.66666666666666666667,50

level,c,e
line,x,43.33333333333333333333
line,y,16.66666666666666666667
total,,60

=== by month(AXIS) of what K's own source tells is read on that axis, alone as beside a measure
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-12-31
source orders from table orders { entity order key order_id  time ordered = order_date  time shipped = ship_date  dimension status  measure n = count() }
show count(order where status = "done") as d by month(shipped) for 2025-02 .. 2025-05
show count(order where status = "done") as d, n by month(shipped) for 2025-02 .. 2025-05
--- stdout
month(shipped),d
2025-02,1
2025-03,0
2025-04,1
2025-05,1

month(shipped),d,n
2025-02,1,1
2025-03,0,0
2025-04,1,1
2025-05,1,1

=== periods that are still to come have no value, whatever the lines: January 1, February 2, March 1
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-03-31
source orders from table orders where order_date <= today { key order_id  time ordered = order_date  measure n = count() }
show avg(n per every month) as m by year for 2025
show avg(n per every month) as m, min(n per every month) as least by quarter for 2025-Q1 .. 2025-Q2 with total
show avg(n per every month)[year to date] as m by month for 2025-02 .. 2025-04
--- stdout
year,m
2025,1.33333333333333333333

level,quarter,m,least
line,2025-Q1,1.33333333333333333333,1
line,2025-Q2,,
total,,1.33333333333333333333,1

month,m
2025-02,1.5
2025-03,1.33333333333333333333
2025-04,1.33333333333333333333

=== K that is no entity has no row of its own: two regions of three customers
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source k from sql "select 'a' c, 'N' region union all select 'b', 'N' union all select 'e', 'E'" { entity cust key c label c  dimension region }
source f from sql "select 1 id, 'a' c, 100 v" { key id  join k on c  measure rev = sum(v) }
show sum(1 per every region) as regions, sum(1 per every cust) as customers, rev
--- stdout
regions,customers,rev
2,3,100

=== without a row there is no line by a dimension, nor by a month
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source k from sql "select 'a' c, 'N' region union all select 'b', 'N'" { entity cust key c label c  dimension region }
show sum(1 per every region) as x by region
show sum(1 per every region) as x by month for 2024-Q1
--- stdout
--- stderr
input.koers:3:38: error[E0608]: nothing here is taken from rows, so there are no lines by `region`
    3 | show sum(1 per every region) as x by region
      |                                      ^~~~~~
      = help: put a measure beside it
input.koers:4:38: error[E0606]: `k` has no time axis, so `month` does not reach it
    4 | show sum(1 per every region) as x by month for 2024-Q1
      |                                      ^~~~~
--- exit
1

=== a count inside of a count has the rows of its own K, also those without facts
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
-- order 1 has 10, order 2 20, order 4 9; order 3 of b has no lines; y has no orders
source c from sql "select 'a' as id, 'N' as region union all select 'b', 'N' union all select 'x', 'S' union all select 'y', 'S'" {
  entity customer key id  dimension region }
source o from sql "select 1 as oid, 'a' as cid union all select 2, 'a' union all select 3, 'b' union all select 4, 'x'" {
  entity order key oid  join c on cid }
source l from sql "select 1 as lid, 1 as oid, 4 as w union all select 2, 1, 6 union all select 3, 2, 20 union all select 4, 4, 9" {
  key lid  join o on oid  measure w = sum(w) }
show count(customer where count(order where w > 5) > 1) as several, count(customer where count(order where coalesce(w, 0) = 0) > 0) as idle,
     sum(if(count(customer where w > 5) > 0, 1) per region) as regions
show count(customer where count(order where coalesce(w, 0) = 0) > 0) as idle by region
--- oracle-sql
select 1, 1, 2;
select '';
select 'region', 'idle';
select 'N', 1 union all select 'S', 0;
--- stdout
several,idle,regions
1,1,2

region,idle
N,1
S,0
--- exit
0
