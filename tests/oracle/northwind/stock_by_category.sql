with r as (select CategoryName as g, sum(UnitsInStock) as n,
                  sum(UnitsInStock * cast(round(UnitPrice * 100) as integer)) as v
           from Products join Categories using (CategoryID)
           where Discontinued = '0' group by 1),
     a as (select 'line' as level, g, n, v from r
           union all select 'total', '', sum(n), sum(v) from r)
select level, g as category, n as units_in_stock, printf('%d.%02d', v / 100, v % 100)
           as stock_value
from a order by level, lower(g);
