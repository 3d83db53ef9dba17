/* The answer of a forecast as paths: a line per period, unit and path. Behind the known
   periods, whose values stand on every path, come those that are expected. */
#ifndef KOERS_RUNTIME_FORECAST_PATHS_TABLE_H
#define KOERS_RUNTIME_FORECAST_PATHS_TABLE_H

#include "runtime/forecast/history.h"

enum { PATHS_LINES = 4000000 }; /* of an answer, at most */

/* `whole` and `parts` (NULL: no units) are the answers that the history was read from.
   Columns are the period, the keys of units, kind, path and value. NULL: there would be
   more than PATHS_LINES lines. The caller owns the result. */
Result *paths_table(const History *h, const Result *whole, const Result *parts,
                    size_t n_path);

#endif
