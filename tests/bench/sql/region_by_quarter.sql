-- By customer and quarter first, in one integer: then the regions are looked up.
with bought as materialized (
       select customer_id * 100000
                + (substr(order_date, 1, 4) * 12 + substr(order_date, 6, 2) - 1) / 3 as k,
              sum(quantity * unit_price * (1 - discount)) as revenue
       from order_lines
       group by 1)
select c.region, ((b.k % 100000) / 4) || '-Q' || (b.k % 4 + 1) as quarter,
       sum(b.revenue) as revenue
from bought b cross join customers c on c.customer_id = b.k / 100000
group by 1, 2
order by 1, 2;
