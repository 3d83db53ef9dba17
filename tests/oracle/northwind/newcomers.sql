with f as (select CustomerID, min(substr(OrderDate, 1, 10)) as first from Orders group by 1),
     l as (select qu, net, substr(OrderDate, 1, 10) < date(first, '+12 months') as new
           from line join Orders using (OrderID) join f on f.CustomerID = line.CustomerID)
select qu as quarter, sum(net) / 10000.0 as revenue,
       iif(qu < '1997-Q3', null, printf('%.17e', 1.0 * sum(iif(new, net, 0)) / sum(net))) as newcomer_share
from l group by qu order by qu;
