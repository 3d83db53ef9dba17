/* The answer of a forecast as paths: a line per period, unit and path. Behind the known
   periods, whose values stand on every path, come those that are expected. */
#ifndef KOERS_RUNTIME_FORECAST_PATHS_TABLE_H
#define KOERS_RUNTIME_FORECAST_PATHS_TABLE_H

#include "runtime/forecast/history.h"
#include "runtime/forecast/pipeline_record.h"

enum { PATHS_LINES = 4000000 }; /* of an answer, at most */

/* `whole` and `parts` (NULL: no units) are the answers that the history was read from.
   has_deals: paths are futures of a pipeline: of `deals`, NULL: there is nothing to go
   by; with `has_levers` of `steered` too, on the same paths.
   segment: whose deals are those of each unit. */
typedef struct {
    const Result *whole, *parts;
    size_t n; /* paths */
    bool has_deals, has_levers;
    const PipelineState *deals, *steered;
    const size_t *segment;
} PathsAsk;

/* Columns are the period, the keys of units, kind, path, value and, with levers, what
   it would be and the difference. NULL: there would be more than PATHS_LINES lines. The
   caller owns the result. */
Result *paths_table(const History *h, const PathsAsk *ask);
/* The columns behind the path: how many. */
enum { PATHS_COLUMNS = 3 };
size_t paths_columns(bool has_levers, const char **title);

#endif
