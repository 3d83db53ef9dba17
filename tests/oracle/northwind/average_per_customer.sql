select printf('%!.17e', sum(net) / 10000.0 / count(distinct CustomerID)) as per_buyer,
       printf('%!.17e', sum(net) / 10000.0 / (select count(*) from Customers))
           as per_customer
from line;
