=== what objectives steer on and what drives that, as it stands and is expected
--- schema none
--- file fill.sql
-- 50 to 78 a week, on Mondays: 2024-12 has 50, 57, 64, 71, 78.
create table t (id integer primary key, day date, amount integer);
with recursive n (i) as (select 0 union all select i + 1 from n where i < 160)
insert into t select i, date('2022-01-03', (7 * i) || ' days'), 50 + 7 * (i % 5) from n;
--- file model.koers
open "store.db"
source t from table t { key id  time day = day  covers 2022-01-01 .. 2025-01-31
  measure sold = sum(amount)  measure deals : count = count() }
strategy grow "Grow" { choice penetration  because "We can."  steers sales }
objective more "Sell more" { serves grow  steers sales  target sales >= 3k by 2025 }
objective none "Nothing yet" { serves grow  steers alone }
indicator sales "Sales" { measure sold  level strategic  owner "Ann"  rhythm monthly  target >= 4000 for 2025  formula number * each }
indicator number { measure deals  level tactical  rhythm monthly  target >= 4 }
indicator each { measure sold / deals  level tactical  rhythm monthly  target >= 60 for 2025-01 }
indicator calls "Calls" { measure deals  level operational  owner "Bob"  rhythm weekly  target >= 1  drives number, other after 1 month }
indicator other { measure deals  rhythm yearly  drives each }
indicator alone { measure sold  rhythm monthly }
indicator stray { measure deals  rhythm monthly  target >= 4 for 2025-02 }
--- args
--version >/dev/null; sqlite3 store.db <fill.sql; "$KOERS" run first.koers | cat >brief.txt; "$KOERS" --format csv run second.koers
--- file first.koers
use "model.koers"
set today = 2025-01-01
brief
--- file second.koers
use "model.koers"
set today = 2025-01-20
list objective, objective_title, role, steps, indicator, title, level, owner, rhythm, drives from koers_objectives
list objective, indicator, role, period, actual, target, so_far, value, unit, status, reason, trend, last_look from koers_objectives
list objective, indicator, role, ahead, ahead_target, ahead_expected, expected, round(chance, 2) as likely, no_forecast from koers_objectives
show count() as n from koers_objectives where role = "drives" by objective
list indicator, actual, status from koers_objectives where role = "steers" what if sold = 2 * sold
--- stdout
objective,objective_title,role,steps,indicator,title,level,owner,rhythm,drives
more,Sell more,target,0,sales,Sales,strategic,Ann,monthly,
more,Sell more,steers,0,sales,Sales,strategic,Ann,monthly,
more,Sell more,drives,1,number,number,tactical,,monthly,sales
more,Sell more,drives,1,each,each,tactical,,monthly,sales
more,Sell more,drives,2,calls,Calls,operational,Bob,weekly,"number, other"
more,Sell more,drives,2,other,other,,,yearly,each
none,Nothing yet,steers,0,alone,alone,,,monthly,
,,,,stray,stray,,,monthly,

objective,indicator,role,period,actual,target,so_far,value,unit,status,reason,trend,last_look
more,sales,target,2024-12,320,,,320,,grey,its target is to be reached by 2025-12-31,█▂▂█▃▄█▁█▂▂█,2025-01-01
more,sales,steers,2024-12,320,,,320,,grey,no target holds in 2024-12,█▂▂█▃▄█▁█▂▂█,2025-01-01
more,number,drives,2024-12,5,>= 4,,5,count,green,,█▁▁█▁▁█▁█▁▁█,2025-01-01
more,each,drives,2024-12,64,,,64,,grey,no target holds in 2024-12,▅▃▅▅▆█▅▁▅▃▅▅,2025-01-01
more,calls,drives,2025-W03,1,>= 1,,1,count,green,,████████████,
more,other,drives,2024,53,,,53,count,grey,no target holds in 2024,▁▁█,2025-01-01
none,alone,steers,2024-12,320,,,320,,grey,no target holds in 2024-12,█▂▂█▃▄█▁█▂▂█,2025-01-01
,stray,,2024-12,5,,,5,count,grey,no target holds in 2024-12,█▁▁█▁▁█▁█▁▁█,2025-01-01

objective,indicator,role,ahead,ahead_target,ahead_expected,expected,likely,no_forecast
more,sales,target,2025,">= 3,000 by 2025-12-31","3,316",3316.34,0.73,
more,sales,steers,2025,">= 4,000 for 2025","3,316",3316.34,0.09,
more,number,drives,2025-01,>= 4,4,3.57,0.19,
more,each,drives,2025-01,>= 60 for 2025-01,63.97,63.97,0.99,
more,calls,drives,2025-W04,>= 1,,,,its target is for no whole months
more,other,drives,,,,,,it has no target for what is to come
none,alone,steers,,,,,,it has no target for what is to come
,stray,,2025-02,>= 4 for 2025-02,4,4.39,0.68,

objective,n
more,4

indicator,actual,status
sales,640,grey
alone,640,grey

=== by a person over the rows they see; looks of others are not told
--- schema rights
--- file model.koers
source staff from table staff { entity person key id label name  dimension seller = name, role }
source orders from table orders {
  entity `order` key id
  time ordered = day
  join staff as rep on seller
  dimension seller = rep.seller conforms staff.seller
  measure revenue : money(EUR) = sum(amount)
}
staff from staff (name, role)
audience reps members "rep" sees seller = $user
indicator sold { measure revenue  rhythm monthly  target >= 100 }
objective more { steers sold }
--- file brief.koers
open "store.db"
use "model.koers"
set today = 2025-04-01
brief
--- args
--version >/dev/null; "$KOERS" run brief.koers | cat >brief.txt; for who in "--as Kim" "--as Lee" ""; do "$KOERS" store.db --today 2025-04-15 $who --format csv -c 'list actual, last_look from koers_objectives'; done </dev/null 2>&1
--- stdout
actual,last_look
€11.00,
actual,last_look
€0.00,
actual,last_look
€11.00,2025-04-01

=== an indicator over the objectives has nothing to stand on
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-05-15
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
source below from koers_objectives { measure reds = count() where status = "red" }
indicator often { measure number  rhythm monthly  target >= 2 }
indicator bad { measure reds  rhythm monthly  target <= 0 }
objective more { steers often }
list objective, indicator, status, reason from koers_objectives
show reds
--- stdout
objective  indicator  status  reason
─────────  ─────────  ──────  ──────────────────────────────────────────────────────
more       often      red     (none)
(none)     bad        grey    `below` has no time axis, so `month` does not reach it

reds
────
   1
