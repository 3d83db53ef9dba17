with q(qu, a, b, later) as (values ('2025-Q2', '2024-07-01', '2025-06-30', '2025-07-01'),
                                  ('2025-Q3', '2024-10-01', '2025-09-30', '2025-10-01')),
     s as (select qu, (select sum(cast(first_amount as integer)) from deal where cu = q.qu) as c,
                  (select cast(amount as integer) from targets where quarter_start = later) as t,
                  (select sum(v) from deal where outcome = 'won' and closed between a and b) as w,
                  (select sum(v) from deal where outcome <> '' and closed between a and b) as n
           from q)
select qu as quarter, c as created_value, t as later_target,
       printf('%.17e', 1.0 * w / n) as yearly_win_rate_by_value,
       printf('%.17e', 1.0 * t * n / w) as required_creation,
       printf('%.17e', 1.0 * t * n / w - c) as creation_gap,
       printf('%.17e', 1.0 * c * w / (1.0 * t * n)) as creation_attainment
from s order by 1;
