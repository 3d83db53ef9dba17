with k as (select e, replace(LoginID, 'adventure-works\', '') as name, v, g
           from (select e, sum(g) as g from goal where y = '2019' group by 1)
                join (select e, sum(v) as v from sale where y = '2019' group by 1) using (e)
                join employee_map on EmployeeKey = e),
     a as (select 'line' as level, name, v, g from k
           union all select 'total', '', sum(v), sum(g) from k)
select level, name as seller, printf('%d.%02d', v / 100, v % 100) as sales,
       printf('%d.%02d', g / 100, g % 100) as quota,
       printf('%s%d.%02d', iif(g < v, '-', ''), abs(g - v) / 100, abs(g - v) % 100) as gap,
       printf('%!.17e', 1.0 * v / g) as attainment
from a order by level, 1.0 * v / g;
