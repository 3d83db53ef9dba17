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
select sum(new > 0) as active_customers, sum(old > 0) as base_customers, sum(old > 0 and new <= 0) as lost_customers, 1.0 * sum(old > 0 and new <= 0) / sum(old > 0) as logo_churn,
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

with sale as (select sum(net) as net from sold where invoiced_on between '2025-10-01' and '2026-09-30' group by customer_id),
placed as (select net, rank() over (order by net desc) as place from sale where net > 0)
select sum(iif(place <= 1, net, 0)) / sum(net) as top_1, sum(iif(place <= 5, net, 0)) / sum(net) as top_5,
       sum(iif(place <= 10, net, 0)) / sum(net) as top_10 from placed;

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

with sale as (select customer_id, sum(net) as net, sum(net - cost) as margin, sum(iif(cost is null, 0, net)) as known
              from sold where invoiced_on between '2025-10-01' and '2026-09-30' group by customer_id),
placed as (select *, sum(max(net, 0)) over (order by net desc, customer_id rows unbounded preceding) - max(net, 0) as before,
                  sum(max(net, 0)) over () as everything from sale)
select case when net <= 0 then 'C' when before < 0.8 * everything then 'A' when before < 0.95 * everything then 'B' else 'C' end as class,
       count(*) as members, sum(net) as value, sum(margin) as margin, sum(margin) / sum(known) as margin_share
from placed group by 1;

with sale as (select customer_id, sum(net) as revenue from sold where invoiced_on between '2025-10-01' and '2026-09-30' group by customer_id),
bought as (select customer_id, max(ordered_on) as last_order, count(*) as orders from sales_order
           where ordered_on between '2025-10-01' and '2026-09-30' group by customer_id)
select name as customer, last_order, orders, revenue,
       5 - (rank() over (order by last_order desc) - 1) * 5 / count(*) over () as recency_score,
       5 - (rank() over (order by orders desc) - 1) * 5 / count(*) over () as frequency_score,
       5 - (rank() over (order by revenue desc) - 1) * 5 / count(*) over () as value_score
from sale left join bought using (customer_id) join customer using (customer_id) where revenue > 0 order by revenue desc limit 15;

with pair as (select customer_id, sum(iif(invoiced_on < '2025-10-01', net, 0)) as old, sum(iif(invoiced_on >= '2025-10-01', net, 0)) as new
              from sold where invoiced_on between '2024-10-01' and '2026-09-30' group by customer_id),
bought as (select customer_id, max(ordered_on) filter (where ordered_on < '2025-10-01') as last_old, sum(ordered_on < '2025-10-01') as orders_old,
                  max(ordered_on) filter (where ordered_on >= '2025-10-01') as last_new, sum(ordered_on >= '2025-10-01') as orders_new
           from sales_order where ordered_on between '2024-10-01' and '2026-09-30' group by customer_id),
both as (select customer_id, coalesce(old, 0) as old, coalesce(new, 0) as new, last_old, orders_old, last_new, orders_new
         from pair full join bought using (customer_id)),
scored as (
  select *, 5 - (rank() over (partition by old > 0 order by last_old desc) - 1) * 5 / sum(old > 0) over () as r_old,
         5 - (rank() over (partition by old > 0 order by orders_old desc) - 1) * 5 / sum(old > 0) over () as f_old,
         5 - (rank() over (partition by old > 0 order by old desc) - 1) * 5 / sum(old > 0) over () as m_old,
         5 - (rank() over (partition by new > 0 order by last_new desc) - 1) * 5 / sum(new > 0) over () as r_new,
         5 - (rank() over (partition by new > 0 order by orders_new desc) - 1) * 5 / sum(new > 0) over () as f_new,
         5 - (rank() over (partition by new > 0 order by new desc) - 1) * 5 / sum(new > 0) over () as m_new
  from both)
select case when old <= 0 then 'no revenue' when last_old is null then 'others' when min(r_old, f_old, m_old) >= 4 then 'champions'
            when r_old <= 2 and max(f_old, m_old) >= 4 then 'at risk' when r_old <= 2 then 'asleep' else 'others' end as segment_then,
       case when new <= 0 then 'no revenue' when last_new is null then 'others' when min(r_new, f_new, m_new) >= 4 then 'champions'
            when r_new <= 2 and max(f_new, m_new) >= 4 then 'at risk' when r_new <= 2 then 'asleep' else 'others' end as segment_now,
       count(*) as members, sum(old) as value_then, sum(new) as value_now
from scored group by 1, 2;

with sale as (select s.customer_id, family, sum(net) as net from sold s join order_line using (line_id) join product using (product_id)
              where invoiced_on between '2025-10-01' and '2026-09-30' group by 1, 2),
best as (select customer_id, sum(net) as net from sale group by 1 order by 2 desc limit 15)
select name as customer, family as across, sale.net as value from best join sale using (customer_id) join customer using (customer_id);

with sale as (select customer_id, sum(net) as net from sold where invoiced_on between '2026-01-01' and '2026-12-31' group by customer_id),
plan as (select customer_id, sum(revenue_goal) as goal, sum(actions) as actions, sum(actions_done) as done
         from account_plan where year_start = '2026-01-01' group by customer_id)
select segment, sum(net) as revenue, sum(iif(goal > 0, net, 0)) as revenue_with_goal, sum(goal) as revenue_goal,
       sum(iif(goal > 0, net, 0)) / sum(goal) as goal_reached, sum(actions) as plan_actions, sum(done) as plan_actions_done,
       1.0 * sum(done) / sum(actions) as actions_done
from customer left join sale using (customer_id) left join plan using (customer_id) group by segment having sum(goal) > 0;
