/* Splits the change of a number over members and reasons. What comes out adds up to the
   change to the last digit: rounded quotients are differences of rounded running
   totals, and of two reasons the second is what the first leaves. Pure arithmetic. */
#ifndef KOERS_RUNTIME_ALGEBRA_SPLIT_H
#define KOERS_RUNTIME_ALGEBRA_SPLIT_H

#include "runtime/base/decimal.h"
#include "runtime/model/question.h"

/* In: the number alone; of a rate numerator and denominator; of a price value and
   quantity. Out: by reason, as why_reasons() names them, and their sum. */
typedef struct {
    Decimal now[2], before[2];
    Decimal reason[WHY_REASONS_MAX];
    Decimal sum;
} SplitMember;

typedef enum {
    SPLIT_OK,
    SPLIT_NONE, /* a rate over nothing has no change */
    SPLIT_WIDE, /* beyond 76 digits */
} SplitStatus;

/* Of WHY_TERMS there is one member. Not for WHY_MOVES, whose reasons are known. */
SplitStatus split_change(WhyKind kind, SplitMember *member, size_t n);

#endif
