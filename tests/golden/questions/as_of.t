=== as of a day: what was recorded by its end; unknown ones stay
--- schema recorded
--- args
run input.koers --format csv --today 2026-02-01
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = ordered  time recorded = entered  dimension customer  measure revenue = sum(amount) }
source plans from table plans { key plan_id  time month = month by month  measure plan = sum(amount) }
source costs from table costs { key cost_id  time paid = paid  measure cost = sum(amount) }
show revenue by customer as of 2025-01-31
--- stdout
customer,revenue
Ann,1
Bob,20
--- oracle-sql
select customer, sum(amount) from orders where entered is null or entered < '2025-02-01' group by 1 order by 1;

=== as of moves no period
--- schema recorded
--- args
run input.koers --format csv --today 2026-02-01
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = ordered  time recorded = entered  dimension customer  measure revenue = sum(amount) }
source plans from table plans { key plan_id  time month = month by month  measure plan = sum(amount) }
source costs from table costs { key cost_id  time paid = paid  measure cost = sum(amount) }
show revenue, plan by month for 2025-01 .. 2025-02 as of 2025-01
--- stdout
month,revenue,plan
2025-01,5,100
2025-02,16,50
--- oracle-sql
select '2025-0' || m, (select sum(amount) from orders where cast(substr(ordered, 6, 2) as integer) = m and (entered is null or entered < '2025-02-01')), (select sum(amount) from plans where cast(substr(month, 6, 2) as integer) = m and recorded < '2025-02-01') from (select 1 as m union select 2);

=== as of in a bracket, beside the present, and under the clause
--- schema recorded
--- args
run input.koers --format csv --today 2026-02-01
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = ordered  time recorded = entered  dimension customer  measure revenue = sum(amount) }
source plans from table plans { key plan_id  time month = month by month  measure plan = sum(amount) }
source costs from table costs { key cost_id  time paid = paid  measure cost = sum(amount) }
show revenue, revenue[as of 2025-02-01] as then, revenue - revenue[as of 2025-01-31] as late by customer as of 2025-02
--- stdout
customer,revenue,then,late
Ann,3,1,2
Bob,28,28,8
--- oracle-sql
select customer, sum(amount), sum(iif(entered is null or entered < '2025-02-02', amount, 0)), sum(iif(entered is null or entered < '2025-02-01', 0, amount)) from orders where entered is null or entered < '2025-03-01' group by 1 order by 1;

=== as of in a list
--- schema recorded
--- args
run input.koers --format csv --today 2026-02-01
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = ordered  time recorded = entered  dimension customer  measure revenue = sum(amount) }
source plans from table plans { key plan_id  time month = month by month  measure plan = sum(amount) }
source costs from table costs { key cost_id  time paid = paid  measure cost = sum(amount) }
list order, revenue from orders as of 2025-01-31
--- stdout
order,revenue
1,1
3,4
5,16
--- oracle-sql
select order_id, amount from orders where entered is null or entered < '2025-02-01' order by 1;

=== as of a source without history
--- schema recorded
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = ordered  time recorded = entered  dimension customer  measure revenue = sum(amount) }
source plans from table plans { key plan_id  time month = month by month  measure plan = sum(amount) }
source costs from table costs { key cost_id  time paid = paid  measure cost = sum(amount) }
show revenue, cost as of 2025-01-31
--- stderr
input.koers:5:20: error[E0641]: `costs` does not keep when its rows were recorded, so what was known then cannot be told
    5 | show revenue, cost as of 2025-01-31
      |                    ^~~~~~~~~~~~~~~~
      = help: say which column does: `time recorded = entered_on`
--- exit
1

=== as of in a bracket without history
--- schema recorded
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = ordered  time recorded = entered  dimension customer  measure revenue = sum(amount) }
source plans from table plans { key plan_id  time month = month by month  measure plan = sum(amount) }
source costs from table costs { key cost_id  time paid = paid  measure cost = sum(amount) }
show cost[as of 2025-01-31]
--- stderr
input.koers:5:11: error[E0641]: `costs` does not keep when its rows were recorded, so what was known then cannot be told
    5 | show cost[as of 2025-01-31]
      |           ^~~~~~~~~~~~~~~~
      = help: say which column does: `time recorded = entered_on`
--- exit
1

=== as of wants a day
--- schema recorded
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = ordered  time recorded = entered  dimension customer  measure revenue = sum(amount) }
source plans from table plans { key plan_id  time month = month by month  measure plan = sum(amount) }
source costs from table costs { key cost_id  time paid = paid  measure cost = sum(amount) }
show revenue as of "soon"
--- stderr
input.koers:5:20: error[E0405]: expected a period, found text
    5 | show revenue as of "soon"
      |                    ^~~~~~
--- exit
1
