=== sources from SQL, a file and a source, conformed
--- schema posts
--- file c.csv
id,area,day,amount,kind
1,1,2024-01-05,5,North
2,2,2024-02-01,7,South
3,3,2024-02-03,1,West
--- args
run input.koers --format csv --today 2025-02-01
--- input
open "store.db"
source areas from table areas { entity territory key area_id label area  dimension area }
source notes from table notes { key note_id  dimension area conforms areas.area  measure n = count() }
source posts from table posts { key rep_id, starts  join areas on area_id  time began = starts  measure p = count() }
source plain from table notes { key note_id  dimension area measure pl = count()  covers 2024-01 .. 2024-06 }
source sq from sql "select sale_id, rep_id, sold, amount from sales" where amount > 1 { entity s key sale_id  join posts on rep_id while starts until ends  time sold = sold  measure sa = sum(amount)  covers 2024-01 .. 2024-03 }
source fromcsv from csv "c.csv" { entity c key id  join areas on area  time day = day  dimension kind conforms areas.area  measure ca = sum(amount)}
source onsq from sq where amount < 100 { key sale_id  join posts on rep_id while starts until ends  time sold = sold  measure oa = sum(amount) }
show n, p by area
show oa, p, n by area
show sa by area for 2024-Q1
show ca by kind
--- stdout
area,n,p
North,1,1
South,1,2
West,0,1

area,oa,p,n
North,4,1,1
South,18,2,1
West,64,1,0
,40,0,0

area,sa
North,4
South,16
West,64
,1568

kind,ca
North,5
South,7
West,1

=== facts that keep two things under one name
--- schema posts
--- args
run input.koers --format csv --today 2025-02-01
--- input
open "store.db"
source areas from table areas { entity territory key area_id label area  dimension area }
source notes from table notes { key note_id  dimension area conforms areas.area  measure n = count() }
source plain from table notes { key note_id  dimension area  measure pl = count() }
show n, pl by area
--- stderr
input.koers:5:15: error[E0612]: `area` of `notes` and `area` of `plain` are different dimensions
    5 | show n, pl by area
      |               ^~~~
      = help: say in `plain` that they are the same: `dimension area conforms areas.area`
--- exit
1

=== a dimension that conforms to nothing
--- schema posts
--- args
check input.koers
--- input
open "store.db"
source notes from table notes { key note_id  dimension area conforms areas.area  measure n = count() }
--- stderr
input.koers:2:70: error[E0301]: `conforms` wants a dimension of a source: `customers.region`
    2 | source notes from table notes { key note_id  dimension area conforms areas.area  measure n = count() }
      |                                                                      ^~~~~~~~~~
--- exit
1
