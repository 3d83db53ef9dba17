/* From states to values. Means, variances and deviations are computed from exact sums
   with one division or root at the end, kept to 20 digits after the point. */
#include "runtime/algebra/cells_internal.h"

#include <string.h>

static int64_t count_of(const State *state, uint32_t cell)
{
    return cell < state->cap_count ? state->count[cell] : 0;
}

static void set_number(Value *out, Decimal d)
{
    out->empty = false;
    out->as.number = d;
}

static bool finish_sum(const State *state, uint32_t cell, Value *out)
{
    out->empty = false;
    return sums_total(&state->sum, cell, &out->as.number);
}

static bool finish_mean(const State *state, uint32_t cell, Value *out)
{
    int64_t n = count_of(state, cell);
    Decimal sum;
    if (n == 0)
        return true;
    out->empty = false;
    return sums_total(&state->sum, cell, &sum) &&
           decimal_div(sum, decimal_from_i64(n), &out->as.number);
}

/* ---- variance ------------------------------------------------------------- */

/* The sample variance as numerator and divisor: (n Σx² - (Σx)²) / (n (n - 1)). */
static bool variance_parts(const Moments *m, Decimal *over, Decimal *under)
{
    Decimal n = decimal_from_i64(m->n);
    Decimal sum;
    Decimal squares;
    return decimal_mul(n, m->square, &squares) && decimal_mul(m->sum, m->sum, &sum) &&
           decimal_sub(squares, sum, over) &&
           decimal_mul(n, decimal_from_i64(m->n - 1), under);
}

/* The largest r with r * r <= v: Newton's method from above. */
static Wide root_floor(Wide v)
{
    if (wide_sign(v) <= 0)
        return wide_from_i64(0);
    int digits = 0;
    while (digits < 76 && wide_compare(wide_pow10(digits), v) <= 0)
        digits++;
    Wide root = wide_pow10((digits + 1) / 2);
    for (;;) {
        Wide q;
        Wide rest;
        Wide sum;
        wide_divmod(v, root, &q, &rest);
        if (!wide_add(root, q, &sum))
            return root;
        wide_divmod(sum, wide_from_i64(2), &q, &rest);
        if (wide_compare(q, root) >= 0)
            return root;
        root = q;
    }
}

/* True when the root of (whole + rest / under) is at least half a unit above r. */
static bool rounds_up(Wide whole, Wide rest, Wide under, Wide r)
{
    Wide square;
    Wide above;
    if (!wide_mul(r, r, &square) || !wide_sub(whole, square, &above))
        return false;
    int order = wide_compare(above, r);
    Wide four;
    if (order != 0 || !wide_mul(rest, wide_from_i64(4), &four))
        return order > 0;
    return wide_compare(four, under) >= 0;
}

/* The root of over / under (a whole number) with `digits` digits; false: too many. */
static bool root_with(Decimal over, Wide under, int digits, Decimal *res)
{
    int shift = 2 * digits - over.scale;
    Wide whole;
    Wide rest;
    if (shift < 0 || shift > 76 || !wide_mul(over.m, wide_pow10(shift), &over.m))
        return false;
    wide_divmod(over.m, under, &whole, &rest);
    Wide root = root_floor(whole);
    if (rounds_up(whole, rest, under, root) && !wide_add(root, wide_from_i64(1), &root))
        return false;
    *res = decimal_trim((Decimal){root, digits});
    return true;
}

/* As many of 20 digits as 76 digits leave room for. */
static bool root_of(Decimal over, Decimal under, Decimal *res)
{
    for (int digits = DECIMAL_QUOTIENT_SCALE; digits >= 0; digits--) {
        if (root_with(over, under.m, digits, res))
            return true;
    }
    return false;
}

bool moments_finish(const Moments *m, AggFn fn, Value *out)
{
    Decimal over;
    Decimal under;
    *out = (Value){.empty = m->n < 2};
    if (out->empty)
        return true;
    if (!variance_parts(m, &over, &under))
        return false;
    if (fn == AGG_STDDEV)
        return root_of(over, decimal_trim(under), &out->as.number);
    return decimal_div(over, under, &out->as.number);
}

static bool finish_variance(const State *state, uint32_t cell, Value *out)
{
    Moments m = {.n = count_of(state, cell)};
    return m.n < 2 || (sums_total(&state->sum, cell, &m.sum) &&
                       sums_total(&state->square, cell, &m.square) &&
                       moments_finish(&m, state->spec.fn, out));
}

/* ---- bags ----------------------------------------------------------------- */

/* The pairs of one cell, in order of value. */
typedef struct {
    const Bag *bag;
    uint32_t first, end;
    uint64_t n; /* values, with repetitions */
} Slice;

static Slice slice_of(State *state, uint32_t n_cell, uint32_t cell)
{
    Slice slice = {.bag = &state->bag};
    if (cell >= n_cell)
        return slice;
    bag_slice(&state->bag, n_cell, cell, &slice.first, &slice.end);
    for (uint32_t i = slice.first; i < slice.end; i++)
        slice.n += slice.bag->pair[slice.bag->order[i]].n;
    return slice;
}

static Value pair_value(const Slice *slice, uint32_t i)
{
    const Pair *pair = &slice->bag->pair[slice->bag->order[i]];
    return key_dict_value(slice->bag->dict, (uint32_t)pair->key);
}

/* Value number `at` (from 0) of a slice that has more. */
static Value value_at(const void *self, uint64_t at)
{
    const Slice *slice = self;
    uint32_t i = slice->first;
    for (uint64_t n; i + 1 < slice->end; i++, at -= n) {
        n = slice->bag->pair[slice->bag->order[i]].n;
        if (at < n)
            break;
    }
    return pair_value(slice, i);
}

/* Between two neighbours: low + (high - low) * part. Of what is no number, low. */
static bool between(Type type, const Ordered *in, uint64_t at, Decimal part, Value *out)
{
    *out = in->value(in->self, at);
    if (type.kind != VALUE_NUMBER || decimal_is_zero(part))
        return true;
    Decimal low = out->as.number;
    Decimal step;
    if (!decimal_sub(in->value(in->self, at + 1).as.number, low, &step) ||
        !decimal_mul(step, part, &step))
        return false;
    if (type.quotient)
        step = decimal_round(step, DECIMAL_QUOTIENT_SCALE);
    return decimal_add(low, step, &out->as.number);
}

/* The middle value, or the mean of the two in the middle. */
static bool finish_median(Type type, const Ordered *in, Value *out)
{
    *out = in->value(in->self, (in->n - 1) / 2);
    if (type.kind != VALUE_NUMBER || in->n % 2)
        return true;
    Decimal sum;
    return decimal_add(out->as.number, in->value(in->self, in->n / 2).as.number,
                       &sum) &&
           decimal_div(sum, decimal_from_i64(2), &out->as.number);
}

bool ordered_finish(const StateSpec *spec, const Ordered *in, Value *out)
{
    Decimal place;
    Decimal part;
    int64_t at;
    *out = (Value){.empty = true};
    if (in->n == 0)
        return true;
    if (spec->fn == AGG_MEDIAN)
        return finish_median(spec->type, in, out);
    if (!decimal_mul(spec->p, decimal_from_i64((int64_t)in->n - 1), &place) ||
        !decimal_to_i64(decimal_floor(place), &at) ||
        !decimal_sub(place, decimal_floor(place), &part))
        return false;
    return between(spec->type, in, (uint64_t)at, part, out);
}

/* The first value that is there, from one end or the other. */
static void finish_extreme(const State *state, const Slice *slice, Intern *pool,
                           Value *out)
{
    bool from_end = state->spec.fn == AGG_MAX;
    for (uint32_t i = slice->first; i < slice->end && out->empty; i++) {
        uint32_t at = from_end ? slice->first + (slice->end - 1 - i) : i;
        if (slice->bag->pair[slice->bag->order[at]].n)
            *out = pair_value(slice, at);
    }
    if (out->empty || state->spec.type.kind != VALUE_TEXT)
        return;
    uint32_t code = intern_add(pool, out->as.text.text, out->as.text.len);
    out->as.text.text = intern_text(pool, code).text;
}

static void finish_list(const State *state, const Slice *slice, Intern *pool,
                        Value *out)
{
    StrBuf sb;
    if (slice->n == 0)
        return;
    strbuf_init(&sb);
    bool any = false;
    for (uint32_t i = slice->first; i < slice->end; i++) {
        if (!slice->bag->pair[slice->bag->order[i]].n)
            continue;
        if (any)
            strbuf_adds(&sb, ", ");
        any = true;
        value_print(&sb, state->spec.type, pair_value(slice, i));
    }
    Text text = intern_text(pool, intern_add(pool, sb.text, sb.len));
    out->empty = false;
    out->as.text.text = text.text;
    out->as.text.len = text.len;
    strbuf_release(&sb);
}

static void finish_held(const State *state, uint32_t cell, Intern *pool, Value *out)
{
    *out = holder_value(&state->value, cell);
    if (out->empty || state->spec.type.kind != VALUE_TEXT)
        return;
    uint32_t code = intern_add(pool, out->as.text.text, out->as.text.len);
    out->as.text.text = intern_text(pool, code).text;
}

static bool finish_bag(State *state, const Slice *slice, Intern *pool, Value *out)
{
    if (state->spec.fn == AGG_TEXT_LIST) {
        finish_list(state, slice, pool, out);
        return true;
    }
    if (state->spec.fn == AGG_MIN || state->spec.fn == AGG_MAX) {
        finish_extreme(state, slice, pool, out);
        return true;
    }
    Ordered in = {slice->n, value_at, slice};
    return ordered_finish(&state->spec, &in, out);
}

bool cells_finish(const Cells *cells, uint32_t cell, uint32_t index, Intern *pool,
                  Value *out)
{
    State *state = &cells->state[index];
    *out = (Value){.empty = true};
    if (state_is_bag(&state->spec) && state->spec.fn != AGG_COUNT_DISTINCT) {
        Slice slice = slice_of(state, cells->n_cell, cell);
        return finish_bag(state, &slice, pool, out);
    }
    switch (state->spec.fn) {
    case AGG_SUM:
        return finish_sum(state, cell, out);
    case AGG_COUNT:
        set_number(out, decimal_from_i64(count_of(state, cell)));
        return true;
    case AGG_COUNT_DISTINCT:
        set_number(out, decimal_from_i64(cell < state->bag.cap_distinct
                                             ? state->bag.distinct[cell]
                                             : 0));
        return true;
    case AGG_AVG:
        return finish_mean(state, cell, out);
    case AGG_VARIANCE:
    case AGG_STDDEV:
        return finish_variance(state, cell, out);
    case AGG_MIN:
    case AGG_MAX:
    case AGG_FIRST:
    case AGG_LAST:
        finish_held(state, cell, pool, out);
        return true;
    case AGG_MEDIAN:
    case AGG_PERCENTILE:
    case AGG_TEXT_LIST:
        break;
    }
    UNREACHABLE("aggregate");
}
