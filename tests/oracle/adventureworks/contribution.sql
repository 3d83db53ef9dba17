select EnglishProductCategoryName as category, sum(v - cost) / 100.0 as contribution_margin,
       printf('%!.17e', 1.0 * sum(v - cost) / sum(v)) as contribution_margin_share
from sale join Product on ProductKey = p where cost is not null
group by 1 order by 1;
