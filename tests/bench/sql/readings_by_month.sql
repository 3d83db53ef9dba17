with measured as materialized (
       select read_on, sum(value) as reading
       from readings
       group by 1)
select substr(read_on, 1, 7) as month, sum(reading) as reading
from measured
group by 1
order by 1;
