-- The share that stays is multiplied up, one length after the other.
with recursive
     l as (select stage, days, sum(not open) as ended,
                  (select count(*) from stay r where r.stage = t.stage and r.days >= t.days) as n,
                  row_number() over (partition by stage order by days) as i
           from stay t group by stage, days),
     s as (select stage, i, days, 1 - 1.0 * ended / n as left from l where i = 1
           union all
           select l.stage, l.i, l.days, s.left * (1 - 1.0 * l.ended / l.n)
           from s join l on l.stage = s.stage and l.i = s.i + 1)
select stage, (select sum(not open) from stay t where t.stage = s.stage) as completed,
       (select sum(open) from stay t where t.stage = s.stage) as going_on,
       min(iif(left <= 0.5 + 1e-12, days, null)) as median_days
from s group by stage order by (select cast(step as integer) from stages where stages.stage = s.stage);
