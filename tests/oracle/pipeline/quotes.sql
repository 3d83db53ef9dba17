with l as (select *, substr(issued, 1, 4) || '-Q'
                     || ((cast(substr(issued, 6, 2) as integer) + 2) / 3) as qu,
                  iif(status = 'open' and date(valid_until, '+14 days') < '2025-10-31', 'expired', status) as s
           from quotes q
           where cast(revision as integer) = (select max(cast(revision as integer)) from quotes r
                                              where r.chain = q.chain)),
     a as (select qu, count(*) as n, sum(s <> 'open') as d, sum(s = 'accepted') as a,
                  sum(iif(s = 'accepted', amount, 0)) as av, sum(iif(s <> 'open', amount, 0)) as dv
           from l group by 1)
select qu as quarter, n as issued_quotes, d as decided_quotes, printf('%.17e', 1.0 * a / d) as hit_rate,
       printf('%.17e', 1.0 * av / dv) as hit_rate_by_value, printf('%.17e', 1.0 * d / n) as decided_share
from a where qu between '2025-Q1' and '2025-Q3' order by 1;
