select 'stage', stage, 'stage_entries', count(*) from (
  select opportunity_id, stage, min(at) as at from opportunity_history group by opportunity_id, stage)
  join stage using (stage) where step between 1 and 4 and date(at) between '2025-04-01' and '2026-03-31' group by stage;
select '', '', 'won_of_converted', count(*) from lead join opportunity using (opportunity_id)
  where status = 'won' and created_on < date(created_at, '+90 days') and date(created_at) between '2025-04-01' and '2026-03-31';
select 'lead_source', 'total', 'lead_conversion', 1.0 * sum(o.created_on < date(created_at, '+90 days')) / count(*)
  from lead left join opportunity o using (opportunity_id) where date(created_at) between '2025-04-01' and '2026-03-31';
-- a deal that was lost then and taken up again later was not open
create temp table quarters(quarter, next);
insert into quarters values ('2025-Q2', '2025-07-01'), ('2025-Q3', '2025-10-01'), ('2025-Q4', '2026-01-01'), ('2026-Q1', '2026-04-01');
select 'quarter', quarter, 'open_deals', count(*) from quarters join (
  select at, status, lead(at) over (partition by opportunity_id order by at, history_id) as left_at from opportunity_history)
  on status = 'open' and at < next and (left_at is null or left_at >= next) group by quarter;
select 'quarter', '2026-Q1', 'yearly_mean_cycle', 1.0 * sum(julianday(closed_on) - julianday(created_on)) / count(*)
  from opportunity where status = 'won' and closed_on between '2025-04-01' and '2026-03-31';
with m as (select history_id, opportunity_id, at, stage, step, owner_id from opportunity_history join stage using (stage)),
  e as (select m.*, (select max(n.step) from m n where n.opportunity_id = m.opportunity_id and n.history_id <> m.history_id
                       and n.at >= m.at and n.at < datetime(m.at, '+60 days')) as best,
               (select n.history_id from m n where n.opportunity_id = m.opportunity_id and n.history_id <> m.history_id
                  and n.at >= m.at and n.at < datetime(m.at, '+60 days') order by n.at desc, n.history_id desc limit 1) as last
        from m where step between 1 and 4 and date(at) between '2025-04-01' and '2026-03-31'
          and not exists (select 1 from m n where n.opportunity_id = m.opportunity_id and n.stage = m.stage and n.at < m.at)),
  o as (select e.stage, case when e.best > e.step then 'a' when l.step = 0 then 'l' when l.step < e.step then 'b'
                             when l.owner_id <> e.owner_id then 'h' else 's' end as outcome
        from e left join m l on l.history_id = e.last),
  k(name, outcome) as (values ('stage_handed_off', 'h'), ('stage_still_there', 's'))
select 'stage', stage, name, 1.0 * sum(o.outcome = k.outcome) / count(*) from o, k group by stage, name;
create temp table first_entry as
  select h.opportunity_id, h.stage, h.amount, h.at, step, owner_id from opportunity_history h join stage using (stage)
  where step between 1 and 4 and date(at) between '2025-04-01' and '2026-03-31'
    and not exists (select 1 from opportunity_history n where n.opportunity_id = h.opportunity_id and n.stage = h.stage and n.at < h.at);
create temp table later as
  select e.opportunity_id, e.stage, max(step_after) as best, (select l.step from opportunity_history n join stage l using (stage)
      where n.opportunity_id = e.opportunity_id and n.at > e.at and n.at < datetime(e.at, '+60 days') order by n.at desc limit 1) as last
  from first_entry e left join (select n.opportunity_id, n.at as at_after, s.step as step_after from opportunity_history n join stage s using (stage)) a
    on a.opportunity_id = e.opportunity_id and at_after > e.at and at_after < datetime(e.at, '+60 days') group by e.opportunity_id, e.stage;
select 'stage', stage, 'stage_entry_value', sum(amount) from first_entry group by stage;
select 'stage', stage, 'dropped_value', sum(iif(coalesce(best, 0) <= step and last = 0, amount, 0)) from first_entry join later using (opportunity_id, stage) group by stage;
select 'stage', stage, 'ripe', 1.0 * sum(at < date(today, '-60 days')) / count(*) from first_entry, the group by stage;
-- half of all leads, those that nobody answered last
create temp table waits as
  select source, coalesce((julianday(first_response_at) - julianday(created_at)) * 24, 1e12) as hours,
         row_number() over (partition by source order by coalesce(julianday(first_response_at) - julianday(created_at), 1e12)) - 1 as place,
         count(*) over (partition by source) as n
  from lead where date(created_at) between '2025-04-01' and '2026-03-31';
select 'lead_source', source, 'median_answer_hours', avg(hours) from waits where place in ((n - 1) / 2, n / 2) group by source having max(hours) < 1e12;
