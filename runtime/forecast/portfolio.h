/* What a portfolio of deals may bring: each is won with its chance and then brings its
   amount, or nothing. Where few sums are possible they are all counted, exactly; else
   paths are drawn, from a fixed seed. */
#ifndef KOERS_RUNTIME_FORECAST_PORTFOLIO_H
#define KOERS_RUNTIME_FORECAST_PORTFOLIO_H

#include "runtime/base/arena.h"

#include <stdbool.h>

/* Amounts are 0 .. PORTFOLIO_MAX_AMOUNT and are compared as they are: given in the
   smallest coin, equal sums are one. Chances lie between 0 and 1. */
#define PORTFOLIO_MAX_AMOUNT 1e15
typedef struct {
    double amount, chance;
} Stake;

/* Deals that are yet to come: their expected number, 0 .. PORTFOLIO_MAX_ARRIVALS (how
   many come is Poisson), each with the same chance and amount. */
typedef struct {
    double count, chance, amount;
} Arrival;

/* correlation: how much deals have in common (shock.h), 0 .. SHOCK_MOST. */
typedef struct {
    const Stake *stake;
    size_t n_stake;
    const Arrival *arrival;
    size_t n_arrival;
    double correlation;
} Portfolio;

/* value: ascending, each once; below_or_at[i]: the chance of at most value[i].
   mean: of the chances themselves, exact. The arena's. */
typedef struct {
    double mean, sd;
    bool exact; /* counted, not drawn */
    size_t n;
    double *value, *below_or_at;
} Distribution;

enum {
    PORTFOLIO_MAX_EXACT = 16384, /* sums that are counted; beyond it, and where deals
                                    are yet to come, paths are drawn */
    PORTFOLIO_PATHS = 10000,
    PORTFOLIO_MAX_ARRIVALS = 1000000,
    PORTFOLIO_ALONE = 100, /* deals of the greatest variance that are drawn one by one;
                              the others together, by their mean and variance at the
                              path's shock, as a gamma variable */
};

/* false: a chance, an amount, a number or the correlation is not what it may be.
   Without deals the one value is 0. */
bool portfolio_expect(Arena *arena, const Portfolio *p, Distribution *d);
/* Counts all sums. false: there are too many, or deals that are yet to come. */
bool portfolio_count(Arena *arena, const Portfolio *p, Distribution *d);
/* Draws paths, however few sums are possible. */
bool portfolio_draw(Arena *arena, const Portfolio *p, Distribution *d);

/* The shock of each of the PORTFOLIO_PATHS paths, from the worst on. */
double portfolio_shock(size_t path);
/* Of what so many paths bring, whose mean is known. The arena's. */
Distribution distribution_of_paths(Arena *arena, const double *path, double mean);

/* The least value that is not exceeded with chance q, 0 < q < 1. */
double distribution_quantile(const Distribution *d, double q);
/* The chance of `value` or more. */
double distribution_reaches(const Distribution *d, double value);

#endif
