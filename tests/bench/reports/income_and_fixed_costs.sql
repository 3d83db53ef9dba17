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

with billed as (select invoice_id, sum(net) as net from invoice_line group by invoice_id),
paid as (select invoice_id, sum(amount) as amount from payment group by invoice_id),
due as (select substr(due_on, 1, 7) as month, sum(net - coalesce(amount, 0)) as due_receivables
        from invoice join billed using (invoice_id) left join paid using (invoice_id)
        where due_on between '2026-11-01' and '2027-04-30' group by 1),
planned as (select substr(date(planned_invoice_on, 'start of month', '+1 month'), 1, 7) as month,
                   sum((qty - qty_invoiced) * net_price) as planned_receipts
            from booked where cancelled_on is null and planned_invoice_on between '2026-10-01' and '2027-03-31' group by 1),
cost as (select substr(due_on, 1, 7) as month, sum(amount) as fixed_cost from fixed_cost
         where due_on between '2026-11-01' and '2027-04-30' group by 1)
select month, due_receivables, planned_receipts, coalesce(due_receivables, 0) + coalesce(planned_receipts, 0) as contracted_receipts,
       fixed_cost, (coalesce(due_receivables, 0) + coalesce(planned_receipts, 0)) / fixed_cost as contracted_cover,
       sum(coalesce(due_receivables, 0) + coalesce(planned_receipts, 0) - fixed_cost) over (order by month) as left_over
from cost left join due using (month) left join planned using (month);

with billed as (select invoice_id, sum(net) as net from invoice_line group by invoice_id),
paid as (select invoice_id, sum(amount) as amount from payment group by invoice_id),
due as (select substr(due_on, 1, 7) as month, sum(net - coalesce(amount, 0)) as due_receivables
        from invoice join billed using (invoice_id) left join paid using (invoice_id)
        where due_on between '2026-11-01' and '2027-04-30' group by 1),
planned as (select substr(date(planned_invoice_on, 'start of month', '+1 month'), 1, 7) as month,
                   sum((qty - qty_invoiced) * net_price) as planned_receipts
            from booked where cancelled_on is null and planned_invoice_on between '2026-10-01' and '2027-03-31' group by 1),
cost as (select substr(due_on, 1, 7) as month, sum(amount) as fixed_cost from fixed_cost
         where due_on between '2026-11-01' and '2027-04-30' group by 1)
select month, coalesce(due_receivables, 0) + coalesce(planned_receipts, 0) as contracted_receipts, fixed_cost
from cost left join due using (month) left join planned using (month);

select *, (cash_now + open_invoices + order_backlog) / fixed_cost_ahead as times_covered from (
  select (select amount from cash_balance, the where as_of <= today order by as_of desc limit 1) as cash_now,
         (select sum(net) from sold) - (select sum(amount) from payment) as open_invoices,
         (select sum((qty - qty_invoiced) * net_price) from booked where cancelled_on is null) as order_backlog,
         (select sum(amount) from fixed_cost where due_on between '2026-11-01' and '2027-04-30') as fixed_cost_ahead);

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
