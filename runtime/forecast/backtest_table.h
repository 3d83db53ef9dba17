/* The answer of a backtest: how good the forecasts of a method were, a line for each
   lead and one for all of them. */
#ifndef KOERS_RUNTIME_FORECAST_BACKTEST_TABLE_H
#define KOERS_RUNTIME_FORECAST_BACKTEST_TABLE_H

#include "runtime/forecast/history.h"

/* `whole`: the answer that the history was read from. The caller owns the result. */
Result *backtest_table(const History *h, const Result *whole, OutlookAsk ask);

#endif
