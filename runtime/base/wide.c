/* 256-bit integers. Work is done on magnitudes (four limbs, unsigned) and the sign
   is put back at the end. Whatever fits 64 or 128 bits takes the machine's own
   arithmetic; the rest is rare and may be slow. */
#include "runtime/base/wide.h"

enum { LIMBS = 4 };

/* 10^76, the first magnitude that is too large. */
static const Wide limit = {
    {0x0u, 0x7775a5f171951000u, 0x764b4abe8652979u, 0x161bcca7119915b5u}};

static const uint64_t powers[] = {
    1u,
    10u,
    100u,
    1000u,
    10000u,
    100000u,
    1000000u,
    10000000u,
    100000000u,
    1000000000u,
    10000000000u,
    100000000000u,
    1000000000000u,
    10000000000000u,
    100000000000000u,
    1000000000000000u,
    10000000000000000u,
    100000000000000000u,
    1000000000000000000u,
    10000000000000000000u,
};

Wide wide_from_i64(int64_t v)
{
    uint64_t fill = v < 0 ? UINT64_MAX : 0;
    return (Wide){{(uint64_t)v, fill, fill, fill}};
}

Wide wide_from_i128(Int128 v)
{
    uint64_t fill = v < 0 ? UINT64_MAX : 0;
    UInt128 bits = (UInt128)v;
    return (Wide){{(uint64_t)bits, (uint64_t)(bits >> 64), fill, fill}};
}

static bool is_negative(Wide v)
{
    return v.limb[3] >> 63;
}

/* All limbs from `first` on only continue the sign of the one before. */
static bool is_sign_from(Wide v, int first)
{
    uint64_t fill = v.limb[first - 1] >> 63 ? UINT64_MAX : 0;
    for (int i = first; i < LIMBS; i++)
        if (v.limb[i] != fill)
            return false;
    return true;
}

bool wide_fits_i64(Wide v)
{
    return is_sign_from(v, 1);
}

bool wide_fits_i128(Wide v)
{
    return is_sign_from(v, 2);
}

int64_t wide_to_i64(Wide v)
{
    return (int64_t)v.limb[0];
}

Int128 wide_to_i128(Wide v)
{
    return (Int128)((UInt128)v.limb[1] << 64 | v.limb[0]);
}

int wide_sign(Wide v)
{
    if (is_negative(v))
        return -1;
    return (v.limb[0] | v.limb[1] | v.limb[2] | v.limb[3]) != 0;
}

static int compare_magnitudes(Wide a, Wide b)
{
    for (int i = LIMBS - 1; i >= 0; i--)
        if (a.limb[i] != b.limb[i])
            return a.limb[i] < b.limb[i] ? -1 : 1;
    return 0;
}

int wide_compare(Wide a, Wide b)
{
    bool a_negative = is_negative(a);
    if (a_negative != is_negative(b))
        return a_negative ? -1 : 1;
    return compare_magnitudes(a, b);
}

static Wide add_limbs(Wide a, Wide b, uint64_t carry)
{
    Wide res;
    for (int i = 0; i < LIMBS; i++) {
        UInt128 sum = (UInt128)a.limb[i] + b.limb[i] + carry;
        res.limb[i] = (uint64_t)sum;
        carry = (uint64_t)(sum >> 64);
    }
    return res;
}

static Wide complement(Wide v)
{
    for (int i = 0; i < LIMBS; i++)
        v.limb[i] = ~v.limb[i];
    return v;
}

static Wide subtract_limbs(Wide a, Wide b)
{
    return add_limbs(a, complement(b), 1);
}

Wide wide_negate(Wide v)
{
    return add_limbs(complement(v), wide_from_i64(0), 1);
}

static Wide magnitude(Wide v)
{
    return is_negative(v) ? wide_negate(v) : v;
}

/* Operands are below 10^76 < 2^253, so a sum cannot leave 255 bits. */
bool wide_add(Wide a, Wide b, Wide *res)
{
    if (wide_fits_i64(a) && wide_fits_i64(b)) {
        *res = wide_from_i128((Int128)wide_to_i64(a) + wide_to_i64(b));
        return true;
    }
    *res = add_limbs(a, b, 0);
    return compare_magnitudes(magnitude(*res), limit) < 0;
}

bool wide_sub(Wide a, Wide b, Wide *res)
{
    return wide_add(a, wide_negate(b), res);
}

static bool multiply_magnitudes(Wide a, Wide b, Wide *res)
{
    uint64_t product[2 * LIMBS] = {0};
    for (int i = 0; i < LIMBS; i++) {
        uint64_t carry = 0;
        for (int j = 0; j < LIMBS; j++) {
            UInt128 step = (UInt128)a.limb[i] * b.limb[j] + product[i + j] + carry;
            product[i + j] = (uint64_t)step;
            carry = (uint64_t)(step >> 64);
        }
        product[i + LIMBS] = carry;
    }
    for (int i = 0; i < LIMBS; i++)
        res->limb[i] = product[i];
    return !(product[4] | product[5] | product[6] | product[7]) &&
           compare_magnitudes(*res, limit) < 0;
}

bool wide_mul(Wide a, Wide b, Wide *res)
{
    if (wide_fits_i64(a) && wide_fits_i64(b)) {
        *res = wide_from_i128((Int128)wide_to_i64(a) * wide_to_i64(b));
        return true;
    }
    if (!multiply_magnitudes(magnitude(a), magnitude(b), res))
        return false;
    if (is_negative(a) != is_negative(b))
        *res = wide_negate(*res);
    return true;
}

static Wide from_u128(UInt128 v)
{
    return (Wide){{(uint64_t)v, (uint64_t)(v >> 64), 0, 0}};
}

static UInt128 to_u128(Wide v)
{
    return (UInt128)v.limb[1] << 64 | v.limb[0];
}

static void divide_by_limb(Wide a, uint64_t b, Wide *quotient, Wide *remainder)
{
    UInt128 rest = 0;
    for (int i = LIMBS - 1; i >= 0; i--) {
        rest = rest << 64 | a.limb[i];
        quotient->limb[i] = (uint64_t)(rest / b);
        rest %= b;
    }
    *remainder = from_u128(rest);
}

/* One bit of the dividend a time, from the top. */
static void divide_by_bits(Wide a, Wide b, Wide *quotient, Wide *remainder)
{
    Wide q = wide_from_i64(0);
    Wide r = q;
    for (int bit = 64 * LIMBS - 1; bit >= 0; bit--) {
        uint64_t next = a.limb[bit / 64] >> (bit % 64) & 1;
        r = add_limbs(r, r, next);
        if (compare_magnitudes(r, b) >= 0) {
            r = subtract_limbs(r, b);
            q.limb[bit / 64] |= (uint64_t)1 << (bit % 64);
        }
    }
    *quotient = q;
    *remainder = r;
}

void wide_divmod(Wide a, Wide b, Wide *quotient, Wide *remainder)
{
    Wide x = magnitude(a);
    Wide y = magnitude(b);
    if (!(x.limb[2] | x.limb[3] | y.limb[2] | y.limb[3])) {
        *quotient = from_u128(to_u128(x) / to_u128(y));
        *remainder = from_u128(to_u128(x) % to_u128(y));
    } else if (!(y.limb[1] | y.limb[2] | y.limb[3])) {
        divide_by_limb(x, y.limb[0], quotient, remainder);
    } else {
        divide_by_bits(x, y, quotient, remainder);
    }
    if (is_negative(a) != is_negative(b))
        *quotient = wide_negate(*quotient);
    if (is_negative(a))
        *remainder = wide_negate(*remainder);
}

Wide wide_pow10(int n)
{
    int step = n < 19 ? n : 19;
    Wide res = from_u128(powers[step]);
    for (int left = n - step; left > 0; left -= step) {
        step = left < 19 ? left : 19;
        for (uint64_t carry = 0, i = 0; i < LIMBS; i++) {
            UInt128 product = (UInt128)res.limb[i] * powers[step] + carry;
            res.limb[i] = (uint64_t)product;
            carry = (uint64_t)(product >> 64);
        }
    }
    return res;
}
