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
-- 100 - 40 - 10 = 50 to 100: 150 of a; with a held, b and c take off nothing: 50 by 0
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
a,driver,100,150,0.5,1.91570881226053639847,2.8735632183908045977,,,
b,kept,40,40,0,0.76628352490421455939,0.76628352490421455939,,,
2 * c,kept,10,10,0,0.19157088122605363985,0.19157088122605363985,,,

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

=== a driver that stands in it several times, what is taken off, what adds up from before
--- schema shop
create table t (id integer primary key, day date, a integer, b integer);
-- 2025: 20 rows, a 50, b 2 each; 2026: 6 rows, a 60, b 3 each, up to 31 March
with recursive n(i) as (select 0 union all select i + 1 from n where i < 19)
  insert into t (day, a, b) select date('2025-01-10', '+' || i || ' days'), 50, 2 from n;
with recursive n(i) as (select 0 union all select i + 1 from n where i < 5)
  insert into t (day, a, b) select date('2026-03-10', '+' || i || ' days'), 60, 3 from n;
--- args
--format csv --today 2026-03-31 run input.koers
--- input
open "store.db"
source t from table t { key id  time day = day  measure a = sum(a)  measure b = sum(b)  measure n = count() }
-- 400 to 1600: n from 20 to 40; 8000 to 64000 and 1 / 400 to 1 / 1600 the same
measure square = n * n
measure rest = 1 / n / n
cascade square to 1600 for 2026
cascade rest to 1 / 1600 for 2026
-- a part twice: 2 * 1000 + 40 to 4080, shown once
measure part = a + a + b
cascade part to 4080 for 2026
-- 1000 - 40 = 960 to 1200: 1240 of a; 18 of b came of 40 in 64 of 261 working days: too much
measure left = a - b
cascade left to 1200 for 2026
-- what is made of the same grows along: 1000 - 100 to 1800
measure fee = a * 10%
measure net = a - fee
cascade net to 1800 for 2026
-- a state: 1302 on 31 March against all of 3000, and none a week
measure balance = a[to date] - b[to date]
cascade balance to 3000 for 2026
--- stdout
driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
square,goal,400,1600,3,7.66283524904214559387,30.65134099616858237548,36,-0.9082421875,39.69543147208121827411
n,driver,20,40,1,0.38314176245210727969,0.76628352490421455939,6,-0.38828125,0.86294416243654822335

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
rest,goal,0.0025,0.000625,-0.75,,,0.02777777777777777778,43.444444444444444448,
n,driver,20,40,1,0.38314176245210727969,0.76628352490421455939,6,-0.38828125,0.86294416243654822335

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
part,goal,2040,4080,1,39.08045977011494252874,78.16091954022988505747,738,-0.26233915441176470588,84.8223350253807106599
a,driver,1000,2000,1,19.15708812260536398467,38.31417624521072796935,360,-0.2659375,41.62436548223350253807
b,driver,40,80,1,0.76628352490421455939,1.53256704980842911877,18,-0.082421875,1.57360406091370558376

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
left,goal,960,1200,0.25,18.39080459770114942529,22.98850574712643678161,342,0.162265625,21.77664974619289340102
a,driver,1000,1240,0.24,19.15708812260536398467,23.754789272030651341,360,0.1839717741935483871,22.33502538071065989848
b,kept,40,40,0,0.76628352490421455939,0.76628352490421455939,18,0.83515625,0.55837563451776649746

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
net,goal,900,1800,1,17.24137931034482758621,34.48275862068965517241,324,-0.2659375,37.46192893401015228426
a,driver,1000,2000,1,19.15708812260536398467,38.31417624521072796935,360,-0.2659375,41.62436548223350253807
fee,driver,100,200,1,1.91570881226053639847,3.83141762452107279693,36,-0.2659375,4.16243654822335025381

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
balance,goal,960,3000,2.125,,,1302,-0.566,

=== for people: what is taken off is too much
--- schema shop
create table t (id integer primary key, day date, a integer, b integer);
insert into t (day, a, b) values ('2025-02-01', 100, 40), ('2026-03-01', 40, 40);
--- args
--today 2026-03-31 run input.koers
--- input
open "store.db"
source t from table t { key id  time day = day  measure a = sum(a)  measure b = sum(b) }
measure left = a - b
cascade left to 80 for 2026
measure balance = a[to date] - b[to date]
cascade balance to 80 for 2026
--- stdout
driver  role    history  needed  change %  history a week  needed a week  so far    off %  left a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ───────  ───────────
left    goal         60      80     33.3%            1.15           1.53       0  -100.0%         2.03
a       driver      100     120     20.0%            1.92            2.3      40    35.9%         2.03
b       kept         40      40      0.0%            0.77           0.77      40   307.8%            0
furthest off: b, 307.8% above what is due by now
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver   role  history  needed  change %  history a week  needed a week  so far   off %  left a week
───────  ────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
balance  goal       60      80     33.3%               –              –      60  -25.0%            –
balance is made of what is counted from before the period on, and is not taken apart
2026 has 52.2 working weeks; history is 2025 with 52.2

=== a driver that two places would move in two ways
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count()  measure paid = sum(freight) }
measure square = n * n
measure cube = square * n
measure mixed = n + paid * n
cascade cube to 1000 for 2026
cascade mixed to 1000 for 2026
--- stderr
input.koers:6:9: error[E0692]: `n` stands in `cube` in places that need it at different values
    6 | cascade cube to 1000 for 2026
      |         ^~~~
      = help: move it alone: `solve cube = VALUE by n`
input.koers:7:9: error[E0692]: `n` stands in `mixed` in places that need it at different values
    7 | cascade mixed to 1000 for 2026
      |         ^~~~~
      = help: move it alone: `solve mixed = VALUE by n`
--- exit
1

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
      = help: did you mean `each`?
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

=== a sum moves along with the driver it is made of, as in solve
--- schema shop
create table deals (id integer primary key, day date, won integer, amount integer);
with recursive n(i) as (select 0 union all select i + 1 from n where i < 39)
  insert into deals (day, won, amount) select date('2025-01-06', '+' || (9 * i) || ' days'), i < 10, 100 from n;
insert into deals (day, won, amount) values ('2026-01-20', 1, 100), ('2026-02-20', 0, 100);
--- args
--format csv --today 2026-03-31 run input.koers
--- input
open "store.db"
source deals from table deals { key id  time opened = day
  measure won = count() where won = 1  measure lost = count() where won = 0
  measure amount = sum(amount) where won = 1  measure all_amount = sum(amount) }
measure closed             = won + lost
measure win_rate : percent = won / closed
measure plain    : percent = won / (won + lost)
measure odds               = share / (1 - share)
measure share    : percent = amount / all_amount
-- 10 of 40; w / (w + 30) = 40% with w = 20: 20 of 50
cascade win_rate to 40% for 2026
solve win_rate = 40% by won for 2025
-- the same, written out, before the period begins
cascade plain to 40% for 2027
-- 20 of 40, which are held and so do not move along
cascade win_rate to 50% for 2026 holding closed
-- the won ones held: 10 of 25, so 15 are lost
cascade win_rate to 40% for 2026 holding won
-- a part that is assumed: w / (w + 10) = 60% with w = 15
cascade win_rate to 60% for 2026 what if lost = 10
solve win_rate[what if lost = 10] = 60% by won for 2025
-- with 30 lost it never is more than all
cascade win_rate to 100% for 2026
-- s / (1 - s) = 1 with s = 0.5
cascade odds to 1 for 2027
solve odds = 1 by share for 2025
--- stdout
driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
win_rate,goal,0.25,0.4,0.6,,,0.5,0.25,
won,driver,10,20,1,0.19157088122605363985,0.38314176245210727969,1,-0.79609375,0.48223350253807106599
closed,follows,40,50,0.25,0.76628352490421455939,0.95785440613026819923,2,-0.836875,1.21827411167512690355
lost,kept,30,30,0,0.57471264367816091954,0.57471264367816091954,1,-0.8640625,0.73604060913705583756

measure,now,needed,change,change %
win_rate,0.25,0.4,0.15,0.6
won,10,20,10,1

driver,role,history,needed,change %,history a week,needed a week
plain,goal,0.25,0.4,0.6,,
won,driver,10,20,1,0.19157088122605363985,0.38314176245210727969
won + lost,follows,40,50,0.25,0.76628352490421455939,0.95785440613026819923
lost,kept,30,30,0,0.57471264367816091954,0.57471264367816091954

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
win_rate,goal,0.25,0.5,1,,,0.5,0,
closed,kept,40,40,0,0.76628352490421455939,0.76628352490421455939,2,-0.79609375,0.96446700507614213198
won,driver,10,20,1,0.19157088122605363985,0.38314176245210727969,1,-0.79609375,0.48223350253807106599

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
win_rate,goal,0.25,0.4,0.6,,,0.5,0.25,
won,kept,10,10,0,0.19157088122605363985,0.19157088122605363985,1,-0.5921875,0.22842639593908629442
closed,driver,40,25,-0.375,0.76628352490421455939,0.47892720306513409962,2,-0.67375,0.58375634517766497462
lost,driver,30,15,-0.5,0.57471264367816091954,0.28735632183908045977,1,-0.728125,0.3553299492385786802

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
win_rate,goal,0.25,0.6,1.4,,,0.5,-0.16666666666666666667,
won,driver,10,15,0.5,0.19157088122605363985,0.28735632183908045977,1,-0.728125,0.3553299492385786802
closed,follows,40,25,-0.375,0.76628352490421455939,0.47892720306513409962,2,-0.67375,0.58375634517766497462
lost,kept,30,10,-0.66666666666666666667,0.57471264367816091954,0.19157088122605363985,1,-0.5921875,0.22842639593908629442

measure,now,needed,change,change %
win_rate[what if lost = 10],0.5,0.6,0.1,0.2
won,10,15,5,0.5

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
win_rate,goal,0.25,1,3,,,0.5,-0.5,
won,driver,10,,,0.19157088122605363985,,1,,
closed,follows,40,,,0.76628352490421455939,,2,,
lost,kept,30,30,0,0.57471264367816091954,0.57471264367816091954,1,-0.8640625,0.73604060913705583756

driver,role,history,needed,change %,history a week,needed a week
odds,goal,0.33333333333333333333,1,2.00000000000000000003,,
share,driver,0.25,0.5,1,,
all_amount,kept,4000,4000,0,76.6283524904214559387,76.6283524904214559387
amount,driver,1000,2000.00000000000000001,1.00000000000000000001,19.15708812260536398467,38.31417624521072796954
1 - share,follows,0.75,0.5,-0.33333333333333333333,,

measure,now,needed,change,change %
odds,0.33333333333333333333,1,0.66666666666666666667,2.00000000000000000003
share,0.25,0.5,0.25,1

=== drivers that stand in places which cascade cannot move together
--- schema shop
create table deals (id integer primary key, day date, won integer);
insert into deals (day, won) values ('2025-01-06', 1), ('2025-01-07', 0);
--- args
--today 2026-03-31 check input.koers
--- input
open "store.db"
source deals from table deals { key id  time opened = day
  measure won = count() where won = 1  measure lost = count() where won = 0  measure deals = count() }
measure grows  = deals * (deals + 1)
measure stuck  = won / (won * lost)
measure thrice = (deals + 1) * (deals + 1) * deals
cascade grows to 20 for 2026
cascade stuck to 20 for 2026
cascade thrice to 20 for 2026
--- stderr
input.koers:7:9: error[E0692]: `deals` stands in `grows` in places that need it at different values
    7 | cascade grows to 20 for 2026
      |         ^~~~~
      = help: move it alone: `solve grows = VALUE by deals`
input.koers:8:9: error[E0692]: `won` stands in `stuck` in places that need it at different values
    8 | cascade stuck to 20 for 2026
      |         ^~~~~
      = help: move it alone: `solve stuck = VALUE by won`
input.koers:9:9: error[E0692]: `deals` stands in `thrice` in places that need it at different values
    9 | cascade thrice to 20 for 2026
      |         ^~~~~~
      = help: move it alone: `solve thrice = VALUE by deals`
--- exit
1

=== what is spread over days adds up, and so does a sum of parts of amounts
--- schema shop
create table sales (id integer primary key, day date, amount integer);
create table goals (id integer primary key, day date, amount integer);
insert into sales (day, amount) values ('2025-03-01', 900), ('2026-03-01', 300);
insert into goals (day, amount) values ('2025-01-01', 1000), ('2026-01-01', 1200);
--- args
--format csv --today 2026-03-31 run input.koers
--- input
open "store.db"
source sales from table sales { key id  time sold = day  measure sold = sum(amount)  measure halved = sum(amount / 2) }
source goals from table goals { key id  time since = day by year
  measure goal = sum(amount) spread over days }
measure attained = sold / goal
-- 0.9 to 1.08: sales of 1,080 for a goal of 1,000; 300 are sold of a goal of 1,200 * 90 / 365 so far
cascade attained to 1.08 for 2026
cascade halved to 540 for 2026
--- stdout
driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
attained,goal,0.9,1.08,0.2,,,1.01388888888888888889,-0.0612139917695473251,
goal,kept,1000,1000,0,19.15708812260536398467,19.15708812260536398467,295.89041095890410958904,0.20667808219178082192,17.87080175231207843683
sold,driver,900,1080,0.2,17.24137931034482758621,20.68965517241379310345,300,0.1328125,19.79695431472081218274

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
halved,goal,450,540,0.2,8.6206896551724137931,10.34482758620689655172,150,0.1328125,9.89847715736040609137

=== the history of ISO weeks is the weeks of that number
--- schema shop
create table sales (id integer primary key, day date, amount integer);
insert into sales (day, amount) values ('2025-03-02', 1), ('2025-03-03', 10), ('2025-03-09', 100), ('2025-03-10', 1000),
  ('2025-12-22', 5), ('2025-12-28', 7), ('2025-12-29', 2000), ('2024-12-30', 3);
--- args
--format csv --today 2026-12-31 run input.koers
--- input
open "store.db"
source sales from table sales { key id  time sold = day  measure amount = sum(amount) }
cascade amount to 220 for 2026-W10
show amount[previous year] for 2026-W10
-- 2025 has no week 53
cascade amount to 24 for 2026-W53
show amount[full previous year] for 2026-W53
-- from Monday 30 December to Sunday 9 March: 3 + 1 + 10 + 100
cascade amount to 228 for 2026-W01 .. 2026-W10
-- days are days: from 2 to 8 March
cascade amount to 22 for 2026-03-02 .. 2026-03-08
--- stdout
driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
amount,goal,110,220,1,110,220,,,

amount[previous year]
110

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
amount,goal,12,24,1,12,24,,,

amount[full previous year]
12

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
amount,goal,114,228,1,11.4,22.8,2000,7.77192982456140350877,

driver,role,history,needed,change %,history a week,needed a week,so far,off %,left a week
amount,goal,11,22,1,11,22,,,

=== what is held is not furthest off, what would have to be less than nothing is
--- schema shop
create table t (id integer primary key, day date, won integer, cost integer);
insert into t (day, won, cost) values ('2025-02-01', 100, 40), ('2026-02-01', 20, 12);
--- args
--today 2026-03-31 run input.koers
--- input
open "store.db"
source t from table t { key id  time day = day  measure won = sum(won)  measure cost = sum(cost) }
measure profit = won - cost
-- 100 - 40; of 100 there would be left 120 with a cost of -20, and 100 with none
cascade profit to 120 for 2026 holding won
cascade profit to 100 for 2026 holding won
-- 12 is more than the part of 30 that is due
cascade profit to 70 for 2026 holding won
-- before the period begins there is no part of it that is due
cascade profit to 120 for 2027 holding won
cascade profit to 1 / 0 for 2026
--- stdout
driver  role    history  needed  change %  history a week  needed a week  so far   off %  left a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
profit  goal         60     120    100.0%            1.15            2.3       8  -72.8%         2.84
won     kept        100     100      0.0%            1.92           1.92      20  -18.4%         2.03
cost    driver       40     -20   -150.0%            0.77          -0.38      12       –        -0.81
furthest off: cost, which would have to be -20
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver  role    history  needed  change %  history a week  needed a week  so far   off %  left a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
profit  goal         60     100     66.7%            1.15           1.92       8  -67.4%         2.34
won     kept        100     100      0.0%            1.92           1.92      20  -18.4%         2.03
cost    driver       40       0   -100.0%            0.77              0      12       –         -0.3
furthest off: cost, which would have to be 0
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver  role    history  needed  change %  history a week  needed a week  so far   off %  left a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
profit  goal         60      70     16.7%            1.15           1.34       8  -53.4%         1.57
won     kept        100     100      0.0%            1.92           1.92      20  -18.4%         2.03
cost    driver       40      30    -25.0%            0.77           0.57      12   63.1%         0.46
furthest off: cost, 63.1% above what is due by now
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver  role    history  needed  change %  history a week  needed a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────
profit  goal         60     120    100.0%            1.15            2.3
won     kept        100     100      0.0%            1.92           1.92
cost    driver       40     -20   -150.0%            0.77          -0.38
furthest off: cost, which has to be 150.0% lower
2027 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver  role    history  needed  change %  history a week  needed a week  so far  off %  left a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ─────  ───────────
profit  goal         60       –         –            1.15              –       8      –            –
won     driver      100       –         –            1.92              –      20      –            –
cost    kept         40      40      0.0%            0.77           0.77      12  22.3%         0.71
1 / 0 is empty, so nothing says what it takes
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

=== weeks of a retail calendar are called so, in a cascade, a title, an alarm and `why`
--- schema shop
create table sales (id integer primary key, day date, amount integer);
insert into sales (day, amount) values ('2025-04-05', 40), ('2025-04-06', 5), ('2025-04-12', 6), ('2025-04-13', 70),
  ('2026-04-04', 20), ('2026-04-05', 3), ('2026-04-11', 4);
--- args
--today 2026-04-12 run input.koers
--- input
open "store.db"
-- FY2027 begins on Sunday 1 February 2026, its week 10 on 5 April; FY2026 on 26 January, its week 10 on 30 March
calendar retail { year ends last Saturday of January weeks 4-4-5 }
source sales from table sales { key id  time sold = day  dimension id  measure amount = sum(amount) }
cascade amount to 80 for retail 2027-W10
cascade amount to 80 for retail 2027-W10 .. retail 2027-W11
report weekly(p : period = 2026-04) "Sold in {$p}" { show amount for $p  alarm when amount > 1 "{amount} in {$p}" }
run weekly(last 2 retail weeks)
why amount versus previous retail week by id
--- stdout
driver  role  history  needed  change %  history a week  needed a week  so far   off %  left a week
──────  ────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
amount  goal       40      80    100.0%              40             80       7  -91.3%            –
amount is not made of other measures
FY2027-W10 has 1 working week; history is FY2026-W10 with 1
FY2026-W10 is known in part

driver  role  history  needed  change %  history a week  needed a week  so far   off %  left a week
──────  ────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
amount  goal       51      80     56.9%            25.5             40       7  -82.5%           73
amount is not made of other measures
FY2027-W10 .. FY2027-W11 has 2 working weeks; history is FY2026-W10 .. FY2026-W11 with 2
FY2026-W10 .. FY2026-W11 is known in part

Sold in FY2027-W09 .. FY2027-W10

amount
──────
    27
alarm: 27 in FY2027-W09 .. FY2027-W10

   id  amount  amount previous retail week  changed  new  lost  contribution  share
─────  ──────  ───────────────────────────  ───────  ───  ────  ────────────  ─────
    6       –                            3        –    –     –             –      –
─────  ──────  ───────────────────────────  ───────  ───  ────  ────────────  ─────
total       –                            3        –    –     –             –      –
for FY2027-W11, in which today lies
