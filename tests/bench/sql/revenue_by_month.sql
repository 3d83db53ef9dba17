select substr(order_date, 1, 7) as month,
       sum(quantity * unit_price * (1 - discount)) as revenue
from order_lines
group by 1
order by 1;
