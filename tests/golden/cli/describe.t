=== what there is to ask over a store with its model
--- schema shop
--- file model.koers
open "store.db"
source orders "All orders" from table orders { time ordered = order_date  dimension status  measure n = count() }
report r() { show n }
--- args
describe store.db
--- stdout
store store.db
source orders: All orders
  measures
    n  count
  dimensions
    status  text
  time
    ordered
reports
  r

=== over a script, which is not run
--- schema shop
--- input
open "store.db"
source orders "All orders" from table orders { dimension status  measure n = count() }
show n
--- args
describe input.koers
--- stdout
store store.db
source orders: All orders
  measures
    n  count
  dimensions
    status  text

=== what a name is
--- schema shop
--- input
open "store.db"
source orders "All orders" from table orders { dimension status  measure n = count() }
--- args
describe input.koers n
--- stdout
measure n
  count, of source orders
  measure n = count()
  added up over everything
  in input.koers:2

=== a name that is not there
--- schema shop
--- input
open "store.db"
source orders from table orders { dimension status  measure number = count() }
--- args
describe input.koers numbr
--- stderr
the model has no `numbr`; did you mean `number`?
--- exit
1

=== a model with a mistake
--- schema shop
--- input
open "store.db"
source orders from table orders { measure n = sum(nothing) }
--- args
describe input.koers
--- stderr
input.koers:2:51: error[E0307]: `orders` has no column or dimension `nothing`
    2 | source orders from table orders { measure n = sum(nothing) }
      |                                                   ^~~~~~~
--- exit
1

=== a store that is not there
--- args
describe nowhere.db
--- stderr
koers: error[E0801]: there is no store `nowhere.db`
      = help: a store is made from CSV files by `koers import`
--- exit
4

=== a store without a model
--- schema shop
--- args
describe store.db
--- stderr
koers: store.db: nothing is defined; `koers init store.db` writes a first model
--- exit
1

=== two names are one too many
--- args
describe a b c
--- stderr
koers: usage: koers describe STORE|FILE [NAME]
--- exit
2
