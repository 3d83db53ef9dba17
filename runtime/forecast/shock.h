/* What deals have in common: in a good period more of all of them are won than in a bad
   one. One factor z, standard normal, moves every chance; `correlation` (0 .. below 1)
   says how much. Vasicek, The distribution of loan portfolio value, Risk, 2002. */
#ifndef KOERS_RUNTIME_FORECAST_SHOCK_H
#define KOERS_RUNTIME_FORECAST_SHOCK_H

#include "runtime/base/arena.h"

/* The normal quantile of a chance; infinite for 0 and 1. */
double shock_threshold(double chance);
/* The chance in a period of factor z. Its mean over z is the chance of the threshold.
 */
double shock_chance(double threshold, double correlation, double z);
/* Factors and their weights, at most `most`, over which a mean is taken: the nodes of
   Gauss and Hermite; one of weight 1 without correlation. Returns how many. */
size_t shock_nodes(double correlation, size_t most, double *z, double *weight);

/* Deals of one kind, as a stage, that could be won in a past period, and those that
   were. */
typedef struct {
    size_t deals, won;
} ShockCount;

/* The correlation that makes the numbers of won deals differ between periods as they
   did, by moments, where each kind has its own chance; count[period * n_kind + kind]. 0
   where they differ no more than by chance, or are not known; at most SHOCK_MOST. Kinds
   of other chances are told apart, for a kind that is seldom won would hide what the
   others have in common. */
#define SHOCK_MOST 0.9
double shock_correlation(Arena *arena, const ShockCount *count, size_t n_period,
                         size_t n_kind);

#endif
