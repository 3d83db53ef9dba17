create table sales (id integer primary key, day date, region text, channel text, amount integer, goal integer);
insert into sales
  with recursive n(i) as (select 0 union all select i + 1 from n where i < 399)
  select i + 1, date('2024-01-03', (i * 7919 % 800) || ' days'), substr('NSW', i % 3 + 1, 1),
         case when i % 5 < 2 then 'web' else 'shop' end, i * i * 31 % 97 - 9, i * 13 % 50
  from n;
