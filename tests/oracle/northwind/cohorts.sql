with f as (select CustomerID, min(y) as cohort from head group by 1),
     r as (select cohort, y, sum(net) as v, count(distinct CustomerID) as n
           from line join f using (CustomerID) group by 1, 2),
     years as (select distinct y from head),
     a as (select 'line' as level, b.cohort as cohort, k.y as y, coalesce(v, 0) as v,
                  coalesce(n, 0) as n
           from (select distinct cohort from f) b cross join years k
                left join r on r.cohort = b.cohort and r.y = k.y
           union all
           select 'total', '', '', sum(net), count(distinct CustomerID) from line)
select level, cohort, y as year, printf('%d.%04d', v / 10000, v % 10000) as revenue,
       n as buyers
from a order by level, cohort, y;
