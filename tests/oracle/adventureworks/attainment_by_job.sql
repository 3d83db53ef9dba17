with s as (select JobTitle as job, qu, sum(v) as v from sale join employee_map on EmployeeKey = e
           where y = '2019' group by 1, 2),
     t as (select JobTitle as job, qu, sum(g) as g from goal join employee_map on EmployeeKey = e
           where y = '2019' group by 1, 2),
     k as (select b.job as job, c.qu as qu, coalesce(v, 0) as v, coalesce(g, 0) as g
           from (select job from s union select job from t) b
                cross join (select distinct qu from goal where y = '2019') c
                left join s on s.job = b.job and s.qu = c.qu
                left join t on t.job = b.job and t.qu = c.qu),
     a as (select 1 as o, 'line' as level, * from k
           union all select 2, 'subtotal job', job, '', sum(v), sum(g) from k group by job
           union all select 3, 'total', '', '', sum(v), sum(g) from k)
select level, job, qu as quarter, printf('%d.%02d', v / 100, v % 100) as sales,
       printf('%d.%02d', g / 100, g % 100) as quota,
       iif(g = 0, '', printf('%!.17e', 1.0 * v / g)) as attainment
from a order by o = 3, lower(job), o, qu;
