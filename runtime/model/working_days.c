/* Working days: Monday to Friday, counted from the Monday before 1970-01-01. */
#include "runtime/model/calendar.h"

enum { FIRST_MONDAY = -3 };

static int32_t week_of(Day day)
{
    int32_t days = day - FIRST_MONDAY;
    return days % 7 < 0 ? days / 7 - 1 : days / 7;
}

/* Monday to Friday days in [Monday of day 0's week, day). */
static int64_t working_days_before(Day day)
{
    int32_t week = week_of(day);
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
