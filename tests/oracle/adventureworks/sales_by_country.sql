with k as (select SalesTerritoryGroup as w, SalesTerritoryCountry as c, v, so, r
           from sale join DimSalesTerritory on SalesTerritoryKey = t),
     a as (select 1 as o, 'line' as level, w, c, sum(v) as v, count(distinct so) as n,
                  count(distinct r) as b
           from k group by w, c
           union all
           select 2, 'subtotal part_of_world', w, '', sum(v), count(distinct so), count(distinct r)
           from k group by w
           union all
           select 3, 'total', '', '', sum(v), count(distinct so), count(distinct r) from k)
select level, w as part_of_world, c as country, printf('%d.%02d', v / 100, v % 100) as sales,
       n as orders, b as buyers
from a order by o = 3, lower(w), o, lower(c);
