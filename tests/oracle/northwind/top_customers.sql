with o as (select CustomerID as c, count(*) as n from head group by 1),
     r as (select CustomerID as c, sum(net) as v from line group by 1),
     k as (select *, row_number() over (order by v desc) as place from r join o using (c)),
     a as (select 1 as s, 'line' as level, CompanyName as name, v, n
           from k join Customers on CustomerID = c where place <= 10
           union all
           select 2, 'others', '', sum(v), sum(n) from k where place > 10
           union all
           select 3, 'total', '', sum(v), sum(n) from k)
select level, name as customer, printf('%d.%04d', v / 10000, v % 10000) as revenue,
       n as orders
from a order by s, v desc;
