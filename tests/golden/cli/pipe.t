=== lines of a pipe are counted from its beginning
--- schema shop
--- args
store.db
--- stdin
-- a comment

source orders from table orders {
  dimension status
  measure n = count()
}

show n

show n
  by status
  where statsu = "done"
--- stdout
n
─
6
--- stderr
<stdin>:12:9: error[E0301]: there is no dimension `statsu`
   12 |   where statsu = "done"
      |         ^~~~~~
      = help: did you mean `status`?
--- exit
1

=== so are those of definitions
--- schema shop
--- args
store.db
--- stdin
show 1 as a

source orders from table orders {
  measure n = count()
}
measure m = n +
  k
show n
--- stdout
a
─
1
--- stderr
<stdin>:7:3: error[E0301]: there is no measure `k`
    7 |   k
      |   ^
--- exit
1
