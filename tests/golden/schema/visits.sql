-- Visits and orders of people: at the same moment, exactly a week apart, twice a day,
-- of nobody, without a day; someone who never ordered, someone who never came.
create table customers (customer_id integer primary key, name text, region text);
insert into customers values (1, 'Ann', 'North'), (2, 'Bob', 'North'), (3, 'Cas', 'South'),
  (4, 'Dee', 'South'), (5, 'Eve', null);
create table orders (order_id integer primary key, customer_id integer, ordered date,
                     amount numeric, channel text);
insert into orders values
  (1, 1, '2025-01-05', 10, 'web'), (2, 1, '2025-01-12', 20.5, 'web'),
  (3, 1, '2025-01-12', 30, 'shop'), (4, 2, '2025-02-28', 40, 'web'),
  (5, 2, '2025-03-31', 50, null), (6, 4, '2025-01-01', 60, 'web'),
  (7, null, '2025-01-01', 5, 'web'), (8, null, '2025-01-03', 6, 'web'),
  (9, 1, null, 7, 'shop'), (10, 1, '2025-03-05', -3, 'shop'),
  (11, 2, '2025-01-31', null, 'shop');
create table visits (visit_id integer primary key, customer_id integer, visited date);
insert into visits values
  (1, 1, '2025-01-05'), (2, 1, '2025-01-06'), (3, 2, '2025-02-21'), (4, 3, '2025-02-01'),
  (5, 4, null), (6, 2, '2025-02-22'), (7, 5, '2025-01-01'), (8, null, '2025-01-02');
-- Moments: a call and its answers.
create table calls (call_id integer primary key, customer_id integer, called text);
insert into calls values (1, 1, '2025-01-05 10:00:00'), (2, 1, '2025-01-06 00:00:00'),
  (3, 2, '2025-01-05 23:59:59');
create table answers (answer_id integer primary key, customer_id integer, said text);
insert into answers values (1, 1, '2025-01-05 09:59:59'), (2, 1, '2025-01-05 10:00:00'),
  (3, 1, '2025-01-06 09:59:59'), (4, 1, '2025-01-06 10:00:00'),
  (5, 2, '2025-01-06 00:00:00');
-- A source without a key and one without time.
create table clicks (customer_id integer, clicked date);
insert into clicks values (1, '2025-01-01'), (1, '2025-01-01'), (1, '2025-01-02');
create table wishes (wish_id integer primary key, customer_id integer);
insert into wishes values (1, 1);
