select 'month', '2026-04', 'received', sum(amount) from payment where paid_on like '2026-04%';
select 'month', 'total', 'fixed_cost', sum(amount) from fixed_cost where due_on between '2025-05-01' and '2026-04-30';
select 'months_to_payment', '0', 'part_of_received',
       sum(iif(p.paid_on < date(invoiced_on, '+1 month'), p.amount, 0)) / sum(p.amount)
  from payment p join invoice using (invoice_id) where paid_on between '2025-05-01' and '2026-04-30';
select 'quarter', '2026-Q1', 'receivables',
       (select sum(net) from sold where invoiced_on <= '2026-03-31') - (select sum(amount) from payment where paid_on <= '2026-03-31');
select 'quarter', '2026-Q1', 'contribution_margin_share',
       1 - (sum(cost) + (select sum(freight_cost) from invoice where invoiced_on between '2026-01-01' and '2026-03-31')) / sum(net)
  from sold where invoiced_on between '2026-01-01' and '2026-03-31';
select 'month', '2026-06', 'due_receivables', sum(billed - coalesce(paid, 0)) from (
  select due_on, (select sum(net) from invoice_line l where l.invoice_id = i.invoice_id) as billed,
         (select sum(amount) from payment p where p.invoice_id = i.invoice_id) as paid from invoice i)
  where due_on like '2026-06%';
create temp view open_invoice as select due_on, (select sum(net) from invoice_line l where l.invoice_id = i.invoice_id)
    - coalesce((select sum(amount) from payment p where p.invoice_id = i.invoice_id), 0) as amount from invoice i;
create temp view from_backlog as select date(planned_invoice_on, '+1 month') as due_on, (qty - qty_invoiced) * net_price as amount
  from order_line join sales_order using (order_id) where cancelled_on is null;
create temp table margin as select 1 - (sum(cost) + (select sum(freight_cost) from invoice where invoiced_on between '2025-05-01' and '2026-04-30')) / sum(net) as share
  from sold where invoiced_on between '2025-05-01' and '2026-04-30';
select 'month', '2026-08', 'cash_then', (select amount from cash_balance order by as_of desc limit 1)
  + (select sum(amount) from open_invoice where due_on between today and '2026-08-31')
  + share * (select sum(amount) from from_backlog where due_on between today and '2026-08-31')
  - (select sum(amount) from fixed_cost where due_on between today and '2026-08-31') from margin, the;
select '', '', 'least_cash', min(cash) from (select (select amount from cash_balance order by as_of desc limit 1)
    + coalesce((select sum(amount) from open_invoice where due_on between today and last), 0)
    + share * coalesce((select sum(amount) from from_backlog where due_on between today and last), 0)
    - (select sum(amount) from fixed_cost where due_on between today and last) as cash
  from margin, the, (select '2026-05-31' as last union all select '2026-06-30' union all select '2026-07-31' union all select '2026-08-31'
    union all select '2026-09-30' union all select '2026-10-31' union all select '2026-11-30'));
select 'month', '2026-04', 'contracted_share', ((select sum(net) from sold where invoiced_on like '2026-04%')
    + (select coalesce(sum((qty - qty_invoiced) * net_price), 0) from order_line join sales_order using (order_id)
       where cancelled_on is null and planned_invoice_on like '2026-04%'))
  / sum(amount * share) from target join (select date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
      1.0 * sum(iif(day like '2026-04%', working_day, 0)) / sum(working_day) as share
    from calendar where day between '2026-04-01' and '2026-06-30' group by 1) using (quarter_start)
  where measure = 'revenue' and version = 'budget' and person_id is null;
select 'payment_lag', '1', 'paid_part',
       sum(iif((strftime('%Y', paid_on) - strftime('%Y', invoiced_on)) * 12 + strftime('%m', paid_on) - strftime('%m', invoiced_on) = 1, amount, 0))
       / (select sum(net) from sold where invoiced_on between '2024-11-01' and '2025-10-31')
  from payment join invoice using (invoice_id) where invoiced_on between '2024-11-01' and '2025-10-31';
select 'month', '2026-08', 'break_even_ahead', (select sum(amount) from fixed_cost where due_on like '2026-08%') / share from margin;
