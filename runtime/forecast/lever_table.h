/* The answer of `forecast ... using pipeline(...) what if ...`. */
#ifndef KOERS_RUNTIME_FORECAST_LEVER_TABLE_H
#define KOERS_RUNTIME_FORECAST_LEVER_TABLE_H

#include "runtime/algebra/locale.h"
#include "runtime/forecast/history.h"
#include "runtime/forecast/pipeline_record.h"
#include "runtime/forecast/target.h"

/* What the levers are now, an amount in its own unit. NAN: not to be said. */
Levers lever_table_present(const PipelineState *state);

/* Deals as they go and as they would; steered NULL: there is nothing to go by. */
typedef struct {
    const PipelineState *state, *steered;
} LeverPair;

/* A line for each period ahead, of each unit and of the whole, and one for all of them:
   what is expected, what would be, the difference; likewise P10, without a difference.
   With a target, how often what is expected and its P10 cover it, and the chance that
   it is reached: as it is, as it would be, the difference. put: what each lever would
   be; now: what it is. unit: of each unit of the history; NULL: there are none. Where
   there is nothing to go by, of the whole or a unit, there is no line. `whole` and
   `parts` (NULL: no units) are the answers that the history was read from. The caller
   owns the result. */
typedef struct {
    const History *h;
    LeverPair all;
    const LeverPair *unit;
    const ForecastTarget *target; /* NULL: it is held against nothing */
    Levers now, put;
    const Locale *locale; /* of amounts that a line names */
} LeverEffect;

/* The columns behind its keys: how many. target NULL: without one. */
size_t lever_columns(Type value, const TargetName *target, const char **title,
                     Type *type);
Result *lever_table(const LeverEffect *effect, const Result *whole,
                    const Result *parts);

#endif
