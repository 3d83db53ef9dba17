-- A company small enough to add up by hand. Two customers are called Ann, one has no
-- region, one never orders; order 7 belongs to a customer who is not there.
create table customers (id integer primary key, name text, region text);
insert into customers values (1, 'Ann', 'North'), (2, 'Ann', 'South'),
  (3, 'Bob', null), (4, 'Cid', 'North');
create table reps (id integer primary key, name text);
insert into reps values (1, 'Rita'), (2, 'Sam');
create table teams (rep_id integer, team text, begins date, ends date);
insert into teams values (1, 'Red', '2020-01-01', '2024-07-01'),
  (1, 'Blue', '2024-07-01', null), (2, 'Blue', '2020-01-01', null);
create table orders (id integer primary key, customer_id integer, rep_id integer,
                     d date, shipped date, freight decimal(10, 2));
insert into orders values
  (1, 1, 1, '2024-01-31', '2024-02-02', 10), (2, 1, 1, '2024-02-29', '2024-03-01', 5),
  (3, 2, 1, '2024-06-30', '2024-07-01', 4), (4, 2, 1, '2024-07-01', '2024-07-01', 6),
  (5, 3, 2, '2024-12-30', '2025-01-02', 3), (6, 1, 2, '2025-02-28', '2025-03-03', 2),
  (7, 9, 2, '2025-03-15', null, 1), (8, 2, 1, '2025-03-31', null, 8);
create table lines (order_id integer, n integer, units integer, price decimal(10, 2),
                    primary key (order_id, n));
insert into lines values (1, 1, 2, 10), (1, 2, 1, 30), (2, 1, 1, 40), (3, 1, 3, 10),
  (4, 1, 1, 25), (5, 1, 2, 5), (6, 1, 1, 44), (7, 1, 1, 7), (8, 1, 2, 20), (8, 2, 1, 1);
create table targets (rep_id integer, q date, amount decimal(10, 2),
                      primary key (rep_id, q));
insert into targets values (1, '2024-01-01', 100), (1, '2024-04-01', 30),
  (2, '2024-10-01', 40), (2, '2025-01-01', 51), (null, '2025-01-01', 9);
create table weeks (d date, v integer);
insert into weeks values ('2020-12-21', 3), ('2020-12-28', 5), ('2021-12-20', 2),
  ('2021-12-27', 7);
create table profits (d date, v integer);
insert into profits values ('2024-01-05', -10), ('2024-02-05', 0), ('2025-01-05', 5),
  ('2025-02-05', 8), ('2025-03-05', 9);
create table moments (t text, v integer);
insert into moments values ('2024-01-31 23:59:59', 1), ('2024-02-01 00:00:00', 2);
create table deals (id integer primary key, created date, closed date, amount integer);
insert into deals values (1, '2025-01-10', '2025-02-10', 100), (2, '2025-01-31', null, 50),
  (3, '2025-02-10', '2025-02-10', 999), (4, '2025-03-01', '2025-02-01', 777),
  (5, '2024-12-15', '2025-03-01', 20);
create table log (n integer primary key, deal integer, day date, stage text, amount integer);
insert into log values (1, 1, '2025-01-05', 'lead', 10), (2, 1, '2025-01-20', 'quote', 10),
  (3, 1, '2025-02-05', 'lead', 30), (4, 2, '2025-01-25', 'quote', 5),
  (5, 2, '2025-02-15', 'lost', 0), (6, 1, '2025-03-10', 'quote', 30);
create table shelf (day date, item text, pieces integer);
insert into shelf values ('2025-01-31', 'a', 5), ('2025-01-31', 'b', 2),
  ('2025-02-28', 'a', 4);
create table cents (v decimal(10, 2));
insert into cents values (0.1), (0.2), (-0.3), (2.5), (-2.5);
