=== retention: 10.0M, less .6 and .9, and 1.8 more, is 85 % gross and 103 % net
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
-- a grows by 1.8, b shrinks by 0.6, c leaves with 0.9, d is new and counts in neither
source sales from sql "select 'a' as who, '2024-03-01' as d, 5.0 as v union all select 'b', '2024-03-01', 4.1 union all select 'c', '2024-03-01', 0.9 union all select 'a', '2025-03-01', 6.8 union all select 'b', '2025-03-01', 3.5 union all select 'd', '2025-03-01', 7" {
  entity customer key who  time sold = date(d)  covers 2023-01-01 .. 2025-12-31
  measure revenue : money(EUR) = sum(v)  measure orders = count()
  time first_sold = min(sold) per customer  measure newcomer_orders = count() on first_sold
}
use sales.customers
show net_revenue_retention, gross_revenue_retention, lost_customers, gained_customers for 2025
--- stdout
net_revenue_retention,gross_revenue_retention,lost_customers,gained_customers
1.03,0.85,1,1

=== the interval of Wilson: 12 of 20 is 0.3866 to 0.7812; lost deals without value
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
-- the value of lost deals was set to 0: a win rate by value of 100 % would be a lie
source deals from sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20) select i, i <= 12 as won, iif(i <= 12, 100, 0) as amount, 1 as days from n" {
  entity deal key i
  measure won_deals = count() where won = 1  measure lost_deals = count() where won = 0
  measure won_value : money(EUR) = sum(amount) where won = 1  measure lost_value : money(EUR) = sum(amount) where won = 0
  measure cycle_days = sum(days)
}
use sales.winning
show win_rate, round(win_rate_low, 4) as low, round(win_rate_high, 4) as high, win_rate_by_value, median_won_size
--- stdout
win_rate,low,high,win_rate_by_value,median_won_size
0.6,0.3866,0.7812,,100

=== velocity: 18 deals * 42,000 * 24 % / 78 days is 2,326.15 a day
--- schema shop
--- args
run input.koers --format csv --today 2025-12-31
--- input
open "store.db"
-- 25 decided, 6 of them won after 78 days; 18 are open
source deals from sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 43) select i, date('2025-06-01') as begun, iif(i <= 25, date('2025-06-01', '+78 days'), null) as done, i <= 6 as won from n" {
  entity deal key i  time done = date(done)  covers 2025-01-01 .. 2025-12-31
  measure won_deals = count() where won = 1  measure lost_deals = count() where won = 0 and done is not empty
  measure won_value : money(EUR) = sum(42000) where won = 1
  measure won_cycle_days = sum(days(date(begun), date(done))) where won = 1
  measure open_deals = count() while date(begun) until date(done)
}
use sales.velocity
show open_deals, round(sales_velocity, 2) as a_day for 2025-12
--- stdout
open_deals,a_day
18,2326.15

=== what a module requires is said in one message
--- schema shop
--- args
run input.koers 2>&1 | head -1
--- input
open "store.db"
source sales from table orders { entity order key order_id  time ordered = order_date  measure revenue : money(EUR) = sum(freight) }
use sales.price
--- stdout
<sales.price>:23:1: error[E0708]: the model does not have what is required: measure `units`, dimension `product`

=== velocity: 40 deals * 25,000 * 25 % / 60 days is 4,166.67 a day; its growth is the sum of four parts
--- schema shop
--- args
run input.koers --format csv --today 2025-12-31
--- input
open "store.db"
-- 2025: 20 decided, 5 of them won for 25,000 after 60 days, 40 open at the end; 2024: 10
-- decided, 5 won for 20,000 after 30 days, 10 open at its end
source deals from sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 60) select i, date('2025-06-01') as begun, iif(i <= 20, date('2025-06-01', '+60 days'), null) as done, i <= 5 as won, 25000 as v from n union all select 100 + i, date('2024-06-01'), date('2024-06-01', '+30 days'), i <= 5, 20000 from n where i <= 10 union all select 200 + i, date('2024-12-01'), date('2025-01-01'), null, 0 from n where i <= 10" {
  entity deal key i  time done = date(done)  covers 2023-01-01 .. 2025-12-31
  measure won_deals = count() where won = 1  measure lost_deals = count() where won = 0
  measure won_value : money(EUR) = sum(v) where won = 1
  measure won_cycle_days = sum(days(date(begun), date(done))) where won = 1
  measure open_deals = count() while date(begun) until date(done)
}
use sales.velocity
show open_deals, round(sales_velocity, 2) as a_day, round(velocity_growth, 6) as growth,
     round(velocity_from_deals, 6) as deals_part, round(velocity_from_size, 6) as size_part,
     round(velocity_from_win_rate, 6) as win_part, round(velocity_from_cycle, 6) as cycle_part for 2025-12
--- stdout
open_deals,a_day,growth,deals_part,size_part,win_part,cycle_part
40,4166.67,0.223144,1.386294,0.223144,-0.693147,-0.693147

=== attainment of a loss that is to shrink, of complaints that are to be fewer
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source goals from sql "select 'loss' as what, -100 as begun, -40 as wanted, -70 as reached union all select 'complaints', 50, 20, 25 union all select 'nothing to do', 5, 5, 5 union all select 'worse', 10, 20, 5" {
  key what  dimension what
  measure actual = sum(reached)  measure goal = sum(wanted)  measure start_level = sum(begun)
}
use sales.direction
show directed_attainment, lower_is_better_attainment by what
--- stdout
what,directed_attainment,lower_is_better_attainment
complaints,0.83333333333333333333,0.8
loss,0.5,
nothing to do,,1
worse,-0.5,4

=== lifetime value, share of wallet without an estimate
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source sales from sql "select 'a' as who, '2025-03-01' as d, 5 as v" {
  entity customer key who  time sold = date(d)
  measure revenue : money(EUR) = sum(v)
  measure wallet : money(EUR) = sum(2 * v)  measure wallet_age_days = sum(3)
  measure yearly_margin_per_customer : money(EUR) = sum(20 * v)
}
measure yearly_retention = 0.8
measure discount_rate = 0.1
use sales.lifetime
use sales.wallet
show customer_lifetime_value, wallet_allocation(1, 2) as first_of_two, wallet_allocation(2, 2) as second_of_two,
     wallet_allocation(1, 3) as first_of_three, share_of_wallet from sales
--- stdout
customer_lifetime_value,first_of_two,second_of_two,first_of_three,share_of_wallet
266.66666666666666666667,0.66666666666666666667,0.33333333333333333333,0.5,0.5

=== nine answers of ten do not reach 90 %, eleven of twelve do
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
-- answered after 1, 2, 3, … hours; the last one of each kind never
source leads from sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 12) select 'ten' as kind, i as no, iif(i < 10, i, null) as h from n where i <= 10 union all select 'twelve', 100 + i, iif(i < 12, i, null) from n union all select 'two', 200 + i, iif(i = 1, 1, null) from n where i <= 2" {
  entity lead key no  dimension kind
  measure leads = count()  measure answered_leads = count() where h is not empty
  measure answer_hours = sum(h)  measure answered_in_time = count() where h <= 4
  measure converted_leads = count() where h = 1  measure conversion_days = sum(5) where h = 1
}
use sales.leads
show leads, answered_in_time_share, median_answer_hours, slow_answer_hours, median_conversion_days by kind
--- stdout
kind,leads,answered_in_time_share,median_answer_hours,slow_answer_hours,median_conversion_days
ten,10,0.4,5.5,9,5
twelve,12,0.33333333333333333333,6.5,10.9,5
two,2,0.5,1,,5

=== stays of 1, 2 and on, 3 and 4 days: half have left after 3, of the completed after 3
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
-- Kaplan-Meier: 3/4 stay after day 1; two are at risk on day 3, so 3/8 stay. In `b` all but one are there
source visits from sql "select 'a' as stage, 1 as deal, 1 as d, 0 as going union all select 'a', 2, 2, 1 union all select 'a', 3, 1, 0 union all select 'a', 3, 2, 0 union all select 'a', 4, 4, 0 union all select 'b', 5, 1, 0 union all select 'b', 6, 3, 1 union all select 'b', 7, 3, 1" {
  key deal, d  dimension stage, deal
  measure stage_days = sum(d) where going = 0  measure stage_days_so_far = sum(d)
  measure visits_over = count() where going = 0  measure visits_going_on = count() where going = 1
}
use sales.stages
show completed_stays, stays_going_on, median_stay by stage
run stays()
--- stdout
stage,completed_stays,stays_going_on,median_stay
a,3,1,3
b,1,2,1

stage,completed,going_on,median_days
a,3,1,3
b,1,2,

=== ABC migration: equal values by key, no revenue is class C, a return too
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
-- 2024: a 80, b 10, c 10, d 0; 2025: a 10, b 80, c -5, d 10
source sales from sql "select 'a' as who, '2024-03-01' as d, 80 as v union all select 'b', '2024-03-01', 10 union all select 'c', '2024-03-01', 10 union all select 'a', '2025-03-01', 10 union all select 'b', '2025-03-01', 80 union all select 'c', '2025-03-01', -5 union all select 'd', '2025-03-01', 10" {
  entity customer key who  time sold = date(d)
  measure revenue : money(EUR) = sum(v)
}
use sales.concentration
run abc_migration(2024, 2025)
--- stdout
level,class_then,class_now,members,value_then,value_now
line,A,B,1,80,10
line,B,A,1,10,80
line,B,C,1,10,-5
line,C,B,1,0,10
total,,,4,100,95

=== coverage is empty when the target is reached; the waterfall names what the log does not have
--- schema shop
--- args
run input.koers --format csv --today 2025-12-31
--- input
open "store.db"
-- deal 1 is open with 10, grows to 15, is lost, comes back with 12; deal 2 is won with 7.
-- Its state before is wrong in the log: those 7 are explained by nothing
source log from sql "select 1 as no, 1 as deal, '2025-11-01' as d, 'none' as s0, 'open' as s, 0 as v0, 10 as v union all select 2, 1, '2025-12-02', 'open', 'open', 10, 15 union all select 3, 1, '2025-12-03', 'open', 'lost', 15, 15 union all select 4, 1, '2025-12-04', 'lost', 'open', 15, 12 union all select 5, 2, '2025-11-05', 'none', 'open', 0, 7 union all select 6, 2, '2025-12-05', 'none', 'won', 0, 7" {
  key no  dimension deal, state_before = s0, state_after = s, amount_before = v0, amount_after = v
  time at = date(d)
  dimension expected_close = date("2025-12-20"), expected_before = date("2025-12-20")
  measure value_before : money(EUR) = sum(v0)  measure value_after : money(EUR) = sum(v)
  measure open_value : money(EUR) = sum(v) as last known per deal at at where s = "open"
  measure won_value : money(EUR) = sum(v) where s = "won"
}
measure weighted_value : money(EUR) = open_value
measure stale_value : money(EUR) = open_value - open_value
measure overdue_value : money(EUR) = open_value - open_value
measure undated_value : money(EUR) = open_value - open_value
measure unvalued_deals = 0
measure expected_value : money(EUR) = won_value + won_value
measure deal_target : money(EUR) = won_value / 7 * 5
use sales.waterfall
use sales.pipeline
run waterfall(2025-12)
show pipeline_coverage, target_left for 2025-12
--- stdout
level,month,opening,new,reopened,increased,decreased,won,lost,closing,unexplained
line,2025-12,17,0,12,5,0,0,-15,12,-7
total,,17,0,12,5,0,0,-15,12,-7

pipeline_coverage,target_left
,0
--- stderr
alarm: 2025-12: -€7.00 of the change is not in the log

=== ABC: who has no revenue or less than none has no share
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source sales from sql "select 'a' as who, '2025-03-01' as d, 80 as v union all select 'b', '2025-03-01', 20 union all select 'c', '2025-03-01', -50 union all select 'd', '2025-03-01', 0" {
  entity customer key who  time sold = date(d)
  measure revenue : money(EUR) = sum(v)
}
-- of 100 that are above zero a has 80 %, b 20 %; before b stand 80 %, so it is in B
use sales.concentration
run abc(2025)
run top_share(2025, count: 1)
--- stdout
level,class,members,value,part
line,A,1,80,0.8
line,B,1,20,0.2
line,C,2,-50,0
total,,4,50,1

top_share
0.8

=== the largest five of equals are five
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source sales from sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 6) select i, '2024-03-01' as d, 10 as v from n" {
  entity customer key i  time sold = date(d)
  measure revenue : money(EUR) = sum(v)
}
-- six of 10 each: one has 1/6 of 60, five have 5/6
use sales.concentration
run top_share(2024, count: 1)
run top_share(2024)
--- stdout
top_share
0.16666666666666666667

top_share
0.83333333333333333333

=== ABC: shares that stand exactly at a border
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source sales from sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 30) select i, '2024-03-01' as d, 100 as v from n" {
  entity customer key i  time sold = date(d)
  measure revenue : money(EUR) = sum(v)
}
-- 30 of 100 each: before the 25th stand 2400 of 3000, which is 80 %, so it is in B;
-- before the 29th 2800, before the 30th 2900 of the 2850 that are 95 %
use sales.concentration
run abc(2024)
run abc_migration(2023, 2024)
run abc_of_two_years(2025)
source ranking from (show revenue, (running(revenue) - revenue) / revenue[all] as before by customer sort by revenue descending) {
  dimension class = if(before < 80%, "A", before < 95%, "B", "C")  measure ranked = count() }
show ranked by class from ranking
--- stdout
level,class,members,value,part
line,A,24,2400,0.8
line,B,5,500,0.16666666666666666667
line,C,1,100,0.03333333333333333333
total,,30,3000,1

level,class_then,class_now,members,value_then,value_now
line,C,A,24,0,2400
line,C,B,5,0,500
line,C,C,1,0,100
total,,,30,0,3000

level,class_then,class_now,members,value_then,value_now
line,A,C,24,2400,0
line,B,C,5,500,0
line,C,C,1,100,0
total,,,30,3000,0

class,ranked
A,24
B,5
C,1

=== a first order ever is one, whatever the lines say about the order
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
-- a bought in South in 2023 and in North in 2024, so it is nobody's new customer of 2024; b began
-- in North and went on in South, c in South only; d stays in South
source sales from sql "select 1 as id, 'a' as who, 'South' as region, '2023-05-01' as d, 5 as v union all select 2, 'a', 'North', '2024-05-01', 7
    union all select 3, 'b', 'North', '2024-06-01', 8 union all select 4, 'b', 'South', '2024-07-01', 10
    union all select 5, 'c', 'South', '2024-07-01', 6 union all select 6, 'd', 'South', '2023-07-01', 3
    union all select 7, 'd', 'South', '2024-07-02', 4" {
  entity order key id  dimension customer = who, region  time sold = date(d)  covers 2022-01-01 .. 2024-12-31
  time first_sold = min(sold) per customer
  measure revenue : money(EUR) = sum(v)  measure orders = count()  measure newcomer_orders = count() on first_sold
}
use sales.customers
show new_customers, new_customer_share, gained_customers, returned_customers, returned_revenue by region for 2024 with total
show new_customers for 2024 where region = "North"
show new_customers by quarter for 2024
--- oracle-sql
select 'line', 'North', 1, '0.53333333333333333333', 2, 1, 7 union all select 'line', 'South', 2, '0.8', 2, 0, 0
union all select 'total', '', 2, '0.68571428571428571429', 2, 0, 0;
select '';
select 'new_customers';
select 1;
select '';
select 'quarter', 'new_customers';
select '2024-Q1', 0 union all select '2024-Q2', 1 union all select '2024-Q3', 1 union all select '2024-Q4', 0;
--- stdout
level,region,new_customers,new_customer_share,gained_customers,returned_customers,returned_revenue
line,North,1,0.53333333333333333333,2,1,7
line,South,2,0.8,2,0,0
total,,2,0.68571428571428571429,2,0,0

new_customers
1

quarter,new_customers
2024-Q1,0
2024-Q2,1
2024-Q3,1
2024-Q4,0
--- exit
0

=== exactly 90 % of the leads were answered, exactly half, and one less of each
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
-- of each group: leads answered after 1, 2, 3 ... hours, the rest by nobody
source contacts from sql "with recursive n(i) as (select 1 union all select i + 1 from n where i < 10),
    g(k, answered) as (values ('a', 9), ('b', 8), ('c', 5), ('d', 4), ('e', 10))
  select k || i as id, k, iif(i <= answered, i, null) as after from n, g" {
  entity lead key id  dimension k
  measure leads = count()  measure answered_leads = count(after)  measure answer_hours = sum(after)
  measure converted_leads = count() where after > 100  measure answered_in_time = count() where after <= 4
  measure conversion_days = sum(0)
}
use sales.leads
show median_answer_hours, slow_answer_hours by k
--- oracle-sql
select 'a', 5.5, 9 union all select 'b', 5.5, null union all select 'c', 5, null union all select 'd', null, null
union all select 'e', 5.5, 9.1;
--- stdout
k,median_answer_hours,slow_answer_hours
a,5.5,9
b,5.5,
c,5,
d,,
e,5.5,9.1
--- exit
0
