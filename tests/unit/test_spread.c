/* Parts of a period: whatever a year is cut into, they foot to the amount. */
#include "runtime/model/spread.h"
#include "tests/unit/unit.h"

#include <stdlib.h>

enum { N_WEIGHT = 31 };

/* The same numbers in every run. */
static uint32_t next_number(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static Decimal decimal_of(const char *text)
{
    Decimal value;
    size_t n = 0;
    while (text[n])
        n++;
    assert_true(decimal_parse(text, n, &value));
    return value;
}

static void assert_part(const Spread *spread, DayRange period, DayRange days,
                        const char *amount, const char *expected)
{
    Decimal part;
    assert_true(spread_part(spread, period, days, decimal_of(amount), &part));
    assert_int_equal(decimal_compare(part, decimal_of(expected)), 0);
}

static DayRange year_of(int year)
{
    return (DayRange){civil_to_day(year, 1, 1), civil_to_day(year + 1, 1, 1)};
}

static void cut_and_add(const Spread *spread, DayRange period, Decimal amount,
                        uint32_t *seed)
{
    Decimal sum = decimal_from_i64(0);
    DayRange days = {period.lo, period.lo};
    while (days.lo < period.hi) {
        Decimal part;
        days.hi = days.lo + 1 + (Day)next_number(seed, 45);
        days.hi = days.hi < period.hi ? days.hi : period.hi;
        assert_true(spread_part(spread, period, days, amount, &part));
        assert_true(part.scale <= DECIMAL_QUOTIENT_SCALE || part.scale == amount.scale);
        assert_true(decimal_add(sum, part, &sum));
        days.lo = days.hi;
    }
    assert_int_equal(decimal_compare(sum, amount), 0);
}

static void make_sums(Decimal *sum, uint32_t *seed)
{
    sum[0] = decimal_from_i64(0);
    for (int i = 0; i < N_WEIGHT; i++) {
        Decimal weight = decimal_make(next_number(seed, 300), 4);
        assert_true(decimal_add(sum[i], weight, &sum[i + 1]));
    }
}

static void test_parts_foot(void **state)
{
    (void)state;
    uint32_t seed = 20240229;
    static const PeriodUnit step[] = {PERIOD_DAY, PERIOD_MONTH, PERIOD_QUARTER,
                                      PERIOD_HALF, PERIOD_YEAR};
    for (int run = 0; run < 2000; run++) {
        Decimal sum[N_WEIGHT + 1];
        make_sums(sum, &seed);
        Spread spread = {.kind = (SpreadKind)next_number(&seed, 3),
                         .profile = "p",
                         .unit = step[next_number(&seed, 5)],
                         .sum = sum,
                         .n = N_WEIGHT};
        PeriodUnit unit = step[1 + next_number(&seed, 4)];
        Day day = civil_to_day(1990 + (int)next_number(&seed, 40), 2, 1);
        DayRange period = calendar_range(unit, calendar_period_of(unit, day));
        int64_t cents = (int64_t)next_number(&seed, 1u << 23) - (1 << 22);
        cut_and_add(&spread, period, decimal_make(cents, (int)next_number(&seed, 25)),
                    &seed);
    }
}

static void test_days(void **state)
{
    (void)state;
    Spread days = {.kind = SPREAD_DAYS};
    Spread worked = {.kind = SPREAD_WORKING_DAYS};
    DayRange leap = year_of(2024);
    DayRange february = {civil_to_day(2024, 2, 1), civil_to_day(2024, 3, 1)};
    assert_part(&days, leap, february, "366", "29");
    assert_part(&days, year_of(2025),
                (DayRange){civil_to_day(2025, 2, 1), civil_to_day(2025, 3, 1)}, "365",
                "28");
    assert_part(&worked, leap, february, "262", "21"); /* 262 working days */
    static const Day free_days[] = {19754, 20082};     /* 2024-02-01, 2024-12-25 */
    DaysOff off = {free_days, 2};
    worked.off = &off;
    assert_part(&worked, leap, february, "260", "20");
    worked.off = NULL;
    /* A third is cut at 20 digits; the rest is in the other part. */
    DayRange three = {0, 3};
    assert_part(&days, three, (DayRange){0, 1}, "1", "0.33333333333333333333");
    assert_part(&days, three, (DayRange){1, 2}, "1", "0.33333333333333333334");
    assert_part(&days, three, (DayRange){2, 3}, "1", "0.33333333333333333333");
    assert_part(&days, three, three, "0.1234567890123456789012345",
                "0.1234567890123456789012345");
    /* A weekend has no working day: its days weigh the same. 1970-01-03 is a Saturday.
     */
    assert_part(&worked, (DayRange){2, 4}, (DayRange){2, 3}, "5", "2.5");
}

static void test_profiles(void **state)
{
    (void)state;
    Decimal sum[] = {decimal_of("0"), decimal_of("0.2"), decimal_of("0.2"),
                     decimal_of("0.8")};
    Spread spread = {.kind = SPREAD_PROFILE,
                     .profile = "p",
                     .unit = PERIOD_MONTH,
                     .sum = sum,
                     .n = 3};
    DayRange quarter = {civil_to_day(2025, 4, 1), civil_to_day(2025, 7, 1)};
    assert_part(&spread, quarter,
                (DayRange){civil_to_day(2025, 4, 1), civil_to_day(2025, 5, 1)}, "100",
                "25");
    assert_part(&spread, quarter,
                (DayRange){civil_to_day(2025, 5, 1), civil_to_day(2025, 6, 1)}, "100",
                "0");
    assert_part(&spread, quarter,
                (DayRange){civil_to_day(2025, 5, 20), civil_to_day(2025, 6, 11)}, "100",
                "25"); /* ten of thirty days of June */
    spread.sum = (const Decimal[]){sum[0], sum[0], sum[0], sum[0]};
    assert_part(&spread, quarter,
                (DayRange){civil_to_day(2025, 4, 1), civil_to_day(2025, 5, 1)}, "91",
                "30");
}

static void test_equal(void **state)
{
    (void)state;
    Spread a = {.kind = SPREAD_PROFILE, .profile = "a"};
    Spread b = {.kind = SPREAD_PROFILE, .profile = "b"};
    Spread days = {.kind = SPREAD_DAYS};
    assert_true(spread_equal(NULL, NULL));
    assert_true(spread_equal(&a, &a));
    assert_false(spread_equal(&a, &b));
    assert_false(spread_equal(&a, &days));
    assert_false(spread_equal(&days, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_foot),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_profiles),
        cmocka_unit_test(test_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
