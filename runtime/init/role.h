/* What a column of numbers is, by its name and its values, and in which currency. */
#ifndef KOERS_RUNTIME_INIT_ROLE_H
#define KOERS_RUNTIME_INIT_ROLE_H

#include "runtime/init/draft.h"

typedef enum {
    ROLE_UNKNOWN,
    ROLE_NONE,     /* a number that is a name: a code, a year, a place */
    ROLE_MONEY,    /* an amount: adds up */
    ROLE_QUANTITY, /* adds up, and is no money */
    ROLE_RATE,     /* a part of 1 */
    ROLE_PERCENT,  /* a part of 100 */
    ROLE_PRICE,    /* money per something */
    ROLE_LEVEL,    /* holds at an instant: a stock, a limit */
    ROLE_FLAG,     /* 0 or 1: a condition */
} NumberRole;

NumberRole role_of(const DraftColumn *column);
/* Words that say that an amount is of a whole line: no price times quantity. */
bool role_is_line_total(const DraftColumn *column);

enum { CURRENCIES_MAX = SAMPLE_EXAMPLES };

typedef struct {
    const char *code[CURRENCIES_MAX]; /* in capitals */
    size_t n;                         /* 0: not known */
    bool has_more;                    /* than fit */
    const char
        *column; /* that says which one holds, as it is reached; NULL: one only */
    const char *why;
} Currencies;

Currencies role_currencies(Arena *arena, const DraftTable *table,
                           const DraftColumn *column);

#endif
