--- shared posts
open "store.db"
source areas from table areas { entity territory key area_id label area  dimension area }
source posts from table posts { key rep_id, starts  join areas on area_id }
source reps from table reps { entity rep key rep_id label name  join posts on rep_id while starts until ends }
source sales from table sales { key sale_id  join reps on rep_id  join posts as post on rep_id while starts until ends  time sold = sold  time paid = paid  measure amount = sum(amount)  measure got = sum(amount) on paid  measure south = sum(amount) where post.areas.area = "South"  measure south_got = sum(amount) on paid where post.areas.area = "South" }

=== a dated join is read on the axis of each measure
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
show amount, got by post.areas.area
--- stdout
post.areas.area,amount,got
North,5,8
South,18,2051
West,192,96
,3880,1940
--- oracle-sql
select coalesce(x.area, ''), (select sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.sold) and (p.ends is null or s.sold < p.ends) and s.sold is not null left join areas a using (area_id) where a.area is x.area),
  (select sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.paid) and (p.ends is null or s.paid < p.ends) and s.paid is not null left join areas a using (area_id) where a.area is x.area)
  from (select area from areas union all select null) x order by x.area is null, 1;

=== a dated join and months
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
show amount, got by post.areas.area, month for 2024-03 .. 2024-04
--- stdout
post.areas.area,month,amount,got
North,2024-03,1,0
North,2024-04,0,0
South,2024-03,0,0
South,2024-04,2,3
West,2024-03,64,32
West,2024-04,0,0
,2024-03,1536,1536
,2024-04,0,0
--- oracle-sql
with m(m) as (values ('2024-03'), ('2024-04')), x as (select area, m from (select area from areas union all select null), m)
 select coalesce(x.area, ''), x.m, coalesce((select sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.sold) and (p.ends is null or s.sold < p.ends) and s.sold is not null left join areas a using (area_id) where a.area is x.area and substr(sold, 1, 7) = x.m), 0),
  coalesce((select sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.paid) and (p.ends is null or s.paid < p.ends) and s.paid is not null left join areas a using (area_id) where a.area is x.area and substr(paid, 1, 7) = x.m), 0)
  from x order by x.area is null, 1, 2;

=== a dated join behind another join
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
show amount by rep, reps.posts.areas.area
--- stdout
rep,reps.posts.areas.area,amount
Olga,North,5
Olga,South,2
Olga,,2056
Paul,South,16
Paul,West,192
Paul,,288
Rosa,,512
,,1024
--- oracle-sql
select coalesce(r.name, ''), coalesce(a.area, ''), sum(amount) from sales s left join reps r using (rep_id) left join posts p on p.rep_id = r.rep_id and (p.starts is null or p.starts <= s.sold) and (p.ends is null or s.sold < p.ends) and s.sold is not null left join areas a using (area_id) group by 1, 2 order by r.name is null, 1, a.area is null, 2;

=== a condition through a dated join takes the axis too
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
show south, south_got
--- stdout
south,south_got
18,2051
--- oracle-sql
select (select sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.sold) and (p.ends is null or s.sold < p.ends) and s.sold is not null left join areas a using (area_id) where area = 'South'), (select sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.paid) and (p.ends is null or s.paid < p.ends) and s.paid is not null left join areas a using (area_id) where area = 'South');

=== a computed value of a row that is not there
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
dimension where_to = upper(reps.posts.areas.area) || "!"
show amount by where_to
--- stdout
where_to,amount
NORTH!,5
SOUTH!,18
WEST!,192
,3880
--- oracle-sql
select coalesce(upper(a.area) || '!', ''), sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.sold) and (p.ends is null or s.sold < p.ends) and s.sold is not null left join areas a using (area_id) group by 1 order by a.area is null, 1;

=== an entity through a dated join
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
show amount by post.areas.territory having amount > 10
--- stdout
post.areas.territory,amount
South,18
West,192
,3880
--- oracle-sql
select coalesce(a.area, ''), sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.sold) and (p.ends is null or s.sold < p.ends) and s.sold is not null left join areas a using (area_id) group by 1 having sum(amount) > 10 order by a.area is null, 1;

=== a list reads a dated join on the default axis
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
list sale_id, sold, post.areas.area as area from sales where post.areas.area != "North"
--- stdout
sale_id,sold,area
2,2024-04-01,South
4,2023-12-31,
5,2024-01-31,South
6,2024-02-01,
7,2024-03-01,West
8,2024-05-31,West
9,2024-06-01,
10,2024-03-01,
11,2024-03-01,
12,,
--- oracle-sql
select sale_id, coalesce(sold, ''), coalesce(a.area, '') from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.sold) and (p.ends is null or s.sold < p.ends) and s.sold is not null left join areas a using (area_id) where a.area is not 'North' order by sale_id;

=== a value per what a dated join finds
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
show avg(amount per post.areas.area), max(got per post.areas.area)
--- stdout
avg(amount per post.areas.area),max(got per post.areas.area)
1023.75,2051
--- oracle-sql
select (select sum(amount) / 4.0 from sales), (select max(g) from (select sum(amount) g from sales s left join posts p on p.rep_id = s.rep_id and (p.starts is null or p.starts <= s.paid) and (p.ends is null or s.paid < p.ends) and s.paid is not null left join areas a using (area_id) group by a.area));

=== moments within a day
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
source shifts from table shifts { key rep_id, begins  dimension shift }
source calls from table calls { key call_id  join shifts on rep_id while begins until ends  time called = called  measure calls = count() }
list call_id, shift from calls
--- stdout
call_id,shift
1,early
2,early
3,late
--- oracle-sql
select call_id, coalesce(shift, '') from calls c left join shifts s on s.rep_id = c.rep_id and begins <= called and called < ends order by 1;

=== moments of rows that hold for days
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
source calls from table calls { key call_id  join posts as at on rep_id while starts until ends  time called = called  measure calls = count() }
show calls by at.areas.area
--- stdout
at.areas.area,calls
North,1
South,2
--- oracle-sql
select area, count(*) from calls c join posts p on p.rep_id = c.rep_id and (starts is null or starts <= date(called)) and (ends is null or date(called) < ends) join areas using (area_id) group by 1 order by 1;

=== a source without axis has no day for a dated join
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
show count() by posts.areas.area from reps
--- stderr
input.koers:6:17: error[E0606]: `reps` has no time axis, and which row of `posts` counts depends on the day
    6 | show count() by posts.areas.area from reps
      |                 ^~~~~~~~~~~~~~~~
      = help: declare when its rows happen: `time day = column`
--- exit
1

=== the dates of a dated join are dates
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
source bad from table sales { key sale_id  join posts on rep_id while area_id until ends  time sold = sold }
--- stderr
input.koers:6:71: error[E0401]: a dated join wants a date or time here, this is number
    6 | source bad from table sales { key sale_id  join posts on rep_id while area_id until ends  time sold = sold }
      |                                                                       ^~~~~~~
      = help: text in another form becomes one with `date(...)`
--- exit
1

=== an axis cannot come through a dated join
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
source bad from table sales { key sale_id  join posts on rep_id while starts until ends  time began = posts.starts }
--- stderr
input.koers:6:95: error[E0305]: which row a dated join finds depends on the axis, so `began` cannot come through one
    6 | source bad from table sales { key sale_id  join posts on rep_id while starts until ends  time began = posts.starts }
      |                                                                                               ^~~~~
--- exit
1

=== a join on a value of another type
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
source notes from table notes { key note_id  join reps on rep  measure n = count() }
--- stderr
input.koers:6:59: error[E0503]: `rep` is text, but the key `rep_id` of `reps` is number
    6 | source notes from table notes { key note_id  join reps on rep  measure n = count() }
      |                                                           ^~~
      = help: declare a dimension in `notes` and join on it: `dimension rep_key = number(rep)`
--- exit
1

=== a join on a name that is nearly a column
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
source bad from table sales { key sale_id  join reps on rep_di }
--- stderr
input.koers:6:57: error[E0307]: `bad` has no column or dimension `rep_di`
    6 | source bad from table sales { key sale_id  join reps on rep_di }
      |                                                         ^~~~~~
      = help: did you mean `rep_id`?
--- exit
1

=== a join on a dimension
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
\shared posts
source notes from table notes { key note_id  join reps on rep_key  dimension rep_key = number(rep)  measure notes = count() }
show notes by rep
--- stdout
rep,notes
Olga,1
Paul,1
--- oracle-sql
select name, count(*) from notes join reps on rep_id = cast(rep as integer) group by 1 order by 1;

=== the label of an entity whose rows take turns
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
open "store.db"
source people from sql "select p.*, 'rep ' || rep_id as name from posts p" { entity person key rep_id label name }
source sales from table sales { key sale_id  join people on rep_id while starts until ends  time sold = sold  measure amount = sum(amount) }
show amount by person
--- stdout
person,amount
rep 1,7
rep 2,208
,3880
--- oracle-sql
select coalesce('rep ' || p.rep_id, ''), sum(amount) from sales s left join posts p on p.rep_id = s.rep_id and (starts is null or starts <= sold) and (ends is null or sold < ends) group by 1 order by p.rep_id is null, 1;
