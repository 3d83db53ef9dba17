select 'unit', 'total', 'revenue', sum(net) from sold where invoiced_on between '2026-01-01' and '2026-05-20';
-- a quarter's target falls on its working days
select 'unit', 'total', 'target', sum(amount * share) from target t
  join (select date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
               1.0 * sum(iif(day <= '2026-05-20', working_day, 0)) / sum(working_day) as share
        from calendar where day between '2026-01-01' and '2026-06-30' group by 1) using (quarter_start)
  where measure = 'revenue' and version = 'budget' and person_id is null;
select '', '', 'elapsed_share', sum(iif(invoiced_on <= '2025-05-20', net, 0)) / sum(net)
  from sold where invoiced_on between '2025-01-01' and '2025-12-31';
select '', '', 'working_days_left', sum(working_day) from calendar where day between '2026-05-21' and '2026-12-31';
select 'month', '2026-04', 'moving_annual_total', sum(net) from sold where invoiced_on between '2025-05-01' and '2026-04-30';
create temp table day_share as
  select day, date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
         1.0 * working_day / sum(working_day) over (partition by date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months')) as share
  from calendar where day between '2026-01-01' and '2026-12-31';
create temp view planned as select day, sum(amount * share) as amount from target join day_share using (quarter_start)
  where measure = 'revenue' and version = 'budget' and person_id is null group by day;
select 'unit', 'total', 'of_month', (select sum(net) from sold where invoiced_on between '2026-05-01' and '2026-05-20') / sum(amount)
  from planned where day between '2026-05-01' and '2026-05-20';
select 'unit', 'total', 'of_quarter', (select sum(net) from sold where invoiced_on between '2026-04-01' and '2026-05-20') / sum(amount)
  from planned where day between '2026-04-01' and '2026-05-20';
select 'unit', 'total', 'of_year', (select sum(net) from sold where invoiced_on between '2026-01-01' and '2026-05-20') / sum(amount)
  from planned where day between '2026-01-01' and '2026-05-20';
select '', '', 'estimate', sum(amount) from target where version = 'estimate' and quarter_start like '2026%';
