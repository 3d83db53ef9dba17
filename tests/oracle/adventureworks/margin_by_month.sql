select m as month, printf('%d.%02d', sum(v) / 100, sum(v) % 100) as sales,
       printf('%d.%02d', sum(cost) / 100, sum(cost) % 100) as cost,
       printf('%!.17e', 1.0 * (sum(iif(cost is null, 0, v)) - sum(cost))
              / sum(iif(cost is null, 0, v))) as margin
from sale where y = '2019' group by 1 order by 1;
