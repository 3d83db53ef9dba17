/* The answer of a forecast: lines of the last known periods and of those that are
   expected, per unit and for the whole. */
#ifndef KOERS_RUNTIME_FORECAST_FORECAST_TABLE_H
#define KOERS_RUNTIME_FORECAST_FORECAST_TABLE_H

#include "runtime/forecast/history.h"

/* `whole` and `parts` (NULL: no units) are the answers that the history was read from;
   as many periods are shown that are known as are expected. The caller owns the
   result. */
Result *forecast_table(const History *h, const Result *whole, const Result *parts,
                       Method method);

enum { FORECAST_COLUMNS_MOST = 16 };
/* The columns behind its keys, of a measure of that type: how many. */
size_t forecast_columns(Type value, const char **title, Type *type);

#endif
