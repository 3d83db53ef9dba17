/* Where a function of one number takes a value: by bracketing, over exact decimals. The
   function need not be monotone, continuous or known everywhere. */
#ifndef KOERS_RUNTIME_SESSION_ROOT_H
#define KOERS_RUNTIME_SESSION_ROOT_H

#include "runtime/base/decimal.h"

typedef struct {
    Decimal x;
    Decimal y;  /* how much the function lies above what is wanted */
    bool known; /* else there is no value at x */
} RootPoint;

typedef struct {
    /* Fills y and known of all points; false: it cannot, which was reported. */
    bool (*fill)(void *self, RootPoint *point, size_t n);
    void *self;
    Decimal lo, hi; /* lo < hi */
    Decimal near;   /* of several solutions the nearest to this is taken */
    Decimal size;   /* of what is wanted, above zero: y is a rounding error where it is
                       a million million times smaller */
    bool is_rough;  /* the function is no better than to six digits: then, where it is
                       a million times smaller */
} RootAsk;

typedef struct {
    bool found;
    bool is_flat;     /* it is the same all over the range, as far as it was tried */
    RootPoint at;     /* with as few digits as do, or `near` */
    RootPoint lo, hi; /* the ends of the range */
} RootAnswer;

/* false: a point could not be computed. */
bool root_find(const RootAsk *ask, RootAnswer *answer);

#endif
