=== what open and new deals bring
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
1 of them bring nothing: no amount is known
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
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
win_rate: 44.68, what if 89.36% of new deals
slippage: 0.00, what if 50.00% of what is due
of what a new deal will ever bring 71.7% comes within 2 periods, 100.0% within 4

month      value  value what if  value difference  p10  p10 what if
───────  ───────  ─────────────  ────────────────  ───  ───────────
2025-07  €149.58         €81.82           -€67.76    –            –
2025-08  €105.44          €5.26          -€100.18    –            –
───────  ───────  ─────────────  ────────────────  ───  ───────────
total    €255.02         €87.08          -€167.94    –            –
known: 2025-03 .. 2025-06, 4 periods
fewer than two seasons are known: none is looked for
creation: 2.00, what if 0.00 new deals a period
of what a new deal will ever bring 73.8% comes within 2 periods, 100.0% within 4

=== all that is kept of what each deal brings
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
forecast won_value by month next 2 using pipeline(open_value, deal, stage) where deal.name = "elm"
forecast won_value by month next 2 using pipeline(open_value, deal, stage) where deal.name = "kale"
--- stdout
month    kind        value  p10  p50  p90  error  bias  method    from_open  from_new
───────  ────────  ───────  ───  ───  ───  ─────  ────  ────────  ─────────  ────────
2025-05  actual    €200.00    –    –    –      –     –  –                 –         –
2025-06  expected    €0.00    –    –    –      –     –  pipeline      €0.00     €0.00
2025-07  expected    €0.00    –    –    –      –     –  pipeline      €0.00     €0.00
known: 2025-05 .. 2025-05, 1 period
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
3 of them bring nothing: no amount is known
won of talk: 40.0% by value, of 5 decided deals
won of offer: 100.0% by value, of 3 decided deals
new deals: 2.0 a period, of which 43.8% are won, after 1.8 periods

=== what is no pipeline
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
forecast won_value by month next 2 using pipeline
forecast won_value by month next 2 using pipeline(open_value, deal)
forecast won_value by month next 2 using pipeline(won_value, deal, stage)
forecast won_value by month next 2 using pipeline(open_value, month, stage)
forecast won_value by month next 2 using pipeline(open_value, deal, deal)
forecast open_value by month next 2 using pipeline(open_value, deal, stage)
forecast won_value by month, team next 2 using pipeline(open_value, deal, stage)
forecast won_value by month next 2 using naive(open_value)
show value by deal from (forecast won_value by month, team next 2 using pipeline(open_value, deal, stage))
show value by deal from (forecast won_value by month next 2 using naive)
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creaton = 2
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if open_value = 2
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = "many"
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creation = won_value
--- stderr
input.koers:4:36: error[E0671]: a pipeline names what open deals are worth, the deal, its stage and, if wanted, a segment
    4 | forecast won_value by month next 2 using pipeline
      |                                    ^~~~~~~~~~~~~~
      = help: as in: using pipeline(open_value, deal, stage)
input.koers:5:36: error[E0671]: a pipeline names what open deals are worth, the deal, its stage and, if wanted, a segment
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
input.koers:10:20: error[E0671]: a forecast from a pipeline is by time alone
   10 | forecast won_value by month, team next 2 using pipeline(open_value, deal, stage)
      |                    ^~~~~~~~~~~~~~
      = help: that of each deal is a source: from (forecast ... by month, deal next 6 using pipeline(...))
input.koers:11:36: error[E0671]: only a pipeline is made of something
   11 | forecast won_value by month next 2 using naive(open_value)
      |                                    ^~~~~~~~~~~~~~~~~~~~~~~
input.koers:12:45: error[E0671]: rows of a forecast are by a unit of time and the deal
   12 | show value by deal from (forecast won_value by month, team next 2 using pipeline(open_value, deal, stage))
      |                                             ^~~~~~~~~~~~~~
      = help: as in: from (forecast won_value by month, deal next 6 using pipeline(open_value, deal, stage))
input.koers:13:15: error[E0303]: `the answer` has no `deal`; it is kept per month
   13 | show value by deal from (forecast won_value by month next 2 using naive)
      |               ^~~~
      = help: it belongs to `deals`, and no join of `the answer` leads there
input.koers:14:84: error[E0671]: this is nothing that can be changed of a pipeline
   14 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if creaton = 2
      |                                                                                    ^~~~~~~
      = help: did you mean `creation`?
input.koers:15:84: error[E0671]: this is nothing that can be changed of a pipeline
   15 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if open_value = 2
      |                                                                                    ^~~~~~~~~~
      = help: these are creation, win_rate, size, cycle, slippage
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
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if cycle = cycle / 100
--- stderr
input.koers:4:84: error[E0671]: this would be less than a twentieth of what it is
    4 | forecast won_value by month next 2 using pipeline(open_value, deal, stage) what if cycle = cycle / 100
      |                                                                                    ^~~~~~~~~~~~~~~~~~~
--- exit
1

=== a lever of which nothing is known
--- schema deals
--- args
run input.koers --today 2025-07-01
--- input
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value * 0) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
open "store.db"
source deals from table deal { entity deal key id label name dimension team time won = won_on covers 2025-01-01 .. 2025-06-30 measure won_value : money(EUR) = sum(value) on won }
source moves from table move { key id join deals on deal time at = day dimension stage measure open_value : money(EUR) = sum(amount) as last known per deal at day where stage in ("talk", "offer") }
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
