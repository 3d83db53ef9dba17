/* in: a long list of constants is sorted once and searched; a short or mixed one is
   compared value by value. Constants of a list are vectors only where that is done. */
#include "runtime/algebra/eval_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

/* Lists shorter than this are compared one by one. */
enum { LIST_MIN = 12 };

static int by_value(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* d as a mantissa at `scale`; false: it is none of 64 bits. */
static bool to_mantissa(Decimal d, int32_t scale, int64_t *res)
{
    d = decimal_trim(d);
    if (d.scale > scale || !decimal_rescale(d, scale, &d) || !wide_fits_i64(d.m))
        return false;
    *res = wide_to_i64(d.m);
    return true;
}

/* A constant as a word of the list. */
static bool list_word(EvalRun *run, const Expr *expr, int32_t scale, int64_t *res)
{
    const Value *value = &expr->as.value;
    switch (expr->type.kind) {
    case VALUE_NUMBER:
        return to_mantissa(value->as.number, scale, res);
    case VALUE_TEXT:
        *res = intern_add(run->pool, value->as.text.text, value->as.text.len);
        return true;
    case VALUE_BOOLEAN:
        *res = value->as.boolean;
        return true;
    case VALUE_DATE:
        *res = value->as.day;
        return true;
    case VALUE_MOMENT:
        *res = value->as.seconds;
        return true;
    case VALUE_PERIOD:
        *res = value->as.period;
        return true;
    }
    UNREACHABLE("value kind");
}

/* All of the first one's kind, constant and not empty; finds the largest scale. */
static bool is_plain_list(const Expr *in, int32_t *scale)
{
    Type type = in->arg[0]->type;
    *scale = 0;
    for (uint32_t k = 1; k < in->n_arg; k++) {
        const Expr *e = in->arg[k];
        if (e->kind != EXPR_CONST || e->as.value.empty || e->type.kind != type.kind ||
            (type.kind == VALUE_PERIOD && e->type.period != type.period))
            return false;
        if (type.kind == VALUE_NUMBER && e->as.value.as.number.scale > *scale)
            *scale = e->as.value.as.number.scale;
    }
    return true;
}

static void prepare_list(EvalRun *run, const Step *step, StepState *state)
{
    uint32_t n = step->n_arg - 1;
    state->has_list = true;
    state->list_fails = !is_plain_list(step->expr, &state->list_scale);
    state->n_list = n;
    state->list = xcalloc(n, sizeof *state->list);
    for (uint32_t k = 0; k < n && !state->list_fails; k++)
        state->list_fails =
            !list_word(run, step->expr->arg[k + 1], state->list_scale, &state->list[k]);
    if (!state->list_fails)
        qsort(state->list, n, sizeof *state->list, by_value);
}

/* v / 10^scale as a mantissa at `wanted`; false: it is none. */
static bool to_list_scale(int64_t v, int32_t scale, int32_t wanted, int64_t *res)
{
    if (scale <= wanted)
        return wanted - scale <= 18 &&
               !MUL_OVERFLOWS(v, eval_pow10(wanted - scale), res);
    if (scale - wanted > 18)
        return to_mantissa(decimal_make(v, scale), wanted, res);
    *res = v / eval_pow10(scale - wanted);
    return v % eval_pow10(scale - wanted) == 0;
}

static bool key_at(const StepState *state, const Vector *vec, uint32_t row,
                   int64_t *key)
{
    switch (vec->rep) {
    case VEC_I64:
        return to_list_scale(vec->v.i64[row], vec->scale, state->list_scale, key);
    case VEC_SEC:
        *key = vec->v.i64[row];
        return true;
    case VEC_WIDE:
        return to_mantissa(vec->v.wide[row], state->list_scale, key);
    case VEC_CODE:
        *key = vec->v.code[row];
        return true;
    case VEC_DAY:
        *key = vec->v.day[row];
        return true;
    case VEC_BOOL:
        *key = vec->v.boolean[row];
        return true;
    }
    UNREACHABLE("vector form");
}

static void search_list(const StepState *state, const Vector *vec, uint8_t *res)
{
    for (uint32_t i = 0; i < vec->n; i++) {
        int64_t key;
        res[i] =
            !vector_is_empty(vec, i) && key_at(state, vec, i, &key) &&
            bsearch(&key, state->list, state->n_list, sizeof key, by_value) != NULL;
    }
}

EVAL_FUNCTION(in)
{
    StepState *state = eval_step_state(run, step);
    eval_new(run, out, VEC_BOOL);
    if (!state->has_list && step->n_arg > LIST_MIN)
        prepare_list(run, step, state);
    if (state->has_list && !state->list_fails) {
        Vector vec = eval_fit(run, arg[0], step->expr->arg[0]->type.kind);
        search_list(state, &vec, out->v.boolean);
        return true;
    }
    uint8_t *one = eval_alloc(run, out->n + 1);
    memset(out->v.boolean, 0, out->n);
    for (uint32_t k = 1; k < step->n_arg; k++) {
        const Step *item = &run->program->step[step->arg[k]];
        if (item->is_constant) {
            eval_constant_vector(run, eval_step_state(run, item), item->expr, out->n);
            arg[k] = eval_step_state(run, item)->constant;
        }
        eval_equal_to(run, step, arg, k, one);
        for (uint32_t i = 0; i < out->n; i++)
            out->v.boolean[i] |= one[i];
    }
    return true;
}
