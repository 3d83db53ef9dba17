select 'lead_source', 'total', 'leads', count(*) from lead where date(created_at) between '2025-04-01' and '2026-03-31';
select 'lead_source', source, 'won_leads', count(*) from (select l.source from lead l join opportunity using (opportunity_id)
  where status = 'won' and date(created_at) between '2025-04-01' and '2026-03-31') group by source;
select 'lead_source', l.source, 'won_of_converted', 1.0 * sum(status = 'won') / count(*) from lead l join opportunity using (opportunity_id)
  where created_on < date(created_at, '+90 days') and date(created_at) between '2025-04-01' and '2026-03-31' group by 2;
select 'lead_source', 'total', 'campaign_cost', sum(amount) from campaign_cost where month_start between '2025-04-01' and '2026-03-31';
select 'lead_source', 'total', 'unanswered_share', 1.0 * sum(first_response_at is null) / count(*)
  from lead where date(created_at) between '2025-04-01' and '2026-03-31';
select 'quarter', '2026-Q1', 'acquisition_cost', sum(amount) from campaign_cost where month_start between '2025-11-01' and '2026-01-31';
select 'lead_source', 'total', 'qualified', 1.0 * sum(qualified_at is not null) / count(*)
  from lead where date(created_at) between '2025-04-01' and '2026-03-31';
select 'lead_source', 'total', 'lead_won_margin', sum(qty * (net_price - cost))
  from lead l join opportunity o using (opportunity_id) join sales_order s using (opportunity_id) join order_line using (order_id)
  where o.status = 'won' and cost is not null and date(created_at) between '2025-04-01' and '2026-03-31';
select 'month', '2026-02', 'ripe', 1.0 * sum(created_at < date(today, '-90 days')) / count(*) from lead, the where date(created_at) like '2026-02%';
