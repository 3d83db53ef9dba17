-- One row a day, 2017 to 2026: a sum counts days, min and max say which.
create table days (id integer primary key, day date, one integer);
with recursive d (n, x) as (
  select 1, '2017-01-01' union all select n + 1, date(x, '+1 day') from d
  where x < '2026-12-31')
insert into days select n, x, 1 from d;
create table holidays (id integer primary key, day date, name text);
insert into holidays values
  (1, '2025-12-25', 'Christmas Day'), (2, '2025-12-26', 'Boxing Day'),
  (3, '2026-01-01', 'New Year'), (4, '2026-01-03', 'a Saturday'),
  (5, '2025-12-25', 'twice'), (6, null, 'no day');
