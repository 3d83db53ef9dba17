=== the worked example: from 6,000,000 of orders to 11.4 leads a week for each of 5 people
--- schema shop
create table leads (id integer primary key, day date, rep text);
create table deals (id integer primary key, day date, rep text, amount integer, won integer);
-- the year before: 1000 leads, 200 deals of 40,000 each, 60 of them won; a fifth of each for five people
with recursive n(i) as (select 0 union all select i + 1 from n where i < 999)
  insert into leads (day, rep) select date('2025-01-06', '+' || (i % 250) || ' days'), 'R' || (i % 5) from n;
with recursive n(i) as (select 0 union all select i + 1 from n where i < 199)
  insert into deals (day, rep, amount, won) select date('2025-01-06', '+' || (i % 250) || ' days'), 'R' || (i % 5), 40000, i / 20 < 3 from n;
--- args
--format csv --today 2025-12-31 run input.koers
--- input
open "store.db"
source leads from table leads { key id  dimension rep  time came = day
  measure leads = count()  measure reps = count(distinct rep) }
source deals from table deals { key id  dimension rep conforms leads.rep  time opened = day
  measure opportunities = count()  measure opened_value : money(EUR) = sum(amount)
  measure won_value : money(EUR) = sum(amount) where won = 1 }
measure win_rate      : percent    = won_value / opened_value
measure deal_size     : money(EUR) = opened_value / opportunities
measure conversion    : percent    = opportunities / leads
measure leads_per_rep              = leads / reps
measure deals_made                 = reps * leads_per_rep * conversion
measure pipeline      : money(EUR) = deals_made * deal_size
measure orders        : money(EUR) = pipeline * win_rate
-- 44 weeks of five days
cascade orders to 6M for 2026-01-05 .. 2026-11-08
cascade orders to 6M for 2026-01-05 .. 2026-11-08 what if win_rate = 35%
-- with what a person can do held, it takes people
cascade orders to 6M for 2026 holding leads_per_rep
--- stdout
driver,role,history,needed,change %,history a week,needed a week
orders,goal,2400000,6000000,1.5,54545.45454545454545454545,136363.63636363636363636364
win_rate,kept,0.3,0.3,0,,
pipeline,driver,8000000,20000000,1.5,181818.18181818181818181818,454545.45454545454545454545
deal_size,kept,40000,40000,0,,
deals_made,driver,200,500,1.5,4.54545454545454545455,11.36363636363636363636
reps,kept,5,5,0,,
conversion,kept,0.2,0.2,0,,
leads_per_rep,driver,200,500,1.5,4.54545454545454545455,11.36363636363636363636
leads,driver,1000,2500,1.5,22.72727272727272727273,56.81818181818181818182

driver,role,history,needed,change %,history a week,needed a week
orders,goal,2400000,6000000,1.5,54545.45454545454545454545,136363.63636363636363636364
win_rate,kept,0.3,0.35,0.16666666666666666667,,
pipeline,driver,8000000,17142857.14285714285714285714,1.14285714285714285714,181818.18181818181818181818,389610.38961038961038961039
deal_size,kept,40000,40000,0,,
deals_made,driver,200,428.57142857142857142857,1.14285714285714285714,4.54545454545454545455,9.74025974025974025974
reps,kept,5,5,0,,
conversion,kept,0.2,0.2,0,,
leads_per_rep,driver,200,428.57142857142857142857,1.14285714285714285714,4.54545454545454545455,9.74025974025974025974
leads,driver,1000,2142.85714285714285714286,1.14285714285714285714,22.72727272727272727273,48.7012987012987012987

driver,role,history,needed,change %,history a week,needed a week
orders,goal,2400000,6000000,1.5,45977.01149425287356321839,114942.52873563218390804598
win_rate,kept,0.3,0.3,0,,
pipeline,driver,8000000,20000000,1.5,153256.70498084291187739464,383141.76245210727969348659
deal_size,kept,40000,40000,0,,
deals_made,driver,200,500,1.5,3.83141762452107279693,9.57854406130268199234
leads_per_rep,kept,200,200,0,3.83141762452107279693,3.83141762452107279693
conversion,kept,0.2,0.2,0,,
reps,driver,5,12.5,1.5,,

=== parts of the whole, in step with their own history
--- schema shop
create table deals (id integer primary key, day date, rep text, amount integer, won integer);
insert into deals (day, rep, amount, won) values ('2025-02-01', 'A', 100, 1), ('2025-03-01', 'A', 300, 0),
  ('2025-05-01', 'B', 200, 1), ('2025-06-01', 'B', 400, 0), ('2026-01-10', 'A', 150, 1), ('2026-02-10', 'B', 50, 0);
--- args
--format csv --today 2026-03-31 run input.koers
--- input
open "store.db"
source deals from table deals { key id  dimension rep  time opened = day
  measure opened_value = sum(amount)  measure won_value = sum(amount) where won = 1  measure deals = count() }
measure win_rate : percent = won_value / opened_value
measure orders = opened_value * win_rate
-- 300 of 1000 becomes 600 of 2000; A had 100 of 400, B 200 of 600
cascade orders to 600 for 2026-H1 by rep
cascade orders to 600 for 2026-H1 where rep = "A"
-- a quarter that is over: 150 of 400 was needed, 150 of 200 came
cascade orders to 150 for 2026-Q1
--- stdout
rep,driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
A,orders,goal,100,200,1,3.8759689922480620155,7.75193798449612403101,150,0.51171875,3.84615384615384615385
A,win_rate,kept,0.25,0.25,0,,,1,3,
A,opened_value,driver,400,800,1,15.50387596899224806202,31.00775193798449612403,150,-0.6220703125,50
B,orders,goal,199.999999999999999998,399.999999999999999996,1,7.75193798449612403093,15.50387596899224806186,0,-1,30.76923076923076923046
B,win_rate,kept,0.33333333333333333333,0.33333333333333333333,0,,,0,-1,
B,opened_value,driver,600,1200,1,23.25581395348837209302,46.51162790697674418605,50,-0.916015625,88.46153846153846153846

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
orders,goal,100,600,5,3.8759689922480620155,23.25581395348837209302,150,-0.49609375,34.61538461538461538462
win_rate,kept,0.25,0.25,0,,,1,3,
opened_value,driver,400,2400,5,15.50387596899224806202,93.02325581395348837209,150,-0.8740234375,173.07692307692307692308

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
orders,goal,100,150,0.5,7.8125,11.71875,150,0,
win_rate,kept,0.25,0.25,0,,,0.75,2,
opened_value,driver,400,600,0.5,31.25,46.875,200,-0.66666666666666666667,

=== sums, differences, what divides, constants and brackets
--- schema shop
create table t (id integer primary key, day date, a integer, b integer, c integer);
insert into t (day, a, b, c) values ('2025-02-01', 100, 40, 5), ('2024-02-01', 50, 10, 2);
--- args
--format csv --today 2026-01-01 run input.koers
--- input
open "store.db"
source t from table t { key id  time day = day  measure a = sum(a)  measure b = sum(b)  measure c = sum(c)
  measure double_a = 2 * a  measure mean = avg(a) }
-- 140 to 280: both twice; with b held 240 of a
measure both = a + b
cascade both to 280 for 2026
cascade both to 280 for 2026 holding b
-- 100 - 40 - 10 = 50 to 100; with a held, b and c take off nothing: 50 by 0
measure net = a - b - 2 * c
cascade net to 100 for 2026
cascade net to 100 for 2026 holding a
-- 100 / 5 = 20 to 40: a takes it; held, c is halved
measure each = a / c
cascade each to 40 for 2026
cascade each to 40 for 2026 holding a
-- what stands in a bracket, a function, a source's measure of itself ends the way down
measure later = a[previous year] * (1 + 10%) * if(b > 0, 1, 2)
cascade later to 110 for 2026
cascade double_a to 400 for 2026
cascade mean to 5 for 2026
-- a goal that is measured
cascade a to a[full previous year] * 1.5 for 2026
cascade both to 0 for 2026
cascade both to 5 for 2023
--- stdout
driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
both,goal,140,280,1,2.68199233716475095785,5.36398467432950191571,,,
a,driver,100,200,1,1.91570881226053639847,3.83141762452107279693,,,
b,driver,40,80,1,0.76628352490421455939,1.53256704980842911877,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
both,goal,140,280,1,2.68199233716475095785,5.36398467432950191571,,,
a,driver,100,240,1.4,1.91570881226053639847,4.59770114942528735632,,,
b,kept,40,40,0,0.76628352490421455939,0.76628352490421455939,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
net,goal,50,100,1,0.95785440613026819923,1.91570881226053639847,,,
a,driver,100,200,1,1.91570881226053639847,3.83141762452107279693,,,
b,driver,40,80,1,0.76628352490421455939,1.53256704980842911877,,,
2 * c,driver,10,20,1,0.19157088122605363985,0.38314176245210727969,,,
c,driver,5,10,1,0.09578544061302681992,0.19157088122605363985,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
net,goal,50,100,1,0.95785440613026819923,1.91570881226053639847,,,
a,kept,100,100,0,1.91570881226053639847,1.91570881226053639847,,,
b,driver,40,0,-1,0.76628352490421455939,0,,,
2 * c,driver,10,0,-1,0.19157088122605363985,0,,,
c,driver,5,0,-1,0.09578544061302681992,0,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
each,goal,20,40,1,,,,,
c,kept,5,5,0,0.09578544061302681992,0.09578544061302681992,,,
a,driver,100,200,1,1.91570881226053639847,3.83141762452107279693,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
each,goal,20,40,1,,,,,
a,kept,100,100,0,1.91570881226053639847,1.91570881226053639847,,,
c,driver,5,2.5,-0.5,0.09578544061302681992,0.04789272030651340996,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
later,goal,55,110,1,1.05363984674329501916,2.10727969348659003831,0,-1,2.11538461538461538462
"if(b > 0, 1, 2)",kept,1,1,0,,,2,1,
a[previous year],driver,50,100,1,0.95785440613026819923,1.91570881226053639847,0,-1,1.92307692307692307692

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
double_a,goal,200,400,1,3.83141762452107279693,7.66283524904214559387,,,
a,driver,100,200,1,1.91570881226053639847,3.83141762452107279693,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
mean,goal,100,5,-0.95,,,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
a,goal,100,150,0.5,1.91570881226053639847,2.8735632183908045977,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
both,goal,140,0,-1,2.68199233716475095785,0,,,
a,driver,100,0,-1,1.91570881226053639847,0,,,
b,driver,40,0,-1,0.76628352490421455939,0,,,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
both,goal,,,,,,,,
a,driver,,,,,,,,
b,driver,,,,,,,,

=== for people
--- schema shop
create table deals (id integer primary key, day date, rep text, amount integer, won integer);
insert into deals (day, rep, amount, won) values ('2025-02-01', 'A', 100, 1), ('2025-03-01', 'A', 300, 0),
  ('2025-05-01', 'B', 200, 1), ('2025-06-01', 'B', 400, 0), ('2026-01-10', 'A', 150, 1), ('2026-02-10', 'B', 50, 0);
--- args
--today 2026-03-31 run input.koers
--- input
open "store.db"
source deals from table deals { key id  dimension rep  time opened = day
  measure opened_value : money(EUR) = sum(amount)  measure won_value : money(EUR) = sum(amount) where won = 1
  measure deals = count()  measure lost_deals = count() where won = 0 }
measure win_rate : percent = won_value / opened_value
measure orders : money(EUR) = opened_value * win_rate
report plan(y = 2026) "Plan" { cascade orders to 600 for $y }
run plan()
run plan() what if win_rate = 50%
-- less is needed: 2 of 4 deals were lost, and 1.6 of as many should be; 1 of 2 is too many
measure lost : percent = lost_deals / deals
cascade lost to 40% for 2026
cascade lost to 80% for 2026
report reach() { solve orders = 300 by opened_value holding win_rate for 2026 }
run reach() what if win_rate = 50%
cascade opened_value to 500 for 2027
--- stdout
Plan

driver        role      history     needed  change %  history a week  needed a week   so far   off %  left a week
────────────  ──────  ─────────  ─────────  ────────  ──────────────  ─────────────  ───────  ──────  ───────────
orders        goal      €300.00    €600.00    100.0%           €5.75         €11.49  €150.00    2.0%       €11.42
win_rate      kept        30.0%      30.0%      0.0%               –              –    75.0%  150.0%            –
opened_value  driver  €1,000.00  €2,000.00    100.0%          €19.16         €38.31  €200.00  -59.2%       €45.69
furthest off: opened_value, 59.2% behind what is due by now
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

Plan

driver        role      history     needed  change %  history a week  needed a week   so far   off %  left a week
────────────  ──────  ─────────  ─────────  ────────  ──────────────  ─────────────  ───────  ──────  ───────────
orders        goal      €300.00    €600.00    100.0%           €5.75         €11.49  €150.00    2.0%       €11.42
win_rate      kept        30.0%      50.0%     66.7%               –              –    75.0%   50.0%            –
opened_value  driver  €1,000.00  €1,200.00     20.0%          €19.16         €22.99  €200.00  -32.0%       €25.38
furthest off: opened_value, 32.0% behind what is due by now
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part
what if win_rate = 50%

driver      role    history  needed  change %  history a week  needed a week  so far   off %  left a week
──────────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
lost        goal      50.0%   40.0%    -20.0%               –              –   50.0%   25.0%            –
deals       kept          4       4      0.0%            0.08           0.08       2  103.9%         0.05
lost_deals  driver        2       2    -20.0%            0.04           0.03       1  154.9%         0.02
furthest off: lost_deals, 154.9% above what is due by now
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver      role    history  needed  change %  history a week  needed a week  so far   off %  left a week
──────────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
lost        goal      50.0%   80.0%     60.0%               –              –   50.0%  -37.5%            –
deals       kept          4       4      0.0%            0.08           0.08       2  103.9%         0.05
lost_deals  driver        2       3     60.0%            0.04           0.06       1   27.4%         0.06
no driver is behind
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

reach

measure           now   needed   change  change %
────────────  ───────  ───────  ───────  ────────
orders        €100.00  €300.00  €200.00    200.0%
opened_value  €200.00  €600.00  €400.00    200.0%
held: win_rate
what if win_rate = 50%

driver        role    history   needed  change %  history a week  needed a week
────────────  ────  ─────────  ───────  ────────  ──────────────  ─────────────
opened_value  goal  €1,000.00  €500.00    -50.0%          €19.16          €9.58
opened_value is not made of other measures
2027 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

=== what cannot be cascaded
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status  measure n = count()
  measure freight : money(EUR) = sum(freight)  measure newest = max(order_date) }
measure each : money(EUR) = freight / n
cascade eech to 5 for 2026
cascade each to 5
cascade each to 5 for all time
cascade each to 5 for status
cascade each to "x" for 2026
cascade newest to 2025-01-01 for 2026
cascade each to 5 USD for 2026
cascade each to 5 for 2026 holding n, freight
cascade each to 5 for 2026 holding newest
cascade each to 5 for 2026 by colour
cascade each to 5 for 2026 by status, month
cascade each to 5 for 2026 where colour = "red"
cascade each to 5 for 2026 what if m = 1
cascade each to 5 for 2026 by status holding n
--- stderr
input.koers:5:9: error[E0301]: there is no measure or indicator `eech`
    5 | cascade eech to 5 for 2026
      |         ^~~~
input.koers:6:1: error[E0692]: `cascade` wants the period that the target is for
    6 | cascade each to 5
      | ^~~~~~~~~~~~~~~~~
      = help: write `cascade revenue to 1M for 2026`
input.koers:7:19: error[E0692]: `cascade` wants the period that the target is for
    7 | cascade each to 5 for all time
      |                   ^~~~~~~~~~~~
      = help: write `cascade revenue to 1M for 2026`
input.koers:8:23: error[E0405]: there is no period `status`
    8 | cascade each to 5 for status
      |                       ^~~~~~
      = help: periods are 2025, 2025-Q3, 2025-03-31, `this month`, `last 3 months`, `year to date`, `today`; yesterday is `today - 1`
input.koers:9:9: error[E0402]: `=` cannot take money(EUR) and text
    9 | cascade each to "x" for 2026
      |         ^~~~~~~~~~~
input.koers:9:9: note: this is money(EUR)
    9 | cascade each to "x" for 2026
      |         ^~~~
input.koers:9:17: note: this is text
    9 | cascade each to "x" for 2026
      |                 ^~~
input.koers:10:9: error[E0692]: `cascade` works on numbers, and this is date
   10 | cascade newest to 2025-01-01 for 2026
      |         ^~~~~~
input.koers:11:9: error[E0402]: `=` cannot take money(EUR) and money(USD)
   11 | cascade each to 5 USD for 2026
      |         ^~~~~~~~~~~~~
input.koers:11:9: note: this is money(EUR)
   11 | cascade each to 5 USD for 2026
      |         ^~~~
input.koers:11:17: note: this is money(USD)
   11 | cascade each to 5 USD for 2026
      |                 ^~~~~
input.koers:12:9: error[E0692]: all that `each` is made of is held
   12 | cascade each to 5 for 2026 holding n, freight
      |         ^~~~
      = help: leave one driver free
input.koers:13:36: error[E0692]: `newest` is no driver of `each`, so it cannot be held
   13 | cascade each to 5 for 2026 holding newest
      |                                    ^~~~~~
      = help: leave out `holding` to see the drivers
input.koers:14:31: error[E0301]: there is no dimension `colour`
   14 | cascade each to 5 for 2026 by colour
      |                               ^~~~~~
      = help: `orders` has `ordered`, `status`
input.koers:15:39: error[E0692]: `cascade` is kept by dimensions, not by time
   15 | cascade each to 5 for 2026 by status, month
      |                                       ^~~~~
      = help: ask for a shorter period, `for 2026-Q1`
input.koers:16:34: error[E0301]: there is no dimension `colour`
   16 | cascade each to 5 for 2026 where colour = "red"
      |                                  ^~~~~~
      = help: `orders` has `ordered`, `status`
input.koers:17:36: error[E0301]: `what if` puts a measure at a value, and there is no measure `m`
   17 | cascade each to 5 for 2026 what if m = 1
      |                                    ^
--- exit
1
