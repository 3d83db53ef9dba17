--- shared history
open "store.db"
source history from table history {
  key entry_id  time entered = entered  dimension deal, stage, owner
  dimension is_first = (count() per (deal, stage) before entered) = 0
  dimension furthest = coalesce(max(stage) per deal after entered, 0)
  dimension furthest_in_time = coalesce(max(stage) per deal after entered within 30 days, 0)
  dimension next_stage = first(stage by entered) per deal after entered
  dimension outcome = if(next_stage is empty, "still there", next_stage = 0, "lost", next_stage > stage, "advanced", next_stage < stage, "moved back", "handed off")
  dimension stay = hours(entered, min(entered) per deal after entered) / 24
  measure entries = count()
  measure converted = count() where furthest_in_time > stage
  measure conversion : percent = converted / entries
}

=== stage conversion: a skipped stage is reached, re-entry counts once, exactly 30 days is too late
--- schema stages
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared history
show entries, converted, conversion by stage where is_first and stage in (1, 2, 3)
--- stdout
stage,entries,converted,conversion
1,8,5,0.625
2,4,0,0
3,4,2,0.5
--- oracle-sql
with x as (select h.*, not exists (select 1 from history b where b.deal = h.deal and b.stage = h.stage and (b.entered, b.entry_id) < (h.entered, h.entry_id)) as is_first,
  coalesce((select max(stage) from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id) and n.entered < datetime(h.entered, '+30 days')), 0) as far,
  (select stage from history where entry_id = (select n.entry_id from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id) order by n.entered, n.entry_id desc limit 1)) as nx,
  (select julianday(min(n.entered)) - julianday(h.entered) from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id)) as stay
  from history h),
  y as (select *, case when nx is null then 'still there' when nx = 0 then 'lost' when nx > stage then 'advanced' when nx < stage then 'moved back' else 'handed off' end as outcome from x) select stage, count(*), sum(far > stage), printf('%g', 1.0 * sum(far > stage) / count(*)) from y where is_first and stage in (1, 2, 3) group by 1 order by 1;

=== five outcomes of each entry add up to the entries
--- schema stages
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared history
show entries, entries[where outcome = "advanced"] as advanced, entries[where outcome = "lost"] as lost, entries[where outcome = "moved back"] as back, entries[where outcome = "handed off"] as handed, entries[where outcome = "still there"] as there, entries - entries[where outcome in ("advanced", "lost", "moved back", "handed off", "still there")] as missing by stage where stage between 1 and 4
--- stdout
stage,entries,advanced,lost,back,handed,there,missing
1,11,7,1,0,1,2,0
2,5,1,1,1,0,2,0
3,4,2,0,0,0,2,0
4,1,0,0,0,0,1,0
--- oracle-sql
with x as (select h.*, not exists (select 1 from history b where b.deal = h.deal and b.stage = h.stage and (b.entered, b.entry_id) < (h.entered, h.entry_id)) as is_first,
  coalesce((select max(stage) from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id) and n.entered < datetime(h.entered, '+30 days')), 0) as far,
  (select stage from history where entry_id = (select n.entry_id from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id) order by n.entered, n.entry_id desc limit 1)) as nx,
  (select julianday(min(n.entered)) - julianday(h.entered) from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id)) as stay
  from history h),
  y as (select *, case when nx is null then 'still there' when nx = 0 then 'lost' when nx > stage then 'advanced' when nx < stage then 'moved back' else 'handed off' end as outcome from x) select stage, count(*), sum(outcome = 'advanced'), sum(outcome = 'lost'), sum(outcome = 'moved back'), sum(outcome = 'handed off'), sum(outcome = 'still there'), 0 from y where stage between 1 and 4 group by 1 order by 1;

=== time in a stage: median and percentile over those that left
--- schema stages
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared history
show entries, count(stay) as left, median(stay) as typical, max(stay) as longest by stage from history where stage between 1 and 2
--- stdout
stage,entries,left,typical,longest
1,11,9,2,30
2,5,3,4,59
--- oracle-sql
with x as (select h.*, not exists (select 1 from history b where b.deal = h.deal and b.stage = h.stage and (b.entered, b.entry_id) < (h.entered, h.entry_id)) as is_first,
  coalesce((select max(stage) from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id) and n.entered < datetime(h.entered, '+30 days')), 0) as far,
  (select stage from history where entry_id = (select n.entry_id from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id) order by n.entered, n.entry_id desc limit 1)) as nx,
  (select julianday(min(n.entered)) - julianday(h.entered) from history n where n.deal = h.deal and (n.entered, n.entry_id) > (h.entered, h.entry_id)) as stay
  from history h),
  y as (select *, case when nx is null then 'still there' when nx = 0 then 'lost' when nx > stage then 'advanced' when nx < stage then 'moved back' else 'handed off' end as outcome from x) select stage, count(*), count(stay), (select printf('%g', round(avg(stay), 9)) from (select stay, row_number() over (order by stay) i, count(*) over () n from y z where z.stage = y.stage and stay is not null) where i in ((n + 1) / 2, (n + 2) / 2)), printf('%g', max(stay)) from y where stage between 1 and 2 group by 1 order by 1;

=== a log of days: rows of one day follow each other by key, and not every row is a move
--- schema stages
--- args
run input.koers --format csv --today 2024-07-31
--- input
open "store.db"
use sales.stages
-- a: two stages on the first day, then a larger amount in proposal, then lost;
-- b: entered twice on one day, in proposal from 20 June, back for four days, there since
source log from sql "select 1 as id, 'a' as deal, '2024-06-03' as day, 1 as stage, 10 as amount
    union all select 2, 'a', '2024-06-03', 2, 10 union all select 3, 'a', '2024-06-10', 2, 12
    union all select 4, 'a', '2024-06-28', 0, 12 union all select 5, 'b', '2024-06-05', 1, 20
    union all select 6, 'b', '2024-06-05', 1, 25 union all select 7, 'b', '2024-06-20', 2, 25
    union all select 8, 'b', '2024-07-01', 1, 25 union all select 9, 'b', '2024-07-05', 2, 30" {
  entity    move key id
  time      at = day
  time      first_entered = min(at) per (deal, stage)
  dimension deal, stage
  dimension is_first = (moves per (deal, stage) before at) = 0
  dimension stage_before = last(stage by at) per deal before at
  dimension enters_stage = stage_before is empty or stage_before != stage
  dimension left_at = min(at)[where enters_stage] per deal after at
  measure   moves = count()
  measure   entries = count() where is_first
  measure   stage_days = sum(days(at, left_at)) on first_entered where enters_stage and stage > 0
  measure   stage_days_so_far = sum(days(at, coalesce(left_at, today))) on first_entered where enters_stage and stage > 0
  measure   visits_over = count() on first_entered where enters_stage and stage > 0 and left_at is not empty
  measure   visits_going_on = count() on first_entered where enters_stage and stage > 0 and left_at is empty
}
list move, deal, at, stage, is_first, stage_before, last(amount by at) per deal before at as amount_before,
     enters_stage, left_at from log
-- a: 0 and 25 days; b: 15 + 4 in stage 1, and 2 goes on after 11
show entries, visits_over, stage_days, completed_stays, stays_going_on, median_stay by stage for 2024-06 where stage > 0
show visits_over, stage_days, completed_stays, stays_going_on by stage for 2024-07 where stage > 0
run stays()
--- stdout
move,deal,at,stage,is_first,stage_before,amount_before,enters_stage,left_at
1,a,2024-06-03,1,true,,,true,2024-06-03
2,a,2024-06-03,2,true,1,10,true,2024-06-28
3,a,2024-06-10,2,false,2,10,false,2024-06-28
4,a,2024-06-28,0,true,2,12,true,
5,b,2024-06-05,1,true,,,true,2024-06-20
6,b,2024-06-05,1,false,1,20,false,2024-06-20
7,b,2024-06-20,2,true,1,25,true,2024-07-01
8,b,2024-07-01,1,false,2,25,true,2024-07-05
9,b,2024-07-05,2,false,1,25,true,

stage,entries,visits_over,stage_days,completed_stays,stays_going_on,median_stay
1,2,3,19,2,0,9.5
2,2,2,36,1,1,25

stage,visits_over,stage_days,completed_stays,stays_going_on

stage,completed,going_on,median_days
1,2,0,0
2,1,1,25
--- exit
0
