=== a window wants rows with a time
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
list order_id, (wishes per customer before ordered) as w from orders
--- stderr
input.koers:12:17: error[E0606]: `wishes` has no time axis, so nothing in it is before or after
   12 | list order_id, (wishes per customer before ordered) as w from orders
      |                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: declare when its rows happen: `time day = column`
--- exit
1

=== a row without a key cannot be told from others at its time
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
list clicked, (clicks per customer until clicked) as w from clicks
--- stderr
input.koers:12:16: error[E0502]: a row is never its own event, and without a key `clicks` cannot tell it from others
   12 | list clicked, (clicks per customer until clicked) as w from clicks
      |                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: declare it: `key column`
--- exit
1

=== a window is kept per entity or dimension
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
list order_id, (buys per month before ordered) as w from orders
--- stderr
input.koers:12:26: error[E0640]: a window has its own time; it is kept per entity or dimension
   12 | list order_id, (buys per month before ordered) as w from orders
      |                          ^~~~~
      = help: write `per customer before ordered within 3 months`
--- exit
1

=== a window has no other period
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
list order_id, (revenue[for 2025] per customer before ordered) as w from orders
--- stderr
input.koers:12:17: error[E0640]: an event window cannot look at another period or level
   12 | list order_id, (revenue[for 2025] per customer before ordered) as w from orders
      |                 ^~~~~~~~~~~~~~~~~
      = help: the window itself says which rows count; `[where ...]` and `[on ...]` may stand in a bracket
--- exit
1

=== a window looks at rows
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
list order_id, (avg(revenue per customer) per region before ordered) as w from orders
--- stderr
input.koers:12:17: error[E0640]: an event window cannot look at an aggregate of values per key
   12 | list order_id, (avg(revenue per customer) per region before ordered) as w from orders
      |                 ^~~~~~~~~~~~~~~~~~~~~~~~~
      = help: take a plain measure, or an aggregate of rows
--- exit
1

=== a window wants a time
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
list order_id, (buys per customer before channel) as w from orders
--- stderr
input.koers:12:42: error[E0401]: a window wants a date or moment of the row, found text
   12 | list order_id, (buys per customer before channel) as w from orders
      |                                          ^~~~~~~
      = help: write `before ordered`, `after (ordered + 1 days)`
--- exit
1

=== nothing is less than no days away
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
list order_id, (buys per customer before ordered within 0 days) as w from orders
--- stderr
input.koers:12:35: error[E0640]: nothing is less than 0 days away
   12 | list order_id, (buys per customer before ordered within 0 days) as w from orders
      |                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
--- exit
1

=== what is no aggregate
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
list order_id, (1 per customer before ordered) as w from orders
--- stderr
input.koers:12:17: error[E0640]: an event window cannot look at what is no aggregate of rows
   12 | list order_id, (1 per customer before ordered) as w from orders
      |                 ^
      = help: take a measure, or `count()`
--- exit
1

=== a window is a value of a row
--- schema visits
--- args
check input.koers
--- input
\shared schema/visits.koers
show buys per customer before ordered within 1 days by region
--- stderr
input.koers:12:6: error[E0605]: a value per key is many values; a line shows one
   12 | show buys per customer before ordered within 1 days by region
      |      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: it is a value of a row: put it into `by`, `where`, a `dimension` or an aggregate of rows
--- exit
1

=== a window does not look at a stock
--- schema visits
--- args
check input.koers
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name }
source orders from table orders { key order_id  join customers on customer_id  time ordered = ordered  measure n = count()  measure open = count() while ordered until (ordered + 30 days) }
list order_id, (open per customer before ordered) as w from orders
--- stderr
input.koers:4:17: error[E0640]: an event window cannot look at a stock
    4 | list order_id, (open per customer before ordered) as w from orders
      |                 ^~~~
      = help: take a plain measure, or an aggregate of rows
--- exit
1
