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
