with d as (select date(OrderDate) as a, date(ShippedDate) as b from Orders),
     n as (select (select count(*) from d where a <= '1998-03-31' and (b is null or b > '1998-03-31')) as n1,
                  (select count(*) from d where a <= '1997-03-31' and (b is null or b > '1997-03-31')) as n0,
                  (select count(*) from d where a between '1997-04-01' and '1998-03-31') as came,
                  (select count(*) from d where b between '1997-04-01' and '1998-03-31') as went)
select n1 as backlog, n0 as "backlog previous year", came as new, -went as gone,
       n1 - n0 as contribution, 1 as share from n;
