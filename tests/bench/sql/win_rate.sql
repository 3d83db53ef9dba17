with closed as materialized (
       select rep_id * 100000
                + (substr(closed_on, 1, 4) * 12 + substr(closed_on, 6, 2) - 1) / 3 as k,
              sum(stage = 'Won') as won, count(*) as decided
       from opportunities
       where stage in ('Won', 'Lost')
       group by 1)
select r.team, ((c.k % 100000) / 4) || '-Q' || (c.k % 4 + 1) as quarter,
       1.0 * sum(c.won) / sum(c.decided) as win_rate
from closed c cross join reps r on r.rep_id = c.k / 100000
group by 1, 2
order by 1, 2;
