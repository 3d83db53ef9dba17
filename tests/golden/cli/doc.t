=== what a module of one's own says
--- file shop/own.koers
-- Who buys, and how much? Asked by month.
--
-- More about it. A list:
-- - one
-- - two
--
-- ```koers
-- show turnover
--   by month
-- ```

-- Net, without tax.
require measure revenue : money(EUR)
require dimension customer -- who pays
/* A block
 * of two lines. */
measure turnover "K9 net: revenue * 2" : money(EUR) = revenue -- not all of it
    * 2

-- Not about anything.

measure plain = if(revenue > 0,  -- so far
                   revenue)
dimension big "Buys much" = revenue > 10k
let half(x) = x / 2
report months(year : period, best = 10) "Months of {$year}"
  question "Are we on course?"
  level operational  audience reps, managers  rhythm monthly
{
  show turnover by month for $year
  text "C4: gross less what is given away."
}
profile season by month weights 60%, 40%
--- args
doc shop.own
--- stdout
shop.own

  Who buys, and how much? Asked by month.

  More about it. A list:
  - one
  - two

    show turnover
      by month

Requires
  measure revenue : money(EUR)
    Net, without tax.
  dimension customer
    who pays

Measures
  turnover : money(EUR) (K9)
    net: revenue * 2
    A block of two lines.
    = revenue * 2
  plain
    = if(revenue > 0, revenue)

Dimensions
  big
    Buys much
    = revenue > 10k

Functions
  half(x)
    = x / 2

Profiles
  season

Reports
  months(year : period, best = 10) (C4)
    Months of {$year}
    Are we on course?
    For level operational, audience reps, managers, rhythm monthly
    gross less what is given away.

=== as Markdown, for a page
--- input
/* What the tables mean. */
open "nowhere.db"

-- One row per order.
source orders "Orders" from table orders {
  entity order key id label name
  dimension status, is_big = amount > 10 or name || "x" = "y"
  -- Counted by day of the order.
  measure n "K1: rows" = count()
}
-- What a customer brings.
measure each = n / 2
report r() { show n }
report s(kind : dimension) "C3 by {$kind}" { show n by $kind }
--- args
doc --format md input.koers
--- stdout
## input.koers

What the tables mean.

| measure | meaning |
| --- | --- |
| `each` | `n / 2`. What a customer brings. |

Report `r()`.

Report `s(kind : dimension)`: by {$kind}.
C3

### source orders

Orders. One row per order.

| measure | K | meaning |
| --- | --- | --- |
| `n` | K1 | rows. Counted by day of the order. |

| dimension | kind | meaning |
| --- | --- | --- |
| `order` | entity |  |
| `status` |  |  |
| `is_big` |  | `amount > 10 or name \|\| "x" = "y"` |

=== modules of one's own stand in the list
--- file lib/shop/own.koers
-- Who buys (K9): and how much?

require measure revenue
--- file lib/shop/broken.koers
measure = 1
--- file lib/shop/silent.koers
measure a = 1
--- file lib/notes.txt
no module
--- args
--version >/dev/null; KOERS_PATH=lib "$KOERS" doc | grep -A1 shop
--- stdout
shop.broken
shop.own                        Who buys (K9)
shop.silent

=== a module that is not there, and one that is no Koers
--- file bad.koers
measure = 1
--- args
doc sales.pipelin bad.koers nowhere.koers
--- stderr
bad.koers:1:9: error[E0201]: `=` is not expected here; wanted a name
    1 | measure = 1
      |         ^
koers: error[E0707]: there is no module `sales.pipelin`
      = help: did you mean `sales.pipeline`?
      = note: looked for sales/pipelin.koers
koers: error[E0701]: cannot read `nowhere.koers`: No such file or directory
--- exit
1

=== doc is for people
--- args
doc --format csv
--- stderr
koers: doc is printed as table, for a terminal, or md
--- exit
2

=== doc at the prompt
--- schema shop
--- args
--version >/dev/null; printf 'doc sales.contribution\n' | "$KOERS" | head -10 | tail -5; printf '\\doc nowhere\n' | "$KOERS"
--- stdout

  Example: `examples/adventureworks/questions/contribution.koers`.

Requires
  measure revenue : money
--- stderr
koers: error[E0707]: there is no module `nowhere`
      = help: `koers doc` lists the modules that there are
      = note: looked for nowhere.koers
--- exit
1
