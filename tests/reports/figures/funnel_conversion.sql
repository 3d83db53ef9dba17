select 'stage', stage, 'stage_entries', count(*) from (
  select opportunity_id, stage, min(at) as at from opportunity_history group by opportunity_id, stage)
  join stage using (stage) where step between 1 and 4 and date(at) between '2025-04-01' and '2026-03-31' group by stage;
select '', '', 'won_leads', count(*) from lead join opportunity using (opportunity_id)
  where status = 'won' and date(created_at) between '2025-04-01' and '2026-03-31';
select 'lead_source', 'total', 'lead_conversion', 1.0 * sum(o.created_on < date(created_at, '+90 days')) / count(*)
  from lead left join opportunity o using (opportunity_id) where date(created_at) between '2025-04-01' and '2026-03-31';
select 'quarter', '2026-Q1', 'open_deals', count(*) from opportunity
  where created_on <= '2026-03-31' and (closed_on is null or closed_on > '2026-03-31');
select 'quarter', '2026-Q1', 'yearly_mean_cycle', 1.0 * sum(julianday(closed_on) - julianday(created_on)) / count(*)
  from opportunity where status = 'won' and closed_on between '2025-04-01' and '2026-03-31';
