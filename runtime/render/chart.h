/* What a chart shows, apart from how it is drawn: the values of an answer, sorted into
   panels, series and categories. Terminal and pages draw the same. */
#ifndef KOERS_RUNTIME_RENDER_CHART_H
#define KOERS_RUNTIME_RENDER_CHART_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"

/* A value of the answer. `exists` is false where no line holds the combination. `part`:
   it is not yet all that came of its period, for that is covered in part (`partial`) or
   to come (`ahead`). */
typedef struct {
    bool exists, empty, partial, ahead, part;
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
    bool has_parts; /* its series are parts of a whole: they may be stacked */
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

/* A bar of a list: bars stand in the order of the lines, so that `sort` keeps its
   meaning. */
typedef struct {
    const ChartPoint *point;
    size_t category, series;
} ChartBar;

/* The level after each step of a waterfall; the last is the total. */
typedef struct {
    Decimal *level;
    double lo, hi; /* with 0 */
    size_t n;
    bool overflow;
} ChartLevels;

/* The chart that result->chart asks for; total, subtotal and others lines and the
   totals of across are left out. NULL: none is asked for. `result` must outlive it. */
Chart *chart_new(const Result *result, const FormatStyle *style);
void chart_free(Chart *chart);
/* chart_values.c: what drawings share; all of it lives with the chart. */
bool chart_has_number(const ChartPoint *point);
Decimal chart_number(const Chart *chart, const ChartPoint *point);
/* `v` as a share of `of` (NULL: of nothing); empty where there is none. */
Value chart_share(const Chart *chart, const ChartPoint *v, const ChartPoint *of);
ChartBar *chart_list_bars(const Chart *chart, const ChartPanel *panel, size_t *n);
ChartLevels chart_levels(const Chart *chart, const ChartPoint *point);
/* Of the column that the series draws; FAN_NONE where a key makes the series. */
ColumnFan chart_fan(const Chart *chart, const ChartPanel *panel, size_t series);
/* Does some value cover its period in part; is one expected? */
bool chart_has_partial(const Chart *chart);
bool chart_has_ahead(const Chart *chart);
/* Ends of an axis for lo..hi: with 0 where shapes are filled or 0 is near. */
void chart_widen_to_zero(double *lo, double *hi, bool from_zero);
bool chart_is_whole(Type type); /* ticks on whole numbers only */

#endif
