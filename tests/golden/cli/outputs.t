=== several files are written together or not at all
--- schema shop
--- file out.csv
old
--- args
run input.koers; s=$?; cat out.csv; ls; exit $s
--- input
open "store.db"
source orders from table orders { dimension status  measure n = count() }
report r() { show n by status }
run r() to "out.csv", "out.json", "missing/out.md"
--- stdout
old
input.koers
out.csv
store.db
--- stderr
input.koers:4:35: error[E0790]: cannot write missing/out.md: No such file or directory
    4 | run r() to "out.csv", "out.json", "missing/out.md"
      |                                   ^~~~~~~~~~~~~~~~
--- exit
5

=== a folder in the place of the file
--- schema shop
--- file out.csv/inner
--- input
open "store.db"
source orders from table orders { measure n = count() }
report r() { show n }
run r() to "out.csv"
--- stderr
input.koers:4:12: error[E0790]: cannot write out.csv: Is a directory
    4 | run r() to "out.csv"
      |            ^~~~~~~~~
--- exit
5

=== a full disk leaves the old file
--- schema shop
--- file out.csv
old
--- args
--version >/dev/null; awk 'BEGIN { print "id"; for (i = 0; i < 20000; i++) print i }' >big.csv; (ulimit -f 8; "$KOERS" run input.koers); s=$?; cat out.csv; ls; exit $s
--- input
source big from csv "big.csv" { key id }
report r() { list id from big }
run r() to "out.csv"
--- stdout
old
big.csv
input.koers
out.csv
store.db
--- stderr
input.koers:3:12: error[E0790]: cannot write out.csv: File too large
    3 | run r() to "out.csv"
      |            ^~~~~~~~~
--- exit
5

=== a report that fails leaves the old file
--- schema shop
insert into orders values (7, 1, 1, '2025-07-01', null, 'free', 'done');
--- file out.csv
old
--- args
run input.koers; s=$?; cat out.csv; ls; exit $s
--- input
open "store.db"
source orders from table orders { measure n = count()  measure freight = sum(freight) }
report r() { show n  show freight }
run r() to "out.csv"
--- stdout
old
input.koers
out.csv
store.db
--- stderr
input.koers:3:22: error[E0808]: column `freight` of `orders` holds numbers, but has a text that is none in row 7
    3 | report r() { show n  show freight }
      |                      ^~~~~~~~~~~~
      = help: clean the value, or read the column as `text(freight)`
--- exit
1

=== standard output on a full disk
--- schema shop
--- args
-c 'open "store.db" source orders from table orders { measure n = count() } show n' >/dev/full
--- stderr
koers: error[E0790]: cannot write the output: No space left on device
--- exit
5

=== a value that no dimension has
--- schema shop
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region }
source orders from table orders { join customers on customer_id  dimension status  measure n = count() }
report r(state = all, area : text = "North") { show n by region where status = $state and region = $area }
run r()
run r(state: "don")
run r(area: "Nowhere")
--- stdout
r

region  n
──────  ─
North   2
--- stderr
input.koers:6:14: error[E0704]: parameter `state`: no `status` is "don"
    6 | run r(state: "don")
      |              ^~~~~
      = help: did you mean "done"?
--- exit
1

=== a file of JSON has the report's title and texts
--- schema shop
--- args
run input.koers --today 2026-01-02; cat out.json out.csv; "$KOERS" run input.koers --format json
--- input
open "store.db"
source orders from table orders { dimension status  measure n = count() }
report r(share = 15%) "Orders, {$share}" { text "A \"word\" before"  show n  text "and after" }
run r() to "out.json", "out.csv"
run r(share: 20%)
--- stdout
Orders, 20.0%

A "word" before

n
─
6

and after
[{"title":"Orders, 15.0%"}
,{"text":"A \"word\" before"}
,{"columns":[{"title":"n","role":"measure","type":"count"}],
"rows":[
{"values":{"n":6}}]}
,{"text":"and after"}
,{"about":{"share":"15%","as of":"2026-01-02","store":"store.db","definitions":"84e0259f7dca"}}
]
n
6
{"columns":[{"title":"n","role":"measure","type":"count"}],
"rows":[
{"values":{"n":6}}]}

=== a file that is named twice
--- schema shop
--- file out.csv
old
--- args
run input.koers; s=$?; cat out.csv; ls; exit $s
--- input
open "store.db"
source orders from table orders { measure n = count() }
report r() { show n }
run r() to "out.csv", "out.json", "./out.csv"
--- stdout
old
input.koers
out.csv
store.db
--- exit
1
--- stderr
input.koers:4:35: error[E0790]: cannot write ./out.csv: it is named twice
    4 | run r() to "out.csv", "out.json", "./out.csv"
      |                                   ^~~~~~~~~~~
input.koers:4:12: note: the first time
    4 | run r() to "out.csv", "out.json", "./out.csv"
      |            ^~~~~~~~~

=== texts in Markdown stay texts
--- schema shop
--- args
run input.koers --today 2026-01-02; cat out.md
--- input
open "store.db"
source orders from table orders { dimension status  measure n_of_orders = count() }
report r() "About #1 #" {
  text "# no heading"
  text "- no list
- nor here"
  text "1. no number, 2. either"
  text "12) nor this"
  text "--- no line"
  text "   > no quote, _no_ stress, snake_case_names"
  text "2024 is a year"
  show n_of_orders by status
}
run r() to "out.md"
--- stdout
# About #1 \#

\# no heading

\- no list<br>- nor here

1\. no number, 2. either

12\) nor this

\\--- no line

\> no quote, \_no\_ stress, snake_case_names

2024 is a year

| status | n_of_orders |
| ------ | ----------: |
| done   |           5 |
| open   |           1 |

as of 2026-01-02 · store store.db · definitions 55bb8b609a18

=== a workbook is written beside the others
--- schema shop
--- args
run input.koers; head -c 2 out.xlsx; echo; cat out.csv; "$KOERS" run input.koers --format xlsx | head -c 2
--- input
open "store.db"
source orders from table orders { dimension status  measure n = count() }
report r() { show n by status }
run r() to "out.xlsx", "out.csv"
show 1
--- stdout
1
─
1
PK
status,n
done,5
open,1
PK
\no newline

=== a file that is named twice is found before anything runs
--- schema shop
--- args
run sub/input.koers $(mkdir sub; cp input.koers sub; cp store.db sub; ln -s out.csv sub/link.csv; : >sub/out.csv)
--- input
open "store.db"
source orders from table orders { measure n = count() }
report r() { show n }
show n
run r() to "out.csv", "link.csv"
run r() to "new.csv", "../sub/new.csv"
run r() to "new.csv", "new.json"
--- stderr
sub/input.koers:5:23: error[E0790]: cannot write link.csv: it is named twice
    5 | run r() to "out.csv", "link.csv"
      |                       ^~~~~~~~~~
sub/input.koers:5:12: note: the first time
    5 | run r() to "out.csv", "link.csv"
      |            ^~~~~~~~~
sub/input.koers:6:23: error[E0790]: cannot write ../sub/new.csv: it is named twice
    6 | run r() to "new.csv", "../sub/new.csv"
      |                       ^~~~~~~~~~~~~~~~
sub/input.koers:6:12: note: the first time
    6 | run r() to "new.csv", "../sub/new.csv"
      |            ^~~~~~~~~
--- exit
1

=== standard output whose reader has gone: nothing is wrong
--- args
--version | true; (sleep 0.2; "$KOERS" doc; echo "exit $?" >&2) | true
--- stderr
exit 0

=== standard output that is full: what else prints
--- schema shop
--- args
--version >/dev/full; for o in --help "completion bash" doc "doc sales.price" "init store.db --stdout"; do "$KOERS" $o >/dev/full; echo $?; done; "$KOERS" --version >/dev/full
--- stdout
5
5
5
5
5
--- stderr
koers: standard output could not be written
koers: standard output could not be written
koers: standard output could not be written
koers: standard output could not be written
koers: standard output could not be written
koers: standard output could not be written
koers: standard output could not be written
--- exit
5
