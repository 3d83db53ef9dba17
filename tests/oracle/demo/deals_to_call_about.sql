select o.name as deal, c.name as customer, p.name as owner, stage, expected_close, amount
from opportunity o join customer c using (customer_id) join person p on p.person_id = owner_id
where o.status = 'open' and expected_close < '2026-10-31'
order by amount desc, opportunity_id limit 5;
