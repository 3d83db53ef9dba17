=== stage conversion: a skipped stage is reached, re-entry counts once, exactly 30 days is too late
--- schema stages
--- args
run input.koers --format csv --today 2026-02-01
--- input
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
show entries, converted, conversion by stage where is_first and stage in (1, 2, 3)
--- stdout
stage,entries,converted,conversion
1,8,5,0.625
2,4,0,0
3,4,2,0.5
--- oracle-sql
with x as (select h.*, not exists (select 1 from history b where b.deal = h.deal and b.stage = h.stage and b.entered < h.entered) as is_first,
  coalesce((select max(stage) from history n where n.deal = h.deal and n.entered >= h.entered and n.entered < datetime(h.entered, '+30 days') and n.entry_id <> h.entry_id), 0) as far,
  (select stage from history where entry_id = (select n.entry_id from history n where n.deal = h.deal and n.entered >= h.entered and n.entry_id <> h.entry_id order by n.entered, n.entry_id desc limit 1)) as nx,
  (select julianday(min(n.entered)) - julianday(h.entered) from history n where n.deal = h.deal and n.entered >= h.entered and n.entry_id <> h.entry_id) as stay
  from history h),
  y as (select *, case when nx is null then 'still there' when nx = 0 then 'lost' when nx > stage then 'advanced' when nx < stage then 'moved back' else 'handed off' end as outcome from x) select stage, count(*), sum(far > stage), printf('%g', 1.0 * sum(far > stage) / count(*)) from y where is_first and stage in (1, 2, 3) group by 1 order by 1;

=== five outcomes of each entry add up to the entries
--- schema stages
--- args
run input.koers --format csv --today 2026-02-01
--- input
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
show entries, entries[where outcome = "advanced"] as advanced, entries[where outcome = "lost"] as lost, entries[where outcome = "moved back"] as back, entries[where outcome = "handed off"] as handed, entries[where outcome = "still there"] as there, entries - entries[where outcome in ("advanced", "lost", "moved back", "handed off", "still there")] as missing by stage where stage between 1 and 4
--- stdout
stage,entries,advanced,lost,back,handed,there,missing
1,11,7,1,0,1,2,0
2,5,1,1,2,0,1,0
3,4,2,0,0,0,2,0
4,1,0,0,0,0,1,0
--- oracle-sql
with x as (select h.*, not exists (select 1 from history b where b.deal = h.deal and b.stage = h.stage and b.entered < h.entered) as is_first,
  coalesce((select max(stage) from history n where n.deal = h.deal and n.entered >= h.entered and n.entered < datetime(h.entered, '+30 days') and n.entry_id <> h.entry_id), 0) as far,
  (select stage from history where entry_id = (select n.entry_id from history n where n.deal = h.deal and n.entered >= h.entered and n.entry_id <> h.entry_id order by n.entered, n.entry_id desc limit 1)) as nx,
  (select julianday(min(n.entered)) - julianday(h.entered) from history n where n.deal = h.deal and n.entered >= h.entered and n.entry_id <> h.entry_id) as stay
  from history h),
  y as (select *, case when nx is null then 'still there' when nx = 0 then 'lost' when nx > stage then 'advanced' when nx < stage then 'moved back' else 'handed off' end as outcome from x) select stage, count(*), sum(outcome = 'advanced'), sum(outcome = 'lost'), sum(outcome = 'moved back'), sum(outcome = 'handed off'), sum(outcome = 'still there'), 0 from y where stage between 1 and 4 group by 1 order by 1;

=== time in a stage: median and percentile over those that left
--- schema stages
--- args
run input.koers --format csv --today 2026-02-01
--- input
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
show entries, count(stay) as left, median(stay) as typical, max(stay) as longest by stage from history where stage between 1 and 2
--- stdout
stage,entries,left,typical,longest
1,11,9,2,30
2,5,4,3,59
--- oracle-sql
with x as (select h.*, not exists (select 1 from history b where b.deal = h.deal and b.stage = h.stage and b.entered < h.entered) as is_first,
  coalesce((select max(stage) from history n where n.deal = h.deal and n.entered >= h.entered and n.entered < datetime(h.entered, '+30 days') and n.entry_id <> h.entry_id), 0) as far,
  (select stage from history where entry_id = (select n.entry_id from history n where n.deal = h.deal and n.entered >= h.entered and n.entry_id <> h.entry_id order by n.entered, n.entry_id desc limit 1)) as nx,
  (select julianday(min(n.entered)) - julianday(h.entered) from history n where n.deal = h.deal and n.entered >= h.entered and n.entry_id <> h.entry_id) as stay
  from history h),
  y as (select *, case when nx is null then 'still there' when nx = 0 then 'lost' when nx > stage then 'advanced' when nx < stage then 'moved back' else 'handed off' end as outcome from x) select stage, count(*), count(stay), (select printf('%g', round(avg(stay), 9)) from (select stay, row_number() over (order by stay) i, count(*) over () n from y z where z.stage = y.stage and stay is not null) where i in ((n + 1) / 2, (n + 2) / 2)), printf('%g', max(stay)) from y where stage between 1 and 2 group by 1 order by 1;
