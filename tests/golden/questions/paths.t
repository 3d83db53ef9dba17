=== paths are lines: known values on all of them
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by quarter, region next 1 using naive paths 20 having path in (1, 20)
--- stdout
quarter  region  kind      path    value
───────  ──────  ────────  ────  ───────
2025-Q4  North   actual       1  €442.00
                             20  €442.00
         South   actual       1  €150.00
                             20  €150.00
2026-Q1  North   expected     1  €456.47
                             20  €499.79
         South   expected     1  €150.00
                             20  €150.00
known: 2023-Q2 .. 2025-Q4, 11 periods

=== a forecast as a source: a measure, its quantiles, sums and chances
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast amount by month next 3 using naive paths 200) { measure on_path = sum(value) }
forecast amount by month next 3 using naive
show expected_amount, percentile(expected_amount per path, 0.1) as p10, median(expected_amount per path) as p50, percentile(expected_amount per path, 0.9) as p90 by month
show expected_amount, percentile(expected_amount per path, 0.1) as p10 by kind
show avg((if(expected_amount > 185 EUR, 1, 0)) per path) as chance by month where kind = "expected"
show percentile(min(on_path[to date] per month) per path, 0.1) as low where kind = "expected"
--- stdout
month    kind        value      p10      p50      p90  error  bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-09  actual    €182.00        –        –        –      –     –  –
2025-10  actual    €183.00        –        –        –      –     –  –
2025-11  actual    €184.00        –        –        –      –     –  –
2025-12  expected  €225.00  €225.00  €225.00  €225.00   0.0%  0.0%  so far, naive
2026-01  expected  €184.00  €174.08  €184.00  €193.92   2.9%  0.9%  naive
2026-02  expected  €184.00  €171.85  €184.00  €196.15   3.6%  0.6%  naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made from what was known then: 12 of them on day 16 of their period, 10 of them 3 ahead at ends of periods

month    expected_amount       p10       p50       p90
───────  ────────────────  ────────  ────────  ────────
2025-09          €182.00   €182.00   €182.00   €182.00
2025-10          €183.00   €183.00   €183.00   €183.00
2025-11          €184.00   €184.00   €184.00   €184.00
2025-12          €225.00   €225.00   €225.00   €225.00
2026-01          €184.00◔  €174.17◔  €184.00◔  €193.83◔
2026-02          €184.00◔  €171.95◔  €184.00◔  €196.05◔

kind      expected_amount      p10
────────  ───────────────  ───────
actual            €549.00  €549.00
expected          €593.00  €572.28

month    chance
───────  ───────
2025-12    1.00
2026-01    0.45◔
2026-02    0.46◔

    low
────────
€225.00◔

=== units of paths add up
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast amount by month, region next 2 paths 100) { }
show expected_amount by month, region where kind = "expected" with subtotals
show expected_amount, amount[previous month] as last_month by region for 2025-12
--- stdout
month    region  expected_amount
───────  ──────  ────────────────
2025-12  North           €175.00
         South            €50.00
         total           €225.00
2026-01  North           €134.94◔
         South            €50.00◔
         total           €184.94◔

region  expected_amount  last_month
──────  ───────────────  ──────────
North           €175.00     €134.00
South            €50.00      €50.00

=== a forecast without paths is a source too
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast amount by month, region next 1 using naive) { }
list month, region, kind, value, p10, method from future
show expected_amount by month
show max(p90) as most from (forecast amount by month next 2 using naive)
--- stdout
month    region  kind        value      p10  method
───────  ──────  ────────  ───────  ───────  ─────────────
2025-11  North   actual    €134.00        –  (none)
2025-11  South   actual     €50.00        –  (none)
2025-12  North   expected  €175.00  €175.00  so far, naive
2025-12  South   expected   €50.00   €50.00  so far, naive

month    expected_amount
───────  ───────────────
2025-11          €184.00
2025-12          €225.00

   most
───────
€225.00

=== a measure that does not add up over time has no measure of its own
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast price by month next 2 using naive paths 50) { measure mean_price = avg(value) }
show mean_price, percentile(mean_price per path, 0.9) as p90 by month where kind = "expected"
--- stdout
month    mean_price      p90
───────  ───────────  ───────
2025-12      €36.80   €38.14
2026-01      €36.80◔  €38.70◔

=== what is lifted need not be known
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source costs from sql "select 1 as id, '2025-12-05' as due, 70 as cost union all select 2, '2026-01-05', 30 union all select 3, '2026-02-05', 40" { key id time due = due measure cost : money(EUR) = sum(cost) }
source future from (forecast amount by month next 2 using naive paths 100) { measure on_path = sum(value) }
show cost[all region], amount by region for 2025-12
show percentile((on_path - cost[all path]) per path, 0.5) as left_over by month for 2025-12 .. 2026-01
--- stdout
region  cost[all region]    amount
──────  ─────────────────  ───────
North             €70.00◔  €175.00
South             €70.00◔   €50.00

month    left_over
───────  ──────────
2025-12    €155.00◔
2026-01    €154.00◔

=== too little is known to say how sure
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast amount by quarter next 1 using naive for 2025 paths 20) { }
show expected_amount by quarter
forecast amount by quarter next 1 using naive for 2025 paths 20 having path = 1
--- stdout
quarter  expected_amount
───────  ───────────────
2025-Q4          €592.00

quarter  kind    path    value
───────  ──────  ────  ───────
2025-Q4  actual     1  €592.00
known: 2025-Q1 .. 2025-Q4, 4 periods
fewer than two seasons are known: none is looked for
too little is known to say how sure a forecast is: there is none on paths

=== held against a target
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source goals from sql "select '2025-10-01' as since, 540 as goal union all select '2026-01-01', 600" { key since time period = since by quarter measure goal : money(EUR) = sum(goal) spread over days measure people = count() }
forecast amount by month next 2 using naive versus goal
forecast amount by month next 1 using naive versus goal as wanted chart line
forecast amount by month, region next 1 using naive with total
forecast price by month next 1 using naive with total
--- stdout
month    kind        value      p10      p50      p90     goal  chance  error  bias  method
───────  ────────  ───────  ───────  ───────  ───────  ───────  ──────  ─────  ────  ─────────────
2025-10  actual    €183.00        –        –        –  €181.96       –      –     –  –
2025-11  actual    €184.00        –        –        –  €176.09       –      –     –  –
2025-12  expected  €225.00  €225.00  €225.00  €225.00  €181.96  100.0%   0.0%  0.0%  so far, naive
2026-01  expected  €184.00  €174.08  €184.00  €193.92  €206.67    0.2%   2.9%  0.9%  naive
───────  ────────  ───────  ───────  ───────  ───────  ───────  ──────  ─────  ────  ─────────────
total    expected  €409.00  €399.08  €409.00  €418.92  €388.62   99.6%      –     –  –
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made from what was known then: 12 of them on day 16 of their period, 11 of them 2 ahead at ends of periods

month    kind        value      p10      p50      p90   wanted  chance  error  bias  method
───────  ────────  ───────  ───────  ───────  ───────  ───────  ──────  ─────  ────  ─────────────
2025-11  actual    €184.00        –        –        –  €176.09       –      –     –  –
2025-12  expected  €225.00  €225.00  €225.00  €225.00  €181.96  100.0%   0.0%  0.0%  so far, naive
───────  ────────  ───────  ───────  ───────  ───────  ───────  ──────  ─────  ────  ─────────────
total    expected  €225.00  €225.00  €225.00  €225.00  €181.96  100.0%      –     –  –
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then

● value  ○ p10  ◆ p90
€230 ┤
     │          ●
€220 ┤         ⡜
     │
€210 ┤      ⢀⠆
     │      ⠎
     │
€200 ┤   ⢠⠃
     │   ⠃
€190 ┤ ⡀
     │●⠁
€180 ┤
     └───────────
      2025-11
dashed: expected

month    region  kind        value      p10      p50      p90  error  bias  method
───────  ──────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-11  North   actual    €134.00        –        –        –      –     –  –
         South   actual     €50.00        –        –        –      –     –  –
         total   actual    €184.00        –        –        –      –     –  –
2025-12  North   expected  €175.00  €175.00  €175.00  €175.00   0.0%  0.0%  so far, naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%  0.0%  so far, naive
         total   expected  €225.00  €225.00  €225.00  €225.00   0.0%  0.0%  so far, naive
───────  ──────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ─────────────
total            expected  €225.00  €225.00  €225.00  €225.00      –     –  –
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
units and the total of their period are brought to each other

month    kind       value     p10     p50     p90  error   bias  method
───────  ────────  ──────  ──────  ──────  ──────  ─────  ─────  ──────
2025-11  actual    €36.80       –       –       –      –      –  –
2025-12  expected  €36.80  €35.41  €36.80  €38.19   4.1%  -0.6%  naive
2025-12 is left out: rows end on 2025-12-15
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

=== what a forecast is held against
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source goals from sql "select '2025-10-01' as since, 540 as goal union all select '2026-01-01', 600" { key since time period = since by quarter measure goal : money(EUR) = sum(goal) spread over days measure people = count() }
forecast amount by month next 2 versus items
forecast amount by month next 2 versus previous year
forecast amount by month next 2 versus 500 EUR
forecast amount by month next 2 versus amount, amount
forecast amount by month next 2 paths 100 versus amount
forecast amount by quarter, region next 2 versus goal
--- stderr
input.koers:4:40: error[E0671]: this is no measure of money(EUR)
    4 | forecast amount by month next 2 versus items
      |                                        ^~~~~
      = help: a forecast is held against a measure of what is to come, as a target
input.koers:5:33: error[E0671]: a forecast is held against one measure
    5 | forecast amount by month next 2 versus previous year
      |                                 ^~~~~~~~~~~~~~~~~~~~
      = help: as in: forecast revenue by month next 6 versus quota
input.koers:6:40: error[E0671]: this is no measure of money(EUR)
    6 | forecast amount by month next 2 versus 500 EUR
      |                                        ^~~~~~~
      = help: a forecast is held against a measure of what is to come, as a target
input.koers:7:33: error[E0671]: a forecast is held against one measure
    7 | forecast amount by month next 2 versus amount, amount
      |                                 ^~~~~~~~~~~~~~~~~~~~~
      = help: as in: forecast revenue by month next 6 versus quota
input.koers:8:43: error[E0671]: paths are held against nothing
    8 | forecast amount by month next 2 paths 100 versus amount
      |                                           ^~~~~~~~~~~~~
      = help: ask `avg(if(expected >= target, 1, 0) per path)`
input.koers:9:29: error[E0303]: `goals` has no `region`; it is kept per quarter
    9 | forecast amount by quarter, region next 2 versus goal
      |                             ^~~~~~
      = help: it belongs to `sales`, and no join of `goals` leads there
--- exit
1

=== having, sort and alarms of the lines
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 2 using naive alarm when p10 < 165 EUR "{month}: {p10} to {p90}" warn when kind = "actual" and value > 183.5 EUR
forecast amount by month, region next 1 using naive having kind = "expected" sort by value descending warn when value < 60 EUR "{region}"
source future from (forecast amount by month, region next 1 using naive having region = "North" sort by month) { }
show expected_amount by region
forecast amount by month next 1 having p11 > 3
forecast amount by month next 1 sort by valu
--- stderr
input.koers:7:40: error[E0307]: `the forecast` has no column or dimension `p11`
    7 | forecast amount by month next 1 having p11 > 3
      |                                        ^~~
      = help: did you mean `p10`?
input.koers:8:41: error[E0307]: `the forecast` has no column or dimension `valu`
    8 | forecast amount by month next 1 sort by valu
      |                                         ^~~~
      = help: did you mean `value`?
--- exit
1

=== having and alarms that are right
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 2 using naive alarm when p10 < 165 EUR "{month}: {p10} to {p90}" warn when kind = "actual" and value > 183.5 EUR
forecast amount by month, region next 1 using naive having kind = "expected" sort by value descending warn when value < 60 EUR "{region}"
source future from (forecast amount by month, region next 1 using naive having region = "North" sort by month) { }
show expected_amount by region
--- stdout
month    kind        value      p10      p50      p90  error  bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-10  actual    €183.00        –        –        –      –     –  –
2025-11  actual    €184.00        –        –        –      –     –  –
2025-12  expected  €225.00  €225.00  €225.00  €225.00   0.0%  0.0%  so far, naive
2026-01  expected  €184.00  €174.08  €184.00  €193.92   2.9%  0.9%  naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made from what was known then: 12 of them on day 16 of their period, 11 of them 2 ahead at ends of periods
warning: 2025-11

month    region  kind        value      p10      p50      p90  error  bias  method
───────  ──────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-12  North   expected  €175.00  €175.00  €175.00  €175.00   0.0%  0.0%  so far, naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%  0.0%  so far, naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
units and the total of their period are brought to each other
warning: South

region  expected_amount
──────  ───────────────
North           €309.00

=== what if
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 1 using naive with total what if amount = amount * 1.5
forecast amount by month, region next 1 using naive what if amount = amount + 10 EUR
forecast amount by month next 1 using naive what if items = 3
source more from (forecast amount by month next 1 using naive paths 20 what if amount = amount * 2) { }
show expected_amount by month
report r() "Under what if" { forecast amount by month next 1 using naive }
run r() what if amount = amount * 2
--- stdout
month    kind        value  value what if  value difference      p10      p50      p90  error  bias  method
───────  ────────  ───────  ─────────────  ────────────────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-11  actual    €184.00        €276.00            €92.00        –        –        –      –     –  –
2025-12  expected  €225.00        €337.50           €112.50  €337.50  €337.50  €337.50   0.0%  0.0%  so far, naive
───────  ────────  ───────  ─────────────  ────────────────  ───────  ───────  ───────  ─────  ────  ─────────────
total    expected  €225.00        €337.50           €112.50  €337.50  €337.50  €337.50      –     –  –
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
what if amount = amount * 1.5

month    region  kind        value  value what if  value difference      p10      p50      p90  error  bias  method
───────  ──────  ────────  ───────  ─────────────  ────────────────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-11  North   actual    €134.00        €144.00            €10.00        –        –        –      –     –  –
         South   actual     €50.00         €60.00            €10.00        –        –        –      –     –  –
2025-12  North   expected  €175.00        €185.00            €10.00  €185.00  €185.00  €185.00   0.0%  0.0%  so far, naive
         South   expected   €50.00         €60.00            €10.00   €60.00   €60.00  €113.45   5.1%  5.1%  so far, naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
what if amount = amount + 10 EUR

month    kind        value      p10      p50      p90  error  bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-11  actual    €184.00        –        –        –      –     –  –
2025-12  expected  €225.00  €225.00  €225.00  €225.00   0.0%  0.0%  so far, naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
what if items = 3; nothing here is made of `items`

month    expected_amount
───────  ───────────────
2025-11          €368.00
2025-12          €450.00

Under what if

month    kind        value  value what if  value difference      p10      p50      p90  error  bias  method
───────  ────────  ───────  ─────────────  ────────────────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-11  actual    €184.00        €368.00           €184.00        –        –        –      –     –  –
2025-12  expected  €225.00        €450.00           €225.00  €450.00  €450.00  €450.00   0.0%  0.0%  so far, naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
what if amount = amount * 2

=== what if reaches into a source that is a forecast
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast amount by month next 2 using naive paths 20) { }
source plain from (forecast amount by month, region next 1 using naive) { measure ours : money(EUR) = sum(value) }
-- the same on each path
forecast amount by month next 2 using naive paths 20 what if amount = amount * 2 having path = 3 and kind = "expected"
show sum(value) by month where path = 3 and kind = "expected" from future what if amount = amount * 2
-- and of units
forecast amount by month, region next 1 using naive what if amount = amount + 10 EUR
show ours by month, region what if amount = amount + 10 EUR
show expected_amount, percentile(expected_amount per path, 0.1) as p10 by month with total what if amount = amount * 2
show expected_amount[what if amount = amount + 5 EUR] as more, expected_amount by month where kind = "expected"
show expected_amount by month what if price = price * 2, amount = price * items
show sum(value) by month from (forecast amount by month next 1 using naive what if amount = amount * 3) where kind = "expected" what if amount = amount + 1 EUR
show sum(`value what if`) as more by month from (forecast amount by month next 1 using naive what if amount = amount * 3) where kind = "expected" what if amount = amount + 1 EUR
show expected_amount by month what if items = items * 2
report outlook() "Outlook" { show expected_amount for 2026-01 }
run outlook() what if amount = amount * 3
--- stdout
month    kind      path    value
───────  ────────  ────  ───────
2025-12  expected     3  €450.00
2026-01  expected     3  €337.65
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
what if amount = amount * 2

month    sum(value)   sum(value) what if   sum(value) difference
───────  ───────────  ───────────────────  ──────────────────────
2025-12     €225.00              €450.00                 €225.00
2026-01     €168.82◔             €337.65◔                €168.83◔
what if amount = amount * 2

month    region  kind        value  value what if  value difference      p10      p50      p90  error  bias  method
───────  ──────  ────────  ───────  ─────────────  ────────────────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-11  North   actual    €134.00        €144.00            €10.00        –        –        –      –     –  –
         South   actual     €50.00         €60.00            €10.00        –        –        –      –     –  –
2025-12  North   expected  €175.00        €185.00            €10.00  €185.00  €185.00  €185.00   0.0%  0.0%  so far, naive
         South   expected   €50.00         €60.00            €10.00   €60.00   €60.00  €113.45   5.1%  5.1%  so far, naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
what if amount = amount + 10 EUR

month    region     ours  ours what if  ours difference
───────  ──────  ───────  ────────────  ───────────────
2025-11  North   €134.00       €144.00           €10.00
         South    €50.00        €60.00           €10.00
2025-12  North   €175.00       €185.00           €10.00
         South    €50.00        €60.00           €10.00
what if amount = amount + 10 EUR

month    expected_amount   expected_amount what if   expected_amount difference       p10   p10 what if   p10 difference
───────  ────────────────  ────────────────────────  ───────────────────────────  ────────  ────────────  ───────────────
2025-10          €183.00                   €366.00                      €183.00   €183.00       €366.00          €183.00
2025-11          €184.00                   €368.00                      €184.00   €184.00       €368.00          €184.00
2025-12          €225.00                   €450.00                      €225.00   €225.00       €450.00          €225.00
2026-01          €184.00◔                  €368.00◔                     €184.00◔  €174.87◔      €349.73◔         €174.87◔
───────  ────────────────  ────────────────────────  ───────────────────────────  ────────  ────────────  ───────────────
total            €776.00◔                €1,552.00◔                     €776.00◔  €766.87◔    €1,533.73◔         €766.87◔
what if amount = amount * 2

month       more   expected_amount
───────  ────────  ────────────────
2025-12  €230.00           €225.00
2026-01  €189.00◔          €184.00◔

month    expected_amount   expected_amount what if   expected_amount difference
───────  ────────────────  ────────────────────────  ───────────────────────────
2025-10          €183.00                   €366.00                      €183.00
2025-11          €184.00                   €368.00                      €184.00
2025-12          €225.00                   €368.00                      €143.00
2026-01          €184.00◔                  €368.00◔                     €184.00◔
what if price = price * 2, amount = price * items

month    sum(value)  sum(value) what if  sum(value) difference
───────  ──────────  ──────────────────  ─────────────────────
2025-12     €225.00             €226.00                  €1.00
what if amount = amount + 1 EUR

month       more  more what if  more difference
───────  ───────  ────────────  ───────────────
2025-12  €675.00       €678.00            €3.00
what if amount = amount + 1 EUR

month    expected_amount
───────  ────────────────
2025-10          €183.00
2025-11          €184.00
2025-12          €225.00
2026-01          €184.00◔
what if items = items * 2; nothing here is made of `items`

Outlook

expected_amount   expected_amount what if   expected_amount difference
────────────────  ────────────────────────  ───────────────────────────
        €184.00◔                  €552.00◔                     €368.00◔
what if amount = amount * 3

=== solve by what a forecast is made of
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast amount by month next 2 using naive paths 20) { }
source plain from (forecast amount by month, region next 1 using naive) { measure ours : money(EUR) = sum(value) }
solve expected_amount = 900 EUR by amount for 2026-01
solve expected_amount = 900 EUR by amount for 2025-11
solve percentile(expected_amount per path, 0.1) = 200 EUR by amount for 2026-01
solve ours = 1k EUR by amount for 2025-12 where region = "North"
--- stdout
measure                now      needed      change  change %
───────────────  ─────────  ──────────  ──────────  ────────
expected_amount    €184.00     €900.00     €716.00    389.1%
amount           €5,250.00  €25,679.35  €20,429.35    389.1%
there is no amount for 2026-01: now and needed are of all that is known

measure              now   needed   change  change %
───────────────  ───────  ───────  ───────  ────────
expected_amount  €184.00  €900.00  €716.00    389.1%
amount           €184.00  €900.00  €716.00    389.1%

measure                                          now     needed   change  change %
─────────────────────────────────────────  ─────────  ─────────  ───────  ────────
percentile(expected_amount per path, 0.1)    €174.87    €200.00   €25.13     14.4%
amount                                     €5,250.00  €6,004.51  €754.51     14.4%
there is no amount for 2026-01: now and needed are of all that is known

measure      now     needed   change  change %
───────  ───────  ─────────  ───────  ────────
ours     €175.00  €1,000.00  €825.00    471.4%
amount   €175.00  €1,000.00  €825.00    471.4%

=== what if reaches what is made of a forecast, parts of a stack and lists too
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast amount by month next 2 using naive paths 20) { }
source plain from (forecast amount by month, region next 1 using naive) { measure ours : money(EUR) = sum(value) }
source both from future, plain
show sum(value), count() from both what if amount = amount * 2
list month, path, value from future sort by month, path top 2 what if amount = amount * 2
list month, path, value from future sort by month, path top 2
--- stdout
sum(value)  sum(value) what if  sum(value) difference  count()  count() what if  count() difference
──────────  ──────────────────  ─────────────────────  ───────  ───────────────  ──────────────────
€15,929.00          €31,858.00             €15,929.00       84               84                   0
what if amount = amount * 2

month    path    value
───────  ────  ───────
2025-10     1  €366.00
2025-10     2  €366.00
what if amount = amount * 2; all of this is as it would be

month    path    value
───────  ────  ───────
2025-10     1  €183.00
2025-10     2  €183.00

=== what if does not reach a backtest, and a number leaves nothing to forecast
--- schema months
--- args
check input.koers
--- input
open "store.db"
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) measure items : count = sum(items) measure price : money(EUR) = amount / items }
source future from (forecast amount by month next 2 using naive paths 20) { }
show expected_amount what if amount = 30 EUR
show sum(n) as n from (backtest amount by month using naive horizon 1) what if amount = amount * 2
--- stderr
input.koers:4:39: error[E0690]: nothing would be left to forecast: this is no measure
    4 | show expected_amount what if amount = 30 EUR
      |                                       ^~~~~~
      = help: say it of what is: as in `revenue = revenue * 0 + 100 EUR`
input.koers:5:24: error[E0690]: a backtest holds forecasts against what was, and `what if` against what never was
    5 | show sum(n) as n from (backtest amount by month using naive horizon 1) what if amount = amount * 2
      |                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: run the report without `what if`, or leave it out
--- exit
1

=== how many paths
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 1 paths 5
forecast amount by month next 1 paths 20000
source f from (forecast amount by month, region as kind next 1 paths 20) { }
--- stderr
input.koers:3:33: error[E0671]: a forecast has 20 to 10000 paths
    3 | forecast amount by month next 1 paths 5
      |                                 ^~~~~~~
      = help: quantiles of 1000 paths are near enough
input.koers:4:33: error[E0671]: a forecast has 20 to 10000 paths
    4 | forecast amount by month next 1 paths 20000
      |                                 ^~~~~~~~~~~
      = help: quantiles of 1000 paths are near enough
input.koers:5:42: error[E0304]: two columns are called `kind`
    5 | source f from (forecast amount by month, region as kind next 1 paths 20) { }
      |                                          ^~~~~~
      = help: give the unit another name: `... as name`
--- exit
1

=== too many lines
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 400 using naive paths 10000
--- stderr
input.koers:3:47: error[E0671]: these are more than 4 million lines
    3 | forecast amount by month next 400 using naive paths 10000
      |                                               ^~~~~~~~~~~
      = help: ask for fewer paths, units or periods
--- exit
1

=== no forecast is no forecast of 0
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source future from (forecast amount by year, region next 1 using winters_additive) { }
show expected_amount by year, region
list year, region, kind, value from future
--- stdout
year  region  expected_amount
────  ──────  ────────────────
2025  North         €1,594.00
      South           €600.00
2026  North                 –◔
      South                 –◔

year  region  kind          value
────  ──────  ────────  ─────────
2025  North   actual    €1,594.00
2025  South   actual      €600.00
2026  North   expected          –
2026  South   expected          –

=== a profile from an answer
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
source paid from sql "select 1 as id, '2025-01-20' as billed, 0 as lag, 30 as amount union all select 2, '2025-01-20', 1, 50 union all select 3, '2025-01-20', null, 5" { key id time billed = billed dimension lag = lag measure paid : money(EUR) = sum(amount) }
profile payment by month from (show paid / amount[all lag, where region = "North"] by lag for 2025-01)
show paid / amount[all lag, where region = "North"] as weight by lag for 2025-01
show amount, amount[lagged by profile payment] as lagged by month for 2025-10 .. 2025-12
--- stdout
   lag  weight
──────  ───────
     0    0.24◔
     1    0.40◔
(none)    0.04◔

month     amount   lagged
───────  ───────  ───────
2025-10  €183.00  €117.66
2025-11  €184.00  €118.31
2025-12  €225.00  €128.63

=== a profile is read anew on another day
--- schema months
--- input
\shared schema/months.koers
source paid from sql "select 1 as id, '2025-12-20' as billed, 0 as lag, 30 as amount union all select 2, '2025-12-20', 1, 70 union all select 3, '2026-01-20', 0, 100" { key id time billed = billed dimension lag = lag measure paid = sum(amount) }
profile payment by month from (show paid / 100 by lag for last month)
set today = 2026-01-02
show amount[lagged by profile payment] as lagged by month for 2025-11 .. 2025-12
show amount[lagged by profile payment] as twice by month for 2025-12
set today = 2026-02-02
show amount, amount[lagged by profile payment] as lagged by month for 2025-11 .. 2025-12
--- stdout
month     lagged
───────  ───────
2025-11  €183.30
2025-12  €196.30

month      twice
───────  ───────
2025-12  €196.30

month     amount   lagged
───────  ───────  ───────
2025-11  €184.00  €184.00
2025-12  €225.00  €225.00

=== profiles that answers cannot be
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
profile one by month from (show amount by region)
profile two by month from (show amount, items)
profile three by month from (show amount[lagged by profile three] / amount by items from sales)
profile four by month from (show 2 as weight, items by month)
show amount[lagged by profile three] by month
profile five by month from (show items as weight by floor(0 * amount) as step from sales)
--- stderr
input.koers:3:28: error[E0651]: a profile's answer has two columns of numbers: steps and weights
    3 | profile one by month from (show amount by region)
      |                            ^~~~~~~~~~~~~~~~~~~~~
input.koers:5:9: error[E0651]: this profile is used in the answer that its weights come from
    5 | profile three by month from (show amount[lagged by profile three] / amount by items from sales)
      |         ^~~~~
input.koers:6:29: error[E0651]: a profile's answer has two columns of numbers: steps and weights
    6 | profile four by month from (show 2 as weight, items by month)
      |                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
--- exit
1
