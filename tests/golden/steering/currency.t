=== indicators are read in the currency of their targets, whatever is set
--- schema rates
--- args
--today 2025-03-10 run input.koers
--- input
-- 150 and 200 euros, 155 and 210 dollars.
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d  covers 2025-01-01 .. 2025-12-31
  measure revenue : money(EUR) = sum(amount)
  measure n : count = count() }
indicator sold    { measure revenue  rhythm monthly  target >= 2000 EUR for 2025  alarm < 205 EUR }
indicator each    { measure revenue / n  rhythm monthly  target >= 205 EUR }
indicator made    { formula many * each  rhythm monthly  target >= 300 EUR }
indicator many    { measure n  rhythm monthly  target >= 1 }
indicator dollars { measure revenue[in USD]  rhythm monthly  target >= 205 USD }
show revenue by month for 2025-01 .. 2025-02
cascade made to 300 EUR for 2026-02
set currency = "USD"
show revenue by month for 2025-01 .. 2025-02
map steering
list check, about, finding from (check steering) where check = "C2"
brief on 2025-03-03
list indicator, value, so_far, unit, status from koers_indicators where starts_on = 2025-02-01
cascade made to 300 EUR for 2026-02
cascade revenue to 300 USD for 2026-02
--- stdout
month    revenue
───────  ───────
2025-01  €150.00
2025-02  €200.00

driver  role    history   needed  change %  history a week  needed a week
──────  ──────  ───────  ───────  ────────  ──────────────  ─────────────
made    goal    €200.00  €300.00     50.0%          €50.00         €75.00
each    kept    €200.00  €200.00      0.0%               –              –
many    driver        1        2     50.0%            0.25           0.38
furthest off: many, which has to be 50.0% higher
2026-02 has 4 working weeks; history is 2025-02 with 4

month    revenue
───────  ───────
2025-01  $155.00
2025-02  $210.00

level          name     owner  period   value    target                 so far                         status  findings
─────────────  ───────  ─────  ───────  ───────  ─────────────────────  ─────────────────────────────  ──────  ────────
without level  sold     –      2025-02  €200.00  >= €2,000.00 for 2025  €350.00, should be >= €323.29  red            2
               each     –      2025-02  €200.00  >= €205.00             –                              red            3
               made     –      2025-02  €200.00  >= €300.00             –                              red            4
               many     –      2025-02  1        >= 1                   –                              green          2
               dollars  –      2025-02  $210.00  >= $205.00             –                              green          2

check  about           finding
─────  ──────────────  ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
C2     indicator made  its drivers' targets make €205.00, not €300.00; `each` would have to be €300.00 (target €205.00, now €200.00), or `many` would have to be 1.5 (target 1.0)

Brief, 2025-03-03

red  sold  2025-02
    value   €200.00
    target  >= €2,000.00 for 2025
    so far  €350.00, should be >= €323.29
    change  €50.00
    since   2025-01
    trend   ▁█
red  each  2025-02
    value   €200.00
    target  >= €205.00
    change  €125.00
    since   2025-01
    trend   ▁█
red  made  2025-02
    value   €200.00
    target  >= €300.00
    change  €50.00
    since   2025-01
    trend   ▁█
green  many  2025-02
    value   1
    target  >= 1
    change  -1
    since   2025-01
    trend   █▁
green  dollars  2025-02
    value   $210.00
    target  >= $205.00
    change  $55.00
    since   2025-01
    trend   ▁█

What to do

red  sold
red  each
red  made

What waits is left out: the model has no `day_list`, which reports.day_start makes

indicator  value  so_far  unit   status
─────────  ─────  ──────  ─────  ──────
sold         200     350  EUR    red
each         200       –  EUR    red
made         200       –  EUR    red
many           1       –  count  green
dollars      210       –  USD    green

driver  role    history   needed  change %  history a week  needed a week
──────  ──────  ───────  ───────  ────────  ──────────────  ─────────────
made    goal    €200.00  €300.00     50.0%          €50.00         €75.00
each    kept    €200.00  €200.00      0.0%               –              –
many    driver        1        2     50.0%            0.25           0.38
furthest off: many, which has to be 50.0% higher
2026-02 has 4 working weeks; history is 2025-02 with 4

driver   role  history   needed  change %  history a week  needed a week
───────  ────  ───────  ───────  ────────  ──────────────  ─────────────
revenue  goal  $210.00  $300.00     42.9%          $52.50         $75.00
revenue is not made of other measures
2026-02 has 4 working weeks; history is 2025-02 with 4

=== an answer that is read on is in the currency that is set, so of an indicator over it nothing is said
--- schema rates
--- args
--today 2025-03-10 run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d  covers 2025-01-01 .. 2025-12-31
  measure revenue : money(EUR) = sum(amount) }
source days from (show revenue by day) { time on_day = start of day  measure of_days = sum(revenue) }
indicator over { measure of_days  rhythm monthly  target >= 205 EUR }
map steering
set currency = "USD"
brief on 2025-03-03
--- stdout
level          name  owner  period   value    target      so far  status  findings
─────────────  ────  ─────  ───────  ───────  ──────────  ──────  ──────  ────────
without level  over  –      2025-02  €200.00  >= €205.00  –       red            2

Brief, 2025-03-03

grey  over  2025-02

What to do

grey  over
    reason  `set currency` makes USD of what it is in EUR

What waits is left out: the model has no `day_list`, which reports.day_start makes

=== at the rate of the end of a period, what came so far is made anew
--- schema rates
--- args
--today 2025-03-10 run input.koers
--- input
-- 156 by the end of January and 212 of February, 371 of both.
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d  covers 2025-01-01 .. 2025-12-31
  measure revenue : money(EUR) = sum(amount) }
indicator at_end { measure revenue[in USD at period end]  rhythm monthly  target >= 2000 USD for 2025 }
show revenue[in USD at period end] as at_end by month for 2025-01 .. 2025-02 with total
list indicator, period, value, so_far from koers_indicators
map steering
--- stdout
month     at_end
───────  ───────
2025-01  $156.00
2025-02  $212.00
───────  ───────
total    $371.00

indicator  period   value  so_far
─────────  ───────  ─────  ──────
at_end     2025-01    156     156
at_end     2025-02    212     371

level          name    owner  period   value    target                 so far                         status  findings
─────────────  ──────  ─────  ───────  ───────  ─────────────────────  ─────────────────────────────  ──────  ────────
without level  at_end  –      2025-02  $212.00  >= $2,000.00 for 2025  $371.00, should be >= $323.29  green          2
