select 'quarter', '2025-Q2', 'new_market_share', sum(iif(invoiced_on < date(entered_on, '+24 months'), net, 0)) / sum(net)
  from sold where invoiced_on between '2025-04-01' and '2025-06-30';
select 'quarter', '2026-Q1', 'newcomer_share', sum(iif(invoiced_on < date(first_order_on, '+12 months'), net, 0)) / sum(net)
  from sold where invoiced_on between '2026-01-01' and '2026-03-31';
select 'ansoff', 'product development', 'revenue', sum(net) from sold
  where invoiced_on between '2025-05-01' and '2026-04-30' and invoiced_on >= date(entered_on, '+24 months')
    and invoiced_on < date(launched_on, '+24 months');
select 'quarter', '2026-Q1', 'gross_margin', sum(net - cost) from sold
  where cost is not null and invoiced_on between '2026-01-01' and '2026-03-31';
select 'objective level', 'total', 'rhythm_kept', 1.0 * sum(held_on is not null) / count(*) from rhythm_log
  where due_on between '2025-05-01' and '2026-04-30';
select 'new_market', 'True', 'open_value', sum(n.amount) from now_open n join opportunity o using (opportunity_id)
  join customer c on c.customer_id = o.customer_id join market m on m.market_id = c.market_id
  where o.created_on < date(entered_on, '+24 months');
select 'objective level', 'total', 'last_meeting', max(held_on) from rhythm_log where due_on between '2025-05-01' and '2026-04-30';
