with s as (select *, x between '2025-07-01' and '2025-09-30' as i,
                  coalesce(x0 between '2025-07-01' and '2025-09-30', 0) as i0 from step),
     e as (select (select sum(v) from s where i and state = 'open' and at < '2025-07-01'
                   and (next_at is null or next_at >= '2025-07-01')) as opening,
                  (select sum(v) from s where i and state = 'open' and at < '2025-10-01'
                   and (next_at is null or next_at >= '2025-10-01')) as closing),
     f as (select sum(iif(i and state0 = 'none' and state = 'open', v, 0)) as new,
                  sum(iif(i and state0 in ('won', 'lost') and state = 'open', v, 0)) as again,
                  sum(iif(i and not i0 and state0 = 'open' and state = 'open', v0, 0)) as pulled,
                  -sum(iif(i0 and not i and state0 = 'open' and state = 'open', v0, 0)) as pushed,
                  sum(iif(i and state0 = 'open' and state = 'open', max(v - v0, 0), 0)) as up,
                  sum(iif(i and state0 = 'open' and state = 'open', min(v - v0, 0), 0)) as down,
                  -sum(iif(i0 and state0 = 'open' and state = 'won', v0, 0)) as won,
                  -sum(iif(i0 and state0 = 'open' and state = 'lost', v0, 0)) as lost
           from s where at >= '2025-07-01' and at < '2025-10-01')
select opening, new, again as reopened, pulled as pulled_in, pushed as pushed_out,
       up as increased, down as decreased, won, lost, closing,
       closing - opening - new - again - pulled - pushed - up - down - won - lost as unexplained
from e, f;
