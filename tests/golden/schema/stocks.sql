-- Rows that begin and end, a log of changes and snapshots; days that lie on the edges of
-- months, and rows that end when or before they begin.
create table deals (
    id integer primary key, owner text, amount integer, created text, closed text);
insert into deals values
    (1, 'ann', 100, '2024-01-10', '2024-02-10'),
    (2, 'ann', 200, '2024-01-31', null),
    (3, 'bob', 50, '2024-02-01', '2024-02-29'),
    (4, 'bob', 70, '2024-02-15', '2024-04-01'),
    (5, 'cid', 999, '2024-03-05', '2024-03-01'),
    (6, 'cid', 10, '2024-03-05', '2024-03-05'),
    (7, 'dan', 30, '2024-03-02', '2024-03-20'),
    (8, 'dan', 40, '2024-04-10', null);
create table changes (
    id integer primary key, deal integer, owner text, stage text, amount integer,
    at text);
insert into changes values
    (1, 1, 'ann', 'open', 100, '2024-01-10'),
    (2, 1, 'ann', 'open', 150, '2024-02-05'),
    (3, 1, 'bob', 'open', 150, '2024-02-20'),
    (4, 1, 'bob', 'won', 150, '2024-03-10'),
    (5, 2, 'bob', 'open', 40, '2024-01-20'),
    (6, 2, 'bob', 'lost', 40, '2024-02-01'),
    (7, 2, 'bob', 'open', 60, '2024-03-01'),
    (8, 3, 'cid', 'open', 5, '2024-02-29'),
    (9, 3, 'cid', 'open', 7, '2024-02-29');
create table stock (day text, item text, quantity integer);
insert into stock values
    ('2024-01-31', 'a', 10), ('2024-01-31', 'b', 5), ('2024-02-15', 'a', 7),
    ('2024-02-29', 'b', 4), ('2024-02-29', 'c', 1);
create table calls (id integer primary key, began text, ended text);
insert into calls values
    (1, '2024-01-31 22:00:00', '2024-02-01 02:00:00'),
    (2, '2024-01-31 08:00:00', '2024-01-31 09:00:00'),
    (3, '2024-02-01 08:00:00', null);
