--- shared odd
open "store.db"
source odd from table odd { key id time happened = day dimension kind measure value = sum(amount) measure mean = avg(amount) }

=== the plain methods, held against the last ends of periods
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared schema/months.koers
forecast amount by month next 3 using seasonal_naive
forecast amount by month next 2 using naive
forecast amount by month next 2 using run_rate
--- stdout
month    kind        value      p10      p50      p90  error    bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ──────  ──────────────
2025-09  actual    €182.00        –        –        –      –       –  –
2025-10  actual    €183.00        –        –        –      –       –  –
2025-11  actual    €184.00        –        –        –      –       –  –
2025-12  expected  €213.00  €154.28  €213.00  €271.72  22.6%  -22.6%  seasonal naive
2026-01  expected  €174.00  €115.28  €174.00  €232.72  21.9%  -21.9%  seasonal naive
2026-02  expected  €175.00  €116.28  €175.00  €233.72  20.6%  -20.6%  seasonal naive
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 10 of them 3 ahead

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-10  actual    €183.00        –        –        –      –      –  –
2025-11  actual    €184.00        –        –        –      –      –  –
2025-12  expected  €184.00  €176.98  €184.00  €191.02   4.1%  -0.6%  naive
2026-01  expected  €184.00  €174.08  €184.00  €193.92   2.9%   0.9%  naive
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ────────
2025-10  actual    €183.00        –        –        –      –      –  –
2025-11  actual    €184.00        –        –        –      –      –  –
2025-12  expected  €183.00  €175.97  €183.00  €190.03   4.2%  -1.1%  run rate
2026-01  expected  €183.00  €175.59  €183.00  €190.41   2.8%   0.4%  run rate
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead

=== units and their total are brought to each other
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared schema/months.koers
forecast amount by month, region next 2
--- stdout
month    region  kind        value      p10      p50      p90  error   bias  method
───────  ──────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────────────
2025-10  North   actual    €133.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €183.00        –        –        –      –      –  –
2025-11  North   actual    €134.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €184.00        –        –        –      –      –  –
2025-12  North   expected  €145.78  €142.39  €145.78  €149.16   3.7%  -2.8%  blend
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  seasonal naive
         total   expected  €195.78  €187.27  €195.78  €204.28   2.7%  -2.0%  blend
2026-01  North   expected  €134.94  €131.49  €134.94  €138.39   1.4%  -0.4%  blend
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  seasonal naive
         total   expected  €184.94  €174.98  €184.94  €194.90   1.0%  -0.3%  blend
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
blend of North, total: the mean of theta, mean ETS, seasonal damped
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead
units and the total of their period are brought to each other

=== a ratio does not add up: there is no total
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast price by quarter, region next 1 using naive
--- stdout
quarter  region  kind       value     p10     p50     p90  error   bias  method
───────  ──────  ────────  ──────  ──────  ──────  ──────  ─────  ─────  ──────
2025-Q4  North   actual    €36.83       –       –       –      –      –  –
         South   actual    €50.00       –       –       –      –      –  –
2026-Q1  North   expected  €36.83  €33.56  €36.83  €40.11   6.1%  -3.8%  naive
         South   expected  €50.00       –  €50.00       –   0.0%   0.0%  naive
known: 2023-Q2 .. 2025-Q4, 11 periods
error, bias: of 7 forecasts made at the end of a period, from what was known then

=== a period that is not over is left out
--- schema months
--- args
run input.koers --today 2025-11-20
--- input
\shared schema/months.koers
forecast items by month next 1 using naive
--- stdout
month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2025-10  actual        5    –    –    –      –     –  –
2025-11  expected      5    5    5    5   0.0%  0.0%  so far, naive
2025-11 is not over: expected is what came before 2025-11-20, and 0.0% of a whole one
known: 2023-02 .. 2025-10, 33 periods
error, bias: of 12 forecasts made on day 20 of a period, from what was known then

=== rows behind today change nothing
--- schema months
--- args
run input.koers --today 2025-07-01
--- input
\shared schema/months.koers
forecast amount by month next 1
forecast amount by month next 1 where sold < 2025-07-01
--- stdout
month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €181.92  €152.83  €181.92  €211.02   9.0%  -4.5%  blend
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
blend: the mean of theta, mean ETS, seasonal damped
error, bias: of 12 forecasts made at the end of a period, from what was known then

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-06  actual    €179.00        –        –        –      –      –  –
2025-07  expected  €181.92  €152.83  €181.92  €211.02   9.0%  -4.5%  blend
2025-07 is left out: it is not over
known: 2023-02 .. 2025-06, 29 periods
blend: the mean of theta, mean ETS, seasonal damped
error, bias: of 12 forecasts made at the end of a period, from what was known then

=== rows that end long before their period does
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 1 using naive
--- stdout
month    kind        value      p10      p50      p90  error  bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ─────────────
2025-11  actual    €184.00        –        –        –      –     –  –
2025-12  expected  €225.00  €225.00  €225.00  €225.00   0.0%  0.0%  so far, naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then

=== rows that end early in a time that is covered
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
open "store.db"
source sales from table sales { key id time sold = day covers 2023-01-01 .. 2025-12-31 measure total = sum(amount) }
forecast total by month next 1 using naive
--- stdout
month    kind      value    p10  p50    p90  error   bias  method
───────  ────────  ─────  ─────  ───  ─────  ─────  ─────  ──────
2025-12  actual      225      –    –      –      –      –  –
2026-01  expected    225  209.8  225  240.2   4.1%  -0.5%  naive
known: 2023-01 .. 2025-12, 36 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

=== by year there is no season
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by year next 2 using holt
--- stdout
year  kind          value  p10        p50  p90  error  bias  method
────  ────────  ─────────  ───  ─────────  ───  ─────  ────  ──────
2024  actual    €1,750.00    –          –    –      –     –  –
2025  actual    €2,194.00    –          –    –      –     –  –
2026  expected  €2,638.00    –  €2,638.00    –      –     –  Holt
2027  expected  €3,082.00    –  €3,082.00    –      –     –  Holt
known: 2024 .. 2025, 2 periods
too few periods are known to judge the method

=== all the same, and all zero
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared odd
forecast value by month next 2 where kind = "constant"
forecast value by month next 2 where kind = "zero"
--- stdout
month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ──────
2025-11  actual      100    –    –    –      –     –  –
2025-12  actual      100    –    –    –      –     –  –
2026-01  expected    100  100  100  100   0.0%  0.0%  blend
2026-02  expected    100  100  100  100   0.0%  0.0%  blend
known: 2025-02 .. 2025-12, 11 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, seasonal damped
error, bias: of forecasts made at ends of periods, from what was known then: 7 of them 1 period ahead, 6 of them 2 ahead

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ──────
2025-11  actual        0    –    –    –      –     –  –
2025-12  actual        0    –    –    –      –     –  –
2026-01  expected      0    0    0    0      –     –  blend
2026-02  expected      0    0    0    0      –     –  blend
known: 2025-02 .. 2025-12, 11 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, seasonal damped
error, bias: of forecasts made at ends of periods, from what was known then: 7 of them 1 period ahead, 6 of them 2 ahead

=== values below zero stay there
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared odd
forecast value by month next 2 where kind = "loss"
--- stdout
month    kind       value     p10     p50     p90  error  bias  method
───────  ────────  ──────  ──────  ──────  ──────  ─────  ────  ──────
2025-11  actual    -20.00       –       –       –      –     –  –
2025-12  actual    -21.00       –       –       –      –     –  –
2026-01  expected  -21.16  -22.68  -21.16  -19.64   4.7%  4.7%  blend
2026-02  expected  -21.86  -23.70  -21.86  -20.02   6.7%  6.7%  blend
known: 2025-02 .. 2025-12, 11 periods
fewer than two seasons are known: none is looked for
blend: the mean of theta, mean ETS, seasonal damped
error, bias: of forecasts made at ends of periods, from what was known then: 7 of them 1 period ahead, 6 of them 2 ahead

=== one period, and none
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared odd
forecast value by month next 2 where kind = "once"
forecast value by month next 2 where kind = "absent"
--- stdout
month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ──────
2025-12  actual        7    –    –    –      –     –  –
2026-01  expected      7    –    7    –      –     –  naive
2026-02  expected      7    –    7    –      –     –  naive
known: 2025-12 .. 2025-12, 1 period
fewer than two seasons are known: none is looked for
too few periods are known to judge the method

month  kind  value  p10  p50  p90  error  bias  method
─────  ────  ─────  ───  ───  ───  ─────  ────  ──────
(no lines)
no whole period is known: there is nothing to go by

=== what is missing is filled, what is nothing is 0
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared odd
forecast mean by month next 1 using naive where kind = "gap"
forecast value by month next 1 using run_rate where kind = "gap"
--- stdout
month    kind      value    p10  p50    p90  error   bias  method
───────  ────────  ─────  ─────  ───  ─────  ─────  ─────  ──────
2025-12  actual       21      –    –      –      –      –  –
2026-01  expected     21  17.95   21  24.05   7.2%  -7.2%  naive
known: 2025-02 .. 2025-12, 11 periods
2 missing values are filled from the values around
fewer than two seasons are known: none is looked for
error, bias: of 6 forecasts made at the end of a period, from what was known then

month    kind      value   p10  p50    p90  error    bias  method
───────  ────────  ─────  ────  ───  ─────  ─────  ──────  ────────
2025-12  actual       21     –    –      –      –       –  –
2026-01  expected     20  9.97   20  30.03  40.2%  -25.2%  run rate
known: 2025-02 .. 2025-12, 11 periods
fewer than two seasons are known: none is looked for
error, bias: of 7 forecasts made at the end of a period, from what was known then

=== a method that the values do not suffice for
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared odd
forecast value by month next 1 using winters_additive where kind = "constant"
--- stdout
month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ──────
2025-12  actual      100    –    –    –      –     –  –
2026-01  expected      –    –    –    –      –     –  –
known: 2025-02 .. 2025-12, 11 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
lines are empty where Holt-Winters, added does not suit what is known

=== the past of `for` alone
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 2 using naive for 2024
--- stdout
month    kind        value      p10      p50      p90  error  bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ──────
2024-11  actual    €172.00        –        –        –      –     –  –
2024-12  actual    €213.00        –        –        –      –     –  –
2025-01  expected  €213.00  €187.69  €213.00  €238.31      –     –  naive
2025-02  expected  €213.00  €177.20  €213.00  €248.80      –     –  naive
known: 2024-01 .. 2024-12, 12 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method

=== a chart, with what is uncertain
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared schema/months.koers
forecast amount by month next 6 using seasonal_naive chart line
--- stdout
month    kind        value      p10      p50      p90  error    bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ──────  ──────────────
2025-06  actual    €179.00        –        –        –      –       –  –
2025-07  actual    €180.00        –        –        –      –       –  –
2025-08  actual    €181.00        –        –        –      –       –  –
2025-09  actual    €182.00        –        –        –      –       –  –
2025-10  actual    €183.00        –        –        –      –       –  –
2025-11  actual    €184.00        –        –        –      –       –  –
2025-12  expected  €213.00  €154.28  €213.00  €271.72  22.6%  -22.6%  seasonal naive
2026-01  expected  €174.00  €115.28  €174.00  €232.72  21.9%  -21.9%  seasonal naive
2026-02  expected  €175.00  €116.28  €175.00  €233.72  20.6%  -20.6%  seasonal naive
2026-03  expected  €176.00  €117.28  €176.00  €234.72  19.0%  -19.0%  seasonal naive
2026-04  expected  €177.00  €118.28  €177.00  €235.72  17.0%  -17.0%  seasonal naive
2026-05  expected  €178.00  €119.28  €178.00  €236.72  14.5%  -14.5%  seasonal naive
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 7 of them 6 ahead

● value  ○ p10  ◆ p90
€300 ┤
     │                                        ◆⠢⢄⡀
     │                                           ⠈⠑⠢◆⣀⣀⣀⠤⠤⠤◆⠤⠤⠤⠤⠤⠤◆⠤⠤⠤⠤⠤◆⠤⠤⠤⠤⠤⠤◆
     │                                       ⡠●
€200 ┤●⣀⣀⣀⣀⣀●⣀⣀⣀⣀⣀⣀●⣀⣀⡠⠤⠤⠤●⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤●⠂ ⠉⠁    ⠉⠂ ⣀           ⣀⡀ ●⡀ ⣀⡀ ●⡀ ⣀⡀ ⣀●
     │                                        ○     ● ⠉⠁ ⠉⠁●⠉⠁
     │                                         ⠉⠒⠤⣀
€100 ┤                                             ⠉○⠒⠒⠒⠒⠒⠒○⠒⠒⠒⠒⠒⠒○⠒⠒⠊⠉⠉○⠉⠉⠉⠉⠉⠉○
     │
     │
     │
  €0 ┤
     └──────────────────────────────────────────────────────────────────────────
      2025-06   2025-08      2025-10       2025-12      2026-02      2026-04
dashed: expected

=== a chart of units shows their values alone
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared schema/months.koers
forecast amount by month, region next 3 using naive chart line
--- stdout
month    region  kind        value      p10      p50      p90  error   bias  method
───────  ──────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-09  North   actual    €132.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €182.00        –        –        –      –      –  –
2025-10  North   actual    €133.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €183.00        –        –        –      –      –  –
2025-11  North   actual    €134.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €184.00        –        –        –      –      –  –
2025-12  North   expected  €134.00  €127.43  €134.00  €140.57   5.7%  -0.8%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €184.00  €176.98  €184.00  €191.02   4.1%  -0.6%  naive
2026-01  North   expected  €134.00  €124.70  €134.00  €143.30   4.1%   1.3%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €184.00  €174.08  €184.00  €193.92   2.9%   0.9%  naive
2026-02  North   expected  €134.00  €122.61  €134.00  €145.39   4.9%   0.8%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €184.00  €171.85  €184.00  €196.15   3.6%   0.6%  naive
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 10 of them 3 ahead
units and the total of their period are brought to each other

value
● North  ○ South
€150 ┤
     │●⠤⠤⠤⠤⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠒⠒⠒⠒⠒●⠒⠂ ⠒⠂ ⠒⠂ ●⠂ ⠒⠂ ⠒⠂ ⠒● ⠒⠂ ⠒⠂ ⠒⠂●
     │
     │
€100 ┤
     │
     │
 €50 ┤○⣀⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀⣀○⣀⡀ ⣀⡀ ⣀⡀ ○⡀ ⣀⡀ ⣀⡀ ⣀○ ⣀⡀ ⣀⡀ ⣀⡀○
     │
     │
     │
  €0 ┤
     └───────────────────────────────────────────────────
      2025-09          2025-11             2026-01
dashed: expected

=== as CSV
--- schema months
--- args
run input.koers --today 2025-12-01 --format csv
--- input
\shared schema/months.koers
forecast amount by month next 1 using naive
--- stdout
month,kind,value,p10,p50,p90,error,bias,method
2025-11,actual,184,,,,,,
2025-12,expected,184,176.98,184,191.02,0.041247,-0.0055,naive

=== as JSON
--- schema months
--- args
run input.koers --today 2025-12-01 --format json
--- input
\shared schema/months.koers
forecast amount by quarter next 1 using naive
--- stdout
{"columns":[{"title":"quarter","role":"key","type":"quarter"},{"title":"kind","role":"measure","type":"text"},{"title":"value","role":"measure","type":"money","currency":"EUR"},{"title":"p10","role":"measure","type":"money","currency":"EUR"},{"title":"p50","role":"measure","type":"money","currency":"EUR"},{"title":"p90","role":"measure","type":"money","currency":"EUR"},{"title":"error","role":"measure","type":"percent"},{"title":"bias","role":"measure","type":"percent"},{"title":"method","role":"measure","type":"text"}],
"rows":[
{"values":{"quarter":"2025-Q3","kind":"actual","value":543,"p10":null,"p50":null,"p90":null,"error":null,"bias":null,"method":null}},
{"values":{"quarter":"2025-Q4","kind":"expected","value":555.9,"p10":509.12,"p50":555.9,"p90":602.67,"error":0.039748,"bias":-0.015971,"method":"so far, naive"}}],
"notes":["2025-Q4 is not over: expected is what came before 2025-12-01, and 34.8% of a whole one","known: 2023-Q2 .. 2025-Q3, 10 periods","error, bias: of 6 forecasts made on day 62 of a period, from what was known then"]}

=== in a report with a parameter
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared schema/months.koers
report r(where_to : text) { forecast amount by month next 1 using naive where region = $where_to }
run r("South")
--- stdout
r

month    kind       value     p10     p50     p90  error  bias  method
───────  ────────  ──────  ──────  ──────  ──────  ─────  ────  ──────
2025-11  actual    €50.00       –       –       –      –     –  –
2025-12  expected  €50.00  €50.00  €50.00  €50.00   0.0%  0.0%  naive
2025-12 is left out: it is not over
known: 2024-07 .. 2025-11, 17 periods
fewer than two seasons are known: none is looked for
error, bias: of 5 forecasts made at the end of a period, from what was known then

=== there is no such method
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 2 using thetta
forecast amount by month next 2 using arima
--- stderr
input.koers:3:39: error[E0671]: there is no method `thetta`
    3 | forecast amount by month next 2 using thetta
      |                                       ^~~~~~
      = help: did you mean `theta`?
input.koers:4:39: error[E0671]: there is no method `arima`
    4 | forecast amount by month next 2 using arima
      |                                       ^~~~~
      = help: methods are naive, seasonal_naive, run_rate, ses, holt, damped, winters_additive, winters_multiplicative, theta, ets, ets_mean, seasonal_damped, blend
--- exit
1

=== how far
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 0
forecast amount by month next 401
--- stderr
input.koers:3:26: error[E0671]: a forecast reaches 1 to 400 periods ahead
    3 | forecast amount by month next 0
      |                          ^~~~~~
input.koers:4:26: error[E0671]: a forecast reaches 1 to 400 periods ahead
    4 | forecast amount by month next 401
      |                          ^~~~~~~~
--- exit
1

=== of one measure, by time first
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount, items by month next 1
forecast region by month next 1
forecast amount by region, month next 1
forecast amount by year, month next 1
forecast amount by region next 1
forecast 5 by month next 1
--- stderr
input.koers:3:10: error[E0671]: a forecast is of one measure
    3 | forecast amount, items by month next 1
      |          ^~~~~~
input.koers:4:10: error[E0671]: a forecast is of one measure
    4 | forecast region by month next 1
      |          ^~~~~~
input.koers:5:17: error[E0671]: a forecast is by one unit of time, which comes first
    5 | forecast amount by region, month next 1
      |                 ^~~~~~~~~~~~~~~~
      = help: as in: forecast revenue by month, region next 6
input.koers:6:17: error[E0671]: a forecast is by one unit of time, which comes first
    6 | forecast amount by year, month next 1
      |                 ^~~~~~~~~~~~~~
      = help: as in: forecast revenue by month, region next 6
input.koers:7:17: error[E0671]: a forecast is by one unit of time, which comes first
    7 | forecast amount by region next 1
      |                 ^~~~~~~~~
      = help: as in: forecast revenue by month, region next 6
input.koers:8:10: error[E0671]: a forecast is of one measure
    8 | forecast 5 by month next 1
      |          ^
--- exit
1

=== clauses of the lines that are expected
--- schema months
--- args
run input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 1 having amount > 3 with total alarm when amount < 3 what if amount = 3
forecast amonut by month next 1
--- stderr
input.koers:4:10: error[E0301]: there is no measure `amonut`
    4 | forecast amonut by month next 1
      |          ^~~~~~
      = help: did you mean `amount`?
--- exit
1

=== a forecast is checked too
--- schema months
--- args
check input.koers --today 2026-01-02
--- input
\shared schema/months.koers
forecast amount by month next 1 using thetta
--- stderr
input.koers:3:39: error[E0671]: there is no method `thetta`
    3 | forecast amount by month next 1 using thetta
      |                                       ^~~~~~
      = help: did you mean `theta`?
--- exit
1

=== the questions about the past, as text of their plan
--- schema months
--- args
run input.koers --today 2025-12-01 --dump sql
--- input
open "store.db"
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) }
forecast amount by month, region next 2
--- stdout
select koers_feed("day", "region", "amount") from "sales"

select koers_feed("day", "amount") from "sales"

=== a clause that a backtest has not
--- schema months
--- input
open "store.db"
source sales from table sales { key id time sold = day measure amount = sum(amount) }
backtest amount by month with total
--- stderr
input.koers:3:26: error[E0201]: `with` is not expected here; wanted an operator, `from`, `as`, `where`, `by`, `for` ...
    3 | backtest amount by month with total
      |                          ^~~~
--- exit
1

=== a method that is sure of itself is as unsure as its errors were
--- schema months
--- args
run input.koers --today 2025-01-01
--- input
open "store.db"
source sales from sql "with recursive m(i) as (select 0 union all select i + 1 from m where i < 35) select i, date('2022-01-01', i || ' months') as day, case when i in (5, 17, 18, 30) then null else 100 + 10 * (i % 12) end as v from m" { key i time sold = day covers 2022-01-01 .. 2024-12-31 measure height = avg(v) }
forecast height by month next 2
--- stdout
month    kind      value    p10  p50    p90  error   bias  method
───────  ────────  ─────  ─────  ───  ─────  ─────  ─────  ──────────────
2024-11  actual      200      –    –      –      –      –  –
2024-12  actual      210      –    –      –      –      –  –
2025-01  expected    100   92.8  100  107.2   0.6%  -0.6%  seasonal naive
2025-02  expected    110  102.8  110  117.2   0.9%  -0.9%  seasonal naive
known: 2022-01 .. 2024-12, 36 periods
4 missing values are filled from the values around
error, bias: of forecasts made at ends of periods, from what was known then: 11 of them 1 period ahead, 10 of them 2 ahead

=== what is over is known, whichever rows a condition leaves
--- schema months
--- args
run input.koers --today 2025-01-01
--- input
open "store.db"
source sold from sql "with recursive m(i) as (select 0 union all select i + 1 from m where i < 35) select 2 * i as id, date('2022-01-20', i || ' months') as day, 'live' as unit, 10 as n from m union all select 2 * i + 1, date('2022-01-20', i || ' months'), 'dead', 20 from m where i < 28 union all select 99, '2025-02-03', 'unborn', 5" {
  key id
  time at = day
  dimension unit
  measure total = sum(n)
  measure mean = avg(n)
}
forecast total by month next 2 using naive where unit = "dead"
forecast total by month, unit next 1 using naive
forecast mean by month next 1 using naive where unit = "dead"
backtest total by month using naive horizon 1 where unit = "dead"
--- stdout
month    kind      value  p10  p50  p90  error   bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ─────  ──────
2024-11  actual        0    –    –    –      –      –  –
2024-12  actual        0    –    –    –      –      –  –
2025-01  expected      0    0    0   11  25.0%  25.0%  naive
2025-02  expected      0    0    0   15  66.7%  66.7%  naive
2025-01 is left out: it is not over
known: 2022-02 .. 2024-12, 35 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead

month    unit   kind      value  p10  p50  p90  error   bias  method
───────  ─────  ────────  ─────  ───  ───  ───  ─────  ─────  ──────
2024-12  dead   actual        0    –    –    –      –      –  –
         live   actual       10    –    –    –      –      –  –
         total  actual       10    –    –    –      –      –  –
2025-01  dead   expected      0    0    0   11  25.0%  25.0%  naive
         live   expected     10   10   10   10   0.0%   0.0%  naive
         total  expected     10    0   10   21  10.0%  10.0%  naive
2025-01 is left out: it is not over
known: 2022-02 .. 2024-12, 35 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then
units and the total of their period are brought to each other

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ──────
2024-12  actual        –    –    –    –      –     –  –
2025-01  expected     20   20   20   20   0.0%  0.0%  naive
2025-01 is left out: it is not over
known: 2022-02 .. 2024-12, 35 periods
8 missing values are filled from the values around
error, bias: of 4 forecasts made at the end of a period, from what was known then

 lead   n  error  bias  mase  pinball  coverage  seasonal_naive  run_rate    won
─────  ──  ─────  ────  ────  ───────  ────────  ──────────────  ────────  ─────
    1  23   6.7%  6.7%     –     0.57     95.7%           53.3%     13.3%  30.4%
─────  ──  ─────  ────  ────  ───────  ────────  ──────────────  ────────  ─────
total  23   6.7%  6.7%     –     0.57     95.7%           53.3%     13.3%  30.4%
2025-01 is left out: it is not over
known: 2022-02 .. 2024-12, 35 periods
naive, made at the end of 23 periods from what was known then

=== what `covers` says is the end of what is known
--- schema months
--- args
run input.koers --today 2025-01-01
--- input
open "store.db"
source sold from sql "with recursive m(i) as (select 0 union all select i + 1 from m where i < 27) select i as id, date('2022-01-20', i || ' months') as day, 20 as n from m" {
  key id
  time at = day covers 2022-01-01 .. 2024-10-15
  measure total = sum(n)
}
forecast total by month next 1 using naive
--- stdout
month    kind      value  p10  p50  p90  error   bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ─────  ──────
2024-09  actual        0    –    –    –      –      –  –
2024-10  expected      0    0    0   14  14.3%  14.3%  naive
2024-10 is left out: it is not over
known: 2022-01 .. 2024-09, 33 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

=== a value that stood alone, a share, and a unit without a target
--- schema months
--- args
run input.koers --today 2025-01-01
--- input
open "store.db"
source odd from sql "with recursive m(i) as (select 0 union all select i + 1 from m where i < 35) select i as id, date('2022-01-20', i || ' months') as day, case i when 35 then 1000000 else 100 + i % 3 end as n, 98 + i % 3 as part from m" {
  key id
  time at = day
  measure total = sum(n)
  measure share : percent = sum(part) / 100 / count()
}
source sold from sql "with recursive m(i) as (select 0 union all select i + 1 from m where i < 23) select i as id, date('2023-01-20', i || ' months') as day, 'x' as unit, 100 + 10 * (i % 4) as n from m union all select 100 + i, date('2023-01-20', i || ' months'), 'y', 50 from m" {
  key id
  time on = day
  dimension unit
  measure amount = sum(n)
}
source goals from sql "select '2025-01-01' as since, 'x' as unit, 110 as v union all select '2025-02-01', 'x', 110 union all select '2025-01-01', 'y', 40" {
  key since, unit
  time period = since by month
  dimension unit
  measure goal = sum(v)
}
forecast total by month next 2 using ets
forecast share by month next 1 using run_rate
forecast amount by month, unit next 2 using naive versus goal warn when value < 120 and kind = "expected"
--- stdout
month    kind          value        p10        p50        p90  error  bias  method
───────  ────────  ─────────  ─────────  ─────────  ─────────  ─────  ────  ───────────
2024-10  actual          100          –          –          –      –     –  –
2024-11  actual          101          –          –          –      –     –  –
2024-12  expected  1,000,000  1,000,000  1,000,000  1,000,000   0.0%  0.0%  so far, ETS
2025-01  expected        100         99        100        101   0.1%  0.1%  ETS
2024-12 is not over: expected is what came before 2024-12-23, and 0.0% of a whole one
known: 2022-02 .. 2024-11, 34 periods
error, bias: of forecasts made from what was known then: 12 of them on day 23 of their period, 11 of them 2 ahead at ends of periods

month    kind      value    p10    p50    p90  error  bias  method
───────  ────────  ─────  ─────  ─────  ─────  ─────  ────  ────────
2024-11  actual    99.0%      –      –      –      –     –  –
2024-12  expected  99.0%  98.1%  99.0%  99.9%   0.7%  0.0%  run rate
2024-12 is left out: rows end on 2024-12-20
known: 2022-02 .. 2024-11, 34 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

month    unit   kind      value  p10  p50  p90  goal  chance  error   bias  method
───────  ─────  ────────  ─────  ───  ───  ───  ────  ──────  ─────  ─────  ─────────────
2024-10  x      actual      110    –    –    –     –       –      –      –  –
         y      actual       50    –    –    –     –       –      –      –  –
         total  actual      160    –    –    –     –       –      –      –  –
2024-11  x      actual      120    –    –    –     –       –      –      –  –
         y      actual       50    –    –    –     –       –      –      –  –
         total  actual      170    –    –    –     –       –      –      –  –
2024-12  x      expected    130  130  130  130     –       –   0.0%   0.0%  so far, naive
         y      expected     50   50   50   50     –       –   0.0%   0.0%  so far, naive
         total  expected    180  180  180  180     –       –   0.0%   0.0%  so far, naive
2025-01  x      expected    120  100  120  140   110   74.1%  17.3%  -1.9%  naive
         y      expected     50   50   50   50    40  100.0%   0.0%   0.0%  naive
         total  expected    170  150  170  190   150   90.2%  12.1%  -1.3%  naive
───────  ─────  ────────  ─────  ───  ───  ───  ────  ──────  ─────  ─────  ─────────────
total           expected    350  330  350  370     –       –      –      –  –
2024-12 is not over: expected is what came before 2024-12-21, and 0.0% of a whole one
known: 2023-02 .. 2024-11, 22 periods
fewer than two seasons are known: none is looked for
error, bias: of forecasts made from what was known then: 10 of them on day 21 of their period, 9 of them 2 ahead at ends of periods
units and the total of their period are brought to each other
warning: 2024-12, y
warning: 2025-01, y

=== what is expected is drawn in another way
--- schema months
--- args
run input.koers --today 2025-11-10
--- input
open "store.db"
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) }
forecast amount by month next 2 using naive chart column
forecast amount by month next 2 using naive chart bar
forecast amount by month, region next 2 using naive chart line
forecast amount by month, region next 2 using naive chart heatmap
--- stdout
month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-09  actual    €182.00        –        –        –      –      –  –
2025-10  actual    €183.00        –        –        –      –      –  –
2025-11  expected  €183.00  €175.64  €183.00  €190.36   4.1%  -0.6%  naive
2025-12  expected  €183.00  €172.59  €183.00  €193.41   4.9%  -1.1%  naive
2025-11 is left out: it is not over
known: 2023-02 .. 2025-10, 33 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead

value
€200 ┤ ▁▁▁▁▁▁▁▁ ▁▁▁▁▁▁▁▁
     │ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
€150 ┤ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
     │ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
     │ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
€100 ┤ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
     │ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
 €50 ┤ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
     │ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
     │ ████████ ████████ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
  €0 └─────────────────────────────────────
        2025-09  2025-10  2025-11  2025-12
▒: expected

month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-09  actual    €182.00        –        –        –      –      –  –
2025-10  actual    €183.00        –        –        –      –      –  –
2025-11  expected  €183.00  €175.64  €183.00  €190.36   4.1%  -0.6%  naive
2025-12  expected  €183.00  €172.59  €183.00  €193.41   4.9%  -1.1%  naive
2025-11 is left out: it is not over
known: 2023-02 .. 2025-10, 33 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead

value
2025-09  €182.00  █████████████████████████████████████████████████████████████▋
2025-10  €183.00  ██████████████████████████████████████████████████████████████
2025-11  €183.00  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
2025-12  €183.00  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
▒: expected

month    region  kind        value      p10      p50      p90  error   bias  method
───────  ──────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-09  North   actual    €132.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €182.00        –        –        –      –      –  –
2025-10  North   actual    €133.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €183.00        –        –        –      –      –  –
2025-11  North   expected  €133.00  €125.99  €133.00  €140.01   5.7%  -0.8%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €183.00  €175.64  €183.00  €190.36   4.1%  -0.6%  naive
2025-12  North   expected  €133.00  €123.08  €133.00  €142.92   6.8%  -1.5%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €183.00  €172.59  €183.00  €193.41   4.9%  -1.1%  naive
2025-11 is left out: it is not over
known: 2023-02 .. 2025-10, 33 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead
units and the total of their period are brought to each other

value
● North  ○ South
€150 ┤
     │●⠤⠤⠤⠤⠒⠒⠒⠒⠒● ⠒⠂ ⠒⠂ ⠒⠂●⠒⠂ ⠒⠂ ⠒⠂ ●
     │
     │
€100 ┤
     │
     │
 €50 ┤○⣀⣀⣀⣀⣀⣀⣀⣀⣀○ ⣀⡀ ⣀⡀ ⣀⡀○⣀⡀ ⣀⡀ ⣀⡀ ○
     │
     │
     │
  €0 ┤
     └───────────────────────────────
      2025-09          2025-11
dashed: expected

month    region  kind        value      p10      p50      p90  error   bias  method
───────  ──────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ──────
2025-09  North   actual    €132.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €182.00        –        –        –      –      –  –
2025-10  North   actual    €133.00        –        –        –      –      –  –
         South   actual     €50.00        –        –        –      –      –  –
         total   actual    €183.00        –        –        –      –      –  –
2025-11  North   expected  €133.00  €125.99  €133.00  €140.01   5.7%  -0.8%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €183.00  €175.64  €183.00  €190.36   4.1%  -0.6%  naive
2025-12  North   expected  €133.00  €123.08  €133.00  €142.92   6.8%  -1.5%  naive
         South   expected   €50.00   €50.00   €50.00   €50.00   0.0%   0.0%  naive
         total   expected  €183.00  €172.59  €183.00  €193.41   4.9%  -1.1%  naive
2025-11 is left out: it is not over
known: 2023-02 .. 2025-10, 33 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead
units and the total of their period are brought to each other

value
         North South
2025-09  █████ ░░░░░
2025-10  █████ ░░░░░
2025-11  ████◌ ░░░░◌
2025-12  ████◌ ░░░░◌
         €50.00 ░░▒▒▓▓██ €133.00
◌: expected

=== the month that goes on, also where `for` ends before it
--- schema months
--- args
run input.koers --today 2025-11-20
--- input
open "store.db"
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) }
forecast amount by month next 2 using naive for last 24 months
forecast amount by month next 2 using naive for 2024
--- stdout
month    kind        value      p10      p50      p90  error   bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ─────  ─────────────
2025-09  actual    €182.00        –        –        –      –      –  –
2025-10  actual    €183.00        –        –        –      –      –  –
2025-11  expected  €184.00  €184.00  €184.00  €184.00   0.0%   0.0%  so far, naive
2025-12  expected  €183.00  €172.36  €183.00  €193.64   4.9%  -1.1%  naive
2025-11 is not over: expected is what came before 2025-11-20, and 0.0% of a whole one
known: 2023-11 .. 2025-10, 24 periods
error, bias: of forecasts made from what was known then: 12 of them on day 20 of their period, 11 of them 2 ahead at ends of periods

month    kind        value      p10      p50      p90  error  bias  method
───────  ────────  ───────  ───────  ───────  ───────  ─────  ────  ──────
2024-11  actual    €172.00        –        –        –      –     –  –
2024-12  actual    €213.00        –        –        –      –     –  –
2025-01  expected  €213.00  €187.69  €213.00  €238.31      –     –  naive
2025-02  expected  €213.00  €177.20  €213.00  €248.80      –     –  naive
known: 2024-01 .. 2024-12, 12 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method

=== each unit has what comes of its own, and they add up
--- schema so_far
--- args
run input.koers --today 2025-01-16
--- input
open "store.db"
source flow from table flow { key id time at = day covers 2022-01-01 .. 2025-12-31 dimension kind measure w = sum(v) }
forecast w by month, kind next 1 where kind in ("early", "late")
forecast w by month, kind next 1 using run_rate where kind in ("early", "new")
source ways from (forecast w by month, kind as who next 1 paths 20 where kind in ("early", "late")) { }
show expected_w by who for 2025-01
--- stdout
month    kind   kind      value  p10  p50  p90  error  bias  method
───────  ─────  ────────  ─────  ───  ───  ───  ─────  ────  ──────────────────────
2024-12  early  actual      100    –    –    –      –     –  –
         late   actual      100    –    –    –      –     –  –
         total  actual      200    –    –    –      –     –  –
2025-01  early  expected    100  100  100  100   0.0%  0.0%  so far, seasonal naive
         late   expected    100  100  100  100   0.0%  0.0%  so far, seasonal naive
         total  expected    200  200  200  200   0.0%  0.0%  so far, seasonal naive
2025-01 is not over: expected is what came before 2025-01-16, and 50.0% of a whole one
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
units and the total of their period are brought to each other

month    kind   kind      value    p10  p50    p90  error    bias  method
───────  ─────  ────────  ─────  ─────  ───  ─────  ─────  ──────  ────────────────
2024-12  early  actual      100      –    –      –      –       –  –
         new    actual      100      –    –      –      –       –  –
         total  actual      200      –    –      –      –       –  –
2025-01  early  expected    100  100.0  100  100.0   0.0%    0.0%  so far, run rate
         new    expected     80      –   80      –  56.0%  -56.0%  so far, run rate
         total  expected    180  139.9  180  220.1  14.1%  -14.1%  so far, run rate
2025-01 is not over: expected is what came before 2025-01-16, and 20.0% of a whole one
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
units and the total of their period are brought to each other

who    expected_w
─────  ───────────
early         100◔
late          100◔

=== what comes behind the day may be below 0, or more than the whole
--- schema so_far
--- args
run input.koers
--- input
open "store.db"
source flow from table flow { key id time at = day covers 2022-01-01 .. 2025-12-31 dimension kind measure w = sum(v) measure mirror = sum(-v) }
set today = 2025-01-16
forecast w by month next 1 where kind = "credited"
forecast w by month next 1 using run_rate where kind = "returned"
set today = 2025-01-20
forecast w by month next 1 where kind = "cost"
forecast mirror by month next 1 where kind = "cost"
set today = 2025-01-10
forecast w by month next 1 where kind = "cost"
--- stdout
month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ──────────────────────
2024-12  actual       80    –    –    –      –     –  –
2025-01  expected     80   80   80   80   0.0%  0.0%  so far, seasonal naive
2025-01 is not over: expected is what came before 2025-01-16, and -25.0% of a whole one
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ────────────────
2024-12  actual      -50    –    –    –      –     –  –
2025-01  expected     50    0   50  100  66.7%  0.0%  so far, run rate
2025-01 is not over: expected is what came before 2025-01-16, and what usually comes from then on
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then

month    kind      value   p10   p50   p90  error  bias  method
───────  ────────  ─────  ────  ────  ────  ─────  ────  ──────────────────────
2024-12  actual     -101     –     –     –      –     –  –
2025-01  expected   -101  -101  -101  -101   0.0%  0.0%  so far, seasonal naive
2025-01 is not over: expected is what came before 2025-01-20, and 0.0% of a whole one
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made on day 20 of a period, from what was known then

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ──────────────────────
2024-12  actual      101    –    –    –      –     –  –
2025-01  expected    101  101  101  101   0.0%  0.0%  so far, seasonal naive
2025-01 is not over: expected is what came before 2025-01-20, and 0.0% of a whole one
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made on day 20 of a period, from what was known then

month    kind      value   p10   p50   p90  error  bias  method
───────  ────────  ─────  ────  ────  ────  ─────  ────  ──────────────
2024-12  actual     -101     –     –     –      –     –  –
2025-01  expected   -101  -101  -101  -101   0.0%  0.0%  seasonal naive
2025-01 is left out: it is not over
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

=== days off behind the last row are over, unless rows come on them
--- schema so_far
--- args
run input.koers
--- input
open "store.db"
source daily from table daily { key id time at = day dimension kind measure w = sum(v) }
set today = 2025-12-01
forecast w by month next 1 using naive where kind = "office"
set today = 2025-11-30
forecast w by month next 1 using naive where kind = "office"
forecast w by month next 1 using naive where kind = "shop"
--- stdout
month    kind      value    p10  p50    p90  error  bias  method
───────  ────────  ─────  ─────  ───  ─────  ─────  ────  ──────
2025-11  actual      200      –    –      –      –     –  –
2025-12  expected    200  189.6  200  210.4   6.5%  0.4%  naive
known: 2023-01 .. 2025-11, 35 periods
error, bias: of 12 forecasts made at the end of a period, from what was known then

month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2025-10  actual      230    –    –    –      –     –  –
2025-11  expected    200  200  200  200   0.0%  0.0%  so far, naive
2025-11 is not over: expected is what came before 2025-11-30, and 0.0% of a whole one
known: 2023-01 .. 2025-10, 34 periods
error, bias: of 12 forecasts made on day 30 of a period, from what was known then

month    kind      value  p10    p50    p90  error  bias  method
───────  ────────  ─────  ───  ─────  ─────  ─────  ────  ─────────────
2025-10  actual    310.0    –      –      –      –     –  –
2025-11  expected  304.6  296  304.6  313.2   2.4%  0.1%  so far, naive
2025-11 is not over: expected is what came before 2025-11-29, and 7.9% of a whole one
known: 2023-01 .. 2025-10, 34 periods
error, bias: of 12 forecasts made on day 29 of a period, from what was known then

=== days off ahead are over, but rows on them are not known yet
--- schema so_far
--- args
run input.koers --today 2025-11-29
--- input
open "store.db"
source daily from sql "select day, v, kind from daily where kind = 'office' union all select '2025-11-29', 1000, 'new' union all select '2025-11-30', 500, 'office'" { key day, kind time at = day dimension kind measure w = sum(v) }
forecast w by month next 1 using naive
forecast w by month, kind next 1 using naive
--- stdout
month    kind      value  p10  p50  p90  error  bias  method
───────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2025-10  actual      230    –    –    –      –     –  –
2025-11  expected    200  200  200  200   0.0%  0.0%  so far, naive
2025-11 is not over: expected is what came before 2025-11-29, and 0.0% of a whole one
known: 2023-02 .. 2025-10, 33 periods
error, bias: of 12 forecasts made on day 29 of a period, from what was known then

month    kind    kind      value  p10  p50  p90  error  bias  method
───────  ──────  ────────  ─────  ───  ───  ───  ─────  ────  ─────────────
2025-10  office  actual      230    –    –    –      –     –  –
         total   actual      230    –    –    –      –     –  –
2025-11  office  expected    200  200  200  200   0.0%  0.0%  so far, naive
         total   expected    200  200  200  200   0.0%  0.0%  so far, naive
2025-11 is not over: expected is what came before 2025-11-29, and 0.0% of a whole one
known: 2023-02 .. 2025-10, 33 periods
error, bias: of 12 forecasts made on day 29 of a period, from what was known then
units and the total of their period are brought to each other

=== held against the year before: whole periods, also of what is to come
--- schema so_far
--- args
run input.koers --today 2025-01-16
--- input
open "store.db"
source flow from table flow { key id time at = day covers 2022-01-01 .. 2025-12-31 dimension kind measure w = sum(v) measure before = w[previous year] }
forecast w by month next 2 versus w[previous year] where kind = "late"
forecast w by quarter, kind next 2 versus before where kind in ("late", "early")
--- stdout
month    kind      value  p10  p50  p90  w[previous year]  chance  error  bias  method
───────  ────────  ─────  ───  ───  ───  ────────────────  ──────  ─────  ────  ──────────────
2024-11  actual      100    –    –    –               100       –      –     –  –
2024-12  actual      100    –    –    –               100       –      –     –  –
2025-01  expected    100  100  100  100               100  100.0%   0.0%  0.0%  seasonal naive
2025-02  expected    100  100  100  100               100  100.0%   0.0%  0.0%  seasonal naive
───────  ────────  ─────  ───  ───  ───  ────────────────  ──────  ─────  ────  ──────────────
total    expected    200  200  200  200               200  100.0%      –     –  –
2025-01 is left out: it is not over
known: 2022-01 .. 2024-12, 36 periods
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 11 of them 2 ahead

quarter  kind   kind      value      p10    p50      p90  before  chance  error  bias  method
───────  ─────  ────────  ─────  ───────  ─────  ───────  ──────  ──────  ─────  ────  ─────────────
2024-Q3  early  actual      300        –      –        –     300       –      –     –  –
         late   actual      300        –      –        –     300       –      –     –  –
         total  actual      600        –      –        –     600       –      –     –  –
2024-Q4  early  actual      300        –      –        –     300       –      –     –  –
         late   actual      300        –      –        –     300       –      –     –  –
         total  actual      600        –      –        –     600       –      –     –  –
2025-Q1  early  expected    300    295.1    300    304.9     300   50.0%   0.0%  0.0%  so far, blend
         late   expected    300    295.1    300    304.9     300   50.0%   0.0%  0.0%  so far, blend
         total  expected    600    600.0    600    600.0     600  100.0%   0.0%  0.0%  so far, blend
2025-Q2  early  expected    300    300.0    300    300.0     300  100.0%   0.0%  0.0%  blend
         late   expected    300    300.0    300    300.0     300  100.0%   0.0%  0.0%  blend
         total  expected    600    600.0    600    600.0     600  100.0%   0.0%  0.0%  blend
───────  ─────  ────────  ─────  ───────  ─────  ───────  ──────  ──────  ─────  ────  ─────────────
total           expected  1,200  1,200.0  1,200  1,200.0   1,200  100.0%      –     –  –
2025-Q1 is not over: expected is what came before 2025-01-16, and 83.3% of a whole one
known: 2022-Q1 .. 2024-Q4, 12 periods
blend: the mean of theta, seasonal damped
error, bias: of forecasts made from what was known then: 8 of them on day 16 of their period, 7 of them 2 ahead at ends of periods
units and the total of their period are brought to each other

=== what if moves what came so far as it moves what is expected
--- schema so_far
--- args
run input.koers --today 2025-01-16
--- input
open "store.db"
source flow from table flow { key id time at = day covers 2022-01-01 .. 2025-12-31 dimension kind measure w = sum(v) }
forecast w by month next 1 where kind = "late" what if w = w + 10
forecast w by month next 1 where kind = "early" what if w = w * 0 + 10
source future from (forecast w by month next 2 paths 20 where kind = "early") { }
show expected_w by month for 2024-12 .. 2025-02 what if w = w + 10
--- stdout
month    kind      value  value what if  value difference  p10  p50  p90  error  bias  method
───────  ────────  ─────  ─────────────  ────────────────  ───  ───  ───  ─────  ────  ──────────────────────
2024-12  actual      100            110                10    –    –    –      –     –  –
2025-01  expected    100            110                10  110  110  110   0.0%  0.0%  so far, seasonal naive
2025-01 is not over: expected is what came before 2025-01-16, and 90.9% of a whole one
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
what if w = w + 10

month    kind      value  value what if  value difference  p10  p50  p90  error  bias  method
───────  ────────  ─────  ─────────────  ────────────────  ───  ───  ───  ─────  ────  ──────────────────────
2024-12  actual      100             10               -90    –    –    –      –     –  –
2025-01  expected    100             10               -90   10   10   10   0.0%  0.0%  so far, seasonal naive
2025-01 is not over: expected is what came before 2025-01-16, and 0.0% of a whole one
known: 2022-01 .. 2024-12, 36 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
what if w = w * 0 + 10

month    expected_w   expected_w what if   expected_w difference
───────  ───────────  ───────────────────  ──────────────────────
2024-12         100                  110                      10
2025-01         100◔                 110◔                     10◔
2025-02         100◔                 110◔                     10◔
what if w = w + 10
