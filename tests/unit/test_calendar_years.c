/* Calendars of months and of weeks: every day of 1600 to 2400 against a walk over the
   days that knows nothing but the rule for the first day of a year. */
#include "runtime/model/calendar.h"
#include "tests/unit/unit.h"

#include <string.h>

static const Calendar calendars[] = {
    {.month = 2},
    {.month = 4},
    {.month = 7},
    {.month = 10},
    {.month = 12},
    {.month = 5, .named_by_start = true},
    {true, 1, false, WEEKS_4_4_5, 6, false, true},
    {true, 1, true, WEEKS_4_5_4, 6, true, false},
    {true, 12, false, WEEKS_5_4_4, 7, false, false},
    {true, 12, true, WEEKS_4_4_5, 7, true, true},
    {true, 6, false, WEEKS_4_5_4, 5, true, false},
    {true, 2, true, WEEKS_5_4_4, 3, false, true},
};

enum { N_CALENDAR = sizeof calendars / sizeof *calendars };

static const PeriodBase units[] = {PERIOD_WEEK, PERIOD_MONTH, PERIOD_QUARTER,
                                   PERIOD_HALF, PERIOD_YEAR};

/* Does a year of weeks end on this day? */
static bool ends_year(const Calendar *calendar, Day day)
{
    if (civil_weekday(day) != calendar->weekday)
        return false;
    if (!calendar->nearest)
        return civil_from_day(day).month == calendar->month &&
               civil_from_day(day + 7).month != calendar->month;
    for (Day near = day - 3; near <= day + 3; near++) {
        if (civil_from_day(near).month == calendar->month &&
            civil_from_day(near + 1).month != calendar->month)
            return true;
    }
    return false;
}

static bool starts_year(const Calendar *calendar, Day day)
{
    Civil c = civil_from_day(day);
    if (calendar->has_weeks)
        return ends_year(calendar, day - 1);
    return c.month == calendar->month && c.day == 1;
}

/* The number of the year that begins on `day`: that of the year it ends in. A year of
   weeks that ends near the end of a month may end a few days behind it. */
static int year_from(const Calendar *calendar, Day day)
{
    Civil near_end = civil_from_day(day + 355);
    if (!calendar->has_weeks)
        return near_end.year;
    return civil_from_day(day + 364 - 10).year;
}

static int month_of_week(WeeksPattern pattern, int week)
{
    static const int length[][3] = {{4, 4, 5}, {4, 5, 4}, {5, 4, 4}};
    int month = 0;
    for (int end = 0; month < 12; month++) {
        end += length[pattern][month % 3];
        if (week < end)
            return month;
    }
    return 11;
}

/* What a walk knows of a day. */
typedef struct {
    int year, week, month; /* from 0 */
    Day year_start;
} Walk;

static void step(const Calendar *calendar, Day day, Walk *walk)
{
    if (starts_year(calendar, day))
        *walk = (Walk){.year = year_from(calendar, day), .year_start = day};
    else if (!calendar->has_weeks && civil_from_day(day).day == 1)
        walk->month++;
    if (!calendar->has_weeks)
        return;
    walk->week = (day - walk->year_start) / 7;
    walk->month = month_of_week(calendar->pattern, walk->week);
}

static void print_expected(const Calendar *calendar, PeriodBase base, const Walk *walk,
                           char *text)
{
    bool ends_in_it = calendar->has_weeks && calendar->month == 12;
    bool starts = calendar->named_by_start && !ends_in_it;
    int n = sprintf(text, "FY%04d", walk->year - starts);
    if (base == PERIOD_WEEK)
        sprintf(text + n, "-W%02d", walk->week + 1);
    else if (base == PERIOD_MONTH)
        sprintf(text + n, "-P%02d", walk->month + 1);
    else if (base == PERIOD_QUARTER)
        sprintf(text + n, "-Q%d", walk->month / 3 + 1);
    else if (base == PERIOD_HALF)
        sprintf(text + n, "-H%d", walk->month / 6 + 1);
}

static int number_of(const Calendar *calendar, PeriodBase base, const Walk *walk,
                     Day day)
{
    int year = walk->year - 1970;
    if (base == PERIOD_YEAR)
        return year;
    if (base == PERIOD_HALF)
        return year * 2 + walk->month / 6;
    if (base == PERIOD_QUARTER)
        return year * 4 + walk->month / 3;
    if (base == PERIOD_MONTH)
        return year * 12 + walk->month;
    int before = civil_to_day(1600, 1, 1) - 1500;
    while (civil_weekday(before) != calendar->weekday % 7 + 1)
        before--;
    PeriodUnit unit = calendar_unit(calendar, base);
    return calendar_period_of(unit, before) + (day - before) / 7;
}

static void walk_unit(const Calendar *calendar, PeriodBase base)
{
    PeriodUnit unit = calendar_unit(calendar, base);
    Day day = civil_to_day(1600, 1, 1);
    Day last = civil_to_day(2400, 12, 31);
    Day at = day - 800;
    char expected[32];
    Walk walk = {0};
    StrBuf sb;
    strbuf_init(&sb);
    while (!starts_year(calendar, at))
        at++;
    int32_t before = calendar_period_of(unit, at - 1);
    for (; at <= last; at++) {
        step(calendar, at, &walk);
        int32_t ordinal = calendar_period_of(unit, at);
        DayRange range = calendar_range(unit, ordinal);
        assert_int_equal(ordinal, number_of(calendar, base, &walk, at));
        assert_true(range.lo <= at && at < range.hi);
        assert_true(ordinal == before || (ordinal == before + 1 && range.lo == at));
        before = ordinal;
        if (range.lo != at)
            continue;
        strbuf_reset(&sb);
        calendar_print(&sb, unit, ordinal);
        print_expected(calendar, base, &walk, expected);
        assert_string_equal(sb.text, expected);
    }
    strbuf_release(&sb);
}

static void test_every_day(void **state)
{
    (void)state;
    for (int i = 0; i < N_CALENDAR; i++) {
        for (size_t k = !calendars[i].has_weeks; k < COUNT_OF(units); k++)
            walk_unit(&calendars[i], units[k]);
    }
}

/* Years of weeks have 52 or 53, which all fall on the same days again after 400. */
static void test_lengths(void **state)
{
    (void)state;
    for (int i = 0; i < N_CALENDAR; i++) {
        PeriodUnit unit = calendar_unit(&calendars[i], PERIOD_YEAR);
        int long_years = 0;
        for (int year = 1600; year < 2000; year++) {
            int32_t ordinal;
            assert_true(calendar_part_of_year(unit, year, 0, &ordinal));
            DayRange range = calendar_range(unit, ordinal);
            int days = range.hi - range.lo;
            bool weeks = calendars[i].has_weeks;
            assert_true(days == (weeks ? 364 : 365) || days == (weeks ? 371 : 366));
            long_years += days > 365;
            DayRange later = calendar_range(unit, ordinal + 400);
            assert_int_equal(later.lo - range.lo, 146097);
        }
        assert_int_equal(long_years, calendars[i].has_weeks ? 71 : 97);
    }
}

/* Each part of a year is found by its number, and the next one is not there. */
static void test_parts(void **state)
{
    (void)state;
    for (int i = 0; i < N_CALENDAR; i++) {
        PeriodUnit year = calendar_unit(&calendars[i], PERIOD_YEAR);
        for (size_t k = !calendars[i].has_weeks; k + 1 < COUNT_OF(units); k++) {
            PeriodUnit unit = calendar_unit(&calendars[i], units[k]);
            for (int n = 1990; n < 2030; n++) {
                int32_t whole, part;
                int count = 1;
                assert_true(calendar_part_of_year(year, n, 0, &whole));
                DayRange days = calendar_range(year, whole);
                Day at = days.lo;
                while (at < days.hi) {
                    assert_true(calendar_part_of_year(unit, n, count++, &part));
                    DayRange range = calendar_range(unit, part);
                    assert_int_equal(range.lo, at);
                    at = range.hi;
                }
                assert_int_equal(at, days.hi);
                assert_false(calendar_part_of_year(unit, n, count, &part));
                assert_false(calendar_part_of_year(unit, n, 0, &part));
            }
        }
    }
}

/* Whole periods move as whole ones, there and back, whatever their length. */
static void test_shift_and_back(void **state)
{
    (void)state;
    for (int i = 0; i < N_CALENDAR; i++) {
        for (size_t k = 1; k < COUNT_OF(units); k++) {
            PeriodUnit unit = calendar_unit(&calendars[i], units[k]);
            int32_t from = calendar_period_of(unit, civil_to_day(1900, 6, 1));
            for (int32_t p = from; p < from + 300; p++) {
                for (int n = -5; n <= 5; n++) {
                    DayRange range = calendar_range(unit, p);
                    DayRange to = calendar_range(unit, p + n);
                    DayRange moved = calendar_shift_range(range, unit, n);
                    DayRange back = calendar_shift_range(moved, unit, -n);
                    assert_int_equal(moved.lo, to.lo);
                    assert_int_equal(moved.hi, to.hi);
                    assert_int_equal(back.lo, range.lo);
                    assert_int_equal(back.hi, range.hi);
                }
            }
        }
    }
}

/* A day of a year of weeks keeps week and weekday; those of week 53 are apart. */
static void test_days_keep_their_week(void **state)
{
    (void)state;
    for (int i = 0; i < N_CALENDAR; i++) {
        const Calendar *calendar = &calendars[i];
        PeriodUnit year = calendar_unit(calendar, PERIOD_YEAR);
        if (!calendar->has_weeks)
            continue;
        for (Day day = civil_to_day(1990, 1, 1); day < civil_to_day(2030, 1, 1);
             day++) {
            int32_t ordinal = calendar_period_of(year, day);
            DayRange from = calendar_range(year, ordinal);
            DayRange to = calendar_range(year, ordinal - 1);
            Day moved = calendar_shift_day(day, year, -1);
            bool fits = to.lo + (day - from.lo) < to.hi;
            assert_int_equal(civil_weekday(moved), civil_weekday(day));
            if (fits || calendar->goes_on)
                assert_int_equal(moved - to.lo, day - from.lo);
            else
                assert_int_equal(moved, to.hi - (from.hi - day));
            if (!fits && calendar->goes_on)
                assert_int_equal(calendar_period_of(year, moved), ordinal);
        }
    }
}

/* Every pair of units against their days. */
static void test_nesting(void **state)
{
    (void)state;
    PeriodUnit all[(N_CALENDAR + 1) * COUNT_OF(units)];
    size_t n = 0;
    for (int i = -1; i < N_CALENDAR; i++) {
        for (size_t k = 0; k < COUNT_OF(units); k++)
            all[n++] = calendar_unit(i < 0 ? NULL : &calendars[i], units[k]);
    }
    for (size_t a = 0; a < n; a++) {
        for (size_t b = 0; b < n; b++) {
            bool nests = true;
            for (Day day = 0; day < 12000 && nests; day += 27) {
                DayRange outer =
                    calendar_range(all[b], calendar_period_of(all[b], day));
                int32_t first = calendar_period_of(all[a], outer.lo);
                int32_t last = calendar_period_of(all[a], outer.hi - 1);
                nests = calendar_range(all[a], first).lo == outer.lo &&
                        calendar_range(all[a], last).hi == outer.hi;
            }
            assert_int_equal(calendar_nests(all[a], all[b]), nests);
            PeriodUnit common = calendar_common(all[a], all[b]);
            assert_true(calendar_nests(common, all[a]));
            assert_true(calendar_nests(common, all[b]));
        }
    }
}

/* The years of the National Retail Federation with 53 weeks, named by their end: the
   Saturday nearest to 31 January; 3 February 2024 ended one. */
static void test_retail_years(void **state)
{
    (void)state;
    Calendar retail = {true, 1, false, WEEKS_4_5_4, 6, true, false};
    PeriodUnit unit = calendar_unit(&retail, PERIOD_YEAR);
    static const int long_years[] = {2001, 2007, 2013, 2018, 2024};
    size_t k = 0;
    for (int year = 1997; year < 2029; year++) {
        DayRange range = calendar_range(unit, year - 1970);
        bool is_long = k < COUNT_OF(long_years) && long_years[k] == year;
        k += is_long;
        assert_int_equal(range.hi - range.lo, is_long ? 371 : 364);
    }
    assert_int_equal(calendar_range(unit, 2024 - 1970).hi, civil_to_day(2024, 2, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_day),
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_shift_and_back),
        cmocka_unit_test(test_days_keep_their_week),
        cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_retail_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
