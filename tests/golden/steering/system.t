=== indicators as rows
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-05-15
source reps from table reps { entity seller key rep_id label rep_name  dimension rep_name }
source orders from table orders { key order_id  join reps on rep_id  time ordered = order_date
  measure cost : money(EUR) = sum(freight)  measure number = count() }
audience board
audience team level tactical
indicator freight "Freight" { measure cost  level strategic  rhythm monthly  owner "Olga"
  audience board, team  target >= 5  target >= 3 for 2025-03  alarm < 1 }
indicator mean { measure cost / number  rhythm quarterly  owner "Paul"  target <= 5 }
indicator silent { measure cost[where rep_name = "Zoe"]  rhythm yearly }
list indicator, title, level, owner, audience, rhythm, period, starts_on, ends_on, value,
  unit, target, direction, status, reason from koers_indicators sort by indicator, starts_on
-- On its own axis, by its columns.
show count() as readings_, sum(value) as value from koers_indicators by month for 2025-01 .. 2025-03
  where status != "green"
-- Measures and joins over it.
source standing from koers_indicators {
  key       indicator, starts_on
  time      begun = starts_on
  dimension standing = status
  dimension owned_by = owner
  measure   readings = count()
  measure   reds = count() where status = "red"
}
show readings, reds, reds / readings as part : percent by owned_by with total
-- A fact that joins it.
source plans from table orders where order_id < 4 {
  dimension indicator = if(freight > 0, "freight")
  dimension starts_on = date("2025-02-01")
  join koers_indicators on indicator, starts_on
  measure planned = count()
}
show planned by koers_indicators.status, koers_indicators.target
show max(value) as most from koers_indicators where indicator = "freight"
--- stdout
indicator  title    level      owner   audience     rhythm     period   starts_on   ends_on     value  unit  target  direction  status  reason
─────────  ───────  ─────────  ──────  ───────────  ─────────  ───────  ──────────  ──────────  ─────  ────  ──────  ─────────  ──────  ─────────────────────────────────────────────────
freight    Freight  strategic  Olga    board, team  monthly    2025-01  2025-01-01  2025-01-31   4.90  EUR        5  up         green   of 2025-01 only 2025-01-15 .. 2025-01-31 is known
freight    Freight  strategic  Olga    board, team  monthly    2025-02  2025-02-01  2025-02-28  12.00  EUR        5  up         green   (none)
freight    Freight  strategic  Olga    board, team  monthly    2025-03  2025-03-01  2025-03-31   3.35  EUR        3  up         green   (none)
freight    Freight  strategic  Olga    board, team  monthly    2025-04  2025-04-01  2025-04-30   0.00  EUR        5  up         red     (none)
mean       (none)   (none)     Paul    (none)       quarterly  2025-Q1  2025-01-01  2025-03-31   5.06  EUR        5  down       red     of 2025-Q1 only 2025-01-15 .. 2025-03-31 is known
silent     (none)   (none)     (none)  (none)       yearly     2024     2024-01-01  2024-12-31      –  EUR        –  (none)     grey    it has no value in 2024

month    readings_  value
───────  ─────────  ─────
2025-01          1   5.06
2025-02          0   0.00
2025-03          0   0.00

owned_by  readings  reds    part
────────  ────────  ────  ──────
Olga             4     1   25.0%
Paul             1     1  100.0%
(none)           1     0    0.0%
────────  ────────  ────  ──────
total            6     2   33.3%

koers_indicators.status  koers_indicators.target  planned
───────────────────────  ───────────────────────  ───────
green                                          5        2
(none)                                    (none)        1

most
────
  12
--- stderr

=== an indicator over the indicators has nothing to stand on
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-05-15
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
source standing from koers_indicators { time begun = starts_on  measure reds = count() where status = "red" }
indicator often { measure number  rhythm monthly  target >= 2 }
indicator bad { measure reds  rhythm monthly  target <= 0 }
list indicator, period, value, status, reason from koers_indicators where starts_on >= 2025-04-01 or starts_on is empty
show reds by month for 2025-03 .. 2025-04
--- stdout
indicator  period   value  status  reason
─────────  ───────  ─────  ──────  ───────────────────────────────────────────
often      2025-04      0  red     (none)
bad        2025-04      –  grey    `koers_indicators` is made of what reads it

month    reds
───────  ────
2025-03     1
2025-04     1
--- stderr

=== what was logged, as it is when it is asked
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-05-01
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number  rhythm monthly  target >= 2 }
show count() as n from koers_decisions
decide often "Call" owner "Olga" due 2025-06-01
list indicator, decision, owner, day, due from koers_decisions
show count() as looks from koers_log by indicator
brief
show count() as looks from koers_log by kind, indicator, day
--- stdout
n
─
0

Decided on often: Call
owner Olga, due 2025-06-01

indicator  decision  owner  day         due
─────────  ────────  ─────  ──────────  ──────────
often      Call      Olga   2025-05-01  2025-06-01

indicator  looks
─────────  ─────
(no lines)

Brief, 2025-05-01

red  often  2025-04
    value   0
    target  >= 2
    change  -1
    since   2025-03
    trend   ▅█▅▁

What to do

red  often

What waits is left out: the model has no `day_list`, which reports.day_start makes

kind   indicator  day         looks
─────  ─────────  ──────────  ──────
brief  often      2025-05-01      1◔
--- stderr

=== a table of the store and a source of the model come first
--- schema none
--- file fill.sql
create table koers_log (id integer primary key, word text);
insert into koers_log values (1, 'mine');
create table other (id integer primary key, word text);
insert into other values (1, 'theirs');
--- args
--version >/dev/null; sqlite3 store.db <fill.sql; "$KOERS" run script.koers
--- file script.koers
open "store.db"
source looks from table koers_log { key id }
source koers_indicators from table other { key id }
list word from looks
list word from koers_indicators
--- stdout
word
────
mine

word
──────
theirs
--- stderr

=== by a person: indicators over the rows they see, the log not at all
--- schema rights
--- file model.koers
source staff from table staff { entity person key id label name  dimension seller = name, role }
source orders from table orders {
  entity `order` key id
  time ordered = day
  join staff as rep on seller
  dimension seller = rep.seller conforms staff.seller
  measure revenue : money(EUR) = sum(amount)
}
staff from staff (name, role)
audience reps members "rep" sees seller = $user
indicator sold { measure revenue  rhythm monthly  target >= 100 }
--- args
--version >/dev/null; for who in Kim Lee; do "$KOERS" store.db --today 2025-04-15 --as $who --format csv -c 'show sum(value) as value from koers_indicators by period'; "$KOERS" store.db --today 2025-04-15 --as $who -c 'show count() as n from koers_log'; done </dev/null 2>&1
--- stdout
period,value
2025-01,0
2025-02,100
2025-03,11
<-c>:1:6: error[E0720]: `koers_log` is closed to `Kim`
    1 | show count() as n from koers_log
      |      ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
period,value
2025-01,0
2025-02,50
2025-03,0
<-c>:1:6: error[E0720]: `koers_log` is closed to `Lee`
    1 | show count() as n from koers_log
      |      ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
--- stderr
--- exit
1

=== what if reaches how indicators stand, in a question and in a run
--- schema shop
--- args
run input.koers
--- input
-- 1, 2, 1, 0, 1 orders from January on.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
set today = 2025-06-02
indicator often { measure n  rhythm monthly  target >= 2 }
source standing from koers_indicators { measure reds = count() where status = "red"  measure readings = count() }
list period, value, status from koers_indicators
show reds, readings what if n = n * 2
show reds, readings
list period, value, status from koers_indicators what if n = n * 2
report r { show reds, n for 2025-H1  show reds[all], n for 2025-04  list name, value, status from (map steering)
  list period, value, status from koers_indicators where status = "red" }
run r what if n = n + 2
run r
show count() as others from koers_log what if n = 3
--- exit
0
--- stdout
period   value  status
───────  ─────  ──────
2025-01      1  red
2025-02      2  green
2025-03      1  red
2025-04      0  red
2025-05      1  red

reds  readings
────  ────────
   1         5
what if n = n * 2; the rows of `koers_indicators` are as they would be

reds  readings
────  ────────
   4         5

period   value  status
───────  ─────  ──────
2025-01      2  green
2025-02      4  green
2025-03      2  green
2025-04      0  red
2025-05      2  green
what if n = n * 2; the rows of `koers_indicators` are as they would be

r

reds  n   n what if   n difference
────  ──  ──────────  ─────────────
   0  6◔          8◔             2◔
what if n = n + 2; the rows of `koers_indicators` are as they would be
standing has no time axis and is not limited to the period

reds[all]  n  n what if  n difference
─────────  ─  ─────────  ────────────
        0  0          2             2
what if n = n + 2; the rows of `koers_indicators` are as they would be
standing has no time axis and is not limited to the period

name   value  status
─────  ─────  ──────
often  3      green
what if n = n + 2; the rows of `map` are as they would be

period  value  status
──────  ─────  ──────
(no lines)
what if n = n + 2; the rows of `koers_indicators` are as they would be

r

reds  n
────  ──
   4  6◔
standing has no time axis and is not limited to the period

reds[all]  n
─────────  ─
        4  0
standing has no time axis and is not limited to the period

name   value  status
─────  ─────  ──────
often  1      red

period   value  status
───────  ─────  ──────
2025-01      1  red
2025-03      1  red
2025-04      0  red
2025-05      1  red

others
──────
     1
what if n = 3; nothing here is made of `n`

=== where what if cannot reach how indicators stand it says so
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
set today = 2025-06-02
indicator often { measure n  rhythm monthly  target >= 2 }
source standing from koers_indicators { measure reds = count() where status = "red" }
show reds[what if n = n * 2]
show n[what if n = n * 2] + reds[what if n = 4]
let t = show reds what if n = 5
show reds from (show reds what if n = 5)
source x from (list value, status from koers_indicators what if n = 5)
show n where 1 in (show reds what if n = 5)
--- exit
1
--- stderr
input.koers:6:11: error[E0690]: the rows of `koers_indicators` are made once, outside of the bracket, with `n` as it is
    6 | show reds[what if n = n * 2]
      |           ^~~~~~~~~~~~~~~~~
      = help: put it behind a question, `what if n = ...`, or keep these rows as they are: `let t = ...`
input.koers:7:34: error[E0690]: the rows of `koers_indicators` are made once, outside of the bracket, with `n` as it is
    7 | show n[what if n = n * 2] + reds[what if n = 4]
      |                                  ^~~~~~~~~~~~~
      = help: put it behind a question, `what if n = ...`, or keep these rows as they are: `let t = ...`
input.koers:8:9: error[E0690]: the rows of `koers_indicators` are not made anew for a question that is read by another
    8 | let t = show reds what if n = 5
      |         ^~~~~~~~~~~~~~~~~~~~~~~
      = help: put `what if` behind the outer one, or behind `run`
input.koers:9:17: error[E0690]: the rows of `koers_indicators` are not made anew for a question that is read by another
    9 | show reds from (show reds what if n = 5)
      |                 ^~~~~~~~~~~~~~~~~~~~~~~
      = help: put `what if` behind the outer one, or behind `run`
input.koers:10:16: error[E0690]: the rows of `koers_indicators` are not made anew for a question that is read by another
   10 | source x from (list value, status from koers_indicators what if n = 5)
      |                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: put `what if` behind the outer one, or behind `run`
input.koers:11:20: error[E0690]: the rows of `koers_indicators` are not made anew for a question that is read by another
   11 | show n where 1 in (show reds what if n = 5)
      |                    ^~~~~~~~~~~~~~~~~~~~~~~
      = help: put `what if` behind the outer one, or behind `run`

=== what is made of how indicators stand is as it would be wherever it stands
--- schema shop
--- args
run input.koers
--- input
-- 1, 2, 1, 0, 1 orders from January on: 4 months are red, of twice as many 1.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
set today = 2025-06-02
indicator often { measure n  rhythm monthly  target >= 2 }
source standing from koers_indicators { time at = starts_on  dimension which = indicator, status
  measure total = sum(value)  measure reds = count() where status = "red" }
source listed from (list indicator, period, value, status from koers_indicators) { key indicator, period
  measure red_lines = count() where status = "red"  measure all_lines = count() }
show status from koers_indicators what if n = n * 3 + 2
show reds by month for 2025-03 .. 2025-05 what if n = n * 2
forecast total by month next 1
forecast total by month next 1 what if n = n * 2
why total versus previous month by which for 2025-05 what if n = n * 2
show red_lines, all_lines what if n = n * 2
show all_lines where 4 in (show reds)
show all_lines where 4 in (show reds) what if n = n * 2
show all_lines having 4 = (show reds) what if n = n * 2
show count() as lines from (list status from koers_indicators where status = "red") what if n = n * 2
let as_it_is = show status from koers_indicators where status = "red"
show n where "red" in (show status from $as_it_is) for 2025-05 what if n = n * 2
report r { show red_lines, all_lines  show all_lines where 4 in (show reds)
  forecast total by month next 1  why total versus previous month by which for 2025-05 }
run r what if n = n * 2
show reds
--- exit
0
--- stdout
status
──────
green
what if n = n * 3 + 2; the rows of `koers_indicators` are as they would be

month    reds
───────  ────
2025-03     0
2025-04     1
2025-05     0
what if n = n * 2; the rows of `koers_indicators` are as they would be

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2025-04  actual        0    –    –    –      –     –  –
2025-05  expected      1    –    1    –      –     –  so far, blend
2025-05 is not over: expected is what came before 2025-05-02, and 0.0% of a whole one
known: 2025-01 .. 2025-04, 4 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, seasonal damped
too few periods are known to judge the method

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2025-04  actual        0    –    –    –      –     –  –
2025-05  expected      2    –    2    –      –     –  so far, blend
2025-05 is not over: expected is what came before 2025-05-02, and 0.0% of a whole one
known: 2025-01 .. 2025-04, 4 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, seasonal damped
too few periods are known to judge the method
what if n = n * 2; the rows of `koers_indicators` are as they would be

which  total what if  total what if previous month  changed  new  lost  contribution   share
─────  ─────────────  ────────────────────────────  ───────  ───  ────  ────────────  ──────
often              2                             0        0    2     0             2  100.0%
─────  ─────────────  ────────────────────────────  ───────  ───  ────  ────────────  ──────
total              2                             0        0    2     0             2  100.0%
what if n = n * 2; the rows of `koers_indicators` are as they would be

red_lines  all_lines
─────────  ─────────
        1          5
what if n = n * 2; the rows of `koers_indicators` are as they would be

all_lines
─────────
        5

all_lines
─────────
        0
what if n = n * 2; the rows of `koers_indicators` are as they would be

all_lines
─────────
(no lines)
what if n = n * 2; the rows of `koers_indicators` are as they would be

lines
─────
    1
what if n = n * 2; the rows of `koers_indicators` are as they would be

n  n what if  n difference
─  ─────────  ────────────
1          2             1
what if n = n * 2

r

red_lines  all_lines
─────────  ─────────
        1          5
what if n = n * 2; the rows of `koers_indicators` are as they would be

all_lines
─────────
        0
what if n = n * 2; the rows of `koers_indicators` are as they would be

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2025-04  actual        0    –    –    –      –     –  –
2025-05  expected      2    –    2    –      –     –  so far, blend
2025-05 is not over: expected is what came before 2025-05-02, and 0.0% of a whole one
known: 2025-01 .. 2025-04, 4 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, seasonal damped
too few periods are known to judge the method
what if n = n * 2; the rows of `koers_indicators` are as they would be

which  total what if  total what if previous month  changed  new  lost  contribution   share
─────  ─────────────  ────────────────────────────  ───────  ───  ────  ────────────  ──────
often              2                             0        0    2     0             2  100.0%
─────  ─────────────  ────────────────────────────  ───────  ───  ────  ────────────  ──────
total              2                             0        0    2     0             2  100.0%
what if n = n * 2; the rows of `koers_indicators` are as they would be

reds
────
   4

=== what is stands not beside what is made of how indicators would stand
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status  measure n = count() }
source days from sql "select 'often' as ind, '2025-05-01' as d" { key ind, d  time dd = d
  join koers_indicators on ind, d  dimension stands = koers_indicators.status  measure m = count() }
set today = 2025-06-02
indicator often { measure n  rhythm monthly  target >= 2 }
source standing from koers_indicators { time at = starts_on  measure total = sum(value)  measure reds = count() where status = "red" }
show n where 4 in (show reds) what if n = n * 2
show n + total as both what if n = n * 2
show m by stands what if m = 5
show m where stands = "red" what if m = 5
show n having 4 = (show reds) what if n = n * 2
show n by status sort by (show reds) what if n = n * 2
show n where 1 in (show count() as c from (cascade n to 9 for 2025)) what if n = n * 2
forecast total + n by month next 1 what if n = n * 2
show total from (forecast total by month next 1 what if n = n * 2)
report r { show total  show n where 4 in (show reds) }
run r what if n = n * 2
--- exit
1
--- stderr
input.koers:8:6: error[E0690]: `n` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
    8 | show n where 4 in (show reds) what if n = n * 2
      |      ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:9:6: error[E0690]: `both` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
    9 | show n + total as both what if n = n * 2
      |      ^~~~~~~~~~~~~~~~~
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:10:6: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   10 | show m by stands what if m = 5
      |      ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:11:6: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   11 | show m where stands = "red" what if m = 5
      |      ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:12:6: error[E0690]: `n` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   12 | show n having 4 = (show reds) what if n = n * 2
      |      ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:13:6: error[E0690]: `n` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   13 | show n by status sort by (show reds) what if n = n * 2
      |      ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:14:6: error[E0690]: `n` cannot be put at another value here: all rows of `cascade` are made anew, and what it is would be read from them, too
   14 | show n where 1 in (show count() as c from (cascade n to 9 for 2025)) what if n = n * 2
      |      ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:15:10: error[E0690]: `total + n` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   15 | forecast total + n by month next 1 what if n = n * 2
      |          ^~~~~~~~~
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:16:33: error[E0690]: the rows of `koers_indicators` are not made anew for a question that is read by another
   16 | show total from (forecast total by month next 1 what if n = n * 2)
      |                                 ^~~~~~~~
      = help: put `what if` behind the outer one, or behind `run`
input.koers:17:29: error[E0690]: `n` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   17 | report r { show total  show n where 4 in (show reds) }
      |                             ^
      = help: keep these as they are, `let t = ...`, and read `from $t`

=== lines of lists and forecasts are chosen by how indicators would stand
--- schema shop
--- args
run input.koers
--- input
-- 4 months are red, of twice as many orders 1.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
source people from sql "select 'ann' as name union all select 'bob'" { entity person key name }
source visits from sql "select 1 as id, 'ann' as who, '2025-02-03' as d union all select 2, 'ann', '2025-03-03' union all select 3, 'bob', '2025-04-03'" { key id  join people on who  time day = d  measure m = count() }
set today = 2025-06-02
indicator often { measure n  owner "ann"  rhythm monthly  target >= 2 }
source standing from koers_indicators { time at = starts_on  entity reading key indicator, starts_on
  measure total = sum(value)  measure reds = count() where status = "red" }
list name, m from people where 4 in (show reds)
list name, m from people where 4 in (show reds) what if n = n * 2
list name, m, (show reds) as r from people where 1 in (show reds) having 1 = (show reds) sort by m + (show reds)
  alarm when 1 = (show reds) "one is red" what if n = n * 2
list name, m, (show reds) as r from people what if n = n * 2, m = m * 3
list period, status from standing having status = "red" sort by value what if n = n * 2
list name from people where name in (show owner from (map steering) where status = "green") what if n = n + 1
forecast m by month next 1 having 4 = (show reds) what if n = n * 2
forecast m by month next 1 having 1 = (show reds) alarm when 1 = (show reds) "{month}" what if n = n * 2
source ahead from (forecast m by month next 1 having 1 = (show reds)) { measure coming = sum(value) }
show coming
show coming what if n = n * 2
report r { list name from people having 1 = (show reds)  forecast m by month next 1 having 4 = (show reds) }
run r what if n = n * 2
show reds
--- exit
0
--- stdout
name  m
────  ─
ann   2
bob   1

name  m
────  ─
(no lines)
what if n = n * 2; the rows of `koers_indicators` are as they would be

name  m  r
────  ─  ─
bob   1  1
ann   2  1
what if n = n * 2; the rows of `koers_indicators` are as they would be
alarm: one is red
alarm: one is red

name  m  m what if  m difference  r
────  ─  ─────────  ────────────  ─
ann   2          6             4  1
bob   1          3             2  1
what if n = n * 2, m = m * 3; the rows of `koers_indicators` are as they would be

period   status
───────  ──────
2025-04  red
what if n = n * 2; the rows of `koers_indicators` are as they would be

name
────
ann
what if n = n + 1; the rows of `map` are as they would be

month  kind  value  p10  p50  p90  error  bias  method
─────  ────  ─────  ───  ───  ───  ─────  ────  ──────
(no lines)
2025-04 is not over: expected is what came before 2025-04-04, and 0.0% of a whole one
known: 2025-03 .. 2025-03, 1 period
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
what if n = n * 2; the rows of `koers_indicators` are as they would be

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2025-03  actual        1    –    –    –      –     –  –
2025-04  expected      1    –    1    –      –     –  so far, naive
2025-04 is not over: expected is what came before 2025-04-04, and 0.0% of a whole one
known: 2025-03 .. 2025-03, 1 period
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
what if n = n * 2; the rows of `koers_indicators` are as they would be
alarm: 2025-03
alarm: 2025-04

coming
──────
     0

coming
──────
     2
what if n = n * 2; the rows of `koers_indicators` are as they would be

r

name
────
ann
bob
what if n = n * 2; the rows of `koers_indicators` are as they would be

month  kind  value  p10  p50  p90  error  bias  method
─────  ────  ─────  ───  ───  ───  ─────  ────  ──────
(no lines)
2025-04 is not over: expected is what came before 2025-04-04, and 0.0% of a whole one
known: 2025-03 .. 2025-03, 1 period
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
what if n = n * 2; the rows of `koers_indicators` are as they would be

reds
────
   4

=== a line that stands twice is not chosen by how indicators would stand
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
source people from sql "select 'ann' as name union all select 'bob'" { entity person key name }
source visits from sql "select 1 as id, 'ann' as who, '2025-02-03' as d union all select 2, 'ann', '2025-03-03' union all select 3, 'bob', '2025-04-03'" { key id  join people on who  time day = d  measure m = count() }
set today = 2025-06-02
indicator often { measure n  owner "ann"  rhythm monthly  target >= 2 }
source standing from koers_indicators { time at = starts_on  entity reading key indicator, starts_on
  measure total = sum(value)  measure reds = count() where status = "red" }
source marks from sql "select 'often' as ind, '2025-05-01' as d" { key ind, d  join standing on ind, d  measure k = count() }
list name, m from people where 4 in (show reds) what if m = m * 2
list name, m from people where name in (show owner from koers_indicators) what if m = m * 2
list name, m from people having 4 = (show reds) what if m = m * 2
list name, m from people having rank(m) < 9 and 4 = (show reds) what if m = m * 2
list name, m from people sort by (show reds) what if m = m * 2
list name, m from people sort by m + (show reds) what if m = m * 2
list name, m + (show reds) as both from people what if m = m * 2
list name, m from people alarm when 4 = (show reds) "red" what if m = m * 2
list period, k from standing what if k = k * 2
list name, m from people where 1 in (show count() as c from (check steering)) what if m = m * 2
forecast m by month next 1 having 4 = (show reds) what if m = m * 2
forecast m by month next 1 sort by (show reds) what if m = m * 2
forecast m by month next 1 alarm when 4 = (show reds) "red" what if m = m * 2
show value from (forecast m by month next 1 having 4 = (show reds) what if n = n * 2)
cascade n to 9 for 2025 where 4 in (show reds) what if n = n * 2
report r { list name, m from people having 4 = (show reds)  forecast m by month next 1 having 4 = (show reds) }
run r what if m = m * 2
list name, m from people having rank(m) < 9 and 3 in (show m) what if m = m * 2
forecast m by month next 1 having 3 in (show m) what if m = m * 2
--- exit
1
--- stderr
input.koers:10:12: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   10 | list name, m from people where 4 in (show reds) what if m = m * 2
      |            ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:11:12: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   11 | list name, m from people where name in (show owner from koers_indicators) what if m = m * 2
      |            ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:12:12: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   12 | list name, m from people having 4 = (show reds) what if m = m * 2
      |            ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:13:12: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   13 | list name, m from people having rank(m) < 9 and 4 = (show reds) what if m = m * 2
      |            ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:14:12: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   14 | list name, m from people sort by (show reds) what if m = m * 2
      |            ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:15:12: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   15 | list name, m from people sort by m + (show reds) what if m = m * 2
      |            ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:16:12: error[E0690]: `both` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   16 | list name, m + (show reds) as both from people what if m = m * 2
      |            ^~~~~~~~~~~~~~~~~~~~~~~
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:17:12: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   17 | list name, m from people alarm when 4 = (show reds) "red" what if m = m * 2
      |            ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:18:14: error[E0690]: `k` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   18 | list period, k from standing what if k = k * 2
      |              ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:19:12: error[E0690]: `m` cannot be put at another value here: all rows of `check` are made anew, and what it is would be read from them, too
   19 | list name, m from people where 1 in (show count() as c from (check steering)) what if m = m * 2
      |            ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:20:10: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   20 | forecast m by month next 1 having 4 = (show reds) what if m = m * 2
      |          ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:21:10: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   21 | forecast m by month next 1 sort by (show reds) what if m = m * 2
      |          ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:22:10: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   22 | forecast m by month next 1 alarm when 4 = (show reds) "red" what if m = m * 2
      |          ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:23:29: error[E0690]: the rows of `koers_indicators` are not made anew for a question that is read by another
   23 | show value from (forecast m by month next 1 having 4 = (show reds) what if n = n * 2)
      |                             ^~~~~~~~
      = help: put `what if` behind the outer one, or behind `run`
input.koers:24:56: error[E0690]: the rows of `koers_indicators` are made once, outside of the bracket, with `n` as it is
   24 | cascade n to 9 for 2025 where 4 in (show reds) what if n = n * 2
      |                                                        ^~~~~~~~~
      = help: put it behind a question, `what if n = ...`, or keep these rows as they are: `let t = ...`
input.koers:25:23: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   25 | report r { list name, m from people having 4 = (show reds)  forecast m by month next 1 having 4 = (show reds) }
      |                       ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:25:70: error[E0690]: `m` cannot be put at another value here: all rows of `koers_indicators` are made anew, and what it is would be read from them, too
   25 | report r { list name, m from people having 4 = (show reds)  forecast m by month next 1 having 4 = (show reds) }
      |                                                                      ^
      = help: keep these as they are, `let t = ...`, and read `from $t`
input.koers:28:57: error[E0690]: not all of `m` can be put at another value here
   28 | forecast m by month next 1 having 3 in (show m) what if m = m * 2
      |                                                         ^~~~~~~~~
input.koers:28:41: note: this is read once, outside of the question, with `m` as it is
   28 | forecast m by month next 1 having 3 in (show m) what if m = m * 2
      |                                         ^~~~~~

=== what Koers knows says what it has
--- schema shop
--- args
run input.koers
--- input
open "store.db"
explain koers_log
--- exit
0
--- stdout
source koers_log: Looks at indicators and reports
  columns
    id         number
    at         time
    who        text
    kind       text
    name       text
    indicator  text
    day        date
  time
    day
