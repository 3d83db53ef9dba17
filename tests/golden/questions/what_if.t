=== the clause: each column it reaches, what it would be and the difference
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer, units integer);
insert into sales (day, who, amount, units) values ('2024-02-01', 'A', 100, 10), ('2024-05-01', 'B', 60, 3),
  ('2025-02-01', 'A', 120, 10), ('2025-05-01', 'B', 40, 10);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { dimension who  time sold = day
  measure revenue = sum(amount)  measure units = sum(units)  measure price = revenue / units  measure n = count() }
-- no column of n is made of what is put, so it stays once
show revenue, units, price, revenue / 2 as half, n by who for 2025
  what if revenue = revenue * 1.5, units = units + 5 with total
--- stdout
level,who,revenue,revenue what if,revenue difference,units,units what if,units difference,price,price what if,price difference,half,half what if,half difference,n
line,A,120,180,60,10,15,5,12,12,0,60,90,30,1
line,B,40,60,20,10,15,5,4,4,0,20,30,10,1
total,,160,240,80,20,25,5,8,9.6,1.6,80,120,40,2
--- oracle-sql
with l as (select 1 as o, 'line' as level, who, sum(amount) as r, sum(units) as u, count(*) as n from sales where day >= '2025-01-01' group by who
  union all select 2, 'total', null, sum(amount), sum(units), count(*) from sales where day >= '2025-01-01')
select level, who, r, printf('%g', r * 1.5), printf('%g', r * 0.5), u, u + 5, 5, printf('%g', 1.0 * r / u), printf('%g', 1.5 * r / (u + 5)),
  printf('%g', 1.5 * r / (u + 5) - 1.0 * r / u), printf('%g', r / 2.0), printf('%g', r * 0.75), printf('%g', r * 0.25), n from l order by o, who;

=== the clause with what else a question may have
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer, units integer);
insert into sales (day, who, amount, units) values ('2024-02-01', 'A', 100, 10), ('2024-05-01', 'B', 60, 3),
  ('2025-02-01', 'A', 120, 10), ('2025-05-01', 'B', 40, 4), ('2025-06-01', 'C', 30, 2);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { dimension who  time sold = day
  measure revenue = sum(amount)  measure units = sum(units)  measure price = revenue / units
  measure income = price * units  measure since = min(day) }
-- a comparison is of what is
show revenue by who for 2025 what if revenue = 2 * revenue versus previous year
-- lines, their order and the alarm go by the columns they name
show revenue by who for 2025 what if revenue = 200 - revenue
  having `revenue what if` < 170 sort by `revenue what if` warn when `revenue difference` > 100 "{who}"
-- shares and running totals; 120, 40, 30 of 190 and twice 40 of 270
show running(revenue) as so_far, share(revenue[where who = "B"]) as b by year, who for 2025 what if revenue = revenue[where who = "B"] * 2
-- across, others
show revenue across year by who what if revenue = revenue + 1 top 1 with others
-- values per key: 120 and 40 and 30 doubled
show avg(revenue per who) as mean, max(revenue per who) as best, count() as n from sales for 2025 what if revenue = 2 * revenue
-- a bracket of its own is inside; another period is under the clause too: 100 and 60, tenfold
show income[what if price = 10] as fixed, revenue[previous year] as before, since for 2025
  what if price = 1, revenue = 10 * revenue
-- as a value, as rows
show who from (show revenue by who what if revenue = 0) where `revenue what if` = 0
-- another kind of value has no difference
show since for 2025 what if since = 2024-01-01
--- stdout
who,revenue,revenue what if,revenue difference,revenue previous year,revenue change,revenue change %
A,120,240,120,100,20,0.2
B,40,80,40,60,-20,-0.33333333333333333333
C,30,60,30,0,30,

who,revenue,revenue what if,revenue difference
A,120,80,-40
B,40,160,120

year,who,so_far,so_far what if,so_far difference,b,b what if,b difference
2025,A,120,0,-120,0,0,0
2025,B,160,80,-80,1,1,0
2025,C,190,80,-110,0,0,0

level,who,revenue 2024,revenue what if 2024,revenue difference 2024,revenue 2025,revenue what if 2025,revenue difference 2025
line,A,100,101,1,120,121,1
others,,60,61,1,70,71,1

mean,mean what if,mean difference,best,best what if,best difference,n
63.33333333333333333333,126.66666666666666666667,63.33333333333333333334,120,240,120,3

fixed,before,before what if,before difference,since
160,160,1600,1440,2025-02-01

who
A
B
C

since,since what if
2025-02-01,2024-01-01
--- stderr
warning: B

=== the clause of a list
--- schema shop
create table people (who text primary key, name text);
create table sales (id integer primary key, day date, who text, amount integer, units integer);
insert into people values ('A', 'Adam'), ('B', 'Bea'), ('C', 'Cor');
insert into sales (day, who, amount, units) values ('2024-02-01', 'A', 100, 10), ('2024-05-01', 'B', 60, 3),
  ('2025-02-01', 'A', 120, 10), ('2025-05-01', 'B', 40, 4);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source people from table people { entity person key who label name }
source sales from table sales { join people on who  time sold = day
  measure revenue = sum(amount)  measure units = sum(units)  measure price = revenue / units }
-- A 220 of 20, B 100 of 7; the share of A of 220 + 100 becomes 110 of 110 + 50
list person, revenue as sum, sum / 2 as half, units, share(revenue) as part, share(units) as of_units, name
  from people having revenue > 0 what if revenue = revenue / 2 sort by person
list person, price from people for 2025 what if revenue = 30 sort by person
--- stdout
person,sum,sum what if,sum difference,half,half what if,half difference,units,part,part what if,part difference,of_units,name
Adam,220,110,-110,110,55,-55,20,0.6875,0.6875,0,0.74074074074074074074,Adam
Bea,100,50,-50,50,25,-25,7,0.3125,0.3125,0,0.25925925925925925926,Bea

person,price,price what if,price difference
Adam,12,3,-9
Bea,10,7.5,-2.5
Cor,,,

=== what the clause does not reach is refused
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { key order_id  join customers on customer_id
  time ordered = order_date  dimension big = (freight per customer) > 10
  measure freight = sum(freight)  measure dear = sum(freight where (freight per customer) > 10)
  measure recent = sum(freight where (freight per customer before ordered within 3 months) > 1) }
source answers from (show freight by region) { measure kept = sum(freight) }
show freight by big what if freight = 1
show freight by region where big what if freight = 1
show dear what if freight = 1
show recent what if freight = 1
show dear[what if freight = 1]
show freight / (show freight) as part what if freight = 1
show freight where region in (show region having freight > 1) what if freight = 1
show kept what if freight = 1
show region where (freight per region) > 1 what if freight = 1
list order_id, big, freight from orders what if freight = 1
list customer, freight from customers where (freight per customer) > 1 what if freight = 1
list customer, freight, (freight per region) as f from customers what if freight = 1
-- what is not asked for is not read
show freight what if freight = 1
--- stderr
input.koers:8:29: error[E0690]: `what if` does not reach all of `freight` here
    8 | show freight by big what if freight = 1
      |                             ^~~~~~~~~~~
input.koers:4:47: note: this is read once, outside of the question, with `freight` as it is
    4 |   time ordered = order_date  dimension big = (freight per customer) > 10
      |                                               ^~~~~~~~~~~~~~~~~~~~
input.koers:9:42: error[E0690]: `what if` does not reach all of `freight` here
    9 | show freight by region where big what if freight = 1
      |                                          ^~~~~~~~~~~
input.koers:4:47: note: this is read once, outside of the question, with `freight` as it is
    4 |   time ordered = order_date  dimension big = (freight per customer) > 10
      |                                               ^~~~~~~~~~~~~~~~~~~~
input.koers:10:19: error[E0690]: `what if` does not reach all of `freight` here
   10 | show dear what if freight = 1
      |                   ^~~~~~~~~~~
input.koers:5:69: note: this is read once, outside of the question, with `freight` as it is
    5 |   measure freight = sum(freight)  measure dear = sum(freight where (freight per customer) > 10)
      |                                                                     ^~~~~~~~~~~~~~~~~~~~
input.koers:11:21: error[E0690]: `what if` does not reach all of `freight` here
   11 | show recent what if freight = 1
      |                     ^~~~~~~~~~~
input.koers:6:39: note: this is read once, outside of the question, with `freight` as it is
    6 |   measure recent = sum(freight where (freight per customer before ordered within 3 months) > 1) }
      |                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
input.koers:12:11: error[E0690]: `what if` does not reach all of `freight` here
   12 | show dear[what if freight = 1]
      |           ^~~~~~~~~~~~~~~~~~~
input.koers:5:69: note: this is read once, outside of the question, with `freight` as it is
    5 |   measure freight = sum(freight)  measure dear = sum(freight where (freight per customer) > 10)
      |                                                                     ^~~~~~~~~~~~~~~~~~~~
input.koers:13:47: error[E0690]: `what if` does not reach all of `freight` here
   13 | show freight / (show freight) as part what if freight = 1
      |                                               ^~~~~~~~~~~
input.koers:13:17: note: this is read once, outside of the question, with `freight` as it is
   13 | show freight / (show freight) as part what if freight = 1
      |                 ^~~~~~~~~~~~
input.koers:14:71: error[E0690]: `what if` does not reach all of `freight` here
   14 | show freight where region in (show region having freight > 1) what if freight = 1
      |                                                                       ^~~~~~~~~~~
input.koers:14:31: note: this is read once, outside of the question, with `freight` as it is
   14 | show freight where region in (show region having freight > 1) what if freight = 1
      |                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
input.koers:15:19: error[E0690]: `what if` does not reach all of `freight` here
   15 | show kept what if freight = 1
      |                   ^~~~~~~~~~~
input.koers:7:22: note: this is read once, outside of the question, with `freight` as it is
    7 | source answers from (show freight by region) { measure kept = sum(freight) }
      |                      ^~~~~~~~~~~~~~~~~~~~~~
input.koers:16:52: error[E0690]: `what if` does not reach all of `freight` here
   16 | show region where (freight per region) > 1 what if freight = 1
      |                                                    ^~~~~~~~~~~
input.koers:16:20: note: this is read once, outside of the question, with `freight` as it is
   16 | show region where (freight per region) > 1 what if freight = 1
      |                    ^~~~~~~~~~~~~~~~~~
input.koers:17:49: error[E0690]: `what if` does not reach all of `freight` here
   17 | list order_id, big, freight from orders what if freight = 1
      |                                                 ^~~~~~~~~~~
input.koers:4:47: note: this is read once, outside of the question, with `freight` as it is
    4 |   time ordered = order_date  dimension big = (freight per customer) > 10
      |                                               ^~~~~~~~~~~~~~~~~~~~
input.koers:18:80: error[E0690]: `what if` does not reach all of `freight` here
   18 | list customer, freight from customers where (freight per customer) > 1 what if freight = 1
      |                                                                                ^~~~~~~~~~~
input.koers:18:46: note: this is read once, outside of the question, with `freight` as it is
   18 | list customer, freight from customers where (freight per customer) > 1 what if freight = 1
      |                                              ^~~~~~~~~~~~~~~~~~~~
input.koers:19:74: error[E0690]: `what if` does not reach all of `freight` here
   19 | list customer, freight, (freight per region) as f from customers what if freight = 1
      |                                                                          ^~~~~~~~~~~
input.koers:19:26: note: this is read once, outside of the question, with `freight` as it is
   19 | list customer, freight, (freight per region) as f from customers what if freight = 1
      |                          ^~~~~~~~~~~~~~~~~~
--- exit
1

=== what the clause may not say
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  dimension status  time ordered = order_date
  measure n = count()  measure open = count() while order_date until order_date }
show n what if m = 1
show n what if status = 1
show n what if n = "x"
show n as `n what if`, n what if n = 1
bridge open by month for 2025 what if open = 1
list order_id, status from orders what if status = 1
--- stderr
input.koers:4:16: error[E0301]: `what if` puts a measure at a value, and there is no measure `m`
    4 | show n what if m = 1
      |                ^
input.koers:5:16: error[E0301]: `what if` puts a measure at a value, and there is no measure `status`
    5 | show n what if status = 1
      |                ^~~~~~
input.koers:6:20: error[E0401]: declared as count, but it is text
    6 | show n what if n = "x"
      |                    ^~~
input.koers:7:26: error[E0304]: two columns are called `n what if`
    7 | show n as `n what if`, n what if n = 1
      |                          ^~~~~~~~~~~~~
      = help: give one another name: `... as name`
input.koers:8:31: error[E0690]: `what if` gives the stock another value, and no row came or went for that
    8 | bridge open by month for 2025 what if open = 1
      |                               ^~~~~~~~~~~~~~~~
      = help: compare the values: `show ... what if ...`
input.koers:8:8: note: a bridge is made of rows
    8 | bridge open by month for 2025 what if open = 1
      |        ^~~~
input.koers:9:43: error[E0301]: `what if` puts a measure at a value, and there is no measure `status`
    9 | list order_id, status from orders what if status = 1
      |                                           ^~~~~~
--- exit
1
