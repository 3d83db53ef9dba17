=== a lesson asks until the answer is right: any question that gives it will do
--- schema shop
--- args
learn lessons.koers
--- file lessons.koers
open "store.db"
source orders from table orders { key order_id  dimension status  measure n = count()  measure amounts = sum(freight) }
lesson first_steps "First steps" {
  text "A figure has a name."
  ask "How many orders are there?"
  expect show n
  hint "`show` and a name"
  hint "show n"
  text "Now in parts."
  show amounts
  ask "How many by status?"
  expect show n by status
}
--- stdin
show amounts
hint
show n by status
show 1 as one, count() as other from orders
show n
describe n
show status, amounts
show amounts, n by status as state
learn
--- stdout
First steps

A figure has a name.

1/2  How many orders are there?

amounts
───────
     29

Not yet: that is another value. `hint` helps (2 left).

`show` and a name

status  n
──────  ─
done    5
open    1

Not yet: that is 2 lines, and the answer has 1 line. `hint` helps.

one  other
───  ─────
  1      6

Right.

Now in parts.

amounts
───────
     29

2/2  How many by status?

n
─
6

Not yet: that is 1 line, and the answer has 2 lines. `skip` shows the answer.
measure n
  count, of source orders
  measure n = count()
  added up over everything
  in lessons.koers:2

status  amounts
──────  ───────
done         29
open          0

Not yet: as many lines as wanted, with other values. `skip` shows the answer.

state  amounts  n
─────  ───────  ─
done        29  5
open         0  1

Right.

That was the last lesson.

All lessons are done. `learn 1` begins anew.

=== a mistake is no answer; `skip` shows one and goes on; what was learned is kept
--- schema shop
--- args
learn lessons.koers
--- file lessons.koers
open "store.db"
source orders from table orders { key order_id  dimension status  measure n = count()  measure amounts = sum(freight) }
lesson skipped "Skipped" {
  ask "How many orders are there?"
  expect show n
  ask "The largest first?"
  expect show n by status sort by n descending
  hint "sort by"
}
lesson behind {
  ask "All?"
  expect list order_id, freight from orders
}
--- stdin
skip
show n by status sort by n
hint
hint
skip
learn
list order_id, status, freight from orders
list order_id, freight from orders top 2
list freight, order_id from orders
learn
learn 2
learn "skiped"
--- stdout
Skipped

1/2  How many orders are there?

show n

n
─
6

2/2  The largest first?

status  n
──────  ─
open    1
done    5

Not yet: all is there, in another order. `hint` helps.

sort by

No more hints: `skip` shows the answer.

show n by status sort by n descending

status  n
──────  ─
done    5
open    1

Done. `learn` goes on with "behind".

behind

1/1  All?

order_id  status  freight
────────  ──────  ───────
       1  done       4.90
       2  done      12.00
       3  open       0.00
       4  done       3.35
       5  done       7.75
       6  done       1.00

Right.

That was the last lesson.

order_id  freight
────────  ───────
       1      4.9
       2     12.0

freight  order_id
───────  ────────
   4.90         1
  12.00         2
   0.00         3
   3.35         4
   7.75         5
   1.00         6

All lessons are done. `learn 1` begins anew.

behind

1/1  All?
--- stderr
<stdin>:12:1: error[E0713]: there is no such lesson
   12 | learn "skiped"
      | ^~~~~~~~~~~~~~
      = help: did you mean "skipped"?
--- exit
1

=== what a lesson may hold, each said at its place
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  dimension status  measure n = count() }
lesson a { ask "x" hint "y" let x = 3 }
lesson b { hint "y" expect show n ask "x" expect show m }
lesson c { text "y" }
lesson a { ask "x" expect show n }
ask "what"
--- stdout
--- stderr
input.koers:3:12: error[E0712]: it is not said what answers this
    3 | lesson a { ask "x" hint "y" let x = 3 }
      |            ^
      = help: put `expect show ...` behind it
input.koers:3:29: error[E0712]: this cannot stand in a lesson
    3 | lesson a { ask "x" hint "y" let x = 3 }
      |                             ^
      = help: a lesson holds text, what asks and prints, ask, expect and hint
input.koers:4:12: error[E0712]: nothing is asked that this belongs to
    4 | lesson b { hint "y" expect show n ask "x" expect show m }
      |            ^
      = help: put `ask "..."` before it
input.koers:4:21: error[E0712]: nothing is asked that this belongs to
    4 | lesson b { hint "y" expect show n ask "x" expect show m }
      |                     ^
      = help: put `ask "..."` before it
input.koers:4:55: error[E0301]: there is no measure `m`
    4 | lesson b { hint "y" expect show n ask "x" expect show m }
      |                                                       ^
input.koers:5:8: error[E0712]: this lesson asks nothing
    5 | lesson c { text "y" }
      |        ^
      = help: put `ask "..." expect show ...` in it
input.koers:6:8: error[E0304]: there is a lesson `a` already
    6 | lesson a { ask "x" expect show n }
      |        ^
input.koers:3:8: note: it is defined here
    3 | lesson a { ask "x" hint "y" let x = 3 }
      |        ^
--- exit
1

=== what is expected is asked by `check`: it has a value, and always the same
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  dimension status  measure n = count() }
lesson good { ask "x" expect show n expect show count() from orders ask "y" expect show n by status sort by n descending }
lesson empty { ask "x" expect show n by status where status = "no such" }
lesson two { ask "x" expect show n expect show n by status }
--- stdout
--- stderr
input.koers:4:24: error[E0712]: what is expected has no value
    4 | lesson empty { ask "x" expect show n by status where status = "no such" }
      |                        ^
      = help: ask for something that the data have
input.koers:5:36: error[E0712]: this is another answer than the one before it
    5 | lesson two { ask "x" expect show n expect show n by status }
      |                                    ^
      = help: what one `ask` expects has to say the same
--- exit
1

=== learn without lessons, and hint without a lesson
--- schema shop
--- args
store.db
--- stdin
learn
--- stdout
--- stderr
<stdin>:1:1: error[E0713]: there are no lessons here
    1 | learn
      | ^~~~~
      = help: `koers learn` has those over the demo company; those of a file come with `use "lessons.koers"`
--- exit
1

=== hint without a lesson
--- schema shop
--- args
store.db
--- stdin
hint
--- stdout
--- stderr
nothing is asked: `learn` begins a lesson
--- exit
1

=== a lesson tells what any statement prints
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-07-01
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number  rhythm monthly  target >= 1 }
lesson told "All of it" {
  text "First look."
  brief
  solve number = 12 by number for 2025
  cascade number to 12 for 2026
  ask "How many?"
    expect show number for 2025
    hint "count"
}
learn
show number for 2025
--- stdout
All of it

First look.

Brief, 2025-07-01

green  often  2025-06
    value   1
    target  >= 1
    change  0
    since   2025-05
    trend   ▅█▅▁▅▅

What waits is left out: the model has no `day_list`, which reports.day_start makes

measure  now  needed  change  change %
───────  ───  ──────  ──────  ────────
number     6      12       6    100.0%
number     6      12       6    100.0%

driver  role  history  needed  change %  history a week  needed a week
──────  ────  ───────  ──────  ────────  ──────────────  ─────────────
number  goal        –       –         –               –              –
number is empty or 0 in 2024, so nothing says what it takes
number is not made of other measures
2026 has 52.2 working weeks; history is 2024 with 52.4

1/1  How many?

number
───────
     6◔

Right.

Done. `learn 1` begins anew.
