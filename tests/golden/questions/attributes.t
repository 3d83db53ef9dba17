=== an attribute goes with its entity
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show customer, customer.region, revenue with total
--- stdout
level,customer,customer.region,revenue
line,Adler,North,45
line,Birke,South,300
line,Cramer,,295
line,,,1.1
total,,,641.1
--- oracle-sql
select * from (select 'line', c.name, c.region, sum(l.quantity * l.unit_price) from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by c.customer_id, c.name, c.region order by c.name is null, c.name) union all select 'total', null, null, (select sum(quantity * unit_price) from order_lines);

=== an attribute before its entity stands first and is no order
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show customer.segment, customer, orders, revenue for 2025-H1 where north or not north
--- stdout
customer.segment,customer,orders,revenue
SMB,Adler,2,45
Enterprise,Birke,2,300
SMB,Cramer,1,295
,,1,1.1
--- oracle-sql
select c.segment, c.name, count(distinct o.order_id), sum(l.quantity * l.unit_price) from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by c.customer_id, c.name, c.segment order by c.name is null, c.name;

=== subtotals take the attribute with its entity
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show customer, customer.segment, quarter, revenue for 2025-Q1 .. 2025-Q2 where customer in (1, 2) with subtotals
--- stdout
level,customer,customer.segment,quarter,revenue
line,Adler,SMB,2025-Q1,45
line,Adler,SMB,2025-Q2,0
subtotal customer,Adler,SMB,,45
line,Birke,Enterprise,2025-Q1,150
line,Birke,Enterprise,2025-Q2,150
subtotal customer,Birke,Enterprise,,300
--- oracle-sql
with q(q, a, b) as (values ('2025-Q1', '2025-01-01', '2025-03-31'), ('2025-Q2', '2025-04-01', '2025-06-30')),
  k as (select * from customers where customer_id in (1, 2)),
  x as (select 0 as n, name, segment, q, (select coalesce(sum(l.quantity * l.unit_price), 0) from order_lines l join orders o using (order_id) where o.customer_id = k.customer_id and o.order_date between a and b) as r from k, q)
  select case n when 0 then 'line' else 'subtotal customer' end, name, segment, q, r from
  (select * from x union all select 1, name, segment, null, sum(r) from x group by name) order by name, n, q;

=== top per an entity counts no attribute
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show customer, customer.region, product, revenue top 1 per customer by revenue sort by customer
--- stdout
customer,customer.region,product,revenue
Adler,North,Lamp,30
Birke,South,Desk,300
Cramer,,Desk,280
,,Pen,1.1
--- oracle-sql
select name, region, product_name, r from (select c.name, c.region, p.product_name, sum(l.quantity * l.unit_price) as r,
  row_number() over (partition by c.customer_id order by sum(l.quantity * l.unit_price) desc) as n
  from order_lines l join orders o using (order_id) left join customers c using (customer_id) join products p using (product_id) group by c.customer_id, p.product_id) where n = 1 order by name is null, name;

=== an attribute in having and sort
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show revenue, orders by customer having customer.segment = "SMB" or customer.region = "South" sort by customer.segment, revenue descending
--- stdout
customer,revenue,orders
Birke,300,2
Cramer,295,1
Adler,45,2
--- oracle-sql
select c.name, sum(l.quantity * l.unit_price) as r, count(distinct o.order_id) from order_lines l join orders o using (order_id) left join customers c using (customer_id) where c.segment = 'SMB' or c.region = 'South' group by c.customer_id order by c.segment, r desc;

=== an attribute that is an entity prints its label
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show order, order.customer.customer, order.customer.region as place, freight for 2025-Q1
--- stdout
order,order.customer.customer,place,freight
1,Adler,North,4.9
2,Birke,South,12
3,Adler,North,0
4,Cramer,,3.35
--- oracle-sql
select o.order_id, c.name, c.region, o.freight from orders o join customers c using (customer_id) where order_date < '2025-04-01' order by 1;

=== an attribute without its entity is a dimension
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show customer.region, orders with total
--- stdout
level,customer.region,orders
line,North,2
line,South,2
line,,2
total,,6
--- oracle-sql
select * from (select 'line', region, count(*) from orders left join customers using (customer_id) group by 2 order by region is null, region) union all select 'total', null, count(*) from orders;

=== an attribute across is a dimension
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders by customer across customer.segment
--- stdout
customer,Enterprise,SMB,(none)
Adler,0,2,0
Birke,2,0,0
Cramer,0,1,0
,0,0,1
--- oracle-sql
select name, coalesce(sum(segment = 'Enterprise'), 0), coalesce(sum(segment = 'SMB'), 0), sum(segment is null) from (select c.name, c.segment from orders left join customers c using (customer_id)) group by name order by name is null, name;

=== attributes of two facts' entity, one line each
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show rep, rep.team, revenue, quota for 2025
--- stdout
rep,rep.team,revenue,quota
Olga,Red,191.1,300
Paul,Blue,450,500
--- oracle-sql
select r.rep_name, r.team, (select sum(quantity * unit_price) from order_lines join orders using (order_id) where rep_id = r.rep_id), (select sum(amount) from targets where rep_id = r.rep_id) from reps r order by 1;

=== the combinations of an entity with its attributes
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show customer, customer.region, customer.since
--- stdout
customer,customer.region,customer.since
Adler,North,2023-05-01
Birke,South,2023-07-15
Cramer,,2024-01-10
Dorn,North,2024-02-20
--- oracle-sql
select name, region, since from customers order by name;

=== a source of an answer with an attribute
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
source kept from (show customer, customer.region as place, revenue) { dimension place measure got = sum(revenue) }
show got, count() as n from kept by place
--- stdout
place,got,n
North,45,1
South,300,1
,296.1,2
--- oracle-sql
select region, sum(r), count(*) from (select c.customer_id, c.region, sum(l.quantity * l.unit_price) as r from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by c.customer_id, c.region) group by region order by region is null, region;

=== another name of an entity prints its labels, through a join, in a list and across
--- schema shop
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date  measure orders = count() }
dimension account = customer
dimension key_account = account
show orders by account
show orders by key_account, customer
list order, account from orders top 1
show orders by region across key_account
show orders by account || "!" as shout
--- stdout
account  orders
───────  ──────
Adler         2
Birke         2
Cramer        1
(none)        1

key_account  customer  orders
───────────  ────────  ──────
Adler        Adler          2
Birke        Birke          2
Cramer       Cramer         1
(none)       (none)         1

order  account
─────  ───────
    1  Adler

region  Adler  Birke  Cramer  (none)
──────  ─────  ─────  ──────  ──────
North       2      0       0       0
South       0      2       0       0
(none)      0      0       1       1

shout   orders
──────  ──────
1!           2
2!           2
3!           1
(none)       1
