with pair as (select customer_id, sum(iif(invoiced_on < '2025-10-01', net, 0)) as old, sum(iif(invoiced_on >= '2025-10-01', net, 0)) as new
              from sold where invoiced_on between '2024-10-01' and '2026-09-30' group by customer_id)
select segment, sum(new) as revenue, sum(iif(old > 0, new, 0)) / sum(iif(old > 0, old, 0)) as net_revenue_retention,
       sum(iif(old > 0, min(old, new), 0)) / sum(iif(old > 0, old, 0)) as gross_revenue_retention,
       sum(iif(old > 0 and new <= 0, old, 0)) / sum(iif(old > 0, old, 0)) as revenue_churn
from pair join customer using (customer_id) group by segment;

with pair as (select customer_id, sum(iif(invoiced_on < '2025-10-01', net, 0)) as old, sum(iif(invoiced_on >= '2025-10-01', net, 0)) as new
              from sold where invoiced_on between '2024-10-01' and '2026-09-30' group by customer_id),
first as (select customer_id, min(ordered_on) as day, max(ordered_on between '2025-10-01' and '2026-09-30') as has_orders
          from sales_order group by customer_id)
select sum(old > 0) as base_customers, sum(old > 0 and new <= 0) as lost_customers, 1.0 * sum(old > 0 and new <= 0) / sum(old > 0) as logo_churn,
       sum(new > 0 and old <= 0) as gained_customers,
       (select count(*) from first where day between '2025-10-01' and '2026-09-30') as new_customers,
       sum(new > 0 and old <= 0 and day < '2025-10-01') as returned_customers,
       sum(iif(day between '2025-10-01' and '2026-09-30', new, 0)) / sum(new) as new_customer_share
from pair join first using (customer_id);

with purse as (select customer_id, sum(amount) as wallet, avg(julianday('2026-10-31') - julianday(estimated_on)) as age
               from wallet_estimate where year_start = '2025-01-01' group by customer_id),
sale as (select customer_id, sum(net) as revenue from sold where invoiced_on between '2025-01-01' and '2025-12-31' group by customer_id)
select (select sum(revenue) from sale join purse using (customer_id) where wallet > 0) / sum(wallet) as share_of_wallet,
       sum(min(coalesce(revenue, 0), wallet)) / sum(wallet) as capped_share_of_wallet,
       (select sum(revenue) from sale join purse using (customer_id) where wallet > 0) / (select sum(revenue) from sale) as wallet_coverage,
       avg(age) as mean_wallet_age, sum(revenue > wallet) as wallets_too_small
from purse left join sale using (customer_id) where wallet > 0;

with sale as (select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter, customer_id, sum(net) as net
              from sold where invoiced_on between '2025-10-01' and '2026-09-30' group by 1, 2)
select quarter, max(net) / sum(net) as largest_share, 10000 * sum(net * net) / (sum(net) * sum(net)) as hhi_points,
       sum(net) * sum(net) / sum(net * net) as effective_customers
from sale where net > 0 group by quarter;

with sale as (select sum(net) as net from sold where invoiced_on between '2025-10-01' and '2026-09-30' group by customer_id)
select (select sum(net) from (select net from sale order by net desc limit 5)) / sum(net) as top_share from sale where net > 0;

with pair as (select customer_id, sum(iif(invoiced_on < '2025-10-01', net, 0)) as old, sum(iif(invoiced_on >= '2025-10-01', net, 0)) as new
              from sold where invoiced_on between '2024-10-01' and '2026-09-30' group by customer_id),
placed as (
  select *, sum(max(old, 0)) over (order by old desc, customer_id rows unbounded preceding) - max(old, 0) as before_then,
         sum(max(new, 0)) over (order by new desc, customer_id rows unbounded preceding) - max(new, 0) as before_now,
         sum(max(old, 0)) over () as all_then, sum(max(new, 0)) over () as all_now
  from pair)
select case when old <= 0 then 'C' when before_then < 0.8 * all_then then 'A' when before_then < 0.95 * all_then then 'B' else 'C' end as class_then,
       case when new <= 0 then 'C' when before_now < 0.8 * all_now then 'A' when before_now < 0.95 * all_now then 'B' else 'C' end as class_now,
       count(*) as members, sum(old) as value_then, sum(new) as value_now
from placed group by 1, 2;

with sale as (select customer_id, sum(net) as revenue from sold where invoiced_on between '2025-10-01' and '2026-09-30' group by customer_id),
bought as (select customer_id, max(ordered_on) as last_order, count(*) as orders from sales_order
           where ordered_on between '2025-10-01' and '2026-09-30' group by customer_id)
select name as customer, last_order, orders, revenue,
       5 - (rank() over (order by last_order desc) - 1) * 5 / count(*) over () as recency_score,
       5 - (rank() over (order by orders desc) - 1) * 5 / count(*) over () as frequency_score,
       5 - (rank() over (order by revenue desc) - 1) * 5 / count(*) over () as value_score
from sale left join bought using (customer_id) join customer using (customer_id) where revenue > 0 order by revenue desc limit 15;
