/* What the answer of a forecast says of the pipeline behind it. */
#ifndef KOERS_RUNTIME_FORECAST_PIPELINE_NOTE_H
#define KOERS_RUNTIME_FORECAST_PIPELINE_NOTE_H

#include "runtime/forecast/history.h"
#include "runtime/forecast/pipeline_record.h"

/* Adds two columns to the answer of forecast_table, which has the history `h` by time
   alone: what open deals and what new deals bring of each expected value. And lines
   below: which deals are open, with which chances they were won by stage, what new
   deals there will be. rows, state NULL: there is no history, and nothing is said. */
void pipeline_annotate(Result *answer, const History *h, const DealRows *rows,
                       const PipelineState *state);
#endif
