/* Values as people read them: one formatter for every output made for eyes. What
   machines read is value_print's (all digits, ISO, true and false, empty nothing).
   Texts come out as they are: a sink makes them safe for what it writes. */
#ifndef KOERS_RUNTIME_ALGEBRA_FORMAT_H
#define KOERS_RUNTIME_ALGEBRA_FORMAT_H

#include "runtime/algebra/locale.h"
#include "runtime/base/strbuf.h"
#include "runtime/model/expr.h"

typedef struct {
    const Locale *locale; /* never NULL */
    bool ascii; /* signs of our own in ASCII: - for –, code for €, ~ for ◔ */
} FormatStyle;

enum { FORMAT_DIGITS_AUTO = -1 };

/* Money with its currency's decimals, percent with one, counts with none, other
   numbers with up to two; dates as the locale, yes and no, – for empty. */
void format_value(StrBuf *sb, const FormatStyle *style, Type type, Value value);
/* The same with `digits` after the point for a plain number (0..2, or
   FORMAT_DIGITS_AUTO), so that a column of them lines up. */
void format_aligned(StrBuf *sb, const FormatStyle *style, Type type, Value value,
                    int digits);
/* How a number on an axis differs from one in a table. */
typedef struct {
    int digits;         /* after the point */
    const char *suffix; /* behind the digits, before a sign that follows them */
} FormatTick;

void format_tick(StrBuf *sb, const FormatStyle *style, Type type, Decimal value,
                 FormatTick tick);
/* Digits after the point that a plain number wants, 0..2; 0 for all other values. */
int format_digits(Type type, Value value);
/* As the value of a dimension: whole numbers are not grouped (2024 is a year), empty
   is (none). */
void format_key(StrBuf *sb, const FormatStyle *style, Type type, Value value);
/* Put behind a value that covers its period in part. */
const char *format_partial_mark(const FormatStyle *style);

#endif
