select OrderID as "order", c.CompanyName as customer, s.CompanyName as shipper,
       substr(RequiredDate, 1, 10) as due, printf('%d.%02d', cents / 100, cents % 100)
           as freight
from head join Customers c using (CustomerID) join Shippers s on ShipperID = ShipVia
where ShippedDate is null
order by due, OrderID;
