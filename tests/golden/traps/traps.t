--- shared traps
open "store.db"
source customers from table customers { entity customer key id label name  dimension region }
source reps from table reps { entity rep key id label name  join teams on id while begins until ends }
source teams from table teams { key rep_id, begins  dimension team }
source orders from table orders { entity order key id  join customers on customer_id  join reps on rep_id
  time ordered = d  time sent = shipped
  measure orders = count()  measure freight : money(EUR) = sum(freight)
  measure buyers = count(distinct customer_id) }
source lines from table lines { key order_id, n  join orders on order_id  time ordered = orders.d
  measure revenue : money(EUR) = sum(units * price)  measure units = sum(units) }
source targets from table targets { key rep_id, q  join reps on rep_id  time period = q by quarter
  measure quota : money(EUR) = sum(amount) }

=== adding up
--- schema traps
--- args
--format csv --today 2026-01-01 run input.koers
--- input
\shared traps
-- 1 fan-out: order 1 has two lines, its freight of 10 counts once: Ann 1 has 10+5+2 = 17
-- 2 namesakes: two Anns are two lines, told apart by their key
-- 3 an orphan key keeps its rows: order 7 stands under (none), the total has all eight
show revenue, freight, orders by customer with total
-- 4 ratio of sums: 247 / 15 units is 16.466..., not the mean of the lines' prices (20.2)
show revenue / units as price
-- 5 a distinct count is no sum: Ann 1 buys in two quarters of 2024 and 2025
show buyers by year with total
-- 6 the total of an average per customer is over customers, not over years:
--   134, 96, 10 and the order of nobody 7 make 247 / 4 = 61.75
show avg(revenue per customer) as each by year with total
-- 7 hiding is not filtering: the share of Ann 1 is 134 / 247 however few lines are shown
-- 8 and the hidden lines are there as others, so that the column foots
show revenue, share(revenue) as part by customer top 1 by revenue with total
-- 9 having hides too: the total stays 247
show revenue by customer having revenue > 100 with total
-- 10 a rank counts all lines, shown or not
show revenue, rank(revenue) as place by customer bottom 2 by revenue
-- 11 who never bought is counted where customers are counted, not where orders are:
--    247 over four keys with orders, (none) among them, and over five with Cid
show avg(revenue per customer) as buying, avg(revenue per every customer) as every, count(customer) as known
-- 12 someone without events has none of them, and is on the list all the same
list id, orders per customer as orders from customers
--- stdout
level,customer,revenue,freight,orders
line,Ann (1),134,17,3
line,Ann (2),96,18,3
line,Bob,10,3,1
line,,7,1,1
total,,247,39,8

price
16.46666666666666666667

level,year,buyers
line,2024,3
line,2025,3
total,,4

level,year,each
line,2024,51.66666666666666666667
line,2025,30.66666666666666666667
total,,61.75

level,customer,revenue,part
line,Ann (1),134,0.54251012145748987854
others,,113,0.45748987854251012146
total,,247,1

level,customer,revenue
line,Ann (1),134
others,,113
total,,247

customer,revenue,place
,7,4
Bob,10,3

buying,every,known
61.75,49.4,4

id,orders
1,3
2,3
3,1
4,0

=== empty and equal
--- schema traps
--- args
--format csv --today 2026-01-01 run input.koers
--- input
\shared traps
-- 13 != keeps the empty: Bob and the customer who is not there are not in the North
show revenue where region != "North"
-- 14 so does not(...)
show revenue where not (region = "North")
-- 15 and both halves make the whole: 134 + 113 = 247
show revenue where region = "North"
-- 16 (none) of two facts meet on one line: the target of no rep beside no order
show revenue, quota by rep for 2025-Q1
-- 17 a sum over nothing is 0 where the source covers the time, a ratio over nothing is
--    empty: May 2024 had no order
show revenue, revenue / orders as each by month for 2024-05 .. 2024-06
-- 18 who did not buy has no line, and the share of those who did is whole: 90 / 15 = 6
show share(revenue) as part, revenue / freight as r by region for 2024-Q1
-- 19 an empty value is last, ascending and descending
show revenue by region sort by region descending
-- 20 counts of a column skip the empty: two orders were not sent
show count(shipped) as sent, orders from orders
-- 21 an average skips them too: days are 2, 1, 1, 0, 3, 3, so 10 / 6
show avg(days(d, shipped)) as days from orders
--- stdout
revenue
113

revenue
113

revenue
134

rep,revenue,quota
Rita,41,0
Sam,51,51
,0,9

month,revenue,each
2024-05,0,
2024-06,30,30

region,part,r
North,1,6

region,revenue
South,96
North,134
,17

sent,orders
6,8

days
1.66666666666666666667

=== periods
--- schema traps
--- args
--format csv --today 2025-03-20 run input.koers
--- input
\shared traps
-- 22 time is dense: the month before April 2024 is March (0), not the row before (40)
show revenue, revenue[previous month] as before, prior(revenue) as above by month for 2024-03 .. 2024-05
-- 23 a leap day belongs to its month: February 2025 against February 2024 is 44 against 40
show revenue, revenue[previous year] as before by month for 2025-02
-- 24 28 February compares with the 28th, which had nothing, not with the 29th
show revenue, revenue[previous year] as before by day for 2025-02-28
-- 25 29 February compares with 28 February of the year after
show revenue, revenue[next year] as after by day for 2024-02-29
-- 26 31 March less a month is 28 February
show revenue, revenue[full previous month] as before by day for 2025-03-31
-- 27 30 December 2024 lies in ISO week 1 of 2025
show revenue by week for 2024-12-30 .. 2025-01-05
-- 28 a month that is not over compares with as many days: on 20 March with 1 to 20
--    February (0), in full with all of it (44)
show revenue, revenue[previous month] as cut, revenue[full previous month] as whole by month for 2025-03
-- 29 the total is shifted as a whole and cut once: 44 + 7 + 41 against 50 + 40 until 20 March
--    2024, and the lines foot to it
show revenue, revenue[previous year] as before by month for 2025-Q1 with total
-- 30 last 12 months are complete ones: March 2024 to February 2025, without March 2025
show revenue for last 12 months
-- 31 the year to date of the year before ends on the same day: 90, not 165
show revenue[year to date] as now, revenue[previous year, year to date] as before by month for 2025-03
-- 32 a rolling year goes back a year from today, over the gaps: 21 March 2024 to 20 March
--    2025 has 30 + 25 + 10 + 44 + 7 = 116
show revenue[rolling 12 months] as year by month for 2025-03
-- 33 the average month: 247 over the seven months with rows, or the fifteen that passed
show avg(revenue per month) as with_rows, avg(revenue per every month) as all_months for 2024-01 .. 2025-03
-- 34 two axes of one fact: sent in 2025 are orders 5 and 6
show orders as taken, orders[on sent] as sent by year
--- stdout
month,revenue,before,above
2024-03,0,40,
2024-04,0,0,0
2024-05,0,0,0

month,revenue,before
2025-02,44,40

day,revenue,before
2025-02-28,44,0

day,revenue,after
2024-02-29,40,44

day,revenue,before
2025-03-31,41,44

week,revenue
2025-W01,10

month,revenue,cut,whole
2025-03,48,0,44

level,month,revenue,before
line,2025-01,0,50
line,2025-02,44,40
line,2025-03,48,0
total,,92,90

revenue
109

month,now,before
2025-03,92,90

month,year
2025-03,116

with_rows,all_months
35.28571428571428571429,16.46666666666666666667

year,taken,sent
2024,5,4
2025,3,2

=== the year to date on a leap day
--- schema traps
--- args
--format csv --today 2024-02-29 run input.koers
--- input
\shared traps
-- 35 on 29 February the year to date is 50 + 40; the year before is not covered
show revenue[year to date] as now, revenue[previous year] as before by month for 2024-02
--- stdout
month,now,before
2024-02,90,

=== week 53
--- schema traps
--- args
--format csv --today 2022-06-01 run input.koers
--- input
open "store.db"
source weeks from table weeks { time t = d  measure v = sum(v) }
-- 36 week 53 of 2020 compares with week 52 of 2021 (7), and that one with week 52 of 2020
--    (3), though week 53 has 5
show v, v[next year] as after by week for 2020-W52 .. 2020-W53
show v, v[previous year] as before by week for 2021-W52
--- stdout
week,v,after
2020-W52,3,7
2020-W53,5,7

week,v,before
2021-W52,7,3

=== change in percent
--- schema traps
--- args
--format csv --today 2026-01-01 run input.koers
--- input
open "store.db"
source profits from table profits { time t = d  measure v = sum(v) }
-- 37 a negative base gives no percentage: from -10 to 5 is +15, not -150 %
-- 38 nor does zero: from 0 to 8
-- 39 nor does a month without any row that is covered: March 2024
show v by month for 2025-Q1 versus previous year
--- stdout
month,v,v previous year,v change,v change %
2025-01,5,-10,15,
2025-02,8,0,8,
2025-03,9,0,9,

=== the end of a day
--- schema traps
--- args
--format csv --today 2026-01-01 run input.koers
--- input
open "store.db"
source moments from table moments { time t = t  measure v = sum(v) }
-- 40 a moment late on the last day is in the month
show v by month for 2024-01
-- 41 and <= the month holds it too
show v where t <= 2024-01
--- stdout
month,v
2024-01,1

v
1

=== joins in time
--- schema traps
--- args
--format csv --today 2026-01-01 run input.koers
--- input
\shared traps
-- 42 Rita changed to Blue on 1 July: the order of that day counts there, the one of the
--    day before does not, and no order counts twice
show orders, freight by team with total
-- 43 each fact on its own axis: what was sent on 1 July went to Blue
show orders, orders[on sent] as sent by team for 2024-07-01
--- stdout
level,team,orders,freight
line,Blue,5,20
line,Red,3,19
total,,8,39

team,orders,sent
Blue,1,2

=== targets
--- schema traps
--- args
--format csv --today 2026-01-01 run input.koers
--- input
\shared traps
-- 44 a target per quarter is not there per month: an error, not 30 in April
show quota by month for 2024-Q2
--- stderr
input.koers:14:15: error[E0610]: `targets` is kept per rep and quarter; `month` would split that
   14 | show quota by month for 2024-Q2
      |               ^~~~~
      = help: ask for whole periods, `by quarter`, or declare in the measure how it may be split: `spread over days`
--- exit
1

=== stocks
--- schema traps
--- args
--format csv --today 2025-03-20 run input.koers
--- input
open "store.db"
source deals from table deals { key id  time made = created  measure open_value = sum(amount) while created until closed }
-- 45 open from the day of creation up to, not at, the day of closing: January ends with
--    deals 1, 2 and 5; deal 3 opened and closed on one day and never counts, nor does
--    deal 4, closed before it was created; February ends with 2 and 5, March with 2
-- 46 a stock is not added over time: the total is the last closing
-- 47 the month that is not over is read today
show open_value, open_value[opening] as opening by month for 2025-01 .. 2025-03 with total
-- 48 the mean of daily closings, not of month ends: February has 170 for 9 days and 70
--    for 19, so (9 * 170 + 19 * 70) / 28 = 102.14...
show open_value[average] as mean by month for 2025-02
--- stdout
level,month,open_value,opening
line,2025-01,170,20
line,2025-02,70,170
line,2025-03,50,70
total,,50,20

month,mean
2025-02,102.14285714285714285714

=== stocks from a log
--- schema traps
--- args
--format csv --today 2025-04-15 run input.koers
--- input
open "store.db"
source log from table log { key n  time t = day  dimension stage  measure value = sum(amount) as last known per deal at day }
-- 49 state first, then filter: deal 1 went back to lead in February, so its old quote is
--    not there any more; a row that fails the filter still ends the one before it
show value, value[where stage = "quote"] as quoted by month for 2025-01 .. 2025-03
-- 54 a stage that is entered again is no second deal: three rows, two deals
show count() as entered, count(distinct deal) as deals from log where stage = "quote"
--- stdout
month,value,quoted
2025-01,15,15
2025-02,30,0
2025-03,30,30

entered,deals
3,2

=== stocks from snapshots
--- schema traps
--- args
--format csv --today 2025-04-15 run input.koers
--- input
open "store.db"
source shelf from table shelf { dimension item  time t = day  measure pieces = sum(pieces) at snapshot day }
-- 50 an item that a picture does not show is gone, and the last picture holds until the
--    next: b is 0 in February, and March is still February's picture
show pieces by item, month for 2025-01 .. 2025-03
--- stdout
item,month,pieces
a,2025-01,5
a,2025-02,4
a,2025-03,4
b,2025-01,2
b,2025-02,0
b,2025-03,0

=== exact numbers
--- schema traps
--- args
--format csv --today 2026-01-01 run input.koers
--- input
open "store.db"
source cents from table cents { dimension v }
-- 51 0.1 + 0.2 - 0.3 is 0, not 5.6e-17
show sum(v) as zero from cents where v < 1 and v > -1
-- 52 a half is rounded away from zero on both sides
show round(2.5) as a, round(-2.5) as b, round(0.125, 2) as c
-- 53 the median of an even number lies in the middle: of -2.5, -0.3, 0.1, 0.2, 2.5 it is
--    0.1, without the first (0.1 + 0.2) / 2
show median(v) as m from cents
show median(v) as m from cents where v > -2
--- stdout
zero
0

a,b,c
3,-3,0.13

m
0.1

m
0.15

=== three readings of one amount in another currency
--- schema rates
--- args
--format csv --today 2026-01-01 run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  time t = d  measure revenue : money(EUR) = sum(amount) }
-- 55 January's 150 EUR are 100 * 1.03 + 50 * 1.04 at the day of each, 150 * 1.04 at its
--    end, 150 at the rate of New Year
-- 56 the total at the end of the period takes the end of the whole: 350 * 1.06
show revenue[in USD] as fact, revenue[in USD at period end] as closing, revenue[in USD at 2025-01-01] as constant
  by month for 2025-01 .. 2025-02 with total
--- stdout
level,month,fact,closing,constant
line,2025-01,155,156,150
line,2025-02,210,212,200
total,,365,371,350
