=== a row counts from its first day up to its last, an empty last day is open
--- schema stocks
--- args
--format csv --today 2024-04-20 run input.koers
--- input
open "store.db"
source deals from table deals {
  entity deal key id
  dimension owner
  time created = created
  measure new = sum(amount)
  measure open_value = sum(amount) while created until closed
  measure open_deals = count() while created until closed
  measure owners = count(distinct owner) while created until closed
  measure small = sum(amount) while created until closed where amount < 100
  measure mean = avg(amount) while created until closed
  measure middle = median(amount) while created until closed
  measure least = min(amount) while created until closed
  measure most = max(amount) while created until closed
}
-- on 31 January: 1 and 2 (begun that day); 29 February: 2 and 4 (3 ended that day);
-- 31 March: 2 and 4; 20 April: 2 and 8 (4 ended on the 1st); 5 and 6 never count
show open_value, open_deals, owners, small, new by month with total
show mean, middle, least, most by month
-- a line for whoever has a row at one of the instants: never cid, and dan in April only
show open_value by owner, month for 2024-03 .. 2024-04 with total, subtotals
show open_value by owner
show open_value
--- stdout
level,month,open_value,open_deals,owners,small,new
line,2024-01,300,2,1,0,300
line,2024-02,270,2,2,70,120
line,2024-03,270,2,2,70,1039
line,2024-04,240,2,2,40,40
total,,240,2,2,40,1499

month,mean,middle,least,most
2024-01,150,150,100,200
2024-02,135,135,70,200
2024-03,135,135,70,200
2024-04,120,120,40,200

level,owner,month,open_value
line,ann,2024-03,200
line,ann,2024-04,200
subtotal owner,ann,,200
line,bob,2024-03,70
line,bob,2024-04,0
subtotal owner,bob,,0
line,dan,2024-03,0
line,dan,2024-04,40
subtotal owner,dan,,40
total,,,240

owner,open_value
ann,200
dan,40

open_value
240
--- exit
0

=== opening, average, brackets and tables inside
--- schema stocks
--- args
--format csv --today 2024-04-20 run input.koers
--- input
open "store.db"
source deals from table deals {
  entity deal key id
  dimension owner
  time created = created
  measure new = sum(amount)
  measure open_value = sum(amount) while created until closed
  measure mean = avg(amount) while created until closed
}
-- days of January from the 10th: 22 * 100 + 1 * 200 = 2400 / 22; of February: 9 * 100 + 29 * 200 +
-- 28 * 50 + 15 * 70 = 9150 / 29
show open_value[opening], open_value, open_value[average], mean[average]
  by month for 2024-01 .. 2024-05 with total
-- two months of which the first has no rows are not known: empty
show open_value[rolling 2 months, average] by month
-- 29 February, and 20 March for the 20 days of April that have passed
show open_value[previous month], open_value[all owner], open_value[for 2024-01],
  open_value / new as turn by owner, month for 2024-03 .. 2024-04
show avg(open_value per owner), avg(open_value per owner)[opening],
  max(open_value per month) as peak by quarter
show open_value by owner for 2024-03 top 1 with others, total
show open_value by owner, month for 2024-02 .. 2024-03 sparse
list deal, open_value from deals where owner in ("ann", "bob")
--- stdout
level,month,open_value[opening],open_value,open_value[average],mean[average]
line,2024-01,,300,109.09090909090909090909,104.34782608695652173913
line,2024-02,300,270,315.51724137931034482759,112.96296296296296296296
line,2024-03,270,270,287.41935483870967741935,111.375
line,2024-04,270,240,222,143.22580645161290322581
line,2024-05,240,240,,
total,,,240,244.11764705882352941176,115.81395348837209302326

month,"open_value[rolling 2 months, average]"
2024-01,
2024-02,226.47058823529411764706
2024-03,301
2024-04,269.66666666666666666667

owner,month,open_value[previous month],open_value[all owner],open_value[for 2024-01],turn
ann,2024-03,200,270,300,
ann,2024-04,200,240,300,
bob,2024-03,70,270,0,
bob,2024-04,70,240,0,
cid,2024-03,0,270,0,0
cid,2024-04,0,240,0,
dan,2024-03,0,270,0,0
dan,2024-04,0,240,0,1

quarter,avg(open_value per owner),avg(open_value per owner)[opening],peak
2024-Q1,135,,300
2024-Q2,120,135,240

level,owner,open_value
line,ann,200
others,,70
total,,270

owner,month,open_value
ann,2024-02,200
ann,2024-03,200
bob,2024-02,70
bob,2024-03,70

deal,open_value
1,0
2,200
3,0
4,0
--- exit
0

=== changes: the last one holds, whatever a filter keeps of the next
--- schema stocks
--- args
--format csv --today 2024-04-20 run input.koers
--- input
open "store.db"
source changes from table changes {
  key id
  dimension owner, stage, deal
  measure value = sum(amount) as last known per deal at at
  measure open_value = sum(amount) as last known per deal at at where stage = "open"
}
-- 1 and 2 in January; 3 and 9 at the end of February, as 6 is lost and 9 is the larger
-- key of the same day; 7 comes back and 4 is won in March
show value, open_value by month for 2024-01 .. 2024-03
show open_value by owner, month for 2024-01 .. 2024-03
show value by stage for 2024-02
show open_value by month where owner = "ann"
-- what came later takes no row's place: 1 keeps 150, 2 keeps 40
show value[as of 2024-02-10] as known by month for 2024-01 .. 2024-03
--- stdout
month,value,open_value
2024-01,140,140
2024-02,197,157
2024-03,217,67

owner,month,open_value
ann,2024-01,100
ann,2024-02,0
ann,2024-03,0
bob,2024-01,40
bob,2024-02,150
bob,2024-03,60
cid,2024-01,0
cid,2024-02,7
cid,2024-03,7

stage,value
lost,40
open,157

month,open_value
2024-01,100
2024-02,0
2024-03,0
2024-04,0

month,known
2024-01,140
2024-02,190
2024-03,190
--- exit
0

=== snapshots: each is everything there is
--- schema stocks
--- args
--format csv --today 2024-04-20 run input.koers
--- input
open "store.db"
source stock from table stock {
  dimension item
  measure quantity = sum(quantity) at snapshot day
  measure items = count(distinct item) at snapshot day
}
show quantity, items by month for 2023-12 .. 2024-04
show quantity by item, month for 2024-01 .. 2024-03
-- an item that the last snapshot does not have is zero: February is 15 days of 0 for
-- c, then 1 on the 29th; all items 14 * 15 + 14 * 7 + 5 = 313 / 29
show quantity[average] for 2024-02
show quantity by month where item = "a" for 2024-01 .. 2024-03
--- stdout
month,quantity,items
2023-12,,
2024-01,15,2
2024-02,5,2
2024-03,5,2
2024-04,5,2

item,month,quantity
a,2024-01,10
a,2024-02,0
a,2024-03,0
b,2024-01,5
b,2024-02,4
b,2024-03,4
c,2024-01,0
c,2024-02,1
c,2024-03,1

quantity[average]
10.79310344827586206897

month,quantity
2024-01,10
2024-02,0
2024-03,0
--- exit
0

=== moments are read at the end of the day
--- schema stocks
--- args
--format csv --today 2024-02-20 run input.koers
--- input
open "store.db"
source calls from table calls {
  key id
  measure running = count() while began until ended
}
show running by day for 2024-01-30 .. 2024-02-02
--- stdout
day,running
2024-01-30,
2024-01-31,1
2024-02-01,1
2024-02-02,1
--- exit
0

=== the average of what does not add up is that of its days
--- schema stocks
--- args
--format csv --today 2024-04-20 run input.koers
--- input
open "store.db"
source deals from table deals {
  key id
  dimension owner
  measure owners = count(distinct owner) while created until closed
  measure least = min(amount) while created until closed
  measure most = max(amount) while created until closed
  measure middle = median(amount) while created until closed
}
-- March: 200 and 70 all days, 30 besides on 18 of them. owners (2 * 13 + 3 * 18) / 31,
-- least (70 * 13 + 30 * 18) / 31, middle (135 * 13 + 70 * 18) / 31. In January 9 days
-- have no row: no owner, but no least one either. April has 20 days so far
show owners[average], least[average], most[average], middle[average] by month
  for 2024-01 .. 2024-05
-- from 10 January, the first row: (22 * 1 + 29 * 2) / 51
show owners[year to date, average] as so_far by month for 2024-02
-- dan comes and goes within the month
show most[average] as most_open by owner for 2024-03
--- stdout
month,owners[average],least[average],most[average],middle[average]
2024-01,1,100,104.54545454545454545455,102.27272727272727272727
2024-02,2,50.68965517241379310345,200,91.03448275862068965517
2024-03,2.58064516129032258065,46.77419354838709677419,200,97.25806451612903225806
2024-04,1.55,112,200,156
2024-05,,,,

month,so_far
2024-02,1.56862745098039215686

owner,most_open
ann,200
bob,70
dan,30
--- exit
0

=== only a number has an average over time
--- schema stocks
--- args
check input.koers
--- input
open "store.db"
source deals from table deals {
  key id
  measure names = text_list(owner) while created until closed
  measure latest = max(created) while created until closed
}
show names[average], latest[average] by month
--- stderr
input.koers:7:12: error[E0661]: only a number has an average over time, this is text
    7 | show names[average], latest[average] by month
      |            ^~~~~~~
      = help: ask for it by day: `by day`
input.koers:7:29: error[E0661]: only a number has an average over time, this is date
    7 | show names[average], latest[average] by month
      |                             ^~~~~~~
      = help: ask for it by day: `by day`
--- exit
1

=== what does not go with a stock
--- schema stocks
--- args
--today 2024-04-20 check input.koers
--- input
open "store.db"
source deals from table deals {
  key id
  dimension owner
  time created = created
  time closed = closed
  measure new = sum(amount)
  measure open_value = sum(amount) while created until closed
  measure newest = last(amount by created) while created until closed
  measure odd = sum(amount) while owner until closed
  measure twice = sum(amount) while created until closed on closed
  measure spread_out = sum(amount) while created until closed spread over days
}
source changes from table changes {
  measure value = sum(amount) as last known per deal at at
}
show open_value[year to date] by month
show open_value[rolling 3 months] by month
show sum(open_value per month) by owner
show avg(open_value per day) by owner
show new[opening] by month
show open_value[opening] by owner
show open_value[on closed] by month
show open_value[average, closing] by month
--- stderr
input.koers:9:20: error[E0662]: a stock is no first or last value
    9 |   measure newest = last(amount by created) while created until closed
      |                    ^~~~~~~~~~~~~~~~~~~~~~~
      = help: take `min` or `max`, or a sum or count
input.koers:10:35: error[E0401]: a stock wants a date or time here, this is text
   10 |   measure odd = sum(amount) while owner until closed
      |                                   ^~~~~
      = help: text in another form becomes one with `date(...)`
input.koers:11:61: error[E0661]: a stock is read at an instant and has no other axis
   11 |   measure twice = sum(amount) while created until closed on closed
      |                                                             ^~~~~~
      = help: leave out `on`
input.koers:12:63: error[E0650]: a stock is read at an instant, so there is nothing to spread
   12 |   measure spread_out = sum(amount) while created until closed spread over days
      |                                                               ^~~~~~~~~~~~~~~~
input.koers:15:31: error[E0502]: `as last known` needs a key of `changes` to tell which of two changes of one day is the last
   15 |   measure value = sum(amount) as last known per deal at at
      |                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: declare it in `changes`: `key change_id`
input.koers:17:17: error[E0660]: a stock does not add up over time
   17 | show open_value[year to date] by month
      |                 ^~~~~~~~~~~~
      = help: take its mean over that time, `[..., average]`, or a value of its periods: `max(... per month)[...]`
input.koers:18:17: error[E0660]: a stock does not add up over time
   18 | show open_value[rolling 3 months] by month
      |                 ^~~~~~~~~~~~~~~~
      = help: take its mean over that time, `[..., average]`, or a value of its periods: `max(... per month)[...]`
input.koers:19:6: error[E0660]: this adds up a stock over time
   19 | show sum(open_value per month) by owner
      |      ^~~~~~~~~~~~~~~~~~~~~~~~~
      = help: take its mean of all days: `[average]`
input.koers:20:6: error[E0660]: this adds up a stock over time
   20 | show avg(open_value per day) by owner
      |      ^~~~~~~~~~~~~~~~~~~~~~~
      = help: take its mean of all days: `[average]`
input.koers:21:10: error[E0661]: only a stock opens, closes or has an average over time
   21 | show new[opening] by month
      |          ^~~~~~~
      = help: declare it as one: `measure open = count() while A until B`
input.koers:22:17: error[E0622]: the lines stand for no period that would open or last
   22 | show open_value[opening] by owner
      |                 ^~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:23:20: error[E0661]: a stock is read at an instant and has no other axis
   23 | show open_value[on closed] by month
      |                    ^~~~~~
      = help: leave out `on`
input.koers:24:26: error[E0623]: this contradicts what stands before it in the bracket
   24 | show open_value[average, closing] by month
      |                          ^~~~~~~
      = help: keep one of the two; for both, show the measure twice
--- exit
1

=== a bridge leads from the opening to the closing
--- schema stocks
--- args
--format csv --today 2024-04-20 run input.koers
--- input
open "store.db"
source deals from table deals {
  key id
  dimension owner
  measure open_value = sum(amount) while created until closed
  measure open_deals = count() while created until closed
}
source changes from table changes {
  key id
  dimension seller = owner, stage, deal
  measure value = sum(amount) as last known per deal at at where stage = "open"
}
source stock from table stock {
  key day, item
  dimension item
  measure quantity = sum(quantity) at snapshot day
}
-- February: 3 and 4 come (120), 1 and 3 go (150); 5 and 6 never counted
bridge open_value by month with total
bridge open_deals by owner, month for 2024-02 .. 2024-03
-- 1 goes up by 50 in February, 2 is lost then and comes back in March, 1 is won in March;
-- 8 is replaced on its own day, so 9 is new with 7
bridge value by month for 2024-01 .. 2024-03 with total
-- 1 goes from ann to bob in February
bridge value by seller, month for 2024-01 .. 2024-03
-- on 15 February a falls by 3 and b goes; on the 29th a goes, b and c are new
bridge quantity by month for 2024-01 .. 2024-03
bridge quantity by item for 2024-02
--- stdout
level,month,opening,new,gone,closing
line,2024-01,,300,0,300
line,2024-02,300,120,-150,270
line,2024-03,270,30,-30,270
line,2024-04,270,40,-70,240
total,,,490,-250,240

owner,month,opening,new,gone,closing
ann,2024-02,2,0,-1,1
ann,2024-03,1,0,0,1
bob,2024-02,0,2,-1,1
bob,2024-03,1,0,0,1
dan,2024-02,0,0,0,0
dan,2024-03,0,1,-1,0

level,month,opening,new,up,down,entered,left,closing
line,2024-01,,140,0,0,0,0,140
line,2024-02,140,7,50,0,0,-40,157
line,2024-03,157,0,0,0,60,-150,67
total,,,147,50,0,60,-190,67

seller,month,opening,new,up,down,entered,left,closing
ann,2024-01,,100,0,0,0,0,100
ann,2024-02,100,0,50,0,0,-150,0
ann,2024-03,0,0,0,0,0,0,0
bob,2024-01,,40,0,0,0,0,40
bob,2024-02,40,0,0,0,150,-40,150
bob,2024-03,150,0,0,0,60,-150,60
cid,2024-01,,0,0,0,0,0,0
cid,2024-02,0,7,0,0,0,0,7
cid,2024-03,7,0,0,0,0,0,7

month,opening,new,up,down,gone,closing
2024-01,,15,0,0,0,15
2024-02,15,5,0,-3,-12,5
2024-03,5,0,0,0,0,5

item,opening,new,up,down,gone,entered,left,closing
a,10,0,0,-3,-7,0,0,0
b,5,4,0,0,-5,0,0,4
c,0,1,0,0,0,0,0,1
--- exit
0

=== a bridge across has its columns for each value, and all of them close
--- schema stocks
--- args
--format csv --today 2024-04-20 run input.koers
--- input
open "store.db"
source deals from table deals {
  key id
  dimension owner
  measure open_deals = count() while created until closed
}
-- ann closes one of two in February, bob opens two and closes one, dan comes and goes in
-- March
bridge open_deals by owner across month for 2024-02 .. 2024-03 with total
bridge open_deals across owner for 2024-03
--- stdout
level,owner,opening 2024-02,new 2024-02,gone 2024-02,closing 2024-02,opening 2024-03,new 2024-03,gone 2024-03,closing 2024-03,opening total,new total,gone total,closing total
line,ann,2,0,-1,1,1,0,0,1,2,0,-1,1
line,bob,0,2,-1,1,1,0,0,1,0,2,-1,1
line,dan,0,0,0,0,0,1,-1,0,0,1,-1,0
total,,2,2,-2,2,2,1,-1,2,2,3,-3,2

opening ann,new ann,gone ann,closing ann,opening bob,new bob,gone bob,closing bob,opening dan,new dan,gone dan,closing dan
1,0,0,1,1,0,0,1,0,1,-1,0
--- exit
0

=== what cannot be a bridge
--- schema stocks
--- args
--today 2024-04-20 check input.koers
--- input
open "store.db"
source deals from table deals {
  dimension owner
  measure open_value = sum(amount) while created until closed
  measure most = max(amount) while created until closed
  measure new = sum(amount)
}
source stock from table stock {
  measure quantity = sum(quantity) at snapshot day
}
bridge open_value by owner
bridge most for 2024
bridge new for 2024
bridge open_value by owner versus previous year for 2024
bridge open_value, open_value by month
bridge quantity by month
bridge open_value by owner, month top 2 by closing with total
--- stderr
input.koers:11:1: error[E0622]: a bridge leads from the beginning of a period to its end
   11 | bridge open_value by owner
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: add a time unit, `by month`, or a period, `for 2025`
input.koers:12:8: error[E0661]: a bridge is made of a stock that is a sum or a count, as it closes
   12 | bridge most for 2024
      |        ^~~~
      = help: declare one, `measure open = sum(amount) while A until B`; a flow is compared by `show ... versus previous month`
input.koers:13:8: error[E0661]: a bridge is made of a stock that is a sum or a count, as it closes
   13 | bridge new for 2024
      |        ^~~
      = help: declare one, `measure open = sum(amount) while A until B`; a flow is compared by `show ... versus previous month`
input.koers:14:1: error[E0661]: a bridge compares the two ends of a period and does not take `versus`
   14 | bridge open_value by owner versus previous year for 2024
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
input.koers:15:20: error[E0661]: a bridge is made of one stock
   15 | bridge open_value, open_value by month
      |                    ^~~~~~~~~~
      = help: write a `bridge` for each
input.koers:16:8: error[E0502]: a bridge needs a key of `stock` to find a row in the snapshot before
   16 | bridge quantity by month
      |        ^~~~~~~~
      = help: declare it in `stock`: `key day, item`
input.koers:17:52: error[E0661]: hidden lines of several periods have no one opening and closing, so there is no line of others
   17 | bridge open_value by owner, month top 2 by closing with total
      |                                                    ^~~~~~~~~~
      = help: ask for one period, or leave out `with`
--- exit
1

=== without a period, a flow beside a stock leaves the stock its lines
--- schema stocks
--- args
--format csv --today 2024-04-15 run input.koers
--- input
open "store.db"
source d from sql "select 1 id, '2024-01-10' a, '2024-05-20' b, 100 v"
  { key id measure held = sum(v) while a until b }
source o from sql "select 1 id, '2024-02-10' t, 7 v union all select 2, '2024-03-10', 8"
  { key id time t = t measure rev = sum(v) }
-- January and April have no row of o; d is open in each of the four months
show rev, held by month
show rev, held
--- stdout
month,rev,held
2024-01,,100
2024-02,7,100
2024-03,8,100
2024-04,,100

rev,held
15,100
--- exit
0
