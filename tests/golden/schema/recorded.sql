-- Orders that were entered late, on the day asked for, within that day, and at a time
-- that nobody knows.
create table orders (order_id integer primary key, customer text, ordered date,
                     amount integer, entered text);
insert into orders values
  (1, 'Ann', '2025-01-10', 1, '2025-01-10 09:00:00'), (2, 'Ann', '2025-01-20', 2, '2025-02-03 10:00:00'),
  (3, 'Bob', '2025-01-31', 4, '2025-01-31 23:59:59'), (4, 'Bob', '2025-02-01', 8, '2025-02-01 00:00:00'),
  (5, 'Bob', '2025-02-10', 16, null), (6, 'Cas', '2025-01-05', 32, '2025-03-01 00:00:00');
create table plans (plan_id integer primary key, month date, amount integer, recorded date);
insert into plans values (1, '2025-01-01', 100, '2024-12-01'), (2, '2025-01-01', 10, '2025-02-01'),
  (3, '2025-02-01', 50, '2025-01-31');
create table costs (cost_id integer primary key, paid date, amount integer);
insert into costs values (1, '2025-01-01', 3);
