=== words that are no period
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  measure n = count() }
show n for yesterday
show n for today - 1
show n for 2025-01 .. tomorrow
--- stderr
input.koers:3:12: error[E0405]: there is no period `yesterday`
    3 | show n for yesterday
      |            ^~~~~~~~~
      = help: periods are 2025, 2025-Q3, 2025-03-31, `this month`, `last 3 months`, `year to date`, `today`; yesterday is `today - 1`
input.koers:5:23: error[E0405]: there is no period `tomorrow`
    5 | show n for 2025-01 .. tomorrow
      |                       ^~~~~~~~
      = help: periods are 2025, 2025-Q3, 2025-03-31, `this month`, `last 3 months`, `year to date`, `today`; yesterday is `today - 1`
--- exit
1

=== months of another axis are dense and in the period
--- schema shop
--- args
--format csv --today 2026-01-01 run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  time shipped = ship_date
  dimension status  measure freight = sum(freight)  measure n = count()
  measure waiting = count() while order_date until ship_date }
-- shipped in January 4.90, February 12.00, April 3.35, May 7.75, July 1.00; one is not shipped
show freight, n[year to date] as so_far, freight[previous month] as before by month(shipped) for 2025-H1
show freight by quarter(shipped) as q, status with total
-- beside another unit, and to a stock, it is a dimension
show n by month, month(shipped) for 2025-01 .. 2025-02 sparse
show waiting by month(shipped) for 2025-02-09
--- stdout
month(shipped),freight,so_far,before
2025-01,4.9,1,
2025-02,12,2,4.9
2025-03,0,2,12
2025-04,3.35,3,0
2025-05,7.75,4,3.35
2025-06,0,4,7.75

level,q,status,freight
line,2025-Q1,done,16.9
line,2025-Q2,done,11.1
line,2025-Q3,done,1
total,,,29

month,month(shipped),n
2025-01,2025-01,1
2025-02,2025-02,1
2025-02,,1

month(shipped),waiting
2025-02,1

=== an axis in `by` is the time of all measures or of none
--- schema shop
--- args
--format csv --today 2026-01-01 run input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  time shipped = ship_date
  dimension status  measure freight = sum(freight)  measure n = count()
  measure sent = count() on shipped
  measure waiting = count() while order_date until ship_date }
-- what is read on it of itself, or by a bracket, changes nothing of the column beside
show freight by month(shipped) as m for 2025-01 .. 2025-03
show freight, sent, n[on shipped] as again by month(shipped) as m for 2025-01 .. 2025-03
show waiting by month(shipped) as m for 2025-02-09
--- stdout
m,freight
2025-01,4.9
2025-02,12
2025-03,0

m,freight,sent,again
2025-01,4.9,1,1
2025-02,12,1,1
2025-03,0,0,0

m,waiting
2025-02,1

=== an axis in `by` that is the time of some measures only
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  time ordered = order_date  time shipped = ship_date
  dimension status  measure freight = sum(freight)  measure n = count()
  measure waiting = count() while order_date until ship_date }
show freight, freight[on ordered] as o by month(shipped)
show freight, waiting by status, month(shipped)
show freight across quarter(shipped) having n[on ordered] > 1
--- stderr
input.koers:5:43: error[E0606]: `month(shipped)` is the time of some of these measures, and others have another time or are a stock
    5 | show freight, freight[on ordered] as o by month(shipped)
      |                                           ^~~~~~~~~~~~~~
      = help: as time: `by month`, and `[on shipped]` behind measures; as a plain value: declare a dimension, `dimension shipped_month = month(shipped)`
input.koers:6:34: error[E0606]: `month(shipped)` is the time of some of these measures, and others have another time or are a stock
    6 | show freight, waiting by status, month(shipped)
      |                                  ^~~~~~~~~~~~~~
      = help: as time: `by month`, and `[on shipped]` behind measures; as a plain value: declare a dimension, `dimension shipped_month = month(shipped)`
input.koers:7:21: error[E0606]: `quarter(shipped)` is the time of some of these measures, and others have another time or are a stock
    7 | show freight across quarter(shipped) having n[on ordered] > 1
      |                     ^~~~~~~~~~~~~~~~
      = help: as time: `by quarter`, and `[on shipped]` behind measures; as a plain value: declare a dimension, `dimension shipped_quarter = quarter(shipped)`
--- exit
1
