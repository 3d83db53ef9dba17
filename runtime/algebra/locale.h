/* How people of a place write numbers, money and dates. A fixed table: the locale of
   the process is never asked, so the same script prints the same everywhere. */
#ifndef KOERS_RUNTIME_ALGEBRA_LOCALE_H
#define KOERS_RUNTIME_ALGEBRA_LOCALE_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    CURRENCY_BEFORE,       /* $1.00 */
    CURRENCY_BEFORE_BLANK, /* $ 1.00 */
    CURRENCY_AFTER_BLANK,  /* 1.00 $ */
} CurrencyPlace;

typedef struct {
    const char *name;    /* "nl-NL" */
    const char *decimal; /* UTF-8, as are all texts here */
    const char *group;   /* between groups of three digits */
    const char *date;    /* d, m, y are the day, month and year; the rest is itself */
    const char *percent; /* what follows the number, with its blank */
    const char *dollar;  /* the currency that is written `$` alone */
    CurrencyPlace place;
    bool lakh; /* groups of two digits from the second on */
} Locale;

/* "en": ISO dates, 1,234.50. */
const Locale *locale_default(void);
/* By name, case is free: `nl`, `nl-NL`, `nl_NL.UTF-8`. A country that is not in the
   table has its language's ways; NULL: the language is not there either. */
const Locale *locale_find(const char *name);
/* Names for "did you mean"; NULL past the last. */
const char *locale_name(size_t index);

#endif
