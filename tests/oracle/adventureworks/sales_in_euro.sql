-- Rates are integers, ten-thousandths; an amount of cents times a rate is exact.
with e as (select day, cast(round(rate * 10000) as integer) as r from currency_rates
           where to_currency = 'EUR'),
     l as (select SalesTerritoryCountry as c, qu, v, v * e.r as fact
           from sale join DimSalesTerritory d on d.SalesTerritoryKey = t
           join FactResellerSales f on f.SalesOrderNumber = so and f.ProductKey = p
           join e on e.day = f.OrderDate
           where qu between '2017-Q3' and '2020-Q1'),
     q as (select distinct qu, date(substr(qu, 1, 4) || '-'
                                    || printf('%02d', 3 * substr(qu, 7)) || '-01',
                                    '+1 month', '-1 day') as last from l),
     x as (select c, qu, last from (select distinct c from l), q),
     a as (select 1 as k, 'line' as level, x.c, x.qu, coalesce(sum(v), 0) as v,
                  coalesce(sum(fact), 0) as fact, last
           from x left join l on l.c = x.c and l.qu = x.qu group by x.c, x.qu
           union all
           select 2, 'subtotal country', c, '', sum(v), sum(fact), '2020-03-31' from l group by c
           union all
           select 3, 'total', '', '', sum(v), sum(fact), '2020-03-31' from l),
     b as (select a.*, v * e.r as ending, v * (select r from e where day = '2017-07-01') as fixed
           from a join e on e.day = last)
select level, c as country, qu as quarter, printf('%d.%02d', v / 100, v % 100) as sales,
       printf('%d.%06d', fact / 1000000, fact % 1000000) as at_the_day,
       printf('%d.%06d', ending / 1000000, ending % 1000000) as at_the_end,
       printf('%d.%06d', fixed / 1000000, fixed % 1000000) as constant
from b order by k = 3, lower(c), k, qu;
