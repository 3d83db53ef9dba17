with c as (select sum(net) as r from line group by CustomerID)
select printf('%.17e', 1.0 * (select sum(r) from (select r from c order by r desc limit 5))
                       / (select sum(r) from c)) as top_share;
