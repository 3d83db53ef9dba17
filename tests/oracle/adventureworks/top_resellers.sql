with k as (select r, sum(v) as v, count(distinct so) as n,
                  row_number() over (order by sum(v) desc) as place
           from sale where y = '2019' group by 1),
     a as (select 1 as s, 'line' as level, ResellerName as name, v, n
           from k join Resellers on ResellerKey = r where place <= 10
           union all select 2, 'others', '', sum(v), sum(n) from k where place > 10
           union all select 3, 'total', '', sum(v), sum(n) from k)
select level, name as reseller, printf('%d.%02d', v / 100, v % 100) as sales, n as orders,
       printf('%!.17e', v / 100.0 / n) as average_order
from a order by s, v desc;
