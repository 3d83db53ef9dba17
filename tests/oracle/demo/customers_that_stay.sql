with r as (select class, customer_id, sum(iif(y = '2024', net, 0)) as old, sum(iif(y = '2025', net, 0)) as new
           from sold join customer using (customer_id) where y in ('2024', '2025') group by 1, 2),
     b as (select * from r where old > 0),
     a as (select 'line' as level, class, sum(old) as old, sum(new) as new, sum(min(old, new)) as kept,
                  sum(new <= 0) as lost from b group by class
           union all select 'total', '', sum(old), sum(new), sum(min(old, new)), sum(new <= 0) from b)
select level, class as customer_class, printf('%.2f', old / 100.0) as base_revenue,
       printf('%.17e', 1.0 * new / old) as net_revenue_retention,
       printf('%.17e', 1.0 * kept / old) as gross_revenue_retention, lost as lost_customers
from a order by level, class;
