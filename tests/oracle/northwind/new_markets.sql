with a as (select net, y, substr(OrderDate, 1, 10) as d, Country, line.ProductID as p
           from line join Orders using (OrderID) join Customers c on c.CustomerID = line.CustomerID),
     m as (select Country, date(min(d), '+12 months') as till from a group by 1),
     q as (select p, date(min(d), '+12 months') as till from a group by 1),
     k as (select iif(d < m.till, iif(d < q.till, 'diversification', 'market development'),
                      iif(d < q.till, 'product development', 'market penetration')) as cell,
                  y, net
           from a join m using (Country) join q using (p))
select cell as ansoff, sum(iif(y = '1998', net, 0)) / 10000.0 as revenue,
       printf('%.17e', 1.0 * sum(iif(y = '1998', net, 0))
                       / (select sum(net) from k where y = '1998')) as ansoff_share
from k
group by 1 having sum(y = '1998') order by 1;
