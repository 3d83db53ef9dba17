/* Values of literals. The scanner has checked their shape. */
#ifndef KOERS_LEXER_LITERAL_H
#define KOERS_LEXER_LITERAL_H

#include "runtime/base/decimal.h"
#include "runtime/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* 1_200, 0.15, 10k, 2.5M, 15% (0.15). false: more than 76 digits. */
bool literal_number(const char *text, size_t len, Decimal *res);

typedef enum {
    LITERAL_YEAR,
    LITERAL_HALF,
    LITERAL_QUARTER,
    LITERAL_MONTH,
    LITERAL_WEEK,
    LITERAL_DAY,
} LiteralUnit;

typedef struct {
    LiteralUnit unit;
    int year;
    int part; /* half, quarter, month, ISO week; the month of a day; 0 for a year */
    int day;
} LiteralPeriod;

/* 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31. len >= 4. false:
   no such day, or a number that is no year. Whether the year has a week 53 depends on
   the calendar. */
bool literal_period(const char *text, size_t len, LiteralPeriod *res);

/* Appends a text without its quotes, escapes resolved: \n \t \" \' \\ \{ \}
   \u{hex}. false: a bad escape, at text[*bad] and *bad_len bytes long. */
bool literal_text(StrBuf *sb, const char *text, size_t len, size_t *bad,
                  size_t *bad_len);

/* True for a currency code of ISO 4217 in capitals. *decimals may be NULL. */
bool literal_is_currency(const char *text, size_t len, int *decimals);
/* The codes in order; NULL after the last one. */
const char *literal_currency_at(size_t index);

/* Adds a text as the language writes it: in quotes, with `\` before what would end it
   or begin an expression. */
void literal_add_text(StrBuf *sb, const char *text);

#endif
