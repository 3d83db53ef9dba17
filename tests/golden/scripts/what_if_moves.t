=== why and bridge in a run with what if, and with a clause of their own
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { key order_id  join customers on customer_id
  dimension status
  time ordered = order_date  measure freight : money(EUR) = sum(freight)  measure fee : money(EUR) = sum(order_id)
  measure open = count() while order_date until order_date + 60 days }
measure cost : money(EUR) = freight + fee
report moves {
  why cost versus previous quarter by status for 2025-Q2
  bridge open by month for 2025-02
}
run moves()
run moves() what if freight = freight * 2
why cost as dear versus previous quarter by status for 2025-Q2 what if freight = freight * 2, open = 3
-- Which dimension is chosen does not hang on it.
why freight versus previous quarter for 2025-Q2 what if freight = freight * 2
show cost, freight, fee by quarter, status for 2025-01 .. 2025-06
--- stdout
moves

status    cost  cost previous quarter   changed     new     lost   contribution    share
──────  ──────  ──────────────────────  ────────  ──────  ───────  ─────────────  ───────
done    €19.75                 €27.25◔   -€7.50◔  €0.00◔   €0.00◔        -€7.50◔   71.4%◔
open     €0.00                  €3.00◔    €0.00◔  €0.00◔  -€3.00◔        -€3.00◔   28.6%◔
──────  ──────  ──────────────────────  ────────  ──────  ───────  ─────────────  ───────
total   €19.75                 €30.25◔   -€7.50◔  €0.00◔  -€3.00◔       -€10.50◔  100.0%◔

month    opening  new  gone  closing
───────  ───────  ───  ────  ───────
2025-02        1    2     0        3

moves

status  cost what if  cost what if previous quarter   changed     new     lost   contribution    share
──────  ────────────  ──────────────────────────────  ────────  ──────  ───────  ─────────────  ───────
done          €28.50                         €47.50◔  -€19.00◔  €0.00◔   €0.00◔       -€19.00◔   86.4%◔
open           €0.00                          €3.00◔    €0.00◔  €0.00◔  -€3.00◔        -€3.00◔   13.6%◔
──────  ────────────  ──────────────────────────────  ────────  ──────  ───────  ─────────────  ───────
total         €28.50                         €50.50◔  -€19.00◔  €0.00◔  -€3.00◔       -€22.00◔  100.0%◔
what if freight = freight * 2

month    opening  new  gone  closing
───────  ───────  ───  ────  ───────
2025-02        1    2     0        3
what if freight = freight * 2; nothing here is made of `freight`

status    dear  dear previous quarter   changed     new     lost   contribution    share
──────  ──────  ──────────────────────  ────────  ──────  ───────  ─────────────  ───────
done    €28.50                 €47.50◔  -€19.00◔  €0.00◔   €0.00◔       -€19.00◔   86.4%◔
open     €0.00                  €3.00◔    €0.00◔  €0.00◔  -€3.00◔        -€3.00◔   13.6%◔
──────  ──────  ──────────────────────  ────────  ──────  ───────  ─────────────  ───────
total   €28.50                 €50.50◔  -€19.00◔  €0.00◔  -€3.00◔       -€22.00◔  100.0%◔
what if freight = freight * 2, open = 3; nothing here is made of `open`

dimension  member  freight what if  freight what if previous quarter   changed     new      lost   contribution    share
─────────  ──────  ───────────────  ─────────────────────────────────  ────────  ──────  ────────  ─────────────  ───────
customer   Adler             €0.00                             €9.80◔    €0.00◔  €0.00◔   -€9.80◔        -€9.80◔   42.6%◔
           Birke            €15.50                            €24.00◔   -€8.50◔  €0.00◔    €0.00◔        -€8.50◔   37.0%◔
           Cramer            €0.00                             €6.70◔    €0.00◔  €0.00◔   -€6.70◔        -€6.70◔   29.1%◔
           (none)            €2.00                             €0.00◔    €0.00◔  €2.00◔    €0.00◔         €2.00◔   -8.7%◔
─────────  ──────  ───────────────  ─────────────────────────────────  ────────  ──────  ────────  ─────────────  ───────
total                       €17.50                            €40.50◔   -€8.50◔  €2.00◔  -€16.50◔       -€23.00◔  100.0%◔
`customer` is chosen of 3 dimensions: three members are €12.26 off a change of all alike, of `region` €10.26, of `status` €0.00
what if freight = freight * 2

quarter  status    cost   freight      fee
───────  ──────  ───────  ────────  ───────
2025-Q1  done    €27.25◔   €20.25◔   €7.00◔
         open     €3.00◔    €0.00◔   €3.00◔
2025-Q2  done    €19.75     €8.75   €11.00
         open     €0.00     €0.00    €0.00
--- stderr

=== a forecast with what if
--- schema months
--- args
run input.koers
--- input
open "store.db"
set today = 2026-01-15
source sales from table sales { key id  time sold = day  dimension region  measure items = sum(items)
  measure amount = sum(amount) }
measure both = amount + items
report ahead { forecast both by month next 2 using naive }
run ahead()
run ahead() what if items = items * 10
forecast both by month, region next 1 using naive what if items = 0
--- stdout
ahead

month    kind      value    p10  p50    p90  error  bias  method
───────  ────────  ─────  ─────  ───  ─────  ─────  ────  ─────────────
2025-10  actual      188      –    –      –      –     –  –
2025-11  actual      189      –    –      –      –     –  –
2025-12  expected    230  230.0  230  230.0   0.0%  0.0%  so far, naive
2026-01  expected    189  179.1  189  198.9   2.9%  0.9%  naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made from what was known then: 12 of them on day 16 of their period, 11 of them 2 ahead at ends of periods

ahead

month    kind      value  value what if  value difference    p10  p50    p90  error  bias  method
───────  ────────  ─────  ─────────────  ────────────────  ─────  ───  ─────  ─────  ────  ─────────────
2025-10  actual      188            233                45      –    –      –      –     –  –
2025-11  actual      189            234                45      –    –      –      –     –  –
2025-12  expected    230            275                45  275.0  275  275.0   0.0%  0.0%  so far, naive
2026-01  expected    189            234                45  223.8  234  244.2   2.3%  0.7%  naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of forecasts made from what was known then: 12 of them on day 16 of their period, 11 of them 2 ahead at ends of periods
what if items = items * 10

month    region  kind      value  value what if  value difference  p10  p50  p90  error  bias  method
───────  ──────  ────────  ─────  ─────────────  ────────────────  ───  ───  ───  ─────  ────  ─────────────
2025-11  North   actual      138            134                -4    –    –    –      –     –  –
         South   actual       51             50                -1    –    –    –      –     –  –
         total   actual      189            184                -5    –    –    –      –     –  –
2025-12  North   expected    179            175                -4  175  175  175   0.0%  0.0%  so far, naive
         South   expected     51             50                -1   50   50   50   0.0%  0.0%  so far, naive
         total   expected    230            225                -5  225  225  225   0.0%  0.0%  so far, naive
2025-12 is not over: expected is what came before 2025-12-16, and 0.0% of a whole one
known: 2023-02 .. 2025-11, 34 periods
error, bias: of 12 forecasts made on day 16 of a period, from what was known then
units and the total of their period are brought to each other
what if items = 0
--- stderr
