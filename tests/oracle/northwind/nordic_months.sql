with r as (select Country as c, m, sum(net) as v from line join Customers using (CustomerID)
           where Country in ('Denmark', 'Finland', 'Norway', 'Sweden')
                 and m between '1997-01' and '1997-06'
           group by 1, 2)
select b.c as country, k.m as month, printf('%d.%04d', coalesce(v, 0) / 10000,
       coalesce(v, 0) % 10000) as revenue
from (select distinct c from r) b
     join months k on k.m between '1997-01' and '1997-06'
     left join r on r.c = b.c and r.m = k.m
order by 1, 2;
