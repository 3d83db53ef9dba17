with f as (select CustomerID, min(OrderDate) as d from Orders group by 1),
  o as (select x.CustomerID, (cast(substr(f.d, 1, 4) as integer) * 4 + (cast(substr(f.d, 6, 2) as integer) + 2) / 3 - 1) as s,
      (cast(substr(x.OrderDate, 1, 4) as integer) * 4 + (cast(substr(x.OrderDate, 6, 2) as integer) + 2) / 3 - 1) as q
    from Orders x join f using (CustomerID)),
  n as (select s, q - s as age, count(distinct CustomerID) as buyers from o group by 1, 2)
select (s / 4) || '-Q' || (s % 4 + 1) as started, age, buyers,
  printf('%.17e', 1.0 * buyers / (select buyers from n z where z.s = n.s and z.age = 0)) as kept
from n order by s, age;
