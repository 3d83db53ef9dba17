-- The data end in May 1998, and so does 1997 when 1998 is compared with it.
with p(y, a, b, a0, b0) as (values
         ('1996', '1996-01-01', '1996-12-31', '', ''),
         ('1997', '1997-01-01', '1997-12-31', '1996-01-01', '1996-12-31'),
         ('1998', '1998-01-01', '1998-12-31', '1997-01-01', '1997-12-31')),
     l as (select line.CustomerID as c, substr(OrderDate, 1, 10) as d, net
           from line join Orders using (OrderID)),
     c as (select y, c, min(d) as first, sum(iif(d between a0 and b0, net, 0)) as r0,
                  sum(iif(d between a and b, net, 0)) as r1
           from l, p where d <= b group by y, c)
select y as year, sum(first like y || '%') as new_customers,
       sum(r0 = 0 and r1 > 0 and first < y) as returned_customers,
       sum(iif(r0 = 0 and r1 > 0 and first < y, r1, 0)) / 10000.0 as returned_revenue,
       printf('%.17e', 1.0 * sum(iif(first like y || '%', r1, 0)) / sum(r1)) as new_customer_share,
       sum(r0 > 0 and r1 = 0) as lost_customers
from c where y > '1996' group by y
union all select '1996', null, null, null, null, null order by 1;
