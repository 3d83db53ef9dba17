with l as (select *, iif(answered = '', 1e12,
                         (strftime('%s', answered) - strftime('%s', created)) / 3600.0) as h,
                  iif(converted <> '' and converted < datetime(created, '+90 days'),
                      julianday(converted) - julianday(date(created)), null) as d from leads),
     c as (select source, d, row_number() over (partition by source order by d) as i,
                  count(*) over (partition by source) as n from l where d is not null),
     o as (select *, row_number() over (partition by source order by h) as i,
                  count(*) over (partition by source) as n from l)
select source, count(*) as leads,
       printf('%.17e', 1.0 * sum(converted <> '' and converted < datetime(created, '+90 days')) / n) as lead_conversion,
       (select avg(d) from c where c.source = o.source and i in ((n + 1) / 2, (n + 2) / 2))
           as median_conversion_days,
       printf('%.17e', avg(d)) as mean_conversion_days,
       printf('%.17e', 1.0 * sum(h <= 4) / n) as answered_in_time_share,
       printf('%.17e', 1.0 * sum(answered = '') / n) as unanswered_share,
       avg(iif(i in ((n + 1) / 2, (n + 2) / 2), h, null)) as median_answer_hours,
       iif(max(iif(i = n - (n - 1) / 10, h, 0)) >= 1e6, null,
           max(iif(i = n - (n - 1) / 10, h, null))) as slow_answer_hours
from o group by source order by source;
