with o as (select OrderID, CustomerID, date(OrderDate) as d from Orders),
  x as (select *, (select count(*) from o b where b.CustomerID = o.CustomerID and (b.d, b.OrderID) < (o.d, o.OrderID)) + 1 as nth,
      julianday(d) - julianday((select max(d) from o b where b.CustomerID = o.CustomerID and (b.d, b.OrderID) < (o.d, o.OrderID))) as gap,
      exists (select 1 from o b where b.CustomerID = o.CustomerID and b.OrderID <> o.OrderID
        and b.d >= date(o.d, '+1 day') and b.d < date(o.d, '+91 days')) as again from o),
  g as (select *, iif(nth >= 5, '5 and later', nth) as k from x),
  p as (select k, gap, row_number() over (partition by k order by gap) as i, count(*) over (partition by k) as n
    from g where gap is not null),
  q as (select k, 1 + 0.5 * (max(n) - 1) as mid, 1 + 0.9 * (max(n) - 1) as p90 from p group by k),
  v as (select q.k, (select gap from p where p.k = q.k and i = cast(mid as integer))
      + (mid - cast(mid as integer)) * coalesce((select gap from p where p.k = q.k and i = cast(mid as integer) + 1)
        - (select gap from p where p.k = q.k and i = cast(mid as integer)), 0) as typical,
    (select gap from p where p.k = q.k and i = cast(p90 as integer))
      + (p90 - cast(p90 as integer)) * coalesce((select gap from p where p.k = q.k and i = cast(p90 as integer) + 1)
        - (select gap from p where p.k = q.k and i = cast(p90 as integer)), 0) as slow from q)
select g.k as order_number, count(*) as orders, (select typical from v where v.k = g.k) as typical,
  (select slow from v where v.k = g.k) as slow, sum(again) as again
from g group by 1 order by 1;
