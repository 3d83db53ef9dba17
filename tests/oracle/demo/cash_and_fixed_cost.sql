with m(name, next) as (values ('2026-07', '2026-08'), ('2026-08', '2026-09'), ('2026-09', '2026-10'), ('2026-10', '2026-11'))
select name as month, (select amount from cash_balance where substr(as_of, 1, 7) = name) as cash,
       (select printf('%.2f', sum(cast(round(amount * 100) as integer)) / 100.0) from payment where substr(paid_on, 1, 7) = name) as received,
       (select sum(amount) from fixed_cost where substr(due_on, 1, 7) = name) as fixed_cost,
       (select sum(amount) from fixed_cost where substr(due_on, 1, 7) = next) as due_next
from m order by name;
