-- The history of opportunities through stages 1 to 4, 5 won, 0 lost. A skips a stage,
-- B goes back and comes again, C is lost, D stays, E is handed to another owner in its
-- stage, F enters twice at one moment, G reaches stage 3 exactly 30 days later, H begins
-- in stage 3, I enters stage 1 again after it was lost.
create table history (entry_id integer primary key, deal text, stage integer, owner text, entered text);
insert into history values
  (1, 'A', 1, 'Kim', '2025-01-02 09:00:00'), (2, 'A', 3, 'Kim', '2025-01-10 09:00:00'), (3, 'A', 5, 'Kim', '2025-01-20 10:00:00'),
  (4, 'B', 1, 'Kim', '2025-01-03 09:00:00'), (5, 'B', 2, 'Kim', '2025-01-05 09:00:00'), (6, 'B', 1, 'Kim', '2025-01-09 09:00:00'),
  (7, 'B', 2, 'Kim', '2025-01-15 09:00:00'), (8, 'B', 3, 'Kim', '2025-03-15 09:00:00'),
  (9, 'C', 1, 'Lou', '2025-01-04 09:00:00'), (10, 'C', 2, 'Lou', '2025-01-06 09:00:00'), (11, 'C', 0, 'Lou', '2025-01-08 09:00:00'),
  (12, 'D', 1, 'Lou', '2025-01-05 09:00:00'),
  (13, 'E', 1, 'Lou', '2025-01-06 09:00:00'), (14, 'E', 1, 'Kim', '2025-01-07 09:00:00'), (15, 'E', 2, 'Kim', '2025-01-30 09:00:00'),
  (16, 'F', 1, 'Kim', '2025-01-07 09:00:00'), (17, 'F', 2, 'Kim', '2025-01-07 09:00:00'),
  (18, 'G', 1, 'Lou', '2025-01-08 09:00:00'), (19, 'G', 3, 'Lou', '2025-02-07 09:00:00'),
  (20, 'H', 3, 'Lou', '2025-01-09 09:00:00'), (21, 'H', 4, 'Lou', '2025-01-12 09:00:00'),
  (22, 'I', 1, 'Kim', '2025-01-10 09:00:00'), (23, 'I', 0, 'Kim', '2025-01-11 09:00:00'), (24, 'I', 1, 'Kim', '2025-02-11 09:00:00');
