-- Quotients by long division, two digits a step, to 20 digits; the last one is rounded.
with recursive
     r as (select day, cast(round(max(rate * (to_currency = 'EUR')) * 10000) as integer) as eur,
                  cast(round(max(rate * (to_currency = 'GBP')) * 10000) as integer) as gbp,
                  cast(round(max(rate * (to_currency = 'CAD')) * 10000) as integer) as cad,
                  cast(round(max(rate * (to_currency = 'AUD')) * 10000) as integer) as aud
           from currency_rates group by day),
     y as (select substr(OrderDate, 1, 4) as y, sum(v * eur) as eur, sum(v * gbp) as gbp,
                  sum(v * cad) as cad, sum(v * aud) as aud, sum(v) as v,
                  count(distinct so) as n
           from sale join FactResellerSales f on f.SalesOrderNumber = so and f.ProductKey = p
           join r on r.day = OrderDate group by 1),
     -- euros are millionths: of the average all but the first six digits are behind the point
     d(y, what, over, step, whole, digits, rest) as (
         select y, 'a', n, 0, eur / n / 1000000, printf('%06d', eur / n % 1000000), eur % n from y
         union all
         select y.y, 'g', z.eur, 0, y.eur / z.eur - 1, '', y.eur % z.eur
         from y join y z on cast(z.y as integer) = y.y - 1
         union all
         select y.y, 'c', z.v, 0, y.v / z.v - 1, '', y.v % z.v
         from y join y z on cast(z.y as integer) = y.y - 1
         union all
         select y, what, over, step + 1, whole,
                digits || printf('%02d', rest * 100 / over), rest * 100 % over
         from d where length(digits) < 20),
     q as (select y, what, whole, cast(substr(digits, 1, 10) as integer) as high,
                  cast(substr(digits, 11) as integer) + (2 * rest >= over) as low
           from d where length(digits) = 20),
     t as (select y, what, (whole + (high + low / 10000000000) / 10000000000) || '.'
                           || printf('%010d%010d', (high + low / 10000000000) % 10000000000,
                                     low % 10000000000) as v from q)
select y as year, printf('%d.%06d', eur / 1000000, eur % 1000000) as at_the_day,
       (select t.v from t where t.y = y.y and what = 'a') as per_order,
       (select t.v from t where t.y = y.y and what = 'g') as growth,
       (select t.v from t where t.y = y.y and what = 'c') as constant_growth,
       printf('%d.%06d', gbp / 1000000, gbp % 1000000) as pounds,
       printf('%d.%06d', cad / 1000000, cad % 1000000) as canadian,
       printf('%d.%06d', aud / 1000000, aud % 1000000) as australian
from y where y in ('2018', '2019') order by y;
