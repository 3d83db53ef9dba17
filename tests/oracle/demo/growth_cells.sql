with r as (select net, day < date(m.entered_on, '+24 months') as nm, day < date(p.launched_on, '+24 months') as np
           from sold s join market m using (market_id) join product p using (product_id) where y = '2025'),
     c as (select case when nm and np then 'diversification' when nm then 'market development'
                       when np then 'product development' else 'market penetration' end as cell, sum(net) as v
           from r group by 1)
select cell as ansoff, printf('%.2f', v / 100.0) as revenue,
       printf('%.17e', 1.0 * v / (select sum(v) from c)) as ansoff_share
from c order by cell;
