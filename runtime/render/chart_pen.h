/* Inside the drawing of charts in characters: lines, labels and colours. */
#ifndef KOERS_RUNTIME_RENDER_CHART_PEN_H
#define KOERS_RUNTIME_RENDER_CHART_PEN_H

#include "runtime/render/chart.h"
#include "runtime/render/chart_scale.h"
#include "runtime/render/grid.h"
#include "runtime/render/table.h"

typedef struct {
    Sink *sink;
    StrBuf *sb; /* of the sink */
    const Chart *chart;
    const TableStyle *style;
    size_t width;
    bool ascii;
    Grid grid;
    StrBuf raw, cell;
    size_t start; /* of the line being written */
} ChartPen;

enum { PEN_COLOURS = 6, PEN_FAINT = -1, PEN_BOLD = -2, PEN_NEGATIVE = -3 };

/* What follows is in colour `index` (modulo PEN_COLOURS), until pen_plain. */
void pen_colour(ChartPen *pen, int index);
void pen_plain(ChartPen *pen);
/* `utf8` on terminals that can, else `ascii`. */
const char *pen_sign(const ChartPen *pen, const char *utf8, const char *ascii);
void pen_repeat(ChartPen *pen, const char *sign, size_t times);
/* `text` in exactly `width` cells. */
void pen_label(ChartPen *pen, const char *text, size_t width, bool right);
/* The value of a point as the table prints it, into pen->cell. */
void pen_make_value(ChartPen *pen, const ChartPoint *point);
/* Ends a line; blanks at its end are dropped. */
void pen_end_line(ChartPen *pen);
/* A line of text, wrapped. */
void pen_note(ChartPen *pen, const char *format, ...) PRINTF_LIKE(2, 3);
size_t pen_text_width(const char *text);
/* The widest of `n` texts, at most `most`. */
size_t pen_widest(const char *const *text, size_t n, size_t most);

/* Cells left for bars when the columns before them take `taken`. Too wide ones give:
   first `label`, then `value`, so that PEN_BAR_LEAST are left. */
enum { PEN_BAR_LEAST = 8, PEN_TEXT_LEAST = 8 };
size_t pen_room(const ChartPen *pen, size_t taken, size_t *label, size_t *value);

/* chart_bars.c */
void chart_draw_bars(ChartPen *pen, const ChartPanel *panel);
/* chart_steps.c */
void chart_draw_funnel(ChartPen *pen, const ChartPanel *panel);
void chart_draw_waterfall(ChartPen *pen, const ChartPanel *panel);
/* chart_line.c */
void chart_draw_line(ChartPen *pen, const ChartPanel *panel);
/* chart_columns.c: columns and areas, one plot per series */
void chart_draw_columns(ChartPen *pen, const ChartPanel *panel);
/* chart_heatmap.c */
void chart_draw_heatmap(ChartPen *pen, const ChartPanel *panel);
/* chart_bullets.c: a bar to what is, a mark at what was wanted */
void chart_draw_bullets(ChartPen *pen, const ChartPanel *panel);
/* chart_text.c: a line of signs for each series */
void chart_draw_sparklines(ChartPen *pen, const ChartPanel *panel);

/* chart_axis.c: ticks on the left, categories below. */
typedef struct {
    ChartScale scale;
    Type type;
    size_t label; /* cells of the widest tick label */
    size_t width; /* cells of the plot */
} ChartAxis;

/* The axis for lo..hi; `most` ticks. The plot gets the rest of the width. */
ChartAxis chart_axis_make(ChartPen *pen, const ChartPanel *panel, bool from_zero,
                          size_t most);
/* The left of one line of the plot: a tick's label, or without one (SIZE_MAX). */
void chart_axis_left(ChartPen *pen, const ChartAxis *axis, size_t tick);
/* The line under the plot. */
void chart_axis_bottom(ChartPen *pen, const ChartAxis *axis, size_t tick);
/* Labels of the first `n` categories; the middle of label i is at cell place[i]. */
void chart_axis_labels(ChartPen *pen, const ChartAxis *axis, const size_t *place,
                       size_t n);

#endif
