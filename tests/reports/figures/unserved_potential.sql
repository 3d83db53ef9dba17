select 'region', 'North', 'penetration', 1.0 * (select count(*) from (select 1 from sold where region = 'North'
    and invoiced_on between '2025-05-01' and '2026-04-30' group by customer_id having sum(net) > 0)) / count(*) from customer where region = 'North';
-- of a year of days the estimate of each year gives its share
select 'region', 'total', 'potential', sum(amount * iif(year_start = '2025-01-01', 245, 120) / 365.0)
  from wallet_estimate where year_start in ('2025-01-01', '2026-01-01');
