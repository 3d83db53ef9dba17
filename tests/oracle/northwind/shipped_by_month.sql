select substr(ShippedDate, 1, 7) as month, count(*) as shipped_orders
from Orders where ShippedDate >= '1998-01' and ShippedDate < '1998-05'
group by 1 order by 1;
