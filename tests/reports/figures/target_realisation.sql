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
