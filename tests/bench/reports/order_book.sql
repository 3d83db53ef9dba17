with flow(day, name, amount) as (
  select ordered_on, 'ordered', qty * net_price from booked
  union all select cancelled_on, 'cancelled', qty * net_price from booked where cancelled_on is not null
  union all select invoiced_on, iif(is_credit, 'credit', 'invoiced'), net from sold),
monthly as (select substr(day, 1, 7) as month,
                   sum(case name when 'ordered' then amount when 'cancelled' then -amount when 'credit' then amount else 0 end) as net_order_intake,
                   sum(iif(name in ('invoiced', 'credit'), amount, 0)) as invoiced,
                   sum(case name when 'ordered' then amount when 'cancelled' then -amount when 'invoiced' then -amount else 0 end) as change
            from flow group by 1)
select * from (select month, net_order_intake, invoiced, sum(change) over (order by month) as order_backlog from monthly)
where month between '2025-10' and '2026-09';

with flow(month, name, amount) as (
  select substr(ordered_on, 1, 7), 'ordered', qty * net_price from booked where ordered_on between '2025-10-01' and '2026-09-30'
  union all select substr(cancelled_on, 1, 7), 'cancelled', qty * net_price from booked where cancelled_on between '2025-10-01' and '2026-09-30'
  union all select substr(invoiced_on, 1, 7), 'cancelled', -net from sold where is_credit and invoiced_on between '2025-10-01' and '2026-09-30')
select month, sum(iif(name = 'ordered', amount, 0)) as order_intake, sum(iif(name = 'cancelled', amount, 0)) as cancelled_orders,
       sum(iif(name = 'ordered', amount, -amount)) as net_order_intake
from flow group by month;

with flow(day, name, amount) as (
  select ordered_on, 'ordered', qty * net_price from booked
  union all select cancelled_on, 'cancelled', qty * net_price from booked where cancelled_on is not null
  union all select invoiced_on, iif(is_credit, 'credit', 'invoiced'), net from sold),
monthly as (select substr(day, 1, 7) as month,
                   sum(case name when 'ordered' then amount when 'cancelled' then -amount when 'credit' then amount else 0 end) as booked,
                   sum(iif(name in ('invoiced', 'credit'), amount, 0)) as billed,
                   sum(case name when 'ordered' then amount when 'cancelled' then -amount when 'invoiced' then -amount else 0 end) as change
            from flow group by 1)
select * from (
  select month, booked / billed as book_to_bill,
         sum(booked) over (order by month rows 2 preceding) / sum(billed) over (order by month rows 2 preceding) as book_to_bill_3_months,
         sum(booked) over (order by month rows 11 preceding) / sum(billed) over (order by month rows 11 preceding) as book_to_bill_12_months,
         sum(change) over (order by month) / sum(billed) over (order by month rows 11 preceding) * 12 as backlog_cover
  from monthly) where month between '2025-10' and '2026-09';

with flow(day, name, amount) as (
  select ordered_on, 'ordered', qty * net_price from booked
  union all select cancelled_on, 'cancelled', qty * net_price from booked where cancelled_on is not null
  union all select invoiced_on, iif(is_credit, 'credit', 'invoiced'), net from sold)
select sum(case name when 'ordered' then amount when 'cancelled' then -amount when 'invoiced' then -amount else 0 end)
         filter (where day < '2025-10-01') as opening_backlog,
       sum(amount) filter (where name = 'ordered' and day >= '2025-10-01') as order_intake,
       sum(iif(name = 'cancelled', -amount, amount)) filter (where name in ('cancelled', 'credit') and day >= '2025-10-01') as less_cancelled,
       -sum(amount) filter (where name in ('invoiced', 'credit') and day >= '2025-10-01') as less_invoiced
from flow where day <= '2026-09-30';

with flow(product_id, name, amount) as (
  select product_id, 'ordered', qty * net_price from booked where ordered_on between '2025-10-01' and '2026-09-30'
  union all select product_id, 'cancelled', -qty * net_price from booked where cancelled_on between '2025-10-01' and '2026-09-30'
  union all select product_id, iif(is_credit, 'credit', 'invoiced'), net from sold join order_line using (line_id) where invoiced_on between '2025-10-01' and '2026-09-30')
select family, sum(amount) filter (where name <> 'invoiced') as net_order_intake,
       sum(amount) filter (where name in ('invoiced', 'credit')) as invoiced,
       sum(amount) filter (where name <> 'invoiced') / sum(amount) filter (where name in ('invoiced', 'credit')) as book_to_bill
from flow join (select product_id, family from product) using (product_id) group by family;

select family, sum((qty - qty_invoiced) * net_price) as order_backlog,
       sum(iif(promised_on < today, (qty - qty_invoiced) * net_price, 0)) as late_backlog,
       sum(iif(promised_on < today, (qty - qty_invoiced) * net_price, 0)) / sum((qty - qty_invoiced) * net_price) as late_part
from booked join product using (product_id), the where cancelled_on is null group by family;

select case when late < 8 then '..8' when late < 15 then '8..15' when late < 31 then '15..31' when late < 61 then '31..61' else '61..' end as late_for,
       sum(amount) as late_backlog
from (select julianday(today) - julianday(promised_on) as late, (qty - qty_invoiced) * net_price as amount
      from booked, the where cancelled_on is null and promised_on < today) group by 1;

select sum(amount) as backlog, sum(iif(planned_invoice_on < today, amount, 0)) as planned_before,
       sum(iif(planned_invoice_on between today and '2027-01-31', amount, 0)) as planned_ahead,
       sum(iif(planned_invoice_on > '2027-01-31' or planned_invoice_on is null, amount, 0)) as planned_later
from (select planned_invoice_on, (qty - qty_invoiced) * net_price as amount from booked where cancelled_on is null), the;

select substr(planned_invoice_on, 1, 7) as month, family as across, sum((qty - qty_invoiced) * net_price) as value
from booked join product using (product_id)
where cancelled_on is null and planned_invoice_on between '2026-10-31' and '2027-01-31' group by 1, 2;

with planned as (select coalesce(substr(planned_invoice_on, 1, 7), '9999-12') as month,
                        (qty - qty_invoiced) * net_price as amount, planned_invoice_on >= '2026-10-31' as ahead
                 from booked where cancelled_on is null)
select * from (select month, sum(iif(ahead, amount, 0)) as backlog_planned,
                      sum(sum(amount)) over (order by month rows between 1 following and unbounded following) as still_in_backlog
               from planned group by month)
where month between '2026-10' and '2027-01';
