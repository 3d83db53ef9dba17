with g as (select DepartmentGroupName as d, OrganizationName as o,
                  sum(cast(round(Amount * 100) as integer)) as v
           from FactFinance join DimAccount using (AccountKey)
               join DimDepartmentGroup using (DepartmentGroupKey)
               join DimOrganization using (OrganizationKey)
           where ScenarioKey = '1' and AccountType = 'Expenditures'
             and substr(Date, 1, 4) = '2012'
           group by 1, 2),
     a as (select 1 as k, 'line' as level, * from g
           union all select 2, 'subtotal department', d, '', sum(v) from g group by d
           union all select 3, 'total', '', '', sum(v) from g)
select level, d as department, o as organisation, decimal_mul(v, '0.01') as spent
from a order by k = 3, lower(d), k, lower(o);
