with k as (
  select substr(Date, 1, 4) as y,
         sum(iif(AccountType = 'Revenue', v, 0)) as e,
         sum(iif(AccountType = 'Expenditures', v, 0)) as s,
         sum(iif(AccountKey in (53, 54, 56, 57, 63), v, 0)) as w,
         sum(iif(AccountKey = 94, v, 0)) as t
  from (select Date, AccountKey, AccountType, cast(round(Amount * 100) as integer) as v
        from FactFinance join DimAccount using (AccountKey) where ScenarioKey = '1')
  where Date >= '2011' and Date < '2014' group by 1)
select y as year, e / 100.0 as earned, (s - w - t) / 100.0 as spent_anyway,
       printf('%!.17e', 1.0 * (e - w) / e) as left_of_income,
       printf('%!.17e', (s - w - t) / 100.0 * e / (e - w)) as break_even_income,
       printf('%!.17e', 1 - 1.0 * (s - w - t) / (e - w)) as income_safety
from k order by 1;
