=== a character that means nothing
--- args
check input.koers
--- input
show a ? b
--- stderr
input.koers:1:8: error[E0101]: `?` means nothing here
    1 | show a ? b
      |        ^
--- exit
1

=== a quote of an editor
--- args
check input.koers
--- input
show a where b = “x”
--- stderr
input.koers:1:18: error[E0101]: `“` means nothing here; write "
    1 | show a where b = “x”
      |                  ^
input.koers:1:20: error[E0101]: `”` means nothing here; write "
    1 | show a where b = “x”
      |                    ^
--- exit
1

=== letters outside ASCII in a plain name
--- args
check input.koers
--- input
show größe by land
--- stderr
input.koers:1:8: error[E0101]: a name with letters outside ASCII stands in backquotes: `größe`
    1 | show größe by land
      |        ^~
--- exit
1

=== a text is not closed
--- args
check input.koers
--- input
show a where b = 'x
  by c
--- stderr
input.koers:1:18: error[E0103]: the text that starts here is not closed
    1 | show a where b = 'x
      |                  ^
--- exit
1

=== a comment is not closed
--- args
check input.koers
--- input
show a /* and
so on
--- stderr
input.koers:1:8: error[E0104]: the comment that starts here is not closed
    1 | show a /* and
      |        ^~
--- exit
1

=== an empty name in backquotes
--- args
check input.koers
--- input
show ``
--- stderr
input.koers:1:6: error[E0105]: a name in backquotes is empty
    1 | show ``
      |      ^~
--- exit
1

=== a name in backquotes over lines
--- args
check input.koers
--- input
show `a
b`
--- stderr
input.koers:1:6: error[E0105]: the backquote that starts here is not closed on its line
    1 | show `a
      |      ^~
input.koers:2:2: error[E0105]: the backquote that starts here is not closed on its line
    2 | b`
      |  ^
--- exit
1

=== a parameter without name
--- args
check input.koers
--- input
show $ by a
--- stderr
input.koers:1:6: error[E0106]: a name must follow `$`
    1 | show $ by a
      |      ^
--- exit
1

=== a month that is none
--- args
check input.koers
--- input
show a for 2025-13
--- stderr
input.koers:1:12: error[E0107]: not a period; write 2025-03, 2025-Q3 or 2025-03-31, or put blanks round the minus to subtract
    1 | show a for 2025-13
      |            ^~~~~~~
--- exit
1

=== a month with one digit
--- args
check input.koers
--- input
show a for 2025-3
--- stderr
input.koers:1:12: error[E0107]: not a period; write 2025-03, 2025-Q3 or 2025-03-31, or put blanks round the minus to subtract
    1 | show a for 2025-3
      |            ^~~~~~
--- exit
1

=== a quarter that is none
--- args
check input.koers
--- input
show a for 2025-Q5
--- stderr
input.koers:1:12: error[E0107]: not a period; halves are H1 and H2, quarters Q1 to Q4, weeks W01 to W53
    1 | show a for 2025-Q5
      |            ^~~~~~~
--- exit
1

=== a day that is not in the calendar
--- args
check input.koers
--- input
show a for 2025-02-30
--- stderr
input.koers:1:12: error[E0107]: there is no 2025-02-30 in the calendar
    1 | show a for 2025-02-30
      |            ^~~~~~~~~~
--- exit
1

=== a week that the year does not have
--- args
check input.koers
--- input
show a for 2025-W53
--- stderr
input.koers:1:6: error[E0301]: there is no measure `a`
    1 | show a for 2025-W53
      |      ^
input.koers:1:12: error[E0107]: there is no 2025-W53 in the calendar
    1 | show a for 2025-W53
      |            ^~~~~~~~
--- exit
1

=== a period with a minus behind it
--- args
check input.koers
--- input
show a for 2025-03-
--- stderr
input.koers:1:12: error[E0107]: put blanks round the minus after a period
    1 | show a for 2025-03-
      |            ^~~~~~~~
--- exit
1

=== a number and a word
--- args
check input.koers
--- input
show 10kg
--- stderr
input.koers:1:6: error[E0108]: a number and a word need a blank between them; suffixes are k and M
    1 | show 10kg
      |      ^~~~
--- exit
1

=== a suffix that is none
--- args
check input.koers
--- input
show 10m
--- stderr
input.koers:1:6: error[E0108]: a number and a word need a blank between them; suffixes are k and M
    1 | show 10m
      |      ^~~
--- exit
1

=== a point without digits
--- args
check input.koers
--- input
show 1.
--- stderr
input.koers:1:6: error[E0108]: write a digit after the decimal point
    1 | show 1.
      |      ^~
--- exit
1

=== a per cent sign alone
--- args
check input.koers
--- input
show 10 % 3
--- stderr
input.koers:1:9: error[E0109]: `%` belongs directly after a number (15%); for a remainder write mod(a, b)
    1 | show 10 % 3
      |         ^
--- exit
1

=== a backslash inside a line
--- args
check input.koers
--- input
show a \ by b
--- stderr
input.koers:1:8: error[E0110]: a `\` continues a line and must be its last character
    1 | show a \ by b
      |        ^
--- exit
1

=== an escape that is none
--- args
check input.koers
--- input
text "a \q b"
--- stderr
input.koers:1:9: error[E0111]: `\q` is no escape in a text
    1 | text "a \q b"
      |         ^~
      = help: write \\ for a backslash
--- exit
1

=== a code point that is none
--- args
check input.koers
--- input
text "a \u{110000}"
--- stderr
input.koers:1:9: error[E0111]: `\u{110000}` is no escape in a text
    1 | text "a \u{110000}"
      |         ^~~~~~~~~~
      = help: \u{20AC} is the character of that number, up to 10FFFF
--- exit
1

=== a number with too many digits
--- args
check input.koers
--- input
show 99999999999999999999999999999999999999999999999999999999999999999999999999999999
--- stderr
input.koers:1:6: error[E0113]: this number has more than 76 digits
    1 | show 99999999999999999999999999999999999999999999999999999999999999999999999999999999
      |      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== a count that is too large
--- args
check input.koers
--- input
show a top 5000000
--- stderr
input.koers:1:6: error[E0301]: there is no measure `a`
    1 | show a top 5000000
      |      ^
input.koers:1:12: error[E0113]: this number is too large here; at most 1000000
    1 | show a top 5000000
      |            ^~~~~~~
--- exit
1

=== a doubled backquote in a name stands for one
--- schema shop
create table ticks (id integer primary key, "x`y" integer, "a""b" integer);
insert into ticks values (1, 5, 1), (2, 5, 2), (3, 7, 3);
--- args
run input.koers; "$KOERS" fmt input.koers
--- input
open "store.db"
source w from table ticks { key id  dimension `x``y`  measure n = sum(`x``y`)  measure b = sum(`a"b`) }
show n, b by `x``y`
show count() as ```` from w
list `x``y` as `a``` from w
check model
--- stdout
x`y   n  b
───  ──  ─
  5  10  3
  7   7  3

`
─
3

a`
──
 5
 5
 7

source  claim  finding  rows
──────  ─────  ───────  ────
(no lines)
1 sources: everything the model claims holds
open "store.db"
source w from table ticks {
  key id
  dimension `x``y`
  measure n = sum(`x``y`)
  measure b = sum(`a"b`)
}
show n, b by `x``y`
show count() as ```` from w
list `x``y` as `a``` from w
check model

=== a doubled backquote ends no name
--- args
check input.koers
--- input
show `a``
show ```
--- stderr
input.koers:1:6: error[E0105]: the backquote that starts here is not closed on its line
    1 | show `a``
      |      ^~~~
input.koers:2:6: error[E0105]: the backquote that starts here is not closed on its line
    2 | show ```
      |      ^~~
--- exit
1

=== a backslash that nothing follows
--- args
check input.koers
--- input
show 1 as one \
--- stderr
input.koers:1:15: error[E0110]: a `\` continues a line, and here the text ends
    1 | show 1 as one \
      |               ^
--- exit
1

=== a line goes on
--- input
show 1 \
  + 1, 2 -- a comment
	*  3, "a  b" || "c"
--- stdout
1 + 1  2 * 3  "a  b" || "c"
─────  ─────  ─────────────
    2      6  a  bc
