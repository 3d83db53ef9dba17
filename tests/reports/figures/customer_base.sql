create temp view pairs as
  select customer_id, segment, coalesce(sum(net) filter (where invoiced_on between '2024-05-01' and '2025-04-30'), 0) as old,
         coalesce(sum(net) filter (where invoiced_on between '2025-05-01' and '2026-04-30'), 0) as new from sold group by customer_id;
select 'segment', 'total', 'net_revenue_retention', sum(new) / sum(old) from pairs where old > 0;
select 'segment', 'total', 'gross_revenue_retention', sum(min(old, new)) / sum(old) from pairs where old > 0;
select 'segment', 'Food', 'revenue', sum(new) from pairs where segment = 'Food';
select '', '', 'lost_customers', sum(old > 0 and new <= 0) from pairs;
select '', '', 'top_5', (select sum(new) from (select new from pairs order by new desc limit 5)) / sum(new) from pairs where new > 0;
select 'quarter', '2026-Q1', 'hhi_points', 10000 * sum(v * v) / (sum(v) * sum(v)) from (
  select sum(net) as v from sold where invoiced_on between '2026-01-01' and '2026-03-31' group by customer_id) where v > 0;
select '', '', 'active_customers', sum(new > 0) from pairs;
select '', '', 'top_10', (select sum(new) from (select new from pairs order by new desc limit 10)) / sum(new) from pairs where new > 0;
create temp table class_of as select customer_id, new,
  case when new <= 0 then 'C' when before < 0.8 then 'A' when before < 0.95 then 'B' else 'C' end as abc
  from (select customer_id, new, coalesce(1.0 * sum(max(new, 0)) over (order by new desc rows between unbounded preceding and 1 preceding), 0)
          / sum(max(new, 0)) over () as before from pairs);
select 'class', abc, 'margin', sum(net - cost) from sold join class_of using (customer_id)
  where cost is not null and invoiced_on between '2025-05-01' and '2026-04-30' group by abc;
select 'class', abc, 'margin_share', sum(net - cost) / sum(net) from sold join class_of using (customer_id)
  where cost is not null and invoiced_on between '2025-05-01' and '2026-04-30' group by abc;
create temp table scored as
  with bought as (select customer_id, old, new,
      (select max(ordered_on) from sales_order o where o.customer_id = p.customer_id and ordered_on between '2024-05-01' and '2025-04-30') as last_old,
      (select max(ordered_on) from sales_order o where o.customer_id = p.customer_id and ordered_on between '2025-05-01' and '2026-04-30') as last_new,
      (select count(*) from sales_order o where o.customer_id = p.customer_id and ordered_on between '2024-05-01' and '2025-04-30') as orders_old,
      (select count(*) from sales_order o where o.customer_id = p.customer_id and ordered_on between '2025-05-01' and '2026-04-30') as orders_new
    from pairs p)
  select customer_id, old, new, last_old, last_new,
    5 - (rank() over (order by iif(old > 0, last_old, '') desc) - 1) * 5 / (select count(*) from bought where old > 0) as r_old,
    5 - (rank() over (order by iif(old > 0, orders_old, -1) desc) - 1) * 5 / (select count(*) from bought where old > 0) as f_old,
    5 - (rank() over (order by iif(old > 0, old, -1) desc) - 1) * 5 / (select count(*) from bought where old > 0) as m_old,
    5 - (rank() over (order by iif(new > 0, last_new, '') desc) - 1) * 5 / (select count(*) from bought where new > 0) as r_new,
    5 - (rank() over (order by iif(new > 0, orders_new, -1) desc) - 1) * 5 / (select count(*) from bought where new > 0) as f_new,
    5 - (rank() over (order by iif(new > 0, new, -1) desc) - 1) * 5 / (select count(*) from bought where new > 0) as m_new
  from bought;
create temp view moved as select old, new,
  case when old <= 0 then 'no revenue' when last_old is null then 'others' when min(r_old, f_old, m_old) >= 4 then 'champions'
       when r_old <= 2 and max(f_old, m_old) >= 4 then 'at risk' when r_old <= 2 then 'asleep' else 'others' end as segment_then,
  case when new <= 0 then 'no revenue' when last_new is null then 'others' when min(r_new, f_new, m_new) >= 4 then 'champions'
       when r_new <= 2 and max(f_new, m_new) >= 4 then 'at risk' when r_new <= 2 then 'asleep' else 'others' end as segment_now from scored;
select 'segment_then segment_now', segment_then, 'members', count(*) from moved where segment_then <> 'no revenue' group by segment_then, segment_now;
select 'segment_then segment_now', segment_then, 'value_now', sum(new) from moved where segment_then = 'champions' and segment_now <> 'no revenue' group by segment_then, segment_now;
select 'segment', 'total', 'actions_done', 1.0 * sum(actions_done) / sum(actions) from account_plan where year_start = '2026-01-01';
-- the goals of a year are held against what the customers with a goal bought in it
create temp view goals as select customer_id, segment, revenue_goal, (select sum(net) from sold s
    where s.customer_id = p.customer_id and invoiced_on between '2026-01-01' and '2026-05-20') as bought
  from account_plan p join customer using (customer_id) where year_start = '2026-01-01' and revenue_goal > 0;
select 'segment', 'total', 'revenue_with_goal', sum(bought) from goals;
select 'segment', 'total', 'goal_reached', sum(bought) / sum(revenue_goal) from goals;
select 'segment', segment, 'goal_reached', sum(bought) / sum(revenue_goal) from goals group by segment having sum(bought) is not null;
