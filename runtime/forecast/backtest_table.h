/* The answer of a backtest: how good the forecasts of a method were, a line for each
   lead, of each unit and of the whole, and one of the whole for all leads. */
#ifndef KOERS_RUNTIME_FORECAST_BACKTEST_TABLE_H
#define KOERS_RUNTIME_FORECAST_BACKTEST_TABLE_H

#include "runtime/forecast/history.h"

/* `whole` and `parts` (NULL: no units) are the answers that the history was read from.
   The caller owns the result. */
Result *backtest_table(const History *h, const Result *whole, const Result *parts,
                       OutlookAsk ask);

#endif
