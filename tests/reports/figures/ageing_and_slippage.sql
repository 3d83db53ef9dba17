create temp view steps as select *, lag(expected_close) over (partition by opportunity_id order by at, history_id) as was from opportunity_history;
select 'unit', 'total', 'pushes', count(*) from steps
  where status = 'open' and expected_close > was and date(at) between '2025-05-01' and '2026-04-30';
select 'unit', 'total', 'mean_push_days', 1.0 * sum(julianday(expected_close) - julianday(was)) / count(*) from steps
  where status = 'open' and expected_close > was and date(at) between '2025-05-01' and '2026-04-30';
select 'unit', 'total', 'stale_share', 1.0 * (select sum(amount) from opportunity, the
    where status = 'open' and created_on <= date(today, '-138 days')) / sum(amount) from now_open;
create temp view begun as select * from (select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
  from opportunity_history where at < '2026-01-01') where n = 1 and status = 'open' and expected_close between '2026-01-01' and '2026-03-31';
select '', '', 'expected_deals', count(*) from begun where amount is not null;
select '', '', 'expected', sum(amount) from begun;
create temp view aged as select stage, amount, julianday(today) - julianday(created_on) as age from opportunity, the where status = 'open';
select 'stage', stage, '..31', sum(amount) from aged where age < 31 group by stage;
select 'stage', stage, '91..181', sum(amount) from aged where age between 91 and 180 group by stage;
select 'stage', stage, '181..', sum(amount) from aged where age >= 181 group by stage;
select 'stage', 'total', 'total', sum(amount) from aged;
