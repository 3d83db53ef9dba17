=== a period that is known in part at its end is held against the days that are known
--- schema none
--- args
run input.koers --format csv
--- input
-- 10 a day; of June 150 of 15 days. 3650 / 365 * 166 = 1660 up to then. What `warn` says is of a month.
open "store.db"
set today = 2025-07-10
source s from sql "with recursive d (n) as (select 0 union all select n + 1 from d where n < 165) select n as id, date('2025-01-01', n || ' days') as day, 10 as v from d" {
  key id  time day = day  covers 2025-01-01 .. 2025-06-15
  measure v = sum(v)  measure n = count()  measure ids = count(distinct id) }
source t from sql "with recursive d (n) as (select 0 union all select n + 1 from d where n < 170) select n as id, date('2025-01-01', n || ' days') as day from d" {
  key id  time day = day  covers 2025-01-01 .. 2025-06-20  measure m = count() }
profile late by month weights 5%, 5%, 5%, 5%, 5%, 5%, 5%, 5%, 5%, 5%, 25%, 25%
indicator year { measure v  rhythm monthly  target >= 3650 for 2025 }
indicator season { measure v  rhythm monthly  target >= 3650 for 2025  spread by profile late }
indicator from_march { measure v  rhythm monthly  target >= 3000 for 2025-03-15 .. 2025-12-31 }
indicator product { measure n * (v / n)  rhythm monthly  target >= 3650 for 2025 }
indicator to_date { measure v[year to date]  rhythm monthly  target >= 3660 for 2025 }
indicator month { measure v  rhythm monthly  target >= 300  warn < 200 }
indicator quarter { measure v  rhythm quarterly  target >= 920 }
indicator week { measure v  rhythm weekly  target >= 70 }
indicator both { measure v + m  rhythm monthly  target >= 4015 for 2025 }
indicator both_month { measure v + m  rhythm monthly  target >= 330 }
indicator by_then { measure v  rhythm monthly  target >= 3650 by 2025-06-30 }
indicator bound { measure v  rhythm monthly  warn < 200 }
indicator rolling { measure v[rolling 3 months]  rhythm monthly  target >= 900 }
indicator different { measure ids  rhythm monthly  target >= 20 }
indicator ratio { measure v / n  rhythm monthly  target >= 10  warn < 5 }
list indicator, period, value, target, so_far, so_far_target, status, reason from koers_indicators
  where starts_on >= 2025-06-01 or (rhythm = "quarterly" and starts_on >= 2025-04-01)
map steering
--- stdout
indicator,period,value,target,so_far,so_far_target,status,reason
year,2025-06,150,3650,1660,1660,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
season,2025-06,150,3650,1660,1003.75,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
from_march,2025-06,150,3000,930,955.47945205479452054795,red,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
product,2025-06,150,3650,1660,1660,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
to_date,2025-06,1660,3660,1660,1664.54794520547945205479,red,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
month,2025-06,150,300,150,150,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
quarter,2025-Q2,760,920,760,768.35164835164835164835,red,of 2025-Q2 only 2025-04-01 .. 2025-06-15 is known
week,2025-W23,70,70,,,green,
week,2025-W24,70,70,,,green,
week,2025-W25,,70,,,grey,it has no value in 2025-W25
week,2025-W26,,70,,,grey,it has no value in 2025-W26
week,2025-W27,,70,,,grey,it has no value in 2025-W27
both,2025-06,170,4015,1826,1826,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
both_month,2025-06,170,330,165,165,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
by_then,2025-06,150,,,,grey,only a part of 2025-06 is known
bound,2025-06,150,,,,grey,only a part of 2025-06 is known
rolling,2025-06,760,,,,grey,only a part of 2025-06 is known
different,2025-06,15,,,,grey,only a part of 2025-06 is known
ratio,2025-06,10,10,10,10,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known

level,name,owner,period,value,target,so far,status,findings
without level,year,,"2025-06, known to 2025-06-15",150,">= 3,650 for 2025","1,660, should be >= 1,660",green,2
without level,season,,"2025-06, known to 2025-06-15",150,">= 3,650 for 2025","1,660, should be >= 1,004",green,2
without level,from_march,,"2025-06, known to 2025-06-15",150,">= 3,000 for 2025-03-15 .. 2025-12-31","930, should be >= 955",red,2
without level,product,,"2025-06, known to 2025-06-15",150,">= 3,650 for 2025","1,660, should be >= 1,660",green,2
without level,to_date,,"2025-06, known to 2025-06-15","1,660",">= 3,660 for 2025","1,660, should be >= 1,665",red,2
without level,month,,"2025-06, known to 2025-06-15",150,>= 300,"150, should be >= 150",green,2
without level,quarter,,"2025-Q2, known to 2025-06-15",760,>= 920,"760, should be >= 768",red,2
without level,week,,2025-W27,,>= 70,,grey,3
without level,both,,"2025-06, known to 2025-06-15",170,">= 4,015 for 2025","1,826, should be >= 1,826",green,2
without level,both_month,,"2025-06, known to 2025-06-15",170,>= 330,"165, should be >= 165",green,2
without level,by_then,,"2025-06, known to 2025-06-15",150,,,grey,3
without level,bound,,"2025-06, known to 2025-06-15",150,,,grey,2
without level,rolling,,"2025-06, known to 2025-06-15",760,,,grey,2
without level,different,,"2025-06, known to 2025-06-15",15,,,grey,2
without level,ratio,,"2025-06, known to 2025-06-15",10,>= 10,"10, should be >= 10",green,2

=== a ratio is measured anew for the days that all of it knows
--- schema none
--- args
run input.koers --format csv
--- input
-- 5 a day in 2024, 10 in 2025, a goal of 8 and costs of 4. Of June 15 days are known, of costs 10: 150 / 75 - 1 = 1,
-- 150 / 120 = 1.25, 150 / 150 = 1, 40 / 100 = 0.4; of the whole month it would be 0, 0.625, 0.48, 0.27.
open "store.db"
set today = 2025-07-01
source s from sql "with recursive d (n) as (select 0 union all select n + 1 from d where n < 531) select n as id, date('2024-01-01', n || ' days') as day, case when n < 366 then 5 else 10 end as v from d" {
  key id  time day = day  covers 2024-01-01 .. 2025-06-15
  measure v = sum(v)  measure n = count()  measure ids = count(distinct id) }
source g from sql "with recursive d (n) as (select 0 union all select n + 1 from d where n < 730) select n as id, date('2024-01-01', n || ' days') as day from d" {
  key id  time day = day  covers 2024-01-01 .. 2025-12-31  measure goal = sum(8) }
source c from sql "with recursive d (n) as (select 0 union all select n + 1 from d where n < 526) select n as id, date('2024-01-01', n || ' days') as day from d" {
  key id  time day = day  covers 2024-01-01 .. 2025-06-10  measure cost = sum(4) }
indicator growth { measure v / v[previous year] - 1  rhythm monthly  target >= 50% }
indicator attained { measure v / goal  rhythm monthly  target >= 110%  warn < 80% }
indicator before { measure v / v[previous month]  rhythm monthly  target >= 90% for 2025 }
indicator costs { measure cost / v  rhythm monthly  target <= 30% }
indicator alarmed { measure v / goal  rhythm quarterly  alarm < 125% }
indicator mean { measure v / n  rhythm monthly  target >= 10 }
indicator by_then { measure v / goal  rhythm monthly  target >= 130% by 2025-06-30 }
indicator windows { measure v[year to date] / v[year to date][previous year]  rhythm monthly  target >= 200% }
indicator mixed { measure v / v[rolling 3 months]  rhythm monthly  target >= 30% }
indicator per_one { measure v / ids  rhythm monthly  target >= 10 }
indicator always { measure v[all]  rhythm monthly  target >= 500 }
indicator of_all { measure v / v[all]  rhythm monthly  target >= 4% }
list indicator, value, target, so_far, so_far_target, status, reason from koers_indicators
  where starts_on >= 2025-06-01 or (rhythm = "quarterly" and starts_on >= 2025-04-01)
brief
--- stdout
indicator,value,target,so_far,so_far_target,status,reason
growth,0,0.5,1,0.5,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
attained,0.625,1.1,1.25,1.1,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
before,0.48387096774193548387,0.9,1,0.9,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
costs,0.26666666666666666667,0.3,0.4,0.3,red,of 2025-06 only 2025-06-01 .. 2025-06-10 is known
alarmed,1.04395604395604395604,,1.25,,green,of 2025-Q2 only 2025-04-01 .. 2025-06-15 is known
mean,10,10,10,10,green,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
by_then,0.625,,,,grey,only a part of 2025-06 is known
windows,1.82417582417582417582,2,1.98802395209580838323,2,red,of 2025-06 only 2025-06-01 .. 2025-06-15 is known
mixed,0.19736842105263157895,,,,grey,only a part of 2025-06 is known
per_one,10,,,,grey,only a part of 2025-06 is known
always,3490,,,,grey,only a part of 2025-06 is known
of_all,0.04297994269340974212,,,,grey,only a part of 2025-06 is known

status,indicator,period,value,target,so far,change,since,trend
red,costs,"2025-06, known to 2025-06-10",0.26666666666666666667,<= 0.3,"0.4, should be <= 0.3",,,██████▃▃▃▃▃▁
red,windows,"2025-06, known to 2025-06-15",1.82417582417582417582,>= 2,"1.99, should be >= 2",,,█▇▇▇▇▁
grey,by_then,"2025-06, known to 2025-06-15",0.625,,,,,▁▁▁▁▁▁█████▁
grey,mixed,"2025-06, known to 2025-06-15",0.19736842105263157895,,,,,▄▄▄▄▄▄█▅▄▄▄▁
grey,per_one,"2025-06, known to 2025-06-15",10,,,,,▁▁▁▁▁▁██████
grey,always,"2025-06, known to 2025-06-15",3490,,,,,████████████
grey,of_all,"2025-06, known to 2025-06-15",0.04297994269340974212,,,,,▁▁▁▁▁▁█▇███▁
green,growth,"2025-06, known to 2025-06-15",0,>= 0.5,"1, should be >= 0.5",,,█████▁
green,attained,"2025-06, known to 2025-06-15",0.625,>= 1.1,"1.25, should be >= 1.1",,,▁▁▁▁▁▁█████▁
green,before,"2025-06, known to 2025-06-15",0.48387096774193548387,>= 0.9 for 2025,"1, should be >= 0.9",,,▄▃▃▄▃▄█▃▄▃▄▁
green,alarmed,"2025-Q2, known to 2025-06-15",1.04395604395604395604,,1.25,,,▁▁▁▁█▆
green,mean,"2025-06, known to 2025-06-15",10,>= 10,"10, should be >= 10",,,▁▁▁▁▁▁██████

status,indicator,owner,reason,action
red,costs,,of 2025-06 only 2025-06-01 .. 2025-06-10 is known,
red,windows,,of 2025-06 only 2025-06-01 .. 2025-06-15 is known,
grey,by_then,,only a part of 2025-06 is known,
grey,mixed,,only a part of 2025-06 is known,
grey,per_one,,only a part of 2025-06 is known,
grey,always,,only a part of 2025-06 is known,
grey,of_all,,only a part of 2025-06 is known,

=== what cannot be asked by its rhythm is grey in the last period, with the reason
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-07-01
source s from sql "select 1 as id, '2025-05-02' as day, 5 as v union all select 2, '2025-06-02', 5" {
  key id  time day = day  measure v = sum(v) }
source p from sql "select 1 as id" { key id  measure heads = count() }
indicator each { measure v / heads  rhythm monthly  target >= 5 }
list indicator, period, starts_on, value, status, reason from koers_indicators where starts_on >= 2025-06-01
map steering
--- stdout
indicator,period,starts_on,value,status,reason
each,2025-06,2025-06-01,,grey,"`p` has no time axis, so `month` does not reach it"

level,name,owner,period,value,target,so far,status,findings
without level,each,,2025-06,,,,grey,2

=== and so is one that is known in part at its beginning, but not a longer time
--- schema none
--- args
run input.koers --format csv
--- input
-- Rows from January 5th on: 270 of 27 days, of 300 * 27 / 31 = 261.29.
open "store.db"
set today = 2025-03-10
source s from sql "with recursive d (n) as (select 4 union all select n + 1 from d where n < 65) select n as id, date('2025-01-01', n || ' days') as day, 10 as v from d" {
  key id  time day = day  measure v = sum(v) }
indicator month { measure v  rhythm monthly  target >= 300  warn < 280 }
indicator year { measure v  rhythm monthly  target >= 100 for 2025 }
indicator later { measure v  rhythm monthly  target >= 3000 for 2025-01-20 .. 2025-12-31 }
indicator to_date { measure v[year to date]  rhythm monthly  target >= 100 for 2025 }
list indicator, period, value, target, so_far, so_far_target, status, reason from koers_indicators where starts_on >= 2025-01-01
--- stdout
indicator,period,value,target,so_far,so_far_target,status,reason
month,2025-01,270,300,270,261.29032258064516129032,green,of 2025-01 only 2025-01-05 .. 2025-01-31 is known
month,2025-02,280,300,,,amber,
year,2025-01,270,,,,grey,"its target is for 2025, and not all of 2025-01 is known"
year,2025-02,280,,,,grey,"its target is for 2025, and not all of 2025-01 .. 2025-02 is known"
later,2025-01,270,3000,120,104.04624277456647398844,green,of 2025-01 only 2025-01-05 .. 2025-01-31 is known
later,2025-02,280,3000,400,346.8208092485549132948,green,
to_date,2025-01,270,,,,grey,"its target is for 2025, and not all of 2025-01 is known"
to_date,2025-02,550,,,,grey,"its target is for 2025, and not all of 2025-01 .. 2025-02 is known"

=== what is to be reached by a day is of the period in which that lies, wherever it is read
--- schema none
--- args
run input.koers --format csv
--- input
-- 10 a day: 310 in December, the best change is from 280 to 310 in March of 2025, 10.71%.
open "store.db"
set today = 2026-01-10
source s from sql "with recursive d (n) as (select 0 union all select n + 1 from d where n < 1104) select n as id, date('2023-01-01', n || ' days') as day, 10 as v from d" {
  key id  time day = day  measure v = sum(v)  measure n = count() }
indicator amount { measure v  formula number * 10  rhythm monthly  target >= 400 by 2026-03-15 }
indicator number { measure n  rhythm monthly  target >= 40 by 2026-03-31 }
list check, finding from (check steering) where check in ("C2", "C3", "C6", "C9")
--- stdout
check,finding
C6,unprecedented: from 310 to 400 is 29.03%; the best change of 23 was 10.71%
C6,unprecedented: from 31 to 40 is 29.03%; the best change of 23 was 10.71%
C9,the forecast reaches it with 0%
C9,the forecast reaches it with 0%

=== a row of a quarter is as new as that
--- schema none
--- args
run input.koers --format csv
--- input
-- The rows of the second quarter stand under its first day, 75 days ago; those of `old` are of the first.
open "store.db"
set today = 2025-06-15
source g from sql "select 1 as id, '2025-01-01' as since, 100 as v union all select 2, '2025-04-01', 100" {
  key id  time period = since by quarter  measure goal = sum(v) spread over days }
source o from sql "select 1 as id, '2025-01-01' as since, 100 as v" {
  key id  time period = since by quarter  measure old = sum(v) }
indicator planned { measure goal  rhythm monthly  target >= 30 }
indicator outdated { measure old  rhythm quarterly  target >= 30 }
indicator behind { measure old  rhythm monthly  target >= 30 }
list check, about, finding from (check steering) where check = "D2"
--- stdout
check,about,finding
D2,indicator behind,"it is looked at monthly, and its newest row is of 2025-Q1, 76 days ago"

=== targets without a period are for each period of a rhythm
--- schema none
--- args
run input.koers --format csv
--- input
-- 20 a month are 240 a year, half of 480; 5 a week are half of 10; 240 a month are 2880 a year, 600% of 480.
-- 40 * 500 a month is 60000 a quarter and 240000 a year. Weeks make up no month, nor a year one.
open "store.db"
set today = 2026-01-10
source s from sql "select 1 as id, '2025-12-01' as day, 12 as w, 8 as d, 5 as v" {
  key id  time day = day  measure w = sum(w)  measure d = sum(d)  measure v = sum(v) }
measure rate : percent = w / d
measure size = v / d
indicator won_monthly { measure w  rhythm monthly  target >= 20 }
indicator won_weekly { measure w  rhythm weekly  target >= 5 }
indicator won_much { measure w  rhythm monthly  target >= 240 }
indicator all_year { measure d  rhythm monthly  target >= 480 for 2026 }
indicator all_monthly { measure d  rhythm monthly  target >= 40 }
indicator all_weekly { measure d  rhythm weekly  target >= 10 }
indicator size { measure size  rhythm monthly  target >= 500 }
indicator r_year { measure rate  formula won_monthly / all_year  rhythm monthly  target >= 50% }
indicator r_weeks { measure rate  formula won_weekly / all_weekly  rhythm monthly  target >= 50% }
indicator r_much { measure rate  formula won_much / all_year  rhythm monthly  target >= 50% }
indicator r_open { measure rate  formula won_weekly / all_monthly  rhythm monthly  target >= 50% }
indicator s_quarter { measure v  formula all_monthly * size  rhythm quarterly  target >= 60k }
indicator s_year { measure v  formula all_monthly * size  rhythm yearly  target >= 250k }
indicator s_both { measure v  formula all_year * size  rhythm monthly  target >= 20k  target >= 240k for 2026 }
indicator s_open { measure v  formula all_year * size  rhythm monthly  target >= 20k }
list check, about, severity, finding from (check steering) where check in ("C2", "C3")
--- stdout
check,about,severity,finding
C2,indicator r_much,warning,"its drivers' targets make 600.0%, not 50.0%; `all_year` would have to be 5,760 (target 480), or `won_much` would have to be 240 for 2026 (target 2,880)"
C2,indicator s_year,error,"its drivers' targets make 240,000, not 250,000; `size` would have to be 520.83 (target 500, now 0.63), or `all_monthly` would have to be 500 for each year (target 480)"
C2,steering,info,not checked for `r_open`: `won_weekly` has no target for each month
C2,steering,info,"not checked for `s_both`, `s_open`: `all_year` has no target for each month"
C3,indicator r_open,error,"`won_weekly` has its target for each week, `r_open` for each month"
C3,indicator s_open,error,"`all_year` has its target for 2026, `s_open` for each month"

=== what differs is seen to differ, and no count is asked to be negative
--- schema none
--- args
run input.koers --format csv
--- input
-- 22 / 35 = 0.62857 is not 0.631; 8 orders need 50.125 for 401, and at 50.1249 they make 400.9992.
-- 4 + 4 <= 1 would want -3 of one of them.
open "store.db"
set today = 2026-01-10
source s from sql "select 1 as id, '2025-12-01' as day, 12 as w, 8.5 as v" {
  key id  time day = day  measure w = sum(w)  measure n = count()  measure v : money(EUR) = sum(v) }
measure hit = w / (w + n)
measure size : money(EUR) = v / n
measure twice = n + n
indicator wins { measure w  rhythm monthly  target >= 22 }
indicator lost { measure n  rhythm monthly  target <= 13 }
indicator hit { measure hit  formula wins / (wins + lost)  rhythm monthly  target >= 0.631  tolerance 0% }
indicator orders { measure n  rhythm monthly  target >= 8 }
indicator size { measure size  rhythm monthly  target >= 50.1249 EUR }
indicator sales { measure v  formula orders * size  rhythm monthly  target >= 401 EUR  tolerance 0% }
indicator few { measure n  rhythm monthly  target <= 4 }
indicator some { measure n  rhythm monthly  target <= 4 }
indicator together { measure twice  formula few + some  rhythm monthly  target <= 1 }
list about, finding from (check steering) where check = "C2"
--- stdout
about,finding
indicator hit,"its drivers' targets make 0.629, not 0.631; `lost` would have to be 12.9 (target 13.0)"
indicator sales,"its drivers' targets make €400.999, not €401.000; `size` would have to be €50.13 (target €50.12, now €8.50), or `orders` would have to be 8.00002 (target 8.00000)"
indicator together,"its drivers' targets make 8, not 1; no driver alone could settle it"

=== bands of a driver that stands twice make no more than they can
--- schema none
--- args
run input.koers --format csv
--- input
-- wins / (wins + losses) is at most 14 / 22 = 63.6% and at least 12 / 20 = 60%;
-- (wins - costs) / wins is at least (12 - 5) / 12 = 58.3% and at most (14 - 4) / 14 = 71.4%; w * (30 - w)
-- is 216 to 224, but nothing says so, and 12 * 16 to 14 * 18 is 192 to 252.
open "store.db"
set today = 2026-01-10
source s from sql "select 1 as id, '2025-01-01' as day, 12 as w, 8 as l, 4 as cost" {
  key id  time day = day  measure w = sum(w)  measure l = sum(l)  measure cost = sum(cost) }
measure hit : percent = w / (w + l)
measure margin : percent = (w - cost) / w
indicator wins { measure w  rhythm yearly  target in 12 .. 14 }
indicator losses { measure l  rhythm yearly  target <= 8 }
indicator costs { measure cost  rhythm yearly  target in 4 .. 5 }
indicator hit_64 { measure hit  formula wins / (wins + losses)  target >= 64% }
indicator hit_63 { measure hit  formula wins / (wins + losses)  target >= 63% }
indicator margin_75 { measure margin  formula (wins - costs) / wins  target >= 75% }
indicator margin_70 { measure margin  formula (wins - costs) / wins  target >= 70% }
indicator square { measure w * (30 - w)  formula wins * (30 - wins)  target >= 230  tolerance 0% }
indicator far_off { measure w * (30 - w)  formula wins * (30 - wins)  target >= 300 }
list about, severity, finding from (check steering) where check = "C2"
--- stdout
about,severity,finding
indicator hit_64,error,"its drivers' targets make 60.0% to 63.6%, not 64.0%; `losses` would have to be 7 (target 8)"
indicator margin_75,error,"its drivers' targets make 58.3% to 71.4%, not 75.0%; `costs` would have to be 3 (target 4)"
indicator far_off,error,"its drivers' targets make something within 192 to 252, not 300; no driver alone could settle it"
steering,info,not checked for `square`: what bands of drivers that it has twice make of it is not known

=== what is counted or chosen per K does not add up over units
--- schema none
--- args
run input.koers --format csv
--- input
-- a buys in both units: 2 + 2 buyers are 3 together, and only together is a above 35.
open "store.db"
set today = 2026-01-10
source o from sql "select 1 as id, '2025-01-15' as day, 'a' as c, 'N' as u, 10 as v union all select 2, '2025-02-05', 'a', 'S', 30 union all select 3, '2025-02-05', 'b', 'N', 40 union all select 4, '2025-03-05', 'c', 'S', 50" {
  key id  time day = day  dimension c, u
  measure v = sum(v)  measure distinct_buyers = count(distinct c) }
measure buyers = count(v per c)
measure large = count(v per c where v > 35)
measure of_large = sum(v per c where v > 35)
measure of_all = sum(v per c)
measure active = count(v per month where v > 0)
measure each = v / buyers
measure each_distinct = v / distinct_buyers
show buyers, large, of_large, of_all, active by u with total
indicator i_buyers { measure buyers  cascade over u as sum ("N" = 2, "S" = 1) }
indicator i_large { measure large  cascade over u as sum ("N" = 2, "S" = 1) }
indicator i_of_large { measure of_large  cascade over u as sum ("N" = 2, "S" = 1) }
indicator i_of_all { measure of_all  cascade over u as sum ("N" = 2, "S" = 1) }
indicator i_active { measure active  cascade over u as sum ("N" = 2, "S" = 1) }
list check, about, finding from (check steering) where check in ("C4", "D5")
list driver, role, history, needed, `history a week`, `off %` from (cascade each to 50 for 2026)
list driver, role, history, needed, `history a week`, `off %` from (cascade each_distinct to 50 for 2026)
--- stdout
level,u,buyers,large,of_large,of_all,active
line,N,2,1,40,50,2
line,S,2,1,50,80,2
total,,3,3,130,130,3

check,about,finding
C4,indicator i_buyers,a distinct count does not add up over units
C4,indicator i_large,a distinct count does not add up over units
C4,indicator i_of_large,what is made anew for each does not add up over units
C4,indicator i_active,a distinct count does not add up over units

driver,role,history,needed,history a week,off %
each,goal,43.33333333333333333333,50,0.830140485312899106,
buyers,kept,3,3,,
v,driver,130,150.00000000000000000001,2.49042145593869731801,

driver,role,history,needed,history a week,off %
each_distinct,goal,43.33333333333333333333,50,0.830140485312899106,
distinct_buyers,kept,3,3,,
v,driver,130,150.00000000000000000001,2.49042145593869731801,

=== a period of a calendar of weeks is called by its name
--- schema none
--- args
run input.koers
--- input
-- FY2027 begins on 2026-02-01; days that are none of its periods stay days, and an ISO week is one.
open "store.db"
set today = 2026-06-15
calendar retail { weeks 4-4-5  year ends last saturday of january }
source s from sql "with recursive d (n) as (select 0 union all select n + 1 from d where n < 164) select n as id, date('2026-01-01', n || ' days') as day, 10 as v from d" {
  key id  time day = day  measure v = sum(v) }
indicator named { measure v  rhythm weekly
  target >= 30 for retail 2027-Q1  target >= 30 for retail 2027-Q2  target >= 30 for retail 2027-05  target >= 30 for retail 2027-W10
  target >= 30 for 2026-05-10 .. 2026-05-21  target >= 30 for 2026-W21  target >= 30 for retail 2027-07 }
indicator year { measure v  rhythm monthly  target >= 3000 for retail 2027 }
objective grow { steers named  horizon retail 2027 }
list check, finding from (check steering) where check = "B3"
list indicator, period, target, so_far, reason from koers_indicators where starts_on >= 2026-05-01 and indicator = "year"
map steering
explain year
explain show v for retail 2027-W10
--- stdout
check  finding
─────  ────────────────────────────────────────────────────────────────────────
B3     it has no target for FY2027-P08 .. FY2027-P12, which `grow` reaches over
B3     its targets for FY2027-Q1 and FY2027-W10 overlap
B3     its targets for FY2027-Q2 and 2026-05-10 .. 2026-05-21 overlap
B3     its targets for FY2027-Q2 and 2026-W21 overlap
B3     its targets for FY2027-Q2 and FY2027-P05 overlap

indicator  period   target  so_far  reason
─────────  ───────  ──────  ──────  ──────
year       2026-05   3,000   1,200  (none)

level          name   owner  period    value  target                so far                   status  findings
─────────────  ─────  ─────  ────────  ─────  ────────────────────  ───────────────────────  ──────  ────────
objectives     grow   –      –         –      –                     –                        green          1
without level  named  –      2026-W24  70     >= 30 for FY2027-P05  150, should be >= 16     green          7
               year   –      2026-05   310    >= 3,000 for FY2027   1,200, should be >= 989  green          2

indicator year
  number, monthly, steered up
  indicator year { measure v  rhythm monthly  target >= 3000 for retail 2027 }
  added up over everything
  rows of s
  its target is for FY2027: all since that began is held against the days' part of it so far
  in input.koers:10

v  70
  sum(v)
  7 rows of s, day FY2027-W10
  list id, v as value from s for 2026-04-05 .. 2026-04-11

scan s (day, v)
  group on day
    leaf 0: sum(s.v)
lines
  v = leaf 0
for 2026-04-05 .. 2026-04-11
sql
  with recursive d (n) as (select 0 union all select n + 1 from d where n < 164) select n as id, date('2026-01-01', n || ' days') as day, 10 as v from d
1 line, 1 column
