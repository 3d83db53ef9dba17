with i as (select m, sum(v) as v from sale group by m),
     w as (select m, sum(v) over (order by m rows 11 preceding) as r,
                  sum(v) over (order by m rows between 23 preceding and 12 preceding) as r0,
                  row_number() over (order by m) as n from i)
select m as month, printf('%d.%02d', r / 100, r % 100) as moving_annual_total,
       iif(n < 24, null, printf('%.17e', 1.0 * r / r0 - 1)) as moving_annual_growth
from w where m between '2019-05' and '2020-05' order by m;
