with r as (select CustomerID as c, m, sum(net) as v from line group by 1, 2),
     a as (select 'line' as level, CompanyName as name, k.m as m, coalesce(r.v, 0) as v
           from (select distinct c from r) b cross join months k
                join Customers on CustomerID = b.c
                left join r on r.c = b.c and r.m = k.m
           union all
           select 'total', '', '', sum(v) from r)
select level, name as customer, m as month, printf('%d.%04d', v / 10000, v % 10000)
           as revenue
from a order by level, lower(name), name, m;
