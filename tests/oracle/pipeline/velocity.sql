with m(m) as (values ('2025-08'), ('2025-09')),
     w as (select m, date(m || '-01', '-11 months') as a, date(m || '-01', '+1 month') as b from m),
     f as (select m, (select count(*) from deals where created < b and (closed = '' or closed >= b)) as n,
                  sum(outcome = 'won') as won, count(*) as d,
                  sum(iif(outcome = 'won', amount, 0)) as v,
                  sum(iif(outcome = 'won', julianday(closed) - julianday(created), 0)) as days
           from w join deals on closed >= a and closed < b group by m)
select m as month, n as open_deals, printf('%.17e', 1.0 * v / won) as yearly_won_size,
       printf('%.17e', 1.0 * won / d) as yearly_win_rate,
       printf('%.17e', 1.0 * days / won) as yearly_mean_cycle,
       printf('%.17e', n * (1.0 * v / won) * (1.0 * won / d) / (1.0 * days / won)) as sales_velocity
from f order by m;
