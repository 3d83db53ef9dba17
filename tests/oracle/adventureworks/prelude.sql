-- Everything in the store is text as the files have it. Amounts become integers: cents.
create temp view sale as
select SalesOrderNumber as so, EmployeeKey as e, ResellerKey as r, ProductKey as p,
       SalesTerritoryKey as t, cast(OrderQuantity as integer) as q,
       cast(round(SalesAmount * 100) as integer) as v,
       iif(TotalProductCost = 'NULL', null, cast(round(TotalProductCost * 100) as integer))
           as cost,
       substr(OrderDate, 1, 4) as y, substr(OrderDate, 1, 7) as m,
       substr(OrderDate, 1, 4) || '-Q'
           || ((cast(substr(OrderDate, 6, 2) as integer) + 2) / 3) as qu
from FactResellerSales;

create temp view goal as
select EmployeeKey as e, cast(round(SalesAmountQuota * 100) as integer) as g,
       substr(QuarterStart, 1, 4) as y,
       substr(QuarterStart, 1, 4) || '-Q'
           || ((cast(substr(QuarterStart, 6, 2) as integer) + 2) / 3) as qu
from quota_by_employee_quarter_shifted;

create temp view entry as
select substr(Date, 1, 4) as y, DepartmentGroupKey as d, AccountType as type,
       ScenarioKey as s, cast(round(Amount * 100) as integer) as v
from FactFinance join DimAccount using (AccountKey);
