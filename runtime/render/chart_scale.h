/* The scale of an axis: round ticks around the values. */
#ifndef KOERS_RUNTIME_RENDER_CHART_SCALE_H
#define KOERS_RUNTIME_RENDER_CHART_SCALE_H

#include "runtime/algebra/format.h"

typedef struct {
    double lo, hi; /* ends of the axis, both ticks */
    int64_t first; /* tick i is (first + i) * mantissa * 10^exponent, exactly */
    int mantissa;  /* 1, 2 or 5 */
    int exponent;
    size_t n_tick; /* >= 2 */
} ChartScale;

/* Ticks that hold lo..hi, at most `most` (>= 2, but never fewer than are needed);
   `whole`: on whole numbers only. Finite values, lo <= hi. */
ChartScale chart_scale_make(double lo, double hi, size_t most, bool whole);
double chart_scale_tick(const ChartScale *scale, size_t i);
/* 0 at lo, 1 at hi. */
double chart_scale_place(const ChartScale *scale, double value);
/* The tick as the table prints such values, with the digits that the step needs; in
   millions (M) where the axis goes beyond ten of them, with a power of ten (2E15) where
   it goes beyond ten million of them. */
void chart_scale_add_label(StrBuf *sb, const FormatStyle *style, Type type,
                           const ChartScale *scale, size_t i);

#endif
