with q as (select qu as quarter, sum(net) as r from line group by 1),
     c as (select quarter, r, lag(r, 4) over w as ly, lag(r) over w as pq
           from q window w as (order by quarter))
select quarter, printf('%d.%04d', r / 10000, r % 10000) as revenue,
       ly / 10000.0 as "revenue ly", (r - ly) / 10000.0 as "revenue change ly",
       iif(ly is null, null, printf('%.17e', 1.0 * (r - ly) / ly)) as "revenue change % ly",
       pq / 10000.0 as "revenue pq", (r - pq) / 10000.0 as "revenue change pq",
       iif(pq is null, null, printf('%.17e', 1.0 * (r - pq) / pq)) as "revenue change % pq"
from c order by quarter;
