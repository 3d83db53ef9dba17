with q(qu, a, b) as (values ('2025-Q1', '2025-01-01', '2025-03-31'),
                           ('2025-Q2', '2025-04-01', '2025-06-30'),
                           ('2025-Q3', '2025-07-01', '2025-09-30'))
select qu as quarter,
       (select printf('%.17e', 1.0 * sum(done <> '') / count(*)) from activities
        where planned between a and b) as kept_share,
       printf('%.17e', 1.0 * (select count(*) from activities where done between a and b)
                       / (select count(*) from deals where outcome = 'won' and closed between a and b))
           as activities_per_won_deal,
       printf('%.17e', 1.0 * (select count(distinct customer) from activities join customers using (customer)
                              where class = 'A' and done between a and b)
                       / (select count(*) from customers where class = 'A')) as contact_coverage
from q order by qu;
