with c as (select CustomerID, sum(net) as r from line where y = '1997' group by 1),
     h as (select CustomerID, max(substr(OrderDate, 1, 10)) as d, count(*) as n
           from head where y = '1997' group by 1),
     k as (select CompanyName as name, d, n, r,
                  5 - (rank() over (order by d desc) - 1) * 5 / count(*) over () as s1,
                  5 - (rank() over (order by n desc) - 1) * 5 / count(*) over () as s2,
                  5 - (rank() over (order by r desc) - 1) * 5 / count(*) over () as s3
           from c join h using (CustomerID) join Customers using (CustomerID))
select name as customer, d as last_order, n as orders, r / 10000.0 as revenue,
       s1 as recency_score, s2 as frequency_score, s3 as value_score
from k order by r desc limit 10;
