/* Roots, logarithms and powers through double, taken as 17-digit decimals at once, and
   band(). */
#include "runtime/algebra/eval_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The 17-digit decimal of v; false for what is no number, which makes it empty. */
static bool take_real(double v, Decimal *res, bool *too_large)
{
    char text[40];
    *too_large = false;
    if (!isfinite(v))
        return false;
    int len = snprintf(text, sizeof text, "%.17g", v);
    /* Nearer to 0 than 76 digits can tell. */
    if (fabs(v) < 1e-50)
        *res = decimal_from_i64(0);
    else if (!decimal_parse(text, (size_t)len, res))
        *too_large = true;
    return !*too_large;
}

static double apply_real(FnId fn, double x)
{
    if (fn == FN_SQRT)
        return x < 0 ? (double)NAN : sqrt(x);
    if (fn == FN_LN)
        return x <= 0 ? (double)NAN : log(x);
    return exp(x);
}

static bool store_real(EvalRun *run, const Step *step, Vector *out, uint32_t row,
                       double v)
{
    bool too_large;
    out->valid[row] = take_real(v, &out->v.wide[row], &too_large);
    return !too_large || eval_too_large(run, step);
}

EVAL_FUNCTION(real)
{
    arg[0] = eval_fit(run, arg[0], VALUE_NUMBER);
    eval_new(run, out, VEC_WIDE);
    memset(eval_new_valid(run, out), 0, out->n);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(&arg[0], i))
            continue;
        double x = decimal_to_double(vector_decimal(&arg[0], i));
        if (!store_real(run, step, out, i, apply_real(step->expr->as.fn, x)))
            return false;
    }
    return true;
}

EVAL_FUNCTION(power)
{
    eval_fit_all(run, arg, 2, VALUE_NUMBER);
    eval_new(run, out, VEC_WIDE);
    memset(eval_new_valid(run, out), 0, out->n);
    for (uint32_t i = 0; i < out->n; i++) {
        if (vector_is_empty(&arg[0], i) || vector_is_empty(&arg[1], i))
            continue;
        double x = decimal_to_double(vector_decimal(&arg[0], i));
        double y = decimal_to_double(vector_decimal(&arg[1], i));
        if (!store_real(run, step, out, i, pow(x, y)))
            return false;
    }
    return true;
}

/* ---- bands ---------------------------------------------------------------- */

/* Texts of the last bands met: neighbouring rows mostly fall into few. */
enum { BAND_CACHE = 64 };

typedef struct {
    Decimal low;
    uint32_t code;
    bool used;
} BandText;

typedef struct {
    EvalRun *run;
    const Step *step;
    const Vector *arg;
    Vector *out;
    BandText cache[BAND_CACHE];
} Bands;

/* low..high with an open end where a pointer is NULL. */
static uint32_t band_code(EvalRun *run, const Decimal *low, const Decimal *high)
{
    StrBuf sb;
    strbuf_init(&sb);
    if (low)
        decimal_print(&sb, *low);
    strbuf_adds(&sb, "..");
    if (high)
        decimal_print(&sb, *high);
    uint32_t code = intern_add(run->pool, sb.text, sb.len);
    strbuf_release(&sb);
    return code;
}

static bool width_band(Bands *b, uint32_t row)
{
    Decimal x = vector_decimal(&b->arg[0], row);
    Decimal width = vector_decimal(&b->arg[1], row);
    Decimal rest;
    Decimal low;
    Decimal high;
    b->out->valid[row] = decimal_sign(width) > 0;
    if (!b->out->valid[row])
        return true;
    if (!decimal_mod(x, width, &rest) || !decimal_sub(x, rest, &low) ||
        !decimal_add(low, width, &high))
        return eval_too_large(b->run, b->step);
    low = decimal_trim(low);
    BandText *known = &b->cache[low.m.limb[0] % BAND_CACHE];
    bool same = known->used && known->low.scale == low.scale &&
                wide_compare(known->low.m, low.m) == 0 &&
                b->run->program->step[b->step->arg[1]].is_constant;
    if (!same)
        *known = (BandText){low, band_code(b->run, &low, &high), true};
    b->out->v.code[row] = known->code;
    return true;
}

/* The text between the last edge at or below x and the next one. */
static void edge_band(Bands *b, uint32_t row)
{
    Decimal x = vector_decimal(&b->arg[0], row);
    Decimal edge[2];
    uint32_t n = b->step->n_arg - 1;
    uint32_t at = 0;
    while (at < n && !vector_is_empty(&b->arg[at + 1], row)) {
        edge[at % 2] = vector_decimal(&b->arg[at + 1], row);
        if (decimal_compare(x, edge[at % 2]) < 0)
            break;
        at++;
    }
    b->out->valid[row] = at == n || !vector_is_empty(&b->arg[at + 1], row);
    if (!b->out->valid[row])
        return;
    b->out->v.code[row] = band_code(b->run, at > 0 ? &edge[(at - 1) % 2] : NULL,
                                    at < n ? &edge[at % 2] : NULL);
}

EVAL_FUNCTION(band)
{
    Bands b = {.run = run, .step = step, .arg = arg, .out = out};
    eval_fit_all(run, arg, step->n_arg, VALUE_NUMBER);
    eval_new(run, out, VEC_CODE);
    memset(eval_new_valid(run, out), 0, out->n);
    for (uint32_t i = 0; i < out->n; i++) {
        out->v.code[i] = 0;
        if (vector_is_empty(&arg[0], i))
            continue;
        if (step->n_arg > 2)
            edge_band(&b, i);
        else if (!vector_is_empty(&arg[1], i) && !width_band(&b, i))
            return false;
    }
    return true;
}
