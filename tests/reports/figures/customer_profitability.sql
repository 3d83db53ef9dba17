select 'customer_class', 'total', 'contribution_margin', sum(net) - sum(cost)
       - (select sum(freight_cost) from invoice where invoiced_on between '2025-05-01' and '2026-04-30')
  from sold where invoiced_on between '2025-05-01' and '2026-04-30';
-- Contacts, and 8 % a year of what was paid, from the invoice on.
select 'customer_class', 'A', 'cost_to_serve',
  (select sum(case kind when 'visit' then 240 when 'demo' then 350 when 'call' then 30 else 5 end)
   from activity join customer using (customer_id) where class = 'A' and done_on between '2025-05-01' and '2026-04-30')
  + (select sum(p.amount * 0.08 * (julianday(paid_on) - julianday(invoiced_on)) / 365)
     from payment p join invoice using (invoice_id) join customer using (customer_id)
     where class = 'A' and paid_on between '2025-05-01' and '2026-04-30');
