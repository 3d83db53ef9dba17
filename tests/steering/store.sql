-- A small company: two units, deals that are won 30 days after a visit on average, sales of
-- 2023 to 2025 that grow by 30% and then by 8%. Steering over it is in order as it stands.
create table person (name text, role text, unit text, started date, ended date);
insert into person values
  ('Ann', 'director', 'Head', '2020-01-01', null),
  ('Bob', 'sales manager', 'North', '2021-03-01', null),
  ('Cid', 'seller', 'North', '2022-01-01', null),
  ('Dee', 'seller', 'South', '2022-01-01', null),
  ('Eve', 'seller', 'South', '2019-01-01', '2024-06-01');
create table deal (id integer primary key, won_on date, unit text, amount decimal(10, 2));
create table visit (id integer primary key, day date, unit text);
create table plan (unit text, quarter date, amount decimal(10, 2));
create table hope (id integer primary key, day date, amount decimal(10, 2));
-- 22, later 24 deals a month, 2023-01 to 2025-12, and a few of this year.
with recursive m (n) as (select 0 union all select n + 1 from m where n < 35),
     d (k) as (select 0 union all select k + 1 from d where k < 23)
insert into deal (won_on, unit, amount)
  select date('2023-01-01', n || ' months', k || ' days'), iif(k % 2, 'North', 'South'),
         1000 * iif(n < 12, 1.0, iif(n < 24, 1.3, 1.4)) + (k % 4) * 10 + (n % 3) * 50
  from m, d where n > 11 or k < 22;
insert into deal (won_on, unit, amount) values
  ('2026-01-05', 'North', 1400), ('2026-01-08', 'South', 1500);
with recursive m (n) as (select 0 union all select n + 1 from m where n < 1106)
insert into visit (day, unit)
  select date('2023-01-01', n || ' days'), iif(n % 2, 'North', 'South') from m;
with recursive m (n) as (select 0 union all select n + 1 from m where n < 1106)
insert into visit (day, unit)
  select date('2023-01-01', n || ' days'), iif(n % 2, 'South', 'North') from m
  where n % 7 < 4 or n % 100 < 30;
insert into plan values ('North', '2025-10-01', 50000), ('South', '2025-10-01', 50000);
