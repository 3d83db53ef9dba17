-- Who worked where, and what was sold: rows on the days at which a post begins or ends,
-- an open begin, an open end, a gap, a rep without a post, a sale without a day.
create table areas (area_id integer primary key, area text);
insert into areas values (1, 'North'), (2, 'South'), (3, 'West');
create table posts (rep_id integer, area_id integer, starts date, ends date);
insert into posts values
  (1, 1, '2024-01-01', '2024-04-01'), (1, 2, '2024-04-01', null),
  (2, 2, null, '2024-02-01'), (2, 3, '2024-03-01', '2024-06-01');
create table reps (rep_id integer primary key, name text);
insert into reps values (1, 'Olga'), (2, 'Paul'), (3, 'Rosa');
create table sales (sale_id integer primary key, rep_id integer, sold date, paid date,
                    amount integer);
insert into sales values
  (1, 1, '2024-03-31', '2024-04-01', 1),
  (2, 1, '2024-04-01', '2024-04-30', 2),
  (3, 1, '2024-01-01', null, 4),
  (4, 1, '2023-12-31', '2024-01-01', 8),
  (5, 2, '2024-01-31', '2024-02-01', 16),
  (6, 2, '2024-02-01', '2024-03-01', 32),
  (7, 2, '2024-03-01', '2024-05-31', 64),
  (8, 2, '2024-05-31', '2024-06-01', 128),
  (9, 2, '2024-06-01', '2024-06-02', 256),
  (10, 3, '2024-03-01', '2024-03-02', 512),
  (11, null, '2024-03-01', '2024-03-02', 1024),
  (12, 1, null, '2024-05-01', 2048);
-- Two posts of one rep at the same time.
create table double_posts (rep_id integer, area_id integer, starts date, ends date);
insert into double_posts values
  (1, 1, '2024-01-01', '2024-05-01'), (1, 2, '2024-04-01', null),
  (2, 3, '2024-01-01', '2024-02-01');
-- Moments.
create table calls (call_id integer primary key, rep_id integer, called text);
insert into calls values
  (1, 1, '2024-03-31 23:59:59'), (2, 1, '2024-04-01 00:00:00'),
  (3, 1, '2024-04-01 12:00:00');
create table shifts (rep_id integer, shift text, begins text, ends text);
insert into shifts values
  (1, 'early', '2024-03-31 06:00:00', '2024-04-01 12:00:00'),
  (1, 'late', '2024-04-01 12:00:00', '2024-04-02 06:00:00');
-- Text keys.
create table notes (note_id integer primary key, rep text, area text);
insert into notes values (1, '1', 'North'), (2, '2', 'South');
