/* Functions of dates, moments and periods. A day outside the years 1 to 9999 is
   empty. */
#include "runtime/algebra/eval_internal.h"
#include "runtime/model/calendar.h"

#include <string.h>

enum { DAY_MIN = -719162, DAY_MAX = 2932896, SHIFT_MAX = 10000000 };

static bool is_day(int64_t day)
{
    return day >= DAY_MIN && day <= DAY_MAX;
}

/* The day each value lies in; of a period its first. */
static Vector days_of(EvalRun *run, Vector vec, Type type)
{
    if (type.kind != VALUE_PERIOD || type.empty_only)
        return eval_fit(run, vec, VALUE_DATE);
    Vector out = {.n = vec.n, .valid = vec.valid};
    eval_new(run, &out, VEC_DAY);
    for (uint32_t i = 0; i < vec.n; i++)
        out.v.day[i] = vector_is_empty(&vec, i)
                           ? 0
                           : calendar_range(type.period, (int32_t)vec.v.i64[i]).lo;
    return out;
}

EVAL_FUNCTION(day_of)
{
    *out = days_of(run, arg[0], step->expr->arg[0]->type);
    return true;
}

EVAL_FUNCTION(start_of)
{
    *out = days_of(run, arg[0], step->expr->arg[0]->type);
    return true;
}

EVAL_FUNCTION(end_of)
{
    Type type = step->expr->arg[0]->type;
    *out = days_of(run, arg[0], type);
    for (uint32_t i = 0; type.kind == VALUE_PERIOD && i < out->n; i++) {
        if (!vector_is_empty(out, i))
            out->v.day[i] =
                calendar_range(type.period, (int32_t)arg[0].v.i64[i]).hi - 1;
    }
    return true;
}

EVAL_FUNCTION(period_of)
{
    PeriodUnit unit = step->expr->type.period;
    Vector day = days_of(run, arg[0], step->expr->arg[0]->type);
    out->valid = day.valid;
    eval_new(run, out, VEC_I64);
    Day last = DAY_NONE; /* days come in runs, and the calendar is slow */
    int64_t period = 0;
    for (uint32_t i = 0; i < out->n; i++) {
        out->v.i64[i] = 0;
        if (vector_is_empty(out, i))
            continue;
        if (day.v.day[i] != last)
            period = calendar_period_of(unit, day.v.day[i]);
        last = day.v.day[i];
        out->v.i64[i] = period;
    }
    return true;
}

EVAL_FUNCTION(weekday)
{
    Vector day = days_of(run, arg[0], step->expr->arg[0]->type);
    out->valid = day.valid;
    eval_new(run, out, VEC_I64);
    for (uint32_t i = 0; i < out->n; i++)
        out->v.i64[i] = vector_is_empty(out, i) ? 0 : civil_weekday(day.v.day[i]);
    return true;
}

EVAL_FUNCTION(month_of_year)
{
    Vector day = days_of(run, arg[0], step->expr->arg[0]->type);
    out->valid = day.valid;
    eval_new(run, out, VEC_I64);
    for (uint32_t i = 0; i < out->n; i++)
        out->v.i64[i] =
            vector_is_empty(out, i) ? 0 : civil_from_day(day.v.day[i]).month;
    return true;
}

/* The whole part of a number, towards 0; false when it is far outside the calendar. */
static bool whole_at(const Vector *vec, uint32_t row, int64_t limit, int64_t *res)
{
    Decimal d = vector_decimal(vec, row);
    d = decimal_sign(d) < 0 ? decimal_ceil(d) : decimal_floor(d);
    return decimal_to_i64(d, res) && *res <= limit && *res >= -limit;
}

/* + days, + months, + working days; a moment keeps its time of day. */
EVAL_FUNCTION(shift)
{
    bool is_moment = step->expr->type.kind == VALUE_MOMENT;
    Vector at = eval_fit(run, arg[0], is_moment ? VALUE_MOMENT : VALUE_DATE);
    Vector by = eval_fit(run, arg[1], VALUE_NUMBER);
    eval_new(run, out, at.rep);
    memset(eval_new_valid(run, out), 0, out->n);
    for (uint32_t i = 0; i < out->n; i++) {
        int64_t n;
        if (is_moment)
            out->v.i64[i] = 0;
        else
            out->v.day[i] = 0;
        if (vector_is_empty(&at, i) || vector_is_empty(&by, i) ||
            !whole_at(&by, i, SHIFT_MAX, &n))
            continue;
        Day day = is_moment ? civil_day_of(at.v.i64[i]) : at.v.day[i];
        int64_t to = expr_shift_day(step->expr, day, n);
        out->valid[i] = is_day(to);
        if (is_moment && out->valid[i])
            out->v.i64[i] = at.v.i64[i] + (to - day) * SECONDS_OF_DAY;
        else if (out->valid[i])
            out->v.day[i] = (Day)to;
    }
    return true;
}

EVAL_FUNCTION(add_seconds)
{
    (void)step;
    Vector at = eval_fit(run, arg[0], VALUE_MOMENT);
    Vector by = eval_fit(run, arg[1], VALUE_NUMBER);
    eval_new(run, out, VEC_SEC);
    memset(eval_new_valid(run, out), 0, out->n);
    for (uint32_t i = 0; i < out->n; i++) {
        int64_t n;
        out->v.i64[i] = 0;
        if (vector_is_empty(&at, i) || vector_is_empty(&by, i) ||
            !whole_at(&by, i, (int64_t)SHIFT_MAX * SECONDS_OF_DAY, &n))
            continue;
        out->valid[i] = is_day((at.v.i64[i] + n) / SECONDS_OF_DAY);
        out->v.i64[i] = at.v.i64[i] + n;
    }
    return true;
}

/* Whole months from a to b; the last day of a month counts as reached. */
static int64_t months_between(Day a, Day b)
{
    if (b < a)
        return -months_between(b, a);
    Civil from = civil_from_day(a);
    Civil to = civil_from_day(b);
    int32_t n = (to.year - from.year) * 12 + to.month - from.month;
    return calendar_shift_day(a, PERIOD_MONTH, n) <= b ? n : n - 1;
}

static int64_t day_difference(const Expr *call, Day a, Day b)
{
    if (call->as.fn == FN_MONTHS)
        return months_between(a, b);
    return call->as.fn == FN_WORKING_DAYS ? calendar_working_days(call->off, a, b)
                                          : (int64_t)b - a;
}

EVAL_FUNCTION(difference)
{
    Vector day[2] = {days_of(run, arg[0], step->expr->arg[0]->type),
                     days_of(run, arg[1], step->expr->arg[1]->type)};
    eval_valid_and(run, day, 2, out);
    eval_new(run, out, VEC_I64);
    for (uint32_t i = 0; i < out->n; i++)
        out->v.i64[i] =
            vector_is_empty(out, i)
                ? 0
                : day_difference(step->expr, day[0].v.day[i], day[1].v.day[i]);
    return true;
}

EVAL_FUNCTION(hours)
{
    Vector at[2];
    for (uint32_t k = 0; k < 2; k++) {
        Type type = step->expr->arg[k]->type;
        at[k] = type.kind == VALUE_PERIOD ? days_of(run, arg[k], type) : arg[k];
    }
    eval_fit_all(run, at, 2, VALUE_MOMENT);
    eval_valid_and(run, at, 2, out);
    eval_new(run, out, VEC_WIDE);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(out, i))
            continue;
        Decimal seconds = decimal_from_i64(at[1].v.i64[i] - at[0].v.i64[i]);
        if (!decimal_div(seconds, decimal_from_i64(3600), &out->v.wide[i]))
            return eval_too_large(run, step);
    }
    eval_narrow(run, out);
    return true;
}
