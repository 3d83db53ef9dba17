select 'unit', 'total', 'weighted_value', sum(amount * probability) from now_open join stage using (stage);
select 'unit', u.name, 'open_value', sum(n.amount)
  from now_open n join opportunity o using (opportunity_id) join person p on p.person_id = o.owner_id
  join org_unit u on u.unit_id = p.unit_id and u.valid_to is null group by u.unit_id;
select 'unit', 'total', 'mean_open_age', 1.0 * sum(julianday(today) - julianday(created_on)) / count(*)
  from opportunity, the where status = 'open';
select 'unit', 'total', 'stale_share', 1.0 * sum(iif(o.created_on <= date(today, '-138 days'), n.amount, 0)) / sum(n.amount)
  from now_open n join opportunity o using (opportunity_id), the;
select '', '', 'pipeline_new', sum(amount) from opportunity_history
  where field = 'created' and status = 'open' and date(at) between '2026-04-20' and '2026-05-17';
-- what deals that were won in the weeks were open with
select '', '', 'pipeline_won', -sum(before) from (
  select status, at, lag(amount) over deal as before, lag(status) over deal as was from opportunity_history
  window deal as (partition by opportunity_id order by at, history_id))
  where status = 'won' and was = 'open' and date(at) between '2026-04-20' and '2026-05-17';
-- At the same point of the four quarters before: what was open and expected in the quarter, and what of it was won in it.
create temp table points(at, begin, end);
insert into points values ('2026-02-20', '2026-01-01', '2026-03-31'), ('2025-11-20', '2025-10-01', '2025-12-31'),
                          ('2025-08-20', '2025-07-01', '2025-09-30'), ('2025-05-20', '2025-04-01', '2025-06-30');
create temp table open_then as
  select opportunity_id, amount, (select status = 'won' and closed_on between begin and end from opportunity o where o.opportunity_id = h.opportunity_id) as won
  from points, opportunity_history h where h.status = 'open' and h.expected_close between begin and end
    and h.history_id = (select history_id from opportunity_history n where n.opportunity_id = h.opportunity_id
                          and n.at < date(points.at, '+1 day') order by n.at desc, history_id desc limit 1);
select '', '', 'coverage_needed', 1.0 * sum(amount) / sum(iif(won, amount, 0)) from open_then having sum(won) > 0;
select 'unit', 'total', 'pipeline_then', sum(amount) from open_then;
select 'unit', 'total', 'won_of_pipeline_then', coalesce(sum(iif(won, amount, 0)), 0) from open_then;
select 'quarter', '2026-Q2', 'target_left', max((select sum(amount) from target where measure = 'won deals' and quarter_start = '2026-04-01')
  - sum(amount), 0) from opportunity where status = 'won' and closed_on between '2026-04-01' and '2026-06-30';
select 'quarter', '2026-Q3', 'pipeline_coverage', 1.0 * (select sum(amount) from opportunity where status = 'open' and expected_close between '2026-07-01' and '2026-09-30')
  / sum(amount) from target where measure = 'won deals' and quarter_start = '2026-07-01';
select 'stage', 'total', '2026-06', sum(amount) from now_open where expected_close like '2026-06%';
select '', '', 'pulled_in', coalesce(sum(amount_before), 0) from (
  select h.status, h.at, h.expected_close, lag(h.amount) over d as amount_before, lag(h.status) over d as status_before,
         lag(h.expected_close) over d as expected_before
  from opportunity_history h window d as (partition by opportunity_id order by at, history_id))
  where status = 'open' and status_before = 'open' and date(at) between '2026-04-20' and '2026-05-17'
    and expected_close between '2026-04-01' and '2026-06-30' and not coalesce(expected_before between '2026-04-01' and '2026-06-30', 0);
