with r as (select bu, sum(net) as v from sold join person on person_id = owner_id join team on team = unit_id
           where day between '2026-07-01' and '2026-09-30' group by bu),
     t as (select bu, sum(cast(round(amount * 100) as integer)) as t from target join team on team = unit_id
           where measure = 'revenue' and version = 'budget' and person_id is null and quarter_start = '2026-07-01' group by bu),
     a as (select 'line' as level, bu, v, t from r join t using (bu)
           union all select 'total', '', (select sum(v) from r), (select sum(t) from t))
select level, bu as `unit at level 2`, printf('%.2f', v / 100.0) as revenue, printf('%.2f', t / 100.0) as target,
       printf('%.17e', 1.0 * v / t) as target_attainment, printf('%.2f', (t - v) / 100.0) as target_gap
from a order by level, bu;
