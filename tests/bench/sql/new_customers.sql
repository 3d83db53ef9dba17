with bought as materialized (
       select customer_id, substr(order_date, 1, 7) as month,
              sum(quantity * unit_price * (1 - discount)) as revenue
       from order_lines
       group by 1, 2),
     placed as (
       select month, revenue, row_number() over (partition by customer_id order by month) as n
       from bought)
select month, sum(case when n = 1 then revenue else 0.0 end) as new_revenue,
       sum(case when n > 1 then revenue else 0.0 end) as existing_revenue
from placed
group by 1
order by 1;
