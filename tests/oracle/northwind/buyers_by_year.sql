select y as year, count(*) as buyers, sum(v > 100000000) as large
from (select y, CustomerID, sum(net) as v from line group by 1, 2)
group by 1 order by 1;
