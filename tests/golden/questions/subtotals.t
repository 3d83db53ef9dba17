=== a subtotal says what it closes, so that a region without name is no total of all
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { join customers on customer_id  dimension status  measure freight = sum(freight) }
show freight by segment, region, status where segment = "SMB" with subtotals, total
--- stdout
level,segment,region,status,freight
line,SMB,North,done,4.9
line,SMB,North,open,0
subtotal region,SMB,North,,4.9
line,SMB,,done,3.35
subtotal region,SMB,,,3.35
subtotal segment,SMB,,,8.25
total,,,,8.25
--- oracle-sql
with r as (select segment, region, status, sum(freight) as f from orders join customers using (customer_id) where segment = 'SMB' group by 1, 2, 3)
select level, segment, region, status, f from (
  select region is null as a, 1 as b, 'line' as level, * from r
  union all select region is null, 2, 'subtotal region', segment, region, null, sum(f) from r group by segment, region
  union all select 2, 3, 'subtotal segment', segment, null, null, sum(f) from r group by segment
  union all select 3, 4, 'total', null, null, null, sum(f) from r)
order by a, region, b, status;

=== JSON names it too, a screen has the label where the key that is left out would stand
--- schema shop
--- args
--version >/dev/null; for format in json text; do "$KOERS" run input.koers --format $format; done
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { join customers on customer_id  dimension status  measure n = count() }
show n by segment as `the "segment"`, region where segment = "SMB" with subtotals
show n by segment, region, status where segment = "SMB" with subtotals
--- stdout
{"columns":[{"title":"the \"segment\"","role":"key","type":"text"},{"title":"region","role":"key","type":"text"},{"title":"n","role":"measure","type":"count"}],
"rows":[
{"level":"line","values":{"the \"segment\"":"SMB","region":"North","n":2}},
{"level":"line","values":{"the \"segment\"":"SMB","region":null,"n":1}},
{"level":"subtotal the \"segment\"","values":{"the \"segment\"":"SMB","region":null,"n":3}}]}
{"columns":[{"title":"segment","role":"key","type":"text"},{"title":"region","role":"key","type":"text"},{"title":"status","role":"key","type":"text"},{"title":"n","role":"measure","type":"count"}],
"rows":[
{"level":"line","values":{"segment":"SMB","region":"North","status":"done","n":1}},
{"level":"line","values":{"segment":"SMB","region":"North","status":"open","n":1}},
{"level":"subtotal region","values":{"segment":"SMB","region":"North","status":null,"n":2}},
{"level":"line","values":{"segment":"SMB","region":null,"status":"done","n":1}},
{"level":"subtotal region","values":{"segment":"SMB","region":null,"status":null,"n":1}},
{"level":"subtotal segment","values":{"segment":"SMB","region":null,"status":null,"n":3}}]}
the "segment"  region  n
─────────────  ──────  ─
SMB            North   2
               (none)  1
               total   3

segment  region  status  n
───────  ──────  ──────  ─
SMB      North   done    1
                 open    1
                 total   2
         (none)  done    1
                 total   1
         total           3

=== with subtotals groups are sorted by what their subtotals have, and lines within
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { join customers on customer_id  time ordered = order_date  dimension status  measure freight = sum(freight)  measure most = max(freight) }
show freight, most by region, month for 2025-01 .. 2025-06 sparse sort by most descending with subtotals, total
--- stdout
level,region,month,freight,most
line,South,2025-02,12,12
line,South,2025-05,7.75,7.75
subtotal region,South,,19.75,12
line,North,2025-01,4.9,4.9
line,North,2025-02,0,0
subtotal region,North,,4.9,4.9
line,,2025-03,3.35,3.35
line,,2025-06,1,1
subtotal region,,,4.35,3.35
total,,,29,12
--- oracle-sql
with r as (select coalesce(c.region, '~') as region, strftime('%Y-%m', order_date) as m, freight as f from orders left join customers c using (customer_id)),
l as (select region, m, sum(f) as f, max(f) as x from r group by 1, 2), g as (select region, sum(f) as f, max(f) as x from r group by 1)
select level, nullif(region, '~') as region, m as month, f as freight, x as most from (
  select g.x as gx, 1 as b, 'line' as level, l.* from l join g using (region)
  union all select x, 2, 'subtotal region', region, null, f, x from g
  union all select -1, 3, 'total', null, null, printf('%g', sum(f)), max(f) from r)
order by gx desc, region, b, x desc, m;

=== top takes the best lines whatever their groups, and then groups stand together
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source orders from table orders { entity `order` key order_id  dimension rep = rep_id, status  measure freight = sum(freight) }
-- rep 1 has 4.90, 12.00 and 1.00, rep 2 has 0.00, 3.35 and 7.75
show freight by rep, `order` top 3 with subtotals, total
show freight by rep, `order` sort by freight descending top 3 with subtotals, total
show freight by rep, `order` bottom 3 with subtotals
show freight by rep, `order` sort by `order` descending with subtotals
show freight by status, rep, `order` sort by freight with subtotals
--- stdout
level,rep,order,freight
line,1,2,12
line,1,1,4.9
subtotal rep,1,,17.9
line,2,5,7.75
subtotal rep,2,,11.1
others,,,4.35
total,,,29

level,rep,order,freight
line,1,2,12
line,1,1,4.9
subtotal rep,1,,17.9
line,2,5,7.75
subtotal rep,2,,11.1
others,,,4.35
total,,,29

level,rep,order,freight
line,2,3,0
line,2,4,3.35
subtotal rep,2,,11.1
line,1,6,1
subtotal rep,1,,17.9

level,rep,order,freight
line,1,6,1
line,1,2,12
line,1,1,4.9
subtotal rep,1,,17.9
line,2,5,7.75
line,2,4,3.35
line,2,3,0
subtotal rep,2,,11.1

level,status,rep,order,freight
line,open,2,3,0
subtotal rep,open,2,,0
subtotal status,open,,,0
line,done,2,4,3.35
line,done,2,5,7.75
subtotal rep,done,2,,11.1
line,done,1,6,1
line,done,1,1,4.9
line,done,1,2,12
subtotal rep,done,1,,17.9
subtotal status,done,,,29

=== a dimension called level stands beside the column of levels
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
source r from sql "select 1 as id, 'strategic' as level, 5 as v union all select 2, 'daily', 7" {
  key id  dimension level  measure v = sum(v)
}
show v by level with total
show v by level as rank with total
--- oracle-sql
select 'line', 'daily', 7 union all select 'line', 'strategic', 5 union all select 'total', '', 12;
select '';
select 'level', 'rank', 'v';
select 'line', 'daily', 7 union all select 'line', 'strategic', 5 union all select 'total', '', 12;
--- stdout
level of line,level,v
line,daily,7
line,strategic,5
total,,12

level,rank,v
line,daily,7
line,strategic,5
total,,12
