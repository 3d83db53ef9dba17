=== no store at the path
--- input
open "none.db"
show 1
--- stderr
input.koers:1:6: error[E0801]: there is no store `none.db`
    1 | open "none.db"
      |      ^~~~~~~~~
      = help: a store is made from CSV files by `koers import`
--- exit
4

=== no store at the path of the command line
--- args
none.db -c 'show 1'
--- stderr
koers: error[E0801]: there is no store `none.db`
      = help: a store is made from CSV files by `koers import`
--- exit
4

=== a folder as store
--- args
/tmp -c 'show 1'
--- stderr
koers: error[E0802]: `/tmp` is a folder, not a store
      = help: name an SQLite database file that you may read
--- exit
4

=== a device as store
--- args
/dev/null -c 'show 1'
--- stderr
koers: error[E0802]: `/dev/null` is no regular file
      = help: name an SQLite database file that you may read
--- exit
4

=== a text file as store
--- file store.db
This is no database. It is a text that is longer than the header of one, so that the
first page has something to say, but not what SQLite wants there. More text follows here.
--- input
open "store.db"
source orders from table orders { measure n = count() }
show n
--- stderr
input.koers:1:6: error[E0803]: `store.db` is no SQLite database
    1 | open "store.db"
      |      ^~~~~~~~~~
      = help: open an SQLite file; `koers run` runs a script, `koers import` makes a store of CSV files
      = note: SQLite says: file is not a database
--- exit
4

=== an empty file as store
--- file store.db
--- input
open "store.db"
source orders from table orders { measure n = count() }
show n
--- stderr
input.koers:2:20: error[E0806]: the store has no table `orders`
    2 | source orders from table orders { measure n = count() }
      |                    ^~~~~~~~~~~~
--- exit
1

=== empty tables
--- schema shop
--- input
open "store.db"
source void from table void { key id  time day = day  dimension big = amount > 10  measure total = sum(amount)  measure n = count()  measure mean = avg(amount) }
show total, n, mean
show n by big
show n by month
show total by month for 2025-Q1
list amount from void
--- stdout
total  n  mean
─────  ─  ────
    0  0     –

big  n
───  ─
(no lines)

month  n
─────  ─
(no lines)

month    total
───────  ─────
2025-01      –
2025-02      –
2025-03      –

amount
──────
(no lines)

=== a value that is no number in a column of numbers
--- schema shop
insert into orders values (7, 1, 1, '2025-07-01', null, 'free', 'done');
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
show freight
--- stderr
input.koers:3:1: error[E0808]: column `freight` of `orders` holds numbers, but has a text that is none in row 7
    3 | show freight
      | ^~~~~~~~~~~~
      = help: clean the value, or read the column as `text(freight)`
--- exit
1

=== a value that is no date in a column of dates
--- schema shop
insert into orders values (7, 1, 1, 'tomorrow', null, 1.00, 'done');
--- input
open "store.db"
source orders from table orders { time ordered = order_date  measure n = count() }
show n by month
--- stderr
input.koers:3:1: error[E0808]: column `order_date` of `orders` holds dates, but has a text that is none in row 7
    3 | show n by month
      | ^~~~~~~~~~~~~~~
      = help: clean the value, or read the column as `text(order_date)`
--- exit
1

=== a sum that outgrows 76 digits
--- schema shop
--- input
open "store.db"
source orders from table orders { measure x = sum(power(10, 40) * power(10, 40)) }
show x
--- stderr
input.koers:2:51: error[E0890]: a number here has more than 76 digits
    2 | source orders from table orders { measure x = sum(power(10, 40) * power(10, 40)) }
      |                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== a pattern that cannot be read
--- schema shop
--- input
open "store.db"
source a from table orders { dimension status  measure n = count() }
show n where status ~ "a("
--- stderr
input.koers:3:14: error[E0891]: `a(` is no regular expression: Unmatched ( or \(
    3 | show n where status ~ "a("
      |              ^~~~~~~~~~~~~
--- exit
1

=== a csv file that is not there
--- input
source orders from csv "orders.csv" { measure n = count() }
--- stderr
input.koers:1:20: error[E0811]: there is no file `orders.csv`
    1 | source orders from csv "orders.csv" { measure n = count() }
      |                    ^~~~~~~~~~~~~~~~
--- exit
1

=== a csv file with a short line
--- file orders.csv
id,amount
1,5
2
--- input
source orders from csv "orders.csv" { measure n = count() }
show n
--- stderr
input.koers:1:20: error[E0810]: orders.csv, line 3: 1 field where the header has 2
    1 | source orders from csv "orders.csv" { measure n = count() }
      |                    ^~~~~~~~~~~~~~~~
--- exit
1

=== a csv file as source
--- file orders.csv
id,amount
1,5.25
2,7.50
--- input
source orders from csv "orders.csv" { measure n = count()  measure total = sum(amount) }
show n, total
--- stdout
n  total
─  ─────
2  12.75

=== the text of from sql is refused by the store
--- schema shop
--- input
open "store.db"
source orders from sql "select order_id frm orders" { measure n = count() }
--- stderr
input.koers:2:20: error[E0807]: the store refuses the SQL text
    2 | source orders from sql "select order_id frm orders" { measure n = count() }
      |                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: write one `select` without parameters
      = note: SQLite says: near "orders": syntax error
--- exit
1

=== from sql with two statements
--- schema shop
--- input
open "store.db"
source orders from sql "select 1; delete from orders" { measure n = count() }
--- stderr
input.koers:2:20: error[E0807]: the SQL text is not one query that reads
    2 | source orders from sql "select 1; delete from orders" { measure n = count() }
      |                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: write one `select` without parameters
--- exit
1

=== from sql that writes
--- schema shop
--- input
open "store.db"
source orders from sql "delete from orders" { measure n = count() }
--- stderr
input.koers:2:20: error[E0807]: the SQL text is not one query that reads
    2 | source orders from sql "delete from orders" { measure n = count() }
      |                    ^~~~~~~~~~~~~~~~~~~~~~~~
      = help: write one `select` without parameters
--- exit
1

=== two stores
--- schema shop
--- input
open "store.db"
open "other.db"
--- stderr
input.koers:2:6: error[E0706]: a store is open already: `store.db`
    2 | open "other.db"
      |      ^~~~~~~~~~
--- exit
1

=== no store is open
--- input
source orders from table orders { measure n = count() }
show n
--- stderr
input.koers:1:20: error[E0705]: no store is open
    1 | source orders from table orders { measure n = count() }
      |                    ^~~~~~~~~~~~
      = help: begin with `open "file.db"`, or start `koers file.db`
--- exit
1

=== an import into a table that is there
--- schema shop
--- file orders.csv
id,amount
1,5.25
--- args
import orders.csv store.db
--- stderr
koers: error[E0812]: there is a table `orders` in the store `store.db`
      = help: add --append to put the rows into it, --replace to put them in place of it, --upsert with --key to update it, or name another table
--- exit
1

=== an import with a bad row loads nothing
--- schema shop
--- file new.csv
id,amount
1,5.25
2
--- args
import new.csv store.db
--- stderr
koers: error[E0810]: new.csv, line 3: 1 field where the header has 2
      = help: nothing was imported; correct the file and try again
--- exit
1

=== a store whose pages are damaged
--- schema shop
pragma writable_schema = on;
update sqlite_schema set rootpage = 99 where name = 'orders';
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
show freight
--- stderr
input.koers:1:6: error[E0804]: the store `store.db` is damaged or cut off
    1 | open "store.db"
      |      ^~~~~~~~~~
      = help: take a fresh copy, or save what is left with `sqlite3 FILE .recover`
      = note: SQLite says: malformed database schema (orders) - invalid rootpage
--- exit
4

=== a store that another program keeps locked
--- schema shop
--- args
run input.koers $(sqlite3 store.db 'begin exclusive' '.shell sleep 8' >/dev/null 2>&1 & sleep 0.3)
--- input
open "store.db"
source orders from table orders { measure freight = sum(freight) }
show freight
--- stderr
input.koers:1:6: error[E0805]: the store `store.db` is locked by another program
    1 | open "store.db"
      |      ^~~~~~~~~~
      = help: try again when that program is done; it may hold an open transaction
      = note: SQLite says: database is locked
--- exit
4

=== a question that is stopped
--- schema shop
--- args
run input.koers & sleep 1; kill -INT $!; wait $!
--- input
open "store.db"
source many from sql "with recursive c(x) as (select 1 union all select x + 1 from c where x < 2000000000) select x from c" { measure total = sum(x) }
show total
--- stderr
input.koers:3:1: error[E0681]: the question was stopped
    3 | show total
      | ^~~~~~~~~~
--- exit
1

=== rows that depend on themselves
--- schema shop
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension n_orders = orders per customer }
source orders from table orders where customers.n_orders > 1 { key order_id  join customers on customer_id  measure orders = count() }
show orders
--- stderr
input.koers:2:106: error[E0680]: this question depends on its own answer
    2 | source customers from table customers { entity customer key customer_id label name  dimension n_orders = orders per customer }
      |                                                                                                          ^~~~~~~~~~~~~~~~~~~
--- exit
1

=== answers that depend on themselves
--- schema shop
--- input
open "store.db"
source orders from (show n by status) { measure n = count() }
show n
--- stderr
input.koers:2:26: error[E0301]: there is no measure `n`
    2 | source orders from (show n by status) { measure n = count() }
      |                          ^
input.koers:2:31: error[E0301]: there is no dimension `status`
    2 | source orders from (show n by status) { measure n = count() }
      |                               ^~~~~~
--- exit
1

=== the store refuses a value of from sql
--- schema shop
--- input
open "store.db"
source x from sql "select abs(-9223372036854775807 - rowid) as v from orders" { measure n = sum(v) }
show n
--- stderr
input.koers:2:15: error[E0809]: the store `store.db` failed
    2 | source x from sql "select abs(-9223372036854775807 - rowid) as v from orders" { measure n = sum(v) }
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = note: SQLite says: integer overflow
--- exit
1
