=== a module from the user's own folder comes before one that the program holds
--- schema shop
--- file lib/sales/orders.koers
require measure n : count
require dimension status
report by_status() "By status" { show n by status }
--- args
--version >/dev/null; KOERS_PATH=none::lib "$KOERS" run input.koers
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

=== one beside the script comes before both
--- schema shop
--- file lib/sales/orders.koers
measure twice = 2 * n
--- file sales/orders.koers
measure twice = n + n + 1
--- args
--version >/dev/null; KOERS_PATH=lib "$KOERS" run input.koers
--- input
open "store.db"
use sales.orders
source orders from table orders { measure n = count() }
show twice
--- stdout
twice
─────
   13

=== modules of one folder use each other by the names they have there
--- schema shop
--- file lib/shop/measures.koers
use shop.base
measure twice = 2 * n
--- file lib/shop/base.koers
source orders from table orders { measure n = count() }
--- args
--version >/dev/null; KOERS_PATH=lib "$KOERS" run input.koers
--- input
open "store.db"
use shop.measures
use shop.base
show twice
--- stdout
twice
─────
   12

=== the program needs no file for a module that it holds
--- schema shop
--- args
--version >/dev/null; cp "$KOERS" k; ./k -c 'open "store.db"; source o from table orders { entity deal key order_id  measure won_deals = count()  measure lost_deals = count() where order_id < 3 } measure won_value : money(EUR) = won_deals * 2 EUR; measure lost_value : money(EUR) = lost_deals * 2 EUR; measure cycle_days = won_deals; use sales.winning; use sales.winning; show decided_deals, win_rate'
--- stdout
decided_deals  win_rate
─────────────  ────────
            8     75.0%

=== a mistake in a module that the program holds is shown with its line
--- schema shop
--- args
run input.koers 2>&1 | head -3
--- input
open "store.db"
use sales.contribution
--- stdout
<sales.contribution>:7:1: error[E0708]: the model does not have what is required: measure `revenue`, measure `variable_cost`
    7 | require measure revenue       : money
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

=== a module that uses itself
--- file shop/a.koers
use shop.b
--- file shop/b.koers
use shop.a
--- input
use shop.a
--- stderr
shop/b.koers:1:5: error[E0305]: `shop/a.koers` leads back to itself
    1 | use shop.a
      |     ^~~~~~
      = help: put what both files need into a third one
--- exit
1

=== a module that is not there
--- args
--version >/dev/null; KOERS_PATH=lib "$KOERS" run input.koers
--- input
use sales.pipelin
use shop.orders
--- stderr
input.koers:1:5: error[E0707]: there is no module `sales.pipelin`
    1 | use sales.pipelin
      |     ^~~~~~~~~~~~~
      = help: did you mean `sales.pipeline`?
      = note: looked for sales/pipelin.koers
      = note: looked for lib/sales/pipelin.koers
input.koers:2:5: error[E0707]: there is no module `shop.orders`
    2 | use shop.orders
      |     ^~~~~~~~~~~
      = help: a file is written in quotes: use "model.koers"
      = note: looked for shop/orders.koers
      = note: looked for lib/shop/orders.koers
--- exit
1

=== what a module requires and does not find is said once
--- schema shop
--- file lib.koers
require measure revenue : money
measure part = revenue / 2
measure quarter_of_it = part / 2
--- input
open "store.db"
use "lib.koers"
show part
--- stderr
lib.koers:1:1: error[E0708]: the model does not have what is required: measure `revenue`
    1 | require measure revenue : money
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: add to the model:
          measure revenue : money = ...
--- exit
1

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
