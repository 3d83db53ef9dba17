=== a target by a later day is not missed before; one for a longer time is not held against a shorter
--- schema shop
--- args
run input.koers
--- input
-- Freight: 4.90 in January (from the 15th on), 12.00, 3.35, 0 in April, 7.75 in May.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure cost = sum(freight)  measure n : count = count()  measure of_each = cost / n
  measure customers = count(distinct customer_id) }
indicator later      { measure of_each  rhythm monthly  baseline 5  target >= 20 by 2030 }
indicator far        { measure cost  rhythm monthly  target >= 900 by 2030 }
indicator this_month { measure of_each  rhythm monthly  target >= 20 by 2025-05  target >= 30 by 2030 }
indicator in_may     { measure cost  rhythm monthly  target >= 7 by 2025-05-31 }
indicator alarmed    { measure of_each  rhythm monthly  target >= 20 by 2030  alarm < 9 }
indicator yearly     { measure cost  rhythm monthly  target >= 100 for 2025  target >= 7 }
indicator different  { measure customers  rhythm monthly  target >= 40 for 2025 }
set today = 2025-06-02
map steering
brief
set today = 2030-12-31
map steering
set today = 2031-01-10
map steering
--- stdout
level          name        owner  period   value  target  status  findings
─────────────  ──────────  ─────  ───────  ─────  ──────  ──────  ────────
without level  later       –      2025-05  7.75   –       grey           4
               far         –      2025-05  7.75   –       grey           2
               this_month  –      2025-05  7.75   >= 20   red            4
               in_may      –      2025-05  7.75   >= 7    green          2
               alarmed     –      2025-05  7.75   –       red            4
               yearly      –      2025-05  7.75   >= 7    green          2
               different   –      2025-05  1      –       grey           2

Brief, 2025-06-02

red  this_month  2025-05
    value   7.75
    target  >= 20
    trend   ▃▅▁ █
red  alarmed  2025-05
    value   7.75
    trend   ▃▅▁ █
grey  later  2025-05
    value   7.75
    trend   ▃▅▁ █
grey  far  2025-05
    value   7.75
    change  7.75
    since   2025-04
    trend   ▄█▃▁▆
grey  different  2025-05
    value   1
    change  1
    since   2025-04
    trend   ▅█▅▁▅
green  in_may  2025-05
    value   7.75
    target  >= 7
    change  7.75
    since   2025-04
    trend   ▄█▃▁▆
green  yearly  2025-05
    value   7.75
    target  >= 7
    change  7.75
    since   2025-04
    trend   ▄█▃▁▆

What to do

red  this_month
red  alarmed
grey  later
    reason  its target is to be reached by 2030-12-31
grey  far
    reason  its target is to be reached by 2030-12-31
grey  different
    reason  its target is for 2025, and nothing says what is good in 2025-05

What waits is left out: the model has no `day_list`, which reports.day_start makes

level          name        owner  period   value  target  status  findings
─────────────  ──────────  ─────  ───────  ─────  ──────  ──────  ────────
without level  later       –      2030-11  –      –       grey           6
               far         –      2030-11  –      –       grey           5
               this_month  –      2030-11  –      –       grey           6
               in_may      –      2030-11  –      –       grey           5
               alarmed     –      2030-11  –      –       grey           6
               yearly      –      2030-11  –      >= 7    grey           5
               different   –      2030-11  –      –       grey           5

level          name        owner  period   value  target  status  findings
─────────────  ──────────  ─────  ───────  ─────  ──────  ──────  ────────
without level  later       –      2030-12  –      >= 20   grey           6
               far         –      2030-12  –      –       grey           5
               this_month  –      2030-12  –      >= 30   grey           6
               in_may      –      2030-12  –      –       grey           5
               alarmed     –      2030-12  –      >= 20   grey           6
               yearly      –      2030-12  –      >= 7    grey           5
               different   –      2030-12  –      –       grey           5

=== no more than ever is held against whole periods
--- schema shop
--- args
--version >/dev/null; "$KOERS" --today 2025-06-15 --format csv run c6.koers | grep ^C6
--- file c6.koers
-- From the part of January to February freight rose by 145%, from then on at most by nothing.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure cost = sum(freight) }
indicator freight { measure cost  rhythm monthly  level operational  owner "Olga"  action "call"  target >= 15 }
check steering
--- stdout
C6,warning,indicator freight,c6.koers:4,unprecedented: from 7.75 to 15 is 93.55%; the best change of 2 was -72.08%,"say what will be different this time, or set it lower",

=== bounds that contradict each other
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure n : count = count()  measure cost = sum(freight)  measure of_each = cost / n }
indicator two    { measure n  target >= 50  target >= 5000 }
indicator red    { measure n  target >= 3  alarm < 5 }
indicator edge   { measure n  target >= 3  alarm <= 3 }
indicator more   { measure n  target >= 3  alarm > 9 }
indicator within { measure n  target in 3 .. 9  alarm > 8 }
indicator order_ { measure n  warn < 1  alarm < 2 }
indicator down   { measure n  target <= 3  warn > 5  alarm > 4 }
indicator ratio  { measure of_each  target >= 3 for 2025  alarm < 5 }
--- stderr
input.koers:4:45: error[E0711]: `two` has a target without a period already
    4 | indicator two    { measure n  target >= 50  target >= 5000 }
      |                                             ^~~~~~~~~~~~~~
      = help: say when each holds, as in `for 2026`
input.koers:5:52: error[E0711]: a value of `red` may meet its target and be an alarm
    5 | indicator red    { measure n  target >= 3  alarm < 5 }
      |                                                    ^
input.koers:6:53: error[E0711]: a value of `edge` may meet its target and be an alarm
    6 | indicator edge   { measure n  target >= 3  alarm <= 3 }
      |                                                     ^
input.koers:7:52: error[E0711]: a value of `more` may meet its target and be an alarm
    7 | indicator more   { measure n  target >= 3  alarm > 9 }
      |                                                    ^
input.koers:8:57: error[E0711]: a value of `within` may meet its target and be an alarm
    8 | indicator within { measure n  target in 3 .. 9  alarm > 8 }
      |                                                         ^
input.koers:9:49: error[E0711]: `order_` is an alarm before it is a warning
    9 | indicator order_ { measure n  warn < 1  alarm < 2 }
      |                                                 ^
input.koers:10:62: error[E0711]: `down` is an alarm before it is a warning
   10 | indicator down   { measure n  target <= 3  warn > 5  alarm > 4 }
      |                                                              ^
input.koers:11:67: error[E0711]: a value of `ratio` may meet its target and be an alarm
   11 | indicator ratio  { measure of_each  target >= 3 for 2025  alarm < 5 }
      |                                                                   ^
--- exit
1

=== bounds that do not
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  measure n : count = count()  measure cost = sum(freight)  measure of_each = cost / n }
indicator edge   { measure n  target >= 3  warn < 4  alarm < 3 }
indicator less   { measure n  target < 3  alarm >= 3 }
indicator within { measure n  target in 3 .. 9  warn > 9  alarm > 12 }
indicator flow   { measure n  target <= 12 for 2025  alarm > 3 }
indicator both   { measure n  target >= 3  target >= 5 for 2025-05  target >= 9 by 2026 }
set today = 2025-06-02
map steering
--- stdout
level          name    owner  period   value  target  status  findings
─────────────  ──────  ─────  ───────  ─────  ──────  ──────  ────────
without level  edge    –      2025-05  1      >= 3    red            3
               less    –      2025-05  1      < 3     green          2
               within  –      2025-05  1      3 to 9  amber          2
               flow    –      2025-05  1      –       green          2
               both    –      2025-05  1      >= 5    red            3
