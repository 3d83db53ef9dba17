=== 6 million of orders at 30% want 20 million, 500 deals, 2,500 leads, 11.4 a week
--- schema shop
--- args
run input.koers
--- input
-- 6,000,000 / 30% = 20,000,000; / 40,000 = 500; / 20% = 2,500; / (5 * 44) = 11.4;
-- 3.6 + 2.6 = 6.2 million, 3.33% too much.
open "store.db"
set today = 2026-01-10
source orders from table orders { key order_id  time ordered = order_date  dimension unit = status
  measure ordered_value : money(EUR) = sum(freight)  measure created_value : money(EUR) = sum(freight)
  measure n : count = count()  measure rate : percent = count()[where status = "done"] / count()
  measure size : money(EUR) = ordered_value / n }
indicator orders_won { measure ordered_value  formula created * win_rate  target >= 6M for 2026  waive A2, A4, A7, C6
 because "only sums here"
  cascade over unit as sum ("BU N" = 3.6M, "BU S" = 2.6M) for 2026
  waive D1 because "there is no business unit here" }
indicator created  { measure created_value  formula opportunities * deal_size  direction up  waive A2, A7 because "only sums here" }
indicator win_rate { measure rate  target >= 30%  waive A2, A7, C6 because "only sums here" }
indicator opportunities { measure n  formula leads * conversion  direction up  waive A2, A7 because "only sums here" }
indicator deal_size  { measure size  target >= 40k  waive A2, A7, C6 because "only sums here" }
indicator leads      { measure n  direction up  waive A2, A7 because "only sums here"
  capacity 10 by week over 44 weeks with 5 staff }
indicator conversion { measure rate  target >= 20%  waive A2, A7, C6 because "only sums here" }
check steering
--- stdout
A2  error  indicator orders_won  input.koers:9
    finding  it has no level, owner, rhythm, action
    to do    write what is missing: nobody acts on it otherwise
    waived   only sums here
A2  error  indicator created  input.koers:13
    finding  it has no level, owner, rhythm, target, action
    to do    write what is missing: nobody acts on it otherwise
    waived   only sums here
A2  error  indicator win_rate  input.koers:14
    finding  it has no level, owner, rhythm, action
    to do    write what is missing: nobody acts on it otherwise
    waived   only sums here
A2  error  indicator opportunities  input.koers:15
    finding  it has no level, owner, rhythm, target, action
    to do    write what is missing: nobody acts on it otherwise
    waived   only sums here
A2  error  indicator deal_size  input.koers:16
    finding  it has no level, owner, rhythm, action
    to do    write what is missing: nobody acts on it otherwise
    waived   only sums here
A2  error  indicator leads  input.koers:17
    finding  it has no level, owner, rhythm, target, action
    to do    write what is missing: nobody acts on it otherwise
    waived   only sums here
A2  error  indicator conversion  input.koers:19
    finding  it has no level, owner, rhythm, action
    to do    write what is missing: nobody acts on it otherwise
    waived   only sums here
A7  warning  indicator orders_won  input.koers:9
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
    waived   only sums here
A7  warning  indicator created  input.koers:13
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
    waived   only sums here
A7  warning  indicator win_rate  input.koers:14
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
    waived   only sums here
A7  warning  indicator opportunities  input.koers:15
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
    waived   only sums here
A7  warning  indicator deal_size  input.koers:16
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
    waived   only sums here
A7  warning  indicator leads  input.koers:17
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
    waived   only sums here
A7  warning  indicator conversion  input.koers:19
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
    waived   only sums here
A10  warning  steering
    finding  no report raises what deviates
    to do    write or use a report that serves `alarm`
A10  warning  steering
    finding  no report tells what income to expect
    to do    write or use a report that serves `cash`
C1  warning  indicator orders_won  input.koers:11
    finding  its units have €6,200,000.00 together, more than the target of €6,000,000.00: over-assigned by 3.33%
    to do    take some back, or say with `over` that it is on purpose
C2  warning  indicator created  input.koers:13
    finding  it has no target; `orders_won` needs €20,000,000.00 of it for 2026
    to do    give it this target
C2  warning  indicator opportunities  input.koers:15
    finding  it has no target; `created` needs 500 of it for 2026
    to do    give it this target
C2  warning  indicator leads  input.koers:17
    finding  it has no target; `opportunities` needs 2,500 of it for 2026
    to do    give it this target
C6  warning  indicator deal_size  input.koers:16
    finding  unprecedented: from €1.00 to €40,000.00 is 3999900%; the best change of 3 was 22.45%
    to do    say what will be different this time, or set it lower
    waived   only sums here
C6  info  steering
    finding  not checked for `orders_won`: fewer than three periods of its target's length are over
C9  info  steering
    finding  not checked for `orders_won`: fewer than 24 months of it are known
C9  info  steering
    finding  not checked for `win_rate`, `deal_size`, `conversion`: its target is for no period
C10  warning  indicator leads  input.koers:18
    finding  2,500 over 44 weeks and 5 people is 11.4 a week for each, and 10 can be done
    to do    ask for less, or find more people or time
D1  error  indicator orders_won  input.koers:11
    finding  nothing was measured of "BU N" in the last 12 months
    to do    write it as the data do
    waived   there is no business unit here
D1  error  indicator orders_won  input.koers:11
    finding  nothing was measured of "BU S" in the last 12 months
    to do    write it as the data do
    waived   there is no business unit here
D2  warning  indicator orders_won  input.koers:11
    finding  100% of it belongs to no unit that has a part
    to do    complete the data, or give the others a part
D4  warning  indicator win_rate  input.koers:14
    finding  in 2025-12 there was nothing to divide by
    to do    look less often, or at a larger unit
D4  warning  indicator deal_size  input.koers:16
    finding  in 2025-12 there was nothing to divide by
    to do    look less often, or at a larger unit
D4  warning  indicator conversion  input.koers:19
    finding  in 2025-12 there was nothing to divide by
    to do    look less often, or at a larger unit
E2  info  steering
    finding  not checked: nothing is logged of looks and decisions
E3  info  steering
    finding  not checked: nothing is logged of looks and decisions
E4  info  steering
    finding  not checked: nothing is logged of looks and decisions
waived, and not found: A4 of `orders_won`
0 errors, 11 warnings, 6 infos, 17 waived

=== with a win rate of 35% the pipeline would be 17,142,857.14, and 3.33% over are meant
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2026-01-10
source orders from table orders { key order_id  time ordered = order_date  dimension unit = status
  measure ordered_value : money(EUR) = sum(freight)
  measure rate : percent = count()[where status = "done"] / count() }
indicator orders_won { measure ordered_value  formula created * win_rate  target >= 6M for 2026
  cascade over unit as sum over 5% ("BU N" = 3.6M, "BU S" = 2.6M) for 2026 }
indicator created  { measure ordered_value  target >= 20M for 2026 }
indicator win_rate { measure rate  target >= 35% }
check steering
--- stdout
A2  error  indicator orders_won  input.koers:6
    finding  it has no level, owner, rhythm, action
    to do    write what is missing: nobody acts on it otherwise
A2  error  indicator created  input.koers:8
    finding  it has no level, owner, rhythm, action
    to do    write what is missing: nobody acts on it otherwise
A2  error  indicator win_rate  input.koers:9
    finding  it has no level, owner, rhythm, action
    to do    write what is missing: nobody acts on it otherwise
A7  warning  indicator orders_won  input.koers:6
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
A7  warning  indicator created  input.koers:8
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
A7  warning  indicator win_rate  input.koers:9
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
A10  warning  steering
    finding  no report raises what deviates
    to do    write or use a report that serves `alarm`
A10  warning  steering
    finding  no report tells what income to expect
    to do    write or use a report that serves `cash`
C2  warning  indicator orders_won  input.koers:6
    finding  its drivers' targets make €7,000,000.00, not €6,000,000.00; `win_rate` would have to be 30.0% (target 35.0%, now 100.0%), or `created` would have to be €17,142,857.14 (target €20,000,000.00)
    to do    change one of the targets
C6  info  steering
    finding  not checked for `orders_won`, `created`: fewer than three periods of its target's length are over
C9  info  steering
    finding  not checked for `orders_won`, `created`: fewer than 24 months of it are known
C9  info  steering
    finding  not checked for `win_rate`: its target is for no period
D1  error  indicator orders_won  input.koers:7
    finding  nothing was measured of "BU N" in the last 12 months
    to do    write it as the data do
D1  error  indicator orders_won  input.koers:7
    finding  nothing was measured of "BU S" in the last 12 months
    to do    write it as the data do
D2  warning  indicator orders_won  input.koers:7
    finding  100% of it belongs to no unit that has a part
    to do    complete the data, or give the others a part
D4  warning  indicator win_rate  input.koers:9
    finding  in 2025-12 there was nothing to divide by
    to do    look less often, or at a larger unit
E2  info  steering
    finding  not checked: nothing is logged of looks and decisions
E3  info  steering
    finding  not checked: nothing is logged of looks and decisions
E4  info  steering
    finding  not checked: nothing is logged of looks and decisions
5 errors, 8 warnings, 6 infos, 0 waived

=== a waived finding is kept and shown, and does not count
--- schema shop
--- args
--today 2026-01-10 --format json --fail-on alarm run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n : count = count() }
indicator many { measure n  level operational  rhythm weekly  owner "Olga"  target >= 3  action "call"
  waive A3, A7, A10, C6, D2, D3 because "it is tried out" }
strategy none { waive A10 because "two reports only" }
check steering
--- stdout
{"columns":[{"title":"check","role":"key","type":"text"},{"title":"severity","role":"key","type":"text"},{"title":"about","role":"key","type":"text"},{"title":"place","role":"key","type":"text"},{"title":"finding","role":"measure","type":"text"},{"title":"to do","role":"measure","type":"text"},{"title":"waived","role":"measure","type":"text"}],
"rows":[
{"values":{"check":"A3","severity":"warning","about":"indicator many","place":"input.koers:3","finding":"steering without purpose: it leads to no objective","to do":"say with `drives` what it is for, or delete it","waived":"it is tried out"}},
{"values":{"check":"A7","severity":"warning","about":"indicator many","place":"input.koers:3","finding":"no ritual looks at it","to do":"name it with `steers` in the meeting where it is looked at","waived":"it is tried out"}},
{"values":{"check":"A10","severity":"warning","about":"steering","place":null,"finding":"no report raises what deviates","to do":"write or use a report that serves `alarm`","waived":"two reports only"}},
{"values":{"check":"A10","severity":"warning","about":"steering","place":null,"finding":"no report tells what income to expect","to do":"write or use a report that serves `cash`","waived":"two reports only"}},
{"values":{"check":"C6","severity":"warning","about":"indicator many","place":"input.koers:3","finding":"unprecedented: from 1 to 3 is 200%; the best change of 4 was -100%","to do":"say what will be different this time, or set it lower","waived":"it is tried out"}},
{"values":{"check":"C9","severity":"info","about":"steering","place":null,"finding":"not checked for `many`: its target is for no period","to do":null,"waived":null}},
{"values":{"check":"D2","severity":"warning","about":"indicator many","place":"input.koers:3","finding":"it is looked at weekly, and its newest row is of 2025-06-30, 194 days ago","to do":"load newer data, or look less often","waived":"it is tried out"}},
{"values":{"check":"E2","severity":"info","about":"steering","place":null,"finding":"not checked: nothing is logged of looks and decisions","to do":null,"waived":null}},
{"values":{"check":"E3","severity":"info","about":"steering","place":null,"finding":"not checked: nothing is logged of looks and decisions","to do":null,"waived":null}},
{"values":{"check":"E4","severity":"info","about":"steering","place":null,"finding":"not checked: nothing is logged of looks and decisions","to do":null,"waived":null}}],
"notes":["waived, and not found: D3 of `many`","0 errors, 0 warnings, 4 infos, 6 waived"]}

=== how it stands, as lines and as a map
--- schema shop
--- args
--today 2025-06-15 run input.koers
--- input
-- May: one order, freight 7.75. Last week: none. A small target is met within its tolerance.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure freight : money(EUR) = sum(freight)  measure n : count = count() }
objective earn "Earn on freight" { steers paid, plan  drives live }
objective live { steers nobody }
indicator paid "Freight paid" { measure freight  level strategic  rhythm monthly  owner "Olga"
  target >= 8  tolerance 5%  alarm < 5 }
indicator plan { measure freight  level tactical  rhythm monthly  target >= 100 for 2025  warn < 8 }
indicator seen { measure n  level operational  rhythm weekly  target in 1 .. 3  drives paid after 1 month, nobody inversely }
indicator nobody { measure freight / n  rhythm weekly }
map steering
--- stdout
level          name             owner  period    value  target    so far  status  findings
─────────────  ───────────────  ─────  ────────  ─────  ────────  ──────  ──────  ────────
objectives     Earn on freight  –      –         –      –         –       amber          0
               live             –      –         –      –         –       grey           1
strategic      Freight paid     Olga   2025-05   €7.75  >= €8.00  –       green          4
tactical       plan             –      2025-05   €7.75  –         –       amber          4
operational    seen             –      2025-W23  0      1 to 3    –       red            4
without level  nobody           –      2025-W23  –      –         –       grey           4

=== the same as a map
--- schema shop
--- args
--today 2025-06-15 --format svg run input.koers | sed -n '/<desc/,/<.svg>/p'
--- input
-- May: one order, freight 7.75. Last week: none. A small target is met within its tolerance.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure freight : money(EUR) = sum(freight)  measure n : count = count() }
objective earn "Earn on freight" { steers paid, plan  drives live }
objective live { steers nobody }
indicator paid "Freight paid" { measure freight  level strategic  rhythm monthly  owner "Olga"
  target >= 8  tolerance 5%  alarm < 5 }
indicator plan { measure freight  level tactical  rhythm monthly  target >= 100 for 2025  warn < 8 }
indicator seen { measure n  level operational  rhythm weekly  target in 1 .. 3  drives paid after 1 month, nobody inversely }
indicator nobody { measure freight / n  rhythm weekly }
map steering
--- stdout
<desc id="c1-d">6 boxes, 6 links. Freight paid drives Earn on freight. plan drives Earn on freight. Earn on freight drives live. nobody drives live. seen drives Freight paid. seen works against nobody.</desc>
<text class="h" x="0" y="12">objectives</text>
<text class="h" x="0" y="106">strategic</text>
<text class="h" x="0" y="200">tactical</text>
<text class="h" x="0" y="294">operational</text>
<text class="h" x="0" y="388">without level</text>
<path class="nl" d="M360 112C360 88 268.3 88 268.3 64"/>
<circle class="ne" cx="268.3" cy="64" r="3"/>
<path class="nl" d="M360 206C360 182 268.3 182 268.3 158L268.3 112C268.3 88 268.3 88 268.3 64"/>
<circle class="ne" cx="268.3" cy="64" r="3"/>
<path class="nl" d="M268.3 18C268.3 0 451.8 0 451.8 18"/>
<circle class="ne" cx="451.8" cy="18" r="3"/>
<path class="nl" d="M360 394C360 370 448.8 370 448.8 346L448.8 300C448.8 276 448.8 276 448.8 252L448.8 206C448.8 182 448.8 182 448.8 158L448.8 112C448.8 88 451.8 88 451.8 64"/>
<circle class="ne" cx="451.8" cy="64" r="3"/>
<path class="nl" d="M360 300C360 276 268.3 276 268.3 252L268.3 206C268.3 182 360 182 360 158"/>
<circle class="ne" cx="360" cy="158" r="3"/>
<path class="nl d" d="M360 346C360 370 360 370 360 394"/>
<circle class="ne" cx="360" cy="394" r="3"/>
<rect class="nb" x="183.5" y="18" width="169.5" height="46"><title>Earn on freight: amber</title></rect>
<rect class="x2" x="183.5" y="18" width="5" height="46"/>
<text class="l" x="195.5" y="35">Earn on freight</text>
<text class="n" x="195.5" y="55">amber</text>
<rect class="nb" x="367" y="18" width="169.5" height="46"><title>live: grey, 1 !</title></rect>
<rect class="x0" x="367" y="18" width="5" height="46"/>
<text class="l" x="379" y="35">live</text>
<text class="n" x="379" y="55">grey</text>
<text class="n e" x="530.5" y="55">1 !</text>
<rect class="nb" x="275.3" y="112" width="169.5" height="46"><title>Freight paid: green, €7.75, 4 !</title></rect>
<rect class="x1" x="275.3" y="112" width="5" height="46"/>
<text class="l" x="287.3" y="129">Freight paid</text>
<text class="n" x="287.3" y="149">green, €7.75</text>
<text class="n e" x="438.8" y="149">4 !</text>
<rect class="nb" x="275.3" y="206" width="169.5" height="46"><title>plan: amber, €7.75, 4 !</title></rect>
<rect class="x2" x="275.3" y="206" width="5" height="46"/>
<text class="l" x="287.3" y="223">plan</text>
<text class="n" x="287.3" y="243">amber, €7.75</text>
<text class="n e" x="438.8" y="243">4 !</text>
<rect class="nb" x="275.3" y="300" width="169.5" height="46"><title>seen: red, 0, 4 !</title></rect>
<rect class="x3" x="275.3" y="300" width="5" height="46"/>
<text class="l" x="287.3" y="317">seen</text>
<text class="n" x="287.3" y="337">red, 0</text>
<text class="n e" x="438.8" y="337">4 !</text>
<rect class="nb" x="275.3" y="394" width="169.5" height="46"><title>nobody: grey, 4 !</title></rect>
<rect class="x0" x="275.3" y="394" width="5" height="46"/>
<text class="l" x="287.3" y="411">nobody</text>
<text class="n" x="287.3" y="431">grey</text>
<text class="n e" x="438.8" y="431">4 !</text>
</svg>

=== what a capacity is held against may not be known: C10 says which
--- schema shop
--- args
run input.koers
--- input
open "store.db"
set today = 2025-07-02
source orders from table orders { key order_id  time ordered = order_date  dimension status  covers 2025-01-01 .. 2025-12-31
  measure n : count = count() }
indicator long   { measure n  rhythm daily  target >= 5  capacity 1 by week with 1 staff }
indicator staff  { measure n  rhythm weekly  target >= 5  capacity 1 by week }
indicator target { measure n  rhythm weekly  capacity 1 by week with 1 staff }
indicator fine   { measure n  rhythm weekly  target >= 5  capacity 5 by week with 1 staff }
list check, finding from (check steering) where check = "C10"
explain show n for 2019
explain show n by status for 2025-12
--- stdout
check  finding
─────  ─────────────────────────────────────────────────────────────────────────────────────
C10    not checked for `long`: it is not known over how many weeks, which `over` says
C10    not checked for `staff`: nobody of its audience works here, and `with` says no number
C10    not checked for `target`: it has no target for that time

n  –
  count()
  – rows of orders, ordered 2019
  list order_id from orders for 2019

scan orders (order_date)
  group on ordered
    leaf 0: count()
lines
  n = leaf 0
for 2019-01-01 .. 2019-12-31
sql
  select "order_date" from "orders"  -- rows of other days are left out
1 line, 1 column

n  0◔
  count()
  0 rows of orders, ordered 2025-12
  list order_id from orders for 2025-12
all lines together; one line is opened with `where status = ...`

scan orders (order_date, status)
  group on ordered
    by orders.status
    leaf 0: count()
lines by status
  n = leaf 0
for 2025-12-01 .. 2025-12-31
sql
  select "order_date", "status" from "orders"  -- rows of other days are left out
0 lines, 2 columns
