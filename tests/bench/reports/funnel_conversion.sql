select stage, count(*) as stage_entries from (
  select opportunity_id, stage, min(at) as at, status from opportunity_history group by opportunity_id, stage)
where status = 'open' and date(at) between '2025-10-01' and '2026-09-30' group by stage;

with m as (select history_id, opportunity_id, at, h.stage, step, owner_id, status,
                  row_number() over (partition by opportunity_id, h.stage order by at, history_id) as nth
           from opportunity_history h join stage s on s.stage = h.stage),
e as (select a.history_id, a.stage, a.at, a.step, a.owner_id, max(b.step) as best,
             max(b.at || printf('%012d %03d %d', b.history_id, b.step, b.owner_id)) as last
      from m a left join m b on b.opportunity_id = a.opportunity_id and b.history_id <> a.history_id and b.at >= a.at
                                and b.at < datetime(a.at, '+60 days')
      where a.nth = 1 and a.status = 'open' and date(a.at) between '2025-10-01' and '2026-09-30' group by a.history_id),
o as (select stage, at, case when best > step then 'a' when substr(last, 33, 3) + 0 = 0 and last is not null then 'l'
                         when substr(last, 33, 3) + 0 < step and last is not null then 'b'
                         when substr(last, 37) + 0 <> owner_id and last is not null then 'h' else 's' end as outcome from e)
select stage, count(*) as stage_entries, 1.0 * sum(outcome = 'a') / count(*) as stage_conversion,
       1.0 * sum(outcome = 'l') / count(*) as stage_loss, 1.0 * sum(outcome = 'b') / count(*) as stage_moved_back,
       1.0 * sum(outcome = 'h') / count(*) as stage_handed_off, 1.0 * sum(outcome = 's') / count(*) as stage_still_there,
       1.0 * sum(at < date(today, '-60 days')) / count(*) as ripe
from o, the group by stage;

with m as (select history_id, opportunity_id, at, h.stage, step, owner_id, status, amount,
                  row_number() over (partition by opportunity_id, h.stage order by at, history_id) as nth
           from opportunity_history h join stage s on s.stage = h.stage),
e as (select a.history_id, a.stage, a.amount, a.step, a.owner_id, max(b.step) as best,
             max(b.at || printf('%012d %03d %d', b.history_id, b.step, b.owner_id)) as last
      from m a left join m b on b.opportunity_id = a.opportunity_id and b.history_id <> a.history_id and b.at >= a.at
                                and b.at < datetime(a.at, '+60 days')
      where a.nth = 1 and a.status = 'open' and date(a.at) between '2025-10-01' and '2026-09-30' group by a.history_id),
o as (select stage, amount, last is not null and coalesce(best, 0) <= step and substr(last, 33, 3) + 0 = 0 as lost from e)
select stage, sum(amount) as stage_entry_value, sum(iif(lost, amount, 0)) as dropped_value,
       1.0 * sum(iif(lost, amount, 0)) / sum(amount) as dropped_share
from o group by stage;

with m as (select history_id, opportunity_id, at, h.stage, step, status,
                  row_number() over (partition by opportunity_id, h.stage order by at, history_id) as nth
           from opportunity_history h join stage s on s.stage = h.stage),
e as (select a.opportunity_id, a.stage, a.step, max(b.step) as best
      from m a left join m b on b.opportunity_id = a.opportunity_id and b.history_id <> a.history_id and b.at >= a.at
                                and b.at < datetime(a.at, '+60 days')
      where a.nth = 1 and a.status = 'open' and date(a.at) between '2025-10-01' and '2026-09-30' group by a.history_id)
select e.stage, unit as across, 1.0 * sum(coalesce(best > step, 0)) / count(*) as value
from e join opportunity using (opportunity_id) join unit_of on person_id = owner_id group by 1, 2;

with m as (select *, lag(stage) over w as before from opportunity_history
           window w as (partition by opportunity_id order by at, history_id)),
entered as (select *, lead(at) over w as left_at from m where before is not stage
            window w as (partition by opportunity_id order by at, history_id)),
visit as (select stage, opportunity_id, sum(left_at is not null) as over, sum(left_at is null) as going_on,
                 sum(julianday(date(left_at)) - julianday(date(at))) as days
          from entered where status = 'open' group by stage, opportunity_id
          having date(min(at)) between '2025-10-01' and '2026-09-30'),
placed as (select stage, days, row_number() over (partition by stage order by days) - 1 as i, count(*) over (partition by stage) as n
           from visit where over > 0 and going_on = 0)
select stage, (select avg(days) from placed p where p.stage = v.stage and i in ((n - 1) / 2, n / 2)) as median_stay,
       (select max(iif(i = cast(0.9 * (n - 1) as int), days, null)) * (1 - (0.9 * (n - 1) - cast(0.9 * (n - 1) as int)))
               + coalesce(max(iif(i = cast(0.9 * (n - 1) as int) + 1, days, null)), 0) * (0.9 * (n - 1) - cast(0.9 * (n - 1) as int))
        from placed p where p.stage = v.stage) as long_stay,
       sum(over > 0 and going_on = 0) as completed_stays, sum(going_on > 0) as stays_going_on
from visit v group by stage;

select count(*) as leads, sum(o.created_on < date(l.created_at, '+90 days')) as converted_leads,
       sum(o.status = 'won' and o.created_on < date(l.created_at, '+90 days')) as won_of_converted
from lead l left join opportunity o using (opportunity_id) where date(created_at) between '2025-10-01' and '2026-09-30';

with of as (select l.source, o.created_on < date(l.created_at, '+90 days') as converted, o.status = 'won' as won,
                   (julianday(first_response_at) - julianday(created_at)) * 24 as hours
            from lead l left join opportunity o using (opportunity_id) where date(created_at) between '2025-10-01' and '2026-09-30'),
placed as (select source, coalesce(hours, 1e12) as hours, row_number() over (partition by source order by coalesce(hours, 1e12)) - 1 as i,
                  count(*) over (partition by source) as n from of)
select source as lead_source, count(*) as leads, 1.0 * sum(converted) / count(*) as lead_conversion, 1.0 * sum(won) / count(*) as lead_yield,
       (select avg(hours) from placed p where p.source = of.source and i in ((n - 1) / 2, n / 2)) as median_answer_hours,
       1.0 * sum(hours < 4.0001) / count(*) as answered_in_time_share, 1.0 * sum(hours is null) / count(*) as unanswered_share
from of group by source;

with quarter(quarter, first, next) as (values ('2025-Q4', '2025-01-01', '2026-01-01'), ('2026-Q1', '2025-04-01', '2026-04-01'),
                                              ('2026-Q2', '2025-07-01', '2026-07-01'), ('2026-Q3', '2025-10-01', '2026-10-01')),
visit as materialized (select status, at, lead(at) over (partition by opportunity_id order by at, history_id) as left_at from opportunity_history)
select *, open_deals * yearly_won_size * yearly_win_rate / yearly_mean_cycle as sales_velocity from (
  select quarter, (select count(*) from visit where status = 'open' and at < next and (left_at is null or left_at >= next)) as open_deals,
         1.0 * sum(amount) filter (where status = 'won' and closed_on >= first and closed_on < next)
           / sum(status = 'won' and closed_on >= first and closed_on < next) as yearly_won_size,
         1.0 * sum(status = 'won' and closed_on >= first and closed_on < next)
           / sum(status in ('won', 'lost') and closed_on >= first and closed_on < next) as yearly_win_rate,
         avg(julianday(closed_on) - julianday(created_on)) filter (
           where status = 'won' and closed_on >= first and closed_on < next) as yearly_mean_cycle
  from opportunity, quarter group by quarter);

with year(year, first, next) as (values ('now', '2025-10-01', '2026-10-01'), ('then', '2024-10-01', '2025-10-01')),
visit as materialized (select status, at, lead(at) over (partition by opportunity_id order by at, history_id) as left_at from opportunity_history),
part as (select year, (select count(*) from visit where status = 'open' and at < next and (left_at is null or left_at >= next)) as deals,
                1.0 * sum(amount) filter (where status = 'won' and closed_on >= first and closed_on < next)
                  / sum(status = 'won' and closed_on >= first and closed_on < next) as size,
                1.0 * sum(status = 'won' and closed_on >= first and closed_on < next)
                  / sum(status in ('won', 'lost') and closed_on >= first and closed_on < next) as rate,
                avg(julianday(closed_on) - julianday(created_on)) filter (
                  where status = 'won' and closed_on >= first and closed_on < next) as cycle
         from opportunity, year group by year)
select ln(1.0 * n.deals / t.deals) as velocity_from_deals, ln(n.size / t.size) as velocity_from_size,
       ln(n.rate / t.rate) as velocity_from_win_rate, -ln(n.cycle / t.cycle) as velocity_from_cycle
from part n, part t where n.year = 'now' and t.year = 'then';
