with flow(month, name, amount) as (
  select substr(ordered_on, 1, 7), 'intake', qty * net_price from booked where ordered_on between '2025-10-01' and '2026-09-30'
  union all select substr(cancelled_on, 1, 7), 'intake', -qty * net_price from booked where cancelled_on between '2025-10-01' and '2026-09-30'
  union all select substr(invoiced_on, 1, 7), iif(is_credit, 'credit', 'invoiced'), net from sold where invoiced_on between '2025-10-01' and '2026-09-30'
  union all select substr(paid_on, 1, 7), 'received', amount from payment where paid_on between '2025-10-01' and '2026-09-30'
  union all select substr(due_on, 1, 7), 'cost', amount from fixed_cost where due_on between '2025-10-01' and '2026-09-30')
select month, sum(amount) filter (where name in ('intake', 'credit')) as net_order_intake,
       sum(amount) filter (where name in ('invoiced', 'credit')) as invoiced,
       sum(amount) filter (where name = 'received') as received, sum(amount) filter (where name = 'cost') as fixed_cost
from flow group by month;

with paid as (select substr(paid_on, 1, 7) as month, sum(amount) as received from payment
              where paid_on between '2025-10-01' and '2026-09-30' group by 1),
due as (select substr(due_on, 1, 7) as month, sum(amount) as fixed_cost from fixed_cost
        where due_on between '2025-10-01' and '2026-09-30' group by 1)
select month, received, fixed_cost, received / fixed_cost as received_cover,
       (select amount from cash_balance where as_of < date(month || '-01', '+1 month') order by as_of desc limit 1) as cash
from paid join due using (month);

-- no SQL: what is expected of revenue, as paths; what they are drawn from
create temp table revenue_by_month as
  select substr(invoiced_on, 1, 7) as month, sum(net) as revenue from sold where invoiced_on <= '2026-10-31' group by 1;
select substr(c.day, 1, 7) as month, sum(1.0 * t.amount * c.working_day / d.days) as target
  from target t join (select date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
                             sum(working_day) as days from calendar group by 1) d using (quarter_start)
       join calendar c on c.day >= t.quarter_start and c.day < date(t.quarter_start, '+3 months')
  where measure = 'revenue' and version = 'budget' and person_id is null and t.quarter_start >= '2026-10-01' group by 1;

-- no SQL: what is expected of revenue, as paths; what stands beside them
select substr(planned_invoice_on, 1, 7) as month, sum((qty - qty_invoiced) * net_price) as backlog_planned
  from booked where cancelled_on is null and planned_invoice_on between '2026-10-01' and '2027-09-30' group by 1;
create temp table margin_share as
  select 1 - (sum(cost) + (select sum(freight_cost) from invoice where invoiced_on between '2025-10-01' and '2026-09-30')) / sum(net) as share
  from sold where invoiced_on between '2025-10-01' and '2026-09-30';
create temp table cost_by_month as
  select substr(due_on, 1, 7) as month, sum(amount) as fixed_cost from fixed_cost where due_on between '2026-10-01' and '2027-09-30' group by 1;

-- no SQL: what is expected of revenue, as paths; when they become money
create temp table paid_parts as
  select (strftime('%Y', paid_on) - strftime('%Y', invoiced_on)) * 12 + strftime('%m', paid_on) - strftime('%m', invoiced_on) as lag,
         sum(amount) / (select sum(net) from sold where invoiced_on between '2025-04-01' and '2026-03-31') as part
    from payment join invoice using (invoice_id) where invoiced_on between '2025-04-01' and '2026-03-31' group by 1;
select * from revenue_by_month, paid_parts;
select amount from cash_balance where as_of <= '2026-10-31' order by as_of desc limit 1;
select substr(paid_on, 1, 7) as month, sum(amount) as received from payment where paid_on <= '2026-10-31' group by 1;
select substr(as_of, 1, 7) as month, amount - lag(amount) over (order by as_of) as moved from cash_balance;
select sum(amount) / 12 as other_payments from campaign_cost where month_start between '2025-10-01' and '2026-09-30';
select substr(due_on, 1, 7) as month, sum(amount) as fixed_cost from fixed_cost where due_on <= '2026-10-31' group by 1;

with half_year(month) as (values ('2026-12'), ('2027-06'))
select month, (select max(amount) from cash_balance where as_of <= '2026-10-31' and strftime('%m', as_of) in ('06', '12')
                and as_of = date(as_of, 'start of month', '+1 month', '-1 day')) as kept_cash
from half_year;

-- no SQL: what is expected of revenue, as paths
select * from cost_by_month, margin_share;

-- no SQL: what is expected of revenue and orders, as paths; what they are drawn from, and when it becomes money
select substr(ordered_on, 1, 7) as month, sum(qty * net_price) as order_intake from booked where ordered_on <= '2026-10-31' group by 1;
select (strftime('%Y', invoiced_on) - strftime('%Y', ordered_on)) * 12 + strftime('%m', invoiced_on) - strftime('%m', ordered_on) as lag,
       sum(net) / (select sum(qty * net_price) from booked where ordered_on between '2025-04-01' and '2026-03-31') as part
  from sold join sales_order using (order_id) where ordered_on between '2025-04-01' and '2026-03-31' group by 1;
select (strftime('%Y', paid_on) - strftime('%Y', ordered_on)) * 12 + strftime('%m', paid_on) - strftime('%m', ordered_on) as lag,
       sum(amount) / (select sum(qty * net_price) from booked where ordered_on between '2025-04-01' and '2026-03-31') as part
  from payment join invoice using (invoice_id) join sales_order using (order_id) where ordered_on between '2025-04-01' and '2026-03-31' group by 1;
with billed as (select invoice_id, sum(net) as net from invoice_line group by invoice_id),
paid as (select invoice_id, sum(amount) as amount from payment group by invoice_id)
select substr(due_on, 1, 7) as month, sum(net - coalesce(amount, 0)) as due_receivables
  from invoice join billed using (invoice_id) left join paid using (invoice_id) where due_on between '2026-10-01' and '2027-09-30' group by 1;
select substr(date(planned_invoice_on, 'start of month', '+1 month'), 1, 7) as month, sum((qty - qty_invoiced) * net_price) as planned_receipts
  from booked where cancelled_on is null and planned_invoice_on between '2026-09-01' and '2027-08-31' group by 1;

-- no SQL: what is expected of revenue, as paths
select * from cost_by_month, margin_share;

with aged as (
  select (strftime('%Y', invoiced_on) - strftime('%Y', ordered_on)) * 12 + strftime('%m', invoiced_on) - strftime('%m', ordered_on)
         - (strftime('%d', invoiced_on) < strftime('%d', ordered_on) and invoiced_on <> date(invoiced_on, 'start of month', '+1 month', '-1 day')) as months, net
  from sold join sales_order using (order_id) where invoiced_on between '2025-10-01' and '2026-09-30')
select months as months_to_invoice, sum(net) / sum(sum(net)) over () as part_of_invoiced from aged group by months;

with aged as (
  select (strftime('%Y', paid_on) - strftime('%Y', invoiced_on)) * 12 + strftime('%m', paid_on) - strftime('%m', invoiced_on)
         - (strftime('%d', paid_on) < strftime('%d', invoiced_on) and paid_on <> date(paid_on, 'start of month', '+1 month', '-1 day')) as months, amount
  from payment join invoice using (invoice_id) where paid_on between '2025-10-01' and '2026-09-30')
select months as months_to_payment, sum(amount) / sum(sum(amount)) over () as part_of_received from aged group by months;

select lag as payment_lag, part as paid_part from paid_parts;

with billed as (select invoice_id, sum(net) as net from invoice_line group by invoice_id),
paid as (select invoice_id, sum(amount) as amount from payment group by invoice_id),
flow(month, due, planned, cost) as (
  select substr(due_on, 1, 7), net - coalesce(amount, 0), 0, 0 from invoice join billed using (invoice_id) left join paid using (invoice_id)
  where due_on between '2026-10-31' and '2027-04-30'
  union all select substr(date(planned_invoice_on, 'start of month', '+1 month'), 1, 7), 0, (qty - qty_invoiced) * net_price, 0 from booked
  where cancelled_on is null and planned_invoice_on between '2026-09-30' and '2027-03-31'
    and min(date(planned_invoice_on, '+1 month'), date(planned_invoice_on, 'start of month', '+2 months', '-1 day')) >= '2026-10-31'
  union all select substr(due_on, 1, 7), 0, 0, amount from fixed_cost where due_on between '2026-10-31' and '2027-04-30'),
monthly as (select month, sum(due) as due_receivables, sum(planned) as planned_receipts, sum(cost) as fixed_cost from flow group by month),
ratio as (select 1 - (sum(cost) + (select sum(freight_cost) from invoice where invoiced_on between '2025-10-01' and '2026-09-30')) / sum(net) as share
          from sold where invoiced_on between '2025-10-01' and '2026-09-30'),
running as (select *, (select amount from cash_balance where as_of <= '2026-10-31' order by as_of desc limit 1)
                   + sum(due_receivables + planned_receipts * share) over (order by month) as came, sum(fixed_cost) over (order by month) as went
            from monthly, ratio)
select month, due_receivables, planned_receipts, due_receivables + planned_receipts as contracted_receipts, fixed_cost,
       (due_receivables + planned_receipts) / nullif(fixed_cost, 0) as contracted_cover, came - went as cash_then, came / nullif(went, 0) as cover_so_far
from running;

with billed as (select invoice_id, sum(net) as net from invoice_line group by invoice_id),
paid as (select invoice_id, sum(amount) as amount from payment group by invoice_id),
flow(month, due, planned, cost) as (
  select substr(due_on, 1, 7), net - coalesce(amount, 0), 0, 0 from invoice join billed using (invoice_id) left join paid using (invoice_id)
  where due_on between '2026-10-31' and '2027-04-30'
  union all select substr(date(planned_invoice_on, 'start of month', '+1 month'), 1, 7), 0, (qty - qty_invoiced) * net_price, 0 from booked
  where cancelled_on is null and planned_invoice_on between '2026-09-30' and '2027-03-31'
    and min(date(planned_invoice_on, '+1 month'), date(planned_invoice_on, 'start of month', '+2 months', '-1 day')) >= '2026-10-31'
  union all select substr(due_on, 1, 7), 0, 0, amount from fixed_cost where due_on between '2026-10-31' and '2027-04-30'),
monthly as (select month, sum(due) as due_receivables, sum(planned) as planned_receipts, sum(cost) as fixed_cost from flow group by month),
ratio as (select 1 - (sum(cost) + (select sum(freight_cost) from invoice where invoiced_on between '2025-10-01' and '2026-09-30')) / sum(net) as share
          from sold where invoiced_on between '2025-10-01' and '2026-09-30'),
running as (select *, (select amount from cash_balance where as_of <= '2026-10-31' order by as_of desc limit 1)
                   + sum(due_receivables + planned_receipts * share) over (order by month) as came, sum(fixed_cost) over (order by month) as went
            from monthly, ratio)
select min(came - went) as least_cash, month as in_month from running;

with billed as (select invoice_id, sum(net) as net from invoice_line group by invoice_id),
paid as (select invoice_id, sum(amount) as amount from payment group by invoice_id),
flow(month, due, planned, cost) as (
  select substr(due_on, 1, 7), net - coalesce(amount, 0), 0, 0 from invoice join billed using (invoice_id) left join paid using (invoice_id)
  where due_on between '2026-10-31' and '2027-04-30'
  union all select substr(date(planned_invoice_on, 'start of month', '+1 month'), 1, 7), 0, (qty - qty_invoiced) * net_price, 0 from booked
  where cancelled_on is null and planned_invoice_on between '2026-09-30' and '2027-03-31'
    and min(date(planned_invoice_on, '+1 month'), date(planned_invoice_on, 'start of month', '+2 months', '-1 day')) >= '2026-10-31'
  union all select substr(due_on, 1, 7), 0, 0, amount from fixed_cost where due_on between '2026-10-31' and '2027-04-30'),
monthly as (select month, sum(due) as due_receivables, sum(planned) as planned_receipts, sum(cost) as fixed_cost from flow group by month)
select month, due_receivables + planned_receipts as contracted_receipts, fixed_cost from monthly;

select *, (cash_now + open_invoices + order_backlog) / fixed_cost_ahead as times_covered from (
  select (select amount from cash_balance, the where as_of <= today order by as_of desc limit 1) as cash_now,
         (select sum(net) from sold) - (select sum(amount) from payment) as open_invoices,
         (select sum((qty - qty_invoiced) * net_price) from booked where cancelled_on is null) as order_backlog,
         (select sum(amount) from fixed_cost where due_on between '2026-10-31' and '2027-04-30') as fixed_cost_ahead);

with goal as (
  select substr(c.day, 1, 7) as month, sum(1.0 * t.amount * c.working_day / d.days) as target
  from target t join (select date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
                             sum(working_day) as days from calendar group by 1) d using (quarter_start)
       join calendar c on c.day >= t.quarter_start and c.day < date(t.quarter_start, '+3 months')
  where measure = 'revenue' and version = 'budget' and person_id is null and t.quarter_start between '2026-01-01' and '2026-12-31' group by 1),
sale as (select substr(invoiced_on, 1, 7) as month, sum(net) as invoiced from sold where invoiced_on between '2026-01-01' and '2026-12-31' group by 1),
still as (select substr(planned_invoice_on, 1, 7) as month, sum((qty - qty_invoiced) * net_price) as backlog_planned
          from booked where cancelled_on is null and planned_invoice_on between '2026-01-01' and '2026-12-31' group by 1)
select month, target, invoiced, backlog_planned, (coalesce(invoiced, 0) + coalesce(backlog_planned, 0)) / target as contracted_share
from goal left join sale using (month) left join still using (month);

with sales as (select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter, sum(net) as revenue,
                      sum(net) - coalesce(sum(cost), 0) as margin
               from sold where invoiced_on between '2025-10-01' and '2026-09-30' group by 1),
carried as (select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter, sum(freight_cost) as freight
            from invoice where invoiced_on between '2025-10-01' and '2026-09-30' group by 1),
due as (select strftime('%Y-Q', due_on) || ((strftime('%m', due_on) + 2) / 3) as quarter, sum(amount) as fixed_cost
        from fixed_cost where due_on between '2025-10-01' and '2026-09-30' group by 1)
select quarter, revenue, (margin - freight) / revenue as contribution_margin_share, fixed_cost,
       fixed_cost * (revenue / (margin - freight)) as break_even_revenue,
       (revenue - fixed_cost * (revenue / (margin - freight))) / revenue as safety_margin
from sales join carried using (quarter) join due using (quarter);

with quarter(quarter, first, next) as (values ('2025-Q4', '2025-01-01', '2026-01-01'), ('2026-Q1', '2025-04-01', '2026-04-01'),
                                              ('2026-Q2', '2025-07-01', '2026-07-01'), ('2026-Q3', '2025-10-01', '2026-10-01')),
sale as materialized (select invoiced_on, sum(net) as net, sum(iif(is_credit, 0, net)) as from_backlog from sold group by invoiced_on),
pay as materialized (select paid_on, sum(amount) as amount from payment group by paid_on),
book as materialized (select ordered_on, sum(qty * net_price) as amount from booked group by ordered_on),
gone as materialized (select cancelled_on, sum(qty * net_price) as amount from booked where cancelled_on is not null group by cancelled_on)
select quarter, receivables, receivables / of_3_months * 91 as days_sales_outstanding, order_backlog,
       order_backlog / of_12_months * 12 as backlog_cover from (
  select quarter, (select sum(net) from sale where invoiced_on < next) - (select sum(amount) from pay where paid_on < next) as receivables,
         (select sum(net) from sale where invoiced_on >= date(next, '-3 months') and invoiced_on < next) as of_3_months,
         (select sum(net) from sale where invoiced_on >= first and invoiced_on < next) as of_12_months,
         (select sum(amount) from book where ordered_on < next) - (select coalesce(sum(amount), 0) from gone where cancelled_on < next)
           - (select sum(from_backlog) from sale where invoiced_on < next) as order_backlog
  from quarter);

with monthly as materialized (
  select u.unit_id, date(invoiced_on, 'start of month') as month, sum(net) as net
  from sold join sales_order using (order_id) join person p on p.person_id = owner_id join org_unit u on u.unit_id = p.unit_id and u.valid_to is null
  group by 1, 2),
month_of(month) as (select distinct month from monthly where month >= '2024-10-01'),
change as materialized (
  select u.unit_id, a.month, abs(coalesce(m.net, 0) - coalesce(b.net, 0)) as off
  from month_of a join (select distinct unit_id from monthly) u left join monthly m on m.unit_id = u.unit_id and m.month = a.month
       left join monthly b on b.unit_id = u.unit_id and b.month = date(a.month, '-1 year')),
called as (
  select person_id, (strftime('%Y', month_start) - strftime('%Y', made_on)) * 12 + strftime('%m', month_start) - strftime('%m', made_on) as ahead,
         amount, coalesce(m.net, 0) as came,
         (select avg(off) from change c where c.unit_id = f.unit_id and c.month < date(made_on, 'start of month')) as naive
  from forecast_submission f left join monthly m on m.unit_id = f.unit_id and m.month = f.month_start
  where category = 'commit' and month_start between '2025-10-01' and '2026-09-01')
select ahead as months_ahead, sum(abs(amount - came)) / sum(came) as weighted_error, (sum(amount) - sum(came)) / sum(came) as forecast_bias,
       avg(iif(came > 0, abs(amount - came) / came, null)) as mean_percentage_error, avg(coalesce(2.0 * abs(amount - came) / (abs(amount) + abs(came)), 0)) as symmetric_error,
       avg(abs(amount - came) / naive) as scaled_error
from called where ahead in (1, 2, 3, 6) group by ahead;

with monthly as materialized (
  select u.unit_id, date(invoiced_on, 'start of month') as month, sum(net) as net
  from sold join sales_order using (order_id) join person p on p.person_id = owner_id join org_unit u on u.unit_id = p.unit_id and u.valid_to is null
  group by 1, 2),
month_of(month) as (select distinct month from monthly where month >= '2024-10-01'),
change as materialized (
  select u.unit_id, a.month, abs(coalesce(m.net, 0) - coalesce(b.net, 0)) as off
  from month_of a join (select distinct unit_id from monthly) u left join monthly m on m.unit_id = u.unit_id and m.month = a.month
       left join monthly b on b.unit_id = u.unit_id and b.month = date(a.month, '-1 year')),
called as (
  select person_id, (strftime('%Y', month_start) - strftime('%Y', made_on)) * 12 + strftime('%m', month_start) - strftime('%m', made_on) as ahead,
         amount, coalesce(m.net, 0) as came,
         (select avg(off) from change c where c.unit_id = f.unit_id and c.month < date(made_on, 'start of month')) as naive
  from forecast_submission f left join monthly m on m.unit_id = f.unit_id and m.month = f.month_start
  where category = 'commit' and month_start between '2025-10-01' and '2026-09-01')
select name as forecaster, ahead as across, sum(abs(amount - came)) / sum(came) as value
from called join person using (person_id) where ahead in (1, 2, 3, 6) group by person_id, ahead;
