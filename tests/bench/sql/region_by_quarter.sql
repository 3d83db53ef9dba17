with bought as materialized (
       select customer_id, substr(order_date, 1, 7) as month,
              sum(quantity * unit_price * (1 - discount)) as revenue
       from order_lines
       group by 1, 2)
select c.region,
       substr(b.month, 1, 4) || '-Q' || ((substr(b.month, 6, 2) + 2) / 3) as quarter,
       sum(b.revenue) as revenue
from bought b cross join customers c on c.customer_id = b.customer_id
group by 1, 2
order by 1, 2;
