with r as (select CustomerID, sum(net) as v from line group by 1),
     s as (select CompanyName as customer, v, rank() over (order by v desc) as place,
                  sum(v) over (order by v desc) as so_far, sum(v) over () as t
           from r join Customers using (CustomerID))
select customer, printf('%d.%04d', v / 10000, v % 10000) as revenue, place,
       printf('%.17e', 1.0 * v / t) as part, printf('%.17e', 1.0 * so_far / t) as so_far
from s where 2 * (so_far - v) < t order by place limit 20;
