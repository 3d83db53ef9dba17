/* Exponential smoothing with given or fitted weights: simple, Holt, damped Holt, and
   Holt and Winters with a season, in the form

     expected = (level + phi slope) with the season of the place
     level  = alpha (y without the season) + (1 - alpha) (level + phi slope)
     slope  = beta (level - level before) + (1 - beta) phi slope
     season = gamma (y without the new level) + (1 - gamma) season

   With a season the start comes from the decomposition of the first two seasons, and
   the first season is not forecast. Without, the start is the state before the first
   value: its level the first value and its slope the first step. */
#ifndef KOERS_RUNTIME_FORECAST_SMOOTHING_H
#define KOERS_RUNTIME_FORECAST_SMOOTHING_H

#include "runtime/forecast/decompose.h"

typedef struct {
    bool trend, damped; /* damped: phi below 1 */
    SeasonKind season;
    double alpha, beta, gamma, phi; /* phi 1 where not damped */
} Smoothing;

typedef struct {
    double level, slope;
    double season[SERIES_MAX_SEASON]; /* by place in the series */
    double sse;                       /* squared errors one ahead, added up */
    size_t n_error;
} SmoothingState;

/* Values that the form needs: two seasons, else two with a slope, else one. */
size_t smoothing_needs(const Smoothing *form, size_t season);
/* The state at the end of the series. false: too few values, or no usable season. */
bool smoothing_run(Arena *arena, const Smoothing *form, Series s, SmoothingState *end);
/* Finds the weights with the least squared error. Without a season the start is fitted
   too. `form` says which weights there are. false: as above. */
bool smoothing_fit(Arena *arena, Smoothing *form, Series s, SmoothingState *end);
void smoothing_expect(const Smoothing *form, const SmoothingState *end, Series s,
                      size_t h, Expected *e);

#endif
