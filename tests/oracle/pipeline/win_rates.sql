with d as (select *, substr(closed, 1, 4) || '-Q'
                     || ((cast(substr(closed, 6, 2) as integer) + 2) / 3) as qu,
                  julianday(closed) - julianday(created) as days
           from deals where outcome <> '' and closed between '2025-01-01' and '2025-09-30'),
     o as (select *, row_number() over (partition by qu, outcome order by days) as i,
                  row_number() over (partition by qu, outcome order by cast(amount as integer)) as j,
                  count(*) over (partition by qu, outcome) as n
           from d),
     s as (select qu, outcome,
                  max(iif(i - 1 = (n - 1) * 9 / 10, days, null)) * (1 - (n - 1) * 9 % 10 / 10.0)
                  + max(iif(i - 1 = (n - 1) * 9 / 10 + 1, days, 0)) * ((n - 1) * 9 % 10 / 10.0) as slow
           from o group by 1, 2),
     a as (select qu, sum(outcome = 'won') as won, count(*) as n,
                  sum(iif(outcome = 'won', amount, 0)) as wv, sum(amount) as v,
                  avg(iif(outcome = 'won' and j in ((n + 1) / 2, (n + 2) / 2), amount, null)) as ms,
                  avg(iif(outcome = 'won' and i in ((n + 1) / 2, (n + 2) / 2), days, null)) as mw,
                  avg(iif(outcome = 'lost' and i in ((n + 1) / 2, (n + 2) / 2), days, null)) as ml
           from o group by qu),
     p as (select *, 1.0 * won / n as p, 1.959964 as z from a)
select qu as quarter, won as won_deals, n as decided_deals, printf('%.17e', p) as win_rate,
       printf('%.17e', (p + z*z/(2*n) - z*sqrt(p*(1-p)/n + z*z/(4.0*n*n))) / (1 + z*z/n)) as win_rate_low,
       printf('%.17e', (p + z*z/(2*n) + z*sqrt(p*(1-p)/n + z*z/(4.0*n*n))) / (1 + z*z/n)) as win_rate_high,
       printf('%.17e', 1.0 * wv / v) as win_rate_by_value,
       printf('%.17e', 1.0 * wv / won) as average_won_size, ms as median_won_size,
       mw as median_won_cycle, ml as median_lost_cycle,
       printf('%.17e', (select slow from s where s.qu = p.qu and outcome = 'won')) as slow_won_cycle,
       printf('%.17e', (select slow from s where s.qu = p.qu and outcome = 'lost')) as slow_lost_cycle,
       0 as negative_cycles
from p order by qu;
