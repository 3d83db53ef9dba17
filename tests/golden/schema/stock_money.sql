-- Stocks in euros, of each kind, and rates on the days on which something begins or a
-- month ends. Nothing else has a rate.
create table held (id integer primary key, a date, b date, v decimal(10, 2));
insert into held values
  (1, '2025-01-01', '2025-02-20', 1000), (2, '2025-02-11', null, 100),
  (3, '2025-02-15', '2025-02-17', 140);
create table counted (d date, sku text, v decimal(10, 2), primary key (d, sku));
insert into counted values
  ('2025-01-01', 'a', 100), ('2025-01-01', 'b', 50), ('2025-02-11', 'a', 200);
create table changes (id integer primary key, d date, k text, v decimal(10, 2));
insert into changes values
  (1, '2025-01-01', 'a', 100), (2, '2025-02-15', 'a', 300), (3, '2025-02-11', 'b', 40);
create table fx (d date, f text, t text, r decimal(10, 4));
insert into fx values
  ('2025-01-01', 'EUR', 'USD', 2), ('2025-01-31', 'EUR', 'USD', 2.5),
  ('2025-02-11', 'EUR', 'USD', 4), ('2025-02-15', 'EUR', 'USD', 5),
  ('2025-02-28', 'EUR', 'USD', 3);
create table days (day date primary key);
with recursive n (day) as (select '2025-01-01' union all
                           select date(day, '+1 day') from n where day < '2025-02-28')
insert into days select day from n;
-- What counts on each day, with the day that it began on.
create view standing as
  select 'held' as kind, day, a as began, v from days join held on a <= day and (b is null or b > day)
  union all
  select 'counted', day, d, v from days
    join counted on d = (select max(d) from counted where d <= day)
  union all
  select 'changes', day, d, v from days
    join changes as c on id = (select id from changes as o where o.k = c.k and o.d <= day
                               order by o.d desc limit 1);
create table fx_but_one as select * from fx where d <> '2025-02-15';
