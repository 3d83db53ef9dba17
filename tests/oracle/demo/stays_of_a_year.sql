-- A visit lasts from a row of another stage to the next one; a stay is all visits of a deal
-- to a stage, of the year of the first.
with l as (select *, lag(stage) over w as before from opportunity_history
           where date(at) <= '2026-10-31' window w as (partition by opportunity_id order by at, history_id)),
     e as (select *, lead(at) over w as left_at from l where before is not stage
           window w as (partition by opportunity_id order by at, history_id)),
     t as (select stage, opportunity_id, max(left_at is null) as open,
                  sum(julianday(date(left_at)) - julianday(date(at))) as days
           from e where status = 'open' group by 1, 2
           having min(at) >= '2025-01-01' and min(at) < '2026-01-01'),
     d as (select *, row_number() over (partition by stage order by days) - 1 as i,
                  count(*) over (partition by stage) - 1 as n from t where not open)
select stage, n + 1 as completed_stays,
       (select count(*) from t where t.stage = d.stage and open) as stays_going_on,
       avg(iif(i in (n / 2, (n + 1) / 2), days, null)) as median_stay,
       printf('%.17e', max(iif(i = n * 9 / 10, days, null)) * (1 - n * 9 % 10 / 10.0)
                       + max(iif(i = n * 9 / 10 + 1, days, 0)) * (n * 9 % 10 / 10.0)) as long_stay
from d group by stage order by (select step from stage where stage.stage = d.stage);
