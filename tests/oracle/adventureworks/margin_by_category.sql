with k as (select EnglishProductCategoryName as g, v, cost from sale join Product on ProductKey = p),
     a as (select 'line' as level, g, sum(v) as v, sum(cost) as cost,
                  sum(iif(cost is null, 0, v)) as known
           from k group by g
           union all
           select 'total', '', sum(v), sum(cost), sum(iif(cost is null, 0, v)) from k)
select level, g as category, printf('%d.%02d', v / 100, v % 100) as sales,
       printf('%d.%02d', cost / 100, cost % 100) as cost,
       printf('%!.17e', 1.0 * (known - cost) / known) as margin,
       printf('%!.17e', 1.0 * known / v) as cost_coverage
from a order by level, lower(g);
