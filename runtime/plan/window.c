/* Windows of time. A line's period is shifted as a whole through the calendar, never
   by a number of rows; what is not over yet is compared with the other period cut at
   the same elapsed point. Source of the rules: language reference, "Time". */
#include "runtime/plan/plan.h"

static const DayRange no_days = {0, 0};

static bool is_none(DayRange days)
{
    return days.lo >= days.hi;
}

/* What began long ago still did; its end moves like that of a month or a day. */
static DayRange shift_end(DayRange days, PeriodUnit unit, int32_t n)
{
    PeriodUnit own = calendar_sibling(unit, PERIOD_MONTH);
    DayRange month = calendar_range(own, calendar_period_of(own, days.hi - 1));
    DayRange last = {month.hi == days.hi ? month.lo : days.hi - 1, days.hi};
    return (DayRange){DAY_LONG_AGO, calendar_shift_range(last, unit, n).hi};
}

/* ISO weeks are moved by civil years as weeks. */
static bool moves_weeks(const MovedWindow *window, DayRange days, PeriodUnit unit)
{
    return window->in_weeks && calendar_moves_weeks(days, unit);
}

static DayRange shift_days(const MovedWindow *window, DayRange days, PeriodUnit unit,
                           int32_t n)
{
    if (moves_weeks(window, days, unit))
        return calendar_shift_weeks(days, n);
    return days.lo == DAY_LONG_AGO ? shift_end(days, unit, n)
                                   : calendar_shift_range(days, unit, n);
}

/* The end of what stands against today in the period `other`, after as many working
   days of it as of `now`; days off behind the last one belong to it. */
static Day working_end(const Plan *plan, const DaysOff *off, DayRange now,
                       DayRange other)
{
    Day today = plan->today;
    bool is_off = !calendar_is_working(off, today);
    int64_t n = calendar_working_days(off, now.lo, today + 1) + is_off;
    if (calendar_working_days(off, today + 1, now.hi) <= 0 ||
        calendar_working_days(off, other.lo, other.hi) < n)
        return other.hi;
    Day last = calendar_add_working_days(off, other.lo - 1, n);
    return is_off ? last : last + 1;
}

/* The end of what stands against today after a shift. On the last day of a period of
   the unit that today is counted in, that is the end of its whole counterpart. */
static Day elapsed_end(const Plan *plan, const TimeStep *step,
                       const MovedWindow *window)
{
    PeriodUnit elapsed = window->in_weeks ? PERIOD_WEEK : plan->elapsed;
    DayRange now = calendar_range(elapsed, calendar_period_of(elapsed, plan->today));
    DayRange other = shift_days(window, now, step->unit, step->n);
    if (plan->today == now.hi - 1)
        return other.hi;
    if (step->on_working)
        return working_end(plan, step->off, now, other);
    if (moves_weeks(window, now, step->unit))
        return other.lo + (plan->today - now.lo) + 1;
    return calendar_shift_day(plan->today, step->unit, step->n) + 1;
}

static DayRange cut_off(DayRange days, Day end)
{
    days.hi = end < days.hi ? end : days.hi;
    return is_none(days) ? no_days : days;
}

/* What lags into some days was made on those that are so many units before them: the
   last day of a month takes what a longer one has behind it. */
static DayRange shift_window(const TimeStep *step, const MovedWindow *window)
{
    DayRange days = window->days;
    if (!step->lags || moves_weeks(window, days, step->unit))
        return shift_days(window, days, step->unit, step->n);
    bool open = days.lo == DAY_LONG_AGO;
    DayRange other = {open ? days.lo : calendar_origin(days.lo, step->unit, -step->n),
                      calendar_origin(days.hi, step->unit, -step->n)};
    return is_none(other) ? no_days : other;
}

static DayRange apply_shift(const Plan *plan, const TimeStep *step, MovedWindow *window)
{
    DayRange days = window->days;
    DayRange other = shift_window(step, window);
    if (window->end != DAY_FAR_AHEAD && !step->lags)
        window->end =
            shift_end((DayRange){DAY_LONG_AGO, window->end}, step->unit, step->n).hi;
    if (step->full || window->is_whole || days.hi <= plan->today)
        return other;
    window->is_whole = true;
    Day end = elapsed_end(plan, step, window);
    if (window->cut == CUT_AT_ONCE)
        return days.lo > plan->today ? no_days : cut_off(other, end);
    window->end = end;
    return other;
}

/* Does the first part of the window begin long ago? */
static bool begins_anywhere(const TimeStep *step, DayRange days)
{
    return step->of_any && days.lo == DAY_LONG_AGO;
}

/* The end of the first part of a window; without parts its own. */
static Day first_end(const TimeStep *step, DayRange days)
{
    if (!step->of_any)
        return days.hi;
    Day end = calendar_range(step->part, calendar_period_of(step->part, days.lo)).hi;
    return end < days.hi ? end : days.hi;
}

static DayRange apply_to_date(const TimeStep *step, DayRange days)
{
    if (!begins_anywhere(step, days)) {
        Day last = first_end(step, days) - 1;
        days.lo = calendar_range(step->unit, calendar_period_of(step->unit, last)).lo;
    }
    return days;
}

/* It ends today, or where that stands in another period. A K that is to come has none.
 */
static DayRange apply_rolling(const Plan *plan, const TimeStep *step,
                              const MovedWindow *window)
{
    DayRange days = window->days;
    if (window->is_of_key && !window->is_whole && days.lo > plan->today)
        return no_days;
    Day end = window->is_whole ? window->end : plan->today + 1;
    days.hi = end < days.hi ? end : days.hi;
    if (!begins_anywhere(step, days))
        days.lo = calendar_shift_day(first_end(step, days), step->unit, -step->n);
    return days;
}

/* Up to the day before `end`, or today. */
static DayRange until_day(const Plan *plan, Day lo, Day end)
{
    return (DayRange){lo, end <= plan->today ? end : plan->today + 1};
}

/* From the instant at which a stock of the other period closes, to that of this one. */
static DayRange between(const Plan *plan, const TimeStep *step, MovedWindow *window)
{
    Day end = window->days.hi;
    DayRange other = apply_shift(plan, step, window);
    return until_day(plan, until_day(plan, DAY_LONG_AGO, other.hi).hi, end);
}

static DayRange apply_step(const Plan *plan, const TimeStep *step, MovedWindow *window)
{
    DayRange days = window->days;
    switch (step->op) {
    case TIME_SHIFT:
        return apply_shift(plan, step, window);
    case TIME_TO_DATE:
        return apply_to_date(step, days);
    case TIME_SINCE:
        days.lo = DAY_LONG_AGO;
        return days;
    case TIME_ROLLING:
        return apply_rolling(plan, step, window);
    case TIME_FOR:
        window->is_whole = step->range.hi <= plan->today;
        window->is_of_key = false;
        window->end = DAY_FAR_AHEAD;
        return step->range;
    case TIME_CLOSING:
        return until_day(plan, DAY_LONG_AGO, days.hi);
    case TIME_OPENING:
    case TIME_BEFORE:
        return until_day(plan, DAY_LONG_AGO, days.lo);
    case TIME_WITHIN:
        return until_day(plan, days.lo, days.hi);
    case TIME_BETWEEN:
        return between(plan, step, window);
    }
    UNREACHABLE("time step");
}

MovedWindow window_begin(const Plan *plan, DayRange period, TimeCut cut)
{
    bool in_weeks =
        plan->has_time ? plan->finest == PERIOD_WEEK : plan->question->shown_in_weeks;
    return (MovedWindow){
        .days = period, .in_weeks = in_weeks, .cut = cut, .end = DAY_FAR_AHEAD};
}

void window_narrow(MovedWindow *window, DayRange period, PeriodUnit unit)
{
    DayRange days = window->days;
    days.lo = days.lo > period.lo ? days.lo : period.lo;
    days.hi = days.hi < period.hi ? days.hi : period.hi;
    bool is_week = window->in_weeks && days.hi - days.lo == 7;
    window->in_weeks = unit == PERIOD_WEEK || is_week;
    window->is_of_key = true;
    window->days = days;
}

void window_move(const Plan *plan, const TimeStep *step, MovedWindow *window)
{
    bool none = is_none(window->days) && step->op != TIME_FOR;
    window->days = none ? no_days : apply_step(plan, step, window);
}

void window_take(const Plan *plan, const TimeStep *step, size_t n, MovedWindow *window)
{
    window->is_whole |= window->days.hi <= plan->today;
    for (size_t i = 0; i < n; i++)
        window_move(plan, &step[i], window);
}

DayRange window_days(const MovedWindow *window)
{
    return window->cut == CUT_LAST ? cut_off(window->days, window->end) : window->days;
}

DayRange window_of_shape(const Plan *plan, const Shape *shape, DayRange period)
{
    MovedWindow window = window_begin(plan, period, shape->cut);
    window_take(plan, shape->step, shape->n_step, &window);
    return window_days(&window);
}

/* How many cuts there are up to `day`. */
static size_t cuts_until(const Atoms *atoms, Day day)
{
    size_t lo = 0;
    size_t hi = atoms->n_cut;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (atoms->cut[mid] <= day)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

Day atoms_first_day(const Atoms *atoms, Day day)
{
    Day first = calendar_range(atoms->unit, calendar_period_of(atoms->unit, day)).lo;
    size_t lo = cuts_until(atoms, day);
    return lo && atoms->cut[lo - 1] > first ? atoms->cut[lo - 1] : first;
}

Day atoms_end_day(const Atoms *atoms, Day day)
{
    Day end = calendar_range(atoms->unit, calendar_period_of(atoms->unit, day)).hi;
    size_t next = cuts_until(atoms, day);
    return next < atoms->n_cut && atoms->cut[next] < end ? atoms->cut[next] : end;
}
