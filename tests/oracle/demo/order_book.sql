with q(name, a, b) as (values ('2025-Q4', '2025-10-01', '2026-01-01'), ('2026-Q1', '2026-01-01', '2026-04-01'),
                              ('2026-Q2', '2026-04-01', '2026-07-01'), ('2026-Q3', '2026-07-01', '2026-10-01')),
     l as (select l.line_id, ordered_on, cancelled_on, l.qty, cast(round(net_price * 100) as integer) as p
           from order_line l join sales_order using (order_id)),
     f as (select name, a, b,
             (select sum(qty * p) from l where ordered_on >= a and ordered_on < b)
             - (select coalesce(sum(qty * p), 0) from l where cancelled_on >= a and cancelled_on < b)
             + (select coalesce(sum(net), 0) from sold where is_credit = 1 and day >= a and day < b) as intake,
             (select sum(net) from sold where day >= a and day < b) as invoiced,
             (select sum(qty * p) from l where ordered_on < b and (cancelled_on is null or cancelled_on >= b))
             - (select sum(net) from sold where is_credit = 0 and day < b) as backlog
           from q)
select name as quarter, printf('%.2f', intake / 100.0) as net_order_intake, printf('%.2f', invoiced / 100.0) as invoiced,
       printf('%.17e', 1.0 * intake / invoiced) as book_to_bill, printf('%.2f', backlog / 100.0) as order_backlog,
       0 as backlog_residual
from f order by name;
