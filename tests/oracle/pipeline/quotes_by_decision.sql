with l as (select *, iif(decided <> '', decided, date(valid_until, '+14 days')) as at,
                  iif(status = 'open' and date(valid_until, '+14 days') < '2025-10-31', 'expired', status) as s
           from quotes q
           where cast(revision as integer) = (select max(cast(revision as integer)) from quotes r
                                              where r.chain = q.chain))
select substr(at, 1, 4) || '-Q' || ((cast(substr(at, 6, 2) as integer) + 2) / 3) as quarter,
       sum(s <> 'open') as decided,
       printf('%.17e', 1.0 * sum(s = 'accepted') / sum(s <> 'open')) as rate
from l where at between '2025-04-01' and '2025-09-30' group by 1 order by 1;
