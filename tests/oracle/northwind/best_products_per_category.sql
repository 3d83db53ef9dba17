with r as (select CategoryID as g, ProductID as p, sum(net) as v, sum(q) as n
           from line join Products using (ProductID) group by 1, 2),
     k as (select *, row_number() over (partition by g order by v desc) as place from r)
select CategoryName as category, ProductName as product,
       printf('%d.%04d', v / 10000, v % 10000) as revenue, n as units
from k join Categories c on c.CategoryID = g join Products on ProductID = p
where place <= 2
order by lower(CategoryName), v desc;
