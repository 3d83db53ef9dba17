with p as (select ProductID, sum(Quantity) as s, count(*) as n from "Order Details" group by 1)
select CategoryName as category, count(*) as small_lines, sum(d.Quantity) as pieces
from "Order Details" d join p using (ProductID) join Products using (ProductID)
     join Categories using (CategoryID)
where 5 * d.Quantity * p.n < p.s
group by 1 order by lower(CategoryName);
