/* Steps are 1, 2 or 5 times a power of ten; the smallest that needs few enough ticks
   is taken. Labels are made from the exact decimal of a tick, not from a double. */
#include "runtime/render/chart_scale.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { EXPONENT_LEAST = -60, MILLION_DIGITS = 6 };

static const double tick_fuzz = 1e-9;   /* of a step: noise of doubles */
static const double steps_exact = 1e15; /* ticks further from 0 are not told apart */
static const double in_millions_from = 1e7;
static const double in_powers_from = 1e13;

static double step_of(const ChartScale *scale)
{
    return scale->mantissa * pow(10, scale->exponent);
}

/* Puts ticks around lo..hi with the step that the scale has. */
static void set_ticks(ChartScale *scale, double lo, double hi)
{
    double step = step_of(scale);
    double first = floor(lo / step + tick_fuzz);
    double last = ceil(hi / step - tick_fuzz);
    scale->first = (int64_t)first;
    scale->n_tick = (size_t)(last - first) + 1;
    scale->lo = first * step;
    scale->hi = last * step;
}

static void next_step(ChartScale *scale)
{
    scale->exponent += scale->mantissa == 5;
    scale->mantissa = scale->mantissa == 1 ? 2 : scale->mantissa == 2 ? 5 : 1;
}

ChartScale chart_scale_make(double lo, double hi, size_t most, bool whole)
{
    double far = fabs(lo) > fabs(hi) ? fabs(lo) : fabs(hi);
    if (hi - lo <= far / steps_exact) {
        lo = lo > 0 ? 0 : lo;
        hi = hi < 0 ? 0 : hi;
    }
    if (hi <= lo)
        hi = lo + 1;
    most = most < 2 ? 2 : most;
    ChartScale scale = {.mantissa = 1};
    scale.exponent = (int)floor(log10((hi - lo) / (double)most)) - 1;
    if (scale.exponent < EXPONENT_LEAST)
        scale.exponent = EXPONENT_LEAST;
    if (whole && scale.exponent < 0)
        scale.exponent = 0;
    while (far / step_of(&scale) > steps_exact)
        next_step(&scale);
    set_ticks(&scale, lo, hi);
    while (scale.n_tick > most && !(lo < 0 && hi > 0 && scale.n_tick <= 3)) {
        next_step(&scale);
        set_ticks(&scale, lo, hi);
    }
    return scale;
}

double chart_scale_tick(const ChartScale *scale, size_t i)
{
    return (double)(scale->first + (int64_t)i) * step_of(scale);
}

double chart_scale_place(const ChartScale *scale, double value)
{
    return (value - scale->lo) / (scale->hi - scale->lo);
}

void chart_scale_add_label(StrBuf *sb, const FormatStyle *style, Type type,
                           const ChartScale *scale, size_t i)
{
    double far = fmax(fabs(scale->lo), fabs(scale->hi));
    int64_t steps = (scale->first + (int64_t)i) * scale->mantissa;
    int exponent = scale->exponent;
    char suffix[16] = "";
    if (far >= in_powers_from && exponent > 0) {
        snprintf(suffix, sizeof suffix, "E%d", exponent);
        exponent = 0;
    } else if (far >= in_millions_from) {
        memcpy(suffix, "M", 2);
        exponent -= MILLION_DIGITS;
    }
    char text[40];
    int len = snprintf(text, sizeof text, "%lldE%d", (long long)steps, exponent);
    Decimal value;
    if (!decimal_parse(text, (size_t)len, &value))
        value = decimal_from_i64(0);
    int digits = type.unit.kind == UNIT_PERCENT ? -exponent - 2 : -exponent;
    format_tick(sb, style, type, value,
                (FormatTick){digits > 0 ? digits : 0, steps ? suffix : ""});
}
