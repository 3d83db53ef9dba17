=== modules depend on the names that they require: a model has every other one they use
--- schema none
--- file model.koers
open "store.db"
source buyers from sql "select 0 as c, 'A' as name union all select 1, 'B' union all select 2, 'C' union all select 3, 'D'" { entity customer key c label name  dimension customer_class = "A" }
source facts from sql "with recursive n(x) as (select 1 union all select x + 1 from n where x < 9) select x, date('2025-01-05', x || ' days') as d, x % 4 as c from n" {
  time day = date(d)
  dimension amount_after = x
  dimension amount_before = x
  key x
  join buyers on c
  dimension deal = text(x)
  dimension expected_before = date(d)
  dimension expected_close = date(d) + 3 days
  dimension won_on = date(d)
  dimension lead = "a"
  dimension new_customer = x = 1
  dimension new_market = x = 1
  dimension new_product = x = 1
  dimension owner = "a"
  dimension product = "a"
  dimension stage = if(mod(x, 2) = 0, "even", "odd")
  dimension stage_outcome = "a"
  dimension state_after = if(x < 4, "open", "won")
  dimension state_before = if(x < 3, "none", "open")
  measure above_list : money(EUR) = sum(x)
  measure accepted_quotes  = sum(x)
  measure accepted_value : money(EUR) = sum(x)
  measure acquisition_cost : money(EUR) = sum(x)
  measure actual  = sum(x)
  measure answer_hours  = sum(x)
  measure answered_in_time  = sum(x)
  measure answered_leads  = sum(x)
  measure campaign_cost : money(EUR) = sum(x)
  measure cancelled_orders : money(EUR) = sum(x)
  measure conversion_days  = sum(x)
  measure converted_leads  = sum(x)
  measure cost : money(EUR) = sum(x)
  measure costed_revenue : money(EUR) = sum(x)
  measure created_deals  = sum(x)
  measure created_lost_deals  = sum(x)
  measure created_value : money(EUR) = sum(x)
  measure created_won_deals  = sum(x)
  measure cycle_days  = sum(x)
  measure deal_target : money(EUR) = sum(x)
  measure discount_rate  = sum(x)
  measure done_activities  = sum(x)
  measure entered_value : money(EUR) = sum(x)
  measure entered_weighted : money(EUR) = sum(x)
  measure entered_won : money(EUR) = sum(x)
  measure expected_value : money(EUR) = sum(x)
  measure expired_quotes  = sum(x)
  measure expired_value : money(EUR) = sum(x)
  measure goal  = sum(x)
  measure invoiced : money(EUR) = sum(x)
  measure issued_quotes  = sum(x)
  measure kept_activities  = sum(x)
  measure last_order  = sum(x)
  measure later_target : money(EUR) = sum(x)
  measure leads  = sum(x)
  measure list_value : money(EUR) = sum(x)
  measure lost_deals  = sum(x)
  measure lost_value : money(EUR) = sum(x)
  measure monthly_margin : money(EUR) = sum(x)
  measure newcomer_orders = count()
  measure open_age_days  = sum(x)
  measure open_deals  = sum(x)
  measure open_value : money(EUR) = sum(x) while date(d) until date(d) + 40 days
  measure order_backlog : money(EUR) = sum(x) while date(d) until date(d) + 40 days
  measure order_intake : money(EUR) = sum(x)
  measure orders  = count()
  measure overdue_value : money(EUR) = sum(x)
  measure overstayed_value : money(EUR) = sum(x)
  measure personal_target : money(EUR) = sum(x)
  measure planned_activities  = sum(x)
  measure push_days  = sum(x)
  measure pushes  = sum(x)
  measure rejected_quotes  = sum(x)
  measure rejected_value : money(EUR) = sum(x)
  measure revenue : money(EUR) = sum(x)
  measure stage_days  = sum(x)
  measure stage_days_so_far  = sum(x)
  measure stage_entries  = sum(x)
  measure stale_value : money(EUR) = sum(x)
  measure start_level  = sum(x)
  measure target : money(EUR) = sum(x)
  measure undated_value : money(EUR) = sum(x)
  measure units  = sum(x)
  measure unvalued_deals  = sum(x)
  measure value_after : money(EUR) = sum(x)
  measure value_before : money(EUR) = sum(x)
  measure variable_cost : money(EUR) = sum(x)
  measure visits_going_on  = sum(x)
  measure visits_over  = sum(x)
  measure wallet : money(EUR) = sum(x)
  measure wallet_age_days  = sum(x)
  measure weighted_value : money(EUR) = sum(x)
  measure won_cycle_days  = sum(x)
  measure won_deals  = sum(x)
  measure won_leads  = sum(x)
  measure won_value : money(EUR) = sum(x)
  measure working_days  = sum(x)
  measure working_days_left  = sum(x)
  measure yearly_margin_per_customer : money(EUR) = sum(x)
  measure yearly_retention  = sum(x)
}
--- file modules.koers
use sales.acquisition use sales.activity use sales.ageing use sales.assignment use
sales.calibration use sales.cohorts use sales.concentration use sales.contribution use
sales.coverage use sales.creation use sales.customers use sales.direction use
sales.discount use sales.funnel use sales.growth use sales.leads use sales.lifetime
use sales.margin use sales.markets use sales.newcomers use sales.orders use
sales.pipeline use sales.price use sales.pushes use sales.quotes use sales.rfm use
sales.slippage use sales.stages use sales.targets use sales.velocity use sales.wallet
use sales.waterfall use sales.winning use sales.workdays
--- file reports.koers
use "model.koers"
use "modules.koers"
set today = 2025-01-12
run top_share(2025, count: 2)
run abc(2025)
run abc_migration(2025-01-05 .. 2025-01-09, 2025-01-10 .. 2025-01-14)
run required_coverage(2025-01, 2025)
run rfm(2025-01)
run slippage(2025-01)
run stays()
run waterfall(2025-01)
run waterfall_of_expected(2025-01, 2025-01)
--- file measures.koers
use "reports.koers"
measure amount = 77 measure amount_now = 77 measure amount_then = 77 measure at_risk =
77 measure before = 77 measure before_now = 77 measure before_then = 77 measure
censored_now = 77 measure class = 77 measure class_now = 77 measure class_then = 77
measure closing = 77 measure completed = 77 measure concentrated = 77 measure
coverage_required = 77 measure days_in_stage = 77 measure deals = 77 measure decreased
= 77 measure ended = 77 measure ended_now = 77 measure expected = 77 measure
expected_deals = 77 measure frequency_score = 77 measure going_on = 77 measure
gross_now = 77 measure gross_then = 77 measure increased = 77 measure is_going_on = 77
measure log_staying = 77 measure long = 77 measure lost = 77 measure many = 77 measure
median_days = 77 measure members = 77 measure net = 77 measure new = 77 measure old =
77 measure opening = 77 measure part = 77 measure place = 77 measure pulled_in = 77
measure pushed_out = 77 measure recency_score = 77 measure reopened = 77 measure
slippage_rate = 77 measure slipped = 77 measure slipped_deals = 77 measure so_far = 77
measure top_share = 77 measure unexplained = 77 measure value = 77 measure value_now =
77 measure value_score = 77 measure value_then = 77 measure won = 77 measure won_of_it
= 77 measure yield = 77
--- file dimensions.koers
use "reports.koers"
dimension amount = state_after dimension amount_now = state_after dimension
amount_then = state_after dimension at_risk = state_after dimension before =
state_after dimension before_now = state_after dimension before_then = state_after
dimension censored_now = state_after dimension class = state_after dimension class_now
= state_after dimension class_then = state_after dimension closing = state_after
dimension completed = state_after dimension concentrated = state_after dimension
coverage_required = state_after dimension days_in_stage = state_after dimension deals
= state_after dimension decreased = state_after dimension ended = state_after
dimension ended_now = state_after dimension expected = state_after dimension
expected_deals = state_after dimension frequency_score = state_after dimension
going_on = state_after dimension gross_now = state_after dimension gross_then =
state_after dimension increased = state_after dimension is_going_on = state_after
dimension log_staying = state_after dimension long = state_after dimension lost =
state_after dimension many = state_after dimension median_days = state_after dimension
members = state_after dimension net = state_after dimension new = state_after
dimension old = state_after dimension opening = state_after dimension part =
state_after dimension place = state_after dimension pulled_in = state_after dimension
pushed_out = state_after dimension recency_score = state_after dimension reopened =
state_after dimension slippage_rate = state_after dimension slipped = state_after
dimension slipped_deals = state_after dimension so_far = state_after dimension
top_share = state_after dimension unexplained = state_after dimension value =
state_after dimension value_now = state_after dimension value_score = state_after
dimension value_then = state_after dimension won = state_after dimension won_of_it =
state_after dimension yield = state_after
--- args
run reports.koers >plain.txt; wc -l <plain.txt; for file in measures dimensions; do "$KOERS" run $file.koers | diff plain.txt - && echo the same with $file; done
--- input
--- stdout
80
the same with measures
the same with dimensions

=== in a module an alias is meant, in a model the name; what a module requires it may not hide
--- schema shop
--- file a/b.koers
require measure n : count
require dimension status
report r() {
  show n + 1 as more, more * 10 as tens, sum(more) from (show n as more by status, region)
    by status having more > 2 sort by more top 1 by tens
}
report few() { list freight as region, region * 2 as twice from orders having region > 4 sort by twice }
-- r: done has 5 orders, so more is 6 and tens 60; open has 2 and goes. The answer behind
-- `from` has more = 1, 2, 2 with done: 5. few: freight of 4.90, 12.00 and 7.75, doubled.
--- args
run good.koers; "$KOERS" run bad.koers
--- file model.koers
open "store.db"
source customers from table customers { entity customer key customer_id  dimension region }
source orders from table orders { join customers on customer_id  dimension status  measure n = count() }
measure more = n  dimension twice = status
--- file a/c.koers
require dimension status
report hides() { show freight * 2 as status by region }
--- file good.koers
use "model.koers"
use a.b
run r()
run few()
--- file bad.koers
use "model.koers"
use a.c
show n as more
--- input
--- stdout
r

status  more  tens  sum(more)
──────  ────  ────  ─────────
done       6    60          5

few

region  twice
──────  ─────
  4.90    9.8
  7.75   15.5
 12.00   24.0
--- stderr
bad.koers:3:11: error[E0304]: `more` is declared as a measure; an alias may not hide it
    3 | show n as more
      |           ^~~~
      = help: take another name
a/c.koers:2:38: error[E0304]: `status` is declared as a dimension; an alias may not hide it
    2 | report hides() { show freight * 2 as status by region }
      |                                      ^~~~~~
      = help: take another name
--- exit
1

=== a parameter that is a measure stands in several columns of a question
--- schema none
--- args
run input.koers --format csv --today 2025-01-01
--- input
open "store.db"
source o from sql "select 1 id, 'a' c, 10 v, '2024-03-01' d union all select 2, 'b', 10, '2023-03-01'" {
  key id  time d = d  dimension customer = c  measure revenue : money(EUR) = sum(v)
}
report r(m : measure = revenue) {
  show $m, $m[previous year] as before by customer for 2024
  show $m, $m / $m[all] as part by customer for 2023 .. 2024
  show $m by year for 2023 .. 2024 versus previous year having $m >= $m[previous year]
}
run r()
--- stdout
customer,revenue,before
a,10,0
b,0,10

customer,revenue,part
a,10,0.5
b,10,0.5

year,revenue,revenue previous year,revenue change,revenue change %
2024,10,10,0,0
