with q(qu, a, b) as (values ('2025-Q2', '2025-04-01', '2025-06-30'),
                           ('2025-Q3', '2025-07-01', '2025-09-30')),
     f as (select customer, min(closed) as first from deal where outcome = 'won' group by 1),
     g as (select q.qu, (select count(*) from f where first between a and b) as n,
                  (select sum(cast(amount as integer)) from costs
                   where date(month_start, '+1 month') between a and b) as c,
                  (select sum(cast(amount as integer)) from costs
                   where month_start between a and b) as spent,
                  (select sum(v) * 0.4 / 6 from deal join f using (customer)
                   where outcome = 'won' and first between a and b
                     and closed < date(first, '+6 months')) as margin,
                  (select count(*) from leads where date(created) between a and b) as l,
                  (select count(*) from leads where date(created) between a and b and converted <> ''
                   and converted < datetime(created, '+90 days')) as o,
                  (select count(*) from leads where date(created) between a and b and won <> '') as w
           from q)
select qu as quarter, n as new_customers, printf('%.17e', 1.0 * c / n) as acquisition_cost_per_customer,
       printf('%.17e', c / margin) as payback_months, printf('%.17e', 1.0 * spent / l) as cost_per_lead,
       printf('%.17e', 1.0 * spent / o) as cost_per_opportunity,
       printf('%.17e', 1.0 * spent / w) as cost_per_order
from g order by qu;
