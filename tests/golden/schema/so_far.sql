-- 2022-01 to 2025-12, each month alike: who comes early and who comes late, credit notes
-- behind invoices, costs below 0, what comes back every other month, and a newcomer. All
-- on the 5th, 15th or 25th.
create table flow (id integer primary key, day text, kind text, v real);
with recursive month(n, first) as (
  select 0, '2022-01-01'
  union all select n + 1, date(first, '+1 month') from month where n < 47)
insert into flow (day, kind, v)
select date(first, '+4 days'), 'early', 100 from month
union all select date(first, '+24 days'), 'late', 100 from month
union all select date(first, '+4 days'), 'credited', 100 from month
union all select date(first, '+24 days'), 'credited', -20 from month
union all select date(first, '+14 days'), 'cost', -101 from month
union all select date(first, '+4 days'), 'returned', 100 from month
union all select date(first, '+24 days'), 'returned', -150 from month where n % 2
union all select date(first, '+24 days'), 'new', 100 from month where n >= 33;
-- Each working day of 2023 to 2025, and all days.
create table daily (id integer primary key, day text, kind text, v real);
with recursive one(day) as (
  select '2023-01-01' union all select date(day, '+1 day') from one where day < '2025-11-28')
insert into daily (day, kind, v)
select day, 'office', 10 from one where strftime('%w', day) not in ('0', '6')
union all select day, 'shop', 10 from one;
