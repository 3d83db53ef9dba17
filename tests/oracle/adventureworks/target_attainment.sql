with s as (select qu, sum(v) as v from sale group by 1),
     t as (select qu, sum(g) as g from goal group by 1),
     a as (select 'line' as level, t.qu, v, g from t join s using (qu)
           union all
           select 'total', '', (select sum(v) from s), (select sum(g) from t))
select level, qu as quarter, printf('%d.%02d', v / 100, v % 100) as revenue, g / 100.0 as target,
       printf('%!.17e', 1.0 * v / g) as target_attainment, (g - v) / 100.0 as target_gap
from a order by level, qu;
