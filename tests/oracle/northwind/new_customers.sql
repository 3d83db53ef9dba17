with c as (select CustomerID, min(y) as first, sum(iif(y = '1996', net, 0)) as r0,
                  sum(iif(y = '1997', net, 0)) as r1
           from line group by 1)
select '1996' as year, null as new_customers, null as returned_customers,
       null as new_customer_share, null as lost_customers
union all
select '1997', sum(first = '1997'), sum(r0 = 0 and r1 > 0 and first < '1997'),
       printf('%.17e', 1.0 * sum(iif(first = '1997', r1, 0)) / sum(r1)),
       sum(r0 > 0 and r1 = 0)
from c;
