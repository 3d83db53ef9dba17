=== a target walked down the formulas of indicators: 6 million want 2,500 leads
--- schema none
--- file fill.sql
create table leads (id integer primary key, day date, became integer);
create table deals (id integer primary key, day date, unit text, amount integer, won integer);
with recursive n (i) as (select 1 union all select i + 1 from n where i < 200)
insert into leads select i, date('2025-01-01', i || ' days'), i % 5 = 0 from n;
with recursive n (i) as (select 1 union all select i + 1 from n where i < 40)
insert into deals select i, date('2025-02-01', i || ' days'), iif(i % 2, 'N', 'S'), 40000, i <= 12 from n;
--- file model.koers
open "store.db"
set today = 2025-12-31
source leads from table leads { key id  time met = day  measure lead_count = count()  measure became = sum(became) }
source deals from table deals { key id  time opened = day  dimension unit
  measure created_value : money(EUR) = sum(amount)  measure deals = count()
  measure won_value : money(EUR) = sum(amount * won)  measure booked : money(EUR) = sum(amount / 4) }
measure rate : percent = won_value / created_value
measure size : money(EUR) = created_value / deals
measure conversion : percent = became / lead_count
indicator orders_won { measure won_value  formula created * win_rate }
indicator created { measure created_value  formula opportunities * deal_size }
indicator win_rate { measure rate }
indicator opportunities { measure deals  formula leads * converted }
indicator deal_size { measure size }
indicator leads { measure lead_count }
indicator converted { measure conversion }
indicator whole { formula created - booking }
indicator booking { measure booked }
indicator alias { formula whole }
indicator by_deal { measure created_value  formula deal_count * deal_size }
indicator deal_count { measure deals }
indicator per_lead { measure booked / lead_count  formula (created + booking) / leads }
--- args
--version >/dev/null; sqlite3 store.db <fill.sql; "$KOERS" run script.koers; "$KOERS" check bad.koers
--- file script.koers
use "model.koers"
cascade orders_won to 6M EUR for 2026
cascade orders_won to 6M EUR for 2026 what if rate = 35%
cascade orders_won to 6M EUR for 2026 holding created
cascade by_deal to 20M EUR by unit for 2026
cascade whole to 2.4M EUR for 2026
cascade alias to 2.4M EUR for 2026
cascade per_lead to 2000 EUR for 2026
cascade leads to 1.5 * lead_count[previous year] for 2026
list driver, role, needed from (cascade orders_won to 6M EUR for 2026) where role != "kept"
--- file bad.koers
use "model.koers"
cascade orders_wun to 6M EUR for 2026
cascade orders_won to 6M USD for 2026
cascade orders_won to 6M EUR for 2026 holding leads_x
cascade leads to 5 for 2026 holding leads
--- stdout
driver                     role           history          needed  change %  history a week  needed a week
─────────────────────────  ───────  ─────────────  ──────────────  ────────  ──────────────  ─────────────
orders_won                 goal       €480,000.00   €6,000,000.00  1,150.0%       €9,195.40    €114,942.53
created * win_rate         formula    €480,000.00   €6,000,000.00  1,150.0%       €9,195.40    €114,942.53
win_rate                   kept             30.0%           30.0%      0.0%               –              –
created                    driver   €1,600,000.00  €20,000,000.00  1,150.0%      €30,651.34    €383,141.76
opportunities * deal_size  formula  €1,600,000.00  €20,000,000.00  1,150.0%      €30,651.34    €383,141.76
deal_size                  kept        €40,000.00      €40,000.00      0.0%               –              –
opportunities              driver              40             500  1,150.0%            0.77           9.58
leads * converted          formula             40             500  1,150.0%            0.77           9.58
converted                  kept             20.0%           20.0%      0.0%               –              –
leads                      driver             200           2,500  1,150.0%            3.83          47.89
furthest off: leads, which has to be 1,150.0% higher
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver                     role           history          needed  change %  history a week  needed a week
─────────────────────────  ───────  ─────────────  ──────────────  ────────  ──────────────  ─────────────
orders_won                 goal       €480,000.00   €6,000,000.00  1,150.0%       €9,195.40    €114,942.53
created * win_rate         formula    €480,000.00   €6,000,000.00  1,150.0%       €9,195.40    €114,942.53
win_rate                   kept             30.0%           35.0%     16.7%               –              –
created                    driver   €1,600,000.00  €17,142,857.14    971.4%      €30,651.34    €328,407.22
opportunities * deal_size  formula  €1,600,000.00  €17,142,857.14    971.4%      €30,651.34    €328,407.22
deal_size                  kept        €40,000.00      €40,000.00      0.0%               –              –
opportunities              driver              40             429    971.4%            0.77           8.21
leads * converted          formula             40          428.57    971.4%            0.77           8.21
converted                  kept             20.0%           20.0%      0.0%               –              –
leads                      driver             200           2,143    971.4%            3.83          41.05
furthest off: leads, which has to be 971.4% higher
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part
what if rate = 35%

driver              role           history         needed  change %  history a week  needed a week
──────────────────  ───────  ─────────────  ─────────────  ────────  ──────────────  ─────────────
orders_won          goal       €480,000.00  €6,000,000.00  1,150.0%       €9,195.40    €114,942.53
created * win_rate  formula    €480,000.00  €6,000,000.00  1,150.0%       €9,195.40    €114,942.53
created             kept     €1,600,000.00  €1,600,000.00      0.0%      €30,651.34     €30,651.34
win_rate            driver           30.0%         375.0%  1,150.0%               –              –
won_value           driver     €480,000.00  €6,000,000.00  1,150.0%       €9,195.40    €114,942.53
furthest off: won_value, which has to be 1,150.0% higher
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

unit  driver                  role         history          needed  change %  history a week  needed a week
────  ──────────────────────  ───────  ───────────  ──────────────  ────────  ──────────────  ─────────────
N     by_deal                 goal     €800,000.00  €10,000,000.00  1,150.0%      €15,325.67    €191,570.88
      deal_count * deal_size  formula  €800,000.00  €10,000,000.00  1,150.0%      €15,325.67    €191,570.88
      deal_size               kept      €40,000.00      €40,000.00      0.0%               –              –
      deal_count              driver            20             250  1,150.0%            0.38           4.79
S     by_deal                 goal     €800,000.00  €10,000,000.00  1,150.0%      €15,325.67    €191,570.88
      deal_count * deal_size  formula  €800,000.00  €10,000,000.00  1,150.0%      €15,325.67    €191,570.88
      deal_size               kept      €40,000.00      €40,000.00      0.0%               –              –
      deal_count              driver            20             250  1,150.0%            0.38           4.79
furthest off: deal_count, which has to be 1,150.0% higher
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver                     role           history         needed  change %  history a week  needed a week
─────────────────────────  ───────  ─────────────  ─────────────  ────────  ──────────────  ─────────────
whole                      goal     €1,200,000.00  €2,400,000.00    100.0%      €22,988.51     €45,977.01
created                    driver   €1,600,000.00  €2,800,000.00     75.0%      €30,651.34     €53,639.85
opportunities * deal_size  formula  €1,600,000.00  €2,800,000.00     75.0%      €30,651.34     €53,639.85
deal_size                  kept        €40,000.00     €40,000.00      0.0%               –              –
opportunities              driver              40             70     75.0%            0.77           1.34
leads * converted          formula             40             70     75.0%            0.77           1.34
converted                  kept             20.0%          20.0%      0.0%               –              –
leads                      driver             200            350     75.0%            3.83            6.7
booking                    kept       €400,000.00    €400,000.00      0.0%       €7,662.84      €7,662.84
furthest off: leads, which has to be 75.0% higher
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver                     role           history         needed  change %  history a week  needed a week
─────────────────────────  ───────  ─────────────  ─────────────  ────────  ──────────────  ─────────────
alias                      goal     €1,200,000.00  €2,400,000.00    100.0%      €22,988.51     €45,977.01
created                    driver   €1,600,000.00  €2,800,000.00     75.0%      €30,651.34     €53,639.85
opportunities * deal_size  formula  €1,600,000.00  €2,800,000.00     75.0%      €30,651.34     €53,639.85
deal_size                  kept        €40,000.00     €40,000.00      0.0%               –              –
opportunities              driver              40             70     75.0%            0.77           1.34
leads * converted          formula             40             70     75.0%            0.77           1.34
converted                  kept             20.0%          20.0%      0.0%               –              –
leads                      driver             200            350     75.0%            3.83            6.7
booking                    kept       €400,000.00    €400,000.00      0.0%       €7,662.84      €7,662.84
furthest off: leads, which has to be 75.0% higher
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver                       role           history       needed  change %  history a week  needed a week
───────────────────────────  ───────  ─────────────  ───────────  ────────  ──────────────  ─────────────
per_lead                     goal         €2,000.00    €2,000.00      0.0%               –              –
(created + booking) / leads  formula     €10,000.00    €2,000.00    -80.0%               –              –
leads                        kept               200          200      0.0%            3.83           3.83
created + booking            driver   €2,000,000.00  €400,000.00    -80.0%      €38,314.18      €7,662.84
created                      driver   €1,600,000.00  €320,000.00    -80.0%      €30,651.34      €6,130.27
opportunities * deal_size    formula  €1,600,000.00  €320,000.00    -80.0%      €30,651.34      €6,130.27
deal_size                    kept        €40,000.00   €40,000.00      0.0%               –              –
opportunities                driver              40            8    -80.0%            0.77           0.15
leads * converted            formula             40            8    -80.0%            0.77           0.15
converted                    driver           20.0%         4.0%    -80.0%               –              –
became                       driver              40            8    -80.0%            0.77           0.15
booking                      driver     €400,000.00   €80,000.00    -80.0%       €7,662.84      €1,532.57
furthest off: booking, which has to be 80.0% lower
in 2025 (created + booking) / leads made €10,000.00, and per_lead was €2,000.00
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver  role  history  needed  change %  history a week  needed a week
──────  ────  ───────  ──────  ────────  ──────────────  ─────────────
leads   goal      200       –         –            3.83              –
1.5 * lead_count[previous year] is empty, so nothing says what it takes
leads is not made of other measures
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver                     role         needed
─────────────────────────  ───────  ──────────
orders_won                 goal      6,000,000
created * win_rate         formula   6,000,000
created                    driver   20,000,000
opportunities * deal_size  formula  20,000,000
opportunities              driver          500
leads * converted          formula         500
leads                      driver        2,500
--- stderr
bad.koers:2:9: error[E0301]: there is no measure or indicator `orders_wun`
    2 | cascade orders_wun to 6M EUR for 2026
      |         ^~~~~~~~~~
      = help: did you mean `orders_won`?
bad.koers:3:9: error[E0402]: `=` cannot take money(EUR) and money(USD)
    3 | cascade orders_won to 6M USD for 2026
      |         ^~~~~~~~~~~~~~~~~~~~
model.koers:10:32: note: this is money(EUR)
   10 | indicator orders_won { measure won_value  formula created * win_rate }
      |                                ^~~~~~~~~
bad.koers:3:23: note: this is money(USD)
    3 | cascade orders_won to 6M USD for 2026
      |                       ^~~~~~
bad.koers:4:47: error[E0692]: `leads_x` is no driver of `orders_won`, so it cannot be held
    4 | cascade orders_won to 6M EUR for 2026 holding leads_x
      |                                               ^~~~~~~
      = help: leave out `holding` to see the drivers
bad.koers:5:37: error[E0692]: `leads` is no driver of `leads`, so it cannot be held
    5 | cascade leads to 5 for 2026 holding leads
      |                                     ^~~~~
      = help: leave out `holding` to see the drivers
--- exit
1

=== in formulas: a driver that stands twice, what is taken off, what adds up from before
--- schema none
--- file fill.sql
create table t (id integer primary key, day date, a integer, b integer);
with recursive n (i) as (select 1 union all select i + 1 from n where i < 20)
insert into t select i, date('2025-01-10', i || ' days'), 50, 2 from n;
insert into t values (21, '2026-03-10', 60, 30);
--- file model.koers
open "store.db"
set today = 2026-03-31
source t from table t { key id  time day = day  measure n = count()  measure a = sum(a)  measure b = sum(b) }
indicator calls { measure n }
indicator plus { measure a }
indicator less { measure b }
indicator square { formula calls * calls }
indicator cube { formula square * calls }
indicator left { formula plus - less }
indicator ever { measure a[to date] }
indicator spent { measure b[to date] }
indicator balance { formula ever - spent }
indicator level { formula 2 * ever }
--- args
--version >/dev/null; sqlite3 store.db <fill.sql; "$KOERS" run script.koers; "$KOERS" check bad.koers
--- file script.koers
use "model.koers"
-- 20 calls to 40
cascade square to 1600 for 2026
-- 1000 - 40 to 1200: 1240, and 40 stay
cascade left to 1200 for 2026
cascade balance to 3000 for 2026
-- a state has none a week
cascade level to 3000 for 2026
--- file bad.koers
use "model.koers"
cascade cube to 64000 for 2026
--- stdout
driver  role    history  needed  change %  history a week  needed a week  so far   off %  left a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
square  goal        400   1,600    300.0%            7.66          30.65       1  -99.7%        40.58
calls   driver       20      40    100.0%            0.38           0.77       1  -89.8%         0.99
furthest off: calls, 89.8% behind what is due by now
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver  role    history  needed  change %  history a week  needed a week  so far   off %  left a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
left    goal        960   1,200     25.0%           18.39          22.99      30  -89.8%         29.7
plus    driver    1,000   1,240     24.0%           19.16          23.75      60  -80.3%        29.95
less    kept         40      40      0.0%            0.77           0.77      30  205.9%         0.25
furthest off: less, 205.9% above what is due by now
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver   role  history  needed  change %  history a week  needed a week  so far   off %  left a week
───────  ────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
balance  goal      960   3,000    212.5%               –              –     990  -67.0%            –
balance is made of what is counted from before the period on, and is not taken apart
2026 has 52.2 working weeks; history is 2025 with 52.2

driver  role    history  needed  change %  history a week  needed a week  so far   off %  left a week
──────  ──────  ───────  ──────  ────────  ──────────────  ─────────────  ──────  ──────  ───────────
level   goal      2,000   3,000     50.0%               –              –   2,120  -29.3%            –
ever    driver    1,000   1,500     50.0%               –              –   1,060  -29.3%            –
furthest off: ever, 29.3% behind what is due by now
2026 has 52.2 working weeks; history is 2025 with 52.2
--- stderr
bad.koers:2:9: error[E0692]: `calls` stands in `cube` in places that need it at different values
    2 | cascade cube to 64000 for 2026
      |         ^~~~
      = help: hold one of its drivers: `holding ...`
--- exit
1

=== in formulas: a sum moves along with the indicator that it is made of
--- schema none
--- file fill.sql
create table t (id integer primary key, day date, won integer);
with recursive n (i) as (select 1 union all select i + 1 from n where i < 40)
insert into t select i, date('2025-01-06', (9 * (i - 1)) || ' days'), i <= 10 from n;
--- file model.koers
open "store.db"
set today = 2025-12-31
source t from table t { key id  time day = day  measure won = count() where won = 1  measure lost = count() where won = 0 }
indicator wins { measure won }
indicator losses { measure lost }
indicator hit { formula wins / (wins + losses) }
indicator closed { formula wins + losses }
indicator rate { formula wins / closed }
indicator odd { formula wins / (wins * losses) }
--- args
--version >/dev/null; sqlite3 store.db <fill.sql; "$KOERS" --format csv run script.koers; "$KOERS" check bad.koers
--- file script.koers
use "model.koers"
-- 10 of 40 to 20 of 50
cascade hit to 0.4 for 2026
cascade rate to 0.4 for 2026
--- file bad.koers
use "model.koers"
cascade odd to 0.4 for 2026
--- stdout
driver,role,history,needed,change %,history a week,needed a week
hit,goal,0.25,0.4,0.6,,
wins,driver,10,20,1,0.19157088122605363985,0.38314176245210727969
wins + losses,follows,40,50,0.25,0.76628352490421455939,0.95785440613026819923
losses,kept,30,30,0,0.57471264367816091954,0.57471264367816091954

driver,role,history,needed,change %,history a week,needed a week
rate,goal,0.25,0.4,0.6,,
wins,driver,10,20,1,0.19157088122605363985,0.38314176245210727969
closed,follows,40,50,0.25,0.76628352490421455939,0.95785440613026819923
losses,kept,30,30,0,0.57471264367816091954,0.57471264367816091954
--- stderr
bad.koers:2:9: error[E0692]: `wins` stands in `odd` in places that need it at different values
    2 | cascade odd to 0.4 for 2026
      |         ^~~
      = help: hold one of its drivers: `holding ...`
--- exit
1

=== a part of a sum to none of it, and to all of it
--- schema none
--- file fill.sql
create table t (id integer primary key, day date, won integer);
with recursive n (i) as (select 1 union all select i + 1 from n where i < 7)
insert into t select i, date('2025-01-06', (9 * (i - 1)) || ' days'), i <= 3 from n;
--- file model.koers
open "store.db"
set today = 2025-12-31
source t from table t { key id  time day = day  measure won = count() where won = 1  measure lost = count() where won = 0 }
measure rate : percent = won / (won + lost)
--- args
--version >/dev/null; sqlite3 store.db <fill.sql; "$KOERS" --format csv run script.koers
--- file script.koers
use "model.koers"
-- 3 of 7: none of 4; with 4 lost it is never all.
list driver, history, needed from (cascade rate to 0% for 2026)
list driver, history, needed from (cascade rate to 100% for 2026)
list driver, history, needed from (cascade rate to 99% for 2026)
--- stdout
driver,history,needed
rate,0.42857142857142857143,0
won,3,0
won + lost,7,4
lost,4,4

driver,history,needed
rate,0.42857142857142857143,1
won,3,
won + lost,7,
lost,4,4

driver,history,needed
rate,0.42857142857142857143,0.99
won,3,395.999999999999999868
won + lost,7,399.999999999999999868
lost,4,4
