with r as (select r, sum(iif(y = '2018', v, 0)) as v0, sum(iif(y = '2019', v, 0)) as v1
           from sale group by r),
     m as (select 1.0 * sum(iif(cost is not null, v - cost, 0)) / 100 / count(distinct r) as m
           from sale where y = '2019'),
     c as (select m, 1.0 - 1.0 * sum(v0 > 0 and v1 <= 0) / sum(v0 > 0) as k from r, m)
select '2019' as year, printf('%.17e', m) as yearly_margin_per_customer,
       printf('%.17e', k) as yearly_retention, printf('%.17e', m * k / (1.08 - k)) as customer_lifetime_value
from c;
