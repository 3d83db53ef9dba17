=== bars
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show freight by region chart bar
--- stdout
region  freight
──────  ───────
North     €4.90
South    €19.75
(none)    €4.35

freight
North    €4.90  ███████████████▉
South   €19.75  ████████████████████████████████████████████████████████████████
(none)   €4.35  ██████████████▏

=== bars of two dimensions, and total lines left out
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show freight, orders by region, status with total, subtotals chart bar
--- stdout
region  status  freight  orders
──────  ──────  ───────  ──────
North   done      €4.90       1
        open      €0.00       1
        total     €4.90       2
South   done     €19.75       2
        total    €19.75       2
(none)  done      €4.35       2
        total     €4.35       2
──────  ──────  ───────  ──────
total            €29.00       6

freight
North   done   €4.90  ██████████████▍
        open   €0.00
South   done  €19.75  ██████████████████████████████████████████████████████████
(none)  done   €4.35  ████████████▊

orders
North   done  1  ███████████████████████████████▌
        open  1  ███████████████████████████████▌
South   done  2  ███████████████████████████████████████████████████████████████
(none)  done  2  ███████████████████████████████████████████████████████████████

=== a line over time
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show freight by month for 2025-01 .. 2025-06 chart line
--- stdout
month    freight
───────  ────────
2025-01    €4.90◔
2025-02   €12.00
2025-03    €3.35
2025-04    €0.00
2025-05    €7.75
2025-06    €1.00

freight
€15 ┤
    │
    │         ⡠⢢
    │       ⢀⠜  ⠑⡄
€10 ┤     ⢀⠔⠁    ⠈⢆
    │    ⡠⠃        ⠱⡀                        ⡀
    │  ⡠⠊           ⠘⢄                     ⢀⠎⠈⠢⡀
 €5 ┤⢀⠜               ⠣⡀                 ⢀⠔⠁   ⠈⠢⡀
    │◔                 ⠑⢄               ⡠⠊       ⠈⠢⡀
    │                   ⠈⠢⢄⡀          ⢀⠎           ⠈⠢⡀
    │                      ⠈⠑⠢⢄⡀    ⢀⠔⠁              ⠈⠢⡀
 €0 ┤                          ⠈⠑⠢⢄⡠⠊                  ⠈
    └───────────────────────────────────────────────────
     2025-01          2025-03             2025-05

=== lines of two measures of one unit, and one of another
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders, slow, late by month for 2025-01 .. 2025-06 chart line
--- stdout
month    orders   slow    late
───────  ───────  ─────  ──────
2025-01       1◔     0◔   0.0%◔
2025-02       2      1   50.0%
2025-03       1      0    0.0%
2025-04       0      0       –
2025-05       1      0    0.0%
2025-06       1      0    0.0%

● orders  ○ slow
2 ┤        ⢀⠔●⢄
  │       ⡠⠊  ⠈⠢⡀
  │     ⡠⠊      ⠈⠢⡀
  │   ⢀⠔⠁         ⠑⢄
  │ ⢀⠔⠁             ⠑⢄
1 ┤◔⠊        ○       ⠈⠢●                   ●⣀⣀⣀⣀⣀⣀⣀⣀⣀●
  │        ⢀⠎⠈⢢        ⠈⢢                ⢀⠎
  │      ⢀⠔⠁   ⠑⢄        ⠑⢄            ⢀⠔⠁
  │     ⡠⠊       ⠣⡀        ⠣⡀         ⡠⠊
  │   ⢀⠎          ⠈⢢        ⠈⢢      ⢀⠎
  │ ⢀⠔⠁             ⠑⢄        ⠑⢄  ⢀⠔⠁
0 ┤◔⠊                 ⠣○⣀⣀⣀⣀⣀⣀⣀⣀⣣●⣊⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀⣀○
  └───────────────────────────────────────────────────
   2025-01          2025-03             2025-05

late
50% ┤         ⢠⢣
    │        ⢠⠃ ⢣
40% ┤       ⢀⠎  ⠈⢆
    │       ⡎    ⠈⡆
30% ┤      ⡜      ⠘⡄
    │     ⡸        ⠸⡀
    │    ⢰⠁         ⢱
20% ┤   ⢠⠃           ⢣
    │  ⢀⠇             ⢇
10% ┤ ⢀⠎              ⠈⢆
    │ ⡜                ⠘⡄
 0% ┤◔                  ⠘⡄                   ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
    └───────────────────────────────────────────────────
     2025-01          2025-03             2025-05

=== lines per value of across, and the total left out
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders by month across status for 2025-01 .. 2025-06 with total chart line
--- stdout
month    done   open   total
───────  ─────  ─────  ──────
2025-01     1◔     0◔      1◔
2025-02     1      1       2
2025-03     1      0       1
2025-04     0      0       0
2025-05     1      0       1
2025-06     1      0       1
───────  ─────  ─────  ──────
total       5◔     1◔      6◔

orders
● done  ○ open
1 ┤◔⠉⠉⠉⠉⠉⠉⠉⠉⢩●⠉⠉⠉⠉⠉⠉⠉⠉⠉●                  ⢠●⠉⠉⠉⠉⠉⠉⠉⠉⠉●
  │        ⢠⠃ ⢣         ⢣                ⢠⠃
  │       ⢀⠎  ⠈⢆        ⠈⢆              ⢀⠎
  │       ⡎    ⠈⡆        ⠈⡆             ⡎
  │      ⡜      ⠘⡄        ⠘⡄           ⡜
  │     ⡸        ⠸⡀        ⠸⡀         ⡸
  │    ⢰⠁         ⢱         ⢱        ⢰⠁
  │   ⢠⠃           ⢣         ⢣      ⢠⠃
  │  ⢀⠇             ⢇         ⢇    ⢀⠇
  │ ⢀⠎              ⠈⢆        ⠈⢆  ⢀⠎
  │ ⡜                ⠘⡄        ⠘⡄ ⡜
0 ┤◔                  ⠘○⣀⣀⣀⣀⣀⣀⣀⣀⣘●⣀⣀⣀⣀⣀⣀⣀⣀⣀○⣀⣀⣀⣀⣀⣀⣀⣀⣀○
  └───────────────────────────────────────────────────
   2025-01          2025-03             2025-05

=== columns; a year beside its quarter is no series
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show freight by year, quarter for 2025 chart column
--- stdout
year  quarter  freight
────  ───────  ────────
2025  2025-Q1   €20.25◔
      2025-Q2    €8.75
      2025-Q3        –
      2025-Q4        –

freight
€25 ┤
    │
€20 ┤ ▒▒▒▒▒▒▒▒
    │ ▒▒▒▒▒▒▒▒
€15 ┤ ▒▒▒▒▒▒▒▒
    │ ▒▒▒▒▒▒▒▒
€10 ┤ ▒▒▒▒▒▒▒▒ ▄▄▄▄▄▄▄▄
    │ ▒▒▒▒▒▒▒▒ ████████
 €5 ┤ ▒▒▒▒▒▒▒▒ ████████
    │ ▒▒▒▒▒▒▒▒ ████████
 €0 └─────────────────────────────────────
       2025-Q1  2025-Q2  2025-Q3  2025-Q4
▒ covers its period in part

=== columns below zero
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders - 1 as more by month for 2025-01 .. 2025-06 chart column
--- stdout
month    more
───────  ─────
2025-01     0◔
2025-02     1
2025-03     0
2025-04    -1
2025-05     0
2025-06     0

more
 1 ┤          ████████
   │          ████████
   │          ████████
   │          ████████
   │          ████████
 0 └───────────────────────────────────────────────────────
   │                            ████████
   │                            ████████
   │                            ████████
   │                            ████████
-1 ┤                            ████████
      2025-01  2025-02  2025-03  2025-04  2025-05  2025-06
▒ covers its period in part

=== columns of two dimensions are plots on one scale
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders by status, quarter for 2025 chart column
--- stdout
status  quarter  orders
──────  ───────  ───────
done    2025-Q1       3◔
        2025-Q2       2
        2025-Q3       –
        2025-Q4       –
open    2025-Q1       1◔
        2025-Q2       0
        2025-Q3       –
        2025-Q4       –

orders
done
4 ┤
  │ ▒▒▒▒▒▒▒▒
2 ┤ ▒▒▒▒▒▒▒▒ ▄▄▄▄▄▄▄▄
  │ ▒▒▒▒▒▒▒▒ ████████
  │ ▒▒▒▒▒▒▒▒ ████████
0 └─────────────────────────────────────
     2025-Q1  2025-Q2  2025-Q3  2025-Q4

open
4 ┤
  │
2 ┤
  │
  │ ▒▒▒▒▒▒▒▒
0 └─────────────────────────────────────
     2025-Q1  2025-Q2  2025-Q3  2025-Q4
▒ covers its period in part

=== an area; what is not over is lighter
--- schema shop
--- args
run input.koers --today 2025-05-10
--- input
\shared schema/shop_orders.koers
show orders by month for 2025-01 .. 2025-06 chart area
--- stdout
month    orders
───────  ───────
2025-01       1◔
2025-02       2
2025-03       1
2025-04       0
2025-05       1◔
2025-06       1◔

orders
2 ┤         ▄█▄
  │       ▄█████▄
  │     ▄█████████▄
  │   ▄█████████████▄
  │ ▄█████████████████▄
1 ┤▒████████████████████▄                  ▒▒▒▒▒▒▒▒▒▒▒
  │▒██████████████████████▄             ▒▒▒▒▒▒▒▒▒▒▒▒▒▒
  │▒████████████████████████▄         ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
  │▒██████████████████████████▄      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
  │▒████████████████████████████▄ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
0 └───────────────────────────────────────────────────
   2025-01          2025-03             2025-05
▒ covers its period in part

=== a funnel of measures
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders, slow chart funnel
--- stdout
orders  slow
──────  ────
     6     1

           of first  of prev.
orders  6    100.0%            █████████████████████████████████████████████████
slow    1     16.7%     16.7%                      ████████

=== a funnel with a zero step
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders, slow - slow as none, slow chart funnel
--- stdout
orders  none  slow
──────  ────  ────
     6     0     1

           of first  of prev.
orders  6    100.0%            █████████████████████████████████████████████████
none    0      0.0%      0.0%
slow    1     16.7%         –                      ████████

=== a waterfall adds up
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders - 2 as more by month for 2025-01 .. 2025-06 chart waterfall
--- stdout
month    more
───────  ─────
2025-01    -1◔
2025-02     0
2025-03    -1
2025-04    -2
2025-05    -1
2025-06    -1

more
2025-01  -1◔  -1                                                     ▒▒▒▒▒▒▒▒▒▒│
2025-02   0   -1                                                               │
2025-03  -1   -2                                           ▒▒▒▒▒▒▒▒▒▒          │
2025-04  -2   -4                      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒                    │
2025-05  -1   -5            ▒▒▒▒▒▒▒▒▒▒                                         │
2025-06  -1   -6  ▒▒▒▒▒▒▒▒▒▒                                                   │
total         -6  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│

=== a heatmap
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders by region, month for 2025-01 .. 2025-06 chart heatmap
--- stdout
region  month    orders
──────  ───────  ───────
North   2025-01       1◔
        2025-02       1
        2025-03       0
        2025-04       0
        2025-05       0
        2025-06       0
South   2025-01       0◔
        2025-02       1
        2025-03       0
        2025-04       0
        2025-05       1
        2025-06       0
(none)  2025-01       0◔
        2025-02       0
        2025-03       1
        2025-04       0
        2025-05       0
        2025-06       1

orders
        2025-01 2025-02 2025-03 2025-04 2025-05 2025-06
North   ███████ ███████ ░░░░░░░ ░░░░░░░ ░░░░░░░ ░░░░░░░
South   ░░░░░░░ ███████ ░░░░░░░ ░░░░░░░ ███████ ░░░░░░░
(none)  ░░░░░░░ ░░░░░░░ ███████ ░░░░░░░ ░░░░░░░ ███████
        0 ░░▒▒▓▓██ 1

=== a heatmap with across
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders by status across quarter for 2025 with total chart heatmap
--- stdout
status  2025-Q1   2025-Q2  2025-Q3  2025-Q4  total
──────  ────────  ───────  ───────  ───────  ──────
done          3◔        2        –        –      5◔
open          1◔        0        –        –      1◔
──────  ────────  ───────  ───────  ───────  ──────
total         4◔        2        –        –      6◔

orders
      2025-Q1 2025-Q2 2025-Q3 2025-Q4
done  ███████ ▓▓▓▓▓▓▓    –       –
open  ▒▒▒▒▒▒▒ ░░░░░░░    –       –
      0 ░░▒▒▓▓██ 3

=== nothing but zeros, and empty values
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders - orders as nil, late by month for 2025-04 .. 2025-05 chart bar
--- stdout
month    nil  late
───────  ───  ────
2025-04    0     –
2025-05    0  0.0%

nil
2025-04  0
2025-05  0

late
2025-04     –
2025-05  0.0%

=== no lines
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders by status where status = "none" sparse chart bar
--- stdout
status  orders
──────  ──────
(no lines)

(nothing to draw)

=== one line
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders by status where status = "open" chart column
--- stdout
status  orders
──────  ──────
open         1

orders
1 ┤ █████
  │ █████
  │ █████
  │ █████
  │ █████
  │ █████
  │ █████
  │ █████
  │ █████
  │ █████
0 └───────
    open

=== no chart in CSV
--- schema shop
--- args
run input.koers --format csv
--- input
\shared schema/shop_orders.koers
show orders by status chart bar
--- stdout
status,orders
done,5
open,1

=== a chart in Markdown is a block of code
--- schema shop
--- args
run input.koers --format md
--- input
\shared schema/shop_orders.koers
show orders by status chart bar
--- stdout
| status | orders |
| ------ | -----: |
| done   |      5 |
| open   |      1 |

```text
orders
done  5  ███████████████████████████████████████████████████████████████████████
open  1  ██████████████▎
```

=== chart none, and charts switched off
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
show orders by status chart none
set chart = off
show orders by status chart bar
set chart = on
show orders chart bar
--- stdout
status  orders
──────  ──────
done         5
open         1

status  orders
──────  ──────
done         5
open         1

orders
──────
     6

orders  6  █████████████████████████████████████████████████████████████████████

=== numbers of a locale
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
\shared schema/shop_orders.koers
set locale = de_DE
show freight by month for 2025-01 .. 2025-03 chart column
--- stdout
month    freight
───────  ────────
2025-01   4,90 €◔
2025-02  12,00 €
2025-03   3,35 €

freight
15 € ┤
     │
     │          ████████
10 € ┤          ████████
     │          ████████
     │          ████████
     │          ████████
 5 € ┤ ▒▒▒▒▒▒▒▒ ████████ ▂▂▂▂▂▂▂▂
     │ ▒▒▒▒▒▒▒▒ ████████ ████████
     │ ▒▒▒▒▒▒▒▒ ████████ ████████
 0 € └────────────────────────────
        2025-01  2025-02  2025-03
▒ covers its period in part

=== a chart that does not exist
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
show orders by status chart pie
--- stderr
input.koers:4:29: error[E0670]: there is no chart `pie`
    4 | show orders by status chart pie
      |                             ^~~
      = help: charts are line, bar, column, area, funnel, waterfall, heatmap, bullet, sparkline, none
--- exit
1

=== a chart with a slip
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
show orders by status chart colum
--- stderr
input.koers:4:29: error[E0670]: there is no chart `colum`
    4 | show orders by status chart colum
      |                             ^~~~~
      = help: did you mean `column`?
--- exit
1

=== a line without an order
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
show orders by status chart line
--- stderr
input.koers:4:29: error[E0670]: `chart line` goes along time or another ordered dimension
    4 | show orders by status chart line
      |                             ^~~~
      = help: add one, as in `by month`, or take `chart bar`
--- exit
1

=== the number of a labelled thing is no order
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
show orders by customer chart area
--- stderr
input.koers:4:31: error[E0670]: `chart area` goes along time or another ordered dimension
    4 | show orders by customer chart area
      |                               ^~~~
      = help: add one, as in `by month`, or take `chart bar`
--- exit
1

=== a heatmap of one dimension
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
show orders by status chart heatmap
--- stderr
input.koers:4:29: error[E0670]: `chart heatmap` needs two dimensions
    4 | show orders by status chart heatmap
      |                             ^~~~~~~
      = help: add one to `by`, or take `chart bar`
--- exit
1

=== a waterfall of percents
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
show late by status chart waterfall
--- stderr
input.koers:4:27: error[E0670]: `chart waterfall` adds its steps up, and percents do not add up
    4 | show late by status chart waterfall
      |                           ^~~~~~~~~
      = help: show the amounts, or take `chart column`
--- exit
1

=== nothing to draw
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
show status chart bar
--- stderr
input.koers:4:19: error[E0670]: `chart bar` has no number to draw
    4 | show status chart bar
      |                   ^~~
      = help: put a measure behind `show`
--- exit
1

=== a list has no chart
--- schema shop
--- args
check input.koers
--- input
\shared schema/shop_orders.koers
list order, status from orders chart bar
--- stderr
input.koers:4:32: error[E0611]: a list has one line per row; `chart` goes with `show`
    4 | list order, status from orders chart bar
      |                                ^~~~~~~~~
      = help: write `show ... by ...`
--- exit
1

=== charts are on or off
--- schema shop
--- args
check input.koers
--- input
set chart = "often"
--- stderr
input.koers:1:13: error[E0702]: `chart` is set to on or off, as in `set chart = off`
    1 | set chart = "often"
      |             ^~~~~~~
--- exit
1

=== the waterfall of a bridge ends at its closing
--- schema none
--- args
run input.koers --today 2024-04-15
--- input
open "store.db"
source d from sql "select 1 id, '2024-01-10' a, '2024-03-20' b, 100 v, 'x' c union all select 2, '2024-02-10', '2024-08-20', 70, 'y'" {
  key id  dimension c  measure op = sum(v) while a until b
}
bridge op for 2024-03 chart waterfall
--- stdout
opening  new  gone  closing
───────  ───  ────  ───────
    170    0  -100       70

opening   170  170  ████████████████████████████████████████████████████████████
new         0  170
gone     -100   70                           ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
total           70  █████████████████████████

=== a bridge of several lines is no waterfall
--- schema none
--- args
run input.koers --today 2024-04-15
--- input
open "store.db"
source d from sql "select 1 id, '2024-01-10' a, '2024-03-20' b, 100 v, 'x' c" {
  key id  dimension c  measure op = sum(v) while a until b
}
bridge op for 2024-02 by c chart waterfall
--- stderr
input.koers:5:34: error[E0670]: `chart waterfall` goes from an opening to its closing, in one line
    5 | bridge op for 2024-02 by c chart waterfall
      |                                  ^~~~~~~~~
      = help: leave out `by`, or take `chart column`
--- exit
1
