select m as month, count(*) as without_cost from sale where cost is null group by m order by m;
