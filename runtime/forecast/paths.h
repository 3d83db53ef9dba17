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

/* Draws `n` paths of the periods 1 .. ahead, the same in every run. Each value of a
   unit is spread over the paths as what is expected of it says, a normal distribution
   cut off at `least`. How the errors of a unit's periods hang together follows from how
   its deviation grows: with c_j^2 = (s_(j+1)^2 - s_j^2) / s_1^2 the error at lead h is
   the sum of c_j e_(h-j), as in a model of states. The errors of units at one lead are
   correlated alike, so much that their sum has the deviation of `whole`, and are
   brought to it by their variances. whole NULL: units know nothing of each other. The
   arrays are the arena's. */
Paths paths_draw(Arena *arena, const Expected *const *unit, size_t n_unit,
                 const Expected *whole, size_t ahead, size_t n);

#endif
