select 'quarter', '2026-Q1', 'vitality', sum(iif(invoiced_on < date(launched_on, '+36 months'), net, 0)) / sum(net)
  from sold where invoiced_on between '2026-01-01' and '2026-03-31';
select 'family', 'total', 'revenue_of_new', sum(net) from sold
  where invoiced_on between '2025-04-01' and '2026-03-31' and invoiced_on < date(launched_on, '+36 months');
