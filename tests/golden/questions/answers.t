=== two facts joined on what both have
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show revenue, quota by team, quarter for 2025-Q1 .. 2025-Q2
--- stdout
team,quarter,revenue,quota
Blue,2025-Q1,300,300
Blue,2025-Q2,150,200
Red,2025-Q1,190,200
Red,2025-Q2,1.1,100
--- oracle-sql
select t.team, '2025-Q' || q, coalesce(r.revenue, 0), t.quota from
  (select team, (cast(strftime('%m', starts_on) as integer) + 2) / 3 as q, sum(amount) as quota
     from targets join reps using (rep_id) group by 1, 2) t
  left join
  (select team, (cast(strftime('%m', order_date) as integer) + 2) / 3 as q, sum(quantity * unit_price) as revenue
     from order_lines join orders using (order_id) join reps using (rep_id) group by 1, 2) r using (team, q)
  order by 1, 2;

=== months without rows are zero
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders by month for 2025-01 .. 2025-06
--- stdout
month,orders
2025-01,1
2025-02,2
2025-03,1
2025-04,0
2025-05,1
2025-06,1
--- oracle-sql
with recursive m(d) as (select '2025-01-01' union all select date(d, '+1 month') from m where d < '2025-06-01')
select substr(d, 1, 7), (select count(*) from orders where substr(order_date, 1, 7) = substr(d, 1, 7)) from m;

=== != keeps the empty
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show revenue by customer where region != "North"
--- stdout
customer,revenue
Birke,300
Cramer,295
,1.1
--- oracle-sql
select name, sum(quantity * unit_price) from order_lines join orders using (order_id)
  left join customers using (customer_id) where region is not 'North' group by customer_id order by name is null, lower(name);

=== customers of an answer
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show revenue by customer where customer in (show customer having revenue > 100)
--- stdout
customer,revenue
Birke,300
Cramer,295
--- oracle-sql
select name, sum(quantity * unit_price) as r from order_lines join orders using (order_id)
  join customers using (customer_id) group by customer_id having r > 100 order by name;

=== a value per key in a condition
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show orders where freight per customer > 5
--- stdout
orders
2
--- oracle-sql
select count(*) from orders where customer_id in (select customer_id from orders group by 1 having sum(freight) > 5);

=== bands
--- schema shop
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared schema/shop.koers
show count() as n, sum(freight) as total by band(freight, 5) from orders
--- stdout
"band(freight, 5)",n,total
0..5,4,9.25
5..10,1,7.75
10..15,1,12
--- oracle-sql
select case when freight < 5 then '0..5' when freight < 10 then '5..10' else '10..15' end, count(*), sum(freight) from orders group by 1 order by min(freight);
