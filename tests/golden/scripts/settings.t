=== settings hold for what follows
--- schema shop
--- input
open "store.db"
source orders from table orders { time ordered = order_date  dimension status  measure freight "All" : money(EUR) = sum(freight) }
set today = 2025-03-15
show freight for this month
set today = 2025-02-15
set locale = "de-DE"
show freight for this month
set rows = 2
show freight by ordered
set rows = 0
set width = 20
text "a text that is longer than twenty columns"
set width = 0
--- stderr
--- exit
0
--- stdout
freight
────────
  €3.35◔

freight
────────
12,00 €◔

ordered     freight
──────────  ───────
15.01.2025   4,90 €
03.02.2025  12,00 €
… 4 more lines

a text that is
longer than twenty
columns

=== a setting that does not exist
--- input
set colour = "red"
--- stderr
input.koers:1:5: error[E0702]: there is no setting `colour`
    1 | set colour = "red"
      |     ^~~~~~
      = help: settings are today, locale, width, rows, timing, chart, pager, currency, calendar, user
--- exit
1

=== settings of a wrong kind
--- input
set today = "yesterday"
set locale = "klingon"
set locale = de_DF
set width = 3
set rows = -1
set rows = "many"
set timing = 12
set calendar = fiscal
set currency = EUR
set wdith = 80
--- stderr
input.koers:1:13: error[E0702]: `today` is set to a date, as in `set today = 2025-12-31`
    1 | set today = "yesterday"
      |             ^~~~~~~~~~~
input.koers:2:14: error[E0702]: there is no locale `klingon`
    2 | set locale = "klingon"
      |              ^~~~~~~~~
      = help: a locale is a language, and a country: nl, de-AT
input.koers:4:13: error[E0702]: `width` is set to a number of columns, as in `set width = 100`; 0 is the terminal's
    4 | set width = 3
      |             ^
input.koers:5:12: error[E0702]: `rows` is set to a number of lines, as in `set rows = 40`; 0 is all
    5 | set rows = -1
      |            ^~
input.koers:6:12: error[E0702]: `rows` is set to a number of lines, as in `set rows = 40`; 0 is all
    6 | set rows = "many"
      |            ^~~~~~
input.koers:7:14: error[E0702]: `timing` is set to on or off
    7 | set timing = 12
      |              ^~
input.koers:8:16: error[E0301]: there is no calendar `fiscal`
    8 | set calendar = fiscal
      |                ^~~~~~
      = help: declare it: `calendar fiscal { year starts april }`
input.koers:10:5: error[E0702]: there is no setting `wdith`
   10 | set wdith = 80
      |     ^~~~~
      = help: did you mean `width`?
--- exit
1

=== the day of the command line wins
--- schema shop
--- args
run input.koers --today 2025-03-15
--- input
open "store.db"
source orders from table orders { time ordered = order_date  measure n = count() }
set today = 2020-01-01
show n for this month
--- stdout
n
──
1◔

=== timing says how long a question took
--- schema shop
--- args
run input.koers 2>&1 | sed 's/^[0-9.]* m\{0,1\}s$/TIME/'
--- input
open "store.db"
source orders from table orders { measure n = count() }
set timing = on
show n
set timing = off
show n
--- stdout
n
─
6
TIME

n
─
6

=== another today: what the model says of it is read anew, through other definitions too
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-05-10
source orders from table orders where order_date < today {
  key order_id  time ordered = order_date  time settled = coalesce(ship_date, today)
  dimension old = order_date < today - 80 days  dimension older = old and order_id > 1  dimension recent = order_date in this month
  measure n = count() }
show n, n[where old] as o, n[where older] as oo, n[where recent] as r, n[on settled] as s by month for 2025-05
show n, n[where old] as o, n[where older] as oo, n[where recent] as r for all time
set today = 2025-03-31
show n, n[where old] as o, n[where older] as oo, n[where recent] as r for all time
set today = 2025-05-10
show n, n[where old] as o, n[where older] as oo, n[where recent] as r for all time
--- stdout
month,n,o,oo,r,s
2025-05,1,0,0,1,2

n,o,oo,r
5,2,1,1

n,o,oo,r
3,0,0,0

n,o,oo,r
5,2,1,1

=== what cannot be read anew says so, at the question
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-05-10
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
source months from (show n by month for year to date) { measure answered = count() }
show answered
set today = 2025-03-31
show answered
--- stdout
--- stderr
input.koers:7:1: error[E0702]: the model was read on another day, and joins, answers, `covers` or rights in it hang on `today`
    7 | show answered
      | ^
      = help: put `set today` above the model, or begin with `--today`
--- exit
1

=== an answer is kept on the day of its `let`, whatever day comes after
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
set today = 2025-03-31
let early = show n as m by month for last 2 months
set today = 2025-07-15
show sum(m) as s from $early
show n for last 2 months
--- stdout
s
3

n
2

=== what a source covers is not read anew
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-05-10
source orders from table orders { key order_id  time ordered = order_date  measure n = count()  covers 2025-01-01 .. today }
show n
set today = 2025-03-31
show n
--- stdout
--- stderr
input.koers:6:1: error[E0702]: the model was read on another day, and joins, answers, `covers` or rights in it hang on `today`
    6 | show n
      | ^
      = help: put `set today` above the model, or begin with `--today`
--- exit
1

=== a model of another day is said once
--- schema shop
--- args
store.db -c 'set today = 2025-06-01 show n show n'
--- file model.koers
open "store.db"
set today = 2025-05-10
source orders from table orders { key order_id  time ordered = order_date  measure n = count()  covers 2025-01-01 .. today }
--- exit
1
--- stderr
<-c>:1:24: error[E0702]: the model was read on another day, and joins, answers, `covers` or rights in it hang on `today`
    1 | set today = 2025-06-01 show n show n
      |                        ^
      = help: put `set today` above the model, or begin with `--today`

=== what a report sets holds in no report behind it
--- schema none
--- args
check input.koers
--- input
open "store.db"
set today = 2024-08-01
source o from sql "select 1 id, '2024-08-01' d, 5 v" { key id time d = d measure rev = sum(v) }
source tm from (show rev by month for this month)
-- This one can never be run.
report later() {
  set today = 2024-09-30
  show rev for 2024
}
report now() { show tm.rev from tm }
run now()
--- stderr
input.koers:8:3: error[E0702]: the model was read on another day, and joins, answers, `covers` or rights in it hang on `today`
    8 |   show rev for 2024
      |   ^
      = help: put `set today` above the model, or begin with `--today`
--- exit
1
