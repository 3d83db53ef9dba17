with f as (select CustomerID as c, sum(cents) as v from head group by 1),
     r as (select CustomerID as c, sum(net) as v from line group by 1),
     a as (select 'line' as level, CompanyName as name, r.v as r, f.v as f
           from f join r using (c) join Customers on CustomerID = c
           union all
           select 'total', '', (select sum(v) from r), (select sum(v) from f))
select level, name as customer, printf('%d.%04d', r / 10000, r % 10000) as revenue,
       printf('%d.%02d', f / 100, f % 100) as freight
from a order by level, lower(name), name;
