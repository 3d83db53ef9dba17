-- The store of the demo company as it stood at the end of a day that is over: what came
-- later is taken out, what was changed later is put back, from the log and from dates. What
-- has no history stays: actions of account plans, activities that were planned later.
create index temp_line on invoice_line (line_id);
create index temp_order on order_line (order_id);
create temp table d as select '2026-02-28' as day, '2026-03-01' as next;
create temp table last as
  select * from (select *, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
                 from opportunity_history where at < (select next from d)) where n = 1;
delete from opportunity_history where at >= (select next from d);
delete from opportunity where created_on > (select day from d);
update opportunity set closed_on = null, reason = null, competitor = null where closed_on > (select day from d);
update opportunity set (stage, status, amount, expected_close, owner_id) =
    (select stage, status, amount, expected_close, owner_id from last l where l.opportunity_id = opportunity.opportunity_id)
  where opportunity_id in (select opportunity_id from last);
update opportunity set closed_on = null, reason = null, competitor = null where status = 'open';
delete from owner_split where opportunity_id not in (select opportunity_id from opportunity);
delete from quote where issued_on > (select day from d);
update quote set decided_on = null, status = 'open' where decided_on > (select day from d);
update quote set status = 'open' where status = 'superseded' and not exists
  (select 1 from quote later where later.chain_id = quote.chain_id and later.revision > quote.revision);
delete from lead where created_at >= (select next from d);
update lead set first_response_at = null where first_response_at >= (select next from d);
update lead set qualified_at = null where qualified_at >= (select next from d);
update lead set disqualified_at = null, reason = null where disqualified_at >= (select next from d);
update lead set opportunity_id = null where opportunity_id not in (select opportunity_id from opportunity);
update activity set done_on = null, outcome = null where done_on > (select day from d);
delete from payment where paid_on > (select day from d);
delete from invoice_line where invoice_id in (select invoice_id from invoice where invoiced_on > (select day from d));
delete from invoice where invoiced_on > (select day from d);
delete from order_line where order_id in (select order_id from sales_order where ordered_on > (select day from d));
delete from sales_order where ordered_on > (select day from d);
update sales_order set cancelled_on = null where cancelled_on > (select day from d);
update order_line set qty_invoiced =
  coalesce((select sum(qty) from invoice_line il where il.line_id = order_line.line_id and is_credit = 0), 0);
delete from forecast_submission where made_on > (select day from d);
delete from cash_balance where as_of > (select day from d);
delete from campaign_cost where month_start > (select day from d);
delete from wallet_estimate where estimated_on > (select day from d);
update person set ended_on = null where ended_on > (select day from d);
update rhythm_log set held_on = null where held_on > (select day from d);
delete from rhythm_log where due_on > (select day from d);
