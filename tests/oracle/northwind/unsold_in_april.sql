select ProductName as product, CategoryName as category, CompanyName as supplier
from Products join Categories using (CategoryID) join Suppliers using (SupplierID)
where Discontinued = '0' and ProductID not in (select ProductID from line where m = '1998-04')
order by lower(ProductName), ProductName;
