/* Gathering by row number, form by form. Rows that are not there read as empty and
   hold zero, so that nothing undefined is computed with. */
#include "runtime/algebra/gather.h"

#define GATHER(Type, field)                                                            \
    do {                                                                               \
        Type *to_ = eval_alloc(run, ((size_t)n + 1) * sizeof *to_);                    \
        const Type *from_ = from->v.field;                                             \
        for (uint32_t i = 0; i < n; i++)                                               \
            to_[i] = row[i] == UINT32_MAX ? zero_##field : from_[row[i]];              \
        out->v.field = to_;                                                            \
    } while (0)

static void gather_values(EvalRun *run, const Vector *from, const uint32_t *row,
                          uint32_t n, Vector *out)
{
    const int64_t zero_i64 = 0;
    const uint32_t zero_code = 0;
    const int32_t zero_day = 0;
    const uint8_t zero_boolean = 0;
    const Decimal zero_wide = {.scale = 0};
    switch (from->rep) {
    case VEC_I64:
    case VEC_SEC:
        GATHER(int64_t, i64);
        return;
    case VEC_WIDE:
        GATHER(Decimal, wide);
        return;
    case VEC_CODE:
        GATHER(uint32_t, code);
        return;
    case VEC_DAY:
        GATHER(int32_t, day);
        return;
    case VEC_BOOL:
        GATHER(uint8_t, boolean);
        return;
    }
}

void gather_rows(EvalRun *run, const Vector *from, const uint32_t *row, uint32_t n,
                 Vector *out)
{
    *out = (Vector){.rep = from->rep, .n = n, .scale = from->scale, .pool = from->pool};
    gather_values(run, from, row, n, out);
    bool any = false;
    uint8_t *valid = eval_alloc(run, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++) {
        valid[i] = row[i] != UINT32_MAX && !vector_is_empty(from, row[i]);
        any |= !valid[i];
    }
    out->valid = any ? valid : NULL;
}

Vector vector_slice(const Vector *from, uint32_t first, uint32_t n)
{
    Vector slice = *from;
    slice.n = n;
    if (from->valid)
        slice.valid = from->valid + first;
    switch (from->rep) {
    case VEC_I64:
    case VEC_SEC:
        slice.v.i64 = from->v.i64 + first;
        break;
    case VEC_WIDE:
        slice.v.wide = from->v.wide + first;
        break;
    case VEC_CODE:
        slice.v.code = from->v.code + first;
        break;
    case VEC_DAY:
        slice.v.day = from->v.day + first;
        break;
    case VEC_BOOL:
        slice.v.boolean = from->v.boolean + first;
        break;
    }
    return slice;
}

void vector_days(const Vector *vec, uint32_t n, Day *day)
{
    for (uint32_t i = 0; i < n; i++) {
        if (vector_is_empty(vec, i))
            day[i] = DAY_NONE;
        else if (vec->rep == VEC_SEC)
            day[i] = civil_day_of(vec->v.i64[i]);
        else
            day[i] = vec->v.day[i];
    }
}
