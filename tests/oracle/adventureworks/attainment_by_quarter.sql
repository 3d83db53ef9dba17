select qu as quarter, printf('%d.%02d', v / 100, v % 100) as sales,
       printf('%d.%02d', g / 100, g % 100) as quota, printf('%!.17e', 1.0 * v / g) as attainment
from (select qu, sum(v) as v from sale group by 1) join
     (select qu, sum(g) as g from goal group by 1) using (qu)
order by 1;
