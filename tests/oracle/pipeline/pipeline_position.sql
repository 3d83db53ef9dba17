with o as (select deals.*, (select stage from moves where moves.deal = deals.deal
                            order by cast(move as integer) desc limit 1) as stage
           from deals where outcome = ''),
     s as (select sum(amount) as v, sum(amount * chance) as w,
                  sum(iif(date(created, '+60 days') <= '2025-10-31', amount, 0)) as old,
                  sum(iif(expected_close between '2025-10-01' and '2025-12-31', amount, 0)) as e,
                  sum(iif(expected_close <> '' and expected_close < '2025-10-31', amount, 0)) as late,
                  sum(iif(expected_close = '', amount, 0)) as undated, sum(amount = '') as unvalued
           from o join stages using (stage)),
     w as (select sum(amount) as won from deals
           where outcome = 'won' and closed >= '2025-10-01'),
     g as (select cast(amount as integer) as target from targets where quarter_start = '2025-10-01')
select v as open_value, round(w, 2) as weighted_value, printf('%.17e', 1.0 * w / v) as mean_chance,
       printf('%.17e', 1.0 * old / v) as stale_share,
       printf('%.17e', 1.0 * late / v) as overdue_share, printf('%.17e', 1.0 * undated / v) as undated_share,
       unvalued as unvalued_deals, e as expected_value, won as won_value,
       target as deal_target, target - won as target_left,
       printf('%.17e', 1.0 * e / (target - won)) as pipeline_coverage
from s, w, g;
