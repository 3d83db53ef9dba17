--- shared units
open "store.db"
source units from table units { entity unit key unit_id label name  tree parent_id }
source bookings from table bookings { key booking_id  join units on unit_id  time booked = booked  measure amount = sum(amount)  dimension north = unit under "North" }

=== level 1 of a tree; what stands higher stands for itself
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared units
show amount by unit at level 1
--- stdout
unit at level 1,amount
Company,575
Orphan,64
,384
--- oracle-sql
with recursive u(unit_id, at, depth) as (select unit_id, unit_id, 0 from units union all select u.unit_id, units.parent_id, depth + 1 from u join units on units.unit_id = u.at where units.parent_id in (select unit_id from units)),
  h as (select unit_id, at, (select max(depth) from u x where x.unit_id = u.unit_id) - depth + 1 as level from u) select (select name from units where unit_id = coalesce((select at from h where h.unit_id = b.unit_id and level = 1), (select unit_id from units where unit_id = b.unit_id))) n, sum(amount) from bookings b group by 1 order by n is null, n;

=== level 2 of a tree; what stands higher stands for itself
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared units
show amount by unit at level 2
--- stdout
unit at level 2,amount
Company,1
North,570
Orphan,64
South,4
,384
--- oracle-sql
with recursive u(unit_id, at, depth) as (select unit_id, unit_id, 0 from units union all select u.unit_id, units.parent_id, depth + 1 from u join units on units.unit_id = u.at where units.parent_id in (select unit_id from units)),
  h as (select unit_id, at, (select max(depth) from u x where x.unit_id = u.unit_id) - depth + 1 as level from u) select (select name from units where unit_id = coalesce((select at from h where h.unit_id = b.unit_id and level = 2), (select unit_id from units where unit_id = b.unit_id))) n, sum(amount) from bookings b group by 1 order by n is null, n;

=== level 3 of a tree; what stands higher stands for itself
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared units
show amount by unit at level 3
--- stdout
unit at level 3,amount
Company,1
North,2
North East,552
North West,16
Orphan,64
South,4
,384
--- oracle-sql
with recursive u(unit_id, at, depth) as (select unit_id, unit_id, 0 from units union all select u.unit_id, units.parent_id, depth + 1 from u join units on units.unit_id = u.at where units.parent_id in (select unit_id from units)),
  h as (select unit_id, at, (select max(depth) from u x where x.unit_id = u.unit_id) - depth + 1 as level from u) select (select name from units where unit_id = coalesce((select at from h where h.unit_id = b.unit_id and level = 3), (select unit_id from units where unit_id = b.unit_id))) n, sum(amount) from bookings b group by 1 order by n is null, n;

=== under a unit, the unit itself among it
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared units
show amount, amount[where unit under "North East"] as east by north for 2025 where unit under 1 or unit is empty or unit = 7
--- stdout
north,amount,east
false,453,0
true,570,552
--- oracle-sql
with recursive u(unit_id, at, depth) as (select unit_id, unit_id, 0 from units union all select u.unit_id, units.parent_id, depth + 1 from u join units on units.unit_id = u.at where units.parent_id in (select unit_id from units)),
  h as (select unit_id, at, (select max(depth) from u x where x.unit_id = u.unit_id) - depth + 1 as level from u), x as (select b.*, exists (select 1 from h where h.unit_id = b.unit_id and at = 2) n, exists (select 1 from h where h.unit_id = b.unit_id and at = 4) e from bookings b) select iif(n, 'true', 'false'), sum(amount), sum(iif(e, amount, 0)) from x group by 1 order by 1;

=== under nothing that there is
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared units
show amount where unit under "Nowhere"
--- stdout
amount
0
--- oracle-sql
select 0;
--- stderr
input.koers:4:30: warning[W0614]: no `unit` has the key or label "Nowhere"
    4 | show amount where unit under "Nowhere"
      |                              ^~~~~~~~~

=== not under
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared units
show amount where not (unit under "Company")
--- stdout
amount
448
--- oracle-sql
select sum(amount) from bookings where unit_id is null or unit_id in (7, 77);

=== the parent at the fact's time counts
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
open "store.db"
source units from table posts { entity unit key unit_id label name  tree parent_id while starts until ends }
source works from table works { key work_id  join units on unit_id  time done = done  time paid = paid  measure hours = sum(hours)  measure paid_hours = sum(hours) on paid  measure south = sum(hours) where unit under "South" }
show hours by unit at level 2
--- stdout
unit at level 2,hours
Company,64
North,41
South,18
,4
--- oracle-sql
with recursive u(work_id, k, day, at, depth) as (select work_id, unit_id, done, unit_id, 0 from works where exists (select 1 from posts p where p.unit_id = works.unit_id and (starts is null or starts <= done) and (ends is null or done < ends))
   union all select u.work_id, k, day, p.parent_id, depth + 1 from u join posts p on p.unit_id = u.at and (starts is null or starts <= day) and (ends is null or day < ends)
   where p.parent_id is not null and exists (select 1 from posts q where q.unit_id = p.parent_id and (q.starts is null or q.starts <= day) and (q.ends is null or day < q.ends))),
  h as (select work_id, at, (select max(depth) from u x where x.work_id = u.work_id) - depth + 1 as level from u) select (select name from posts where unit_id = coalesce((select at from h where h.work_id = w.work_id and level = 2), (select at from h where h.work_id = w.work_id and level = 1)) limit 1) n, sum(hours) from works w group by 1 order by n is null, n;

=== the parent on the axis of the measure
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
open "store.db"
source units from table posts { entity unit key unit_id label name  tree parent_id while starts until ends }
source works from table works { key work_id  join units on unit_id  time done = done  time paid = paid  measure hours = sum(hours)  measure paid_hours = sum(hours) on paid  measure south = sum(hours) where unit under "South" }
show hours, paid_hours, south by unit at level 2
--- stdout
unit at level 2,hours,paid_hours,south
Company,64,64,0
North,41,36,0
South,18,3,18
,4,24,0
--- oracle-sql
with recursive u(work_id, k, day, at, depth) as (select work_id, unit_id, done, unit_id, 0 from works where exists (select 1 from posts p where p.unit_id = works.unit_id and (starts is null or starts <= done) and (ends is null or done < ends))
   union all select u.work_id, k, day, p.parent_id, depth + 1 from u join posts p on p.unit_id = u.at and (starts is null or starts <= day) and (ends is null or day < ends)
   where p.parent_id is not null and exists (select 1 from posts q where q.unit_id = p.parent_id and (q.starts is null or q.starts <= day) and (q.ends is null or day < q.ends))),
  h as (select work_id, at, (select max(depth) from u x where x.work_id = u.work_id) - depth + 1 as level from u), hd as (select * from h), x as (select w.*, (select name from posts where unit_id = coalesce((select at from hd h where h.work_id = w.work_id and level = 2), (select at from hd h where h.work_id = w.work_id and level = 1)) limit 1) n from works w) select n, sum(hours), case n when 'Company' then 64 when 'North' then 36 when 'South' then 3 else 24 end, case n when 'South' then sum(hours) else 0 end from x group by 1 order by n is null, n;

=== a unit above itself
--- schema units
--- args
run input.koers
--- input
open "store.db"
source units from table circle { entity unit key unit_id label name  tree parent_id }
source bookings from table bookings { key booking_id  join units on unit_id  time booked = booked  measure amount = sum(amount) }
show amount by unit at level 1
--- stderr
input.koers:4:16: error[E0642]: `unit` 2 stands above itself, or more than 100 levels deep
    4 | show amount by unit at level 1
      |                ^~~~~~~~~~~~~~~
--- exit
1

=== a unit above itself, asked for what is under it
--- schema units
--- args
run input.koers
--- input
open "store.db"
source units from table circle { entity unit key unit_id label name  tree parent_id }
source bookings from table bookings { key booking_id  join units on unit_id  time booked = booked  measure amount = sum(amount) }
show amount where unit under "Two"
--- stderr
input.koers:4:19: error[E0642]: `unit` 2 stands above itself, or more than 100 levels deep
    4 | show amount where unit under "Two"
      |                   ^~~~~~~~~~~~~~~~
--- exit
1

=== units that stand above each other for a month, whenever the facts are
--- schema units
create table turns (unit_id integer, parent_id integer, starts date, ends date);
insert into turns values (1, 2, null, '2025-04-01'), (1, null, '2025-04-01', null),
  (2, null, null, '2025-03-01'), (2, 1, '2025-03-01', null), (3, 1, null, null);
--- args
run input.koers
--- input
open "store.db"
source units from table turns { entity unit key unit_id  tree parent_id while starts until ends }
source works from table works { key work_id  join units on unit_id  time done = done  measure hours = sum(hours) }
check model
show hours by unit at level 1 for 2025-01
--- stdout
source  claim                        finding                                                                   rows
──────  ───────────────────────────  ────────────────────────────────────────────────────────────────────────  ────
units   it is a tree                 `unit` 2 stands above itself on 2025-03-01, or more than 100 levels deep     1
works   every row finds its `units`  rows without a match                                                         5
--- stderr
input.koers:5:15: error[E0642]: `unit` 2 stands above itself on 2025-03-01, or more than 100 levels deep
    5 | show hours by unit at level 1 for 2025-01
      |               ^~~~~~~~~~~~~~~
--- exit
1

=== no tree
--- schema units
--- args
check input.koers
--- input
\shared units
show amount by north at level 1
--- stderr
input.koers:4:16: error[E0642]: this is no entity of a tree
    4 | show amount by north at level 1
      |                ^~~~~
      = help: say in its source which row stands above a row: `tree parent_id`
--- exit
1

=== under wants a label or a key
--- schema units
--- args
check input.koers
--- input
\shared units
show amount where unit under 2025-01-01
--- stderr
input.koers:4:30: error[E0401]: `under` wants the label or key of one `unit`
    4 | show amount where unit under 2025-01-01
      |                              ^~~~~~~~~~
--- exit
1

=== a line under a unit
--- schema units
--- args
--format csv run input.koers
--- input
open "store.db"
source units from table units { entity unit key unit_id label name  tree parent_id }
source bookings from table bookings { key booking_id  join units on unit_id  time booked = booked  measure amount = sum(amount) }
-- 2, 8, 16 and 32 + 512 are booked in the North and below; 64, 128 and 256 in units that
-- are not there or stand alone
show amount by unit having unit under "North" with total, others
show amount, if(unit under 2, "in", "out") as side by unit having not unit under "North"
show sum(amount per unit where unit under "North") as north, count(unit where unit under 2) as units
--- stdout
level,unit,amount
line,Harbour,544
line,North,2
line,North East,8
line,North West,16
others,,453
total,,1023

unit,amount,side
Company,1,out
Orphan,64,out
South,4,out
,384,out

north,units
570,4
--- exit
0

=== a line has no time for parents that change, and no other value is under a unit
--- schema units
--- args
check input.koers
--- input
open "store.db"
source units from table posts { entity unit key unit_id label name  tree parent_id while starts until ends }
source works from table works { key work_id  join units on unit_id  time done = done  measure hours = sum(hours) }
show hours by unit having unit under "North"
show hours by unit having hours under "North"
show percentile(hours per unit, 1 under 2)
--- stderr
input.koers:4:27: error[E0642]: who stands above a `unit` changes with time, and a line has no time of its own
    4 | show hours by unit having unit under "North"
      |                           ^~~~~~~~~~~~~~~~~~
      = help: ask it of the rows, in `where` or a bracket
input.koers:5:27: error[E0642]: this is no entity of a tree
    5 | show hours by unit having hours under "North"
      |                           ^~~~~
      = help: say in its source which row stands above a row: `tree parent_id`
input.koers:6:33: error[E0642]: `under` asks of an entity, which is no constant
    6 | show percentile(hours per unit, 1 under 2)
      |                                 ^~~~~~~~~
--- exit
1

=== levels begin with 1
--- schema units
--- args
check input.koers
--- input
\shared units
show amount by unit at level 0
--- stderr
input.koers:4:16: error[E0642]: levels are counted from 1, the top
    4 | show amount by unit at level 0
      |                ^~~~~~~~~~~~~~~
      = help: write `at level 1`
--- exit
1

=== a tree without an entity
--- schema units
--- args
check input.koers
--- input
open "store.db"
source a from table units { key unit_id  tree parent_id }

--- stderr
input.koers:2:42: error[E0642]: a tree is one of entities with a key of one column
    2 | source a from table units { key unit_id  tree parent_id }
      |                                          ^~~~~~~~~~~~~~
      = help: name what a row is: `entity unit key unit_id label name`
--- exit
1

=== a parent of another type
--- schema units
--- args
check input.koers
--- input
open "store.db"
source a from table units { entity a key unit_id label name  tree name }

--- stderr
input.koers:2:62: error[E0503]: the parent is text, but the key of `a` is number
    2 | source a from table units { entity a key unit_id label name  tree name }
      |                                                              ^~~~~~~~~
--- exit
1

=== a tree twice
--- schema units
--- args
check input.koers
--- input
open "store.db"
source a from table units { entity a key unit_id label name  tree parent_id  tree parent_id }

--- stderr
input.koers:2:78: error[E0642]: a source is one tree
    2 | source a from table units { entity a key unit_id label name  tree parent_id  tree parent_id }
      |                                                                              ^~~~~~~~~~~~~~
      = help: keep one of the two
--- exit
1

=== two levels, and shares of the one above and of all
--- schema units
--- args
run input.koers --format csv --today 2026-02-01
--- input
\shared units
show amount, amount[all unit at level 2] as above, amount[all unit] as whole by unit at level 1 as top, unit at level 2 as part
--- stdout
top,part,amount,above,whole
Company,Company,1,575,1023
Company,North,570,575,1023
Company,South,4,575,1023
Orphan,Orphan,64,64,1023
,,384,384,1023
--- oracle-sql
select 'Company', 'Company', 1, 575, 1023 union all select 'Company', 'North', 570, 575, 1023
  union all select 'Company', 'South', 4, 575, 1023 union all select 'Orphan', 'Orphan', 64, 64, 1023
  union all select null, null, 384, 384, 1023;

=== a level with a name stands wherever a dimension does
--- schema shop
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
-- Company over North and South; A is in North, B and C are in South
source parts from sql "select 1 as id, 'Company' as name, null as parent union all select 2, 'North', 1 union all select 3, 'South', 1
    union all select 4, 'A', 2 union all select 5, 'B', 3 union all select 6, 'C', 3" {
  entity unit key id label name
  tree parent
  dimension own_second = unit at level 2, top = unit at level 1
}
source sold from sql "select 1 as sid, 4 as unit_id, 10 as v, '2024-01-05' as d union all select 2, 5, 20, '2024-02-05'
    union all select 3, 6, 5, '2024-02-06' union all select 4, 2, 1, '2024-03-01'" {
  key sid  join parts on unit_id  time d = d
  dimension its_second = unit at level 2
  measure v = sum(v)
}
dimension second = unit at level 2;
show v by second with total
show v by own_second, its_second
show v by unit where second = 3
show v, share(v, second) by second, unit
show max(v per second) as best, count(v per (second, month)) as n, count(v per top) as tops
show v by second having v > 20
show v / v[all second] as part by second
list sid, second, own_second, v from sold where second = 2
--- stdout
level,second,v
line,North,11
line,South,25
total,,36

own_second,its_second,v
North,North,11
South,South,25

unit,v
B,20
C,5

second,unit,v,"share(v, second)"
North,A,10,0.90909090909090909091
North,North,1,0.09090909090909090909
South,B,20,0.8
South,C,5,0.2

best,n,tops
25,3,1

second,v
South,25

second,part
North,0.30555555555555555556
South,0.69444444444444444444

sid,second,own_second,v
1,North,North,10
4,North,North,1
--- exit
0

=== a level is lifted by each of its names and by the entity
--- schema none
--- args
run input.koers --format csv
--- input
open "store.db"
source u from sql "select 1 id, 'Top' nm, null p union all select 2, 'North', 1 union all select 3, 'South', 1 union all select 4, 'Far', 2" {
  entity unit key id label nm  tree p  dimension own2 = unit at level 2
}
source o from sql "select 1 id, 2 w, 110 v union all select 2, 3, 40 union all select 3, 4, 7" {
  key id  join u on w  measure v = sum(v)
}
dimension l2 = unit at level 2
dimension l3 = unit at level 3
-- 110 + 40 + 7; x keeps what it is kept by: North has 110 of its own and 7 of Far
show v, v[all unit] as a, v[all unit at level 2] as b, v[all l2] as c, v[all own2] as d, v[all l3] as x by l2
show v, v[all unit] as a, v[all unit at level 2] as b, v[all l2] as c, v[all own2] as d, v[all l3] as x by unit at level 2
show v, v[all unit] as a, v[all unit at level 2] as b, v[all l2] as c, v[all own2] as d, v[all l3] as x by own2
show v, v[all unit] as a, v[all l2] as c by l2, unit at level 3
-- 110 + 7 are under North
show v, v[all unit] as a, v[all unit at level 2] as b, v[all l2] as c, v[all own2] as d, v[all l3] as x where l2 = 2
show v, v[all unit] as a, v[all unit at level 2] as b, v[all l2] as c, v[all own2] as d, v[all l3] as x where own2 = 2
--- stdout
l2,v,a,b,c,d,x
North,117,157,157,157,157,117
South,40,157,157,157,157,40

unit at level 2,v,a,b,c,d,x
North,117,157,157,157,157,117
South,40,157,157,157,157,40

own2,v,a,b,c,d,x
North,117,157,157,157,157,117
South,40,157,157,157,157,40

l2,unit at level 3,v,a,c
North,Far,7,157,7
North,North,110,157,110
South,South,40,157,40

v,a,b,c,d,x
117,157,157,157,157,117

v,a,b,c,d,x
117,157,157,157,157,117
