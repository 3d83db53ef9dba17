=== what statements print, read on as rows
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-05-15
source reps from table reps { entity seller key rep_id label rep_name }
source orders from table orders { key order_id  join reps on rep_id  time ordered = order_date
  measure cost : money(EUR) = sum(freight)  measure number = count() }
measure each : money(EUR) = cost / number
measure whole : money(EUR) = number * each
indicator freight { measure cost  level operational  rhythm monthly  target >= 5 }
source found from (check steering) {
  key       `check`, about, finding
  dimension weight = severity
  measure   findings = count()
}
show findings by weight with total
list `check`, about, `to do` from (check steering) where severity = "error" and `check` = "A2"
show count() as lines from (map steering) by status
list claim, `rows` from (check model)
show max(due) as most from (adoption) where indicator = "freight"
list driver, role, needed from (cascade whole to 60 for 2026-Q1) sort by needed descending
show sum(needed) as needed from (cascade number to 12 by seller for 2026-Q1) by seller
list measure, `now`, needed from (solve whole = 60 by each for 2025-Q1)
source stack from (check steering), (list rep_name as about from reps) { measure stacked = count() }
show stacked by origin
source ask from (solve whole = 60 by each for 2025-Q1) { dimension what = measure  measure want = sum(needed) }
show want by what
--- stdout
weight   findings
───────  ────────
error           1
info            5
warning         4
───────  ────────
total          10

check  about              to do
─────  ─────────────────  ──────────────────────────────────────────────────
A2     indicator freight  write what is missing: nobody acts on it otherwise

status  lines
──────  ─────
red         1

claim  rows
─────  ────
(no lines)

most
────
   0

driver  role    needed
──────  ──────  ──────
whole   goal     60.00
number  driver   11.85
each    kept      5.06

seller  needed
──────  ──────
Olga         6
Paul         6

measure    now  needed
───────  ─────  ──────
whole    20.25      60
each      5.06      15

origin  stacked
──────  ───────
1            10
reps          2

what   want
─────  ────
each     15
whole    60
--- stderr

=== what cannot be read on says why
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number }
source a from (brief)
source b from (explain number)
source c from (decide often "Call")
show count() as n from (brief for "Olga")
show x from (cascade nombre to 6 for 2026)
show y from (solve number = 3 by nomber)
show z from (check steering)
source e from (check steering) { dimension text2 = severity  dimension nothing = severety }
--- exit
1
--- stderr
input.koers:4:16: error[E0682]: `brief` is a page of several tables: it has no rows
    4 | source a from (brief)
      |                ^
      = help: how indicators stand is in `koers_indicators`
input.koers:5:16: error[E0682]: `explain` prints a text: it has no rows
    5 | source b from (explain number)
      |                ^
      = help: ask a question: `(show ...)`
input.koers:6:16: error[E0682]: `decide` writes down what was decided: it has no rows
    6 | source c from (decide often "Call")
      |                ^
      = help: what was decided so far is in `koers_decisions`
input.koers:8:22: error[E0301]: there is no measure or indicator `nombre`
    8 | show x from (cascade nombre to 6 for 2026)
      |                      ^~~~~~
      = help: did you mean `number`?
input.koers:9:34: error[E0301]: there is no measure `nomber`
    9 | show y from (solve number = 3 by nomber)
      |                                  ^~~~~~
      = help: did you mean `number`?
input.koers:10:6: error[E0301]: there is no measure `z`
   10 | show z from (check steering)
      |      ^
input.koers:11:82: error[E0307]: `e` has no column or dimension `severety`
   11 | source e from (check steering) { dimension text2 = severity  dimension nothing = severety }
      |                                                                                  ^~~~~~~~
      = help: did you mean `severity`?

=== findings that stand on themselves
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-05-15
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
source found from (check steering) { key `check`, about, finding  time seen = date("2025-04-01")  measure findings = count() }
indicator often { measure number  rhythm monthly }
indicator bad { measure findings  rhythm monthly }
show findings
list `check`, severity, about, finding from found where `check` in ("D3", "D4", "D1")
--- stdout
findings
────────
      11

check  severity  about          finding
─────  ────────  ─────────────  ────────────────────────────────────────────────────────
D1     error     indicator bad  `found` cannot be read: `check` is made of what reads it
D3     info      steering       not checked for `bad`: `check` is made of what reads it
--- stderr

=== another day
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-05-15
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
source ahead from (cascade number to 12 for 2025)
list driver, `so far` from ahead
set today = 2025-02-15
list driver, `so far` from ahead
--- stdout
driver,so far
number,5

driver,so far
number,2

=== asked as a person
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
--version >/dev/null; for q in "show max(needed) as need, max(history) as history from (cascade revenue to 200 for 2026-02)" "show count() as n from (adoption)" "show count() as n from (check model)"; do "$KOERS" store.db --today 2025-04-15 --as Kim --format csv -c "$q"; done </dev/null 2>&1
--- stdout
need,history
200,100
<-c>:1:1: error[E0722]: `adoption` looks at what everybody does, and `Kim` sees some rows
    1 | show count() as n from (adoption)
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
<-c>:1:1: error[E0722]: `check model` looks at all rows, and `Kim` sees some
    1 | show count() as n from (check model)
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
--- stderr
--- exit
1
