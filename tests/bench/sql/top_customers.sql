with bought as materialized (
       select customer_id, sum(quantity * unit_price * (1 - discount)) as revenue
       from order_lines
       group by 1),
     best as materialized (
       select customer_id, revenue from bought order by revenue desc limit 10)
select 'line' as level, c.name as customer, b.revenue
from best b cross join customers c on c.customer_id = b.customer_id
union all
select 'others', '', (select sum(revenue) from bought) - (select sum(revenue) from best)
order by 1, 3 desc;
