create temp view called as
  select f.*, (strftime('%Y', month_start) - strftime('%Y', made_on)) * 12 + strftime('%m', month_start) - strftime('%m', made_on) as ahead,
         (select coalesce(sum(net), 0) from sold s where s.unit_id = f.unit_id and s.invoiced_on >= f.month_start
            and s.invoiced_on < date(f.month_start, '+1 month')) as came
  from forecast_submission f where category = 'commit' and month_start between '2025-05-01' and '2026-04-01';
select 'forecaster', 'total', 'realised', sum(came) from called;
select 'forecaster', 'total', 'forecast_bias', (sum(amount) - sum(came)) / sum(came) from called;
select 'months_ahead', ahead, 'weighted_error', sum(abs(amount - came)) / sum(came) from called group by ahead;
-- What the same month a year earlier was off by, of the unit's months before the forecast.
create temp view month_of as
  with recursive m(month) as (select '2024-04-01' union all select date(month, '+1 month') from m where month < '2026-04-01')
  select u.unit_id, m.month,
         abs((select coalesce(sum(net), 0) from sold s where s.unit_id = u.unit_id and s.invoiced_on >= m.month and s.invoiced_on < date(m.month, '+1 month'))
           - (select coalesce(sum(net), 0) from sold s where s.unit_id = u.unit_id and s.invoiced_on >= date(m.month, '-1 year') and s.invoiced_on < date(m.month, '-11 months'))) as change
  from m, (select distinct unit_id from called) u;
create temp table change_of as select * from month_of;
create temp view judged as select called.*, (select avg(change) from change_of c where c.unit_id = called.unit_id
    and c.month < date(made_on, 'start of month')) as naive from called;
select 'forecaster', 'total', 'scaled_error', avg(abs(amount - came) / naive) from judged;
select 'forecaster', 'total', 'symmetric_error', avg(2.0 * abs(amount - came) / (amount + came)) from judged;
select 'months_ahead', ahead, 'scaled_error', avg(abs(amount - came) / naive) from judged group by ahead;
