select 'customer', 'total', 'revenue', sum(net) from sold where class = 'A' and invoiced_on between '2026-01-01' and '2026-05-20';
select 'customer', 'total', 'revenue_goal', sum(revenue_goal) from account_plan join customer using (customer_id)
  where class = 'A' and year_start = '2026-01-01';
select 'customer', 'total', 'plan_actions', sum(actions) from account_plan join customer using (customer_id)
  where class = 'A' and year_start = '2026-01-01';
