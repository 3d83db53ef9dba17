with i as (select m, coalesce((select sum(net) from line where line.m = months.m), 0) as r
           from months),
     w as (select m, r, lag(r, 12) over (order by m) as ly,
                  sum(r) over (order by m rows 11 preceding) as mat from i)
select m as month, r / 10000.0 as revenue, printf('%.17e', 1.0 * r / ly - 1) as growth,
       mat / 10000.0 as moving_annual_total
from w where m between '1997-08' and '1998-04' order by m;
