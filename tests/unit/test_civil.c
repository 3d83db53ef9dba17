/* Dates, held against a calendar that is counted on day by day, from 1600 to 2400. */
#include "runtime/base/civil.h"

#include "tests/unit/unit.h"

#include <string.h>

typedef struct {
    int year, month, day, weekday, iso_year, iso_week;
} Counted;

static int month_length(int year, int month)
{
    if (month == 2)
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* On 29, 30 and 31 December a Monday begins week 1 of the next year; so it does on
   1 to 4 January. Every other Monday just begins the next week. */
static void count_on(Counted *c)
{
    if (++c->day > month_length(c->year, c->month)) {
        c->day = 1;
        if (++c->month > 12) {
            c->month = 1;
            c->year++;
        }
    }
    c->weekday = c->weekday % 7 + 1;
    if (c->weekday != 1)
        return;
    bool in_december = c->month == 12 && c->day >= 29;
    bool in_january = c->month == 1 && c->day <= 4;
    c->iso_week++;
    if (in_december || in_january) {
        c->iso_week = 1;
        c->iso_year = in_december ? c->year + 1 : c->year;
    }
}

static void check_day(const Counted *c, Day day)
{
    int year;
    int week;
    Civil civil = civil_from_day(day);
    assert_int_equal(civil_to_day(c->year, c->month, c->day), day);
    assert_true(civil.year == c->year && civil.month == c->month &&
                civil.day == c->day);
    assert_int_equal(civil_weekday(day), c->weekday);
    civil_iso_week(day, &year, &week);
    assert_true(year == c->iso_year && week == c->iso_week);
    assert_int_equal(civil_iso_week_start(year, week), day - (c->weekday - 1));
    assert_true(week <= civil_iso_weeks_in_year(year));
}

static void every_day_of_800_years(void **state)
{
    (void)state;
    Counted c = {1600, 1, 1, 6, 1599, 52}; /* a Saturday */
    Day day = civil_to_day(1600, 1, 1);
    assert_int_equal(day, -135140);
    for (; c.year <= 2400; day++) {
        check_day(&c, day);
        count_on(&c);
    }
}

static void far_years(void **state)
{
    (void)state;
    assert_int_equal(civil_to_day(1970, 1, 1), 0);
    assert_int_equal(civil_to_day(1, 1, 1), -719162);
    assert_int_equal(civil_to_day(9999, 12, 31), 2932896);
    for (Day day = -719162; day <= 2932896; day += 97) {
        Civil c = civil_from_day(day);
        assert_true(civil_is_valid(c.year, c.month, c.day));
        assert_int_equal(civil_to_day(c.year, c.month, c.day), day);
    }
    assert_int_equal(civil_iso_weeks_in_year(2020), 53);
    assert_int_equal(civil_iso_weeks_in_year(2021), 52);
}

static bool parse(const char *text, int64_t *seconds, bool *has_time)
{
    return civil_parse(text, strlen(text), seconds, has_time);
}

static void expect_moment(const char *text, const char *wanted, bool wants_time)
{
    int64_t seconds;
    bool has_time;
    StrBuf sb;
    strbuf_init(&sb);
    assert_true(parse(text, &seconds, &has_time));
    assert_true(has_time == wants_time);
    civil_print_moment(&sb, seconds);
    assert_string_equal(sb.text, wanted);
    strbuf_release(&sb);
}

static void reads_moments(void **state)
{
    (void)state;
    expect_moment("2025-03-31", "2025-03-31 00:00:00", false);
    expect_moment("2025-03-31 14:05", "2025-03-31 14:05:00", true);
    expect_moment("2025-03-31T14:05:59.999Z", "2025-03-31 14:05:59", true);
    expect_moment("1969-12-31 23:59:59", "1969-12-31 23:59:59", true);
    expect_moment("0001-01-01 00:00:01", "0001-01-01 00:00:01", true);
}

static void refuses_what_is_no_date(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "2025",
        "2025-3-31",
        "2025-02-29",
        "2025-13-01",
        "2025-00-10",
        "2025-01-32",
        "0000-01-01",
        "2025-01-01 ",
        "2025-01-01T",
        "2025-01-01 24:00",
        "2025-01-01 10:60",
        "2025-01-01 10:00:60",
        "2025-01-01 10:00:00.",
        "2025-01-01 10:00x",
        "2025/01/01",
        "1900-02-29",
        "2025-01-01 1:00",
        "2025-01-01 10:00:00ZZ",
    };
    int64_t seconds;
    bool has_time;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(parse(bad[i], &seconds, &has_time));
}

static void today_is_the_day_of_now(void **state)
{
    (void)state;
    Day before = civil_day_of(civil_now());
    Day today = civil_today();
    assert_true(today == before || today == before + 1);
    assert_true(civil_from_day(today).year >= 2024);
    assert_int_equal(civil_day_of(-1), -1);
    assert_int_equal(civil_day_of(86399), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_800_years),
        cmocka_unit_test(far_years),
        cmocka_unit_test(reads_moments),
        cmocka_unit_test(refuses_what_is_no_date),
        cmocka_unit_test(today_is_the_day_of_now),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
