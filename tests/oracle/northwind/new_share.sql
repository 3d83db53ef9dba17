with a as (select net, m, substr(OrderDate, 1, 10) as d, Country, line.ProductID as p
           from line join Orders using (OrderID) join Customers c on c.CustomerID = line.CustomerID),
     k as (select a.*, (select date(min(d), '+12 months') from a b where b.Country = a.Country) as mt,
                  (select date(min(d), '+12 months') from a b where b.p = a.p) as pt from a)
select m as month, printf('%.17e', 1.0 * sum(iif(d < mt, net, 0)) / sum(net)) as new_market_share,
       printf('%.17e', 1.0 * sum(iif(d < pt, net, 0)) / sum(net)) as new_product_share
from k where m between '1997-07' and '1998-04' group by m order by m;
