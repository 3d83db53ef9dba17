/* The answer of a backtest: how good the forecasts of a method were, a line for each
   lead, of each unit and of the whole, and one of the whole for all leads. */
#ifndef KOERS_RUNTIME_FORECAST_BACKTEST_TABLE_H
#define KOERS_RUNTIME_FORECAST_BACKTEST_TABLE_H

#include "runtime/forecast/history.h"

/* `whole` and `parts` (NULL: no units) are the answers that the history was read from.
   The caller owns the result. */
Result *backtest_table(const History *h, const Result *whole, const Result *parts,
                       OutlookAsk ask);

enum { BACKTEST_COLUMNS = 10 };
/* Its columns but for the keys of units, the lead first, of a measure by units of time:
   what the answer has, but that the plain method is `seasonal_naive` wherever the unit
   has a season, however much is known. */
void backtest_columns(Type value, PeriodUnit unit, const char **title, Type *type);

#endif
