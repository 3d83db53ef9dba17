with a as (select 'line' as level, kind, sum(status = 'won') as won, sum(status = 'lost') as lost,
                  sum(iif(status = 'won', cast(round(amount * 100) as integer), 0)) as wv,
                  sum(coalesce(cast(round(amount * 100) as integer), 0)) as v
           from opportunity where status in ('won', 'lost') and closed_on like '2025%' group by kind),
     b as (select * from a union all select 'total', '', sum(won), sum(lost), sum(wv), sum(v) from a)
select level, kind as deal_kind, won as won_deals, lost as lost_deals,
       printf('%.17e', 1.0 * won / (won + lost)) as win_rate, printf('%.17e', 1.0 * wv / v) as win_rate_by_value
from b order by level, kind;
