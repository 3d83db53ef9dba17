=== a file that is not there
--- args
run absent.koers
--- stderr
koers: error[E0701]: cannot read `absent.koers`: No such file or directory
--- exit
1

=== a folder as script
--- args
run /tmp
--- stderr
koers: error[E0701]: cannot read `/tmp`: Is a directory
--- exit
1

=== a used file that is not there
--- input
use "absent.koers"
--- stderr
input.koers:1:5: error[E0701]: cannot read `absent.koers`: No such file or directory
    1 | use "absent.koers"
      |     ^~~~~~~~~~~~~~
--- exit
1

=== files that use each other
--- file a.koers
use "b.koers"
--- file b.koers
use "a.koers"
--- input
use "a.koers"
--- stderr
b.koers:1:5: error[E0305]: `a.koers` leads back to itself
    1 | use "a.koers"
      |     ^~~~~~~~~
      = help: put what both files need into a third one
--- exit
1

=== a file that uses itself
--- input
use "input.koers"
--- stderr
input.koers:1:5: error[E0305]: `input.koers` leads back to itself
    1 | use "input.koers"
      |     ^~~~~~~~~~~~~
      = help: put what both files need into a third one
--- exit
1

=== a file used twice is read once
--- schema shop
--- file model.koers
open "store.db"
source orders from table orders { measure n = count() }
--- input
use "model.koers"
use "model.koers"
show n
--- stdout
n
─
6

=== mistakes in a used file and in the script
--- schema shop
--- file model.koers
open "store.db"
source orders from table orders { measure n = cnt() }
--- args
check input.koers
--- input
use "model.koers"
show m
--- stderr
input.koers:2:6: error[E0301]: there is no measure `m`
    2 | show m
      |      ^
model.koers:2:47: error[E0308]: there is no function `cnt`
    2 | source orders from table orders { measure n = cnt() }
      |                                               ^~~
      = help: did you mean `count`?
--- exit
1

=== a setting that does not exist
--- input
set colour = "red"
--- stderr
input.koers:1:5: error[E0702]: there is no setting `colour`
    1 | set colour = "red"
      |     ^~~~~~
      = help: settings are today, locale, width, rows, timing, chart, pager, currency, calendar, user
--- exit
1

=== a setting of a wrong kind
--- input
set today = "yesterday"
--- stderr
input.koers:1:13: error[E0702]: `today` is set to a date, as in `set today = 2025-12-31`
    1 | set today = "yesterday"
      |             ^~~~~~~~~~~
--- exit
1

=== a report that does not exist
--- input
report sales() { text "nothing" }
run slaes()
--- stderr
input.koers:2:5: error[E0703]: there is no report `slaes`
    2 | run slaes()
      |     ^~~~~
      = help: did you mean `sales`?
--- exit
1

=== a parameter that is missing, unknown or of another kind
--- schema shop
--- input
open "store.db"
source orders from table orders { dimension status  time ordered = order_date  measure n = count() }
report r(year : period, state = "done") { show n for $year where status = $state }
run r()
--- args
check input.koers
--- stderr
input.koers:4:5: error[E0704]: parameter `year` wants a value
    4 | run r()
      |     ^
input.koers:3:10: note: it has no default
    3 | report r(year : period, state = "done") { show n for $year where status = $state }
      |          ^~~~~~~~~~~~~
--- exit
1

=== an unknown parameter
--- schema shop
--- input
open "store.db"
source orders from table orders { dimension status  time ordered = order_date  measure n = count() }
report r(year : period = 2025) { show n for $year }
run r(yaer: 2024)
run r(year: "soon")
run r(2024, 2025)
--- args
check input.koers
--- stderr
input.koers:4:7: error[E0704]: the report has no parameter `yaer`
    4 | run r(yaer: 2024)
      |       ^~~~
      = help: did you mean `year`?
input.koers:5:13: error[E0405]: expected a period, found text
    5 | run r(year: "soon")
      |             ^~~~~~
input.koers:6:13: error[E0704]: the report takes 1 value
    6 | run r(2024, 2025)
      |             ^~~~
--- exit
1

=== a report runs
--- schema shop
--- args
run input.koers --today 2026-01-01
--- input
open "store.db"
source orders from table orders { dimension status  time ordered = order_date  measure n = count() }
report r(year : period = 2025-Q2, state = all) "Orders of {$year}" { show n by status for $year where status = $state }
run r()
run r(state: "done")
run r(year: 2024)
--- stdout
Orders of 2025-Q2

status  n
──────  ─
done    2

Orders of 2025-Q2

status  n
──────  ─
done    2

Orders of 2024

status  n
──────  ─
(no lines)

=== an output whose ending is unknown
--- schema shop
--- input
open "store.db"
source orders from table orders { measure n = count() }
report r() { show n }
run r() to "out.xyz"
--- stderr
input.koers:4:12: error[E0791]: no way to write `out.xyz`
    4 | run r() to "out.xyz"
      |            ^~~~~~~~~
      = help: files end in .csv, .json, .md, .txt, .html, .svg or .xlsx
--- exit
1

=== an output into a folder that is not there
--- schema shop
--- input
open "store.db"
source orders from table orders { measure n = count() }
report r() { show n }
run r() to "missing/out.csv"
--- stderr
input.koers:4:12: error[E0790]: cannot write missing/out.csv: No such file or directory
    4 | run r() to "missing/out.csv"
      |            ^~~~~~~~~~~~~~~~~
--- exit
5

=== a clause alone in a script
--- input
by month
--- stderr
input.koers:1:1: error[E0211]: `by` is a clause, and there is no question before it
    1 | by month
      | ^~
      = help: a clause follows what is shown: show revenue by ...
--- exit
1

=== a script stops at its first failing statement
--- schema shop
insert into orders values (7, 1, 1, '2025-07-01', null, 'free', 'done');
--- input
open "store.db"
source orders from table orders { measure n = count()  measure freight = sum(freight) }
show n
show freight
show n + 1 as more
--- stdout
n
─
7
--- stderr
input.koers:4:1: error[E0808]: column `freight` of `orders` holds numbers, but has a text that is none in row 7
    4 | show freight
      | ^~~~~~~~~~~~
      = help: clean the value, or read the column as `text(freight)`
--- exit
1

=== a number that is too large
--- input
let x = 9999999999999999999999999999999999999999999999999999999999999999999999999999 * 10
show $x
--- stderr
input.koers:1:9: error[E0890]: a number here has more than 76 digits
    1 | let x = 9999999999999999999999999999999999999999999999999999999999999999999999999999 * 10
      |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== a value of a let that leads back to itself
--- input
let a = $b
let b = $a
show $a
--- stderr
input.koers:1:9: error[E0301]: there is no value `$b` before this one
    1 | let a = $b
      |         ^~
input.koers:2:9: error[E0301]: there is no value `$a` before this one
    2 | let b = $a
      |         ^~
--- exit
1

=== from standard input
--- schema shop
--- args
run -
--- stdin
open "store.db"
source orders from table orders { measure n = count() }
show n
--- stdout
n
─
6

=== an unknown option
--- args
--colour
--- stderr
koers: unknown option `--colour`
koers: `koers --help` shows the usage
--- exit
2

=== a line that refines nothing
--- schema shop
--- args
store.db
--- stdin
by month
--- stderr
<stdin>:1:1: error[E0709]: there is no question yet that this could refine
    1 | by month
      | ^~~~~~~~
      = help: begin with `show` and a measure
--- exit
1

=== ten thousand nested brackets
--- args
check big.koers $(awk 'BEGIN { printf "show "; for (i = 0; i < 10000; i++) printf "("; printf "a"; for (i = 0; i < 10000; i++) printf ")"; print "" }' >big.koers)
--- stderr
big.koers:1:206: error[E0203]: this is nested too deeply; 200 levels are the limit
    1 | …((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((…
      |                                                                            ^
--- exit
1

=== a line of a megabyte
--- args
check big.koers $(awk 'BEGIN { printf "show \""; for (i = 0; i < 131072; i++) printf "01234567"; print "\" by by" }' >big.koers)
--- stderr
big.koers:1:1048588: error[E0202]: something is missing between `by` and `by`; wanted an expression
    1 | …012345670123456701234567012345670123456701234567012345670123456701234567012345670123456701234567012345670123456701234567012345670123456701234567" by by
      |                                                                                                                                                       ^~
--- exit
1

=== three million terms
--- args
check big.koers $(awk 'BEGIN { printf "show 1"; for (i = 0; i < 3000000; i++) printf "+1"; print "" }' >big.koers)
--- stderr
big.koers:1:1000005: error[E0112]: this text is too long; 1000000 words and signs are the limit
    1 | …+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1…
      |                                                                            ^
--- exit
1

=== four hundred thousand terms
--- args
check big.koers $(awk 'BEGIN { printf "show 1"; for (i = 0; i < 400000; i++) printf "+1"; print "" }' >big.koers)
--- stderr
big.koers:1:6: error[E0203]: this expression has too many terms (limit 1000)
    1 | …1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+…
      |  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== thirty mistakes
--- args
check big.koers $(awk 'BEGIN { for (i = 0; i < 30; i++) print "show a by by" }' >big.koers) 2>&1 | grep -v "^ "
--- stdout
big.koers:1:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:2:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:3:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:4:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:5:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:6:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:7:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:8:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:9:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:10:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:11:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:12:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:13:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:14:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:15:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:16:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:17:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:18:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:19:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
big.koers:20:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
koers: 10 more errors are not shown
