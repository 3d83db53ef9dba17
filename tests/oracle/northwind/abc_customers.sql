with c as (select CustomerID, sum(net) as r from line group by 1),
     o as (select r, sum(r) over (order by r desc, CustomerID) - r as before,
                  sum(r) over () as whole
           from c),
     k as (select iif(before < 0.8 * whole, 'A', iif(before < 0.95 * whole, 'B', 'C')) as class,
                  r from o)
select level, class, n as members, printf('%d.%04d', v / 10000, v % 10000) as value,
       iif(level = 'total', 1, printf('%.17e', 1.0 * v / (select sum(r) from k))) as part
from (select 'line' as level, class, count(*) as n, sum(r) as v from k group by class
      union all
      select 'total', '', count(*), sum(r) from k)
order by level, class;
