/* Exact decimals against figures worked out apart, against the machine's 128-bit
   arithmetic, and against the C library's reading of doubles. */
#include "runtime/base/decimal.h"

#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

typedef struct {
    const char *a, *b, *sum, *product, *quotient, *remainder;
} Case;

static const Case cases[] = {
#define CASE(a, b, sum, product, quotient, remainder)                                  \
    {a, b, sum, product, quotient, remainder},
#include "tests/unit/decimal_cases.def"
#undef CASE
};

static Decimal dec(const char *text)
{
    Decimal res;
    assert_true(decimal_parse(text, strlen(text), &res));
    return res;
}

static void expect(Decimal v, const char *wanted)
{
    StrBuf sb;
    strbuf_init(&sb);
    decimal_print(&sb, v);
    assert_string_equal(sb.text, wanted);
    strbuf_release(&sb);
}

static void expect_fixed(const char *v, int digits, const char *wanted)
{
    StrBuf sb;
    strbuf_init(&sb);
    decimal_print_fixed(&sb, dec(v), digits);
    assert_string_equal(sb.text, wanted);
    strbuf_release(&sb);
}

static void parses_and_prints(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"0", "0"},
        {"-0", "0"},
        {"0.000", "0"},
        {"+12.50", "12.5"},
        {"-.5", "-0.5"},
        {"5.", "5"},
        {"1e3", "1000"},
        {"1.25E+2", "125"},
        {"12e-4", "0.0012"},
        {"000123.4500", "123.45"},
        {"1000000000000000000000", "1000000000000000000000"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"170141183460469231731687303715884105728",
         "170141183460469231731687303715884105728"},
    };
    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        expect(dec(pairs[i][0]), pairs[i][1]);
}

static void refuses_what_is_no_number(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",      "-",   ".",    "e5", "1e",  "1e+", "1 ",   " 1",    "1,5",
        "1.2.3", "--1", "0x10", "1_", "inf", "nan", "1e99", "1e-99", "1e999999999"};
    Decimal v;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(decimal_parse(bad[i], strlen(bad[i]), &v));
}

static void keeps_76_digits(void **state)
{
    (void)state;
    char nines[80];
    memset(nines, '9', sizeof nines);
    nines[76] = '\0';
    Decimal most = dec(nines);
    Decimal res;
    expect(most, nines);
    assert_false(decimal_add(most, decimal_from_i64(1), &res));
    assert_true(decimal_add(most, decimal_from_i64(-1), &res));
    assert_false(decimal_sub(decimal_negate(most), decimal_from_i64(1), &res));
    assert_false(decimal_mul(most, decimal_from_i64(10), &res));
    assert_false(decimal_rescale(most, 1, &res));
    assert_true(decimal_sub(most, most, &res));
    assert_true(decimal_is_zero(res));
    nines[76] = '9';
    assert_false(decimal_parse(nines, 77, &res));
}

static void matches_worked_out_figures(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Decimal a = dec(cases[i].a);
        Decimal b = dec(cases[i].b);
        Decimal res;
        assert_true(decimal_add(a, b, &res));
        expect(res, cases[i].sum);
        assert_true(decimal_sub(res, b, &res));
        assert_int_equal(decimal_compare(res, a), 0);
        assert_true(decimal_mul(a, b, &res));
        expect(res, cases[i].product);
        assert_true(decimal_div(a, b, &res));
        expect(res, cases[i].quotient);
        assert_true(decimal_mod(a, b, &res));
        expect(res, cases[i].remainder);
    }
}

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void wide_matches_128_bits(void **state)
{
    (void)state;
    uint64_t seed = 88172645463325252u;
    for (int i = 0; i < 100000; i++) {
        int64_t a = (int64_t)next_random(&seed) >> (next_random(&seed) % 60);
        int64_t b = (int64_t)next_random(&seed) >> (next_random(&seed) % 60);
        Int128 c = (Int128)a * b + a;
        Wide q;
        Wide r;
        Wide product;
        assert_true(wide_mul(wide_from_i64(a), wide_from_i64(b), &product));
        assert_true(wide_add(product, wide_from_i64(a), &product));
        assert_true(wide_fits_i128(product) && wide_to_i128(product) == c);
        if (!b)
            continue;
        wide_divmod(wide_from_i128(c), wide_from_i64(b), &q, &r);
        assert_true(wide_to_i128(q) == c / b && wide_to_i128(r) == c % b);
        assert_int_equal(wide_compare(wide_from_i128(c), wide_from_i64(a)),
                         (c > a) - (c < a));
    }
}

/* quotient * divisor + remainder is the dividend, and the remainder is smaller. */
static void wide_division_is_undone(void **state)
{
    (void)state;
    uint64_t seed = 1234567u;
    for (int i = 0; i < 20000; i++) {
        Wide a = {{next_random(&seed), next_random(&seed), next_random(&seed),
                   next_random(&seed) >> (12 + next_random(&seed) % 52)}};
        Wide b = {{next_random(&seed), next_random(&seed), 0, 0}};
        if (i % 3 == 0)
            b.limb[2] = next_random(&seed) >> (next_random(&seed) % 64);
        if (i % 5 == 0)
            b.limb[1] = 0;
        a = i % 2 ? wide_negate(a) : a;
        Wide q;
        Wide r;
        Wide back;
        wide_divmod(a, b, &q, &r);
        assert_true(wide_mul(q, b, &back) && wide_add(back, r, &back));
        assert_int_equal(wide_compare(back, a), 0);
        assert_true(wide_compare(wide_sign(r) < 0 ? wide_negate(r) : r, b) < 0);
    }
    for (int n = 0; n < 76; n++) {
        Wide ten;
        assert_true(wide_mul(wide_pow10(n), wide_from_i64(10), &ten) == (n < 75));
        if (n < 75)
            assert_int_equal(wide_compare(ten, wide_pow10(n + 1)), 0);
    }
}

static void quotient_rounds_half_away(void **state)
{
    (void)state;
    Decimal res;
    assert_true(decimal_div(dec("1"), dec("3"), &res));
    expect(res, "0.33333333333333333333");
    assert_true(decimal_div(dec("-2"), dec("3"), &res));
    expect(res, "-0.66666666666666666667");
    assert_true(decimal_div(dec("0.00000000000000000001"), dec("2"), &res));
    expect(res, "0.00000000000000000001");
    assert_true(decimal_div(dec("-0.00000000000000000001"), dec("2"), &res));
    expect(res, "-0.00000000000000000001");
    assert_true(decimal_div(dec("0.00000000000000000001"), dec("-2.1"), &res));
    expect(res, "0");
    assert_true(decimal_div(dec("1265793.0395"), dec("89"), &res));
    expect(res, "14222.39370224719101123596");
}

static void rounds(void **state)
{
    (void)state;
    expect(decimal_round(dec("2.5"), 0), "3");
    expect(decimal_round(dec("-2.5"), 0), "-3");
    expect(decimal_round(dec("1.005"), 2), "1.01");
    expect(decimal_round(dec("1249.99"), -2), "1200");
    expect(decimal_round(dec("1250"), -2), "1300");
    expect(decimal_round(dec("49"), -2), "0");
    expect(decimal_round(dec("1"), -200), "0");
    expect(decimal_floor(dec("-1.2")), "-2");
    expect(decimal_floor(dec("1.8")), "1");
    expect(decimal_ceil(dec("-1.8")), "-1");
    expect(decimal_ceil(dec("1.2")), "2");
    expect(decimal_floor(dec("-3")), "-3");
    expect_fixed("1265793.0395", 2, "1265793.04");
    expect_fixed("0.005", 2, "0.01");
    expect_fixed("-0.004", 2, "0.00");
    expect_fixed("-0.5", 0, "-1");
    expect_fixed("7", 3, "7.000");
    expect_fixed("0.05", 1, "0.1");
}

static void remainder_has_the_sign_of_the_divisor(void **state)
{
    (void)state;
    Decimal res;
    assert_true(decimal_mod(dec("-7"), dec("3"), &res));
    expect(res, "2");
    assert_true(decimal_mod(dec("7"), dec("-3"), &res));
    expect(res, "-2");
    assert_true(decimal_mod(dec("5.5"), dec("0.2"), &res));
    expect(res, "0.1");
}

static void compares_across_scales(void **state)
{
    (void)state;
    char tiny[80];
    memset(tiny, '0', sizeof tiny);
    memcpy(tiny, "0.", 2);
    memcpy(tiny + 77, "1", 2);
    assert_int_equal(decimal_compare(dec("1.50"), decimal_make(150, 2)), 0);
    assert_true(decimal_compare(dec("1e75"), dec(tiny)) > 0);
    assert_true(decimal_compare(dec("-1e75"), dec(tiny)) < 0);
    assert_true(decimal_compare(dec("-0.1"), dec("0.01")) < 0);
    assert_true(decimal_compare(dec("-1.5"), dec("-1.25")) < 0);
}

static int digits_needed(double v)
{
    char text[40];
    int digits = 1;
    for (; digits < 17; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, v);
        if (strtod(text, NULL) - v == 0)
            break;
    }
    return digits;
}

static void check_double(double v)
{
    Decimal d;
    StrBuf sb;
    strbuf_init(&sb);
    assert_true(decimal_from_double(v, &d));
    decimal_print(&sb, d);
    assert_true(strtod(sb.text, NULL) - v == 0);
    assert_true(decimal_to_double(d) - v == 0);
    int digits = 0;
    int zeros = 0;
    for (const char *at = sb.text; *at; at++) {
        if (*at == '0')
            zeros += digits > 0;
        else if (*at > '0') {
            digits += zeros + 1;
            zeros = 0;
        }
    }
    assert_true(digits <= digits_needed(v));
    strbuf_release(&sb);
}

/* Of the decimals of so many digits that read back, the nearest: that of printf. */
static void check_nearest(double v)
{
    Decimal d, printed;
    char text[40];
    snprintf(text, sizeof text, "%.*e", digits_needed(v) - 1, v);
    assert_true(decimal_from_double(v, &d));
    assert_true(decimal_parse(text, strlen(text), &printed));
    assert_int_equal(decimal_compare(d, printed), 0);
    assert_int_equal(d.scale, decimal_trim(d).scale);
}

static void usual_doubles_are_the_nearest_decimals(void **state)
{
    (void)state;
    for (int exponent = -22; exponent <= 55; exponent++) {
        double power = ldexp(1, exponent);
        check_nearest(power);
        check_nearest(nextafter(power, 0));
        check_nearest(-nextafter(power, 1e20));
    }
    for (int k = -7; k <= 16; k++) {
        double power = pow(10, k);
        check_nearest(power);
        check_nearest(nextafter(power, 0));
        check_nearest(nextafter(power, 1e20));
    }
    for (int i = 1; i < 997; i++)
        check_nearest(i / 7.0);
    uint64_t seed = 7;
    for (int i = 0; i < 200000; i++) {
        int exponent = (int)(next_random(&seed) % 78) - 22;
        check_nearest(ldexp((double)(next_random(&seed) >> 11 | UINT64_C(1) << 52),
                            exponent - 52));
    }
}

static void doubles_read_back(void **state)
{
    (void)state;
    static const double some[] = {0.1,
                                  0.2,
                                  0.3,
                                  0.05,
                                  0.15,
                                  14.4,
                                  65.83,
                                  1e22,
                                  1e23,
                                  1e-20,
                                  5e-324 * 1e300,
                                  9007199254740993.0,
                                  1.0 / 3,
                                  2.0 / 3,
                                  123456789.987654321,
                                  0.1 + 0.2,
                                  1e75,
                                  -1e-50};
    for (size_t i = 0; i < COUNT_OF(some); i++)
        check_double(some[i]);
    uint64_t seed = 42;
    for (int i = 0; i < 60000; i++)
        check_double((double)(int64_t)(next_random(&seed) >> 20) / 100.0);
    for (int i = 0; i < 60000; i++) {
        int exponent = (int)(next_random(&seed) % 180) - 90;
        check_double(ldexp((double)(next_random(&seed) >> 11), exponent - 52));
    }
    Decimal d;
    assert_false(decimal_from_double((double)INFINITY, &d));
    assert_false(decimal_from_double((double)NAN, &d));
    assert_false(decimal_from_double(1e300, &d));
    assert_false(decimal_from_double(1e-300, &d));
}

static void whole_numbers(void **state)
{
    (void)state;
    int64_t v;
    assert_true(decimal_to_i64(dec("12.00"), &v) && v == 12);
    assert_true(decimal_to_i64(decimal_make(-1200, 2), &v) && v == -12);
    assert_false(decimal_to_i64(dec("12.5"), &v));
    assert_false(decimal_to_i64(dec("9223372036854775808"), &v));
    expect(decimal_trim(decimal_make(1200, 4)), "0.12");
    assert_int_equal(decimal_trim(decimal_make(1200, 4)).scale, 2);
    assert_int_equal(decimal_trim(decimal_make(0, 4)).scale, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parses_and_prints),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(keeps_76_digits),
        cmocka_unit_test(matches_worked_out_figures),
        cmocka_unit_test(wide_matches_128_bits),
        cmocka_unit_test(wide_division_is_undone),
        cmocka_unit_test(quotient_rounds_half_away),
        cmocka_unit_test(rounds),
        cmocka_unit_test(remainder_has_the_sign_of_the_divisor),
        cmocka_unit_test(compares_across_scales),
        cmocka_unit_test(doubles_read_back),
        cmocka_unit_test(usual_doubles_are_the_nearest_decimals),
        cmocka_unit_test(whole_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
