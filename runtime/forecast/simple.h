/* What every method is held against: the last value, the value a season ago, the mean
   of the last three. */
#ifndef KOERS_RUNTIME_FORECAST_SIMPLE_H
#define KOERS_RUNTIME_FORECAST_SIMPLE_H

#include "runtime/forecast/series.h"

enum { RUN_RATE_PERIODS = 3 };

/* The last value again. Needs one value. */
void naive_expect(Series s, size_t h, Expected *e);
/* The value a season before, again. Needs a season of values. */
void seasonal_naive_expect(Series s, size_t h, Expected *e);
/* The mean of the last RUN_RATE_PERIODS values, or of fewer where there are fewer. */
void run_rate_expect(Series s, size_t h, Expected *e);

#endif
