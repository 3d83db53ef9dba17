select CompanyName as customer, m as month,
       printf('%d.%04d', sum(net) / 10000, sum(net) % 10000) as revenue
from line join Customers using (CustomerID)
where Country = 'France' and qu = '1998-Q1'
group by CustomerID, m order by lower(CompanyName), CompanyName, m;
