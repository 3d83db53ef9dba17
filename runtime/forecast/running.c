#include "runtime/forecast/running.h"

#include <math.h>

DayRange running_days(const History *h, const Result *whole, HistoryAsk ask)
{
    int32_t period = h->first + (int32_t)h->outlook.n;
    DayRange days = {0, 0};
    if (!h->outlook.n || history_is_whole(whole, ask, period))
        return days;
    days = calendar_range(h->unit, period);
    days.hi = history_end(whole, ask) < days.hi ? history_end(whole, ask) : days.hi;
    return days;
}

DayRange running_window(const History *h, DayRange days)
{
    size_t n = h->outlook.n < RUNNING_PERIODS ? h->outlook.n : RUNNING_PERIODS;
    int32_t first = h->first + (int32_t)(h->outlook.n - n);
    return (DayRange){calendar_range(h->unit, first).lo, days.hi};
}

/* The day of a period that as many days are before as are known of the one that goes
   on. */
static Day same_day(DayRange period, int32_t n)
{
    return period.lo + n < period.hi ? period.lo + n : period.hi;
}

/* What came in the periods of the window, and what of it by the same day. */
typedef struct {
    double sum[RUNNING_PERIODS]; /* per period, the last one first */
    Day by[RUNNING_PERIODS];
    double early;
    double now; /* in the period that goes on */
} Filled;

static double number_or_zero(const Result *r, uint32_t row)
{
    const Vector *value = &r->column[r->n_column - 1].vec;
    return vector_is_empty(value, row) ? 0
                                       : decimal_to_double(vector_decimal(value, row));
}

static void fill(const History *h, const Result *by_day, Filled *filled)
{
    int32_t running = h->first + (int32_t)h->outlook.n;
    for (uint32_t row = 0; row < by_day->n_row; row++) {
        DayRange at = calendar_range(by_day->column[0].type.period,
                                     result_value(by_day, 0, row).as.period);
        int32_t back = running - calendar_period_of(h->unit, at.lo);
        double value = number_or_zero(by_day, row);
        if (back == 0)
            filled->now += value;
        if (back < 1 || back > RUNNING_PERIODS)
            continue;
        filled->sum[back - 1] += value;
        filled->early += at.lo < filled->by[back - 1] ? value : 0;
    }
}

static bool adds_up(double sum, double value)
{
    return fabs(sum - value) <= 1e-9 * (fabs(sum) + 1);
}

void running_read(History *h, const Result *by_day, DayRange days)
{
    Filled filled = {.now = 0};
    int32_t running = h->first + (int32_t)h->outlook.n;
    DayRange period = calendar_range(h->unit, running);
    double all = (double)calendar_working_days(NULL, period.lo, period.hi);
    double gone = (double)calendar_working_days(NULL, days.lo, days.hi);
    gone = all > 0 ? gone / all : 0;
    size_t n = h->outlook.n < RUNNING_PERIODS ? h->outlook.n : RUNNING_PERIODS;
    for (size_t i = 0; i < n; i++)
        filled.by[i] = same_day(calendar_range(h->unit, running - 1 - (int32_t)i),
                                days.hi - days.lo);
    fill(h, by_day, &filled);
    double came = 0;
    for (size_t i = 0; i < n; i++) {
        double value = h->outlook.whole->y[h->outlook.n - 1 - i];
        if (!adds_up(filled.sum[i], isnan(value) ? 0 : value))
            return;
        came += filled.sum[i];
    }
    double early = came > 0 ? filled.early / came : gone;
    double left = 1 - fmin(fmax(early, 0), 1);
    h->running = (Running){.is_known = filled.now != 0 || left < 1,
                           .until = days.hi,
                           .left = left,
                           .whole = filled.now};
}

void running_read_units(Arena *arena, History *h, const Result *parts,
                        const Result *by_day)
{
    size_t n = h->outlook.n_unit;
    double *unit = ARENA_ARRAY(arena, double, n + 1), sum = 0;
    HistoryUnits *units = history_units_new(h, parts);
    for (uint32_t row = 0; row < by_day->n_row; row++) {
        unit[history_unit(units, by_day, row)] += number_or_zero(by_day, row);
        sum += number_or_zero(by_day, row);
    }
    history_units_free(units);
    h->running.unit = unit;
    h->running.is_known = h->running.is_known && adds_up(sum, h->running.whole);
}

void running_match(History *plain, History *what_if)
{
    bool both = plain->running.is_known && what_if->running.is_known &&
                plain->first + (int32_t)plain->outlook.n ==
                    what_if->first + (int32_t)what_if->outlook.n;
    plain->running.is_known = what_if->running.is_known = both;
    what_if->running.left = plain->running.left;
}

static void add(const Outlook *o, OutlookUnit *unit, double known, double left)
{
    bool made;
    outlook_expected(o, unit, &made);
    Expected *e = &unit->record.at[o->origins.n - 1];
    if (made)
        expected_add_known(e, known, left);
}

void running_add(History *h)
{
    Outlook *o = &h->outlook;
    if (!h->running.is_known)
        return;
    add(o, o->whole, h->running.whole, h->running.left);
    for (size_t u = 0; u < o->n_unit; u++)
        add(o, &o->unit[u], h->running.unit[u], h->running.left);
}
