/* B: who looks how often, and whether targets come in time. */
#include "runtime/steering/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void check_ladder(Checker *c)
{
    for (size_t i = 0; i < c->graph.n_edge; i++) {
        const Edge *edge = &c->graph.edge[i];
        const Indicator *from = c->graph.node[edge->from],
                        *to = c->graph.node[edge->to];
        Subject about = about_indicator(from);
        about.span = edge->link ? edge->span : from->head.span;
        if (from->head.level && from->head.level < to->head.level &&
            from->head.rhythm && to->head.rhythm && from->head.rhythm > to->head.rhythm)
            steer_find(c, (Verdict){STEER_B1, STEER_WARNING}, about,
                       "look at the driver at least as often",
                       "%s, `%s` is looked at %s, and `%s`, which it drives, %s",
                       steer_level_word[from->head.level], from->head.name,
                       rhythm_word[from->head.rhythm], to->head.name,
                       rhythm_word[to->head.rhythm]);
    }
}

/* How often something new comes in; RHYTHM_NONE: not known. */
static Rhythm news_of(const Source *source)
{
    static const Rhythm of[] = {
        [PERIOD_DAY] = RHYTHM_DAILY,     [PERIOD_WEEK] = RHYTHM_WEEKLY,
        [PERIOD_MONTH] = RHYTHM_MONTHLY, [PERIOD_QUARTER] = RHYTHM_QUARTERLY,
        [PERIOD_HALF] = RHYTHM_YEARLY,   [PERIOD_YEAR] = RHYTHM_YEARLY,
    };
    const Axis *axis = source_default_axis(source);
    Rhythm kept = axis && axis->has_unit ? of[calendar_base(axis->unit)] : RHYTHM_NONE;
    return source->refreshed > kept ? source->refreshed : kept;
}

static void check_news(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        const Source *fastest = NULL;
        for (size_t k = 0; k < one->n_source; k++) {
            if (!fastest || news_of(one->source[k]) < news_of(fastest))
                fastest = one->source[k];
        }
        Rhythm news = fastest ? news_of(fastest) : RHYTHM_NONE;
        if (one->head.rhythm && news > one->head.rhythm)
            steer_find(c, (Verdict){STEER_B2, STEER_ERROR}, about_indicator(one),
                       "look at it less often, or get the rows more often",
                       "it is looked at %s, but `%s` has something new only %s",
                       rhythm_word[one->head.rhythm], fastest->name, rhythm_word[news]);
    }
}

/* ---- B3 ---- */

static int by_begin(const void *a, const void *b)
{
    const DayRange *x = a, *y = b;
    return x->lo < y->lo ? -1 : x->lo > y->lo;
}

/* The periods of `for`, in order; *plain: a target holds at any time; *by: the last day
   up to which something is to be reached, DAY_NONE without. */
static size_t periods_of(const Checker *c, const Indicator *one, DayRange **days,
                         bool *plain, Day *by)
{
    size_t n = 0;
    *days = ARENA_ARRAY(c->w->arena, DayRange, one->n_target + 1);
    *plain = false;
    *by = DAY_NONE;
    for (size_t i = 0; i < one->n_target; i++) {
        const Target *target = &one->target[i];
        if (!target->has_period)
            *plain = true;
        else if (target->is_by)
            *by = target->period.hi > *by ? target->period.hi : *by;
        else
            (*days)[n++] = target->period;
    }
    if (n)
        qsort(*days, n, sizeof **days, by_begin);
    return n;
}

static void check_overlaps(Checker *c, const Indicator *one)
{
    DayRange *days;
    bool plain;
    Day by;
    size_t n = periods_of(c, one, &days, &plain, &by);
    size_t last = 0; /* that ends last of those before */
    for (size_t i = 1; i < n; i++) {
        if (days[i].lo < days[last].hi)
            steer_find(c, (Verdict){STEER_B3, STEER_ERROR}, about_indicator(one),
                       "keep one target for each day",
                       "its targets for %s and %s overlap", steer_days(c, days[last]),
                       steer_days(c, days[i]));
        last = days[i].hi > days[last].hi ? i : last;
    }
}

static void check_cover(Checker *c, const Strategy *objective, const Indicator *one)
{
    DayRange *days;
    bool plain;
    Day by, at = objective->horizon.lo;
    size_t n = periods_of(c, one, &days, &plain, &by);
    if (plain || !one->n_target || by >= objective->horizon.hi)
        return;
    if (by != DAY_NONE)
        at = by > at ? by : at;
    for (size_t i = 0; i < n && days[i].lo <= at; i++)
        at = days[i].hi > at ? days[i].hi : at;
    if (at >= objective->horizon.hi)
        return;
    DayRange gap = {at, objective->horizon.hi};
    for (size_t i = 0; i < n; i++) {
        if (days[i].lo > at && days[i].lo < gap.hi)
            gap.hi = days[i].lo;
    }
    steer_find(c, (Verdict){STEER_B3, STEER_ERROR}, about_indicator(one),
               "add a target for that time",
               "it has no target for %s, which `%s` reaches over", steer_days(c, gap),
               objective->head.name);
}

static void check_periods(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++)
        check_overlaps(c, c->graph.node[i]);
    for (size_t i = 0; i < c->steering->n_strategy; i++) {
        const Strategy *one = c->steering->strategy[i];
        bool *mark = ARENA_ARRAY(c->w->arena, bool, c->graph.n + 1);
        if (!one->has_horizon || !one->is_objective ||
            steering_objective(c->steering, one->head.name) != one)
            continue;
        graph_mark_steered(&c->graph, one->steers, mark);
        for (size_t k = 0; k < c->graph.n; k++) {
            if (mark[k])
                check_cover(c, one, c->graph.node[k]);
        }
    }
}

/* ---- B4 ---- */

/* The day after the last one that a target is for. */
static bool deadline(const Indicator *one, Day *day)
{
    *day = DAY_NONE;
    for (size_t i = 0; i < one->n_target; i++) {
        if (one->target[i].has_period && one->target[i].period.hi > *day)
            *day = one->target[i].period.hi;
    }
    return *day != DAY_NONE;
}

static void check_lag(Checker *c, const Edge *edge)
{
    const Indicator *from = c->graph.node[edge->from], *to = c->graph.node[edge->to];
    Day reached, end;
    Subject about = about_indicator(from);
    if (edge->link)
        about.span = edge->span;
    if (!deadline(from, &reached) || !deadline(to, &end))
        return;
    Day works = reached;
    if (edge->link && edge->link->has_lag)
        works = calendar_shift_day(reached, steer_period_unit(edge->link->unit),
                                   (int32_t)edge->link->lag);
    if (works <= end)
        return;
    DayRange last = {works - 1, works}, due = {end - 1, end};
    steer_find(c, (Verdict){STEER_B4, STEER_ERROR}, about,
               "set its target for an earlier time, or that of what it drives for a "
               "later one",
               "what is reached by its last target shows in `%s` until %s, after %s",
               to->head.name, steer_days(c, last), steer_days(c, due));
}

static void check_lags(Checker *c)
{
    for (size_t i = 0; i < c->graph.n_edge; i++)
        check_lag(c, &c->graph.edge[i]);
}

/* ---- B5 ---- */

enum { LEAST_PAIRS = 12 };

static const double clear_correlation = 0.3;

/* How the driver's value and the other's `lag` months later go together, -1 to 1;
   false: there are too few months, or one of them does not move. */
static bool correlate(const SteerHistory *from, const SteerHistory *to, size_t lag,
                      double *res)
{
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (size_t i = 0; i + lag < to->n && i < from->n; i++) {
        const Value *a = &from->value[i], *b = &to->value[i + lag];
        if (a->empty || b->empty)
            continue;
        double p = decimal_to_double(a->as.number), q = decimal_to_double(b->as.number);
        n++;
        x += p;
        y += q;
        xx += p * p;
        yy += q * q;
        xy += p * q;
    }
    double spread_x = n * xx - x * x, spread_y = n * yy - y * y;
    if (n < LEAST_PAIRS || spread_x <= 0 || spread_y <= 0)
        return false;
    *res = (n * xy - x * y) / sqrt(spread_x * spread_y);
    return true;
}

static size_t months_of(const SteerLink *link)
{
    static const uint32_t months[] = {
        [AST_UNIT_DAY] = 0,     [AST_UNIT_WEEK] = 0, [AST_UNIT_MONTH] = 1,
        [AST_UNIT_QUARTER] = 3, [AST_UNIT_HALF] = 6, [AST_UNIT_YEAR] = 12};
    if (link->unit == AST_UNIT_DAY)
        return (link->lag + 15) / 30;
    if (link->unit == AST_UNIT_WEEK)
        return (link->lag + 2) / 4;
    return (size_t)link->lag * months[link->unit];
}

static void check_sign(Checker *c, const Edge *edge, Subject about)
{
    double r;
    const Indicator *to = c->graph.node[edge->to];
    const SteerHistory *a = steer_history(c, edge->from, AST_UNIT_MONTH);
    const SteerHistory *b = steer_history(c, edge->to, AST_UNIT_MONTH);
    if (a->failed || b->failed || !correlate(a, b, months_of(edge->link), &r)) {
        steer_leave_open(c, STEER_B5, about.head->name,
                         "fewer than 12 months of both that move");
        return;
    }
    if (edge->inversely ? r > clear_correlation : r < -clear_correlation)
        steer_find(c, (Verdict){STEER_B5, STEER_INFO}, about,
                   "look again at how long it takes, and whether it drives it at all",
                   "in the past `%s` went %s when this went up (correlation %.2f)",
                   to->head.name, r > 0 ? "up" : "down", r);
}

static void check_leads(Checker *c)
{
    for (size_t i = 0; i < c->graph.n_edge; i++) {
        const Edge *edge = &c->graph.edge[i];
        Subject about = about_indicator(c->graph.node[edge->from]);
        if (!edge->link)
            continue;
        about.span = edge->span;
        if (!edge->link->has_lag || !edge->link->lag)
            steer_find(c, (Verdict){STEER_B5, STEER_INFO}, about,
                       "say how long it takes with `after`",
                       "it drives `%s` at once: then it does not lead",
                       c->graph.node[edge->to]->head.name);
        else
            check_sign(c, edge, about);
    }
}

void check_rhythm(Checker *c)
{
    check_ladder(c);
    check_news(c);
    check_periods(c);
    check_lags(c);
    check_leads(c);
}
