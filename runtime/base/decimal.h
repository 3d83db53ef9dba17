/* Exact decimals: mantissa / 10^scale. Sums and products are exact up to 76
   digits; a quotient keeps 20 digits after the point, half away from zero.
   Values are passed by value and own nothing. */
#ifndef KOERS_RUNTIME_BASE_DECIMAL_H
#define KOERS_RUNTIME_BASE_DECIMAL_H

#include "runtime/base/strbuf.h"
#include "runtime/base/wide.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DECIMAL_QUOTIENT_SCALE = 20 };

typedef struct {
    Wide m;
    int32_t scale; /* >= 0 */
} Decimal;

Decimal decimal_from_i64(int64_t v);
Decimal decimal_make(int64_t mantissa, int scale);
Decimal decimal_from_i128(Int128 mantissa, int scale);
/* The shortest decimal that reads back as `v`; false for infinities and NaN and
   beyond 76 digits. */
bool decimal_from_double(double v, Decimal *res);
/* Digits, an optional sign, point and exponent; the whole of text[0..len). */
bool decimal_parse(const char *text, size_t len, Decimal *res);
/* Nearest double. */
double decimal_to_double(Decimal v);
/* True and the value when v is a whole number that fits. */
bool decimal_to_i64(Decimal v, int64_t *res);

bool decimal_is_zero(Decimal v);
int decimal_sign(Decimal v);
int decimal_compare(Decimal a, Decimal b);
Decimal decimal_negate(Decimal v);
/* false: more than 76 digits. */
bool decimal_add(Decimal a, Decimal b, Decimal *res);
bool decimal_sub(Decimal a, Decimal b, Decimal *res);
bool decimal_mul(Decimal a, Decimal b, Decimal *res);
/* b is not zero. */
bool decimal_div(Decimal a, Decimal b, Decimal *res);
/* Remainder with the sign of b, as a spreadsheet's MOD; b is not zero. */
bool decimal_mod(Decimal a, Decimal b, Decimal *res);
/* Half away from zero to `digits` after the point; digits may be negative. */
Decimal decimal_round(Decimal v, int digits);
Decimal decimal_floor(Decimal v);
Decimal decimal_ceil(Decimal v);
/* Without trailing zeros after the point: the canonical form. */
Decimal decimal_trim(Decimal v);
/* v expressed with `scale` digits, scale >= v.scale; false beyond 76 digits. */
bool decimal_rescale(Decimal v, int scale, Decimal *res);

/* Plain notation, all digits, no trailing zeros after the point. */
void decimal_print(StrBuf *sb, Decimal v);
/* Exactly `digits` after the point, rounded half away from zero. */
void decimal_print_fixed(StrBuf *sb, Decimal v, int digits);

#endif
