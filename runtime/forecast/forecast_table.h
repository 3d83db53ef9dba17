/* The answer of a forecast: lines of the last known periods and of those that are
   expected, per unit and for the whole. */
#ifndef KOERS_RUNTIME_FORECAST_FORECAST_TABLE_H
#define KOERS_RUNTIME_FORECAST_FORECAST_TABLE_H

#include "runtime/forecast/pipeline_record.h"
#include "runtime/forecast/target.h"

/* `whole` and `parts` (NULL: no units) are the answers that the history was read from.
 */
typedef struct {
    const Result *whole, *parts;
    Method method;
    const ForecastTarget *target; /* NULL: it is held against nothing */
    bool with_total;              /* of all periods to come, where they add up */
    const History *plain; /* of the same answers, without the `what if` that the history
                             was read with; NULL: it has none */
    bool has_deals;       /* the method follows deals: of METHOD_PIPELINE */
    const PipelineAsk *deals; /* what they say stands in its `shown`, and in those of
                                 its units; NULL: there is no history */
} ForecastOf;

/* As many periods are shown that are known as are expected. The caller owns the result.
 */
Result *forecast_table(const History *h, const ForecastOf *of);

enum { FORECAST_COLUMNS_MOST = 16 }; /* of lever_table.h too */
typedef struct {
    Type value;               /* of the measure */
    const TargetName *target; /* NULL: none */
    bool has_what_if, has_deals;
} ForecastForm;

/* The columns behind its keys: how many. */
size_t forecast_columns(const ForecastForm *form, const char **title, Type *type);

#endif
