with recursive day(d) as (select '2017-07-01' union all select date(d, '+1 day') from day where d < '2020-06-30'),
     work as (select substr(d, 1, 7) as m,
                     substr(d, 1, 4) || '-Q' || ((cast(substr(d, 6, 2) as integer) + 2) / 3) as qu,
                     count(*) as n
              from day where strftime('%w', d) between '1' and '5' group by 1),
     whole as (select qu, sum(n) as all_of from work group by 1),
     plan as (select e, sum(1.0 * g * n / all_of) as g
              from goal join work using (qu) join whole using (qu)
              where m in ('2020-04', '2020-05') group by 1),
     sold as (select e, sum(v) as v from sale where m in ('2020-04', '2020-05') group by 1),
     k as (select replace(LoginID, 'adventure-works\', '') as name, v, g
           from plan left join sold using (e) join employee_map on EmployeeKey = e),
     a as (select 'line' as level, name, v, g from k
           union all select 'total', '', sum(v), sum(g) from k)
select level, name as seller, printf('%d.%02d', v / 100, v % 100) as sales,
       printf('%!.17e', g / 100) as planned, printf('%!.17e', v / g) as pace
from a order by level, v / g;
