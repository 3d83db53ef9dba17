=== a dated join is looked up on the day a stock is read
--- schema desks
--- args
--format csv --today 2024-06-30 run input.koers
--- input
open "store.db"
source posts from table posts { key rep, starts  dimension team }
source deals from table deals {
  key id
  join posts as post on rep while starts until ends
  measure open_value = sum(amount) while opened until closed
  measure north = sum(amount) while opened until closed where post.team = "North"
  measure teams = count(distinct post.team) while opened until closed
}
-- on 31 January rep 1 and 2 are in the north with 100 and 50; on 29 February rep 1 is in
-- the south with 100 and 7, and rep 3 has no post; in March only 7 stays open
show open_value, open_value[opening] as before by post.team, month
  for 2024-01 .. 2024-03 with total
show open_value, north, teams by month for 2024-01 .. 2024-03
-- north: 14 days of 100 and 9 of 50; south: 15 days of 107; (none): 10 days of 50 while
-- rep 2 has no post, 29 of 20. 1850 / 29, 1605 / 29, 1080 / 29
show open_value[average] as mean by post.team for 2024-02
show open_value by month where post.team is empty for 2024-02 .. 2024-03
show max(open_value per post.team) as largest by month for 2024-01 .. 2024-03
--- stdout
level,post.team,month,open_value,before
line,North,2024-01,150,
line,North,2024-02,0,150
line,North,2024-03,0,0
line,South,2024-01,0,
line,South,2024-02,107,0
line,South,2024-03,7,107
line,,2024-01,0,
line,,2024-02,20,0
line,,2024-03,0,20
total,,,7,

month,open_value,north,teams
2024-01,150,150,1
2024-02,127,0,1
2024-03,7,0,1

post.team,mean
North,63.79310344827586206897
South,55.34482758620689655172
,37.24137931034482758621

month,open_value
2024-02,20
2024-03,0

month,largest
2024-01,150
2024-02,107
2024-03,7
--- exit
0

=== moves at the edges of a dated join are entered and left in a bridge
--- schema desks
--- args
--format csv --today 2024-06-30 run input.koers
--- input
open "store.db"
source posts from table posts { key rep, starts  dimension team }
source deals from table deals {
  key id
  join posts as post on rep while starts until ends
  measure open_value = sum(amount) while opened until closed
  measure north = sum(amount) while opened until closed where post.team = "North"
}
source changes from table changes {
  key id
  join posts as post on rep while starts until ends
  dimension rep
  measure value = sum(amount) as last known per deal at at
}
-- 100 goes from north to south on 15 February, 50 from north to no team on the 10th;
-- that deal closes on the day its rep comes back, so it never was in the south
bridge open_value by post.team, month for 2024-02 .. 2024-03
bridge north by month for 2024-01 .. 2024-02
-- the change of 20 February is in the south already: 100 enters, then goes up by 30; on
-- 5 March another rep of the south takes over
bridge value by post.team, month for 2024-02 .. 2024-03
bridge value by rep for 2024-03
--- stdout
post.team,month,opening,new,gone,entered,left,closing
North,2024-02,150,0,0,0,-150,0
North,2024-03,0,0,0,0,0,0
South,2024-02,0,7,0,100,0,107
South,2024-03,107,0,-100,0,0,7
,2024-02,0,20,-50,50,0,20
,2024-03,20,0,-20,0,0,0

month,opening,new,gone,entered,left,closing
2024-01,,150,0,0,0,150
2024-02,150,0,0,0,-150,0

post.team,month,opening,new,up,down,entered,left,closing
North,2024-02,100,0,0,0,0,-100,0
North,2024-03,0,0,0,0,0,0,0
South,2024-02,0,0,30,0,100,0,130
South,2024-03,130,0,0,0,0,0,130

rep,opening,new,up,down,entered,left,closing
1,130,0,0,0,0,-130,0
2,0,0,0,0,130,0,130
--- exit
0

=== a stock of moments finds the row that holds at the end of the day
--- schema desks
--- args
--format csv --today 2024-06-30 run input.koers
--- input
open "store.db"
source posts from table posts { key rep, starts  dimension team }
source visits from table visits {
  key id
  join posts as post on rep while starts until ends
  measure running = count() while began until ended
}
-- visit 1 is open at the end of the 14th, in the north; 2 at the end of the 15th and the
-- 16th, in the south; 3 is over on its day
show running by post.team, day for 2024-02-14 .. 2024-02-17
bridge running by post.team for 2024-02-14
--- stdout
post.team,day,running
North,2024-02-14,1
North,2024-02-15,0
North,2024-02-16,0
North,2024-02-17,0
South,2024-02-14,0
South,2024-02-15,1
South,2024-02-16,1
South,2024-02-17,0

post.team,opening,new,gone,entered,left,closing
North,,2,-1,0,0,1
--- exit
0

=== when and as whose a row of a stock counts cannot come through a dated join
--- schema desks
--- args
check input.koers
--- input
open "store.db"
source posts from table posts { key rep, starts  dimension team }
source deals from table deals {
  key id
  join posts as post on rep while starts until ends
  measure since = sum(amount) while post.starts until closed
  measure last_known = sum(amount) as last known per post.team at opened
}
--- stderr
input.koers:6:37: error[E0305]: which row a dated join finds depends on the day a stock is read, so what makes up its rows cannot come through one
    6 |   measure since = sum(amount) while post.starts until closed
      |                                     ^~~~~~~~~~~
      = help: take a column of the row itself
input.koers:7:54: error[E0305]: which row a dated join finds depends on the day a stock is read, so what makes up its rows cannot come through one
    7 |   measure last_known = sum(amount) as last known per post.team at opened
      |                                                      ^~~~~~~~~
      = help: take a column of the row itself
--- exit
1

=== explain says which rows are cut
--- schema desks
--- args
--today 2024-06-30 run input.koers
--- input
open "store.db"
source posts from table posts { key rep, starts  dimension team }
source deals from table deals {
  key id
  join posts as post on rep while starts until ends
  measure open_value = sum(amount) while opened until closed
  measure most = max(amount) while opened until closed
}
explain show open_value by post.team for 2024-02
explain show most[average] as mean by post.team for 2024-02
--- stdout
open_value  127
  sum(amount) while opened until closed
  3 rows of deals, at the end of 2024-02-29
  list id, amount as value from deals where opened <= 2024-02-29 and (closed is empty or closed > 2024-02-29)
all lines together; one line is opened with `where team = ...`

scan deals (rep, amount, opened, closed)
  group while deals.opened until deals.closed, cut where look-ups change
    by post(deals.rep, begin(deals.opened))->posts.team
    by year cut at 2024-03-01, 2024-07-01
    where (is empty(deals.closed) or (deals.closed > deals.opened))
    leaf 0: sum(deals.amount) closing
lines by post.team
  open_value = leaf 0
for 2024-02-01 .. 2024-02-29
sql
  select "rep", "team", "starts", "ends" from "posts"
  select "rep", "amount", "opened", "closed" from "deals"
2 lines, 2 columns

mean = most[average]  100
  max(amount) while opened until closed
all lines together; one line is opened with `where team = ...`

scan deals (rep, amount, opened, closed)
  group while deals.opened until deals.closed, cut where look-ups change
    by post(deals.rep, begin(deals.opened))->posts.team
    by day
    where (is empty(deals.closed) or (deals.closed > deals.opened))
    leaf 0: max(deals.amount) closing
  group while deals.opened until deals.closed, cut where look-ups change
    by post(deals.rep, begin(deals.opened))->posts.team
    by day
    where (is empty(deals.closed) or (deals.closed > deals.opened))
    leaf 2: max(deals.amount) within closing
    leaf 3: count() within before
  group on deals.opened, cut where look-ups change
    by post(deals.rep, begin(deals.opened))->posts.team
    by day
    where (is empty(deals.closed) or (deals.closed > deals.opened))
    leaf 4: count() within
lines by post.team
  leaf 1: avg(leaf 0 per every 1 key)
  mean = if((((leaf 3 + coalesce(leaf 4, 0)) > 0) or not(is empty(leaf 2))), leaf 1)
for 2024-02-01 .. 2024-02-29
sql
  select "rep", "team", "starts", "ends" from "posts"
  select "rep", "amount", "opened", "closed" from "deals"
3 lines, 2 columns
--- exit
0
