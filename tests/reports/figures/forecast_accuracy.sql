create temp view called as
  select f.*, (strftime('%Y', month_start) - strftime('%Y', made_on)) * 12 + strftime('%m', month_start) - strftime('%m', made_on) as ahead,
         (select coalesce(sum(net), 0) from sold s where s.unit_id = f.unit_id and s.invoiced_on >= f.month_start
            and s.invoiced_on < date(f.month_start, '+1 month')) as came
  from forecast_submission f where category = 'commit' and month_start between '2025-05-01' and '2026-04-01';
select 'forecaster', 'total', 'realised', sum(came) from called;
select 'forecaster', 'total', 'forecast_bias', (sum(amount) - sum(came)) / sum(came) from called;
select 'months_ahead', ahead, 'weighted_error', sum(abs(amount - came)) / sum(came) from called group by ahead;
