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

select n.stage, unit as across, sum(n.amount) as value
from now_open n join opportunity o using (opportunity_id) join unit_of on person_id = o.owner_id group by 1, 2;

select stage, substr(expected_close, 1, 7) as across, sum(amount) as value from now_open where amount > 0 group by 1, 2;

with quarter(quarter, first, next) as (values ('2026-Q4', '2026-10-01', '2027-01-01'), ('2027-Q1', '2027-01-01', '2027-04-01'),
                                              ('2027-Q2', '2027-04-01', '2027-07-01'))
select *, max(deal_target - coalesce(won_value, 0), 0) as target_left,
       1.0 * expected_value / max(deal_target - coalesce(won_value, 0), 0) as pipeline_coverage from (
  select quarter, (select sum(amount) from target where measure = 'won deals' and quarter_start = first) as deal_target,
         (select sum(amount) from opportunity where status = 'won' and closed_on >= first and closed_on < next) as won_value,
         (select sum(amount) from opportunity where status = 'open' and expected_close >= first and expected_close < next) as expected_value
  from quarter);

create temp table past as
with point(at, first, last) as (values ('2026-07-31', '2026-07-01', '2026-09-30'), ('2026-04-30', '2026-04-01', '2026-06-30'),
                                  ('2026-01-31', '2026-01-01', '2026-03-31'), ('2025-10-31', '2025-10-01', '2025-12-31')),
known as (select p.first, p.last, h.*, row_number() over (partition by p.at, h.opportunity_id order by h.at desc, h.history_id desc) as n
          from point p join opportunity_history h on h.at < date(p.at, '+1 day'))
select unit, k.amount, iif(o.status = 'won' and o.closed_on between first and last, k.amount, 0) as won
from known k join opportunity o using (opportunity_id) join unit_of on person_id = o.owner_id
where n = 1 and k.status = 'open' and k.expected_close between first and last;
with now as (select max((select sum(amount) from target where measure = 'won deals' and quarter_start = '2026-10-01')
          - (select sum(amount) from opportunity where status = 'won' and closed_on between '2026-10-01' and '2026-12-31'), 0) as target_left,
        (select sum(amount) from opportunity where status = 'open' and expected_close between '2026-10-01' and '2026-12-31') as expected_value)
select target_left, expected_value, 1.0 * expected_value / target_left as pipeline_coverage,
       1.0 * sum(amount) / sum(won) as coverage_needed, 1.0 * sum(won) / sum(amount) as pipeline_yield
from now, past;

select unit, sum(amount) as pipeline_then, sum(won) as won_of_pipeline_then, 1.0 * sum(won) / sum(amount) as pipeline_yield,
       1.0 * sum(amount) / nullif(sum(won), 0) as coverage_needed
from past group by unit;

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

with step as (
  select opportunity_id, at, amount, status, lag(amount) over deal as before, lag(iif(status = 'withdrawn', 'lost', status)) over deal as was
  from opportunity_history window deal as (partition by opportunity_id order by at, history_id)),
moved as (select opportunity_id, case
            when was is null then iif(status = 'open', 'new', '') when was <> 'open' then iif(status = 'open', 'reopened', '')
            when status = 'won' then 'won' when status <> 'open' then 'lost'
            when amount > before or before is null then 'increased' else 'decreased' end as why,
            iif(status = 'open', coalesce(amount, 0), 0) - iif(was = 'open', coalesce(before, 0), 0) as moved
          from step where date(at) between '2026-09-28' and '2026-10-25'
          union all select opportunity_id, 'opening', amount from (
            select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
            from opportunity_history where at < '2026-09-28') where n = 1 and status = 'open'),
total as (select unit, sum(iif(why = 'opening', moved, 0)) as opening, sum(iif(why = 'new', moved, 0)) as new,
                 sum(iif(why = 'reopened', moved, 0)) as reopened, sum(iif(why = 'increased', moved, 0)) as increased,
                 sum(iif(why = 'decreased', moved, 0)) as decreased, sum(iif(why = 'won', moved, 0)) as won,
                 sum(iif(why = 'lost', moved, 0)) as lost
          from moved join opportunity using (opportunity_id) join unit_of on person_id = owner_id group by unit),
ending as (select unit, sum(n.amount) as closing from (
             select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
             from opportunity_history where at < '2026-10-26') n join opportunity o using (opportunity_id) join unit_of on person_id = o.owner_id
           where n = 1 and n.status = 'open' group by unit)
select total.*, round(closing - opening - new - reopened - increased - decreased - won - lost, 2) as reassigned, closing
from total join ending using (unit);

with step as (
  select at, amount, status, expected_close between '2026-10-01' and '2026-12-31' as inside, lag(amount) over deal as before,
         lag(iif(status = 'withdrawn', 'lost', status)) over deal as was,
         coalesce(lag(expected_close) over deal between '2026-10-01' and '2026-12-31', 0) as was_inside
  from opportunity_history window deal as (partition by opportunity_id order by at, history_id)),
moved as (select *, coalesce(inside, 0) as within from step where date(at) between '2026-09-28' and '2026-10-25'),
flow as (
  select coalesce(sum(amount) filter (where was is null and status = 'open' and within), 0) as new,
         coalesce(sum(amount) filter (where was in ('won', 'lost') and status = 'open' and within), 0) as reopened,
         coalesce(sum(before) filter (where was = 'open' and status = 'open' and within and not was_inside), 0) as pulled_in,
         -coalesce(sum(before) filter (where was = 'open' and status = 'open' and was_inside and not within), 0) as pushed_out,
         coalesce(sum(coalesce(amount, 0) - coalesce(before, 0)) filter (
           where was = 'open' and status = 'open' and within and (amount > before or before is null)), 0) as increased,
         coalesce(sum(coalesce(amount, 0) - coalesce(before, 0)) filter (
           where was = 'open' and status = 'open' and within and (amount < before or amount is null)), 0) as decreased,
         -coalesce(sum(before) filter (where was = 'open' and status = 'won' and was_inside), 0) as won,
         -coalesce(sum(before) filter (where was = 'open' and status in ('lost', 'withdrawn') and was_inside), 0) as lost
  from moved),
held as (select
  (select sum(amount) from (select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
     from opportunity_history where at < '2026-09-28')
   where n = 1 and status = 'open' and expected_close between '2026-10-01' and '2026-12-31') as opening,
  (select sum(amount) from (select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
     from opportunity_history where at < '2026-10-26')
   where n = 1 and status = 'open' and expected_close between '2026-10-01' and '2026-12-31') as closing)
select opening, flow.*, closing,
       round(closing - opening - new - reopened - pulled_in - pushed_out - increased - decreased - won - lost, 2) as unexplained
from held, flow;

with begun as (select * from (select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
                              from opportunity_history where at < '2026-07-01')
               where n = 1 and status = 'open' and expected_close between '2026-07-01' and '2026-09-30'),
ended as (select * from (select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
                         from opportunity_history where at < '2026-10-01') where n = 1 and status = 'open' and amount > 0)
select sum(b.amount) as expected, sum(iif(e.opportunity_id is not null, b.amount, 0)) as slipped,
       1.0 * sum(iif(e.opportunity_id is not null, b.amount, 0)) / sum(b.amount) as slippage_rate,
       sum(b.amount > 0) as expected_deals, sum(b.amount > 0 and e.opportunity_id is not null) as slipped_deals
from begun b left join ended e using (opportunity_id);
