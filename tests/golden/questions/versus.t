=== what versus may not say
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension status
  time ordered = order_date
  measure n = count()
  measure f : money(EUR) = sum(freight)
}
show n by month across status versus previous year
show n by month versus 2024
show n by month versus this year
show n by month versus f
show f by month versus n on working days
show n by month versus full previous year on working days
show status versus previous year
show n by status versus previous year
show n by month versus previous year, previous year on working days
show n, f by month versus previous week
list status from a versus previous year
--- stderr
input.koers:8:31: error[E0625]: `versus` does not go with `across`
    8 | show n by month across status versus previous year
      |                               ^~~~~~~~~~~~~~~~~~~~
      = help: write the dimension behind `by`
input.koers:9:24: error[E0625]: `versus` compares with a shift in time
    9 | show n by month versus 2024
      |                        ^~~~
      = help: write `versus previous year`, or a measure
input.koers:10:24: error[E0625]: `versus` compares with a shift in time
   10 | show n by month versus this year
      |                        ^~~~~~~~~
      = help: write `versus previous year`, or a measure
input.koers:11:6: error[E0402]: `-` cannot take count and money(EUR)
   11 | show n by month versus f
      |      ^~~~~~~~~~~~~~~~~~~
input.koers:11:6: note: this is count
   11 | show n by month versus f
      |      ^
input.koers:11:24: note: this is money(EUR)
   11 | show n by month versus f
      |                        ^
input.koers:12:24: error[E0625]: working days say where an unfinished period is cut; nothing is cut here
   12 | show f by month versus n on working days
      |                        ^~~~~~~~~~~~~~~~~
      = help: leave out `on working days`
input.koers:13:24: error[E0625]: working days say where an unfinished period is cut; nothing is cut here
   13 | show n by month versus full previous year on working days
      |                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: leave out `on working days`
input.koers:14:13: error[E0625]: there is no measure to compare
   14 | show status versus previous year
      |             ^~~~~~~~~~~~~~~~~~~~
      = help: put a measure behind `show`
input.koers:15:25: error[E0622]: the lines stand for no period, so there is no other to go to
   15 | show n by status versus previous year
      |                         ^~~~~~~~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:16:39: error[E0304]: two columns are called `n previous year`
   16 | show n by month versus previous year, previous year on working days
      |                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: give one another name: `... as name`
input.koers:17:27: error[E0609]: a line of one month cannot be shifted by a week, which is not made of whole months
   17 | show n, f by month versus previous week
      |                           ^~~~~~~~~~~~~
      = help: write `previous month`
input.koers:18:20: error[E0611]: a list has one line per row; `versus` goes with `show`
   18 | list status from a versus previous year
      |                    ^~~~~~~~~~~~~~~~~~~~
      = help: write `show ... by ...`
--- exit
1

=== where a table calculation may not stand
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension status, rep = rep_id
  time ordered = order_date
  measure n = count()
  measure f = sum(freight)
  measure mean = avg(freight)
  measure reps = count(distinct rep_id)
}
show n by month sort by running(n)
show n, running(n) as r by status sort by r + 1
show running(mean) by month
show running(reps) by month
show running(n / f) by status
show running(n[to date]) by month
show running(n[rolling 3 months]) by month
show running(n[all]) by month
show running(rank(n)) by status
show avg(rank(n) per rep)
show count(rep where share(n) > 10%) from a
show share(rank(n)) by month
show share(status) by status
show share(n, rep) by month
show rank(n, 2) by month
show running() by month
show prior(n, 0) by month
show prior(n, 1.5) by month
show running(distinct n) by month
show n where rank(n) < 2
--- stderr
input.koers:10:25: error[E0626]: `running` and `prior` follow the order of the lines, so lines are not sorted by them
   10 | show n by month sort by running(n)
      |                         ^~~~~~~~~~
      = help: sort by the measure itself
input.koers:11:43: error[E0626]: `running` and `prior` follow the order of the lines, so lines are not sorted by them
   11 | show n, running(n) as r by status sort by r + 1
      |                                           ^~~~~
      = help: sort by the measure itself
input.koers:12:14: error[E0626]: this does not add up along the lines, so it has no running total
   12 | show running(mean) by month
      |              ^~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:13:14: error[E0626]: this does not add up along the lines, so it has no running total
   13 | show running(reps) by month
      |              ^~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:14:14: error[E0626]: this does not add up along the lines, so it has no running total
   14 | show running(n / f) by status
      |              ^~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:15:14: error[E0626]: this does not add up along the lines, so it has no running total
   15 | show running(n[to date]) by month
      |              ^~~~~~~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:16:14: error[E0626]: this does not add up along the lines, so it has no running total
   16 | show running(n[rolling 3 months]) by month
      |              ^~~~~~~~~~~~~~~~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:17:14: error[E0626]: this does not add up along the lines, so it has no running total
   17 | show running(n[all]) by month
      |              ^~~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:18:14: error[E0626]: this does not add up along the lines, so it has no running total
   18 | show running(rank(n)) by status
      |              ^~~~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
input.koers:19:10: error[E0626]: a table calculation works on the lines of the answer; a value per key has none
   19 | show avg(rank(n) per rep)
      |          ^~~~~~~
      = help: put the key into `by`
input.koers:20:22: error[E0401]: `share` works on the lines of an answer, not on rows
   20 | show count(rep where share(n) > 10%) from a
      |                      ^~~~~~~~
input.koers:21:12: error[E0626]: a share is one of a measure, and this looks at other lines
   21 | show share(rank(n)) by month
      |            ^~~~~~~
      = help: write it the other way round: `running(share(m))`
input.koers:22:12: error[E0626]: a share is one of a measure
   22 | show share(status) by status
      |            ^~~~~~
input.koers:23:15: error[E0626]: the lines are not kept by this, so there is no share within it
   23 | show share(n, rep) by month
      |               ^~~
      = help: write a dimension of `by`
input.koers:24:6: error[E0403]: `rank` takes a measure, found 2 arguments
   24 | show rank(n, 2) by month
      |      ^~~~~~~~~~
input.koers:25:6: error[E0403]: `running` takes a measure, found 0 arguments
   25 | show running() by month
      |      ^~~~~~~~~
input.koers:26:15: error[E0401]: `prior` goes back a whole number of lines, at least 1
   26 | show prior(n, 0) by month
      |               ^
input.koers:27:15: error[E0401]: `prior` goes back a whole number of lines, at least 1
   27 | show prior(n, 1.5) by month
      |               ^~~
input.koers:28:6: error[E0403]: only an aggregate takes `by`, `where` or `distinct`
   28 | show running(distinct n) by month
      |      ^~~~~~~~~~~~~~~~~~~
input.koers:29:14: error[E0401]: `rank` works on the lines of an answer, not on rows
   29 | show n where rank(n) < 2
      |              ^~~~~~~
--- exit
1
