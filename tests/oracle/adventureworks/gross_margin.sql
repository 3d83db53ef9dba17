with k as (select EnglishProductCategoryName as g, v, cost from sale join Product on ProductKey = p),
     a as (select 'line' as level, g, sum(v) as v, sum(cost) as cost,
                  sum(iif(cost is null, 0, v)) as known
           from k group by g
           union all
           select 'total', '', sum(v), sum(cost), sum(iif(cost is null, 0, v)) from k)
select level, g as category, (known - cost) / 100.0 as gross_margin,
       printf('%!.17e', 1.0 * (known - cost) / known) as gross_margin_share,
       printf('%!.17e', 1.0 * known / v) as known_cost_share
from a order by level, gross_margin_share + 0;
