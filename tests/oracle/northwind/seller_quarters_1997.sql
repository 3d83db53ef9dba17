with e as (select EmployeeID, FirstName || ' ' || LastName as name from Employees),
     r as (select name, qu, sum(net) as v from line join e using (EmployeeID)
           where y = '1997' group by 1, 2),
     a as (select 1 as s, 'line' as level, b.name as name, k.qu as qu, coalesce(v, 0) as v
           from (select distinct name from r) b
                cross join (select distinct qu from line where y = '1997') k
                left join r on r.name = b.name and r.qu = k.qu
           union all
           select 2, 'subtotal seller.employee', name, '', sum(v) from r group by name
           union all
           select 3, 'total', '', '', sum(v) from r)
select level, name as "seller.employee", qu as quarter,
       printf('%d.%04d', v / 10000, v % 10000) as revenue
from a order by s = 3, lower(name), s, qu;
