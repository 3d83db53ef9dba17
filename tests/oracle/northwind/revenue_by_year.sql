with o as (select y, count(*) as n from head group by y),
     r as (select y, sum(net) as v from line group by y),
     a as (select 'line' as level, y, v, n from r join o using (y)
           union all
           select 'total', '', (select sum(v) from r), (select sum(n) from o))
select level, y as year, printf('%d.%04d', v / 10000, v % 10000) as revenue,
       n as orders, printf('%!.17e', v / 10000.0 / n) as average_order
from a order by level, y;
