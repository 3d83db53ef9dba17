/* Functions of one text: computed once per code of the pool, then looked up. New codes
   of a batch are gathered into a small vector and go through the function itself. */
#include "runtime/algebra/eval_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum { MEMO_UNKNOWN, MEMO_ASKED, MEMO_EMPTY, MEMO_VALUE };

void eval_memo_release(Memo *memo)
{
    free(memo->value);
    free(memo->state);
}

static void make_room(Memo *memo, size_t need)
{
    size_t old = memo->cap_state;
    if (need <= old)
        return;
    XGROW(memo->state, memo->cap_state, need);
    memset(memo->state + old, MEMO_UNKNOWN, memo->cap_state - old);
    XGROW(memo->value, memo->cap_value, memo->cap_state);
}

static size_t slot_of(const Vector *vec, uint32_t row)
{
    return vector_is_empty(vec, row) ? 0 : (size_t)vec->v.code[row] + 1;
}

/* Rows whose text was not met before, each text once. */
static uint32_t find_new(Memo *memo, const Vector *vec, uint32_t *fresh)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < vec->n; i++) {
        size_t slot = slot_of(vec, i);
        if (slot >= memo->cap_state)
            make_room(memo, slot + 1);
        if (memo->state[slot] == MEMO_UNKNOWN) {
            memo->state[slot] = MEMO_ASKED;
            fresh[n++] = i;
        }
    }
    return n;
}

static int64_t word_at(const Vector *vec, uint32_t row)
{
    switch (vec->rep) {
    case VEC_I64:
    case VEC_SEC:
        return vec->v.i64[row];
    case VEC_CODE:
        return vec->v.code[row];
    case VEC_DAY:
        return vec->v.day[row];
    case VEC_BOOL:
        return vec->v.boolean[row];
    case VEC_WIDE:
        break;
    }
    return 0;
}

static void put_word(Vector *vec, uint32_t row, int64_t word)
{
    switch (vec->rep) {
    case VEC_I64:
    case VEC_SEC:
        vec->v.i64[row] = word;
        return;
    case VEC_CODE:
        vec->v.code[row] = (uint32_t)word;
        return;
    case VEC_DAY:
        vec->v.day[row] = (int32_t)word;
        return;
    case VEC_BOOL:
        vec->v.boolean[row] = (uint8_t)word;
        return;
    case VEC_WIDE:
        return;
    }
}

/* The texts of rows `fresh` as a vector of their own. */
static Vector gather_texts(EvalRun *run, const Vector *vec, const uint32_t *fresh,
                           uint32_t n)
{
    Vector out = {.n = n};
    eval_new(run, &out, VEC_CODE);
    out.pool = vec->pool;
    uint8_t *valid = eval_new_valid(run, &out);
    for (uint32_t i = 0; i < n; i++) {
        valid[i] = !vector_is_empty(vec, fresh[i]);
        out.v.code[i] = valid[i] ? vec->v.code[fresh[i]] : 0;
    }
    return out;
}

static bool compute_new(EvalRun *run, const Step *step, Memo *memo, const Vector *arg)
{
    const Vector *text = &arg[step->memo_arg];
    uint32_t *fresh = eval_alloc(run, (text->n + 1) * sizeof *fresh);
    uint32_t n = find_new(memo, text, fresh);
    if (n == 0)
        return true;
    Vector *small = eval_alloc(run, step->n_arg * sizeof *small);
    Vector texts = gather_texts(run, text, fresh, n);
    for (uint32_t i = 0; i < step->n_arg; i++) {
        small[i] = run->program->step[step->arg[i]].is_constant ? arg[i] : texts;
        small[i].n = n;
    }
    Vector out = {.n = n};
    if (!eval_function(step->expr->as.fn)(run, step, small, &out))
        return false;
    memo->rep = out.rep;
    for (uint32_t i = 0; i < n; i++) {
        size_t slot = slot_of(text, fresh[i]);
        memo->state[slot] = vector_is_empty(&out, i) ? MEMO_EMPTY : MEMO_VALUE;
        memo->value[slot] = word_at(&out, i);
    }
    return true;
}

static void look_up(EvalRun *run, const Memo *memo, const Vector *text, Vector *out)
{
    eval_new(run, out, memo->rep);
    uint8_t *valid = eval_alloc(run, out->n ? out->n : 1);
    bool has_empty = false;
    for (uint32_t i = 0; i < out->n; i++) {
        size_t slot = slot_of(text, i);
        valid[i] = memo->state[slot] == MEMO_VALUE;
        has_empty |= !valid[i];
        put_word(out, i, valid[i] ? memo->value[slot] : 0);
    }
    out->valid = has_empty ? valid : NULL;
}

bool eval_memo(EvalRun *run, const Step *step, Vector *arg, Vector *out)
{
    Memo *memo = &eval_step_state(run, step)->memo;
    const Vector *text = &arg[step->memo_arg];
    if (text->rep != VEC_CODE)
        return eval_function(step->expr->as.fn)(run, step, arg, out);
    if (memo->pool != text->pool) {
        memo->pool = text->pool;
        if (memo->cap_state)
            memset(memo->state, MEMO_UNKNOWN, memo->cap_state);
    }
    if (!compute_new(run, step, memo, arg))
        return false;
    look_up(run, memo, text, out);
    return true;
}
