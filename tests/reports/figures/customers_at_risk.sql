create temp view gaps as select customer_id, julianday(ordered_on) - julianday(
    (select max(ordered_on) from sales_order b where b.customer_id = a.customer_id and b.ordered_on < a.ordered_on)) as gap
  from (select distinct customer_id, ordered_on from sales_order) a;
create temp view rhythm as select customer_id, (select avg(gap) from (select gap, row_number() over (order by gap) as r, count(*) over () as n
    from gaps g where g.customer_id = c.customer_id and gap is not null) where r in ((n + 1) / 2, (n + 2) / 2)) as usual from customer c;
create temp table risk as select name, usual, julianday(today) - julianday(max(ordered_on)) as silent, count(*) as orders,
    (select sum(net) from sold s where s.customer_id = o.customer_id and invoiced_on between '2025-05-01' and '2026-04-30') as recent
  from sales_order o join customer using (customer_id) join rhythm using (customer_id), the group by o.customer_id;
create temp table first as select * from risk where silent >= 2 * usual and orders >= 3
  and name in (select name from customer group by name having count(*) = 1) order by recent desc limit 3;
select 'customer', name, 'usual_gap_days', usual from first;
select 'customer', name, 'silent_days', silent from first;
