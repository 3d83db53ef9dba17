with l as (select l.source, count(*) as n,
                  sum(coalesce(o.created_on < date(l.created_at, '+90 days'), 0)) as converted,
                  sum(coalesce(o.status = 'won', 0)) as won
           from lead l left join opportunity o using (opportunity_id) where l.created_at like '2025%' group by l.source),
     k as (select channel as source, sum(cast(round(amount * 100) as integer)) as cents
           from campaign_cost join campaign using (campaign_id) where month_start like '2025%' group by channel)
select source as lead_source, n as leads, converted as converted_leads, won as won_leads,
       printf('%.2f', coalesce(cents, 0) / 100.0) as campaign_cost,
       printf('%.17e', coalesce(cents, 0) / 100.0 / n) as cost_per_lead
from l left join k using (source) order by source;
