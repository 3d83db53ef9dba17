=== a target spread over days and working days
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
-- 91 days in the quarter of a leap year: 31, 29, 31; 65 working days: 23, 21, 21.
open "store.db"
source plan from sql "select 1 as rep, '2024-01-01' as starts_on, 91 as a, 65 as b, 1 as c" {
  key rep
  time period = starts_on by quarter
  measure by_day = sum(a) spread over days
  measure by_work = sum(b) spread over working days
  measure third = sum(c) spread over days
}
show by_day, by_work, third by month with total
show by_day, by_work for 2024-02-26 .. 2024-03-04
show by_day, by_work by week for 2024-W01 .. 2024-W02 with total
show by_day, by_work by quarter
show by_day, by_work by year
show by_day
--- stdout
level,month,by_day,by_work,third
line,2024-01,31,23,0.34065934065934065934
line,2024-02,29,21,0.31868131868131868132
line,2024-03,31,21,0.34065934065934065934
total,,91,65,1

by_day,by_work
8,6

level,week,by_day,by_work
line,2024-W01,7,5
line,2024-W02,7,5
total,,14,10

quarter,by_day,by_work
2024-Q1,91,65

year,by_day,by_work
2024,91,65

by_day
91

=== parts of a target foot over time and over every other key
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
-- Row by row: 200 * 31 / 90 = 68.8888…889, 200 * 59 / 90 = 131.1111…111, so February is
-- 62.2222…222 and March what is left. Columns foot to 200 and 300, lines to the total.
open "store.db"
source reps from table reps { entity rep key rep_id label rep_name  dimension team }
source targets from table targets { key rep_id, starts_on  join reps on rep_id  time period = starts_on by quarter  measure quota : money(EUR) = sum(amount) spread over days }
show quota, quota[all rep] as everyone by rep, month for 2025-Q1 with subtotals, total
show quota by month for 2025-Q1 across rep with total
show quota, quota / quota[all] as part : percent by rep for 2025-02 top 1 with others, total
show avg(quota per rep) as mean by month for 2025-Q1
--- stdout
level,rep,month,quota,everyone
line,Olga,2025-01,68.88888888888888888889,172.22222222222222222222
line,Olga,2025-02,62.22222222222222222222,155.55555555555555555556
line,Olga,2025-03,68.88888888888888888889,172.22222222222222222222
subtotal rep,Olga,,200,500
line,Paul,2025-01,103.33333333333333333333,172.22222222222222222222
line,Paul,2025-02,93.33333333333333333334,155.55555555555555555556
line,Paul,2025-03,103.33333333333333333333,172.22222222222222222222
subtotal rep,Paul,,300,500
total,,,500,500

level,month,Olga,Paul,total
line,2025-01,68.88888888888888888889,103.33333333333333333333,172.22222222222222222222
line,2025-02,62.22222222222222222222,93.33333333333333333334,155.55555555555555555556
line,2025-03,68.88888888888888888889,103.33333333333333333333,172.22222222222222222222
total,,200,300,500

level,rep,quota,part
line,Paul,93.33333333333333333334,0.6
others,,62.22222222222222222222,0.4
total,,155.55555555555555555556,1

month,mean
2025-01,86.11111111111111111111
2025-02,77.77777777777777777778
2025-03,86.11111111111111111111

=== a window that covers a part of a target
--- schema shop
--- args
run input.koers --format csv --today 2025-05-15
--- input
-- The first of April to the 15th of May is 45 of 91 days, 33 of 65 working days; the
-- same of the quarter before is the first of January to the 15th of February, 46 of 90.
open "store.db"
source plan from sql "select '2025-01-01' as starts_on, 9000 as a, 6400 as b union all select '2025-04-01', 9100, 6500" {
  time period = starts_on by quarter
  measure by_day = sum(a) spread over days
  measure by_work = sum(b) spread over working days
  measure whole = sum(a)
}
show by_day, by_work for quarter to date versus previous quarter
-- a quarter that is not over has all of it, and is compared with all of the other
show by_day, by_day[previous quarter] as before, by_day[full previous quarter] as full, by_day[year to date] as ytd by quarter
show by_day, by_day[quarter to date] as qtd, by_day[rolling 2 months] as r2, by_day[previous month] as pm by month
show by_day, whole by year
show by_work[for 2025-06-01 .. 2025-06-30] as june by quarter
--- stdout
by_day,by_day previous quarter,by_day change,by_day change %,by_work,by_work previous quarter,by_work change,by_work change %
4500,4600,-100,-0.0217391304347826087,3300,3300,0,0

quarter,by_day,before,full,ytd
2025-Q1,9000,,,9000
2025-Q2,9100,9000,9000,18100

month,by_day,qtd,r2,pm
2025-01,3100,3100,,
2025-02,2800,5900,5900,3100
2025-03,3100,9000,5900,2800
2025-04,3000,3000,6100,3100
2025-05,3100,6100,6100,3000
2025-06,3000,9100,6100,3100

year,by_day,whole
2025,18100,18100

quarter,june
2025-Q1,2100
2025-Q2,2100

=== a target spread by a profile
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
-- 20, 30 and 40 % of 90 % : 2/9, 3/9, 4/9 of 900. Inside a month all days weigh the same:
-- half of February is 150. A year has twelve weights.
open "store.db"
profile season by month weights 20%, 30%, 40%
profile year by month weights 1%, 2%, 3%, 4%, 5%, 6%, 7%, 8%, 9%, 10%, 20%, 25%
profile halves by half weights 0.25, 0.75
source plan from sql "select '2025-01-01' as starts_on, 900 as a" {
  time period = starts_on by quarter
  time of_year = starts_on by year
  measure q = sum(a) spread by profile season
  measure y = sum(a) on of_year spread by profile year
  measure h = sum(a) on of_year spread by profile halves
}
show q, y, h by month for 2025 with total
show q for 2025-02-01 .. 2025-02-14
--- stdout
level,month,q,y,h
line,2025-01,200,9,38.53591160220994475138
line,2025-02,300,18,34.80662983425414364641
line,2025-03,400,27,38.53591160220994475138
line,2025-04,,36,37.29281767955801104973
line,2025-05,,45,38.53591160220994475138
line,2025-06,,54,37.29281767955801104972
line,2025-07,,63,113.72282608695652173913
line,2025-08,,72,113.72282608695652173913
line,2025-09,,81,110.05434782608695652174
line,2025-10,,90,113.72282608695652173913
line,2025-11,,180,110.05434782608695652174
line,2025-12,,225,113.72282608695652173913
total,,900,900,900

q
150

=== a lag
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
-- Half is paid in the month itself, a quarter in the next, an eighth three months later;
-- an eighth never. April: 40 / 2 + 30 / 4 + 10 / 8.
open "store.db"
profile written by month weights 0.5, 0.25, 0, 0.125
source sales from sql "select '2025-01-09' as day, 10 as a union all select '2025-02-09', 20 union all select '2025-03-09', 30 union all select '2025-04-09', 40" {
  time day = day
  covers 2024-01 .. 2025-12
  measure revenue = sum(a)
  measure number = count()
  measure mean = revenue / number
}
show revenue, revenue[lagged by profile written] as paid, number[lagged by profile written] as n,
  mean[lagged by profile written] as m by month for 2025-01 .. 2025-08 with total
--- stdout
level,month,revenue,paid,n,m
line,2025-01,10,5,0.5,10
line,2025-02,20,12.5,0.75,16.66666666666666666667
line,2025-03,30,20,0.75,26.66666666666666666667
line,2025-04,40,28.75,0.875,32.85714285714285714286
line,2025-05,0,12.5,0.375,33.33333333333333333333
line,2025-06,0,3.75,0.125,30
line,2025-07,0,5,0.125,40
line,2025-08,0,0,0,
total,,100,87.5,3.5,25

=== what cannot be spread, profiles that cannot be
--- schema shop
--- args
check input.koers
--- input
open "store.db"
profile much by month weights 50%, 40%, 11%
profile less by month weights 50%, -10%
profile words by month weights "a"
profile worked by working days weights 1
profile fiscally by fiscal month weights 1
profile none by month from table reps (rep_id)
profile texts by month from table reps (rep_id, rep_name)
profile twice by month from table order_lines (line_no, quantity)
profile gone by month from table nowhere (step, weight)
profile good by month weights 10%, 20%, 30%
profile quarters by quarter weights 1
profile quarters by quarter weights 1
profile weeks by week weights 50%, 50%
source orders from table orders {
  time ordered = order_date
  measure f = sum(freight) spread over days
}
source targets from table targets {
  time period = starts_on by quarter
  time half = starts_on by half
  measure q = sum(amount)
  measure n = count() spread over days
  measure m = sum(amount) spread by profile goods
  measure o = sum(amount) on half spread by profile good
  measure p = sum(amount) spread by profile weeks
  measure s = sum(amount) while starts_on until starts_on + 3 months spread over days
  measure r = avg(amount)
}
--- stderr
input.koers:2:9: error[E0651]: the weights of `much` add up to 101%; they may not give out more than all
    2 | profile much by month weights 50%, 40%, 11%
      |         ^~~~
input.koers:3:36: error[E0651]: a weight of a profile is not negative
    3 | profile less by month weights 50%, -10%
      |                                    ^~~~
input.koers:4:32: error[E0651]: a weight of a profile is a number or percentage
    4 | profile words by month weights "a"
      |                                ^~~
input.koers:5:19: error[E0651]: the steps of a profile are periods, not working days
    5 | profile worked by working days weights 1
      |                   ^~~~~~~~~~~~
input.koers:6:21: error[E0301]: there is no calendar `fiscal`
    6 | profile fiscally by fiscal month weights 1
      |                     ^~~~~~
      = help: declare it: `calendar fiscal { year starts april }`
input.koers:7:17: error[E0651]: a profile's table has two columns: `(step, weight)`
    7 | profile none by month from table reps (rep_id)
      |                 ^~~~~
input.koers:8:49: error[E0651]: steps and weights of a profile are numbers
    8 | profile texts by month from table reps (rep_id, rep_name)
      |                                                 ^~~~~~~~
input.koers:9:35: error[E0651]: two weights of a profile are for the same step
    9 | profile twice by month from table order_lines (line_no, quantity)
      |                                   ^~~~~~~~~~~
input.koers:10:34: error[E0806]: the store has no table `nowhere`
   10 | profile gone by month from table nowhere (step, weight)
      |                                  ^~~~~~~
input.koers:13:9: error[E0304]: there is a profile `quarters` already
   13 | profile quarters by quarter weights 1
      |         ^~~~~~~~
input.koers:17:28: error[E0650]: `orders` is not kept per period, so there is nothing to spread
   17 |   measure f = sum(freight) spread over days
      |                            ^~~~~~~~~~~~~~~~
      = help: give its axis a unit: `time ordered = ... by quarter`
input.koers:23:15: error[E0650]: only a sum can be spread: of nothing else are there parts that add up
   23 |   measure n = count() spread over days
      |               ^~~~~~~
      = help: spread the sums, and calculate with them in another measure
input.koers:24:45: error[E0301]: there is no profile `goods`
   24 |   measure m = sum(amount) spread by profile goods
      |                                             ^~~~~
      = help: did you mean `good`?
input.koers:25:35: error[E0650]: `good` has 3 weights; a half year has 6 months
   25 |   measure o = sum(amount) on half spread by profile good
      |                                   ^~~~~~~~~~~~~~~~~~~~~~
input.koers:26:27: error[E0650]: `weeks` goes by week, and a quarter is not made of whole weeks
   26 |   measure p = sum(amount) spread by profile weeks
      |                           ^~~~~~~~~~~~~~~~~~~~~~~
input.koers:27:70: error[E0650]: a stock is read at an instant, so there is nothing to spread
   27 |   measure s = sum(amount) while starts_on until starts_on + 3 months spread over days
      |                                                                      ^~~~~~~~~~~~~~~~
--- exit
1

=== a wrong use of a profile
--- schema shop
--- args
check input.koers
--- input
open "store.db"
profile pay by month weights 10%, 20%, 30%
source orders from table orders {
  dimension rep = rep_id
  time ordered = order_date
  measure n = count()
  measure mean = avg(freight)
}
show n[lagged by profile pays] by month
show n[lagged by profile pay] by quarter
show n[lagged by profile pay] by rep
show mean[lagged by profile pay] by month
show sum(n per rep)[lagged by profile pay] by month
show count(distinct rep)[lagged by profile pay] by month
source reps from table reps { entity seller key rep_id label rep_name }
source targets from table targets {
  join reps on rep_id
  time period = starts_on by quarter
  measure quota = sum(amount) spread over days
}
source o from orders {
  join reps on rep_id
  dimension own_day = order_date
  dimension part = quota per seller before own_day within 3 months
}
--- stderr
input.koers:9:26: error[E0301]: there is no profile `pays`
    9 | show n[lagged by profile pays] by month
      |                          ^~~~
      = help: did you mean `pay`?
input.koers:10:8: error[E0609]: a line of one quarter cannot be shifted by a month, which is not made of whole quarters
   10 | show n[lagged by profile pay] by quarter
      |        ^~~~~~~~~~~~~~~~~~~~~
      = help: declare a profile `by quarter`
input.koers:11:8: error[E0622]: the lines stand for no period, so there is no other to go to
   11 | show n[lagged by profile pay] by rep
      |        ^~~~~~~~~~~~~~~~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:12:11: error[E0651]: only sums and counts of rows can lag; this one does not add up
   12 | show mean[lagged by profile pay] by month
      |           ^~~~~~~~~~~~~~~~~~~~~
input.koers:13:21: error[E0651]: only sums and counts of rows can lag; this one does not add up
   13 | show sum(n per rep)[lagged by profile pay] by month
      |                     ^~~~~~~~~~~~~~~~~~~~~
input.koers:14:26: error[E0651]: only sums and counts of rows can lag; this one does not add up
   14 | show count(distinct rep)[lagged by profile pay] by month
      |                          ^~~~~~~~~~~~~~~~~~~~~
input.koers:24:20: error[E0640]: an event window cannot look at parts of targets
   24 |   dimension part = quota per seller before own_day within 3 months
      |                    ^~~~~
      = help: take a measure of whole rows, without `spread`
--- exit
1

=== attainment of a quarter that is known in part
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
-- Sales are known until the end of May: 44 of 65 working days. Against the whole quota
-- the second quarter is marked and looks bad; against the share of what is known it is
-- 46.2 : (100 * 44 / 65) = 68.25 %.
open "store.db"
source sales from sql "select '2025-02-10' as day, 85 as a union all select '2025-04-10', 30 union all select '2025-05-10', 16.2" {
  time day = day
  covers 2025-01-01 .. 2025-05-31
  measure revenue : money(EUR) = sum(a)
}
source plan from sql "select '2025-01-01' as starts_on, 100 as a union all select '2025-04-01', 100" {
  time period = starts_on by quarter
  measure quota : money(EUR) = sum(a)
  measure planned : money(EUR) = sum(a) spread over working days
}
measure attainment : percent = revenue / quota
measure pace : percent = revenue / planned
show revenue, quota, attainment by quarter
show revenue, planned, pace for 2025-04-01 .. 2025-05-31
show revenue, planned, pace by month for 2025-Q2 with total
--- stdout
quarter  revenue     quota  attainment
───────  ────────  ───────  ───────────
2025-Q1   €85.00   €100.00       85.0%
2025-Q2   €46.20◔  €100.00       46.2%◔

revenue  planned   pace
───────  ───────  ─────
 €46.20   €67.69  68.3%

month    revenue   planned   pace
───────  ────────  ───────  ──────
2025-04   €30.00    €33.85  88.6%
2025-05   €16.20    €33.85  47.9%
2025-06        –    €32.31      –
───────  ────────  ───────  ──────
total     €46.20◔  €100.00  46.2%◔

=== profiles from tables
--- schema plan
--- args
run input.koers --format csv --today 2026-02-01
--- input
-- As the written ones: April is 40 / 2 + 30 / 4 + 10 / 8. The season begins with month 1,
-- in whatever order its rows are.
open "store.db"
profile payment by month from table payments (step, weight)
profile season by month from table season (month, part)
source sales from table sales { time day = day  covers 2024-01 .. 2025-12  measure revenue = sum(amount) }
source plan from table plan { time period = starts_on by quarter  measure goal = sum(amount) spread by profile season }
show revenue[lagged by profile payment] as paid by month for 2025-01 .. 2025-08 with total
show goal by month with total
show sum(revenue[lagged by profile payment] per month) as paid by quarter for 2025-Q1 .. 2025-Q3
--- stdout
level,month,paid
line,2025-01,5
line,2025-02,12.5
line,2025-03,20
line,2025-04,28.75
line,2025-05,12.5
line,2025-06,3.75
line,2025-07,5
line,2025-08,0
total,,87.5

level,month,goal
line,2025-01,200
line,2025-02,300
line,2025-03,400
total,,900

quarter,paid
2025-Q1,37.5
2025-Q2,45
2025-Q3,5

=== tables that are no profile
--- schema plan
--- args
check input.koers
--- input
open "store.db"
profile gaps by month from table gaps (step, weight)
profile halves by month from table halves (step, weight)
profile bare by month from table bare (step, weight)
profile other by month from table season (step, weight)
--- stderr
input.koers:2:34: error[E0651]: each row of a profile's table has a step, a whole number, and its weight
    2 | profile gaps by month from table gaps (step, weight)
      |                                  ^~~~
input.koers:3:36: error[E0651]: each row of a profile's table has a step, a whole number, and its weight
    3 | profile halves by month from table halves (step, weight)
      |                                    ^~~~~~
input.koers:4:34: error[E0651]: a profile has at least one weight
    4 | profile bare by month from table bare (step, weight)
      |                                  ^~~~
input.koers:5:43: error[E0307]: `season` has no column `step`
    5 | profile other by month from table season (step, weight)
      |                                           ^~~~
--- exit
1

=== targets of another calendar
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
-- A quarter from February to April has 89 days, 28, 31 and 30; the next one 31, 30 and
-- 31. The second row starts in the middle of it and is of the whole quarter all the same.
open "store.db"
calendar fiscal { year starts february }
profile season by fiscal month weights 20%, 30%, 50%
source plan from sql "select '2025-02-01' as starts_on, 890 as a union all select '2025-05-15', 92" {
  time period = starts_on by fiscal quarter
  measure q = sum(a)
  measure d = sum(a) spread over days
  measure s = sum(a) spread by profile season
}
show d, s by fiscal month with total
show d, s by month for 2025-04 .. 2025-05
show q, d by fiscal quarter
--- stdout
level,fiscal month,d,s
line,FY2026-P01,280,178
line,FY2026-P02,310,267
line,FY2026-P03,300,445
line,FY2026-P04,31,18.4
line,FY2026-P05,30,27.6
line,FY2026-P06,31,46
total,,982,982

month,d,s
2025-04,300,445
2025-05,31,18.4

fiscal quarter,q,d
FY2026-Q1,890,890
FY2026-Q2,92,92

=== the month of a quarter's target
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source targets from table targets {
  time period = starts_on by quarter
  dimension started = month(period)
  measure q = sum(amount)
  measure d = sum(amount) spread over days
}
show q by month(period)
show d by week(period)
show q where day(period) = 2025-01-01
show q by quarter(period), year(period)
--- stderr
input.koers:4:23: error[E0610]: `period` knows the quarter only, not the month in it
    4 |   dimension started = month(period)
      |                       ^~~~~~~~~~~~~
      = help: write `quarter(period)`; a measure that is spread is asked for `by month`
input.koers:8:11: error[E0610]: `targets` is kept per quarter; `month` would split that
    8 | show q by month(period)
      |           ^~~~~~~~~~~~~
      = help: ask for whole periods, `by quarter`, or declare in the measure how it may be split: `spread over days`
input.koers:10:14: error[E0610]: `period` knows the quarter only, not the day in it
   10 | show q where day(period) = 2025-01-01
      |              ^~~~~~~~~~~
      = help: write `quarter(period)`; a measure that is spread is asked for `by day`
--- exit
1

=== what is done with a target
--- schema plan
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
profile season by month from table season (month, part)
source plan from table plan {
  time period = starts_on by quarter
  measure goal = sum(amount)
  measure worked = sum(amount) spread over working days
  measure seasonal = sum(amount) spread by profile season
}
explain show worked, seasonal by month for 2025-01 .. 2025-02
explain show goal, worked by quarter
--- stdout
worked  604.69
  sum(amount) spread over working days
seasonal  500
  sum(amount) spread by profile season
all lines together; one line is opened with `for` its period

scan plan (starts_on, amount)
  group on period spread over working days
    by month
    leaf 0: sum(plan.amount)
  group on period spread by profile season
    by month
    leaf 1: sum(plan.amount)
lines by month
  worked = leaf 0
  seasonal = leaf 1
for 2025-01-01 .. 2025-02-28
sql
  select "starts_on", "amount" from "plan"  -- rows of other days are left out
2 lines, 3 columns

goal  900
  sum(amount)
  1 row of plan
  list starts_on, amount as value from plan
worked  900
  sum(amount) spread over working days
all rows together, dated or not; one line is opened with `for` its period

scan plan (starts_on, amount)
  group on period
    by quarter
    leaf 0: sum(plan.amount)
  group on period spread over working days
    by quarter
    leaf 1: sum(plan.amount)
lines by quarter
  goal = leaf 0
  worked = leaf 1
sql
  select "starts_on", "amount" from "plan"
1 line, 3 columns

=== what is known comes in the months ahead
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = order_date  measure freight : money(EUR) = sum(freight)  measure n = count() }
profile payment by month weights 50%, 0%, 25%
set today = 2025-06-30
-- June has 1.00 and May 7.75, April nothing: July 0.25 * 7.75, August 0.25 * 1.00; June 0.5 * 1.00
-- of what was before January nothing is known: 0.5 * 4.90 and 0.5 * 12; the lines are 21.75
show freight, freight[lagged by profile payment] as paid, n[lagged by profile payment] as p
  by month for 2025-01 .. 2025-09 with total
set today = 2025-05-10
show freight, freight[lagged by profile payment] as paid by month for 2025-05 .. 2025-08
--- stdout
month    freight     paid      p
───────  ────────  ───────  ─────
2025-01    €4.90◔   €2.45◔  0.50◔
2025-02   €12.00    €6.00◔  1.00◔
2025-03    €3.35    €2.90◔  0.75◔
2025-04    €0.00    €3.00   0.50
2025-05    €7.75    €4.71   0.75
2025-06    €1.00◔   €0.50◔  0.50◔
2025-07        –    €1.94◔  0.25◔
2025-08        –    €0.25◔  0.25◔
2025-09        –        –      –
───────  ────────  ───────  ─────
total     €29.00◔  €21.75◔  4.50◔

month    freight    paid
───────  ────────  ──────
2025-05    €7.75◔  €4.71◔
2025-06    €1.00◔  €0.50◔
2025-07        –   €1.94◔
2025-08        –   €0.25◔

=== rolling windows of targets are made of whole periods
--- schema none
--- args
--today 2025-05-14 run input.koers
--- input
open "store.db"
source goals from sql "select '2024-01-01' as q, 1 as v union all select '2024-04-01', 10 union all select '2024-07-01', 100 union all select '2024-10-01', 1000
  union all select '2025-01-01', 10000 union all select '2025-04-01', 100000 union all select '2025-07-01', 1000000" { key q  time at = q by quarter
  measure quota = sum(v)  measure daily = sum(v) spread over days }
source late from sql "select '2024-07-01' as q, 100 as v union all select '2024-10-01', 1000 union all select '2025-01-01', 10000 union all select '2025-04-01', 100000" { key q  time at = q by quarter
  measure begun = sum(v) }
-- Q3 2024 to Q2 2025: 100 + 1000 + 10000 + 100000. What is split takes the days from 15 May
-- to 14 May: 10 / 91 * 47 of Q2 2024, and 100000 / 91 * 44 of Q2 2025: 59456.81 with the rest
show quota[rolling 4 quarters] as four, quota[rolling 1 year] as year, begun[rolling 4 quarters] as known, round(daily[rolling 4 quarters], 2) as days
show quota[rolling 4 quarters] as four, begun[rolling 4 quarters] as known by quarter for 2024-Q3 .. 2025-Q2
show quota[rolling 5 quarters] as five, begun[rolling 5 quarters] as unknown for 2025-Q2
--- stdout
   four      year     known        days
────────  ────────  ────────  ──────────
111,100◔  111,100◔  111,100◔  59,456.81◔

quarter     four     known
───────  ────────  ────────
2024-Q3        –         –
2024-Q4    1,111         –
2025-Q1   11,110         –
2025-Q2  111,100◔  111,100◔

   five   unknown
────────  ───────
111,110◔        –

=== what lags, compared in a period that is not over
--- schema none
--- args
run input.koers --format csv --today 2024-05-15
--- input
open "store.db"
profile lag by month weights 50%, 30%, 10%
-- May 1000, of which 500 after the 15th of last year; April 300, March 300; February of last year 2000
source f from sql "select 1 id, '2024-05-10' d, 1000 v union all select 2, '2024-04-05', 100 union all select 3, '2024-04-25', 200 union all select 4, '2024-03-25', 300
  union all select 11, '2023-05-10', 1000 union all select 12, '2023-05-20', 500 union all select 13, '2023-04-05', 100 union all select 14, '2023-04-25', 200 union all select 15, '2023-03-25', 300 union all select 16, '2023-02-25', 2000" {
  key id  time d = d  measure revenue = sum(v) }
-- 500 + 90 + 30 on both sides: only May is cut
show revenue[lagged by profile lag] as lr for 2024-05 versus previous year
show revenue[previous year, lagged by profile lag] as a, revenue[lagged by profile lag, previous year] as b,
     revenue[full previous year, lagged by profile lag] as whole for 2024-05
-- April of last year 150 + 90 + 200; of June is known what May and April bring, of July what May does
show revenue[lagged by profile lag] as lr, revenue[previous year, lagged by profile lag] as a by month for 2024-04 .. 2024-07
-- March to May 800 + 180 + 30; a year ago 800 + 0.3 * 2600 + 0.1 * 2300
show revenue[lagged by profile lag] as lr for 2024-03 .. 2024-05 versus previous year
-- what the bracket says of the whole of 2023 is not moved
show revenue[previous year, for 2023, lagged by profile lag] as fixed for 2024-05
--- stdout
lr,lr previous year,lr change,lr change %
620,620,0,0

a,b,whole
620,620,870

month,lr,a
2024-04,240,440
2024-05,620,620
2024-06,330,330
2024-07,100,100

lr,lr previous year,lr change,lr change %
1010,1810,-800,-0.44198895027624309392

fixed
3690

=== a target that is spread, compared in a quarter that is not over
--- schema none
--- args
run input.koers --format csv --today 2024-05-15
--- input
open "store.db"
source goals from sql "select 'a' who, '2023-01-01' since, 910 amount union all select 'a', '2023-04-01', 2300 union all select 'a', '2024-01-01', 1000 union all select 'a', '2024-04-01', 3640" {
  key who, since  dimension who  time period = since by quarter
  measure goal = sum(amount)  measure daily = sum(amount) spread over days }
show goal, daily, daily[year to date] as so_far by who for 2024-Q2 versus previous year with total
-- May is 31 of 91 days; March to May 31 of 91 (of 90 in 2023) and 61 of 91
show round(daily, 4) as d, round(daily[previous year], 4) as before by month for 2024-04 .. 2024-06
show round(daily[year to date], 4) as y, round(daily[previous year, year to date], 4) as before for 2024-05
-- 16 February to 15 May: 45 of 91 and 45 of 91; a year ago 44 of 90 and 45 of 91
show round(daily[rolling 3 months], 4) as r, round(daily[previous year, rolling 3 months], 4) as before,
     round(daily[rolling 3 months, previous year], 4) as again for 2024-05
--- stdout
level,who,goal,goal previous year,goal change,goal change %,daily,daily previous year,daily change,daily change %,so_far,so_far previous year,so_far change,so_far change %
line,a,3640,2300,1340,0.58260869565217391304,3640,2300,1340,0.58260869565217391304,4640,3210,1430,0.44548286604361370717
total,,3640,2300,1340,0.58260869565217391304,3640,2300,1340,0.58260869565217391304,4640,3210,1430,0.44548286604361370717

month,d,before
2024-04,1200,758.2418
2024-05,1240,783.5165
2024-06,1200,758.2418

y,before
3440,2451.7582

r,before,again
2294.5055,1582.2515,1582.2515

=== a window of what lags begins where it is known
--- schema none
--- args
run input.koers --format csv --today 2024-05-15
--- input
open "store.db"
profile pay by month weights 50%, 30%, 20%
source f from sql "select 1 id, '2023-01-05' d, 10 v union all select 2, '2023-03-05', 100 union all select 3, '2023-04-05', 100 union all select 4, '2023-05-10', 100 union all select 5, '2024-03-05', 100" {
  key id  time d = d  measure rev = sum(v)  measure due = rev[lagged by profile pay] }
-- 5, 3, 50 + 2, 50 + 30, 50 + 30 + 20: what lags behind January is no part of what is not known
show due, due[year to date] as so_far, sum(due per month)[year to date] as per_month, due[rolling 3 months] as three by month for 2023-01 .. 2023-05
--- stdout
month,due,so_far,per_month,three
2023-01,5,5,5,
2023-02,3,8,8,
2023-03,52,60,60,60
2023-04,80,140,140,135
2023-05,100,240,240,232

=== a lag of months that a window cuts goes up to their ends
--- schema none
--- args
run input.koers --format csv --today 2024-05-15
--- input
open "store.db"
source o from sql "select 1 id, '2023-11-10' d, 100 v union all select 2, '2024-01-10', 60 union all select 3, '2024-03-20', 30 union all select 4, '2024-02-29', 30 union all select 5, '2024-05-05', 9" {
  key id  time d = d  measure rev = sum(v)
}
profile pay by month weights 50%, 30%, 20%
measure due = rev[lagged by profile pay]
-- from 16 February to 15 May: 0.5 * 30 of February, 36 of March (0.5 * 30 + 0.3 * 30 + 0.2 * 60),
-- 15 of April (0.3 * 30 + 0.2 * 30), 0.5 * 9 of May
show sum(due per month)[rolling 3 months] as x, due[rolling 3 months] as y for 2024-05
--- stdout
x,y
70.5,70.5

=== a lag of retail months takes the fifth week of the month before
--- schema none
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
calendar retail { weeks 4-4-5 year ends last saturday of january }
profile pr by retail month weights 50%, 50%
-- P03 is 27 March to 30 April 2022, P04 to 28 May, P05 to 25 June. P03 holds 2 + 8, the 8 in its fifth week.
source o from sql "select 1 id, '2022-03-01' d, 4 v union all select 2, '2022-04-01', 2 union all select 3, '2022-04-27', 8 union all select 4, '2022-05-05', 6 union all select 5, '2022-06-01', 10 union all select 6, '2022-07-10', 2" {
  key id  time d = d  measure rev = sum(v)
}
-- P03 0.5 * 10 + 0.5 * 4; P04 0.5 * 6 + 0.5 * 10; P05 0.5 * 10 + 0.5 * 6; P06 0.5 * 2 + 0.5 * 10 (26 June to 30 July)
show rev[lagged by profile pr] as x by retail month for retail 2023-03 .. retail 2023-06 with total
show sum(rev[lagged by profile pr] per retail month) as x for retail 2023-03 .. retail 2023-06
--- stdout
level,retail month,x
line,FY2023-P03,7
line,FY2023-P04,8
line,FY2023-P05,8
line,FY2023-P06,6
total,,29

x
29

=== what lags falls on the same day of its month, or on the last
--- schema none
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
source o from sql "select 1 id, '2023-01-28' d, 10 v union all select 2, '2023-01-31', 30 union all select 3, '2023-02-28', 100 union all select 4, '2023-03-31', 8" {
  key id  time d = d  measure rev = sum(v)  covers 2022 .. 2024 }
profile pay by month weights 50%, 50%
measure due = rev[lagged by profile pay]
-- 28 February: 0.5 * 100 + 0.5 * (10 + 30)
show due by day for 2023-02-27 .. 2023-02-28 with total
-- 28 March: 0.5 * 100; 29 and 30 March nothing, 31 March 0.5 * 8; 30 April the rest of that
show due by day for 2023-03-28 .. 2023-03-31 with total
show due for 2023-03-31 .. 2023-04-29
show due for 2023-04-30
show due by month for 2023-01-31 .. 2023-04-30 with total
--- stdout
level,day,due
line,2023-02-27,0
line,2023-02-28,70
total,,70

level,day,due
line,2023-03-28,50
line,2023-03-29,0
line,2023-03-30,0
line,2023-03-31,4
total,,54

due
4

due
4

level,month,due
line,2023-01,15
line,2023-02,70
line,2023-03,54
line,2023-04,4
total,,143
