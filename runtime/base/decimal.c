/* Exact decimals on 256-bit mantissas. The scale stays between 0 and 76; where an
   operation would leave the 76 digits, trailing zeros are dropped first and it is
   tried once more. */
#include "runtime/base/decimal.h"

enum { DIGITS_MAX = 76, I64_POWER_MAX = 18 };

static const Wide zero = {{0, 0, 0, 0}};

Decimal decimal_from_i64(int64_t v)
{
    return (Decimal){wide_from_i64(v), 0};
}

Decimal decimal_make(int64_t mantissa, int scale)
{
    return (Decimal){wide_from_i64(mantissa), scale};
}

Decimal decimal_from_i128(Int128 mantissa, int scale)
{
    return (Decimal){wide_from_i128(mantissa), scale};
}

bool decimal_is_zero(Decimal v)
{
    return wide_sign(v.m) == 0;
}

int decimal_sign(Decimal v)
{
    return wide_sign(v.m);
}

Decimal decimal_negate(Decimal v)
{
    v.m = wide_negate(v.m);
    return v;
}

bool decimal_to_i64(Decimal v, int64_t *res)
{
    v = decimal_trim(v);
    if (v.scale || !wide_fits_i64(v.m))
        return false;
    *res = wide_to_i64(v.m);
    return true;
}

static Decimal trim_word(Decimal v)
{
    int64_t word = wide_to_i64(v.m);
    if (v.scale <= 0 || word % 10 != 0)
        return v;
    while (v.scale > 0 && word % 10 == 0) {
        word /= 10;
        v.scale--;
    }
    v.m = wide_from_i64(word);
    return v;
}

Decimal decimal_trim(Decimal v)
{
    if (decimal_is_zero(v))
        v.scale = 0;
    if (wide_fits_i64(v.m))
        return trim_word(v);
    for (int step = 32; step > 0; step /= 2) {
        while (v.scale >= step) {
            Wide q;
            Wide r;
            wide_divmod(v.m, wide_pow10(step), &q, &r);
            if (wide_sign(r))
                break;
            v.m = q;
            v.scale -= step;
        }
    }
    return v;
}

bool decimal_rescale(Decimal v, int scale, Decimal *res)
{
    *res = v;
    if (scale == v.scale)
        return true;
    res->scale = scale;
    if (wide_fits_i64(v.m) && scale - v.scale <= I64_POWER_MAX) {
        Int128 power = wide_to_i64(wide_pow10(scale - v.scale));
        res->m = wide_from_i128(wide_to_i64(v.m) * power);
        return true;
    }
    return decimal_is_zero(v) || (scale - v.scale <= DIGITS_MAX &&
                                  wide_mul(v.m, wide_pow10(scale - v.scale), &res->m));
}

/* Gives both the larger of the two scales. */
static bool align(Decimal *a, Decimal *b)
{
    if (a->scale == b->scale)
        return true;
    return a->scale < b->scale ? decimal_rescale(*a, b->scale, a)
                               : decimal_rescale(*b, a->scale, b);
}

static bool add_once(Decimal a, Decimal b, Decimal *res)
{
    if (!align(&a, &b))
        return false;
    res->scale = a.scale;
    return wide_add(a.m, b.m, &res->m);
}

bool decimal_add(Decimal a, Decimal b, Decimal *res)
{
    return add_once(a, b, res) || add_once(decimal_trim(a), decimal_trim(b), res);
}

bool decimal_sub(Decimal a, Decimal b, Decimal *res)
{
    return decimal_add(a, decimal_negate(b), res);
}

static bool multiply_once(Decimal a, Decimal b, Decimal *res)
{
    res->scale = a.scale + b.scale;
    return res->scale <= DIGITS_MAX && wide_mul(a.m, b.m, &res->m);
}

bool decimal_mul(Decimal a, Decimal b, Decimal *res)
{
    return multiply_once(a, b, res) ||
           multiply_once(decimal_trim(a), decimal_trim(b), res);
}

/* a / b to the nearest integer, half away from zero. */
static Wide divide_nearest(Wide a, Wide b)
{
    Wide q;
    Wide r;
    wide_divmod(a, b, &q, &r);
    Wide rest = wide_sign(r) < 0 ? wide_negate(r) : r;
    Wide whole = wide_sign(b) < 0 ? wide_negate(b) : b;
    Wide missing;
    if (!wide_sub(whole, rest, &missing) || wide_compare(rest, missing) < 0)
        return q;
    Wide one = wide_from_i64(wide_sign(a) == wide_sign(b) ? 1 : -1);
    Wide up;
    return wide_add(q, one, &up) ? up : q;
}

static bool divide_once(Decimal a, Decimal b, Decimal *res)
{
    int shift = DECIMAL_QUOTIENT_SCALE + b.scale - a.scale;
    Wide *grown = shift < 0 ? &b.m : &a.m;
    int power = shift < 0 ? -shift : shift;
    if (power > DIGITS_MAX || !wide_mul(*grown, wide_pow10(power), grown))
        return false;
    *res = decimal_trim((Decimal){divide_nearest(a.m, b.m), DECIMAL_QUOTIENT_SCALE});
    return true;
}

bool decimal_div(Decimal a, Decimal b, Decimal *res)
{
    if (decimal_is_zero(a)) {
        *res = decimal_from_i64(0);
        return true;
    }
    return divide_once(a, b, res) || divide_once(decimal_trim(a), decimal_trim(b), res);
}

static bool remainder_once(Decimal a, Decimal b, Decimal *res)
{
    if (!align(&a, &b))
        return false;
    Wide q;
    res->scale = a.scale;
    wide_divmod(a.m, b.m, &q, &res->m);
    if (wide_sign(res->m) && wide_sign(res->m) != wide_sign(b.m))
        return wide_add(res->m, b.m, &res->m);
    return true;
}

bool decimal_mod(Decimal a, Decimal b, Decimal *res)
{
    return remainder_once(a, b, res) ||
           remainder_once(decimal_trim(a), decimal_trim(b), res);
}

/* The whole part towards zero, and what is left of v. */
static void split(Decimal v, Wide *whole, Decimal *fraction)
{
    fraction->scale = v.scale;
    wide_divmod(v.m, wide_pow10(v.scale), whole, &fraction->m);
}

/* Fractions are below 10^76 at any scale, so aligning them cannot fail. */
int decimal_compare(Decimal a, Decimal b)
{
    if (a.scale == b.scale)
        return wide_compare(a.m, b.m);
    Wide whole_a;
    Wide whole_b;
    split(a, &whole_a, &a);
    split(b, &whole_b, &b);
    int order = wide_compare(whole_a, whole_b);
    if (order || !align(&a, &b))
        return order;
    return wide_compare(a.m, b.m);
}

Decimal decimal_round(Decimal v, int digits)
{
    if (digits >= v.scale)
        return v;
    int64_t drop = (int64_t)v.scale - digits;
    if (drop > DIGITS_MAX)
        return (Decimal){zero, digits > 0 ? digits : 0};
    Decimal res = {divide_nearest(v.m, wide_pow10((int)drop)), digits};
    if (digits >= 0)
        return res;
    res.scale = 0;
    return wide_mul(res.m, wide_pow10(-digits), &res.m) ? res : v;
}

/* The nearest whole number on the side that `side` (1 or -1) points to. */
static Decimal round_towards(Decimal v, int side)
{
    Decimal fraction;
    Decimal res = {zero, 0};
    split(v, &res.m, &fraction);
    if (decimal_sign(fraction) == side)
        (void)wide_add(res.m, wide_from_i64(side), &res.m);
    return res;
}

Decimal decimal_floor(Decimal v)
{
    return round_towards(v, -1);
}

Decimal decimal_ceil(Decimal v)
{
    return round_towards(v, 1);
}
