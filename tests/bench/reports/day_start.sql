create temp table waiting as
with idle as (select opportunity_id from opportunity where status = 'open' except
              select opportunity_id from activity, the where done_on is null and planned_on >= today),
seen as materialized (select customer_id, max(done_on) as day from activity group by customer_id),
pair as materialized (select customer_id, sum(iif(invoiced_on < '2025-10-01', net, 0)) as old, sum(iif(invoiced_on >= '2025-10-01', net, 0)) as new
         from sold where invoiced_on between '2024-10-01' and '2026-09-30' group by customer_id),
own as materialized (
  select c.customer_id, sum(net) as amount
  from customer c join sold using (customer_id)
  where class = 'A' and invoiced_on between '2025-10-01' and '2026-09-30' group by c.customer_id),
chance as materialized (
  select (select 1.0 * sum(iif(o.status = 'won', o.amount, 0)) / count(*) from lead l left join opportunity o using (opportunity_id)
          where date(l.created_at) between '2025-10-01' and '2026-09-30') as of_lead,
         (select 1.0 * sum(iif(now = 'accepted', amount, 0)) / sum(iif(now <> 'open', amount, 0)) from latest_quote
          where issued_on between '2025-10-01' and '2026-09-30') as of_quote,
         (select 1 - sum(min(old, new)) / sum(old) from pair where old > 0) as of_loss),
deal as materialized (
  select n.opportunity_id, n.amount, n.amount * probability as at_stake, o.name, o.customer_id, o.owner_id,
         julianday(today) - julianday(o.created_on) as age, o.expected_close < today as overdue,
         i.opportunity_id is not null as idle, v.opportunity_id is not null as stuck
  from now_open n join opportunity o using (opportunity_id) join stage s on s.stage = n.stage
       left join idle i using (opportunity_id) left join overstayed v using (opportunity_id), the),
line(kind, what, why, at_stake, customer_id, owner_id, amount, age, overdue, idle, stuck) as (
  select 'lead', lead_id, 'nobody answered', of_lead, null, owner_id, null, julianday(today) - julianday(date(created_at)), 0, 0, 0
  from lead, chance, the where first_response_at is null and disqualified_at is null and created_at < datetime(today, '-4 hours')
  union all
  select 'deal', name, substr(iif(overdue, ', overdue', '') || iif(idle, ', no next step', '') || iif(stuck, ', stuck', ''), 3),
         at_stake, customer_id, owner_id, amount, age, overdue, idle, stuck from deal
  union all
  select 'quote', quote_id, case when expiring and silence > 10 then 'runs out, and nobody spoke about it'
                                 when expiring then 'runs out' else 'nobody spoke about it' end,
         q.amount * of_quote, o.customer_id, o.owner_id, q.amount, age, 0, 0, 0
  from waiting_quote q join opportunity o using (opportunity_id), chance where expiring or silence > 10
  union all
  select 'customer', name, 'nobody saw them', amount * of_loss, customer_id, account_manager_id, amount,
         julianday(today) - julianday(coalesce(day, first_order_on)), 0, 0, 0
  from customer left join seen using (customer_id) left join own using (customer_id), chance, the
  where class = 'A' and julianday(today) - julianday(coalesce(day, first_order_on)) > 60
  union all
  select 'activity', kind, 'due', at_stake, a.customer_id, person_id, null, julianday(today) - julianday(planned_on), 0, 0, 0
  from activity a left join deal using (opportunity_id), the where done_on is null and planned_on <= today)
select l.*, c.name as customer, p.name as owner, kind in ('lead', 'activity') and age > 30 as old, why <> '' as waits
from line l left join customer c using (customer_id) left join person p on p.person_id = l.owner_id;
select kind, count(*) as waiting_things, sum(at_stake) as value_at_stake, max(age) as longest_wait
from waiting where waits and not old group by kind;

select rank() over (order by at_stake desc) as priority, kind, what, why, at_stake, customer, owner, amount, age
from waiting where waits and not old order by at_stake desc, age desc limit 25;

select kind, count(*) as left_out, max(age) as longest_wait from waiting where old group by kind;

select owner, kind as across, count(*) as value from waiting where waits and not old group by owner, kind;

select sum(amount) as open_value, sum(iif(waits, amount, 0)) as waiting_deal_value, 1.0 * sum(iif(waits, amount, 0)) / sum(amount) as waiting_share,
       1.0 * sum(iif(overdue, amount, 0)) / sum(amount) as overdue_share, 1.0 * sum(iif(stuck, amount, 0)) / sum(amount) as overstayed_share,
       count(*) as open_deals, sum(idle) as unplanned_deals
from waiting where kind = 'deal';

select what as deal, customer, owner, at_stake, amount as open_value, age as open_age_days
from waiting where kind = 'deal' and idle order by at_stake desc limit 25;

select day, count(planned_on) as planned_activities, sum(done_on is not null) as kept_activities,
       1.0 * sum(done_on is not null) / nullif(count(planned_on), 0) as kept_share
from calendar left join activity on planned_on = day where day between '2026-10-24' and '2026-10-30' group by day;
