with q(qu) as (values ('1996-Q1'), ('1996-Q2'), ('1996-Q3'), ('1996-Q4')),
     a as (select qu, sum(net) as v, count(distinct OrderID) as n from line group by 1)
select qu as quarter, n as orders,
       iif(n is null, null, printf('%!.17e', v / 10000.0 / n)) as average
from q left join a using (qu) order by qu;
