/* Working days: Monday to Friday, counted from the Monday before 1970-01-01, but days
   off. */
#include "runtime/model/calendar.h"

enum { FIRST_MONDAY = -3 };

static int32_t week_of(Day day)
{
    int32_t days = day - FIRST_MONDAY;
    return days % 7 < 0 ? days / 7 - 1 : days / 7;
}

/* Days off before `day`. */
static int64_t off_before(const DaysOff *off, Day day)
{
    size_t lo = 0;
    size_t hi = off ? off->n : 0;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (off->day[mid] < day)
            lo = mid + 1;
        else
            hi = mid;
    }
    return (int64_t)lo;
}

/* Monday to Friday days in [Monday of day 0's week, day). */
static int64_t weekdays_before(Day day)
{
    int32_t week = week_of(day);
    int32_t in_week = day - FIRST_MONDAY - week * 7;
    return (int64_t)week * 5 + (in_week < 5 ? in_week : 5);
}

bool calendar_is_working(const DaysOff *off, Day day)
{
    return calendar_working_days(off, day, day + 1) == 1;
}

int64_t calendar_working_days(const DaysOff *off, Day a, Day b)
{
    return weekdays_before(b) - weekdays_before(a) -
           (off_before(off, b) - off_before(off, a));
}

/* The weekday that has `count` weekdays before it. */
static int64_t nth_weekday(int64_t count)
{
    int64_t week = count / 5;
    int64_t rest = count % 5;
    if (rest < 0) {
        week--;
        rest += 5;
    }
    return FIRST_MONDAY + week * 7 + rest;
}

static Day add_weekdays(Day day, int64_t n)
{
    int64_t before = weekdays_before(day);
    bool weekend = civil_weekday(day) > 5;
    /* From a Saturday one working day on is the Monday, one back the Friday. */
    int64_t target = before + n - (weekend && n > 0 ? 1 : 0);
    return (Day)nth_weekday(target);
}

/* Days off between `day` and `to`, which count for nothing on the way. */
static int64_t off_between(const DaysOff *off, Day day, Day to)
{
    if (to > day)
        return off_before(off, to + 1) - off_before(off, day + 1);
    return off_before(off, to) - off_before(off, day);
}

Day calendar_add_working_days(const DaysOff *off, Day day, int64_t n)
{
    if (n == 0)
        return day;
    Day to = add_weekdays(day, n);
    int64_t skipped = 0;
    while (off_between(off, day, to) != skipped) {
        skipped = off_between(off, day, to);
        to = add_weekdays(day, n + skipped);
    }
    return to;
}
