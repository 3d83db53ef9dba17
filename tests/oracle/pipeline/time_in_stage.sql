with d as (select *, row_number() over (partition by stage order by days) - 1 as i,
                  count(*) over (partition by stage) - 1 as n from stay where not open)
select stage, n + 1 as completed_stays,
       (select count(*) from stay t where t.stage = d.stage and open) as stays_going_on,
       avg(iif(i in (n / 2, (n + 1) / 2), days, null)) as median_stay,
       printf('%.17e', max(iif(i = n * 9 / 10, days, null)) * (1 - n * 9 % 10 / 10.0)
                       + max(iif(i = n * 9 / 10 + 1, days, 0)) * (n * 9 % 10 / 10.0)) as long_stay
from d group by stage order by (select cast(step as integer) from stages where stages.stage = d.stage);
