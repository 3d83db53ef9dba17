/* What deals have in common: in a good period more of all of them are won than in a bad
   one. One factor z, standard normal, moves every chance; `correlation` (0 .. below 1)
   says how much. Vasicek, The distribution of loan portfolio value, Risk, 2002. */
#ifndef KOERS_RUNTIME_FORECAST_SHOCK_H
#define KOERS_RUNTIME_FORECAST_SHOCK_H

#include <stddef.h>

/* The normal quantile of a chance; infinite for 0 and 1. */
double shock_threshold(double chance);
/* The chance in a period of factor z. Its mean over z is the chance of the threshold.
 */
double shock_chance(double threshold, double correlation, double z);

/* Deals of a past period that could be won in it, and those that were. */
typedef struct {
    size_t deals, won;
} ShockPeriod;

/* The correlation that makes the shares that were won differ between periods as they
   did, by moments; 0 where they differ no more than by chance, or are not known; at
   most SHOCK_MOST. */
#define SHOCK_MOST 0.9
double shock_correlation(const ShockPeriod *period, size_t n);

#endif
