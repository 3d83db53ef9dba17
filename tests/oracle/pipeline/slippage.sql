with b as (select deal, stage, amount, expected_close,
                  row_number() over (partition by deal order by cast(move as integer) desc) as i
           from moves where at < '2025-07-01'),
     e as (select deal, stage,
                  row_number() over (partition by deal order by cast(move as integer) desc) as i
           from moves where at < '2025-10-01'),
     k as (select cast(b.amount as integer) as amount, e.stage not in ('won', 'lost') as still
           from b join e on e.deal = b.deal and e.i = 1
           where b.i = 1 and b.stage not in ('won', 'lost')
             and b.expected_close between '2025-07-01' and '2025-09-30')
select sum(amount) as expected, sum(iif(still, amount, 0)) as slipped,
       printf('%.17e', 1.0 * sum(iif(still, amount, 0)) / sum(amount)) as slippage_rate,
       sum(amount > 0) as expected_deals, sum(still and amount > 0) as slipped_deals
from k;
