select '', '', 'open_value', sum(amount) from now_open;
select '', '', 'overdue_value', sum(amount) from opportunity, the where status = 'open' and expected_close < today;
select '', '', 'unanswered_leads', count(*) from lead, the
  where first_response_at is null and disqualified_at is null and created_at >= date(today, '-30 days')
    and created_at < datetime(today, '-4 hours');
select 'quote owner', 'total', 'expiring_quote_value', sum(amount) from quote q, the
  where revision = (select max(revision) from quote r where r.chain_id = q.chain_id)
    and status = 'open' and valid_until between today and date(today, '+7 days');
select 'owner', 'total', 'kept_share', 1.0 * sum(done_on is not null) / count(*) from activity
  where planned_on between '2026-05-04' and '2026-05-17';
