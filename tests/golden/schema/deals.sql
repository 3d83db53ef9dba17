-- Deals of two salespeople in the first half of 2025, with a line for each day on which
-- something became of them.
create table deal (id integer primary key, name text, team text, won_on text, value real);
insert into deal values
  (1, 'ash', 'North', '2025-03-12', 100), (2, 'beech', 'North', null, null),
  (3, 'cedar', 'South', '2025-04-08', 300), (4, 'date', 'South', null, null),
  (5, 'elm', 'North', '2025-05-20', 200), (6, 'fir', 'North', null, null),
  (7, 'gorse', 'South', null, null), (8, 'hazel', 'South', '2025-04-25', 80),
  (9, 'iris', 'North', null, null), (10, 'juniper', 'South', null, null),
  (11, 'kale', 'North', '2025-06-20', 90);
create table move (id integer primary key, deal integer, day text, stage text, amount real);
insert into move (deal, day, stage, amount) values
  (1, '2025-01-10', 'talk', 90), (1, '2025-02-05', 'offer', 100), (1, '2025-03-12', 'won', 100),
  (2, '2025-01-20', 'talk', 50), (2, '2025-03-02', 'lost', 50),
  (3, '2025-02-11', 'talk', 280), (3, '2025-03-15', 'offer', 300), (3, '2025-04-08', 'won', 300),
  (4, '2025-02-14', 'talk', 70), (4, '2025-05-10', 'lost', 70),
  (5, '2025-03-05', 'offer', 210), (5, '2025-05-20', 'won', 200),
  (6, '2025-04-02', 'talk', 120), (6, '2025-06-03', 'lost', 120),
  (7, '2025-05-06', 'talk', null),
  (8, '2025-04-05', 'offer', 80), (8, '2025-04-25', 'won', 80),
  (9, '2025-05-12', 'offer', 150),
  (10, '2025-06-10', 'talk', 60);
