with o as (select Country as c, qu, sum(net) / 10000.0 as n, count(distinct OrderID) as d
           from line join Customers using (CustomerID)
           where qu in ('1997-Q4', '1998-Q1') group by 1, 2),
     m as (select c, sum(iif(qu = '1998-Q1', n, 0)) as n1, sum(iif(qu = '1998-Q1', d, 0)) * 1.0 as d1,
                  sum(iif(qu = '1997-Q4', n, 0)) as n0, sum(iif(qu = '1997-Q4', d, 0)) * 1.0 as d0
           from o group by 1),
     t as (select sum(n1) as n1, sum(d1) as d1, sum(n0) as n0, sum(d0) as d0,
                  (sum(n1) / sum(d1) + sum(n0) / sum(d0)) / 2 as r from m),
     w as (select m.*, m.d1 / t.d1 as w1, m.d0 / t.d0 as w0, m.n1 / m.d1 as r1, m.n0 / m.d0 as r0, t.r
           from m, t),
     p as (select *, case when d0 > 0 and d1 > 0 then (r1 - r0) * (w1 + w0) / 2 else 0 end as rate,
                  case when d0 > 0 and d1 > 0 then (w1 - w0) * ((r1 + r0) / 2 - r) else 0 end as mix,
                  case when d0 = 0 then w1 * (r1 - r) else 0 end as new,
                  case when d1 = 0 then -w0 * (r0 - r) else 0 end as lost
           from w),
     k as (select *, rate + mix + new + lost as part,
                  row_number() over (order by abs(rate + mix + new + lost) desc) as place from p),
     x as (select iif(place <= 5, 'line', 'others') as level, iif(place <= 5, c, '') as country,
                  min(place) as place, sum(n1) / nullif(sum(d1), 0) as r1,
                  sum(n0) / nullif(sum(d0), 0) as r0, sum(rate) as rate, sum(mix) as mix,
                  sum(new) as new, sum(lost) as lost, sum(part) as part
           from k group by 1, 2
           union all
           select 'total', '', 99, sum(n1) / sum(d1), sum(n0) / sum(d0), sum(rate), sum(mix),
                  sum(new), sum(lost), sum(part) from k)
select level, country, printf('%.17e', r1) as average_order,
       printf('%.17e', r0) as "average_order previous quarter",
       iif(rate = 0, 0, printf('%.17e', rate)) as rate, iif(mix = 0, 0, printf('%.17e', mix)) as mix,
       iif(new = 0, 0, printf('%.17e', new)) as new, iif(lost = 0, 0, printf('%.17e', lost)) as lost,
       printf('%.17e', part) as contribution,
       iif(level = 'total', 1, printf('%.17e', part / (select part from x where level = 'total'))) as share
from x order by place;
