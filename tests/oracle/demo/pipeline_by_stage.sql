with a as (select 'line' as level, s.stage, count(*) as n, sum(cast(round(amount * 100) as integer)) as v,
                  sum(cast(round(amount * 100) as integer) * cast(round(probability * 100) as integer)) as w,
                  sum(iif(expected_close < '2026-10-31', cast(round(amount * 100) as integer), 0)) as late
           from opportunity o join stage s using (stage) where status = 'open' group by s.stage),
     b as (select * from a union all select 'total', '', sum(n), sum(v), sum(w), sum(late) from a)
select level, stage, n as open_deals, printf('%.2f', v / 100.0) as open_value,
       printf('%.4f', w / 10000.0) as weighted_value, printf('%.17e', 1.0 * late / v) as overdue_share
from b order by level, (select step from stage where stage.stage = b.stage);
