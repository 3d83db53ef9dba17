--- shared visits
source customers from table customers { entity customer key customer_id }
source orders from table orders { key order_id  join customers on customer_id  time ordered = ordered  measure buys = count() }
source visits from table visits { key visit_id  join customers on customer_id  time visited = visited  measure visits = count()
  dimension bought = (buys per customer after visited within 7 days) > 0
  measure answered = count() where bought
  measure later = count() where (buys per customer after (visited + 1 days) within 1 months) > 0
  measure up_to = count() where (buys per customer until (visited + 7 days)) > 0
  measure ever = count() where (buys per customer after visited) > 0
  measure again = count() where (visits per customer before visited within 7 days) > 0 }

=== a month is final when the windows of its last rows are over: 28 February + 7 days
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-03-07
\shared visits
show visits, answered, answered / visits as rate : percent by month for 2025-01 .. 2025-02
set today = 2025-03-06
show visits, answered, answered / visits as rate : percent by month for 2025-01 .. 2025-02
--- stdout
month    visits  answered   rate
───────  ──────  ────────  ─────
2025-01       4         3  75.0%
2025-02       3         1  33.3%

month    visits  answered    rate
───────  ──────  ─────────  ──────
2025-01       4         3   75.0%
2025-02       3         1◔  33.3%◔

=== what a row asks of the time behind it alone is final at once; a window without an end never
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-03-01
\shared visits
show again, ever, answered by month for 2025-02
--- stdout
month    again  ever  answered
───────  ─────  ────  ─────────
2025-02      1     2         1◔

=== the window begins a day later and takes a month: 28 February + 1 day + 1 month
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-03-31
\shared visits
show later by month for 2025-02
set today = 2025-04-01
show later by month for 2025-02
--- stdout
month    later
───────  ──────
2025-02      2◔

month    later
───────  ─────
2025-02      2

=== until 7 days later takes in that day, so it has to be over
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-03-07
\shared visits
show up_to by month for 2025-02
set today = 2025-03-08
show up_to by month for 2025-02
--- stdout
month    up_to
───────  ──────
2025-02      2◔

month    up_to
───────  ─────
2025-02      2

=== lines that the window parts are not final, their sum over the parts is
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-03-01
\shared visits
show visits, visits[all bought] as whole by bought, month for 2025-02
--- stdout
bought  month    visits   whole
──────  ───────  ───────  ─────
no      2025-02       2◔      3
yes     2025-02       1◔      3

=== another period is as final as its own rows
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-03-01
\shared visits
show answered, answered[previous month] by month for 2025-02
--- stdout
month    answered   answered[previous month]
───────  ─────────  ────────────────────────
2025-02         1◔                         3

=== a young cohort is not judged
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-03-01
\shared visits
show answered / visits as rate : percent by month for 2025-01 .. 2025-02 alarm when rate < 90% "{month}"
--- stdout
month     rate
───────  ──────
2025-01  75.0%
2025-02  33.3%◔
1 signal of unfinished periods (◔) is not raised
alarm: 2025-01

=== files name what is not final
--- schema visits
--- args
run input.koers --format json
--- input
open "store.db"
set today = 2025-03-01
\shared visits
show visits, answered by month for 2025-01 .. 2025-02
--- stdout
{"columns":[{"title":"month","role":"key","type":"month"},{"title":"visits","role":"measure","type":"count"},{"title":"answered","role":"measure","type":"count"}],
"rows":[
{"values":{"month":"2025-01","visits":4,"answered":3}},
{"values":{"month":"2025-02","visits":3,"answered":1},"partial":["answered"]}]}

=== a day after the last second of a day is over a day later
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-01-06
source calls from table calls { key call_id  time called = called  dimension customer_id  measure calls = count()
  measure answered = count() where (said per customer_id after called within 1 days) > 0 }
source answers from table answers { key answer_id  time said = said  dimension customer_id conforms calls.customer_id  measure said = count() }
show calls, answered by day for 2025-01-05
set today = 2025-01-07
show calls, answered by day for 2025-01-05
--- stdout
day         calls  answered
──────────  ─────  ─────────
2025-01-05      2         2◔

day         calls  answered
──────────  ─────  ────────
2025-01-05      2         2

=== facts of a month stand on its first day: what February looks at is over with it
--- schema visits
--- args
run input.koers
--- input
open "store.db"
set today = 2025-03-09
source orders from sql "select 1 as id, '2025-01-05' as d, 10 as v union all select 2, '2025-02-12', 20" { key id  dimension one = 1  time ordered = date(d)  measure revenue = sum(v) }
source promises from sql "select 1 as p, '2025-01-01' as m, 1 as one union all select 2, '2025-02-01', 1 union all select 3, '2025-03-01', 1" { key p  dimension one conforms orders.one  time month_start = date(m) by month
  measure realised = sum(revenue per one after month_start within 1 months) }
show realised by month for 2025-01 .. 2025-03
--- stdout
month    realised
───────  ─────────
2025-01        10
2025-02        20
2025-03         0◔
