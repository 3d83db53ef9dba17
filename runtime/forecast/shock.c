#include "runtime/forecast/shock.h"

#include <gsl/gsl_cdf.h>
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

/* How much of the covariance of two deals of one period lies at the angle whose sine is
   their correlation: the density of two normals at the threshold. */
static double density(double threshold, double angle)
{
    const double two_pi = 6.283185307179586;
    return exp(-threshold * threshold / (1 + sin(angle))) / two_pi;
}

/* The correlation at which two deals of chance `chance` have that covariance. */
static double correlation_of(double chance, double covariance)
{
    enum { STEPS = 4096 };
    double threshold = shock_threshold(chance), width = asin(SHOCK_MOST) / STEPS;
    double reached = 0;
    for (size_t i = 0; i < STEPS; i++) {
        double step = density(threshold, ((double)i + 0.5) * width) * width;
        if (reached + step >= covariance)
            return sin(((double)i + (covariance - reached) / step) * width);
        reached += step;
    }
    return SHOCK_MOST;
}

double shock_correlation(const ShockPeriod *period, size_t n)
{
    double deals = 0, won = 0, squares = 0, pairs = 0;
    for (size_t i = 0; i < n; i++) {
        deals += (double)period[i].deals;
        won += (double)period[i].won;
    }
    if (!(won > 0) || !(won < deals))
        return 0;
    double chance = won / deals;
    for (size_t i = 0; i < n; i++) {
        double all = (double)period[i].deals;
        double off = (double)period[i].won - all * chance;
        squares += off * off - all * chance * (1 - chance);
        pairs += all * (all - 1);
    }
    return squares > 0 && pairs > 0 ? correlation_of(chance, squares / pairs) : 0;
}
