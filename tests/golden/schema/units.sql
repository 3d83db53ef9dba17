-- A company in units of uneven depth: booked at the top, in the middle, below; a unit
-- whose parent is not there, a fact without unit and one whose unit nobody knows.
create table units (unit_id integer primary key, name text, parent_id integer);
insert into units values (1, 'Company', null), (2, 'North', 1), (3, 'South', 1),
  (4, 'North East', 2), (5, 'North West', 2), (6, 'Harbour', 4), (7, 'Orphan', 99);
create table bookings (booking_id integer primary key, unit_id integer, booked date, amount integer);
insert into bookings values (1, 1, '2025-01-01', 1), (2, 2, '2025-01-02', 2), (3, 3, '2025-02-01', 4),
  (4, 4, '2025-02-02', 8), (5, 5, '2025-03-01', 16), (6, 6, '2025-03-02', 32), (7, 7, '2025-03-03', 64),
  (8, null, '2025-01-01', 128), (9, 77, '2025-01-01', 256), (10, 6, '2025-04-01', 512);
-- The Harbour moves from North to South on 1 April; Team exists since February only.
create table posts (unit_id integer, name text, parent_id integer, starts date, ends date);
insert into posts values (1, 'Company', null, null, null), (2, 'North', 1, null, null),
  (3, 'South', 1, null, null), (6, 'Harbour', 2, null, '2025-04-01'),
  (6, 'Harbour', 3, '2025-04-01', null), (8, 'Team', 6, '2025-02-01', null);
create table works (work_id integer primary key, unit_id integer, done date, paid date, hours integer);
insert into works values (1, 6, '2025-03-31', '2025-04-01', 1), (2, 6, '2025-04-01', '2025-04-02', 2),
  (3, 8, '2025-01-31', '2025-03-31', 4), (4, 8, '2025-03-31', null, 8), (5, 8, '2025-04-01', '2025-01-01', 16),
  (6, 2, '2025-01-01', '2025-01-01', 32), (7, 1, '2025-01-01', '2025-01-01', 64);
-- 1 stands above 3 above 2 above 1.
create table circle (unit_id integer primary key, name text, parent_id integer);
insert into circle values (1, 'One', 3), (2, 'Two', 1), (3, 'Three', 2), (4, 'Four', null);
