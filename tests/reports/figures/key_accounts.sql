select 'customer', 'total', 'revenue', sum(net) from sold where class = 'A' and invoiced_on between '2026-01-01' and '2026-05-20';
select 'customer', 'total', 'revenue_goal', sum(revenue_goal) from account_plan join customer using (customer_id)
  where class = 'A' and year_start = '2026-01-01';
select 'customer', 'total', 'plan_actions', sum(actions) from account_plan join customer using (customer_id)
  where class = 'A' and year_start = '2026-01-01';
select 'customer', 'total', 'gross_margin', sum(net - cost) from sold
  where class = 'A' and cost is not null and invoiced_on between '2026-01-01' and '2026-05-20';
select '', '', 'actions_done', 1.0 * sum(actions_done) / sum(actions) from account_plan join customer using (customer_id)
  where class = 'A' and year_start = '2026-01-01';
create temp view goals as select revenue_goal, (select sum(net) from sold s
    where s.customer_id = p.customer_id and invoiced_on between '2026-01-01' and '2026-05-20') as bought
  from account_plan p join customer using (customer_id) where class = 'A' and year_start = '2026-01-01' and revenue_goal > 0;
select 'customer', 'total', 'revenue_with_goal', sum(bought) from goals;
select 'customer', 'total', 'goal_reached', sum(bought) / sum(revenue_goal) from goals;
