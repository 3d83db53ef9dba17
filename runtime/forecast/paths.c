#include "runtime/forecast/paths.h"
#include "runtime/forecast/chance.h"
#include "runtime/forecast/shock.h"

#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <math.h>

enum { SEED = 1 };

typedef struct {
    const Expected *const *unit;
    const Expected *whole;
    Paths *p;
    size_t *order;  /* per path */
    double *scores; /* normal ones, from the lowest on */
} Drawing;

static double *lead_of(const Paths *p, size_t unit, size_t lead)
{
    return p->value + (unit * p->ahead + lead) * p->n;
}

/* Errors of one unit with deviation 1 at each lead. */
static void draw_unit(Arena *scratch, Drawing *d, gsl_rng *rng, size_t unit)
{
    Paths *p = d->p;
    double *c = ARENA_ARRAY(scratch, double, p->ahead);
    double *e = ARENA_ARRAY(scratch, double, p->ahead);
    chance_weights(d->unit[unit], p->ahead, c);
    for (size_t path = 0; path < p->n; path++) {
        double squares = 0;
        for (size_t h = 0; h < p->ahead; h++) {
            double sum = 0;
            e[h] = shock_threshold(gsl_rng_uniform_pos(rng));
            for (size_t j = 0; j <= h; j++)
                sum += c[j] * e[h - j];
            squares += c[h] * c[h];
            lead_of(p, unit, h)[path] = sum / sqrt(squares);
        }
    }
}

/* Puts normal scores in the place of errors, in their order. */
static void score(const Drawing *d, double *x)
{
    gsl_sort_index(d->order, x, 1, d->p->n);
    for (size_t i = 0; i < d->p->n; i++)
        x[d->order[i]] = d->scores[i];
}

/* The correlation with which the errors of the units add up to that of the whole. */
static double correlation_of(const Drawing *d, size_t lead)
{
    double sum = 0, squares = 0, n = (double)d->p->n_unit;
    for (size_t u = 0; u < d->p->n_unit; u++) {
        sum += d->unit[u]->sd[lead];
        squares += d->unit[u]->sd[lead] * d->unit[u]->sd[lead];
    }
    double whole = d->whole ? d->whole->sd[lead] : sqrt(squares);
    double both = sum * sum - squares;
    double rho = both > 0 ? (whole * whole - squares) / both : 0;
    return fmin(fmax(rho, n > 1 ? -1 / (n - 1) : 0), 1);
}

static void correlate(const Drawing *d, size_t lead, size_t path, double rho)
{
    size_t n = d->p->n_unit;
    double mean = 0, own = sqrt(1 - rho),
           all = sqrt(fmax(1 + ((double)n - 1) * rho, 0));
    for (size_t u = 0; u < n; u++)
        mean += lead_of(d->p, u, lead)[path] / (double)n;
    for (size_t u = 0; u < n; u++) {
        double *x = &lead_of(d->p, u, lead)[path];
        *x = own * (*x - mean) + all * mean;
    }
}

/* Brings the errors of the units on each path to one of the whole. */
static void bring_to_whole(Arena *scratch, const Drawing *d, size_t lead)
{
    const Paths *p = d->p;
    double *sum = ARENA_ARRAY(scratch, double, p->n);
    double *whole = ARENA_ARRAY(scratch, double, p->n), unsure = 0;
    for (size_t u = 0; u < p->n_unit; u++) {
        double sd = d->unit[u]->sd[lead];
        unsure += sd * sd;
        for (size_t path = 0; path < p->n; path++)
            sum[path] += sd * lead_of(p, u, lead)[path];
    }
    arena_copy(whole, sum, p->n * sizeof *whole);
    score(d, whole);
    for (size_t u = 0; u < p->n_unit && unsure > 0; u++) {
        double sd = d->unit[u]->sd[lead];
        for (size_t path = 0; path < p->n; path++)
            lead_of(p, u, lead)[path] +=
                sd / unsure * (d->whole->sd[lead] * whole[path] - sum[path]);
    }
}

static void add_expected(const Drawing *d, size_t unit, size_t lead)
{
    const Expected *e = d->unit[unit];
    double *x = lead_of(d->p, unit, lead);
    for (size_t path = 0; path < d->p->n; path++)
        x[path] = expected_bound(e, lead, e->mean[lead] + e->sd[lead] * x[path]);
}

static void draw_lead(Arena *scratch, const Drawing *d, size_t lead)
{
    const Paths *p = d->p;
    double rho = correlation_of(d, lead);
    for (size_t path = 0; path < p->n; path++)
        correlate(d, lead, path, rho);
    for (size_t u = 0; u < p->n_unit; u++)
        score(d, lead_of(p, u, lead));
    if (d->whole && p->n_unit > 1)
        bring_to_whole(scratch, d, lead);
    for (size_t u = 0; u < p->n_unit; u++)
        add_expected(d, u, lead);
}

Paths paths_draw(Arena *arena, const PathsOf *of, size_t n)
{
    size_t n_unit = of->n_unit, ahead = of->ahead;
    Paths p = {n_unit, ahead, n, ARENA_ARRAY(arena, double, n_unit *ahead *n)};
    Arena *scratch = arena_new();
    Drawing d = {.unit = of->unit, .whole = of->whole, .p = &p};
    d.order = ARENA_ARRAY(scratch, size_t, n);
    d.scores = ARENA_ARRAY(scratch, double, n);
    for (size_t i = 0; i < n; i++)
        d.scores[i] = shock_threshold(((double)i + 0.5) / (double)n);
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(rng, SEED);
    for (size_t u = 0; u < n_unit; u++)
        draw_unit(scratch, &d, rng, u);
    gsl_rng_free(rng);
    for (size_t lead = 0; lead < ahead; lead++)
        draw_lead(scratch, &d, lead);
    arena_free(scratch);
    return p;
}
