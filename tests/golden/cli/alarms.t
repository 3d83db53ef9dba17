=== alarms follow the locale
--- schema shop
--- file model.koers
open "store.db"
source orders from table orders { time ordered = order_date  dimension status  measure n = count()  measure freight : money(EUR) = sum(freight)  measure part : percent = freight / 100 EUR }
--- input
use "model.koers"
set locale = "de-DE"
show freight * 1000 as big : money(EUR), part by status alarm when freight > 1 EUR "{status}: {big}, {part}, {freight}" warn when n < 2 "{status} has {n} only"
show freight by ordered where status = "open" warn when freight < 1 EUR "{ordered}"
--- stdout
status          big    part
──────  ───────────  ──────
done    29.000,00 €  29,0 %
open         0,00 €   0,0 %
alarm: done: 29.000,00 €, 29,0 %, 29,00 €
warning: open has 1 only

ordered     freight
──────────  ───────
20.02.2025   0,00 €
warning: 20.02.2025

=== alarms beside CSV go to standard error
--- schema shop
--- args
-c 'open "store.db" source orders from table orders { dimension status measure n = count() } show n by status alarm when n > 2 "{status}: {n}" warn when n < 2' --format csv
--- stdout
status,n
done,5
open,1
--- stderr
alarm: done: 5
warning: open

=== alarms of a CSV file go to standard error, those of JSON are in it
--- schema shop
--- args
run input.koers --today 2026-01-02 --fail-on alarm; s=$?; cat out.csv out.json; exit $s
--- input
open "store.db"
source orders from table orders { dimension status  measure n = count() }
report r() { show n by status alarm when n > 2 "{status}: {n}" }
run r() to "out.csv", "out.json"
--- stdout
status,n
done,5
open,1
[{"title":"r"}
,{"columns":[{"title":"status","role":"key","type":"text"},{"title":"n","role":"measure","type":"count"}],
"rows":[
{"values":{"status":"done","n":5}},
{"values":{"status":"open","n":1}}],
"signals":[{"kind":"alarm","line":0,"text":"done: 5"}]}
,{"about":{"as of":"2026-01-02","store":"store.db","definitions":"1053ff468d74"}}
]
--- stderr
alarm: done: 5
--- exit
3

=== a warning counts only where it is asked for
--- schema shop
--- args
run input.koers --fail-on alarm >/dev/null; echo $?; "$KOERS" run input.koers --fail-on warn
--- input
open "store.db"
source orders from table orders { dimension status  measure n = count() }
show n by status warn when n < 2 "{status}"
--- stdout
0
status  n
──────  ─
done    5
open    1
warning: open
--- exit
3

=== --fail-on of something else
--- args
run input.koers --fail-on rain
--- stderr
koers: `--fail-on` takes alarm or warn
koers: `koers --help` shows the usage
--- exit
2

=== a parameter in an alarm
--- schema shop
--- input
open "store.db"
source orders from table orders { dimension status  measure n = count() }
report r(state = all, slice : dimension = status) { show n by $slice where status = $state alarm when n > 2 "{$state}: {$slice} has {n}" }
run r()
run r(state: "done")
--- stdout
r

status  n
──────  ─
done    5
open    1
alarm: all: done has 5

r

status  n
──────  ─
done    5
alarm: done: done has 5

=== what is not over is marked and not judged, but for stocks and what is asked so far
--- schema shop
--- args
run input.koers
--- input
open "store.db"
source orders from table orders { time ordered = order_date  measure n = count()  measure at_work = count() while order_date until ship_date }
set today = 2025-02-10
-- January is known from the 15th only, February is not over
show n, at_work by month for 2025-01 .. 2025-02
  alarm when n < 2 "{month}: {n}" warn when at_work >= 0 "{month}: {at_work} at work"
show n by month for 2025-01 .. 2025-02 alarm when n[month to date] < 2 "{month}: {n}"
show n for this year alarm when n < 7
show n for this year alarm when n < 7 warn when n < 8
--- stdout
month    n   at_work
───────  ──  ────────
2025-01  1◔        0
2025-02  2◔        0◔
1 signal of periods that a source has in part (◔) is not raised; `covers` in the source says what it is complete for
warning: 2025-01: 0 at work
warning: 2025-02: 0 at work

month    n
───────  ──
2025-01  1◔
2025-02  2◔
alarm: 2025-01: 1

n
──
6◔
1 signal of unfinished periods (◔) is not raised

n
──
6◔
2 signals of unfinished periods (◔) are not raised
