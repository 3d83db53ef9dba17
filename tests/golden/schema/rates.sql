-- Orders in euros, and rates on some days.
create table orders (id integer primary key, d date, cust text, amount decimal(10, 2),
                     paid decimal(10, 2));
insert into orders values
  (1, '2025-01-15', 'A', 100, 50), (2, '2025-01-31', 'B', 50, 20),
  (3, '2025-02-10', 'A', 200, 10), (4, '2025-03-31', 'B', 0, 5),
  (5, '2025-04-01', 'B', 7, 5);
create table fx (date date, "from" text, "to" text, rate decimal(10, 4));
insert into fx values
  ('2025-01-01', 'EUR', 'USD', 1.00), ('2025-01-15', 'EUR', 'USD', 1.03),
  ('2025-01-31', 'EUR', 'USD', 1.04), ('2025-02-10', 'EUR', 'USD', 1.05),
  ('2025-02-28', 'EUR', 'USD', 1.06), ('2025-03-31', 'EUR', 'USD', 1.07);
