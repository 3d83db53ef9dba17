-- Profiles in tables: payments of invoices, a season by month, and two that cannot be.
create table payments (step integer, weight decimal(6, 4));
insert into payments values (0, 0.5), (1, 0.25), (3, 0.125);
create table season (month integer, part decimal(6, 4));
insert into season values (3, 0.4), (1, 0.2), (2, 0.3);
create table gaps (step integer, weight decimal(6, 4));
insert into gaps values (0, 0.5), (null, 0.25);
create table halves (step decimal(6, 2), weight decimal(6, 4));
insert into halves values (0.5, 0.5);
create table bare (step integer, weight decimal(6, 4));
create table sales (day date, amount decimal(10, 2));
insert into sales values ('2025-01-09', 10), ('2025-02-09', 20), ('2025-03-09', 30),
                         ('2025-04-09', 40);
create table plan (starts_on date, amount decimal(10, 2));
insert into plan values ('2025-01-01', 900);
