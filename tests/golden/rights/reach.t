=== weights of a profile, and sources of a module, reach no table
--- schema rights
--- file model.koers
source orders from table orders { entity `order` key id  time ordered = day  dimension seller  measure sales = count() }
source costs from table costs { key id  time paid = day  measure spent = sum(amount) }
audience reps level operational sees seller = 1
--- file answers.koers
require measure sales
source best from (show sales by seller) { dimension who = seller  measure best_sales = max(sales) }
--- file leads.koers
source best from (show sales by seller) { join costs on seller  dimension paid_then = costs.amount  measure best_sales = max(sales) }
--- file reads.koers
source c from table costs { key id  measure c_spent = sum(amount) }
--- file days.koers
source best from (show sales by seller, month having sales > 1) { time at = month  measure best_sales = max(sales) }
--- file steps.koers
source best from (show sales by seller, month) { time at = month  measure open_best = sum(sales) while month until month }
--- file weighs.koers
profile p by month from table costs (id, amount)
--- file questions
profile p by month from table costs (id, amount) show sales[lagged by profile p] by month for 2025
profile p by month weights 50%, 50% show sales[lagged by profile p] as x for 2025-03
use answers show best_sales by who
use leads show best_sales
use reads show c_spent
use days show best_sales by month
use steps show open_best
use weighs show sales[lagged by profile p] by month for 2025
source best from (show sales by seller) { measure best_sales = max(sales) } show best_sales
report r() { profile p by month from table costs (id, amount) }
--- args
--version >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Kim --format csv -c "$q" </dev/null 2>&1; done <questions
--- stdout
-- profile p by month from table costs (id, amount) show sales[lagged by profile p] by month for 2025
<-c>:1:1: error[E0722]: `profile` is not for `Kim`, who is asked as
    1 | profile p by month from table costs (id, amount) show sales[lagged by profile p] by month for 2025
      | ^
      = help: what a person types only asks; it belongs in the model
-- profile p by month weights 50%, 50% show sales[lagged by profile p] as x for 2025-03
x
1
-- use answers show best_sales by who
who,best_sales
1,3
-- use leads show best_sales
leads.koers:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source best from (show sales by seller) { join costs on seller  dimension paid_then = costs.amount  measure best_sales = max(sales) }
      | ^
      = help: what a person types only asks; it belongs in the model
-- use reads show c_spent
reads.koers:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source c from table costs { key id  measure c_spent = sum(amount) }
      | ^
      = help: what a person types only asks; it belongs in the model
-- use days show best_sales by month
days.koers:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source best from (show sales by seller, month having sales > 1) { time at = month  measure best_sales = max(sales) }
      | ^
      = help: what a person types only asks; it belongs in the model
-- use steps show open_best
steps.koers:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source best from (show sales by seller, month) { time at = month  measure open_best = sum(sales) while month until month }
      | ^
      = help: what a person types only asks; it belongs in the model
-- use weighs show sales[lagged by profile p] by month for 2025
weighs.koers:1:1: error[E0722]: `profile` is not for `Kim`, who is asked as
    1 | profile p by month from table costs (id, amount)
      | ^
      = help: what a person types only asks; it belongs in the model
-- source best from (show sales by seller) { measure best_sales = max(sales) } show best_sales
<-c>:1:1: error[E0722]: `source` is not for `Kim`, who is asked as
    1 | source best from (show sales by seller) { measure best_sales = max(sales) } show best_sales
      | ^
      = help: what a person types only asks; it belongs in the model
-- report r() { profile p by month from table costs (id, amount) }
<-c>:1:14: error[E0710]: `profile` cannot stand in a report
    1 | report r() { profile p by month from table costs (id, amount) }
      |              ^
      = help: put it before the report
--- exit
1

=== a role is nobody's name
--- schema rights
--- file model.koers
source staff from table staff { entity person key id label name  dimension seller = name, role }
source orders from table orders { entity `order` key id  join staff as rep on seller  dimension seller = rep.seller  measure sales = count() }
staff from staff (name, role)
audience board level strategic members "board", "manager", "Guest"
audience reps level operational members "rep" sees seller = $user
--- file names
board
BOARD
manager
rep
Bo
bo
Guest
Kim
--- args
--version >/dev/null; while read -r n; do echo "-- $n"; "$KOERS" store.db --as "$n" --format csv -c "show sales" </dev/null 2>&1; done <names
--- stdout
-- board
<-c>:1:1: error[E0721]: `board` belongs to no audience of the model
    1 | show sales
      | ^
      = help: `audience reps level operational members "board" sees seller = $user`
-- BOARD
<-c>:1:1: error[E0721]: `BOARD` belongs to no audience of the model
    1 | show sales
      | ^
      = help: `audience reps level operational members "BOARD" sees seller = $user`
-- manager
<-c>:1:1: error[E0721]: `manager` belongs to no audience of the model
    1 | show sales
      | ^
      = help: `audience reps level operational members "manager" sees seller = $user`
-- rep
<-c>:1:1: error[E0721]: `rep` belongs to no audience of the model
    1 | show sales
      | ^
      = help: `audience reps level operational members "rep" sees seller = $user`
-- Bo
sales
7
-- bo
sales
7
-- Guest
sales
7
-- Kim
sales
3

=== who works here is known of oneself, and what others do is not
--- schema rights
--- file model.koers
source people from table staff { entity person key id label name  dimension role }
source orders from table orders { entity `order` key id  time ordered = day  dimension seller  measure sales = count() }
staff from people (name, role)
audience reps level operational members "rep" sees seller = 1
audience board level strategic members "board"
indicator sold "Orders" {
  measure sales  audience reps  owner "Bo"  rhythm monthly  level operational
  target >= 24 for 2025  action "Call."  capacity 1 by month
}
ritual talk { rhythm monthly  attendees "board"  steers sold }
set today = 2025-05-01
--- file questions
brief
brief for "Ann"
map steering
--- args
--version >/dev/null; "$KOERS" store.db -c 'decide sold "Talk" due 2025-05-02' >/dev/null; while read -r q; do echo "-- $q"; "$KOERS" store.db --as Kim -c "$q" </dev/null 2>&1; done <questions; for n in Kim Bo; do echo "-- as $n"; "$KOERS" store.db --as $n --format csv -c "check steering" | grep -E "^(A2|A7|C10|E)" | cut -d, -f1-5; done
--- stdout
-- brief
Brief for Kim, 2025-05-01

grey  Orders  2025-04
    value   1
    change  0
    since   2025-03
    trend   ▁███

What to do

grey  Orders
    owner   Bo
    reason  its target is for 2025, and not all of 2025-01 .. 2025-04 is known

What waits is left out: the model has no `day_list`, which reports.day_start makes
-- brief for "Ann"
<-c>:1:1: error[E0721]: nobody is called or works as `Ann`, and nothing is for them
    1 | brief for "Ann"
      | ^
      = help: a person or role of `staff`, an owner, or an audience
-- map steering
level        name    owner  period   value  target  so far  status  findings
───────────  ──────  ─────  ───────  ─────  ──────  ──────  ──────  ────────
operational  Orders  Bo     2025-04  1      –       –       grey           1
-- as Kim
A2,info,steering,,not checked: the people could not be read: `Kim` sees some rows
A7,info,steering,,not checked for `talk`: the people could not be read: `Kim` sees some rows
C10,info,steering,,not checked for `sold`: the people could not be read: `Kim` sees some rows
E2,info,steering,,not checked: `Kim` sees some rows
E3,info,steering,,not checked: `Kim` sees some rows
E4,info,steering,,not checked: `Kim` sees some rows
-- as Bo
E4,info,steering,,not checked: nothing is logged of a year ago

=== who is asked as looks at what is for the audience that counts
--- schema rights
--- file wants.koers
require measure sales
--- file model.koers
use wants
source orders from table orders { entity `order` key id  time ordered = day  dimension seller  measure sales = count() }
audience board level strategic members "Bo"
audience reps level operational sees seller = 1
indicator sold "Orders" { measure sales  audience reps  rhythm monthly  target >= 1 }
indicator all_sold { measure sales  audience board  rhythm monthly  target >= 5 }
set today = 2025-05-01
--- file closed.koers
open "store.db"
use wants
source orders from table orders { entity `order` key id  time ordered = day  dimension seller  measure sales = count() }
audience board level strategic members "Bo"
show sales
--- args
--version >/dev/null; for n in Kim Bo; do "$KOERS" store.db --as $n -c brief; done; "$KOERS" run closed.koers --as Kim
--- stdout
Brief for Kim, 2025-05-01

green  Orders  2025-04
    value   1
    target  >= 1
    change  0
    since   2025-03
    trend   ▁███

What waits is left out: the model has no `day_list`, which reports.day_start makes
Brief for Bo, 2025-05-01

red  all_sold  2025-04
    value   1
    target  >= 5
    change  0
    since   2025-03
    trend   ▁█▁▁

What to do

red  all_sold

What waits is left out: the model has no `day_list`, which reports.day_start makes
--- stderr
closed.koers:5:1: error[E0721]: `Kim` belongs to no audience of the model
    5 | show sales
      | ^
      = help: `audience reps level operational members "Kim" sees seller = $user`
--- exit
1
