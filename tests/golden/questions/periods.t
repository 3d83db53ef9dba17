=== words that are no period, and what this version does not check
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
show n for yesterday
show n for today - 1
show n for 2025-01 .. tomorrow
check steering
--- stderr
input.koers:3:12: error[E0405]: there is no period `yesterday`
    3 | show n for yesterday
      |            ^~~~~~~~~
      = help: periods are 2025, 2025-Q3, 2025-03-31, `this month`, `last 3 months`, `year to date`, `today`; yesterday is `today - 1`
input.koers:5:23: error[E0405]: there is no period `tomorrow`
    5 | show n for 2025-01 .. tomorrow
      |                       ^~~~~~~~
      = help: periods are 2025, 2025-Q3, 2025-03-31, `this month`, `last 3 months`, `year to date`, `today`; yesterday is `today - 1`
input.koers:6:1: error[E0901]: `check steering` is not evaluated by this version of Koers
    6 | check steering
      | ^
--- exit
1
