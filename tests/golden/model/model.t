=== a join on a column that is not there
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name }
source orders from table orders { join customers on client_id  measure n = count() }
--- stderr
input.koers:3:53: error[E0307]: `orders` has no column or dimension `client_id`
    3 | source orders from table orders { join customers on client_id  measure n = count() }
      |                                                     ^~~~~~~~~
--- exit
1

=== a join onto a source without key
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { dimension region }
source orders from table orders { join customers on customer_id  measure n = count() }
--- stderr
input.koers:3:35: error[E0501]: `customers` has no key that a join could go onto
    3 | source orders from table orders { join customers on customer_id  measure n = count() }
      |                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: declare it in `customers`: `key id`, or `entity customer key id`
--- exit
1

=== a join with one column onto a key of two
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source lines from table order_lines { key order_id, line_no }
source orders from table orders { join lines on order_id  measure n = count() }
--- stderr
input.koers:3:35: error[E0501]: the key of `lines` has 2 columns, the join names 1
    3 | source orders from table orders { join lines on order_id  measure n = count() }
      |                                   ^~~~~~~~~~~~~~~~~~~~~~
      = help: name as many columns behind `on`, in the order of the key: `order_id`, `line_no`
--- exit
1

=== a source joined twice needs roles
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name }
source orders from table orders { join customers on customer_id  join customers on rep_id  measure n = count() }
--- stderr
input.koers:3:66: error[E0304]: `customers` is joined twice
    3 | source orders from table orders { join customers on customer_id  join customers on rep_id  measure n = count() }
      |                                                                  ^~~~~~~~~~~~~~~~~~~~~~~~
      = help: give each its role: `join customers as role on ...`
--- exit
1

=== a time axis of a text
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { time t = status  measure n = count() }
--- stderr
input.koers:2:44: error[E0401]: an axis is a date or time, this is text
    2 | source orders from table orders { time t = status  measure n = count() }
      |                                            ^~~~~~
      = help: text in another form becomes one with `date(...)`
--- exit
1

=== a key given twice
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source lines from table order_lines { key order_id  key line_no }
--- stderr
input.koers:2:57: error[E0304]: `lines` has a key already
    2 | source lines from table order_lines { key order_id  key line_no }
      |                                                         ^~~~~~~
--- exit
1

=== two entities in one source
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  entity buyer key name }
--- stderr
input.koers:2:85: error[E0304]: `customers` names its entity twice
    2 | source customers from table customers { entity customer key customer_id label name  entity buyer key name }
      |                                                                                     ^~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== a definition without a sense is named once
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { dimension broken = regoin  measure n = count() }
show n by broken
show n where broken = "x"
--- stderr
input.koers:2:54: error[E0307]: `orders` has no column or dimension `regoin`
    2 | source orders from table orders { dimension broken = regoin  measure n = count() }
      |                                                      ^~~~~~
--- exit
1

=== first without a key
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { time ordered = order_date  measure f = first(freight by ordered) }
--- stderr
input.koers:2:74: error[E0502]: `first` needs a key of `orders` to break ties
    2 | source orders from table orders { time ordered = order_date  measure f = first(freight by ordered) }
      |                                                                          ^~~~~~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== a column named as a keyword
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { dimension `by` = status  measure n = count() }
show n by `by`

=== check model proves keys, joins and dates on the data
--- schema shop
create table prices (product_id integer, valid_from date, valid_to date, price decimal(10, 2));
insert into prices values (1, '2025-01-01', '2025-04-01', 14), (1, '2025-03-01', null, 15),
  (2, '2025-01-01', null, 150);
insert into targets values (3, '2025-01-01', 50);
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source reps from table reps { entity rep key rep_id label rep_name }
source prices from table prices { key product_id }
source orders from table orders { key status  join customers on customer_id  join reps on rep_id  time ordered = order_date  measure n = count() }
source targets from table targets { key rep_id, starts_on  join reps on rep_id  measure quota = sum(amount) }
check model
--- stdout
source   claim                            finding                 rows
───────  ───────────────────────────────  ──────────────────────  ────
prices   key is unique: product_id        keys with several rows     1
orders   key is unique: status            keys with several rows     1
         every row finds its `customers`  rows without a match       1
targets  every row finds its `reps`       rows without a match       1

=== check model finds nothing
--- schema shop
--- input
open "store.db"
source reps from table reps { entity rep key rep_id label rep_name }
source targets from table targets { key rep_id, starts_on  join reps on rep_id  time period = starts_on by quarter  measure quota = sum(amount) }
check model
--- stdout
source  claim  finding  rows
──────  ─────  ───────  ────
(no lines)
2 sources: everything the model claims holds
