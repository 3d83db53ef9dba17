create temp view booked as select l.*, o.ordered_on, o.promised_on, o.cancelled_on, p.family
  from order_line l join sales_order o using (order_id) join product p using (product_id);
select 'month', '2026-04', 'net_order_intake',
       (select sum(qty * net_price) from booked where ordered_on like '2026-04%')
       - (select coalesce(sum(qty * net_price), 0) from booked where cancelled_on like '2026-04%')
       + (select coalesce(sum(net), 0) from sold where is_credit = 1 and invoiced_on like '2026-04%');
select 'month', '2026-04', 'order_backlog',
       (select sum(qty * net_price) from booked where ordered_on <= '2026-04-30')
       - (select coalesce(sum(qty * net_price), 0) from booked where cancelled_on <= '2026-04-30')
       - (select sum(net) from sold where is_credit = 0 and invoiced_on <= '2026-04-30');
select 'family', 'total', 'late_backlog', sum((qty - qty_invoiced) * net_price) from booked, the
  where cancelled_on is null and promised_on < today;
select 'month', '2026-06', 'total', sum((qty - qty_invoiced) * net_price) from booked
  where cancelled_on is null and planned_invoice_on like '2026-06%';
select 'month', '2026-04', 'cancelled_orders', (select coalesce(sum(qty * net_price), 0) from booked where cancelled_on like '2026-04%')
       - (select coalesce(sum(net), 0) from sold where is_credit = 1 and invoiced_on like '2026-04%');
select 'late_for', '15..31', 'late_backlog', coalesce(sum((qty - qty_invoiced) * net_price), 0) from booked, the
  where cancelled_on is null and julianday(today) - julianday(promised_on) between 15 and 30;
create temp view still as select planned_invoice_on as day, (qty - qty_invoiced) * net_price as amount
  from booked where cancelled_on is null and qty > qty_invoiced;
select '', '', 'backlog', sum(amount) from still;
select '', '', 'planned_before', coalesce(sum(amount), 0) from still, the where day < today;
select '', '', 'planned_ahead', sum(amount) from still, the where day between today and '2026-08-31';
select '', '', 'planned_later', coalesce(sum(amount), 0) from still where day > '2026-08-31' or day is null;
select 'month', '2026-07', 'still_in_backlog', coalesce(sum(amount), 0) from still where day > '2026-07-31' or day is null;
select 'month', '2026-08', 'still_in_backlog', coalesce(sum(amount), 0) from still where day > '2026-08-31' or day is null;
