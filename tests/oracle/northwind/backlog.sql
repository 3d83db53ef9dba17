with recursive day(d) as (select '1997-09-30' union all
                          select date(d, '+1 day') from day where d < '1998-05-06'),
     stock as (select d, (select count(*) from Orders
                          where substr(OrderDate, 1, 10) <= d
                            and (ShippedDate is null or substr(ShippedDate, 1, 10) > d)
                            and (ShippedDate is null or ShippedDate > OrderDate)) as n
               from day),
     month as (select substr(d, 1, 7) as m, max(d) as last, min(d) as first, sum(n) as s,
                      count(*) as days
               from stock where d >= '1997-10-01' group by 1)
select m as month, c.n as backlog, o.n as opening,
       printf('%!.17e', s * 1.0 / days) as mean
from month join stock c on c.d = last join stock o on o.d = date(first, '-1 day')
order by m;
