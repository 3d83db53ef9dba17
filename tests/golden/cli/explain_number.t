=== numbers are opened
--- schema shop
--- args
run input.koers --today 2025-12-31
--- file model.koers
open "store.db"
source customers from table customers { entity customer key customer_id label name dimension region, segment }
source o from table orders where freight > 0 {
  entity order key order_id
  join customers on customer_id
  dimension status
  time ordered = order_date
  time shipped = ship_date
  measure n = count()
  measure f : money(EUR) = sum(freight)
  measure done = count() where status = "done"
  measure sent = count() on shipped where ship_date is not empty
  measure open = count() while order_date until ship_date
  measure part : percent = done / n
  measure each : money(EUR) = f / n
}
source l from table order_lines { key order_id, line_no join o on order_id
  time ordered = o.order_date
  measure revenue : money(EUR) = sum(quantity * unit_price)
}
measure spread = (revenue - f) / revenue
--- input
use "model.koers"
let y = 2025-Q1
explain show part for $y
explain show spread by region, month for 2025 where segment = "SMB" or region = "South"
explain show f[previous quarter], n[all region] for 2025-Q2 where region = "South" and segment = "Enterprise"
explain show sent, open, f[on shipped] as late for 2025-02
explain show sum(freight where status = "open") as waiting, count(distinct region) as places from o
explain show avg(n per customer), n[what if n = 3], max(freight) as most from o
explain show f / n as a, a * 2 as b for 2025-Q1
explain show n by month
--- stdout
part  100.0%◔
  done / n
  done  3◔
    count() where status = "done"
    3 rows of o, ordered 2025-Q1, where status = "done"
    list order from o for 2025-Q1 where status = "done"
  n  3◔
    count()
    3 rows of o, ordered 2025-Q1
    list order from o for 2025-Q1

scan o (order_date, freight, status)
  where (o.freight > 0)
  group on ordered
    where (o.status = "done")
    leaf 0: count()
  group on ordered
    leaf 1: count()
lines
  part = (leaf 0 / leaf 1)
for 2025-01-01 .. 2025-03-31
sql
  select "order_date", "freight", "status" from "orders"
1 line, 1 column

spread  0.96◔
  (revenue - f) / revenue
  revenue  €635.00◔
    sum(quantity * unit_price)
    6 rows of l, ordered 2025, where (segment = "SMB" or region = "South")
    list order_id, line_no, quantity * unit_price as value from l for 2025 where (segment = "SMB" or region = "South")
  f  €28.00◔
    sum(freight)
    4 rows of o, ordered 2025, where (segment = "SMB" or region = "South")
    list order, freight as value from o for 2025 where (segment = "SMB" or region = "South")
  revenue  €635.00◔
    sum(quantity * unit_price)
    6 rows of l, ordered 2025, where (segment = "SMB" or region = "South")
    list order_id, line_no, quantity * unit_price as value from l for 2025 where (segment = "SMB" or region = "South")
all lines together; one line is opened with `where region = ...` and `for` its period

scan l (order_id, quantity, unit_price)
  where ((o->customers->customers.segment = "SMB") or (o->customers->customers.region = "South"))
  group on ordered
    by o->customers->customers.region
    by month
    leaf 0: sum((l.quantity * l.unit_price))
scan o (customer_id, order_date, freight)
  where (o.freight > 0)
  where ((customers->customers.segment = "SMB") or (customers->customers.region = "South"))
  group on ordered
    by customers->customers.region
    by month
    leaf 1: sum(o.freight)
lines by region, month
  spread = ((leaf 0 - leaf 1) / leaf 0)
for 2025-01-01 .. 2025-12-31
sql
  select "order_id", "customer_id", "order_date", "freight" from "orders"
  select "customer_id", "region", "segment" from "customers"
  select "order_id", "quantity", "unit_price" from "order_lines"
  select "customer_id", "order_date", "freight" from "orders"
36 lines, 3 columns

f[previous quarter]  €12.00◔
  sum(freight)
  1 row of o, ordered 2025-Q1, where region = "South" and segment = "Enterprise"
  list order, freight as value from o for 2025-Q1 where region = "South" and segment = "Enterprise"
n[all region]  1
  count()
  1 row of o, ordered 2025-Q2, where segment = "Enterprise"
  list order from o for 2025-Q2 where segment = "Enterprise"

scan o (customer_id, order_date, freight)
  where (o.freight > 0)
  where (customers->customers.segment = "Enterprise")
  group on ordered
    by year cut at 2025-04-01, 2025-07-01, 2025-09-30, 2025-10-01
    where (customers->customers.region = "South")
    leaf 0: sum(o.freight) shift -1 quarter
  group on ordered
    leaf 1: count()
lines
  f[previous quarter] = leaf 0
  n[all region] = leaf 1
for 2025-04-01 .. 2025-06-30
sql
  select "customer_id", "region", "segment" from "customers"
  select "customer_id", "order_date", "freight" from "orders"
1 line, 2 columns

sent  1
  count() on shipped where ship_date is not empty
  1 row of o, shipped 2025-02, where ship_date is not empty
  list order from o where shipped in 2025-02 and ship_date is not empty
open  0
  count() while order_date until ship_date
  0 rows of o, at the end of 2025-02-28
  list order from o where order_date <= 2025-02-28 and (ship_date is empty or ship_date > 2025-02-28)
late = f[on shipped]  €12.00
  sum(freight)
  1 row of o, shipped 2025-02
  list order, freight as value from o where shipped in 2025-02

scan o (order_date, ship_date, freight)
  where (o.freight > 0)
  group on shipped
    where not(is empty(o.ship_date))
    leaf 0: count()
  group while o.order_date until o.ship_date
    by year cut at 2025-03-01
    where (is empty(o.ship_date) or (o.ship_date > o.order_date))
    leaf 1: count() closing
  group on shipped
    leaf 2: sum(o.freight)
lines
  sent = leaf 0
  open = leaf 1
  late = leaf 2
for 2025-02-01 .. 2025-02-28
sql
  select "order_date", "ship_date", "freight" from "orders"
1 line, 3 columns

waiting = sum(freight where status = "open")  0
  0 rows of o, where status = "open"
  list order, freight as value from o where status = "open"
places = count(distinct region)  2
  5 rows of o
  list order from o

scan o (customer_id, freight, status)
  where (o.freight > 0)
  group on ordered
    where (o.status = "open")
    leaf 0: sum(o.freight)
  group on ordered
    leaf 1: count distinct(customers->customers.region)
lines
  waiting = leaf 0
  places = leaf 1
sql
  select "customer_id", "region" from "customers"
  select "customer_id", "freight", "status" from "orders"
1 line, 2 columns

avg(n per customer)  1.25
n[what if n = 3]  3
most = max(freight)  12
  5 rows of o
  list order, freight as value from o

scan o (customer_id, freight)
  where (o.freight > 0)
  group on ordered
    per customers->customers.customer_id
    leaf 0: count()
  group on ordered
    leaf 2: max(o.freight)
lines
  leaf 1: avg(leaf 0 per 1 key)
  avg(n per customer) = leaf 1
  n[what if n = 3] = 3
  most = leaf 2
sql
  select "customer_id" from "customers"
  select "customer_id", "freight" from "orders"
1 line, 3 columns

a = f / n  €6.75◔
  f  €20.25◔
    sum(freight)
    3 rows of o, ordered 2025-Q1
    list order, freight as value from o for 2025-Q1
  n  3◔
    count()
    3 rows of o, ordered 2025-Q1
    list order from o for 2025-Q1
b = a * 2  €13.50◔

scan o (order_date, freight)
  where (o.freight > 0)
  group on ordered
    leaf 0: sum(o.freight)
    leaf 1: count()
lines
  a = (leaf 0 / leaf 1)
  b = (item 0 * 2)
for 2025-01-01 .. 2025-03-31
sql
  select "order_date", "freight" from "orders"
1 line, 2 columns

n  5
  count()
  5 rows of o
  list order from o
all rows together, dated or not; one line is opened with `for` its period

scan o (order_date, freight)
  where (o.freight > 0)
  group on ordered
    by month
    leaf 0: count()
lines by month
  n = leaf 0
sql
  select "order_date", "freight" from "orders"
6 lines, 2 columns
--- exit
0

=== what has no number of its own
--- schema shop
--- args
run input.koers --today 2025-12-31
--- input
open "store.db"
source o from table orders { key order_id dimension status time ordered = order_date measure n = count() }
source p from table products { key product_id measure kinds = count() }
explain show kinds for 2025
explain show share(n) by status
explain show n by month versus previous month
explain show n[previous month] by month
explain list order_id from o where status = "open"
--- stdout
kinds  3
  count()
  3 rows of p
  list product_id from p

scan p ()
  group
    leaf 0: count()
lines
  kinds = leaf 0
for 2025-01-01 .. 2025-12-31
sql
  select count(*) from "products"
1 line, 1 column

share(n)  100.0%
  n  6
    count()
    6 rows of o
    list order_id from o
all lines together; one line is opened with `where status = ...`

scan o (status)
  group on ordered
    by o.status
    leaf 0: count()
    leaf 1: count() all status
lines by status
  share(n) = (leaf 0 / leaf 1)
sql
  select "status" from "orders"
2 lines, 2 columns

n  6
  count()
  6 rows of o
  list order_id from o
all rows together, dated or not; one line is opened with `for` its period

scan o (order_date)
  group on ordered
    by month cut at 2025-11-30
    leaf 0: count()
    leaf 1: count() shift -1 month
lines by month
  n = leaf 0
  n previous month = leaf 1
  n change = (item 0 - item 1)
  n change % = if((item 1 > 0), (item 2 / item 1), empty)
sql
  select "order_date" from "orders"
6 lines, 5 columns

scan o (order_date)
  group on ordered
    by month cut at 2025-11-30
    leaf 0: count() shift -1 month
lines by month
  n[previous month] = leaf 0
sql
  select "order_date" from "orders"
6 lines, 2 columns

scan o (order_id, status)
  group on ordered
    by o.order_id
    where (o.status = "open")
lines by order_id
sql
  select "order_id", "status" from "orders"
1 line, 1 column
--- exit
0

=== the rows are the ones that the list has
--- schema shop
--- args
run input.koers --today 2025-12-31 --format csv
--- input
open "store.db"
source o from table orders { key order_id dimension status time ordered = order_date measure f = sum(freight) where status = "done" }
show f[previous quarter] for 2025-Q2
list order_id, freight as value from o for 2025-Q1 where status = "done"
--- stdout
f[previous quarter]
20.25

order_id,value
1,4.9
2,12
4,3.35
--- exit
0

=== conditions as they are written, and what was known
--- schema recorded
--- args
run input.koers --today 2026-02-01 | grep -v "^scan\|^  select\|^  group\|^  *where\|leaf\|^lines\|^sql\|column"
--- input
open "store.db"
source o from table orders {
  key order_id
  time ordered = ordered
  time recorded = entered
  measure n = count()
  measure amount = sum(amount)
  dimension customer
}
explain show n for 2025-01 as of 2025-01-31
explain show amount[as of 2025-02-03] for 2025-01 where customer != "Ann" and (customer = "Bob" or customer = "Cas")
explain show (n + amount) * 2 as x from o where not (customer = "Bob" or customer = "Cas")
explain show sum(amount where (amount > 1 or amount < 0) and customer != "x") as y, n[to date] from o for 2025-01
--- stdout
n  2◔
  count()
  2 rows of o, ordered 2025-01
  list order_id from o for 2025-01 as of 2025-01-31

for 2025-01-01 .. 2025-01-31

amount[as of 2025-02-03]  4◔
  sum(amount)
  1 row of o, ordered 2025-01, where customer != "Ann" and (customer = "Bob" or customer = "Cas")
  list order_id, amount as value from o for 2025-01 as of 2025-02-03 where customer != "Ann" and (customer = "Bob" or customer = "Cas")

for 2025-01-01 .. 2025-01-31

x = (n + amount) * 2  10
  n  2
    count()
    2 rows of o, where not (customer = "Bob" or customer = "Cas")
    list order_id from o where not (customer = "Bob" or customer = "Cas")
  amount  3
    sum(amount)
    2 rows of o, where not (customer = "Bob" or customer = "Cas")
    list order_id, amount as value from o where not (customer = "Bob" or customer = "Cas")


y = sum(amount where (amount > 1 or amount < 0) and customer != "x")  38◔
  3 rows of o, ordered 2025-01, where (amount > 1 or amount < 0) and customer != "x"
  list order_id, amount as value from o for 2025-01 where (amount > 1 or amount < 0) and customer != "x"
n[to date]  4
  count()
  4 rows of o, ordered up to 2025-01-31
  list order_id from o where ordered <= 2025-01-31

    by year cut at 2025-02-01, 2026-02-02, 2026-03-01
for 2025-01-01 .. 2025-01-31

=== lists have the values of parameters
--- schema shop
--- args
run input.koers --today 2025-12-31 | grep "rows of\|row of\|list"
--- input
open "store.db"
source o from table orders { key order_id time ordered = order_date dimension status measure n = count() }
let y = 2025-Q1
let z = $y
let s = "done"
report r(state = "open", period : period = 2025, slice : dimension = status) "x" {
  explain show n by $slice for $period where status = $state
}
run r()
run r(state: "do\"ne", period: $z)
run r(state: all)
explain show n for $z where status = $s or status in ("open")
--- stdout
  1 row of o, ordered 2025, where status = "open"
  list order_id from o for 2025 where status = "open"
  select "order_date", "status" from "orders"  -- rows of other days are left out
  0 rows of o, ordered 2025-Q1, where status = $state
  list order_id from o for 2025-Q1 where status = $state
  select "order_date", "status" from "orders"  -- rows of other days are left out
  6 rows of o, ordered 2025
  list order_id from o for 2025
  select "order_date", "status" from "orders"  -- rows of other days are left out
  4 rows of o, ordered 2025-Q1, where (status = "done" or status in ("open"))
  list order_id from o for 2025-Q1 where (status = "done" or status in ("open"))
  select "order_date", "status" from "orders"  -- rows of other days are left out
