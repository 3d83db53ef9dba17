=== a question with its clauses
--- args
--dump=ast input.koers
--- input
show revenue, revenue / orders as average by region, quarter for last 4 quarters where region in ("A", "B") and not x having revenue > 10k sort by revenue descending top 3 per region by revenue with total, others
--- stdout
question
  show
    path revenue
    chain
      path revenue
      :/
      path orders
    as average
    by
      path region
      path quarter
    for
      relative :last 4 :quarter
    where
      chain
        in-list
          path region
          text "A"
          text "B"
        :and
        unary :not
          path x
    having
      compare :>
        path revenue
        number 10000
    sort by
      path revenue
      :descending
    top 3
      per
        path region
      by
        path revenue
    with :total :others

=== operators bind as written
--- args
--dump=ast input.koers
--- input
show 1 + 2 * 3 - 4, -a * b, not a = 1 and b = 2 or c = 3, (revenue / orders) per customer
--- stdout
question
  show
    chain
      number 1
      :+
      chain
        number 2
        :*
        number 3
      :-
      number 4
    chain
      unary :negate
        path a
      :*
      path b
    chain
      chain
        unary :not
          compare :=
            path a
            number 1
        :and
        compare :=
          path b
          number 2
      :or
      compare :=
        path c
        number 3
    per
      chain
        path revenue
        :/
        path orders
      keys
        path customer

=== a source
--- args
--dump=ast input.koers
--- input
source lines "Order lines" from table order_lines where kind != "x" {
  key order_id, line_no
  join people as owner on owner_id
  time ordered = order_date by day
  dimension channel = coalesce(channel, "direct"), region conforms customers.region
  measure revenue "Net" : money(EUR) = sum(quantity * price) on ordered where price > 0
}
--- stdout
source lines
  title "Order lines"
  table
    path order_lines
  where
    compare :!=
      path kind
      text "x"
  key
    names order_id line_no
  join people
    role owner
    on owner_id
  time ordered
    path order_date
    by :day
  dimension channel
    value
      call coalesce
        path channel
        text "direct"
    region
    conforms
      path customers region
  measure revenue
    title "Net"
    type money EUR
    call sum
      chain
        path quantity
        :*
        path price
    on
      path ordered
    where
      compare :>
        path price
        number 0

=== orders of an entity and a dimension
--- args
--dump=ast input.koers
--- input
source steps from table steps {
  entity    step key name label title sort by place
  dimension half = if(place < 3, 1, 2) sort by -place, kind sort by name
}
--- stdout
source steps
  table
    path steps
  entity step
    key name
    label title
    sort by
      path place
  dimension half
    value
      call if
        compare :<
          path place
          number 3
        number 1
        number 2
    sort by
      unary :negate
        path place
    kind
    sort by
      path name

=== a report and its run
--- args
--dump=ast input.koers
--- input
report r(year : period = this year, slice : dimension = team) "In {$year}" { show revenue by $slice for $year }
run r(year: 2024) to "a.csv" what if a = 1, b = a
cascade a to 2 for 2026 holding b
--- stdout
report r
  param year
    type period
    default
      relative :this :year
  param slice
    type dimension
    default
      path team
  report-title
    title "In "
      parameter year
  question
    show
      path revenue
      by
        parameter slice
      for
        parameter year
run
  path r
  arg year
    number 2024
  assign
    path a
    number 1
  assign
    path b
    path a
  to "a.csv"
cascade
  path a
  number 2
  show
    for
      number 2026
    holding
      paths
        path b

=== a file with a mistake shows what was read
--- args
--dump=ast input.koers
--- input
show a by by
show b
--- stdout
question
  show
    path b
--- stderr
input.koers:1:11: error[E0202]: something is missing between `by` and `by`; wanted an expression
    1 | show a by by
      |           ^~
--- exit
1
