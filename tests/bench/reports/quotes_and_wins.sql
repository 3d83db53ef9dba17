select case when age < 15 then '..15' when age < 31 then '15..31' when age < 61 then '31..61' when age < 91 then '61..91' else '91..' end as days_out,
       count(*) as open_quotes, sum(amount) as open_quote_value
from (select julianday(today) - julianday(issued_on) as age, amount from latest_quote, the where now = 'open') group by 1;

select strftime('%Y-Q', issued_on) || ((strftime('%m', issued_on) + 2) / 3) as quarter, count(*) as issued_quotes,
       sum(now in ('accepted', 'rejected', 'expired')) as decided_quotes,
       1.0 * sum(now in ('accepted', 'rejected', 'expired')) / count(*) as decided_share,
       1.0 * sum(now = 'accepted') / sum(now in ('accepted', 'rejected', 'expired')) as hit_rate,
       1.0 * sum(iif(now = 'accepted', amount, 0)) / sum(iif(now in ('accepted', 'rejected', 'expired'), amount, 0)) as hit_rate_by_value
from latest_quote where issued_on between '2025-10-01' and '2026-09-30' group by 1;

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
       (p + 1.920729440648 / n - 1.959964 * sqrt(p * (1 - p) / n + 0.960364720324 / (n * n))) / (1 + 3.841458881296 / n) as win_rate_low,
       (p + 1.920729440648 / n + 1.959964 * sqrt(p * (1 - p) / n + 0.960364720324 / (n * n))) / (1 + 3.841458881296 / n) as win_rate_high,
       by_value as win_rate_by_value, size as average_won_size,
       (select days from middle m where m.unit = rate.unit and status = 'won') as median_won_cycle,
       (select days from middle m where m.unit = rate.unit and status = 'lost') as median_lost_cycle
from rate where n >= 10;

select reason, sum(amount) as lost_value, count(*) as lost_deals, 1.0 * sum(amount) / sum(sum(amount)) over () as part_of_lost,
       1.0 * sum(sum(amount)) over (order by sum(amount) desc) / sum(sum(amount)) over () as part_so_far
from opportunity where status = 'lost' and closed_on between '2025-10-01' and '2026-09-30' group by reason;

select coalesce(competitor, '') as competitor, sum(status = 'won') as won_deals, sum(status = 'lost') as lost_deals,
       1.0 * sum(status = 'won') / count(*) as win_rate, sum(iif(status = 'lost', amount, 0)) as lost_value
from opportunity where status in ('won', 'lost') and closed_on between '2025-10-01' and '2026-09-30'
group by competitor having count(*) >= 10;
