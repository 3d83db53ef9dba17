=== import: what was found is shown, then what was done
--- file sales.csv
order id;customer;amount;ordered;note
1;Jansen;1.234,50;31-01-2024;
2;"de Vries; Zn";5,25;01-02-2024;"two
lines"
3;Bakker;;02-02-2024;=1+1
--- args
import sales.csv shop.db && sqlite3 shop.db 'select * from sales'
--- stdout
sales: 3 rows
1|Jansen|1234.5|2024-01-31|
2|de Vries; Zn|5.25|2024-02-01|two
lines
3|Bakker||2024-02-02|=1+1
--- stderr
sales.csv: semicolon, double quotes, UTF-8, header, 3 rows
  column    type     form     example     empty
  order id  integer           1               0
  customer  text              Jansen          0
  amount    number   1.234,5  1.234,50        1
  ordered   date     D-M-Y    31-01-2024      0
  note      text              two^Jlines      1

=== import: the same file once more
--- file sales.csv
id,amount
1,5.25
--- args
import sales.csv shop.db 2>&1 && "$KOERS" import sales.csv shop.db --append | sed 's/already, [-0-9: ]*;/already, THEN;/'
--- stdout
sales.csv: comma, double quotes, UTF-8, header, 1 row
  column  type     form  example  empty
  id      integer        1            0
  amount  number   1.5   5.25         0
sales: 1 row
sales: `sales.csv` was loaded already, THEN; nothing was done (--again loads it again)

=== import: dates that can be read in two ways
--- file days.csv
day,n
01/02/2024,1
03/04/2024,2
--- args
import days.csv shop.db && "$KOERS" import days.csv shop.db --replace --again --dates mdy && sqlite3 shop.db 'select * from days'
--- stdout
days: 2 rows
days: 2 rows
2024-01-02|1
2024-03-04|2
--- stderr
days.csv: comma, double quotes, UTF-8, header, 2 rows
  column  type     form   example     empty
  day     date     D/M/Y  01/02/2024      0
  n       integer         1               0
  `day` can be read in two ways; taken as D/M/Y. Else: --dates mdy
days.csv: comma, double quotes, UTF-8, header, 2 rows
  column  type     form   example     empty
  day     date     M/D/Y  01/02/2024      0
  n       integer         1               0

=== import: a key that is there twice, or empty
--- file orders.csv
id,amount
1,5.25
1,6
,7
--- args
import orders.csv shop.db --key id; ls
--- stdout
input.koers
orders.csv
--- stderr
orders.csv: comma, double quotes, UTF-8, header, 3 rows
  column  type     form  example  empty
  id      integer        1            1
  amount  number   1.5   5.25         0
koers: error[E0815]: orders.csv, line 3: another row has the same key (`id`)
koers: error[E0815]: orders.csv, line 4, column `id`: the key is empty

=== import: values that do not fit
--- schema shop
--- file more.csv
order_id,ship_date
7,2025-01-40
eight,2025-02-01
--- args
import more.csv into orders store.db --append; sqlite3 store.db 'select count(*) from orders'
--- stdout
6
--- stderr
more.csv: comma, double quotes, UTF-8, header, 2 rows
  column     type    form   example     empty
  order_id   number         7               0
  ship_date  date    Y-M-D  2025-01-40      0
  stay empty, not in the file: `customer_id`, `rep_id`, `order_date`, `freight`, `status`
koers: error[E0816]: more.csv, line 2, column `ship_date`: not a date
koers: error[E0816]: more.csv, line 3, column `order_id`: not a number
      = help: nothing was imported; correct the file and try again

=== import: columns that the table does not have
--- schema shop
--- file more.csv
order_id,colour
7,red
--- args
import more.csv into orders store.db --append
--- stderr
koers: error[E0812]: table `orders` has no column `colour`, which `more.csv` brings
      = help: its columns are `order_id`, `customer_id`, `rep_id`, `order_date`, `ship_date`, `freight`, `status`
--- exit
1

=== import: rows by key
--- file prices.csv
product,price
tea,2.50
rye,1
--- file news.csv
product,price
rye,1.20
oats,3
--- args
import prices.csv shop.db --key product && "$KOERS" import news.csv into prices shop.db --upsert --key product && sqlite3 shop.db 'select * from prices'
--- stdout
prices: 2 rows
prices: 2 rows
tea|2.5
rye|1.2
oats|3
--- stderr
prices.csv: comma, double quotes, UTF-8, header, 2 rows
  column   type    form  example  empty
  product  text          tea          0
  price    number  1.5   2.50         0
news.csv: comma, double quotes, UTF-8, header, 2 rows
  column   type    form  example  empty
  product  text          rye          0
  price    number  1.5   1.20         0

=== import: the table of imports is no table to ask about
--- file sales.csv
id,amount
1,5.25
--- args
import sales.csv shop.db 2>&1 && "$KOERS" init shop.db --stdout 2>&1 | grep source
--- stdout
sales.csv: comma, double quotes, UTF-8, header, 1 row
  column  type     form  example  empty
  id      integer        1            0
  amount  number   1.5   5.25         0
sales: 1 row
source sales from table sales {
model: 1 source, 0 joins, 0 time axes, 0 dimensions, 2 measures

=== import: without a store it is the only one of the folder, or is made
--- file sales.csv
id,amount
1,5.25
--- args
import sales.csv --quiet; "$KOERS" import sales.csv into orders --quiet; cp store.db two.db; "$KOERS" import sales.csv; echo $?; sqlite3 store.db 'select count(*) from orders'
--- stdout
sales: 1 row
orders: 1 row
2
1
--- stderr
koers: the store is `store.db`
koers: the store is `store.db`
koers: there are several stores here; name one last
koers: usage: koers import FILE ... [into TABLE] [STORE]

=== import: a store alone is no file
--- args
import shop.db
--- stdout
--- stderr
koers: usage: koers import FILE ... [into TABLE] [STORE]
--- exit
2

=== import: an encoding that is not known
--- file sales.csv
id,name
1,né
--- args
import sales.csv shop.db --encoding no-such
--- stderr
koers: `--encoding` takes an encoding, as utf-8 or windows-1252
koers: `koers --help` shows the usage
--- exit
2
