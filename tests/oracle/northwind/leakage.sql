with s as (select sum(gross) as gross, sum(net) as net,
                  sum(q * cast(round(p.UnitPrice * 100) as integer) * 100) as today
           from line join Products p using (ProductID))
select printf('%.17e', 1.0 * (gross - net) / gross) as discount_leakage,
       printf('%.17e', 1.0 * net / gross) as price_realisation,
       0 as above_list_share,
       (today - gross) / 10000.0 as phantom_leak
from s;
