with c as (select CustomerID as id, (select lower(CompanyName) from Customers c where c.CustomerID = line.CustomerID) as name,
                  sum(iif(m between '1997-01' and '1997-04', net, 0)) as a,
                  sum(iif(m between '1998-01' and '1998-04', net, 0)) as b
           from line where m between '1997-01' and '1997-04' or m between '1998-01' and '1998-04'
           group by 1),
     s as (select *, sum(a) over (order by a desc, name) - a as a0, sum(a) over () as at,
                  sum(b) over (order by b desc, name) - b as b0, sum(b) over () as bt from c),
     k as (select a, b, case when a <= 0 then 'C' when a0 < 0.8 * at then 'A'
                             when a0 < 0.95 * at then 'B' else 'C' end as x,
                  case when b <= 0 then 'C' when b0 < 0.8 * bt then 'A'
                       when b0 < 0.95 * bt then 'B' else 'C' end as y from s)
select * from (select 'line' as level, x as class_then, y as class_now, count(*) as members,
                      sum(a) / 10000.0 as value_then, sum(b) / 10000.0 as value_now
               from k group by x, y order by x, y)
union all
select 'total', '', '', count(*), sum(a) / 10000.0, sum(b) / 10000.0 from k;
