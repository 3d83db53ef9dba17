--- shared recorded
open "store.db"
source orders from table orders { entity order key order_id  time ordered = ordered  time recorded = entered  dimension customer  measure revenue = sum(amount) }
source plans from table plans { key plan_id  time month = month by month  measure plan = sum(amount) }
source costs from table costs { key cost_id  time paid = paid  measure cost = sum(amount) }

=== as of a day: what was recorded by its end; unknown ones stay
--- schema recorded
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared recorded
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
\shared recorded
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
\shared recorded
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
\shared recorded
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
\shared recorded
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
\shared recorded
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
\shared recorded
show revenue as of "soon"
--- stderr
input.koers:5:20: error[E0405]: expected a period, found text
    5 | show revenue as of "soon"
      |                    ^~~~~~
--- exit
1

=== as of reaches what a row finds in others
--- schema recorded
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
-- by 1 February the second move of a and the third of b are not recorded
source log from sql "select 1 as id, 'a' as deal, '2024-01-05' as day, 1 as stage, '2024-01-05' as rec, 10 as v union all select 2, 'a', '2024-01-10', 2, '2024-03-01', 20
   union all select 3, 'b', '2024-01-07', 1, '2024-01-07', 5 union all select 4, 'b', '2024-01-20', 2, '2024-01-21', 6 union all select 5, 'b', '2024-02-05', 3, '2024-02-06', 7" {
  entity move key id
  time at = day time recorded = rec  dimension deal, stage
  dimension best = max(stage) per deal
  dimension later = max(stage) per deal after at
  dimension deal_value = sum(v) per deal
  measure moves = count()  measure total = sum(v)  measure value = sum(deal_value)
  measure advanced = count() where later > stage
}
show moves, value, max(total per deal) as largest, advanced by best as of 2024-02-01
show moves by later as of 2024-02-01
show moves, moves[as of 2024-02-01] as then, value[as of 2024-02-01] as value_then, advanced, advanced[as of 2024-02-01] as advanced_then by best
show moves, advanced by month for 2024-01 .. 2024-02 where best = 2 as of 2024-02-01
list move, best, later, deal_value from log as of 2024-02-01
list move from log where best = 3 as of 2024-02-10
--- oracle-sql
select 1, 1, 10, 10, 0 union all select 2, 2, 22, 11, 1;
select '';
select 'later', 'moves';
select 2, 1 union all select null, 2;
select '';
select 'best', 'moves', 'then', 'value_then', 'advanced', 'advanced_then';
select 1, 0, 1, 10, 0, 0 union all select 2, 2, 2, 22, 1, 1 union all select 3, 3, 0, 0, 2, 0;
select '';
select 'month', 'moves', 'advanced';
select '2024-01', 2, 1 union all select '2024-02', 0, 0;
select '';
select 'move', 'best', 'later', 'deal_value';
select 1, 1, null, 10 union all select 3, 2, 2, 11 union all select 4, 2, null, 11;
select '';
select 'move';
select 3 union all select 4 union all select 5;
--- stdout
best,moves,value,largest,advanced
1,1,10,10,0
2,2,22,11,1

later,moves
2,1
,2

best,moves,then,value_then,advanced,advanced_then
1,0,1,10,0,0
2,2,2,22,1,1
3,3,0,0,2,0

month,moves,advanced
2024-01,2,1
2024-02,0,0

move,best,later,deal_value
1,1,,10
3,2,2,11
4,2,,11

move
3
4
5
--- exit
0
