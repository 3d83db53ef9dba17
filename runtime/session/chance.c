#include "runtime/session/chance.h"

#include "runtime/forecast/history.h"
#include "runtime/forecast/running.h"
#include "runtime/session/check_steering.h"

#include <math.h>

enum { MONTHS_KNOWN = 60, LEAST_KNOWN = 24, MOST_AHEAD = 36, JUDGED = 12 };

/* What is known and expected of the time of a target, in months. */
typedef struct {
    const AstExpr *measure;
    int32_t first, last; /* of the target */
    int32_t now;         /* the one that goes on */
    bool adds_up;
    Day covered_to; /* of HistoryAsk */
    double mean, sd;
} Reach;

static Day covered_to(const Indicator *one)
{
    Day to = DAY_NONE;
    bool known = true;
    for (size_t i = 0; i < one->n_source && known; i++)
        known = forecast_covers(one->source[i], &to);
    return to;
}

static bool find_months(Session *s, const Indicator *one, const Target *target,
                        Reach *reach, const char **why)
{
    DayRange days = steer_target_time(one, target);
    *why = "its target is for no period";
    if (!target->has_period)
        return false;
    reach->first = calendar_period_of(PERIOD_MONTH, days.lo);
    reach->last = calendar_period_of(PERIOD_MONTH, days.hi - 1);
    reach->covered_to = covered_to(one);
    reach->now = calendar_period_of(PERIOD_MONTH, s->settings.today);
    reach->adds_up = steering_adds_up(one);
    *why = "the time of its target is over";
    if (reach->last < reach->now)
        return false;
    *why = "its target is for no whole months";
    if (calendar_range(PERIOD_MONTH, reach->first).lo != days.lo ||
        calendar_range(PERIOD_MONTH, reach->last).hi != days.hi)
        return false;
    *why = "its target is for more than a month, and its months do not add up";
    if (!reach->adds_up && one->type.add != ADD_STOCK && !target->is_by)
        return reach->first == reach->last;
    *why = "its target is too far away";
    return reach->last - reach->now < MOST_AHEAD;
}

/* The month's value, or what is expected of it. */
static void add_month(Reach *reach, const History *h, const Expected *e, int32_t month)
{
    int32_t at = month - h->first;
    int32_t n = (int32_t)h->outlook.n;
    if (at < n && at >= 0 && !isnan(h->outlook.whole->y[at]))
        reach->mean += h->outlook.whole->y[at];
    if (at < n)
        return;
    reach->mean += e->mean[at - n];
    reach->sd += e->sd[at - n];
}

/* What came of the month that goes on, where the target is about it. */
static void read_running(Session *s, Arena *arena, const Result *past,
                         const Reach *reach, History *h)
{
    HistoryAsk known = {s->settings.today, reach->covered_to};
    RunningWindow w = running_window(h, past, known, JUDGED);
    if (!reach->adds_up || w.known.lo >= w.known.hi ||
        reach->first > h->first + (int32_t)h->outlook.n)
        return;
    const char *why;
    SteerWorld world = steering_world(s);
    SteerAsk ask = {.measure = reach->measure, .has_unit = true, .unit = AST_UNIT_DAY};
    ask.days = running_days(h, &w);
    Result *by_day = world.ask(world.self, &ask, &why);
    if (!by_day)
        return;
    running_begin(arena, h, &w, h->outlook.whole, 1);
    running_cut(h, &w, by_day, history_end(past, known));
    if (running_read(h, &w, by_day, NULL))
        running_end(arena, h, &w, false);
    running_settle(h, NULL);
    result_unref(by_day);
}

static bool expect(Session *s, Arena *arena, const Result *past, Reach *reach,
                   const char **why)
{
    History h;
    bool made = false;
    history_read(arena, past, (HistoryAsk){s->settings.today, reach->covered_to}, &h);
    *why = "fewer than 24 months of it are known";
    if (h.outlook.n < LEAST_KNOWN)
        return false;
    int32_t ahead = reach->last - (h.first + (int32_t)h.outlook.n) + 1;
    OutlookAsk ask = {.method = METHOD_BLEND,
                      .ahead = (size_t)ahead,
                      .judged = JUDGED,
                      .stop = s->options.stop};
    read_running(s, arena, past, reach, &h);
    outlook_make(arena, &h.outlook, ask);
    const Expected *e = outlook_expected(&h.outlook, h.outlook.whole, &made);
    *why = "nothing can be expected of it";
    if (!made)
        return false;
    for (int32_t month = reach->adds_up ? reach->first : reach->last;
         month <= reach->last; month++)
        add_month(reach, &h, e, month);
    return true;
}

/* P(value <= x), of a normal distribution. */
static double below(const Reach *reach, Decimal x)
{
    double off = decimal_to_double(x) - reach->mean;
    if (reach->sd <= 0)
        return off >= 0;
    return 0.5 * erfc(-off / (reach->sd * sqrt(2)));
}

static double chance_in(const Reach *reach, const Bound *bound)
{
    if (bound->is_band)
        return below(reach, bound->high) - below(reach, bound->low);
    bool is_most = bound->op == AST_OP_LE || bound->op == AST_OP_LT;
    return is_most ? below(reach, bound->low) : 1 - below(reach, bound->low);
}

/* The months as they are counted in the calendar that is set. */
static void take_months(Reach *reach, const Result *past, DayRange days)
{
    PeriodUnit unit = past->column[0].type.period;
    reach->first = calendar_period_of(unit, days.lo);
    reach->last = calendar_period_of(unit, days.hi - 1);
}

bool chance_of(void *session, const Indicator *indicator, const Target *target,
               SteerOutlook *outlook, const char **why)
{
    Session *s = session;
    Reach reach = {.measure = indicator->measure};
    if (!find_months(s, indicator, target, &reach, why))
        return false;
    SteerWorld world = steering_world(s);
    SteerAsk ask = {.measure = indicator->measure,
                    .type = &indicator->type,
                    .has_unit = true,
                    .unit = AST_UNIT_MONTH};
    ask.days.lo = calendar_range(PERIOD_MONTH, reach.now - MONTHS_KNOWN).lo;
    ask.days.hi = calendar_range(PERIOD_MONTH, reach.now).lo;
    Result *past = world.ask(world.self, &ask, why);
    if (!past)
        return false;
    take_months(&reach, past, target->period);
    Arena *arena = arena_new();
    bool ok = expect(s, arena, past, &reach, why);
    if (ok)
        *outlook = (SteerOutlook){reach.mean, chance_in(&reach, &target->bound)};
    arena_free(arena);
    result_unref(past);
    return ok;
}
