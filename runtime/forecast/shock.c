#include "runtime/forecast/shock.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <math.h>

double shock_threshold(double chance)
{
    return gsl_cdf_ugaussian_Pinv(chance);
}

static double normal_below(double x)
{
    return erfc(-x * sqrt(0.5)) / 2;
}

double shock_chance(double threshold, double correlation, double z)
{
    return normal_below((threshold + sqrt(correlation) * z) / sqrt(1 - correlation));
}

size_t shock_nodes(double correlation, size_t most, double *z, double *weight)
{
    const double root_two_pi = 2.5066282746310002;
    z[0] = 0;
    weight[0] = 1;
    if (!(correlation > 0))
        return 1;
    gsl_integration_fixed_workspace *rule =
        gsl_integration_fixed_alloc(gsl_integration_fixed_hermite, most, 0, 0.5, 0, 0);
    for (size_t i = 0; i < most; i++) {
        z[i] = gsl_integration_fixed_nodes(rule)[i];
        weight[i] = gsl_integration_fixed_weights(rule)[i] / root_two_pi;
    }
    gsl_integration_fixed_free(rule);
    return most;
}

/* The kinds that are won now and then. pairs[i * n + j]: of two deals of one period,
   one of each kind. */
typedef struct {
    size_t n;
    size_t *kind; /* in the counts */
    double *chance, *threshold, *pairs;
} Kinds;

static Kinds find_kinds(Arena *arena, const ShockCount *count, size_t n_period,
                        size_t n_kind)
{
    Kinds k = {0, ARENA_ARRAY(arena, size_t, n_kind + 1),
               ARENA_ARRAY(arena, double, n_kind + 1),
               ARENA_ARRAY(arena, double, n_kind + 1), NULL};
    for (size_t i = 0; i < n_kind; i++) {
        double deals = 0, won = 0;
        for (size_t t = 0; t < n_period; t++) {
            deals += (double)count[t * n_kind + i].deals;
            won += (double)count[t * n_kind + i].won;
        }
        if (!(won > 0) || !(won < deals))
            continue;
        k.kind[k.n] = i;
        k.chance[k.n] = won / deals;
        k.threshold[k.n++] = shock_threshold(won / deals);
    }
    k.pairs = ARENA_ARRAY(arena, double, k.n *k.n + 1);
    return k;
}

/* Adds the pairs of a period; returns by how much the square of what was won beyond
   what was expected exceeds its variance. */
static double add_period(Kinds *k, const ShockCount *count)
{
    double off = 0, variance = 0;
    for (size_t i = 0; i < k->n; i++) {
        double deals = (double)count[k->kind[i]].deals;
        off += (double)count[k->kind[i]].won - deals * k->chance[i];
        variance += deals * k->chance[i] * (1 - k->chance[i]);
        for (size_t j = 0; j < k->n; j++) {
            double others = (double)count[k->kind[j]].deals - (i == j);
            k->pairs[i * k->n + j] += deals * fmax(others, 0);
        }
    }
    return off * off - variance;
}

/* How much of the covariance of all pairs lies at the angle whose sine is their
   correlation: the density of two normals at their thresholds. */
static double density(const Kinds *k, double angle)
{
    const double two_pi = 6.283185307179586;
    double sum = 0, sine = sin(angle), cosine = cos(angle);
    for (size_t i = 0; i < k->n; i++) {
        for (size_t j = 0; j < k->n; j++) {
            double a = k->threshold[i], b = k->threshold[j];
            double square = (a * a + b * b - 2 * a * b * sine) / (cosine * cosine);
            sum += k->pairs[i * k->n + j] * exp(-square / 2);
        }
    }
    return sum / two_pi;
}

double shock_correlation(Arena *arena, const ShockCount *count, size_t n_period,
                         size_t n_kind)
{
    enum { STEPS = 1024 };
    Kinds k = find_kinds(arena, count, n_period, n_kind);
    double beyond = 0, reached = 0, width = asin(SHOCK_MOST) / STEPS;
    for (size_t t = 0; t < n_period; t++)
        beyond += add_period(&k, count + t * n_kind);
    if (!(beyond > 0))
        return 0;
    for (size_t i = 0; i < STEPS; i++) {
        double step = density(&k, ((double)i + 0.5) * width) * width;
        if (reached + step >= beyond)
            return sin(((double)i + (beyond - reached) / step) * width);
        reached += step;
    }
    return reached > 0 ? SHOCK_MOST : 0;
}
