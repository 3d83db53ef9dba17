select cu as quarter, count(*) as created_deals,
       printf('%.17e', 1.0 * sum(outcome = 'won') / count(*)) as cohort_win_rate,
       printf('%.17e', 1.0 * sum(outcome = 'lost') / count(*)) as cohort_loss_rate,
       printf('%.17e', 1.0 * sum(outcome = '') / count(*)) as cohort_open_share,
       printf('%.17e', 1.0 * sum(outcome = 'won') / sum(outcome <> '')) as cohort_decided_win_rate
from deal where cu between '2024-Q3' and '2025-Q3' group by cu order by cu;
