/* What depends on the shock of a period (shock.h), known at points between which it is
   taken from straight lines: a sum of curves is the curve of the sum. */
#ifndef KOERS_RUNTIME_FORECAST_CURVE_H
#define KOERS_RUNTIME_FORECAST_CURVE_H

#include <stddef.h>

/* The points lie between -CURVE_EDGE and CURVE_EDGE; beyond it stays as it is there. */
enum {
    CURVE_EDGE = 4,
    CURVE_PER_UNIT = 16,
    CURVE_POINTS = 2 * CURVE_EDGE * CURVE_PER_UNIT + 1
};

typedef struct {
    double at[CURVE_POINTS];
} Curve;

/* The shock at a point. */
double curve_shock(size_t point);
double curve_value(const Curve *c, double z);
/* Adds `by` times the chance that a deal of that chance and correlation has. */
void curve_add_chance(Curve *c, double by, double chance, double correlation);
void curve_add(Curve *c, double by, const Curve *other);

#endif
