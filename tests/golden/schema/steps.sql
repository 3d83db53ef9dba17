-- Deals in steps whose names are not in the order of the steps. Deal 6 is in none, deal 7
-- in one that no row describes.
create table steps (name text primary key, place integer);
insert into steps values ('talk', 1), ('offer', 2), ('agreed', 3), ('lost', null);
create table deals (deal_id integer primary key, step text, amount integer);
insert into deals values (1, 'talk', 50), (2, 'offer', 500), (3, 'agreed', 5000),
  (4, 'talk', 700), (5, 'lost', 10), (6, null, 60), (7, 'dream', 9000);
