with p as (select substr(quarter_start, 1, 4) || '-Q'
                      || ((cast(substr(quarter_start, 6, 2) as integer) + 2) / 3) as qu,
                  owner, amount * ramp as g from personal_targets),
     u as (select substr(quarter_start, 1, 4) || '-Q'
                      || ((cast(substr(quarter_start, 6, 2) as integer) + 2) / 3) as qu,
                  cast(amount as integer) as t from targets),
     s as (select qu, t, (select sum(g) from p where p.qu = u.qu) as g,
                  (select sum(v) from deal where outcome = 'won' and deal.qu = u.qu) as r,
                  (select coalesce(sum(v), 0) from deal where outcome = 'won' and deal.qu = u.qu
                   and owner not in (select owner from p where p.qu = u.qu)) as without
           from u)
select qu as quarter, t as target, g as personal_target, printf('%.17e', 1.0 * g / t - 1) as over_assignment,
       r as revenue, printf('%.17e', 1.0 * r / g) as personal_attainment, without as revenue_without_target
from s where qu between '2025-Q1' and '2025-Q3' order by qu;
