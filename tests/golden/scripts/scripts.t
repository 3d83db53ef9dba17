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
koers: error[E0701]: cannot read `/tmp`: it is no file that can be read
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
model.koers:2:47: error[E0308]: there is no function `cnt`
    2 | source orders from table orders { measure n = cnt() }
      |                                               ^~~
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
      = help: files end in .csv, .json, .md or .txt
--- exit
5

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
