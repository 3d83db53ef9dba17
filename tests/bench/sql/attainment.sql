with sold as materialized (
       select rep_id, sum(quantity * unit_price * (1 - discount)) as revenue
       from order_lines
       where order_date between '2024-01-01' and '2024-12-31'
       group by 1),
     asked as materialized (
       select rep_id, sum(amount) as quota
       from targets
       where starts_on between '2024-01-01' and '2024-12-31'
       group by 1)
select r.name as seller, coalesce(s.revenue, 0.0) as revenue, a.quota,
       coalesce(s.revenue, 0.0) / a.quota as attainment
from reps r cross join asked a on a.rep_id = r.rep_id
     left join sold s on s.rep_id = r.rep_id
order by 1;
