create temp view items as
  select product_id, coalesce(sum(qty) filter (where now = 0), 0) as q0, coalesce(sum(net) filter (where now = 0), 0) as r0,
         coalesce(sum(qty) filter (where now = 1), 0) as q1, coalesce(sum(net) filter (where now = 1), 0) as r1
  from (select *, invoiced_on >= '2025-05-01' as now from sold where invoiced_on between '2024-05-01' and '2026-04-30') group by product_id;
select 'family', 'total', 'price_effect', sum(r1 - r0 / q0 * q1) from items where q0 > 0 and q1 > 0;
select 'family', 'total', 'volume_effect', (sum(q1) - sum(q0)) * (1.0 * sum(r0) / sum(q0)) from items where q0 > 0 and q1 > 0;
select 'family', 'total', 'new_effect', coalesce(sum(r1), 0) from items where not (q0 > 0 and q1 > 0);
select 'family', 'total', 'revenue_change', sum(r1) - sum(r0) from items;
select 'family', 'total', 'discount_leakage', 1 - sum(net) / sum(qty * list_price) from sold
  where invoiced_on between '2025-05-01' and '2026-04-30';
select 'family', 'total', 'margin_change', sum(iif(invoiced_on >= '2025-05-01', net - cost, cost - net)) from sold
  where cost is not null and invoiced_on between '2024-05-01' and '2026-04-30';
select 'family', 'total', 'share_of_year_before', sum(net - cost) / sum(net) from sold
  where cost is not null and invoiced_on between '2024-05-01' and '2025-04-30';
