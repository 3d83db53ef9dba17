--- shared closed
source closed from table odd { key id time paid = day measure costs : money(EUR) = sum(amount) }
audience sellers level operational members "Ann" sees region = "North"
--- shared sales
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) }

=== forecasts are kept where a log is, and once it was begun
--- schema months
--- args
run input.koers
--- input
open "store.db"
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) measure items : count = sum(items) }
set today = 2025-07-10
forecast amount by month next 2 using naive
list id from koers_forecasts
forecast amount by month, region next 2 using naive where region in ("North", "South") keep
forecast amount by month next 1 using run_rate
forecast amount by month next 1 using run_rate
forecast items by quarter next 1 using naive for 2024 .. 2025
commit amount 200 EUR for 2025-08 by "Ann"
commit amount 180.50 for 2025-08 where region = "North" by "Bob"
commit amount 150 for 2025-08 where region = "North" by "Bob"
commit items 40 for 2025-Q4 by "Ann"
set today = 2025-08-01
forecast amount by month next 1 using run_rate
set today = 2025-10-01
list id, made, kind, level, measure, dimension, member, periods, period, lead, method, value, p10, p90, unit, actual, naive_error, runs, parameters from koers_forecasts where who in ("Ann", "Bob") or kind = "forecast"
--- stdout
month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-05  actual    €178.00        –        –        –      –      –  –
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €179.00  €158.93  €179.00  €199.07   6.6%  -2.9%  naive
2025-08  expected  €179.00  €150.62  €179.00  €207.38   7.6%  -3.7%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead

id
──
(no lines)

month    region  kind        value      p10      p50      p90  error   bias  method
───────  ──────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-05  North   actual    €128.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €178.00        –        –        –      –      –  –
2025-06  North   actual    €129.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €179.00        –        –        –      –      –  –
2025-07  North   expected  €129.00  €120.56  €129.00  €137.44   5.9%  -0.8%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €179.00  €158.93  €179.00  €199.07   6.6%  -2.9%  naive
2025-08  North   expected  €129.00  €117.06  €129.00  €140.94   7.0%  -1.6%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €179.00  €150.62  €179.00  €207.38   7.6%  -3.7%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead
units and the total of their period are brought to each other

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ────────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €178.00  €139.25  €178.00  €216.75   9.0%  -5.8%  run rate
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ────────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €178.00  €139.25  €178.00  €216.75   9.0%  -5.8%  run rate
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

quarter  kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ──────
2025-Q2  actual       15    –    –    –      –     –  –
2025-Q3  expected     15    –   15    –   0.0%  0.0%  naive
2025-Q3 is left out: it is not over
known: 2024-Q1 .. 2025-Q2, 6 periods
fewer than two seasons are known: none is looked for
error, bias: of 2 forecasts made at the end of a period, from what was known then

Committed: €200.00 of amount in 2025-08, by Ann

Committed: €180.50 of amount in 2025-08, North, by Bob

Committed: €150.00 of amount in 2025-08, North, by Bob

Committed: 40 of items in 2025-Q4, by Ann

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ────────
2025-07  actual    €180.00        –        –        –      –      –  –
2025-08  expected  €179.00  €152.97  €179.00  €205.03   6.7%  -3.5%  run rate
2025-08 is left out: it is not over
known: 2023-02 .. 2025-07, 30 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

id  made        kind        level  measure  dimension  member  periods  period   lead  method    value     p10     p90  unit   actual  naive_error  runs  parameters
──  ──────────  ──────────  ─────  ───────  ─────────  ──────  ───────  ───────  ────  ────────  ─────  ──────  ──────  ─────  ──────  ───────────  ────  ─────────────────────────────────────────────────────
 1  2025-07-10  forecast    line   amount   region     North   month    2025-07     1  naive       129  120.56  137.44  EUR       130        12.00     1  where region in ("North", "South") next 2 using naive
 2  2025-07-10  forecast    line   amount   region     South   month    2025-07     1  naive        50   50.00   50.00  EUR        50            –     1  where region in ("North", "South") next 2 using naive
 3  2025-07-10  forecast    total  amount   (none)     (none)  month    2025-07     1  naive       179  158.93  199.07  EUR       180        45.33     1  where region in ("North", "South") next 2 using naive
 4  2025-07-10  forecast    line   amount   region     North   month    2025-08     2  naive       129  117.06  140.94  EUR       131        12.00     1  where region in ("North", "South") next 2 using naive
 5  2025-07-10  forecast    line   amount   region     South   month    2025-08     2  naive        50   50.00   50.00  EUR        50            –     1  where region in ("North", "South") next 2 using naive
 6  2025-07-10  forecast    total  amount   (none)     (none)  month    2025-08     2  naive       179  150.62  207.38  EUR       181        45.33     1  where region in ("North", "South") next 2 using naive
 7  2025-07-10  forecast    line   amount   (none)     (none)  month    2025-07     1  run_rate    178  139.25  216.75  EUR       180        45.33     2  next 1 using run_rate
 9  2025-07-10  forecast    line   items    (none)     (none)  quarter  2025-Q3     1  naive        15       –       –  count      15         2.00     1  for 2024 .. 2025 next 1 using naive
10  2025-07-10  commitment  line   amount   (none)     (none)  month    2025-08     2  (none)      200       –       –  EUR       181        45.33     1  (none)
12  2025-07-10  commitment  line   amount   region     North   month    2025-08     2  (none)      150       –       –  EUR       131        12.00     2  (none)
13  2025-07-10  commitment  line   items    (none)     (none)  quarter  2025-Q4     2  (none)       40       –       –  count       –         2.00     1  (none)
14  2025-08-01  forecast    line   amount   (none)     (none)  month    2025-08     1  run_rate    179  152.97  205.03  EUR       181        43.58     1  next 1 using run_rate

=== what a report forecasts and a person commits to, and nothing of a backtest
--- schema months
--- args
run input.koers
--- input
open "store.db"
source sales from table sales { key id time sold = day measure amount : money(EUR) = sum(amount) }
source kept from koers_forecasts { dimension kept_kind = kind dimension expected_of = measure measure kept_lines = count() measure kept_runs = sum(runs) }
set today = 2025-07-10
commit amount 200 for next month by "Ann"
forecast amount by month next 1 using naive
backtest amount origins monthly last 2 horizon 1 using naive
report expected(what : measure) { forecast $what by month next 1 using naive }
run expected(amount)
show kept_lines, kept_runs by kept_kind, expected_of
--- stdout
Committed: €200.00 of amount in 2025-08, by Ann

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €179.00  €158.93  €179.00  €199.07   6.6%  -2.9%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

 lead  n  error   bias  mase  pinball  coverage  seasonal_naive  run_rate     won
─────  ─  ─────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
    1  2   0.6%  -0.6%  0.02    €1.96    100.0%           34.7%      1.1%  100.0%
─────  ─  ─────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
total  2   0.6%  -0.6%  0.02    €1.96    100.0%           34.7%      1.1%  100.0%
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
naive, made at the end of 2 periods from what was known then

expected

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €179.00  €158.93  €179.00  €199.07   6.6%  -2.9%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

kept_kind   expected_of  kept_lines  kept_runs
──────────  ───────────  ──────────  ─────────
commitment  amount                1          1
forecast    amount                1          2

=== what a commitment cannot be
--- schema months
--- args
check input.koers --today 2025-07-10
--- input
open "store.db"
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) measure items : count = sum(items) }
commit amont 5 for 2025-08
commit region 5 for 2025-08
commit amount "5" for 2025-08
commit amount 5 USD for 2025-08
commit items 5 EUR for 2025-08
commit amount 5 for 2025-06
commit amount 5 for next 3 months
commit amount 5 for 2025-08 where region > "N"
commit amount 5 for 2025-08 where region = "North" or region = "South"
commit amount 5 for 2025-08 where regoin = "North"
commit amount by 5 for 2025-08
--- exit
1
--- stderr
input.koers:3:8: error[E0301]: there is no measure `amont`
    3 | commit amont 5 for 2025-08
      |        ^~~~~
      = help: did you mean `amount`?
input.koers:4:8: error[E0672]: a commitment is of one measure
    4 | commit region 5 for 2025-08
      |        ^~~~~~
input.koers:5:15: error[E0672]: a commitment is a number
    5 | commit amount "5" for 2025-08
      |               ^~~
input.koers:6:15: error[E0672]: `amount` is in EUR, and this is USD
    6 | commit amount 5 USD for 2025-08
      |               ^~~~~
input.koers:7:14: error[E0672]: `items` is in count, and this is EUR
    7 | commit items 5 EUR for 2025-08
      |              ^~~~~
input.koers:8:17: error[E0672]: the period is over: what came of it is known
    8 | commit amount 5 for 2025-06
      |                 ^~~~~~~~~~~
input.koers:9:17: error[E0672]: a commitment is for one period
    9 | commit amount 5 for next 3 months
      |                 ^~~~~~~~~~~~~~~~~
      = help: a day, a week, a month, a quarter, a half or a year, as 2026-11
input.koers:10:35: error[E0672]: a commitment is for values of dimensions
   10 | commit amount 5 for 2025-08 where region > "N"
      |                                   ^~~~~~~~~~~~
      = help: as in: where region = "North" and family = "Bikes"
input.koers:11:35: error[E0672]: a commitment is for values of dimensions
   11 | commit amount 5 for 2025-08 where region = "North" or region = "South"
      |                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: as in: where region = "North" and family = "Bikes"
input.koers:12:35: error[E0301]: there is no dimension `regoin`
   12 | commit amount 5 for 2025-08 where regoin = "North"
      |                                   ^~~~~~
      = help: did you mean `region`?
input.koers:13:15: error[E0202]: something is missing between `amount` and `by`; wanted an expression
   13 | commit amount by 5 for 2025-08
      |               ^~

=== clauses of a commitment
--- args
check input.koers
--- input
commit amount 5 for 2025-08 where region = "North" where region = "South"
commit amount 5 for 2025-08 by "Ann" by "Bob"
commit amount 5
--- exit
1
--- stderr
input.koers:1:52: error[E0204]: the clause `where` is written twice
    1 | commit amount 5 for 2025-08 where region = "North" where region = "South"
      |                                                    ^~~~~~~~~~~~~~~~~~~~~~
input.koers:1:29: note: the first one stands here
    1 | commit amount 5 for 2025-08 where region = "North" where region = "South"
      |                             ^~~~~~~~~~~~~~~~~~~~~~
input.koers:2:38: error[E0204]: the clause `by` is written twice
    2 | commit amount 5 for 2025-08 by "Ann" by "Bob"
      |                                      ^~
input.koers:3:16: error[E0202]: something is missing after `5`; wanted an operator, `for`, `working`
    3 | commit amount 5
      |                ^

=== commitments and forecasts without a store
--- args
run input.koers --today 2025-07-10
--- input
source days from csv "days.csv" { key day time day = day measure number = count() }
forecast number by month next 1 using naive keep
--- file days.csv
day
2025-01-01
2025-03-05
--- exit
1
--- stderr
input.koers:2:45: error[E0817]: forecasts are kept beside a store, and none is open
    2 | forecast number by month next 1 using naive keep
      |                                             ^~~~

=== a commitment without a store
--- args
run input.koers --today 2025-07-10
--- input
source days from csv "days.csv" { key day time day = day measure number = count() }
commit number 5 for 2025-08
--- file days.csv
day
2025-01-01
--- exit
1
--- stderr
input.koers:2:1: error[E0817]: commitments are kept beside a store, and none is open
    2 | commit number 5 for 2025-08
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~

=== a forecast that cannot be kept is made all the same
--- schema months
--- args
run input.koers --today 2025-07-10
--- file store.db.koers
This is a text.
--- input
open "store.db"
source sales from table sales { key id time sold = day measure amount : money(EUR) = sum(amount) }
forecast amount by month next 1 using naive
forecast amount by month next 1 using naive
forecast amount by month next 1 using naive keep
--- exit
1
--- stdout
month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €179.00  €158.93  €179.00  €199.07   6.6%  -2.9%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €179.00  €158.93  €179.00  €199.07   6.6%  -2.9%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €179.00  €158.93  €179.00  €199.07   6.6%  -2.9%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then
--- stderr
input.koers:3:17: warning[E0817]: the forecast is not kept: `store.db.koers` is no SQLite database
    3 | forecast amount by month next 1 using naive
      |                 ^~~~~~~~
input.koers:5:17: error[E0803]: `store.db.koers` is no SQLite database
    5 | forecast amount by month next 1 using naive keep
      |                 ^~~~~~~~
      = help: open an SQLite file; `koers run` runs a script, `koers import` makes a store of CSV files
      = note: SQLite says: file is not a database

=== who sees some rows commits for nobody else
--- schema months
--- args
run --as Ann input.koers --today 2025-07-10
--- input
open "store.db"
use "more.koers"
commit amount 5 for 2025-08 where region = "North"
forecast amount by month next 1 using naive
commit amount 5 for 2025-08 by "Bob"
--- file more.koers
\shared sales
audience sellers level operational members "Ann" sees region = "North"
--- exit
1
--- stdout
--- stderr
input.koers:5:32: error[E0722]: a commitment of somebody else is not for `Ann`
    5 | commit amount 5 for 2025-08 by "Bob"
      |                                ^~~~~

=== and keeps no forecast
--- schema months
--- args
run --as Ann input.koers --today 2025-07-10
--- input
open "store.db"
use "more.koers"
commit amount 5 for 2025-08 where region = "North"
forecast amount by month next 1 using naive keep
--- file more.koers
\shared sales
audience sellers level operational members "Ann" sees region = "North"
--- exit
1
--- stdout
Committed: €5.00 of amount in 2025-08, North, by Ann
--- stderr
input.koers:4:45: error[E0722]: a forecast of the rows that one person sees is not kept
    4 | forecast amount by month next 1 using naive keep
      |                                             ^~~~

=== and looks at none
--- schema months
--- args
run --as Ann input.koers --today 2025-07-10
--- input
open "store.db"
use "more.koers"
list who from koers_forecasts
--- file more.koers
\shared sales
audience sellers level operational members "Ann" sees region = "North"
--- exit
1
--- stderr
input.koers:3:1: error[E0720]: `koers_forecasts` is closed to `Ann`
    3 | list who from koers_forecasts
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown

=== conditions that would be others later, and parameters
--- schema months
--- args
run input.koers
--- input
open "store.db"
\shared sales
report expected(where_to = "North", least : period = 2023-01 .. 2024-12) {
  forecast amount by month next 1 using naive where region = $where_to and sold < today + 400 days keep
  forecast amount by month next 1 using naive where region = $where_to for $least
  forecast amount by month next 1 using naive where sold in last 3 years
}
set today = 2025-07-10
run expected()
run expected(where_to: "South")
set today = 2025-10-01
list parameters, period, value, actual from koers_forecasts
--- stdout
expected

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €129.00        –        –        –      –      –  –
2025-07  expected  €129.00  €120.56  €129.00  €137.44   5.9%  -0.8%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2024-12  actual    €163.00        –        –        –      –      –  –
2025-01  expected  €163.00  €151.84  €163.00  €174.16   3.8%  -3.8%  naive
known: 2023-02 .. 2024-12, 23 periods
fewer than two seasons are known: none is looked for
error, bias: of 11 forecasts made at the end of a period, from what was known then

month    kind      value    p10    p50     p90  error   bias  method
───────  ────────  ─────  ─────  ─────  ──────  ─────  ─────  ──────
2025-06  actual    €0.00      –      –       –      –      –  –
2025-07  expected  €0.00  €0.00  €0.00  €98.65  29.1%  11.0%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

expected

month    kind       value     p10     p50     p90  error  bias  method
───────  ────────  ──────  ──────  ──────  ──────  ─────  ────  ──────
2025-06  actual    €50.00       –       –       –      –     –  –
2025-07  expected  €50.00  €50.00  €50.00  €50.00      –     –  naive
2025-07 is left out: it is not over
known: 2024-07 .. 2025-06, 12 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method

month    kind       value  p10     p50  p90  error  bias  method
───────  ────────  ──────  ───  ──────  ───  ─────  ────  ──────
2024-12  actual    €50.00    –       –    –      –     –  –
2025-01  expected  €50.00    –  €50.00    –   0.0%  0.0%  naive
known: 2023-02 .. 2024-12, 23 periods
it begins with 2024-07: before that it is 0 or missing
fewer than two seasons are known: none is looked for
error, bias: of 5 forecasts made at the end of a period, from what was known then

month    kind      value    p10    p50     p90  error   bias  method
───────  ────────  ─────  ─────  ─────  ──────  ─────  ─────  ──────
2025-06  actual    €0.00      –      –       –      –      –  –
2025-07  expected  €0.00  €0.00  €0.00  €98.65  29.1%  11.0%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

parameters                                                                  period   value  actual
──────────────────────────────────────────────────────────────────────────  ───────  ─────  ──────
where region = "North" and sold < 2025-07-10 + 400 days next 1 using naive  2025-07    129     130
for 2023-01 .. 2024-12 where region = "North" next 1 using naive            2025-01    163     124
where sold in last 3 years next 1 using naive                               2025-07      0       –
where region = "South" and sold < 2025-07-10 + 400 days next 1 using naive  2025-07     50      50
for 2023-01 .. 2024-12 where region = "South" next 1 using naive            2025-01     50      50

=== who can be trusted, of what was kept
--- schema months
--- args
run input.koers
--- input
open "store.db"
\shared sales
use sales.kept_accuracy
use reports.forecast_accuracy
set chart = off
set today = 2025-04-02
commit amount 170 for 2025-04 by "Ann"
commit amount 180 for 2025-05 by "Ann"
commit amount 200 for 2025-04 by "Bob"
commit amount 130 for 2025-05 where region = "North" by "Bob"
set today = 2025-07-10
run forecast_accuracy(period: 2025-Q2)
--- stdout
Committed: €170.00 of amount in 2025-04, by Ann

Committed: €180.00 of amount in 2025-05, by Ann

Committed: €200.00 of amount in 2025-04, by Bob

Committed: €130.00 of amount in 2025-05, North, by Bob

Accuracy of forecasts, 2025-Q2, by forecaster

forecaster  forecasted  realised  weighted_error  mean_percentage_error  symmetric_error  scaled_error  forecast_bias  signal_of_lead
──────────  ──────────  ────────  ──────────────  ─────────────────────  ───────────────  ────────────  ─────────────  ──────────────
Ann             350.00    355.00            2.5%                   2.5%             2.6%          0.11          -1.4%           -1.00
Bob             330.00    305.00            8.2%                   7.3%             6.9%          0.36           8.2%            1.00
──────────  ──────────  ────────  ──────────────  ─────────────────────  ───────────────  ────────────  ─────────────  ──────────────
total           680.00    660.00            5.2%                   4.9%             4.7%          0.23           3.0%            1.07

How far ahead can we see?

months_ahead  weighted_error  forecast_bias
────────────  ──────────────  ─────────────
           1            8.5%           4.5%
           2            1.3%           1.3%

months_ahead  scaled_error  symmetric_error
────────────  ────────────  ───────────────
           1          0.36             8.1%
           2          0.11             1.3%

Did it get better?

quarter  weighted_error  forecast_bias
───────  ──────────────  ─────────────
2025-Q2            5.2%           3.0%

forecaster      1     2
──────────  ─────  ────
Ann          4.0%  1.1%
Bob         13.0%  1.6%

Q2: tactical, for sales managers and finance, monthly. F4 cash, F5 alarm.
K27 MAPE: mean of |outcome - forecast| / outcome.
K28 WAPE, weighted error: sum of |outcome - forecast| / outcome; errors of single forecasts do not cancel.
K30 MASE, scaled error: mean of |outcome - forecast| / what the same month a year earlier was usually off by, above 1 no better than that; sMAPE, symmetric error: mean of 2 |outcome - forecast| / (outcome + forecast).
K29 bias: (forecast - outcome) / outcome, above zero for too much hope; tracking signal: sum of errors / mean absolute error, of forecasts made 1 month(s) ahead.
Assumed: an alarm when the tracking signal is beyond 4.

=== commit and keep in canonical form
--- args
fmt input.koers
--- input
COMMIT  revenue 200k EUR FOR 2025-08 WHERE region="North" BY "Ann"  forecast revenue by month next 3 KEEP
let commit = 5 let keep = commit
--- stdout
commit revenue 200k EUR for 2025-08 where region = "North" by "Ann"
forecast revenue by month next 3 keep
let commit = 5
let keep = commit

=== what never was is not kept
--- schema months
--- args
run input.koers
--- input
open "store.db"
source sales from table sales { key id time sold = day measure amount : money(EUR) = sum(amount) }
source kept from koers_forecasts { dimension kept_kind = kind measure kept_lines = count() }
set today = 2025-07-10
commit amount 200 for 2025-08 by "Ann"
report expected() { forecast amount by month next 1 using naive }
run expected() what if amount = amount * 2
show kept_lines by kept_kind
forecast amount by month next 1 using naive what if amount = amount * 2 keep
--- exit
1
--- stdout
Committed: €200.00 of amount in 2025-08, by Ann

expected

month    kind        value  value what if  value difference      p10      p50      p90  error   bias  method
───────  ────────  ───────  ─────────────  ────────────────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        €358.00           €179.00        –        –        –      –      –  –
2025-07  expected  €179.00        €358.00           €179.00  €317.86  €358.00  €398.14   6.6%  -2.9%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then
what if amount = amount * 2

kept_kind   kept_lines
──────────  ──────────
commitment           1
--- stderr
input.koers:9:73: error[E0690]: what is expected of what never was is not kept
    9 | forecast amount by month next 1 using naive what if amount = amount * 2 keep
      |                                                                         ^~~~

=== a pipeline is kept, whatever is shown of it
--- schema deals
--- args
run input.koers --today 2025-06-23
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
source kept from koers_forecasts { dimension kept_period = period measure kept_lines = count() }
forecast won_value by week next 3 using pipeline(open_value, deal, stage) having value > 30 EUR with total keep
list kept_period, level, lead, method, made_of, value, p10, p90, actual, parameters, runs from kept
--- stdout
week      kind       value    p10    p50      p90   error    bias  method    from_open  from_new
────────  ────────  ──────  ─────  ─────  ───────  ──────  ──────  ────────  ─────────  ────────
2025-W25  actual    €90.00      –      –        –       –       –  –                 –         –
2025-W28  expected  €31.29  €0.00  €0.00  €150.00  121.7%  -65.8%  pipeline     €19.39    €11.90
2025-W26 is left out: it is not over
known: 2025-W11 .. 2025-W25, 15 periods
fewer than two seasons are known: none is looked for
error, bias: of forecasts made at ends of periods, from what was known then: 11 of them 1 period ahead, 9 of them 3 ahead
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 4 decided deals
new deals: 0.4 a period, of which 39.8% are won, after 5.1 periods
correlation of deals within a period: 0.530

kept_period  level  lead  method    made_of   value  p10  p90  actual  parameters                                      runs
───────────  ─────  ────  ────────  ────────  ─────  ───  ───  ──────  ──────────────────────────────────────────────  ────
2025-W26     line      1  pipeline  pipeline  24.98    0  150       –  next 3 using pipeline(open_value, deal, stage)     1
2025-W27     line      2  pipeline  pipeline  25.52    0  150       –  next 3 using pipeline(open_value, deal, stage)     1
2025-W28     line      3  pipeline  pipeline  31.29    0  150       –  next 3 using pipeline(open_value, deal, stage)     1
--- stderr

=== paths are not kept
--- schema months
--- args
run input.koers
--- input
open "store.db"
set today = 2025-07-10
source sales from table sales { key id time sold = day measure amount : money(EUR) = sum(amount) }
source kept from koers_forecasts { measure kept_lines = count() }
forecast amount by month next 1 using naive keep
forecast amount by month next 1 paths 20 having path = 1
show kept_lines
forecast amount by month next 1 paths 20 keep
--- exit
1
--- stdout
month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €179.00  €158.93  €179.00  €199.07   6.6%  -2.9%  naive
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

month    kind      path    value
───────  ────────  ────  ───────
2025-06  actual       1  €179.00
2025-07  expected     1  €186.22
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods

kept_lines
──────────
         1
--- stderr
input.koers:8:42: error[E0671]: paths are not kept: quantiles are
    8 | forecast amount by month next 1 paths 20 keep
      |                                          ^~~~

=== what writes into the log is not read on
--- schema months
--- args
check input.koers
--- input
open "store.db"
source sales from table sales { key id time sold = day measure amount : money(EUR) = sum(amount) }
show sum(value) as x from (forecast amount by month next 1 keep)
show count() as n from (commit amount 5 EUR for 2025-08)
--- exit
1
--- stdout
--- stderr
input.koers:3:60: error[E0671]: only a forecast that is printed is kept
    3 | show sum(value) as x from (forecast amount by month next 1 keep)
      |                                                            ^~~~
input.koers:4:25: error[E0682]: `commit` writes down what someone commits to: it has no rows
    4 | show count() as n from (commit amount 5 EUR for 2025-08)
      |                         ^
      = help: what was so far is in `koers_forecasts`

=== what is committed for an entity is kept by its label, as a forecast is
--- schema shop
create table people (id integer primary key, name text, team text);
insert into people values (1, 'Ann', 'N'), (2, 'Bob', 'S'), (3, 'Ann', 'S'), (4, 'New', 'S');
create table won (id integer primary key, day date, rep integer, amount integer);
with recursive n(i) as (select 0 union all select i + 1 from n where i < 29)
  insert into won (day, rep, amount) select date('2023-01-15', (i / 2) || ' months'), 1 + i % 2, 100 + i from n;
--- args
--version >/dev/null; "$KOERS" run input.koers; "$KOERS" --as Bob run bob.koers
--- file model.koers
open "store.db"
set today = 2024-04-01
source reps from table people { entity rep key id label name  dimension team }
source deals from table won { key id  time won_on = day  join reps on rep  measure amount = sum(amount) }
audience sellers sees rep.name = $user members "Bob"
--- file bob.koers
use "model.koers"
-- of whom he sees, and of whom he does not
commit amount 9 for 2024-05 where rep = 2
commit amount 9 for 2024-05 where rep = 4
--- input
use "model.koers"
forecast amount by month, rep next 1 using naive keep
commit amount 5 for 2024-04 where rep = 2 by "C"
commit amount 6 for 2024-04 where rep = 3 by "C"
-- who sold nothing yet
commit amount 7 for 2024-04 where rep = 4 and team = "S" by "C"
list kind, dimension, member, value from koers_forecasts
-- who is not there
commit amount 8 for 2024-04 where rep = 5 by "C"
--- stdout
month    rep      kind      value  p10  p50  p90  error  bias  method
───────  ───────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2024-02  Ann (1)  actual      126    –    –    –      –     –  –
         Bob      actual      127    –    –    –      –     –  –
         total    actual      253    –    –    –      –     –  –
2024-03  Ann (1)  expected    128  128  128  128   0.0%  0.0%  so far, naive
         Bob      expected    129  129  129  129   0.0%  0.0%  so far, naive
         total    expected    257  257  257  257   0.0%  0.0%  so far, naive
2024-03 is not over: expected is what came before 2024-03-16, and 0.0% of a whole one
known: 2023-02 .. 2024-02, 13 periods
fewer than two seasons are known: none is looked for
error, bias: of 1 forecast made on day 16 of a period, from what was known then
units and the total of their period are brought to each other

Committed: 5 of amount in 2024-04, Bob, by C

Committed: 6 of amount in 2024-04, Ann (3), by C

Committed: 7 of amount in 2024-04, New, S, by C

kind        dimension  member   value
──────────  ─────────  ───────  ─────
forecast    rep        Ann (1)    128
forecast    rep        Bob        129
forecast    (none)     (none)     257
commitment  rep        Bob          5
commitment  rep        Ann (3)      6
commitment  rep, team  New, S       7
Committed: 9 of amount in 2024-05, Bob, by Bob
--- stderr
input.koers:9:35: error[E0672]: there is no `rep` with the key 5
    9 | commit amount 8 for 2024-04 where rep = 5 by "C"
      |                                   ^~~~~~~
bob.koers:4:35: error[E0672]: there is no `rep` with the key 4
    4 | commit amount 9 for 2024-05 where rep = 4
      |                                   ^~~~~~~
--- exit
1

=== who sees a part of it commits to none of it
--- schema months
--- args
run --as Ann input.koers --today 2025-07-10
--- input
open "store.db"
use "more.koers"
commit amount 200 for 2025-08
--- file more.koers
\shared sales
\shared closed
--- stdout
--- stderr
input.koers:3:8: error[E0672]: `Ann` sees only a part of this `amount`, and it would be judged by all of it
    3 | commit amount 200 for 2025-08
      |        ^~~~~~
      = help: say whose it is, as in: where owner = "Ann"
--- exit
1

=== nor to what is somebody else's
--- schema months
--- args
run --as Ann input.koers --today 2025-07-10
--- input
open "store.db"
use "more.koers"
commit amount 200 for 2025-08 where region = "South"
--- file more.koers
\shared sales
\shared closed
--- stdout
--- stderr
input.koers:3:8: error[E0672]: `Ann` sees only a part of this `amount`, and it would be judged by all of it
    3 | commit amount 200 for 2025-08 where region = "South"
      |        ^~~~~~
      = help: say whose it is, as in: where owner = "Ann"
--- exit
1

=== nor to what is closed
--- schema months
--- args
run --as Ann input.koers --today 2025-07-10
--- input
open "store.db"
use "more.koers"
commit costs 20 for 2025-08
--- file more.koers
\shared sales
\shared closed
--- stdout
--- stderr
more.koers:2:84: error[E0720]: `closed` is closed to `Ann`
    2 | source closed from table odd { key id time paid = day measure costs : money(EUR) = sum(amount) }
      |                                                                                    ^~~~~~~~~~~
      = help: `sees` of their audience does not reach it, so none of its rows is shown
--- exit
1

=== but to what is all theirs
--- schema months
--- args
run --as Ann input.koers --today 2025-07-10
--- input
open "store.db"
use "more.koers"
commit amount 140 for 2025-08 where region = "North"
--- file more.koers
\shared sales
\shared closed
--- stdout
Committed: €140.00 of amount in 2025-08, North, by Ann

=== nobody commits to what a slip names
--- schema months
--- args
run input.koers --today 2025-07-10
--- input
open "store.db"
\shared sales
commit amount 150 for 2025-08 where region = "North" by "Ann"
commit amount 150 for 2025-08 where region = "Nort"
--- stdout
Committed: €150.00 of amount in 2025-08, North, by Ann
--- stderr
input.koers:4:37: error[E0672]: nothing has the value "Nort"
    4 | commit amount 150 for 2025-08 where region = "Nort"
      |                                     ^~~~~~~~~~~~~~~
      = help: did you mean "North"?
--- exit
1

=== nor to what there is not
--- schema months
--- args
run input.koers --today 2025-07-10
--- input
open "store.db"
\shared sales
commit amount 150 for 2025-08 where region = "zzz"
--- stdout
--- stderr
input.koers:3:37: error[E0672]: nothing has the value "zzz"
    3 | commit amount 150 for 2025-08 where region = "zzz"
      |                                     ^~~~~~~~~~~~~~
--- exit
1
