=== a dimension over all sources that nobody asks for
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id  dimension region, segment }
source orders from table orders { join customers on customer_id  time ordered = order_date  measure n = count()  dimension status }
dimension northern = region = "North"
dimension where_and_how = region || status
dimension much = n per customer > 1
dimension of_spring = month(ordered)
dimension bad = nosuch
dimension worse = segment + 1
dimension both = where_and_how || absent
--- stderr
input.koers:8:17: error[E0301]: there is no dimension `nosuch`
    8 | dimension bad = nosuch
      |                 ^~~~~~
      = help: `customers` has `region`, `segment`
input.koers:9:19: error[E0401]: `+` wants numbers here, found text
    9 | dimension worse = segment + 1
      |                   ^~~~~~~
input.koers:10:35: error[E0301]: there is no dimension `absent`
   10 | dimension both = where_and_how || absent
      |                                   ^~~~~~
      = help: `orders` has `ordered`, `status`
--- exit
1
