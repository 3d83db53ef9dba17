with c as (select CustomerID,
                  sum(iif(m between '1997-01' and '1997-04', net, 0)) as r0,
                  sum(iif(m between '1998-01' and '1998-04', net, 0)) as r1,
                  min(m) as first
           from line group by 1)
select printf('%.17e', 1.0 * sum(iif(r0 > 0, r1, 0)) / sum(r0)) as net_revenue_retention,
       printf('%.17e', 1.0 * sum(min(r0, r1)) / sum(r0)) as gross_revenue_retention,
       sum(r0 > 0) as base_customers, sum(r0 > 0 and r1 = 0) as lost_customers,
       printf('%.17e', 1.0 * sum(r0 > 0 and r1 = 0) / sum(r0 > 0)) as logo_churn,
       printf('%.17e', 1.0 * sum(iif(r1 = 0, r0, 0)) / sum(r0)) as revenue_churn,
       sum(r0 = 0 and r1 > 0) as gained_customers,
       sum(first between '1998-01' and '1998-04') as new_customers
from c;
