-- Who sold where, while deals are open: a rep moves on the day a deal opens, another
-- has a gap between two posts and comes back on the day a deal closes, a third has none.
create table posts (rep integer, team text, starts date, ends date);
insert into posts values
    (1, 'North', '2024-01-01', '2024-02-15'), (1, 'South', '2024-02-15', null),
    (2, 'North', '2024-01-01', '2024-02-10'), (2, 'South', '2024-02-20', null);
create table deals (
    id integer primary key, rep integer, amount integer, opened date, closed date);
insert into deals values
    (1, 1, 100, '2024-01-10', '2024-03-20'),
    (2, 2, 50, '2024-01-20', '2024-02-20'),
    (3, 1, 7, '2024-02-15', null),
    (4, 3, 20, '2024-02-01', '2024-03-01');
create table changes (
    id integer primary key, deal integer, rep integer, amount integer, at date);
insert into changes values
    (1, 1, 1, 100, '2024-01-10'),
    (2, 1, 1, 130, '2024-02-20'),
    (3, 1, 2, 130, '2024-03-05');
create table visits (id integer primary key, rep integer, began text, ended text);
insert into visits values
    (1, 1, '2024-02-14 23:00:00', '2024-02-15 01:00:00'),
    (2, 1, '2024-02-15 09:00:00', '2024-02-17 08:00:00'),
    (3, 1, '2024-02-14 08:00:00', '2024-02-14 09:00:00');
