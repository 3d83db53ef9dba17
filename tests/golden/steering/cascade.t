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
created                    driver   €1,600,000.00  €3,200,000.00    100.0%      €30,651.34     €61,302.68
opportunities * deal_size  formula  €1,600,000.00  €3,200,000.00    100.0%      €30,651.34     €61,302.68
deal_size                  kept        €40,000.00     €40,000.00      0.0%               –              –
opportunities              driver              40             80    100.0%            0.77           1.53
leads * converted          formula             40             80    100.0%            0.77           1.53
converted                  kept             20.0%          20.0%      0.0%               –              –
leads                      driver             200            400    100.0%            3.83           7.66
booking                    driver     €400,000.00    €800,000.00    100.0%               –              –
furthest off: booking, which has to be 100.0% higher
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver                     role           history         needed  change %  history a week  needed a week
─────────────────────────  ───────  ─────────────  ─────────────  ────────  ──────────────  ─────────────
alias                      goal     €1,200,000.00  €2,400,000.00    100.0%      €22,988.51     €45,977.01
created                    driver   €1,600,000.00  €3,200,000.00    100.0%      €30,651.34     €61,302.68
opportunities * deal_size  formula  €1,600,000.00  €3,200,000.00    100.0%      €30,651.34     €61,302.68
deal_size                  kept        €40,000.00     €40,000.00      0.0%               –              –
opportunities              driver              40             80    100.0%            0.77           1.53
leads * converted          formula             40             80    100.0%            0.77           1.53
converted                  kept             20.0%          20.0%      0.0%               –              –
leads                      driver             200            400    100.0%            3.83           7.66
booking                    driver     €400,000.00    €800,000.00    100.0%               –              –
furthest off: booking, which has to be 100.0% higher
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
converted                    kept             20.0%        20.0%      0.0%               –              –
leads                        driver             200           40    -80.0%            3.83           0.77
booking                      driver     €400,000.00   €80,000.00    -80.0%               –              –
furthest off: booking, which has to be 80.0% lower
in 2025 (created + booking) / leads made €10,000.00, and per_lead was €2,000.00
2026 has 52.2 working weeks; history is 2025 with 52.2
2025 is known in part

driver  role  history  needed  change %  history a week  needed a week
──────  ────  ───────  ──────  ────────  ──────────────  ─────────────
leads   goal      200       –         –            3.83              –
leads is empty or 0 in 2025, so nothing says what it takes
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
