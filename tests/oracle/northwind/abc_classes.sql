with c as (select CustomerID, sum(net) as n from line group by 1),
  r as (select *, sum(n) over (order by n desc, CustomerID) - n as before, sum(n) over () as whole from c),
  k as (select case when before < 0.8 * whole then 'A' when before < 0.95 * whole then 'B' else 'C' end as class, n from r)
select class, count(*) as ranked, sum(n) / 10000.0 as bought from k group by 1 order by 1;
