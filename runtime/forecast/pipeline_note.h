/* What the answer of a forecast says of the pipeline behind it. */
#ifndef KOERS_RUNTIME_FORECAST_PIPELINE_NOTE_H
#define KOERS_RUNTIME_FORECAST_PIPELINE_NOTE_H

#include "runtime/forecast/history.h"
#include "runtime/forecast/pipeline_record.h"

/* Adds lines below: which deals are open, with which chances they were won by stage,
   what new deals there will be. */
void pipeline_note(Result *answer, const DealRows *rows, const PipelineState *state);

#endif
