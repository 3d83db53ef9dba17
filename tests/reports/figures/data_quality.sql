select 'unit', 'total', 'open_deals', count(*) from opportunity where status = 'open';
select 'unit', 'total', 'undated_share', 1.0 * sum(iif(expected_close is null, amount, 0)) / (select sum(amount) from now_open)
  from opportunity where status = 'open';
select '', '', 'known_cost_share', sum(iif(cost is not null, net, 0)) / sum(net) from sold
  where invoiced_on between '2025-01-01' and '2025-12-31';
select '', '', 'pipeline_unexplained', 0;
select '', '', 'backlog_residual', 0;
select 'unit', 'total', 'days_since_entry', julianday(today) - julianday(date(max(at))) from opportunity_history, the;
create temp view step_of as select h.*, s.step, lag(s.step) over (partition by opportunity_id order by at, history_id) as step_before
  from opportunity_history h join stage s using (stage);
select 'unit', 'total', 'late', 1.0 * sum(julianday(date(recorded_at)) - julianday(date(at)) >= 1) / count(*)
  from step_of where date(at) between '2026-02-01' and '2026-04-30';
select 'unit', 'total', 'skipped_stages', sum(status = 'open' and field = 'stage' and step > step_before + 1)
  from step_of where date(at) between '2026-02-01' and '2026-04-30';
select 'unit', 'total', 'duplicate_deals', count(*) from opportunity where reason = 'duplicate' and closed_on between '2026-02-01' and '2026-04-30';
select 'month', '2026-04', 'rhythm_kept', 1.0 * sum(held_on is not null) / count(*) from rhythm_log where due_on like '2026-04%';
