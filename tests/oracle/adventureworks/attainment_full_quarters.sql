select printf('%d.%02d', v / 100, v % 100) as sales,
       printf('%d.%02d', g / 100, g % 100) as quota, printf('%!.17e', 1.0 * v / g) as attainment
from (select sum(v) as v from sale where qu <= '2020-Q1'),
     (select sum(g) as g from goal where qu <= '2020-Q1');
