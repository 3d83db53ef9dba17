/* D: do the data bear what is read from them? */
#include "runtime/steering/check.h"

#include "runtime/base/ascii.h"

#include <string.h>

enum { FEW_CASES = 10, MUCH_WITHOUT_UNIT = 5 /* percent */ };

/* ---- D1, D2: rows of the sources ---- */

typedef struct {
    const Source *source;
    bool failed;
    const char *why;
    int64_t rows;
    DayRange newest; /* what the newest row that is not after today is of; lo DAY_NONE:
                        no time */
} SourceRows;

/* A row of a period is of all of it, whatever day it is kept under. */
static DayRange time_of_row(const Axis *axis, Day day)
{
    PeriodUnit unit = axis->has_unit ? axis->unit : PERIOD_DAY;
    return calendar_range(unit, calendar_period_of(unit, day));
}

static void ask_rows(Checker *c, SourceRows *r)
{
    StrBuf sb;
    const Axis *axis = source_default_axis(r->source);
    strbuf_init(&sb);
    strbuf_addf(&sb, "show count() as `rows`");
    if (axis)
        strbuf_addf(&sb, ", max(if(`%s` < today + 1 days, `%s`)) as `newest`",
                    axis->name, axis->name);
    strbuf_addf(&sb, " from `%s`", r->source->name);
    Result *result = c->w->ask_text(c->w->self, sb.text, &r->why);
    strbuf_release(&sb);
    r->failed = !result;
    r->newest.lo = DAY_NONE;
    if (!result)
        return;
    if (result->n_row == 1) {
        Value n = result_value(result, 0, 0);
        if (!n.empty)
            decimal_to_i64(n.as.number, &r->rows);
    }
    if (axis && result->n_row == 1) {
        Value day = result_value(result, 1, 0);
        bool moment = result->column[1].type.kind == VALUE_MOMENT;
        if (!day.empty)
            r->newest =
                time_of_row(axis, moment ? civil_day_of(day.as.seconds) : day.as.day);
    }
    result_unref(result);
}

static int32_t days_of(Rhythm rhythm)
{
    static const int32_t days[] = {0, 1, 7, 31, 92, 366};
    return days[rhythm];
}

/* What was asked of sources so far. */
typedef struct {
    SourceRows **item;
    size_t n, cap;
} KnownRows;

static const SourceRows *rows_of(Checker *c, KnownRows *known, const Source *source)
{
    for (size_t i = 0; i < known->n; i++) {
        if (known->item[i]->source == source)
            return known->item[i];
    }
    SourceRows *rows = ARENA_NEW(c->w->arena, SourceRows);
    rows->source = source;
    ask_rows(c, rows);
    ARENA_PUSH(c->w->arena, known->item, known->n, known->cap, rows);
    return rows;
}

static void check_rows(Checker *c, const Indicator *one, const SourceRows *r,
                       DayRange *newest)
{
    if (r->failed)
        steer_find(c, (Verdict){STEER_D1, STEER_ERROR}, about_indicator(one),
                   "put the source right", "`%s` cannot be read: %s", r->source->name,
                   r->why);
    else if (!r->rows)
        steer_find(c, (Verdict){STEER_D1, STEER_ERROR}, about_indicator(one),
                   "load the data, or measure something else", "`%s` has no rows",
                   r->source->name);
    if (!r->failed && r->newest.lo != DAY_NONE &&
        (newest->lo == DAY_NONE || r->newest.hi > newest->hi))
        *newest = r->newest;
}

static void check_sources(Checker *c)
{
    KnownRows known = {0};
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        DayRange newest = {.lo = DAY_NONE};
        for (size_t k = 0; k < one->n_source; k++)
            check_rows(c, one, rows_of(c, &known, one->source[k]), &newest);
        int32_t age = newest.lo == DAY_NONE ? 0 : c->w->today - (newest.hi - 1);
        if (!one->head.rhythm || age <= days_of(one->head.rhythm))
            continue;
        steer_find(c, (Verdict){STEER_D2, STEER_WARNING}, about_indicator(one),
                   "load newer data, or look less often",
                   "it is looked at %s, and its newest row is of %s, %d days ago",
                   rhythm_word[one->head.rhythm], steer_days(c, newest), (int)age);
    }
}

/* ---- D1, D2, D5: the dimension of a cascade ---- */

typedef struct {
    Decimal sum, unnamed; /* unnamed: what belongs to no unit of the cascade */
    bool ok;
} UnitSum;

static bool is_key(Value key, const char *unit)
{
    return strlen(unit) == key.as.text.len &&
           !memcmp(unit, key.as.text.text, key.as.text.len);
}

static bool has_part(const Result *result, const char *unit)
{
    for (uint32_t i = 0; i < result->n_row; i++) {
        Value key = result_value(result, 0, i);
        if (!key.empty && result->column[0].type.kind == VALUE_TEXT &&
            is_key(key, unit))
            return true;
    }
    return false;
}

/* Does the cascade give something to the unit? To any, where it names none. */
static bool is_unit_of(const Cascade *cascade, const Result *result, Value key)
{
    if (key.empty || !cascade->n_part || result->column[0].type.kind != VALUE_TEXT)
        return !key.empty;
    bool is = false;
    for (size_t i = 0; i < cascade->n_part && !is; i++)
        is = is_key(key, cascade->part[i].unit);
    return is;
}

static UnitSum sum_of(const Cascade *cascade, const Result *result)
{
    UnitSum res = {decimal_from_i64(0), decimal_from_i64(0), true};
    for (uint32_t i = 0; i < result->n_row && res.ok; i++) {
        Value key = result_value(result, 0, i);
        Value value = result_value(result, result->n_column - 1, i);
        if (value.empty)
            continue;
        res.ok = decimal_add(res.sum, value.as.number, &res.sum);
        if (res.ok && !is_unit_of(cascade, result, key))
            res.ok = decimal_add(res.unnamed, value.as.number, &res.unnamed);
    }
    return res;
}

static void check_unit_names(Checker *c, const Indicator *one, const Cascade *cascade,
                             const Result *result)
{
    for (size_t i = 0; i < cascade->n_part; i++) {
        Subject about = about_indicator(one);
        about.span = cascade->part[i].span;
        if (result->column[0].type.kind == VALUE_TEXT &&
            !has_part(result, cascade->part[i].unit))
            steer_find(c, (Verdict){STEER_D1, STEER_ERROR}, about,
                       "write it as the data do",
                       "nothing was measured of \"%s\" in the last 12 months",
                       cascade->part[i].unit);
    }
}

static void check_whole(Checker *c, const Indicator *one, const Cascade *cascade,
                        const Result *parts, const Result *whole)
{
    UnitSum sum = sum_of(cascade, parts);
    Subject about = about_indicator(one);
    Decimal share;
    about.span = cascade->span;
    if (!sum.ok || whole->n_row != 1 || one->type.add != ADD_FLOW)
        return;
    Value total = result_value(whole, 0, 0);
    if (total.empty)
        return;
    if (decimal_compare(total.as.number, sum.sum) != 0)
        steer_find(c, (Verdict){STEER_D5, STEER_ERROR}, about,
                   "find the rows that are counted twice or not at all",
                   "its units made %s together in the last 12 months, all of it %s",
                   steer_text(c, one->type, sum.sum),
                   steer_text(c, one->type, total.as.number));
    if (decimal_is_zero(total.as.number) ||
        !decimal_div(sum.unnamed, total.as.number, &share) ||
        decimal_compare(share, decimal_make(MUCH_WITHOUT_UNIT, 2)) <= 0)
        return;
    steer_find(c, (Verdict){STEER_D2, STEER_WARNING}, about,
               "complete the data, or give the others a part",
               "%s of it belongs to no unit that has a part", steer_percent(c, share));
}

static void check_units(Checker *c)
{
    for (size_t i = 0; i < c->graph.n; i++) {
        const Indicator *one = c->graph.node[i];
        for (size_t k = 0; k < one->n_cascade; k++) {
            const char *why = "";
            SteerAsk ask = {.measure = one->measure, .by = one->cascade[k].over};
            ask.days.hi = c->w->today + 1;
            ask.days.lo = calendar_shift_day(ask.days.hi, PERIOD_YEAR, -1);
            Result *parts = c->w->ask(c->w->self, &ask, &why);
            ask.by = NULL;
            Result *whole = c->w->ask(c->w->self, &ask, &why);
            if (parts)
                check_unit_names(c, one, &one->cascade[k], parts);
            if (parts && whole)
                check_whole(c, one, &one->cascade[k], parts, whole);
            else
                steer_leave_open(c, STEER_D5, one->head.name, why);
            if (parts)
                result_unref(parts);
            if (whole)
                result_unref(whole);
        }
    }
}

/* ---- D3, D4 ---- */

static void check_past(Checker *c, size_t node)
{
    const Indicator *one = c->graph.node[node];
    const SteerHistory *h = steer_history(c, node, steer_rhythm_unit(one->head.rhythm));
    size_t n = 0;
    for (size_t i = 0; i < h->n; i++)
        n += !h->value[i].empty;
    if (h->failed)
        steer_leave_open(c, STEER_D3, one->head.name, h->why);
    else if (!n)
        steer_find(c, (Verdict){STEER_D3, STEER_ERROR}, about_indicator(one),
                   "begin to record it, or measure something that has a past",
                   "it has no value in any of the %zu periods before this one", h->n);
}

static void check_cases(Checker *c, size_t node)
{
    const Indicator *one = c->graph.node[node];
    if (one->type.add != ADD_RATIO)
        return;
    const SteerHistory *h = steer_history(c, node, steer_rhythm_unit(one->head.rhythm));
    if (h->failed || !h->n)
        return;
    DayRange last = h->period[h->n - 1];
    if (h->value[h->n - 1].empty) {
        steer_find(c, (Verdict){STEER_D4, STEER_WARNING}, about_indicator(one),
                   "look less often, or at a larger unit",
                   "in %s there was nothing to divide by", steer_days(c, last));
        return;
    }
    int64_t n;
    const char *source;
    if (c->w->cases(c->w->self, one->measure, last, &n, &source) && n < FEW_CASES)
        steer_find(c, (Verdict){STEER_D4, STEER_WARNING}, about_indicator(one),
                   "look less often, or at a larger unit",
                   "in %s it stands on %lld row%s of `%s`: fewer than %d say little",
                   steer_days(c, last), (long long)n, n == 1 ? "" : "s", source,
                   FEW_CASES);
}

/* ---- D6 ---- */

static void check_bridge(Checker *c, const Indicator *one)
{
    const char *name = steering_steered(one->measure), *why;
    if (one->type.add != ADD_STOCK)
        return;
    if (!name) {
        steer_leave_open(c, STEER_D6, one->head.name,
                         "what it measures is no stock by itself");
        return;
    }
    Result *result = c->w->ask_text(
        c->w->self,
        arena_printf(c->w->arena, "bridge `%s` by month for last 12 months", name),
        &why);
    if (result)
        result_unref(result);
    else
        steer_find(c, (Verdict){STEER_D6, STEER_ERROR}, about_indicator(one),
                   "look into the rows that came and went",
                   "what came and went does not explain it: %s", why);
}

void check_data(Checker *c)
{
    check_sources(c);
    check_units(c);
    for (size_t i = 0; i < c->graph.n; i++) {
        check_past(c, i);
        check_cases(c, i);
        check_bridge(c, c->graph.node[i]);
    }
}
