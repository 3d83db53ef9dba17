with r as (select RegionDescription as g, FirstName || ' ' || LastName as name, count(*) as n
           from EmployeeTerritories join Employees using (EmployeeID)
                join Territories using (TerritoryID) join Regions using (RegionID)
           group by 1, 2),
     a as (select 1 as s, 'line' as level, g, name, n from r
           union all select 2, 'subtotal sales_region', g, '', sum(n) from r group by g
           union all select 3, 'total', '', '', sum(n) from r)
select level, g as sales_region, name as "employees.employee", n as territories_served
from a order by s = 3, lower(g), s, lower(name);
