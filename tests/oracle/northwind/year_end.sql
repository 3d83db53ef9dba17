with d as (select net, substr(o.OrderDate, 1, 10) as d from line join Orders o using (OrderID)),
     s as (select sum(iif(d >= '1998-01-01', net, 0)) / 10000.0 as now,
                  sum(iif(d between '1997-01-01' and '1997-12-31', net, 0)) / 10000.0 as base,
                  sum(iif(d between '1997-01-01' and '1997-05-06', net, 0)) / 10000.0 as part
           from d)
select round(now, 4) as revenue, round(1.1 * base, 5) as target,
       round(1.1 * base - now, 5) as target_gap,
       printf('%.17e', now / (1.1 * base)) as target_attainment,
       printf('%.17e', part / base) as elapsed_share,
       printf('%.17e', now / (part / base)) as projection,
       printf('%.17e', now / (part / base) / (1.1 * base)) as projected_attainment
from s;
