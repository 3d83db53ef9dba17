-- Sales by month: 2023-01 to 2025-12, in the middle of each month. North has a season of
-- 40 more in every December and grows by 1 a month; South begins in 2024-07 and sells 50.
create table sales (id integer primary key, day text, region text, amount real, items integer);
with recursive month(n, day) as (
  select 0, '2023-01-15'
  union all select n + 1, date(day, '+1 month') from month where n < 35)
insert into sales (day, region, amount, items)
select day, 'North', 100 + n + case n % 12 when 11 then 40 else 0 end, 4 from month
union all select day, 'South', 50, 1 from month where n >= 18;
-- Months of one value each.
create table odd (id integer primary key, day text, kind text, amount real);
with recursive month(n, day) as (
  select 0, '2025-01-31'
  union all select n + 1, date('2025-01-01', '+' || (n + 2) || ' months', '-1 day')
  from month where n < 11)
insert into odd (day, kind, amount)
select day, 'constant', 100 from month
union all select day, 'zero', 0 from month
union all select day, 'loss', -10 - n from month
union all select day, 'once', 7 from month where n = 11
union all select day, 'gap', 10 + n from month where n not in (4, 5);
