/* Periods: every day of eight centuries against slow definitions. */
#include "runtime/model/calendar.h"
#include "tests/unit/unit.h"

#include <string.h>

enum { LAST_UNIT = PERIOD_YEAR };

static void test_periods_tile_the_days(void **state)
{
    (void)state;
    Day first = civil_to_day(1600, 1, 1);
    Day last = civil_to_day(2400, 12, 31);
    for (int unit = PERIOD_DAY; unit <= LAST_UNIT; unit++) {
        int32_t before = calendar_period_of((PeriodUnit)unit, first - 1);
        for (Day day = first; day <= last; day++) {
            int32_t at = calendar_period_of((PeriodUnit)unit, day);
            DayRange range = calendar_range((PeriodUnit)unit, at);
            assert_true(range.lo <= day && day < range.hi);
            assert_true(at == before || (at == before + 1 && range.lo == day));
            before = at;
        }
    }
    for (int unit = PERIOD_DAY; unit <= LAST_UNIT; unit++)
        assert_int_equal(calendar_period_of((PeriodUnit)unit, 0), 0);
}

static void test_nesting(void **state)
{
    (void)state;
    for (int inner = PERIOD_DAY; inner <= LAST_UNIT; inner++) {
        for (int outer = PERIOD_DAY; outer <= LAST_UNIT; outer++) {
            bool nests = true;
            for (Day day = 0; day < 3000; day++) {
                int32_t a = calendar_period_of((PeriodUnit)inner, day);
                DayRange range = calendar_range((PeriodUnit)inner, a);
                nests &= calendar_period_of((PeriodUnit)outer, range.lo) ==
                         calendar_period_of((PeriodUnit)outer, range.hi - 1);
            }
            assert_int_equal(calendar_nests((PeriodUnit)inner, (PeriodUnit)outer),
                             nests);
        }
    }
}

static void assert_prints(PeriodUnit unit, Day day, const char *expected)
{
    StrBuf sb;
    strbuf_init(&sb);
    calendar_print(&sb, unit, calendar_period_of(unit, day));
    assert_string_equal(sb.text, expected);
    strbuf_release(&sb);
}

static void test_print(void **state)
{
    (void)state;
    Day day = civil_to_day(2025, 8, 3);
    assert_prints(PERIOD_DAY, day, "2025-08-03");
    assert_prints(PERIOD_WEEK, day, "2025-W31");
    assert_prints(PERIOD_MONTH, day, "2025-08");
    assert_prints(PERIOD_QUARTER, day, "2025-Q3");
    assert_prints(PERIOD_HALF, day, "2025-H2");
    assert_prints(PERIOD_YEAR, day, "2025");
    assert_prints(PERIOD_WEEK, civil_to_day(2021, 1, 3), "2020-W53");
    assert_prints(PERIOD_WEEK, civil_to_day(2018, 12, 31), "2019-W01");
    assert_prints(PERIOD_HALF, civil_to_day(1969, 12, 31), "1969-H2");
}

static void assert_prints_days(Day lo, Day last, const char *expected)
{
    StrBuf sb;
    strbuf_init(&sb);
    calendar_print_days(&sb, (DayRange){lo, last + 1});
    assert_string_equal(sb.text, expected);
    strbuf_release(&sb);
}

static void test_print_days(void **state)
{
    (void)state;
    Day start = civil_to_day(2024, 1, 1), leap = civil_to_day(2024, 2, 29);
    assert_prints_days(start, civil_to_day(2024, 12, 31), "2024");
    assert_prints_days(start, civil_to_day(2025, 12, 31), "2024 .. 2025");
    assert_prints_days(start, civil_to_day(2024, 6, 30), "2024-H1");
    assert_prints_days(start, civil_to_day(2024, 9, 30), "2024-Q1 .. 2024-Q3");
    assert_prints_days(start, leap, "2024-01 .. 2024-02");
    assert_prints_days(start, start + 6, "2024-W01");
    assert_prints_days(start, start + 13, "2024-01-01 .. 2024-01-14");
    assert_prints_days(leap, leap, "2024-02-29");
}

static void assert_shifts(Day from, PeriodUnit unit, int32_t n, Day to)
{
    assert_int_equal(calendar_shift_day(from, unit, n), to);
}

static void test_shift(void **state)
{
    (void)state;
    Day end_of_march = civil_to_day(2024, 3, 31);
    assert_shifts(end_of_march, PERIOD_MONTH, -1, civil_to_day(2024, 2, 29));
    assert_shifts(end_of_march, PERIOD_MONTH, -13, civil_to_day(2023, 2, 28));
    assert_shifts(end_of_march, PERIOD_QUARTER, 1, civil_to_day(2024, 6, 30));
    assert_shifts(end_of_march, PERIOD_HALF, -1, civil_to_day(2023, 9, 30));
    assert_shifts(civil_to_day(2024, 2, 29), PERIOD_YEAR, 1, civil_to_day(2025, 2, 28));
    assert_shifts(civil_to_day(1970, 1, 31), PERIOD_MONTH, -1,
                  civil_to_day(1969, 12, 31));
    assert_shifts(end_of_march, PERIOD_DAY, 1, civil_to_day(2024, 4, 1));
    assert_shifts(end_of_march, PERIOD_WEEK, -2, civil_to_day(2024, 3, 17));
}

/* From there on days move to `day` or behind it, and no day before does. */
static void test_origin(void **state)
{
    (void)state;
    static const PeriodUnit units[] = {PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH,
                                       PERIOD_QUARTER, PERIOD_YEAR};
    for (size_t i = 0; i < COUNT_OF(units); i++) {
        for (Day day = civil_to_day(2023, 1, 1); day < civil_to_day(2025, 1, 1);
             day++) {
            for (int32_t n = 0; n < 14; n++) {
                Day first = calendar_origin(day, units[i], n);
                assert_true(calendar_shift_day(first, units[i], n) >= day);
                assert_true(calendar_shift_day(first - 1, units[i], n) < day);
            }
        }
    }
}

/* Every pair of days within eight weeks, on both sides of 1970. */
static void test_working_days(void **state)
{
    (void)state;
    for (Day a = -30; a < 30; a++) {
        int64_t count = 0;
        for (Day b = a; b < a + 60; b++) {
            assert_int_equal(calendar_working_days(NULL, a, b), count);
            assert_int_equal(calendar_working_days(NULL, b, a), -count);
            count += civil_weekday(b) <= 5;
        }
    }
}

static void test_add_working_days(void **state)
{
    (void)state;
    for (Day from = -30; from < 30; from++) {
        assert_int_equal(calendar_add_working_days(NULL, from, 0), from);
        for (int step = -1; step <= 1; step += 2) {
            Day day = from;
            for (int n = 1; n < 20; n++) {
                do
                    day += step;
                while (civil_weekday(day) > 5);
                assert_int_equal(calendar_add_working_days(NULL, from, n * step), day);
            }
        }
    }
}

/* The same with holidays, some of them in a row and round a weekend. */
static void test_days_off(void **state)
{
    (void)state;
    static const Day days[] = {-9, -3, -2, 1, 4, 5, 6, 7, 8, 20};
    DaysOff off = {days, COUNT_OF(days)};
    for (Day from = -30; from < 30; from++) {
        int64_t count = 0;
        for (Day to = from; to < from + 60; to++) {
            bool works = civil_weekday(to) <= 5;
            for (size_t i = 0; i < COUNT_OF(days); i++)
                works &= days[i] != to;
            assert_int_equal(calendar_is_working(&off, to), works);
            assert_int_equal(calendar_working_days(&off, from, to), count);
            assert_int_equal(calendar_working_days(&off, to, from), -count);
            count += works;
        }
        for (int step = -1; step <= 1; step += 2) {
            Day day = from;
            for (int n = 1; n < 20; n++) {
                do
                    day += step;
                while (!calendar_is_working(&off, day));
                assert_int_equal(calendar_add_working_days(&off, from, n * step), day);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods_tile_the_days),
        cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_print),
        cmocka_unit_test(test_print_days),
        cmocka_unit_test(test_shift),
        cmocka_unit_test(test_origin),
        cmocka_unit_test(test_working_days),
        cmocka_unit_test(test_add_working_days),
        cmocka_unit_test(test_days_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
