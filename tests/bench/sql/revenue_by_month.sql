-- By day first: cutting the month out of each row costs more than the thousand days.
with sold as materialized (
       select order_date, sum(quantity * unit_price * (1 - discount)) as revenue
       from order_lines
       group by 1)
select substr(order_date, 1, 7) as month, sum(revenue) as revenue
from sold
group by 1
order by 1;
