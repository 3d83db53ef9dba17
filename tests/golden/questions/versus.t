--- shared columns
let t = show amount, n for this month versus previous year as ly, previous year on working days as wd, full previous year as fy
list amount, n, `amount ly`, `n ly`, `amount wd`, `n wd`, `amount fy`, `n fy` from $t

=== what versus may not say
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension status
  time ordered = order_date
  measure n = count()
  measure f : money(EUR) = sum(freight)
}
show n by month across status versus previous year
show n by month versus 2024
show n by month versus this year
show n by month versus f
show f by month versus n on working days
show n by month versus full previous year on working days
show status versus previous year
show n by status versus previous year
show n by month versus previous year, previous year
show f, n by month versus f
show n, f by month versus previous week
list status from a versus previous year
--- stderr
input.koers:8:31: error[E0625]: `versus` does not go with `across`
    8 | show n by month across status versus previous year
      |                               ^~~~~~~~~~~~~~~~~~~~
      = help: write the dimension behind `by`
input.koers:9:24: error[E0625]: `versus` compares with a shift in time
    9 | show n by month versus 2024
      |                        ^~~~
      = help: write `versus previous year`, or a measure
input.koers:10:24: error[E0625]: `versus` compares with a shift in time
   10 | show n by month versus this year
      |                        ^~~~~~~~~
      = help: write `versus previous year`, or a measure
input.koers:11:6: error[E0625]: `versus f` compares items of its kind: `f` is money(EUR), `n` is count
   11 | show n by month versus f
      |      ^
      = help: ask for `n` in a question of its own
input.koers:12:24: error[E0625]: working days say where an unfinished period is cut; nothing is cut here
   12 | show f by month versus n on working days
      |                        ^~~~~~~~~~~~~~~~~
      = help: leave out `on working days`
input.koers:13:24: error[E0625]: working days say where an unfinished period is cut; nothing is cut here
   13 | show n by month versus full previous year on working days
      |                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: leave out `on working days`
input.koers:14:13: error[E0625]: there is no measure to compare
   14 | show status versus previous year
      |             ^~~~~~~~~~~~~~~~~~~~
      = help: put a measure behind `show`
input.koers:15:25: error[E0622]: the lines stand for no period, so there is no other to go to
   15 | show n by status versus previous year
      |                         ^~~~~~~~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:16:39: error[E0304]: two columns are called `n previous year`
   16 | show n by month versus previous year, previous year
      |                                       ^~~~~~~~~~~~~
      = help: give one another name: `... as name`
input.koers:17:9: error[E0625]: `versus f` compares items of its kind: `f` is money(EUR), `n` is count
   17 | show f, n by month versus f
      |         ^
      = help: ask for `n` in a question of its own
input.koers:18:27: error[E0609]: a line of one month cannot be shifted by a week, which is not made of whole months
   18 | show n, f by month versus previous week
      |                           ^~~~~~~~~~~~~
      = help: write `previous month`
input.koers:19:20: error[E0611]: a list has one line per row; `versus` goes with `show`
   19 | list status from a versus previous year
      |                    ^~~~~~~~~~~~~~~~~~~~
      = help: write `show ... by ...`
--- exit
1

=== versus two periods, month by month
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
let t = show amount by month for 2025 versus previous year, previous month as pm
list month, amount, `amount previous year`, `amount change previous year`, round(`amount change % previous year`, 9) as p,
  `amount pm`, `amount change pm`, round(`amount change % pm`, 9) as q from $t
--- stdout
month,amount,amount previous year,amount change previous year,p,amount pm,amount change pm,q
2025-01,741,578,163,0.28200692,791,-50,-0.063211125
2025-02,468,653,-185,-0.28330781,741,-273,-0.368421053
2025-03,620,627,-7,-0.011164274,468,152,0.324786325
2025-04,521,465,56,0.120430108,620,-99,-0.159677419
2025-05,609,620,-11,-0.017741935,521,88,0.16890595
2025-06,653,537,116,0.216014898,609,44,0.072249589
2025-07,607,741,-134,-0.180836707,653,-46,-0.070444104
2025-08,563,791,-228,-0.288242731,607,-44,-0.072487644
2025-09,502,487,15,0.030800821,563,-61,-0.108348135
2025-10,698,445,253,0.568539326,502,196,0.390438247
2025-11,430,561,-131,-0.233511586,698,-268,-0.383954155
2025-12,687,791,-104,-0.13147914,430,257,0.597674419
--- oracle-sql
with recursive m(d) as (select '2024-01-01' union all select date(d, '+1 month') from m where d < '2026-12-01'),
  v as (select d, substr(d, 1, 7) as month, coalesce((select sum(amount) from sales where substr(day, 1, 7) = substr(d, 1, 7)), 0) as a from m),
  w as (select *, lag(a, 12) over (order by d) as p, lag(a, 1) over (order by d) as q from v)
select month, a, p, a - p, round(case when p > 0 then 1.0 * (a - p) / p end, 9), q, a - q, round(case when q > 0 then 1.0 * (a - q) / q end, 9) from w where d like '2025%';

=== an unfinished month is cut at the same day
--- schema sales
--- args
--format csv --today 2026-02-18 run input.koers
--- input
\shared schema/sales.koers
let t = show amount, n by region, month for 2026-01 .. 2026-03 versus previous year with total
list region, month, amount, `amount previous year`, n, `n previous year`, `n change` from $t
--- stdout
region,month,amount,amount previous year,n,n previous year,n change
N,2026-01,188,202,5,5,0
N,2026-02,78,75,5,4,1
N,2026-03,-5,,1,,
S,2026-01,266,251,5,5,0
S,2026-02,204,41,5,2,3
S,2026-03,145,,2,,
W,2026-01,111,288,5,5,0
W,2026-02,219,179,5,4,1
W,2026-03,74,,2,,
--- oracle-sql
with p(lo, hi, lo2, hi2) as (values ('2026-01-01', '2026-01-31', '2025-01-01', '2025-01-31'), ('2026-02-01', '2026-02-28', '2025-02-01', '2025-02-18'), ('2026-03-01', '2026-03-31', '', '')),
  r as (select distinct region from sales)
select region, substr(lo, 1, 7),
  (select coalesce(sum(amount), 0) from sales s where s.region = r.region and day between lo and hi),
  (select case when lo2 > '' then coalesce(sum(amount), 0) end from sales s where s.region = r.region and day between lo2 and hi2),
  (select count(*) from sales s where s.region = r.region and day between lo and hi),
  (select case when lo2 > '' then count(*) end from sales s where s.region = r.region and day between lo2 and hi2),
  (select count(*) from sales s where s.region = r.region and day between lo and hi) - (select case when lo2 > '' then count(*) end from sales s where s.region = r.region and day between lo2 and hi2)
from r, p order by region, lo;

=== a month of `for` is cut in its days, calendar or working
--- schema sales
--- args
--format csv --today 2026-03-13 run input.koers
--- input
\shared schema/sales.koers
\shared columns
--- stdout
amount,n,amount ly,n ly,amount wd,n wd,amount fy,n fy
214,5,168,5,229,6,620,15
--- oracle-sql
select (select sum(amount) from sales where day between '2026-03-01' and '2026-03-31'), (select count(*) from sales where day between '2026-03-01' and '2026-03-31'), (select sum(amount) from sales where day between '2025-03-01' and '2025-03-13'), (select count(*) from sales where day between '2025-03-01' and '2025-03-13'), (select sum(amount) from sales where day between '2025-03-01' and '2025-03-14'), (select count(*) from sales where day between '2025-03-01' and '2025-03-14'), (select sum(amount) from sales where day between '2025-03-01' and '2025-03-31'), (select count(*) from sales where day between '2025-03-01' and '2025-03-31');

=== on the last day of a month of `for` its whole counterpart
--- schema sales
--- args
--format csv --today 2025-02-28 run input.koers
--- input
\shared schema/sales.koers
\shared columns
--- stdout
amount,n,amount ly,n ly,amount wd,n wd,amount fy,n fy
468,15,653,15,653,15,653,15
--- oracle-sql
select (select sum(amount) from sales where day between '2025-02-01' and '2025-02-28'), (select count(*) from sales where day between '2025-02-01' and '2025-02-28'), (select sum(amount) from sales where day between '2024-02-01' and '2024-02-29'), (select count(*) from sales where day between '2024-02-01' and '2024-02-29'), (select sum(amount) from sales where day between '2024-02-01' and '2024-02-29'), (select count(*) from sales where day between '2024-02-01' and '2024-02-29'), (select sum(amount) from sales where day between '2024-02-01' and '2024-02-29'), (select count(*) from sales where day between '2024-02-01' and '2024-02-29');

=== one day before, no more than the same day
--- schema sales
--- args
--format csv --today 2025-02-27 run input.koers
--- input
\shared schema/sales.koers
\shared columns
--- stdout
amount,n,amount ly,n ly,amount wd,n wd,amount fy,n fy
468,15,653,15,653,15,653,15
--- oracle-sql
select (select sum(amount) from sales where day between '2025-02-01' and '2025-02-28'), (select count(*) from sales where day between '2025-02-01' and '2025-02-28'), (select sum(amount) from sales where day between '2024-02-01' and '2024-02-27'), (select count(*) from sales where day between '2024-02-01' and '2024-02-27'), (select sum(amount) from sales where day between '2024-02-01' and '2024-02-28'), (select count(*) from sales where day between '2024-02-01' and '2024-02-28'), (select sum(amount) from sales where day between '2024-02-01' and '2024-02-29'), (select count(*) from sales where day between '2024-02-01' and '2024-02-29');

=== on a day off the days off of the other month count
--- schema sales
--- args
--format csv --today 2025-06-14 run input.koers
--- input
\shared schema/sales.koers
\shared columns
--- stdout
amount,n,amount ly,n ly,amount wd,n wd,amount fy,n fy
653,15,245,6,296,8,537,15
--- oracle-sql
select (select sum(amount) from sales where day between '2025-06-01' and '2025-06-30'), (select count(*) from sales where day between '2025-06-01' and '2025-06-30'), (select sum(amount) from sales where day between '2024-06-01' and '2024-06-14'), (select count(*) from sales where day between '2024-06-01' and '2024-06-14'), (select sum(amount) from sales where day between '2024-06-01' and '2024-06-16'), (select count(*) from sales where day between '2024-06-01' and '2024-06-16'), (select sum(amount) from sales where day between '2024-06-01' and '2024-06-30'), (select count(*) from sales where day between '2024-06-01' and '2024-06-30');

=== a quarter of `for` counts its own working days
--- schema sales
--- args
--format csv --today 2025-05-20 run input.koers
--- input
\shared schema/sales.koers
let t = show amount, n for this quarter versus previous year as ly, previous year on working days as wd, full previous year as fy
list amount, n, `amount ly`, `n ly`, `amount wd`, `n wd`, `amount fy`, `n fy` from $t
--- stdout
amount,n,amount ly,n ly,amount wd,n wd,amount fy,n fy
1783,46,917,25,917,25,1622,45
--- oracle-sql
select (select sum(amount) from sales where day between '2025-04-01' and '2025-06-30'), (select count(*) from sales where day between '2025-04-01' and '2025-06-30'), (select sum(amount) from sales where day between '2024-04-01' and '2024-05-20'), (select count(*) from sales where day between '2024-04-01' and '2024-05-20'), (select sum(amount) from sales where day between '2024-04-01' and '2024-05-20'), (select count(*) from sales where day between '2024-04-01' and '2024-05-20'), (select sum(amount) from sales where day between '2024-04-01' and '2024-06-30'), (select count(*) from sales where day between '2024-04-01' and '2024-06-30');

=== several months are cut on the same day
--- schema sales
--- args
--format csv --today 2025-05-20 run input.koers
--- input
\shared schema/sales.koers
let t = show amount, n for 2025-04 .. 2025-05 versus previous year as ly, previous year on working days as wd, full previous year as fy
list amount, n, `amount ly`, `n ly`, `amount wd`, `n wd`, `amount fy`, `n fy` from $t
--- stdout
amount,n,amount ly,n ly,amount wd,n wd,amount fy,n fy
1130,31,917,25,917,25,1085,30
--- oracle-sql
select (select sum(amount) from sales where day between '2025-04-01' and '2025-05-31'), (select count(*) from sales where day between '2025-04-01' and '2025-05-31'), (select sum(amount) from sales where day between '2024-04-01' and '2024-05-20'), (select count(*) from sales where day between '2024-04-01' and '2024-05-20'), (select sum(amount) from sales where day between '2024-04-01' and '2024-05-20'), (select count(*) from sales where day between '2024-04-01' and '2024-05-20'), (select sum(amount) from sales where day between '2024-04-01' and '2024-05-31'), (select count(*) from sales where day between '2024-04-01' and '2024-05-31');

=== a total is cut like its months, hidden ones too
--- schema sales
--- args
--format csv --today 2026-03-13 run input.koers
--- input
\shared schema/sales.koers
let t = show n by month for 2026-01 .. 2026-04 versus previous year as ly, previous year on working days as wd, previous quarter as pq top 1 by n with total
list month, n, `n ly`, `n wd`, `n pq` from $t
--- stdout
month,n,n ly,n wd,n pq
2026-01,15,15,15,16
--- oracle-sql
with r(a, b, c, d, e, f, g) as (values ('2026-01-01', '2026-01-31', '2025-01-01', '2025-01-31', '2025-01-31', '2025-10-01', '2025-10-31'))
select substr(a, 1, 7), (select count(*) from sales where day between a and b), (select count(*) from sales where day between c and d), (select count(*) from sales where day between c and e), (select count(*) from sales where day between f and g) from r;

=== total and others of a comparison
--- schema sales
--- args
--format csv --today 2026-03-13 run input.koers
--- input
\shared schema/sales.koers
show n by month for 2026-01 .. 2026-04 versus previous year on working days as wd top 1 by n with total
--- stdout
level,month,n,n wd,n change,n change %
line,2026-01,15,15,0,0
others,,20,21,-1,-0.04761904761904761905
total,,35,36,-1,-0.02777777777777777778
--- oracle-sql
select 'line', '2026-01', (select count(*) from sales where day between '2026-01-01' and '2026-01-31'), (select count(*) from sales where day between '2025-01-01' and '2025-01-31'), 0, 0 union all select 'others', null, (select count(*) from sales where day between '2026-02-01' and '2026-04-30'), (select count(*) from sales where day between '2025-02-01' and '2025-03-14'), -1, '-0.04761904761904761905' union all select 'total', null, (select count(*) from sales where day between '2026-01-01' and '2026-04-30'), (select count(*) from sales where day between '2025-01-01' and '2025-03-14'), -1, '-0.02777777777777777778';

=== a measure beside a measure, with a base of zero or below
--- schema sales
--- args
--format csv  run input.koers
--- input
\shared schema/sales.koers
let t = show n, amount as a by channel, region for 2026-02 .. 2026-12 versus goal as target
list channel, region, n, target, `n change`, a, `a change`, round(`a change %`, 9) as p from $t
--- stdout
channel,region,n,target,n change,a,a change,p
shop,N,4,116,-112,14,-102,-0.879310345
shop,S,4,43,-39,177,134,3.11627907
shop,W,4,139,-135,166,27,0.194244604
web,N,2,58,-56,59,1,0.017241379
web,S,3,98,-95,172,74,0.755102041
web,W,3,76,-73,127,51,0.671052632
--- oracle-sql
with g as (select channel, region, count(*) as n, sum(goal) as g, sum(amount) as a from sales where day >= '2026-02-01' group by 1, 2)
select channel, region, n, g, n - g, a, a - g, round(case when g > 0 then 1.0 * (a - g) / g end, 9) from g order by 1, 2;

=== bases of zero, empty, negative and positive
--- schema shop
create table bases (k text, c integer, b integer);
insert into bases values ('a', 5, 0), ('b', 5, -10), ('c', null, 10), ('d', 5, null), ('e', 15, 10), ('f', -5, -10);
--- args
--format csv  run input.koers
--- input
open "store.db"
source bases from table bases { dimension k  measure c = max(c)  measure b = min(b) }
let t = show c by k versus b
list k, c, b, `c change`, `c change %` as p from $t
--- stdout
k,c,b,c change,p
a,5,0,5,
b,5,-10,15,
c,,10,,
d,5,,,
e,15,10,5,0.5
f,-5,-10,5,
--- oracle-sql
select k, c, b, c - b, case when b > 0 then 1.0 * (c - b) / b end from bases order by k;

=== columns of versus in having, sort, top and alarm
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
let t = show amount by month for 2025 versus previous year having `amount change` < 0 and `amount change %` * 100 < amount[previous year] sort by `amount change` top 3 alarm when amount[previous year] > 780 "{month} {`amount change`}"
list month, amount, `amount previous year`, `amount change`, round(`amount change %`, 9) as p from $t sort by `amount change`
--- stdout
month,amount,amount previous year,amount change,p
2025-08,563,791,-228,-0.288242731
2025-02,468,653,-185,-0.28330781
2025-07,607,741,-134,-0.180836707
--- oracle-sql
with recursive m(d) as (select '2024-01-01' union all select date(d, '+1 month') from m where d < '2026-12-01'),
  v as (select d, substr(d, 1, 7) as month, coalesce((select sum(amount) from sales where substr(day, 1, 7) = substr(d, 1, 7)), 0) as a from m),
  w as (select *, lag(a, 12) over (order by d) as p, lag(a, 1) over (order by d) as q from v)
select month, a, p, a - p, round(1.0 * (a - p) / p, 9) from w where d like '2025%' and a < p order by a - p limit 3;

=== working days beside all days, and signals of a year that is known in part
--- schema none
--- args
--today 2025-02-10 run input.koers
--- input
open "store.db"
-- January 2024 has a row a day but for the first four; 2025-02-10 is the sixth working day
source a from sql "with recursive n (d) as (select '2024-01-05' union all select date(d, '+1 day') from n where d < '2025-02-10') select d from n" {
  time day = d  measure n = count() }
source b from a { time day = d  covers 2024-01-01 .. 2025-12-31  measure m = count() }
show n by month for 2025-02 versus previous month, previous month on working days
show n for 2025-01 versus previous year alarm when `n change` > 0 "{n}"
show m for 2025-01 versus previous year alarm when `m change` > 0 "{m}"
show m for 2025-02 versus previous year alarm when `m change` <= 0 "{m}"
--- stdout
month     n   n previous month  n change previous month   n change % previous month   n previous month on working days  n change previous month on working days   n change % previous month on working days
───────  ───  ────────────────  ────────────────────────  ──────────────────────────  ────────────────────────────────  ────────────────────────────────────────  ──────────────────────────────────────────
2025-02  10◔                10                        0◔                       0.0%◔                                 8                                        2◔                                      25.0%◔

 n  n previous year   n change   n change %
──  ────────────────  ─────────  ───────────
31               27◔         4◔       14.8%◔
1 signal of periods that a source has in part (◔) is not raised; `covers` in the source says what it is complete for

 m  m previous year  m change  m change %
──  ───────────────  ────────  ──────────
31               27         4       14.8%
alarm: 31

 m   m previous year  m change   m change %
───  ───────────────  ─────────  ───────────
10◔               10         0◔        0.0%◔
1 signal of unfinished periods (◔) is not raised

=== rows dated after today stand against a period that stops today
--- schema none
--- args
run input.koers --today 2024-11-11
--- input
open "store.db"
source o from sql "select 1 id, '2024-11-05' d, 10 a union all select 2, '2024-11-25', 10 union all select 3, '2023-11-05', 10 union all select 4, '2023-11-25', 10" {
  key id  time d = d  measure rev = sum(a)
}
-- the 25th is ahead: it counts in 2024 and not in 2023
show rev for 2024 versus previous year
show rev for year to date versus previous year
show rev for 2024 versus full previous year
--- stdout
rev   rev previous year   rev change   rev change %
────  ──────────────────  ───────────  ─────────────
 20◔                 10◔          10◔        100.0%◔
rows of o after today count in their period, but what it is compared with stops today; a period to date, as `for year to date`, compares like with like

rev   rev previous year   rev change   rev change %
────  ──────────────────  ───────────  ─────────────
 10◔                 10◔           0◔          0.0%◔

rev   rev full previous year   rev change   rev change %
────  ───────────────────────  ───────────  ─────────────
 20◔                      20◔           0◔          0.0%◔

=== others of lines that are not known is not known
--- schema shop
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
-- data from 2023 on: of the last quarter of 2022 nothing is known
source r from sql "select 1 as id, 'N' as region, '2023-02-10' as d, 5 as v union all select 2, 'S', '2023-05-10', 7 union all select 3, 'N', '2023-11-10', 8
    union all select 4, 'S', '2023-11-12', 28 union all select 5, 'N', '2024-02-10', 3 union all select 6, 'S', '2024-05-10', 4
    union all select 7, 'S', '2024-06-30', 4 union all select 8, 'S', '2023-01-01', 4" {
  key id  time d = d  dimension region  measure v = sum(v)  measure regions = count(distinct region)
}
show v, regions[full previous year] as were by region, quarter for 2023-Q4 .. 2024-Q2
  having not (region = "S" and quarter = 2023-Q4)
  with others
  versus previous year
show v by region, quarter for 2023-Q4 .. 2024-Q2
  having region = "S" and quarter = 2023-Q4
  with others
  versus previous year
--- oracle-sql
select 'line', 'N', '2023-Q4', 8, null, null, null, null, null, null, null
union all select 'line', 'N', '2024-Q1', 3, 5, -2, -0.4, 1, null, null, null
union all select 'line', 'N', '2024-Q2', 0, 0, 0, null, 0, null, null, null
union all select 'line', 'S', '2024-Q1', 0, 4, -4, -1, 1, null, null, null
union all select 'line', 'S', '2024-Q2', 8, 7, 1, '0.14285714285714285714', 1, null, null, null
union all select 'others', '', '', 28, null, null, null, null, null, null, null;
select '';
select 'level', 'region', 'quarter', 'v', 'v previous year', 'v change', 'v change %';
select 'line', 'S', '2023-Q4', 28, null, null, null union all select 'others', '', '', 19, 16, 3, 0.1875;
--- stdout
level,region,quarter,v,v previous year,v change,v change %,were,were previous year,were change,were change %
line,N,2023-Q4,8,,,,,,,
line,N,2024-Q1,3,5,-2,-0.4,1,,,
line,N,2024-Q2,0,0,0,,0,,,
line,S,2024-Q1,0,4,-4,-1,1,,,
line,S,2024-Q2,8,7,1,0.14285714285714285714,1,,,
others,,,28,,,,,,,

level,region,quarter,v,v previous year,v change,v change %
line,S,2023-Q4,28,,,
others,,,19,16,3,0.1875
--- exit
0
