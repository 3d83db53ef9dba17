--- shared orders
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status
  measure freight = sum(freight)  measure n : count = count() }

=== words that are none of steering
--- schema shop
--- args
check input.koers
--- input
\shared orders
audience board level highest
indicator a { measure n  level tactic  rhythm fortnightly  direction sideways }
strategy s { choice growth }
strategy t { choice market development }
objective o { serves t  perspective money }
source more from table orders { refreshed sometimes }
--- exit
1
--- stderr
input.koers:4:22: error[E0711]: there is no level `highest`
    4 | audience board level highest
      |                      ^~~~~~~
      = help: it is one of: operational, tactical, strategic
input.koers:5:32: error[E0711]: there is no level `tactic`
    5 | indicator a { measure n  level tactic  rhythm fortnightly  direction sideways }
      |                                ^~~~~~
      = help: it is one of: operational, tactical, strategic
input.koers:5:47: error[E0711]: there is no rhythm `fortnightly`
    5 | indicator a { measure n  level tactic  rhythm fortnightly  direction sideways }
      |                                               ^~~~~~~~~~~
      = help: it is one of: daily, weekly, monthly, quarterly, yearly
input.koers:6:21: error[E0711]: there is no kind of strategy `growth`
    6 | strategy s { choice growth }
      |                     ^~~~~~
      = help: it is one of: penetration, market development, product development, diversification, margin, continuity, retention
input.koers:8:37: error[E0711]: there is no perspective `money`
    8 | objective o { serves t  perspective money }
      |                                     ^~~~~
      = help: it is one of: financial, customer, process, learning
input.koers:9:43: error[E0711]: there is no rhythm `sometimes`
    9 | source more from table orders { refreshed sometimes }
      |                                           ^~~~~~~~~
      = help: it is one of: daily, weekly, monthly, quarterly, yearly

=== names that are not declared
--- schema shop
--- args
check input.koers
--- input
\shared orders
audience board
indicator freights { measure n  audience bord  drives freigths }
strategy s { steers freight, n[all] }
objective o { serves t  drives p }
ritual r { steers nothing  report none }
--- exit
1
--- stderr
input.koers:5:42: error[E0310]: there is no audience `bord`
    5 | indicator freights { measure n  audience bord  drives freigths }
      |                                          ^~~~
      = help: did you mean `board`?
input.koers:6:21: error[E0310]: there is no indicator `freight`
    6 | strategy s { steers freight, n[all] }
      |                     ^~~~~~~
      = help: did you mean `freights`?
input.koers:6:30: error[E0711]: what is steered on is an indicator
    6 | strategy s { steers freight, n[all] }
      |                              ^~~~~~
      = help: declare one with this measure, and name it here
input.koers:7:22: error[E0310]: there is no strategy `t`
    7 | objective o { serves t  drives p }
      |                      ^
input.koers:7:32: error[E0310]: there is no objective `p`
    7 | objective o { serves t  drives p }
      |                                ^
input.koers:8:19: error[E0310]: there is no indicator `nothing`
    8 | ritual r { steers nothing  report none }
      |                   ^~~~~~~
input.koers:8:35: error[E0703]: there is no report `none`
    8 | ritual r { steers nothing  report none }
      |                                   ^~~~

=== a target holds against the measure
--- schema shop
--- args
check input.koers
--- input
\shared orders
indicator a { measure n  target >= 3 EUR }
indicator b { measure n  target >= "x" }
indicator c { measure n  target != 3 }
indicator d { measure n  target >= 2 .. 4 }
indicator e { measure n  target in 4 .. 2 }
indicator f { measure n  target in 2 .. 4  warn < 1 .. 2 }
indicator g { measure n  target >= freight }
indicator h { measure n  target >= 3 for yesterday }
indicator i { measure n  target >= 3  direction down }
indicator j { measure n  tolerance 2 }
indicator k { measure n  tolerance 3 EUR }
indicator l { measure status }
--- exit
1
--- stderr
input.koers:4:36: error[E0402]: `>=` cannot take count and money(EUR)
    4 | indicator a { measure n  target >= 3 EUR }
      |                                    ^~~~~
input.koers:4:23: note: this is count
    4 | indicator a { measure n  target >= 3 EUR }
      |                       ^
input.koers:4:36: note: this is money(EUR)
    4 | indicator a { measure n  target >= 3 EUR }
      |                                    ^~~~~
input.koers:5:36: error[E0401]: a number is wanted, found text
    5 | indicator b { measure n  target >= "x" }
      |                                    ^~~
input.koers:6:26: error[E0711]: nobody can steer to what is not to be
    6 | indicator c { measure n  target != 3 }
      |                          ^~~~~~~~~~~
input.koers:7:36: error[E0711]: only a target may be a band
    7 | indicator d { measure n  target >= 2 .. 4 }
      |                                    ^~~~~~
      = help: write `target in LOW .. HIGH`
input.koers:8:36: error[E0711]: this band ends below its beginning
    8 | indicator e { measure n  target in 4 .. 2 }
      |                                    ^~~~~~
input.koers:9:51: error[E0711]: only a target may be a band
    9 | indicator f { measure n  target in 2 .. 4  warn < 1 .. 2 }
      |                                                   ^~~~~~
      = help: write `target in LOW .. HIGH`
input.koers:10:36: error[E0406]: a value is wanted here that does not depend on data
   10 | indicator g { measure n  target >= freight }
      |                                    ^~~~~~~
input.koers:11:42: error[E0405]: there is no period `yesterday`
   11 | indicator h { measure n  target >= 3 for yesterday }
      |                                          ^~~~~~~~~
      = help: periods are 2025, 2025-Q3, 2025-03-31, `this month`, `last 3 months`, `year to date`, `today`; yesterday is `today - 1`
input.koers:12:26: error[E0711]: this target says `up`, but `i` is to go down
   12 | indicator i { measure n  target >= 3  direction down }
      |                          ^~~~~~~~~~~
input.koers:13:36: error[E0711]: a tolerance is a part of the target, less than all of it
   13 | indicator j { measure n  tolerance 2 }
      |                                    ^
      = help: write it as in `tolerance 5%`
input.koers:14:36: error[E0711]: a tolerance is a part of the target, less than all of it
   14 | indicator k { measure n  tolerance 3 EUR }
      |                                    ^~~~~
      = help: write it as in `tolerance 5%`
input.koers:15:23: error[E0401]: an indicator measures a number, found text
   15 | indicator l { measure status }
      |                       ^~~~~~

=== what an indicator measures
--- schema shop
--- args
check input.koers
--- input
\shared orders
indicator a { level tactical }
indicator b { formula c * 2 }
indicator c { formula b / 3 }
indicator d { formula n }
indicator e { formula round(f) }
indicator f { measure n  measure freight }
indicator g { measure n / freight  formula f * 2 }
indicator h { formula f + g  target >= 3 }
--- exit
1
--- stderr
input.koers:4:11: error[E0711]: `a` measures nothing
    4 | indicator a { level tactical }
      |           ^
input.koers:6:23: error[E0305]: the formula of `b` leads back to it
    6 | indicator c { formula b / 3 }
      |                       ^
input.koers:7:23: error[E0310]: there is no indicator `n`
    7 | indicator d { formula n }
      |                       ^
input.koers:8:23: error[E0711]: a formula is arithmetic over indicators
    8 | indicator e { formula round(f) }
      |                       ^~~~~~~~
      = help: name indicators and numbers with + - * /, as in `formula customers * orders_each * order_value`
input.koers:9:26: error[E0711]: `measure` is written twice
    9 | indicator f { measure n  measure freight }
      |                          ^~~~~~~~~~~~~~~

=== a cascade splits over what there is
--- schema shop
--- args
check input.koers
--- input
\shared orders
indicator a { measure n  cascade over region as sum ("North" = 2) }
indicator b { measure n  cascade over status as halves ("open" = 2) }
indicator c { measure n  cascade over status as sum }
indicator d { measure n  cascade over status as sum ("open" = 2, "open" = 3) }
indicator e { measure n  cascade over status as sum ("open" = 2 weight 2) }
indicator f { measure n  cascade over status as weighted ("open" = 2 weight 0) }
indicator g { measure n  cascade over status as share ("open" = 60%, "done" = 40%) for 2026 }
indicator h { measure n  spread by profile season  capacity 3 by week over 4 months }
--- exit
1
--- stderr
input.koers:4:39: error[E0301]: there is no dimension `region`
    4 | indicator a { measure n  cascade over region as sum ("North" = 2) }
      |                                       ^~~~~~
      = help: `orders` has `ordered`, `status`
input.koers:5:49: error[E0711]: there is no rule of a cascade `halves`
    5 | indicator b { measure n  cascade over status as halves ("open" = 2) }
      |                                                 ^~~~~~
      = help: it is one of: sum, weighted, same, share
input.koers:6:26: error[E0711]: this cascade names no units
    6 | indicator c { measure n  cascade over status as sum }
      |                          ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: write the part of each, as in `("North" = 60, "South" = 40)`
input.koers:7:66: error[E0711]: "open" has a part already
    7 | indicator d { measure n  cascade over status as sum ("open" = 2, "open" = 3) }
      |                                                                  ^~~~~~
input.koers:8:72: error[E0711]: only a cascade `as weighted` has weights
    8 | indicator e { measure n  cascade over status as sum ("open" = 2 weight 2) }
      |                                                                        ^
input.koers:9:77: error[E0711]: a weight is above zero
    9 | indicator f { measure n  cascade over status as weighted ("open" = 2 weight 0) }
      |                                                                             ^
input.koers:11:44: error[E0301]: there is no profile `season`
   11 | indicator h { measure n  spread by profile season  capacity 3 by week over 4 months }
      |                                            ^~~~~~
      = help: declare it: `profile season by month weights 30%, 70%`
input.koers:11:52: error[E0711]: the time that is worked is counted in the unit of the capacity
   11 | indicator h { measure n  spread by profile season  capacity 3 by week over 4 months }
      |                                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

=== people, waivers and what stands twice
--- schema shop
--- args
check input.koers
--- input
\shared orders
staff from orders (status, status, status, order_date, ship_date, status, status)
audience board level strategic waive Z9 because "no such check"
indicator a { measure n  waive A9, B77 because "few" }
indicator b { measure n }
indicator b { measure n }
audience board level tactical
--- exit
1
--- stderr
input.koers:4:12: error[E0711]: people have at most six columns, found 7
    4 | staff from orders (status, status, status, order_date, ship_date, status, status)
      |            ^~~~~~
      = help: name them in this order: (name, role, unit, from, until, login)
input.koers:5:38: error[E0711]: there is no check `Z9`
    5 | audience board level strategic waive Z9 because "no such check"
      |                                      ^~
      = help: the checks of `check steering` are called A1 to E4
input.koers:6:36: error[E0711]: there is no check `B77`
    6 | indicator a { measure n  waive A9, B77 because "few" }
      |                                    ^~~
      = help: the checks of `check steering` are called A1 to E4
input.koers:8:11: error[E0304]: there is an indicator `b` already
    8 | indicator b { measure n }
      |           ^
input.koers:7:11: note: it is defined here
    7 | indicator b { measure n }
      |           ^
input.koers:9:10: error[E0304]: there is an audience `board` already
    9 | audience board level tactical
      |          ^~~~~
input.koers:5:10: note: it is defined here
    5 | audience board level strategic waive Z9 because "no such check"
      |          ^~~~~

=== people come from columns of a source
--- schema shop
--- args
check input.koers
--- input
\shared orders
staff from orders (status, state)
--- exit
1
--- stderr
input.koers:4:28: error[E0307]: `orders` has no column or dimension `state`
    4 | staff from orders (status, state)
      |                            ^~~~~

=== steering may be declared in any order, and anew at the prompt
--- schema shop
--- args
store.db
--- input
source orders from table orders { key order_id  time ordered = order_date  dimension status  measure n : count = count() }
objective more { serves grow  steers growth } strategy grow { choice retention } indicator growth { formula many * 2  drives many } indicator many { measure n }
indicator growth { measure n  target >= 3 }

=== a baseline in another unit, and what only an objective has
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status
  measure freight : money(EUR) = sum(freight)  measure n : count = count() }
indicator q { measure freight  baseline 10%  capacity 5% by week }
strategy s { serves s  choice margin  drives o  perspective financial }
objective o { serves s }
--- exit
1
--- stderr
input.koers:4:41: error[E0402]: `baseline` is in the unit of the measure, and this is percent
    4 | indicator q { measure freight  baseline 10%  capacity 5% by week }
      |                                         ^~~
input.koers:4:55: error[E0402]: `capacity` is in the unit of the measure, and this is percent
    4 | indicator q { measure freight  baseline 10%  capacity 5% by week }
      |                                                       ^~
input.koers:5:14: error[E0711]: a strategy has no `serves`
    5 | strategy s { serves s  choice margin  drives o  perspective financial }
      |              ^~~~~~~~
      = help: write it in an `objective` that serves the strategy
input.koers:5:39: error[E0711]: a strategy has no `drives`
    5 | strategy s { serves s  choice margin  drives o  perspective financial }
      |                                       ^~~~~~~~
      = help: write it in an `objective` that serves the strategy
input.koers:5:49: error[E0711]: a strategy has no `perspective`
    5 | strategy s { serves s  choice margin  drives o  perspective financial }
      |                                                 ^~~~~~~~~~~~~~~~~~~~~
      = help: write it in an `objective` that serves the strategy

=== a misspelt item takes nothing else with it
--- schema none
--- args
run input.koers
--- input
open "store.db"
source s from sql "select 1 as id, '2025-01-01' as day, 5 as v" { key id  time day = day  measure v = sum(v) }
indicator misspelt { measure v rythm monthly }
indicator over { formula misspelt * 2 }
indicator nothing { rhythm monthly }
--- stdout
--- stderr
input.koers:3:32: error[E0201]: `rythm` is not expected here; wanted an operator, `spread`, `}`, an item (level, owner, target ...)
    3 | indicator misspelt { measure v rythm monthly }
      |                                ^~~~~
      = help: did you mean `rhythm`?
input.koers:5:11: error[E0711]: `nothing` measures nothing
    5 | indicator nothing { rhythm monthly }
      |           ^~~~~~~
--- exit
1
