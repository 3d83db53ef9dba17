select y as year, printf('%.2f', sum(net) / 100.0) as revenue,
       printf('%.2f', sum(iif(cost is null, 0, net - cost)) / 100.0) as gross_margin,
       printf('%.17e', 1.0 * sum(iif(cost is null, 0, net - cost)) / sum(iif(cost is null, 0, net))) as gross_margin_share,
       printf('%.17e', 1.0 * sum(iif(cost is null, 0, net)) / sum(net)) as known_cost_share
from sold where y in ('2024', '2025') group by y order by y;
