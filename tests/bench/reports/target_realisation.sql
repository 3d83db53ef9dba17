with goal as (select name as unit, sum(amount * part) as target from target join (
    select date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
           1.0 * sum(iif(day <= '2026-10-31', working_day, 0)) / sum(working_day) as part
    from calendar where day between '2026-01-01' and '2026-12-31' group by 1) using (quarter_start)
  join org_unit u on u.unit_id = target.unit_id and valid_to is null
  where measure = 'revenue' and version = 'budget' and person_id is null group by target.unit_id)
select unit, sum(net) as revenue, target from sold join sales_order using (order_id) join unit_of on person_id = owner_id join goal using (unit)
where invoiced_on between '2026-01-01' and '2026-10-31' group by unit;

with goal as (select name as unit, sum(amount * part) as target from target join (
    select date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
           1.0 * sum(iif(day <= '2026-10-31', working_day, 0)) / sum(working_day) as part
    from calendar where day between '2026-01-01' and '2026-12-31' group by 1) using (quarter_start)
  join org_unit u on u.unit_id = target.unit_id and valid_to is null
  where measure = 'revenue' and version = 'budget' and person_id is null group by target.unit_id)
select unit, sum(net) / target as attainment, target - sum(net) as gap,
       rank() over (order by sum(net) / target desc) as rank_of_all
from sold join sales_order using (order_id) join unit_of on person_id = owner_id join goal using (unit)
where invoiced_on between '2026-01-01' and '2026-10-31' group by unit;

with day_goal as (
  select t.unit_id, c.day, 1.0 * t.amount * c.working_day / sum(c.working_day) over (partition by t.target_id) as amount
  from target t join calendar c on c.day >= t.quarter_start and c.day < date(t.quarter_start, '+3 months')
  where measure = 'revenue' and version = 'budget' and person_id is null and quarter_start between '2026-01-01' and '2026-12-31'),
goal as (select name as unit, sum(iif(day >= '2026-10-01', amount, 0)) as month, sum(amount) as year
         from day_goal g join org_unit u on u.unit_id = g.unit_id and valid_to is null where day <= '2026-10-31' group by g.unit_id),
sale as (select unit, sum(iif(invoiced_on >= '2026-10-01', net, 0)) as month, sum(net) as year
         from sold join sales_order using (order_id) join unit_of on person_id = owner_id
         where invoiced_on between '2026-01-01' and '2026-10-31' group by unit)
select unit, s.month / g.month as of_month, s.month / g.month as of_quarter, s.year / g.year as of_year,
       s.month - g.month as ahead_of_month, s.month - g.month as ahead_of_quarter, s.year - g.year as ahead_of_year
from goal g join sale s using (unit);

with goal as (select name as unit, sum(iif(measure = 'orders', amount * part, 0)) as order_target,
                     sum(iif(measure = 'margin', amount * part, 0)) as margin_target from target join (
    select date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
           1.0 * sum(iif(day <= '2026-10-31', working_day, 0)) / sum(working_day) as part
    from calendar where day between '2026-01-01' and '2026-12-31' group by 1) using (quarter_start)
  join org_unit u on u.unit_id = target.unit_id and valid_to is null
  where measure in ('orders', 'margin') and person_id is null group by target.unit_id),
ordered as (select unit, sum(qty * net_price) as order_intake from booked join unit_of on person_id = owner_id
            where ordered_on between '2026-01-01' and '2026-10-31' group by unit),
earned as (select unit, sum(net - cost) as gross_margin
           from sold join sales_order using (order_id) join unit_of on person_id = owner_id
           where cost is not null and invoiced_on between '2026-01-01' and '2026-10-31' group by unit)
select unit, order_intake, order_target, order_intake / order_target as order_attainment, gross_margin, margin_target,
       gross_margin / margin_target as margin_attainment
from goal join ordered using (unit) join earned using (unit);

select *, revenue / elapsed_share as projection, revenue / elapsed_share / target as projected_attainment from (
  select (select sum(net) from sold where invoiced_on between '2026-01-01' and '2026-10-31') as revenue,
         (select sum(amount) from target where measure = 'revenue' and version = 'budget' and person_id is null
            and quarter_start between '2026-01-01' and '2026-12-31') as target,
         (select sum(amount) from target where version = 'estimate' and quarter_start between '2026-01-01' and '2026-12-31') as estimate,
         (select sum(iif(invoiced_on <= '2025-10-31', net, 0)) / sum(net) from sold
          where invoiced_on between '2025-01-01' and '2025-12-31') as elapsed_share);

with goal as (select person_id, sum(amount * part) as personal_target from target join (
    select date(day, 'start of month', '-' || ((strftime('%m', day) - 1) % 3) || ' months') as quarter_start,
           1.0 * sum(iif(day <= '2026-10-31', working_day, 0)) / sum(working_day) as part
    from calendar where day between '2026-01-01' and '2026-12-31' group by 1) using (quarter_start)
  where person_id is not null group by person_id),
sale as (select owner_id, sum(net) as revenue from sold join sales_order using (order_id)
         where invoiced_on between '2026-01-01' and '2026-10-31' group by owner_id)
select name as owner, coalesce(revenue, 0) as revenue, personal_target, coalesce(revenue, 0) / personal_target as personal_attainment
from goal join person using (person_id) left join sale on owner_id = person_id where personal_target > 0;

with goal as (select person_id, sum(amount) as amount from target
              where person_id is not null and quarter_start between '2026-01-01' and '2026-12-31' group by person_id),
sale as (select owner_id, sum(net) as revenue from sold join sales_order using (order_id)
         where invoiced_on between '2026-01-01' and '2026-10-31' group by owner_id)
select (select sum(amount) from goal) as personal_target,
       1.0 * (select sum(amount) from goal) / (select sum(amount) from target where measure = 'revenue' and version = 'budget'
          and person_id is null and quarter_start between '2026-01-01' and '2026-12-31') - 1 as over_assignment,
       coalesce((select sum(revenue) from sale left join goal on person_id = owner_id where coalesce(amount, 0) <= 0), 0) as revenue_without_target;

select working_days, working_days_left, revenue / working_days as revenue_per_working_day,
       (target - revenue) / working_days_left as required_per_working_day,
       revenue / working_days / (before / days_before) - 1 as growth_on_working_days from (
  select (select sum(working_day) from calendar where day between '2026-01-01' and '2026-10-31') as working_days,
         (select sum(working_day) from calendar where day between '2026-11-01' and '2026-12-31') as working_days_left,
         (select sum(working_day) from calendar where day between '2025-01-01' and '2025-10-31') as days_before,
         (select sum(net) from sold where invoiced_on between '2026-01-01' and '2026-10-31') as revenue,
         (select sum(net) from sold where invoiced_on between '2025-01-01' and '2025-10-31') as before,
         (select sum(amount) from target where measure = 'revenue' and version = 'budget' and person_id is null
            and quarter_start between '2026-01-01' and '2026-12-31') as target);

with goal as (select strftime('%Y-Q', quarter_start) || ((strftime('%m', quarter_start) + 2) / 3) as quarter, sum(amount) as target
              from target where measure = 'revenue' and version = 'budget' and person_id is null
                and quarter_start between '2026-01-01' and '2026-12-31' group by 1)
select quarter, sum(net) as revenue, target
from sold join goal on quarter = strftime('%Y-Q', invoiced_on) || ((strftime('%m', invoiced_on) + 2) / 3) group by quarter;

with sale as (select substr(invoiced_on, 1, 7) as month, sum(net) as net from sold where invoiced_on < '2026-10-01' group by 1),
moving as (select month, net, lag(net, 12) over (order by month) as before,
                  sum(net) over (order by month rows 11 preceding) as year,
                  sum(net) over (order by month rows between 23 preceding and 12 preceding) as year_before from sale)
select month, net as revenue, net / before - 1 as growth, year as moving_annual_total, year / year_before - 1 as moving_annual_growth
from moving where month >= '2025-10';
