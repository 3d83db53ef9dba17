-- What the figures have in common: the day, and rows joined to what they are asked by.
create temp table the as select '2026-05-20' as today;
create temp view sold as
  select il.*, i.invoiced_on, l.list_price, l.product_id, o.customer_id, o.owner_id, o.ordered_on,
         c.segment, c.region, c.class, c.first_order_on, m.entered_on, p.family, p.launched_on,
         e.unit_id, u.name as unit
  from invoice_line il
  join invoice i using (invoice_id)
  join order_line l using (line_id)
  join sales_order o on o.order_id = l.order_id
  join customer c on c.customer_id = o.customer_id
  join market m on m.market_id = c.market_id
  join product p on p.product_id = l.product_id
  left join person e on e.person_id = o.owner_id
  left join org_unit u on u.unit_id = e.unit_id and u.valid_to is null;
create temp view now_open as -- the last entry of the log of each deal
  select * from (select h.*, row_number() over (partition by opportunity_id order by at desc, history_id desc) as n
                 from opportunity_history h, the where at < date(today, '+1 day')) where n = 1 and status = 'open';
create temp view last_one as -- of the chains of a deal the accepted one, or the last; its last revision
  select *, case when status = 'open' and date(valid_until, '+14 days') < (select today from the) then 'expired' else status end as now,
         (select min(issued_on) from quote r where r.chain_id = p.chain_id) as first_issued
  from (select q.*, row_number() over (partition by opportunity_id order by status = 'accepted' desc, quote_id desc) as n
        from quote q where revision = (select max(revision) from quote r where r.chain_id = q.chain_id)) p where n = 1;
