-- The lines of an order lie together, so that dropping them first is cheap.
select substr(order_date, 1, 7) as month, count(distinct customer_id) as buyers
from (select distinct order_id, order_date, customer_id from order_lines)
group by 1
order by 1;
