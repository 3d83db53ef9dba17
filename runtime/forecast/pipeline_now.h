/* The first period ahead where it goes on: what its rest holds for the deals that were
   open before it and still are. On average they are won in it for the part of what was
   expected of those that were open before it that usually comes then. */
#ifndef KOERS_RUNTIME_FORECAST_PIPELINE_NOW_H
#define KOERS_RUNTIME_FORECAST_PIPELINE_NOW_H

#include "runtime/forecast/pipeline.h"

/* left: the part of what is won in a period that is still to come; by_segment[segment]:
   of each; NULL: of all together. arrived, won: as in PipelineNow. */
typedef struct {
    double left, arrived, won;
    const double *by_segment;
} PipelineSoFar;

/* How much the part of deals that are usually gone by a day of a period may differ from
   the part of wins that have come: its deviation. Beside it counts what is luck. */
#define PIPELINE_NOW_DIFFERS 0.1

/* Of each segment; before: the end of the last whole period, now: its deals are those
   of now, in the ages that they have in this period. The arena's. */
const HazardNow *pipeline_now_find(Arena *arena, const Hazard *h,
                                   const Pipeline *before, const Pipeline *now,
                                   const PipelineSoFar *so_far);

#endif
