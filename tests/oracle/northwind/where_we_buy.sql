select distinct trim(s.Country) as supplier_country, CategoryName as category
from Products join Suppliers s using (SupplierID) join Categories using (CategoryID)
order by lower(trim(s.Country)), lower(CategoryName);
