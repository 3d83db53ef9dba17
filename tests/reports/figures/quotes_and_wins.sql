create temp view last_one as
  select *, case when status = 'open' and date(valid_until, '+14 days') < (select today from the) then 'expired' else status end as now
  from quote q where revision = (select max(revision) from quote r where r.chain_id = q.chain_id);
select 'days_out', 'total', 'open_quote_value', sum(amount) from last_one where now = 'open';
select 'quarter', '2026-Q1', 'hit_rate', 1.0 * sum(now = 'accepted') / sum(now in ('accepted', 'rejected', 'expired'))
  from last_one where issued_on between '2026-01-01' and '2026-03-31';
select 'unit', 'total', 'win_rate', 1.0 * sum(status = 'won') / count(*) from opportunity
  where status in ('won', 'lost') and closed_on between '2025-04-01' and '2026-03-31';
select 'unit', 'total', 'average_won_size', sum(amount) / count(*) from opportunity
  where status = 'won' and closed_on between '2025-04-01' and '2026-03-31';
select 'reason', reason, 'lost_value', sum(amount) from opportunity
  where status = 'lost' and closed_on between '2025-04-01' and '2026-03-31' group by reason;
