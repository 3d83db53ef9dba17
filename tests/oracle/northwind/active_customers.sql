with p(p) as (values ('1998-01'), ('1998-02'), ('1998-03'), ('1998-04')),
     a as (select p, CustomerID as c,
                  max(m <= p and m > substr(date(p || '-01', '-6 months'), 1, 7)) as now,
                  max(m <= substr(date(p || '-01', '-12 months'), 1, 7)
                      and m > substr(date(p || '-01', '-18 months'), 1, 7)) as before
           from p, line group by 1, 2)
select p as month, sum(before) as active_then, sum(before and not now) as lost,
       printf('%.17e', 1.0 * sum(before and not now) / sum(before)) as churn
from a group by p order by p;
