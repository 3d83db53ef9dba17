/* Is an answer the one that was wanted? What counts is what it says: columns may have
   other names, another order, and others beside them. */
#ifndef KOERS_RUNTIME_LEARN_JUDGE_H
#define KOERS_RUNTIME_LEARN_JUDGE_H

#include "runtime/algebra/result.h"

/* Of those that are not right: the further down, the nearer to what was wanted. */
typedef enum {
    JUDGED_RIGHT,
    JUDGED_LINES,  /* another number of lines */
    JUDGED_COLUMN, /* `column` of what was wanted is not there */
    JUDGED_PAIRS,  /* each column is there, but not its values side by side */
    JUDGED_ORDER,  /* all is there, in another order */
} JudgedAs;

typedef struct {
    JudgedAs as;
    uint32_t wanted, found; /* lines */
    size_t column;          /* of `wanted`, of JUDGED_COLUMN: the first */
} Judgement;

/* Numbers are equal when they agree in 9 digits after the point. Totals count where
   `wanted` has some; the order of lines where `in_order` says so, among equals not. */
Judgement judge(const Result *wanted, const Result *found, bool in_order);
/* Of several answers, at least one, that which comes nearest. */
Judgement judge_any(const Result *wanted, Result *const *found, size_t n,
                    bool in_order);

#endif
