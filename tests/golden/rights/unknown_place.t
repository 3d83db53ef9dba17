=== who sees nothing is told at what they ask, not in a module
--- schema shop
--- args
run --as Nobody input.koers
--- input
use "model.koers"
use sales.price
show revenue
--- file model.koers
open "store.db"
source products from table products { entity product key product_id }
source orders from table orders { key order_id  time ordered = order_date }
source lines from table order_lines { key order_id, line_no  join products on product_id  join orders on order_id
  time ordered = orders.order_date  measure units = sum(quantity)  measure revenue : money(EUR) = sum(quantity * unit_price) }
--- exit
1
--- stderr
input.koers:3:1: error[E0721]: nothing says what `Nobody` may see: the model has no audience
    3 | show revenue
      | ^
      = help: `audience reps level operational members "Nobody" sees seller = $user`
