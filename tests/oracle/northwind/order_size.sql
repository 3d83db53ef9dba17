with o as (select y, OrderID, sum(net) as v from line group by 1, 2),
     k as (select y, v, row_number() over (partition by y order by v) as i,
                  count(*) over (partition by y) as n from o),
     t as (select y, max(v) as hi,
                  sum(iif(i = (n + 1) / 2, v, 0)) + sum(iif(i = n / 2 + 1, v, 0)) as twice
           from k group by y)
select y as year, printf('%d.%05d', twice * 5 / 100000, twice * 5 % 100000) as typical,
       printf('%d.%04d', hi / 10000, hi % 10000) as largest
from t order by y;
