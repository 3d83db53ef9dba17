=== a clause without its words
--- args
check input.koers
--- input
show revenue by
--- stderr
input.koers:1:16: error[E0202]: something is missing after `by`; wanted an expression
    1 | show revenue by
      |                ^
--- exit
1

=== a statement after an unfinished one
--- args
check input.koers
--- input
show revenue by
show cost
--- stderr
input.koers:1:16: error[E0202]: something is missing after `by`; wanted an expression
    1 | show revenue by
      |                ^
input.koers:2:6: error[E0301]: there is no measure `cost`
    2 | show cost
      |      ^~~~
--- exit
1

=== a name after a complete clause
--- args
check input.koers
--- input
show revenue by region region
--- stderr
input.koers:1:24: error[E0201]: `region` is not expected here; wanted an operator, a clause (by, for, where ...), `as`, `,`, a statement
    1 | show revenue by region region
      |                        ^~~~~~
      = help: another name for a column needs `as`: as region
--- exit
1

=== a keyword with letters swapped
--- args
check input.koers
--- input
show revenue form orders
--- stderr
input.koers:1:14: error[E0201]: `form` is not expected here; wanted an operator, a clause (by, for, where ...), `as`, `,`, a statement
    1 | show revenue form orders
      |              ^~~~
      = help: did you mean `from` or `for`?
--- exit
1

=== a statement with letters swapped
--- args
check input.koers
--- input
shwo revenue
--- stderr
input.koers:1:1: error[E0201]: `shwo` is not expected here; wanted a statement
    1 | shwo revenue
      | ^~~~
      = help: did you mean `show`?
--- exit
1

=== a block item with letters swapped
--- args
check input.koers
--- input
source s from table t {
  jion customers on customer_id
}
--- stderr
input.koers:2:3: error[E0201]: `jion` is not expected here; wanted `}`, an item (dimension, join, measure ...)
    2 |   jion customers on customer_id
      |   ^~~~
      = help: did you mean `join`?
--- exit
1

=== an operand is missing
--- args
check input.koers
--- input
show a + * b
--- stderr
input.koers:1:10: error[E0201]: `*` is not expected here; wanted an expression
    1 | show a + * b
      |          ^
--- exit
1

=== an operand is missing before a clause
--- args
check input.koers
--- input
show a + where b
--- stderr
input.koers:1:10: error[E0202]: something is missing between `+` and `where`; wanted an expression
    1 | show a + where b
      |          ^~~~~
--- exit
1

=== a bracket closed too often
--- args
check input.koers
--- input
show revenue) by region
--- stderr
input.koers:1:13: error[E0201]: `)` is not expected here; wanted an operator, a clause (by, for, where ...), `as`, `,`, a statement
    1 | show revenue) by region
      |             ^
--- exit
1

=== a bracket left open
--- args
check input.koers
--- input
show (a + b by c
--- stderr
input.koers:1:13: error[E0201]: `by` is not expected here; wanted an operator, `)`
    1 | show (a + b by c
      |             ^~
input.koers:1:6: note: the `(` that stands here is open
    1 | show (a + b by c
      |      ^
--- exit
1

=== a block left open
--- args
check input.koers
--- input
source s from table t {
  key a
--- stderr
input.koers:2:8: error[E0202]: something is missing after `a`; wanted `,`, `}`, an item (dimension, join, measure ...)
    2 |   key a
      |        ^
input.koers:1:23: note: the `{` that stands here is open
    1 | source s from table t {
      |                       ^
--- exit
1

=== a clause written twice
--- args
check input.koers
--- input
show a by b where c by d
--- stderr
input.koers:1:6: error[E0301]: there is no measure `a`
    1 | show a by b where c by d
      |      ^
input.koers:1:11: error[E0301]: there is no dimension `b`
    1 | show a by b where c by d
      |           ^
input.koers:1:19: error[E0301]: there is no dimension `c`
    1 | show a by b where c by d
      |                   ^
input.koers:1:21: error[E0204]: the clause `by` is written twice
    1 | show a by b where c by d
      |                     ^~~~
input.koers:1:8: note: the first one stands here
    1 | show a by b where c by d
      |        ^~~~
--- exit
1

=== a clause in the script alone
--- args
check input.koers
--- input
by region
--- stderr
input.koers:1:1: error[E0211]: `by` is a clause, and there is no question before it
    1 | by region
      | ^~
      = help: a clause follows what is shown: show revenue by ...
--- exit
1

=== what if before show
--- args
check input.koers
--- input
what if a = 1 show revenue
--- stderr
input.koers:1:1: error[E0211]: `what` is a clause, and there is no question before it
    1 | what if a = 1 show revenue
      | ^~~~
      = help: a clause follows what is shown: show revenue what if ...
--- exit
1

=== an axis without brackets
--- args
check input.koers
--- input
show revenue on shipped by month
--- stderr
input.koers:1:14: error[E0205]: `on` does not follow a measure in a question
    1 | show revenue on shipped by month
      |              ^~
      = help: a context stands in brackets: revenue[on ...]
--- exit
1

=== a stock in a question
--- args
check input.koers
--- input
show pipeline while a until b
--- stderr
input.koers:1:15: error[E0205]: `while` does not follow a measure in a question
    1 | show pipeline while a until b
      |               ^~~~~
      = help: it belongs to the definition: measure m = ... while
--- exit
1

=== a spread in a question
--- args
check input.koers
--- input
show sum(amount) spread over working days
--- stderr
input.koers:1:18: error[E0205]: `spread` does not follow a measure in a question
    1 | show sum(amount) spread over working days
      |                  ^~~~~~
      = help: it belongs to the definition: measure m = ... spread
--- exit
1

=== a currency without brackets
--- args
check input.koers
--- input
show revenue in USD at today by month
--- stderr
input.koers:1:21: error[E0205]: `in` a currency stands in brackets
    1 | show revenue in USD at today by month
      |                     ^~
      = help: write revenue[in USD at ...]
--- exit
1

=== a filter in the block of a source
--- args
check input.koers
--- input
source s from table t { where a = 1 }
--- stderr
input.koers:1:25: error[E0206]: the filter of a source stands before its `{`
    1 | source s from table t { where a = 1 }
      |                         ^~~~~
      = help: write: from table t where C { ... }
--- exit
1

=== several dimensions after all
--- args
check input.koers
--- input
show revenue[all region, segment]
--- stderr
input.koers:1:26: error[E0207]: `segment` does not begin a context
    1 | show revenue[all region, segment]
      |                          ^~~~~~~
      = help: each dimension wants its `all`: [all a, all b]
--- exit
1

=== a condition in brackets without where
--- args
check input.koers
--- input
show revenue[region = "N"]
--- stderr
input.koers:1:14: error[E0207]: `region` does not begin a context
    1 | show revenue[region = "N"]
      |              ^~~~~~
      = help: a condition wants `where`: [where region = "N"]
--- exit
1

=== empty brackets
--- args
check input.koers
--- input
show revenue[]
--- stderr
input.koers:1:14: error[E0207]: `]` does not begin a context
    1 | show revenue[]
      |              ^
      = help: write a context: [previous year], [all], [where C]
--- exit
1

=== alarm if
--- args
check input.koers
--- input
show revenue alarm if revenue < 10k
--- stderr
input.koers:1:20: error[E0208]: `if` is not a word of Koers here
    1 | show revenue alarm if revenue < 10k
      |                    ^~
      = help: write `when`
--- exit
1

=== limit
--- args
check input.koers
--- input
list quote from quotes LIMIT 20
--- stderr
input.koers:1:24: error[E0208]: `LIMIT` is not a word of Koers here
    1 | list quote from quotes LIMIT 20
      |                        ^~~~~
      = help: write `top 20`
--- exit
1

=== case when
--- args
check input.koers
--- input
show case when a then b end
--- stderr
input.koers:1:6: error[E0208]: `case` is not a word of Koers here
    1 | show case when a then b end
      |      ^~~~
      = help: write `if(c, a, b)`
--- exit
1

=== group by and order by
--- args
check input.koers
--- input
show a group by b
show a order by b
--- stderr
input.koers:1:8: error[E0208]: `group` is not a word of Koers here
    1 | show a group by b
      |        ^~~~~
      = help: write `by`
input.koers:2:8: error[E0208]: `order` is not a word of Koers here
    2 | show a order by b
      |        ^~~~~
      = help: write `sort by`
--- exit
1

=== two signs for equal
--- args
check input.koers
--- input
show a where b == c
--- stderr
input.koers:1:16: error[E0208]: `==` is not a word of Koers here
    1 | show a where b == c
      |                ^~
      = help: write `=`
--- exit
1

=== a keyword as the name of a calendar
--- args
check input.koers
--- input
show revenue for market 2025
--- stderr
input.koers:1:25: error[E0209]: `2025` is not expected after `market`
    1 | show revenue for market 2025
      |                         ^~~~
      = help: a calendar named with a keyword stands in backquotes: `market` 2025
--- exit
1

=== a currency code in small letters
--- args
check input.koers
--- input
show 10 eur
--- stderr
input.koers:1:9: error[E0210]: `eur` is no currency code
    1 | show 10 eur
      |         ^~~
      = help: write the code in capitals: `EUR`
--- exit
1

=== an alias without as
--- args
check input.koers
--- input
show revenue share
--- stderr
input.koers:1:14: error[E0201]: `share` is not expected here; wanted an operator, a clause (by, for, where ...), `as`, `,`, a statement
    1 | show revenue share
      |              ^~~~~
      = help: another name for a column needs `as`: as share
--- exit
1

=== nested too deeply
--- args
check input.koers
--- input
show (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
--- stderr
input.koers:1:206: error[E0203]: this is nested too deeply; 200 levels are the limit
    1 | …(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))…
      |                                                                            ^
--- exit
1

=== brackets one after another, too many
--- args
check input.koers
--- input
show a[all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all]
--- stderr
input.koers:1:6: error[E0203]: this is nested too deeply; 200 levels are the limit
    1 | …a[all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all…
      |  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
input.koers:1:6: error[E0301]: there is no measure `a`
    1 | show a[all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all][all]…
      |      ^
--- exit
1

=== an expression in a text
--- args
check input.koers
--- input
text "x {a + } y"
--- stderr
input.koers:1:13: error[E0202]: something is missing after `+`; wanted an expression
    1 | text "x {a + } y"
      |             ^
--- exit
1

=== a brace in a text is not closed
--- args
check input.koers
--- input
text "x {a"
--- stderr
input.koers:1:9: error[E0202]: the `{` in this text is not closed
    1 | text "x {a"
      |         ^
      = help: write \{ for a brace that means itself
--- exit
1

=== a brace with nothing in it
--- args
check input.koers
--- input
text "x {}"
--- stderr
input.koers:1:10: error[E0202]: there is nothing here; wanted an expression
    1 | text "x {}"
      |          ^
--- exit
1

=== a spread over months
--- args
check input.koers
--- input
measure a = 1 spread over months
--- stderr
input.koers:1:27: error[E0201]: a target is spread over `days` or `working days`
    1 | measure a = 1 spread over months
      |                           ^~~~~~
--- exit
1

=== several errors, each once
--- args
check input.koers
--- input
measure a = 
measure b = sum(x) on y where z
show a bye b
source s from table t {
  key
  dimension d
  time t = = x
  measure m = count(
}
show b by c d
--- stderr
input.koers:1:12: error[E0202]: something is missing after `=`
    1 | measure a = 
      |            ^
input.koers:2:1: note: so `measure` was read as a name
    2 | measure b = sum(x) on y where z
      | ^~~~~~~
input.koers:3:8: error[E0201]: `bye` is not expected here; wanted an operator, a clause (by, for, where ...), `as`, `,`, a statement
    3 | show a bye b
      |        ^~~
      = help: did you mean `by`?
input.koers:5:6: error[E0202]: something is missing after `key`
    5 |   key
      |      ^
input.koers:6:3: note: so `dimension` was read as a name
    6 |   dimension d
      |   ^~~~~~~~~
input.koers:7:12: error[E0202]: something is missing between `=` and `=`; wanted an expression
    7 |   time t = = x
      |            ^
input.koers:8:21: error[E0202]: something is missing after `(`; wanted an expression, `)`
    8 |   measure m = count(
      |                     ^
input.koers:8:20: note: the `(` that stands here is open
    8 |   measure m = count(
      |                    ^
input.koers:10:13: error[E0201]: `d` is not expected here; wanted an operator, a clause (by, for, where ...), `as`, `,`, a statement
   10 | show b by c d
      |             ^
      = help: another name for a column needs `as`: as d
--- exit
1

=== two clauses of a brief
--- args
check input.koers
--- input
brief for a for b on today on today
--- stderr
input.koers:1:13: error[E0204]: the clause `for` is written twice
    1 | brief for a for b on today on today
      |             ^~~
input.koers:1:17: error[E0310]: there is no audience `b`
    1 | brief for a for b on today on today
      |                 ^
      = help: a person or a role stands in quotes
input.koers:1:28: error[E0204]: the clause `on` is written twice
    1 | brief for a for b on today on today
      |                            ^~
--- exit
1

=== a misspelt time unit
--- args
check input.koers
--- input
show revenue for last 3 mnths by region
show revenue[yeer to date]
show revenue by month for last 2 quaters
--- stderr
input.koers:1:25: error[E0201]: `mnths` is no time unit
    1 | show revenue for last 3 mnths by region
      |                         ^~~~~
      = help: did you mean `months`?
input.koers:2:14: error[E0201]: `yeer` is no time unit
    2 | show revenue[yeer to date]
      |              ^~~~
      = help: did you mean `year`?
input.koers:3:34: error[E0201]: `quaters` is no time unit
    3 | show revenue by month for last 2 quaters
      |                                  ^~~~~~~
      = help: did you mean `quarters`?
--- exit
1

=== a misspelt time unit at the end
--- args
check input.koers
--- input
show revenue for previous yaer
--- stderr
input.koers:1:27: error[E0201]: `yaer` is no time unit
    1 | show revenue for previous yaer
      |                           ^~~~
      = help: did you mean `year`?
--- exit
1

=== misspelt clauses
--- args
check input.koers
--- input
show revenue
  bye region
  wher a = 1
show revenue sort region
sourc s from table t
source s form table t { key a }
--- stderr
input.koers:2:3: error[E0201]: `bye` is not expected here; wanted an operator, a clause (by, for, where ...), `as`, `,`, a statement
    2 |   bye region
      |   ^~~
      = help: did you mean `by`?
input.koers:4:19: error[E0201]: `region` is not expected here; wanted `by`
    4 | show revenue sort region
      |                   ^~~~~~
input.koers:6:10: error[E0201]: `form` is not expected here; wanted a quoted text, `from`
    6 | source s form table t { key a }
      |          ^~~~
      = help: did you mean `from`?
--- exit
1

=== a name between number and clause
--- args
check input.koers
--- input
show revenue top ten
--- stderr
input.koers:1:18: error[E0201]: `ten` is not expected here; wanted a number, a parameter
    1 | show revenue top ten
      |                  ^~~
--- exit
1

=== a text left open in a block is one mistake
--- args
check input.koers
--- input
source orders from table orders {
  dimension size "Small
}
show n
--- exit
1
--- stderr
input.koers:2:18: error[E0103]: the text that starts here is not closed
    2 |   dimension size "Small
      |                  ^

=== a wrong word where the text ends in a block is one mistake
--- args
check input.koers
--- input
source orders from table orders {
  entity order kay
--- exit
1
--- stderr
input.koers:2:16: error[E0201]: `kay` is not expected here; wanted a quoted text, `key`
    2 |   entity order kay
      |                ^~~
      = help: did you mean `key`?

=== words of the prompt and names alone in a script
--- args
check input.koers
--- input
describe revenue
show 1 as one
help
revenue
--- stderr
input.koers:1:1: error[E0208]: `describe` is a command of the prompt
    1 | describe revenue
      | ^~~~~~~~
      = help: `koers describe FILE` lists what there is to ask; in a script `explain NAME` says what a name stands for
input.koers:3:1: error[E0208]: `help` is a command of the prompt
    3 | help
      | ^~~~
      = help: the prompt starts with `koers STORE`
--- exit
1

=== a misspelt second word of a statement that follows another
--- args
check input.koers
--- input
use "model.koers"
map stering
check stearing
brief fr board
--- stdout
--- stderr
input.koers:1:5: error[E0701]: cannot read `model.koers`: No such file or directory
    1 | use "model.koers"
      |     ^~~~~~~~~~~~~
input.koers:2:5: error[E0201]: `stering` is not expected here
    2 | map stering
      |     ^~~~~~~
      = help: did you mean `steering`?
input.koers:3:7: error[E0201]: `stearing` is not expected here
    3 | check stearing
      |       ^~~~~~~~
      = help: did you mean `steering`?
input.koers:4:7: error[E0201]: `fr` is not expected here
    4 | brief fr board
      |       ^~
      = help: did you mean `for`?
--- exit
1
