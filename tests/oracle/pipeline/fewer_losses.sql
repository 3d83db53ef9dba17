with q as (select qu, 1.0 * sum(outcome = 'lost') / count(*) as a from deal
           where qu between '2025-Q1' and '2025-Q3' group by qu)
select qu as quarter, printf('%.17e', a) as actual, printf('%.17e', (a - 0.7) / -0.2) as directed_attainment,
       printf('%.17e', 0.5 / a) as lower_is_better_attainment
from q order by qu;
