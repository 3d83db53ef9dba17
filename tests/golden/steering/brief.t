=== what is due on the first working day of a quarter
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source reps from table reps { entity rep key rep_id label rep_name  dimension team }
source orders from table orders { key order_id  time ordered = order_date
  measure cost = sum(freight)  measure number : count = count() }
staff from reps (rep_name, team)
audience red "Team red" members "Red"
audience blue members "Blue"
indicator freight "Cost of freight" { measure cost  rhythm monthly  owner "Olga"  audience red
  target <= 3  alarm > 10  action "Ask the carrier." }
indicator orders { measure number  rhythm monthly  owner "Paul"  audience blue  target >= 1 }
indicator quick { measure number  rhythm weekly  audience blue, red  target >= 1 }
indicator open { measure number  rhythm quarterly  owner "Paul" }
ritual month "Together" { rhythm monthly  attendees "Red"  steers open }
brief on 2025-04-01
brief for red on 2025-04-01
brief for blue on 2025-04-01
brief for "Olga" on 2025-04-01
brief for "Paul" on 2025-04-01
brief for "blue" on 2025-04-05
--- stdout
Brief, 2025-04-01

amber  Cost of freight  2025-03
    value   3.35
    target  <= 3
    change  -8.65
    since   2025-02
    trend   ▂█▁
grey  open  2025-Q1, known from 2025-01-15
    value   4
    trend   █
green  orders  2025-03
    value   1
    target  >= 1
    change  -1
    since   2025-02
    trend   ▁█▁
not due: quick (2025-04-07)

What to do

amber  Cost of freight
    owner   Olga
    action  Ask the carrier.
grey  open
    owner   Paul
    reason  no target holds in 2025-Q1

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief for red, 2025-04-01

amber  Cost of freight  2025-03
    value   3.35
    target  <= 3
    change  -8.65
    since   2025-02
    trend   ▂█▁
not due: quick (2025-04-07)

What to do

amber  Cost of freight
    owner   Olga
    action  Ask the carrier.

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief for blue, 2025-04-01

green  orders  2025-03
    value   1
    target  >= 1
    change  -1
    since   2025-02
    trend   ▁█▁
not due: quick (2025-04-07)

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief for Olga, 2025-04-01

amber  Cost of freight  2025-03
    value   3.35
    target  <= 3
    change  -8.65
    since   2025-02
    trend   ▂█▁
grey  open  2025-Q1, known from 2025-01-15
    value   4
    trend   █
not due: quick (2025-04-07)

What to do

amber  Cost of freight
    owner   Olga
    action  Ask the carrier.
grey  open
    owner   Paul
    reason  no target holds in 2025-Q1

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief for Paul, 2025-04-01

grey  open  2025-Q1, known from 2025-01-15
    value   4
    trend   █
green  orders  2025-03
    value   1
    target  >= 1
    change  -1
    since   2025-02
    trend   ▁█▁
not due: quick (2025-04-07)

What to do

grey  open
    owner   Paul
    reason  no target holds in 2025-Q1

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief for blue, 2025-04-05

nothing is due
not due: quick (2025-04-07), orders (2025-05-01)

What waits is left out: the model has no `day_list`, which reports.day_start makes

=== red, grey for want of a value, and what waits
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source reps from table reps { entity rep key rep_id label rep_name }
source orders from table orders { entity order key order_id  time ordered = order_date
  join reps on rep_id
  dimension owner = reps.rep_name
  measure cost = sum(freight)  measure number : count = count() }
source day_list "What waits" from
  (show cost as at_stake, "open" as why, number as age
   by "order" as kind, order as what, "Adler" as customer, owner having number > 0) { }
indicator freight { measure cost  rhythm monthly  owner "Olga"  target >= 5  warn < 4
  action "Send more."  }
indicator large { measure cost  rhythm monthly  owner "Paul"  target >= 5  alarm < 4
  action "Sell more." }
indicator each { measure cost / number  rhythm monthly  owner "Paul"  target >= 5  tolerance 10% }
let who = "Olga"
brief on 2025-03-03
brief for "Paul" on 2025-05-01
brief for $who on 2025-05-01
--- stdout
Brief, 2025-03-03

green  freight  2025-02
    value   12
    target  >= 5
    trend   ▁█
green  large  2025-02
    value   12
    target  >= 5
    trend   ▁█
green  each  2025-02
    value   6
    target  >= 5
    trend   ▁█

What waits

kind   what  why   at_stake  customer  owner  age
─────  ────  ────  ────────  ────────  ─────  ───
order     2  open     12.00  Adler     Olga     1
order     5  open      7.75  Adler     Paul     1
order     1  open      4.90  Adler     Olga     1
order     4  open      3.35  Adler     Paul     1
order     6  open      1.00  Adler     Olga     1
order     3  open      0.00  Adler     Paul     1

Brief for Paul, 2025-05-01

red  large  2025-04
    value   0
    target  >= 5
    change  -3.35
    since   2025-03
    trend   ▄█▃▁
grey  each  2025-04
    target  >= 5
    trend   ▅█▁

What to do

red  large
    owner   Paul
    action  Sell more.
grey  each
    owner   Paul
    reason  it has no value in 2025-04

What waits

kind   what  why   at_stake  customer  owner  age
─────  ────  ────  ────────  ────────  ─────  ───
order     5  open      7.75  Adler     Paul     1
order     4  open      3.35  Adler     Paul     1
order     3  open      0.00  Adler     Paul     1

Brief for Olga, 2025-05-01

amber  freight  2025-04
    value   0
    target  >= 5
    change  -3.35
    since   2025-03
    trend   ▄█▃▁

What to do

amber  freight
    owner   Olga
    action  Send more.

What waits

kind   what  why   at_stake  customer  owner  age
─────  ────  ────  ────────  ────────  ─────  ───
order     2  open      12.0  Adler     Olga     1
order     1  open       4.9  Adler     Olga     1
order     6  open       1.0  Adler     Olga     1

=== a day that is a holiday, and the end of a week
--- schema shop
--- args
run input.koers
--- input
open "store.db"
calendar ours { year starts january  holidays 2025-03-31 }
set calendar = ours
source orders from table orders { key order_id  time ordered = order_date
  measure number : count = count() }
indicator weekly { measure number  rhythm weekly  target >= 1 }
indicator daily { measure number  rhythm daily  target >= 1 }
brief on 2025-03-31
brief on 2025-04-01
brief on 2025-04-05
--- stdout
Brief, 2025-03-31

red  daily  2025-03-30
    value   0
    target  >= 1
    change  0
    since   2025-03-29
    trend   ▁▁▁▁▁▁▁▁▁▁▁▁
not due: weekly (2025-04-01)

What to do

red  daily

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief, 2025-04-01

red  weekly  2025-W13
    value   0
    target  >= 1
    change  0
    since   2025-W12
    trend   █▁▁█▁█▁▁▁▁▁
green  daily  2025-03-31
    value   1
    target  >= 1
    change  1
    since   2025-03-30
    trend   ▁▁▁▁▁▁▁▁▁▁▁█

What to do

red  weekly

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief, 2025-04-05

red  daily  2025-04-04
    value   0
    target  >= 1
    change  0
    since   2025-04-03
    trend   ▁▁▁▁▁▁▁█▁▁▁▁
not due: weekly (2025-04-07)

What to do

red  daily

What waits is left out: the model has no `day_list`, which reports.day_start makes

=== lines of a brief in JSON
--- schema shop
--- args
run --format json input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure cost : money(EUR) = sum(freight)  measure number : count = count() }
indicator freight { measure cost  rhythm monthly  target >= 5 EUR }
indicator often { measure number  rhythm monthly  target >= 1 }
brief on 2025-04-01
--- stdout
{"columns":[{"title":"status","role":"key","type":"text"},{"title":"indicator","role":"key","type":"text"},{"title":"period","role":"key","type":"text"},{"title":"value","role":"measure","type":"number"},{"title":"target","role":"measure","type":"text"},{"title":"so far","role":"measure","type":"text"},{"title":"change","role":"measure","type":"number"},{"title":"since","role":"measure","type":"text"},{"title":"trend","role":"measure","type":"text"}],
"rows":[
{"values":{"status":"red","indicator":"freight","period":"2025-03","value":3.35,"target":">= €5.00","so far":null,"change":-8.65,"since":"2025-02","trend":"▂█▁"}},
{"values":{"status":"green","indicator":"often","period":"2025-03","value":1,"target":">= 1","so far":null,"change":-1,"since":"2025-02","trend":"▁█▁"}}]}
{"columns":[{"title":"status","role":"key","type":"text"},{"title":"indicator","role":"key","type":"text"},{"title":"owner","role":"measure","type":"text"},{"title":"reason","role":"measure","type":"text"},{"title":"action","role":"measure","type":"text"}],
"rows":[
{"values":{"status":"red","indicator":"freight","owner":null,"reason":null,"action":null}}]}

=== a brief in a report that becomes a file
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure number : count = count() }
indicator often { measure number  rhythm monthly  target >= 3 }
report morning(on_day = 2025-04-01) { brief on $on_day }
run morning() to "morning.md"
run morning(on_day: 2025-04-02)
--- stdout
morning

Brief, 2025-04-02

nothing is due
not due: often (2025-05-01)

What waits is left out: the model has no `day_list`, which reports.day_start makes

=== nothing of steering is declared
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
brief on 2025-04-01
--- stdout
Brief, 2025-04-01

no indicator is declared

What waits is left out: the model has no `day_list`, which reports.day_start makes

=== briefs for nobody, and on no day
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
audience board
let n = 3
brief for bord
brief for $n
brief on 2025
brief on number
--- exit
1
--- stderr
input.koers:5:11: error[E0310]: there is no audience `bord`
    5 | brief for bord
      |           ^~~~
      = help: did you mean `board`?
input.koers:6:11: error[E0401]: a brief is for a text: an audience, a person or a role
    6 | brief for $n
      |           ^~
input.koers:7:10: error[E0401]: a brief is on a day, as 2025-03-31
    7 | brief on 2025
      |          ^~~~
input.koers:8:10: error[E0406]: a value is wanted here that does not depend on data
    8 | brief on number
      |          ^~~~~~

=== a person whom nobody knows
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number  rhythm monthly  owner "Olga" }
brief for "Zoe" on 2025-04-01
--- exit
1
--- stderr
input.koers:4:1: error[E0721]: nobody is called or works as `Zoe`, and nothing is for them
    4 | brief for "Zoe" on 2025-04-01
      | ^
      = help: a person or role of `staff`, an owner, or an audience

=== a brief in a run with what if is as things would be, and no look
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-04-01
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number  rhythm monthly  target >= 2 }
report morning() { brief  map steering  show count() as n, max(value) as value from koers_indicators }
run morning() what if number = number * 2
run morning()
list kind, name from koers_log
--- stdout
morning

Brief, 2025-04-01

green  often  2025-03
    value   2
    target  >= 2
    change  -2
    since   2025-02
    trend   ▁█▁
what if number = number * 2

What waits is left out: the model has no `day_list`, which reports.day_start makes

level          name   owner  period   value  target  so far  status  findings
─────────────  ─────  ─────  ───────  ─────  ──────  ──────  ──────  ────────
without level  often  –      2025-03  2      >= 2    –       green          2
what if number = number * 2

n  value
─  ─────
3      4
what if number = number * 2; the rows of `koers_indicators` are as they would be

morning

Brief, 2025-04-01

red  often  2025-03
    value   1
    target  >= 2
    change  -1
    since   2025-02
    trend   ▁█▁

What to do

red  often

What waits is left out: the model has no `day_list`, which reports.day_start makes

level          name   owner  period   value  target  so far  status  findings
─────────────  ─────  ─────  ───────  ─────  ──────  ──────  ──────  ────────
without level  often  –      2025-03  1      >= 2    –       red            2

n  value
─  ─────
3      2

kind    name
──────  ───────
brief   (none)
report  morning
--- stderr

=== an objective by its own target
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-04-01
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
objective more { level strategic  owner "Olga"  target often >= 4 by 2025-03 }
objective fewer { level strategic  target often <= 3  steers often }
objective other { target number > 3 }
indicator often { measure number  rhythm monthly  target >= 1 }
map steering
--- stdout
level          name   owner  period   value  target  so far  status  findings
─────────────  ─────  ─────  ───────  ─────  ──────  ──────  ──────  ────────
objectives     more   Olga   2025-03  1      >= 4    –       red            1
               fewer  –      2025-03  1      <= 3    –       green          1
               other  –      –        –      –       –       grey           1
without level  often  –      2025-03  1      >= 1    –       green          2

=== a page says the day of its brief
--- schema shop
--- args
run input.koers --today 2025-06-10; grep -o 'as of.*' day.md both.md
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure number : count = count() }
indicator often { measure number  rhythm monthly  target >= 3 }
report day() { brief on 2025-04-01 }
report both() { brief on 2025-04-01  show number for 2025-03 }
run day() to "day.md"
run both() to "both.md"
--- stdout
day.md:as of 2025-04-01 · store store.db · definitions c08eb5f151b2
both.md:as of 2025-04-01 to 2025-06-10 · data until 2025-06-10 · store store.db · definitions c08eb5f151b2
