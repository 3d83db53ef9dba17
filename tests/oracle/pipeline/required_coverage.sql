with o as (select s.v, exists (select 1 from deal where deal.deal = s.deal and outcome = 'won'
                               and closed between '2025-08-01' and '2025-09-30') as won
           from step s
           where state = 'open' and at < '2025-08-01' and (next_at is null or next_at >= '2025-08-01')
             and x between '2025-07-01' and '2025-09-30')
select sum(v) as expected, sum(iif(won, v, 0)) as won_of_it,
       printf('%.17e', 1.0 * sum(iif(won, v, 0)) / sum(v)) as yield,
       printf('%.17e', 1.0 * sum(v) / sum(iif(won, v, 0))) as coverage_required
from o;
