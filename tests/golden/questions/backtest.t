--- shared sales
open "store.db"
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) measure items : count = sum(items) }

=== a line for each lead, and one for all
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
backtest amount using run_rate origins monthly last 6 horizon 3
--- stdout
 lead   n  error   bias  mase  pinball  coverage  seasonal_naive  run_rate     won
─────  ──  ─────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
    1   6   1.1%  -1.1%  0.05    €1.90    100.0%           11.2%      1.1%  100.0%
    2   5   1.6%  -1.6%  0.07    €2.37    100.0%            6.6%      1.6%  100.0%
    3   4   2.2%  -2.2%  0.09    €2.98    100.0%            6.6%      2.2%  100.0%
─────  ──  ─────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
total  15   1.6%  -1.6%  0.06    €2.34    100.0%            8.4%      1.6%  100.0%
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
run rate, made at the end of 6 periods from what was known then

=== 24 origins and 12 leads where nothing else is said
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
backtest amount by month using seasonal_naive
--- stdout
 lead    n  error    bias  mase  pinball  coverage  seasonal_naive  run_rate   won
─────  ───  ─────  ──────  ────  ───────  ────────  ──────────────  ────────  ────
    1   22  24.0%  -24.0%  1.44   €11.94     90.9%           24.0%      6.4%  0.0%
    2   21  24.4%  -24.4%  1.64   €12.98     85.7%           24.4%      8.3%  0.0%
    3   20  24.9%  -24.9%  1.86   €14.09     80.0%           24.9%     10.3%  0.0%
    4   19  25.4%  -25.4%  2.10   €15.32     73.7%           25.4%     12.3%  0.0%
    5   18  25.9%  -25.9%  2.37   €16.61     66.7%           25.9%     14.0%  0.0%
    6   17  26.5%  -26.5%  2.79   €18.16     64.7%           26.5%     15.8%  0.0%
    7   16  25.9%  -25.9%  2.86   €18.33     62.5%           25.9%     16.9%  0.0%
    8   15  25.2%  -25.2%  2.95   €18.51     60.0%           25.2%     18.0%  0.0%
    9   14  24.5%  -24.5%  3.03   €18.68     57.1%           24.5%     19.1%  0.0%
   10   13  23.6%  -23.6%  3.12   €18.87     53.8%           23.6%     20.8%  0.0%
   11   12  22.6%  -22.6%  3.20   €19.05     50.0%           22.6%     22.8%  0.0%
   12   11  21.9%  -21.9%  3.24   €19.24     45.5%           21.9%     23.7%  0.0%
─────  ───  ─────  ──────  ────  ───────  ────────  ──────────────  ────────  ────
total  198  24.7%  -24.7%  2.42   €16.33     68.7%           24.7%     14.8%  0.0%
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
seasonal naive, made at the end of 22 periods from what was known then

=== quarters, of one unit
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
backtest items origins quarterly last 3 horizon 2 where region = "North"
--- stdout
 lead  n  error  bias  mase  pinball  coverage  seasonal_naive  run_rate   won
─────  ─  ─────  ────  ────  ───────  ────────  ──────────────  ────────  ────
    0  3   0.0%  0.0%     –        0    100.0%            0.0%      0.0%  0.0%
    1  3   0.0%  0.0%     –        0    100.0%            0.0%      0.0%  0.0%
    2  2   0.0%  0.0%     –        0    100.0%            0.0%      0.0%  0.0%
─────  ─  ─────  ────  ────  ───────  ────────  ──────────────  ────────  ────
total  5   0.0%  0.0%     –        0    100.0%            0.0%      0.0%  0.0%
2025-Q4 is not over: expected is what came before 2025-12-01, and 33.3% of a whole one
known: 2023-Q2 .. 2025-Q3, 10 periods
blend, made at the end of 3 periods from what was known then
lead 0: made on day 62 of a period, with what came of it so far

=== by year there is no season: the plain method is naive
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
backtest amount by year using run_rate
--- stdout
lead  n  error  bias  mase  pinball  coverage  naive  run_rate  won
────  ─  ─────  ────  ────  ───────  ────────  ─────  ────────  ───
(no lines)
2025 is not over: expected is what came before 2025-12-01, and 12.2% of a whole one
known: 2024 .. 2024, 1 period
too few periods are known to judge the method

=== too few periods, and none
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
backtest amount horizon 2 for 2025-09 .. 2025-10
backtest amount where region = "West"
--- stdout
lead  n  error  bias  mase  pinball  coverage  naive  run_rate  won
────  ─  ─────  ────  ────  ───────  ────────  ─────  ────────  ───
(no lines)
known: 2025-09 .. 2025-10, 2 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method

lead  n  error  bias  mase  pinball  coverage  naive  run_rate  won
────  ─  ─────  ────  ────  ───────  ────────  ─────  ────────  ───
(no lines)
no whole period is known: there is nothing to go by

=== units, and the whole of them
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
backtest amount by month, region using naive origins monthly last 4 horizon 2
--- stdout
 lead  region  n  error   bias  mase  pinball  coverage  seasonal_naive  run_rate     won
─────  ──────  ─  ─────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
    1  North   4   0.8%  -0.8%  0.08    €0.67    100.0%            9.1%      1.5%  100.0%
       South   4   0.0%   0.0%     –    €0.00    100.0%            0.0%      0.0%    0.0%
       total   4   0.5%  -0.5%  0.02    €0.69    100.0%            6.6%      1.1%  100.0%
    2  North   3   1.5%  -1.5%  0.17    €1.07    100.0%            9.0%      2.3%  100.0%
       South   3   0.0%   0.0%     –    €0.00    100.0%            0.0%      0.0%    0.0%
       total   3   1.1%  -1.1%  0.05    €1.08    100.0%            6.6%      1.6%  100.0%
─────  ──────  ─  ─────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
total          7   0.8%  -0.8%  0.03    €0.86    100.0%            6.6%      1.3%  100.0%
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
naive, made at the end of 4 periods from what was known then
units and the total of their period are brought to each other

=== a backtest as CSV
--- schema months
--- args
run input.koers --today 2025-12-01 --format csv
--- input
\shared sales
backtest amount using naive origins monthly last 2 horizon 2
--- stdout
level,lead,n,error,bias,mase,pinball,coverage,seasonal_naive,run_rate,won
line,1,2,0.00545,-0.00545,0.0242,0.67,1,0.065395,0.010899,1
line,2,1,0.01087,-0.01087,0.0476,1.06,1,0.065217,0.016304,1
total,,3,0.00726,-0.00726,0.032,0.8,1,0.065336,0.012704,1

=== what a backtest cannot be
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
backtest amount origins hourly
backtest amount origins monthly last 0
backtest amount horizon 0
backtest amount by quarter origins monthly
backtest amount by region, month
backtest amount by region
backtest amount using best
backtest amount, items
--- stderr
input.koers:3:25: error[E0671]: origins are daily, weekly, monthly, quarterly, halfyearly or yearly
    3 | backtest amount origins hourly
      |                         ^~~~~~
input.koers:4:17: error[E0671]: a backtest has 1 to 400 origins
    4 | backtest amount origins monthly last 0
      |                 ^~~~~~~~~~~~~~~~~~~~~~
input.koers:5:17: error[E0671]: a forecast reaches 1 to 400 periods ahead
    5 | backtest amount horizon 0
      |                 ^~~~~~~~~
input.koers:6:28: error[E0671]: origins are the ends of the periods of `by`
    6 | backtest amount by quarter origins monthly
      |                            ^~~~~~~~~~~~~~~
input.koers:7:17: error[E0671]: a forecast is by one unit of time, which comes first
    7 | backtest amount by region, month
      |                 ^~~~~~~~~~~~~~~~
      = help: as in: forecast revenue by month, region next 6
input.koers:8:17: error[E0671]: a forecast is by one unit of time, which comes first
    8 | backtest amount by region
      |                 ^~~~~~~~~
      = help: as in: forecast revenue by month, region next 6
input.koers:9:23: error[E0671]: there is no method `best`
    9 | backtest amount using best
      |                       ^~~~
      = help: methods are naive, seasonal_naive, run_rate, ses, holt, damped, winters_additive, winters_multiplicative, theta, ets, ets_mean, seasonal_damped, blend
input.koers:10:10: error[E0671]: a forecast is of one measure
   10 | backtest amount, items
      |          ^~~~~~
--- exit
1

=== a backtest is checked
--- schema months
--- args
check input.koers --today 2025-12-01
--- input
\shared sales
backtest amont
--- stderr
input.koers:3:10: error[E0301]: there is no measure `amont`
    3 | backtest amont
      |          ^~~~~
      = help: did you mean `amount`?
--- exit
1

=== its words are names elsewhere
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
show amount as horizon, items as origins by quarter for 2025 sort by origins
--- stdout
quarter  horizon   origins
───────  ────────  ────────
2025-Q1  €525.00        15
2025-Q2  €534.00        15
2025-Q3  €543.00        15
2025-Q4  €592.00◔       15◔

=== as a source: lines of leads and units, without their totals
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
source record from (backtest amount by month, region using run_rate origins monthly last 6 horizon 2) { measure worst : percent = max(error) measure judged = sum(n) }
backtest amount by month, region using run_rate origins monthly last 6 horizon 2
show worst, judged by region with total
show min(error) as least, count() as lines from (backtest amount using run_rate origins monthly last 6 horizon 3)
list lead, seasonal_naive, run_rate, won from (backtest amount using run_rate origins monthly last 6 horizon 3) where lead >= 2
--- stdout
 lead  region   n  error   bias  mase  pinball  coverage  seasonal_naive  run_rate     won
─────  ──────  ──  ─────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
    1  North    6   1.5%  -1.5%  0.17    €0.92    100.0%            9.1%      1.5%  100.0%
       South    6   0.0%   0.0%     –    €0.00    100.0%            0.0%      0.0%    0.0%
       total    6   1.1%  -1.1%  0.05    €1.90    100.0%           11.2%      1.1%  100.0%
    2  North    5   2.3%  -2.3%  0.25    €1.14    100.0%            8.9%      2.3%  100.0%
       South    5   0.0%   0.0%     –    €0.00    100.0%            0.0%      0.0%    0.0%
       total    5   1.6%  -1.6%  0.07    €2.37    100.0%           12.0%      1.6%  100.0%
─────  ──────  ──  ─────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
total          11   1.4%  -1.4%  0.06    €2.11    100.0%           11.5%      1.4%  100.0%
2025-12 is left out: it is not over
known: 2023-02 .. 2025-11, 34 periods
run rate, made at the end of 6 periods from what was known then
units and the total of their period are brought to each other

region  worst  judged
──────  ─────  ──────
North    2.3%      11
South    0.0%      11
──────  ─────  ──────
total    2.3%      22

least  lines
─────  ─────
 1.1%      3

lead  seasonal_naive  run_rate     won
────  ──────────────  ────────  ──────
   2            6.6%      1.6%  100.0%
   3            6.6%      2.2%  100.0%

=== as a source: what a backtest is not, it is not there either
--- schema months
--- args
run input.koers --today 2025-12-01
--- input
\shared sales
show max(error) as e from (backtest amount by region)
show max(error) as e from (backtest amount using fancy)
show max(error) as e from (backtest amount by month origins quarterly)
show sum(error) as e from (backtest amount)
show max(error) as e from (backtest amount horizon 1) what if amount = amount * 2
source record from (backtest amount by month, region as error horizon 1) { measure judged = sum(n) }
show judged
--- stderr
input.koers:3:44: error[E0671]: a forecast is by one unit of time, which comes first
    3 | show max(error) as e from (backtest amount by region)
      |                                            ^~~~~~~~~
      = help: as in: forecast revenue by month, region next 6
input.koers:4:50: error[E0671]: there is no method `fancy`
    4 | show max(error) as e from (backtest amount using fancy)
      |                                                  ^~~~~
      = help: methods are naive, seasonal_naive, run_rate, ses, holt, damped, winters_additive, winters_multiplicative, theta, ets, ets_mean, seasonal_damped, blend
input.koers:5:53: error[E0671]: origins are the ends of the periods of `by`
    5 | show max(error) as e from (backtest amount by month origins quarterly)
      |                                                     ^~~~~~~~~~~~~~~~~
input.koers:6:10: error[E0401]: `error` is a ratio; it can be read but not added up
    6 | show sum(error) as e from (backtest amount)
      |          ^~~~~
      = help: add up its parts and divide those
input.koers:7:28: error[E0690]: a backtest holds forecasts against what was, and `what if` against what never was
    7 | show max(error) as e from (backtest amount horizon 1) what if amount = amount * 2
      |                            ^~~~~~~~~~~~~~~~~~~~~~~~~
      = help: run the report without `what if`, or leave it out
input.koers:8:47: error[E0304]: two columns are called `error`
    8 | source record from (backtest amount by month, region as error horizon 1) { measure judged = sum(n) }
      |                                               ^~~~~~
      = help: give the unit another name: `... as name`
--- exit
1

=== the period that goes on is judged by what was known on the same day
--- schema so_far
--- args
run input.koers --today 2025-01-16
--- input
open "store.db"
source flow from table flow { key id time at = day covers 2022-01-01 .. 2025-12-31 dimension kind measure w = sum(v) }
backtest w by month using run_rate origins monthly last 6 horizon 2 where kind = "returned"
backtest w by month, kind using run_rate origins monthly last 3 horizon 1 where kind in ("early", "returned")
show lead, sum(n) as judged from (backtest w by month using naive origins monthly last 6 horizon 2 where kind = "cost") by lead
--- stdout
 lead   n   error   bias  mase  pinball  coverage  seasonal_naive  run_rate     won
─────  ──  ──────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
    0   6   66.7%   0.0%     –     11.7    100.0%          200.0%     66.7%  100.0%
    1   6  133.3%   0.0%     –     25.9      0.0%            0.0%    133.3%    0.0%
    2   5   71.4%  14.3%     –     14.7    100.0%            0.0%     71.4%    0.0%
─────  ──  ──────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
total  11  106.3%   6.3%     –     20.8     45.5%            0.0%    106.3%    0.0%
2025-01 is not over: expected is what came before 2025-01-16, and what usually comes from then on
known: 2022-01 .. 2024-12, 36 periods
run rate, made at the end of 6 periods from what was known then
lead 0: made on day 16 of a period, with what came of it so far

 lead  kind      n   error   bias  mase  pinball  coverage  seasonal_naive  run_rate     won
─────  ────────  ─  ──────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
    0  early     3    0.0%   0.0%     –      0.0    100.0%            0.0%      0.0%    0.0%
       returned  3   75.0%  25.0%     –     11.8    100.0%          225.0%     75.0%  100.0%
       total     3   50.0%  16.7%     –     12.4    100.0%          150.0%     50.0%  100.0%
    1  early     3    0.0%   0.0%     –      0.0    100.0%            0.0%      0.0%    0.0%
       returned  3  150.0%  50.0%     –     25.9      0.0%            0.0%    150.0%    0.0%
       total     3  100.0%  33.3%     –     25.9      0.0%            0.0%    100.0%    0.0%
─────  ────────  ─  ──────  ─────  ────  ───────  ────────  ──────────────  ────────  ──────
total            3  100.0%  33.3%     –     25.9      0.0%            0.0%    100.0%    0.0%
2025-01 is not over: expected is what came before 2025-01-16, and -60.0% of a whole one
known: 2022-01 .. 2024-12, 36 periods
run rate, made at the end of 3 periods from what was known then
lead 0: made on day 16 of a period, with what came of it so far
units and the total of their period are brought to each other

lead  judged
────  ──────
   0       6
   1       6
   2       5
