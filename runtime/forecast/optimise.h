/* The least value of a function of a few numbers, by the simplex of Nelder and Mead
   (GSL). The same start gives the same end. */
#ifndef KOERS_RUNTIME_FORECAST_OPTIMISE_H
#define KOERS_RUNTIME_FORECAST_OPTIMISE_H

#include <stddef.h>

enum { OPTIMISE_MAX = 64 }; /* most numbers */

/* Of `x`, `n` numbers; `self` is what the caller handed in. Where the function has no
   value it returns one that is not finite. */
typedef double OptimiseFn(const double *x, void *self);

typedef struct {
    OptimiseFn *fn;
    void *self;
    size_t n;
    size_t steps;     /* at most */
    double precision; /* of the simplex, where it ends earlier */
} Optimise;

/* Moves `x` to the best point that is found; `step`: how far the first simplex reaches
   in each direction. Returns its value, never worse than at the start. */
double optimise(const Optimise *o, double *x, const double *step);

/* A number between lo and hi, from one without bounds, and back. */
double optimise_bounded(double free, double lo, double hi);
double optimise_free(double bounded, double lo, double hi);

#endif
