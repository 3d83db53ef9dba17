with k as (select EnglishProductCategoryName as g, Subcategory as s, sum(v) as v, sum(q) as n
           from sale join Product on ProductKey = p group by 1, 2),
     o as (select *, row_number() over (partition by g order by v desc) as place from k)
select g as category, s as subcategory, printf('%d.%02d', v / 100, v % 100) as sales, n as units
from o where place <= 3 order by lower(g), v desc;
