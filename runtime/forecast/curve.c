#include "runtime/forecast/curve.h"
#include "runtime/forecast/shock.h"

#include <math.h>

double curve_shock(size_t point)
{
    return (double)point / CURVE_PER_UNIT - CURVE_EDGE;
}

double curve_value(const Curve *c, double z)
{
    double at = fmin(fmax((z + CURVE_EDGE) * CURVE_PER_UNIT, 0), CURVE_POINTS - 1);
    size_t i = (size_t)fmin(floor(at), CURVE_POINTS - 2);
    return c->at[i] + (at - (double)i) * (c->at[i + 1] - c->at[i]);
}

void curve_add_chance(Curve *c, double by, double chance, double correlation)
{
    double threshold = shock_threshold(chance);
    for (size_t i = 0; i < CURVE_POINTS; i++)
        c->at[i] += by * shock_chance(threshold, correlation, curve_shock(i));
}

void curve_add(Curve *c, double by, const Curve *other)
{
    for (size_t i = 0; i < CURVE_POINTS; i++)
        c->at[i] += by * other->at[i];
}
