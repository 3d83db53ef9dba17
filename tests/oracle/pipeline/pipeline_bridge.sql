-- Of the log: who was counted and still is has changed, who is no more has left.
with recursive m(m) as (select '2025-05' union all
                        select substr(date(m || '-01', '+1 month'), 1, 7) from m where m < '2025-09'),
     r as (select 'line' as level, m, m || '-01' as a, date(m || '-01', '+1 month') as b from m
           union all select 'total', '', '2025-05-01', '2025-10-01'),
     f as (select level, m, a, b,
                  coalesce(sum(iif(state0 = 'none' and state = 'open', v, 0)), 0) as new,
                  coalesce(sum(iif(state0 in ('won', 'lost') and state = 'open', v, 0)), 0) as entered,
                  coalesce(sum(iif(state0 = 'open' and state = 'open' and v > v0, v - v0, 0)), 0) as up,
                  coalesce(sum(iif(state0 = 'open' and state = 'open' and v < v0, v - v0, 0)), 0) as down,
                  -coalesce(sum(iif(state0 = 'open' and state <> 'open', v0, 0)), 0) as gone
           from r left join step on at >= a and at < b group by level, m)
select level, m as month,
       (select coalesce(sum(v), 0) from step where state = 'open' and at < a
        and (next_at is null or next_at >= a)) as opening,
       new, up, down, entered, gone as "left",
       (select coalesce(sum(v), 0) from step where state = 'open' and at < b
        and (next_at is null or next_at >= b)) as closing
from f order by level, m;
