=== bullets
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders, slow + 1 as wanted, freight by region chart bullet
--- stdout
region  orders  wanted  freight
──────  ──────  ──────  ───────
North        2       1    €4.90
South        2       2   €19.75
(none)       2       1    €4.35

▆ orders  ┃ wanted
North   2 of 1  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆┃▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
South   2 of 2  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆┃
(none)  2 of 1  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆┃▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
freight has nothing to stand against and is not drawn

=== bullets without a dimension
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders, slow chart bullet
--- stdout
orders  slow
──────  ────
     6     1

▆ orders  ┃ slow
6 of 1  ▆▆▆▆▆▆▆▆▆▆▆▆┃▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆

=== sparklines
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders, freight by status, quarter for 2025 chart sparkline
--- stdout
status  quarter  orders   freight
──────  ───────  ───────  ────────
done    2025-Q1       3◔   €20.25◔
        2025-Q2       2     €8.75
        2025-Q3       –         –
        2025-Q4       –         –
open    2025-Q1       1◔    €0.00◔
        2025-Q2       0     €0.00
        2025-Q3       –         –
        2025-Q4       –         –

orders
done  █▁    2
open  █▁    0

freight
done  █▁    €8.75
open  ▁▁    €0.00

=== a bullet needs two measures of one unit
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
show orders, freight by region chart bullet
show orders by region chart sparkline
--- stderr
input.koers:4:38: error[E0670]: `chart bullet` needs two measures of one unit
    4 | show orders, freight by region chart bullet
      |                                      ^~~~~~
      = help: show what is and behind it what was wanted, or take `chart bar`
input.koers:5:29: error[E0670]: `chart sparkline` goes along time or another ordered dimension
    5 | show orders by region chart sparkline
      |                             ^~~~~~~~~
      = help: add one, as in `by month`, or take `chart bar`
--- exit
1
