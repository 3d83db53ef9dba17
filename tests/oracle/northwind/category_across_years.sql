with r as (select CategoryName as g, sum(iif(y = '1996', net, 0)) as a,
                  sum(iif(y = '1997', net, 0)) as b, sum(iif(y = '1998', net, 0)) as c
           from line join Products using (ProductID) join Categories using (CategoryID)
           group by 1),
     t as (select 'line' as level, g, a, b, c from r
           union all select 'total', '', sum(a), sum(b), sum(c) from r)
select level, g as category, printf('%d.%04d', a / 10000, a % 10000) as "1996",
       printf('%d.%04d', b / 10000, b % 10000) as "1997",
       printf('%d.%04d', c / 10000, c % 10000) as "1998",
       printf('%d.%04d', (a + b + c) / 10000, (a + b + c) % 10000) as total
from t order by level, lower(g);
