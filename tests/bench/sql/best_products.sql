with sold as materialized (
       select product_id, sum(quantity * unit_price * (1 - discount)) as revenue
       from order_lines
       group by 1),
     ranked as (
       select p.category, p.name, s.revenue,
              row_number() over (partition by p.category order by s.revenue desc) as place
       from sold s cross join products p on p.product_id = s.product_id)
select category, name as product, revenue
from ranked
where place <= 3
order by 1, 3 desc;
