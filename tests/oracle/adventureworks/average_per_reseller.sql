select printf('%!.17e', sum(v) / 100.0 / count(distinct r)) as per_buyer,
       printf('%!.17e', sum(v) / 100.0 / (select count(*) from Resellers)) as per_reseller
from sale;
