with e as (select s.stage, s.v, chance, outcome
           from step s join stages using (stage) join deal on deal.deal = s.deal
           where state = 'open' and outcome <> ''
             and not exists (select 1 from step b where b.deal = s.deal and b.stage = s.stage
                             and b.move < s.move)),
     t as (select stage, sum(v) as v, 1.0 * sum(v * chance) / sum(v) as p,
                  1.0 * sum(iif(outcome = 'won', v, 0)) / sum(v) as r from e group by stage)
select stage, v as entered_value, printf('%.17e', p) as predicted_chance,
       printf('%.17e', r) as realised_chance, printf('%.17e', p - r) as chance_error
from t order by p;
