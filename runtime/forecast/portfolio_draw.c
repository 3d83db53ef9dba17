#include "runtime/forecast/portfolio_draw.h"
#include "runtime/forecast/shock.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

/* What depends on the shock is known at points between -EDGE and EDGE, and on the line
   between these. */
enum { EDGE = 4, PER_UNIT = 16, POINTS = 2 * EDGE * PER_UNIT + 1 };
enum { SEED = 1 };

typedef struct {
    double at[POINTS];
} Curve;

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

static double shock_at(size_t point)
{
    return (double)point / PER_UNIT - EDGE;
}

static double curve_value(const Curve *c, double z)
{
    double at = fmin(fmax((z + EDGE) * PER_UNIT, 0), POINTS - 1);
    size_t i = (size_t)fmin(floor(at), POINTS - 2);
    return c->at[i] + (at - (double)i) * (c->at[i + 1] - c->at[i]);
}

static void draw_curve(Curve *c, double chance, double correlation)
{
    double threshold = shock_threshold(chance);
    for (size_t i = 0; i < POINTS; i++)
        c->at[i] = shock_chance(threshold, correlation, shock_at(i));
}

static void add_group(Drawing *d, const Group *g)
{
    for (size_t i = 0; i < POINTS; i++) {
        double chance =
            shock_chance(g->threshold, d->portfolio->correlation, shock_at(i));
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
        draw_curve(&d.chance[i], d.stake[i].chance, p->correlation);
    for (size_t i = 0; i < p->n_arrival; i++)
        draw_curve(&d.chance[d.n_alone + i], p->arrival[i].chance, p->correlation);
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

bool portfolio_draw(Arena *arena, const Portfolio *p, Distribution *d)
{
    if (!portfolio_is_valid(p))
        return false;
    Arena *scratch = arena_new();
    Drawing drawing = drawing_new(scratch, p);
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, SEED);
    *d = (Distribution){.mean = portfolio_mean(p)};
    d->value = ARENA_ARRAY(arena, double, PORTFOLIO_PATHS);
    d->below_or_at = ARENA_ARRAY(arena, double, PORTFOLIO_PATHS);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++) {
        double z = shock_threshold(((double)i + 0.5) / PORTFOLIO_PATHS);
        d->value[i] = draw_path(&drawing, rng, z);
    }
    gsl_rng_free(rng);
    arena_free(scratch);
    qsort(d->value, PORTFOLIO_PATHS, sizeof *d->value, by_value);
    for (size_t i = 0; i < PORTFOLIO_PATHS; i++) {
        d->n += d->n == 0 || d->value[i] > d->value[d->n - 1];
        d->value[d->n - 1] = d->value[i];
        d->below_or_at[d->n - 1] += 1.0 / PORTFOLIO_PATHS;
    }
    distribution_finish(d);
    return true;
}
