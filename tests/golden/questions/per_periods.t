=== a line for what was held at the end of some period
--- schema none
--- args
--format csv --today 2024-12-31 run input.koers
--- input
open "store.db"
-- x: 100 from 10 January up to 10 February, y: 50 from 15 January on.
source d from sql "select 1 id, 'x' c, 'a' g, '2024-01-10' a, '2024-02-10' b, 100 v union all select 2, 'y', 'a', '2024-01-15', null, 50" {
  key id  dimension c, g  measure st = sum(v) while a until b }
show max(st per month) as m by c for 2024-01 .. 2024-03 with total
show last(st per month by month) as m by c for 2024-01 .. 2024-03 with total
show max(st[opening] per month) as o by c for 2024-02 .. 2024-03 with total
show max(st per month) as m by g, c for 2024-01 .. 2024-03 with subtotals
show max(st per month) as m by c, quarter for 2024 sparse
show max(st per month) as m by c for 2024-01 .. 2024-03 top 1 with others
show sum(max(st per month) per c) as most, max(st per (month, c)) as single for 2024-01 .. 2024-03
--- stdout
level,c,m
line,x,100
line,y,50
total,,150

level,c,m
line,x,100
line,y,50
total,,50

level,c,o
line,x,100
line,y,50
total,,150

level,g,c,m
line,a,x,100
line,a,y,50
subtotal g,a,,150

c,quarter,m
x,2024-Q1,100
y,2024-Q1,50
y,2024-Q2,50
y,2024-Q3,50
y,2024-Q4,50

level,c,m
line,x,100
others,,50

most,single
150,100

=== the same of snapshots, of a log, through dated joins and up a tree
--- schema none
--- args
--format csv --today 2024-12-31 run input.koers
--- input
open "store.db"
source snap from sql "select '2024-01-20' d, 'x' c, 100 v union all select '2024-01-20', 'y', 50 union all select '2024-02-20', 'y', 50" {
  key d, c  dimension c  measure held = sum(v) at snapshot d }
source log from sql "select 1 id, 'k' k, '2024-01-05' at, 'x' c, 100 v union all select 2, 'k', '2024-02-05', 'y', 70" {
  key id  dimension who = c  measure known = sum(v) as last known per k at at }
-- x's seller is in N in January, in S from February on; the deal stays open.
source posts from sql "select 1 rep, 'N' team, '2024-01-01' s, '2024-02-01' e union all select 1, 'S', '2024-02-01', null" { key rep, s  dimension team }
source units from sql "select 1 u, null p union all select 2, 1 union all select 3, null" { entity unit key u  tree p }
source deals from sql "select 1 id, 1 rep, 2 u, 100 v, '2024-01-10' a, null b union all select 2, 1, 3, 50, '2024-01-10', '2024-02-01'" {
  key id  join posts as post on rep while s until e  join units on u
  measure open_value = sum(v) while a until b }
show max(held per month) as m by c for 2024-01 .. 2024-03 with total
show max(known per month) as m by who for 2024-01 .. 2024-03 with total
show max(open_value per month) as m by post.team for 2024-01 .. 2024-03 with total
show max(open_value per month) as m by unit at level 1 as top_unit for 2024-01 .. 2024-03 with total
--- stdout
level,c,m
line,x,100
line,y,50
total,,150

level,who,m
line,x,100
line,y,70
total,,100

level,post.team,m
line,N,150
line,S,100
total,,150

level,top_unit,m
line,1,100
line,3,50
total,,150

=== a period in `per` looks back before the lines
--- schema none
--- args
--format csv --today 2024-12-31 run input.koers
--- input
open "store.db"
-- Three months to the end of January hold 150, to the end of February and March 50.
source f from sql "select 1 id, 'x' c, '2023-11-10' d, 100 v union all select 2, 'y', '2024-01-15', 50 union all select 3, 'w', '2022-01-15', 1" {
  key id  dimension c  time d = d  measure rev = sum(v) }
show max(rev[rolling 3 months] per month) as m by c for 2024-01 .. 2024-03 with total
show max(rev[rolling 3 months] per month) as m, sum(rev[rolling 3 months] per month) as s by quarter for 2024-Q1
show max(rev[rolling 3 months] per every month) as m by c for 2024-Q1
-- December 2023 to date is 100, January to date is 50.
show max(rev[previous month, year to date] per month) as m by c for 2024-01 .. 2024-03 with total
show sum(max(rev[rolling 3 months] per month) per c) as m for 2024-01 .. 2024-03
--- stdout
level,c,m
line,x,100
line,y,50
total,,150

quarter,m,s
2024-Q1,150,250

c,m
x,100
y,50

level,c,m
line,x,100
line,y,50
total,,100

m
150

=== what a stock does not keep by time is said of its periods in `per`, too
--- schema none
--- args
--today 2024-03-31 run input.koers
--- input
open "store.db"
source d from sql "select 1 id, 'x' c, '2024-01-10' a, '2024-02-10' b, 100 v union all select 2, 'y', '2024-01-15', null, 50" {
  key id  dimension c  measure st = sum(v) while a until b }
show max(st per month) as m by c for 2024
show max(st per month) as m by c for 2024-03
--- stdout
c    m
─  ────
x  100◔
y   50◔
`c` has its present value: `d` does not keep it by time

c   m
─  ───
y  50◔

=== a quotient per K without its brackets
--- schema none
--- args
check input.koers
--- input
open "store.db"
source f from sql "select 1 id, 2 v, '2024-01-01' d" { key id  time d = d  measure a = sum(v)  measure b = count() }
show median((a / b) per month)
show median(a[all month] / b per month)
--- stderr
input.koers:4:6: error[E0607]: it is not said whose rows `median` takes
    4 | show median(a[all month] / b per month)
      |      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: `per` goes with what stands right before it; brackets take it all: `median((a / b) per month)`
--- exit
1

=== values per K, compared in a quarter that is not over
--- schema none
--- args
run input.koers --format csv --today 2024-05-15
--- input
open "store.db"
profile pay by month weights 50%, 30%, 20%
source goals from sql "select 1 id, '2024-04-01' d, 910 v union all select 2, '2023-04-01', 91" {
  key id  dimension id  time d = d by quarter  measure gd = sum(v) spread over days }
source f from sql "select 1 id, '2023-02-05' d, 0 v union all select 2, '2023-03-05', 100 union all select 3, '2023-04-05', 100 union all select 4, '2023-05-10', 60 union all select 5, '2023-05-20', 40
  union all select 6, '2024-03-05', 100 union all select 7, '2024-04-05', 100 union all select 8, '2024-05-10', 100" {
  key id  dimension id  time d = d  measure rev = sum(v)  measure due = rev[lagged by profile pay] }
-- what is spread is known before its days: 91 of a year ago, 31 of them in May
show gd, sum(gd per month) as per_month, sum(gd per id) as per_id, max(gd per every month) as best for 2024-Q2 versus previous year
-- what lags is cut where May is: 80 + 100 + 50, a year ago 80 + (30 + 30 + 20) + (18 + 20)
show sum(due per month) as per_month, sum(due per id) as per_id for 2024-Q2 versus previous year
show due by month for 2024-Q2 versus previous year with total
-- each in its own way, June without revenue: 100 - 300 and 100 - 310, a year ago 100 - 30 and 60 - 31
show sum((rev - gd) per month) as both for 2024-Q2 versus previous year
-- a year on and back again is cut once; a window ends with today in both years
show sum(rev[previous year] per month)[next year] as back, rev for 2024-Q2
show max(gd[rolling 1 months] per month) as r for 2024-05 versus previous year
--- stdout
gd,gd previous year,gd change,gd change %,per_month,per_month previous year,per_month change,per_month change %,per_id,per_id previous year,per_id change,per_id change %,best,best previous year,best change,best change %
910,91,819,9,910,91,819,9,910,91,819,9,310,31,279,9

per_month,per_month previous year,per_month change,per_month change %,per_id,per_id previous year,per_id change,per_id change %
230,198,32,0.16161616161616161616,230,198,32,0.16161616161616161616

level,month,due,due previous year,due change,due change %
line,2024-04,80,80,0,0
line,2024-05,100,80,20,0.25
line,2024-06,50,38,12,0.31578947368421052632
total,,230,198,32,0.16161616161616161616

both,both previous year,both change,both change %
-410,99,-509,-5.14141414141414141414

back,rev
200,200

r,r previous year,r change,r change %
300,30,270,9

=== a window says of which periods a stock is read
--- schema none
--- args
run input.koers --format csv --today 2024-07-15
--- input
open "store.db"
source s from sql "select 1 id, '2024-01-05' d, 100 v, '2024-03-10' e, 'x' c union all select 2,'2024-02-05', 50,'2024-04-20', 'y' union all select 3,'2024-03-05', 70, null, 'x' union all select 4,'2024-05-05', 20, '2024-06-20', 'y'" {
  key id  dimension c  time t = d  measure rev = sum(v)  measure st = sum(v) while d until e }
-- at the ends of the months: 100, 150, 120, 70, 90, 70, and 70 today; 100 + 50 + 70 on 5 March.
-- A window from before January is empty. Three months to 15 July begin in April
show st, max(st per month)[rolling 3 months] as r, max(st per month)[year to date] as y, min(st per month)[quarter to date] as q,
     max(st per day)[to date] as d by month for 2023-12 .. 2024-08 with total
-- y has 50 from February on; both together had most at its end
show max(st per month)[year to date] as y by c for 2024-03 top 1 by y with total, others
-- up to 15 June, and the year so far
show max(st per month)[year to date] as y for 2024-07 versus previous month
--- stdout
level,month,st,r,y,q,d
line,2023-12,,,,,
line,2024-01,100,,100,100,100
line,2024-02,150,,150,100,150
line,2024-03,120,150,150,100,220
line,2024-04,70,150,150,70,220
line,2024-05,90,120,150,70,220
line,2024-06,70,90,150,70,220
line,2024-07,70,90,150,70,220
line,2024-08,70,90,150,70,220
total,,70,90,150,70,220

level,c,y
line,x,100
others,,50
total,,150

y,y previous month,y change,y change %
150,150,0,0

=== a window before the coverage is empty, per K too
--- schema none
--- args
run input.koers --format csv --today 2024-07-15
--- input
open "store.db"
source s from sql "select 1 id, '2024-01-05' d, 100 v, 'x' c union all select 2,'2024-02-05', 50, 'y' union all select 3,'2024-03-05', 70, 'x'" {
  key id  dimension c  time t = d  measure rev = sum(v) }
-- three months are known from March on, the quarter from January
show rev[rolling 3 months] as r, sum(rev per month)[rolling 3 months] as m, sum(rev per c)[rolling 3 months] as c3, max(rev per month)[rolling 3 months] as best,
     count(rev per month)[quarter to date] as n by month for 2024-01 .. 2024-03 with total
--- stdout
level,month,r,m,c3,best,n
line,2024-01,,,,,1
line,2024-02,,,,,2
line,2024-03,220,220,220,100,3
total,,220,220,220,100,3

=== openings per period, from before the first row on
--- schema none
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
source d from sql "select 1 id, '2022-03-15' a, '2024-05-20' b, 100 v, 'x' c union all select 2, '2023-02-10', '2025-08-20', 70, 'y'" {
  key id  dimension c  measure stk = sum(v) while a until b
}
-- x opens quarters with 100 from 2022-Q2 on, y with 70 from 2023-Q2 on
show max(stk[opening] per quarter) as x by c for 2022 .. 2024
show max(stk[opening] per quarter) as x by year
--- stdout
c,x
x,100
y,70

year,x
2022,100
2023,170
2024,170

=== parts of periods of K that are moved
--- schema none
--- args
run input.koers --format csv --today 2024-05-29
--- input
open "store.db"
source o from sql "select 1 id, '2024-03-31' d, 5 v union all select 2, '2024-04-30', 7 union all select 3, '2023-11-30', 9 union all select 4, '2024-05-29', 3 union all select 5, '2024-03-30', 2" {
  key id  time d = d  measure rev = sum(v)
}
-- 30 April stands against 30 March (2), the first ten days of May against those of April
show max(rev[previous month] per month) as y for 2024-04-30 .. 2024-05-10
-- of 29 February to 29 May: April against March is 7, May against April 7
show max(rev[previous month] per month)[rolling 3 months] as y for 2024-05
--- stdout
y
2

y
7

=== K of time is moved by whole K
--- schema none
--- args
run input.koers --today 2024-05-29
--- input
open "store.db"
source o from sql "select 1 id, '2024-03-31' d, 5 v" { key id  time d = d  measure rev = sum(v) }
show max(rev[previous month] per quarter) as x for 2024
--- stderr
input.koers:3:14: error[E0609]: a line of one quarter cannot be shifted by a month, which is not made of whole quarters
    3 | show max(rev[previous month] per quarter) as x for 2024
      |              ^~~~~~~~~~~~~~
      = help: write `previous quarter`
--- exit
1

=== others of windows inside per a period
--- schema none
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
source o from sql "select 1 id, 'a' c, '2024-01-10' d, 5 v union all select 2, 'b', '2024-02-10', 70 union all select 3, 'c', '2024-02-20', 9 union all select 4, 'c', '2024-06-05', 1 union all select 5, 'b', '2024-06-05', 1" {
  key id  time d = d  dimension c  measure rev = sum(v)
}
-- a and c: 5 + 9 in January and February; in the year 5 + 9 + 1
show max(rev[rolling 2 months] per month) as r, max(rev[year to date] per month) as y by c
  for 2024-01 .. 2024-06
  top 1
  with total, others
--- stdout
level,c,r,y
line,b,70,71
others,,14,15
total,,84,86

=== a week of K, or of `for` alone, moves by years as a week
--- schema none
--- args
--format csv --today 2024-04-13 run input.koers
--- input
open "store.db"
source o from sql "select 1 id, '2023-01-02' d, 0 v union all select 2, '2023-04-10', 10 union all select 3, '2023-04-15', 100 union all select 4, '2024-04-08', 1 union all select 5, '2024-12-30', 0" { key id time d = d measure rev = sum(v) }
profile pay by year weights 60%, 40%
-- 2024-W15 is 8 to 14 April, 2023-W15 is 10 to 16 April: 10 + 100. By date it would be 8 to 14 April 2023: 10.
-- Today is Saturday of 2024-W15, and 15 April 2023 that of 2023-W15. Lagged: 0.6 * 1 + 0.4 * 110.
show rev[previous year] as p, rev[lagged by profile pay] as l by week for 2024-W15 .. 2024-W16 with total
show max(rev[previous year] per week) as p, max(rev[lagged by profile pay] per week) as l for 2024-W14 .. 2024-W16
show sum(rev[previous year] per week) as p by month for 2024-04
show rev for 2024-W15 versus previous year
show rev for 2024-W14 .. 2024-W15 versus previous year
-- A parameter says weeks as well; seven days are no week: 8 to 13 April 2023.
let w = 2024-W15
show rev[full previous year] as p for $w
show rev[full previous year] as p for 2024-04-08 .. 2024-04-14
-- 2024-W15 lies in April as a whole; April itself moves as a month: 1 to 13 April 2023.
show max(rev[previous year] per month) as p for 2024-W15
show max(rev[previous year] per month) as p for 2024-04
--- stdout
level,week,p,l
line,2024-W15,110,44.6
line,2024-W16,,0
total,,110,44.6

p,l
110,44.6

month,p
2024-04,110

rev,rev previous year,rev change,rev change %
1,110,-109,-0.99090909090909090909

rev,rev previous year,rev change,rev change %
1,110,-109,-0.99090909090909090909

p
110

p
10

p
110

p
10

=== how many periods, as a parameter
--- schema none
--- args
run input.koers --format csv --today 2024-05-15
--- input
open "store.db"
source f from sql "select 1 id, '2024-01-05' d, 1 v union all select 2, '2024-02-05', 10 union all select 3, '2024-03-05', 100 union all select 4, '2024-04-05', 1000 union all select 5, '2024-05-10', 5" {
  key id  time d = d  measure rev = sum(v) }
let ahead = 1
report R(n = 2) {
  show rev, rev[rolling $n months] as r, rev[previous $n months] as p, rev[next $ahead month] as x by month for last $n months
  show rev for last $n months versus full previous $n months
}
run R()
run R(n: 3)
--- stdout
month,rev,r,p,x
2024-03,100,110,1,1000
2024-04,1000,1100,10,5

rev,rev full previous $n months,rev change,rev change %
1100,11,1089,99

month,rev,r,p,x
2024-02,10,,,100
2024-03,100,111,,1000
2024-04,1000,1110,1,5

rev,rev full previous $n months,rev change,rev change %
1110,1,1109,1109

=== how many periods, as a parameter that is no number of them
--- schema none
--- args
run input.koers
--- input
open "store.db"
source f from sql "select 1 id, '2024-01-05' d, 1 v" { key id  time d = d  measure rev = sum(v) }
report R(n = 2) { show rev for last $n months }
run R(n: 2.5)
run R(n: 0)
show rev[rolling $m months] by month
--- stderr
input.koers:4:10: error[E0401]: parameter `n`: a whole number from 0 to 1000000 is wanted here
    4 | run R(n: 2.5)
      |          ^~~
input.koers:3:37: note: here in the report
    3 | report R(n = 2) { show rev for last $n months }
      |                                     ^~
input.koers:5:10: error[E0405]: parameter `n`: no month at all is no period; the number is 1 or more
    5 | run R(n: 0)
      |          ^
input.koers:3:32: note: here in the report
    3 | report R(n = 2) { show rev for last $n months }
      |                                ^~~~~~~~~~~~~~
input.koers:6:18: error[E0301]: there is no variable or parameter `$m`
    6 | show rev[rolling $m months] by month
      |                  ^~
--- exit
1

=== others of a window per month, where another quarter of the same line is hidden
--- schema days
--- args
run input.koers --format csv
--- input
open "store.db"
source o from sql "select 1 as id, 'a' as c, '2024-01-10' as d, 5 as v union all select 2, 'b', '2024-02-10', 70
    union all select 3, 'c', '2024-02-20', 9 union all select 4, 'c', '2024-06-05', 1 union all select 5, 'b', '2024-06-05', 1" {
  key id  time d = d  covers 2023-01-01 .. 2024-12-31  dimension c  measure rev = sum(v)
}
set today = 2024-12-31
-- without the 70 of b in February: January and February are 5 + 9; b in the second quarter sees
-- March, the month before its first
show max(rev[rolling 2 months] per month) as r, max(rev[quarter to date] per month) as q,
     max(rev[quarter to date] per (c, month)) as each, max(rev per month) as m, rev by c, quarter for 2024-01 .. 2024-06
  having c = "b" and quarter = 2024-Q1
  with total, others
show max(rev[rolling 2 months] per month) as r by c, quarter for 2024-01 .. 2024-06
  top 1 by r
  with others
show max(rev[rolling 2 months] per month) as r, max(rev[year to date] per month) as y by c, quarter for 2024-01 .. 2024-06
  having not (c = "b" and quarter = 2024-Q2)
  with others
--- oracle-sql
select 'line', 'b', '2024-Q1', 70, 70, 70, 70, 70
union all select 'others', '', '', 14, 14, 9, 9, 16 union all select 'total', '', '', 84, 84, 70, 79, 86;
select '';
select 'level', 'c', 'quarter', 'r';
select 'line', 'b', '2024-Q1', 70 union all select 'others', '', '', 14;
select '';
select 'level', 'c', 'quarter', 'r', 'y';
select 'line', 'a', '2024-Q1', 5, 5 union all select 'line', 'a', '2024-Q2', null, 5
union all select 'line', 'b', '2024-Q1', 70, 70 union all select 'line', 'c', '2024-Q1', 9, 9 union all select 'line', 'c', '2024-Q2', 1, 10
union all select 'others', '', '', 1, 71;
--- stdout
level,c,quarter,r,q,each,m,rev
line,b,2024-Q1,70,70,70,70,70
others,,,14,14,9,9,16
total,,,84,84,70,79,86

level,c,quarter,r
line,b,2024-Q1,70
others,,,14

level,c,quarter,r,y
line,a,2024-Q1,5,5
line,a,2024-Q2,,5
line,b,2024-Q1,70,70
line,c,2024-Q1,9,9
line,c,2024-Q2,1,10
others,,,1,71
--- exit
0

=== a line is known where one of its periods is, and periods to come roll up nothing
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source o from sql "select 1 id, '2024-01-10' d, 5 v union all select 2, '2024-02-10', 79 union all select 4, '2024-06-05', 2" {
  key id  time d = d  measure rev = sum(v)
}
-- by month: January is not known, then 84, 79, 0, 0, 2 and, with June in it, 2
set today = 2024-12-31
show max(rev[rolling 2 months] per month) as r for 2024-01 .. 2024-09
show max(rev[rolling 2 months] per month) as r, max(rev[rolling 2 months] per month)[all] as a,
     max(rev[quarter to date] per month) as q, sum(rev[rolling 2 months] per every month) as s by half for 2024
  with total
show max(rev[rolling 3 months] per month) as r for 2024-01 .. 2024-02
-- in June: (84 + 79 + 0 + 0 + 2) / 5, and the three of them with rows / 3
set today = 2024-06-20
show avg(rev[rolling 2 months] per every month) as every_month, avg(rev[rolling 2 months] per month) as with_rows for 2024
show max(rev[rolling 2 months] per month) as r for 2024-07 .. 2024-12
show rev[rolling 2 months] as r by month for 2024-06 .. 2024-07
--- stdout
r
84

level,half,r,a,q,s
line,2024-H1,84,84,84,165
line,2024-H2,2,84,,2
total,,84,84,84,167

r
""

every_month,with_rows
33,55

r
""

month,r
2024-06,2
2024-07,2

=== a stock per month is known where one of the months is covered
--- schema none
--- input
open "store.db"
source p from sql "select 1 id, '2024-01-10' b, '2024-03-15' e union all select 2, '2024-02-10', null union all select 3, '2024-04-05', '2024-05-20'" {
  key id  time b = b  covers 2024-03-01 .. 2024-06-30  measure st = count() while b until e
}
set today = 2024-12-31
-- from March to June it closes at 1, 2, 1, 1
show max(st per month) as m, last(st per month by month) as l by quarter for 2024
  with total
show max(st[previous month] per month) as before, max(st per month) as m for 2024-07 .. 2024-09
--- stdout
quarter  m   l
───────  ──  ──
2024-Q1  1   1
2024-Q2  2   1
2024-Q3  –   –
2024-Q4  –   –
───────  ──  ──
total    2◔  1◔

before   m
───────  ─
     1◔  –
