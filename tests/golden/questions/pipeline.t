--- shared moves
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
--- shared deals
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
\shared moves

=== what open and new deals bring
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
-- iris, 150, is an offer of age 2: of 4 deals and periods in that stage 2 were won, 2 of 2 at
-- this age: (2 + 20 * 2/4) / 22 = 54.5%, or 81.82. juniper, 60, is a talk of age 1: of 7 one
-- became an offer, of 4 at this age 1: (1 + 20 * 1/7) / 24 = 16.1%, of which 54.5% are won a
-- month later: 8.8%, or 5.26. gorse has no amount and is older than juniper.
forecast won_value by month next 3 using pipeline(open_value, deal, stage)
show chance, value by deal, month from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage))
--- stdout
month    kind        value  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-04  actual    €380.00    –    –    –      –     –  –                 –         –
2025-05  actual    €200.00    –    –    –      –     –  –                 –         –
2025-06  actual     €90.00    –    –    –      –     –  –                 –         –
2025-07  expected  €149.58    –    –    –      –     –  pipeline     €81.82    €67.76
2025-08  expected  €105.44    –    –    –      –     –  pipeline      €5.26   €100.18
2025-09  expected  €137.53    –    –    –      –     –  pipeline      €0.00   €137.53
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 2.0 a period, of which 43.8% are won, after 1.8 periods

deal     month    chance    value
───────  ───────  ───────  ───────
gorse    2025-07    0.0%◔   €0.00◔
         2025-08    0.0%◔   €0.00◔
iris     2025-07   54.5%◔  €81.82◔
         2025-08    0.0%◔   €0.00◔
juniper  2025-07    0.0%◔   €0.00◔
         2025-08    8.8%◔   €5.26◔

=== levers of a pipeline
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage, team) what if win_rate = win_rate * 2, slippage = 50%
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = 0, cycle = (cycle + cycle) / 2
--- stdout
month      value  value what if  value difference  p10  p10 what if
───────  ───────  ─────────────  ────────────────  ───  ───────────
2025-07  €148.15        €148.15             €0.00    –            –
2025-08   €94.70        €168.78            €74.08    –            –
───────  ───────  ─────────────  ────────────────  ───  ───────────
total    €242.85        €316.93            €74.08    –            –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
win_rate: 44.68%, what if 89.36% of new deals
slippage: 0.00%, what if 50.00% of what is due
of what a new deal will ever bring half has come within 1 period, nine tenths within 3; within the 2 shown 71.7%

month      value  value what if  value difference  p10  p10 what if
───────  ───────  ─────────────  ────────────────  ───  ───────────
2025-07  €149.58         €81.82           -€67.76    –            –
2025-08  €105.44          €5.26          -€100.18    –            –
───────  ───────  ─────────────  ────────────────  ───  ───────────
total    €255.02         €87.08          -€167.94    –            –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
creation: 2.00, what if 0.00 new deals a period
of what a new deal will ever bring half has come within 1 period, nine tenths within 3; within the 2 shown 73.8%

=== all that is kept of what each deal brings
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
source chances from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage)) { measure expected : money(EUR) = sum(value) measure most = max(amount) measure calibrated : money(EUR) = sum(weighted) }
show expected, most, calibrated by team, stage with total
show expected by month
--- stdout
team   stage  expected     most  calibrated
─────  ─────  ────────  ───────  ──────────
North  offer    €81.82  €150.00     €150.00
South  talk      €5.26   €60.00      €36.39
─────  ─────  ────────  ───────  ──────────
total           €87.08  €150.00     €186.39

month    expected
───────  ─────────
2025-07    €81.82◔
2025-08     €5.26◔

=== its record
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
backtest won_value using pipeline(open_value, deal, stage) origins monthly last 2 horizon 1
--- stdout
lead  n  error  bias  mase  pinball  coverage  naive  run_rate  won
────  ─  ─────  ────  ────  ───────  ────────  ─────  ────────  ───
(no lines)
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method

=== nothing was won yet
--- schema deals
--- args
run input.koers --today 2025-03-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage)
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = 2
show value by deal from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage))
--- stdout
month  kind  value  p10  p50  p90  error  bias  method  from_open  from_new
─────  ────  ─────  ───  ───  ───  ─────  ────  ──────  ─────────  ────────
(no lines)
no whole period is known: there is nothing to go by

month  value  value what if  value difference  p10  p10 what if
─────  ─────  ─────────────  ────────────────  ───  ───────────
(no lines)
no whole period is known: there is nothing to go by

deal  value
────  ─────
(no lines)

=== one deal, and none that is open
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) where deal.name = "elm"
forecast won_value by month next 2 using pipeline(open_value, deal, stage) where deal.name = "kale"
--- stdout
month    kind        value  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-05  actual    €200.00    –    –    –      –     –  –                 –         –
2025-06  actual      €0.00    –    –    –      –     –  –                 –         –
2025-07  expected    €0.00    –    –    –      –     –  pipeline      €0.00     €0.00
2025-08  expected    €0.00    –    –    –      –     –  pipeline      €0.00     €0.00
known: 2025-05 .. 2025-06, 2 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 0 deals
won of offer: 100.0% by value, of 1 decided deal

month    kind       value  p10  p50  p90  error  bias  method  from_open  from_new
───────  ────────  ──────  ───  ───  ───  ─────  ────  ──────  ─────────  ────────
2025-06  actual    €90.00    –    –    –      –     –  –               –         –
2025-07  expected       –    –    –    –      –     –  –               –         –
2025-08  expected       –    –    –    –      –     –  –               –         –
known: 2025-06 .. 2025-06, 1 period
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
lines are empty where pipeline does not suit what is known
no deal was open in two periods that are known: there is nothing to go by

=== no amount is known
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount * 0) as last known per deal at day where stage in ("talk", "offer") }
forecast won_value by month next 2 using pipeline(open_value, deal, stage)
--- stdout
month    kind        value  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-05  actual    €200.00    –    –    –      –     –  –                 –         –
2025-06  actual     €90.00    –    –    –      –     –  –                 –         –
2025-07  expected   €67.76    –    –    –      –     –  pipeline      €0.00    €67.76
2025-08  expected  €100.18    –    –    –      –     –  pipeline      €0.00   €100.18
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
3 of them bring nothing: no amount above 0 is known
won of talk: 40.0% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 2.0 a period, of which 43.8% are won, after 1.8 periods

=== what is no pipeline
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline
forecast won_value by month next 2 using pipeline(open_value, deal)
forecast won_value by month next 2 using pipeline(won_value, deal, stage)
forecast won_value by month next 2 using pipeline(open_value, month, stage)
forecast won_value by month next 2 using pipeline(open_value, deal, deal)
forecast open_value by month next 2 using pipeline(open_value, deal, stage)
forecast won_value by month, team, deal next 2 using pipeline(open_value, deal, stage)
forecast won_value by month next 2 using naive(open_value)
show value by deal from (forecast won_value by month, team next 2 using pipeline(open_value, deal, stage))
show value by deal from (forecast won_value by month next 2 using naive)
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creaton = 2
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if open_value = 2
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = "many"
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = won_value
--- stderr
input.koers:4:36: error[E0671]: a pipeline names what open deals are worth, the deal, its stage and, if wanted, a segment and the day on which it came
    4 | forecast won_value by month next 2 using pipeline
      |                                    ^~~~~~~~~~~~~~
      = help: as in: using pipeline(open_value, deal, stage)
input.koers:5:36: error[E0671]: a pipeline names what open deals are worth, the deal, its stage and, if wanted, a segment and the day on which it came
    5 | forecast won_value by month next 2 using pipeline(open_value, deal)
      |                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: as in: using pipeline(open_value, deal, stage)
input.koers:6:68: error[E0303]: `deals` has no `stage`; it is kept per deal
    6 | forecast won_value by month next 2 using pipeline(won_value, deal, stage)
      |                                                                    ^~~~~
      = help: it belongs to `moves`, and no join of `deals` leads there
input.koers:7:63: error[E0671]: deal, stage and segment are dimensions, each another one
    7 | forecast won_value by month next 2 using pipeline(open_value, month, stage)
      |                                                               ^~~~~
input.koers:8:63: error[E0671]: deal, stage and segment are dimensions, each another one
    8 | forecast won_value by month next 2 using pipeline(open_value, deal, deal)
      |                                                               ^~~~
input.koers:9:10: error[E0671]: what a pipeline brings is a flow, as the value of won deals
    9 | forecast open_value by month next 2 using pipeline(open_value, deal, stage)
      |          ^~~~~~~~~~
input.koers:10:20: error[E0671]: a forecast from a pipeline is by time and at most one unit
   10 | forecast won_value by month, team, deal next 2 using pipeline(open_value, deal, stage)
      |                    ^~~~~~~~~~~~~~~~~~~~
      = help: as in: forecast won_value by month, region next 6 using ...
input.koers:11:36: error[E0671]: only a pipeline is made of something
   11 | forecast won_value by month next 2 using naive(open_value)
      |                                    ^~~~~~~~~~~~~~~~~~~~~~~
input.koers:12:15: error[E0303]: `the answer` has no `deal`; it is kept per month and team
   12 | show value by deal from (forecast won_value by month, team next 2 using pipeline(open_value, deal, stage))
      |               ^~~~
      = help: it belongs to `deals`, and no join of `the answer` leads there
input.koers:13:15: error[E0303]: `the answer` has no `deal`; it is kept per month
   13 | show value by deal from (forecast won_value by month next 2 using naive)
      |               ^~~~
      = help: it belongs to `deals`, and no join of `the answer` leads there
input.koers:14:84: error[E0671]: this is nothing that can be changed of a pipeline
   14 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creaton = 2
      |                                                                                    ^~~~~~~
      = help: did you mean `creation`?
input.koers:15:97: error[E0690]: nothing would be left of the deals: this is no measure
   15 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if open_value = 2
      |                                                                                                 ^
      = help: say it of what is: as in `revenue = revenue * 0 + 100 EUR`
input.koers:16:95: error[E0671]: this has to be a number
   16 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = "many"
      |                                                                                               ^~~~~~
input.koers:17:95: error[E0406]: a value is wanted here that does not depend on data
   17 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = won_value
      |                                                                                               ^~~~~~~~~
--- exit
1

=== levers that cannot be: less than no deals
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = creation - 100
--- stderr
input.koers:4:84: error[E0671]: this would be below 0
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = creation - 100
      |                                                                                    ^~~~~~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== levers that cannot be: all of it slips
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if slippage = 100%
--- stderr
input.koers:4:84: error[E0671]: slippage is a share from 0% to below 100%
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if slippage = 100%
      |                                                                                    ^~~~~~~~~~~~~~~
--- exit
1

=== levers that cannot be: deals that take no time
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if cycle = cycle / 100
--- stderr
input.koers:4:84: error[E0671]: this would be less than the period in which a deal comes, which counts as 1
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if cycle = cycle / 100
      |                                                                                    ^~~~~~~~~~~~~~~~~~~
--- exit
1

=== levers that cannot be: one of them twice
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if size = 10, Size = size * 2
--- stderr
input.koers:4:95: error[E0671]: this lever is put at a value twice
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if size = 10, Size = size * 2
      |                                                                                               ^~~~
--- exit
1

=== a lever of which nothing is known
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value * 0) on won }
\shared moves
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if size = size * 2
--- stderr
input.koers:4:84: error[E0671]: nothing is known of this that could be changed
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if size = size * 2
      |                                                                                    ^~~~~~~~~~~~~~~
--- exit
1

=== canonical
--- args
fmt input.koers
--- input
forecast won_value by month next 6 what if creation=creation*1.1,cycle=cycle-1 using pipeline (open_value,deal,stage,team) for 2025
backtest won_value using pipeline(open_value,deal,stage) horizon 3
--- stdout
forecast won_value
  by month
  next 6
  what if creation = creation * 1.1, cycle = cycle - 1
  using pipeline(open_value, deal, stage, team)
  for 2025
backtest won_value using pipeline(open_value, deal, stage) horizon 3

=== a person sees the deals of the own team, also behind a forecast
--- schema deals
--- file model.koers
\shared deals
audience teams level operational sees team = $user
--- args
--as North run input.koers --today 2025-07-01
--- input
use "model.koers"
forecast won_value by month next 1 using pipeline(open_value, deal, stage)
show value by deal from (forecast won_value by month, deal next 1 using pipeline(open_value, deal, stage))
--- stdout
month    kind       value  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ──────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-06  actual    €90.00    –    –    –      –     –  –                 –         –
2025-07  expected  €87.26    –    –    –      –     –  pipeline     €54.76    €32.50
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 1 deal
won of talk: 34.6% by value, of 3 decided deals
won of offer: 100.0% by value, of 2 decided deals
new deals: 1.0 a period, of which 52.9% are won, after 1.8 periods

deal   value
────  ──────
iris  €54.76

=== a pipeline against a target, and what is asked of its lines
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
source goals from sql "select '2025-07-01' as since, 300 as amount" { key since time since = since by quarter measure goal : money(EUR) = sum(amount) spread over days }
forecast won_value by week next 3 using pipeline(open_value, deal, stage) versus goal
forecast won_value by week next 3 using pipeline(open_value, deal, stage) versus goal
  having chance > 10% sort by chance descending
  alarm when chance < 17% "{week}: {goal} is reached with {chance}, {from_open} of it from open deals"
forecast won_value by month next 2 using pipeline(open_value, deal, stage) with total warn when from_new > 70 EUR "{month}: {from_new} is still to come"
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = creation * 2 having `value difference` > 70 EUR
--- stdout
week      kind       value    p10    p50      p90    goal  chance   error    bias  method            from_open  from_new
────────  ────────  ──────  ─────  ─────  ───────  ──────  ──────  ──────  ──────  ────────────────  ─────────  ────────
2025-W24  actual     €0.00      –      –        –       –       –       –       –  –                         –         –
2025-W25  actual    €90.00      –      –        –       –       –       –       –  –                         –         –
2025-W26  actual     €0.00      –      –        –       –       –       –       –  –                         –         –
2025-W27  expected  €22.15  €0.00  €0.00  €150.00  €19.57   13.4%  115.3%  -67.5%  so far, pipeline     €17.05     €5.10
2025-W28  expected  €29.31  €0.00  €0.00  €150.00  €22.83   17.2%  119.8%  -53.5%  pipeline             €21.29     €8.02
2025-W29  expected  €23.73  €0.00  €0.00  €150.00  €22.83   13.6%  126.7%  -60.9%  pipeline             €13.79     €9.94
────────  ────────  ──────  ─────  ─────  ───────  ──────  ──────  ──────  ──────  ────────────────  ─────────  ────────
total     expected  €75.19  €0.00  €0.00  €167.50  €65.22   40.9%       –       –  –                    €52.13    €23.06
2025-W27 is not over: expected is what came before 2025-07-01, and 100.0% of a whole one
known: 2025-W11 .. 2025-W26, 16 periods
fewer than two seasons are known: none is looked for
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 10 of them 3 ahead
open now: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 4 decided deals
new deals: 0.4 a period, of which 39.0% are won, after 5.1 periods
correlation of deals within a period: 0.363

week      kind       value    p10    p50      p90    goal  chance   error    bias  method            from_open  from_new
────────  ────────  ──────  ─────  ─────  ───────  ──────  ──────  ──────  ──────  ────────────────  ─────────  ────────
2025-W28  expected  €29.31  €0.00  €0.00  €150.00  €22.83   17.2%  119.8%  -53.5%  pipeline             €21.29     €8.02
2025-W29  expected  €23.73  €0.00  €0.00  €150.00  €22.83   13.6%  126.7%  -60.9%  pipeline             €13.79     €9.94
2025-W27  expected  €22.15  €0.00  €0.00  €150.00  €19.57   13.4%  115.3%  -67.5%  so far, pipeline     €17.05     €5.10
2025-W27 is not over: expected is what came before 2025-07-01, and 100.0% of a whole one
known: 2025-W11 .. 2025-W26, 16 periods
fewer than two seasons are known: none is looked for
error, bias: of forecasts made at ends of periods, from what was known then: 12 of them 1 period ahead, 10 of them 3 ahead
open now: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 4 decided deals
new deals: 0.4 a period, of which 39.0% are won, after 5.1 periods
correlation of deals within a period: 0.363
alarm: 2025-W29: €22.83 is reached with 13.6%, €13.79 of it from open deals
alarm: 2025-W27: €19.57 is reached with 13.4%, €17.05 of it from open deals

month    kind        value  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-05  actual    €200.00    –    –    –      –     –  –                 –         –
2025-06  actual     €90.00    –    –    –      –     –  –                 –         –
2025-07  expected  €149.58    –    –    –      –     –  pipeline     €81.82    €67.76
2025-08  expected  €105.44    –    –    –      –     –  pipeline      €5.26   €100.18
───────  ────────  ───────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
total    expected  €255.02    –    –    –      –     –  –            €87.08   €167.94
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 2.0 a period, of which 43.8% are won, after 1.8 periods
warning: 2025-08: €100.18 is still to come

month      value  value what if  value difference  p10  p10 what if
───────  ───────  ─────────────  ────────────────  ───  ───────────
2025-08  €105.44        €205.62           €100.18    –            –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
creation: 2.00, what if 4.01 new deals a period
of what a new deal will ever bring half has come within 1 period, nine tenths within 3; within the 2 shown 73.8%
--- stderr

=== what a pipeline cannot be asked for
--- schema deals
--- args
check input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) paths 19
forecast won_value by month next 2 using pipeline(open_value, deal, stage) paths 20 versus won_value what if creation = 3
show value by deal from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage) what if creation = 2)
show value by deal from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage) having value > 3 EUR)
show value by month from (forecast won_value by month next 2 using pipeline(open_value, deal, stage) keep)
source ahead from (forecast won_value by month next 2 using pipeline(open_value, deal, stage)) { measure ours : money(EUR) = sum(value) }
source each from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage)) { measure theirs : money(EUR) = sum(value) }
show ours by month what if open_value = open_value * 2
show theirs by deal what if won_value = won_value * 2
--- exit
1
--- stdout
--- stderr
input.koers:4:76: error[E0671]: a forecast has 20 to 10000 paths
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) paths 19
      |                                                                            ^~~~~~~~
      = help: quantiles of 1000 paths are near enough
input.koers:5:85: error[E0671]: paths are held against nothing
    5 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) paths 20 versus won_value what if creation = 3
      |                                                                                     ^~~~~~~~~~~~~~~~
      = help: ask `avg(if(expected >= target, 1, 0) per path)`
input.koers:6:107: error[E0671]: `what if` is not about what each deal may bring
    6 | show value by deal from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage) what if creation = 2)
      |                                                                                                           ^~~~~~~~~~~~~~~~~~~~
      = help: ask it of the rows, behind `from (forecast ...)`
input.koers:7:107: error[E0671]: `having` is not about what each deal may bring
    7 | show value by deal from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage) having value > 3 EUR)
      |                                                                                                           ^~~~~~~~~~~~~~~~~~~~
      = help: ask it of the rows, behind `from (forecast ...)`
input.koers:8:102: error[E0671]: only a forecast that is printed is kept
    8 | show value by month from (forecast won_value by month next 2 using pipeline(open_value, deal, stage) keep)
      |                                                                                                      ^~~~

=== a pipeline read on by time
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
source ahead from (forecast won_value by month next 2 using pipeline(open_value, deal, stage)) { dimension kind_of = kind measure ours : money(EUR) = sum(from_open) }
source more from (forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = creation * 2) { measure plain : money(EUR) = sum(value) measure steered : money(EUR) = sum(`value what if`) }
show expected_won_value, ours by kind_of, month sparse
show plain, steered, steered - plain as gain by month with total
--- stdout
kind_of   month    expected_won_value     ours
────────  ───────  ───────────────────  ───────
actual    2025-05             €200.00    €0.00
          2025-06              €90.00    €0.00
expected  2025-07             €149.58◔  €81.82◔
          2025-08             €105.44◔   €5.26◔

month      plain   steered      gain
───────  ────────  ────────  ────────
2025-07  €149.58◔  €217.34◔   €67.76◔
2025-08  €105.44◔  €205.62◔  €100.18◔
───────  ────────  ────────  ────────
total    €255.02◔  €422.96◔  €167.94◔
--- stderr

=== levers beside what a run puts at another value
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won measure n_deals = count() on won }
\shared moves
report effect { forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = creation * 2 }
run effect() what if n_deals = n_deals * 2
--- stdout
effect

month      value  value what if  value difference  p10  p10 what if
───────  ───────  ─────────────  ────────────────  ───  ───────────
2025-07  €149.58        €217.34            €67.76    –            –
2025-08  €105.44        €205.62           €100.18    –            –
───────  ───────  ─────────────  ────────────────  ───  ───────────
total    €255.02        €422.96           €167.94    –            –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
creation: 2.00, what if 4.01 new deals a period
of what a new deal will ever bring half has come within 1 period, nine tenths within 3; within the 2 shown 73.8%
what if n_deals = n_deals * 2; nothing here is made of `n_deals`
--- stderr

=== measures of a pipeline at another value
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
report plain { forecast won_value by month next 2 using pipeline(open_value, deal, stage) }
-- all that is worth something, doubled, is twice as much; by levers beside it likewise
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if won_value = won_value * 2, open_value = open_value * 2
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if won_value = won_value * 2, open_value = open_value * 2, creation = creation * 2
-- what is won: new deals bring more, open ones what they are worth
run plain() what if won_value = won_value * 2
run plain() what if open_value = open_value * 2
forecast won_value by month, team next 1 using pipeline(open_value, deal, stage) what if won_value = won_value * 2
source ahead from (forecast won_value by month next 2 using pipeline(open_value, deal, stage)) { measure ours : money(EUR) = sum(value) }
source each from (forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage)) { measure theirs : money(EUR) = sum(value) }
show ours by month for 2025-07 .. 2025-08 what if won_value = won_value * 2, open_value = open_value * 2
show theirs by deal what if open_value = open_value * 2
--- stdout
month    kind        value  value what if  value difference  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ─────────────  ────────────────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-05  actual    €200.00        €400.00           €200.00    –    –    –      –     –  –                 –         –
2025-06  actual     €90.00        €180.00            €90.00    –    –    –      –     –  –                 –         –
2025-07  expected  €149.58        €299.16           €149.58    –    –    –      –     –  pipeline    €163.64   €135.52
2025-08  expected  €105.44        €210.88           €105.44    –    –    –      –     –  pipeline     €10.52   €200.36
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 2.0 a period, of which 43.8% are won, after 1.8 periods
what if won_value = won_value * 2, open_value = open_value * 2

month      value  value what if  value difference  p10  p10 what if
───────  ───────  ─────────────  ────────────────  ───  ───────────
2025-07  €149.58        €434.67           €285.09    –            –
2025-08  €105.44        €411.24           €305.80    –            –
───────  ───────  ─────────────  ────────────────  ───  ───────────
total    €255.02        €845.91           €590.89    –            –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
creation: 2.00, what if 4.01 new deals a period
of what a new deal will ever bring half has come within 1 period, nine tenths within 3; within the 2 shown 73.8%
what if won_value = won_value * 2, open_value = open_value * 2

plain

month    kind        value  value what if  value difference  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ─────────────  ────────────────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-05  actual    €200.00        €400.00           €200.00    –    –    –      –     –  –                 –         –
2025-06  actual     €90.00        €180.00            €90.00    –    –    –      –     –  –                 –         –
2025-07  expected  €149.58        €217.34            €67.76    –    –    –      –     –  pipeline     €81.82   €135.52
2025-08  expected  €105.44        €205.62           €100.18    –    –    –      –     –  pipeline      €5.26   €200.36
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 2.0 a period, of which 43.8% are won, after 1.8 periods
what if won_value = won_value * 2

plain

month    kind        value  value what if  value difference  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ─────────────  ────────────────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-05  actual    €200.00        €200.00             €0.00    –    –    –      –     –  –                 –         –
2025-06  actual     €90.00         €90.00             €0.00    –    –    –      –     –  –                 –         –
2025-07  expected  €149.58        €231.40            €81.82    –    –    –      –     –  pipeline    €163.64    €67.76
2025-08  expected  €105.44        €110.70             €5.26    –    –    –      –     –  pipeline     €10.52   €100.18
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 2.0 a period, of which 43.8% are won, after 1.8 periods
what if open_value = open_value * 2

month    team   kind        value  value what if  value difference  p10  p50  p90  error  bias  method    from_open  from_new
───────  ─────  ────────  ───────  ─────────────  ────────────────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-06  North  actual     €90.00        €180.00            €90.00    –    –    –      –     –  –                 –         –
         South  actual      €0.00          €0.00             €0.00    –    –    –      –     –  –                 –         –
         total  actual     €90.00        €180.00            €90.00    –    –    –      –     –  –                 –         –
2025-07  North  expected  €114.56        €144.05            €29.49    –    –    –      –     –  pipeline     €85.06    €58.99
         South  expected   €33.60         €67.20            €33.60    –    –    –      –     –  pipeline      €0.00    €67.20
         total  expected  €148.16        €211.25            €63.09    –    –    –      –     –  pipeline     €85.06   €126.19
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 1.8 a period, of which 44.7% are won, after 1.8 periods
what if won_value = won_value * 2

month       ours   ours what if   ours difference
───────  ────────  ─────────────  ────────────────
2025-07  €149.58◔       €299.16◔          €149.58◔
2025-08  €105.44◔       €210.88◔          €105.44◔
what if won_value = won_value * 2, open_value = open_value * 2

deal     theirs  theirs what if  theirs difference
───────  ──────  ──────────────  ─────────────────
gorse     €0.00           €0.00              €0.00
iris     €81.82         €163.64             €81.82
juniper   €5.26          €10.52              €5.26
what if open_value = open_value * 2

=== measures of a pipeline at another value, read on and solved
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
source weeks from (forecast won_value by week next 2 using pipeline(open_value, deal, stage) paths 1000) { }
show expected_won_value by week for 2025-W27 .. 2025-W28 what if won_value = won_value * 2
solve expected_won_value = 120 EUR by won_value for 2025-W28
--- stdout
week      expected_won_value   expected_won_value what if   expected_won_value difference
────────  ───────────────────  ───────────────────────────  ──────────────────────────────
2025-W27              €22.71◔                      €29.47◔                          €6.76◔
2025-W28              €29.09◔                      €38.07◔                          €8.98◔
what if won_value = won_value * 2

measure                 now   needed  change  change %
──────────────────  ───────  ───────  ──────  ────────
expected_won_value   €29.09  €120.00  €90.91    312.5%
won_value           €770.00        –       –         –
there is no won_value for 2025-W28: now and needed are of all that is known
no solution in the plausible range: with won_value from €0.00 to €7,700.00 it goes from €0.00 to €107.11

=== measures of a pipeline at another value: what is refused
--- schema deals
--- args
check input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if open_value = 2
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if won_value = 2 EUR
forecast won_value by month next 2 using pipeline(open_value, deal, stage) paths 20 what if won_value = won_value * 2, creation = 3
source ahead from (forecast won_value by month next 2 using pipeline(open_value, deal, stage)) { measure ours : money(EUR) = sum(value) }
show ours what if open_value = 100 EUR
--- stderr
input.koers:4:97: error[E0690]: nothing would be left of the deals: this is no measure
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if open_value = 2
      |                                                                                                 ^
      = help: say it of what is: as in `revenue = revenue * 0 + 100 EUR`
input.koers:5:96: error[E0690]: nothing would be left of the deals: this is no measure
    5 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if won_value = 2 EUR
      |                                                                                                ^~~~~
      = help: say it of what is: as in `revenue = revenue * 0 + 100 EUR`
input.koers:6:76: error[E0671]: paths show what levers change, or measures at another value, and not both
    6 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) paths 20 what if won_value = won_value * 2, creation = 3
      |                                                                            ^~~~~~~~
      = help: put the measures behind the question that reads them
input.koers:8:32: error[E0690]: nothing would be left of the deals: this is no measure
    8 | show ours what if open_value = 100 EUR
      |                                ^~~~~~~
      = help: say it of what is: as in `revenue = revenue * 0 + 100 EUR`
--- exit
1

=== levers and paths of units add up to those of the whole
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month, team next 2 using pipeline(open_value, deal, stage) what if creation = creation * 2, win_rate = win_rate * 0.8
forecast won_value by month next 2 using pipeline(open_value, deal, stage, team) what if creation = creation * 2, win_rate = win_rate * 0.8
source parts from (forecast won_value by week, team next 4 using pipeline(open_value, deal, stage) paths 10000 what if creation = 0) { measure of_units = sum(value)  measure less_of_units = sum(`value difference`) }
source whole from (forecast won_value by week next 4 using pipeline(open_value, deal, stage, team) paths 10000 what if creation = 0) { measure of_all = sum(value)  measure less_of_all = sum(`value difference`) }
show max(of_units per path) as most_of_units, avg(of_units per path) as mean_of_units, max(of_all per path) as most, avg(of_all per path) as mean,
     avg(less_of_units per path) as less_of_units_mean, avg(less_of_all per path) as less_mean by week for 2025-W27 .. 2025-W30
-- no unit brings what the other one has
show max(of_units per path) as most, avg(of_units per path) as mean by team, week for 2025-W27 .. 2025-W28
--- stdout
month    team     value  value what if  value difference  p10  p10 what if
───────  ─────  ───────  ─────────────  ────────────────  ───  ───────────
2025-07  North  €114.56        €115.24             €0.68    –            –
         South   €33.60         €53.76            €20.16    –            –
         total  €148.16        €169.00            €20.84    –            –
2025-08  North   €43.92         €70.26            €26.34    –            –
         South   €50.79         €76.27            €25.48    –            –
         total   €94.71        €146.53            €51.82    –            –
───────  ─────  ───────  ─────────────  ────────────────  ───  ───────────
total           €242.87        €315.53            €72.66    –            –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
creation: 1.79, what if 3.59 new deals a period
win_rate: 44.68%, what if 35.75% of new deals
of what a new deal will ever bring half has come within 1 period, nine tenths within 3; within the 2 shown 71.7%

month      value  value what if  value difference  p10  p10 what if
───────  ───────  ─────────────  ────────────────  ───  ───────────
2025-07  €148.15        €168.99            €20.84    –            –
2025-08   €94.70        €146.53            €51.83    –            –
───────  ───────  ─────────────  ────────────────  ───  ───────────
total    €242.85        €315.52            €72.67    –            –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
creation: 1.79, what if 3.59 new deals a period
win_rate: 44.68%, what if 35.75% of new deals
of what a new deal will ever bring half has come within 1 period, nine tenths within 3; within the 2 shown 71.7%

week      most_of_units   mean_of_units      most     mean   less_of_units_mean   less_mean
────────  ──────────────  ──────────────  ────────  ───────  ───────────────────  ──────────
2025-W27        €585.00◔         €20.78◔  €585.00◔  €20.78◔              -€4.00◔     -€4.00◔
2025-W28        €585.00◔         €24.64◔  €585.00◔  €24.64◔              -€5.48◔     -€5.48◔
2025-W29        €920.00◔         €18.86◔  €920.00◔  €18.86◔              -€7.31◔     -€7.31◔
2025-W30        €910.00◔         €17.68◔  €910.00◔  €17.68◔              -€8.61◔     -€8.61◔

team   week         most     mean
─────  ────────  ────────  ───────
North  2025-W27  €585.00◔  €19.40◔
       2025-W28  €585.00◔  €22.79◔
South  2025-W27  €380.00◔   €1.39◔
       2025-W28  €380.00◔   €1.85◔

=== levers against a target: cover and chance, before, after, the difference
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
source goals from sql "select '2025-07-01' as since, 300 as amount" { key since time since = since by quarter measure goal : money(EUR) = sum(amount) spread over days }
forecast won_value by week next 2 using pipeline(open_value, deal, stage) versus goal what if creation = creation * 3
  having `cover difference` > 0 sort by week descending
-- too few months are known to say how sure it is; of weeks without a goal nothing is covered
forecast won_value by month next 2 using pipeline(open_value, deal, stage) versus goal what if creation = creation * 3
forecast won_value by week next 2 using pipeline(open_value, deal, stage) versus if(week > 2025-W26, goal) as later what if creation = 0
show max(`cover_p10 difference`) as most from (forecast won_value by week next 2 using pipeline(open_value, deal, stage) versus goal what if creation = 0)
--- stdout
week       value  value what if  value difference    p10  p10 what if    goal  cover  cover what if  cover difference  cover_p10  cover_p10 what if  cover_p10 difference  chance  chance what if  chance difference
────────  ──────  ─────────────  ────────────────  ─────  ───────────  ──────  ─────  ─────────────  ────────────────  ─────────  ─────────────────  ────────────────────  ──────  ──────────────  ─────────────────
2025-W28  €29.31         €45.34            €16.03  €0.00        €0.00  €22.83   1.28           1.99              0.70          0                  0                     0   17.2%           22.9%               5.8%
2025-W27  €22.15         €32.36            €10.21  €0.00        €0.00  €19.57   1.13           1.65              0.52          0                  0                     0   13.4%           17.5%               4.1%
2025-W27 is not over: expected is what came before 2025-07-01, and 100.0% of a whole one
known: 2025-W11 .. 2025-W26, 16 periods
fewer than two seasons are known: none is looked for
creation: 0.38, what if 1.14 new deals a period
of what a new deal will ever bring half has come within 4 periods, nine tenths within 11; within the 2 shown 34.0%

month      value  value what if  value difference  p10  p10 what if     goal  cover  cover what if  cover difference  cover_p10  cover_p10 what if  cover_p10 difference  chance  chance what if  chance difference
───────  ───────  ─────────────  ────────────────  ───  ───────────  ───────  ─────  ─────────────  ────────────────  ─────────  ─────────────────  ────────────────────  ──────  ──────────────  ─────────────────
2025-07  €149.58        €285.10           €135.52    –            –  €101.09   1.48           2.82              1.34          –                  –                     –       –               –                  –
2025-08  €105.44        €305.80           €200.36    –            –  €101.09   1.04           3.03              1.98          –                  –                     –       –               –                  –
───────  ───────  ─────────────  ────────────────  ───  ───────────  ───────  ─────  ─────────────  ────────────────  ─────────  ─────────────────  ────────────────────  ──────  ──────────────  ─────────────────
total    €255.02        €590.90           €335.88    –            –  €202.17   1.26           2.92              1.66          –                  –                     –       –               –                  –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
creation: 2.00, what if 6.01 new deals a period
of what a new deal will ever bring half has come within 1 period, nine tenths within 3; within the 2 shown 73.8%

week       value  value what if  value difference    p10  p10 what if   later  cover  cover what if  cover difference  cover_p10  cover_p10 what if  cover_p10 difference  chance  chance what if  chance difference
────────  ──────  ─────────────  ────────────────  ─────  ───────────  ──────  ─────  ─────────────  ────────────────  ─────────  ─────────────────  ────────────────────  ──────  ──────────────  ─────────────────
2025-W27  €22.15         €17.05            -€5.10  €0.00        €0.00  €19.57   1.13           0.87             -0.26          0                  0                     0   13.4%           11.4%              -2.1%
2025-W28  €29.31         €21.29            -€8.02  €0.00        €0.00  €22.83   1.28           0.93             -0.35          0                  0                     0   17.2%           14.2%              -3.0%
────────  ──────  ─────────────  ────────────────  ─────  ───────────  ──────  ─────  ─────────────  ────────────────  ─────────  ─────────────────  ────────────────────  ──────  ──────────────  ─────────────────
total     €51.46         €38.34           -€13.12  €0.00        €0.00  €42.39   1.21           0.90             -0.31          0                  0                     0   29.8%           25.5%              -4.2%
2025-W27 is not over: expected is what came before 2025-07-01, and 100.0% of a whole one
known: 2025-W11 .. 2025-W26, 16 periods
fewer than two seasons are known: none is looked for
creation: 0.38, what if 0.00 new deals a period
of what a new deal will ever bring half has come within 4 periods, nine tenths within 11; within the 2 shown 34.0%

most
────
   0
--- stderr

=== a pipeline on paths, and what levers change on each
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
source goals from sql "select '2025-07-01' as since, 300 as amount" { key since time since = since by quarter measure goal : money(EUR) = sum(amount) spread over days }
forecast won_value by week next 2 using pipeline(open_value, deal, stage) paths 20 having path = 20
forecast won_value by week next 2 using pipeline(open_value, deal, stage) paths 20 what if win_rate = win_rate * 0.5, creation = 0 having path in (19, 20)
-- too few months are known
forecast won_value by month next 1 using pipeline(open_value, deal, stage) paths 20 having path = 1
source futures from (forecast won_value by week next 2 using pipeline(open_value, deal, stage) paths 1000 what if creation = 0) { measure less = sum(`value difference`) }
show expected_won_value, avg(less per path) as mean, max(less per path) as best by kind
--- stdout
week      kind      path   value
────────  ────────  ────  ──────
2025-W25  actual      20  €90.00
2025-W26  actual      20   €0.00
2025-W27  expected    20   €0.00
2025-W28  expected    20   €0.00
2025-W27 is not over: expected is what came before 2025-07-01, and 100.0% of a whole one
known: 2025-W11 .. 2025-W26, 16 periods
fewer than two seasons are known: none is looked for

week      kind      path   value  value what if  value difference
────────  ────────  ────  ──────  ─────────────  ────────────────
2025-W25  actual      19  €90.00         €90.00             €0.00
                      20  €90.00         €90.00             €0.00
2025-W26  actual      19   €0.00          €0.00             €0.00
                      20   €0.00          €0.00             €0.00
2025-W27  expected    19   €0.00          €0.00             €0.00
                      20   €0.00          €0.00             €0.00
2025-W28  expected    19   €0.00          €0.00             €0.00
                      20   €0.00          €0.00             €0.00
2025-W27 is not over: expected is what came before 2025-07-01, and 100.0% of a whole one
known: 2025-W11 .. 2025-W26, 16 periods
fewer than two seasons are known: none is looked for

month    kind    path   value
───────  ──────  ────  ──────
2025-06  actual     1  €90.00
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too little is known to say how sure a forecast is: there is none on paths

kind      expected_won_value     mean   best
────────  ──────────────────  ───────  ─────
actual                €90.00    €0.00  €0.00
expected              €51.80  -€13.07  €0.00
--- stderr

=== amounts that are too large
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
measure huge : money(EUR) = open_value * 10000000000000
forecast won_value by month next 1 using pipeline(huge, deal, stage)
--- stdout
month    kind       value  p10  p50  p90  error  bias  method  from_open  from_new
───────  ────────  ──────  ───  ───  ───  ─────  ────  ──────  ─────────  ────────
2025-06  actual    €90.00    –    –    –      –     –  –               –         –
2025-07  expected       –    –    –    –      –     –  –               –         –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
lines are empty where pipeline does not suit what is known
amounts are too large: of a deal at most 1e+13 counts
--- stderr

=== levers that cannot be: win_rate = 150%
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if win_rate = 150%
--- stdout
--- stderr
input.koers:4:84: error[E0671]: this is a share from 0% to 100%
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if win_rate = 150%
      |                                                                                    ^~~~~~~~~~~~~~~
--- exit
1

=== levers that cannot be: creation = 10M
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = 10M
--- stdout
--- stderr
input.koers:4:84: error[E0671]: these are more new deals than the million a period that are looked at
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = 10M
      |                                                                                    ^~~~~~~~~~~~~~
--- exit
1

=== levers that cannot be: size = 100000000M
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if size = 100000000M
--- stdout
--- stderr
input.koers:4:84: error[E0671]: this is more than a deal may bring
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if size = 100000000M
      |                                                                                    ^~~~~~~~~~~~~~~~~
--- exit
1

=== behind the stage stand one segment and one day
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team dimension area = team || "x" time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
\shared moves
forecast won_value by month next 1 using pipeline(open_value, deal, stage, team, area)
--- stdout
--- stderr
input.koers:4:82: error[E0671]: behind the stage stand one segment and the day on which a deal came
    4 | forecast won_value by month next 1 using pipeline(open_value, deal, stage, team, area)
      |                                                                                  ^~~~
--- exit
1

=== weighted by stage
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
-- iris, 150, is an offer, which are all won: of 4 ends of months at which one that was won stood
-- there 3 lay one month before it, 1 two months: 112.50 and 37.50. juniper, 60, is a talk, of which
-- 370 of 610 were won, all of them two months later: 36.39. Of 6 deals that came and are decided
-- 4 were won, after 1, 1, 3 and 3 months.
forecast won_value by month next 3 using weighted(open_value, deal, stage)
show weighted, value by deal from (forecast won_value by month, deal next 3 using weighted(open_value, deal, stage))
--- stdout
month    kind        value  p10  p50  p90  error  bias  method             from_open  from_new
───────  ────────  ───────  ───  ───  ───  ─────  ────  ─────────────────  ─────────  ────────
2025-04  actual    €380.00    –    –    –      –     –  –                          –         –
2025-05  actual    €200.00    –    –    –      –     –  –                          –         –
2025-06  actual     €90.00    –    –    –      –     –  –                          –         –
2025-07  expected  €214.14    –    –    –      –     –  weighted by stage    €112.50   €101.64
2025-08  expected  €177.97    –    –    –      –     –  weighted by stage     €73.89   €104.08
2025-09  expected  €208.11    –    –    –      –     –  weighted by stage      €0.00   €208.11
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
from talk: won after 2.0 periods, where it is won
from offer: won after 1.2 periods, where it is won
new deals: 2.0 a period, of which 66.7% are won, after 2.0 periods

deal     weighted    value
───────  ────────  ───────
gorse       €0.00    €0.00
iris      €150.00  €150.00
juniper    €36.39   €36.39

=== units of a pipeline: one has won nothing yet
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension side = if(name = "juniper", "West", team) time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
\shared moves
-- North: iris is an offer; there 2 of 2 are won, 2 of 3 ends of months one month before, and 20
-- times the 3 of 4 of all beside them: 17 of 23 of 150 are 110.87. West: juniper as above.
forecast won_value by month, side next 2 using weighted(open_value, deal, stage)
source ahead from (forecast won_value by month, side next 2 using pipeline(open_value, deal, stage)) { measure due : money(EUR) = sum(value) }
show due by side for 2025-07 .. 2025-08 with total
forecast won_value by month next 2 using pipeline(open_value, deal, stage, side) with total
--- stdout
month    side   kind        value  p10  p50  p90  error  bias  method             from_open  from_new
───────  ─────  ────────  ───────  ───  ───  ───  ─────  ────  ─────────────────  ─────────  ────────
2025-05  North  actual    €200.00    –    –    –      –     –  –                          –         –
         South  actual      €0.00    –    –    –      –     –  –                          –         –
         West   actual      €0.00    –    –    –      –     –  –                          –         –
         total  actual    €200.00    –    –    –      –     –  –                          –         –
2025-06  North  actual     €90.00    –    –    –      –     –  –                          –         –
         South  actual      €0.00    –    –    –      –     –  –                          –         –
         West   actual      €0.00    –    –    –      –     –  –                          –         –
         total  actual     €90.00    –    –    –      –     –  –                          –         –
2025-07  North  expected  €154.20    –    –    –      –     –  weighted by stage    €110.87    €43.33
         South  expected   €19.50    –    –    –      –     –  weighted by stage      €0.00    €19.50
         West   expected   €51.33    –    –    –      –     –  weighted by stage      €0.00    €51.33
         total  expected  €225.03    –    –    –      –     –  weighted by stage    €110.87   €114.16
2025-08  North  expected   €82.46    –    –    –      –     –  weighted by stage     €39.13    €43.33
         South  expected   €13.41    –    –    –      –     –  weighted by stage      €0.00    €13.41
         West   expected   €87.73    –    –    –      –     –  weighted by stage     €36.39    €51.34
         total  expected  €183.60    –    –    –      –     –  weighted by stage     €75.52   €108.08
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
from talk: won after 2.0 periods, where it is won
from offer: won after 1.2 periods, where it is won
new deals: 2.3 a period, of which 66.7% are won, after 2.0 periods

side       due
─────  ────────
North  €158.48◔
South   €27.32◔
West    €85.26◔
─────  ────────
total  €271.06◔

month    kind        value  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-05  actual    €200.00    –    –    –      –     –  –                 –         –
2025-06  actual     €90.00    –    –    –      –     –  –                 –         –
2025-07  expected  €160.42    –    –    –      –     –  pipeline     €85.06    €75.36
2025-08  expected  €110.63    –    –    –      –     –  pipeline      €5.26   €105.37
───────  ────────  ───────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
total    expected  €271.05    –    –    –      –     –  –            €90.32   €180.73
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
too few periods are known to judge the method
open then: 3 deals
1 of them bring nothing: no amount above 0 is known
won of talk: 60.7% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 2.3 a period, of which 44.4% are won, after 1.8 periods

=== what are no units of a pipeline
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
\shared deals
forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage)
forecast won_value by month, team next 2 using pipeline(open_value, deal, stage, team)
forecast won_value by month, team next 2 using weighted(open_value, deal, stage) from deals
--- stderr
input.koers:4:20: error[E0671]: units of a pipeline are told apart by something else than the deal, its stage and its day
    4 | forecast won_value by month, deal next 2 using pipeline(open_value, deal, stage)
      |                    ^~~~~~~~~~~~~~
      = help: what each deal may bring is a source: from (forecast ... by month, deal next 6 using pipeline(...))
input.koers:5:82: error[E0671]: units are the segments of their pipeline: it has no others
    5 | forecast won_value by month, team next 2 using pipeline(open_value, deal, stage, team)
      |                                                                                  ^~~~
input.koers:6:82: error[E0671]: `from` is not known of the units of a pipeline
    6 | forecast won_value by month, team next 2 using weighted(open_value, deal, stage) from deals
      |                                                                                  ^~~~~~~~~~
      = help: ask it by time alone, of one unit with `where`
--- exit
1

=== what if of what is open: deals bring what they brought, and are open where they have a value
--- schema shop
-- Two deals a month are won in the next one and bring 200 instead of 100; one of 10 is lost.
create table deal (id integer primary key, won_on text, value real);
create table move (id integer primary key, deal integer, day text, stage text, amount real);
with recursive m(i) as (select 0 union all select i + 1 from m where i < 14)
  insert into deal select 3 * i + k, case when k < 2 and i < 14 then date('2024-01-10', (i + 1) || ' months') end,
    case when k < 2 and i < 14 then 200 end from m, (select 0 as k union all select 1 union all select 2);
with recursive m(i) as (select 0 union all select i + 1 from m where i < 14)
  insert into move (deal, day, stage, amount) select 3 * i + k, date('2024-01-05', i || ' months'), 'talk', case when k < 2 then 100 else 10 end
    from m, (select 0 as k union all select 1 union all select 2);
insert into move (deal, day, stage) select id, won_on, 'won' from deal where won_on is not null;
insert into move (deal, day, stage) select id, date('2024-01-12', (id / 3 + 1) || ' months'), 'lost' from deal where id % 3 = 2 and id < 42;
--- args
run input.koers --today 2025-04-01
--- input
open "store.db"
source deals from table deal { entity deal key id time won = won_on covers 2024-01-01 .. 2025-03-31 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage = "talk"
  measure large : money(EUR) = sum(amount) as last known per deal at day where stage = "talk" and amount > 50 }
source ahead from (forecast won_value by month next 1 using pipeline(open_value, deal, stage)) { measure open_ones : money(EUR) = sum(from_open) measure new_ones : money(EUR) = sum(from_new) }
source of_large from (forecast won_value by month next 1 using pipeline(large, deal, stage)) { measure open_large : money(EUR) = sum(from_open) measure new_large : money(EUR) = sum(from_new) }
-- 24 deals were won in the last 12 months; with 5 more (24 * 200 + 5 * 100) / (24 * 100 + 5 * 100) = 1.83
forecast won_value by month next 1 using pipeline(open_value, deal, stage) what if open_value = open_value * 2
-- twice and half as much, wherever the forecast is asked; new deals bring what they brought
show open_ones, new_ones for 2025-04 what if open_value = open_value * 2
show open_ones, new_ones for 2025-04 what if open_value = open_value * 0.5
-- what a win brings is another thing: open ones keep what they brought
show open_ones, new_ones for 2025-04 what if won_value = won_value * 3
-- small deals are none: as a pipeline of large ones
forecast won_value by month next 1 using pipeline(open_value, deal, stage) what if open_value = large
show open_ones, new_ones for 2025-04 what if open_value = large
show open_large, new_large for 2025-04
-- an amount of a lever says its currency
forecast won_value by month next 1 using pipeline(open_value, deal, stage) what if size = 150, win_rate = 50%
--- stdout
month    kind        value  value what if  value difference     p10      p50      p90  error   bias  method    from_open  from_new
───────  ────────  ───────  ─────────────  ────────────────  ──────  ───────  ───────  ─────  ─────  ────────  ─────────  ────────
2025-03  actual    €400.00        €400.00             €0.00       –        –        –      –      –  –                 –         –
2025-04  expected  €255.87        €511.73           €255.86  €36.55  €402.07  €767.59  27.9%  27.9%  pipeline    €511.73     €0.00
known: 2024-02 .. 2025-03, 14 periods
fewer than two seasons are known: none is looked for
error, bias: of 2 forecasts made at the end of a period, from what was known then
open then: 3 deals
they bring 182.8% of their amounts, where they are won, as 24 that were won lately say
won of talk: 95.2% by value, of 42 decided deals
new deals: 3.0 a period, of which 66.7% are won, after 2.0 periods
what if open_value = open_value * 2

open_ones   open_ones what if   open_ones difference   new_ones   new_ones what if   new_ones difference
──────────  ──────────────────  ─────────────────────  ─────────  ─────────────────  ────────────────────
  €255.87◔            €511.73◔               €255.86◔     €0.00◔             €0.00◔                €0.00◔
what if open_value = open_value * 2

open_ones   open_ones what if   open_ones difference   new_ones   new_ones what if   new_ones difference
──────────  ──────────────────  ─────────────────────  ─────────  ─────────────────  ────────────────────
  €255.87◔            €127.93◔              -€127.94◔     €0.00◔             €0.00◔                €0.00◔
what if open_value = open_value * 0.5

open_ones   open_ones what if   open_ones difference   new_ones   new_ones what if   new_ones difference
──────────  ──────────────────  ─────────────────────  ─────────  ─────────────────  ────────────────────
  €255.87◔            €255.87◔                 €0.00◔     €0.00◔             €0.00◔                €0.00◔
what if won_value = won_value * 3

month    kind        value  value what if  value difference      p10      p50      p90  error   bias  method    from_open  from_new
───────  ────────  ───────  ─────────────  ────────────────  ───────  ───────  ───────  ─────  ─────  ────────  ─────────  ────────
2025-03  actual    €400.00        €400.00             €0.00        –        –        –      –      –  –                 –         –
2025-04  expected  €255.87        €365.52           €109.65  €365.52  €365.52  €365.52   8.6%  -8.6%  pipeline    €365.52     €0.00
known: 2024-02 .. 2025-03, 14 periods
fewer than two seasons are known: none is looked for
error, bias: of 2 forecasts made at the end of a period, from what was known then
open then: 2 deals
they bring 182.8% of their amounts, where they are won, as 24 that were won lately say
won of talk: 100.0% by value, of 28 decided deals
new deals: 2.0 a period, of which 100.0% are won, after 2.0 periods
correlation of deals within a period: 0.900
what if open_value = large

open_ones   open_ones what if   open_ones difference   new_ones   new_ones what if   new_ones difference
──────────  ──────────────────  ─────────────────────  ─────────  ─────────────────  ────────────────────
  €255.87◔            €365.52◔               €109.65◔     €0.00◔             €0.00◔                €0.00◔
what if open_value = large

open_large   new_large
───────────  ──────────
   €365.52◔      €0.00◔

month      value  value what if  value difference     p10  p10 what if
───────  ───────  ─────────────  ────────────────  ──────  ───────────
2025-04  €255.87        €191.90           -€63.97  €18.28        €0.00
───────  ───────  ─────────────  ────────────────  ──────  ───────────
total    €255.87        €191.90           -€63.97  €18.28        €0.00
known: 2024-02 .. 2025-03, 14 periods
fewer than two seasons are known: none is looked for
win_rate: 66.67%, what if 50.00% of new deals
size: €200.00, what if €150.00 what a new deal brings
of what a new deal will ever bring half has come within 2 periods, nine tenths within 2; within the 1 shown 0.0%
