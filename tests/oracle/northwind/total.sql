select printf('%d.%04d', sum(net) / 10000, sum(net) % 10000) as revenue,
       (select count(*) from Orders) as orders
from line;
