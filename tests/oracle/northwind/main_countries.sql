with c as (select Country as c, sum(net) as v, count(distinct CustomerID) as n
           from line join Customers using (CustomerID) group by 1),
     a as (select 1 as s, 'line' as level, c, v, n from c where v > 500000000
           union all select 2, 'others', '', sum(v), sum(n) from c where v <= 500000000
           union all select 3, 'total', '', sum(v), sum(n) from c)
select level, c as country, printf('%d.%04d', v / 10000, v % 10000) as revenue, n as buyers
from a order by s, v desc;
