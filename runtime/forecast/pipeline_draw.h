/* Futures of a pipeline, drawn: what it brings in each period ahead, on paths. */
#ifndef KOERS_RUNTIME_FORECAST_PIPELINE_DRAW_H
#define KOERS_RUNTIME_FORECAST_PIPELINE_DRAW_H

#include "runtime/forecast/pipeline.h"

/* wins: per segment, of lever_wins; counted: the deals that bring something. */
typedef struct {
    const Hazard *hazard;
    const Pipeline *pipeline;
    Levers levers;
    double *const *wins;
    const size_t *counted;
    size_t n_counted;
} PipelineDrawing;

/* At [k * PORTFOLIO_PATHS + path]. Each deal is won once at most, with the chance of a
   period at the shock of that period, which says nothing of the next one: how much
   deals have in common is measured by how periods differ. Each deal, and the new ones
   of each period, draw from a stream of their own: what is changed of others does not
   change what they draw, and with a greater chance they win on the same paths and more.
   The arena's. part: NULL, or 0 each: at [(segment * ahead + k) * PORTFOLIO_PATHS +
   path] what deals of the segment bring; the segments add up to all, which says the
   same without them. */
double *pipeline_draw(Arena *arena, const PipelineDrawing *of, double *part);

#endif
