/* Arithmetic: loops over 64-bit mantissas of one scale with overflow caught, and
   Decimals for the whole batch where a value does not fit. */
#include "runtime/algebra/eval_internal.h"

enum { SCALE_SAFE = 60 };

typedef bool (*DecimalOp)(Decimal a, Decimal b, Decimal *res);

/* Rows where an argument is empty hold any value. */
static bool each_wide(EvalRun *run, const Step *step, const Vector *arg, Vector *out,
                      DecimalOp op)
{
    Vector a = eval_widen(run, arg[0]);
    Vector b = eval_widen(run, arg[1]);
    eval_new(run, out, VEC_WIDE);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(out, i))
            continue;
        if (!op(a.v.wide[i], b.v.wide[i], &out->v.wide[i]))
            return eval_too_large(run, step);
    }
    return true;
}

EVAL_FUNCTION(add)
{
    eval_fit_all(run, arg, 2, VALUE_NUMBER);
    eval_valid_and(run, arg, 2, out);
    if (eval_align(run, arg, 2)) {
        int overflow = 0;
        out->scale = arg[0].scale;
        eval_new(run, out, VEC_I64);
        for (uint32_t i = 0; i < out->n; i++)
            overflow |= ADD_OVERFLOWS(arg[0].v.i64[i], arg[1].v.i64[i], &out->v.i64[i]);
        if (!overflow)
            return true;
    }
    return each_wide(run, step, arg, out, decimal_add);
}

/* Empty values as 0. */
static Vector filled(EvalRun *run, Vector vec)
{
    Vector out = {.n = vec.n, .scale = vec.scale};
    if (!vec.valid)
        return vec;
    eval_new(run, &out, vec.rep);
    for (uint32_t i = 0; i < vec.n; i++) {
        if (vec.rep == VEC_I64)
            out.v.i64[i] = vec.valid[i] ? vec.v.i64[i] : 0;
        else
            out.v.wide[i] = vec.valid[i] ? vec.v.wide[i] : decimal_from_i64(0);
    }
    return out;
}

/* What is not known counts nothing; empty where nothing is known. */
EVAL_FUNCTION(add_known)
{
    eval_fit_all(run, arg, 2, VALUE_NUMBER);
    Vector both[2] = {filled(run, arg[0]), filled(run, arg[1])};
    if (!eval_add(run, step, both, out))
        return false;
    if (!arg[0].valid || !arg[1].valid)
        return true;
    uint8_t *valid = eval_new_valid(run, out);
    for (uint32_t i = 0; i < out->n; i++)
        valid[i] = arg[0].valid[i] || arg[1].valid[i];
    return true;
}

EVAL_FUNCTION(subtract)
{
    eval_fit_all(run, arg, 2, VALUE_NUMBER);
    eval_valid_and(run, arg, 2, out);
    if (eval_align(run, arg, 2)) {
        int overflow = 0;
        out->scale = arg[0].scale;
        eval_new(run, out, VEC_I64);
        for (uint32_t i = 0; i < out->n; i++)
            overflow |= SUB_OVERFLOWS(arg[0].v.i64[i], arg[1].v.i64[i], &out->v.i64[i]);
        if (!overflow)
            return true;
    }
    return each_wide(run, step, arg, out, decimal_sub);
}

static bool multiply_rounded(Decimal a, Decimal b, Decimal *res)
{
    if (!decimal_mul(a, b, res))
        return false;
    *res = decimal_round(*res, DECIMAL_QUOTIENT_SCALE);
    return true;
}

static bool multiply_narrow(EvalRun *run, const Vector *arg, int32_t scale_max,
                            Vector *out)
{
    if (arg[0].rep != VEC_I64 || arg[1].rep != VEC_I64 ||
        arg[0].scale + arg[1].scale > scale_max)
        return false;
    int overflow = 0;
    out->scale = arg[0].scale + arg[1].scale;
    eval_new(run, out, VEC_I64);
    for (uint32_t i = 0; i < out->n; i++)
        overflow |= MUL_OVERFLOWS(arg[0].v.i64[i], arg[1].v.i64[i], &out->v.i64[i]);
    return !overflow;
}

EVAL_FUNCTION(multiply)
{
    const Expr *expr = step->expr;
    bool rounded = expr->arg[0]->type.quotient || expr->arg[1]->type.quotient;
    eval_fit_all(run, arg, 2, VALUE_NUMBER);
    eval_valid_and(run, arg, 2, out);
    if (multiply_narrow(run, arg, rounded ? DECIMAL_QUOTIENT_SCALE : SCALE_SAFE, out))
        return true;
    out->scale = 0;
    return each_wide(run, step, arg, out, rounded ? multiply_rounded : decimal_mul);
}

static bool is_zero_at(const Vector *vec, uint32_t row)
{
    return vec->rep == VEC_I64 ? vec->v.i64[row] == 0
                               : decimal_is_zero(vec->v.wide[row]);
}

/* Empty where the divisor is 0, too. */
static void valid_divisor(EvalRun *run, const Vector *arg, Vector *out)
{
    eval_valid_and(run, arg, 2, out);
    const uint8_t *valid = out->valid;
    bool found = false;
    for (uint32_t i = 0; i < out->n && !found; i++)
        found = (!valid || valid[i]) && is_zero_at(&arg[1], i);
    if (!found)
        return;
    uint8_t *own = eval_new_valid(run, out);
    for (uint32_t i = 0; i < out->n; i++)
        own[i] = (!valid || valid[i]) && !is_zero_at(&arg[1], i);
}

static UInt128 magnitude(int64_t v)
{
    return v < 0 ? (UInt128)0 - (UInt128)v : (UInt128)v;
}

/* |a| * factor / |b|, half away from zero, with the sign; exact ones without trailing
   zeros. false: the product does not fit 127 bits. */
static bool divide_scaled(int64_t a, int64_t b, UInt128 factor, Decimal *res)
{
    UInt128 over;
    UInt128 under = magnitude(b);
    if (MUL_OVERFLOWS(magnitude(a), factor, &over) || over >> 126)
        return false;
    UInt128 quotient = over / under;
    UInt128 rest = over - quotient * under;
    int scale = DECIMAL_QUOTIENT_SCALE;
    if (rest >= under - rest)
        quotient++;
    while (rest == 0 && scale > 0 && quotient % 10 == 0) {
        quotient /= 10;
        scale = quotient ? scale - 1 : 0;
    }
    Int128 m = (Int128)quotient;
    *res = decimal_from_i128((a < 0) != (b < 0) ? -m : m, scale);
    return true;
}

static bool divide_narrow(EvalRun *run, const Step *step, const Vector *arg,
                          Vector *out)
{
    int shift = DECIMAL_QUOTIENT_SCALE + arg[1].scale - arg[0].scale;
    enum { SHIFT_MAX = 36 };
    if (arg[0].rep != VEC_I64 || arg[1].rep != VEC_I64 || shift < 0 ||
        shift > SHIFT_MAX)
        return each_wide(run, step, arg, out, decimal_div);
    UInt128 factor =
        (UInt128)eval_pow10(shift / 2) * (UInt128)eval_pow10(shift - shift / 2);
    eval_new(run, out, VEC_WIDE);
    for (uint32_t i = 0; i < out->n; i++) {
        Decimal *res = &out->v.wide[i];
        if (vector_is_empty(out, i) ||
            divide_scaled(arg[0].v.i64[i], arg[1].v.i64[i], factor, res))
            continue;
        if (!decimal_div(vector_decimal(&arg[0], i), vector_decimal(&arg[1], i), res))
            return eval_too_large(run, step);
    }
    return true;
}

EVAL_FUNCTION(divide)
{
    eval_fit_all(run, arg, 2, VALUE_NUMBER);
    valid_divisor(run, arg, out);
    if (!divide_narrow(run, step, arg, out))
        return false;
    eval_narrow(run, out);
    return true;
}

static bool mod_narrow(EvalRun *run, const Vector *arg, Vector *out)
{
    out->scale = arg[0].scale;
    eval_new(run, out, VEC_I64);
    for (uint32_t i = 0; i < out->n; i++) {
        int64_t a = arg[0].v.i64[i];
        int64_t b = arg[1].v.i64[i];
        if (vector_is_empty(out, i) || b == -1) {
            out->v.i64[i] = 0;
            continue;
        }
        int64_t rest = a % b;
        out->v.i64[i] = rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
    }
    return true;
}

EVAL_FUNCTION(mod)
{
    eval_fit_all(run, arg, 2, VALUE_NUMBER);
    valid_divisor(run, arg, out);
    if (eval_align(run, arg, 2))
        return mod_narrow(run, arg, out);
    return each_wide(run, step, arg, out, decimal_mod);
}

/* ---- of one number -------------------------------------------------------- */

typedef Decimal (*DecimalFn)(Decimal v);

static Decimal decimal_abs(Decimal v)
{
    return decimal_sign(v) < 0 ? decimal_negate(v) : v;
}

static bool map_wide(EvalRun *run, const Vector *arg, Vector *out, DecimalFn fn)
{
    Vector a = eval_widen(run, arg[0]);
    eval_new(run, out, VEC_WIDE);
    for (uint32_t i = 0; i < out->n; i++) {
        if (!vector_is_empty(out, i))
            out->v.wide[i] = fn(a.v.wide[i]);
    }
    eval_narrow(run, out);
    return true;
}

EVAL_FUNCTION(negate)
{
    (void)step;
    arg[0] = eval_fit(run, arg[0], VALUE_NUMBER);
    out->valid = arg[0].valid;
    if (arg[0].rep == VEC_I64) {
        int overflow = 0;
        out->scale = arg[0].scale;
        eval_new(run, out, VEC_I64);
        for (uint32_t i = 0; i < out->n; i++)
            overflow |= SUB_OVERFLOWS((int64_t)0, arg[0].v.i64[i], &out->v.i64[i]);
        if (!overflow)
            return true;
    }
    return map_wide(run, arg, out, decimal_negate);
}

EVAL_FUNCTION(abs)
{
    (void)step;
    arg[0] = eval_fit(run, arg[0], VALUE_NUMBER);
    out->valid = arg[0].valid;
    if (arg[0].rep == VEC_I64) {
        bool overflow = false;
        out->scale = arg[0].scale;
        eval_new(run, out, VEC_I64);
        for (uint32_t i = 0; i < out->n; i++) {
            int64_t v = arg[0].v.i64[i];
            overflow |= v == INT64_MIN;
            out->v.i64[i] = v < 0 && v != INT64_MIN ? -v : v;
        }
        if (!overflow)
            return true;
    }
    return map_wide(run, arg, out, decimal_abs);
}

/* Whole part and rest of a 64-bit mantissa, the rest never negative. */
static int64_t floor_mantissa(int64_t v, int64_t unit, int64_t *rest)
{
    int64_t q = v / unit;
    *rest = v % unit;
    if (*rest < 0) {
        *rest += unit;
        q--;
    }
    return q;
}

static bool whole_narrow(EvalRun *run, const Vector *arg, Vector *out, bool up)
{
    if (arg[0].rep != VEC_I64 || arg[0].scale > 18)
        return false;
    int64_t unit = eval_pow10(arg[0].scale);
    eval_new(run, out, VEC_I64);
    for (uint32_t i = 0; i < out->n; i++) {
        int64_t rest;
        int64_t q = floor_mantissa(arg[0].v.i64[i], unit, &rest);
        out->v.i64[i] = up && rest ? q + 1 : q;
    }
    return true;
}

EVAL_FUNCTION(floor)
{
    (void)step;
    arg[0] = eval_fit(run, arg[0], VALUE_NUMBER);
    out->valid = arg[0].valid;
    return whole_narrow(run, arg, out, false) || map_wide(run, arg, out, decimal_floor);
}

EVAL_FUNCTION(ceil)
{
    (void)step;
    arg[0] = eval_fit(run, arg[0], VALUE_NUMBER);
    out->valid = arg[0].valid;
    return whole_narrow(run, arg, out, true) || map_wide(run, arg, out, decimal_ceil);
}

/* Digits after the point that a value asks for: a whole number, else cut to one. */
static int digits_of(Decimal d)
{
    int64_t digits;
    enum { DIGITS_MAX = 76 };
    Decimal whole = decimal_sign(d) < 0 ? decimal_ceil(d) : decimal_floor(d);
    if (!decimal_to_i64(whole, &digits) || digits > DIGITS_MAX)
        return decimal_sign(d) < 0 ? -DIGITS_MAX : DIGITS_MAX;
    return digits < -DIGITS_MAX ? -DIGITS_MAX : (int)digits;
}

/* Rounds mantissas where all rows ask for the same digits after the point. */
static bool round_narrow(EvalRun *run, const Step *step, const Vector *arg, Vector *out)
{
    bool same = step->n_arg == 1 || run->program->step[step->arg[1]].is_constant;
    if (!same || arg[0].rep != VEC_I64 || out->n == 0)
        return false;
    int digits = step->n_arg > 1 && !vector_is_empty(&arg[1], 0)
                     ? digits_of(vector_decimal(&arg[1], 0))
                     : 0;
    int drop = arg[0].scale - digits;
    if (digits < 0 || drop > 18)
        return false;
    int64_t unit = eval_pow10(drop > 0 ? drop : 0);
    out->scale = drop > 0 ? digits : arg[0].scale;
    eval_new(run, out, VEC_I64);
    for (uint32_t i = 0; i < out->n; i++) {
        int64_t q = arg[0].v.i64[i] / unit;
        int64_t rest = arg[0].v.i64[i] % unit;
        if (rest < 0)
            out->v.i64[i] = rest <= -(unit - unit / 2) ? q - 1 : q;
        else
            out->v.i64[i] = rest && rest >= unit - unit / 2 ? q + 1 : q;
    }
    return true;
}

EVAL_FUNCTION(round)
{
    eval_fit_all(run, arg, step->n_arg, VALUE_NUMBER);
    eval_valid_and(run, arg, step->n_arg, out);
    if (round_narrow(run, step, arg, out))
        return true;
    Vector a = eval_widen(run, arg[0]);
    eval_new(run, out, VEC_WIDE);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(out, i))
            continue;
        int digits = step->n_arg > 1 ? digits_of(vector_decimal(&arg[1], i)) : 0;
        out->v.wide[i] = decimal_round(a.v.wide[i], digits);
    }
    eval_narrow(run, out);
    return true;
}
