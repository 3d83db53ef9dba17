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

=== what is expected may be any statement that answers with a table, or with several
--- schema shop
--- args
learn lessons.koers
--- file lessons.koers
open "store.db"
set today = 2025-07-01
source orders from table orders { key order_id  time ordered = order_date  dimension status  measure number = count() }
indicator often { measure number  rhythm monthly  target >= 1 }
report counted { show 5 as other from orders  show number for 2025 }
lesson wide "More than show" {
  ask "What makes twelve orders?"
    expect solve number = 12 by number for 2025
  ask "What comes?"
    expect forecast number by month next 2
  ask "How good is that?"
    expect backtest number by month using naive
  ask "Why did May have more?"
    expect why number versus previous month by status for 2025-05
  ask "How does it stand?"
    expect brief
  ask "Is the steering sound?"
    expect check steering
  ask "And twice as many?"
    expect show number for 2025 what if number = number * 2
}
--- stdin
show 6 as now, 12 as needed from orders
solve number = 12 by number for 2025
forecast number by month next 1
forecast number by month next 2
run counted
skip
show number by status for 2025-05
skip
brief
check model
check steering
run counted what if number = number * 2
run counted
--- exit
0
--- stdout
More than show

1/7  What makes twelve orders?

now  needed
───  ──────
  6      12

Not yet: that is 1 line, and the answer has 2 lines. `skip` shows the answer.

measure  now  needed  change  change %
───────  ───  ──────  ──────  ────────
number     6      12       6    100.0%
number     6      12       6    100.0%

Right.

2/7  What comes?

month    kind      value  p10  p50  p90  error    bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ──────  ──────
2025-06  actual        1    –    –    –      –       –  –
2025-07  expected      1    –    1    –  84.4%  -84.4%  blend
known: 2025-02 .. 2025-06, 5 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, mean ETS, seasonal damped
error, bias: of 1 forecast made at the end of a period, from what was known then

Not yet: that is 2 lines, and the answer has 4 lines. `skip` shows the answer.

month    kind      value  p10  p50  p90  error    bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ──────  ──────
2025-05  actual        1    –    –    –      –       –  –
2025-06  actual        1    –    –    –      –       –  –
2025-07  expected      1    –    1    –  84.4%  -84.4%  blend
2025-08  expected      1    –    1    –      –       –  blend
known: 2025-02 .. 2025-06, 5 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, mean ETS, seasonal damped
error, bias: of forecasts made at ends of periods, from what was known then: 1 of them 1 period ahead, 0 of them 2 ahead

Right.

3/7  How good is that?

counted

other
─────
    5

number
───────
     6◔

Not yet: that is 1 line, and the answer has 2 lines. `skip` shows the answer.

backtest number by month using naive

 lead  n  error  bias  mase  pinball  coverage  naive  run_rate   won
─────  ─  ─────  ────  ────  ───────  ────────  ─────  ────────  ────
    1  1   0.0%  0.0%     0     0.08    100.0%   0.0%     33.3%  0.0%
─────  ─  ─────  ────  ────  ───────  ────────  ─────  ────────  ────
total  1   0.0%  0.0%     0     0.08    100.0%   0.0%     33.3%  0.0%
known: 2025-02 .. 2025-06, 5 periods
fewer than two seasons are known: none is looked for
naive, made at the end of 1 period from what was known then

4/7  Why did May have more?

status  number
──────  ──────
done         1

Not yet: that is 1 line, and the answer has 2 lines. `skip` shows the answer.

why number versus previous month by status for 2025-05

status  number  number previous month  changed  new  lost  contribution   share
──────  ──────  ─────────────────────  ───────  ───  ────  ────────────  ──────
done         1                      0        0    1     0             1  100.0%
──────  ──────  ─────────────────────  ───────  ───  ────  ────────────  ──────
total        1                      0        0    1     0             1  100.0%

5/7  How does it stand?

Brief, 2025-07-01

green  often  2025-06
    value   1
    target  >= 1
    change  0
    since   2025-05
    trend   ▅█▅▁▅▅

What waits is left out: the model has no `day_list`, which reports.day_start makes

Right.

6/7  Is the steering sound?

source  claim  finding  rows
──────  ─────  ───────  ────
(no lines)
1 sources: everything the model claims holds

Not yet: that is 0 lines, and the answer has 6 lines. `skip` shows the answer.

A2  error  indicator often  lessons.koers:4
    finding  it has no level, owner, action
    to do    write what is missing: nobody acts on it otherwise
A7  warning  indicator often  lessons.koers:4
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
A10  warning  steering
    finding  no report raises what deviates
    to do    write or use a report that serves `alarm`
A10  warning  steering
    finding  no report tells what income to expect
    to do    write or use a report that serves `cash`
C9  info  steering
    finding  not checked for `often`: its target is for no period
E4  info  steering
    finding  not checked: nothing is logged of a year ago
1 error, 3 warnings, 2 infos, 0 waived

Right.

7/7  And twice as many?

counted

other
─────
    5
what if number = number * 2; nothing here is made of `number`

number   number what if   number difference
───────  ───────────────  ──────────────────
     6◔              12◔                  6◔
what if number = number * 2

Right.

That was the last lesson.

counted

other
─────
    5

number
───────
     6◔

=== `set` above a lesson holds when what it expects is proved
--- schema shop
--- args
check input.koers
--- input
open "store.db"
set today = 2025-07-01
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
lesson a { ask "x" expect show number for this year expect show 1 as n from orders }
lesson b { ask "x" expect show number for 2025 expect solve number = 12 by number for 2025 }
lesson c { ask "x" expect solve number = 12 by number for 2025 expect solve number = 10 by number for 2025 }
--- exit
1
--- stderr
input.koers:4:53: error[E0712]: this is another answer than the one before it
    4 | lesson a { ask "x" expect show number for this year expect show 1 as n from orders }
      |                                                     ^
      = help: what one `ask` expects has to say the same
input.koers:5:48: error[E0712]: this is another answer than the one before it
    5 | lesson b { ask "x" expect show number for 2025 expect solve number = 12 by number for 2025 }
      |                                                ^
      = help: what one `ask` expects has to say the same
input.koers:6:64: error[E0712]: this is another answer than the one before it
    6 | lesson c { ask "x" expect solve number = 12 by number for 2025 expect solve number = 10 by number for 2025 }
      |                                                                ^
      = help: what one `ask` expects has to say the same

=== what cannot be expected
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
lesson c { ask "x" expect explain number }
lesson d { ask "x" expect decide number "no" }
lesson e { ask "x" expect forecast number by month next 2 keep }
lesson f { ask "x" expect solve number = 12 by nothing }
--- exit
1
--- stderr
input.koers:3:27: error[E0712]: this has no answer that could be expected
    3 | lesson c { ask "x" expect explain number }
      |                           ^
      = help: expect what answers with a table: show, forecast, why, ...
input.koers:4:27: error[E0712]: this has no answer that could be expected
    4 | lesson d { ask "x" expect decide number "no" }
      |                           ^
      = help: expect what answers with a table: show, forecast, why, ...
input.koers:5:59: error[E0712]: what is expected is not kept
    5 | lesson e { ask "x" expect forecast number by month next 2 keep }
      |                                                           ^
      = help: leave `keep` out
input.koers:6:48: error[E0301]: there is no measure `nothing`
    6 | lesson f { ask "x" expect solve number = 12 by nothing }
      |                                                ^~~~~~~

=== `expect` takes no statement without an answer
--- args
check input.koers
--- input
lesson g { ask "x" expect show 1 as one expect run r }
--- exit
1
--- stderr
input.koers:1:48: error[E0201]: `run` is not expected here; wanted `show`, `list`, `solve`, `cascade`, `forecast`, `bridge` ...
    1 | lesson g { ask "x" expect show 1 as one expect run r }
      |                                                ^~~

=== what is expected stands on one line, as long as it fits
--- args
fmt input.koers
--- input
lesson g { ask "x" expect solve a = 12
 by b for 2025 expect check   steering hint "y" expect forecast a by month next 3 from orders where region = "North" with total paths 100 }
--- exit
0
--- stdout
lesson g {
  ask "x"
    expect solve a = 12 by b for 2025
    expect check steering
    hint "y"
    expect forecast a
      by month
      next 3
      from orders
      where region = "North"
      with total
      paths 100
}

=== what `skip` shows is no look, and no forecast is kept
--- schema shop
--- args
--version >/dev/null; "$KOERS" run begin.koers; "$KOERS" learn lessons.koers <answers; "$KOERS" run end.koers
--- file begin.koers
use "lessons.koers"
decide often "We go on."
--- file end.koers
use "lessons.koers"
list kind from koers_log
list kind from koers_forecasts
--- file lessons.koers
open "store.db"
set today = 2025-07-01
source orders from table orders { key order_id  time ordered = order_date  dimension status  measure number = count() }
indicator often { measure number  rhythm monthly  target >= 1 }
lesson both {
  ask "How does it stand?"
    expect brief
  ask "What comes?"
    expect forecast number by month next 2
}
--- file answers
skip
skip
--- stdout
Decided on often: We go on.
both

1/2  How does it stand?

brief

Brief, 2025-07-01

green  often  2025-06
    value   1
    target  >= 1
    change  0
    since   2025-05
    trend   ▅█▅▁▅▅

What waits is left out: the model has no `day_list`, which reports.day_start makes

2/2  What comes?

forecast number by month next 2

month    kind      value  p10  p50  p90  error    bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ──────  ──────
2025-05  actual        1    –    –    –      –       –  –
2025-06  actual        1    –    –    –      –       –  –
2025-07  expected      1    –    1    –  84.4%  -84.4%  blend
2025-08  expected      1    –    1    –      –       –  blend
known: 2025-02 .. 2025-06, 5 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, mean ETS, seasonal damped
error, bias: of forecasts made at ends of periods, from what was known then: 1 of them 1 period ahead, 0 of them 2 ahead

That was the last lesson.
kind
────
(no lines)

kind
────
(no lines)

=== what has no value answers nothing, also where nothing is expected
--- schema shop
--- args
learn lessons.koers
--- file lessons.koers
open "store.db"
source orders from table orders { key order_id  dimension status  measure n = count()  measure amounts = sum(freight) }
lesson none "None" {
  ask "What is lost?"
  expect show n by status where status = "lost"
}
--- stdin
show amounts where status = "lost"
show n by status where status = "never"
--- stdout
None

1/1  What is lost?

amounts
───────
      0

Not yet: what is expected has no value here. `skip` shows the answer.

status  n
──────  ─
(no lines)

Not yet: what is expected has no value here. `skip` shows the answer.
