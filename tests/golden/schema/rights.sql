-- Who sees what: Kim and Lee are reps of team A, Ann is one of team B, Mo leads team A,
-- Bo sits on the board. Kim sold to Lee's customer Ceres (order 5). The first and the
-- last day of the orders are Ann's. Costs and products are nobody's. The amount of
-- order 7, Ann's, is none. The log: Kim's deal 1 was taken over by Ann in March; of
-- snapshots Kim has stock on the first day only.
create table staff (id integer primary key, name text, team text, role text);
insert into staff values (1, 'Kim', 'A', 'rep'), (2, 'Lee', 'A', 'rep'), (3, 'Ann', 'B', 'rep'), (4, 'Mo', 'A', 'manager'), (5, 'Bo', null, 'board');
create table customers (id integer primary key, name text, region text, seller integer);
insert into customers values (1, 'Acme', 'North', 1), (2, 'Ceres', 'South', 2), (3, 'Bolt', 'North', 3), (4, 'Dyna', 'West', 1), (5, 'Edel', 'East', 3);
create table products (id integer primary key, name text, cost integer);
insert into products values (1, 'Pen', 5), (2, 'Ink', 6), (3, 'Nib', 7);
create table orders (id integer primary key, customer integer, product integer, day date, amount numeric, seller integer);
insert into orders values (1, 3, 1, '2025-01-10', 40, 3), (2, 1, 1, '2025-02-03', 100, 1), (3, 2, 1, '2025-02-10', 50, 2), (4, 3, 2, '2025-02-20', 70, 3),
  (5, 2, 2, '2025-03-05', 11, 1), (6, 4, 2, '2025-04-03', 30, 1), (7, 3, 2, '2025-06-28', 'broken', 3);
create table costs (id integer primary key, day date, amount integer);
insert into costs values (1, '2025-01-03', 9);
create table targets (seller text, month date, amount integer);
insert into targets values ('Kim', '2025-02-01', 150), ('Ann', '2025-02-01', 60);
create table log (id integer primary key, deal integer, seller text, at date, amount integer);
insert into log values (1, 1, 'Kim', '2025-01-10', 10), (2, 1, 'Ann', '2025-03-10', 90), (3, 2, 'Kim', '2025-02-10', 5), (4, 3, 'Ann', '2025-01-15', 70);
create table stock (day date, item integer, seller text, amount integer, primary key (day, item));
insert into stock values ('2025-01-01', 1, 'Kim', 7), ('2025-01-01', 2, 'Ann', 8), ('2025-02-01', 2, 'Ann', 9);
