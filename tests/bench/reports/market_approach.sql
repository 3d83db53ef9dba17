with of as (select l.source, l.qualified_at is not null as qualified, o.created_on < date(l.created_at, '+90 days') as converted, o.status = 'won' as won,
                   iif(o.created_on < date(l.created_at, '+90 days'), julianday(o.created_on) - julianday(date(l.created_at)), null) as days
            from lead l left join opportunity o using (opportunity_id) where date(created_at) between '2025-10-01' and '2026-09-30'),
placed as (select source, days, row_number() over (partition by source order by days) - 1 as i, count(*) over (partition by source) as n
           from of where days is not null)
select source as lead_source, count(*) as leads, sum(qualified) as qualified_leads, sum(converted) as converted_leads, sum(won) as won_leads,
       1.0 * sum(qualified) / count(*) as qualified, 1.0 * sum(converted) / count(*) as lead_conversion, 1.0 * sum(won and converted) / sum(converted) as won_of_converted,
       1.0 * sum(won) / count(*) as lead_yield,
       (select avg(days) from placed p where p.source = of.source and i in ((n - 1) / 2, n / 2)) as median_conversion_days
from of group by source;

with of as (select l.source, count(*) as leads, sum(o.created_on < date(l.created_at, '+90 days')) as converted, sum(o.status = 'won') as won,
                   sum(iif(o.status = 'won', amount, 0)) as value
            from lead l left join opportunity o using (opportunity_id) where date(created_at) between '2025-10-01' and '2026-09-30' group by 1),
earned as materialized (
  select l.source, order_id from lead l join opportunity o using (opportunity_id) join sales_order s using (opportunity_id)
  where o.status = 'won' and date(l.created_at) between '2025-10-01' and '2026-09-30'),
left_over as (select source, sum(qty * (net_price - cost)) as margin from order_line cross join earned using (order_id)
              where cost is not null group by source),
spent as (select channel as source, sum(amount) as cost from campaign_cost join campaign using (campaign_id)
          where month_start between '2025-10-01' and '2026-09-30' group by 1)
select source as lead_source, coalesce(cost, 0) as campaign_cost, 1.0 * coalesce(cost, 0) / leads as cost_per_lead,
       1.0 * coalesce(cost, 0) / converted as cost_per_opportunity, 1.0 * coalesce(cost, 0) / won as cost_per_order,
       value as lead_won_value, margin as lead_won_margin, margin / cost as margin_for_each_spent
from of left join spent using (source) left join left_over using (source);

with of as (select source, (julianday(first_response_at) - julianday(created_at)) * 24 as hours from lead
            where date(created_at) between '2025-10-01' and '2026-09-30'),
placed as (select source, coalesce(hours, 1e12) as hours, row_number() over (partition by source order by coalesce(hours, 1e12)) - 1 as i,
                  count(*) over (partition by source) as n from of)
select source as lead_source,
       (select avg(hours) from placed p where p.source = of.source and i in ((n - 1) / 2, n / 2)) as median_answer_hours,
       (select case when max(hours) < 1e6 then max(iif(i = cast(0.9 * (n - 1) as int), hours, null)) end
        from placed p where p.source = of.source and i <= cast(0.9 * (n - 1) as int)) as slow_answer_hours,
       1.0 * sum(hours < 4.0001) / count(*) as answered_in_time_share, 1.0 * sum(hours is null) / count(*) as unanswered_share
from of group by source;

with of as (select l.source, substr(created_at, 1, 7) as month, o.created_on < date(l.created_at, '+90 days') as converted
            from lead l left join opportunity o using (opportunity_id) where date(created_at) between '2025-10-01' and '2026-09-30')
select source as lead_source,
       1.0 * sum(iif(month = '2025-10', converted, 0)) / sum(month = '2025-10') as "2025-10",
       1.0 * sum(iif(month = '2025-11', converted, 0)) / sum(month = '2025-11') as "2025-11",
       1.0 * sum(iif(month = '2025-12', converted, 0)) / sum(month = '2025-12') as "2025-12",
       1.0 * sum(iif(month = '2026-01', converted, 0)) / sum(month = '2026-01') as "2026-01",
       1.0 * sum(iif(month = '2026-02', converted, 0)) / sum(month = '2026-02') as "2026-02",
       1.0 * sum(iif(month = '2026-03', converted, 0)) / sum(month = '2026-03') as "2026-03",
       1.0 * sum(iif(month = '2026-04', converted, 0)) / sum(month = '2026-04') as "2026-04",
       1.0 * sum(iif(month = '2026-05', converted, 0)) / sum(month = '2026-05') as "2026-05",
       1.0 * sum(iif(month = '2026-06', converted, 0)) / sum(month = '2026-06') as "2026-06",
       1.0 * sum(iif(month = '2026-07', converted, 0)) / sum(month = '2026-07') as "2026-07",
       1.0 * sum(iif(month = '2026-08', converted, 0)) / sum(month = '2026-08') as "2026-08",
       1.0 * sum(iif(month = '2026-09', converted, 0)) / sum(month = '2026-09') as "2026-09"
from of group by source;

select substr(l.created_at, 1, 7) as month, count(*) as leads, 1.0 * sum(l.created_at < date(today, '-90 days')) / count(*) as ripe,
       1.0 * sum(coalesce(o.created_on < date(l.created_at, '+90 days'), 0)) / count(*) as lead_conversion
from lead l left join opportunity o using (opportunity_id), the where date(l.created_at) between '2025-10-01' and '2026-09-30' group by 1;

with first as (select customer_id, min(ordered_on) as day from sales_order group by customer_id),
won as (select segment, count(*) as n from first join customer using (customer_id)
        where day between '2025-10-01' and '2026-09-30' group by segment)
select segment, n as new_customers, addressable as addressable_customers,
       1.0 * n / sum(n) over () / (1.0 * addressable / sum(addressable) over ()) as index_of_group
from won join target_group on target_group = segment;

with quarter(quarter, first, next) as (values ('2025-Q4', '2025-10-01', '2026-01-01'), ('2026-Q1', '2026-01-01', '2026-04-01'),
                                              ('2026-Q2', '2026-04-01', '2026-07-01'), ('2026-Q3', '2026-07-01', '2026-10-01')),
bought as materialized (select customer_id, min(ordered_on) as day from sales_order group by customer_id),
won as materialized (select customer_id, min(closed_on) as day from opportunity where status = 'won' group by customer_id)
select *, 1.0 * acquisition_cost / new_customers as acquisition_cost_per_customer, acquisition_cost / monthly_margin as payback_months from (
  select quarter, (select sum(amount) from campaign_cost where date(month_start, '+2 months') >= first
                     and date(month_start, '+2 months') < next) as acquisition_cost,
         (select count(*) from bought where day >= first and day < next) as new_customers,
         (select sum(amount) * 0.35 / 6 from won join opportunity o using (customer_id)
          where won.day >= first and won.day < next and o.status = 'won'
            and o.closed_on < min(date(won.day, '+6 months'), date(won.day, 'start of month', '+7 months', '-1 day'))) as monthly_margin
  from quarter);
