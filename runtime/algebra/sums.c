/* Exact sums by cell in any order. A value is added at its own scale, in 64 bits; where
   these do not suffice, what there is so far goes into 128 bits. Only where more than a
   few scales meet, or 128 bits do not suffice either, Decimals take over. */
#include "runtime/algebra/cells_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

void sums_release(Sums *sums)
{
    for (uint32_t i = 0; i < sums->n_lane; i++) {
        free(sums->lane[i].word);
        free(sums->lane[i].sum);
    }
    free(sums->wide);
}

size_t sums_bytes(const Sums *sums)
{
    size_t bytes = sums->cap_wide * sizeof(Decimal);
    for (uint32_t i = 0; i < sums->n_lane; i++)
        bytes += sums->lane[i].cap_word * sizeof(int64_t) +
                 sums->lane[i].cap * sizeof(Int128);
    return bytes;
}

/* The lane of a scale; NULL: there are too many. */
static Lane *lane_of(Sums *sums, int32_t scale)
{
    uint32_t at = 0;
    while (at < sums->n_lane && sums->lane[at].scale != scale)
        at++;
    if (at == LANES)
        return NULL;
    if (at == sums->n_lane) {
        sums->lane[at] = (Lane){.scale = scale};
        sums->n_lane++;
    }
    return &sums->lane[at];
}

/* The same, with room for 128 bits of n_cell cells. */
static Lane *lane_for(Sums *sums, int32_t scale, uint32_t n_cell)
{
    Lane *lane = lane_of(sums, scale);
    if (lane)
        CELLS_GROW(lane->sum, lane->cap, n_cell);
    return lane;
}

static bool add_wide(Sums *sums, uint32_t cell, uint32_t n_cell, Decimal d)
{
    CELLS_GROW(sums->wide, sums->cap_wide, n_cell);
    return decimal_add(sums->wide[cell], d, &sums->wide[cell]);
}

/* Quotients come with up to 20 digits after the point, trimmed: one lane for all. */
static bool add_decimal(Sums *sums, uint32_t cell, uint32_t n_cell, Decimal d)
{
    Decimal same = d;
    if (d.scale < DECIMAL_QUOTIENT_SCALE &&
        !decimal_rescale(d, DECIMAL_QUOTIENT_SCALE, &same))
        same = d;
    Lane *lane = wide_fits_i128(same.m) ? lane_for(sums, same.scale, n_cell) : NULL;
    Int128 sum;
    if (!lane || ADD_OVERFLOWS(lane->sum[cell], wide_to_i128(same.m), &sum))
        return add_wide(sums, cell, n_cell, d);
    lane->sum[cell] = sum;
    return true;
}

static bool add_mantissa(Sums *sums, uint32_t cell, uint32_t n_cell, Decimal d,
                         Lane *lane)
{
    Int128 sum;
    if (!lane || !wide_fits_i128(d.m) ||
        ADD_OVERFLOWS(lane->sum[cell], wide_to_i128(d.m), &sum))
        return add_wide(sums, cell, n_cell, d);
    lane->sum[cell] = sum;
    return true;
}

static bool add_each_wide(Sums *sums, const Located *at, const Vector *vec)
{
    for (uint32_t i = 0; i < at->n; i++) {
        if (at->cell[i] != UINT32_MAX && !vector_is_empty(vec, i) &&
            !add_decimal(sums, at->cell[i], at->n_cell, vector_decimal(vec, i)))
            return false;
    }
    return true;
}

/* The cell's word and `word`, which do not fit 64 bits together: the first goes into
   128 bits, the other stays. */
static bool carry_word(Sums *sums, Lane *lane, uint32_t cell, uint32_t n_cell,
                       int64_t word)
{
    Decimal d = decimal_make(lane->word[cell], lane->scale);
    CELLS_GROW(lane->sum, lane->cap, n_cell);
    lane->word[cell] = word;
    return add_mantissa(sums, cell, n_cell, d, lane);
}

static inline bool add_word(Sums *sums, Lane *lane, uint32_t cell, uint32_t n_cell,
                            int64_t word)
{
    int64_t sum;
    if (ADD_OVERFLOWS(lane->word[cell], word, &sum))
        return carry_word(sums, lane, cell, n_cell, word);
    lane->word[cell] = sum;
    return true;
}

bool sums_add(Sums *sums, const Located *at, const Vector *vec)
{
    Lane *lane = vec->rep == VEC_I64 ? lane_of(sums, vec->scale) : NULL;
    if (!lane)
        return add_each_wide(sums, at, vec);
    CELLS_GROW(lane->word, lane->cap_word, at->n_cell);
    for (uint32_t i = 0; i < at->n; i++) {
        uint32_t cell = at->cell[i];
        if (cell == UINT32_MAX || vector_is_empty(vec, i))
            continue;
        if (!add_word(sums, lane, cell, at->n_cell, vec->v.i64[i]))
            return false;
    }
    return true;
}

static bool add_wide_square(Sums *sums, uint32_t cell, uint32_t n_cell, Decimal d)
{
    Decimal square;
    return decimal_mul(d, d, &square) && add_decimal(sums, cell, n_cell, square);
}

bool sums_add_squares(Sums *sums, const Located *at, const Vector *vec)
{
    Lane *lane =
        vec->rep == VEC_I64 ? lane_for(sums, 2 * vec->scale, at->n_cell) : NULL;
    for (uint32_t i = 0; i < at->n; i++) {
        uint32_t cell = at->cell[i];
        if (cell == UINT32_MAX || vector_is_empty(vec, i))
            continue;
        Int128 sum;
        Int128 square = lane ? (Int128)vec->v.i64[i] * vec->v.i64[i] : 0;
        if (lane && !ADD_OVERFLOWS(lane->sum[cell], square, &sum))
            lane->sum[cell] = sum;
        else if (!add_wide_square(sums, cell, at->n_cell, vector_decimal(vec, i)))
            return false;
    }
    return true;
}

static bool fold_words(Sums *into, const Located *to, const Lane *from)
{
    Lane *lane = lane_of(into, from->scale);
    if (lane)
        CELLS_GROW(lane->word, lane->cap_word, to->n_cell);
    for (uint32_t i = 0; i < to->n && i < from->cap_word; i++) {
        uint32_t cell = to->cell[i];
        int64_t word = from->word[i];
        if (cell == UINT32_MAX || word == 0)
            continue;
        Decimal d = decimal_make(word, from->scale);
        if (lane && word != INT64_MIN
                ? !add_word(into, lane, cell, to->n_cell, to->minus ? -word : word)
                : !add_wide(into, cell, to->n_cell, to->minus ? decimal_negate(d) : d))
            return false;
    }
    return true;
}

static bool fold_lane(Sums *into, const Located *to, const Lane *from)
{
    if (!from->cap)
        return true;
    Lane *lane = lane_for(into, from->scale, to->n_cell);
    for (uint32_t i = 0; i < to->n && i < from->cap; i++) {
        if (to->cell[i] == UINT32_MAX || from->sum[i] == 0)
            continue;
        Decimal d = decimal_from_i128(from->sum[i], from->scale);
        d = to->minus ? decimal_negate(d) : d;
        if (!add_mantissa(into, to->cell[i], to->n_cell, d, lane))
            return false;
    }
    return true;
}

bool sums_fold(Sums *into, const Located *to, const Sums *from)
{
    for (uint32_t k = 0; k < from->n_lane; k++) {
        if (!fold_words(into, to, &from->lane[k]) ||
            !fold_lane(into, to, &from->lane[k]))
            return false;
    }
    for (uint32_t i = 0; i < to->n && i < from->cap_wide; i++) {
        if (to->cell[i] == UINT32_MAX || decimal_is_zero(from->wide[i]))
            continue;
        Decimal d = to->minus ? decimal_negate(from->wide[i]) : from->wide[i];
        if (!add_wide(into, to->cell[i], to->n_cell, d))
            return false;
    }
    return true;
}

bool sums_add_cell(Sums *sums, uint32_t to, uint32_t from, uint32_t n_cell)
{
    for (uint32_t k = 0; k < sums->n_lane; k++) {
        Lane *lane = &sums->lane[k];
        CELLS_GROW(lane->word, lane->cap_word, n_cell);
        if (!add_word(sums, lane, to, n_cell, lane->word[from]))
            return false;
        if (from >= lane->cap)
            continue;
        CELLS_GROW(lane->sum, lane->cap, n_cell);
        Int128 sum;
        if (!ADD_OVERFLOWS(lane->sum[to], lane->sum[from], &sum))
            lane->sum[to] = sum;
        else if (!add_wide(sums, to, n_cell,
                           decimal_from_i128(lane->sum[from], lane->scale)))
            return false;
    }
    return from >= sums->cap_wide || decimal_is_zero(sums->wide[from]) ||
           add_wide(sums, to, n_cell, sums->wide[from]);
}

bool sums_total(const Sums *sums, uint32_t cell, Decimal *res)
{
    *res = cell < sums->cap_wide ? sums->wide[cell] : decimal_from_i64(0);
    for (uint32_t k = 0; k < sums->n_lane; k++) {
        const Lane *lane = &sums->lane[k];
        if (cell < lane->cap_word && lane->word[cell] != 0 &&
            !decimal_add(*res, decimal_make(lane->word[cell], lane->scale), res))
            return false;
        if (cell < lane->cap && lane->sum[cell] != 0 &&
            !decimal_add(*res, decimal_from_i128(lane->sum[cell], lane->scale), res))
            return false;
    }
    *res = decimal_trim(*res);
    return true;
}
