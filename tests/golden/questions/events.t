=== orders after a visit: the same day counts, a week later does not
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
list visit_id, (buys per customer after visited) as ever, (buys per customer after visited within 7 days) as week, bought from visits
--- stdout
visit_id,ever,week,bought
1,4,1,true
2,3,2,true
3,2,0,false
4,0,0,false
5,0,0,false
6,2,1,true
7,0,0,false
8,1,1,true
--- oracle-sql
select visit_id,
  (select count(*) from orders o where o.customer_id is v.customer_id and ordered >= visited),
  (select count(*) from orders o where o.customer_id is v.customer_id and ordered >= visited and ordered < date(visited, '+7 days')),
  iif((select count(*) from orders o where o.customer_id is v.customer_id and ordered >= visited and ordered < date(visited, '+7 days')) > 0, 'true', 'false')
from visits v order by visit_id;

=== orders before a visit and until it, counted and added up
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
list visit_id, (buys per customer before visited) as b, (buys per customer until visited) as u, (revenue per customer until visited) as r, (average_order per customer until visited) as a from visits
--- stdout
visit_id,b,u,r,a
1,0,1,10,10
2,1,1,10,10
3,1,1,0,0
4,0,0,0,
5,0,0,0,
6,1,1,0,0
7,0,0,0,
8,1,1,5,5
--- oracle-sql
select visit_id,
  (select count(*) from orders o where o.customer_id is v.customer_id and ordered < visited),
  (select count(*) from orders o where o.customer_id is v.customer_id and ordered <= visited),
  (select coalesce(sum(amount), 0) from orders o where o.customer_id is v.customer_id and ordered <= visited),
  (select coalesce(sum(amount), 0) / nullif(count(*), 0) from orders o where o.customer_id is v.customer_id and ordered <= visited)
from visits v order by visit_id;

=== before and after a row are its two sides by time and key; until takes its whole day
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
list order_id, (buys per customer before ordered) as b, (buys per customer until ordered) as u, (buys per customer after ordered) as a,
  (revenue per customer until ordered) as r, (buys per customer before (ordered + 1 days)) as nextday, (web per customer until ordered) as w from orders
--- stdout
order_id,b,u,a,r,nextday,w
1,0,0,3,0,0,0
2,1,2,2,40,2,1
3,2,2,1,30.5,2,2
4,1,1,1,0,1,0
5,2,2,0,40,2,1
6,0,0,0,0,0,0
7,0,0,1,0,0,0
8,1,1,0,5,1,1
9,0,0,0,0,0,0
10,3,3,0,60.5,3,2
11,0,0,2,0,0,0
--- oracle-sql
select order_id,
  (select count(*) from orders o where o.customer_id is v.customer_id and (o.ordered, o.order_id) < (v.ordered, v.order_id)),
  (select count(*) from orders o where o.customer_id is v.customer_id and o.ordered <= v.ordered and o.order_id <> v.order_id),
  (select count(*) from orders o where o.customer_id is v.customer_id and (o.ordered, o.order_id) > (v.ordered, v.order_id)),
  (select coalesce(sum(amount), 0) from orders o where o.customer_id is v.customer_id and o.ordered <= v.ordered and o.order_id <> v.order_id),
  (select count(*) from orders o where o.customer_id is v.customer_id and o.ordered < date(v.ordered, '+1 day') and o.order_id <> v.order_id),
  (select count(*) from orders o where o.customer_id is v.customer_id and o.ordered <= v.ordered and o.order_id <> v.order_id and channel = 'web')
from orders v order by order_id;

=== the ends of a window: ties go to the larger key
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
list order_id, (last(amount by ordered) per customer until ordered) as l, (first(amount by ordered) per customer after ordered) as f,
  (max(ordered) per customer before ordered) as previous, (min(ordered) per customer after (ordered + 1 days)) as following from orders
--- stdout
order_id,l,f,previous,following
1,,30,,2025-01-12
2,30,30,2025-01-05,2025-03-05
3,20.5,-3,2025-01-12,2025-03-05
4,,50,2025-01-31,2025-03-31
5,40,,2025-02-28,
6,,,,
7,,6,,2025-01-03
8,5,,2025-01-01,
9,,,,
10,30,,2025-01-12,
11,,40,,2025-02-28
--- oracle-sql
select order_id,
  (select amount from orders o where o.customer_id is v.customer_id and o.ordered <= v.ordered and o.order_id <> v.order_id and amount is not null order by ordered desc, order_id desc limit 1),
  (select amount from orders o where o.customer_id is v.customer_id and (o.ordered, o.order_id) > (v.ordered, v.order_id) and amount is not null order by ordered, order_id desc limit 1),
  (select max(ordered) from orders o where o.customer_id is v.customer_id and (o.ordered, o.order_id) < (v.ordered, v.order_id)),
  (select min(ordered) from orders o where o.customer_id is v.customer_id and o.ordered >= date(v.ordered, '+1 day') and o.order_id <> v.order_id)
from orders v order by order_id;

=== the other aggregates walk through the window
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
list order_id, (channels per customer until ordered) as c, (min(amount) per customer until ordered) as lo, round(avg(amount) per customer after ordered within 3 months, 4) as mean,
  (paid per customer after 2025) as p, (text_list(channel) per customer after 2025-02 within 1 months) as t, (last(amount by order_id) per customer until ordered) as l from orders
--- stdout
order_id,c,lo,mean,p,t,l
1,0,,15.8333,3,,
2,2,10,13.5,3,,30
3,1,10,-3,3,,20.5
4,1,,50,1,,
5,2,40,,1,web,40
6,0,,,0,,
7,0,,6,1,,
8,1,5,,1,,5
9,0,,,4,,
10,2,10,,3,,30
11,0,,45,2,web,
--- oracle-sql
select order_id,
  (select count(distinct channel) from orders o where o.customer_id is v.customer_id and o.ordered <= v.ordered and o.order_id <> v.order_id),
  (select min(amount) from orders o where o.customer_id is v.customer_id and o.ordered <= v.ordered and o.order_id <> v.order_id),
  (select iif(count(amount), printf('%g', round(avg(amount), 4)), null) from orders o where o.customer_id is v.customer_id and (o.ordered, o.order_id) > (v.ordered, v.order_id)
     and o.ordered < case v.ordered when '2025-01-31' then '2025-04-30' when '2025-03-31' then '2025-06-30' when '2025-02-28' then '2025-05-28' else date(v.ordered, '+3 months') end),
  (select count(amount) from orders o where o.customer_id is v.customer_id and o.ordered >= '2025-01-01' and o.order_id <> v.order_id),
  (select group_concat(c, ', ') from (select distinct channel c from orders o where o.customer_id is v.customer_id and o.ordered >= '2025-02-01' and o.ordered < '2025-03-01' and o.order_id <> v.order_id and channel is not null order by 1)),
  (select amount from orders o where o.customer_id is v.customer_id and o.ordered <= v.ordered and o.order_id <> v.order_id and amount is not null order by order_id desc limit 1)
from orders v order by order_id;

=== a month before the 31st begins on the last of a shorter month, which is left out
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
list order_id, (buys per customer before ordered within 1 months) as m, (buys per customer before ordered within 32 days) as d from orders where order_id in (5, 10)
--- stdout
order_id,m,d
5,0,1
10,0,0
--- oracle-sql
select order_id,
  (select count(*) from orders o where o.customer_id = v.customer_id and o.ordered < v.ordered and o.ordered > case v.order_id when 5 then '2025-02-28' else '2025-02-05' end),
  (select count(*) from orders o where o.customer_id = v.customer_id and o.ordered < v.ordered and o.ordered > date(v.ordered, '-32 days'))
from orders v where order_id in (5, 10) order by order_id;

=== moments are compared by the second, beside a day by the day
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
list call_id, (answers per customer before called) as b, (answers per customer after called) as a, (answers per customer after called within 1 days) as d,
  (answers per customer after date(called)) as day, (answers per customer until 2025-01-05) as u from calls
--- stdout
call_id,b,a,d,day,u
1,1,3,2,4,2
2,2,2,2,2,2
3,0,1,1,1,0
--- oracle-sql
select call_id,
  (select count(*) from answers o where o.customer_id = v.customer_id and said < called),
  (select count(*) from answers o where o.customer_id = v.customer_id and said >= called),
  (select count(*) from answers o where o.customer_id = v.customer_id and said >= called and said < datetime(called, '+1 day')),
  (select count(*) from answers o where o.customer_id = v.customer_id and date(said) >= date(called)),
  (select count(*) from answers o where o.customer_id = v.customer_id and date(said) <= '2025-01-05')
from calls v order by call_id;

=== windows as dimension, condition and argument; all rows, whatever the question keeps
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
show visits by bought, region where visited >= 2025-01-05
--- stdout
bought,region,visits
false,North,1
false,South,1
true,North,3
--- oracle-sql
select iif((select count(*) from orders o where o.customer_id is v.customer_id and ordered >= visited and ordered < date(visited, '+7 days')) > 0, 'true', 'false') b, region, count(*)
from visits v left join customers using (customer_id) where visited >= '2025-01-05' group by 1, 2 order by 1, 2 is null, 2;

=== values of windows are aggregated like columns
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
show count() as n, sum(buys per customer before ordered) as earlier, max(days(max(ordered) per customer before ordered, ordered)) as gap by channel from orders where (buys per customer before ordered) > 0
--- stdout
channel,n,earlier,gap
shop,2,5,52
web,3,3,28
,1,2,31
--- oracle-sql
with x as (select channel, (select count(*) from orders o where o.customer_id is v.customer_id and (o.ordered, o.order_id) < (v.ordered, v.order_id)) n,
  julianday(ordered) - julianday((select max(ordered) from orders o where o.customer_id is v.customer_id and (o.ordered, o.order_id) < (v.ordered, v.order_id))) g from orders v)
select channel, count(*), sum(n), cast(max(g) as integer) from x where n > 0 group by 1 order by channel is null, channel;

=== a source without a key can look before its own time
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/visits.koers
list clicked, (clicks per customer before clicked) as earlier from clicks
--- stdout
clicked,earlier
2025-01-01,0
2025-01-01,0
2025-01-02,2
--- oracle-sql
select clicked, (select count(*) from clicks o where o.customer_id = v.customer_id and o.clicked < v.clicked) from clicks v;

=== aggregates over rows of the source that has what they name
--- schema visits
--- args
--format csv run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { key order_id  join customers on customer_id  time bought = ordered
  measure n = count() }
source visits from table visits { entity visit key visit_id  join customers on customer_id  time visited = visited }
source prices from sql "select 1 as pid, '2025-01-01' as since, 10 as price union all select 1, '2025-01-10', 12
  union all select 2, '2025-01-01', 7" { key pid, since  dimension item = pid  time valid_from = since }
source sold from sql "select 1 as id, 1 as pid, '2025-01-09' as d union all select 2, 1, '2025-01-10'
  union all select 3, 2, '2024-12-31'" { key id  dimension item = pid conforms prices.item  time ordered = d }
-- columns, axes and dimensions of another source, with and without its name
list id, last(price by valid_from) per item until ordered as price, last(prices.price by prices.valid_from) per item until ordered as same,
  (max(price) per item) as highest from sold
list visit, (min(bought) per customer after visited) as next_order, (count(amount) per customer after visited within 10 days) as soon from visits
  where visit in (1, 3, 4)
show count() as visits_made by if((sum(amount) per customer) > 20, true, false) as buyer from visits
--- oracle-sql
select 1, 10, 10, 12 union all select 2, 12, 12, 12 union all select 3, null, null, 7;
select '';
select 'visit', 'next_order', 'soon';
select visit_id, (select min(ordered) from orders o where o.customer_id = v.customer_id and ordered >= visited),
  (select count(amount) from orders o where o.customer_id = v.customer_id and ordered >= visited and ordered < date(visited, '+10 days'))
from visits v where visit_id in (1, 3, 4);
select '';
select 'buyer', 'visits_made';
select case when (select sum(amount) from orders o where o.customer_id is v.customer_id) > 20 then 'true' else 'false' end as b, count(*) from visits v group by b;
--- stdout
id,price,same,highest
1,10,10,12
2,12,12,12
3,,,7

visit,next_order,soon
1,2025-01-05,3
3,2025-02-28,1
4,,0

buyer,visits_made
false,3
true,5
--- stderr
--- exit
0

=== an aggregate that rows of two sources could have
--- schema visits
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name }
source orders from table orders { key order_id  join customers on customer_id  time bought = ordered }
source returned from table orders { key order_id  join customers on customer_id  time bought = ordered }
source visits from table visits { entity visit key visit_id  join customers on customer_id  time visited = visited }
list visit, min(bought) per customer after visited as next_order from visits
list visit, min(orders.bought) per customer after visited as next_order from visits
list visit, min(bougt) per customer after visited as next_order from visits
list visit, max(name) per visit after visited as called from visits
--- stderr
input.koers:6:17: error[E0302]: both `orders` and `returned` have `bought`
    6 | list visit, min(bought) per customer after visited as next_order from visits
      |                 ^~~~~~
      = help: say whose it is: `orders.bought` or `returned.bought`
input.koers:8:17: error[E0307]: `visits` has no column or dimension `bougt`
    8 | list visit, min(bougt) per customer after visited as next_order from visits
      |                 ^~~~~
input.koers:9:27: error[E0303]: `customers` has no `visit`; it is kept per customer
    9 | list visit, max(name) per visit after visited as called from visits
      |                           ^~~~~
      = help: it belongs to `visits`, and no join of `customers` leads there
--- exit
1

=== a window that a joined source declares, seen through the join
--- schema visits
--- args
run input.koers --format csv --today 2026-02-01
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name
  dimension lately = buys per customer before 2025-02-01 within 30 days }
source orders from table orders { key order_id  join customers on customer_id  time ordered = ordered  measure buys = count() }
source visits from table visits { key visit_id  join customers on customer_id  time visited = visited  measure visits = count() }
show visits by lately
show visits, buys by customer, customer.lately
list visit_id, customer.lately from visits where customer.lately > 0
--- stdout
lately,visits
0,3
1,2
3,2
,1

customer,customer.lately,visits,buys
Ann,3,2,5
Bob,1,2,3
Cas,0,1,0
Dee,0,1,1
Eve,0,1,0
,,1,2

visit_id,customer.lately
1,3
2,3
3,1
6,1

=== an axis that other rows tell is known over the days of the first axis
--- schema visits
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
source sold from sql "select 1 as id, 'a' as who, '2024-01-10' as d union all select 2, 'b', '2024-02-10'
    union all select 3, 'a', '2024-03-05' union all select 4, 'b', '2024-03-31'" {
  key id  dimension who  time ordered = d  time begun = min(ordered) per who
  measure n = count()  measure of_new = count() on begun
}
-- nobody began in March, of which there are orders; of April nothing is known
show of_new by month for 2024-01 .. 2024-04
show of_new by month
--- stdout
month,of_new
2024-01,2
2024-02,2
2024-03,0
2024-04,

month,of_new
2024-01,2
2024-02,2
2024-03,0
--- oracle-sql
select '2024-01', 2 union all select '2024-02', 2 union all select '2024-03', 0 union all select '2024-04', null;
select '';
select 'month', 'of_new';
select '2024-01', 2 union all select '2024-02', 2 union all select '2024-03', 0;

=== rows without a key are in order as they were read
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source s from sql "select 'a' as k, '2024-01-01' as t, 5 as x union all select 'a', '2024-01-02', 1 union all select 'a', '2024-01-03', 3" {
  time t = t  dimension k
  dimension middle = median(x) per k before t
  dimension least = min(x) per k before t
}
list t, x, middle, least from s
--- stdout
t,x,middle,least
2024-01-01,5,,
2024-01-02,1,5,5
2024-01-03,3,3,1
