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
level          name        owner  period   value  target  so far  status  findings
─────────────  ──────────  ─────  ───────  ─────  ──────  ──────  ──────  ────────
without level  later       –      2025-05  7.75   –       –       grey           4
               far         –      2025-05  7.75   –       –       grey           2
               this_month  –      2025-05  7.75   >= 20   –       red            4
               in_may      –      2025-05  7.75   >= 7    –       green          2
               alarmed     –      2025-05  7.75   –       –       red            4
               yearly      –      2025-05  7.75   –       –       grey           2
               different   –      2025-05  1      –       –       grey           2

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
grey  yearly  2025-05
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

What to do

red  this_month
red  alarmed
grey  later
    reason  its target is to be reached by 2030-12-31
grey  far
    reason  its target is to be reached by 2030-12-31
grey  yearly
    reason  its target is for 2025, and not all of 2025-01 .. 2025-05 is known
grey  different
    reason  its target is for 2025, and nothing says what is good in 2025-05

What waits is left out: the model has no `day_list`, which reports.day_start makes

level          name        owner  period   value  target  so far  status  findings
─────────────  ──────────  ─────  ───────  ─────  ──────  ──────  ──────  ────────
without level  later       –      2030-11  –      –       –       grey           6
               far         –      2030-11  –      –       –       grey           5
               this_month  –      2030-11  –      –       –       grey           6
               in_may      –      2030-11  –      –       –       grey           5
               alarmed     –      2030-11  –      –       –       grey           6
               yearly      –      2030-11  –      >= 7    –       grey           5
               different   –      2030-11  –      –       –       grey           5

level          name        owner  period   value  target  so far  status  findings
─────────────  ──────────  ─────  ───────  ─────  ──────  ──────  ──────  ────────
without level  later       –      2030-12  –      >= 20   –       grey           6
               far         –      2030-12  –      –       –       grey           5
               this_month  –      2030-12  –      >= 30   –       grey           6
               in_may      –      2030-12  –      –       –       grey           5
               alarmed     –      2030-12  –      >= 20   –       grey           6
               yearly      –      2030-12  –      >= 7    –       grey           5
               different   –      2030-12  –      –       –       grey           5

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
level          name    owner  period   value  target  so far  status  findings
─────────────  ──────  ─────  ───────  ─────  ──────  ──────  ──────  ────────
without level  edge    –      2025-05  1      >= 3    –       red            3
               less    –      2025-05  1      < 3     –       green          2
               within  –      2025-05  1      3 to 9  –       amber          2
               flow    –      2025-05  1      –       –       green          2
               both    –      2025-05  1      >= 5    –       red            3

=== a target for a longer time is held against all since that began, and the part of it so far
--- schema shop
--- args
run input.koers
--- input
-- Freight: 4.90 in January, 12.00, 3.35, 0 in April, 7.75 in May: 28.00 of 151 days, 100 * 151 / 365 = 41.37.
-- By profile 50 of 100 are for the first quarter, 20 for the second: 50 + 20 * 61 / 91 = 63.41.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  covers 2024-01-01 .. 2025-12-31
  measure cost = sum(freight)  measure n : count = count() }
profile season by quarter weights 50%, 20%, 20%, 10%
indicator even     { measure cost  rhythm monthly  target >= 100 for 2025 }
indicator less     { measure cost  rhythm monthly  target >= 67 for 2025 }
indicator seasonal { measure cost  rhythm monthly  target >= 100 for 2025  spread by profile season }
indicator most     { measure cost  rhythm monthly  target <= 100 for 2025 }
indicator band     { measure cost  rhythm monthly  target in 60 .. 70 for 2025 }
indicator near     { measure cost  rhythm monthly  target >= 70 for 2025  tolerance 5% }
indicator alarmed  { measure cost  rhythm monthly  target >= 67 for 2025  alarm < 8 }
indicator warned   { measure cost  rhythm monthly  target >= 100 for 2025  alarm < 1 }
indicator weekly   { measure cost  rhythm weekly  target >= 100 for 2025 }
indicator half     { measure cost  rhythm quarterly  target >= 100 for 2025 }
indicator two      { measure cost  rhythm monthly  target >= 100 for 2025  target >= 24 for 2025-Q2 }
indicator fiscal   { measure cost  rhythm monthly  target >= 20 for 2025-02-15 .. 2025-06-14 }
set today = 2025-06-02
map steering
set today = 2026-01-01
map steering
set today = 2025-06-02
brief
list indicator, period, value, target, so_far, so_far_target, status from koers_indicators
  where indicator = "less" and starts_on >= 2024-11-01
--- stdout
level          name      owner  period    value  target                              so far                        status  findings
─────────────  ────────  ─────  ────────  ─────  ──────────────────────────────────  ────────────────────────────  ──────  ────────
without level  even      –      2025-05   7.75   >= 100 for 2025                     28, should be >= 41.37        red            2
               less      –      2025-05   7.75   >= 67 for 2025                      28, should be >= 27.72        green          2
               seasonal  –      2025-05   7.75   >= 100 for 2025                     28, should be >= 63.41        red            2
               most      –      2025-05   7.75   <= 100 for 2025                     28, should be <= 41.37        green          2
               band      –      2025-05   7.75   60 to 70 for 2025                   28, should be 24.82 to 28.96  green          2
               near      –      2025-05   7.75   >= 70 for 2025                      28, should be >= 28.96        green          2
               alarmed   –      2025-05   7.75   >= 67 for 2025                      28, should be >= 27.72        red            2
               warned    –      2025-05   7.75   >= 100 for 2025                     28, should be >= 41.37        amber          2
               weekly    –      2025-W22  0      >= 100 for 2025                     28, should be >= 41.64        red            3
               half      –      2025-Q1   20.25  >= 100 for 2025                     20.25, should be >= 24.66     red            2
               two       –      2025-05   7.75   >= 24 for 2025-Q2                   7.75, should be >= 16.09      red            3
               fiscal    –      2025-05   7.75   >= 20 for 2025-02-15 .. 2025-06-14  11.1, should be >= 17.67      red            2

level          name      owner  period    value  target             so far                  status  findings
─────────────  ────────  ─────  ────────  ─────  ─────────────────  ──────────────────────  ──────  ────────
without level  even      –      2025-12   0      >= 100 for 2025    29, should be >= 100    red            3
               less      –      2025-12   0      >= 67 for 2025     29, should be >= 67     red            3
               seasonal  –      2025-12   0      >= 100 for 2025    29, should be >= 100    red            3
               most      –      2025-12   0      <= 100 for 2025    29, should be <= 100    green          3
               band      –      2025-12   0      60 to 70 for 2025  29, should be 60 to 70  red            3
               near      –      2025-12   0      >= 70 for 2025     29, should be >= 70     red            3
               alarmed   –      2025-12   0      >= 67 for 2025     29, should be >= 67     red            3
               warned    –      2025-12   0      >= 100 for 2025    29, should be >= 100    red            3
               weekly    –      2025-W52  0      >= 100 for 2025    29, should be >= 99.18  red            3
               half      –      2025-Q4   0      >= 100 for 2025    29, should be >= 100    red            3
               two       –      2025-12   0      >= 100 for 2025    29, should be >= 100    red            4
               fiscal    –      2025-12   0      –                  –                       grey           3

Brief, 2025-06-02

red  even  2025-05
    value   7.75
    target  >= 100 for 2025
    so far  28, should be >= 41.37
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
red  seasonal  2025-05
    value   7.75
    target  >= 100 for 2025
    so far  28, should be >= 63.41
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
red  alarmed  2025-05
    value   7.75
    target  >= 67 for 2025
    so far  28, should be >= 27.72
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
red  weekly  2025-W22
    value   0
    target  >= 100 for 2025
    so far  28, should be >= 41.64
    change  0
    since   2025-W21
    trend   ▁▁▁▄▁▁▁▁█▁▁▁
red  two  2025-05
    value   7.75
    target  >= 24 for 2025-Q2
    so far  7.75, should be >= 16.09
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
red  fiscal  2025-05
    value   7.75
    target  >= 20 for 2025-02-15 .. 2025-06-14
    so far  11.1, should be >= 17.67
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
amber  warned  2025-05
    value   7.75
    target  >= 100 for 2025
    so far  28, should be >= 41.37
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
green  less  2025-05
    value   7.75
    target  >= 67 for 2025
    so far  28, should be >= 27.72
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
green  most  2025-05
    value   7.75
    target  <= 100 for 2025
    so far  28, should be <= 41.37
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
green  band  2025-05
    value   7.75
    target  60 to 70 for 2025
    so far  28, should be 24.82 to 28.96
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
green  near  2025-05
    value   7.75
    target  >= 70 for 2025
    so far  28, should be >= 28.96
    change  7.75
    since   2025-04
    trend   ▁▁▁▁▁▁▁▄█▃▁▆
not due: half (2025-07-01)

What to do

red  even
red  seasonal
red  alarmed
red  weekly
red  two
red  fiscal
amber  warned

What waits is left out: the model has no `day_list`, which reports.day_start makes

indicator  period   value  target  so_far  so_far_target  status
─────────  ───────  ─────  ──────  ──────  ─────────────  ──────
less       2024-11   0.00       –       –              –  grey
less       2024-12   0.00       –       –              –  grey
less       2025-01   4.90      67    4.90           5.69  red
less       2025-02  12.00      67   16.90          10.83  green
less       2025-03   3.35      67   20.25          16.52  green
less       2025-04   0.00      67   20.25          22.03  red
less       2025-05   7.75      67   28.00          27.72  green

=== at its end a sum that is to be reached is held against its target
--- schema shop
--- args
run input.koers
--- input
-- Freight: 28.00 up to May, 1.00 in June.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  covers 2025-01-01 .. 2025-12-31
  measure cost = sum(freight) }
indicator reached { measure cost  rhythm monthly  target >= 29 by 2025-H1 }
indicator missed  { measure cost  rhythm weekly  target >= 30 by 2025-H1 }
set today = 2025-06-30
map steering
set today = 2025-07-07
map steering
--- stdout
level          name     owner  period    value  target  so far  status  findings
─────────────  ───────  ─────  ────────  ─────  ──────  ──────  ──────  ────────
without level  reached  –      2025-05   7.75   –       –       grey           2
               missed   –      2025-W26  0      –       –       grey           2

level          name     owner  period    value  target               so far               status  findings
─────────────  ───────  ─────  ────────  ─────  ───────────────────  ───────────────────  ──────  ────────
without level  reached  –      2025-06   1      >= 29 by 2025-06-30  29, should be >= 29  green          2
               missed   –      2025-W27  1      >= 30 by 2025-06-30  29, should be >= 30  red            2

=== what is not known of a longer time is held against nothing
--- schema shop
--- args
run input.koers
--- input
-- Rows from January 15th on.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status
  measure cost = sum(freight)  measure customers = count(distinct customer_id) }
indicator from_january { measure cost  rhythm monthly  target >= 100 for 2025 }
indicator from_february { measure cost  rhythm monthly  target >= 100 for 2025-02 .. 2025-11 }
indicator different { measure customers  rhythm monthly  target >= 40 for 2025 }
set today = 2025-06-02
brief
--- stdout
Brief, 2025-06-02

red  from_february  2025-05
    value   7.75
    target  >= 100 for 2025-02 .. 2025-11
    so far  23.1, should be >= 39.6
    change  7.75
    since   2025-04
    trend   ▄█▃▁▆
grey  from_january  2025-05
    value   7.75
    change  7.75
    since   2025-04
    trend   ▄█▃▁▆
grey  different  2025-05
    value   1
    change  1
    since   2025-04
    trend   ▅█▅▁▅

What to do

red  from_february
grey  from_january
    reason  its target is for 2025, and not all of 2025-01 .. 2025-05 is known
grey  different
    reason  its target is for 2025, and nothing says what is good in 2025-05

What waits is left out: the model has no `day_list`, which reports.day_start makes

=== a product of a sum and a ratio is more in a longer time: it is made anew of all so far
--- schema shop
--- args
run input.koers
--- input
-- 5 orders by May, their freight 28.00: all of it again; 50 * 151 / 365 = 20.68.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  covers 2025-01-01 .. 2025-12-31
  measure cost = sum(freight)  measure n : count = count() }
indicator made     { formula how_many * of_each  rhythm monthly  target >= 50 for 2025 }
indicator how_many { measure n  rhythm monthly  target >= 10 for 2025 }
indicator of_each  { measure cost / n  rhythm monthly  target >= 5 for 2025 }
indicator written  { measure n * (cost / n) / 2  rhythm monthly  target >= 50 for 2025 }
indicator square   { measure n * n  rhythm monthly  target >= 50 for 2025 }
set today = 2025-06-02
map steering
--- stdout
level          name      owner  period   value  target          so far                  status  findings
─────────────  ────────  ─────  ───────  ─────  ──────────────  ──────────────────────  ──────  ────────
without level  made      –      2025-05  7.75   >= 50 for 2025  28, should be >= 20.68  green          3
               how_many  –      2025-05  1      >= 10 for 2025  5, should be >= 4       green          2
               of_each   –      2025-05  7.75   >= 5            –                       green          3
               written   –      2025-05  3.88   >= 50 for 2025  14, should be >= 20.68  red            3
               square    –      2025-05  1      –               –                       grey           3

=== a window is held against the part of the time that it begins with, and never added up
--- schema shop
--- args
run input.koers
--- input
-- Freight: 28.00 from January to May, 11.10 from March on, 7.75 in May, 29.00 in all of the year;
-- 100 * 151 / 365 = 41.37, 60 * 151 / 365 = 24.82, 24 * 61 / 91 = 16.09, 20 * 92 / 306 = 6.01.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date
  covers 2024-01-01 .. 2025-12-31
  measure cost = sum(freight)  measure n : count = count()  measure of_each = cost / n }
indicator year     { measure cost[year to date]  rhythm monthly  target >= 60 for 2025 }
indicator less     { measure cost[year to date]  rhythm monthly  target >= 100 for 2025 }
indicator twice    { formula year * 2  rhythm monthly  target >= 100 for 2025 }
indicator by_rate  { measure cost[year to date] * of_each / of_each  rhythm monthly  target >= 60 for 2025 }
indicator quarter  { measure cost[year to date]  rhythm monthly  target >= 24 for 2025-Q2 }
indicator quarter2 { measure cost[quarter to date]  rhythm monthly  target >= 24 for 2025-Q2 }
indicator rolling  { measure cost[rolling 3 months]  rhythm monthly  target >= 20 for 2025-03 .. 2025-12 }
indicator rolling2 { measure cost[rolling 3 months]  rhythm monthly  target >= 20 for 2025 }
indicator ever     { measure cost[to date]  rhythm monthly  target >= 20 for 2025 }
indicator ever_by  { measure cost[to date]  rhythm monthly  target >= 20 by 2025-05-31 }
indicator change   { measure cost[year to date] - cost[year to date, previous year]  rhythm monthly  target >= 20 for 2025 }
indicator ratio    { measure cost[rolling 3 months] / n[rolling 3 months]  rhythm monthly  target >= 3 for 2025 }
indicator plain    { measure cost[year to date]  rhythm monthly  target >= 29 }
set today = 2025-06-02
list indicator, value, target, so_far, so_far_target, status, reason from koers_indicators where starts_on = 2025-05-01
set today = 2026-01-01
list indicator, value, target, so_far, so_far_target, status from koers_indicators
  where starts_on = 2025-12-01 and indicator in ("year", "less", "rolling")
--- stdout
indicator  value  target  so_far  so_far_target  status  reason
─────────  ─────  ──────  ──────  ─────────────  ──────  ─────────────────────────────────────────────────────────────────────────────────────────────────
year       28.00      60   28.00          24.82  green   (none)
less       28.00     100   28.00          41.37  red     (none)
twice      56.00     100   56.00          41.37  green   (none)
by_rate    28.00      60   28.00          24.82  green   (none)
quarter    28.00       –       –              –  grey    its target is for 2025-Q2, and what it measures up to the end of 2025-05 does not begin with that
quarter2    7.75      24    7.75          16.09  red     (none)
rolling    11.10      20   11.10           6.01  green   (none)
rolling2   11.10       –       –              –  grey    its target is for 2025, and what it measures up to the end of 2025-05 does not begin with that
ever       28.00       –       –              –  grey    its target is for 2025, and what it measures up to the end of 2025-05 does not begin with that
ever_by    28.00      20       –              –  green   (none)
change     28.00       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
ratio       5.55       3       –              –  green   (none)
plain      28.00      29       –              –  red     (none)

indicator  value  target  so_far  so_far_target  status
─────────  ─────  ──────  ──────  ─────────────  ──────
year          29      60      29             60  red
less          29     100      29            100  red
rolling        0       –       –              –  grey

=== functions of sums are of one degree, or nothing is said of a longer time
--- schema shop
--- args
run input.koers
--- input
-- Freight 28.00 from January to May, 7.75 in May, of 5 orders and 1; 60 * 151 / 365 = 24.82.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status, customer_id
  covers 2024-01-01 .. 2025-12-31
  measure cost = sum(freight)  measure n : count = count()  measure of_each = cost / n
  measure mean = avg(freight)  measure most = max(freight)  measure customers = count(distinct customer_id) }
indicator known    { measure coalesce(cost, 0)  rhythm monthly  target >= 60 for 2025 }
indicator chosen   { measure if(of_each > 5, cost, 0)  rhythm monthly  target >= 60 for 2025 }
indicator signed   { measure if(cost > 0, cost / n, 0)  rhythm monthly  target >= 5 for 2025 }
indicator rounded  { measure round(cost / 10)  rhythm monthly  target >= 6 for 2025 }
indicator large    { measure if(cost > 20, cost, 0)  rhythm monthly  target >= 60 for 2025 }
indicator alone    { measure if(cost > 20, cost)  rhythm monthly  target >= 60 for 2025 }
indicator apart    { measure abs(cost - 10 * n)  rhythm monthly  target >= 60 for 2025 }
indicator mixed    { measure cost + of_each  rhythm monthly  target >= 60 for 2025 }
indicator less     { measure cost - 5  rhythm monthly  target >= 60 for 2025 }
indicator root     { measure sqrt(cost)  rhythm monthly  target >= 60 for 2025 }
indicator ratio    { measure round(of_each)  rhythm monthly  target >= 5 for 2025 }
indicator mean     { measure mean  rhythm monthly  target >= 5 for 2025 }
indicator most     { measure most  rhythm monthly  target >= 5 for 2025 }
indicator fixed    { measure cost / cost[for 2025-03]  rhythm monthly  target >= 20 for 2025 }
indicator parts    { measure sum(cost per status)  rhythm monthly  target >= 60 for 2025 }
indicator each     { measure avg(cost per status)  rhythm monthly  target >= 60 for 2025 }
indicator buyers   { measure count(cost per customer_id)  rhythm monthly  target >= 4 for 2025 }
indicator ages     { measure n / customers  rhythm monthly  target >= 5 for 2025 }
set today = 2025-06-02
list indicator, value, target, so_far, so_far_target, status, reason from koers_indicators where starts_on = 2025-05-01
--- stdout
indicator  value  target  so_far  so_far_target  status  reason
─────────  ─────  ──────  ──────  ─────────────  ──────  ────────────────────────────────────────────────────────────────
known       7.75      60   28.00          24.82  green   (none)
chosen      7.75      60   28.00          24.82  green   (none)
signed      7.75       5       –              –  green   (none)
rounded     1.00       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
large       0.00       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
alone          –       –       –              –  grey    it has no value in 2025-05
apart       2.25       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
mixed      15.50       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
less        2.75       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
root        2.78       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
ratio       8.00       5       –              –  green   (none)
mean        7.75       5       –              –  green   (none)
most        7.75       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
fixed       2.31      20    8.36           8.27  green   (none)
parts       7.75      60   28.00          24.82  green   (none)
each        7.75       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
buyers      1.00       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05
ages        1.00       –       –              –  grey    its target is for 2025, and nothing says what is good in 2025-05

=== with another calendar set values are of its months, or of civil ones where it has weeks
--- schema shop
--- args
run input.koers
--- input
-- As without: 4.90 in January, 12.00, 3.35, 0 in April, 7.75 in May; 100 * 151 / 365 = 41.37.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  covers 2024-01-01 .. 2025-12-31
  measure cost = sum(freight) }
calendar retail { weeks 4-4-5  year ends last saturday of january }
calendar fiscal { year starts april }
indicator yearly { measure cost  rhythm monthly  target >= 100 for 2025 }
indicator window { measure cost[year to date]  rhythm monthly  target >= 100 for 2025 }
set today = 2025-06-02
set calendar = retail
list indicator, period, value, so_far, so_far_target, status from koers_indicators where starts_on >= 2025-01-01
set calendar = fiscal
list indicator, period, value, so_far, so_far_target, status from koers_indicators where starts_on >= 2025-01-01
map steering
check steering
--- stdout
indicator  period   value  so_far  so_far_target  status
─────────  ───────  ─────  ──────  ─────────────  ──────
yearly     2025-01   4.90    4.90           8.49  red
yearly     2025-02  12.00   16.90          16.16  green
yearly     2025-03   3.35   20.25          24.66  red
yearly     2025-04   0.00   20.25          32.88  red
yearly     2025-05   7.75   28.00          41.37  red
window     2025-01   4.90    4.90           8.49  red
window     2025-02  16.90   16.90          16.16  green
window     2025-03  20.25   20.25          24.66  red
window     2025-04  20.25   20.25          32.88  red
window     2025-05  28.00   28.00          41.37  red

indicator  period   value  so_far  so_far_target  status
─────────  ───────  ─────  ──────  ─────────────  ──────
yearly     2025-01   4.90    4.90           8.49  red
yearly     2025-02  12.00   16.90          16.16  green
yearly     2025-03   3.35   20.25          24.66  red
yearly     2025-04   0.00   20.25          32.88  red
yearly     2025-05   7.75   28.00          41.37  red
window     2025-01   4.90       –              –  grey
window     2025-02  16.90       –              –  grey
window     2025-03  20.25       –              –  grey
window     2025-04   0.00       –              –  grey
window     2025-05   7.75       –              –  grey

level          name    owner  period   value  target           so far                  status  findings
─────────────  ──────  ─────  ───────  ─────  ───────────────  ──────────────────────  ──────  ────────
without level  yearly  –      2025-05  7.75   >= 100 for 2025  28, should be >= 41.37  red            2
               window  –      2025-05  7.75   –                –                       grey           2

A2  error  indicator yearly  input.koers:7
    finding  it has no level, owner, action
    to do    write what is missing: nobody acts on it otherwise
A2  error  indicator window  input.koers:8
    finding  it has no level, owner, action
    to do    write what is missing: nobody acts on it otherwise
A7  warning  indicator yearly  input.koers:7
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
A7  warning  indicator window  input.koers:8
    finding  no ritual looks at it
    to do    name it with `steers` in the meeting where it is looked at
A10  warning  steering
    finding  no report raises what deviates
    to do    write or use a report that serves `alarm`
A10  warning  steering
    finding  no report tells what income to expect
    to do    write or use a report that serves `cash`
C6  info  steering
    finding  not checked for `yearly`, `window`: what it starts from is 0 or less
C9  info  steering
    finding  not checked for `window`: its target is for more than a month, and its months do not add up
C9  info  steering
    finding  not checked for `yearly`: fewer than 24 months of it are known
E2  info  steering
    finding  not checked: nothing is logged of looks and decisions
E3  info  steering
    finding  not checked: nothing is logged of looks and decisions
E4  info  steering
    finding  not checked: nothing is logged of looks and decisions
2 errors, 4 warnings, 6 infos, 0 waived

=== a quotient of two of a kind is a percentage, a sum is none
--- schema shop
--- args
--version >/dev/null; "$KOERS" --today 2025-06-02 --format csv run units.koers | grep ^C3
--- file units.koers
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  dimension status
  measure cost : money(EUR) = sum(freight)  measure n : count = count()
  measure done : count = count() where status = "done"  measure rate : percent = done / n }
indicator of_all  { measure rate  formula finished / all_of }
indicator wrong   { measure rate  formula finished + all_of }
indicator paid    { measure cost  formula finished * all_of }
indicator finished { measure done }
indicator all_of  { measure n }
check steering
--- stdout
C3,error,indicator wrong,units.koers:6,"it measures a percentage, and its formula makes a plain number",multiply or divide so that the units come out,
C3,error,indicator paid,units.koers:7,"it measures money, and its formula makes a plain number",multiply or divide so that the units come out,

=== a product is as likely to reach its target as the sum that it is
--- schema none
--- file fill.sql
create table t (id integer primary key, day date, amount integer);
with recursive n (i) as (select 0 union all select i + 1 from n where i < 160)
insert into t select i, date('2022-01-03', (7 * i) || ' days'), 50 + 7 * (i % 5) from n;
--- args
--version >/dev/null; sqlite3 store.db <fill.sql; "$KOERS" --today 2025-01-20 --format csv run script.koers | grep ^C9
--- file script.koers
open "store.db"
source t from table t { key id  time day = day  covers 2022-01-01 .. 2025-01-31
  measure sold = sum(amount)  measure deals = count() }
indicator as_sum     { measure sold  rhythm monthly  target >= 4000 for 2025 }
indicator as_product { measure deals * (sold / deals)  rhythm monthly  target >= 4000 for 2025 }
indicator as_window  { measure sold[year to date]  rhythm monthly  target >= 4000 for 2025 }
check steering
--- stdout
C9,warning,indicator as_sum,script.koers:4,the forecast reaches it with 9%,"lower it, or say what changes",
C9,warning,indicator as_product,script.koers:5,the forecast reaches it with 9%,"lower it, or say what changes",
C9,info,steering,,"not checked for `as_window`: its target is for more than a month, and its months do not add up",,

=== what came of the month that goes on counts for its target
--- schema none
--- file fill.sql
create table t (id integer primary key, day date, amount integer);
with recursive n (i) as (select 0 union all select i + 1 from n where i < 1144)
insert into t select i, date('2022-01-01', i || ' days'), 10 + i % 2 from n;
update t set amount = 2 * amount where day >= '2025-02-01';
--- args
--version >/dev/null; sqlite3 store.db <fill.sql; for day in 2025-02-01 2025-02-18; do "$KOERS" --today $day run script.koers | grep -A1 C9; done
--- file script.koers
open "store.db"
source t from table t { key id  time day = day  covers 2022-01-01 .. 2025-02-28  measure sold = sum(amount) }
indicator above  { measure sold  rhythm monthly  target >= 400 for 2025-02 }
indicator quarter { measure sold  rhythm monthly  target >= 1050 for 2025-Q1 }
indicator later  { measure sold  rhythm monthly  target >= 500 for 2025-03 }
check steering
--- stdout
C9  warning  indicator above  script.koers:3
    finding  the forecast reaches it with 0%
--
C9  warning  indicator quarter  script.koers:4
    finding  the forecast reaches it with 0%
--
C9  warning  indicator later  script.koers:5
    finding  the forecast reaches it with 0%
C9  warning  indicator above  script.koers:3
    finding  the forecast reaches it with 100%
--
C9  warning  indicator quarter  script.koers:4
    finding  the forecast reaches it with 100%
--
C9  warning  indicator later  script.koers:5
    finding  the forecast reaches it with 0%

=== a target for a period holds in the periods inside it, a plain one where no other does
--- schema shop
--- args
run input.koers
--- input
-- Freight: 4.90 in January (from the 15th on), 12.00, 3.35, 0 in April, 7.75 in May.
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  covers 2025-01-01 .. 2025-12-31
  measure cost = sum(freight)  measure n : count = count()  measure of_each = cost / n }
indicator sum   { measure cost  rhythm monthly  target >= 5  target >= 20 for 2025-Q2 }
indicator due   { measure cost  rhythm monthly  target >= 5  target >= 20 by 2025-Q2 }
indicator ratio { measure of_each  rhythm monthly  target >= 5  target >= 20 for 2025-Q2 }
indicator half  { formula sum * factor  rhythm monthly  target >= 30 for 2025-H1 }
indicator some  { formula sum * factor  rhythm monthly  target >= 5 for 2025-05 }
indicator other { formula sum * factor  rhythm monthly  target >= 5 for 2025-07 }
indicator factor { measure n / n  rhythm monthly  target >= 1 }
set today = 2025-07-02
list indicator, period, value, target, so_far, so_far_target, status from koers_indicators
  where indicator in ("sum", "due", "ratio") and starts_on >= 2025-03-01
list check, about, finding from (check steering) where check = "C2"
--- stdout
indicator  period   value  target  so_far  so_far_target  status
─────────  ───────  ─────  ──────  ──────  ─────────────  ──────
sum        2025-03   3.35       5       –              –  red
sum        2025-04   0.00      20    0.00           6.59  red
sum        2025-05   7.75      20    7.75          13.41  red
sum        2025-06   1.00      20    8.75          20.00  red
due        2025-03   3.35       5       –              –  red
due        2025-04   0.00       5       –              –  red
due        2025-05   7.75       5       –              –  green
due        2025-06   1.00      20    8.75          20.00  red
ratio      2025-03   3.35       5       –              –  red
ratio      2025-04      –      20       –              –  grey
ratio      2025-05   7.75      20       –              –  red
ratio      2025-06   1.00      20       –              –  red

check  about           finding
─────  ──────────────  ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
C2     indicator half  its drivers' targets make 35, not 30; `sum` would have to be 30 (target 35), or `factor` would have to be 0.86 (target 1, now 1)
C2     steering        not checked for `some`: `sum` has no target for 2025-05
