/* Comparisons are true or false: empty equals only empty, and nothing is before or
   after it. Truths that are empty count as false. */
#include "runtime/algebra/eval_internal.h"
#include "runtime/model/calendar.h"

#include <string.h>

/* Two operands with their common kind. */
typedef struct {
    Vector a, b;
    ValueKind kind;
    bool band;
    bool as_spans;          /* periods of different units, or with dates */
    int64_t *a_end, *b_end; /* of spans: the last second; a, b hold the first */
} Pair;

static bool is_time(Type type)
{
    return type.kind == VALUE_DATE || type.kind == VALUE_MOMENT ||
           type.kind == VALUE_PERIOD;
}

static ValueKind common_kind(Type a, Type b)
{
    if (a.empty_only)
        return b.kind;
    if (b.empty_only || a.kind == b.kind)
        return a.kind;
    return is_time(a) && is_time(b) ? VALUE_MOMENT : a.kind;
}

/* First and last second of each value of a period, twice the same of a moment. */
static Vector to_spans(EvalRun *run, Vector vec, Type type, int64_t **end)
{
    Vector out = {.n = vec.n, .valid = vec.valid};
    if (type.kind != VALUE_PERIOD) {
        out = eval_fit(run, vec, VALUE_MOMENT);
        *end = out.v.i64;
        return out;
    }
    eval_new(run, &out, VEC_SEC);
    *end = eval_alloc(run, (vec.n + 1) * sizeof **end);
    for (uint32_t i = 0; i < vec.n; i++) {
        if (vector_is_empty(&vec, i))
            continue;
        DayRange range = calendar_range(type.period, (int32_t)vec.v.i64[i]);
        out.v.i64[i] = (int64_t)range.lo * SECONDS_OF_DAY;
        (*end)[i] = (int64_t)range.hi * SECONDS_OF_DAY - 1;
    }
    return out;
}

static Pair make_pair(EvalRun *run, const Step *step, const Vector *arg, uint32_t with)
{
    Type a = step->expr->arg[0]->type;
    Type b = step->expr->arg[with]->type;
    Pair p = {.kind = common_kind(a, b), .band = a.band || b.band};
    p.as_spans = is_time(a) && is_time(b) && !a.empty_only && !b.empty_only &&
                 (a.kind == VALUE_PERIOD || b.kind == VALUE_PERIOD) &&
                 !(a.kind == b.kind && a.period == b.period);
    if (p.as_spans) {
        p.a = to_spans(run, arg[0], a, &p.a_end);
        p.b = to_spans(run, arg[with], b, &p.b_end);
        return p;
    }
    Vector both[2] = {eval_fit(run, arg[0], p.kind), eval_fit(run, arg[with], p.kind)};
    if (p.kind == VALUE_NUMBER)
        (void)eval_align(run, both, 2);
    p.a = both[0];
    p.b = both[1];
    return p;
}

/* ---- equality ------------------------------------------------------------- */

static void equal_spans(const Pair *p, uint8_t *res)
{
    for (uint32_t i = 0; i < p->a.n; i++)
        res[i] = !vector_is_empty(&p->a, i) && !vector_is_empty(&p->b, i) &&
                 ((p->a.v.i64[i] <= p->b.v.i64[i] && p->b_end[i] <= p->a_end[i]) ||
                  (p->b.v.i64[i] <= p->a.v.i64[i] && p->a_end[i] <= p->b_end[i]));
}

static void equal_values(const Pair *p, uint8_t *res)
{
    uint32_t n = p->a.n;
    switch (p->a.rep) {
    case VEC_I64:
    case VEC_SEC:
        for (uint32_t i = 0; i < n; i++)
            res[i] = p->a.v.i64[i] == p->b.v.i64[i];
        return;
    case VEC_WIDE:
        for (uint32_t i = 0; i < n; i++)
            res[i] = !vector_is_empty(&p->a, i) && !vector_is_empty(&p->b, i) &&
                     decimal_compare(p->a.v.wide[i], p->b.v.wide[i]) == 0;
        return;
    case VEC_CODE:
        for (uint32_t i = 0; i < n; i++)
            res[i] = p->a.v.code[i] == p->b.v.code[i];
        return;
    case VEC_DAY:
        for (uint32_t i = 0; i < n; i++)
            res[i] = p->a.v.day[i] == p->b.v.day[i];
        return;
    case VEC_BOOL:
        for (uint32_t i = 0; i < n; i++)
            res[i] = p->a.v.boolean[i] == p->b.v.boolean[i];
        return;
    }
}

static void equal_pair(const Pair *p, uint8_t *res)
{
    if (p->as_spans)
        equal_spans(p, res);
    else
        equal_values(p, res);
    if (!p->a.valid && !p->b.valid)
        return;
    for (uint32_t i = 0; i < p->a.n; i++) {
        bool no_a = vector_is_empty(&p->a, i);
        bool no_b = vector_is_empty(&p->b, i);
        if (no_a || no_b)
            res[i] = no_a && no_b;
    }
}

void eval_equal_to(EvalRun *run, const Step *step, const Vector *arg, uint32_t with,
                   uint8_t *res)
{
    Pair p = make_pair(run, step, arg, with);
    equal_pair(&p, res);
}

EVAL_FUNCTION(equal)
{
    Pair p = make_pair(run, step, arg, 1);
    eval_new(run, out, VEC_BOOL);
    equal_pair(&p, out->v.boolean);
    for (uint32_t i = 0; step->expr->as.fn == FN_NOT_EQUAL && i < out->n; i++)
        out->v.boolean[i] = !out->v.boolean[i];
    return true;
}

/* ---- order ---------------------------------------------------------------- */

/* -1, 0, 1 of two values that are there; of spans 0 where they overlap. */
static int compare_at(const Pair *p, uint32_t i)
{
    static const Type text = {.kind = VALUE_TEXT};
    if (p->as_spans)
        return p->a_end[i] < p->b.v.i64[i] ? -1 : p->b_end[i] < p->a.v.i64[i];
    switch (p->a.rep) {
    case VEC_I64:
    case VEC_SEC:
        return (p->a.v.i64[i] > p->b.v.i64[i]) - (p->a.v.i64[i] < p->b.v.i64[i]);
    case VEC_WIDE:
        return decimal_compare(p->a.v.wide[i], p->b.v.wide[i]);
    case VEC_CODE: {
        Type type = text;
        type.band = p->band;
        if (p->a.v.code[i] == p->b.v.code[i])
            return 0;
        return value_compare(type, vector_value(&p->a, type, i),
                             vector_value(&p->b, type, i));
    }
    case VEC_DAY:
        return (p->a.v.day[i] > p->b.v.day[i]) - (p->a.v.day[i] < p->b.v.day[i]);
    case VEC_BOOL:
        return (int)p->a.v.boolean[i] - (int)p->b.v.boolean[i];
    }
    UNREACHABLE("vector form");
}

/* Which of -1, 0, 1 make the comparison true, as bits 1, 2, 4. */
static unsigned wanted_orders(FnId fn)
{
    if (fn == FN_LESS)
        return 1;
    if (fn == FN_LESS_EQUAL)
        return 3;
    return fn == FN_GREATER ? 4 : 6;
}

EVAL_FUNCTION(order)
{
    Pair p = make_pair(run, step, arg, 1);
    unsigned wanted = wanted_orders(step->expr->as.fn);
    eval_new(run, out, VEC_BOOL);
    for (uint32_t i = 0; i < out->n; i++)
        out->v.boolean[i] = !vector_is_empty(&p.a, i) && !vector_is_empty(&p.b, i) &&
                            (wanted >> (compare_at(&p, i) + 1) & 1);
    return true;
}

/* ---- truths --------------------------------------------------------------- */

EVAL_FUNCTION(is_empty)
{
    (void)step;
    eval_new(run, out, VEC_BOOL);
    for (uint32_t i = 0; i < out->n; i++)
        out->v.boolean[i] = vector_is_empty(&arg[0], i);
    return true;
}

static bool is_true(const Vector *vec, uint32_t row)
{
    return !vector_is_empty(vec, row) && vec->v.boolean[row];
}

EVAL_FUNCTION(and)
{
    eval_fit_all(run, arg, step->n_arg, VALUE_BOOLEAN);
    eval_new(run, out, VEC_BOOL);
    memset(out->v.boolean, 1, out->n);
    for (uint32_t k = 0; k < step->n_arg; k++) {
        for (uint32_t i = 0; i < out->n; i++)
            out->v.boolean[i] &= is_true(&arg[k], i);
    }
    return true;
}

EVAL_FUNCTION(or)
{
    eval_fit_all(run, arg, step->n_arg, VALUE_BOOLEAN);
    eval_new(run, out, VEC_BOOL);
    memset(out->v.boolean, 0, out->n);
    for (uint32_t k = 0; k < step->n_arg; k++) {
        for (uint32_t i = 0; i < out->n; i++)
            out->v.boolean[i] |= is_true(&arg[k], i);
    }
    return true;
}

EVAL_FUNCTION(not )
{
    (void)step;
    arg[0] = eval_fit(run, arg[0], VALUE_BOOLEAN);
    eval_new(run, out, VEC_BOOL);
    for (uint32_t i = 0; i < out->n; i++)
        out->v.boolean[i] = !is_true(&arg[0], i);
    return true;
}
