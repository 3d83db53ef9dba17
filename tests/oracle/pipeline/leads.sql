with l as (select *, iif(answered = '', 1e12,
                         (strftime('%s', answered) - strftime('%s', created)) / 3600.0) as h from leads),
     o as (select *, row_number() over (partition by source order by h) as i,
                  count(*) over (partition by source) as n from l)
select source, count(*) as leads,
       printf('%.17e', 1.0 * sum(converted <> '' and converted < datetime(created, '+90 days')) / n) as lead_conversion,
       printf('%.17e', 1.0 * sum(h <= 4) / n) as answered_in_time_share,
       printf('%.17e', 1.0 * sum(answered = '') / n) as unanswered_share,
       avg(iif(i in ((n + 1) / 2, (n + 2) / 2), h, null)) as median_answer_hours
from o group by source order by source;
