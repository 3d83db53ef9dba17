-- Orders of one day follow each other by their number.
with o as (select OrderID, CustomerID, julianday(substr(OrderDate, 1, 10)) as d from Orders),
     g as (select d - lag(d) over (partition by CustomerID order by d, OrderID) as gap from o),
     r as (select gap, row_number() over (order by gap) as i, count(*) over () as n
           from g where gap is not null)
select avg(gap) as median_days, 2 * avg(gap) as inactive_after,
       (select count(*) from Orders) as orders_placed
from r where i in ((n + 1) / 2, (n + 2) / 2);
