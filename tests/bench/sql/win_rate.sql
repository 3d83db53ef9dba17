with closed as materialized (
       select rep_id, substr(closed_on, 1, 7) as month,
              sum(stage = 'Won') as won, count(*) as decided
       from opportunities
       where stage in ('Won', 'Lost')
       group by 1, 2)
select r.team,
       substr(c.month, 1, 4) || '-Q' || ((substr(c.month, 6, 2) + 2) / 3) as quarter,
       1.0 * sum(c.won) / sum(c.decided) as win_rate
from closed c cross join reps r on r.rep_id = c.rep_id
group by 1, 2
order by 1, 2;
