with e as (select s.EmployeeID, m.FirstName || ' ' || m.LastName as name
           from Employees s left join Employees m on m.EmployeeID = s.ReportsTo),
     r as (select name, sum(net) as v, count(distinct OrderID) as n
           from line join e using (EmployeeID) group by 1),
     a as (select 'line' as level, name, v, n from r
           union all select 'total', '', sum(v), sum(n) from r)
select level, coalesce(name, '') as "manager.employee",
       printf('%d.%04d', v / 10000, v % 10000) as revenue, n as orders
from a order by level, name is null, lower(name);
