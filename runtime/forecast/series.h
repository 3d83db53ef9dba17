/* A series: values of periods that follow each other, oldest first, and what is
   expected of the periods behind it. Pure numbers: no model, no engine, no clock.
   Results are the same in every run. Memory comes from the arena that is handed in. */
#ifndef KOERS_RUNTIME_FORECAST_SERIES_H
#define KOERS_RUNTIME_FORECAST_SERIES_H

#include "runtime/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    SERIES_MAX_SEASON = 53, /* longest season */
    SERIES_MAX_AHEAD = 400  /* most periods ahead */
};

/* season: periods after which the pattern comes again; 1: there is none. Values are
   finite; a missing one is NAN, where it is said that they may be. */
typedef struct {
    const double *y;
    size_t n;
    size_t season;
} Series;

/* Of the periods 1 .. h behind the series: what is expected, and the standard deviation
   of the error. The caller owns the arrays. No value below `least` or above `most` can
   be. off[k * 3]: how far P10, P50 and P90 lie from the mean; NULL: as those of a
   normal error. */
typedef struct {
    double *mean;
    double *sd;

    double least; /* -INFINITY: there is no bound */
    double most;  /* INFINITY: likewise */
    double *off;
    double
        known; /* of the first period, what has come and stays: it moves its bounds */
    double whole_sd; /* of it, the deviation when nothing had come; 0: as it is */
} Expected;

Expected expected_new(Arena *arena, size_t h);
/* No value of period `k` below the one or above the other can be. */
double expected_least(const Expected *e, size_t k);
double expected_most(const Expected *e, size_t k);
/* The nearest to `value` that can be in period `k`. */
double expected_bound(const Expected *e, size_t k, double value);
bool expected_is_finite(const Expected *e, size_t h);

/* The first `n` values. */
Series series_head(Series s, size_t n);
double series_mean(Series s);
bool series_is_constant(Series s);
/* All values are above 0. */
bool series_is_positive(Series s);
/* Whole seasons are long enough to be told from chance: two at least. */
bool series_has_seasons(Series s, size_t seasons);
/* Autocorrelation at lags 0 .. max; of a constant series 0 behind lag 0. */
void series_acf(Series s, size_t max, double *acf);
/* Least squares of the values on 1 .. n; slope 0 for one value. */
void series_line(Series s, double *intercept, double *slope);
/* Mean of |y_t - y_(t-lag)| over pairs that are known; 0 when there is none. */
double series_mean_step(Series s, size_t lag);

/* Cuts missing values (NAN) off the front, and fills those inside from the line between
   their neighbours plus the mean departure of the same place in the season from its
   neighbours. *filled: how many. The copy is the arena's; n 0: all are missing. */
Series series_fill(Arena *arena, Series s, size_t *filled);

#endif
