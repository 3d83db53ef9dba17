with m(m, before) as (values ('2025-09', '2024-09'), ('2025-10', '2024-10')),
     w as (select substr(day, 1, 7) as m, count(*) as n from days
           where strftime('%w', day) between '1' and '5' group by 1),
     r as (select m.m, before, w.n, (select coalesce(sum(v), 0) from deal where outcome = 'won'
                                     and substr(closed, 1, 7) = m.m) as r,
                  z.n as n0, (select coalesce(sum(v), 0) from deal where outcome = 'won'
                              and substr(closed, 1, 7) = before) as r0
           from m join w on w.m = m.m join w z on z.m = before)
select m as month, r as revenue, n as working_days,
       iif(r0 > 0, printf('%.17e', 1.0 * r / n / (1.0 * r0 / n0) - 1), '') as growth_on_working_days
from r order by m;
