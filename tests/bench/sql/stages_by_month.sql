-- What comes and what goes by month, added up; a join with the ends of the months reads
-- far more rows.
with moved as materialized (
       select stage, substr(entered_on, 1, 7) as month, sum(amount) as x
       from stages group by 1, 2
       union all
       select stage, substr(left_on, 1, 7), -sum(amount)
       from stages where left_on is not null group by 1, 2),
     held as (select stage, month, sum(sum(x)) over (partition by stage order by month) as v
              from moved group by 1, 2)
select stage, month, v as in_stage
from held where month between '2023-01' and '2024-12'
order by 1, 2;
