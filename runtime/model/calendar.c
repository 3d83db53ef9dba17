/* Periods of the civil calendar. Months, quarters, halves and years are counted in
   months from 1970-01; weeks are counted from the Monday before 1970-01-01. */
#include "runtime/model/calendar.h"

enum {
    FIRST_MONDAY = -3, /* 1969-12-29, of the week that holds 1970-01-01 */
    EPOCH_YEAR = 1970
};

static int32_t floor_div(int32_t a, int32_t b)
{
    int32_t q = a / b;
    return a % b < 0 ? q - 1 : q;
}

/* Months in a unit; 0 for those that are not made of months. */
static int32_t unit_months(PeriodUnit unit)
{
    switch (unit) {
    case PERIOD_DAY:
    case PERIOD_WEEK:
        return 0;
    case PERIOD_MONTH:
        return 1;
    case PERIOD_QUARTER:
        return 3;
    case PERIOD_HALF:
        return 6;
    case PERIOD_YEAR:
        return 12;
    }
    UNREACHABLE("period unit");
}

/* Months since 1970-01. */
static int32_t month_of(Civil c)
{
    return (c.year - EPOCH_YEAR) * 12 + c.month - 1;
}

static Day month_start(int32_t month)
{
    int32_t year = floor_div(month, 12);
    return civil_to_day(EPOCH_YEAR + year, month - year * 12 + 1, 1);
}

int32_t calendar_period_of(PeriodUnit unit, Day day)
{
    if (unit == PERIOD_DAY)
        return day;
    if (unit == PERIOD_WEEK)
        return floor_div(day - FIRST_MONDAY, 7);
    return floor_div(month_of(civil_from_day(day)), unit_months(unit));
}

DayRange calendar_range(PeriodUnit unit, int32_t ordinal)
{
    if (unit == PERIOD_DAY)
        return (DayRange){ordinal, ordinal + 1};
    if (unit == PERIOD_WEEK)
        return (DayRange){FIRST_MONDAY + ordinal * 7, FIRST_MONDAY + ordinal * 7 + 7};
    int32_t months = unit_months(unit);
    return (DayRange){month_start(ordinal * months),
                      month_start((ordinal + 1) * months)};
}

static Day add_months(Day day, int32_t n)
{
    Civil c = civil_from_day(day);
    int32_t month = month_of(c) + n;
    int32_t year = floor_div(month, 12);
    int32_t of_year = month - year * 12 + 1;
    int last = civil_days_in_month(EPOCH_YEAR + year, of_year);
    return civil_to_day(EPOCH_YEAR + year, of_year, c.day < last ? c.day : last);
}

Day calendar_shift_day(Day day, PeriodUnit unit, int32_t n)
{
    if (unit == PERIOD_DAY)
        return day + n;
    if (unit == PERIOD_WEEK)
        return day + 7 * n;
    return add_months(day, n * unit_months(unit));
}

bool calendar_nests(PeriodUnit inner, PeriodUnit outer)
{
    if (inner == outer || inner == PERIOD_DAY)
        return true;
    return inner != PERIOD_WEEK && outer != PERIOD_WEEK && inner < outer;
}

void calendar_print(StrBuf *sb, PeriodUnit unit, int32_t ordinal)
{
    Day first = calendar_range(unit, ordinal).lo;
    Civil c = civil_from_day(first);
    int year;
    int week;
    switch (unit) {
    case PERIOD_DAY:
        civil_print_day(sb, first);
        return;
    case PERIOD_WEEK:
        civil_iso_week(first, &year, &week);
        strbuf_addf(sb, "%04d-W%02d", year, week);
        return;
    case PERIOD_MONTH:
        strbuf_addf(sb, "%04d-%02d", c.year, c.month);
        return;
    case PERIOD_QUARTER:
        strbuf_addf(sb, "%04d-Q%d", c.year, (c.month + 2) / 3);
        return;
    case PERIOD_HALF:
        strbuf_addf(sb, "%04d-H%d", c.year, (c.month + 5) / 6);
        return;
    case PERIOD_YEAR:
        strbuf_addf(sb, "%04d", c.year);
        return;
    }
}

/* Are the days whole periods, `single`: one, of the unit? */
static bool print_whole(StrBuf *sb, DayRange days, PeriodUnit unit, bool single)
{
    int32_t first = calendar_period_of(unit, days.lo);
    int32_t last = calendar_period_of(unit, days.hi - 1);
    if (calendar_range(unit, first).lo != days.lo ||
        calendar_range(unit, last).hi != days.hi || (single && first != last))
        return false;
    calendar_print(sb, unit, first);
    if (first == last)
        return true;
    strbuf_adds(sb, " .. ");
    calendar_print(sb, unit, last);
    return true;
}

void calendar_print_days(StrBuf *sb, DayRange days)
{
    static const struct {
        PeriodUnit unit;
        bool single;
    } tried[] = {
        {PERIOD_YEAR, false},  {PERIOD_HALF, true}, {PERIOD_QUARTER, false},
        {PERIOD_MONTH, false}, {PERIOD_WEEK, true}, {PERIOD_DAY, false},
    };
    for (size_t i = 0; i < COUNT_OF(tried); i++) {
        if (print_whole(sb, days, tried[i].unit, tried[i].single))
            return;
    }
}

const char *calendar_unit_name(PeriodUnit unit)
{
    switch (unit) {
    case PERIOD_DAY:
        return "day";
    case PERIOD_WEEK:
        return "week";
    case PERIOD_MONTH:
        return "month";
    case PERIOD_QUARTER:
        return "quarter";
    case PERIOD_HALF:
        return "half year";
    case PERIOD_YEAR:
        return "year";
    }
    UNREACHABLE("period unit");
}

/* Monday to Friday days in [Monday of day 0's week, day). */
PeriodUnit calendar_unit_of_range(DayRange days, int32_t *n)
{
    for (int u = PERIOD_YEAR; u > PERIOD_DAY; u--) {
        PeriodUnit unit = (PeriodUnit)u;
        int32_t first = calendar_period_of(unit, days.lo);
        int32_t last = calendar_period_of(unit, days.hi - 1);
        if (calendar_range(unit, first).lo == days.lo &&
            calendar_range(unit, last).hi == days.hi) {
            *n = last - first + 1;
            return unit;
        }
    }
    *n = days.hi - days.lo;
    return PERIOD_DAY;
}

static int64_t working_days_before(Day day)
{
    int32_t week = floor_div(day - FIRST_MONDAY, 7);
    int32_t in_week = day - FIRST_MONDAY - week * 7;
    return (int64_t)week * 5 + (in_week < 5 ? in_week : 5);
}

int64_t calendar_working_days(Day a, Day b)
{
    return working_days_before(b) - working_days_before(a);
}

/* The working day that has `count` working days before it. */
static int64_t nth_working_day(int64_t count)
{
    int64_t week = count / 5;
    int64_t rest = count % 5;
    if (rest < 0) {
        week--;
        rest += 5;
    }
    return FIRST_MONDAY + week * 7 + rest;
}

Day calendar_add_working_days(Day day, int64_t n)
{
    if (n == 0)
        return day;
    int64_t before = working_days_before(day);
    bool weekend = civil_weekday(day) > 5;
    /* From a Saturday one working day on is the Monday, one back the Friday. */
    int64_t target = before + n - (weekend && n > 0 ? 1 : 0);
    return (Day)nth_working_day(target);
}
