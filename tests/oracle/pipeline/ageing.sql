with t as (select stage, step.deal, sum(julianday(next_at) - julianday(at)) as days
           from step join deal on deal.deal = step.deal
           where state = 'open' and outcome = 'won' group by 1, 2),
     d as (select *, row_number() over (partition by stage order by days) - 1 as i,
                  count(*) over (partition by stage) - 1 as n from t),
     p as (select stage, iif(n + 1 < 20, 30,
                  max(iif(i = n * 3 / 4, days, null)) * (1 - n * 3 % 4 / 4.0)
                  + max(iif(i = n * 3 / 4 + 1, days, 0)) * (n * 3 % 4 / 4.0)) as longest
           from d group by stage),
     o as (select s.stage, s.v,
                  julianday('2025-10-31') - (select min(julianday(at)) from step e
                                             where e.deal = s.deal and e.stage = s.stage) as age
           from step s where state = 'open' and next_at is null),
     l as (select stage, sum(coalesce(v, 0)) as v, sum(iif(age > longest, coalesce(v, 0), 0)) as old
           from o join p using (stage) group by stage
           union all
           select '', sum(v), sum(iif(age > longest, v, 0)) from o join p using (stage))
select iif(stage = '', 'total', 'line') as level, stage, v as open_value, old as overstayed_value,
       printf('%.17e', 1.0 * old / v) as overstayed_share
from l order by stage = '', (select cast(step as integer) from stages where stages.stage = l.stage);
