-- Figures of the small company of seed 1 and where they have to lie: those of real
-- companies that it was made after. A figure begins with a line `-- figure: LOW HIGH TITLE`.

-- figure: 19500 20500 order lines
select count(*) from order_line;

-- figure: 0.10 0.20 growth of order intake, of the years that are whole
with year as (select substr(ordered_on, 1, 4) as y, sum(qty * net_price) as v from sales_order
              join order_line using (order_id) group by 1)
select v / lag(v) over (order by y) - 1 from year order by y limit 1 offset 2;

-- figure: 1.10 1.60 the last quarter of a year against its first
select sum(iif(substr(ordered_on, 6, 2) >= '10', qty * net_price, 0))
     / sum(iif(substr(ordered_on, 6, 2) <= '03', qty * net_price, 0))
from sales_order join order_line using (order_id) where ordered_on like '2025%';

-- figure: 0.014 0.034 concentration (HHI) of the last 12 months
with r as (select customer_id, sum(net) as v from invoice_line join invoice using (invoice_id)
           where invoiced_on > date((select value from about where item = 'today'), '-1 year') group by 1)
select sum(v * v) / (sum(v) * sum(v)) from r where v > 0;

-- figure: 0.25 0.45 part of the customers that are class A
with r as (select customer_id, sum(net) as v from invoice_line join invoice using (invoice_id)
           where invoiced_on > date((select value from about where item = 'today'), '-1 year') group by 1),
     c as (select v, sum(v) over (order by v desc, customer_id) - v as before, sum(v) over () as all_of from r where v > 0)
select avg(before < 0.8 * all_of) from c;

-- figure: 0.05 0.13 part of a year's revenue from customers who were new in it
select sum(iif(first_order_on >= '2025-01-01', net, 0)) / sum(net) from invoice_line
join invoice using (invoice_id) join customer using (customer_id) where invoiced_on like '2025%';

-- figure: 0.27 0.33 win rate by number
select avg(status = 'won') from opportunity where status in ('won', 'lost');

-- figure: 0.27 0.35 win rate by value
select sum(iif(status = 'won', amount, 0)) / sum(amount) from opportunity where status in ('won', 'lost');

-- figure: 48 56 mean days of won deals
select avg(julianday(closed_on) - julianday(created_on)) from opportunity where status = 'won';

-- figure: 50 62 median days of won deals
select d from (select julianday(closed_on) - julianday(created_on) as d, row_number() over (order by
  julianday(closed_on) - julianday(created_on)) as n, count(*) over () as m from opportunity where status = 'won')
where n = m / 2;

-- figure: 37 45 mean days of lost deals
select avg(julianday(closed_on) - julianday(created_on)) from opportunity where status = 'lost';

-- figure: 10 20 median days of lost deals
select d from (select julianday(closed_on) - julianday(created_on) as d, row_number() over (order by
  julianday(closed_on) - julianday(created_on)) as n, count(*) over () as m from opportunity where status = 'lost')
where n = m / 2;

-- figure: 0.17 0.22 part of the ripe deals that were never decided
select avg(status = 'open' or reason = 'forgotten') from opportunity
where created_on < date((select value from about where item = 'today'), '-138 days');

-- figure: 0.20 0.30 part of the moves of stages that were recorded late
select avg(recorded_at > at) from opportunity_history where field in ('stage', 'status');

-- figure: 0.06 0.13 part of the leads that became a deal
select avg(opportunity_id is not null) from lead;

-- figure: 0.11 0.135 leads of the source `paid` that became a deal
select avg(opportunity_id is not null) from lead where source = 'paid';

-- figure: 0.34 0.41 part of the leads that were answered in an hour
select avg(coalesce((julianday(first_response_at) - julianday(created_at)) * 24 <= 1.0001, 0)) from lead;

-- figure: 0.20 0.26 part of the leads that nobody answered
select avg(first_response_at is null) from lead;

-- figure: 35 50 mean hours until an answer, of those who got one
select avg((julianday(first_response_at) - julianday(created_at)) * 24) from lead;

-- figure: 0.065 0.10 discount on the list
select 1 - sum(qty * net_price) / sum(qty * list_price) from order_line;

-- figure: 0.02 0.03 part of the orders that were cancelled
select avg(cancelled_on is not null) from sales_order;

-- figure: 0.30 0.40 gross margin
select 1 - sum(cost) / sum(iif(cost is null, 0, net)) from invoice_line;

-- figure: 0.005 0.015 lines whose cost nobody knows
select avg(cost is null) from order_line;

-- figure: 28 33 median days until an invoice is paid
select d from (select julianday(paid_on) - julianday(invoiced_on) as d, row_number() over (order by
  julianday(paid_on) - julianday(invoiced_on)) as n, count(*) over () as m from payment join invoice using (invoice_id))
where n = m / 2;

-- figure: 0.81 0.89 lowest attainment of the company in a quarter that is over
with t as (select quarter_start as q, sum(amount) as t from target where measure = 'revenue' and version = 'budget' and person_id is null group by 1),
     r as (select date(invoiced_on, 'start of month', '-' || ((strftime('%m', invoiced_on) - 1) % 3) || ' months') as q, sum(net) as v
           from invoice_line join invoice using (invoice_id) group by 1)
select min(v / t) from t join r using (q) where q < (select max(q) from r);

-- figure: 0.81 0.89 highest attainment of the company in a quarter that is over
with t as (select quarter_start as q, sum(amount) as t from target where measure = 'revenue' and version = 'budget' and person_id is null group by 1),
     r as (select date(invoiced_on, 'start of month', '-' || ((strftime('%m', invoiced_on) - 1) % 3) || ' months') as q, sum(net) as v
           from invoice_line join invoice using (invoice_id) group by 1)
select max(v / t) from t join r using (q) where q < (select max(q) from r);

-- figure: 1.01 1.10 targets of persons against those of their teams
select sum(iif(person_id is null, 0, amount)) * 1.0 / sum(iif(person_id is null, amount, 0)) from target where measure = 'revenue' and version = 'budget';

-- figure: 0.02 0.10 open deals without an amount or without an expected close
select avg(amount is null or expected_close is null) from opportunity where status = 'open';

-- figure: 0.25 0.60 open deals whose expected close is over
select avg(expected_close < (select value from about where item = 'today')) from opportunity where status = 'open';

-- figure: 1.5 3.0 revisions of a chain at most on the mean deal
select avg(n) from (select max(revision) as n from quote group by chain_id);

-- figure: 0.2 0.5 share of wallet where there is an estimate
with w as (select customer_id, sum(amount) as w from wallet_estimate where year_start = '2025-01-01' group by 1),
     r as (select customer_id, sum(net) as v from invoice_line join invoice using (invoice_id) where invoiced_on like '2025%' group by 1)
select sum(v) / sum(w) from w join r using (customer_id);

-- figure: 0 100000000 smallest balance at the bank
select min(amount) from cash_balance;
