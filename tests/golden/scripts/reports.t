=== what reports and their values may not be
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure freight : money(EUR) = sum(freight)  dimension status }
report typed(n : integer = 3, sum : money(EUR) = 5 EUR, share : percent = 15%, much = 5, year : period = this year) { show freight for $year }
run typed(n: 1.5)
run typed(sum: 5 USD)
run typed(sum: 15%)
run typed(share: 5 EUR)
run typed(year: 2024, year: 2025)
run typed(4, n: 5)
run typed(n: 4, sum: 6, share: 0.2, much: 5.5, year: 2024)
report unknown(x : foo, y : money(FOO)) { text "" }
report same(x = 1, X = 2) { text "" }
report twice { show freight }
report Twice { show freight by status }
let f(a) = a
let f(a) = a + 1
report holds {
  report inner { text "" }
  let x = 5
  measure m = count()
  use "a.koers"
  show freight
}
report fine { set rows = 3  explain freight  text "x"  run twice() }
--- stderr
input.koers:4:14: error[E0704]: parameter `n` wants a whole number
    4 | run typed(n: 1.5)
      |              ^~~
input.koers:3:14: note: it is declared here
    3 | report typed(n : integer = 3, sum : money(EUR) = 5 EUR, share : percent = 15%, much = 5, year : period = this year) { show freight for $year }
      |              ^~~~~~~~~~~~~~~
input.koers:5:16: error[E0704]: parameter `sum` wants money(EUR)
    5 | run typed(sum: 5 USD)
      |                ^~~~~
input.koers:3:31: note: it is declared here
    3 | report typed(n : integer = 3, sum : money(EUR) = 5 EUR, share : percent = 15%, much = 5, year : period = this year) { show freight for $year }
      |                               ^~~~~~~~~~~~~~~~~~~~~~~~
input.koers:6:16: error[E0704]: parameter `sum` wants money(EUR)
    6 | run typed(sum: 15%)
      |                ^~~
input.koers:3:31: note: it is declared here
    3 | report typed(n : integer = 3, sum : money(EUR) = 5 EUR, share : percent = 15%, much = 5, year : period = this year) { show freight for $year }
      |                               ^~~~~~~~~~~~~~~~~~~~~~~~
input.koers:7:18: error[E0704]: parameter `share` wants percent
    7 | run typed(share: 5 EUR)
      |                  ^~~~~
input.koers:3:57: note: it is declared here
    3 | report typed(n : integer = 3, sum : money(EUR) = 5 EUR, share : percent = 15%, much = 5, year : period = this year) { show freight for $year }
      |                                                         ^~~~~~~~~~~~~~~~~~~~~
input.koers:8:23: error[E0704]: parameter `year` has a value already
    8 | run typed(year: 2024, year: 2025)
      |                       ^~~~
input.koers:9:14: error[E0704]: parameter `n` has a value already
    9 | run typed(4, n: 5)
      |              ^
input.koers:11:20: error[E0309]: there is no type `foo`
   11 | report unknown(x : foo, y : money(FOO)) { text "" }
      |                    ^~~
      = help: types are text, boolean, integer, decimal, money(EUR), percent, days, date, time, period
input.koers:11:35: error[E0210]: `FOO` is no currency code
   11 | report unknown(x : foo, y : money(FOO)) { text "" }
      |                                   ^~~
      = help: codes are those of ISO 4217, as EUR and USD
input.koers:12:20: error[E0304]: parameter `X` is declared twice
   12 | report same(x = 1, X = 2) { text "" }
      |                    ^
input.koers:14:8: error[E0304]: there is a report `Twice` already
   14 | report Twice { show freight by status }
      |        ^~~~~
input.koers:13:8: note: it is defined here
   13 | report twice { show freight }
      |        ^~~~~
input.koers:16:5: error[E0304]: there is a function `f` already
   16 | let f(a) = a + 1
      |     ^
input.koers:15:5: note: it is defined here
   15 | let f(a) = a
      |     ^
input.koers:18:3: error[E0710]: `report` cannot stand in a report
   18 |   report inner { text "" }
      |   ^
      = help: put it before the report
input.koers:19:3: error[E0710]: `let` cannot stand in a report
   19 |   let x = 5
      |   ^
      = help: make it a parameter with a default, or put it before the report
input.koers:20:3: error[E0710]: `measure` cannot stand in a report
   20 |   measure m = count()
      |   ^
      = help: put it before the report
input.koers:21:3: error[E0710]: `use` cannot stand in a report
   21 |   use "a.koers"
      |   ^
      = help: put it before the report
--- exit
1
