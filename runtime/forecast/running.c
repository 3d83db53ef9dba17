#include "runtime/forecast/running.h"
#include "runtime/base/xalloc.h"
#include "runtime/forecast/so_far.h"

#include <math.h>
#include <stdlib.h>

static int32_t running_of(const History *h)
{
    return h->first + (int32_t)h->outlook.n;
}

static bool is_off(Day day)
{
    return calendar_working_days(NULL, day, day + 1) == 0;
}

/* The day behind the days off that follow, at most `end`. */
static Day over(Day day, Day end)
{
    while (day < end && is_off(day))
        day++;
    return day;
}

RunningWindow running_window(const History *h, const Result *whole, HistoryAsk ask,
                             size_t judged)
{
    size_t n = h->outlook.n, back = judged + RECORD_WINDOW + SO_FAR_PERIODS;
    RunningWindow w = {.first = n > back ? n - back : 0};
    if (!n || history_is_whole(whole, ask, running_of(h)))
        return w;
    w.known = calendar_range(h->unit, running_of(h));
    w.until = over(history_end(whole, ask), ask.today);
    w.until = w.until < w.known.hi ? w.until : w.known.hi;
    if (w.until <= w.known.lo || over(w.until, w.known.hi) < w.known.hi)
        w.known.hi = w.until;
    return w;
}

DayRange running_days(const History *h, const RunningWindow *w)
{
    int32_t first = h->first + (int32_t)w->first;
    return (DayRange){calendar_range(h->unit, first).lo, w->until};
}

DayRange running_part(const History *h, const RunningWindow *w, size_t place)
{
    DayRange days = calendar_range(h->unit, h->first + (int32_t)place);
    int32_t n = w->known.hi - w->known.lo;
    if (place == h->outlook.n)
        return (DayRange){days.lo, w->until};
    if (w->known.hi == calendar_range(h->unit, running_of(h)).hi)
        return days;
    days.hi = days.lo + n < days.hi ? days.lo + n : days.hi;
    return days;
}

static double number_or_zero(const Result *r, uint32_t row)
{
    const Vector *value = &r->column[r->n_column - 1].vec;
    return vector_is_empty(value, row) ? 0
                                       : decimal_to_double(vector_decimal(value, row));
}

static Day first_day(const Result *r, uint32_t row)
{
    return calendar_range(r->column[0].type.period, result_value(r, 0, row).as.period)
        .lo;
}

void running_cut(const History *h, RunningWindow *w, const Result *by_day, Day end)
{
    enum { TENTH = 10 };
    DayRange days = running_days(h, w);
    double working = (double)calendar_working_days(NULL, days.lo, days.hi);
    double off = (double)(days.hi - days.lo) - working, sum[2] = {0, 0};
    for (uint32_t row = 0; row < by_day->n_row; row++)
        sum[is_off(first_day(by_day, row))] += fabs(number_or_zero(by_day, row));
    if (sum[1] > 0 && TENTH * sum[1] * working >= sum[0] * off && end < w->known.hi)
        w->known.hi = w->until = end;
}

void running_begin(Arena *arena, const History *h, const RunningWindow *w,
                   OutlookUnit *unit, size_t n)
{
    for (size_t u = 0; u < n; u++) {
        unit[u].by = ARENA_ARRAY(arena, double, h->outlook.n + 1);
        for (size_t t = 0; t < w->first; t++)
            unit[u].by[t] = nan("");
    }
}

static bool adds_up(double sum, double value)
{
    return fabs(sum - value) <= 1e-9 * (fabs(sum) + 1);
}

/* sum[unit * (n + 1) + period] */
static bool add_up(const History *h, const RunningWindow *w, const OutlookUnit *unit,
                   size_t n_unit, const double *sum)
{
    size_t n = h->outlook.n;
    for (size_t u = 0; u < n_unit; u++) {
        for (size_t t = w->first; t < n; t++) {
            double y = isnan(unit[u].y[t]) ? 0 : unit[u].y[t];
            if (!adds_up(sum[u * (n + 1) + t], y))
                return false;
            if (adds_up(unit[u].by[t], y))
                unit[u].by[t] = y; /* to the bit: nothing comes behind */
        }
    }
    return true;
}

bool running_read(const History *h, const RunningWindow *w, const Result *r,
                  HistoryUnits *units)
{
    size_t n = h->outlook.n, n_unit = units ? h->outlook.n_unit : 1;
    OutlookUnit *unit = units ? h->outlook.unit : h->outlook.whole;
    double *sum = xcalloc(n_unit * (n + 1) + 1, sizeof *sum);
    for (uint32_t row = 0; row < r->n_row; row++) {
        Day day = first_day(r, row);
        int64_t place = (int64_t)calendar_period_of(h->unit, day) - h->first;
        size_t u = units ? history_unit(units, r, row) : 0;
        if (place < (int64_t)w->first || place > (int64_t)n || u >= n_unit)
            continue;
        sum[u * (n + 1) + (size_t)place] += number_or_zero(r, row);
        if (day < running_part(h, w, (size_t)place).hi)
            unit[u].by[place] += number_or_zero(r, row);
    }
    bool ok = add_up(h, w, unit, n_unit, sum);
    free(sum);
    return ok;
}

static bool was_read(const History *h)
{
    return h->outlook.whole && h->outlook.whole->by;
}

static void settle(History *h, bool is_known)
{
    h->running.is_known = is_known;
    if (!is_known && h->outlook.whole)
        h->outlook.whole->by = NULL;
}

void running_settle(History *h, History *plain)
{
    bool is_known = h->running.is_known || (plain && plain->running.is_known);
    if (plain && running_of(h) != running_of(plain))
        is_known = false;
    is_known = is_known && was_read(h) && (!plain || was_read(plain));
    settle(h, is_known);
    if (plain)
        settle(plain, is_known);
}

double running_came(const History *h, const OutlookUnit *unit)
{
    return unit->by[h->outlook.n];
}

void running_end(Arena *arena, History *h, const RunningWindow *w, bool also_nothing)
{
    Outlook *o = &h->outlook;
    DayRange period = calendar_range(h->unit, running_of(h));
    double all = (double)calendar_working_days(NULL, period.lo, period.hi);
    double gone = (double)calendar_working_days(NULL, w->known.lo, w->known.hi);
    o->gone = all > 0 ? gone / all : 0;
    SoFar so_far = outlook_so_far(arena, o);
    h->running = (Running){.until = w->until,
                           .is_known = also_nothing,
                           .left = so_far_left(&so_far, o->n),
                           .is_part = so_far_is_part(&so_far, o->n)};
    for (size_t t = w->first; t <= o->n; t++)
        h->running.is_known |= o->whole->by[t] != 0;
    h->running.is_known |= h->running.left < 1;
}
