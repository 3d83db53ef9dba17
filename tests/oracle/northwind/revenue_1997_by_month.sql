with r as (select m, sum(net) as v, count(distinct OrderID) as n
           from line where y = '1997' group by m)
select 'line' as level, m as month, printf('%d.%04d', v / 10000, v % 10000) as revenue,
       n as orders
from r
union all
select 'total', '', printf('%d.%04d', sum(v) / 10000, sum(v) % 10000), sum(n) from r
order by 1, 2;
