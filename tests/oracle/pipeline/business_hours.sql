-- Every day from the first to the last, its working hours cut at both ends.
with recursive
     l as (select cast(lead as integer) as lead, created, answered from leads where created like '2025-08%'),
     d(lead, created, answered, day) as (
         select lead, created, answered, date(created) from l where answered <> ''
         union all
         select lead, created, answered, date(day, '+1 day') from d where day < date(answered)),
     h as (select lead, iif(strftime('%w', day) in ('0', '6'), 0,
                            max(0, min(strftime('%s', day || ' 17:00:00'), strftime('%s', answered))
                                   - max(strftime('%s', day || ' 09:00:00'), strftime('%s', created)))) as s
           from d)
select lead, created, answered,
       iif(answered = '', null, (select printf('%.17e', sum(s) / 3600.0) from h where h.lead = l.lead))
           as open_hours
from l order by created;
