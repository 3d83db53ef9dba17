=== a module from the folder for modules
--- schema shop
--- file lib/sales/orders.koers
require measure n : count
require dimension status
report by_status() "By status" { show n by status }
--- args
--version >/dev/null; KOERS_STDLIB=lib "$KOERS" run input.koers
--- input
open "store.db"
use sales.orders
source orders from table orders { dimension status  measure n = count() }
run by_status()
--- stdout
By status

status  n
──────  ─
done    5
open    1

=== a module that is not there
--- input
use sales.pipelin
--- args
run input.koers 2>&1 | sed 's# /.*/stdlib/# STDLIB/#'
--- stdout
input.koers:1:5: error[E0707]: there is no module `sales.pipelin`
    1 | use sales.pipelin
      |     ^~~~~~~~~~~~~
      = help: a file is written in quotes: use "model.koers"
      = note: looked for STDLIB/sales/pipelin.koers

=== what a module requires and the model does not have
--- schema shop
--- file lib.koers
require measure revenue : money(EUR)
require measure n : percent
require measure freight : money
require dimension region
require dimension status
report r() { show revenue by region }
--- input
open "store.db"
use "lib.koers"
source orders from table orders { dimension status  measure n = count()  measure freight : money(USD) = sum(freight) }
run r()
show revenue by region
show n by status
--- stderr
lib.koers:1:1: error[E0708]: the model does not have what is required: measure `revenue`, dimension `region`
    1 | require measure revenue : money(EUR)
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: add to the model:
          measure revenue : money(EUR) = ...
          dimension region = ...
lib.koers:2:1: error[E0708]: measure `n` has to be percent here, and it is count
    2 | require measure n : percent
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
input.koers:3:61: note: it is defined here
    3 | source orders from table orders { dimension status  measure n = count()  measure freight : money(USD) = sum(freight) }
      |                                                             ^
--- exit
1

=== a module whose measures mention what is missing, before and behind each other
--- schema shop
--- file lib.koers
require measure freight : money
require measure wallet : money
measure doubled = 2 * share_of_wallet
measure share_of_wallet = freight / wallet
measure halved = freight / 2
report wallets() { show doubled, halved }
--- args
run input.koers
--- input
open "store.db"
use "lib.koers"
source orders from table orders { measure freight : money(USD) = sum(freight) }
show halved
run wallets()
--- stderr
lib.koers:2:1: error[E0708]: the model does not have what is required: measure `wallet`
    2 | require measure wallet : money
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: add to the model:
          measure wallet : money = ...
--- exit
1

=== the same store is opened by the model and by the script
--- schema shop
--- file sub/model.koers
open "../store.db"
source orders from table orders { measure n = count() }
--- input
open "store.db"
use "sub/model.koers"
show n
--- stdout
n
─
6
