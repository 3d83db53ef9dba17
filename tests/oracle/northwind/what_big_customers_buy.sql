with r as (select CategoryName as g, sum(net) as v, sum(q) as n
           from line join Products using (ProductID) join Categories using (CategoryID)
           where CustomerID in (select CustomerID from line group by 1
                                having sum(net) > 500000000)
           group by 1),
     a as (select 'line' as level, g, v, n from r
           union all select 'total', '', sum(v), sum(n) from r)
select level, g as category, printf('%d.%04d', v / 10000, v % 10000) as revenue, n as units
from a order by level, lower(g);
