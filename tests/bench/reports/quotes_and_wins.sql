select case when age < 15 then '..15' when age < 31 then '15..31' when age < 61 then '31..61' when age < 91 then '61..91' else '91..' end as days_out,
       count(*) as open_quotes, sum(q.amount) as open_quote_value, sum(q.amount * probability) as weighted_quote_value,
       sum(expiring) as expiring_quotes, sum(iif(expiring, q.amount, 0)) as expiring_quote_value, sum(silence > 10) as silent_quotes
from waiting_quote q join opportunity o using (opportunity_id) join stage using (stage) group by 1;

select case when age < 15 then '..15' when age < 31 then '15..31' when age < 61 then '31..61' when age < 91 then '61..91' else '91..' end as days_out,
       case when silence < 11 then '..11' when silence < 31 then '11..31' when silence < 61 then '31..61' when silence < 91 then '61..91' else '91..' end as across,
       sum(amount) as value
from waiting_quote group by 1, 2;

with issued as (
  select strftime('%Y-Q', issued_on) || ((strftime('%m', issued_on) + 2) / 3) as quarter, amount, now,
         julianday(decided_on) - julianday(first_issued) as days
  from latest_quote where issued_on between '2025-10-01' and '2026-09-30'),
placed as (select quarter, days, row_number() over (partition by quarter order by days) - 1 as i, count(*) over (partition by quarter) as n
           from issued where now in ('accepted', 'rejected') and days is not null)
select quarter, count(*) as issued_quotes,
       sum(now in ('accepted', 'rejected', 'expired')) as decided_quotes,
       1.0 * sum(now in ('accepted', 'rejected', 'expired')) / count(*) as decided_share,
       1.0 * sum(now = 'accepted') / sum(now in ('accepted', 'rejected', 'expired')) as hit_rate,
       1.0 * sum(iif(now = 'accepted', amount, 0)) / sum(iif(now in ('accepted', 'rejected', 'expired'), amount, 0)) as hit_rate_by_value,
       (select avg(days) from placed p where p.quarter = issued.quarter and i in ((n - 1) / 2, n / 2)) as median_decision_days
from issued group by quarter;

with issued as (
  select unit, q.amount, list_amount, now, julianday(decided_on) - julianday(first_issued) as days
  from latest_quote q join opportunity o using (opportunity_id) join unit_of on person_id = owner_id
  where issued_on between '2025-10-01' and '2026-09-30'),
placed as (select unit, days, row_number() over (partition by unit order by days) - 1 as i, count(*) over (partition by unit) as n
           from issued where now in ('accepted', 'rejected') and days is not null)
select unit, count(*) as issued_quotes,
       1.0 * sum(now = 'accepted') / sum(now in ('accepted', 'rejected', 'expired')) as hit_rate,
       1.0 * sum(iif(now = 'accepted', amount, 0)) / sum(iif(now in ('accepted', 'rejected', 'expired'), amount, 0)) as hit_rate_by_value,
       1.0 * (sum(list_amount) - sum(amount)) / sum(list_amount) as quoted_discount,
       1.0 * sum(iif(now = 'accepted', list_amount - amount, 0)) / sum(iif(now = 'accepted', list_amount, 0)) as accepted_discount,
       (select avg(days) from placed p where p.unit = issued.unit and i in ((n - 1) / 2, n / 2)) as median_decision_days
from issued group by unit having sum(now in ('accepted', 'rejected', 'expired')) >= 10;

with deal as (select unit, status, amount, julianday(closed_on) - julianday(created_on) as days
              from opportunity join unit_of on person_id = owner_id
              where status in ('won', 'lost') and closed_on between '2025-10-01' and '2026-09-30'),
placed as (select *, row_number() over (partition by unit, status order by days) as i,
                  count(*) over (partition by unit, status) as n from deal),
middle as (select unit, status, avg(days) as days from placed where i in ((n + 1) / 2, (n + 2) / 2) group by unit, status),
rate as (select unit, count(*) as n, 1.0 * sum(status = 'won') / count(*) as p,
                1.0 * sum(iif(status = 'won', amount, 0)) / sum(amount) as by_value,
                1.0 * sum(iif(status = 'won', amount, 0)) / sum(status = 'won') as size from deal group by unit)
select unit, n as decided_deals, p as win_rate,
       (p + 1.920729440648 / n - 1.959964 * sqrt(p * (1 - p) / n + 0.960364720324 / (n * n))) / (1 + 3.841458881296 / n) as low,
       (p + 1.920729440648 / n + 1.959964 * sqrt(p * (1 - p) / n + 0.960364720324 / (n * n))) / (1 + 3.841458881296 / n) as high,
       by_value as win_rate_by_value, size as average_won_size,
       (select days from middle m where m.unit = rate.unit and status = 'won') as median_won_cycle,
       (select days from middle m where m.unit = rate.unit and status = 'lost') as median_lost_cycle
from rate where n >= 10;

select reason, sum(amount) as lost_value, count(*) as lost_deals, 1.0 * sum(amount) / sum(sum(amount)) over () as part_of_lost,
       1.0 * sum(sum(amount)) over (order by sum(amount) desc) / sum(sum(amount)) over () as part_so_far
from opportunity where status = 'lost' and reason <> 'no decision' and closed_on between '2025-10-01' and '2026-09-30' group by reason;

select reason, lost_value, lost_deals, part_of_all_lost from (
  select reason, sum(amount) as lost_value, count(*) as lost_deals, 1.0 * sum(amount) / sum(sum(amount)) over () as part_of_all_lost
  from opportunity where status = 'lost' and closed_on between '2025-10-01' and '2026-09-30' group by reason)
where reason = 'no decision';

select coalesce(competitor, '') as competitor, sum(status = 'won') as won_deals, sum(status = 'lost') as lost_deals,
       1.0 * sum(status = 'won') / count(*) as win_rate, sum(iif(status = 'lost', amount, 0)) as lost_value
from opportunity where status in ('won', 'lost') and closed_on between '2025-10-01' and '2026-09-30'
group by competitor having count(*) >= 10;
