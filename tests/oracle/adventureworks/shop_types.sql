with k as (select replace(BusinessType, 'Ware House', 'Warehouse') as b,
                  EnglishProductCategoryName as g, q
           from sale join Product on ProductKey = p join Resellers on ResellerKey = r),
     a as (select 'line' as level, b, g, q from k union all select 'total', '', g, q from k)
select level, b as shop_type, sum(iif(g = 'Accessories', q, 0)) as Accessories,
       sum(iif(g = 'Bikes', q, 0)) as Bikes, sum(iif(g = 'Clothing', q, 0)) as Clothing,
       sum(iif(g = 'Components', q, 0)) as Components, sum(q) as total
from a group by level, b order by level, lower(b);
