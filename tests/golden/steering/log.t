=== looks, decisions and how the rhythm is kept
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-04-15
source orders from table orders { key order_id  time ordered = order_date
  measure cost = sum(freight)  measure number : count = count() }
indicator freight { measure cost  rhythm monthly  owner "Olga"  target >= 5 }
indicator often { measure number  rhythm weekly  target >= 1 }
report lines() { show number by month for 2025-03 }
report other() { show cost by month for 2025-03 }
adoption
set today = 2025-03-03
brief
set today = 2025-03-18
brief
set today = 2025-04-15
brief for "Olga"
run lines()
run other() to "other.md"
decide freight "Ask the carrier" owner "Olga" due 2025-04-10
decide often "Call" due 2025-04-20
decide often "Visit" owner "Paul" due 2025-04-30
decide freight "It is done"
decide often "Wait for \"May\""
decide often "Visit all" owner "Paul" due today - 1 day
adoption
check steering
--- stdout
indicator  rhythm   owner  due  held  kept  last look  decisions  open  overdue
─────────  ───────  ─────  ───  ────  ────  ─────────  ─────────  ────  ───────
freight    monthly  Olga     0     0     –  –                  0     0        0
often      weekly   –        0     0     –  –                  0     0        0
nothing is logged of looks and decisions

Brief, 2025-03-03

red  often  2025-W09
    value   0
    target  >= 1
    change  -1
    since   2025-W08
    trend   █▁▁█▁█▁
green  freight  2025-02
    value   12
    target  >= 5
    trend   ▁█

What to do

red  often

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief, 2025-03-18

red  often  2025-W11
    value   0
    target  >= 1
    change  0
    since   2025-W09
    trend   █▁▁█▁█▁▁▁
not due: freight (2025-04-01)

What to do

red  often

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief for Olga, 2025-04-15

red  freight  2025-03
    value   3.35
    target  >= 5
    change  -8.65
    since   2025-02
    trend   ▂█▁

What to do

red  freight
    owner   Olga

What waits is left out: the model has no `day_list`, which reports.day_start makes

lines

month    number
───────  ──────
2025-03       1

Decided on freight: Ask the carrier
owner Olga, due 2025-04-10

Decided on often: Call
due 2025-04-20

Decided on often: Visit
owner Paul, due 2025-04-30

Decided on freight: It is done

Decided on often: Wait for "May"

Decided on often: Visit all
owner Paul, due 2025-04-14

indicator  rhythm   owner  due  held    kept  last look   decisions  open  overdue
─────────  ───────  ─────  ───  ────  ──────  ──────────  ─────────  ────  ───────
freight    monthly  Olga     2     2  100.0%  2025-04-15          2     0        0
often      weekly   –        6     2   33.3%  2025-03-18          4     1        1
reports that nobody read in a year: other
overdue since 2025-04-14: often: Visit all, Paul

A2  error  indicator freight  input.koers:5
    finding  it has no level, action
    to do    write what is missing: nobody acts on it otherwise
A2  error  indicator often  input.koers:6
    finding  it has no level, owner, action
    to do    write what is missing: nobody acts on it otherwise
A7  warning  indicator freight  input.koers:5
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
A7  warning  indicator often  input.koers:6
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
A10  warning  steering
    finding  no report raises what deviates
    to do    write or use a report that serves `alarm`
A10  warning  steering
    finding  no report tells what income to expect
    to do    write or use a report that serves `cash`
C6  info  steering
    finding  not checked for `freight`: fewer than three periods of its target's length are over
C6  info  steering
    finding  not checked for `often`: what it starts from is 0 or less
C9  info  steering
    finding  not checked for `freight`, `often`: its target is for no period
D2  warning  indicator often  input.koers:6
    finding  it is looked at weekly, and its newest row is of 2025-03-31, 15 days ago
    to do    load newer data, or look less often
E3  warning  indicator often  input.koers:6
    finding  of 6 looks that were due in a year 2 were kept
    to do    keep the rhythm, or choose one that can be kept
E4  info  steering
    finding  not checked: nothing is logged of a year ago
2 errors, 6 warnings, 4 infos, 0 waived

=== decisions that cannot be
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number }
decide oftn "Call"
decide often "Call" due 2025
decide often "Call" owner "Olga" owner "Paul" due today due today
decide often " " owner ""
decide often "Call" owner ""
--- exit
1
--- stderr
input.koers:4:8: error[E0310]: there is no indicator `oftn`
    4 | decide oftn "Call"
      |        ^~~~
      = help: did you mean `often`?
input.koers:5:25: error[E0401]: `due` takes a day, as 2025-03-31
    5 | decide often "Call" due 2025
      |                         ^~~~
input.koers:6:34: error[E0204]: the clause `owner` is written twice
    6 | decide often "Call" owner "Olga" owner "Paul" due today due today
      |                                  ^~~~~
input.koers:6:57: error[E0204]: the clause `due` is written twice
    6 | decide often "Call" owner "Olga" owner "Paul" due today due today
      |                                                         ^~~
input.koers:7:14: error[E0711]: what is decided is not said
    7 | decide often " " owner ""
      |              ^~~
input.koers:8:27: error[E0711]: who acts on it is not said
    8 | decide often "Call" owner ""
      |                           ^~

=== reports that nobody read in a year
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2024-03-31
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number }
report long_ago() "Long ago" { show number }
report lately() "Lately" { show number }
run long_ago()
set today = 2025-03-31
run lately()
adoption
set today = 2026-03-31
adoption
--- stdout
Long ago

number
──────
     6

Lately

number
──────
     6

indicator  rhythm  owner  due  held  kept  last look  decisions  open  overdue
─────────  ──────  ─────  ───  ────  ────  ─────────  ─────────  ────  ───────
often      –       –       11     0  0.0%  –                  0     0        0
nobody looked at: often

indicator  rhythm  owner  due  held  kept  last look  decisions  open  overdue
─────────  ──────  ─────  ───  ────  ────  ─────────  ─────────  ────  ───────
often      –       –       11     0  0.0%  –                  0     0        0
nobody looked at: often
reports that nobody read in a year: long_ago

=== a decision without a store
--- args
run input.koers
--- input
source days from csv "days.csv" { key day  measure number = count() }
indicator often { measure number }
decide often "Call"
--- file days.csv
day
2025-01-01
--- exit
1
--- stderr
input.koers:3:8: error[E0817]: decisions are kept beside a store, and none is open
    3 | decide often "Call"
      |        ^~~~~

=== a log that is none
--- schema shop
--- args
run input.koers
--- file store.db.koers
This is a text.
--- input
open "store.db"
set today = 2025-04-01
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number  rhythm monthly  target >= 1 }
brief
brief
decide often "Call"
--- exit
1
--- stdout
Brief, 2025-04-01

green  often  2025-03
    value   1
    target  >= 1
    change  -1
    since   2025-02
    trend   ▁█▁

What waits is left out: the model has no `day_list`, which reports.day_start makes

Brief, 2025-04-01

green  often  2025-03
    value   1
    target  >= 1
    change  -1
    since   2025-02
    trend   ▁█▁

What waits is left out: the model has no `day_list`, which reports.day_start makes
--- stderr
input.koers:5:1: warning[E0817]: what is looked at is not logged: `store.db.koers` is no SQLite database
    5 | brief
      | ^
input.koers:7:8: error[E0803]: `store.db.koers` is no SQLite database
    7 | decide often "Call"
      |        ^~~~~
      = help: open an SQLite file; `koers run` runs a script, `koers import` makes a store of CSV files
      = note: SQLite says: file is not a database

=== what was logged as a source, also for who sees less
--- schema shop
--- args
run --as Olga input.koers
--- input
open "store.db"
use "more.koers"
set today = 2025-04-01
brief
decide often "Call" owner "Paul" due 2025-04-20
show number by rep
show looks by indicator
--- file more.koers
source reps from table reps { entity rep key rep_id label rep_name }
source orders from table orders { key order_id  join reps on rep_id  time ordered = order_date  measure number = count() }
source looks from table koers_log { entity look key id  time day = day  dimension who  dimension indicator  measure looks = count() }
audience sellers level operational members "Olga" sees reps.rep_name = $user
indicator often { measure number  rhythm monthly  target >= 1  audience sellers }
--- exit
1
--- stderr
more.koers:3:125: error[E0720]: `looks` is closed to `Olga`
    3 | source looks from table koers_log { entity look key id  time day = day  dimension who  dimension indicator  measure looks = count() }
      |                                                                                                                             ^~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
--- stdout
Brief for Olga, 2025-04-01

red  often  2025-03
    value   0
    target  >= 1
    change  -1
    since   2025-02
    trend   ██▁

What to do

red  often

What waits is left out: the model has no `day_list`, which reports.day_start makes

Decided on often: Call
owner Paul, due 2025-04-20

rep   number
────  ──────
Olga       3

=== a source over a log that is none
--- schema shop
--- args
run input.koers
--- file store.db.koers
This is a text.
--- input
open "store.db"
source looks from table koers_log { entity look key id  time day = day  measure looks = count() }
show looks
--- exit
1
--- stderr
input.koers:3:1: error[E0803]: `store.db.koers` is no SQLite database
    3 | show looks
      | ^~~~~~~~~~
      = help: open an SQLite file; `koers run` runs a script, `koers import` makes a store of CSV files
      = note: SQLite says: file is not a database

=== a source over no log
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source decided from table koers_decision { key id }
--- exit
1
--- stderr
input.koers:2:21: error[E0806]: the store has no table `koers_decision`
    2 | source decided from table koers_decision { key id }
      |                     ^~~~~~~~~~~~~~~~~~~~

=== a log of yesterday as a source
--- schema shop
--- args
run input.koers
--- input
open "store.db"
use "more.koers"
list id, who, kind, name, indicator, day from looks
list id, who, indicator, decision, owner, day, due from decisions
show looks
--- file more.koers
source looks from table koers_log { entity look key id  time day = day  dimension who  dimension indicator  measure looks = count() }
source decisions from table koers_decisions { entity decided_row key id  time day = day  measure decided = count() }
--- stderr
--- exit
0
--- stdout
id  who  kind  name  indicator  day
──  ───  ────  ────  ─────────  ───
(no lines)

id  who  indicator  decision  owner  day  due
──  ───  ─────────  ────────  ─────  ───  ───
(no lines)

looks
─────
    0

=== adoption is not for who sees some rows
--- schema shop
--- args
run --as Olga input.koers
--- input
open "store.db"
source reps from table reps { entity rep key rep_id label rep_name  dimension rep_name  measure number = count() }
audience sellers level operational members "Olga" sees rep_name = $user
indicator often { measure number  rhythm monthly  target >= 1  audience sellers }
adoption
--- exit
1
--- stderr
input.koers:5:1: error[E0722]: `adoption` looks at what everybody does, and `Olga` sees some rows
    5 | adoption
      | ^~~~~~~~
