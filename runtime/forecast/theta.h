/* The theta method: the mean of a simple smoothing and of the straight line through the
   values, which is the smoothing with half of the line's slope; the season is taken out
   before and put back after, where the test finds one. */
#ifndef KOERS_RUNTIME_FORECAST_THETA_H
#define KOERS_RUNTIME_FORECAST_THETA_H

#include "runtime/forecast/decompose.h"

/* Needs two values. */
bool theta_expect(Arena *arena, Series s, size_t h, Expected *e);

#endif
