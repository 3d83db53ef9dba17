=== a star is not everything
--- args
check input.koers
--- input
show count(*) from sales
show *
list * from sales
--- stderr
input.koers:1:12: error[E0208]: `*` does not stand for everything
    1 | show count(*) from sales
      |            ^
      = help: rows are counted by `count()`
input.koers:2:6: error[E0208]: `*` does not stand for everything
    2 | show *
      |      ^
      = help: name what is wanted, and commas between the names
input.koers:3:6: error[E0208]: `*` does not stand for everything
    3 | list * from sales
      |      ^
      = help: name what is wanted, and commas between the names
--- exit
1

=== top before what is shown
--- args
check input.koers
--- input
show top 5
show bottom 3
--- stderr
input.koers:1:10: error[E0209]: `5` is not expected after `top`
    1 | show top 5
      |          ^
      = help: `top` follows what is shown: show revenue by customer top 5
input.koers:2:13: error[E0209]: `3` is not expected after `bottom`
    2 | show bottom 3
      |             ^
      = help: `bottom` follows what is shown: show revenue by customer bottom 5
--- exit
1

=== numbers with an exponent
--- args
check input.koers
--- input
show 1e3 as x
show 2.5E10 as y
show 1e as z
--- stderr
input.koers:1:6: error[E0108]: numbers have no exponent: write all digits, or k or M behind them
    1 | show 1e3 as x
      |      ^~~
input.koers:2:6: error[E0108]: numbers have no exponent: write all digits, or k or M behind them
    2 | show 2.5E10 as y
      |      ^~~~~~
input.koers:3:6: error[E0108]: a number and a word need a blank between them; suffixes are k and M
    3 | show 1e as z
      |      ^~
--- exit
1

=== a doubled quote
--- args
check input.koers
--- input
show 'it''s' as x
show "a""b" as y
--- stderr
input.koers:1:9: error[E0201]: a text ends here, and another one begins
    1 | show 'it''s' as x
      |         ^~
      = help: a quote inside a text is written \'
input.koers:2:8: error[E0201]: a text ends here, and another one begins
    2 | show "a""b" as y
      |        ^~
      = help: a quote inside a text is written \"
--- exit
1

=== codes of characters that are none
--- args
check input.koers
--- input
show "\u{D800}" as x
show "\u{zz}" as y
show "\u20" as z
--- stderr
input.koers:1:7: error[E0111]: `\u{D800}` is no escape in a text
    1 | show "\u{D800}" as x
      |       ^~~~~~~~
      = help: \u{20AC} is the character of that number, up to 10FFFF
input.koers:2:7: error[E0111]: `\u{zz}` is no escape in a text
    2 | show "\u{zz}" as y
      |       ^~~~~~
      = help: \u{20AC} is the character of that number, up to 10FFFF
input.koers:3:7: error[E0111]: `\u` is no escape in a text
    3 | show "\u20" as z
      |       ^~
      = help: \u{20AC} is the character of that number, up to 10FFFF
--- exit
1

=== a currency that is none
--- args
check input.koers
--- input
show 10 XYZ
show 10 eur
show 10 much
--- stderr
input.koers:1:9: error[E0210]: `XYZ` is no currency code
    1 | show 10 XYZ
      |         ^~~
input.koers:2:9: error[E0210]: `eur` is no currency code
    2 | show 10 eur
      |         ^~~
      = help: write the code in capitals: `EUR`
input.koers:3:9: error[E0201]: `much` is not expected here; wanted an operator, a clause (by, for, where ...), `as`, `working`, `,`, a statement
    3 | show 10 much
      |         ^~~~
      = help: another name for a column needs `as`: as much
--- exit
1

=== a condition in for
--- args
check input.koers
--- input
show revenue for 2025 and region = "x"
show revenue for last 3 months and region = "x"
show revenue for 2025 or 2024
--- stderr
input.koers:1:23: error[E0201]: `for` takes a period and no condition
    1 | show revenue for 2025 and region = "x"
      |                       ^~~
      = help: a condition is a clause of its own: for 2025 where ...
input.koers:2:32: error[E0201]: `for` takes a period and no condition
    2 | show revenue for last 3 months and region = "x"
      |                                ^~~
      = help: a condition is a clause of its own: for 2025 where ...
input.koers:3:23: error[E0201]: `for` takes a period and no condition
    3 | show revenue for 2025 or 2024
      |                       ^~
      = help: a condition is a clause of its own: for 2025 where ...
--- exit
1

=== on behind where
--- args
check input.koers
--- input
source s from table t { time a = d  measure m = count() where q > 1 on a }
--- stderr
input.koers:1:15: error[E0705]: no store is open
    1 | source s from table t { time a = d  measure m = count() where q > 1 on a }
      |               ^~~~~~~
      = help: begin with `open "file.db"`, or start `koers file.db`
input.koers:1:69: error[E0201]: `on` stands before `where`
    1 | source s from table t { time a = d  measure m = count() where q > 1 on a }
      |                                                                     ^~
      = help: write: measure m = count() on shipped where C
--- exit
1

=== this quarter to date
--- args
check input.koers
--- input
show revenue for this quarter to date
--- stderr
input.koers:1:18: error[E0201]: `to date` goes with a unit alone
    1 | show revenue for this quarter to date
      |                  ^~~~
      = help: write `quarter to date`
--- exit
1

=== words of a tree, of event windows and of a bridge where they do not stand
--- schema none
--- args
check input.koers
--- input
show v, person at level 1
show v where person at level 2 = "Bob"
show revenue by customer under "N5"
show count(visits per customer after ordered within 0.5 months) as n
let b = bridge backlog by month for 1998
show revenue by month, country top 2 by month, country
--- stderr
input.koers:1:16: error[E0205]: `at level` goes with an entity behind `by`
    1 | show v, person at level 1
      |                ^~
      = help: elsewhere name it first: `dimension top_unit = unit at level 1`
input.koers:2:21: error[E0205]: `at level` goes with an entity behind `by`
    2 | show v where person at level 2 = "Bob"
      |                     ^~
      = help: elsewhere name it first: `dimension top_unit = unit at level 1`
input.koers:3:26: error[E0201]: `under` is a condition, and none is wanted here
    3 | show revenue by customer under "N5"
      |                          ^~~~~
      = help: write `where customer under ...`
input.koers:4:53: error[E0201]: `0.5` is not expected here; a whole number is wanted
    4 | show count(visits per customer after ordered within 0.5 months) as n
      |                                                     ^~~
input.koers:5:9: error[E0201]: `let` keeps no bridge
    5 | let b = bridge backlog by month for 1998
      |         ^~~~~~
      = help: make a source of it: `source b from (bridge ...)`
input.koers:6:46: error[E0201]: `top` ranks by one measure
    6 | show revenue by month, country top 2 by month, country
      |                                              ^
      = help: lines are kept by the clause `by` before it: `by month, country top 2 by revenue`
--- exit
1
