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
run input.koers 2>&1 | sed 's#/.*/stdlib/#STDLIB/#' | head -1
--- input
open "store.db"
source sales from table orders { entity order key order_id  time ordered = order_date  measure revenue : money(EUR) = sum(freight) }
use sales.price
--- stdout
STDLIB/sales/price.koers:7:1: error[E0708]: the model does not have what is required: measure `units`, dimension `product`
