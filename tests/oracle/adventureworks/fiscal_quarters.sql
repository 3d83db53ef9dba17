with f (quarter, qu, before, lo) as (
  values ('FY2019-Q1', '2018-Q3', '2017-Q3', '2018-Q3'), ('FY2019-Q2', '2018-Q4', '2017-Q4', '2018-Q3'),
         ('FY2019-Q3', '2019-Q1', '2018-Q1', '2018-Q3'), ('FY2019-Q4', '2019-Q2', '2018-Q2', '2018-Q3')),
r as (
  select quarter, (select sum(v) from sale s where s.qu = f.qu) as v,
         (select sum(v) from sale s where s.qu between f.lo and f.qu) as so_far,
         (select sum(v) from sale s where s.qu = f.before) as b,
         (select sum(g) from goal s where s.qu = f.qu) as g
  from f)
select quarter as "fiscal quarter", printf('%d.%02d', v / 100, v % 100) as sales, printf('%d.%02d', so_far / 100, so_far % 100) as so_far,
       printf('%d.%02d', b / 100, b % 100) as year_before, printf('%d.%02d', g / 100, g % 100) as quota,
       printf('%!.17e', 1.0 * v / g) as attainment
from r order by 1;
