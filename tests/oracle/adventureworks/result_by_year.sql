with k as (select y, sum(iif(type = 'Revenue', v, 0)) as e,
                  sum(iif(type = 'Expenditures', v, 0)) as s
           from entry where s = '1' group by 1),
     a as (select 'line' as level, y, e, s from k
           union all select 'total', '', sum(e), sum(s) from k)
select level, y as year, printf('%d.%02d', e / 100, e % 100) as earned,
       printf('%d.%02d', s / 100, s % 100) as spent,
       printf('%s%d.%02d', iif(e < s, '-', ''), abs(e - s) / 100, abs(e - s) % 100) as result
from a order by level, y;
