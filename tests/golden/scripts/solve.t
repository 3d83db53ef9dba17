=== how large a driver would have to be
--- schema shop
create table deals (id integer primary key, closed date, who text, amount integer, won integer);
insert into deals (closed, who, amount, won) values ('2025-02-01', 'A', 100, 1), ('2025-03-01', 'A', 300, 0),
  ('2025-05-01', 'B', 200, 1), ('2025-06-01', 'B', 400, 0), ('2024-06-01', 'B', 150, 1);
--- args
--today 2026-03-20 run input.koers
--- input
open "store.db"
source deals from table deals { dimension who  time closed = closed
  measure created : money(EUR) = sum(amount)  measure won_value : money(EUR) = sum(amount) where won = 1
  measure deals = count() }
measure win_rate : percent = won_value / created
measure deal_size : money(EUR) = created / deals
measure revenue : money(EUR) = deals * deal_size * win_rate
measure costs : money(EUR) = 40 EUR * deals + 20% * revenue
measure left_over : money(EUR) = revenue - costs
-- 1000 created, 30 % won: 300; 410 would be 41 %
solve revenue = 410 by win_rate for 2025
-- each alone; with the size of a deal held, deals make revenue
solve revenue = 410 by win_rate, deals, deal_size holding deal_size, win_rate for 2025
solve revenue = 410 by deals, deal_size, win_rate for 2025
-- 4 deals at 250: 300 - 160 - 60 = 80; 0.8 * 1000 * r - 160 = 200 at 45 %
solve left_over = 200 by win_rate for 2025
-- a goal that is measured: 200 of B in 2025 against 150 a year before
solve revenue = revenue[previous year] by win_rate for 2025 where who = "B"
-- all of it won is 1000
solve revenue = 1200 by win_rate for 2025
solve revenue = 1200 by win_rate for 2023
--- stdout
measure       now   needed   change  change %
────────  ───────  ───────  ───────  ────────
revenue   €300.00  €410.00  €110.00     36.7%
win_rate    30.0%    41.0%    11.0%     36.7%

measure        now   needed   change  change %
─────────  ───────  ───────  ───────  ────────
revenue    €300.00  €410.00  €110.00     36.7%
win_rate     30.0%    41.0%    11.0%     36.7%
deals            4        5        1     36.7%
deal_size  €250.00  €341.67   €91.67     36.7%
held: deal_size, win_rate

measure        now   needed   change  change %
─────────  ───────  ───────  ───────  ────────
revenue    €300.00  €410.00  €110.00     36.7%
deals            4        –        –         –
deal_size  €250.00  €341.67   €91.67     36.7%
win_rate     30.0%    41.0%    11.0%     36.7%
deals changes nothing, from 0 to 40

measure       now   needed   change  change %
─────────  ──────  ───────  ───────  ────────
left_over  €80.00  €200.00  €120.00    150.0%
win_rate    30.0%    45.0%    15.0%     50.0%

measure       now   needed   change  change %
────────  ───────  ───────  ───────  ────────
revenue   €200.00  €150.00  -€50.00    -25.0%
win_rate    33.3%    25.0%    -8.3%    -25.0%

measure       now     needed   change  change %
────────  ───────  ─────────  ───────  ────────
revenue   €300.00  €1,200.00  €900.00    300.0%
win_rate    30.0%          –        –         –
no solution in the plausible range: with win_rate from 0.0% to 100.0% it goes from €0.00 to €1,000.00

measure     now     needed  change  change %
────────  ─────  ─────────  ──────  ────────
revenue       –  €1,200.00       –         –
win_rate  39.1%          –       –         –
there is no win_rate for 2023: now and needed are of all that is known
no solution in the plausible range: with win_rate from 0.0% to 100.0% it goes from – to –

=== the found value gives what is wanted
--- schema shop
create table deals (id integer primary key, closed date, who text, amount integer, won integer);
insert into deals (closed, who, amount, won) values ('2025-02-01', 'A', 100, 1), ('2025-03-01', 'A', 300, 0),
  ('2025-05-01', 'B', 200, 1), ('2025-06-01', 'B', 400, 0);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source deals from table deals { dimension who  time closed = closed
  measure created = sum(amount)  measure won_value = sum(amount) where won = 1 }
measure win_rate : percent = won_value / created
measure left_over = created * win_rate - 50
solve left_over = 430 by win_rate, created holding win_rate for 2025
--- stdout
measure,now,needed,change,change %
left_over,250,430,180,0.72
win_rate,0.3,0.48,0.18,0.6
created,1000,1600,600,0.6
--- oracle-sql
with t as (select sum(amount) as c, sum(amount * won) as w from deals)
select 'left_over', w - 50, 430, 480 - w, printf('%g', (480.0 - w) / (w - 50)) from t
union all select 'win_rate', printf('%g', 1.0 * w / c), printf('%g', 480.0 / c), printf('%g', 480.0 / c - 1.0 * w / c), printf('%g', 480.0 / w - 1) from t
union all select 'created', c, printf('%g', 480.0 * c / w), printf('%g', 480.0 * c / w - c), printf('%g', 480.0 / w - 1) from t;

=== functions that are not monotone, have a pole, a jump, or only touch
--- schema shop
create table t (id integer primary key, n integer, d integer);
insert into t (n, d) values (2, 100), (0, 0);
--- args
--format csv run input.koers
--- input
open "store.db"
source t from table t { key id  dimension n  measure x = sum(n)  measure none = sum(d where d = 1)
  measure zero = sum(d where d = 0) }
-- x is 2 now, and goes up to 20
measure hill = x * (10 - x)
measure pole = 1 / (x - 7)
measure steps = floor(x)
measure hole = if(x > 3 and x < 17, empty, x)
measure wave = (x - 1) * (x - 5) * (x - 6)
measure flat = 0 * x + 3
measure hollow = none * 2 + zero + x
-- 21 is at 3 and at 7: the nearer; 25 is touched at 5
solve hill = 21 by x
solve hill = 25 by x
solve hill = 26 by x
-- the sign changes at 7 and there is no zero
solve pole = 0 by x
solve pole = 0.5 by x
solve steps = 4 by x
solve steps = 4.5 by x
solve hole = 18 by x
solve hole = 10 by x
-- it is 0 at 1, 5 and 6; 5 is a point of the grid, 1 is nearer
solve wave = 0 by x
solve wave = 12 by x
solve flat = 3 by x
solve flat = 4 by x
-- what is empty or 0 has no range
solve hollow = 3 by zero, none
--- stdout
measure,now,needed,change,change %
hill,16,21,5,0.3125
x,2,3,1,0.5

measure,now,needed,change,change %
hill,16,25,9,0.5625
x,2,5,3,1.5

measure,now,needed,change,change %
hill,16,26,10,0.625
x,2,,,

measure,now,needed,change,change %
pole,-0.2,0,0.2,
x,2,,,

measure,now,needed,change,change %
pole,-0.2,0.5,0.7,
x,2,9,7,3.5

measure,now,needed,change,change %
steps,2,4,2,1
x,2,4,2,1

measure,now,needed,change,change %
steps,2,4.5,2.5,1.25
x,2,,,

measure,now,needed,change,change %
hole,2,18,16,8
x,2,18,16,8

measure,now,needed,change,change %
hole,2,10,8,4
x,2,,,

measure,now,needed,change,change %
wave,12,0,-12,-1
x,2,1,-1,-0.5

measure,now,needed,change,change %
wave,12,12,0,0
x,2,2,0,0

measure,now,needed,change,change %
flat,3,3,0,0
x,2,2,0,0

measure,now,needed,change,change %
flat,3,4,1,0.33333333333333333333
x,2,,,

measure,now,needed,change,change %
hollow,2,3,1,0.5
zero,0,,,
none,0,,,

=== a driver is scaled in every line in which it stands
--- schema shop
create table deals (id integer primary key, closed date, who text, amount integer, won integer);
insert into deals (closed, who, amount, won) values ('2025-02-01', 'A', 100, 1), ('2025-03-01', 'A', 100, 0),
  ('2025-05-01', 'B', 100, 1), ('2025-06-01', 'B', 300, 0), ('2024-06-01', 'B', 100, 1);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source deals from table deals { dimension who  time closed = closed
  measure created = sum(amount)  measure won_value = sum(amount) where won = 1 }
measure win_rate : percent = won_value / created
measure by_person = sum((created * win_rate) per who)
measure growth = created * win_rate / (created * win_rate)[previous year]
-- A wins 1 of 2, B 1 of 4, together 1 of 3; 300 of 600 is 1.5 times each: 1 of 2
solve by_person = 300 by win_rate for 2025
-- the year before is scaled, too: nothing changes
solve growth = 3 by win_rate for 2025
--- stdout
measure,now,needed,change,change %
by_person,200,300,100,0.5
win_rate,0.33333333333333333333,0.5,0.16666666666666666667,0.50000000000000000002

measure,now,needed,change,change %
growth,1.99999999999999999998,3,1.00000000000000000002,0.50000000000000000002
win_rate,0.33333333333333333333,,,

=== over values per key, in another currency, and what changes nothing
--- schema shop
create table deals (id integer primary key, closed date, who text, amount integer, won integer);
insert into deals (closed, who, amount, won) values ('2025-02-01', 'A', 100, 1), ('2025-03-01', 'A', 100, 0),
  ('2025-05-01', 'B', 100, 1), ('2025-06-01', 'B', 300, 0), ('2024-06-01', 'B', 100, 1);
create table fx (date text, "from" text, "to" text, rate real);
insert into fx values ('2025-02-01', 'EUR', 'USD', 1.25), ('2025-03-01', 'EUR', 'USD', 1.25),
  ('2025-05-01', 'EUR', 'USD', 1.25), ('2025-06-01', 'EUR', 'USD', 1.25);
--- args
--today 2026-03-20 run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source deals from table deals { dimension who  time closed = closed
  measure created : money(EUR) = sum(amount)  measure won_value : money(EUR) = sum(amount) where won = 1
  measure deals = count() }
measure win_rate : percent = won_value / created
measure orders : money(EUR) = created * win_rate
-- 200 and 400 are 300 in the middle, and 600 together
solve avg(created per who) = 450 by created for 2025
solve max(deals per who) = 3 by deals for 2025
-- 600 euros are 750 dollars
solve created[in USD] = 1000 USD by created for 2025
-- created divides in win_rate: 200 is there, and 300 is not to be had of it
solve orders = 200 by created for 2025
solve orders = 300 by created for 2025
-- one of those that are moved may be held while another is
solve orders = 300 by created, win_rate holding win_rate for 2025
--- stdout
measure                   now   needed   change  change %
────────────────────  ───────  ───────  ───────  ────────
avg(created per who)  €300.00  €450.00  €150.00     50.0%
created               €600.00  €900.00  €300.00     50.0%

measure             now  needed  change  change %
──────────────────  ───  ──────  ──────  ────────
max(deals per who)    2       3       1     50.0%
deals                 4       6       2     50.0%

measure              now     needed   change  change %
───────────────  ───────  ─────────  ───────  ────────
created[in USD]  $750.00  $1,000.00  $250.00     33.3%
created          €600.00    €800.00  €200.00     33.3%

measure      now   needed  change  change %
───────  ───────  ───────  ──────  ────────
orders   €200.00  €200.00   €0.00      0.0%
created  €600.00  €600.00   €0.00      0.0%
created changes nothing, from €0.00 to €6,000.00

measure      now   needed   change  change %
───────  ───────  ───────  ───────  ────────
orders   €200.00  €300.00  €100.00     50.0%
created  €600.00        –        –         –
created changes nothing, from €0.00 to €6,000.00

measure       now   needed   change  change %
────────  ───────  ───────  ───────  ────────
orders    €200.00  €300.00  €100.00     50.0%
created   €600.00  €900.00  €300.00     50.0%
win_rate    33.3%    50.0%    16.7%     50.0%
held: win_rate

=== what cannot be solved
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { key order_id  join customers on customer_id
  time ordered = order_date  dimension status  measure n = count()  measure freight : money(EUR) = sum(freight)
  measure newest = max(order_date)  measure each = freight / n
  measure dear = sum(freight where (freight per customer) > 10) }
solve freight by n
solve freight > 5 by n
solve each = 5
solve freight = 5 by n
solve each = 5 by m
solve each = 5 by n holding m
solve each = 5 by n holding fright
solve each = 5 by n holding freight, n
solve each = "x" by n
solve newest = 2025-01-01 by n
solve each = 5 USD by n
solve dear = 5 by freight
solve each = 5 by n for 2025 where colour = "red"
solve each = 5 by status
solve each = 5 by n for 2025 where status = "done"
--- stderr
input.koers:7:7: error[E0691]: `solve` wants what a measure should be
    7 | solve freight by n
      |       ^~~~~~~
      = help: write `solve revenue = 1M by price`
input.koers:8:7: error[E0691]: `solve` wants what a measure should be
    8 | solve freight > 5 by n
      |       ^~~~~~~~~~~
      = help: write `solve revenue = 1M by price`
input.koers:9:1: error[E0691]: it is not said what may change
    9 | solve each = 5
      | ^~~~~~~~~~~~~~
      = help: name a measure: `solve revenue = 1M by price`
input.koers:10:22: error[E0691]: what should change is not made of `n`
   10 | solve freight = 5 by n
      |                      ^
      = help: name a measure that stands in its definition
input.koers:11:19: error[E0301]: there is no measure `m`
   11 | solve each = 5 by m
      |                   ^
input.koers:12:29: error[E0301]: there is no measure `m`
   12 | solve each = 5 by n holding m
      |                             ^
input.koers:13:29: error[E0301]: there is no measure `fright`
   13 | solve each = 5 by n holding fright
      |                             ^~~~~~
      = help: did you mean `freight`?
input.koers:14:38: error[E0691]: what should change is held
   14 | solve each = 5 by n holding freight, n
      |                                      ^
      = help: leave it out of `holding`, or solve by another measure
input.koers:15:7: error[E0402]: `=` cannot take money(EUR) and text
   15 | solve each = "x" by n
      |       ^~~~~~~~~~
input.koers:15:7: note: this is money(EUR)
   15 | solve each = "x" by n
      |       ^~~~
input.koers:15:14: note: this is text
   15 | solve each = "x" by n
      |              ^~~
input.koers:16:7: error[E0691]: `solve` works on numbers, and this is date
   16 | solve newest = 2025-01-01 by n
      |       ^~~~~~
input.koers:17:7: error[E0402]: `=` cannot take money(EUR) and money(USD)
   17 | solve each = 5 USD by n
      |       ^~~~~~~~~~~~
input.koers:17:7: note: this is money(EUR)
   17 | solve each = 5 USD by n
      |       ^~~~
input.koers:17:14: note: this is money(USD)
   17 | solve each = 5 USD by n
      |              ^~~~~
input.koers:19:36: error[E0301]: there is no dimension `colour`
   19 | solve each = 5 by n for 2025 where colour = "red"
      |                                    ^~~~~~
      = help: `orders` has `ordered`, `status`
input.koers:20:19: error[E0301]: there is no measure `status`
   20 | solve each = 5 by status
      |                   ^~~~~~
--- exit
1

=== a goal that is empty
--- schema shop
create table t (id integer primary key, n integer);
insert into t (n) values (2), (0);
--- args
run input.koers
--- input
open "store.db"
source t from table t { key id  dimension n  measure x = sum(n)  measure none = max(n where n = 7) }
measure twice = 2 * x
solve twice = none by x
--- stdout
--- stderr
input.koers:4:15: error[E0691]: what is wanted is empty here
    4 | solve twice = none by x
      |               ^~~~
--- exit
1
