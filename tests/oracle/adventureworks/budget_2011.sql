with k as (select DepartmentGroupName as d, sum(iif(s = '1', v, 0)) as a,
                  sum(iif(s = '2', v, 0)) as b
           from entry join DimDepartmentGroup on DepartmentGroupKey = d
           where y = '2011' and type = 'Expenditures' group by 1),
     t as (select 'line' as level, d, a, b from k
           union all select 'total', '', sum(a), sum(b) from k)
select level, d as department, printf('%d.%02d', a / 100, a % 100) as spent,
       printf('%d.%02d', b / 100, b % 100) as spending_budget,
       printf('%!.17e', 1.0 * a / b) as budget_used
from t order by level, lower(d);
