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

=== a list whose rows are chosen by what is put is answered once, as it would be
--- schema shop
create table people (who text primary key, name text, city text);
create table sales (id integer primary key, day date, who text, amount integer, units integer);
insert into people values ('A', 'Adam', 'X'), ('B', 'Bea', 'X'), ('C', 'Cor', 'Y');
insert into sales (day, who, amount, units) values ('2024-02-01', 'A', 100, 10), ('2024-05-01', 'B', 60, 3),
  ('2025-02-01', 'A', 120, 10), ('2025-05-01', 'B', 40, 4), ('2025-06-01', 'C', 30, 1);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source people from table people { entity person key who label name  dimension city  dimension bought = revenue per person }
source sales from table sales { key id  join people on who  time sold = day
  measure revenue = sum(amount)  measure units = sum(units) }
-- A 220, B 100, C 30: doubled, A and B are above 150; halved, A alone is above 100
list person, revenue, units from people where (revenue per person) > 150 what if revenue = revenue * 2 sort by person
list person, bought from people where bought > 100 what if revenue = revenue / 2 sort by person
-- rows of sales whose person would be one
list day, amount from sales for 2025 where bought > 150 and amount < 200 what if revenue = revenue * 2 sort by day
-- a condition that is not made of it: what is and what would be stand side by side
list person, revenue from people where city = "Y" what if revenue = revenue * 2
--- stdout
person,revenue,units
Adam,440,20
Bea,200,7

person,bought
Adam,110

day,amount
2025-02-01,120
2025-05-01,40

person,revenue,revenue what if,revenue difference
Cor,30,60,30

=== rows look others up as they would be
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer);
insert into sales (day, who, amount) values ('2024-02-01', 'A', 100), ('2025-02-01', 'A', 120), ('2025-05-01', 'B', 40), ('2025-05-02', 'B', 60), ('2025-05-03', 'C', 7);
create table bills (no integer primary key, who text, paid integer);
insert into bills values (1, 'A', 200), (2, 'B', 100), (3, 'D', 5);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { key id  dimension who  time sold = day  measure revenue = sum(amount)  measure n = count()
  measure dear = sum(amount where (revenue per who) > 150)
  measure recent = sum(amount where (revenue per who before sold within 24 months) > 150)
  dimension large = (revenue per who) > 150 }
source bills from table bills { key no  dimension billed_who = who conforms sales.who
  dimension billed = revenue per who  measure unpaid = sum(coalesce(billed, 0) - paid) }
source months from (show revenue by who, month) { measure in_months = sum(revenue) }
source later from sales { key id  time sold = day  measure steady = sum(amount where (in_months per who before sold) > 150) }
dimension huge = (revenue per who) > 150
-- A 220, B 100, C 7: of A and B there are bills; halved, none is above 150, doubled A and B
show unpaid, n what if revenue = revenue * 2
show unpaid by billed_who what if revenue = revenue / 2
show dear by who what if revenue = revenue / 2
show sum(amount where huge) from sales what if revenue = revenue * 2
-- of A's second row 100, of B's second 40 is before it: fourfold they are 400 and 160
show recent by who what if revenue = revenue * 4
show dear[what if revenue = revenue * 2] as doubled, dear
-- in its own expression it is what it was
show revenue by who what if revenue = revenue + dear
show unpaid what if n = n * 2
-- a window over an answer that would be another: before A's second row 100, before B's second 100
show steady what if revenue = revenue * 2
--- stdout
unpaid,unpaid what if,unpaid difference,n
15,335,320,5

billed_who,unpaid,unpaid what if,unpaid difference
A,20,-90,-110
B,0,-50,-50
D,-5,-5,0

who,dear,dear what if,dear difference
A,220,0,-220

sum(amount where huge),sum(amount where huge) what if,sum(amount where huge) difference
220,320,100

who,recent,recent what if,recent difference
A,0,120,120
B,0,60,60

doubled,dear
320,220

who,revenue,revenue what if,revenue difference
A,220,440,220
B,100,100,0
C,7,7,0

unpaid
15

steady,steady what if,steady difference
0,180,180

=== what lines are kept by is as it would be alone
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer);
insert into sales (day, who, amount) values ('2024-02-01', 'A', 100), ('2025-02-01', 'A', 120), ('2025-05-01', 'B', 40), ('2025-05-02', 'B', 60), ('2025-05-03', 'C', 7);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { key id  dimension who  time sold = day  measure revenue = sum(amount)
  dimension large = (revenue per who) > 150 }
source parts from (show revenue by who having revenue > 50), (show revenue by who having revenue <= 50) { measure ours = sum(revenue)  measure lines = count() }
report one { show revenue by who where large }
show revenue by large what if revenue = revenue * 2
show revenue by who where large what if revenue = revenue * 2
show revenue where who in (show who having revenue > 150) what if revenue = revenue * 2
show who where (revenue per who) > 150 what if revenue = revenue * 2
list id, large, revenue from sales top 3 by id what if revenue = revenue * 2
list who, revenue from parts what if revenue = revenue * 10
-- beside each other: 7 is one of the small ones, 70 of the large ones
show ours, lines by origin what if revenue = revenue * 10
run one() what if revenue = revenue * 2
--- stdout
large,revenue
false,14
true,640

who,revenue
A,440
B,200

revenue
640

who
A
B

id,large,revenue
5,false,14
4,true,120
3,true,80

who,revenue
A,2200
B,1000
C,70

origin,ours,ours what if,ours difference,lines,lines what if,lines difference
1,320,3270,2950,2,3,1
2,7,0,-7,1,0,-1

who,revenue
A,440
B,200

=== what the clause does not reach is refused
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source worth from (show freight by customer) { key customer  dimension size = if(freight > 10, "large", "small")  measure worths = count() }
source orders from table orders { key order_id  join customers on customer_id
  time ordered = order_date  dimension big = (freight per customer) > 10
  measure freight = sum(freight)  measure recent = sum(freight where (freight per customer before ordered within 3 months) > 1) }
source addresses from table customers { key customer_id  join worth on customer_id
  measure addresses = count()  measure large = count() where worth.size = "large" }
-- a number is no value of each customer
show freight by big what if freight = 1
show recent what if freight = 1
-- what a join finds is what it was
show large what if freight = freight * 2
show addresses by worth.size what if freight = freight * 2
-- columns are named that are not there where each stands once
show freight by big sort by `freight what if` what if freight = freight * 2
--- stderr
input.koers:10:29: error[E0690]: not all of `freight` can be put at another value here
   10 | show freight by big what if freight = 1
      |                             ^~~~~~~~~~~
input.koers:5:47: note: this is read once, outside of the question, with `freight` as it is
    5 |   time ordered = order_date  dimension big = (freight per customer) > 10
      |                                               ^~~~~~~~~~~~~~~~~~~~
input.koers:11:31: error[E0690]: nothing would be left of which there is one value per key: this is no measure
   11 | show recent what if freight = 1
      |                               ^
      = help: say it of what is: as in `revenue = revenue * 0 + 100 EUR`
input.koers:6:71: note: here it is a value of rows
    6 |   measure freight = sum(freight)  measure recent = sum(freight where (freight per customer before ordered within 3 months) > 1) }
      |                                                                       ^~~~~~~
input.koers:13:20: error[E0690]: not all of `freight` can be put at another value here
   13 | show large what if freight = freight * 2
      |                    ^~~~~~~~~~~~~~~~~~~~~
input.koers:3:20: note: this is read once, outside of the question, with `freight` as it is
    3 | source worth from (show freight by customer) { key customer  dimension size = if(freight > 10, "large", "small")  measure worths = count() }
      |                    ^~~~~~~~~~~~~~~~~~~~~~~~
input.koers:14:38: error[E0690]: not all of `freight` can be put at another value here
   14 | show addresses by worth.size what if freight = freight * 2
      |                                      ^~~~~~~~~~~~~~~~~~~~~
input.koers:3:20: note: this is read once, outside of the question, with `freight` as it is
    3 | source worth from (show freight by customer) { key customer  dimension size = if(freight > 10, "large", "small")  measure worths = count() }
      |                    ^~~~~~~~~~~~~~~~~~~~~~~~
input.koers:16:55: error[E0690]: not all of `freight` can be put at another value here
   16 | show freight by big sort by `freight what if` what if freight = freight * 2
      |                                                       ^~~~~~~~~~~~~~~~~~~~~
input.koers:5:47: note: this is read once, outside of the question, with `freight` as it is
    5 |   time ordered = order_date  dimension big = (freight per customer) > 10
      |                                               ^~~~~~~~~~~~~~~~~~~~
--- exit
1

=== answers that are read are those that would be
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer);
insert into sales (day, who, amount) values ('2024-02-01', 'A', 100), ('2025-02-01', 'A', 120), ('2025-05-01', 'B', 40), ('2025-05-02', 'B', 60);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { dimension who  time sold = day  measure revenue = sum(amount)  measure n = count()  measure mean = revenue / n }
source yearly from (show revenue, mean by who, year) { measure ours = sum(revenue)  measure best = max(mean) }
source large from yearly where revenue > 150 { measure of_large = sum(revenue) }
source above from (show revenue by who having revenue > 230) { measure of_those = sum(revenue) }
source of_answers from (show ours by year) { measure all_of_them = sum(ours) }
-- A 100, 120 and B 100; the best mean of A 120, of B 50
show ours, best by who what if revenue = revenue / 2
show ours, best by who what if mean = 7, revenue = mean * n
-- with 60 more all three are above 150; 440 of A alone is above 230
show of_large what if revenue = revenue + 60
show of_those what if revenue = revenue * 2
show all_of_them by year what if revenue = revenue * 2
-- 220 of 320 in 2025, and 50 more on both sides
show revenue / (show revenue) as part for 2025 what if revenue = revenue + 50
show revenue - (show revenue for 2024) as more by who for 2025 what if revenue = revenue * 3
show ours[what if revenue = revenue * 10] as tenfold, ours by who what if revenue = revenue + 1
show theirs by who from (show revenue as theirs by who) what if revenue = revenue * 4
show ours by who for 2025 versus previous year what if revenue = revenue * 2
--- stdout
who,ours,ours what if,ours difference,best,best what if,best difference
A,220,110,-110,120,60,-60
B,100,50,-50,50,25,-25

who,ours,ours what if,ours difference,best,best what if,best difference
A,220,14,-206,120,7,-113
B,100,14,-86,50,7,-43

of_large,of_large what if,of_large difference
0,500,500

of_those,of_those what if,of_those difference
0,440,440

year,all_of_them,all_of_them what if,all_of_them difference
2024,100,200,100
2025,220,440,220

part,part what if,part difference
0.6875,0.72972972972972972973,0.04222972972972972973

who,more,more what if,more difference
A,20,60,40
B,0,0,0

who,tenfold,tenfold what if,tenfold difference,ours,ours what if,ours difference
A,2200,2220,20,220,222,2
B,1000,1020,20,100,102,2

who,theirs,theirs what if,theirs difference
A,220,880,660
B,100,400,300

who,ours,ours what if,ours difference,ours previous year,ours change,ours change %
A,120,240,120,100,20,0.2
B,100,200,100,0,100,

=== answers that would be are of the rows that one sees
--- schema rights
--- file model.koers
source orders from table orders { key id  time ordered = day  dimension customer, seller  measure revenue : money(EUR) = sum(amount) }
source costs from table costs { key id  time paid = day  measure spent : money(EUR) = sum(amount) }
source best from (show revenue by customer) { measure theirs : money(EUR) = sum(revenue) }
audience reps level operational sees seller = 1
--- file questions
show theirs, (show revenue) as all_of_them what if revenue = revenue * 2
show theirs what if revenue = revenue + spent[all customer]
--- args
--version >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Kim --format csv -c "$q" </dev/null 2>&1; done <questions
--- stdout
-- show theirs, (show revenue) as all_of_them what if revenue = revenue * 2
theirs,theirs what if,theirs difference,all_of_them,all_of_them what if,all_of_them difference
141,282,141,141,282,141
-- show theirs what if revenue = revenue + spent[all customer]
model.koers:2:87: error[E0720]: `costs` is closed to `Kim`
    2 | source costs from table costs { key id  time paid = day  measure spent : money(EUR) = sum(amount) }
      |                                                                                       ^~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
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

=== one value for each key that is met
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer);
insert into sales (day, who, amount) values ('2024-02-01', 'A', 100), ('2025-02-01', 'A', 120), ('2025-05-01', 'B', 40), ('2025-05-02', 'B', 40);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { dimension who  time sold = day  measure revenue = sum(amount)  measure n = count() }
-- only A sold in 2024, B did in 2025, too
show avg(n per who)[what if n = 10] as mean, sum(n per who)[what if n = 10] as added, sum(n per every who)[what if n = 10] as of_all,
  avg((revenue / n) per who)[what if n = 10] as both by year with total
show avg(n per who) as mean for 2025 what if n = 10
--- stdout
level,year,mean,added,of_all,both
line,2024,10,10,20,10
line,2025,10,20,20,10
total,,10,20,20,15

mean,mean what if,mean difference
1.5,10,8.5
