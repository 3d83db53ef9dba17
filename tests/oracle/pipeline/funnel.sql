with m as (select cast(move as integer) as move, deal, at, stage, held_by,
                  iif(stage = 'lost', 0, cast(step as integer)) as step
           from moves join stages using (stage)),
     e as (select m.*,
                  (select max(n.step) from m n where n.deal = m.deal and n.move <> m.move
                   and n.at >= m.at and n.at < date(m.at, '+60 days')) as best,
                  (select n.step from m n where n.deal = m.deal and n.move <> m.move
                   and n.at >= m.at and n.at < date(m.at, '+60 days')
                   order by n.at desc, n.move desc limit 1) as last,
                  (select n.held_by from m n where n.deal = m.deal and n.move <> m.move
                   and n.at >= m.at and n.at < date(m.at, '+60 days')
                   order by n.at desc, n.move desc limit 1) as holder
           from m
           where stage not in ('won', 'lost') and date(at, '+60 days') <= '2025-10-31'
             and not exists (select 1 from m n where n.deal = m.deal and n.stage = m.stage
                             and n.at < m.at)),
     o as (select stage, case when best > step then 'a' when last = 0 then 'l'
                              when last < step then 'b' when holder <> held_by then 'h'
                              else 's' end as outcome from e)
select stage, count(*) as stage_entries,
       printf('%.17e', 1.0 * sum(outcome = 'a') / count(*)) as stage_conversion,
       printf('%.17e', 1.0 * sum(outcome = 'l') / count(*)) as stage_loss,
       printf('%.17e', 1.0 * sum(outcome = 'b') / count(*)) as stage_moved_back,
       printf('%.17e', 1.0 * sum(outcome = 'h') / count(*)) as stage_handed_off,
       printf('%.17e', 1.0 * sum(outcome = 's') / count(*)) as stage_still_there,
       count(*) - sum(outcome in ('a', 'l', 'b', 'h', 's')) as unexplained_entries
from o group by stage order by count(*) desc;
