/* Decimals from and to text and double. Nothing here depends on the locale: where
   the C library prints or reads a number for us, only its digits are used. */
#include "runtime/base/decimal.h"

#include "runtime/base/ascii.h"

#include <math.h>
#include <string.h>

enum { DIGITS_MAX = 76, CHUNK = 18, EXPONENT_MAX = 100000 };

typedef struct {
    const char *at, *end;
} Reader;

/* A number being read: value = digits * 10^(exponent - after). */
typedef struct {
    char digit[DIGITS_MAX];
    int count; /* significant ones kept */
    int zeros; /* zeros read and not yet kept: dropped if they end the number */
    int after; /* digits after the point */
    bool any;  /* a digit was there */
    bool too_long;
} Digits;

static void keep_digit(Digits *d, char c)
{
    d->any = true;
    if (c == '0') {
        d->zeros += d->count > 0;
        return;
    }
    if (d->count + d->zeros >= DIGITS_MAX) {
        d->too_long = true;
        return;
    }
    memset(d->digit + d->count, '0', (size_t)d->zeros);
    d->count += d->zeros;
    d->zeros = 0;
    d->digit[d->count++] = c;
}

static void read_digits(Reader *r, Digits *d)
{
    for (; r->at < r->end && ascii_is_digit(*r->at); r->at++)
        keep_digit(d, *r->at);
    if (r->at == r->end || *r->at != '.')
        return;
    for (r->at++; r->at < r->end && ascii_is_digit(*r->at); r->at++) {
        keep_digit(d, *r->at);
        d->after++;
    }
}

static bool read_sign(Reader *r)
{
    bool negative = r->at < r->end && *r->at == '-';
    if (r->at < r->end && (*r->at == '-' || *r->at == '+'))
        r->at++;
    return negative;
}

/* e followed by a whole number, or nothing. */
static bool read_exponent(Reader *r, int *exponent)
{
    *exponent = 0;
    if (r->at == r->end || ascii_lower(*r->at) != 'e')
        return true;
    r->at++;
    bool negative = read_sign(r);
    if (r->at == r->end)
        return false;
    for (; r->at < r->end && ascii_is_digit(*r->at); r->at++)
        if (*exponent < EXPONENT_MAX)
            *exponent = *exponent * 10 + (*r->at - '0');
    *exponent = negative ? -*exponent : *exponent;
    return true;
}

static Wide mantissa_of(const char *digit, int count)
{
    Wide res = wide_from_i64(0);
    for (int at = 0; at < count;) {
        int64_t part = 0;
        int step = 0;
        for (; step < CHUNK && at < count; step++, at++)
            part = part * 10 + (digit[at] - '0');
        if (!wide_mul(res, wide_pow10(step), &res) ||
            !wide_add(res, wide_from_i64(part), &res))
            return res; /* not reached: at most 76 digits */
    }
    return res;
}

/* The value digits * 10^power. */
static bool scale_digits(const Digits *d, int64_t power, bool negative, Decimal *res)
{
    Wide m = mantissa_of(d->digit, d->count);
    if (power < -DIGITS_MAX || power > DIGITS_MAX - d->count)
        return false;
    if (power > 0 && !wide_mul(m, wide_pow10((int)power), &m))
        return false;
    res->m = negative ? wide_negate(m) : m;
    res->scale = power < 0 ? (int32_t)-power : 0;
    return true;
}

bool decimal_parse(const char *text, size_t len, Decimal *res)
{
    Reader r = {text, text + len};
    Digits d = {.count = 0};
    int exponent;
    if (len > (size_t)EXPONENT_MAX)
        return false;
    bool negative = read_sign(&r);
    read_digits(&r, &d);
    if (!d.any || !read_exponent(&r, &exponent) || r.at != r.end || d.too_long)
        return false;
    if (d.count == 0) {
        *res = decimal_from_i64(0);
        return true;
    }
    return scale_digits(&d, (int64_t)exponent - d.after + d.zeros, negative, res);
}

/* |v| = f / 2^s exactly, f of 53 bits. */
typedef struct {
    uint64_t f;
    int s;
} Binary;

/* 10^0 .. 10^CHUNK */
static const uint64_t ten_to[CHUNK + 1] = {
    UINT64_C(1),
    UINT64_C(10),
    UINT64_C(100),
    UINT64_C(1000),
    UINT64_C(10000),
    UINT64_C(100000),
    UINT64_C(1000000),
    UINT64_C(10000000),
    UINT64_C(100000000),
    UINT64_C(1000000000),
    UINT64_C(10000000000),
    UINT64_C(100000000000),
    UINT64_C(1000000000000),
    UINT64_C(10000000000000),
    UINT64_C(100000000000000),
    UINT64_C(1000000000000000),
    UINT64_C(10000000000000000),
    UINT64_C(100000000000000000),
    UINT64_C(1000000000000000000),
};

/* 10^k, k <= 2 * CHUNK. */
static UInt128 power_of_ten(int k)
{
    return k > CHUNK ? (UInt128)ten_to[CHUNK] * ten_to[k - CHUNK] : ten_to[k];
}

/* The nearest to v of the decimals with `k` digits after the point, as its mantissa;
   of two that are equally near the even one, as printf has it. *reads_back: it is less
   than half of the last bit away, so it reads as the same double. Below a power of two
   the doubles lie twice as close. */
static uint64_t nearest(Binary v, int k, bool *reads_back)
{
    UInt128 power = power_of_ten(k), scaled = v.f * power;
    UInt128 one = (UInt128)1 << v.s, m = scaled >> v.s, rest = scaled - (m << v.s);
    bool up = rest > one - rest || (rest == one - rest && (m & 1));
    bool is_close_below = !up && v.f == (uint64_t)1 << 52;
    if (up)
        rest = one - rest;
    *reads_back = rest * (is_close_below ? 4 : 2) < power;
    return (uint64_t)m + up;
}

/* Numbers as people have them, in whole arithmetic: 15 digits where they suffice, else
   16 or 17. false: another number. */
static bool from_usual_double(double v, Decimal *res)
{
    uint64_t bits, one = (uint64_t)1 << 52;
    if (!(fabs(v) >= 1e-5 && fabs(v) < 1e15))
        return false;
    memcpy(&bits, &v, sizeof bits);
    int exponent = (int)(bits >> 52 & 0x7ff) - 1023; /* of two */
    Binary b = {(bits & (one - 1)) | one, 52 - exponent};
    /* For 17 digits; one more where the logarithm is the next whole number. */
    int k = 116 - (exponent * 30103 + 100 * 100000) / 100000;
    bool reads_back;
    k -= nearest(b, k, &reads_back) >= 100000000000000000;
    k -= 2;
    uint64_t m = nearest(b, k, &reads_back);
    while (!reads_back)
        m = nearest(b, ++k, &reads_back);
    for (; k > 0 && m % 10 == 0; k--)
        m /= 10;
    *res = decimal_make(v < 0 ? -(int64_t)m : (int64_t)m, k);
    return true;
}

bool decimal_from_double(double v, Decimal *res)
{
    if (!isfinite(v))
        return false;
    if (from_usual_double(v, res))
        return true;
    char text[40];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, v);
        if (strtod(text, NULL) - v == 0)
            break;
    }
    Digits d = {.count = 0};
    const char *at = text;
    for (; *at != 'e'; at++)
        if (ascii_is_digit(*at))
            keep_digit(&d, *at);
    int after = d.count + d.zeros - 1;
    int64_t exponent = strtol(at + 1, NULL, 10);
    return scale_digits(&d, exponent - after + d.zeros, v < 0, res);
}

/* Digits of the magnitude, without leading zeros ("0" for zero); returns how many. */
static int write_digits(char out[DIGITS_MAX + 3], Wide m)
{
    Wide rest = wide_sign(m) < 0 ? wide_negate(m) : m;
    char backwards[DIGITS_MAX + 3];
    int count = 0;
    do {
        Wide low;
        wide_divmod(rest, wide_pow10(CHUNK), &rest, &low);
        int64_t part = wide_to_i64(low);
        bool more = wide_sign(rest) != 0;
        for (int i = 0; i < CHUNK && (more || part || count == 0); i++) {
            backwards[count++] = (char)('0' + part % 10);
            part /= 10;
        }
    } while (wide_sign(rest));
    for (int i = 0; i < count; i++)
        out[i] = backwards[count - 1 - i];
    return count;
}

double decimal_to_double(Decimal v)
{
    v = decimal_trim(v);
    int64_t m = wide_to_i64(v.m);
    bool is_short =
        wide_fits_i64(v.m) && m <= 9007199254740992 && m >= -9007199254740992;
    if (is_short && v.scale <= 15)
        return (double)m / (double)wide_to_i64(wide_pow10(v.scale));
    char digit[DIGITS_MAX + 3];
    char text[DIGITS_MAX + 20];
    int count = write_digits(digit, v.m);
    snprintf(text, sizeof text, "%s%.*se-%d", wide_sign(v.m) < 0 ? "-" : "", count,
             digit, (int)v.scale);
    return strtod(text, NULL);
}

static void print_digits(StrBuf *sb, Decimal v)
{
    char digit[DIGITS_MAX + 3];
    int count = write_digits(digit, v.m);
    if (decimal_sign(v) < 0)
        strbuf_addc(sb, '-');
    if (count > v.scale)
        strbuf_add(sb, digit, (size_t)(count - v.scale));
    else
        strbuf_addc(sb, '0');
    if (!v.scale)
        return;
    strbuf_addc(sb, '.');
    int fraction = count < v.scale ? count : v.scale;
    strbuf_addn(sb, '0', (size_t)(v.scale - fraction));
    strbuf_add(sb, digit + count - fraction, (size_t)fraction);
}

void decimal_print(StrBuf *sb, Decimal v)
{
    print_digits(sb, decimal_trim(v));
}

void decimal_print_fixed(StrBuf *sb, Decimal v, int digits)
{
    int wanted = digits > 0 ? digits : 0;
    Decimal rounded = decimal_round(v, wanted);
    print_digits(sb, rounded);
    if (rounded.scale >= wanted)
        return;
    if (!rounded.scale)
        strbuf_addc(sb, '.');
    strbuf_addn(sb, '0', (size_t)(wanted - rounded.scale));
}
