with f as (select customer, min(closed) as first from deals where outcome = 'won' group by 1),
     n as (select count(*) as n from f where first between '2025-07-01' and '2025-09-30')
select n as new_customers,
       (select sum(amount) from costs where month_start between '2025-06-01' and '2025-08-31')
           / n as acquisition_cost_per_customer,
       (select printf('%.17e', sum(amount) / (select 1.0 * count(*) from leads
                                       where created between '2025-07-01' and '2025-10-01'))
        from costs where month_start between '2025-07-01' and '2025-09-30') as cost_per_lead
from n;
