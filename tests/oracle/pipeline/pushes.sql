with p as (select substr(at, 1, 4) || '-Q' || ((cast(substr(at, 6, 2) as integer) + 2) / 3) as qu,
                  deal, count(*) as n, sum(julianday(x) - julianday(x0)) as days
           from step where state = 'open' and x > x0 and x0 <> '' group by 1, 2)
select qu as quarter, sum(n) as pushes, count(*) as pushed_deals,
       printf('%.17e', 1.0 * sum(n) / count(*)) as pushes_per_deal, max(n) as most_pushes,
       printf('%.17e', sum(days) / sum(n)) as mean_push_days
from p where qu between '2025-Q1' and '2025-Q3' group by qu order by qu;
