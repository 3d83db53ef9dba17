select 'days_out', 'total', 'open_quote_value', sum(amount) from last_one where now = 'open';
select 'quarter', '2026-Q1', 'hit_rate', 1.0 * sum(now = 'accepted') / sum(now in ('accepted', 'rejected', 'expired'))
  from last_one where issued_on between '2026-01-01' and '2026-03-31';
select 'unit', 'total', 'win_rate', 1.0 * sum(status = 'won') / count(*) from opportunity
  where status in ('won', 'lost') and closed_on between '2025-04-01' and '2026-03-31';
select 'unit', 'total', 'average_won_size', sum(amount) / count(*) from opportunity
  where status = 'won' and closed_on between '2025-04-01' and '2026-03-31';
select 'reason', reason, 'lost_value', sum(amount) from opportunity
  where status = 'lost' and closed_on between '2025-04-01' and '2026-03-31' group by reason;
select 'days_out', 'total', 'weighted_quote_value', sum(q.amount * probability)
  from last_one q join opportunity o using (opportunity_id) join stage using (stage) where now = 'open';
select 'days_out', 'total', 'silent_quotes', count(*) from last_one q, the where now = 'open'
  and julianday(today) - julianday(max(issued_on, coalesce((select max(done_on) from activity a
      where a.opportunity_id = q.opportunity_id), issued_on))) > 10;
select 'days_out', '31..61', 'expiring_quotes', count(*) from last_one, the where now = 'open'
  and julianday(today) - julianday(issued_on) between 31 and 60 and valid_until between today and date(today, '+7 days');
create temp view of_year as select *, julianday(decided_on) - julianday(first_issued) as days
  from last_one where issued_on between '2025-04-01' and '2026-03-31';
select 'unit', 'total', 'quoted_discount', 1 - 1.0 * sum(amount) / sum(list_amount) from of_year;
select 'unit', 'total', 'accepted_discount', 1 - 1.0 * sum(amount) / sum(list_amount) from of_year where now = 'accepted';
select 'unit', 'total', 'median_decision_days', avg(days) from (
  select days, row_number() over (order by days) as r, count(*) over () as n from of_year where days is not null)
  where r in ((n + 1) / 2, (n + 2) / 2);
select 'reason', 'no decision', 'part_of_all_lost', 1.0 * sum(iif(reason = 'no decision', amount, 0)) / sum(amount)
  from opportunity where status = 'lost' and closed_on between '2025-04-01' and '2026-03-31';
