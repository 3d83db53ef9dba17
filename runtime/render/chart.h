/* What a chart shows, apart from how it is drawn: the values of an answer, sorted into
   panels, series and categories. Terminal and pages draw the same. */
#ifndef KOERS_RUNTIME_RENDER_CHART_H
#define KOERS_RUNTIME_RENDER_CHART_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"

/* A value of the answer. `exists` is false where no line holds the combination. */
typedef struct {
    bool exists, empty, partial;
    double value; /* 0 where empty */
    uint32_t row; /* its place in the answer */
    size_t column;
} ChartPoint;

typedef struct {
    const char *name;  /* "" when there is one series only */
    ChartPoint *point; /* one per category */
} ChartSeries;

/* Values of one unit on one scale. */
typedef struct {
    const char *title;
    Type type;
    ChartSeries *series;
    size_t n_series;
    double lo, hi; /* of the values; 0 where there is none */
    size_t n_value;
} ChartPanel;

typedef struct {
    Arena *arena;
    ChartKind kind;
    const Result *result;
    const char **category; /* labels, safe for a terminal, in order along the axis */
    uint8_t *partial;      /* 1 where every value of the category is */
    size_t n_category;
    ChartPanel *panel;
    size_t n_panel;
    const char **note; /* what is not drawn */
    size_t n_note;
} Chart;

enum { CHART_LINE_MAX = 20000, CHART_CATEGORY_MAX = 4000, CHART_SERIES_MAX = 64 };

/* The chart that result->chart asks for; total, subtotal and others lines and the
   totals of across are left out. NULL: none is asked for. `result` must outlive it. */
Chart *chart_new(const Result *result, const FormatStyle *style);
void chart_free(Chart *chart);

#endif
