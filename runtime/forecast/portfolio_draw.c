#include "runtime/forecast/portfolio_draw.h"
#include "runtime/forecast/curve.h"
#include "runtime/forecast/shock.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

enum { SEED = 1 };

/* Deals or arrivals of one chance; size: their amounts, squares: of these. */
typedef struct {
    double threshold, size, squares;
} Group;

typedef struct {
    const Portfolio *portfolio;
    Stake *stake; /* the greatest variance first */
    size_t n_alone;
    Curve *chance;        /* of those alone, then of the arrivals */
    Curve mean, variance; /* of what the others bring */
} Drawing;

static double variance_of(const Stake *s)
{
    return s->amount * s->amount * s->chance * (1 - s->chance);
}

static int order(double a, double b)
{
    return (a > b) - (a < b);
}

static int by_chance(const void *a, const void *b)
{
    return order(((const Stake *)a)->chance, ((const Stake *)b)->chance);
}

static int by_value(const void *a, const void *b)
{
    return order(*(const double *)a, *(const double *)b);
}

static void add_group(Drawing *d, const Group *g)
{
    for (size_t i = 0; i < CURVE_POINTS; i++) {
        double chance =
            shock_chance(g->threshold, d->portfolio->correlation, curve_shock(i));
        d->mean.at[i] += g->size * chance;
        d->variance.at[i] += g->squares * chance * (1 - chance);
    }
}

/* Adds what `n` deals bring together. */
static void add_together(Drawing *d, Stake *stake, size_t n)
{
    qsort(stake, n, sizeof *stake, by_chance);
    for (size_t i = 0; i < n;) {
        Group g = {.threshold = shock_threshold(stake[i].chance)};
        size_t end = i;
        for (; end < n && stake[end].chance <= stake[i].chance; end++) {
            g.size += stake[end].amount;
            g.squares += stake[end].amount * stake[end].amount;
        }
        add_group(d, &g);
        i = end;
    }
}

/* Copies the deals, those of the greatest variance first. */
static void copy_stakes(Arena *scratch, const Portfolio *p, Drawing *d)
{
    size_t alone[PORTFOLIO_ALONE], n = d->n_alone;
    double *variance = ARENA_ARRAY(scratch, double, p->n_stake + 1);
    for (size_t i = 0; i < p->n_stake; i++)
        variance[i] = variance_of(&p->stake[i]);
    gsl_sort_largest_index(alone, d->n_alone, variance, 1, p->n_stake);
    for (size_t i = 0; i < d->n_alone; i++) {
        d->stake[i] = p->stake[alone[i]];
        variance[alone[i]] = -1;
    }
    for (size_t i = 0; i < p->n_stake; i++) {
        if (variance[i] >= 0)
            d->stake[n++] = p->stake[i];
    }
}

static Drawing drawing_new(Arena *scratch, const Portfolio *p)
{
    Drawing d = {.portfolio = p};
    d.n_alone = p->n_stake < PORTFOLIO_ALONE ? p->n_stake : PORTFOLIO_ALONE;
    d.stake = ARENA_ARRAY(scratch, Stake, p->n_stake + 1);
    d.chance = ARENA_ARRAY(scratch, Curve, d.n_alone + p->n_arrival + 1);
    copy_stakes(scratch, p, &d);
    for (size_t i = 0; i < d.n_alone; i++)
        curve_add_chance(&d.chance[i], 1, d.stake[i].chance, p->correlation);
    for (size_t i = 0; i < p->n_arrival; i++)
        curve_add_chance(&d.chance[d.n_alone + i], 1, p->arrival[i].chance,
                         p->correlation);
    add_together(&d, d.stake + d.n_alone, p->n_stake - d.n_alone);
    return d;
}

/* What the deals that are not drawn alone bring. */
static double draw_together(const Drawing *d, gsl_rng *rng, double z)
{
    double mean = curve_value(&d->mean, z), variance = curve_value(&d->variance, z);
    if (!(variance > 0) || !(mean > 0))
        return mean;
    return gsl_ran_gamma(rng, mean * mean / variance, variance / mean);
}

static double draw_path(const Drawing *d, gsl_rng *rng, double z)
{
    const Portfolio *p = d->portfolio;
    double sum = draw_together(d, rng, z);
    for (size_t i = 0; i < d->n_alone; i++) {
        double chance = curve_value(&d->chance[i], z);
        sum += gsl_rng_uniform(rng) < chance ? d->stake[i].amount : 0;
    }
    for (size_t i = 0; i < p->n_arrival; i++) {
        const Arrival *a = &p->arrival[i];
        double chance = curve_value(&d->chance[d->n_alone + i], z);
        sum += a->amount * gsl_ran_poisson(rng, a->count * chance);
    }
    return sum;
}

double portfolio_shock(size_t path)
{
    return shock_threshold(((double)path + 0.5) / PORTFOLIO_PATHS);
}

Distribution distribution_of_paths(Arena *arena, const double *path, double mean)
{
    Distribution d = {.mean = mean};
    d.value = arena_memdup(arena, path, PORTFOLIO_PATHS * sizeof *path);
    d.below_or_at = ARENA_ARRAY(arena, double, PORTFOLIO_PATHS);
    qsort(d.value, PORTFOLIO_PATHS, sizeof *d.value, by_value);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++) {
        d.n += d.n == 0 || d.value[i] > d.value[d.n - 1];
        d.value[d.n - 1] = d.value[i];
        d.below_or_at[d.n - 1] += 1.0 / PORTFOLIO_PATHS;
    }
    distribution_finish(&d);
    return d;
}

bool portfolio_draw(Arena *arena, const Portfolio *p, Distribution *d)
{
    if (!portfolio_is_valid(p))
        return false;
    Arena *scratch = arena_new();
    Drawing drawing = drawing_new(scratch, p);
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, SEED);
    double *path = ARENA_ARRAY(scratch, double, PORTFOLIO_PATHS);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++)
        path[i] = draw_path(&drawing, rng, portfolio_shock(i));
    gsl_rng_free(rng);
    *d = distribution_of_paths(arena, path, portfolio_mean(p));
    arena_free(scratch);
    return true;
}
