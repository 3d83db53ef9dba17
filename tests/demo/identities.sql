-- What holds in every store of the demo company: each query finds what breaks its rule.
-- A rule begins with a line `-- rule: TITLE`. Amounts are decimals, so they are compared
-- in whole cents.

-- rule: foreign keys find their rows
select * from pragma_foreign_key_check;

-- rule: the log begins with the creation
select opportunity_id, field from opportunity_history h
where history_id = (select min(history_id) from opportunity_history
                    where opportunity_id = h.opportunity_id)
  and (field != 'created' or date(at) != (select created_on from opportunity
                                          where opportunity_id = h.opportunity_id));

-- rule: every deal has a log
select opportunity_id from opportunity
where opportunity_id not in (select opportunity_id from opportunity_history);

-- rule: the log ends with the deal as it stands
select o.opportunity_id from opportunity o
join opportunity_history h on h.history_id = (select max(history_id)
  from opportunity_history where opportunity_id = o.opportunity_id)
where h.stage is not o.stage or h.status is not o.status or h.amount is not o.amount
   or h.expected_close is not o.expected_close or h.owner_id is not o.owner_id
   or (o.status = 'open') != (o.closed_on is null)
   or o.closed_on is not null and date(h.at) != o.closed_on;

-- rule: one thing changes at a time, later and later
select history_id from (
  select history_id, field, opportunity_id, at, stage, status, amount, expected_close, owner_id,
         lag(opportunity_id) over w as deal_before, lag(at) over w as at_before,
         lag(stage) over w as stage_before, lag(status) over w as status_before,
         lag(amount) over w as amount_before, lag(expected_close) over w as expected_before,
         lag(owner_id) over w as owner_before
  from opportunity_history window w as (partition by opportunity_id order by history_id))
where deal_before is not null
  and (at <= at_before
       or field = 'amount' and (amount is amount_before or stage is not stage_before)
       or field = 'expected_close' and expected_close is expected_before
       or field = 'owner' and owner_id is owner_before
       or field = 'stage' and (stage is stage_before or status is not status_before)
       or field = 'status' and status is status_before
       or field not in ('amount') and amount is not amount_before
       or field not in ('expected_close') and expected_close is not expected_before
       or field not in ('owner', 'reopened') and owner_id is not owner_before);

-- rule: a move is recorded when it happens or later, and not after today
select history_id from opportunity_history
where recorded_at < at or date(recorded_at) > (select value from about where item = 'today');

-- rule: stage and status agree
select opportunity_id from opportunity
where (status = 'won') != (stage = 'Won')
   or (status in ('lost', 'withdrawn')) != (stage = 'Lost');

-- rule: the shares of the owners of a deal add up to 1
select opportunity_id from opportunity left join owner_split using (opportunity_id)
group by 1 having round(sum(share) * 1000) is not 1000 or min(share) <= 0;

-- rule: a won deal has one order, worth its amount and placed on the day
select o.opportunity_id from opportunity o
left join (select s.opportunity_id, s.ordered_on, s.customer_id, s.owner_id, count(distinct order_id) as n,
                  sum(round(qty * net_price * 100)) as cents
           from sales_order s join order_line using (order_id) group by 1) s using (opportunity_id)
where (o.status = 'won') != (s.n is not null)
   or o.status = 'won' and (s.n != 1 or s.cents != round(o.amount * 100)
      or s.ordered_on != o.closed_on or s.customer_id != o.customer_id or s.owner_id != o.owner_id);

-- rule: a deal's amount, which its order is worth in euros, is in euros
select opportunity_id from opportunity where currency is not 'EUR';

-- rule: an accepted quote is one of a won deal, at its amount, and the order names it
select quote_id from quote q join opportunity o using (opportunity_id)
left join sales_order s using (quote_id)
where q.status = 'accepted' and (o.status != 'won' or q.amount != o.amount
      or q.decided_on != o.closed_on or s.opportunity_id is not q.opportunity_id)
   or q.status != 'accepted' and s.order_id is not null;

-- rule: by the list an accepted quote is what its order is, as are its revisions
select q.quote_id from quote q
join (select chain_id, s.quote_id, sum(round(qty * list_price * 100)) as cents
      from quote a join sales_order s using (quote_id) join order_line using (order_id) group by s.quote_id) o
  using (chain_id)
where round(q.list_amount * 100) != o.cents;

-- rule: of a chain of revisions only the last is decided
select quote_id from quote q
where (revision < (select max(revision) from quote where chain_id = q.chain_id))
      != (status = 'superseded')
   or revision > (select count(*) from quote where chain_id = q.chain_id)
   or (status in ('accepted', 'rejected')) != (decided_on is not null);

-- rule: order lines know how much of them was invoiced
select l.line_id from order_line l
left join (select line_id, sum(qty) as qty from invoice_line where is_credit = 0 group by 1) i
  using (line_id)
where l.qty_invoiced != coalesce(i.qty, 0) or l.qty_invoiced > l.qty or l.qty < 1;

-- rule: invoice lines are at the price of their order line, of the same order
select i.invoice_line_id from invoice_line i join order_line l using (line_id)
join invoice v using (invoice_id)
where round(i.net * 100) != round(i.qty * l.net_price * 100)
   or round(i.cost * 100) is not round(i.qty * l.cost * 100)
   or v.order_id != l.order_id or (i.qty < 0) != (i.is_credit = 1);

-- rule: credit notes give back no more than was invoiced
select line_id from invoice_line group by 1 having sum(qty) < 0;

-- rule: every invoice has lines, an order that was not cancelled, and its customer
select v.invoice_id from invoice v join sales_order o using (order_id)
where o.cancelled_on is not null or o.customer_id != v.customer_id
   or v.invoiced_on < o.ordered_on
   or not exists (select 1 from invoice_line where invoice_id = v.invoice_id);

-- rule: payments are no more than the invoice, and come after it
select v.invoice_id from invoice v
join (select invoice_id, sum(round(net * 100)) as net from invoice_line group by 1) l using (invoice_id)
join (select invoice_id, sum(round(amount * 100)) as paid, min(paid_on) as first
      from payment group by 1) p using (invoice_id)
where p.first < v.invoiced_on or p.paid * l.net <= 0 or abs(p.paid) > abs(l.net);

-- rule: the weights of a target profile add up to 1
select name from target_profile group by 1 having round(sum(weight) * 10000) != 10000 or count(*) != 12;

-- rule: targets of persons come near the target of their team
select unit_id, quarter_start from target where measure = 'revenue' and version = 'budget' group by 1, 2
having sum(iif(person_id is null, 0, amount)) not between
       0.9 * sum(iif(person_id is null, amount, 0)) and 1.25 * sum(iif(person_id is null, amount, 0))
   and sum(iif(person_id is null, amount, 0)) >= 20000
   and sum(iif(person_id is null, 0, amount)) > 0;

-- rule: the cost of a campaign is that of its months
select campaign_id from campaign join
  (select campaign_id, sum(amount) as cents from campaign_cost group by 1) using (campaign_id)
where round(cost * 100) != round(cents * 100);

-- rule: prices of orders are those of the list of the day
select l.line_id from order_line l join sales_order o using (order_id)
left join price_list p on p.product_id = l.product_id and p.valid_from <= o.ordered_on
     and (p.valid_to is null or o.ordered_on < p.valid_to)
where p.list_price is not l.list_price or l.cost is not null and l.cost is not p.std_cost;

-- rule: products are sold from their launch until they are withdrawn
select l.line_id from order_line l join sales_order o using (order_id)
join product p using (product_id)
where o.ordered_on < p.launched_on or o.ordered_on >= p.withdrawn_on;

-- rule: who is a customer says when that began
select c.customer_id from customer c
left join (select customer_id, min(ordered_on) as first from sales_order group by 1) o
  using (customer_id)
where (c.first_order_on is null) != (c.status = 'prospect')
   or c.first_order_on > o.first
   or c.first_order_on >= (select value from about where item = 'first day')
      and c.first_order_on is not o.first;

-- rule: in a market nobody orders before it was entered
select order_id from sales_order join market using (market_id) where ordered_on < entered_on;

-- rule: people do their work while they are there
select order_id from sales_order o join person p on p.person_id = o.owner_id
where o.ordered_on < p.started_on or o.ordered_on >= p.ended_on
union all
select lead_id from lead l join person p on p.person_id = l.owner_id
where date(l.created_at) < p.started_on or date(l.created_at) >= p.ended_on;

-- rule: nobody is in two units, and everybody is in one
select p.person_id from person p left join person_unit u using (person_id) group by 1
having min(u.valid_from) is not p.started_on
   or sum(u.valid_to is null) != (p.ended_on is null)
   or count(*) > 2;

-- rule: a unit has one parent at a time
select a.unit_id from org_unit a join org_unit b on a.unit_id = b.unit_id and a.rowid < b.rowid
where max(a.valid_from, b.valid_from) <
      min(coalesce(a.valid_to, '9999'), coalesce(b.valid_to, '9999'));

-- rule: nothing that happened is later than today
select 'order' from sales_order where ordered_on > (select value from about where item = 'today')
union all select 'cancelled' from sales_order where cancelled_on > (select value from about where item = 'today')
union all select 'invoice' from invoice where invoiced_on > (select value from about where item = 'today')
union all select 'payment' from payment where paid_on > (select value from about where item = 'today')
union all select 'log' from opportunity_history where date(at) > (select value from about where item = 'today')
union all select 'lead' from lead where max(date(created_at), coalesce(date(first_response_at), ''),
  coalesce(date(qualified_at), ''), coalesce(date(disqualified_at), '')) > (select value from about where item = 'today')
union all select 'activity' from activity where done_on > (select value from about where item = 'today')
union all select 'quote' from quote where max(issued_on, coalesce(decided_on, '')) > (select value from about where item = 'today')
union all select 'forecast' from forecast_submission where made_on > (select value from about where item = 'today')
union all select 'balance' from cash_balance where as_of > (select value from about where item = 'today');

-- rule: no order is older than the first day, and none falls on a day off
select order_id from sales_order where ordered_on < (select value from about where item = 'first day')
union all
select order_id from sales_order join calendar on day = ordered_on where working_day = 0;

-- rule: leads are answered, qualified and let go in this order
select lead_id from lead where first_response_at < created_at or qualified_at < first_response_at
   or disqualified_at < qualified_at or (disqualified_at is null) != (reason is null)
   or opportunity_id is not null and (qualified_at is null or disqualified_at is not null);

-- rule: every day has one rate of each currency
select day from fx_rate group by 1 having count(*) != 4 or count(distinct to_currency) != 4
  or min(rate) <= 0;

-- rule: indicators lead up to a strategic one
select i.indicator_id from indicator i
where level != 'strategic' and not exists (select 1 from indicator_link where from_id = i.indicator_id);
