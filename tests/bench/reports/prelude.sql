-- What the questions share, as views. The day is 31 October 2026.
create temp table the as select '2026-10-31' as today;
create temp view sold as -- invoice lines
  select il.line_id, il.qty, il.net, il.cost, il.is_credit, i.invoiced_on, i.order_id, i.customer_id
  from invoice_line il join invoice i using (invoice_id);
create temp view booked as -- order lines
  select l.product_id, l.qty, l.qty_invoiced, l.net_price, l.planned_invoice_on, o.ordered_on, o.promised_on, o.cancelled_on, o.owner_id
  from order_line l join sales_order o using (order_id);
create temp view unit_of as -- the unit of each person
  select person_id, e.name as owner, u.name as unit from person e left join org_unit u on u.unit_id = e.unit_id and u.valid_to is null;
create temp view now_open as -- the last entry of the log of each deal
  select * from (select h.*, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
                 from opportunity_history h, the where at < date(today, '+1 day')) where n = 1 and status = 'open';
create temp view latest_quote as -- of the chains of a deal the accepted one, or the last; its last revision
  select *, case when status = 'open' and date(valid_until, '+14 days') < (select today from the) then 'expired' else status end as now
  from (select *, row_number() over (partition by opportunity_id order by status = 'accepted' desc, quote_id desc) as place
        from (select *, max(revision) over (partition by chain_id) as last, min(issued_on) over (partition by chain_id) as first_issued
              from quote) where revision = last) where place = 1;
create temp view waiting_quote as -- the open ones, and the days since they were issued and spoken about
  with spoken as (select opportunity_id, max(done_on) as day from activity where opportunity_id is not null group by opportunity_id)
  select q.*, julianday(today) - julianday(issued_on) as age,
         julianday(today) - julianday(max(issued_on, coalesce(day, issued_on))) as silence,
         valid_until between today and date(today, '+7 days') as expiring
  from latest_quote q left join spoken using (opportunity_id), the where now = 'open';
create temp view stays as -- what came after each entry of the log
  select h.*, o.status as ended, lead(at) over (partition by h.opportunity_id order by at, history_id) as left_at,
         min(at) over (partition by h.opportunity_id, h.stage) as since
  from opportunity_history h join opportunity o using (opportunity_id);
create temp view patience as -- three quarters of the won deals leave a stage within this time
  with deal as (
    select stage, opportunity_id, sum(iif(ended = 'won' and status = 'open', julianday(date(left_at)) - julianday(date(at)), 0)) as days
    from stays group by stage, opportunity_id having sum(ended = 'won' and status = 'open') > 0),
  placed as (select stage, days, row_number() over (partition by stage order by days) - 1 as i,
                    count(*) over (partition by stage) as n from deal),
  near as (select *, 0.75 * (n - 1) as at from placed)
  select stage, case when max(n) < 20 then 30 else
           max(iif(i = cast(at as int), days, null)) * (1 - (max(at) - cast(max(at) as int)))
           + coalesce(max(iif(i = cast(at as int) + 1, days, null)), 0) * (max(at) - cast(max(at) as int)) end as longest
  from near group by stage;
create temp view overstayed as
  select n.*, s.since from now_open n join stays s using (history_id)
  where julianday((select today from the)) - julianday(date(s.since))
        > coalesce((select longest from patience p where p.stage = n.stage), 30);
