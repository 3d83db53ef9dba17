/* 256-bit signed integers in two's complement; what outgrows 128 bits. Every
   operation reports overflow instead of wrapping. Usable range: 76 decimal
   digits. */
#ifndef KOERS_RUNTIME_BASE_WIDE_H
#define KOERS_RUNTIME_BASE_WIDE_H

#include "runtime/base/compiler.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint64_t limb[4]; /* least significant first */
} Wide;

Wide wide_from_i64(int64_t v);
Wide wide_from_i128(Int128 v);
bool wide_fits_i64(Wide v);
bool wide_fits_i128(Wide v);
/* Undefined unless it fits. */
int64_t wide_to_i64(Wide v);
Int128 wide_to_i128(Wide v);
int wide_sign(Wide v); /* -1, 0, 1 */
int wide_compare(Wide a, Wide b);
Wide wide_negate(Wide v);
/* false: the result has more than 76 digits; *res is then unspecified. */
bool wide_add(Wide a, Wide b, Wide *res);
bool wide_sub(Wide a, Wide b, Wide *res);
bool wide_mul(Wide a, Wide b, Wide *res);
/* Truncates towards zero; b is not zero. */
void wide_divmod(Wide a, Wide b, Wide *quotient, Wide *remainder);
/* 10^n, 0 <= n <= 76. */
Wide wide_pow10(int n);

#endif
