=== what if over a whole report
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer, units integer);
insert into sales (day, who, amount, units) values ('2025-02-01', 'A', 120, 10), ('2025-05-01', 'B', 40, 4);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { dimension who  time sold = day
  measure revenue = sum(amount)  measure units = sum(units)  measure price = revenue / units }
report inner(y = 2025) "Inner" { show revenue, units for $y }
report outer "Outer" {
  run inner() what if units = 2 * units
  -- its own clause comes behind that of the run: 10 * (revenue + 1)
  show revenue what if revenue = 10 * revenue
  -- a column of the source hides no measure from the run
  show revenue from sales
  show units
  list who, amount from sales
}
run outer() what if revenue = revenue + 1
run inner()
--- stdout
revenue,revenue what if,revenue difference,units,units what if,units difference
160,161,1,14,28,14

revenue,revenue what if,revenue difference
160,1610,1450

revenue,revenue what if,revenue difference
160,161,1

units
14

who,amount
A,120
B,40

revenue,units
160,14

=== the clause of a run in files
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer, units integer);
insert into sales (day, who, amount, units) values ('2025-02-01', 'A', 120, 10), ('2025-05-01', 'B', 40, 4);
--- args
--today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { dimension who  time sold = day  measure revenue = sum(amount) }
report year(y = 2025) "Year" { show revenue by who for $y with total }
run year(2025) to "a.csv" what if revenue = revenue
  * 2
run year(2025) what if revenue = 2 * revenue
--- stdout
Year

who    revenue   revenue what if   revenue difference
─────  ────────  ────────────────  ───────────────────
A          120◔              240◔                 120◔
B           40◔               80◔                  40◔
─────  ────────  ────────────────  ───────────────────
total      160◔              320◔                 160◔
what if revenue = 2 * revenue

=== a run whose what if cannot be
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { key order_id  join customers on customer_id
  time ordered = order_date  measure freight = sum(freight)  measure open = count() while order_date until order_date }
report one { show freight by region where (freight per customer) > 1 }
report two { bridge open by month for 2025 }
run one() what if freight = 2
run one() what if fright = 2
run two() what if open = open + 1
run two()
--- stderr
input.koers:7:19: error[E0690]: `what if` does not reach all of `freight` here
    7 | run one() what if freight = 2
      |                   ^~~~~~~~~~~
input.koers:5:44: note: this is read once, outside of the question, with `freight` as it is
    5 | report one { show freight by region where (freight per customer) > 1 }
      |                                            ^~~~~~~~~~~~~~~~~~~~
input.koers:8:19: error[E0301]: `what if` puts a measure at a value, and there is no measure `fright`
    8 | run one() what if fright = 2
      |                   ^~~~~~
      = help: did you mean `freight`?
input.koers:9:19: error[E0690]: `what if` gives the stock another value, and no row came or went for that
    9 | run two() what if open = open + 1
      |                   ^~~~~~~~~~~~~~~
      = help: compare the values: `show ... what if ...`
input.koers:6:21: note: a bridge is made of rows
    6 | report two { bridge open by month for 2025 }
      |                     ^~~~
--- exit
1

=== the clause in answers that are kept and read on
--- schema shop
create table sales (id integer primary key, day date, who text, amount integer, units integer);
insert into sales (day, who, amount, units) values ('2025-02-01', 'A', 120, 10), ('2025-05-01', 'B', 40, 4);
--- args
--format csv --today 2026-03-20 run input.koers
--- input
open "store.db"
source sales from table sales { dimension who  time sold = day  measure revenue = sum(amount)  measure units = sum(units) }
let t = show revenue by who what if revenue = 2 * revenue
-- the answer is what it was, and so is what is made of it
show who, sum(`revenue what if`) as s from $t what if revenue = 100 * revenue
-- what stands on the left is put where it stands on the right, one after the other
show revenue, units what if revenue = revenue + units, units = revenue, revenue = revenue + 1
show units what if units = units * 2, units = units + 1
--- stdout
who,s
A,240
B,80

revenue,revenue what if,revenue difference,units,units what if,units difference
160,175,15,14,174,160

units,units what if,units difference
14,29,15
