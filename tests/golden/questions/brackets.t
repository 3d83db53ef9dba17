=== what a bracket may not say
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source a from table orders {
  dimension status, rep = rep_id
  time ordered = order_date
  measure n = count()
}
show n[all status] by status where status = "paid" or rep = 1
show n[all n] by status
show n[previous year] by status
show n[rolling 3 months, year to date] by month
show n[previous month] by week
show n[previous month] by quarter
show status[all] as s, n by status
show n[rolling 0 months] by month
show n[on shipped] by status
--- stderr
input.koers:7:36: error[E0620]: this condition is on `status` and something else, so `[all status]` cannot lift it
    7 | show n[all status] by status where status = "paid" or rep = 1
      |                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: join conditions with `and`, one dimension each
input.koers:8:8: error[E0621]: `all` wants a dimension to lift
    8 | show n[all n] by status
      |        ^~~~~
      = help: write `[all]`, or `[all region]`
input.koers:9:8: error[E0622]: the lines stand for no period, so there is no other to go to
    9 | show n[previous year] by status
      |        ^~~~~~~~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:10:26: error[E0623]: this contradicts what stands before it in the bracket
   10 | show n[rolling 3 months, year to date] by month
      |                          ^~~~~~~~~~~~
input.koers:11:8: error[E0609]: a line of one week cannot be shifted by a month, which is not made of whole weeks
   11 | show n[previous month] by week
      |        ^~~~~~~~~~~~~~
      = help: write `previous 4 weeks`
input.koers:12:8: error[E0609]: a line of one quarter cannot be shifted by a month, which is not made of whole quarters
   12 | show n[previous month] by quarter
      |        ^~~~~~~~~~~~~~
      = help: write `previous quarter`
input.koers:13:6: error[E0624]: a bracket changes the context of a measure; there is none in front of it
   13 | show status[all] as s, n by status
      |      ^~~~~~~~~~~
      = help: write `revenue[previous year]`
input.koers:14:8: error[E0405]: a rolling window has at least one month
   14 | show n[rolling 0 months] by month
      |        ^~~~~~~~~~~~~~~~
input.koers:15:11: error[E0301]: `a` has no time axis `shipped`
   15 | show n[on shipped] by status
      |           ^~~~~~~
      = help: its axes are `ordered`
--- exit
1

=== time to other times
--- schema shop
--- args
--format csv --today 2025-05-20 run input.koers
--- input
open "store.db"
source a from table orders {
  dimension status
  time ordered = order_date
  measure n = count()
  measure f = sum(freight)
}
show f, f[previous month] as pm, f[rolling 2 months] as r2, f[quarter to date] as qtd,
  f[to date] as td, f[for 2025-02] as feb, f[all month] as whole by month for 2025-01 .. 2025-06 with total
show n, n[previous month] as pm, n[all] as whole, n[all status] as s by status, month
  for 2025-02 .. 2025-03 where status in ("done", "open") with total, subtotals
--- stdout
level,month,f,pm,r2,qtd,td,feb,whole
line,2025-01,4.9,,,4.9,4.9,12,29
line,2025-02,12,4.9,16.9,16.9,16.9,12,29
line,2025-03,3.35,12,15.35,20.25,20.25,12,29
line,2025-04,0,3.35,3.35,0,20.25,12,29
line,2025-05,7.75,0,11.1,7.75,28,12,29
line,2025-06,1,,11.1,8.75,29,12,29
total,,29,20.25,11.1,8.75,29,12,29

level,status,month,n,pm,whole,s
line,done,2025-02,1,1,3,2
line,done,2025-03,1,1,3,1
subtotal,done,,2,2,3,3
line,open,2025-02,1,0,3,2
line,open,2025-03,0,1,3,1
subtotal,open,,1,1,3,3
total,,,3,3,3,3
