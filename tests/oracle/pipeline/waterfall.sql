with recursive m(m) as (select '2025-05' union all
                        select substr(date(m || '-01', '+1 month'), 1, 7) from m where m < '2025-09'),
     r as (select 'line' as level, m, m || '-01' as a, date(m || '-01', '+1 month') as b from m
           union all select 'total', '', '2025-05-01', '2025-10-01'),
     c as (select r.*,
                  (select coalesce(sum(v), 0) from step where state = 'open' and at < a
                   and (next_at is null or next_at >= a)) as opening,
                  (select coalesce(sum(v), 0) from step where state = 'open' and at < b
                   and (next_at is null or next_at >= b)) as closing
           from r),
     f as (select level, m, opening, closing,
                  coalesce(sum(iif(state0 = 'none' and state = 'open', v, 0)), 0) as new,
                  coalesce(sum(iif(state0 in ('won', 'lost') and state = 'open', v, 0)), 0) as again,
                  coalesce(sum(iif(state0 = 'open' and state = 'open',
                                   max(coalesce(v, 0) - coalesce(v0, 0), 0), 0)), 0) as up,
                  coalesce(sum(iif(state0 = 'open' and state = 'open',
                                   min(coalesce(v, 0) - coalesce(v0, 0), 0), 0)), 0) as down,
                  -coalesce(sum(iif(state0 = 'open' and state = 'won', v0, 0)), 0) as won,
                  -coalesce(sum(iif(state0 = 'open' and state = 'lost', v0, 0)), 0) as lost
           from c left join step on at >= a and at < b group by level, m)
select level, m as month, opening, new, again as reopened, up as increased, down as decreased,
       won, lost, closing, closing - opening - new - again - up - down - won - lost as unexplained
from f order by level, m;
