--- shared days
source d from table days { key id  time day = day  measure n = sum(one)  measure a = min(day)  measure b = max(day) }

=== quarters and years of a fiscal year from April
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar fiscal { year starts april }
\shared days
show n, a, b by fiscal quarter for fiscal 2024
show n, a, b by fiscal year, fiscal half, fiscal month for fiscal 2025-H2
show n, a, b by fiscal year, quarter for fiscal 2025-Q3 .. fiscal 2025-Q4
show n, a, b for fiscal 2025-03
show n where day in fiscal 2020
show n where day >= fiscal 2026-Q2 and day <= fiscal 2026-Q4
--- stdout
fiscal quarter,n,a,b
FY2024-Q1,91,2023-04-01,2023-06-30
FY2024-Q2,92,2023-07-01,2023-09-30
FY2024-Q3,92,2023-10-01,2023-12-31
FY2024-Q4,91,2024-01-01,2024-03-31

fiscal year,fiscal half,fiscal month,n,a,b
FY2025,FY2025-H2,FY2025-P07,31,2024-10-01,2024-10-31
FY2025,FY2025-H2,FY2025-P08,30,2024-11-01,2024-11-30
FY2025,FY2025-H2,FY2025-P09,31,2024-12-01,2024-12-31
FY2025,FY2025-H2,FY2025-P10,31,2025-01-01,2025-01-31
FY2025,FY2025-H2,FY2025-P11,28,2025-02-01,2025-02-28
FY2025,FY2025-H2,FY2025-P12,31,2025-03-01,2025-03-31

fiscal year,quarter,n,a,b
FY2025,2024-Q4,92,2024-10-01,2024-12-31
FY2025,2025-Q1,90,2025-01-01,2025-03-31

n,a,b
30,2024-06-01,2024-06-30

n
366

n
274

=== a calendar of weeks has 53 of them when its last weekday comes late
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar retail { weeks 4-5-4 year ends last saturday of january }
\shared days
show n, a, b by retail year for retail 2018 .. retail 2026
show n, a, b by retail month for retail 2026
show n, a, b by retail quarter, retail week for retail 2026-12
--- stdout
retail year,n,a,b
FY2018,364,2017-01-29,2018-01-27
FY2019,364,2018-01-28,2019-01-26
FY2020,364,2019-01-27,2020-01-25
FY2021,371,2020-01-26,2021-01-30
FY2022,364,2021-01-31,2022-01-29
FY2023,364,2022-01-30,2023-01-28
FY2024,364,2023-01-29,2024-01-27
FY2025,364,2024-01-28,2025-01-25
FY2026,371,2025-01-26,2026-01-31

retail month,n,a,b
FY2026-P01,28,2025-01-26,2025-02-22
FY2026-P02,35,2025-02-23,2025-03-29
FY2026-P03,28,2025-03-30,2025-04-26
FY2026-P04,28,2025-04-27,2025-05-24
FY2026-P05,35,2025-05-25,2025-06-28
FY2026-P06,28,2025-06-29,2025-07-26
FY2026-P07,28,2025-07-27,2025-08-23
FY2026-P08,35,2025-08-24,2025-09-27
FY2026-P09,28,2025-09-28,2025-10-25
FY2026-P10,28,2025-10-26,2025-11-22
FY2026-P11,35,2025-11-23,2025-12-27
FY2026-P12,35,2025-12-28,2026-01-31

retail quarter,retail week,n,a,b
FY2026-Q4,FY2026-W49,7,2025-12-28,2026-01-03
FY2026-Q4,FY2026-W50,7,2026-01-04,2026-01-10
FY2026-Q4,FY2026-W51,7,2026-01-11,2026-01-17
FY2026-Q4,FY2026-W52,7,2026-01-18,2026-01-24
FY2026-Q4,FY2026-W53,7,2026-01-25,2026-01-31

=== week 53 compares with week 52, or goes on with week 1
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar retail { weeks 4-4-5 year ends last saturday of january }
calendar shop { weeks 4-4-5 year ends last saturday of january week 53 compares with week 1 }
\shared days
show n, a, a[previous year] as pa, b[previous year] as pb by retail week for retail 2026-12
show n, a, a[previous year] as pa, b[previous year] as pb by shop week for shop 2026-12
show n, n[previous year] as p, a[previous year] as pa, b[previous year] as pb by shop month for shop 2026-Q4
show n, n[previous year] as p, a[previous year] as pa by shop year for shop 2025 .. shop 2026
show n, n[previous quarter] as p, a[previous quarter] as pa, b[previous quarter] as pb by shop week for shop 2026-12
show n, n[previous period] as p, a[previous period] as pa, b[previous period] as pb for shop 2026
--- stdout
retail week,n,a,pa,pb
FY2026-W48,7,2025-12-21,2024-12-22,2024-12-28
FY2026-W49,7,2025-12-28,2024-12-29,2025-01-04
FY2026-W50,7,2026-01-04,2025-01-05,2025-01-11
FY2026-W51,7,2026-01-11,2025-01-12,2025-01-18
FY2026-W52,7,2026-01-18,2025-01-19,2025-01-25
FY2026-W53,7,2026-01-25,2025-01-19,2025-01-25

shop week,n,a,pa,pb
FY2026-W48,7,2025-12-21,2024-12-22,2024-12-28
FY2026-W49,7,2025-12-28,2024-12-29,2025-01-04
FY2026-W50,7,2026-01-04,2025-01-05,2025-01-11
FY2026-W51,7,2026-01-11,2025-01-12,2025-01-18
FY2026-W52,7,2026-01-18,2025-01-19,2025-01-25
FY2026-W53,7,2026-01-25,2025-01-26,2025-02-01

shop month,n,p,pa,pb
FY2026-P10,28,28,2024-10-27,2024-11-23
FY2026-P11,28,28,2024-11-24,2024-12-21
FY2026-P12,42,35,2024-12-22,2025-01-25

shop year,n,p,pa
FY2025,364,364,2023-01-29
FY2026,371,364,2024-01-28

shop week,n,p,pa,pb
FY2026-W48,7,7,2025-09-21,2025-09-27
FY2026-W49,7,7,2025-09-28,2025-10-04
FY2026-W50,7,7,2025-10-05,2025-10-11
FY2026-W51,7,7,2025-10-12,2025-10-18
FY2026-W52,7,7,2025-10-19,2025-10-25
FY2026-W53,7,7,2025-10-19,2025-10-25

n,p,pa,pb
371,364,2024-01-28,2025-01-25

=== shifts and windows take the calendar of the lines
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar fiscal { year starts april }
calendar retail { weeks 4-4-5 year ends last saturday of january }
source d from table days { key id  time day = day  measure n = sum(one)  measure a = min(day)  measure b = max(day)  measure ytd = n[year to date] }
show ytd, n[civil year to date] as c, n[fiscal year to date] as f, a[previous year] as pa, b[previous quarter] as pb by fiscal quarter for fiscal 2025
show ytd, n[fiscal year to date] as f, n[retail year to date] as r by month for 2024-01 .. 2024-05
show ytd, n[rolling 4 weeks] as w, n[rolling 4 retail weeks] as rw, n[rolling 3 months] as m by retail month for retail 2025-Q1
show ytd, n[previous year] as p by week for 2021-W01 .. 2021-W02
set calendar = fiscal
show ytd, n[previous year] as p by quarter for this year
show ytd by civil quarter for 2024
show n by year
list day, quarter(day) as q, year(day) as y from d for 2024-03-31 .. 2024-04-01
set calendar = civil
show ytd by quarter for 2024
--- stdout
fiscal quarter,ytd,c,f,pa,pb
FY2025-Q1,91,182,91,2023-04-01,2024-03-31
FY2025-Q2,183,274,183,2023-07-01,2024-06-30
FY2025-Q3,275,366,275,2023-10-01,2024-09-30
FY2025-Q4,365,90,365,2024-01-01,2024-12-31

month,ytd,f,r
2024-01,31,306,4
2024-02,60,335,33
2024-03,91,366,64
2024-04,121,30,94
2024-05,152,61,125

retail month,ytd,w,rw,m
FY2025-P01,28,28,28,91
FY2025-P02,56,28,28,91
FY2025-P03,91,28,28,91

week,ytd,p
2021-W01,10,7
2021-W02,17,7

quarter,ytd,p
FY2027-Q1,91,91
FY2027-Q2,183,92
FY2027-Q3,275,92
FY2027-Q4,275,

civil quarter,ytd
2024-Q1,91
2024-Q2,182
2024-Q3,274
2024-Q4,366

year,n
FY2017,90
FY2018,365
FY2019,365
FY2020,366
FY2021,365
FY2022,365
FY2023,365
FY2024,366
FY2025,365
FY2026,365
FY2027,275

day,q,y
2024-03-31,FY2024-Q4,FY2024
2024-04-01,FY2025-Q1,FY2025

quarter,ytd
2024-Q1,91
2024-Q2,182
2024-Q3,274
2024-Q4,366

=== an unfinished fiscal quarter is compared as far as it went
--- schema days
--- args
run input.koers --format csv --today 2025-11-20
--- input
open "store.db"
calendar fiscal { year starts april }
calendar retail { weeks 4-4-5 year ends last saturday of january week 53 compares with week 1 }
\shared days
show n, n[previous year] as p, b[previous year] as pb by fiscal quarter for this fiscal year with total
show n, n[previous year] as p, b[previous year] as pb, n[full previous year] as full by retail month for retail 2026-Q4 with total
show n, b[previous month] as pb by retail month for retail 2026-Q4
show n for last 4 fiscal quarters
show n for fiscal year to date
show n for next 2 retail weeks
--- stdout
level,fiscal quarter,n,p,pb
line,FY2026-Q1,91,91,2024-06-30
line,FY2026-Q2,92,92,2024-09-30
line,FY2026-Q3,92,51,2024-11-20
line,FY2026-Q4,90,,
total,,365,234,2024-11-20

level,retail month,n,p,pb,full
line,FY2026-P10,28,26,2024-11-21,28
line,FY2026-P11,28,,,28
line,FY2026-P12,42,,,35
total,,98,26,2024-11-21,91

retail month,n,pb
FY2026-P10,28,2025-10-16
FY2026-P11,28,
FY2026-P12,42,

n
365

n
234

n
14

=== year to date on 29 February, and a year later
--- schema days
--- args
run input.koers --format csv --today 2024-02-29
--- input
open "store.db"
calendar fiscal { year starts july }
\shared days
show n, n[previous year] as p, a[previous year] as pa, b[previous year] as pb for fiscal year to date
show n[fiscal year to date] as y, n[fiscal year to date, previous year] as p, b[previous fiscal year, fiscal year to date] as pb by month for 2024-02
show n[previous month] as p, b[previous month] as pb by day for 2023-03-31
set today = 2025-02-28
show n, n[previous year] as p, b[previous year] as pb for fiscal year to date
--- stdout
n,p,pa,pb
244,243,2022-07-01,2023-02-28

month,y,p,pb
2024-02,244,243,2023-02-28

day,p,pb
2023-03-31,1,2023-02-28

n,p,pb
244,243,2023-02-28

=== weeks of a year that ends in December
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar dec { weeks 5-4-4 year ends last sunday of december }
\shared days
show n, a, b by dec year for dec 2022 .. dec 2026
show n, a, b by dec month, week for dec 2024-01
--- stdout
dec year,n,a,b
FY2022,364,2021-12-27,2022-12-25
FY2023,371,2022-12-26,2023-12-31
FY2024,364,2024-01-01,2024-12-29
FY2025,364,2024-12-30,2025-12-28
FY2026,364,2025-12-29,2026-12-27

dec month,week,n,a,b
FY2024-P01,2024-W01,7,2024-01-01,2024-01-07
FY2024-P01,2024-W02,7,2024-01-08,2024-01-14
FY2024-P01,2024-W03,7,2024-01-15,2024-01-21
FY2024-P01,2024-W04,7,2024-01-22,2024-01-28
FY2024-P01,2024-W05,7,2024-01-29,2024-02-04

=== what calendars may not say
--- schema days
--- args
check input.koers
--- input
open "store.db"
calendar a { year starts aprl }
calendar b { weeks 4-4-6 year ends last saturday of january }
calendar c { weeks 4-4-5 }
calendar d { year starts april weeks 4-4-5 }
calendar e { year ends last saturday of january }
calendar f { year starts april year starts may }
calendar g { year starts april week 53 compares with week 1 }
calendar h { weeks 4-4-5 year ends last caturday of january week 52 compares with week 1 }
calendar civil { year starts april }
calendar i { month starts april }
calendar j { }
calendar k { year starts april year named by middle }
calendar fiscal { year starts april }
calendar fiscal { year starts may }
--- stderr
input.koers:2:26: error[E0505]: `aprl` is no month
    2 | calendar a { year starts aprl }
      |                          ^~~~
      = help: did you mean `april`?
input.koers:3:14: error[E0505]: the months of a quarter have 13 weeks together
    3 | calendar b { weeks 4-4-6 year ends last saturday of january }
      |              ^~~~~~~~~~~
      = help: write `weeks 4-4-5`, `weeks 4-5-4` or `weeks 5-4-4`
input.koers:4:10: error[E0505]: a calendar says where its years begin or end
    4 | calendar c { weeks 4-4-5 }
      |          ^
      = help: write `weeks 4-4-5 year ends last saturday of january`
input.koers:5:10: error[E0505]: a year of weeks ends on a weekday and starts in no month
    5 | calendar d { year starts april weeks 4-4-5 }
      |          ^
      = help: write `weeks 4-4-5 year ends last saturday of january`
input.koers:6:10: error[E0505]: a year that ends on a weekday is made of weeks
    6 | calendar e { year ends last saturday of january }
      |          ^
      = help: write `weeks 4-4-5 year ends last saturday of january`
input.koers:7:32: error[E0505]: a calendar says this once
    7 | calendar f { year starts april year starts may }
      |                                ^~~~~~~~~~~~~~~
input.koers:8:10: error[E0505]: a calendar of months has no weeks of its own
    8 | calendar g { year starts april week 53 compares with week 1 }
      |          ^
input.koers:9:41: error[E0505]: `caturday` is no day of the week
    9 | calendar h { weeks 4-4-5 year ends last caturday of january week 52 compares with week 1 }
      |                                         ^~~~~~~~
      = help: did you mean `saturday`?
input.koers:9:61: error[E0505]: it is week 53 that other years do not have
    9 | calendar h { weeks 4-4-5 year ends last caturday of january week 52 compares with week 1 }
      |                                                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: write `week 53 compares with week 1`, or with week 52
input.koers:10:10: error[E0505]: `civil` is the calendar that is there already
   10 | calendar civil { year starts april }
      |          ^~~~~
      = help: say only its holidays, or give this one another name
input.koers:11:14: error[E0505]: a calendar says where its years begin or end
   11 | calendar i { month starts april }
      |              ^~~~~~~~~~~~~~~~~~
      = help: write `year starts april`
input.koers:12:10: error[E0505]: a calendar says where its years begin or end
   12 | calendar j { }
      |          ^
      = help: write `year starts april`
input.koers:13:32: error[E0505]: a year is named by its start or by its end
   13 | calendar k { year starts april year named by middle }
      |                                ^~~~~~~~~~~~~~~~~~~~
      = help: write `year named by start`
input.koers:15:10: error[E0304]: `fiscal` is declared already, as a calendar
   15 | calendar fiscal { year starts may }
      |          ^~~~~~
--- exit
1

=== calendars that are not there, and units that do not nest
--- schema days
--- args
check input.koers
--- input
open "store.db"
calendar fiscal { year starts april }
calendar odd { year starts february }
calendar retail { weeks 4-4-5 year ends last saturday of january }
source d from table days { key id  time day = day by fiscal quarter  measure n = sum(one) }
source e from table days { key id  time day = day  measure m = sum(one) }
set calendar = fiscl
show n by fiscale quarter
show n for retial 2025
show n by fiscal month
show n by month
show m by fiscal quarter, retail month
show m by odd quarter, quarter
show m by fiscal quarter, week
show m[previous retail year] as p by fiscal quarter
show m[previous civil year] as p by retail month
show m[previous quarter] as p by fiscal year
show m[foo year to date] as p by month
show m by month having fiscal quarter = fiscal 2025-Q1
show m where fiscal quarter = fiscal 2025-Q1
show m for fiscal 2025-W07
show m for this working day
--- stderr
input.koers:7:16: error[E0301]: there is no calendar `fiscl`
    7 | set calendar = fiscl
      |                ^~~~~
      = help: did you mean `fiscal`?
input.koers:8:11: error[E0301]: there is no calendar `fiscale`
    8 | show n by fiscale quarter
      |           ^~~~~~~
      = help: did you mean `fiscal`?
input.koers:9:12: error[E0301]: there is no calendar `retial`
    9 | show n for retial 2025
      |            ^~~~~~
      = help: did you mean `retail`?
input.koers:10:11: error[E0610]: `d` is kept per id; `fiscal month` would split that
   10 | show n by fiscal month
      |           ^~~~~~~~~~~~
      = help: ask for whole periods, `by fiscal quarter`, or declare in the measure how it may be split: `spread over days`
input.koers:11:11: error[E0610]: `d` is kept per id; `month` would split that
   11 | show n by month
      |           ^~~~~
      = help: ask for whole periods, `by fiscal quarter`, or declare in the measure how it may be split: `spread over days`
input.koers:12:27: error[E0609]: a fiscal quarter is not made of whole retail months
   12 | show m by fiscal quarter, retail month
      |                           ^~~~~~~~~~~~
input.koers:13:24: error[E0609]: a quarter is not made of whole odd quarters
   13 | show m by odd quarter, quarter
      |                        ^~~~~~~
input.koers:14:27: error[E0609]: a fiscal quarter is not made of whole weeks
   14 | show m by fiscal quarter, week
      |                           ^~~~
input.koers:15:8: error[E0609]: a line of one fiscal quarter cannot be shifted by a retail year, which is not made of whole fiscal quarters
   15 | show m[previous retail year] as p by fiscal quarter
      |        ^~~~~~~~~~~~~~~~~~~~
      = help: write `previous fiscal quarter`
input.koers:16:8: error[E0609]: a line of one retail month cannot be shifted by a year, which is not made of whole retail months
   16 | show m[previous civil year] as p by retail month
      |        ^~~~~~~~~~~~~~~~~~~
      = help: write `previous retail month`
input.koers:17:8: error[E0609]: a line of one fiscal year cannot be shifted by a fiscal quarter, which is not made of whole fiscal years
   17 | show m[previous quarter] as p by fiscal year
      |        ^~~~~~~~~~~~~~~~
      = help: write `previous fiscal year`
input.koers:18:8: error[E0301]: there is no calendar `foo`
   18 | show m[foo year to date] as p by month
      |        ^~~
      = help: declare it: `calendar foo { year starts april }`
input.koers:19:24: error[E0604]: the lines are not kept by `fiscal quarter`
   19 | show m by month having fiscal quarter = fiscal 2025-Q1
      |                        ^~~~~~~~~~~~~~
      = help: add it to `by`
input.koers:20:14: error[E0301]: a unit of time is no value of a row
   20 | show m where fiscal quarter = fiscal 2025-Q1
      |              ^~~~~~~~~~~~~~
      = help: compare a date with a period: `ordered in fiscal 2025`
input.koers:21:12: error[E0405]: the year 2025 of `fiscal` has no such week
   21 | show m for fiscal 2025-W07
      |            ^~~~~~~~~~~~~~~
      = help: weeks are ISO weeks in a calendar of months: 2025-W07
input.koers:22:17: error[E0405]: working days are no period
   22 | show m for this working day
      |                 ^~~~~~~~~~~
--- exit
1

=== holidays of a table are no working days
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar civil { holidays from table holidays (day) holidays 2026-01-02, 2026-W03 }
calendar plain { year starts january }
source d from table days { key id  time day = day  measure n = sum(one)  measure worked = sum(one) where working_days(day, day + 1 days) = 1 }
list day, working_days(day, 2026-01-06) as left, day + 1 working days as next, day - 1 working days as before from d for 2025-12-23 .. 2026-01-03
show worked by week for 2025-12-22 .. 2026-01-25
set calendar = plain
show worked by week for 2025-12-22 .. 2026-01-25
--- stdout
day,left,next,before
2025-12-23,6,2025-12-24,2025-12-22
2025-12-24,5,2025-12-29,2025-12-23
2025-12-25,4,2025-12-29,2025-12-24
2025-12-26,4,2025-12-29,2025-12-24
2025-12-27,4,2025-12-29,2025-12-24
2025-12-28,4,2025-12-29,2025-12-24
2025-12-29,4,2025-12-30,2025-12-24
2025-12-30,3,2025-12-31,2025-12-29
2025-12-31,2,2026-01-05,2025-12-30
2026-01-01,1,2026-01-05,2025-12-31
2026-01-02,1,2026-01-05,2025-12-31
2026-01-03,1,2026-01-05,2025-12-31

week,worked
2025-W52,3
2026-W01,3
2026-W02,5
2026-W03,0
2026-W04,5

week,worked
2025-W52,5
2026-W01,5
2026-W02,5
2026-W03,5
2026-W04,5

=== what is spread over working days knows holidays
--- schema days
--- args
run input.koers --format csv --today 2025-12-29
--- input
open "store.db"
calendar civil { holidays from table holidays (day) }
source d from table days { key id  time day = day  measure n = sum(one) }
source t from table days where day = 2025-12-01 { key id  time month = day by month  covers 2025  measure goal = sum(210 * one) spread over working days }
show goal by day for 2025-12-22 .. 2025-12-31
show n by month for 2025-12 versus previous year on working days
--- stdout
day,goal
2025-12-22,10
2025-12-23,10
2025-12-24,10
2025-12-25,0
2025-12-26,0
2025-12-27,0
2025-12-28,0
2025-12-29,10
2025-12-30,10
2025-12-31,10

month,n,n previous year on working days,n change,n change %
2025-12,31,26,5,0.19230769230769230769

=== holidays that are none
--- schema days
--- args
check input.koers
--- input
open "store.db"
calendar a { holidays from table holidays (day, name) }
calendar b { holidays from table holidays (name) }
calendar c { holidays from table nowhere (day) }
source d from table days { key id  time day = day  measure n = sum(one) }
set calendar = b
list working_days(day, 2026-01-01) as w from d
set calendar = c
list working_days(day, 2026-01-01) as w from d
--- stderr
input.koers:2:34: error[E0505]: holidays have one column
    2 | calendar a { holidays from table holidays (day, name) }
      |                                  ^~~~~~~~
      = help: write `holidays from table closed (day)`
input.koers:3:44: error[E0505]: holidays are days, not text
    3 | calendar b { holidays from table holidays (name) }
      |                                            ^~~~
input.koers:4:34: error[E0806]: the store has no table `nowhere`
    4 | calendar c { holidays from table nowhere (day) }
      |                                  ^~~~~~~
--- exit
1

=== the calendar of American retail: nearest Saturday, named by start, week 53
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar retail { weeks 4-5-4 year ends nearest saturday of january year named by start }
calendar fiscal { year starts april year named by start }
\shared days
show n, a, b by retail year for retail 2017 .. retail 2025
show n, a, b by retail week for retail 2023-W52 .. retail 2023-W53
show n, a, b by fiscal quarter for fiscal 2024
show n for retail 2022-W53
--- stderr
input.koers:8:12: error[E0405]: the year 2022 of `retail` has no such week
    8 | show n for retail 2022-W53
      |            ^~~~~~~~~~~~~~~
--- exit
1

=== the same, answered
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar retail { weeks 4-5-4 year ends nearest saturday of january year named by start }
calendar fiscal { year starts april year named by start }
\shared days
show n, a, b by retail year for retail 2017 .. retail 2025
show n, a, b by retail week for retail 2023-W52 .. retail 2023-W53
show n, a, b by fiscal quarter for fiscal 2024
--- stdout
retail year,n,a,b
FY2017,371,2017-01-29,2018-02-03
FY2018,364,2018-02-04,2019-02-02
FY2019,364,2019-02-03,2020-02-01
FY2020,364,2020-02-02,2021-01-30
FY2021,364,2021-01-31,2022-01-29
FY2022,364,2022-01-30,2023-01-28
FY2023,371,2023-01-29,2024-02-03
FY2024,364,2024-02-04,2025-02-01
FY2025,364,2025-02-02,2026-01-31

retail week,n,a,b
FY2023-W52,7,2024-01-21,2024-01-27
FY2023-W53,7,2024-01-28,2024-02-03

fiscal quarter,n,a,b
FY2024-Q1,91,2024-04-01,2024-06-30
FY2024-Q2,92,2024-07-01,2024-09-30
FY2024-Q3,92,2024-10-01,2024-12-31
FY2024-Q4,90,2025-01-01,2025-03-31

=== units of a named calendar in per, in functions and in all
--- schema shop
--- args
run input.koers --format csv
--- input
open "store.db"
calendar fiscal { year starts february }
source customers from table customers { entity customer key customer_id label name }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date  measure orders = count()  measure freight : money(EUR) = sum(freight) }
-- FY2025 ends in January 2025 (order 1), FY2026 has the others: quarters February, May
show avg(freight per fiscal quarter) as mean, max(orders per (customer, fiscal year)) as most,
     max((freight / freight[all fiscal quarter]) per fiscal quarter) as part
show freight, freight / freight[all fiscal quarter] as part by fiscal quarter
show orders by fiscal year(ship_date), fiscal quarter(ordered) as q from orders
dimension began = fiscal year(min(order_date) per customer)
show orders by began
--- stdout
mean,most,part
9.66666666666666666667,2,0.5293103448275862069

fiscal quarter,freight,part
FY2025-Q4,4.9,0.16896551724137931034
FY2026-Q1,15.35,0.5293103448275862069
FY2026-Q2,8.75,0.30172413793103448276

fiscal year(ship_date),q,orders
FY2025,FY2025-Q4,1
FY2025,FY2026-Q1,0
FY2025,FY2026-Q2,0
FY2026,FY2025-Q4,0
FY2026,FY2026-Q1,2
FY2026,FY2026-Q2,2
,FY2025-Q4,0
,FY2026-Q1,1
,FY2026-Q2,0

began,orders
FY2025,2
FY2026,4

=== an unknown calendar before a unit
--- schema shop
--- args
check input.koers
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = order_date  measure orders = count() }
show avg(orders per nofis month)
show orders by nofis year(ordered)
show orders[all nofis year] by year
show avg(orders per order before ordered) by year
--- stdout
--- stderr
input.koers:3:21: error[E0301]: there is no calendar `nofis`
    3 | show avg(orders per nofis month)
      |                     ^~~~~
      = help: declare it: `calendar nofis { year starts april }`
input.koers:4:16: error[E0301]: there is no calendar `nofis`
    4 | show orders by nofis year(ordered)
      |                ^~~~~
      = help: declare it: `calendar nofis { year starts april }`
input.koers:5:17: error[E0301]: there is no calendar `nofis`
    5 | show orders[all nofis year] by year
      |                 ^~~~~
      = help: declare it: `calendar nofis { year starts april }`
input.koers:6:10: error[E0601]: `orders` is a measure; `avg` wants a value of one row
    6 | show avg(orders per order before ordered) by year
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: say whose value it is: `avg(orders per K)`
--- exit
1

=== days of a calendar of weeks are moved by its months
--- schema days
--- args
run input.koers --format csv --today 2026-12-31
--- input
open "store.db"
calendar retail { weeks 4-5-4 year ends nearest thursday of december }
source d from table days { key id  time day = day  measure a = min(day) }
show a[previous month] as p, a[month to date] as m by retail day for 2019-02-27 .. 2019-03-04
show a[previous month] as p, a[month to date] as m by day for 2019-03-04
--- stdout
retail day,p,m
2019-02-27,2019-01-30,2019-02-01
2019-02-28,2019-01-31,2019-02-01
2019-03-01,2019-01-25,2019-02-01
2019-03-02,2019-01-26,2019-02-01
2019-03-03,2019-01-27,2019-02-01
2019-03-04,2019-01-28,2019-02-01

day,p,m
2019-03-04,2019-02-04,2019-03-01

=== a week that is not over is compared with as many days of its week a year before
--- schema days
--- args
run input.koers --format csv --today 2024-12-31
--- input
open "store.db"
\shared days
show n, n[previous year] as p, a[previous year] as pa, b[previous year] as pb by week for 2025-W01 with total
--- stdout
level,week,n,p,pa,pb
line,2025-W01,7,2,2024-01-01,2024-01-02
total,,7,2,2024-01-01,2024-01-02
