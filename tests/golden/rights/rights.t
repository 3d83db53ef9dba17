--- shared ask
--version >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Kim --format csv -c "$q" </dev/null 2>&1; done <questions
--- shared staff
source staff from table staff {
  entity person key id label name
  dimension seller = name, team, role
}
--- shared orders
source staff from table staff { entity person key id  dimension seller = name, role }
source orders from table orders {
  key id
  time ordered = day
  join staff on seller
  dimension customer
  dimension size = amount > 20
  dimension first_order = month(min(ordered) per customer)
  measure sales = count()
}
--- shared shop
source customers from table customers {
  entity customer key id label name
  dimension region
  join staff on seller
}
source products from table products {
  entity product key id label name
  dimension cost
  measure kinds = count()
}
source orders from table orders {
  entity `order` key id
  time ordered = day
  join customers on customer
  join products on product
  join staff as rep on seller
  dimension seller = rep.seller conforms staff.seller
  dimension team = rep.team
  dimension first_order = month(min(ordered) per customer)
  measure revenue : money(EUR) = sum(amount)
  measure sales = count()
}
source targets from table targets {
  dimension seller conforms staff.seller
  time month = month by month
  measure target : money(EUR) = sum(amount)
}
source costs from table costs {
  key id
  time paid = day
  measure spent : money(EUR) = sum(amount)
}
source all_costs from sql "select * from costs" { key id  time paid = day  measure spent_sql = sum(amount) }
source all_orders from sql "select o.*, s.name as seller_name from orders o join staff s on s.id = o.seller where o.id < 7" {
  key id
  time on_day = day
  dimension seller = seller_name
  measure sold = sum(amount)
}
source log from table log {
  key id
  dimension seller
  measure open_value = sum(amount) as last known per deal at at
}
source stock from table stock {
  key day, item
  dimension seller
  measure stored = sum(amount) at snapshot day
}
source best from (show revenue by customer)
staff from staff (name, role)
audience reps level operational
  members "rep"
  sees seller = $user
audience managers "Who leads a team" level tactical
  members "manager"
  sees team in (show team from staff where seller = $user)
audience board level strategic
  members "board"

=== a rep sees own rows, in every part of an answer
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
show revenue, revenue[all] as whole, share(revenue), sales by seller, region for 2025-01 .. 2025-05 with total
show revenue by customer top 1 by revenue with others, total
show revenue by month
show revenue, target by month for 2025-01 .. 2025-03
show revenue by product
show customer, region
list `order`, revenue from orders
show sold by seller
show count() as n from best
show avg(revenue per customer), count(customer), count(customer where revenue > 20)
show revenue by customer where customer in (show customer having revenue > 20)
show (show sum(amount) from orders) as one
show revenue[where first_order = 2025-01] as early, revenue by customer
let t = show revenue by customer; show sum(revenue) from $t
--- args
\shared ask
--- stdout
-- show revenue, revenue[all] as whole, share(revenue), sales by seller, region for 2025-01 .. 2025-05 with total
level,seller,region,revenue,whole,share(revenue),sales
line,Kim,North,100,141,0.70921985815602836879,1
line,Kim,West,30,141,0.21276595744680851064,1
line,Kim,,11,141,0.07801418439716312057,1
total,,,141,141,1,3
-- show revenue by customer top 1 by revenue with others, total
level,customer,revenue
line,Acme,100
others,,41
total,,141
-- show revenue by month
month,revenue
2025-02,100
2025-03,11
2025-04,30
-- show revenue, target by month for 2025-01 .. 2025-03
month,revenue,target
2025-01,0,
2025-02,100,150
2025-03,11,
-- show revenue by product
product,revenue
Ink,41
Pen,100
-- show customer, region
customer,region
Acme,North
Dyna,West
-- list `order`, revenue from orders
order,revenue
2,100
5,11
6,30
-- show sold by seller
seller,sold
Kim,141
-- show count() as n from best
n
2
-- show avg(revenue per customer), count(customer), count(customer where revenue > 20)
avg(revenue per customer),count(customer),count(customer where revenue > 20)
47,2,2
-- show revenue by customer where customer in (show customer having revenue > 20)
customer,revenue
Acme,100
Dyna,30
-- show (show sum(amount) from orders) as one
one
141
-- show revenue[where first_order = 2025-01] as early, revenue by customer
customer,early,revenue
Acme,0,100
Dyna,0,30
,0,11
-- let t = show revenue by customer; show sum(revenue) from $t
sum(revenue)
141

=== another rep sees others, and what is broken in their own rows
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
show sales by customer, month for 2025-01 .. 2025-06 sparse
show revenue
--- args
--version >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Ann --format csv -c "$q" </dev/null 2>&1; done <questions
--- stdout
-- show sales by customer, month for 2025-01 .. 2025-06 sparse
customer,month,sales
Bolt,2025-01,1
Bolt,2025-02,1
Bolt,2025-06,1
-- show revenue
<-c>:1:1: error[E0808]: column `amount` of `orders` holds numbers, but has a text that is none in row 7
    1 | show revenue
      | ^~~~~~~~~~~~
      = help: clean the value, or read the column as `text(amount)`
--- exit
1

=== a manager sees the team's rows
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
show revenue by seller with total
show seller from staff
--- args
--version >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Mo --format csv -c "$q" </dev/null 2>&1; done <questions
--- stdout
-- show revenue by seller with total
level,seller,revenue
line,Kim,141
line,Lee,50
total,,191
-- show seller from staff
seller
Kim
Lee
Mo

=== the board sees all
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
show sales, spent, kinds
show sales by seller with total
--- args
--version >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Bo --format csv -c "$q" </dev/null 2>&1; done <questions
--- stdout
-- show sales, spent, kinds
sales,spent,kinds
7,9,3
-- show sales by seller with total
level,seller,sales
line,Ann,3
line,Kim,3
line,Lee,1
total,,7

=== who is in no audience sees nothing
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
show sales
show 1 as x
describe
--- args
--version >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Nobody --format csv -c "$q" </dev/null 2>&1; done <questions
--- stdout
-- show sales
<-c>:1:1: error[E0721]: `Nobody` belongs to no audience of the model
    1 | show sales
      | ^
      = help: `audience reps level operational members "Nobody" sees seller = $user`
-- show 1 as x
<-c>:1:1: error[E0721]: `Nobody` belongs to no audience of the model
    1 | show 1 as x
      | ^
      = help: `audience reps level operational members "Nobody" sees seller = $user`
-- describe
<-c>:1:1: error[E0208]: `describe` is a command of the prompt
    1 | describe
      | ^~~~~~~~
      = help: `koers describe FILE` lists what there is to ask; in a script `explain NAME` says what a name stands for
--- exit
1

=== a source that the condition does not reach is closed
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
show spent
show spent_sql
show kinds
list product from products
show product
show avg(revenue per every product)
show count(product)
show revenue where seller = "Kim" and (show spent) > 1
show revenue, spent by month
explain show spent
--- args
\shared ask
--- stdout
-- show spent
model.koers:35:32: error[E0720]: `costs` is closed to `Kim`
   35 |   measure spent : money(EUR) = sum(amount)
      |                                ^~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show spent_sql
model.koers:37:96: error[E0720]: `all_costs` is closed to `Kim`
   37 | source all_costs from sql "select * from costs" { key id  time paid = day  measure spent_sql = sum(amount) }
      |                                                                                                ^~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show kinds
model.koers:13:19: error[E0720]: `products` is closed to `Kim`
   13 |   measure kinds = count()
      |                   ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- list product from products
<-c>:1:1: error[E0720]: `products` is closed to `Kim`
    1 | list product from products
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show product
<-c>:1:1: error[E0720]: `products` is closed to `Kim`
    1 | show product
      | ^~~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show avg(revenue per every product)
<-c>:1:6: error[E0720]: `products` is closed to `Kim`
    1 | show avg(revenue per every product)
      |      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show count(product)
<-c>:1:6: error[E0720]: `products` is closed to `Kim`
    1 | show count(product)
      |      ^~~~~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show revenue where seller = "Kim" and (show spent) > 1
model.koers:35:32: error[E0720]: `costs` is closed to `Kim`
   35 |   measure spent : money(EUR) = sum(amount)
      |                                ^~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show revenue, spent by month
model.koers:35:32: error[E0720]: `costs` is closed to `Kim`
   35 |   measure spent : money(EUR) = sum(amount)
      |                                ^~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- explain show spent
model.koers:35:32: error[E0720]: `costs` is closed to `Kim`
   35 |   measure spent : money(EUR) = sum(amount)
      |                                ^~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
--- exit
1

=== days are no secret: what is covered, a snapshot, that a row had a successor
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
show revenue by month for 2024-12 .. 2025-07
show open_value by month for 2025-01 .. 2025-04
bridge open_value for 2025-03
bridge open_value by seller for 2025-03
show stored by month for 2025-01 .. 2025-02
bridge stored for 2025-02
--- args
\shared ask
--- stdout
-- show revenue by month for 2024-12 .. 2025-07
month,revenue
2024-12,
2025-01,0
2025-02,100
2025-03,11
2025-04,30
2025-05,0
2025-06,0
2025-07,
-- show open_value by month for 2025-01 .. 2025-04
month,open_value
2025-01,10
2025-02,15
2025-03,5
2025-04,5
-- bridge open_value for 2025-03
opening,new,up,down,entered,left,closing
15,0,0,0,0,-10,5
-- bridge open_value by seller for 2025-03
seller,opening,new,up,down,entered,left,closing
Kim,15,0,0,0,0,-10,5
-- show stored by month for 2025-01 .. 2025-02
month,stored
2025-01,7
2025-02,0
-- bridge stored for 2025-02
opening,new,up,down,gone,entered,left,closing
7,0,0,0,-7,0,0,0

=== messages know seen rows only
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
show revenue where customer.name = "Bolt"
report r(who = "Acme") { show customer from customers where region = $who } run r(who: "South")
report r(who = "Kim") { show seller from staff where seller = $who } run r(who: "Lea")
--- args
\shared ask
--- stdout
-- show revenue where customer.name = "Bolt"
revenue
0
-- report r(who = "Acme") { show customer from customers where region = $who } run r(who: "South")
<-c>:1:88: error[E0704]: parameter `who`: no `region` is "South"
    1 | report r(who = "Acme") { show customer from customers where region = $who } run r(who: "South")
      |                                                                                        ^~~~~~~
      = help: there are "North", "West"
-- report r(who = "Kim") { show seller from staff where seller = $who } run r(who: "Lea")
<-c>:1:81: error[E0704]: parameter `who`: no `seller` is "Lea"
    1 | report r(who = "Kim") { show seller from staff where seller = $who } run r(who: "Lea")
      |                                                                                 ^~~~~
      = help: there are "Kim"
--- exit
1

=== what a person types only asks
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
source x from table costs { measure z = sum(amount) } show z
source x from sql "select * from costs" { measure z = sum(amount) } show z
source x from csv "secret.csv" { measure z = count() } show z
audience all_of_us level operational sees true
open "other.db"
use "other.koers"
check model
set user = login
report r() { check model } run r()
report r() { show revenue } run r() to "model.html"
currency rates from table costs (day, id, id, amount)
measure m = sum(log.amount) as last known per log.seller at log.at show m
measure m = sum(log.amount) while log.at until later(log.at, log.amount, "day") show m
measure twice = revenue * 2; show twice
--- args
\shared ask
--- stdout
-- source x from table costs { measure z = sum(amount) } show z
<-c>:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source x from table costs { measure z = sum(amount) } show z
      | ^
      = help: what a person types only asks; it belongs in the model
-- source x from sql "select * from costs" { measure z = sum(amount) } show z
<-c>:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source x from sql "select * from costs" { measure z = sum(amount) } show z
      | ^
      = help: what a person types only asks; it belongs in the model
-- source x from csv "secret.csv" { measure z = count() } show z
<-c>:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source x from csv "secret.csv" { measure z = count() } show z
      | ^
      = help: what a person types only asks; it belongs in the model
-- audience all_of_us level operational sees true
<-c>:1:1: error[E0722]: `audience` is not for `Kim`, who is asked as
    1 | audience all_of_us level operational sees true
      | ^
      = help: what a person types only asks; it belongs in the model
-- open "other.db"
<-c>:1:1: error[E0722]: `open` is not for `Kim`, who is asked as
    1 | open "other.db"
      | ^
      = help: what a person types only asks; it belongs in the model
-- use "other.koers"
<-c>:1:5: error[E0722]: another file is not for `Kim`, who is asked as
    1 | use "other.koers"
      |     ^~~~~~~~~~~~~
      = help: what a person types only asks; it belongs in the model
-- check model
<-c>:1:1: error[E0722]: `check model` looks at all rows, and `Kim` sees some
    1 | check model
      | ^~~~~~~~~~~
-- set user = login
-- report r() { check model } run r()
<-c>:1:14: error[E0722]: `check model` looks at all rows, and `Kim` sees some
    1 | report r() { check model } run r()
      |              ^~~~~~~~~~~
-- report r() { show revenue } run r() to "model.html"
<-c>:1:40: error[E0722]: writing a file is not for `Kim`, who is asked as
    1 | report r() { show revenue } run r() to "model.html"
      |                                        ^~~~~~~~~~~~
      = help: what a person types only asks; it belongs in the model
-- currency rates from table costs (day, id, id, amount)
<-c>:1:1: error[E0722]: `currency` is not for `Kim`, who is asked as
    1 | currency rates from table costs (day, id, id, amount)
      | ^
      = help: what a person types only asks; it belongs in the model
-- measure m = sum(log.amount) as last known per log.seller at log.at show m
<-c>:1:1: error[E0722]: `measure` is not for `Kim`, who is asked as
    1 | measure m = sum(log.amount) as last known per log.seller at log.at show m
      | ^
      = help: what a person types only asks; it belongs in the model
-- measure m = sum(log.amount) while log.at until later(log.at, log.amount, "day") show m
<-c>:1:1: error[E0722]: `measure` is not for `Kim`, who is asked as
    1 | measure m = sum(log.amount) while log.at until later(log.at, log.amount, "day") show m
      | ^
      = help: what a person types only asks; it belongs in the model
-- measure twice = revenue * 2; show twice
twice
282

=== every plan begins with what is seen
--- schema rights
--- file model.koers
\shared staff
\shared shop
--- file questions
explain show revenue, sales[all], revenue[where first_order = 2025-01] by seller
explain show open_value by seller for 2025-02
--- args
--version >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Mo --today 2025-12-31 -c "$q" </dev/null 2>&1; done <questions
--- stdout
-- explain show revenue, sales[all], revenue[where first_order = 2025-01] by seller
revenue  €191.00
  sum(amount)
  4 rows of orders
  list order, amount as value from orders
sales[all]  4
  count()
  4 rows of orders
  list order from orders
revenue[where first_order = 2025-01]  €0.00
  sum(amount)
  0 rows of orders, where first_order = 2025-01
  list order, amount as value from orders where first_order = 2025-01
all lines together; one line is opened with `where seller = ...`

scan orders (customer, amount, seller)
  sees member(rep->staff.team)
  group on ordered
    by rep->staff.name
    leaf 0: sum(orders.amount)
    leaf 1: count() all seller
  group on ordered
    by rep->staff.name
    where (period(attribute(orders.customer)) = 2025-01)
    leaf 2: sum(orders.amount)
lines by seller
  revenue = leaf 0
  sales[all] = leaf 1
  revenue[where first_order = 2025-01] = leaf 2
sql
  select "name", "team" from "staff"
  select "id", "name", "team" from "staff"
  select "id", "seller" from "customers"
  select "customer", "day", "seller" from "orders"
  select "id", "name", "team" from "staff"
  select "customer", "amount", "seller" from "orders"
2 lines, 4 columns
-- explain show open_value by seller for 2025-02
model.koers:47:24: error[E0720]: `log` is closed to `Mo`
   47 |   measure open_value = sum(amount) as last known per deal at at
      |                        ^~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
--- exit
1

=== a value per key is read over all rows by the condition, over seen ones by who asks
--- schema rights
--- args
run input.koers --as Kim --format csv
--- input
open "store.db"
\shared orders
audience reps level operational sees seller = $user and first_order = 2025-02
show sales by first_order, customer
--- stdout
first_order,customer,sales
2025-02,1,1
2025-03,2,1

=== an audience is right for some source
--- schema rights
--- args
check input.koers
--- input
open "store.db"
\shared orders
audience a level operational sees sellr = $user
audience b level operational sees size
audience c level operational sees seller
audience f level operational level tactical
audience g sees seller = $user sees size
audience b level tactical
show sales where seller = $user
--- stdout
--- stderr
input.koers:12:35: error[E0301]: there is no dimension `sellr`
   12 | audience a level operational sees sellr = $user
      |                                   ^~~~~
      = help: did you mean `seller`?
input.koers:14:35: error[E0404]: expected a condition, found text
   14 | audience c level operational sees seller
      |                                   ^~~~~~
input.koers:15:30: error[E0711]: `level` is written twice
   15 | audience f level operational level tactical
      |                              ^~~~~~~~~~~~~~
input.koers:16:32: error[E0711]: `sees` is written twice
   16 | audience g sees seller = $user sees size
      |                                ^~~~~~~~~
input.koers:17:10: error[E0304]: there is an audience `b` already
   17 | audience b level tactical
      |          ^
input.koers:13:10: note: it is defined here
   13 | audience b level operational sees size
      |          ^
input.koers:18:27: error[E0301]: there is no variable or parameter `$user`
   18 | show sales where seller = $user
      |                           ^~~~~
--- exit
1

=== whether a row is seen cannot be found out
--- schema rights
--- args
run input.koers --as Kim
--- input
open "store.db"
\shared orders
audience reps level operational sees size and seller = $user
show sales
--- stdout
--- stderr
input.koers:13:1: error[E0723]: which rows of `orders` `Kim` sees could not be found out
   13 | show sales
      | ^~~~~~~~~~
--- exit
1

=== the first audience counts that has the person, or says of nobody that they belong
--- schema rights
--- args
--version >/dev/null; for who in Kim Ann; do "$KOERS" run input.koers --as $who --format csv; done
--- input
open "store.db"
\shared orders
audience board level strategic
audience leads level tactical members "Kim", "Mo" sees seller in ("Kim", "Lee")
audience everyone level operational sees seller = $user
show sales by seller
--- stdout
seller,sales
Kim,3
Lee,1
seller,sales
Ann,3
--- stderr
--- exit
0

=== a script is the model's: it may open, declare and write
--- schema rights
--- args
run input.koers --as Kim && cat out.csv
--- input
open "store.db"
\shared orders
audience everyone level operational sees seller = $user
report r() { show sales by seller }
run r() to "out.csv"
--- stdout
seller,sales
Kim,3
--- stderr
--- exit
0

=== a model says that who is logged in asks
--- schema rights
--- args
run input.koers --format csv
--- input
set user = login
open "store.db"
\shared orders
audience everyone level operational sees seller = "Kim"
show sales by seller
set user = login
--- stdout
seller,sales
Kim,3
--- stderr
--- exit
0
--- oracle-sql
select s.name, count(*) from orders o join staff s on s.id = o.seller where s.name = 'Kim' group by 1;

=== a person is known before anything is shown
--- schema rights
--- args
run input.koers
--- input
open "store.db"
\shared orders
audience everyone level operational sees seller = $user
show sales
set user = login
--- stdout
--- stderr
input.koers:14:12: error[E0721]: `set user` stands above all that shows something
   14 | set user = login
      |            ^~~~~
--- exit
1

=== nobody is known without an audience
--- schema rights
--- args
run input.koers --as Kim
--- input
open "store.db"
\shared orders
show sales
--- stdout
--- stderr
input.koers:12:1: error[E0721]: nothing says what `Kim` may see: the model has no audience
   12 | show sales
      | ^
      = help: `audience reps level operational members "Kim" sees seller = $user`
--- exit
1

=== a person of no audience, in a script
--- schema rights
--- args
run input.koers --as Kim
--- input
open "store.db"
\shared orders
audience everyone level operational members "Lee" sees seller = $user
let t = show sales
--- stdout
--- stderr
input.koers:13:1: error[E0721]: `Kim` belongs to no audience of the model
   13 | let t = show sales
      | ^
      = help: `audience reps level operational members "Kim" sees seller = $user`
--- exit
1

=== a module that declares a source is not a person's to use
--- schema rights
--- file model.koers
\shared orders
audience everyone level operational sees seller = $user
--- file mine.koers
source x from table costs { measure z = sum(amount) }
--- args
store.db --as Kim -c 'use mine show z'
--- stdout
--- stderr
mine.koers:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source x from table costs { measure z = sum(amount) }
      | ^
      = help: what a person types only asks; it belongs in the model
--- exit
1

=== the numbers of a rep
--- schema rights
--- args
run input.koers --as Kim --format csv
--- input
open "store.db"
\shared staff
\shared shop
show revenue, sales, revenue[all] as whole, last(orders.amount by day) as latest by customer where customer is not empty
--- stdout
customer,revenue,sales,whole,latest
Acme,100,1,130,100
Dyna,30,1,130,30
--- oracle-sql
select c.name, sum(amount), count(*), (select sum(amount) from orders y join customers z on z.id = y.customer and z.seller = 1 where y.seller = 1), (select amount from orders x where x.customer = c.id and x.seller = 1 order by day desc limit 1) from orders o join customers c on c.id = o.customer and c.seller = 1 where o.seller = 1 group by 1 order by 1;

=== a login is looked up among the people
--- schema rights
--- args
--version >/dev/null; printf 'who,does,begins,ends,login\nKim,rep,2020-01-01,2024-12-31,%s\nAnn,rep,2025-01-01,,%s\nLee,rep,,,lee\n' "$(id -un)" "$(id -un)" >people.csv; "$KOERS" run input.koers --format csv; "$KOERS" run input.koers --format csv --as lee; sed -i 's/^Ann.*//' people.csv; "$KOERS" run input.koers
--- input
set user = login
set today = 2025-12-31
open "store.db"
source staff from table staff { entity person key id  dimension seller = name }
source people from csv "people.csv" { key who, does }
source orders from table orders {
  key id
  join staff on seller
  measure sales = count()
}
staff from people (who, does, does, begins, ends, login)
audience reps level operational members "rep" sees seller = $user
show sales by seller
--- stdout
seller,sales
Ann,3
seller,sales
Lee,1
--- stderr
input.koers:13:1: error[E0721]: `root` belongs to no audience of the model
   13 | show sales by seller
      | ^
      = help: `audience reps level operational members "root" sees seller = $user`
--- exit
1

=== a page says whose rows it is of
--- schema rights
--- args
run input.koers --as Kim --today 2025-12-31 --format html | grep -o '<dt>rows[^/]*</dt><dd>[^<]*</dd>'
--- input
open "store.db"
source staff from table staff { entity person key id  dimension seller = name, role }
source orders from table orders { key id  join staff on seller  measure sales = count() }
audience everyone level operational sees seller = $user
show sales by seller
--- stdout
<dt>rows that are seen by</dt><dd>Kim (everyone)</dd>

=== a value per key of a closed source is closed
--- schema rights
--- args
\shared ask
--- file model.koers
source staff from table staff { entity person key id  dimension seller = name, role }
source customers from table customers { entity customer key id label name }
source visits from table orders {
  key id
  time visited = day
  join customers on customer
  measure visits = count()
}
source orders from table orders {
  key id
  time ordered = day
  join staff on seller
  join customers on customer
  dimension visits_before = visits per customer before ordered within 30 days
  dimension visited = visits per customer
  measure sales = count()
}
audience reps level operational members "Kim", "Lee" sees seller = $user
--- file questions
show sales by visits_before
show sales by visited
show sales where visits per customer > 1
list `sales` from orders where visited > 1
show sales by customer
--- stdout
-- show sales by visits_before
model.koers:7:20: error[E0720]: `visits` is closed to `Kim`
    7 |   measure visits = count()
      |                    ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show sales by visited
model.koers:7:20: error[E0720]: `visits` is closed to `Kim`
    7 |   measure visits = count()
      |                    ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show sales where visits per customer > 1
model.koers:7:20: error[E0720]: `visits` is closed to `Kim`
    7 |   measure visits = count()
      |                    ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- list `sales` from orders where visited > 1
model.koers:7:20: error[E0720]: `visits` is closed to `Kim`
    7 |   measure visits = count()
      |                    ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show sales by customer
customer,sales
Acme,1
Ceres,1
Dyna,1

=== sources that stand on sources are seen as far as those are, or by themselves
--- schema rights
--- args
\shared ask
--- file model.koers
source staff from table staff { entity person key id  dimension seller = name }
source a from table orders where id <= 4 { key id  time on_day = day }
source b from table orders where id > 4 and id < 7 { key id  time on_day = day }
source pile from a, b { measure piled = count() }
source both from a, b {
  time on_day = day
  join staff on seller
  measure n = count()
}
source again from both { dimension origin  time on_day = day  measure m = count() }
source mine from table orders where id < 7 { key id  join staff on seller }
source more from mine, mine { measure twice_mine = sum(amount) }
source halves from (list id as order_id, amount from mine where person.seller = "Kim") { measure halved = sum(amount) / 2 }
audience reps level operational members "Kim", "Lee" sees seller = $user
--- file questions
show n by seller, month for 2025-01 .. 2025-05 sparse
show m by origin
show piled
show twice_mine
show halved
--- stdout
-- show n by seller, month for 2025-01 .. 2025-05 sparse
seller,month,n
Kim,2025-02,1
Kim,2025-03,1
Kim,2025-04,1
-- show m by origin
origin,m
a,1
b,2
-- show piled
model.koers:4:41: error[E0720]: `pile` is closed to `Kim`
    4 | source pile from a, b { measure piled = count() }
      |                                         ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
-- show twice_mine
twice_mine
282
-- show halved
halved
70.5
--- exit
0

=== what is read anew is still hidden, and what one sees may hang on the day
--- schema rights
--- file model.koers
set today = 2025-02-28
source staff from table staff { entity person key id label name  dimension seller = name, role }
source orders from table orders { key id  time ordered = day  join staff as rep on seller
  dimension seller = rep.seller conforms staff.seller  dimension is_past = ordered <= today  measure sales = count() }
source months from (show sales as had by month for this year)
staff from staff (name, role)
audience reps level operational members "rep" sees seller = $user and is_past
--- file questions
show sales, had
set today = 2025-03-31 show sales, had
set today = 2025-12-31 show sales, had by month having sales > 0
--- args
--version >/dev/null; while read -r q; do "$KOERS" store.db --as Kim --format csv -c "$q" </dev/null 2>&1; done <questions
--- stdout
sales,had
1,1
sales,had
2,2
month,sales,had
2025-02,1,1
2025-03,1,1
2025-04,1,1
