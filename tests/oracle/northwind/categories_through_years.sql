with g as (select CategoryName as category, qu as quarter, sum(net) as v
           from line join Products using (ProductID) join Categories using (CategoryID)
           group by 1, 2),
     h as (select *, v + lag(v) over (partition by category order by quarter) as two
           from g),
     s as (select *, sum(v) over (partition by quarter) as t,
                  lag(v) over w as before, sum(v) over w as since
           from h where quarter between '1996-Q4' and '1997-Q4'
           window w as (partition by category order by quarter))
select category, quarter, v / 10000.0 as revenue,
       printf('%.17e', 1.0 * v / t) as part, before / 10000.0 as before,
       since / 10000.0 as since_then, two / 10000.0 as half_year
from s order by lower(category), quarter;
