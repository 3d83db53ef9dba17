=== the mean of a stock in another currency, of each kind
--- schema stock_money
--- args
--format csv --today 2025-03-31 run input.koers
--- input
open "store.db"
currency rates from table fx (d, f, t, r)
source held from table held { key id
  measure stk : money(EUR) = sum(v) while a until b
  measure big : money(EUR) = max(v) while a until b }
source counted from table counted { key d, sku  measure snap : money(EUR) = sum(v) at snapshot d }
source changes from table changes { key id  measure log : money(EUR) = sum(v) as last known per k at d }
show round(stk[average], 4) as stk_eur, round(stk[average, in USD], 4) as stk_fact,
     round(stk[average, in USD at 2025-01-01], 4) as stk_fixed, round(stk[average, in USD at period end], 4) as stk_end,
     round(big[average, in USD], 4) as big_fact, round(big[average, in USD at period end], 4) as big_end,
     round(snap[average, in USD], 4) as snap_fact, round(snap[average, in USD at period end], 4) as snap_end,
     round(log[average, in USD], 4) as log_fact, round(log[average, in USD at period end], 4) as log_end
  by month for 2025-01 .. 2025-02 with total
--- oracle-sql
with on_day as (
  select kind, day, sum(v) as eur, sum(v * r) as usd, max(v) as big, max(v * r) as big_usd
  from standing join fx on fx.d = began group by kind, day),
lines as (select 'line' as level, substr(day, 1, 7) as month, kind, eur, usd, big, big_usd from on_day
          union all select 'total', '', kind, eur, usd, big, big_usd from on_day),
means as (
  select level, month, kind, avg(eur) as eur, avg(usd) as usd, avg(big) as big, avg(big_usd) as big_usd,
         case month when '2025-01' then 2.5 else 3 end as last
  from lines group by level, month, kind)
select h.level, h.month, printf('%.9g', round(h.eur, 4)), printf('%.9g', round(h.usd, 4)), printf('%.9g', round(h.eur * 2, 4)),
       printf('%.9g', round(h.eur * h.last, 4)), printf('%.9g', round(h.big_usd, 4)), printf('%.9g', round(h.big * h.last, 4)),
       printf('%.9g', round(c.usd, 4)), printf('%.9g', round(c.eur * c.last, 4)),
       printf('%.9g', round(g.usd, 4)), printf('%.9g', round(g.eur * g.last, 4))
from means h join means c on c.level = h.level and c.month = h.month and c.kind = 'counted'
     join means g on g.level = h.level and g.month = h.month and g.kind = 'changes'
where h.kind = 'held' order by 1, 2;
--- stdout
level,month,stk_eur,stk_fact,stk_fixed,stk_end,big_fact,big_end,snap_fact,snap_end,log_fact,log_end
line,2025-01,1000,2000,2000,2500,2000,2500,300,375,200,250
line,2025-02,752.8571,1664.2857,1505.7143,2258.5714,1485.7143,2132.1429,621.4286,546.4286,952.8571,677.1429
total,,882.7119,1840.678,1765.4237,2648.1356,1755.9322,2588.1356,452.5424,495.7627,557.2881,478.9831

=== the mean of a stock in the currency that is set
--- schema stock_money
--- args
--format csv --today 2025-03-31 run input.koers
--- input
open "store.db"
currency rates from table fx (d, f, t, r)
source held from table held { key id  measure stk : money(EUR) = sum(v) while a until b }
set currency = "USD"
show round(stk[average], 4) as mean, stk[opening] as opening, stk by month for 2025-02
--- oracle-sql
-- January's 1000 at 2; on 28 February only the 100 of 11 February at 4 are left.
select '2025-02', printf('%.9g', round(avg(usd), 4)), 2000, 400 from
  (select sum(v * r) as usd from standing join fx on fx.d = began
   where kind = 'held' and day >= '2025-02-01' group by day);
--- stdout
month,mean,opening,stk
2025-02,1664.2857,2000,400

=== the mean of a stock asks for the rate of each row that counted
--- schema stock_money
--- args
--today 2025-03-31 run input.koers
--- input
open "store.db"
currency rates from table fx_but_one (d, f, t, r)
source held from table held { key id  measure stk : money(EUR) = sum(v) while a until b }
show stk[average, in USD] by month for 2025-01
show stk[average, in USD] by month for 2025-02
--- stderr
input.koers:5:19: error[E0630]: there is no rate from EUR to USD for 2025-02-15
    5 | show stk[average, in USD] by month for 2025-02
      |                   ^~~~~~
      = help: add the rate to the table of `currency rates`
--- exit
1
--- stdout
month    stk[average, in USD]
───────  ────────────────────
2025-01             $2,000.00

=== others of a stock are what the hidden lines have at the end
--- schema stock_money
--- args
--format csv --today 2025-03-31 run input.koers
--- input
open "store.db"
source counted from table counted { key d, sku  dimension sku  measure stock = sum(v) at snapshot d }
-- Pictures of January (a 100, b 50) and of 11 February (a 200). At the end of February
-- there are 200 of a alone; at the beginning of January nothing was counted yet.
show stock by sku, month for 2025-01 .. 2025-02 having stock = 100 or stock = 0 with others, total
-- The hidden line, a in February, has what February opens with, but not the end of March.
show stock, stock[opening] as opens by sku, month for 2025-02 .. 2025-03 having stock < 200 or month = 2025-03 with total
-- The largest of a sku, over the skus that are hidden at the end.
show max(stock per sku) as most by sku, month for 2025-01 .. 2025-02 having most != 200 with total
show stock[average] by sku, month for 2025-02 top 1 with total
--- stdout
level,sku,month,stock
line,a,2025-01,100
line,b,2025-02,0
others,,,200
total,,,200

level,sku,month,stock,opens
line,a,2025-03,200,200
line,b,2025-02,0,50
line,b,2025-03,0,0
others,,,0,100
total,,,200,150

level,sku,month,most
line,a,2025-01,100
line,b,2025-01,50
line,b,2025-02,
others,,,200
total,,,200

level,sku,month,stock[average]
line,a,2025-02,164.28571428571428571429
others,,,17.85714285714285714286
total,,,182.14285714285714285714

=== hidden lines of several periods have no mean of a stock
--- schema stock_money
--- args
check input.koers
--- input
open "store.db"
source counted from table counted { key d, sku  dimension sku  measure stock = sum(v) at snapshot d }
show stock[average] by sku, month for 2025-01 .. 2025-02 top 1 with others
show max(stock per month) by sku, quarter top 1 with total
show stock[average] by sku, month for 2025-01 .. 2025-02 top 1 with subtotals
show stock[average] by sku, month for 2025-01 top 1 with total
--- stderr
input.koers:3:64: error[E0661]: a stock that is read on several days of a line has no one value for hidden lines of several periods, so there is no line of others
    3 | show stock[average] by sku, month for 2025-01 .. 2025-02 top 1 with others
      |                                                                ^~~~~~~~~~~
      = help: ask for one period, or leave out `with`
input.koers:4:49: error[E0661]: a stock that is read on several days of a line has no one value for hidden lines of several periods, so there is no line of others
    4 | show max(stock per month) by sku, quarter top 1 with total
      |                                                 ^~~~~~~~~~
      = help: ask for one period, or leave out `with`
--- exit
1

=== the mean of a stock begins with its first row
--- schema stock_money
--- args
--today 2025-03-31 run input.koers
--- input
open "store.db"
source late from table held where a >= 2025-02-11 { key id
  measure stk = sum(v) while a until b
  measure n = count() while a until b
  measure kinds = count(distinct v) while a until b
  measure big = max(v) while a until b }
source known from late { key id  covers 2025-02-11 .. 2025-12-31  measure k = sum(v) while a until b }
source early from late { key id  covers 2025-02 .. 2025-12  measure e = sum(v) while a until b }
-- 18 days from 11 February: 100 on each, 140 more on two, so (1800 + 280) / 18 = 115.56
-- and 20 / 18 = 1.11 rows; without `late` before, 2080 / 28 = 74.29. `known` knows no
-- more than its `covers` says of the days before.
show stk, stk[average], n[average], kinds[average], big[average], k[average], e[average] by month for 2025-01 .. 2025-03 with total
show stk[average] by day for 2025-02-10 .. 2025-02-12
show stk[average, rolling 2 months] as two by month for 2025-02 .. 2025-03
--- stdout
month    stk   stk[average]   n[average]   kinds[average]   big[average]   k[average]   e[average]
───────  ────  ─────────────  ───────────  ───────────────  ─────────────  ───────────  ───────────
2025-01    –              –            –                –              –            –            –
2025-02  100         115.56◔        1.11◔            1.11◔        104.44◔           –        74.29
2025-03  100◔        100.00◔        1.00◔            1.00◔        100.00◔         100◔      100.00◔
───────  ────  ─────────────  ───────────  ───────────────  ─────────────  ───────────  ───────────
total    100◔        105.71◔        1.04◔            1.04◔        101.63◔           –◔           –◔

day         stk[average]
──────────  ────────────
2025-02-10             –
2025-02-11           100
2025-02-12           100

month       two
───────  ───────
2025-02       –
2025-03  105.71◔

=== bridges in another currency
--- schema stock_money
--- args
--format csv --today 2025-03-31 run input.koers
--- input
open "store.db"
currency rates from table fx (d, f, t, r)
source held from table held { key id  measure stk : money(EUR) = sum(v) while a until b }
source counted from table counted { key d, sku  measure snap : money(EUR) = sum(v) at snapshot d }
source changes from table changes { key id  measure log : money(EUR) = sum(v) as last known per k at d }
-- In February 100 come at 4 and 140 at 5; 1000 go that came at 2, and the 140.
bridge stk[in USD] by month for 2025-01 .. 2025-02 with total
-- a from 100 at 2 to 200 at 4; b, 50 at 2, is not counted again.
bridge snap[in USD] by month for 2025-02
-- b comes with 40 at 4; a from 100 at 2 to 300 at 5.
set currency = "USD"
bridge log by month for 2025-02
--- stdout
level,month,opening,new,gone,closing
line,2025-01,,2000,0,2000
line,2025-02,2000,1100,-2700,400
total,,,3100,-2700,400

month,opening,new,up,down,gone,closing
2025-02,300,0,600,0,-100,800

month,opening,new,up,down,closing
2025-02,200,160,1300,0,1660

=== a bridge at the rates of ends of periods
--- schema stock_money
--- args
run --today 2025-03-31 input.koers
--- input
open "store.db"
currency rates from table fx_but_one (d, f, t, r)
source held from table held { key id  measure stk : money(EUR) = sum(v) while a until b }
bridge stk[in USD at period end] by month for 2025-02
--- stderr
input.koers:4:8: error[E0661]: a bridge is made of a stock that is a sum or a count, as it closes
    4 | bridge stk[in USD at period end] by month for 2025-02
      |        ^~~~~~~~~~~~~~~~~~~~~~~~~
      = help: in another currency with the rate of each row, `[in USD]`, or of one day, `[in USD at 2025-01-01]`
--- exit
1

=== a bridge asks for the rate of a row that comes and goes
--- schema stock_money
--- args
run --today 2025-03-31 input.koers
--- input
open "store.db"
currency rates from table fx_but_one (d, f, t, r)
source held from table held { key id  measure stk : money(EUR) = sum(v) while a until b }
bridge stk[in USD] by month for 2025-02
--- stderr
input.koers:4:8: error[E0630]: there is no rate from EUR to USD for 2025-02-15
    4 | bridge stk[in USD] by month for 2025-02
      |        ^~~~~~~~~~~
      = help: add the rate to the table of `currency rates`
--- exit
1

=== what a stock does not keep by time is noted
--- schema desks
--- args
--today 2024-06-30 run input.koers
--- input
open "store.db"
source posts from table posts { key rep, starts  dimension team }
source deals from table deals {
  entity deal key id
  join posts as post on rep while starts until ends
  dimension rep, due = month(closed)
  time opened = opened
  measure won = count()
  measure open_value = sum(amount) while opened until closed
  measure logged = sum(amount) as last known per rep at opened
  measure counted = sum(amount) at snapshot opened
}
dimension large = (sum(amount) per rep) > 100
-- the row's own column, and a value per key over all rows
show open_value by rep, large for 2024-02
-- what the interval says, the key, a dated join: kept
show open_value by due, deal, post.team for 2024-02 top 1
-- one note for both
bridge open_value by rep, month for 2024-02
-- rows of logs and snapshots were written then
show logged, counted by rep for 2024-02
-- but what is summed over all rows was not
show logged by large for 2024-02
-- today, and lines without them
show open_value by rep
show open_value by month for 2024-02
show open_value[all rep] as whole, won by rep, month for 2024-02
--- stdout
rep  large  open_value
───  ─────  ──────────
  1  yes           107
  3  no             20
`rep`, `large` have their present values: `deals` does not keep them by time

due      deal  post.team  open_value
───────  ────  ─────────  ──────────
2024-03     1  South             100

rep  month    opening  new  gone  closing
───  ───────  ───────  ───  ────  ───────
  1  2024-02      100    7     0      107
  2  2024-02       50    0   -50        0
  3  2024-02        0   20     0       20
`rep` has its present value: `deals` does not keep it by time

rep  logged  counted
───  ──────  ───────
  1       7        7
  2      50        0
  3      20        0

large  logged
─────  ──────
no         70
yes         7
`large` has its present value: `deals` does not keep it by time

rep  open_value
───  ──────────
  1           7

month    open_value
───────  ──────────
2024-02         127

rep  month    whole  won
───  ───────  ─────  ───
  1  2024-02    127    1
  3  2024-02    127    1

=== a bridge is a source
--- schema stock_money
--- args
--format csv --today 2025-03-31 run input.koers
--- input
open "store.db"
source held from table held { key id  measure stk = sum(v) while a until b }
-- January: 1000 come; February: 240 come, 1140 go
show sum(new) as came, sum(gone) as went, max(closing) as most from (bridge stk by month for 2025-01 .. 2025-02)
source flows from (bridge stk by month for 2025-01 .. 2025-02)
show new, gone, new[year to date] as so_far by month
let kept = show new, gone by quarter
list quarter, new, gone from $kept
--- stdout
came,went,most
1240,-1140,1000

month,new,gone,so_far
2025-01,1000,0,1000
2025-02,240,-1140,1240

quarter,new,gone
2025-Q1,1240,-1140

=== what opens and closes is not added up
--- schema stock_money
--- args
check input.koers
--- input
open "store.db"
source held from table held { key id  measure stk = sum(v) while a until b }
source flows from (bridge stk by month for 2025-01 .. 2025-02)
show new, opening by month
--- stderr
input.koers:4:11: error[E0301]: there is no measure `opening`
    4 | show new, opening by month
      |           ^~~~~~~
--- exit
1

=== a mean to date begins with the first row
--- schema none
--- args
run input.koers --format csv --today 2025-02-10
--- input
open "store.db"
-- a: 100 from 1 January up to 10 February; b: 50 from 15 January on
source f from sql "select 1 id, 'a' c, '2024-01-01' d, '2024-02-10' e, 100 v union all select 2, 'b', '2024-01-15', null, 50" {
  key id  dimension c
  measure st = sum(v) while d until e  measure held = count() while d until e  measure typical = avg(v) while d until e }
show round(st[to date, average], 6) as td, round(st[year to date, average], 6) as y, round(held[to date, average], 6) as n,
     round(typical[to date, average], 6) as size by month for 2024-01 .. 2024-03
--- oracle-sql
with recursive day(d) as (select '2024-01-01' union all select date(d, '+1 day') from day where d < '2024-12-31'),
f(c, a, e, v) as (values ('a', '2024-01-01', '2024-02-10', 100), ('b', '2024-01-15', '9999', 50)),
held as (select d, coalesce(sum(v), 0) as v, count(v) as n from day left join f on a <= d and d < e group by d)
select m, printf('%.9g', round((select avg(v) from held where d <= date(m || '-01', '+1 month', '-1 day')), 6)) as td,
  printf('%.9g', round((select avg(v) from held where d <= date(m || '-01', '+1 month', '-1 day')), 6)),
  printf('%.9g', round((select avg(n) from held where d <= date(m || '-01', '+1 month', '-1 day')), 6)),
  printf('%.9g', round((select sum(v) * 1.0 / sum(n) from held where d <= date(m || '-01', '+1 month', '-1 day')), 6))
from (select '2024-01' as m union all select '2024-02' union all select '2024-03');
--- stdout
month,td,y,n,size
2024-01,127.419355,127.419355,1.548387,82.291667
2024-02,105,105,1.433333,73.255814
2024-03,86.263736,86.263736,1.285714,67.094017

=== means to date and of all time, by customer, a year ago, and before there is anything
--- schema none
--- args
run input.koers --format csv --today 2025-02-10
--- input
open "store.db"
-- a: 100 from 1 January up to 10 February; b: 50 from 15 January on
source f from sql "select 1 id, 'a' c, '2024-01-01' d, '2024-02-10' e, 100 v union all select 2, 'b', '2024-01-15', null, 50" {
  key id  dimension c
  measure st = sum(v) while d until e  measure held = count() while d until e  measure typical = avg(v) while d until e }
-- all time is 1 January 2024 to 10 February 2025, 407 days: a 100 * 40, b 50 * 393;
-- to 29 February are 60 days: a 100 * 40, b 50 * 46
show round(st[for all time, average], 6) as al, round(st[to date, average], 6) as td by c for 2024-02 with total
-- February is cut at the 10th: (100 * 40 + 50 * 27) / 41; March has not begun
show round(st[previous year, to date, average], 6) as before by month for 2025-01 .. 2025-03
show st[to date, average] as td by month for 2023-11 .. 2023-12
--- stdout
level,c,al,td
line,a,9.82801,66.666667
line,b,48.280098,38.333333
total,,58.108108,105

month,before
2025-01,127.419355
2025-02,130.487805
2025-03,

month,td
2023-11,
2023-12,

=== others of a stock that is opened or averaged per month
--- schema none
--- args
run input.koers --format csv --today 2024-05-15
--- input
open "store.db"
source f from sql "select 1 id, '2024-01-05' d, 100 v, 'y' c, null e union all select 2, '2024-04-05', 100, 'y', '2024-05-03' union all select 3, '2024-04-10', 50, 'x', null" {
  key id  dimension c  time t = d  measure st = sum(v) while d until e }
-- x: 50 on 21 of 30 days of April, on all of May so far; May opens with it. y in April: 100 + 100 * 26 / 30
show max(st[average] per month) as mean, max(st[opening] per month) as opened by c for 2024-Q2 top 1 by mean with total, others
--- stdout
level,c,mean,opened
line,y,186.66666666666666666667,200
others,,50,50
total,,221.66666666666666666667,250

=== the mean of a period that has not begun, added up over K, is empty and not 0
--- schema none
--- args
--format csv --today 2023-08-31 run input.koers
--- input
open "store.db"
source d from sql "select 1 id, 'x' c, '2023-01-10' a, '2023-02-10' b, 100 v union all select 2, 'y', '2023-05-15', null, 50" {
  key id  dimension c  measure st = sum(v) while a until b  measure big = max(v) while a until b }
-- Q1: 31 days of 100 in the 81 from 10 January on. Q2: 47 days of 50 in 91. Q3: 50 on all days up to today.
-- big: without a day that has no row, 100 and 50. Q4 is ahead.
show round(st[average], 4) as a, round(sum(st[average] per c), 4) as b, sum(big[average] per c) as most by quarter for 2023
-- (38.2716 + 25.8242 + 50) / 3
show round(avg(sum(st[average] per c) per quarter), 4) as x, round(min(sum(st[average] per c) per quarter), 4) as least for 2023
-- Nobody knows what stands before the first row.
show sum(st[average] per c) as b, sum(big[average] per c) as most for 2024
show sum(st[average] per c) as b, sum(big[average] per c) as most for 2022
-- In a month that has begun, and in which nothing stands, it is 0.
show sum(st[average] per c) as b by month for 2023-03
--- stdout
quarter,a,b,most
2023-Q1,38.2716,38.2716,100
2023-Q2,25.8242,25.8242,50
2023-Q3,50,50,50
2023-Q4,,,

x,least
38.0319,25.8242

b,most
,

b,most
,

month,b
2023-03,0

=== what lines of an answer count anew is not added up, a stock of one instant is
--- schema none
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
source o from sql "select 1 as oid, 'w' as ch, 1 as cust, 10 as v, '2024-01-05' as d, '2024-02-10' as e union all select 2, 'w', 2, 20, '2024-01-06', null union all select 3, 's', 1, 5, '2024-02-07', null union all select 4, 's', 3, 40, '2024-02-08', null" {
  key oid  dimension ch  time t = d  measure rev = sum(v)  measure buyers = count(distinct cust)  measure mid = median(v)  measure open = sum(v) while d until e }
source a from (show open as x, buyers as u, mid as w, rev[year to date] as y, rev[for 2024-01] as f, rev as r by ch, month for 2024-01 .. 2024-02) { measure s = sum(x) }
source b from (show rev[for 2024-01] as first_month by ch)
-- open: 30 at the end of January, 20 + 45 at that of February
show s, r by month
show s for 2024-02
show s by month, ch with subtotals
show avg(s per month) as mean
show max(u) as t, round(avg(w), 2) as k from a
show sum(first_month) as f from b
--- stdout
month,s,r
2024-01,30,30
2024-02,65,45

s
65

level,month,ch,s
line,2024-01,s,0
line,2024-01,w,30
subtotal month,2024-01,,30
line,2024-02,s,45
line,2024-02,w,20
subtotal month,2024-02,,65

mean
47.5

t,k
2,18.75

f
30

=== what of an answer would be added up twice
--- schema none
--- args
check input.koers
--- input
open "store.db"
source o from sql "select 1 as oid, 'w' as ch, 1 as cust, 10 as v, '2024-01-05' as d, '2024-02-10' as e union all select 2, 'w', 2, 20, '2024-01-06', null union all select 3, 's', 1, 5, '2024-02-07', null union all select 4, 's', 3, 40, '2024-02-08', null" {
  key oid  dimension ch  time t = d  measure rev = sum(v)  measure buyers = count(distinct cust)  measure mid = median(v)  measure open = sum(v) while d until e }
source a from (show open as x, buyers as u, mid as w, rev[year to date] as y, rev[for 2024-01] as f, rev as r by ch, month for 2024-01 .. 2024-02) { measure s = sum(x) }
source b from (show rev[for 2024-01] as first_month by ch)
show sum(x) as k from a by month with total
show sum(x) as k from a by ch, month with subtotals
show sum(x)[year to date] as k from a by month
show sum(x)[all month] as k from a by month
show x from a by ch
show sum(u) as t from a
show sum(w) as t from a by ch
show sum(y) as t from a by ch
show sum(f) as t from a by ch
--- stderr
input.koers:6:6: error[E0401]: `x` is a stock; a total or window of several `month` would add it up over time
    6 | show sum(x) as k from a by month with total
      |      ^~~~~~
      = help: leave them out, ask for one `month`, or take `avg(x)`
input.koers:7:6: error[E0401]: `x` is a stock; a total or window of several `month` would add it up over time
    7 | show sum(x) as k from a by ch, month with subtotals
      |      ^~~~~~
      = help: leave them out, ask for one `month`, or take `avg(x)`
input.koers:8:6: error[E0401]: `x` is a stock; a total or window of several `month` would add it up over time
    8 | show sum(x)[year to date] as k from a by month
      |      ^~~~~~
      = help: leave them out, ask for one `month`, or take `avg(x)`
input.koers:9:6: error[E0401]: `x` is a stock; a total or window of several `month` would add it up over time
    9 | show sum(x)[all month] as k from a by month
      |      ^~~~~~
      = help: leave them out, ask for one `month`, or take `avg(x)`
input.koers:10:6: error[E0401]: `x` is a stock of an answer, and it is not said what of its lines is wanted
   10 | show x from a by ch
      |      ^
      = help: take `sum(x)` of the lines of one period, `avg(x)` or `max(x)`, or `list` them
input.koers:11:10: error[E0401]: `u` is of each line by itself; lines may share rows, so it does not add up
   11 | show sum(u) as t from a
      |          ^
      = help: ask the measure itself for what is meant, or take `avg(u)` or `max(u)`; a sum of values of lines is `sum(M per K)`
input.koers:12:10: error[E0401]: `w` is of each line by itself; lines may share rows, so it does not add up
   12 | show sum(w) as t from a by ch
      |          ^
      = help: ask the measure itself for what is meant, or take `avg(w)` or `max(w)`; a sum of values of lines is `sum(M per K)`
input.koers:13:10: error[E0401]: `y` is of each line by itself; lines may share rows, so it does not add up
   13 | show sum(y) as t from a by ch
      |          ^
      = help: ask the measure itself for what is meant, or take `avg(y)` or `max(y)`; a sum of values of lines is `sum(M per K)`
input.koers:14:10: error[E0401]: `f` is of each line by itself; lines may share rows, so it does not add up
   14 | show sum(f) as t from a by ch
      |          ^
      = help: ask the measure itself for what is meant, or take `avg(f)` or `max(f)`; a sum of values of lines is `sum(M per K)`
--- exit
1
