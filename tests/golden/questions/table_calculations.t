=== where a table calculation may not stand
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension status, rep = rep_id
  time ordered = order_date
  measure n = count()
  measure f = sum(freight)
  measure mean = avg(freight)
  measure reps = count(distinct rep_id)
}
show n by month sort by running(n)
show n, running(n) as r by status sort by r + 1
show running(mean) by month
show running(reps) by month
show running(n / f) by status
show running(n[to date]) by month
show running(n[rolling 3 months]) by month
show running(n[all]) by month
show running(rank(n)) by status
show avg(rank(n) per rep)
show count(rep where share(n) > 10%) from a
show share(rank(n)) by month
show share(status) by status
show share(n, rep) by month
show rank(n, 2) by month
show running() by month
show prior(n, 0) by month
show prior(n, 1.5) by month
show running(distinct n) by month
show n where rank(n) < 2
--- stderr
input.koers:10:25: error[E0626]: `running` and `prior` follow the order of the lines, so lines are not sorted by them
   10 | show n by month sort by running(n)
      |                         ^~~~~~~~~~
      = help: sort by the measure itself
input.koers:11:43: error[E0626]: `running` and `prior` follow the order of the lines, so lines are not sorted by them
   11 | show n, running(n) as r by status sort by r + 1
      |                                           ^~~~~
      = help: sort by the measure itself
input.koers:12:14: error[E0626]: this does not add up along the lines, so it has no running total
   12 | show running(mean) by month
      |              ^~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:13:14: error[E0626]: this does not add up along the lines, so it has no running total
   13 | show running(reps) by month
      |              ^~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:14:14: error[E0626]: this does not add up along the lines, so it has no running total
   14 | show running(n / f) by status
      |              ^~~~~
      = help: take a sum or a count
input.koers:15:14: error[E0626]: this does not add up along the lines, so it has no running total
   15 | show running(n[to date]) by month
      |              ^~~~~~~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:16:14: error[E0626]: this does not add up along the lines, so it has no running total
   16 | show running(n[rolling 3 months]) by month
      |              ^~~~~~~~~~~~~~~~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:17:14: error[E0626]: this does not add up along the lines, so it has no running total
   17 | show running(n[all]) by month
      |              ^~~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:18:14: error[E0626]: this does not add up along the lines, so it has no running total
   18 | show running(rank(n)) by status
      |              ^~~~~~~
      = help: take a sum or a count
input.koers:19:10: error[E0626]: a table calculation works on the lines of the answer; a value per key has none
   19 | show avg(rank(n) per rep)
      |          ^~~~~~~
      = help: put the key into `by`
input.koers:20:22: error[E0401]: `share` works on the lines of an answer, not on rows
   20 | show count(rep where share(n) > 10%) from a
      |                      ^~~~~~~~
input.koers:21:12: error[E0626]: a share is one of a measure, and this looks at other lines
   21 | show share(rank(n)) by month
      |            ^~~~~~~
      = help: write it the other way round: `running(share(m))`
input.koers:22:12: error[E0626]: a share is one of a measure
   22 | show share(status) by status
      |            ^~~~~~
input.koers:23:15: error[E0626]: the lines are not kept by this, so there is no share within it
   23 | show share(n, rep) by month
      |               ^~~
      = help: write a dimension of `by`
input.koers:24:6: error[E0403]: `rank` takes a measure, found 2 arguments
   24 | show rank(n, 2) by month
      |      ^~~~~~~~~~
input.koers:25:6: error[E0403]: `running` takes a measure, found 0 arguments
   25 | show running() by month
      |      ^~~~~~~~~
input.koers:26:15: error[E0401]: `prior` goes back a whole number of lines, 1 to 1000000
   26 | show prior(n, 0) by month
      |               ^
input.koers:27:15: error[E0401]: `prior` goes back a whole number of lines, 1 to 1000000
   27 | show prior(n, 1.5) by month
      |               ^~~
input.koers:28:6: error[E0403]: only an aggregate takes `by`, `where` or `distinct`
   28 | show running(distinct n) by month
      |      ^~~~~~~~~~~~~~~~~~~
input.koers:29:14: error[E0401]: `rank` works on the lines of an answer, not on rows
   29 | show n where rank(n) < 2
      |              ^~~~~~~
--- exit
1

=== table calculations of stocks and in lists
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension status
  time ordered = order_date
  measure at_work = count() while order_date until ship_date
}
show running(at_work) by month
show running(at_work) by status for 2025-03
list status, running(freight) as so_far from a
--- stderr
input.koers:7:14: error[E0626]: this does not add up along the lines, so it has no running total
    7 | show running(at_work) by month
      |              ^~~~~~~
      = help: a stock is on each line what has come together until then
--- exit
1

=== running, prior, rank and share along months of each region
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
show amount, running(amount) as run, prior(amount) as p, prior(n, 2) as p2, rank(amount) as r, round(share(amount), 6) as s, round(share(amount, month), 6) as sm by region, month for 2025
--- stdout
region,month,amount,run,p,p2,r,s,sm
N,2025-01,202,202,,,6,0.084767,0.272605
N,2025-02,120,322,202,,12,0.050357,0.25641
N,2025-03,129,451,120,5,10,0.054133,0.208065
N,2025-04,125,576,129,5,11,0.052455,0.239923
N,2025-05,218,794,125,5,4,0.091481,0.357964
N,2025-06,241,1035,218,6,3,0.101133,0.369066
N,2025-07,195,1230,241,5,7,0.08183,0.321252
N,2025-08,272,1502,195,5,2,0.114142,0.483126
N,2025-09,187,1689,272,5,8,0.078473,0.37251
N,2025-10,302,1991,187,5,1,0.126731,0.432665
N,2025-11,178,2169,302,5,9,0.074696,0.413953
N,2025-12,214,2383,178,5,5,0.089803,0.311499
S,2025-01,251,251,,,1,0.116473,0.338731
S,2025-02,119,370,251,,11,0.05522,0.254274
S,2025-03,194,564,119,5,7,0.090023,0.312903
S,2025-04,207,771,194,4,4,0.096056,0.397313
S,2025-05,136,907,207,5,10,0.063109,0.223317
S,2025-06,207,1114,136,5,4,0.096056,0.316998
S,2025-07,200,1314,207,5,6,0.092807,0.329489
S,2025-08,71,1385,200,5,12,0.032947,0.12611
S,2025-09,156,1541,71,6,9,0.07239,0.310757
S,2025-10,214,1755,156,5,3,0.099304,0.30659
S,2025-11,163,1918,214,5,8,0.075638,0.37907
S,2025-12,237,2155,163,5,2,0.109977,0.344978
W,2025-01,288,288,,,2,0.112456,0.388664
W,2025-02,229,517,288,,5,0.089418,0.489316
W,2025-03,297,814,229,5,1,0.11597,0.479032
W,2025-04,189,1003,297,6,9,0.073799,0.362764
W,2025-05,255,1258,189,5,3,0.09957,0.418719
W,2025-06,205,1463,255,5,8,0.080047,0.313936
W,2025-07,212,1675,205,5,7,0.08278,0.349259
W,2025-08,220,1895,212,5,6,0.085904,0.390764
W,2025-09,159,2054,220,5,11,0.062085,0.316733
W,2025-10,182,2236,159,5,10,0.071066,0.260745
W,2025-11,89,2325,182,5,12,0.034752,0.206977
W,2025-12,236,2561,89,6,4,0.092152,0.343523
--- oracle-sql
with g as (select region, substr(day, 1, 7) as month, sum(amount) as a, count(*) as n from sales where day like '2025%' group by 1, 2)
select region, month, a, sum(a) over w, lag(a) over w, lag(n, 2) over w, rank() over (partition by region order by a desc), round(1.0 * a / sum(a) over (partition by region), 6), round(1.0 * a / sum(a) over (partition by month), 6) from g window w as (partition by region order by month) order by 1, 2;

=== the order of time, whatever the sort
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
show amount, running(amount) as run, prior(amount) as p by month for 2025 sort by amount descending having prior(amount) > 500 top 4
--- stdout
month,amount,run,p
2025-10,698,5982,502
2025-06,653,3612,609
2025-05,609,2959,521
2025-07,607,4219,653
--- oracle-sql
with g as (select substr(day, 1, 7) as month, sum(amount) as a, count(*) as n from sales where day like '2025%' group by 1)
, w as (select month, a, sum(a) over (order by month) as run, lag(a) over (order by month) as p from g) select * from w where p > 500 order by a desc limit 4;

=== in the order of the sort, and of the rank by top
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
show amount, running(amount) as run, round(running(share(amount)), 6) as cum, rank(amount) as r by region, channel sort by amount
--- stdout
region,channel,amount,run,cum,r
S,web,2009,2009,0.385901,2
W,web,2067,2067,0.392966,2
N,web,2083,2083,0.399885,2
N,shop,3126,5209,1,1
W,shop,3193,5260,1,1
S,shop,3197,5206,1,1
--- oracle-sql
with g as (select region, channel, sum(amount) as a, count(*) as n from sales group by 1, 2)
select region, channel, a, sum(a) over w, trim(rtrim(printf('%.6f', 1.0 * sum(a) over w / sum(a) over (partition by region)), '0'), '.'), rank() over (partition by region order by a desc) from g window w as (partition by region order by a) order by a;

=== the rank by top is the order, hidden lines count
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
dimension m = month_of_year(sold)
show amount, running(amount) as run, round(running(share(amount)), 6) as cum, rank(amount) as r by m for 2025 having amount < 700 top 5
--- stdout
m,amount,run,cum,r
10,698,1439,0.202705,2
12,687,2126,0.299479,3
6,653,2779,0.391464,4
3,620,3399,0.4788,5
5,609,4008,0.564587,6
--- oracle-sql
with g as (select cast(substr(day, 6, 2) as integer) as month, sum(amount) as a from sales where day like '2025%' group by 1)
, w as (select month, a, sum(a) over (order by a desc, month) as run, round(1.0 * sum(a) over (order by a desc, month) / sum(a) over (), 6) as cum, rank() over (order by a desc) as r from g) select * from w where a < 700 order by a desc limit 5;

=== a running value as what top takes follows the keys
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
show amount, running(amount) as run by region top 2 by running(amount)
--- stdout
region,amount,run
W,5260,15675
S,5206,10415
--- oracle-sql
with g as (select region, sum(amount) as a from sales group by 1), w as (select region, a, sum(a) over (order by region) as run from g) select * from w order by run desc limit 2;

=== equals share a rank, empty has none
--- schema shop
create table ties (k text, low integer, high integer, word text);
insert into ties values ('a', 5, 1, 'x'), ('b', 7, null, 'y'), ('c', null, 4, 'y'), ('d', 7, 4, 'z'), ('e', 2, 9, 'x');
--- args
--format csv  run input.koers
--- input
open "store.db"
source ties from table ties { dimension k }
show max(low) as low, rank(max(low)) as r, rank(max(high)) as rh, rank(text_list(word)) as text, running(sum(high)) as run by k from ties
--- stdout
k,low,r,rh,text,run
a,5,3,4,4,1
b,7,1,,2,1
c,,,2,2,5
d,7,1,2,1,9
e,2,4,1,4,18
--- oracle-sql
select k, low, case when low is not null then rank() over (order by low is null, low desc) end, case when high is not null then rank() over (order by high is null, high desc) end, rank() over (order by word desc), sum(high) over (order by k) from ties order by k;

=== table calculations within columns of across
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
show amount, running(amount) as run, rank(amount) as r, round(share(amount), 6) as s by region across channel with total
--- stdout
level,region,amount shop,run shop,r shop,s shop,amount web,run web,r web,s web,amount total,run total,r total,s total
line,N,3126,3126,3,0.328499,2083,2083,1,0.338204,5209,5209,2,0.332313
line,S,3197,6323,1,0.33596,2009,4092,3,0.326189,5206,10415,3,0.332121
line,W,3193,9516,2,0.33554,2067,6159,2,0.335606,5260,15675,1,0.335566
total,,9516,,,1,6159,,,1,15675,,,1
--- oracle-sql
with g as (select region, channel, sum(amount) as a from sales group by 1, 2 union all select region, 'zz', sum(amount) from sales group by 1),
w as (select region, channel, a, sum(a) over (partition by channel order by region) as run, rank() over (partition by channel order by a desc) as r, round(1.0 * a / sum(a) over (partition by channel), 6) as s from g)
select 'line', x.region, x.a, x.run, x.r, x.s, y.a, y.run, y.r, y.s, z.a, z.run, z.r, z.s from w x join w y using (region) join w z using (region) where x.channel = 'shop' and y.channel = 'web' and z.channel = 'zz'
union all select 'total', null, sum(x.a), null, null, 1, sum(y.a), null, null, 1, sum(z.a), null, null, 1 from w x join w y using (region) join w z using (region) where x.channel = 'shop' and y.channel = 'web' and z.channel = 'zz';

=== shares on every level
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
show amount, round(share(amount), 4) as s, round(share(amount, channel), 4) as sc, round(share(amount, region), 4) as sr, rank(amount) as r by region, channel top 2 by amount with total, subtotals
--- stdout
level,region,channel,amount,s,sc,sr,r
line,W,shop,3193,0.607,0.3355,0.607,1
subtotal region,W,,5260,1,0.3356,1,
line,S,shop,3197,0.6141,0.336,0.6141,1
subtotal region,S,,5206,1,0.3321,1,
others,,,9285,0.5923,0.5923,0.5923,
total,,,15675,1,1,1,
--- oracle-sql
with g as (select region, channel, sum(amount) as a from sales group by 1, 2), w as (select *, sum(a) over (partition by region) as inr, sum(a) over (partition by channel) as inc, sum(a) over () as t, rank() over (partition by region order by a desc) as r, rank() over (order by a desc) as best from g),
f(x, level, region, channel, a, s, sc, sr, r) as (
select -inr, 'line', region, channel, a, 1.0 * a / inr, 1.0 * a / inc, 1.0 * a / inr, r from w where best <= 2
union all select -inr + 0.5, 'subtotal region', region, null, inr, 1.0, 1.0 * inr / t, 1.0, null from w where best <= 2
union all select 8, 'others', null, null, sum(a), 1.0 * sum(a) / max(t), 1.0 * sum(a) / max(t), 1.0 * sum(a) / max(t), null from w where best > 2
union all select 9, 'total', null, null, sum(a), 1.0, 1.0, 1.0, null from w)
select level, region, channel, a, trim(rtrim(printf('%.4f', s), '0'), '.'), trim(rtrim(printf('%.4f', sc), '0'), '.'), trim(rtrim(printf('%.4f', sr), '0'), '.'), r from f order by x;

=== months without data are lines too
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
show n, running(n) as run, prior(n) as p, rank(n) as r by month where big and region = "N" for 2025
--- stdout
month,n,run,p,r
2025-01,0,0,,6
2025-02,0,0,0,6
2025-03,0,0,0,6
2025-04,0,0,0,6
2025-05,0,0,0,6
2025-06,2,2,0,1
2025-07,0,2,2,6
2025-08,1,3,0,2
2025-09,0,3,1,6
2025-10,1,4,0,2
2025-11,1,5,1,2
2025-12,1,6,1,2
--- oracle-sql
with recursive m(d) as (select '2025-01' union all select strftime('%Y-%m', d || '-01', '+1 month') from m where d < '2025-12'),
g as (select d, (select count(*) from sales where substr(day, 1, 7) = d and amount > 80 and region = 'N') as n from m)
select d, n, sum(n) over (order by d), lag(n) over (order by d), rank() over (order by n desc) from g order by d;

=== a running value compared with the year before
--- schema sales
--- args
--format csv --today 2026-03-20 run input.koers
--- input
\shared schema/sales.koers
let t = show running(amount) as run by month for 2025 versus previous year
list month, run, `run previous year`, `run change` from $t
--- stdout
month,run,run previous year,run change
2025-01,741,578,163
2025-02,1209,1231,-22
2025-03,1829,1858,-29
2025-04,2350,2323,27
2025-05,2959,2943,16
2025-06,3612,3480,132
2025-07,4219,4221,-2
2025-08,4782,5012,-230
2025-09,5284,5499,-215
2025-10,5982,5944,38
2025-11,6412,6505,-93
2025-12,7099,7296,-197
--- oracle-sql
with recursive m(d) as (select '2024-01-01' union all select date(d, '+1 month') from m where d < '2026-12-01'),
  v as (select d, substr(d, 1, 7) as month, coalesce((select sum(amount) from sales where substr(day, 1, 7) = substr(d, 1, 7)), 0) as a from m),
  w as (select *, lag(a, 12) over (order by d) as p, lag(a, 1) over (order by d) as q from v)
select month, sum(a) over (order by d), sum(p) over (order by d), sum(a - p) over (order by d) from w where d like '2025%';

=== table calculations in a list
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date  dimension status  measure freight : money(EUR) = sum(freight)  measure orders = count()  measure mean = freight / orders }
list order, customer, freight, rank(freight) as place, running(freight) as so_far,
     share(freight) as part, share(freight, customer) as of_customer,
     prior(freight) as before, freight / 2 as half : money(EUR)
  from orders sort by freight descending
-- hidden lines count
list order, rank(freight) as place, running(share(freight)) as part from orders
  having part < 90% sort by freight descending
-- what is no column can be sorted by and looked at
list order from orders having rank(freight) <= 2 or status = "open" sort by ship_date, order
  alarm when freight > 5 "{order}: {freight}"
-- a function that holds one
let part_of(x) = share(x)
list order, part_of(freight) as part from orders top 2 by freight
-- a list that is read on
source x from (list order, status, running(freight) as so_far from orders sort by freight) { dimension status }
list order, status, so_far from x having so_far > 10 sort by so_far
--- stdout
order  customer  freight  place  so_far   part  of_customer  before   half
─────  ────────  ───────  ─────  ──────  ─────  ───────────  ──────  ─────
    2  Birke       12.00      1   12.00  41.4%        60.8%       –  €6.00
    5  Birke        7.75      2   19.75  26.7%        39.2%   12.00  €3.88
    1  Adler        4.90      3   24.65  16.9%       100.0%    7.75  €2.45
    4  Cramer       3.35      4   28.00  11.6%       100.0%    4.90  €1.68
    6  (none)       1.00      5   29.00   3.4%       100.0%    3.35  €0.50
    3  Adler        0.00      6   29.00   0.0%         0.0%    1.00  €0.00

order  place   part
─────  ─────  ─────
    2      1  41.4%
    5      2  68.1%
    1      3  85.0%

order
─────
    2
    5
    3
alarm: 2: 12
alarm: 5: 7.75

order   part
─────  ─────
    2  41.4%
    5  26.7%

order  status  so_far
─────  ──────  ──────
    5  done        17
    2  done        29

=== what does not add up in a list
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = order_date  measure freight : money(EUR) = sum(freight)  measure orders = count()  measure mean = freight / orders }
list order, running(mean) as r from orders
list order, share(mean) as r from orders
list order, share(order, orders + 1) as r from orders
list order, rank(freight) as r from orders sort by running(freight)
list order, r + 1 as s, rank(freight) as r from orders
--- stdout
--- stderr
input.koers:3:21: error[E0626]: this does not add up along the lines, so it has no running total
    3 | list order, running(mean) as r from orders
      |                     ^~~~
      = help: take a sum or a count
input.koers:4:19: error[E0626]: this does not add up over the lines, so there is no share of it
    4 | list order, share(mean) as r from orders
      |                   ^~~~
input.koers:6:52: error[E0626]: `running` and `prior` follow the order of the lines, so lines are not sorted by them
    6 | list order, rank(freight) as r from orders sort by running(freight)
      |                                                    ^~~~~~~~~~~~~~~~
      = help: sort by the measure itself
input.koers:7:13: error[E0307]: `orders` has no column or dimension `r`
    7 | list order, r + 1 as s, rank(freight) as r from orders
      |             ^
--- exit
1

=== a running share is rounded once
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source f from sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 6) select i, 1 + i % 2 as v, 'g' || (i % 2) as g from n" {
  key i  dimension i, g  measure v = sum(v) }
-- 2, 1, 2, 1, 2, 1 of 9: 3 of 9 is a third, 6 of 9 two of them, 9 the whole
show v, share(v) as part, running(share(v)) as direct, running(part) as named, running(v / v[all]) as spelled by i
show v, running(share(v)) as within by g, i having running(share(v)) >= 100%
--- stdout
i,v,part,direct,named,spelled
1,2,0.22222222222222222222,0.22222222222222222222,0.22222222222222222222,0.22222222222222222222
2,1,0.11111111111111111111,0.33333333333333333333,0.33333333333333333333,0.33333333333333333333
3,2,0.22222222222222222222,0.55555555555555555556,0.55555555555555555556,0.55555555555555555556
4,1,0.11111111111111111111,0.66666666666666666667,0.66666666666666666667,0.66666666666666666667
5,2,0.22222222222222222222,0.88888888888888888889,0.88888888888888888889,0.88888888888888888889
6,1,0.11111111111111111111,1,1,1

g,i,v,within
g0,6,1,1
g1,5,2,1
