select (select count(*) from lead, the where first_response_at is null and disqualified_at is null
          and created_at >= date(today, '-30 days') and created_at < datetime(today, '-4 hours')) as unanswered_leads,
       (select count(*) from latest_quote, the where now = 'open' and valid_until between today and date(today, '+7 days')) as expiring_quotes,
       (select sum(amount) from latest_quote, the where now = 'open' and valid_until between today and date(today, '+7 days')) as expiring_quote_value,
       (select sum(amount) from now_open) as open_value,
       (select sum(amount) from opportunity, the where status = 'open' and expected_close < today) as overdue_value,
       (select sum(amount) from overstayed) as overstayed_value,
       1.0 * (select sum(amount) from opportunity, the where status = 'open' and expected_close < today)
         / (select sum(amount) from now_open) as overdue_share;

with parts as (
  select owner_id, 1 as unanswered, 0 as expiring, 0.0 as overdue, 0.0 as overstayed, 0.0 as open from lead, the
  where first_response_at is null and disqualified_at is null
    and created_at >= date(today, '-30 days') and created_at < datetime(today, '-4 hours')
  union all select owner_id, 0, 1, 0, 0, 0 from latest_quote q join opportunity using (opportunity_id), the
  where now = 'open' and valid_until between today and date(today, '+7 days')
  union all select owner_id, 0, 0, amount, 0, 0 from opportunity, the where status = 'open' and expected_close < today
  union all select o.owner_id, 0, 0, 0, n.amount, 0 from overstayed n join opportunity o using (opportunity_id)
  union all select o.owner_id, 0, 0, 0, 0, n.amount from now_open n join opportunity o using (opportunity_id))
select name as owner, sum(unanswered) as unanswered_leads, sum(expiring) as expiring_quotes, sum(overdue) as overdue_value,
       sum(overstayed) as overstayed_value, 1.0 * sum(overdue) / sum(open) as overdue_share
from parts join person on person_id = owner_id
group by owner_id having unanswered_leads + expiring_quotes > 0 or overdue_value + overstayed_value > 0
order by overdue_value desc limit 10;

select o.name as deal, e.name as owner, n.amount * probability as at_stake, n.amount as open_value,
       iif(o.expected_close < today, o.amount, 0) as overdue_value,
       coalesce(v.amount, 0) as overstayed_value
from now_open n join opportunity o using (opportunity_id) join person e on person_id = o.owner_id
     join stage s on s.stage = n.stage left join overstayed v on v.history_id = n.history_id, the
where overdue_value > 0 or overstayed_value > 0
order by at_stake desc, deal limit 10;

select lead_id as lead, name as owner, 1 as unanswered_leads from lead join person on person_id = owner_id, the
where first_response_at is null and disqualified_at is null
  and created_at >= date(today, '-30 days') and created_at < datetime(today, '-4 hours')
order by lead_id limit 10;

select quote_id as quote, e.name as owner, q.amount as expiring_quote_value
from latest_quote q join opportunity o on o.opportunity_id = q.opportunity_id join person e on person_id = owner_id, the
where now = 'open' and valid_until between today and date(today, '+7 days') order by q.amount desc, quote_id limit 10;

select name as customer, sum(net) as revenue_of_12_months
from sold join customer c using (customer_id)
where class = 'A' and invoiced_on between '2025-10-01' and '2026-09-30' and customer_id not in (
  select customer_id from activity where done_on between '2026-08-01' and '2026-09-30' and customer_id is not null)
group by customer_id order by 2 desc limit 10;

select name as owner, count(*) as planned_activities, sum(done_on is not null) as kept_activities,
       sum(done_on is null) as still_due, 1.0 * sum(done_on is not null) / count(*) as kept_share
from activity join person using (person_id) where planned_on between '2026-10-12' and '2026-10-25' group by person_id;
