-- What the answers share. Amounts are integers: dollars times 10,000 for lines,
-- cents for freight and list prices; every stored value has two decimals.
create temp view line as
select d.OrderID, d.ProductID, o.CustomerID, o.EmployeeID, d.Quantity as q,
       cast(round(d.UnitPrice * 100) as integer) * d.Quantity
           * (100 - cast(round(d.Discount * 100) as integer)) as net,
       cast(round(d.UnitPrice * 100) as integer) * d.Quantity * 100 as gross,
       cast(round(d.Discount * 100) as integer) as off,
       substr(o.OrderDate, 1, 4) as y,
       substr(o.OrderDate, 1, 7) as m,
       substr(o.OrderDate, 1, 4) || '-Q'
           || ((cast(substr(o.OrderDate, 6, 2) as integer) + 2) / 3) as qu
from "Order Details" d join Orders o on o.OrderID = d.OrderID;

create temp view head as
select *, cast(round(Freight * 100) as integer) as cents,
       substr(OrderDate, 1, 4) as y, substr(OrderDate, 1, 7) as m
from Orders;

create temp view months as
with recursive n(i) as (select 0 union all select i + 1 from n where i < 22)
select strftime('%Y-%m', '1996-07-01', '+' || i || ' months') as m from n;
