select 'owner', 'total', 'kept_share', 1.0 * sum(done_on is not null) / count(*) from activity
  where planned_on between '2026-02-01' and '2026-04-30';
select 'owner', 'total', 'activities_per_won_deal', 1.0 * (select count(*) from activity where done_on between '2026-02-01' and '2026-04-30')
  / (select count(*) from opportunity where status = 'won' and closed_on between '2026-02-01' and '2026-04-30');
select 'month', '2026-04', 'contact_coverage', 1.0 * count(distinct a.customer_id) / (select count(*) from customer where class = 'A')
  from activity a join customer c using (customer_id) where class = 'A' and done_on like '2026-04%';
