with l as (select *, SalesTerritoryGroup as g, SalesTerritoryCountry as c
           from sale join DimSalesTerritory on SalesTerritoryKey = t),
     x as (select distinct l.g, l.c, n.y from l, (select distinct y from sale) n),
     a as (select 1 as k, 'line' as level, x.g, x.c, x.y, coalesce(sum(v), 0) as v,
                  count(distinct so) as n
           from x left join l on l.c = x.c and l.y = x.y group by x.g, x.c, x.y
           union all
           select 2, 'subtotal country', g, c, '', sum(v), count(distinct so) from l group by g, c
           union all
           select 3, 'subtotal part_of_world', g, '', '', sum(v), count(distinct so) from l group by g
           union all select 4, 'total', '', '', '', sum(v), count(distinct so) from l)
select level, g as part_of_world, c as country, y as year,
       printf('%d.%02d', v / 100, v % 100) as sales, n as orders
from a order by k = 4, lower(g), k = 3, lower(c), k, y;
