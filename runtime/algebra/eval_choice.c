/* Functions that pick one of their arguments: if, coalesce, least, greatest. The
   arguments are first brought to one form, then values are copied by row. */
#include "runtime/algebra/eval_internal.h"

#include <string.h>

/* Brings vec[0..n) to one form of the result's kind and makes `out` like them. */
static void unify(EvalRun *run, const Step *step, Vector *vec, uint32_t n, Vector *out)
{
    ValueKind kind = step->expr->type.kind;
    eval_fit_all(run, vec, n, kind);
    if (kind == VALUE_NUMBER || kind == VALUE_PERIOD)
        (void)eval_align(run, vec, n);
    eval_new(run, out, n ? vec[0].rep : VEC_I64);
    out->scale = n ? vec[0].scale : 0;
    memset(eval_new_valid(run, out), 0, out->n);
}

static void copy_value(Vector *out, const Vector *from, uint32_t row)
{
    if (vector_is_empty(from, row)) {
        out->valid[row] = 0;
        return;
    }
    out->valid[row] = 1;
    switch (out->rep) {
    case VEC_I64:
    case VEC_SEC:
        out->v.i64[row] = from->v.i64[row];
        return;
    case VEC_WIDE:
        out->v.wide[row] = from->v.wide[row];
        return;
    case VEC_CODE:
        out->v.code[row] = from->v.code[row];
        return;
    case VEC_DAY:
        out->v.day[row] = from->v.day[row];
        return;
    case VEC_BOOL:
        out->v.boolean[row] = from->v.boolean[row];
        return;
    }
}

/* Rows without a value hold 0, so that loops over the whole vector read something. */
static void clear_empty(Vector *out)
{
    for (uint32_t i = 0; i < out->n; i++) {
        if (out->valid[i])
            continue;
        if (out->rep == VEC_I64 || out->rep == VEC_SEC)
            out->v.i64[i] = 0;
        else if (out->rep == VEC_CODE)
            out->v.code[i] = 0;
        else if (out->rep == VEC_DAY)
            out->v.day[i] = 0;
        else if (out->rep == VEC_BOOL)
            out->v.boolean[i] = 0;
    }
}

EVAL_FUNCTION(if)
{
    uint32_t n = step->n_arg;
    uint32_t n_case = n / 2;
    Vector *value = eval_alloc(run, (n_case + 1) * sizeof *value);
    Vector *test = eval_alloc(run, (n_case + 1) * sizeof *test);
    for (uint32_t k = 0; k < n_case; k++) {
        test[k] = eval_fit(run, arg[2 * k], VALUE_BOOLEAN);
        value[k] = arg[2 * k + 1];
    }
    if (n % 2)
        value[n_case] = arg[n - 1];
    unify(run, step, value, n_case + n % 2, out);
    for (uint32_t i = 0; i < out->n; i++) {
        uint32_t k = 0;
        while (k < n_case && (vector_is_empty(&test[k], i) || !test[k].v.boolean[i]))
            k++;
        if (k < n_case + n % 2)
            copy_value(out, &value[k], i);
    }
    clear_empty(out);
    return true;
}

EVAL_FUNCTION(coalesce)
{
    unify(run, step, arg, step->n_arg, out);
    for (uint32_t i = 0; i < out->n; i++) {
        uint32_t k = 0;
        while (k + 1 < step->n_arg && vector_is_empty(&arg[k], i))
            k++;
        copy_value(out, &arg[k], i);
    }
    clear_empty(out);
    return true;
}

static int compare_rows(Type type, const Vector *a, const Vector *b, uint32_t row)
{
    if (a->rep == VEC_I64 || a->rep == VEC_SEC)
        return (a->v.i64[row] > b->v.i64[row]) - (a->v.i64[row] < b->v.i64[row]);
    return value_compare(type, vector_value(a, type, row), vector_value(b, type, row));
}

/* least and greatest: empty where an argument is. */
EVAL_FUNCTION(extreme)
{
    Type type = step->expr->type;
    int wanted = step->expr->as.fn == FN_LEAST ? -1 : 1;
    unify(run, step, arg, step->n_arg, out);
    for (uint32_t i = 0; i < out->n; i++) {
        const Vector *best = &arg[0];
        bool has_empty = vector_is_empty(best, i);
        for (uint32_t k = 1; k < step->n_arg && !has_empty; k++) {
            has_empty = vector_is_empty(&arg[k], i);
            if (!has_empty && compare_rows(type, &arg[k], best, i) == wanted)
                best = &arg[k];
        }
        if (!has_empty)
            copy_value(out, best, i);
    }
    clear_empty(out);
    return true;
}
