=== values come in the order that their dimension declares, as lines and as columns
--- schema steps
--- input
open "store.db"
source steps from table steps {
  entity step key name sort by place
}
source deals from table deals {
  entity    deal key deal_id
  join      steps on step
  dimension size = if(amount < 100, "small", amount < 1000, "medium", "large") sort by amount
  dimension level = step
  measure   deals = count()
}
show deals by step with total
show deals by size across step
show deals by step, size sort by step descending
dimension stage = step
show deals by stage
show many by step from (show deals as many by step, size)
list deal, step, size from deals sort by size, step descending, deal
--- stdout
step    deals
──────  ─────
talk        2
offer       1
agreed      1
lost        1
(none)      2
──────  ─────
total       7

size    talk  offer  agreed  lost  (none)
──────  ────  ─────  ──────  ────  ──────
small      1      0       0     1       1
medium     1      1       0     0       0
large      0      0       1     0       1

step    size    deals
──────  ──────  ─────
lost    small       1
agreed  large       1
offer   medium      1
talk    small       1
        medium      1
(none)  small       1
        large       1

stage   deals
──────  ─────
talk        2
offer       1
agreed      1
lost        1
(none)      2

step    many
──────  ────
talk       2
offer      1
agreed     1
lost       1
(none)     2

deal  step    size
────  ──────  ──────
   1  talk    small
   5  lost    small
   6  (none)  small
   4  talk    medium
   2  offer   medium
   7  dream   large
   3  agreed  large

=== an order that cannot be read
--- schema steps
--- input
open "store.db"
source steps from table steps {
  entity    step key name sort by height
  dimension part = if(place < 3, 1, 2) sort by nothing
}
show step from steps
--- stderr
input.koers:3:35: error[E0307]: `steps` has no column or dimension `height`
    3 |   entity    step key name sort by height
      |                                   ^~~~~~
input.koers:4:48: error[E0307]: `steps` has no column or dimension `nothing`
    4 |   dimension part = if(place < 3, 1, 2) sort by nothing
      |                                                ^~~~~~~
--- exit
1

=== an order is of the dimension that others conform to
--- schema steps
--- input
open "store.db"
source steps from table steps {
  key       name
  dimension step = name sort by -place
}
source deals from table deals {
  key       deal_id
  dimension at_step = step conforms steps.step
  measure   deals = count()
}
show deals by at_step
--- stdout
at_step  deals
───────  ─────
agreed       1
offer        1
talk         2
dream        1
lost         1
(none)       1
