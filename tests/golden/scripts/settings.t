=== settings hold for what follows
--- schema shop
--- input
open "store.db"
source orders from table orders { time ordered = order_date  dimension status  measure freight "All" : money(EUR) = sum(freight) }
set today = 2025-03-15
show freight for this month
set today = 2025-02-15
set locale = "de-DE"
show freight for this month
set rows = 2
show freight by ordered
set rows = 0
set width = 20
text "a text that is longer than twenty columns"
set width = 0
--- stderr
--- exit
0
--- stdout
freight
────────
  €3.35◔

freight
────────
12,00 €◔

ordered     freight
──────────  ───────
15.01.2025   4,90 €
03.02.2025  12,00 €
… 4 more lines

a text that is
longer than twenty
columns

=== a setting that does not exist
--- input
set colour = "red"
--- stderr
input.koers:1:5: error[E0702]: there is no setting `colour`
    1 | set colour = "red"
      |     ^~~~~~
      = help: settings are today, locale, width, rows, timing, chart, pager, currency, calendar, user
--- exit
1

=== settings of a wrong kind
--- input
set today = "yesterday"
set locale = "klingon"
set locale = de_DF
set width = 3
set rows = -1
set rows = "many"
set timing = 12
set calendar = fiscal
set currency = EUR
set wdith = 80
--- stderr
input.koers:1:13: error[E0702]: `today` is set to a date, as in `set today = 2025-12-31`
    1 | set today = "yesterday"
      |             ^~~~~~~~~~~
input.koers:2:14: error[E0702]: there is no locale `klingon`
    2 | set locale = "klingon"
      |              ^~~~~~~~~
      = help: a locale is a language, and a country: nl, de-AT
input.koers:4:13: error[E0702]: `width` is set to a number of columns, as in `set width = 100`; 0 is the terminal's
    4 | set width = 3
      |             ^
input.koers:5:12: error[E0702]: `rows` is set to a number of lines, as in `set rows = 40`; 0 is all
    5 | set rows = -1
      |            ^~
input.koers:6:12: error[E0702]: `rows` is set to a number of lines, as in `set rows = 40`; 0 is all
    6 | set rows = "many"
      |            ^~~~~~
input.koers:7:14: error[E0702]: `timing` is set to on or off
    7 | set timing = 12
      |              ^~
input.koers:8:16: error[E0301]: there is no calendar `fiscal`
    8 | set calendar = fiscal
      |                ^~~~~~
      = help: declare it: `calendar fiscal { year starts april }`
input.koers:10:5: error[E0702]: there is no setting `wdith`
   10 | set wdith = 80
      |     ^~~~~
      = help: did you mean `width`?
--- exit
1

=== the day of the command line wins
--- schema shop
--- args
run input.koers --today 2025-03-15
--- input
open "store.db"
source orders from table orders { time ordered = order_date  measure n = count() }
set today = 2020-01-01
show n for this month
--- stdout
n
──
1◔

=== timing says how long a question took
--- schema shop
--- args
run input.koers 2>&1 | sed 's/^[0-9.]* m\{0,1\}s$/TIME/'
--- input
open "store.db"
source orders from table orders { measure n = count() }
set timing = on
show n
set timing = off
show n
--- stdout
n
─
6
TIME

n
─
6

=== another today: what the model says of it is read anew, through other definitions too
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-05-10
source orders from table orders where order_date < today {
  key order_id  time ordered = order_date  time settled = coalesce(ship_date, today)
  dimension old = order_date < today - 80 days  dimension older = old and order_id > 1  dimension recent = order_date in this month
  measure n = count() }
show n, n[where old] as o, n[where older] as oo, n[where recent] as r, n[on settled] as s by month for 2025-05
show n, n[where old] as o, n[where older] as oo, n[where recent] as r for all time
set today = 2025-03-31
show n, n[where old] as o, n[where older] as oo, n[where recent] as r for all time
set today = 2025-05-10
show n, n[where old] as o, n[where older] as oo, n[where recent] as r for all time
--- stdout
month,n,o,oo,r,s
2025-05,1,0,0,1,2

n,o,oo,r
5,2,1,1

n,o,oo,r
3,0,0,0

n,o,oo,r
5,2,1,1

=== an answer as a source is read on the day of the question
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-05-10
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
source months from (show n by month for year to date) { measure answered = count() }
source again from months { measure twice = 2 * count() }
show answered, twice
set today = 2025-03-31
show answered, twice
--- stdout
answered,twice
5,10

answered,twice
3,6

=== an answer is kept on the day of its `let`, whatever day comes after
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
set today = 2025-03-31
let early = show n as m by month for last 2 months
set today = 2025-07-15
show sum(m) as s from $early
show n for last 2 months
--- stdout
s
3

n
2

=== what a source covers and joins is read anew
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2025-05-10
source spells from sql "select 1 as rep, '2025-01-01' as day, '2025-03-01' as until, 'old' as state union all select 1, '2025-03-01', null, 'new'" {
  key rep, day  dimension state }
source orders from table orders { key order_id  join spells on rep_id while day until coalesce(until, today)
  time ordered = order_date  measure n = count()  covers 2025-01-01 .. today }
show n by month for 2025-04 .. 2025-05
set today = 2025-04-30
show n by month for 2025-04 .. 2025-05
-- orders 1 and 2 are of rep 1 in the old spell, 6 of 30 June in the new one while that goes on until
-- today; 3, 4 and 5 are of rep 2
show n by state for 2025
set today = 2025-07-01
show n by state for 2025
--- stdout
month,n
2025-04,0
2025-05,1

month,n
2025-04,0
2025-05,

state,n
old,2
,4

state,n
new,1
old,2
,3

=== the model beside a store follows a day that is set behind it
--- schema shop
--- args
store.db --format csv -c 'set today = 2025-06-01 show n by month for 2025-06 .. 2025-07'
--- file model.koers
open "store.db"
set today = 2025-05-10
source orders from table orders { key order_id  time ordered = order_date  measure n = count()  covers 2025-01-01 .. today }
--- stdout
month,n
2025-06,1
2025-07,

=== what a report sets holds in no report behind it
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
set today = 2024-08-01
source o from sql "select 1 id, '2024-08-01' d, 5 v union all select 2, '2024-09-02', 7" { key id time d = d measure rev = sum(v) }
source tm from (show rev as had by month for this month)
report later() {
  set today = 2024-09-30
  show had for 2024
}
report now() { show had for 2024 }
-- Both were checked; only the first was run so far.
run now()
run later()
--- stdout
had
5

had
7

=== an answer as a source is in the currency of the question
--- schema rates
--- args
run input.koers --format csv --today 2025-06-01
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source custs from sql "select 'A' as cust, 'North' as side union all select 'B', 'South'" { entity customer key cust  dimension side }
source orders from table orders { key id  join custs on cust  time ordered = d  measure revenue : money(EUR) = sum(amount) }
source months from (show revenue as worth by customer, month for 2025-01 .. 2025-02) { measure best = max(worth) }
source again from months { join custs on customer  measure summed = sum(worth) }
source tops from (show worth as top_worth by customer) { measure most = max(top_worth) }
measure part : percent = worth / revenue
let early = show worth by customer
show worth, best, summed, round(part, 3) as p by side with total
set currency = USD
-- A: 100 * 1.03 + 200 * 1.05, B: 50 * 1.04
show worth, best, summed by side with total
show most
let late = show worth by customer
show sum(worth) as w from $early
show sum(worth) as w from $late
set currency = none
show worth, best, summed by side with total
--- stdout
level,side,worth,best,summed,p
line,North,300,200,300,1
line,South,50,50,50,0.877
total,,350,200,350,0.98

level,side,worth,best,summed
line,North,313,210,313
line,South,52,52,52
total,,365,210,365

most
313

w
350

w
365

level,side,worth,best,summed
line,North,300,200,300
line,South,50,50,50
total,,350,200,350

=== an answer as a source is kept by units of the calendar that is set
--- schema shop
--- args
run input.koers --format csv --today 2025-06-30
--- input
open "store.db"
calendar fiscal { year starts april }
source orders from table orders { key order_id  time ordered = order_date  measure n = count()  dimension q = quarter(order_date) }
source quarters from (show n as had by quarter for 2025-01-01 .. 2025-06-30)
show had by quarter
set calendar = fiscal
show had by quarter
show had by year
show n by q
set calendar = civil
show had by quarter
--- stdout
quarter,had
2025-Q1,4
2025-Q2,2

quarter,had
FY2025-Q4,4
FY2026-Q1,2

year,had
FY2025,4
FY2026,2

q,n
FY2025-Q4,4
FY2026-Q1,2

quarter,had
2025-Q1,4
2025-Q2,2

=== answers keep their currency where what stands on them names it
--- schema rates
--- args
store.db
--- file model.koers
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  time ordered = d  measure revenue : money(EUR) = sum(amount) }
source months from (show revenue as worth by month for 2025-01 .. 2025-02) { dimension large = worth > 160 EUR }
--- stdin
show worth by large;
set currency = USD;
show worth by month;
show revenue by month for 2025-01 .. 2025-02;
--- stdout
large    worth
─────  ───────
no     €150.00
yes    €200.00

month      worth
───────  ───────
2025-01  €150.00
2025-02  €200.00

month    revenue
───────  ────────
2025-01  $155.00◔
2025-02  $210.00
--- stderr
--- exit
0

=== what other rows say is of the rows that the filter lets in on the day
--- schema shop
--- args
run input.koers --format csv
--- input
-- deal 1: 10 and 20 January, 1 February; deal 2: 5 and 25 February.
-- 3 February: 0 + 10 + 22 days, 0 + 1 + 2 rows before; 1 April: 20 days and 1 row more.
open "store.db"
source moves from sql "select 1 id, 1 deal, '2024-01-10' at union all select 2, 1, '2024-01-20' union all select 3, 1, '2024-02-01' union all select 4, 2, '2024-02-05' union all select 5, 2, '2024-02-25'" where at <= today {
  key id  time at = at  dimension deal
  dimension first_at = min(at) per deal
  dimension next_at = min(at) per deal after at
  measure n = count()
  dimension earlier = n per deal before at
  measure since = sum(days(first_at, at))
  measure seen = sum(earlier)
  measure open_deals = count() while at until next_at
}
source per_deal from (show n as moved by deal) { measure most = max(moved)  measure deals = count() }
source copied from (list id, deal, at from moves) { measure copies = count() }
source others from sql "select 5 id" { key id  join moves on id  measure late = count() where moves.earlier = 1 }
set today = 2024-02-03
show n, since, seen, open_deals
show most, deals, copies, late
set today = 2024-04-01
show n, since, seen, open_deals
show most, deals, copies, late
set today = 2024-01-15
show n, since, seen, open_deals
show most, deals, copies, late
--- stdout
n,since,seen,open_deals
3,32,3,1

most,deals,copies,late
3,1,3,0

n,since,seen,open_deals
5,52,4,2

most,deals,copies,late
3,2,5,1

n,since,seen,open_deals
1,0,0,1

most,deals,copies,late
1,1,1,0

=== what other rows say is of the rows that the filter lets in in the calendar
--- schema shop
--- args
run input.koers --format csv
--- input
-- all: 0 + 70 + 81 and 0 + 202 days; from April on 0 + 11 and 0
open "store.db"
calendar fiscal { year starts april }
source moves from sql "select 1 id, 1 deal, '2024-02-10' at union all select 2, 1, '2024-04-20' union all select 3, 1, '2024-05-01' union all select 4, 2, '2024-01-05' union all select 5, 2, '2024-07-25'" where at in this year {
  key id  time at = at  dimension deal
  dimension first_at = min(at) per deal
  measure n = count()
  dimension earlier = n per deal before at
  measure since = sum(days(first_at, at))
  measure seen = sum(earlier)
}
set today = 2024-08-01
show n, since, seen
set calendar = fiscal
show n, since, seen
set calendar = civil
show n, since, seen
--- stdout
n,since,seen
5,353,4

n,since,seen
3,11,1

n,since,seen
5,353,4
