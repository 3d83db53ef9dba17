with bought as materialized (
       select customer_id * 100000
                + substr(order_date, 1, 4) * 12 + substr(order_date, 6, 2) - 1 as k,
              sum(quantity * unit_price * (1 - discount)) as revenue
       from order_lines
       group by 1),
     placed as (
       select k % 100000 as month, revenue,
              row_number() over (partition by k / 100000 order by k) as n
       from bought)
select printf('%d-%02d', month / 12, month % 12 + 1) as month,
       sum(case when n = 1 then revenue else 0.0 end) as new_revenue,
       sum(case when n > 1 then revenue else 0.0 end) as existing_revenue
from placed
group by placed.month
order by 1;
