with h as (select CompanyName as name, y, ShippedDate > RequiredDate as late,
                  julianday(date(ShippedDate)) - julianday(date(OrderDate)) as wait
           from head join Shippers on ShipperID = ShipVia),
     a as (select 'line' as level, name, y, count(*) as n,
                  sum(coalesce(late, 0)) as late, sum(wait) as days, count(wait) as shipped
           from h group by 2, 3
           union all
           select 'total', '', '', count(*), sum(coalesce(late, 0)), sum(wait), count(wait)
           from h)
select level, name as shipper, y as year, n as orders, late as late_orders,
       printf('%!.17e', 1.0 * late / n) as late_share,
       printf('%!.17e', 1.0 * days / shipped) as days_to_ship
from a order by level, lower(name), y;
