--- shared stacks
open "store.db"
source areas from table areas { entity territory key area_id label area  dimension area }
source notes from table notes { key note_id }
source early from table sales where sold < 2024-02-01 { entity sale key sale_id }
source late from table sales where sold >= 2024-04-01 { entity sale key sale_id  dimension rep_id  measure n_late = count() }

=== two sources under each other, each with its filter
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source both from early, late { time sold = sold  dimension rep_id  measure amount = sum(amount)  measure n = count() }
show amount, n by origin, rep_id
--- stdout
origin,rep_id,amount,n
early,1,12,2
early,2,16,1
late,1,2,1
late,2,384,2
--- oracle-sql
select origin, rep_id, sum(amount), count(*) from (select 'early' origin, * from sales where sold < '2024-02-01' union all select 'late', * from sales where sold >= '2024-04-01') group by 1, 2 order by 1, 2;

=== a stack has the entity of its parts
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source both from early, late { time sold = sold  dimension rep_id  measure amount = sum(amount)  measure n = count() }
show n by sale having n > 0
--- stdout
sale,n
2,1
3,1
4,1
5,1
8,1
9,1
--- oracle-sql
select sale_id, 1 from (select 'early' origin, * from sales where sold < '2024-02-01' union all select 'late', * from sales where sold >= '2024-04-01') order by 1;

=== a stack joins and has an axis
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source both from early, late { join areas on rep_id  time sold = sold  dimension rep_id  measure amount = sum(amount)  measure n = count() }
show amount by area, month for 2024-04 .. 2024-05
--- stdout
area,month,amount
North,2024-04,2
North,2024-05,0
South,2024-04,0
South,2024-05,128
--- oracle-sql
select area, m, coalesce((select sum(amount) from (select 'early' origin, * from sales where sold < '2024-02-01' union all select 'late', * from sales where sold >= '2024-04-01') where rep_id = area_id and substr(sold, 1, 7) = m), 0) from areas, (select '2024-04' m union all select '2024-05') where area_id < 3 order by 1, 2;

=== a filter of the stack itself, on origin
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source some from early, late where origin = "late" { measure amount = sum(amount) }
show amount
--- stdout
amount
386
--- oracle-sql
select sum(amount) from (select 'early' origin, * from sales where sold < '2024-02-01' union all select 'late', * from sales where sold >= '2024-04-01') where origin = 'late';

=== columns that a part does not have are empty
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source mixed from (list sale_id, amount from early), (list note_id as sale_id, area from notes) { measure n = count()  measure amount = sum(amount)  dimension area }
show n, amount by origin, area
--- stdout
origin,area,n,amount
early,,3,28
notes,North,1,0
notes,South,1,0
--- oracle-sql
select 'early', '', (select count(*) from sales where sold < '2024-02-01'), (select sum(amount) from sales where sold < '2024-02-01') union all select 'notes', area, 1, 0 from notes order by 1, 2;

=== an answer has no name, its place stands for it
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source mixed from (show n_late by rep_id), (show n_late), (list sale_id from early), (list sale_id from early) { measure n = count()  measure l = sum(n_late) }
show n, l by origin
--- stdout
origin,n,l
1,2,3
2,1,3
early,3,0
early (4),3,0

=== a stack of a stack
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source both from early, late
source all_rows from both, notes { measure n = count()  measure areas = count(area) }
show n, areas by origin
--- stdout
origin,n,areas
early,3,0
late,3,0
notes,2,2
--- oracle-sql
select origin, count(*), 0 from (select 'early' origin, * from sales where sold < '2024-02-01' union all select 'late', * from sales where sold >= '2024-04-01') group by 1 union all select 'notes', count(*), count(area) from notes;

=== sources may stand above those they stand on
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source last from mine { measure n = count() }
source mine from early
show n
--- stdout
n
3
--- oracle-sql
select count(*) from sales where sold < '2024-02-01';

=== columns of a stack of different types
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source notes2 from (list note_id, area as amount from notes)
source bad from early, notes2
--- stderr
input.koers:7:24: error[E0504]: `amount` is text here, and number in the part before
    7 | source bad from early, notes2
      |                        ^~~~~~
      = help: give one of them another name, or convert it: `(list text(amount) as amount from ...)`
input.koers:7:17: note: `amount` is number here
    7 | source bad from early, notes2
      |                 ^~~~~
--- exit
1

=== a part with a column named origin
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source named from (list note_id, area as origin from notes)
source bad from notes, named
--- stderr
input.koers:7:24: error[E0304]: a column `origin` would hide where the rows of the stack come from
    7 | source bad from notes, named
      |                        ^~~~~
      = help: give it another name: `(list origin as came_from, ... from ...)`
--- exit
1

=== a stack with an unknown part
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source bad from early, lates
--- stderr
input.koers:6:24: error[E0306]: there is no source `lates`
    6 | source bad from early, lates
      |                        ^~~~~
      = help: did you mean `late`?
--- exit
1

=== a stack has no measures of its parts
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
source both from early, late
show n_late, count() as n from both
--- stdout
n_late,n
3,6
--- oracle-sql
select (select count(*) from sales where sold >= '2024-04-01'), (select count(*) from (select 'early' origin, * from sales where sold < '2024-02-01' union all select 'late', * from sales where sold >= '2024-04-01'));

=== a kept answer is read as a source
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
let t = show n_late by rep_id
show sum(n_late) as s, count() as n from $t
--- stdout
s,n
3,2
--- oracle-sql
select count(*), count(distinct rep_id) from sales where sold >= '2024-04-01';

=== a kept list, and a source on it
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
let big = list sale_id, rep_id, amount from late where amount > 100
source big_ones from $big { measure amount = sum(amount)  dimension rep_id }
show amount by rep_id
list sale_id from $big
show n_late where sale in (list sale_id from $big)
--- stdout
rep_id,amount
2,384

sale_id
8
9

n_late
2

=== a kept answer before it is asked, and in a report
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
report r(rep = 1) { show sum(n_late) as s from $t where rep_id = $rep }
show count() as n from $t
let t = show n_late by rep_id
run r(rep: 2)
--- stdout
n
2

s
2

=== a kept answer that is not there
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
let tt = show n_late
show count() as n from $t
--- stderr
input.koers:7:24: error[E0301]: there is no kept answer `$t`
    7 | show count() as n from $t
      |                        ^~
      = help: did you mean `$tt`?
--- exit
1

=== a value is no kept answer
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
let t = 3
show count() as n from $t
--- stderr
input.koers:7:24: error[E0301]: `$t` is a value; rows come from a kept answer
    7 | show count() as n from $t
      |                        ^~
      = help: keep one: `let t = show ...`
--- exit
1

=== a mistake in a kept answer is reported once
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared stacks
let t = show n_lat by rep_id
show count() as n from $t
--- stderr
input.koers:6:14: error[E0301]: there is no measure `n_lat`
    6 | let t = show n_lat by rep_id
      |              ^~~~~
      = help: did you mean `n_late`?
--- exit
1

=== a stack of answers leads on to the entity that all of them are kept by
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
open "store.db"
source areas from table areas { entity territory key area_id label area  dimension area }
source reps from table reps { entity rep key rep_id label name  dimension name }
source posts from table posts { key rep_id, starts  join reps on rep_id  join areas on area_id  measure posts = count() }
source sales from table sales { key sale_id  join reps on rep_id  time sold = sold  measure amount = sum(amount)  measure sales = count() }
source both from (show sales as n, amount as much by "sale" as kind, rep having sales > 0),
                 (show posts as n by "post" as kind, territory, rep) {
  dimension kind
  measure n = sum(n)
  measure much = sum(much)
}
show n, much, amount by rep
--- stdout
rep,n,much,amount
Olga,7,2063,2063
Paul,7,496,496
Rosa,1,512,512
,1,1024,1024
--- oracle-sql
select name, (select count(*) from sales s where s.rep_id is r.rep_id) + (select count(*) from posts p where p.rep_id is r.rep_id),
       coalesce((select sum(amount) from sales s where s.rep_id is r.rep_id), 0), coalesce((select sum(amount) from sales s where s.rep_id is r.rep_id), 0)
from (select rep_id, name from reps union all select null, null) r;

=== what only some parts of a stack have leads on too, and to attributes
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
open "store.db"
source areas from table areas { entity territory key area_id label area  dimension area }
source reps from table reps { entity rep key rep_id label name  dimension name }
source posts from table posts { key rep_id, starts  join reps on rep_id  join areas on area_id  measure posts = count() }
source sales from table sales { key sale_id  join reps on rep_id  time sold = sold  measure amount = sum(amount)  measure sales = count() }
source both from (show sales as n, amount as much by "sale" as kind, rep having sales > 0),
                 (show posts as n by "post" as kind, territory, rep) {
  dimension kind
  measure n = sum(n)
  measure much = sum(much)
}
show n by kind, territory
list kind, rep, rep.name, territory, n from both where rep = 1 sort by kind, territory
--- stdout
kind,territory,n
post,North,1
post,South,2
post,West,1
sale,,12

kind,rep,rep.name,territory,n
post,Olga,Olga,North,1
post,Olga,Olga,South,1
sale,Olga,Olga,,5

=== what a column of a stack holds must be the same entity in all parts
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
open "store.db"
source areas from table areas { entity territory key area_id label area  dimension area }
source reps from table reps { entity rep key rep_id label name }
source posts from table posts { key rep_id, starts  join reps on rep_id  join areas on area_id  measure posts = count() }
source both from (show posts by rep as of_what), (show posts by territory as of_what) { dimension of_what  measure n = sum(posts) }
show n by of_what
show n by rep
--- stderr
input.koers:7:11: error[E0303]: `both` has no `rep`
    7 | show n by rep
      |           ^~~
      = help: it belongs to `reps`, and no join of `both` leads there
--- exit
1

=== the label of an entity as a text
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
open "store.db"
source sales from table sales { entity sale key sale_id  join reps on rep_id  measure amount = sum(amount) }
source early from (show amount by "sale " || label(sale) as what, label(rep) as who) { }
source reps from table reps { entity rep key rep_id label shown  dimension shown = upper(left(name, 2)) }
dimension seller = rep
list what, who, amount from early sort by amount descending top 2
show amount by label(seller) as who where label(rep) != "PA" with total
--- stdout
what,who,amount
sale 12,OL,2048
sale 11,,1024

level,who,amount
line,OL,2063
line,RO,512
line,,1024
total,,3599

=== label is of rows
--- schema posts
--- args
check input.koers
--- input
open "store.db"
source reps from table reps { entity rep key rep_id label name  dimension name }
source sales from table sales { entity sale key sale_id  join reps on rep_id  measure amount = sum(amount) }
show amount, label(rep) by rep
show amount by label(rep, sale) as both
--- stderr
input.koers:4:14: error[E0401]: `label` works on rows, not on the lines of an answer
    4 | show amount, label(rep) by rep
      |              ^~~~~~~~~~
      = help: put it into `by`: a line is kept by it then
input.koers:5:16: error[E0403]: `label` takes 1 argument
    5 | show amount by label(rep, sale) as both
      |                ^~~~~~~~~~~~~~~~
--- exit
1

=== a question may stand above the questions it stands on
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
open "store.db"
source tops from (show n_best by territory) { measure tops = sum(n_best) }
source marked from table sales { key sale_id  join areas on rep_id  join best on rep_id  measure n_best = count() where best.most > 100 }
source best from (show amount as most by rep_id having amount > 100) { }
source areas from table areas { entity territory key area_id label area }
source sales from table sales { key sale_id  dimension rep_id  measure amount = sum(amount) }
show tops by territory
--- stdout
territory,tops
North,5
South,5
West,1
--- oracle-sql
select area, (select count(*) from sales where rep_id is a.area_id and (select sum(amount) from sales s where s.rep_id is sales.rep_id) > 100 and rep_id is not null)
from areas a order by 1;

=== a question that wants what is required and missing says nothing of its own
--- schema posts
--- args
check input.koers
--- input
open "store.db"
require measure quota
require dimension branch
source sales from table sales { key sale_id  dimension rep_id  measure amount = sum(amount) }
source list_of_both from (show quota by rep_id), (show amount by branch) { measure n = count() }
source on_it from (show n by origin) { measure m = sum(n) }
measure of_it = 2 * m
show of_it
show amount
--- stderr
input.koers:2:1: error[E0708]: the model does not have what is required: measure `quota`, dimension `branch`
    2 | require measure quota
      | ^~~~~~~~~~~~~~~~~~~~~
      = help: add to the model:
          measure quota = ...
          dimension branch = ...
--- exit
1

=== questions that wait for each other
--- schema posts
--- args
check input.koers
--- input
open "store.db"
source sales from table sales { key sale_id  dimension rep_id  measure amount = sum(amount) }
source one from (show m by rep_id) { measure n = sum(m) }
source two from (show n by rep_id) { measure m = sum(n) }
show n
--- stderr
input.koers:3:23: error[E0301]: there is no measure `m`
    3 | source one from (show m by rep_id) { measure n = sum(m) }
      |                       ^
--- exit
1
