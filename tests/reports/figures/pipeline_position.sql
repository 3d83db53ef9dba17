select 'unit', 'total', 'weighted_value', sum(amount * probability) from now_open join stage using (stage);
select 'unit', u.name, 'open_value', sum(n.amount)
  from now_open n join opportunity o using (opportunity_id) join person p on p.person_id = o.owner_id
  join org_unit u on u.unit_id = p.unit_id and u.valid_to is null group by u.unit_id;
select 'unit', 'total', 'mean_open_age', 1.0 * sum(julianday(today) - julianday(created_on)) / count(*)
  from opportunity, the where status = 'open';
select '', '', 'pipeline_new', sum(amount) from opportunity_history
  where field = 'created' and status = 'open' and date(at) between '2026-04-20' and '2026-05-17';
-- what deals that were won in the weeks were open with
select '', '', 'pipeline_won', -sum(before) from (
  select status, at, lag(amount) over deal as before, lag(status) over deal as was from opportunity_history
  window deal as (partition by opportunity_id order by at, history_id))
  where status = 'won' and was = 'open' and date(at) between '2026-04-20' and '2026-05-17';
