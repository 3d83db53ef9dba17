/* What an indicator was in the periods that are over; each is asked once. */
#include "runtime/model/question.h"
#include "runtime/steering/check.h"

#include <string.h>

/* How many complete periods are looked at; at least a year. */
static int32_t periods_of(AstUnit unit)
{
    switch (unit) {
    case AST_UNIT_DAY:
        return 366;
    case AST_UNIT_WEEK:
        return 53;
    case AST_UNIT_MONTH:
        return 24;
    case AST_UNIT_QUARTER:
        return 8;
    case AST_UNIT_HALF:
        return 6;
    case AST_UNIT_YEAR:
        return 5;
    }
    UNREACHABLE("unit of time");
}

PeriodUnit steer_period_unit(AstUnit unit)
{
    static const PeriodBase base[] = {
        [AST_UNIT_DAY] = PERIOD_DAY,     [AST_UNIT_WEEK] = PERIOD_WEEK,
        [AST_UNIT_MONTH] = PERIOD_MONTH, [AST_UNIT_QUARTER] = PERIOD_QUARTER,
        [AST_UNIT_HALF] = PERIOD_HALF,   [AST_UNIT_YEAR] = PERIOD_YEAR,
    };
    return base[unit];
}

AstUnit steer_rhythm_unit(Rhythm rhythm)
{
    static const AstUnit unit[] = {
        [RHYTHM_NONE] = AST_UNIT_MONTH,        [RHYTHM_DAILY] = AST_UNIT_DAY,
        [RHYTHM_WEEKLY] = AST_UNIT_WEEK,       [RHYTHM_MONTHLY] = AST_UNIT_MONTH,
        [RHYTHM_QUARTERLY] = AST_UNIT_QUARTER, [RHYTHM_YEARLY] = AST_UNIT_YEAR,
    };
    return unit[rhythm];
}

static bool has_covers(const Indicator *one, const char *source)
{
    for (size_t i = 0; i < one->n_source; i++) {
        if (one->source[i]->has_covers && !strcmp(one->source[i]->name, source))
            return true;
    }
    return false;
}

/* From the first row on, or what a source says that it covers. */
static DayRange known_days(const Indicator *one, const Result *result)
{
    DayRange known = {DAY_LONG_AGO, DAY_FAR_AHEAD};
    for (size_t i = 0; i < one->n_source; i++) {
        const Source *source = one->source[i];
        if (!source->has_covers)
            continue;
        known.lo = source->covers.lo > known.lo ? source->covers.lo : known.lo;
        known.hi = source->covers.hi < known.hi ? source->covers.hi : known.hi;
    }
    for (size_t i = 0; i < result->n_fresh; i++) {
        const Freshness *fresh = &result->fresh[i];
        if (!has_covers(one, fresh->source) && fresh->oldest > known.lo)
            known.lo = fresh->oldest;
    }
    return known;
}

static void read_values(Checker *c, SteerHistory *h, const Result *result)
{
    Arena *arena = c->w->arena;
    h->period = ARENA_ARRAY(arena, DayRange, (size_t)result->n_row + 1);
    h->value = ARENA_ARRAY(arena, Value, (size_t)result->n_row + 1);
    h->is_part = ARENA_ARRAY(arena, bool, (size_t)result->n_row + 1);
    h->is_short = ARENA_ARRAY(arena, bool, (size_t)result->n_row + 1);
    h->known = known_days(c->graph.node[h->node], result);
    for (uint32_t i = 0; i < result->n_row; i++) {
        Value key = result_value(result, 0, i);
        if (key.empty || result->column[0].type.kind != VALUE_PERIOD)
            continue;
        const uint8_t *partial = result->column[1].partial;
        h->period[h->n] = calendar_range(result->column[0].type.period, key.as.period);
        h->is_part[h->n] = partial && partial[i];
        h->is_short[h->n] = partial && (partial[i] & MARK_SHORT);
        h->value[h->n++] = result_value(result, 1, i);
    }
}

static void read_history(Checker *c, SteerHistory *h)
{
    const Indicator *one = c->graph.node[h->node];
    SteerAsk ask = {.measure = one->measure,
                    .type = &one->type,
                    .has_unit = true,
                    .unit = h->unit,
                    .days = h->days};
    Result *result = c->w->ask(c->w->self, &ask, &h->why);
    h->failed = !result;
    if (!result)
        return;
    read_values(c, h, result);
    result_unref(result);
}

const char *steer_why_grey(const Checker *c, const Indicator *one,
                           const SteerHistory *h, size_t at)
{
    if (h->failed)
        return h->why;
    if (!h->n)
        return "there is no period that is over";
    const char *days = steer_days(c, h->period[at]);
    if (h->value[at].empty)
        return arena_printf(c->w->arena, "it has no value in %s", days);
    const Target *target = steering_target(one, h->period[at]);
    if (!target || !target->has_period)
        return arena_printf(c->w->arena, "no target holds in %s", days);
    if (target->is_by)
        return arena_printf(
            c->w->arena, "its target is to be reached by %s",
            steer_days(c, (DayRange){target->period.hi - 1, target->period.hi}));
    return arena_printf(c->w->arena,
                        "its target is for %s, and nothing says what is good in %s",
                        steer_days(c, target->period), days);
}

const SteerHistory *steer_history(Checker *c, size_t node, AstUnit unit)
{
    PeriodUnit period = steer_period_unit(unit);
    int32_t now = calendar_period_of(period, c->w->today);
    DayRange days = {calendar_range(period, now - periods_of(unit)).lo,
                     calendar_range(period, now).lo};
    return steer_history_in(c, node, unit, days);
}

const SteerHistory *steer_history_in(Checker *c, size_t node, AstUnit unit,
                                     DayRange days)
{
    for (size_t i = 0; i < c->n_history; i++) {
        const SteerHistory *h = c->history[i];
        if (h->node == node && h->unit == unit && h->days.lo == days.lo &&
            h->days.hi == days.hi)
            return h;
    }
    SteerHistory *h = ARENA_NEW(c->w->arena, SteerHistory);
    *h = (SteerHistory){.node = node, .unit = unit, .days = days};
    read_history(c, h);
    ARENA_PUSH(c->w->arena, c->history, c->n_history, c->cap_history, h);
    return h;
}

static Value value_at(const Result *result, size_t column)
{
    const uint8_t *partial = result->column[column].partial;
    Value unknown = {.empty = true};
    return partial && partial[0] ? unknown : result_value(result, column, 0);
}

/* false: not in one question. */
static bool ask_each(Checker *c, SteerAsk ask, Value *value)
{
    const char *why;
    Result *result = c->w->ask(c->w->self, &ask, &why);
    bool ok = result && result->n_row == 1 && result->n_column == ask.n_each;
    for (size_t i = 0; ok && i < ask.n_each; i++)
        value[i] = value_at(result, i);
    result_unref(result);
    return ok;
}

/* What cannot be moved to other days than those of the question is asked one by one. */
void steer_values_in(Checker *c, const Indicator *one, const DayRange *days, size_t n,
                     Value *value)
{
    SteerAsk ask = {
        .measure = one->measure, .type = &one->type, .each = days, .n_each = n};
    if (!n)
        return;
    ask.days = days[0];
    for (size_t i = 1; i < n; i++) {
        ask.days.lo = days[i].lo < ask.days.lo ? days[i].lo : ask.days.lo;
        ask.days.hi = days[i].hi > ask.days.hi ? days[i].hi : ask.days.hi;
    }
    if (n > 1 && ask_each(c, ask, value))
        return;
    for (size_t i = 0; i < n; i++) {
        value[i] = (Value){.empty = true};
        ask_each(c, (SteerAsk){one->measure, &one->type, .days = days[i], .n_each = 1},
                 &value[i]);
    }
}

/* Up to there its time has come in the period. */
static Day end_in(const SteerHistory *h, size_t at, DayRange time)
{
    return h->period[at].hi < time.hi ? h->period[at].hi : time.hi;
}

/* Of all periods that have a value in one question. */
static const SteerSince *read_since(Checker *c, const Indicator *one,
                                    const SteerHistory *h, DayRange time)
{
    Arena *arena = c->w->arena;
    SteerSince *since = ARENA_NEW(arena, SteerSince);
    *since = (SteerSince){.measure = one->measure,
                          .of = h,
                          .time = time,
                          .days = ARENA_ARRAY(arena, DayRange, h->n + 1),
                          .value = ARENA_ARRAY(arena, Value, h->n + 1)};
    for (size_t i = 0; i < h->n; i++) {
        Day hi = end_in(h, i, time);
        if (hi > time.lo && !h->value[i].empty &&
            (!since->n || since->days[since->n - 1].hi < hi))
            since->days[since->n++] = (DayRange){time.lo, hi};
    }
    steer_values_in(c, one, since->days, since->n, since->value);
    ARENA_PUSH(arena, c->since, c->n_since, c->cap_since, since);
    return since;
}

Value steer_value_since(Checker *c, const Indicator *one, const SteerHistory *h,
                        size_t at, DayRange time)
{
    const SteerSince *since = NULL;
    for (size_t i = 0; i < c->n_since && !since; i++) {
        const SteerSince *known = c->since[i];
        if (known->measure == one->measure && known->of == h &&
            known->time.lo == time.lo && known->time.hi == time.hi)
            since = known;
    }
    if (!since)
        since = read_since(c, one, h, time);
    for (size_t i = 0; i < since->n; i++) {
        if (since->days[i].hi == end_in(h, at, time))
            return since->value[i];
    }
    return (Value){.empty = true};
}
