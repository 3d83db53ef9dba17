/* How an amount that is kept for a whole period is split over its days. Pure
   functions. */
#ifndef KOERS_RUNTIME_MODEL_SPREAD_H
#define KOERS_RUNTIME_MODEL_SPREAD_H

#include "runtime/base/decimal.h"
#include "runtime/model/calendar.h"

typedef enum {
    SPREAD_DAYS,
    SPREAD_WORKING_DAYS,
    SPREAD_PROFILE,
} SpreadKind;

/* sum[k]: the first k weights together, k = 0 .. n. The k-th weight belongs to the k-th
   `unit` inside the period; inside such a step all days weigh the same. */
typedef struct {
    SpreadKind kind;
    const char *profile; /* its name; NULL: none */
    PeriodUnit unit;
    const Decimal *sum;
    size_t n;
    const DaysOff *off; /* of working days; NULL: none */
} Spread;

/* The same way of splitting; NULL is none. */
bool spread_equal(const Spread *a, const Spread *b);
/* spread over working days, spread by profile season */
void spread_print(StrBuf *sb, const Spread *spread);
/* What of `amount`, kept for `period`, falls on `days`, which lie in it: rounded so
   that the parts of a period foot to the amount. Where nothing in the period weighs
   anything its days weigh the same. false: beyond 76 digits. */
bool spread_part(const Spread *spread, DayRange period, DayRange days, Decimal amount,
                 Decimal *res);

#endif
