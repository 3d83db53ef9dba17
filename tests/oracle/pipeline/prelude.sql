-- Everything in the store is text as the files have it; amounts are whole euros.
-- What the answers share: quarters, and the log with the step before each one.
create temp view deal as
select *, cast(nullif(amount, '') as integer) as v,
       substr(closed, 1, 4) || '-Q' || ((cast(substr(closed, 6, 2) as integer) + 2) / 3) as qu,
       substr(created, 1, 4) || '-Q' || ((cast(substr(created, 6, 2) as integer) + 2) / 3) as cu
from deals;

create temp view step as
select cast(move as integer) as move, deal, at, stage, cast(nullif(amount, '') as integer) as v,
       expected_close as x, iif(stage in ('won', 'lost'), stage, 'open') as state,
       lag(cast(nullif(amount, '') as integer)) over w as v0,
       lag(iif(stage in ('won', 'lost'), stage, 'open'), 1, 'none') over w as state0,
       lag(expected_close) over w as x0, lead(at) over w as next_at
from moves
window w as (partition by deal order by cast(move as integer));

-- All visits of a deal to a stage; the last one goes on, as long as the deal is there.
create temp view stay as
select stage, deal, max(next_at is null) as open,
       sum(julianday(coalesce(next_at, '2025-10-31')) - julianday(at)) as days
from step where state = 'open' group by stage, deal;
