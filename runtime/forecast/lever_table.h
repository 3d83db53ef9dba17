/* The answer of `forecast ... using pipeline(...) what if ...`. */
#ifndef KOERS_RUNTIME_FORECAST_LEVER_TABLE_H
#define KOERS_RUNTIME_FORECAST_LEVER_TABLE_H

#include "runtime/forecast/history.h"
#include "runtime/forecast/pipeline_record.h"
#include "runtime/forecast/target.h"

/* What the levers are now, an amount in its own unit. NAN: not to be said. */
Levers lever_table_present(const PipelineState *state);

/* A line for each period ahead and one for all of them: what is expected, what would
   be, the difference; likewise P10, without a difference. With a target, how often what
   is expected and its P10 cover it, and the chance that it is reached: as it is, as it
   would be, the difference. `whole` is the answer that the history was read from. put:
   what each lever would be; now: what it is. steered NULL: there is nothing to go by,
   and no line. The caller owns the result. */
typedef struct {
    const History *h;
    const PipelineState *state, *steered;
    const ForecastTarget *target; /* NULL: it is held against nothing */
    Levers now, put;
} LeverEffect;

/* The columns behind its key: how many. target NULL: without one. */
size_t lever_columns(Type value, const TargetName *target, const char **title,
                     Type *type);
Result *lever_table(const LeverEffect *effect, const Result *whole);

#endif
