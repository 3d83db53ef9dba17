=== all mistakes of a script, each once
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { measure n = count()  measure bad = cnt()  dimension status }
source lost from table absent { measure gone = count() }
source more from table customers { entity customer key customer_id  dimension regoin = regin }
show bad
show gone by status
show n by statsu
show n by regoin
let x = $y
show n where status = $x
text "{$z}"
forecast n by month next 3
why n versus previous quarter
run absent()
explain nn
explain show n by stat
--- stderr
input.koers:2:43: error[E0606]: `orders` has no time axis, so there is no other period of it
    2 | source orders from table orders { measure n = count()  measure bad = cnt()  dimension status }
      |                                           ^
      = help: declare one in the source: `time ordered = order_date`
input.koers:2:70: error[E0308]: there is no function `cnt`
    2 | source orders from table orders { measure n = count()  measure bad = cnt()  dimension status }
      |                                                                      ^~~
      = help: did you mean `count`?
input.koers:3:18: error[E0806]: the store has no table `absent`
    3 | source lost from table absent { measure gone = count() }
      |                  ^~~~~~~~~~~~
input.koers:4:88: error[E0307]: `more` has no column or dimension `regin`
    4 | source more from table customers { entity customer key customer_id  dimension regoin = regin }
      |                                                                                        ^~~~~
      = help: did you mean `regoin`?
input.koers:7:11: error[E0301]: there is no dimension `statsu`
    7 | show n by statsu
      |           ^~~~~~
      = help: did you mean `status`?
input.koers:9:9: error[E0301]: there is no value `$y` before this one
    9 | let x = $y
      |         ^~
input.koers:11:8: error[E0301]: there is no variable or parameter `$z`
   11 | text "{$z}"
      |        ^~
input.koers:12:15: error[E0606]: `orders` has no time axis, so `month` does not reach it
   12 | forecast n by month next 3
      |               ^~~~~
input.koers:14:5: error[E0703]: there is no report `absent`
   14 | run absent()
      |     ^~~~~~
input.koers:15:9: error[E0301]: the model has no `nn`; did you mean `n`?
   15 | explain nn
      |         ^~
input.koers:16:19: error[E0301]: there is no dimension `stat`
   16 | explain show n by stat
      |                   ^~~~
      = help: did you mean `status`?
--- exit
1

=== what a report holds is checked, with parameters that have no default
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { time ordered = order_date  dimension status  measure n = count()  measure freight = sum(freight) }
report a(slice : dimension, what : measure, year : period, state : text, limit : integer) {
  show $what by $slice for $year where status = $state having $what > $limit
}
report b(slice : dimension) { show n by $slice where statsu = "done" }
report c(state) { show n where status = $state  forecast n by month next 3 }
report d(state = all) { show n where satus = $state }
report e(state = all) { show n where status = $state or status = "open" }
report f(state = all) { text "{$stat}" show n[previous year] }
report g(year = 2025-Q1) { show n for $year }
run g(year: "x")
run a(staus, n, 2025, "done", 1)
run a(status, freigth, 2025, "done", 1)
run a(status, n, 2025, 3, 1)
--- stderr
input.koers:6:54: error[E0301]: there is no dimension `statsu`
    6 | report b(slice : dimension) { show n by $slice where statsu = "done" }
      |                                                      ^~~~~~
      = help: did you mean `status`?
input.koers:8:38: error[E0301]: there is no dimension `satus`
    8 | report d(state = all) { show n where satus = $state }
      |                                      ^~~~~
      = help: did you mean `status`?
input.koers:9:47: error[E0704]: `$state` may be `all`, which is no value here
    9 | report e(state = all) { show n where status = $state or status = "open" }
      |                                               ^~~~~~
      = help: compare with it alone, joined by `and`: where team = $state and ...
input.koers:10:32: error[E0301]: there is no variable or parameter `$stat`
   10 | report f(state = all) { text "{$stat}" show n[previous year] }
      |                                ^~~~~
      = help: did you mean `$state`?
input.koers:10:47: error[E0622]: the lines stand for no period, so there is no other to go to
   10 | report f(state = all) { text "{$stat}" show n[previous year] }
      |                                               ^~~~~~~~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:12:13: error[E0405]: expected a period, found text
   12 | run g(year: "x")
      |             ^~~
input.koers:13:7: error[E0704]: parameter `slice` wants a dimension, and there is no `staus`
   13 | run a(staus, n, 2025, "done", 1)
      |       ^~~~~
      = help: did you mean `status`?
input.koers:14:15: error[E0704]: parameter `what` wants a measure, and there is no `freigth`
   14 | run a(status, freigth, 2025, "done", 1)
      |               ^~~~~~~
      = help: did you mean `freight`?
input.koers:15:24: error[E0704]: parameter `state` wants text
   15 | run a(status, n, 2025, 3, 1)
      |                        ^
input.koers:3:60: note: it is declared here
    3 | report a(slice : dimension, what : measure, year : period, state : text, limit : integer) {
      |                                                            ^~~~~~~~~~~~
--- exit
1

=== a report that runs itself
--- schema shop
--- args
check input.koers
--- input
report a() { run b() }
report b() { run a() }
--- stderr
input.koers:2:18: error[E0305]: report `a` runs itself
    2 | report b() { run a() }
      |                  ^
--- exit
1

=== a report in a report goes to the same file
--- schema shop
--- input
open "store.db"
source orders from table orders { dimension status  measure n = count() }
report inner(state = all) "Inner {$state}" { show n where status = $state }
report outer() "Outer" { show n by status  run inner(state: "open") }
run outer() to "out.txt"
text "done"
--- args
run input.koers --today 2026-01-02 && cat out.txt
--- stdout
done
Outer

status  n
──────  ─
done    5
open    1

Inner open

n
─
1

state "open" · as of 2026-01-02 · store store.db · definitions bc9f659b8603
