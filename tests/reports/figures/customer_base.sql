create temp view pairs as
  select customer_id, segment, coalesce(sum(net) filter (where invoiced_on between '2024-05-01' and '2025-04-30'), 0) as old,
         coalesce(sum(net) filter (where invoiced_on between '2025-05-01' and '2026-04-30'), 0) as new from sold group by customer_id;
select 'segment', 'total', 'net_revenue_retention', sum(new) / sum(old) from pairs where old > 0;
select 'segment', 'total', 'gross_revenue_retention', sum(min(old, new)) / sum(old) from pairs where old > 0;
select 'segment', 'Food', 'revenue', sum(new) from pairs where segment = 'Food';
select '', '', 'lost_customers', sum(old > 0 and new <= 0) from pairs;
select '', '', 'top_share', (select sum(new) from (select new from pairs order by new desc limit 5)) / sum(new) from pairs where new > 0;
select 'quarter', '2026-Q1', 'hhi_points', 10000 * sum(v * v) / (sum(v) * sum(v)) from (
  select sum(net) as v from sold where invoiced_on between '2026-01-01' and '2026-03-31' group by customer_id) where v > 0;
