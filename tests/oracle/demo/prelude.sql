-- What the answers share. Amounts are cents: every stored value has at most two decimals.
create temp view sold as
select cast(round(i.net * 100) as integer) as net, cast(round(i.cost * 100) as integer) as cost,
       i.qty, v.invoiced_on as day, substr(v.invoiced_on, 1, 4) as y,
       substr(v.invoiced_on, 1, 7) as m, is_credit, l.line_id, l.product_id, o.order_id,
       o.customer_id, o.market_id, o.owner_id
from invoice_line i join invoice v using (invoice_id) join order_line l using (line_id)
join sales_order o on o.order_id = l.order_id;

-- The business unit that a team belongs to now.
create temp view team as
select t.unit_id as team, b.name as bu
from org_unit t join org_unit d on d.unit_id = t.parent_id join org_unit b on b.unit_id = d.parent_id
where t.kind = 'team' and t.valid_to is null;
