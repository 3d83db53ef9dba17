=== a value that nothing uses
--- schema shop
--- args
run input.koers yaer=2024 regoin=North
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure freight = sum(freight) }
let year = 2025
show freight for $year
--- stderr
koers: error[E0704]: `yaer` was given a value, and nothing uses `$yaer`
      = help: did you mean `year`?
koers: error[E0704]: `regoin` was given a value, and nothing uses `$regoin`
--- exit
1

=== values are used in lets, questions, texts and reports
--- schema shop
--- args
run --today 2026-01-31 input.koers year=2025 who=Olga state=done n=3
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure freight = sum(freight) dimension status }
let year = 2024
report one { text "{$n}" }
show freight for $year where status = $state
text "for {$who}"
--- stdout
freight
────────
     29◔

for Olga

=== a value without a value
--- args
run input.koers year=
--- input
text "{$year}"
--- stderr
koers: expected name=value, found `year=`
--- exit
2

=== a value of the wrong kind
--- schema shop
--- args
run input.koers year=abc
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure freight = sum(freight) }
show freight for $year
--- stderr
<year>:1:1: error[E0405]: expected a period, found text
    1 | abc
      | ^~~
--- exit
1
