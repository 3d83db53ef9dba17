with r as (select CustomerID as c, sum(net) as v from line group by 1),
     k as (select c, v, v * (select count(*) from r) > 3 * (select sum(v) from r) as big
           from r),
     a as (select 1 as s, 'line' as level, CompanyName as name, v
           from k join Customers on CustomerID = c where big
           union all
           select 2, 'others', '', sum(v) from k where not big
           union all
           select 3, 'total', '', sum(v) from k)
select level, name as customer, printf('%d.%04d', v / 10000, v % 10000) as revenue
from a order by s, v desc;
