-- The end of each month, and of the same month of the four quarters before.
with month(month, first) as (values ('2025-07', '2025-07-01'), ('2025-08', '2025-08-01'), ('2025-09', '2025-09-01'), ('2025-10', '2025-10-01')),
     point as (select month, k, date(first, '+1 months', (-3 * k) || ' months') as next,
                      substr(date(first, (-3 * k) || ' months'), 1, 4) || '-Q' || ((cast(strftime('%m', first, (-3 * k) || ' months') as integer) + 2) / 3) as quarter
               from month, (select 0 as k union select 1 union select 2 union select 3 union select 4)),
     open as (select month, k, s.v, d.outcome = 'won' and d.qu = quarter as won
              from point join step s on state = 'open' and at < next and (next_at is null or next_at >= next)
                   and substr(x, 1, 4) || '-Q' || ((cast(substr(x, 6, 2) as integer) + 2) / 3) = quarter
              join deal d using (deal)),
     a as (select month, (select coalesce(sum(v), 0) from open o where o.month = m.month and k = 0) as now,
                  (select coalesce(sum(v), 0) from open o where o.month = m.month and k > 0) as then_,
                  (select coalesce(sum(iif(won, v, 0)), 0) from open o where o.month = m.month and k > 0) as won
           from month m)
select month, now as pipeline_of_quarter, then_ as pipeline_then, won as won_of_pipeline_then,
       printf('%.17e', 1.0 * won / then_) as pipeline_yield,
       iif(won > 0, printf('%.17e', 1.0 * then_ / won), null) as coverage_needed
from a order by month;
