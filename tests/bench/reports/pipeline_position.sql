select unit, sum(n.amount) as open_value, sum(n.amount * probability) as weighted_value
from now_open n join stage using (stage) join opportunity o using (opportunity_id) join unit_of u on u.person_id = o.owner_id
group by unit;

with deal as (
  select opportunity_id, unit, julianday(today) - julianday(created_on) as age, amount, expected_close,
         created_on <= date(today, '-138 days') as stale
  from opportunity join unit_of on person_id = owner_id, the where status = 'open'),
log as (select unit, sum(n.amount) as value from now_open n join opportunity o using (opportunity_id)
        join unit_of on person_id = o.owner_id group by unit),
late as (select unit, sum(n.amount) as value from overstayed n join opportunity o using (opportunity_id)
         join unit_of on person_id = o.owner_id group by unit)
select unit, count(*) as open_deals, avg(age) as mean_open_age, 1.0 * sum(iif(stale, amount, 0)) / log.value as stale_share,
       1.0 * sum(iif(expected_close < today, amount, 0)) / log.value as overdue_share, 1.0 * late.value / log.value as overstayed_share,
       1.0 * sum(iif(expected_close is null, amount, 0)) / log.value as undated_share, sum(amount is null) as unvalued_deals
from deal join log using (unit) join late using (unit), the group by unit;

select unit, sum(n.amount) filter (where n.stage = 'Negotiation') as Negotiation,
       sum(n.amount) filter (where n.stage = 'Proposal') as Proposal,
       sum(n.amount) filter (where n.stage = 'Qualified') as Qualified,
       sum(n.amount) filter (where n.stage = 'Solution') as Solution, sum(n.amount) as total
from now_open n join opportunity o using (opportunity_id) join unit_of on person_id = o.owner_id group by unit;

with quarter(quarter, first, next) as (values ('2026-Q1', '2026-01-01', '2026-04-01'), ('2026-Q2', '2026-04-01', '2026-07-01'),
                                              ('2026-Q3', '2026-07-01', '2026-10-01'), ('2026-Q4', '2026-10-01', '2027-01-01'))
select *, max(target - won_value, 0) as target_left, 1.0 * expected_value / max(target - won_value, 0) as pipeline_coverage from (
  select quarter, (select sum(amount) from target where measure = 'revenue' and version = 'budget' and person_id is null
                     and quarter_start = first) as target,
         (select sum(amount) from opportunity where status = 'won' and closed_on >= first and closed_on < next) as won_value,
         (select sum(amount) from opportunity where status = 'open' and expected_close >= first and expected_close < next) as expected_value
  from quarter);

with step as (
  select at, amount, status, lag(amount) over deal as before, lag(iif(status = 'withdrawn', 'lost', status)) over deal as was
  from opportunity_history window deal as (partition by opportunity_id order by at, history_id)),
moved as (select *, iif(status = 'withdrawn', 'lost', status) as state from step where date(at) between '2026-09-28' and '2026-10-25')
select (select sum(amount) from (
          select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
          from opportunity_history where at < '2026-09-28') where n = 1 and status = 'open') as opening_value,
       coalesce(sum(amount) filter (where was is null and state = 'open'), 0) as pipeline_new,
       coalesce(sum(amount) filter (where was in ('won', 'lost') and state = 'open'), 0) as pipeline_reopened,
       sum(coalesce(amount, 0) - coalesce(before, 0)) filter (
         where was = 'open' and state = 'open' and (amount > before or before is null)) as pipeline_increased,
       sum(coalesce(amount, 0) - coalesce(before, 0)) filter (
         where was = 'open' and state = 'open' and (amount < before or amount is null)) as pipeline_decreased,
       -sum(before) filter (where was = 'open' and state = 'won') as pipeline_won,
       -sum(before) filter (where was = 'open' and state = 'lost') as pipeline_lost
from moved;

with begun as (select * from (select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
                              from opportunity_history where at < '2026-07-01')
               where n = 1 and status = 'open' and expected_close between '2026-07-01' and '2026-09-30'),
ended as (select * from (select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
                         from opportunity_history where at < '2026-10-01') where n = 1 and status = 'open' and amount > 0)
select sum(b.amount) as expected, sum(iif(e.opportunity_id is not null, b.amount, 0)) as slipped,
       1.0 * sum(iif(e.opportunity_id is not null, b.amount, 0)) / sum(b.amount) as slippage_rate,
       sum(b.amount > 0) as expected_deals, sum(b.amount > 0 and e.opportunity_id is not null) as slipped_deals
from begun b left join ended e using (opportunity_id);
