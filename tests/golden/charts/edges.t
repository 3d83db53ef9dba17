=== bars in the order of sort
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date  dimension status  measure freight : money(EUR) = sum(freight)  measure orders = count()  measure slow = count() where ship_date > order_date + 3 days  measure late : percent = slow / orders }
show freight by region, status sort by freight descending chart bar
--- stdout
region  status  freight
──────  ──────  ───────
South   done     €19.75
North   done      €4.90
(none)  done      €4.35
North   open      €0.00

freight
South   done  €19.75  ██████████████████████████████████████████████████████████
North   done   €4.90  ██████████████▍
(none)  done   €4.35  ████████████▊
North   open   €0.00

=== several measures and across: a panel each
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date  dimension status  measure freight : money(EUR) = sum(freight)  measure orders = count()  measure slow = count() where ship_date > order_date + 3 days  measure late : percent = slow / orders }
show orders, freight by status across quarter for 2025 with total chart bar
--- stdout
             2025-Q1           2025-Q2          2025-Q3          2025-Q4            total
status  orders   freight   orders  freight  orders  freight  orders  freight  orders   freight
──────  ───────  ────────  ──────  ───────  ──────  ───────  ──────  ───────  ───────  ────────
done         3◔   €20.25◔       2    €8.75       –        –       –        –       5◔   €29.00◔
open         1◔    €0.00◔       0    €0.00       –        –       –        –       1◔    €0.00◔
──────  ───────  ────────  ──────  ───────  ──────  ───────  ──────  ───────  ───────  ────────
total        4◔   €20.25◔       2    €8.75       –        –       –        –       6◔   €29.00◔

orders
done  2025-Q1  3◔  █████████████████████████████████████████████████████████████
      2025-Q2   2  ████████████████████████████████████████▋
      2025-Q3   –
      2025-Q4   –
open  2025-Q1  1◔  ████████████████████▍
      2025-Q2   0
      2025-Q3   –
      2025-Q4   –

freight
done  2025-Q1  €20.25◔  ████████████████████████████████████████████████████████
      2025-Q2    €8.75  ████████████████████████▎
      2025-Q3        –
      2025-Q4        –
open  2025-Q1   €0.00◔
      2025-Q2    €0.00
      2025-Q3        –
      2025-Q4        –

=== an empty value parts a line
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date  dimension status  measure freight : money(EUR) = sum(freight)  measure orders = count()  measure slow = count() where ship_date > order_date + 3 days  measure late : percent = slow / orders }
show late by month for 2025-01 .. 2025-06 chart line
--- stdout
month     late
───────  ──────
2025-01   0.0%◔
2025-02  50.0%
2025-03   0.0%
2025-04      –
2025-05   0.0%
2025-06   0.0%

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

=== a waterfall of each value of a dimension
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date  dimension status  measure freight : money(EUR) = sum(freight)  measure orders = count()  measure slow = count() where ship_date > order_date + 3 days  measure late : percent = slow / orders }
show orders - 1 as more by status, month for 2025-01 .. 2025-03 chart waterfall
--- stdout
status  month    more
──────  ───────  ─────
done    2025-01     0◔
        2025-02     0
        2025-03     0
open    2025-01    -1◔
        2025-02     0
        2025-03    -1

more
done
2025-01  0◔  0
2025-02  0   0
2025-03  0   0
total        0

open
2025-01  -1◔  -1                                 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│
2025-02   0   -1                                                               │
2025-03  -1   -2  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒                              │
total         -2  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒│

=== more bars than are drawn
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
source many from sql "with recursive c(i) as (select 1 union all select i + 1 from c where i < 500) select i, (i * 7) % 50 - 10 as x from c" { key i  dimension n = i  measure v = sum(x) }
set rows = 2
show v by n chart bar
--- stdout
n   v
─  ──
1  -3
2   4
… 498 more lines

v
1    -3            ████│
2     4                │█████▋
3    11                │███████████████▍
4    18                │█████████████████████████▎
5    25                │███████████████████████████████████
6    32                │████████████████████████████████████████████▊
7    39                │██████████████████████████████████████████████████████▋
8    -4          ▐█████│
9     3                │████▎
10   10                │██████████████
11   17                │███████████████████████▊
12   24                │█████████████████████████████████▋
13   31                │███████████████████████████████████████████▍
14   38                │█████████████████████████████████████████████████████▎
15   -5         ███████│
16    2                │██▊
17    9                │████████████▋
18   16                │██████████████████████▍
19   23                │████████████████████████████████▎
20   30                │██████████████████████████████████████████
21   37                │███████████████████████████████████████████████████▊
22   -6       ▐████████│
23    1                │█▍
24    8                │███████████▎
25   15                │█████████████████████
26   22                │██████████████████████████████▊
27   29                │████████████████████████████████████████▋
28   36                │██████████████████████████████████████████████████▍
29   -7      ██████████│
30    0                │
31    7                │█████████▊
32   14                │███████████████████▋
33   21                │█████████████████████████████▍
34   28                │███████████████████████████████████████▎
35   35                │█████████████████████████████████████████████████
36   -8     ███████████│
37   -1              ▐█│
38    6                │████████▍
39   13                │██████████████████▎
40   20                │████████████████████████████
41   27                │█████████████████████████████████████▊
42   34                │███████████████████████████████████████████████▋
43   -9   ▐████████████│
44   -2             ███│
45    5                │███████
46   12                │████████████████▊
47   19                │██████████████████████████▋
48   26                │████████████████████████████████████▍
49   33                │██████████████████████████████████████████████▎
50  -10  ██████████████│
51   -3            ████│
52    4                │█████▋
53   11                │███████████████▍
54   18                │█████████████████████████▎
55   25                │███████████████████████████████████
56   32                │████████████████████████████████████████████▊
57   39                │██████████████████████████████████████████████████████▋
58   -4          ▐█████│
59    3                │████▎
60   10                │██████████████
… 440 more bars

=== more columns than fit
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
source many from sql "with recursive c(i) as (select 1 union all select i + 1 from c where i < 500) select i, (i * 7) % 50 - 10 as x from c" { key i  dimension n = i  measure v = sum(x) }
set rows = 2
set width = 60
show v by n having v > 0 chart column
--- stdout
n   v
─  ──
2   4
3  11
… 388 more lines

v
40 ┤     ▆     ▄     ▂                          ▆     ▄
   │     █     █     █     █    ▆    ▄    ▂     █     █
30 ┤    ██    ▆█    ▄█    ▂█    █    █    █    ██    ▆█    ▄
   │   ▂██    ██    ██    ██   ██   ▆█   ▄█   ▂██    ██    █
   │   ███   ███   ▆██   ▄██  ▂██   ██   ██   ███   ███   ▆█
20 ┤  ▄███  ▂███   ███   ███  ███  ███  ▆██  ▄███  ▂███   ██
   │  ████  ████  ████  ▆███ ▄███ ▂███  ███  ████  ████  ███
10 ┤ ▆████ ▄████ ▂████  ████ ████ ████ ████ ▆████ ▄████ ▂███
   │ █████ █████ █████ █████▆████▄████▂████ █████ █████ ████
   │██████▆█████▄█████▂██████████████████████████▆█████▄████
 0 └────────────────────────────────────────────────────────
    2  5  9 12 16 19 23 26 31 34 39 42 47 52 55 59 62 66 69
the first 56 of 390 columns; `chart line` shows all

=== a line of 500 points
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
source many from sql "with recursive c(i) as (select 1 union all select i + 1 from c where i < 500) select i, (i * 7) % 50 - 10 as x from c" { key i  dimension n = i  measure v = sum(x) }
set rows = 2
set width = 60
show v by n chart line
--- stdout
n   v
─  ──
1  -3
2   4
… 498 more lines

v
 40 ┤⢰⡄⡀   ⣦⢀   ⢰⡄⡀   ⣦⢀   ⡆⡄⡀  ⢰⢠⡀   ⡆⣄   ⢰⢠⡀   ⡆⣄   ⢰⢠⡀
    │⢸⡇⣿⢰⡄⡀⣿⢸⡇⣦⢀⣾⣇⣿⢰⡄⣰⣿⣸⡇⣦⢀⡇⣇⣿⢰⡄⣸⢸⡇⡇⣦⢀⡇⣿⢸⡆⡄⣸⢸⡇⣷⢠⡀⣧⣿⢸⡆⣄⢸⣼⡇⣷⢠⡀
 30 ┤⢸⡇⣿⢸⡇⡇⣿⢸⡇⣿⢸⣿⣿⣿⢸⡇⣿⣿⣿⣷⣿⢸⡇⣿⣿⣾⣇⣿⢸⡇⣷⣿⣸⡇⣿⢸⡇⣇⣿⢸⡇⣿⢸⡇⣿⣿⢸⡇⣿⢸⣿⣿⣿⢸⡇
    │⣿⣷⣿⣸⡇⣿⣿⣾⣇⣿⢸⣿⣿⣿⣸⡇⣿⣿⣿⣿⣿⢸⡇⣿⣿⣿⣿⣿⢸⡇⣿⣿⣿⣿⣿⣼⡇⣿⣿⣿⣧⣿⢸⡇⣿⣿⣼⡇⣿⢸⣿⣿⣿⢸⡇
 20 ┤⣿⣿⣿⣿⡇⣿⣿⣿⣿⣿⣾⣿⣿⣿⣿⣷⣿⣿⣿⣿⣿⣾⣇⣿⣿⣿⣿⣿⣸⡇⣿⣿⣿⣿⣿⣿⡇⣿⣿⣿⣿⣿⣿⡇⣿⣿⣿⣿⣿⣼⣿⣿⣿⣿⡇
    │⣿⣿⣿⣿⡇⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣷⣿⣿⣿⣿⣿⣿⣇⣿⣿⣿⣿⣿⣿⡇⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇
    │⣿⢻⣿⣿⣿⣿⣿⣿⢿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⢹⣿⣿⣿⣿⣿⣿⢿⣿⣿⣷⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣇
 10 ┤⣿⢸⣿⣿⣿⣿⣿⣿⢸⣿⣿⣿⣿⣿⣿⢹⡿⣿⣿⣿⣿⣿⢿⣿⣿⣿⣿⡿⣿⣿⣿⣿⣿⢸⣿⣿⣿⣿⣿⣿⢸⣿⣿⣿⣿⣿⣿⢸⡟⣿⣿⣿⣿⣿⢻
    │⣿⢸⡟⣿⣿⣿⣿⣿⢸⣿⣿⣿⣿⣿⣿⢸⡇⣿⣿⣿⣿⣿⢸⡏⣿⣿⣿⡇⣿⢹⡿⣿⣿⢸⡏⣿⢿⣿⣿⣿⢸⡿⣿⣿⣿⣿⣿⢸⡇⣿⣿⣿⣿⣿⢸
  0 ┤⣿⢸⡇⣿⢸⡟⣿⣿⢸⡇⣿⢻⣿⣿⣿⢸⡇⣿⣿⣿⣿⣿⢸⡇⣿⣿⣿⡇⣿⢸⡇⣿⣿⢸⡇⣿⢸⡏⣿⢿⢸⡇⣿⢹⡿⣿⣿⢸⡇⣿⢿⣿⣿⣿⢸
    │⠙⠸⡇⣿⢸⡇⠻⢸⢸⡇⣿⠘⠇⣿⢻⢸⡇⠻⢸⡟⣿⢿⠘⠇⣿⢻⡿⡇⠻⢸⡇⣿⢿⠘⠇⣿⢸⡇⡟⠸⢸⡇⣿⢸⠃⢿⢹⢸⡇⡟⠸⡏⣿⢿⢸
-10 ┤   ⠙⠸⡇  ⠈⠃⢿  ⠈⠘⠸⡇  ⠁⠻⢸  ⠈⠘⠇⡇  ⠁⠻⢸  ⠈⠘⠇⡇  ⠁⠻⢸  ⠈⠘⠇⡇  ⠙⠸⢸
    └───────────────────────────────────────────────────────
     1   49   97   145  193   241  289  337  385   433  481

=== wide texts, control characters and numbers beyond a double
--- schema shop
--- args
run input.koers --today 2026-02-01
--- input
open "store.db"
source odd from sql "select 1 i, '日本語' n, '99999999999999999999999999999999' x union all select 2, 'a' || char(27) || '[31m', '12345678901234567890' union all select 3, '``` fence', '-5' union all select 4, 'é', null" { key i  dimension n  measure w = sum(number(x)) }
show w by n chart bar
show w by n chart column
set width = 40
show w by n chart waterfall
--- stdout
n                                                   w
─────────  ──────────────────────────────────────────
``` fence                                          -5
a^[[31m                    12,345,678,901,234,567,890
é                                                   0
日本語     99,999,999,999,999,999,999,999,999,999,999

w
``` fence                                          -5  ▐│
a^[[31m                    12,345,678,901,234,567,890   │▏
é                                                   0   │
日本語     99,999,999,999,999,999,999,999,999,999,999   │███████████████████████

n                                                   w
─────────  ──────────────────────────────────────────
``` fence                                          -5
a^[[31m                    12,345,678,901,234,567,890
é                                                   0
日本語     99,999,999,999,999,999,999,999,999,999,999

w
10E31 ┤                                  ████████
      │                                  ████████
 8E31 ┤                                  ████████
      │                                  ████████
 6E31 ┤                                  ████████
      │                                  ████████
 4E31 ┤                                  ████████
      │                                  ████████
 2E31 ┤                                  ████████
      │            ▁▁▁▁▁▁▁▁              ████████
    0 └─────────────────────────────────────────────
        ``` fence   a^[[31m       é       日本語

n
─────────
``` fence
a^[[31m
é
日本語

                                         w
──────────────────────────────────────────
                                        -5
                12,345,678,901,234,567,890
                                         0
99,999,999,999,999,999,999,999,999,999,999

w
``` fen…                    -5  ▒
a^[[31m   12,345,678,901,234,…  █
é                            0  │
日本語    99,999,999,999,999,…  ███████
total                           ███████

=== a label may hold a fence
--- schema shop
--- args
run input.koers --format md
--- input
open "store.db"
source odd from sql "select 1 i, '日本語' n, '99999999999999999999999999999999' x union all select 2, 'a' || char(27) || '[31m', '12345678901234567890' union all select 3, '``` fence', '-5' union all select 4, 'é', null" { key i  dimension n  measure w = sum(number(x)) }
show w by n chart bar
--- stdout
| n            |                                          w |
| ------------ | -----------------------------------------: |
| \`\`\` fence |                                         -5 |
| a^[\[31m     |                 12,345,678,901,234,567,890 |
| é            |                                          0 |
| 日本語       | 99,999,999,999,999,999,999,999,999,999,999 |

````text
w
``` fence                                          -5  ▐│
a^[[31m                    12,345,678,901,234,567,890   │▏
é                                                   0   │
日本語     99,999,999,999,999,999,999,999,999,999,999   │███████████████████████
````
