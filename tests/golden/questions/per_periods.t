=== a line for what was held at the end of some period
--- schema none
--- args
--format csv --today 2024-12-31 run input.koers
--- input
open "store.db"
-- x: 100 from 10 January up to 10 February, y: 50 from 15 January on.
source d from sql "select 1 id, 'x' c, 'a' g, '2024-01-10' a, '2024-02-10' b, 100 v union all select 2, 'y', 'a', '2024-01-15', null, 50" {
  key id  dimension c, g  measure st = sum(v) while a until b }
show max(st per month) as m by c for 2024-01 .. 2024-03 with total
show last(st per month by month) as m by c for 2024-01 .. 2024-03 with total
show max(st[opening] per month) as o by c for 2024-02 .. 2024-03 with total
show max(st per month) as m by g, c for 2024-01 .. 2024-03 with subtotals
show max(st per month) as m by c, quarter for 2024 sparse
show max(st per month) as m by c for 2024-01 .. 2024-03 top 1 with others
show sum(max(st per month) per c) as most, max(st per (month, c)) as single for 2024-01 .. 2024-03
--- stdout
level,c,m
line,x,100
line,y,50
total,,150

level,c,m
line,x,100
line,y,50
total,,50

level,c,o
line,x,100
line,y,50
total,,150

level,g,c,m
line,a,x,100
line,a,y,50
subtotal g,a,,150

c,quarter,m
x,2024-Q1,100
y,2024-Q1,50
y,2024-Q2,50
y,2024-Q3,50
y,2024-Q4,50

level,c,m
line,x,100
others,,50

most,single
150,100

=== the same of snapshots, of a log, through dated joins and up a tree
--- schema none
--- args
--format csv --today 2024-12-31 run input.koers
--- input
open "store.db"
source snap from sql "select '2024-01-20' d, 'x' c, 100 v union all select '2024-01-20', 'y', 50 union all select '2024-02-20', 'y', 50" {
  key d, c  dimension c  measure held = sum(v) at snapshot d }
source log from sql "select 1 id, 'k' k, '2024-01-05' at, 'x' c, 100 v union all select 2, 'k', '2024-02-05', 'y', 70" {
  key id  dimension who = c  measure known = sum(v) as last known per k at at }
-- x's seller is in N in January, in S from February on; the deal stays open.
source posts from sql "select 1 rep, 'N' team, '2024-01-01' s, '2024-02-01' e union all select 1, 'S', '2024-02-01', null" { key rep, s  dimension team }
source units from sql "select 1 u, null p union all select 2, 1 union all select 3, null" { entity unit key u  tree p }
source deals from sql "select 1 id, 1 rep, 2 u, 100 v, '2024-01-10' a, null b union all select 2, 1, 3, 50, '2024-01-10', '2024-02-01'" {
  key id  join posts as post on rep while s until e  join units on u
  measure open_value = sum(v) while a until b }
show max(held per month) as m by c for 2024-01 .. 2024-03 with total
show max(known per month) as m by who for 2024-01 .. 2024-03 with total
show max(open_value per month) as m by post.team for 2024-01 .. 2024-03 with total
show max(open_value per month) as m by unit at level 1 as top_unit for 2024-01 .. 2024-03 with total
--- stdout
level,c,m
line,x,100
line,y,50
total,,150

level,who,m
line,x,100
line,y,70
total,,100

level,post.team,m
line,N,150
line,S,100
total,,150

level,top_unit,m
line,1,100
line,3,50
total,,150

=== a period in `per` looks back before the lines
--- schema none
--- args
--format csv --today 2024-12-31 run input.koers
--- input
open "store.db"
-- Three months to the end of January hold 150, to the end of February and March 50.
source f from sql "select 1 id, 'x' c, '2023-11-10' d, 100 v union all select 2, 'y', '2024-01-15', 50 union all select 3, 'w', '2022-01-15', 1" {
  key id  dimension c  time d = d  measure rev = sum(v) }
show max(rev[rolling 3 months] per month) as m by c for 2024-01 .. 2024-03 with total
show max(rev[rolling 3 months] per month) as m, sum(rev[rolling 3 months] per month) as s by quarter for 2024-Q1
show max(rev[rolling 3 months] per every month) as m by c for 2024-Q1
-- December 2023 to date is 100, January to date is 50.
show max(rev[previous month, year to date] per month) as m by c for 2024-01 .. 2024-03 with total
show sum(max(rev[rolling 3 months] per month) per c) as m for 2024-01 .. 2024-03
--- stdout
level,c,m
line,x,100
line,y,50
total,,150

quarter,m,s
2024-Q1,150,250

c,m
x,100
y,50

level,c,m
line,x,100
line,y,50
total,,100

m
150

=== what a stock does not keep by time is said of its periods in `per`, too
--- schema none
--- args
--today 2024-03-31 run input.koers
--- input
open "store.db"
source d from sql "select 1 id, 'x' c, '2024-01-10' a, '2024-02-10' b, 100 v union all select 2, 'y', '2024-01-15', null, 50" {
  key id  dimension c  measure st = sum(v) while a until b }
show max(st per month) as m by c for 2024
show max(st per month) as m by c for 2024-03
--- stdout
c    m
─  ────
x  100◔
y   50◔
`c` has its present value: `d` does not keep it by time

c   m
─  ───
y  50◔

=== a quotient per K without its brackets
--- schema none
--- args
check input.koers
--- input
open "store.db"
source f from sql "select 1 id, 2 v, '2024-01-01' d" { key id  time d = d  measure a = sum(v)  measure b = count() }
show median((a / b) per month)
show median(a[all month] / b per month)
--- stderr
input.koers:4:6: error[E0607]: it is not said whose rows `median` takes
    4 | show median(a[all month] / b per month)
      |      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: `per` goes with what stands right before it; brackets take it all: `median((a / b) per month)`
--- exit
1
