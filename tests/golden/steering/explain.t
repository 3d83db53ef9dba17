=== what is declared of steering, in words
--- schema shop
--- args
run input.koers
--- file model.koers
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure cost : money(EUR) = sum(freight)  measure number : count = count()
  measure shipped_share : percent = count(ship_date) / number }
audience board "The board" level strategic members "Olga"
audience packers level operational sees ordered > 2025-01-01
-- What it costs to send.
indicator freight "Freight" { measure cost  level strategic  rhythm monthly  owner "Olga"
  audience board  formula often * each  target <= 50 for 2025  action "Ask." }
indicator often { measure number  level tactical  rhythm weekly  audience packers
  target >= 1  waive A2 because "It is new."  drives each after 2 months inversely }
indicator each { measure cost / number  rhythm monthly  target <= 10 }
indicator quick { measure shipped_share  direction up  drives often }
strategy cheap "Send for less" { choice margin  because "It is too much."  steers freight }
objective less { serves cheap  horizon 2025  level strategic  steers freight }
objective packed { perspective process  level tactical  drives less }
ritual monday { rhythm weekly  audience packers  attendees "Olga", "Paul"  steers often, each
  report shown }
report shown(p : period = 2025) "Shown" audience packers  serves alarm { show cost, number by month for $p }
--- input
use "model.koers"
explain freight
explain often
explain each
explain quick
explain cheap
explain less
explain packed
explain packers
explain board
explain monday
explain shown
explain cost
explain number
--- stdout
indicator freight: Freight
  money(EUR), strategic, owned by Olga, monthly, steered down
  indicator freight "Freight" { measure cost  level strategic  rhythm monthly  owner "Olga"
    audience board  formula often * each  target <= 50 for 2025  action "Ask." }
  added up over everything
  rows of orders
  its target is for 2025: all since that began is held against the days' part of it so far
  driven by often (formula), each (formula)
  steered on by strategy cheap, objective less
  for board
  measured in reports shown
  What it costs to send.
  in model.koers:8

indicator often
  count, tactical, weekly, steered up
  indicator often { measure number  level tactical  rhythm weekly  audience packers
    target >= 1  waive A2 because "It is new."  drives each after 2 months inversely }
  added up over everything
  rows of orders
  drives freight (formula), each after 2 months inversely
  driven by quick
  looked at in monday
  for packers
  measured in reports shown
  waived: A2, It is new.
  in model.koers:10

indicator each
  money(EUR), monthly, steered down
  indicator each { measure cost / number  rhythm monthly  target <= 10 }
  computed anew from its parts on each level, never added up
  rows of orders
  drives freight (formula)
  driven by often after 2 months inversely
  looked at in monday
  measured in reports shown
  in model.koers:12

indicator quick
  percent, steered up
  indicator quick { measure shipped_share  direction up  drives often }
  computed anew from its parts on each level, never added up
  rows of orders
  drives often
  in model.koers:13

strategy cheap: Send for less
  margin
  strategy cheap "Send for less" { choice margin  because "It is too much."  steers freight }
  steers on freight
  which are driven by often, each, quick
  objectives less
  in model.koers:14

objective less
  strategic
  objective less { serves cheap  horizon 2025  level strategic  steers freight }
  steers on freight
  which are driven by often, each, quick
  serves cheap
  driven by packed
  in model.koers:15

objective packed
  process, tactical
  objective packed { perspective process  level tactical  drives less }
  drives less
  in model.koers:16

audience packers
  operational, sees a part of the rows
  audience packers level operational sees ordered > 2025-01-01
  looks at often
  comes to monday
  reads shown
  in model.koers:6

audience board: The board
  strategic, sees all rows
  audience board "The board" level strategic members "Olga"
  looks at freight
  in model.koers:5

ritual monday
  weekly
  ritual monday { rhythm weekly  audience packers  attendees "Olga", "Paul"  steers often, each
    report shown }
  comes: Olga, Paul
  comes: audience packers
  looks at often, each
  reports shown
  in model.koers:17

report shown: Shown
  report shown(p : period = 2025) "Shown" audience packers  serves alarm { show cost, number by month for $p }
  looked at in monday
  in model.koers:19

measure cost
  money(EUR), of source orders
  measure cost : money(EUR) = sum(freight)
  added up over everything
  on ordered
  used by reports shown
  used by indicators freight, each
  in model.koers:3

measure number
  count, of source orders
  measure number : count = count()
  added up over everything
  on ordered
  used by measures shipped_share
  used by reports shown
  used by indicators often, each
  in model.koers:3

=== a name that nothing has, and what is near
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number }
ritual monday { rhythm weekly  steers often }
explain oftn
explain mondy
--- exit
1
--- stderr
input.koers:5:9: error[E0301]: the model has no `oftn`; did you mean `often`?
    5 | explain oftn
      |         ^~~~
input.koers:6:9: error[E0301]: the model has no `mondy`; did you mean `monday`?
    6 | explain mondy
      |         ^~~~~

=== an explanation in a page, in Markdown and as JSON
--- schema shop
--- args
--version >/dev/null; "$KOERS" run script.koers; sed -n "/indicator often/,/in script/p" out.html; cat out.md out.json; "$KOERS" describe script.koers often
--- file script.koers
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure number = count() }
indicator often { measure number  target > 3 }
set today = 2026-01-02
report r() { explain often }
run r() to "out.html", "out.md", "out.json"
--- stdout
<p class="text">indicator often
  count, steered up
  indicator often { measure number  target &gt; 3 }
  added up over everything
  rows of orders
  in script.koers:3
# r

indicator often<br>  count, steered up<br>  indicator often { measure number  target > 3 }<br>  added up over everything<br>  rows of orders<br>  in script.koers:3<br>

as of 2026-01-02 · store store.db · definitions d575ae5bdce9
[{"title":"r"}
,{"text":"indicator often\n  count, steered up\n  indicator often { measure number  target > 3 }\n  added up over everything\n  rows of orders\n  in script.koers:3\n"}
,{"about":{"as of":"2026-01-02","store":"store.db","definitions":"d575ae5bdce9"}}
]
indicator often
  count, steered up
  indicator often { measure number  target > 3 }
  added up over everything
  rows of orders
  in script.koers:3
