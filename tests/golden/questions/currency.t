=== money at the rate of its day, of a fixed day, of the period's end
--- schema rates
--- args
--format csv --today 2025-06-01 run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d
  measure revenue : money(EUR) = sum(amount)
  measure profit : money(EUR) = revenue - sum(paid)
  measure each : money(EUR) = sum(amount) / count()
  measure margin : percent = profit / revenue }
show revenue[in USD] as fact, revenue[in USD at 2025-01-01] as fixed, revenue[in USD at period end] as period_end,
  profit[in USD] as p, round(each[in USD], 6) as e, round(margin[in USD], 6) as m, revenue[in EUR] as same
  by month for 2025-01 .. 2025-02 with total
--- oracle-sql
with o as (select substr(d, 1, 7) as m, amount, paid, rate, case substr(d, 1, 7) when '2025-01' then 1.04 else 1.06 end as e
           from orders join fx on fx.date = d where d < '2025-03-01')
select 'line', m, printf('%.9g', sum(amount * rate)), sum(amount), printf('%.9g', sum(amount) * e), printf('%.9g', sum((amount - paid) * rate)), printf('%.9g', round(sum(amount * rate) / count(*), 6)), printf('%.9g', round(sum((amount - paid) * rate) / sum(amount * rate), 6)), sum(amount) from o group by m
union all
select 'total', '', printf('%.9g', sum(amount * rate)), sum(amount), printf('%.9g', sum(amount) * 1.06), printf('%.9g', sum((amount - paid) * rate)), printf('%.9g', round(sum(amount * rate) / count(*), 6)), printf('%.9g', round(sum((amount - paid) * rate) / sum(amount * rate), 6)), sum(amount) from o;
--- stdout
level,month,fact,fixed,period_end,p,e,m,same
line,2025-01,155,150,156,82.7,77.5,0.533548,150
line,2025-02,210,200,212,199.5,210,0.95,200
total,,365,350,371,282.2,121.666667,0.773151,350

=== another currency in other contexts
--- schema rates
--- args
--format csv --today 2025-06-01 run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d
  measure revenue : money(EUR) = sum(amount)
  measure orders_made = count() }
set currency = USD
show revenue, revenue[previous month] as before, revenue / revenue[all cust] as share, orders_made, avg(revenue per cust) as each
  by cust, month for 2025-02 having revenue >= 0 with total
--- stdout
level,cust,month,revenue,before,share,orders_made,each
line,A,2025-02,210,103,1,1,210
line,B,2025-02,0,52,0,0,
total,,,210,155,1,1,210

=== a rate that is missing, money that is none
--- schema rates
--- args
run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d
  measure revenue : money(EUR) = sum(amount) }
show revenue[in USD] by month for 2025
--- stderr
input.koers:5:14: error[E0630]: there is no rate from EUR to USD for 2025-04-01
    5 | show revenue[in USD] by month for 2025
      |              ^~~~~~
      = help: add the rate to the table of `currency rates`
--- exit
1

=== what cannot be read in another currency
--- schema rates
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key id  dimension cust  time ordered = d
  measure revenue : money(EUR) = sum(amount)
  measure n = count()
  measure odd : money(EUR) = sum(amount) * sum(paid)
  measure any : money = sum(amount) }
show revenue[in USD] by cust
currency rates from table fx (date, from, to)
currency rates from table fx (date, from, to, rate)
currency rates from table fx (date, from, to, rate)
currency names from table fx (date, from, to, rate)
show n[in USD] by cust
show odd[in USD] by cust
show any[in USD] by cust
show revenue[in USD, in EUR] by cust
set currency = dollars
--- stderr
input.koers:8:27: error[E0630]: rates have four columns, found 3
    8 | currency rates from table fx (date, from, to)
      |                           ^~
      = help: name them in this order: (date, from, to, rate)
input.koers:10:1: error[E0304]: the rates of currencies are declared already
   10 | currency rates from table fx (date, from, to, rate)
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
input.koers:11:10: error[E0630]: what a currency has are its `rates`
   11 | currency names from table fx (date, from, to, rate)
      |          ^~~~~
input.koers:12:8: error[E0630]: this is count, which no rate turns into USD
   12 | show n[in USD] by cust
      |        ^~~~~~
      = help: only money is converted: declare it, `measure m : money(EUR) = ...`, or leave out `in USD`
input.koers:13:10: error[E0630]: what of this measure is money cannot be told, so it cannot be read in USD
   13 | show odd[in USD] by cust
      |          ^~~~~~
      = help: declare its parts as measures of their own: `measure revenue : money(EUR) = sum(amount)`
input.koers:14:10: error[E0630]: this money has no currency of its own to be read in USD from
   14 | show any[in USD] by cust
      |          ^~~~~~
input.koers:15:22: error[E0623]: this contradicts what stands before it in the bracket
   15 | show revenue[in USD, in EUR] by cust
      |                      ^~~~~~
      = help: keep one of the two; for both, show the measure twice
input.koers:16:16: error[E0702]: `currency` is set to a code, as in `set currency = "USD"`, or to none
   16 | set currency = dollars
      |                ^~~~~~~
--- exit
1

=== running totals in another currency
--- schema rates
--- args
--format csv --today 2025-06-01 run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d
  measure revenue : money(EUR) = sum(amount)
  measure dollars : money(USD) = revenue[in USD] }
show running(revenue[in USD]) as fact, running(revenue[in USD at 2025-01-01]) as fixed, running(dollars) as declared,
  running(share(revenue[in USD])) as part
  by month for 2025-01 .. 2025-02
show running(revenue[in USD]) as fact by cust for 2025-01
--- oracle-sql
-- 100 * 1.03 + 50 * 1.04 = 155, and 200 * 1.05 more; of 365 a share of 155.
select substr(d, 1, 7) as m, printf('%.9g', sum(sum(amount * rate)) over o), sum(sum(amount)) over o, printf('%.9g', sum(sum(amount * rate)) over o), case substr(d, 1, 7) when '2025-01' then '0.42465753424657534247' else '1' end
from orders join fx on fx.date = d where d < '2025-03-01' group by m window o as (order by substr(d, 1, 7));
select '';
select 'cust', 'fact';
select cust, printf('%.9g', sum(sum(amount * rate)) over (order by cust)) from orders join fx on fx.date = d where d < '2025-02-01' group by cust;
--- stdout
month,fact,fixed,declared,part
2025-01,155,150,155,0.42465753424657534247
2025-02,365,350,365,1

cust,fact
A,103
B,155

=== money at the end of each period has no running total
--- schema rates
--- args
check input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d
  measure revenue : money(EUR) = sum(amount) }
show running(revenue[in USD at period end]) by month for 2025-01 .. 2025-02
--- stderr
input.koers:5:14: error[E0626]: this does not add up along the lines, so it has no running total
    5 | show running(revenue[in USD at period end]) by month for 2025-01 .. 2025-02
      |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: write `m[to date]` or `m[year to date]`, which is computed from all rows so far
--- exit
1

=== the currency that is set reaches lists and values per key
--- schema rates
--- args
--format csv --today 2025-06-01 run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders where id < 5 { key id  dimension cust  time ordered = d
  dimension good_buyer = (revenue per cust) > 250 EUR
  measure revenue : money(EUR) = sum(amount)
  measure of_good : money(EUR) = sum(amount) where (revenue per cust) > 250 EUR }
dimension big_buyer = (revenue per cust) > 250 EUR
set currency = "USD"
-- A has 100 * 1.03 + 200 * 1.05 = 313, B 50 * 1.04 = 52. What the model defines compares
-- euros (300 and 50), what the question says compares dollars.
list id, cust, revenue, running(revenue) as so_far from orders having revenue > 60 USD
list id, revenue, (revenue per cust) as all_of_cust from orders where (revenue per cust) < 60 USD for 2025-01
show revenue by cust where (revenue per cust) > 310 USD
show revenue, of_good by good_buyer, big_buyer
show revenue where (revenue per cust after 2025-02-01) > 205 USD and (revenue per cust until 2025-02-01) < 104 USD
show revenue where cust in (show cust having revenue > 310 USD)
--- stdout
id,cust,revenue,so_far
1,A,103,103
3,A,210,365

id,revenue,all_of_cust
2,52,52

cust,revenue
A,313

good_buyer,big_buyer,revenue,of_good
false,false,52,0
true,true,313,313

revenue
103

revenue
313
--- stderr
--- exit
0

=== a currency that is set and a rate that a list lacks
--- schema rates
--- args
run input.koers
--- input
open "store.db"
currency rates from table fx (date, from, to, rate)
source orders from table orders { key id  dimension cust  time ordered = d
  measure revenue : money(EUR) = sum(amount) }
set currency = "USD"
list id, revenue from orders
--- stderr
input.koers:6:10: error[E0630]: there is no rate from EUR to USD for 2025-04-01
    6 | list id, revenue from orders
      |          ^~~~~~~
      = help: add the rate to the table of `currency rates`
--- exit
1

=== a currency is set and there are no rates
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { key order_id  measure freight : money(EUR) = sum(freight) }
set currency = "USD"
show freight
  for 2025
show (show freight) * 2 as twice
--- stderr
input.koers:4:6: error[E0630]: no rates of exchange are declared
    4 | show freight
      |      ^~~~~~~
      = help: `currency rates from table fx (date, from, to, rate)`
input.koers:6:12: error[E0630]: no rates of exchange are declared
    6 | show (show freight) * 2 as twice
      |            ^~~~~~~
      = help: `currency rates from table fx (date, from, to, rate)`
--- exit
1
