=== init: a model beside the store, which is never overwritten
--- schema shop
--- args
init store.db && "$KOERS" fmt --check model.koers && "$KOERS" init store.db; echo "exit $?"; "$KOERS" init store.db --force | head -1; "$KOERS" init store.db -o other.koers | head -1; cmp model.koers other.koers && cat model.koers
--- stdout
model.koers: 6 sources, 5 joins, 6 time axes, 3 dimensions, 11 measures, 1 table or view left out
ask at the prompt of `koers store.db`:
  show revenue by month
  show revenue by region with total
  show revenue by customer top 5
exit 5
model.koers: 6 sources, 5 joins, 6 time axes, 3 dimensions, 11 measures, 1 table or view left out
other.koers: 6 sources, 5 joins, 6 time axes, 3 dimensions, 11 measures, 1 table or view left out
-- A first model, from the tables and values of the store. Guesses say why they were
-- made: correct them. `check model` holds them against the data.
-- Nothing says in which currency amounts are: write `measure m : money(EUR) = ...`.

open "store.db"

-- 4 rows
source customers from table customers {
  entity customer key customer_id label name  -- declared key, label by its name
  time since = since  -- 2023-05-01 .. 2024-02-20
  dimension region = region  -- 2 values
  dimension segment = segment  -- 2 values
  measure customers = count()
}

-- 8 rows
source order_lines from table order_lines {
  key order_id, line_no  -- declared key
  join orders on order_id  -- by its name; 6 of 6 values are there
  join products on product_id  -- by its name; 3 of 3 values are there
  time ordered = orders.order_date  -- of the row it belongs to
  time shipped = orders.ship_date
  measure order_lines = count()
  measure revenue = sum(unit_price * quantity)  -- price times quantity
  measure quantity = sum(quantity)  -- adds up, by its name
}

-- 6 rows
source orders from table orders {
  entity order key order_id  -- declared key
  join customers on customer_id  -- by its name; 3 of 4 values are there
  join reps on rep_id  -- by its name; 2 of 2 values are there
  time ordered = order_date  -- 2025-01-15 .. 2025-06-30
  time shipped = ship_date  -- 2025-01-17 .. 2025-07-02
  dimension status = status  -- 2 values
  measure orders = count()
  measure freight = sum(freight)  -- adds up, by its name
}

-- 3 rows
source products from table products {
  entity product key product_id label product_name  -- declared key, label by its name
  measure products = count()
  measure average_cost = avg(cost)  -- a price does not add up
}

-- 2 rows
source reps from table reps {
  entity rep key rep_id label rep_name  -- declared key, label by its name
  measure reps = count()
}

-- 4 rows
source targets from table targets {
  key rep_id, starts_on  -- declared key
  join reps on rep_id  -- by its name; 2 of 2 values are there
  time starts = starts_on  -- 2025-01-01 .. 2025-04-01
  measure targets = count()
  measure amount = sum(amount)  -- adds up, by its name
}

-- Left out, because there are no rows in them:
-- void
--- stderr
koers: `model.koers` is there already; --force puts a new one in its place, -o names another file

=== init: declared and found keys, joins by name, roles, trees, odd names
--- schema none
create table people (person_id integer primary key, first_name text, last_name text, boss_id integer references people);
insert into people values (1, 'Ann', 'Ash', null), (2, 'Bob', 'Bay', 1), (3, 'Cid', 'Cox', 2);
create table "Client List" (ClientCode text, "Company Name" text, Country text, unique (ClientCode));
insert into "Client List" values ('a', 'Alpha', 'NL'), ('b', 'Beta', 'NL'), ('c', 'Gamma', 'DE'), ('d', 'Delta', 'BE');
create table deals (id integer, client_code text, owner_id integer references people, seller_id integer references people, created_at text, closed_at text, amount_eur real, chance real, "select" text);
insert into deals values (1, 'a', 1, 2, '2024-01-02', null, 10.5, 0.5, 'x'), (2, 'b', 2, 2, '2024-02-03', '2024-03-01', 20, 0.25, 'y'), (3, 'a', 1, 3, '2024-05-06', '2024-06-01', 7.5, 1, 'x'), (4, 'c', 1, 3, '2024-08-09', '2024-09-01', 7.5, 1, 'x');
create table deal_lines (deal_id integer, line_no integer, qty integer, price real, "discount pct" real, currency text);
insert into deal_lines values (1, 1, 2, 5, 10, 'USD'), (1, 2, 1, 3, 0, 'EUR'), (2, 1, 4, 1.5, 5, 'EUR'), (3, 1, 1, 1, 50, 'USD');
create table visits (seen text, who text);
insert into visits values ('2024-01-01 10:00:00', 'x'), ('2024-01-01 10:00:00', 'x');
create table goals (person_id integer, "quarter" text, goal integer);
insert into goals values (1, '2024-01-01', 5), (1, '2024-04-01', 6), (1, '2024-07-01', 7), (1, '2024-10-01', 8), (2, '2024-01-01', 5);
create table hollow (id integer primary key, x text);
create table "li
ne" (id integer);
insert into "li
ne" values (1);
create table `Größen` (`größe` text primary key, `back``tick` integer);
insert into `Größen` values ('klein', 1), ('groß', 2);
create view all_deals as select * from deals;
create view broken as select * from gone;
--- args
init store.db && cat model.koers && "$KOERS" fmt --check model.koers && "$KOERS" check model.koers && for q in "check model" "show deals, amount_eur by client_list" "show deals by owner.person" "show revenue_eur, revenue_usd by month for 2024-01 .. 2024-03" "show goal by person"; do "$KOERS" store.db -c "$q"; done
--- stdout
model.koers: 7 sources, 6 joins, 6 time axes, 4 dimensions, 16 measures, 3 tables and views left out
ask at the prompt of `koers store.db`:
  show revenue_usd by month
  show revenue_usd by country with total
  show revenue_usd by client_list top 5
-- A first model, from the tables and values of the store. Guesses say why they were
-- made: correct them. `check model` holds them against the data.
-- Nothing says in which currency amounts are: write `measure m : money(EUR) = ...`.

open "store.db"

-- 4 rows
source client_list from table `Client List` {
  entity client_list key ClientCode label `Company Name`  -- key by a unique index, label by its name
  dimension country = Country  -- 3 values
  measure client_list_count = count()
}

-- 2 rows
source `größen` from table `Größen` {
  entity `größe` key `größe`  -- declared key
  measure `größen` = count()
  -- back`tick: numbers of unknown meaning; do they add up?
}

-- 4 rows
source deal_lines from table deal_lines {
  key deal_id, line_no  -- key unique in all rows
  join deals on deal_id  -- by its name; 3 of 3 values are there
  time created = deals.created_at  -- of the row it belongs to
  time closed = deals.closed_at
  dimension currency = `currency`  -- 2 values
  measure deal_lines = count()
  measure revenue_usd : money(USD) = sum(price * qty * (1 - `discount pct` / 100)) where `currency` = "USD"  -- price times quantity, less discount; one per currency
  measure revenue_eur : money(EUR) = sum(price * qty * (1 - `discount pct` / 100)) where `currency` = "EUR"  -- price times quantity, less discount; one per currency
  measure gross_revenue_usd : money(USD) = sum(price * qty) where `currency` = "USD"  -- before discount; one per currency
  measure gross_revenue_eur : money(EUR) = sum(price * qty) where `currency` = "EUR"  -- before discount; one per currency
  measure qty = sum(qty)  -- adds up, by its name
  measure average_discount_pct : percent = avg(`discount pct`) / 100  -- a rate does not add up
}

-- 4 rows
source deals from table deals {
  entity deal key id  -- key unique in all rows
  join people as owner on owner_id  -- foreign key
  join people as seller on seller_id  -- foreign key
  join client_list on client_code  -- by its name; 3 of 3 values are there
  time created = created_at  -- 2024-01-02 .. 2024-08-09
  time closed = closed_at  -- 2024-03-01 .. 2024-09-01
  dimension select = select  -- 2 values
  measure deals = count()
  measure amount_eur : money(EUR) = sum(amount_eur)  -- adds up, by its name; the currency stands in its name
  measure average_chance : percent = avg(chance)  -- a rate does not add up
}

-- 5 rows
source goals from table goals {
  key person_id, `quarter`  -- key unique in all rows
  join people on person_id  -- by its name; 2 of 2 values are there
  time period = `quarter` by quarter  -- 2024-01-01 .. 2024-10-01
  measure goals = count()
  measure goal = sum(goal)  -- adds up, by its name
}

-- 3 rows
source people from table people {
  entity person key person_id label full_name  -- declared key, label from first and last name
  tree boss_id  -- foreign key; 3 levels, none above itself
  dimension full_name = first_name || " " || last_name  -- the label
  measure people = count()
}

-- 2 rows
source visits from table visits {
  -- no key was found: nothing here tells two rows apart
  time seen = seen  -- 2024-01-01
  measure visits = count()
}

-- Views and virtual tables are left out; views show rows of tables again:
-- all_deals

-- Left out, because there are no rows in them:
-- hollow

-- Left out, because a script cannot write their names:
-- li^Jne
source  claim  finding  rows
──────  ─────  ───────  ────
(no lines)
7 sources: everything the model claims holds
client_list  deals  amount_eur
───────────  ─────  ──────────
Alpha            2      €18.00
Beta             1      €20.00
Gamma            1       €7.50
owner.person  deals
────────────  ─────
Ann Ash           3
Bob Bay           1
month    revenue_eur   revenue_usd
───────  ────────────  ────────────
2024-01        €3.00◔        $9.00◔
2024-02        €5.70         $0.00
2024-03        €0.00         $0.00
person   goal
───────  ────
Ann Ash    26
Bob Bay     5
--- stderr
--- exit
0

=== init: rows that stand above themselves are no tree
--- schema none
create table parts (part integer primary key, parent_part integer, name text);
insert into parts values (1, 2, 'a'), (2, 1, 'b'), (3, 1, 'c');
--- args
init store.db --stdout 2>/dev/null
--- stdout
-- A first model, from the tables and values of the store. Guesses say why they were
-- made: correct them. `check model` holds them against the data.

open "store.db"

-- 3 rows
source parts from table parts {
  entity part key part label name  -- declared key, label by its name
  measure parts = count()
  -- parent_part: holds keys of parts, but some row stands above itself: no tree
}

=== init: a store with views only
--- schema none
create table t (id integer primary key, kind text, paid real);
create view v as select 1 as id, 'a' as kind, 2.5 as paid union all select 2, 'a', 3 union all select 3, 'b', 4 union all select 4, 'b', 4;
drop table t;
--- args
init store.db --stdout
--- stdout
-- A first model, from the tables and values of the store. Guesses say why they were
-- made: correct them. `check model` holds them against the data.
-- Nothing says in which currency amounts are: write `measure m : money(EUR) = ...`.

open "store.db"

-- 4 rows
source v from table v {
  entity v key id  -- key unique in all rows
  dimension kind = kind  -- 2 values
  measure v_count = count()
  measure paid = sum(paid)  -- adds up, by its name
}
--- stderr
model: 1 source, 0 joins, 0 time axes, 1 dimension, 2 measures
ask at the prompt of `koers store.db`:
  show paid by kind with total
  show paid by v top 5

=== init: nothing to make a model of
--- schema none
create table t (id integer primary key);
--- args
init store.db; echo "exit $?"; : > empty.db; "$KOERS" init empty.db; echo "exit $?"; ls
--- stdout
exit 1
exit 1
empty.db
input.koers
store.db
--- stderr
koers: error[E0813]: the store `store.db` has no table with rows to make a model of
      = help: load some first: `koers import FILE.csv store.db`
koers: error[E0813]: the store `empty.db` has no table to make a model of
      = help: load some first: `koers import FILE.csv empty.db`

=== init: no store, and files that are none
--- args
init none.db; echo "exit $?"; echo text > foreign.db; echo more than a hundred bytes of text that is no database at all, so that the header is looked at, and it is none >> foreign.db; "$KOERS" init foreign.db; echo "exit $?"; "$KOERS" init .; echo "exit $?"; ls
--- stdin
--- stdout
exit 4
exit 4
exit 4
foreign.db
input.koers
--- stderr
koers: error[E0801]: there is no store `none.db`
      = help: a store is made from CSV files by `koers import`
koers: error[E0803]: `foreign.db` is no SQLite database
      = help: open an SQLite file; `koers run` runs a script, `koers import` makes a store of CSV files
      = note: SQLite says: file is not a database
koers: error[E0802]: `.` is a folder, not a store
      = help: name an SQLite database file that you may read

=== init: a place that cannot be written to
--- schema shop
--- args
init store.db -o none/model.koers; echo "exit $?"; "$KOERS" init store.db -o /proc/model.koers 2>/dev/null; echo "exit $?"; ls
--- stdout
exit 5
exit 5
input.koers
store.db
--- stderr
koers: error[E0790]: cannot write none/model.koers: No such file or directory

=== init: wrong usage
--- schema shop
--- args
init; echo "exit $?"; "$KOERS" init store.db other.db; echo "exit $?"; "$KOERS" init store.db --stdout -o x; echo "exit $?"; "$KOERS" init store.db -o; echo "exit $?"
--- stdout
exit 2
exit 2
exit 2
exit 2
--- stderr
koers: a store is missing after `init`
koers: `koers --help` shows the usage
koers: usage: koers init STORE [-o FILE | --stdout] [--force]
koers: usage: koers init STORE [-o FILE | --stdout] [--force]
koers: a value is missing after `-o`
koers: `koers --help` shows the usage

=== init: a model in another folder opens the store by its whole path
--- schema shop
--- args
init store.db --stdout 2>/dev/null | grep open; mkdir models; "$KOERS" init store.db -o models/m.koers | head -1; grep -c "^open \"/.*/store.db\"$" models/m.koers; "$KOERS" check models/m.koers
--- stdout
open "store.db"
models/m.koers: 6 sources, 5 joins, 6 time axes, 3 dimensions, 11 measures, 1 table or view left out
1

=== init: a store that another program keeps locked
--- schema shop
--- args
init store.db $(sqlite3 store.db 'begin exclusive' '.shell sleep 8' >/dev/null 2>&1 & sleep 0.3); echo "exit $?"; ls
--- stdout
exit 4
input.koers
store.db
--- stderr
koers: error[E0805]: the store `store.db` is locked by another program
      = help: try again when that program is done; it may hold an open transaction
      = note: SQLite says: database is locked

=== init: names of people in Dutch, German and French
--- schema person_names
--- args
init store.db >/dev/null && printf 'use "model.koers"\nlist mw_id, medewerker from medewerker sort by mw_id\n' >q.koers && "$KOERS" run q.koers && grep -E "entity|full_name" model.koers
--- stdout
mw_id  medewerker
─────  ────────────────
    1  Eva van den Berg
    2  Tom Smit
    3  Eva Bos
  entity client key no_client label full_name  -- declared key, label from first and last name
  dimension full_name = prenom || " " || nom  -- the label
  entity klant key klantnr  -- declared key
  entity medewerker key mw_id label medewerker_full_name  -- declared key, label from first and last name
  dimension medewerker_full_name = voornaam || " " || trim(coalesce(tussenvoegsel, "") || " " || achternaam)  -- the label
  entity produit key no_produit label nom  -- declared key, label by its name
  entity vertreter key vertreter_id label vertreter_full_name  -- declared key, label from first and last name
  dimension vertreter_full_name = Vorname || " " || Name  -- the label
