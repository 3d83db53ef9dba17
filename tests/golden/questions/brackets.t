=== what a bracket may not say
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension status, rep = rep_id
  time ordered = order_date
  measure n = count()
}
show n[all status] by status where status = "paid" or rep = 1
show n[all n] by status
show n[previous year] by status
show n[rolling 3 months, year to date] by month
show n[previous month] by week
show n[previous month] by quarter
show status[all] as s, n by status
show n[rolling 0 months] by month
show n[on shipped] by status
--- stderr
input.koers:7:36: error[E0620]: this condition is on `status` and something else, so `[all status]` cannot lift it
    7 | show n[all status] by status where status = "paid" or rep = 1
      |                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: join conditions with `and`, one dimension each
input.koers:8:8: error[E0621]: `all` wants a dimension to lift
    8 | show n[all n] by status
      |        ^~~~~
      = help: write `[all]`, or `[all region]`
input.koers:9:8: error[E0622]: the lines stand for no period, so there is no other to go to
    9 | show n[previous year] by status
      |        ^~~~~~~~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:10:26: error[E0623]: this contradicts what stands before it in the bracket
   10 | show n[rolling 3 months, year to date] by month
      |                          ^~~~~~~~~~~~
      = help: keep one of the two; for both, show the measure twice
input.koers:11:8: error[E0609]: a line of one week cannot be shifted by a month, which is not made of whole weeks
   11 | show n[previous month] by week
      |        ^~~~~~~~~~~~~~
      = help: write `previous 4 weeks`
input.koers:12:8: error[E0609]: a line of one quarter cannot be shifted by a month, which is not made of whole quarters
   12 | show n[previous month] by quarter
      |        ^~~~~~~~~~~~~~
      = help: write `previous quarter`
input.koers:13:6: error[E0624]: a bracket changes the context of a measure; there is none in front of it
   13 | show status[all] as s, n by status
      |      ^~~~~~~~~~~
      = help: write `revenue[previous year]`
input.koers:14:8: error[E0405]: a rolling window has at least one month
   14 | show n[rolling 0 months] by month
      |        ^~~~~~~~~~~~~~~~
input.koers:15:11: error[E0301]: `a` has no time axis `shipped`
   15 | show n[on shipped] by status
      |           ^~~~~~~
      = help: its axes are `ordered`
--- exit
1

=== time to other times
--- schema shop
--- args
--format csv --today 2025-05-20 run input.koers
--- input
open "store.db"
source a from table orders {
  dimension status
  time ordered = order_date
  measure n = count()
  measure f = sum(freight)
}
show f, f[previous month] as pm, f[rolling 2 months] as r2, f[quarter to date] as qtd,
  f[to date] as td, f[for 2025-02] as feb, f[all month] as whole by month for 2025-01 .. 2025-06 with total
show n, n[previous month] as pm, n[all] as whole, n[all status] as s by status, month
  for 2025-02 .. 2025-03 where status in ("done", "open") with total, subtotals
--- stdout
level,month,f,pm,r2,qtd,td,feb,whole
line,2025-01,4.9,,,4.9,4.9,12,29
line,2025-02,12,4.9,16.9,16.9,16.9,12,29
line,2025-03,3.35,12,15.35,20.25,20.25,12,29
line,2025-04,0,3.35,3.35,0,20.25,12,29
line,2025-05,7.75,0,11.1,7.75,28,12,29
line,2025-06,1,,11.1,8.75,29,12,29
total,,29,20.25,11.1,8.75,29,12,29

level,status,month,n,pm,whole,s
line,done,2025-02,1,1,3,2
line,done,2025-03,1,1,3,1
subtotal status,done,,2,2,3,3
line,open,2025-02,1,0,3,2
line,open,2025-03,0,1,3,1
subtotal status,open,,1,1,3,3
total,,,3,3,3,3

=== what began long ago stays so under a shift
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
show n, n[to date] as so_far, n[to date, previous quarter] as before by quarter for 2025
--- stdout
quarter,n,so_far,before
2025-Q1,45,226,181
2025-Q2,46,272,226
2025-Q3,46,318,272
2025-Q4,47,365,318
--- oracle-sql
with recursive q(d) as (select '2025-01-01' union all select date(d, '+3 months') from q where d < '2025-10-01')
select substr(d, 1, 4) || '-Q' || ((substr(d, 6, 2) + 2) / 3), (select count(*) from sales where day >= d and day < date(d, '+3 months')), (select count(*) from sales where day < date(d, '+3 months')), (select count(*) from sales where day < d) from q;

=== a period that is over is shifted as a whole, also by way of today and of days to come
--- schema sales
--- args
--format csv --today 2025-05-20 run input.koers
--- input
\shared schema/sales.koers
show n, n[next year, previous year] as n2, n[next 2 years, rolling 2 quarters, previous 2 years] as r by quarter for 2024
--- stdout
quarter,n,n2,r
2024-Q1,46,46,
2024-Q2,45,45,91
2024-Q3,45,45,90
2024-Q4,45,45,90
--- oracle-sql
with recursive q(d) as (select '2024-01-01' union all select date(d, '+3 months') from q where d < '2024-10-01')
select substr(d, 1, 4) || '-Q' || ((substr(d, 6, 2) + 2) / 3), n, n, case when d > '2024-01-01' then (select count(*) from sales where day >= date(d, '-3 months') and day < date(d, '+3 months')) end from (select d, (select count(*) from sales where day >= d and day < date(d, '+3 months')) as n from q);

=== the period of today is cut once, whichever way it goes; one to come compares with nothing
--- schema sales
--- args
--format csv --today 2025-05-20 run input.koers
--- input
\shared schema/sales.koers
show n, n[next year, previous year] as n2, n[previous quarter, previous year] as n3 by quarter for 2025
--- stdout
quarter,n,n2,n3
2025-Q1,45,45,
2025-Q2,46,26,26
2025-Q3,46,,
2025-Q4,47,,
--- oracle-sql
with recursive q(d) as (select '2025-01-01' union all select date(d, '+3 months') from q where d < '2025-10-01')
select substr(d, 1, 4) || '-Q' || ((substr(d, 6, 2) + 2) / 3), (select count(*) from sales where day >= d and day < date(d, '+3 months')),
  case d when '2025-01-01' then (select count(*) from sales where day >= d and day < '2025-04-01') when '2025-04-01' then (select count(*) from sales where day >= d and day <= '2025-05-20') end,
  case d when '2025-04-01' then (select count(*) from sales where day >= '2024-01-01' and day <= '2024-02-20') end from q;

=== a combination occurs in the own window of a line only
--- schema shop
create table calls (id integer primary key, day date, who text);
insert into calls (day, who) values ('2024-12-10', 'in December'), ('2024-11-10', 'in November'),
  ('2025-02-01', 'in February'), ('2025-03-01', 'in March');
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source calls from table calls { dimension who  time called = day  covers 2024-01-01 .. 2025-12-31  measure n = count() }
show n[month to date, previous quarter] as before by who, quarter for 2025-Q1 .. 2025-Q3
--- stdout
who,quarter,before
in December,2025-Q1,1
in December,2025-Q2,0
in December,2025-Q3,0
in March,2025-Q1,0
in March,2025-Q2,1
in March,2025-Q3,0
--- oracle-sql
with q(name, lo, hi) as (values ('2025-Q1', '2024-12-01', '2024-12-31'), ('2025-Q2', '2025-03-01', '2025-03-31'), ('2025-Q3', '2025-06-01', '2025-06-30')),
  w as (select distinct who from calls join q on day between lo and hi)
select who, name, (select count(*) from calls c where c.who = w.who and day between lo and hi) from w, q order by 1, 2;

=== a measure put at another value, in all that is made of it
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer, units integer);
insert into sales (day, who, amount, units) values ('2024-02-01', 'A', 100, 10), ('2024-05-01', 'B', 60, 3),
  ('2025-02-01', 'A', 120, 10), ('2025-05-01', 'B', 40, 4);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { dimension who  time sold = day
  measure revenue = sum(amount)  measure units = sum(units)  measure price = revenue / units
  measure income = price * units  measure twice = 2 * income }
-- two more for each of 13 and 14 units: 160 + 26, 160 + 28; twice as many units at the
-- same price make 320, and twice that is 640
show income, income[what if price = price + 2] as dearer,
  twice[what if price = revenue / units, what if units = 2 * units] as more by year
-- from left to right: what stands behind the doubled units finds the price halved, and
-- twice is 320 as ever
show twice[what if units = 2 * units, what if price = revenue / units] as same by year
-- the year before, whichever comes first: 186
show income[what if price = price + 2, previous year] as a,
  income[previous year, what if price = price + 2] as b by year for 2025
-- 10 units of A and 4 of B at 10 are 100 and 40, 70 each; a number stands for itself
show avg(income per who)[what if price = 10] as each, revenue[what if revenue = 7] as seven,
  units[what if revenue = 7] as left for 2025
-- in its own value a measure is what it was, through others too: 220 / 20 * 20; B has 7
-- units and is not shown
show price[what if price = income] as once by who having income[what if price = 1] > 13
--- stdout
year,income,dearer,more
2024,160.00000000000000000003,186.00000000000000000003,640.00000000000000000012
2025,160.00000000000000000002,188.00000000000000000002,640.00000000000000000008

year,same
2024,319.9999999999999999998
2025,319.99999999999999999976

year,a,b
2025,186.00000000000000000003,186.00000000000000000003

each,seven,left
70,7,14

who,once
A,220

=== all of a dimension however it is spelled
--- schema shop
--- args
--format csv run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { key order_id  join customers on customer_id
  time ordered = order_date  dimension status  measure freight = sum(freight) }
dimension north = region in ("North")
-- all orders have 29, those of North 4.90
show freight, freight[all region] as every where customer.region = "North"
show freight, freight[all customer.region] as every where region = "North"
show freight, freight[all region] as every where north
show freight, freight[all customers.region] as every where north and status = "done"
show freight, freight[all region] as every by customer.region
show freight, freight[all customer.region] as every by region
--- stdout
freight,every
4.9,29

freight,every
4.9,29

freight,every
4.9,29

freight,every
4.9,29

customer.region,freight,every
North,4.9,29
South,19.75,29
,4.35,29

region,freight,every
North,4.9,29
South,19.75,29
,4.35,29

=== what `what if` may not say
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension status
  time ordered = order_date
  measure n = count()
  measure freight : money(EUR) = sum(freight)
}
show n[what if m = 1]
show n[what if status = 1]
show n[what if n = "x"]
show freight[what if freight = 3 days]
--- stderr
input.koers:8:16: error[E0301]: `what if` puts a measure at a value, and there is no measure `m`
    8 | show n[what if m = 1]
      |                ^
input.koers:9:16: error[E0301]: `what if` puts a measure at a value, and there is no measure `status`
    9 | show n[what if status = 1]
      |                ^~~~~~
input.koers:10:20: error[E0401]: declared as count, but it is text
   10 | show n[what if n = "x"]
      |                    ^~~
input.koers:11:32: error[E0401]: this is no value of its own here
   11 | show freight[what if freight = 3 days]
      |                                ^~~~~~
--- exit
1

=== brackets in a list
--- schema shop
--- args
--format csv run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { entity order key order_id  join customers on customer_id
  time ordered = order_date  dimension status  measure freight = sum(freight) }
-- Adler 4.90 in January and 0.00 in February, Birke 12.00 in February and 7.75 in May
list customer, freight, freight[for 2025-02] as february, freight[for 2025-Q1] / freight as part,
  rank(freight[for 2025-Q2]) as place from customers having freight[where status = "done"] > 0
  sort by freight[for 2025-Q2] descending, customer
--- stdout
customer,freight,february,part,place
Birke,19.75,12,0.60759493670886075949,1
Adler,4.9,0,1,2
Cramer,3.35,0,1,2

=== a bracket behind what is no measure
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  dimension status  measure freight = sum(freight) }
dimension d = status[all]
show freight by status[all]
show freight by month[previous year]
show freight where status[all] = "done"
list order_id, status[all] from orders
--- stderr
input.koers:4:15: error[E0624]: a bracket changes the context of a measure; there is none in front of it
    4 | dimension d = status[all]
      |               ^~~~~~~~~~~
      = help: write `revenue[previous year]`
input.koers:5:17: error[E0624]: a bracket changes the context of a measure; there is none in front of it
    5 | show freight by status[all]
      |                 ^~~~~~~~~~~
      = help: write `revenue[previous year]`
input.koers:6:17: error[E0624]: a bracket changes the context of a measure; there is none in front of it
    6 | show freight by month[previous year]
      |                 ^~~~~~~~~~~~~~~~~~~~
      = help: write `revenue[previous year]`
input.koers:7:20: error[E0624]: a bracket changes the context of a measure; there is none in front of it
    7 | show freight where status[all] = "done"
      |                    ^~~~~~~~~~~
      = help: write `revenue[previous year]`
input.koers:8:16: error[E0624]: a bracket changes the context of a measure; there is none in front of it
    8 | list order_id, status[all] from orders
      |                ^~~~~~~~~~~
      = help: write `revenue[previous year]`
--- exit
1

=== a bracket that moves in time takes no rows from the columns beside it
--- schema shop
create table calls (id integer primary key, who text, day date);
insert into calls (who, day) values ('A', '2024-01-05'), ('A', '2025-01-05'), ('B', null), (null, '2024-03-01');
--- args
--format csv --today 2025-06-01 run input.koers
--- input
open "store.db"
source calls from table calls { key id  dimension who  time called = day  measure n = count() }
-- four calls, one without a day; two in 2024
show n
show n, n[for 2024] as then
show n, n[for 2024] as then, n[rolling 12 months] as year by who with total
show n by who having n[for 2024] >= 0 with total
-- by year there is no line for it
show n, n[previous year] as before by year with total
--- stdout
n
4

n,then
4,2

level,who,n,then,year
line,A,2,1,1
line,B,1,0,0
line,,1,1,1
total,,4,2,2

level,who,n
line,A,2
line,B,1
line,,1
total,,4

level,year,n,before
line,2024,2,
line,2025,1,2
total,,3,2

=== all time in a bracket
--- schema visits
--- args
--format csv --today 2025-03-10 run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered  = ordered  dimension channel
  measure n = count()
  measure open = count() while ordered until (ordered + 40 days)
  measure best = max(amount) }
-- web has 6 of the 10 rows with a day, shop 3, and one of 31 March has no channel: what
-- lies ahead is there too. Of the stock what is open today
show n, n[for all time] as ever, n / n[for all time, all] as part, best[for all time] as most, open[for all time] as now by channel for 2025-02
report whole(p : period = all time) { show n[for $p] as ever, n[for $p, previous year] as before for 2025-02 }
run whole()
run whole(p: 2025-01)
--- stdout
channel,n,ever,part,most,now
shop,0,3,0,30,2
web,1,6,0.1,60,1
,0,1,0,50,0

ever,before
10,

ever,before
7,

=== what if in another currency than the measure has
--- schema stock_money
--- args
run input.koers --format csv --today 2025-03-31
--- input
open "store.db"
source held from table held { key id  measure v : money(EUR) = sum(v)  measure part = v / 2 }
show v[what if v = 100 USD]
show part[what if v = 2 USD]
--- stderr
input.koers:3:20: error[E0402]: `v` is money(EUR) here, and this is money(USD)
    3 | show v[what if v = 100 USD]
      |                    ^~~~~~~
      = help: write the amount in EUR
input.koers:4:23: error[E0402]: `v` is money(EUR) here, and this is money(USD)
    4 | show part[what if v = 2 USD]
      |                       ^~~~~
      = help: write the amount in EUR
--- exit
1

=== what if in the measure's own currency where it is converted to another
--- schema stock_money
--- args
run input.koers --format csv --today 2025-03-31
--- input
open "store.db"
currency rates from table fx (d, f, t, r)
source held from table held { key id  time began = a  measure v : money(EUR) = sum(v)  measure part = v / 2 }
show part[in USD, what if v = 100 EUR]
show part[what if v = 100 EUR, in USD]
--- stderr
input.koers:4:31: error[E0402]: `v` is money(USD) here, and this is money(EUR)
    4 | show part[in USD, what if v = 100 EUR]
      |                               ^~~~~~~
      = help: write the amount in USD
input.koers:5:23: error[E0402]: `v` is money(USD) here, and this is money(EUR)
    5 | show part[what if v = 100 EUR, in USD]
      |                       ^~~~~~~
      = help: write the amount in USD
--- exit
1

=== what if in the measure's currency, or the one it is converted to
--- schema stock_money
--- args
run input.koers --format csv --today 2025-03-31
--- input
open "store.db"
currency rates from table fx (d, f, t, r)
source held from table held { key id  time began = a  measure v : money(EUR) = sum(v)  measure part = v / 2 }
show part[what if v = 100 EUR] as eur, part[what if v = 100] as plain, part[in USD, what if v = 100 USD] as usd,
     v[in USD] as known, part[in USD, what if v = 2 * v] as again
--- stdout
eur,plain,usd,known,again
50,50,50,3100,3100

=== a period stands before the window that ends with it
--- schema none
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
source f from sql "select 1 id, 100 v, '2024-01-10' d union all select 2, 50, '2024-03-10'" { key id  time d = d  measure rev = sum(v) }
show rev[for 2024-03, year to date] as a, rev[previous month, for 2024-01] as b by month for 2024-05
--- stdout
month,a,b
2024-05,150,100

=== a period behind a window leaves nothing of it
--- schema none
--- args
check input.koers
--- input
open "store.db"
source f from sql "select 1 id, 100 v, '2024-01-10' d" { key id  time d = d  measure rev = sum(v) }
show rev[year to date, for 2024-03] by month
show rev[rolling 3 months, for 2024-03] by month
--- stderr
input.koers:3:24: error[E0623]: this contradicts what stands before it in the bracket
    3 | show rev[year to date, for 2024-03] by month
      |                        ^~~~~~~~~~~
      = help: the period stands first: `[for 2025-03, year to date]`
input.koers:4:28: error[E0623]: this contradicts what stands before it in the bracket
    4 | show rev[rolling 3 months, for 2024-03] by month
      |                            ^~~~~~~~~~~
      = help: the period stands first: `[for 2025-03, year to date]`
--- exit
1
