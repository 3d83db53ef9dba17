with c as (select o.CustomerID, julianday('1998-05-06') - julianday(max(date(o.OrderDate))) as recency, count(*) as f,
    (select sum(net) from line l where l.CustomerID = o.CustomerID) as n
  from Orders o group by 1),
  k as (select *, rank() over (order by recency) as rr, rank() over (order by f desc) as fr,
    rank() over (order by n desc) as mr, count(*) over () as whole from c),
  s as (select n, 6 - (5 * rr + whole - 1) / whole as r, 6 - (5 * fr + whole - 1) / whole as f,
    6 - (5 * mr + whole - 1) / whole as m from k)
select case when r >= 4 and f >= 4 and m >= 4 then 'champions' when r <= 2 and (f >= 4 or m >= 4) then 'at risk'
  when r <= 2 then 'asleep' else 'others' end as segment, count(*) as scored, sum(n) / 10000.0 as bought
from s group by 1 order by 1;
