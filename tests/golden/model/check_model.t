=== check model names what does not hold, and goes on
--- schema posts
create table messy (id integer, img blob, amount decimal(10,2), day date, who text);
insert into messy values (1, x'00ff', 5, '2024-01-01', 'a'), (2, null, 'x7', '2024-01-02', 'b'),
  (3, x'01', x'02', '2024-01-03', 4), (4, null, 7, 'soon', x'00'), (4, null, 7, null, 'x');
--- input
open "store.db"
source areas from table areas { entity territory key area_id label area  dimension area }
source posts from table posts { key rep_id  join areas on area_id }
source doubles from table double_posts { key rep_id, starts }
source sales from table sales { key sale_id  join posts on rep_id while starts until ends  join doubles on rep_id while starts until ends  time sold = sold  measure n = count() }
source messy from table messy { key id  dimension `day`, who  measure m = sum(amount) where img is empty }
source notes from table notes { key note_id join sales on note_id  join areas on k  dimension k = number(rep)}
check model
--- stdout
source   claim                            finding                                                                    rows
───────  ───────────────────────────────  ─────────────────────────────────────────────────────────────────────────  ────
sales    every row finds its `posts`      rows without a match                                                          4
doubles  rows for `sales` do not overlap  overlaps of key 1                                                             1
sales    every row finds its `doubles`    rows without a match                                                          6
messy    `amount` is number               texts and blobs among numbers                                                 2
         `day` is date                    column `day` of `messy` holds dates, but has a text that is none in row 4     1
         `who` is text                    blobs among texts                                                             1
         key is unique: id                keys with several rows                                                        1

=== check model: parents that are not there
--- schema units
--- args
run input.koers
--- input
open "store.db"
source units from table units { entity unit key unit_id label name  tree parent_id }
check model
--- stdout
source  claim                          finding               rows
──────  ─────────────────────────────  ────────────────────  ────
units   every `unit` finds its parent  rows without a match     1

=== check model: rows that take turns with their parents
--- schema units
--- args
run input.koers
--- input
open "store.db"
source posts from table posts { entity unit key unit_id label name  tree parent_id while starts until ends }
check model
--- stdout
source  claim  finding  rows
──────  ─────  ───────  ────
(no lines)
1 sources: everything the model claims holds

=== check model: a unit above itself
--- schema units
--- args
run input.koers
--- input
open "store.db"
source circle from table circle { entity unit key unit_id label name  tree parent_id }
check model
--- stdout
source  claim         finding                                                     rows
──────  ────────────  ──────────────────────────────────────────────────────────  ────
circle  it is a tree  `unit` 2 stands above itself, or more than 100 levels deep     1

=== check model looks at the columns that a definition uses
--- schema posts
create table messy (id integer, r real, unused real, who text);
insert into messy values (1, 1, 1e300, 'a'), (2, 1e300, 2, 'b'), (3, 3, 'x', 4);
--- args
run input.koers
--- input
open "store.db"
source messy from table messy { key id  measure m = sum(r) }
check model
list id, who from messy
--- stdout
source  claim          finding                                                                      rows
──────  ─────────────  ───────────────────────────────────────────────────────────────────────────  ────
messy   `r` is number  column `r` of `messy` holds numbers, but has one that is too large in row 2     1

id  who
──  ───
 1  a
 2  b
 3  4

=== check model: rows outside the time that is covered
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = order_date  time shipped = ship_date  covers 2025-02 .. 2025-03  measure orders = count() }
source done from table orders where status = "done" { key order_id  time ordered = order_date by month  covers 2025-H1 }
source early from table orders where order_id = 1 { key order_id  time ordered = order_date  covers 2025-Q2  measure early = count() }
check model
--- stdout
source  claim                                       finding                       rows
──────  ──────────────────────────────────────────  ────────────────────────────  ────
orders  `ordered` lies in 2025-02-01 .. 2025-03-31  rows outside what is covered     3
early   `ordered` lies in 2025-04-01 .. 2025-06-30  rows outside what is covered     1

=== check model: whole numbers that are none
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  dimension fee : integer = freight  dimension rep : integer = rep_id  measure orders : count = count()  measure freight : integer = sum(freight) }
source lines from table order_lines { key order_id, line_no  measure units : count = sum(quantity)  measure paid : integer = sum(unit_price * quantity) }
source loose from table order_lines { measure mean : integer = avg(quantity)  measure most : integer = max(quantity) }
dimension halved : integer = number(order) / 2
measure units_per_order : count = units / orders
measure all_units : integer = units
check model
--- stdout
source   claim                       finding               rows
───────  ──────────────────────────  ────────────────────  ────
orders   `fee` is integer            values with decimals     3
         `freight` is integer        values with decimals     3
lines    `paid` is integer           values with decimals     1
loose    `mean` is integer           values with decimals     1
(model)  `halved` is integer         values with decimals     3
         `units_per_order` is count  values with decimals     1

=== check model: names of the model are none of the questions that it asks
--- schema shop
create table units (id integer, parent integer, name text);
insert into units values (1, null, 'top'), (2, 1, 'a'), (3, 9, 'b');
--- args
run input.koers
--- input
open "store.db"
source units from table units { entity unit key id label name  tree parent  measure n = count() }
source orders from table orders { entity order key order_id  time ordered = order_date  covers 2025-02 .. 2025-03  join customers on customer_id  measure `value` : integer = sum(freight) }
source customers from table customers { entity customer key customer_id }
measure orphans = n  measure outside = n  measure `rows of a key` = n  measure `column 0` = n
check model
-- unit 3 has no parent; the order of customer 9; orders of January, May and June; 4.90, 3.35
-- and 7.75 are no whole numbers
--- stdout
source  claim                                       finding                       rows
──────  ──────────────────────────────────────────  ────────────────────────────  ────
units   every `unit` finds its parent               rows without a match             1
orders  `ordered` lies in 2025-02-01 .. 2025-03-31  rows outside what is covered     3
        `value` is integer                          values with decimals             3
        every row finds its `customers`             rows without a match             1
