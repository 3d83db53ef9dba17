#include "runtime/forecast/optimise.h"

#include <gsl/gsl_multimin.h>
#include <math.h>
#include <string.h>

/* Stands for a value that is not finite: the simplex turns away from it. */
#define NOWHERE 1e300
/* How near a number comes to its bound where the search begins. */
#define EDGE 1e-6

static double value_at(const gsl_vector *x, void *params)
{
    const Optimise *o = params;
    double value = o->fn(x->data, o->self);
    return isfinite(value) ? value : NOWHERE;
}

double optimise(const Optimise *o, double *x, const double *step)
{
    double least = o->fn(x, o->self), at[OPTIMISE_MAX], reach[OPTIMISE_MAX];
    memcpy(at, x, o->n * sizeof *at);
    memcpy(reach, step, o->n * sizeof *reach);
    gsl_vector_view start = gsl_vector_view_array(at, o->n);
    gsl_vector_view size = gsl_vector_view_array(reach, o->n);
    Optimise copy = *o;
    gsl_multimin_function f = {value_at, o->n, &copy};
    gsl_multimin_fminimizer *simplex =
        gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, o->n);
    gsl_multimin_fminimizer_set(simplex, &f, &start.vector, &size.vector);
    for (size_t i = 0; i < o->steps; i++) {
        if (gsl_multimin_fminimizer_iterate(simplex) ||
            gsl_multimin_fminimizer_size(simplex) < o->precision)
            break;
    }
    double found = gsl_multimin_fminimizer_minimum(simplex);
    if (found < least || !isfinite(least)) {
        least = found;
        memcpy(x, gsl_multimin_fminimizer_x(simplex)->data, o->n * sizeof *x);
    }
    gsl_multimin_fminimizer_free(simplex);
    return least;
}

double optimise_bounded(double free, double lo, double hi)
{
    return lo + (hi - lo) / (1 + exp(-free));
}

double optimise_free(double bounded, double lo, double hi)
{
    double part = fmin(fmax((bounded - lo) / (hi - lo), EDGE), 1 - EDGE);
    return log(part / (1 - part));
}
