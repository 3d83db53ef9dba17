with c as (select customers.customer, cast(wallet as integer) as w,
                  julianday('2025-10-31') - julianday(nullif(estimated, '')) as age,
                  (select coalesce(sum(amount), 0) from deals
                   where deals.customer = customers.customer
                   and outcome = 'won' and closed >= '2025-01-01') as r
           from customers)
select printf('%.17e', 1.0 * sum(iif(w > 0, r, 0)) / sum(w)) as share_of_wallet,
       printf('%.17e', 1.0 * sum(iif(w > 0, min(r, w), 0)) / sum(w)) as capped_share_of_wallet,
       printf('%.17e', 1.0 * sum(iif(w > 0, r, 0)) / sum(r)) as wallet_coverage,
       sum(w > 0 and r > w) as wallets_too_small,
       printf('%.17e', avg(age)) as mean_wallet_age, max(age) as oldest_wallet
from c;
