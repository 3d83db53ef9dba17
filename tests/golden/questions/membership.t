=== a line's key in an answer
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show revenue by customer having customer in (show customer having orders > 1)
--- stdout
customer,revenue
Adler,45
Birke,300
--- oracle-sql
select c.name, sum(l.quantity * l.unit_price) from order_lines l join orders o using (order_id) left join customers c using (customer_id) where c.customer_id in (select customer_id from orders group by customer_id having count(*) > 1) group by c.customer_id order by 1;

=== a line's key not in an answer, (none) among the lines
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders by customer having customer not in (show customer having orders > 1)
--- stdout
customer,orders
Cramer,1
,1
--- oracle-sql
select c.name, count(*) from orders o left join customers c using (customer_id) group by c.customer_id having count(*) = 1 order by c.name is null, c.name;

=== a line's key in a list
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders by region having region in ("North", empty)
--- stdout
region,orders
North,2
,2
--- oracle-sql
select region, count(*) from orders left join customers using (customer_id) where region = 'North' or region is null group by region order by region is null, region;

=== a line's number, date and period in lists
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders, min(order_date) as since, freight from orders by order having order in (1, 2, 3, 4) and since in (2025-01-15, 2025-02-03, 2025-03-31) and freight in (4.9, 12.00)
--- stdout
order,orders,since,freight
1,1,2025-01-15,4.9
2,1,2025-02-03,12
--- oracle-sql
select order_id, 1, order_date, freight from orders where order_id in (1, 2, 3, 4) and order_date in ('2025-01-15', '2025-02-03', '2025-03-31') and freight in (4.9, 12);

=== a line's period in a list and in an answer
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders by month for 2025-H1 having month in (2025-02, 2025-05) or month in (show month having freight > 12)
--- stdout
month,orders
2025-02,2
2025-05,1
--- oracle-sql
select substr(order_date, 1, 7) as m, count(*) from orders group by m having m in ('2025-02', '2025-05') or sum(freight) > 12 order by 1;

=== a truth among truths
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders by north having north in (true)
--- stdout
north,orders
true,2
--- oracle-sql
select 'true', count(*) from orders join customers using (customer_id) where region = 'North';

=== a condition on the line's key in a measure
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show if(customer in (show customer having revenue > 100), revenue, 0) as large, revenue by customer
--- stdout
customer,large,revenue
Adler,0,45
Birke,300,300
Cramer,295,295
,0,1.1
--- oracle-sql
select c.name, case when sum(l.quantity * l.unit_price) > 100 and c.name is not null then sum(l.quantity * l.unit_price) else 0 end, sum(l.quantity * l.unit_price) from order_lines l join orders o using (order_id) left join customers c using (customer_id) group by c.customer_id order by c.name is null, c.name;

=== a line's key among the keys of a source
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders by customer having customer in customers
--- stdout
customer,orders
Adler,2
Birke,2
Cramer,1
--- oracle-sql
select name, count(*) from orders join customers using (customer_id) group by customer_id order by name;

=== a key inside per
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show sum(if(customer in (show customer having orders > 1), revenue, 0) per customer) as kept, sum(if(customer.segment = "SMB", revenue, 0) per customer) as smb
--- stdout
kept,smb
345,340
--- oracle-sql
select (select sum(l.quantity * l.unit_price) from order_lines l join orders o using (order_id) left join customers c using (customer_id) where c.customer_id in (1, 2)), (select sum(l.quantity * l.unit_price) from order_lines l join orders o using (order_id) left join customers c using (customer_id) where c.segment = 'SMB');

=== a question inside a condition is one, however many aggregates it limits
--- schema shop
--- args
run input.koers
--- input
\shared schema/shop.koers
explain show revenue, cost by category where customer in (show customer having orders > 1) and order.customers.region in (show Region having revenue > 10)
--- stdout
revenue  €345.00
  sum(quantity * unit_price)
  5 rows of lines, where customer in (show customer having orders > 1) and order.customers.region in (show Region having revenue > 10)
  list order_id, line_no, quantity * unit_price as value from lines where customer in (show customer having orders > 1) and order.customers.region in (show Region having revenue > 10)
cost  €181.00
  sum(quantity * products.cost)
  5 rows of lines, where customer in (show customer having orders > 1) and order.customers.region in (show Region having revenue > 10)
  list order_id, line_no, quantity * products.cost as value from lines where customer in (show customer having orders > 1) and order.customers.region in (show Region having revenue > 10)
all lines together; one line is opened with `where category = ...`

scan lines (order_id, product_id, quantity, unit_price)
  where member(orders->customers->customers.customer_id)
  where member(orders->customers->customers.region)
  group on ordered
    by products->products.category
    leaf 0: sum((lines.quantity * lines.unit_price))
    leaf 1: sum((lines.quantity * products->products.cost))
lines by category
  revenue = leaf 0
  cost = leaf 1
sql
  select "customer_id", "region" from "customers"
  select "customer_id" from "orders"
  select "order_id", "customer_id" from "orders"
  select "order_id", "quantity", "unit_price" from "order_lines"
  select "product_id", "category", "cost" from "products"
  select "order_id", "product_id", "quantity", "unit_price" from "order_lines"
2 lines, 3 columns

=== periods across stand there without a line
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
measure lost = count(orders.order_id) where orders.status = "lost"
show lost by team across quarter with total
--- stdout
level,team,2025-Q1,2025-Q2,total
total,,0,0,0

=== keys of an entity are not among values of something else
--- args
run input.koers $(sqlite3 keys.db "create table staff(id text primary key, name text, region text, boss text); insert into staff values ('a', 'Ann', 'N', 'b'), ('b', 'Bob', 'a', null); create table shop(id text primary key, seller text, place text); insert into shop values ('x', 'a', 'N'), ('y', 'b', 'S'), ('z', 'b', 'N'); create table picked(who text); insert into picked values ('b')")
--- input
open "keys.db"
source staff from table staff { entity person key id label name  dimension region, boss  join staff as chief on boss }
source shops from table shop { entity shop key id  dimension place  join staff as seller on seller  measure n = count() }
source picked from table picked { dimension who }
show n where seller.person in (show region)
show n where seller.region in (show person from staff)
show n where shop in (show person from staff)
show n by seller.person having seller.person in (show region)
--- stderr
input.koers:5:14: error[E0401]: `person` cannot be among values of `region`
    5 | show n where seller.person in (show region)
      |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: ask for the same: `person in (show person ...)`
input.koers:6:14: error[E0401]: `region` cannot be among values of `person`
    6 | show n where seller.region in (show person from staff)
      |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: ask for the same: `region in (show region ...)`
input.koers:7:14: error[E0401]: `shop` cannot be among values of `person`
    7 | show n where shop in (show person from staff)
      |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: ask for the same: `shop in (show shop ...)`
input.koers:8:32: error[E0401]: `person` cannot be among values of `region`
    8 | show n by seller.person having seller.person in (show region)
      |                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: ask for the same: `person in (show person ...)`
--- exit
1

=== keys of an entity are among its own, those of joins, and those of lists
--- args
run input.koers $(sqlite3 keys.db "create table staff(id text primary key, name text, region text, boss text); insert into staff values ('a', 'Ann', 'N', 'b'), ('b', 'Bob', 'a', null); create table shop(id text primary key, seller text, place text); insert into shop values ('x', 'a', 'N'), ('y', 'b', 'S'), ('z', 'b', 'N'); create table picked(who text); insert into picked values ('b')")
--- input
open "keys.db"
source staff from table staff { entity person key id label name  dimension region, boss  join staff as chief on boss }
source shops from table shop { entity shop key id  dimension place  join staff as seller on seller  measure n = count() }
source picked from table picked { dimension who }
show n where seller.person in (show person from staff where region = "N")
show n where seller.person in (show boss from staff)
show n where seller.person in (show who from picked)
show n where seller.boss in (show person from staff)
--- stdout
n
─
1

n
─
2

n
─
2

n
─
1
