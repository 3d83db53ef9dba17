with r as (select iif(off = 0, 'none', iif(off <= 10, 'up to 10%', 'over 10%')) as g,
                  count(*) as n, sum(gross) as g4, sum(gross - net) as d4
           from line group by 1),
     a as (select 'line' as level, * from r
           union all select 'total', '', sum(n), sum(g4), sum(d4) from r)
select level, g as discount_class, n as lines, printf('%d.%04d', g4 / 10000, g4 % 10000)
           as gross,
       printf('%d.%04d', d4 / 10000, d4 % 10000) as discount_given,
       printf('%!.17e', 1.0 * d4 / g4) as discount_share
from a order by level, lower(g);
