with w as (select sum(day <= '2025-10-31') as n, sum(day > '2025-10-31') as rest from days
           where day between '2025-10-01' and '2025-12-31' and strftime('%w', day) between '1' and '5'),
     r as (select sum(v) as r from deal where outcome = 'won' and qu = '2025-Q4'),
     t as (select cast(amount as integer) as t from targets where quarter_start = '2025-10-01')
select r as revenue, t as target, n as working_days, rest as working_days_left,
       printf('%.17e', 1.0 * r / n) as revenue_per_working_day,
       printf('%.17e', 1.0 * (t - r) / rest) as required_per_working_day
from w, r, t;
