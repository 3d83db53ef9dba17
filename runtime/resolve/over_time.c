/* How a value hangs on the length of the time that it is of. Each aggregate in it is of
   a degree, as a length is of the first and an area of the second: products add
   degrees, quotients subtract them, and what is added or chosen from is of one degree.
   A value of degree nought stays, one of the first that is no more than added up is a
   sum, and of anything else nothing is known. */
#include "runtime/resolve/over_time.h"

/* How often each kind is a factor, less how often it divides. */
typedef struct {
    int sums;      /* summed over the time */
    int different; /* of things that parts of the time may share */
    int to_date, rolling;
} Degree;

typedef struct {
    Degree degree;
    bool is_zero; /* nothing, which is of every degree */
} Growth;

typedef struct {
    TimeWindow window; /* of the first aggregate that has one */
    bool has_window;
    bool differ;         /* others begin elsewhere, or are of a shifted time */
    bool to_date_differ; /* and not all of them are of one length at any time */
} Windows;

static bool is_nought(Degree d)
{
    return !d.sums && !d.different && !d.to_date && !d.rolling;
}

static bool agree(const Growth *a, const Growth *b)
{
    Degree x = a->degree, y = b->degree;
    return a->is_zero || b->is_zero ||
           (x.sums == y.sums && x.different == y.different && x.to_date == y.to_date &&
            x.rolling == y.rolling);
}

static Degree plus(Degree a, Degree b, int sign)
{
    return (Degree){a.sums + sign * b.sums, a.different + sign * b.different,
                    a.to_date + sign * b.to_date, a.rolling + sign * b.rolling};
}

/* ---- aggregates ---- */

static void note_window(Windows *windows, TimeWindow found, bool is_shifted)
{
    TimeWindow *first = &windows->window;
    bool is_first = !windows->has_window;
    bool same = is_first || (first->since_ever == found.since_ever &&
                             first->unit == found.unit && first->n == found.n);
    if (is_first)
        *first = found;
    windows->has_window = true;
    windows->differ |= !same || is_shifted;
    windows->to_date_differ |= !same && !(first->n && found.n);
}

/* Through the steps of its context; nought: it is the same in every period, or is read
   at an instant. */
static Degree in_context(const Context *context, Degree plain, Windows *windows)
{
    bool is_shifted = false, has_window = false;
    TimeWindow found = {0};
    for (size_t i = 0; i < context->n_step; i++) {
        const TimeStep *step = &context->step[i];
        if (step->op == TIME_SHIFT)
            is_shifted = true;
        else if (step->op == TIME_TO_DATE || step->op == TIME_SINCE ||
                 step->op == TIME_ROLLING)
            found = (TimeWindow){step->op == TIME_SINCE, step->unit, step->n};
        else
            return (Degree){0};
        has_window |= step->op != TIME_SHIFT;
    }
    if (!has_window || plain.sums != 1)
        return plain;
    note_window(windows, found, is_shifted);
    return found.n ? (Degree){.rolling = 1} : (Degree){.to_date = 1};
}

static bool read(const Expr *e, Windows *windows, Growth *res);

static bool has_time(const KeyList *keys)
{
    bool found = false;
    for (size_t i = 0; i < keys->n_key; i++)
        found |= keys->type[i].kind == VALUE_PERIOD;
    return found;
}

/* Of K: a sum over values of K grows as they do, but over times of K it is a sum. */
static bool read_per(const Leaf *leaf, Windows *windows, Growth *res)
{
    bool adds = leaf->fn == AGG_SUM || leaf->fn == AGG_COUNT;
    bool is_mean = leaf->type.quotient;
    if (has_time(&leaf->per->keys) || !leaf->arg) {
        res->degree = (Degree){.sums = adds, .different = !adds && !is_mean};
        return true;
    }
    if (!read(leaf->arg, windows, res))
        return false;
    bool sums = adds && leaf->fn == AGG_SUM && !leaf->where;
    if (!sums && (!is_mean || !is_nought(res->degree)))
        res->degree = (Degree){.different = 1};
    return true;
}

static bool read_leaf(const Leaf *leaf, Windows *windows, Growth *res)
{
    if (leaf->type.kind != VALUE_NUMBER)
        return true;
    if (leaf->per) {
        if (!read_per(leaf, windows, res))
            return false;
    } else {
        res->degree.sums = leaf->type.add == ADD_FLOW;
        res->degree.different = leaf->type.add == ADD_DISTINCT && !leaf->type.quotient;
    }
    res->degree = in_context(leaf->context, res->degree, windows);
    return true;
}

/* ---- calls ---- */

/* One of two values; `a` takes what is known of both. */
static bool meet(Growth *a, const Growth *b)
{
    if (!agree(a, b))
        return false;
    if (a->is_zero)
        *a = *b;
    return true;
}

/* All of one degree. Where they are compared, it does not matter which. */
static bool read_alike(const Expr *e, Windows *windows, Growth *res)
{
    res->is_zero = true;
    for (uint32_t i = 0; i < e->n_arg; i++) {
        Growth other;
        if (!read(e->arg[i], windows, &other) || !meet(res, &other))
            return false;
    }
    if (e->type.kind == VALUE_BOOLEAN)
        *res = (Growth){0};
    return true;
}

static bool read_if(const Expr *e, Windows *windows, Growth *res)
{
    res->is_zero = true;
    for (uint32_t i = 0; i < e->n_arg; i++) {
        bool is_condition = i % 2 == 0 && i + 1 < e->n_arg;
        Growth other;
        if (!read(e->arg[i], windows, &other) ||
            !(is_condition ? is_nought(other.degree) : meet(res, &other)))
            return false;
    }
    return true;
}

/* What no rule is known of stays where all does that it is made of. */
static bool read_other(const Expr *e, Windows *windows, Growth *res)
{
    *res = (Growth){0};
    for (uint32_t i = 0; i < e->n_arg; i++) {
        Growth other;
        if (!read(e->arg[i], windows, &other) || !is_nought(other.degree))
            return false;
    }
    return true;
}

static bool read_call(const Expr *e, Windows *windows, Growth *res)
{
    Growth other;
    switch (e->as.fn) {
    case FN_MULTIPLY:
    case FN_DIVIDE:
        if (!read(e->arg[0], windows, res) || !read(e->arg[1], windows, &other))
            return false;
        res->degree = plus(res->degree, other.degree, e->as.fn == FN_MULTIPLY ? 1 : -1);
        return true;
    case FN_ADD:
    case FN_ADD_KNOWN:
    case FN_SUBTRACT:
    case FN_NEGATE:
    case FN_COALESCE:
        return read_alike(e, windows, res);
    case FN_IF:
        return read_if(e, windows, res);
    case FN_CONVERTED:
        return read(e->arg[0], windows, res);
    default:
        return e->type.kind == VALUE_BOOLEAN ? read_alike(e, windows, res)
                                             : read_other(e, windows, res);
    }
}

/* false: nothing is known of it. */
static bool read(const Expr *e, Windows *windows, Growth *res)
{
    *res = (Growth){0};
    if (e->kind == EXPR_LEAF)
        return read_leaf(e->as.leaf, windows, res);
    if (e->kind == EXPR_CALL)
        return read_call(e, windows, res);
    if (e->kind != EXPR_CONST)
        return read_other(e, windows, res);
    res->is_zero = e->as.value.empty || (e->type.kind == VALUE_NUMBER &&
                                         decimal_is_zero(e->as.value.as.number));
    return true;
}

/* Does it look at the end of the time, as a rate at its end does? */
static bool sees_end(const Expr *e)
{
    bool found = e->kind == EXPR_CLOSING;
    for (uint32_t i = 0; i < e->n_arg && !found; i++)
        found = sees_end(e->arg[i]);
    return found;
}

OverTime over_time_of(const Expr *value, TimeWindow *window)
{
    Windows windows = {0};
    Growth growth;
    if (!read(value, &windows, &growth))
        return OVER_TIME_OTHER;
    Degree d = growth.degree;
    if (is_nought(d))
        return windows.to_date_differ ? OVER_TIME_OTHER : OVER_TIME_STAYS;
    if (d.sums == 1 && !d.different && !d.to_date && !d.rolling)
        return value->type.add == ADD_FLOW && !sees_end(value) ? OVER_TIME_SUMS
                                                               : OVER_TIME_ANEW;
    if (d.sums || d.different || d.to_date + d.rolling != 1 || windows.differ)
        return OVER_TIME_OTHER;
    *window = windows.window;
    return OVER_TIME_WINDOW;
}
