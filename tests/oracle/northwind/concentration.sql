with c as (select sum(net) / 10000.0 as r from line group by CustomerID),
     h as (select sum(r * r) / (sum(r) * sum(r)) as hhi, max(r) / sum(r) as top from c)
select printf('%.17e', hhi) as hhi, printf('%.17e', 1 / hhi) as effective_customers,
       printf('%.17e', top) as largest_share
from h;
