-- How long the won deals of each stage took: three quarters of them, between the ranks.
create temp view visits as
  select h.opportunity_id, h.stage, o.status = 'won' as won,
         julianday(date((select min(n.at) from opportunity_history n where n.opportunity_id = h.opportunity_id
                           and n.history_id <> h.history_id and n.at >= h.at))) - julianday(date(h.at)) as days
  from opportunity_history h join opportunity o using (opportunity_id) where h.status = 'open';
create temp view stays as
  select stage, days, row_number() over (partition by stage order by days) - 1 as place, count(*) over (partition by stage) as n
  from (select stage, sum(days) as days from visits where won group by opportunity_id, stage);
create temp table patience as
  select stage, iif(n < 20, 30, min(days) + (max(days) - min(days)) * (0.75 * (n - 1) - cast(0.75 * (n - 1) as int))) as longest
  from stays where n < 20 or place in (cast(0.75 * (n - 1) as int), cast(0.75 * (n - 1) as int) + 1) group by stage;
create temp table waiting_deal as
  select o.opportunity_id, o.amount, o.amount * s.probability as at_stake, o.created_on,
         not exists (select 1 from activity a where a.opportunity_id = o.opportunity_id and done_on is null and planned_on >= today) as idle
  from opportunity o join stage s using (stage), the
  where status = 'open' and (expected_close < today
    or not exists (select 1 from activity a where a.opportunity_id = o.opportunity_id and done_on is null and planned_on >= today)
    or julianday(today) - julianday(date((select min(at) from opportunity_history h where h.opportunity_id = o.opportunity_id and h.stage = o.stage)))
       > coalesce((select longest from patience p where p.stage = o.stage), 30));
select 'kind', 'deal', 'waiting_things', count(*) from waiting_deal;
select 'kind', 'deal', 'value_at_stake', sum(at_stake) from waiting_deal;
select 'kind', 'deal', 'longest_wait', julianday(today) - julianday(min(created_on)) from waiting_deal, the;
select '', '', 'open_value', sum(amount) from now_open;
select '', '', 'waiting_share', 1.0 * (select sum(amount) from waiting_deal) / sum(amount) from now_open;
select '', '', 'unplanned_deals', sum(idle) from waiting_deal;
create temp view unanswered as select * from lead, the
  where first_response_at is null and disqualified_at is null and created_at >= date(today, '-30 days')
    and created_at < datetime(today, '-4 hours');
select 'kind', 'lead', 'waiting_things', count(*) from unanswered;
select 'kind', 'lead', 'value_at_stake', (select count(*) from unanswered) * 1.0 * sum(iif(o.status = 'won', o.amount, 0)) / count(*)
  from lead left join opportunity o using (opportunity_id) where date(created_at) between '2025-05-01' and '2026-04-30';
-- Quotes that run out within a week, or that nobody spoke about for more than ten days; at the hit rate by value.
create temp table waiting_quote as
  select q.* from last_one q, the where now = 'open' and (valid_until between today and date(today, '+7 days')
    or julianday(today) - julianday(max(issued_on, coalesce((select max(done_on) from activity a
         where a.opportunity_id = q.opportunity_id), issued_on))) > 10);
select 'kind', 'quote', 'waiting_things', count(*) from waiting_quote;
select 'kind', 'quote', 'value_at_stake', sum(amount) * (select 1.0 * sum(iif(now = 'accepted', amount, 0)) / sum(amount)
  from last_one where now <> 'open' and issued_on between '2025-05-01' and '2026-04-30') from waiting_quote;
create temp table unseen as select c.* from customer c, the where class = 'A'
  and julianday(today) - julianday(coalesce((select max(done_on) from activity a where a.customer_id = c.customer_id), first_order_on)) > 60;
select 'kind', 'customer', 'waiting_things', count(*) from unseen having count(*) > 0;
create temp view pairs as
  select customer_id, coalesce(sum(net) filter (where invoiced_on between '2024-05-01' and '2025-04-30'), 0) as old,
         coalesce(sum(net) filter (where invoiced_on between '2025-05-01' and '2026-04-30'), 0) as new from sold group by customer_id;
select 'kind', 'customer', 'value_at_stake', (select sum(new) from pairs join unseen using (customer_id))
  * (1 - 1.0 * sum(min(old, new)) / sum(old)) from pairs where old > 0 having (select count(*) from unseen) > 0;
select 'kind', 'activity', 'waiting_things', count(*) from activity, the
  where done_on is null and planned_on between date(today, '-30 days') and today;
select 'kind', 'activity', 'value_at_stake', sum(o.amount * probability)
  from activity join opportunity o using (opportunity_id) join stage using (stage), the
  where o.status = 'open' and done_on is null and planned_on between date(today, '-30 days') and today;
select 'day', 'total', 'kept_share', 1.0 * sum(done_on is not null) / count(*) from activity
  where planned_on between '2026-05-13' and '2026-05-19';
-- what waits for longer than 30 days is counted beside the list
select 'kind', 'lead', 'left_out', count(*) from lead, the
  where first_response_at is null and disqualified_at is null and created_at < date(today, '-30 days');
select 'kind', 'activity', 'left_out', count(*) from activity, the where done_on is null and planned_on < date(today, '-30 days');
