/* How likely it is that what is expected reaches a value, and what is expected of all
   periods together. */
#ifndef KOERS_RUNTIME_FORECAST_CHANCE_H
#define KOERS_RUNTIME_FORECAST_CHANCE_H

#include "runtime/forecast/series.h"

/* Weights of the errors that make up the error at a lead, the newest first: the error
   at lead h is s_1 times the sum of c_j e_(h-j), j < h. They follow from how the
   deviation grows: c_0 is 1, c_j^2 = (s_(j+1)^2 - s_j^2) / s_1^2, where it shrinks 0;
   s_1 is that of the whole first period, whatever has come of it.
   `c` has room for `ahead`. */
void chance_weights(const Expected *e, size_t ahead, double *c);
/* The sum of the periods 1 .. ahead, as one period. */
Expected chance_sum(Arena *arena, const Expected *e, size_t ahead);
/* Of the value of period `k` (the first is 0) being `value` at least: 0 .. 1. */
double chance_reaches(const Expected *e, size_t k, double value);

#endif
