/* Vectors of a run: making them, bringing them to one form, constants, and codes of
   one pool in another. */
#include "runtime/algebra/eval_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum { POWERS = 19, CONSTANT_FIRST = 64 };

int64_t eval_pow10(int n)
{
    static const int64_t power[POWERS] = {1,
                                          10,
                                          100,
                                          1000,
                                          10000,
                                          100000,
                                          1000000,
                                          10000000,
                                          100000000,
                                          1000000000,
                                          10000000000,
                                          100000000000,
                                          1000000000000,
                                          10000000000000,
                                          100000000000000,
                                          1000000000000000,
                                          10000000000000000,
                                          100000000000000000,
                                          1000000000000000000};
    return power[n];
}

bool eval_too_large(EvalRun *run, const Step *step)
{
    diag_error(run->sink, DIAG_NUMBER_OVERFLOW, step->expr->span,
               "a number here has more than 76 digits");
    return false;
}

static size_t rep_size(VecRep rep)
{
    switch (rep) {
    case VEC_I64:
    case VEC_SEC:
        return sizeof(int64_t);
    case VEC_WIDE:
        return sizeof(Decimal);
    case VEC_CODE:
        return sizeof(uint32_t);
    case VEC_DAY:
        return sizeof(int32_t);
    case VEC_BOOL:
        return sizeof(uint8_t);
    }
    UNREACHABLE("vector form");
}

static void set_block(Vector *vec, void *block)
{
    switch (vec->rep) {
    case VEC_I64:
    case VEC_SEC:
        vec->v.i64 = block;
        return;
    case VEC_WIDE:
        vec->v.wide = block;
        return;
    case VEC_CODE:
        vec->v.code = block;
        return;
    case VEC_DAY:
        vec->v.day = block;
        return;
    case VEC_BOOL:
        vec->v.boolean = block;
        return;
    }
}

void eval_new(EvalRun *run, Vector *out, VecRep rep)
{
    out->rep = rep;
    out->pool = run->pool;
    set_block(out, eval_alloc(run, (out->n ? out->n : 1) * rep_size(rep)));
}

uint8_t *eval_new_valid(EvalRun *run, Vector *out)
{
    out->valid = eval_alloc(run, out->n ? out->n : 1);
    return out->valid;
}

void eval_valid_and(EvalRun *run, const Vector *arg, uint32_t n_arg, Vector *out)
{
    uint8_t *own = NULL;
    for (uint32_t k = 0; k < n_arg; k++) {
        if (!arg[k].valid)
            continue;
        if (!out->valid) {
            out->valid = arg[k].valid;
            continue;
        }
        if (!own) {
            own = eval_alloc(run, out->n ? out->n : 1);
            memcpy(own, out->valid, out->n);
            out->valid = own;
        }
        for (uint32_t i = 0; i < out->n; i++)
            own[i] &= arg[k].valid[i];
    }
}

/* ---- kinds ---------------------------------------------------------------- */

static VecRep kind_rep(ValueKind kind)
{
    switch (kind) {
    case VALUE_NUMBER:
    case VALUE_PERIOD:
        return VEC_I64;
    case VALUE_TEXT:
        return VEC_CODE;
    case VALUE_BOOLEAN:
        return VEC_BOOL;
    case VALUE_DATE:
        return VEC_DAY;
    case VALUE_MOMENT:
        return VEC_SEC;
    }
    UNREACHABLE("value kind");
}

static Vector all_empty(EvalRun *run, uint32_t n, ValueKind kind)
{
    Vector vec = {.n = n};
    eval_new(run, &vec, kind_rep(kind));
    memset(vec.v.boolean, 0, n * rep_size(vec.rep));
    memset(eval_new_valid(run, &vec), 0, n);
    return vec;
}

static PoolMap *pool_map(EvalRun *run, const Intern *pool)
{
    for (size_t i = 0; i < run->n_map; i++) {
        if (run->map[i].pool == pool)
            return &run->map[i];
    }
    XGROW(run->map, run->cap_map, run->n_map + 1);
    run->map[run->n_map] = (PoolMap){.pool = pool};
    return &run->map[run->n_map++];
}

static uint32_t map_code(EvalRun *run, PoolMap *map, uint32_t code)
{
    if (code >= map->cap) {
        size_t old = map->cap;
        XGROW(map->code, map->cap, (size_t)code + 1);
        memset(map->code + old, 0, (map->cap - old) * sizeof *map->code);
    }
    if (!map->code[code]) {
        Text text = intern_text(map->pool, code);
        map->code[code] = intern_add(run->pool, text.text, text.len) + 1;
    }
    return map->code[code] - 1;
}

static Vector to_own_pool(EvalRun *run, Vector vec)
{
    if (vec.pool == run->pool)
        return vec;
    Vector out = {.n = vec.n, .valid = vec.valid};
    PoolMap *map = pool_map(run, vec.pool);
    eval_new(run, &out, VEC_CODE);
    for (uint32_t i = 0; i < vec.n; i++)
        out.v.code[i] =
            vector_is_empty(&vec, i) ? 0 : map_code(run, map, vec.v.code[i]);
    return out;
}

static Vector day_to_moment(EvalRun *run, Vector vec)
{
    Vector out = {.n = vec.n, .valid = vec.valid};
    eval_new(run, &out, VEC_SEC);
    for (uint32_t i = 0; i < vec.n; i++)
        out.v.i64[i] = (int64_t)vec.v.day[i] * SECONDS_OF_DAY;
    return out;
}

static Vector moment_to_day(EvalRun *run, Vector vec)
{
    Vector out = {.n = vec.n, .valid = vec.valid};
    eval_new(run, &out, VEC_DAY);
    for (uint32_t i = 0; i < vec.n; i++)
        out.v.day[i] = vector_is_empty(&vec, i) ? 0 : civil_day_of(vec.v.i64[i]);
    return out;
}

Vector eval_fit(EvalRun *run, Vector vec, ValueKind kind)
{
    VecRep wanted = kind_rep(kind);
    if (wanted == VEC_CODE && vec.rep == VEC_CODE)
        return to_own_pool(run, vec);
    if (vec.rep == wanted || (kind == VALUE_NUMBER && vec.rep == VEC_WIDE))
        return vec;
    if (wanted == VEC_SEC && vec.rep == VEC_DAY)
        return day_to_moment(run, vec);
    if (wanted == VEC_DAY && vec.rep == VEC_SEC)
        return moment_to_day(run, vec);
    return all_empty(run, vec.n, kind);
}

void eval_fit_all(EvalRun *run, Vector *vec, uint32_t n_vec, ValueKind kind)
{
    for (uint32_t i = 0; i < n_vec; i++)
        vec[i] = eval_fit(run, vec[i], kind);
}

/* ---- numbers -------------------------------------------------------------- */

Vector eval_widen(EvalRun *run, Vector vec)
{
    if (vec.rep == VEC_WIDE)
        return vec;
    Vector out = {.n = vec.n, .valid = vec.valid};
    eval_new(run, &out, VEC_WIDE);
    for (uint32_t i = 0; i < vec.n; i++)
        out.v.wide[i] = decimal_make(vec.v.i64[i], vec.scale);
    return out;
}

static bool scale_up(EvalRun *run, Vector *vec, int32_t scale)
{
    if (vec->scale == scale)
        return true;
    if (scale - vec->scale >= POWERS)
        return false;
    Vector out = {.n = vec->n, .valid = vec->valid, .scale = scale};
    int64_t factor = eval_pow10(scale - vec->scale);
    int overflow = 0;
    eval_new(run, &out, VEC_I64);
    for (uint32_t i = 0; i < vec->n; i++)
        overflow |= MUL_OVERFLOWS(vec->v.i64[i], factor, &out.v.i64[i]);
    if (overflow)
        return false;
    *vec = out;
    return true;
}

bool eval_align(EvalRun *run, Vector *vec, uint32_t n_vec)
{
    int32_t scale = 0;
    bool narrow = true;
    for (uint32_t i = 0; i < n_vec; i++) {
        narrow &= vec[i].rep == VEC_I64;
        scale = vec[i].rep == VEC_I64 && vec[i].scale > scale ? vec[i].scale : scale;
    }
    for (uint32_t i = 0; narrow && i < n_vec; i++)
        narrow = scale_up(run, &vec[i], scale);
    for (uint32_t i = 0; !narrow && i < n_vec; i++)
        vec[i] = eval_widen(run, vec[i]);
    return narrow;
}

/* Mantissas at the largest scale among the values; false: one does not fit. */
static bool narrow_into(const Vector *vec, int32_t scale, int64_t *word)
{
    for (uint32_t i = 0; i < vec->n; i++) {
        Decimal d;
        word[i] = 0;
        if (vector_is_empty(vec, i))
            continue;
        if (!decimal_rescale(vec->v.wide[i], scale, &d) || !wide_fits_i64(d.m))
            return false;
        word[i] = wide_to_i64(d.m);
    }
    return true;
}

void eval_narrow(EvalRun *run, Vector *vec)
{
    int32_t scale = 0;
    if (vec->rep != VEC_WIDE)
        return;
    for (uint32_t i = 0; i < vec->n; i++) {
        if (!vector_is_empty(vec, i) && vec->v.wide[i].scale > scale)
            scale = vec->v.wide[i].scale;
    }
    Vector out = {.n = vec->n, .valid = vec->valid, .scale = scale};
    eval_new(run, &out, VEC_I64);
    if (narrow_into(vec, scale, out.v.i64))
        *vec = out;
}

/* ---- constants ------------------------------------------------------------ */

static void fill_number(Vector *vec, Decimal d, uint32_t cap)
{
    d = decimal_trim(d);
    bool narrow = wide_fits_i64(d.m);
    vec->rep = narrow ? VEC_I64 : VEC_WIDE;
    vec->scale = narrow ? d.scale : 0;
    for (uint32_t i = 0; i < cap; i++) {
        if (narrow)
            vec->v.i64[i] = wide_to_i64(d.m);
        else
            vec->v.wide[i] = d;
    }
}

static void fill_words(Vector *vec, int64_t word, uint32_t cap)
{
    for (uint32_t i = 0; i < cap; i++) {
        switch (vec->rep) {
        case VEC_I64:
        case VEC_SEC:
            vec->v.i64[i] = word;
            break;
        case VEC_CODE:
            vec->v.code[i] = (uint32_t)word;
            break;
        case VEC_DAY:
            vec->v.day[i] = (int32_t)word;
            break;
        case VEC_BOOL:
            vec->v.boolean[i] = (uint8_t)word;
            break;
        case VEC_WIDE:
            break;
        }
    }
}

static int64_t constant_word(EvalRun *run, const Expr *expr)
{
    const Value *value = &expr->as.value;
    switch (expr->type.kind) {
    case VALUE_NUMBER:
        break;
    case VALUE_TEXT:
        return intern_add(run->pool, value->as.text.text, value->as.text.len);
    case VALUE_BOOLEAN:
        return value->as.boolean;
    case VALUE_DATE:
        return value->as.day;
    case VALUE_MOMENT:
        return value->as.seconds;
    case VALUE_PERIOD:
        return value->as.period;
    }
    return 0;
}

static void grow_constant(EvalRun *run, StepState *state, const Expr *expr, uint32_t n)
{
    uint32_t cap = n > CONSTANT_FIRST ? n : CONSTANT_FIRST;
    Vector vec = {.rep = kind_rep(expr->type.kind), .pool = run->pool};
    free(state->constant_block);
    free(state->valid_block);
    state->valid_block = NULL;
    bool is_number = expr->type.kind == VALUE_NUMBER && !expr->as.value.empty;
    bool is_wide =
        is_number && !wide_fits_i64(decimal_trim(expr->as.value.as.number).m);
    state->constant_block = xcalloc(cap, is_wide ? sizeof(Decimal) : rep_size(vec.rep));
    vec.rep = is_wide ? VEC_WIDE : vec.rep;
    set_block(&vec, state->constant_block);
    if (expr->as.value.empty)
        state->valid_block = vec.valid = xcalloc(cap, 1);
    else if (is_number)
        fill_number(&vec, expr->as.value.as.number, cap);
    else
        fill_words(&vec, constant_word(run, expr), cap);
    state->constant = vec;
    state->constant_cap = cap;
}

void eval_constant_vector(EvalRun *run, StepState *state, const Expr *expr, uint32_t n)
{
    if (n > state->constant_cap)
        grow_constant(run, state, expr, n);
    state->constant.n = n;
}
