/* Calendars of whole weeks. All is found from the last day of a year, which the
   definition gives; months and quarters are runs of weeks from the year's first. */
#include "runtime/model/calendar_weeks.h"

enum {
    EPOCH_YEAR = 1970,
    FIRST_MONDAY = -3,
    QUARTER_WEEKS = 13,
    YEAR_WEEKS = 52,
};

static int32_t floor_div(int32_t a, int32_t b)
{
    int32_t q = a / b;
    return a % b < 0 ? q - 1 : q;
}

/* The last day of the year that ends in, or next to, the month of civil year `year`. */
static Day year_end(const Calendar *calendar, int year)
{
    int last = civil_days_in_month(year, calendar->month);
    Day day = civil_to_day(year, calendar->month, last);
    int back = (civil_weekday(day) - calendar->weekday + 7) % 7;
    return calendar->nearest && back > 3 ? day + 7 - back : day - back;
}

Day weeks_year_start(const Calendar *calendar, int year)
{
    return year_end(calendar, year - 1) + 1;
}

int weeks_year_of(const Calendar *calendar, Day day)
{
    int year = civil_from_day(day).year;
    while (day > year_end(calendar, year))
        year++;
    while (day <= year_end(calendar, year - 1))
        year--;
    return year;
}

/* Periods of a year; 0 for weeks, whose number differs. */
static int32_t of_year(PeriodBase base)
{
    switch (base) {
    case PERIOD_DAY:
    case PERIOD_WEEK:
        return 0;
    case PERIOD_MONTH:
        return 12;
    case PERIOD_QUARTER:
        return 4;
    case PERIOD_HALF:
        return 2;
    case PERIOD_YEAR:
        return 1;
    }
    UNREACHABLE("period unit");
}

/* Weeks of a quarter before its second and third month. */
static int32_t weeks_before(const Calendar *calendar, int32_t month)
{
    static const int32_t before[][3] = {{0, 4, 8}, {0, 4, 9}, {0, 5, 9}};
    return before[calendar->pattern][month];
}

static int32_t month_of_week(const Calendar *calendar, int32_t week)
{
    int32_t quarter = week < YEAR_WEEKS ? week / QUARTER_WEEKS : 3;
    int32_t rest = week - quarter * QUARTER_WEEKS;
    int32_t month = 2;
    while (rest < weeks_before(calendar, month))
        month--;
    return quarter * 3 + month;
}

/* The first week of part `part` of a year. */
static int32_t first_week(const Calendar *calendar, PeriodBase base, int32_t part)
{
    int32_t month = part * (12 / of_year(base));
    return month / 3 * QUARTER_WEEKS + weeks_before(calendar, month % 3);
}

/* A day from which weeks are counted: the first of a week. */
static Day first_of_weeks(const Calendar *calendar)
{
    return FIRST_MONDAY + calendar->weekday % 7;
}

static Day start_of(const Calendar *calendar, PeriodBase base, int32_t ordinal)
{
    int32_t n = of_year(base);
    int32_t year = floor_div(ordinal, n);
    return weeks_year_start(calendar, EPOCH_YEAR + year) +
           7 * first_week(calendar, base, ordinal - year * n);
}

int32_t weeks_period_of(const Calendar *calendar, PeriodBase base, Day day)
{
    if (base == PERIOD_WEEK)
        return floor_div(day - first_of_weeks(calendar), 7);
    int year = weeks_year_of(calendar, day);
    int32_t week = (day - weeks_year_start(calendar, year)) / 7;
    int32_t n = of_year(base);
    return (year - EPOCH_YEAR) * n + month_of_week(calendar, week) / (12 / n);
}

DayRange weeks_range(const Calendar *calendar, PeriodBase base, int32_t ordinal)
{
    if (base == PERIOD_WEEK) {
        Day first = first_of_weeks(calendar) + 7 * ordinal;
        return (DayRange){first, first + 7};
    }
    return (DayRange){start_of(calendar, base, ordinal),
                      start_of(calendar, base, ordinal + 1)};
}

Day weeks_shift_day(const Calendar *calendar, PeriodBase base, Day day, int32_t n)
{
    int32_t from = weeks_period_of(calendar, base, day);
    DayRange to = weeks_range(calendar, base, from + n);
    int32_t at = day - weeks_range(calendar, base, from).lo;
    bool goes_on = base == PERIOD_YEAR && calendar->goes_on;
    if (at >= to.hi - to.lo && !goes_on)
        at = to.hi - to.lo - 7 + at % 7;
    return to.lo + at;
}
