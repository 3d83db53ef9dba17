/* What may come, as paths: each a course of values that could all come together. Sums,
   lags, balances and low points are taken on each path, and their quantiles over the
   paths, for quantiles themselves do not add up. */
#ifndef KOERS_RUNTIME_FORECAST_PATHS_H
#define KOERS_RUNTIME_FORECAST_PATHS_H

#include "runtime/forecast/series.h"

enum { PATHS_LEAST = 20, PATHS_MOST = 10000 };

/* value[(unit * ahead + lead) * n + path] */
typedef struct {
    size_t n_unit, ahead, n;
    double *value;
} Paths;

/* What is expected of units in the periods 1 .. ahead, and of their whole. */
typedef struct {
    const Expected *const *unit;
    size_t n_unit;
    const Expected *whole; /* NULL: units know nothing of each other */
    size_t ahead;
} PathsOf;

/* Draws `n` paths, the same in every run. Each value of a unit is spread over the paths
   as what is expected of it says, a normal distribution cut off at `least`. How the
   errors of a unit's periods hang together stands at chance_weights. The errors of
   units at one lead are correlated alike, so much that their sum has the deviation of
   the whole, and are brought to it by their variances. The array is the arena's. */
Paths paths_draw(Arena *arena, const PathsOf *of, size_t n);

#endif
