select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter,
       sum(iif(invoiced_on < date(entered_on, '+24 months'), net, 0)) / sum(net) as new_market_share, 0.05 as market_goal
from sold join customer using (customer_id) join market using (market_id) where invoiced_on between '2025-10-01' and '2026-09-30' group by 1;

select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter,
       sum(iif(invoiced_on < date(launched_on, '+24 months'), net, 0)) / sum(net) as new_product_share, 0.15 as product_goal
from sold join order_line using (line_id) join product using (product_id) where invoiced_on between '2025-10-01' and '2026-09-30' group by 1;

select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter,
       sum(iif(invoiced_on < date(first_order_on, '+12 months'), net, 0)) / sum(net) as newcomer_share, 0.1 as newcomer_goal
from sold join customer using (customer_id) where invoiced_on between '2025-10-01' and '2026-09-30' group by 1;

with sale as (select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter, customer_id, sum(net) as net
              from sold where invoiced_on between '2024-10-01' and '2026-09-30' group by 1, 2)
select (substr(b.quarter, 1, 4) + 1) || substr(b.quarter, 5) as quarter,
       sum(n.net) / sum(b.net) as net_revenue_retention, 1 as retention_goal
from sale b left join sale n on n.customer_id = b.customer_id and n.quarter = (substr(b.quarter, 1, 4) + 1) || substr(b.quarter, 5)
where b.net > 0 and b.quarter < '2025-Q4' group by 1;

select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter,
       sum(net - cost) / sum(net) as gross_margin_share, 0.3 as margin_goal
from sold where cost is not null and invoiced_on between '2025-10-01' and '2026-09-30' group by 1;

with sale as (select invoiced_on < date(entered_on, '+24 months') as new_market, invoiced_on < date(launched_on, '+24 months') as new_product, net, sold.cost
              from sold join customer using (customer_id) join market using (market_id) join order_line using (line_id)
                   join product using (product_id)
              where invoiced_on between '2025-10-01' and '2026-09-30')
select case when new_market and new_product then 'diversification' when new_market then 'market development'
            when new_product then 'product development' else 'market penetration' end as ansoff,
       sum(net) as revenue, sum(net) / sum(sum(net)) over () as ansoff_share, sum(net - cost) as gross_margin,
       sum(net - cost) / sum(iif(cost is null, 0, net)) as gross_margin_share
from sale group by 1;

with deal as (select o.created_on < date(entered_on, '+24 months') as new_market, sum(n.amount) as open_value
              from now_open n join opportunity o using (opportunity_id) join customer c on c.customer_id = o.customer_id
                   join market m on m.market_id = c.market_id group by 1),
sale as (select invoiced_on < date(entered_on, '+24 months') as new_market, sum(net) as revenue
         from sold join customer using (customer_id) join market using (market_id)
         where invoiced_on between '2025-10-01' and '2026-09-30' group by 1)
select iif(new_market, 'True', 'False') as new_market, open_value, 1.0 * open_value / sum(open_value) over () as part_of_open,
       revenue as recent_revenue, revenue / sum(revenue) over () as part_of_revenue
from deal join sale using (new_market);

with sale as (select strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) as quarter, customer_id, sum(net) as net, sum(net - cost) as margin
              from sold where invoiced_on between '2025-10-01' and '2026-09-30' group by 1, 2),
done as (select strftime('%Y-Q', done_on) || ((strftime('%m', done_on) + 2) / 3) as quarter, count(*) as n from activity
         where done_on between '2025-10-01' and '2026-09-30' group by 1),
came as (select strftime('%Y-Q', created_at) || ((strftime('%m', created_at) + 2) / 3) as quarter, count(*) as n from lead
         where date(created_at) between '2025-10-01' and '2026-09-30' group by 1),
created as (select strftime('%Y-Q', at) || ((strftime('%m', at) + 2) / 3) as quarter, sum(amount) as n from opportunity_history
            where field = 'created' and date(at) between '2025-10-01' and '2026-09-30' group by 1),
decided as (select strftime('%Y-Q', closed_on) || ((strftime('%m', closed_on) + 2) / 3) as quarter, 1.0 * sum(status = 'won') / count(*) as n
            from opportunity where status in ('won', 'lost') and closed_on between '2025-10-01' and '2026-09-30' group by 1),
ordered as (select strftime('%Y-Q', ordered_on) || ((strftime('%m', ordered_on) + 2) / 3) as quarter, sum(qty * net_price) as n
            from booked where ordered_on between '2025-10-01' and '2026-09-30' group by 1),
earned as (select quarter, sum(net) as revenue, sum(margin) as margin,
                  10000 * sum(max(net, 0) * max(net, 0)) / (sum(max(net, 0)) * sum(max(net, 0))) as hhi from sale group by 1)
select quarter, done.n as done_activities, came.n as leads, created.n as created_value, decided.n as win_rate, ordered.n as order_intake,
       revenue, margin as gross_margin, hhi as hhi_points
from earned join done using (quarter) join came using (quarter) join created using (quarter) join decided using (quarter) join ordered using (quarter);

select (select 1.0 * sum(done_on >= '2025-10-01') / sum(done_on < '2025-10-01') - 1 from activity
        where done_on between '2024-10-01' and '2026-09-30') as activities_growth,
       (select 1.0 * sum(created_at >= '2025-10-01') / sum(created_at < '2025-10-01') - 1 from lead
        where date(created_at) between '2024-10-01' and '2026-09-30') as leads_growth,
       (select 1.0 * sum(iif(at >= '2025-10-01', amount, 0)) / sum(iif(at < '2025-10-01', amount, 0)) - 1 from opportunity_history
        where field = 'created' and date(at) between '2024-10-01' and '2026-09-30') as creation_growth,
       (select 1.0 * sum(iif(ordered_on >= '2025-10-01', qty * net_price, 0)) / sum(iif(ordered_on < '2025-10-01', qty * net_price, 0)) - 1
        from booked where ordered_on between '2024-10-01' and '2026-09-30') as intake_growth,
       (select 1.0 * sum(iif(invoiced_on >= '2025-10-01', net, 0)) / sum(iif(invoiced_on < '2025-10-01', net, 0)) - 1
        from sold where invoiced_on between '2024-10-01' and '2026-09-30') as revenue_growth;

select o.name as objective, level, count(*) as meetings_due, sum(held_on is not null) as meetings_held,
       1.0 * sum(held_on is not null) / count(*) as rhythm_kept,
       max(held_on) as last_meeting
from rhythm_log r join indicator i using (indicator_id) join objective o on o.objective_id = i.objective_id
where due_on between '2025-10-01' and '2026-09-30' group by o.objective_id, level;
