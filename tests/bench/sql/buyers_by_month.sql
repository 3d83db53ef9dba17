select month, count(*) as buyers
from (select distinct substr(order_date, 1, 7) as month, customer_id from order_lines)
group by 1
order by 1;
