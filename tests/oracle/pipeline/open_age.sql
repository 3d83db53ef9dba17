with d as (select owner, julianday('2025-10-31') - julianday(created) as age from deals
           where closed = ''),
     l as (select 'line' as level, owner, age from d union all select 'total', '', age from d),
     o as (select *, row_number() over (partition by owner order by age) as i,
                  count(*) over (partition by owner) as n from l)
select level, owner, n as open_deals, printf('%.17e', sum(age) / n) as mean_open_age,
       avg(iif(i in ((n + 1) / 2, (n + 2) / 2), age, null)) as median_open_age
from o group by level, owner order by level, owner;
