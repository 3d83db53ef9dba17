with p as (select ProductID,
                  sum(iif(m between '1997-01' and '1997-04', net, 0)) / 10000.0 as r0,
                  sum(iif(m between '1998-01' and '1998-04', net, 0)) / 10000.0 as r1,
                  sum(iif(m between '1997-01' and '1997-04', q, 0)) * 1.0 as q0,
                  sum(iif(m between '1998-01' and '1998-04', q, 0)) * 1.0 as q1
           from line group by 1),
     c as (select * from p where q0 > 0 and q1 > 0),
     t as (select sum(q0) as q0, sum(q1) as q1, sum(r0) as r0 from c)
select (select sum(round(r1 * 10000)) - sum(round(r0 * 10000)) from p) / 10000.0 as revenue_change,
       printf('%.17e', (select sum((r1 / q1 - r0 / q0) * q1) from c)) as price_effect,
       printf('%.17e', (t.q1 - t.q0) * (t.r0 / t.q0)) as volume_effect,
       printf('%.17e', (select sum((c.q1 - c.q0 * t.q1 / t.q0) * (c.r0 / c.q0)) from c)) as mix_effect,
       round((select sum(r1) from p where q0 = 0), 4) as new_effect,
       -round((select sum(r0) from p where q1 = 0), 4) as lost_effect
from t;
