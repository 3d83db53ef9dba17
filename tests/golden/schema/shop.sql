-- A small shop. Customer 4 has no order, order 6 has no customer of ours.
create table customers (customer_id integer primary key, name text, region text,
                        segment text, since date);
insert into customers values
  (1, 'Adler',   'North', 'SMB',        '2023-05-01'),
  (2, 'Birke',   'South', 'Enterprise', '2023-07-15'),
  (3, 'Cramer',  null,    'SMB',        '2024-01-10'),
  (4, 'Dorn',    'North', 'Enterprise', '2024-02-20');
create table reps (rep_id integer primary key, rep_name text, team text);
insert into reps values (1, 'Olga', 'Red'), (2, 'Paul', 'Blue');
create table products (product_id integer primary key, product_name text,
                       category text, cost decimal(10, 2));
insert into products values
  (1, 'Lamp', 'Home', 7.50), (2, 'Desk', 'Office', 80.00), (3, 'Pen', 'Office', 0.40);
create table orders (order_id integer primary key, customer_id integer, rep_id integer,
                     order_date date, ship_date date, freight decimal(10, 2),
                     status text);
insert into orders values
  (1, 1, 1, '2025-01-15', '2025-01-17', 4.90, 'done'),
  (2, 2, 1, '2025-02-03', '2025-02-10', 12.00, 'done'),
  (3, 1, 2, '2025-02-20', null,         0.00, 'open'),
  (4, 3, 2, '2025-03-31', '2025-04-01', 3.35, 'done'),
  (5, 2, 2, '2025-05-05', '2025-05-06', 7.75, 'done'),
  (6, 9, 1, '2025-06-30', '2025-07-02', 1.00, 'done');
create table order_lines (order_id integer, line_no integer, product_id integer,
                          quantity integer, unit_price decimal(10, 2),
                          primary key (order_id, line_no));
insert into order_lines values
  (1, 1, 1, 2, 15.00), (1, 2, 3, 10, 1.00), (2, 1, 2, 1, 150.00), (3, 1, 3, 5, 1.00),
  (4, 1, 1, 1, 15.00), (4, 2, 2, 2, 140.00), (5, 1, 2, 1, 150.00), (6, 1, 3, 1, 1.10);
create table targets (rep_id integer, starts_on date, amount decimal(10, 2),
                      primary key (rep_id, starts_on));
insert into targets values
  (1, '2025-01-01', 200), (1, '2025-04-01', 100),
  (2, '2025-01-01', 300), (2, '2025-04-01', 200);
create table void (id integer primary key, day date, amount decimal(10, 2));
