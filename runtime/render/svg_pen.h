/* Inside the drawing of charts as SVG: elements, labels, axes. Lengths are units of the
   viewBox, which are pixels where the drawing is not scaled. */
#ifndef KOERS_RUNTIME_RENDER_SVG_PEN_H
#define KOERS_RUNTIME_RENDER_SVG_PEN_H

#include "runtime/render/chart.h"
#include "runtime/render/chart_scale.h"
#include "runtime/render/grid.h"
#include "runtime/render/svg.h"

typedef struct {
    StrBuf *sb;
    const Chart *chart;
    const SvgStyle *style;
    Grid grid;
    double width;
    bool narrow;
    double y; /* where the next part begins */
    StrBuf cell, tip;
} SvgPen;

enum { SVG_LINE = 18, SVG_COLOURS = 8, SVG_GAP = 9, SVG_BARS_MOST = 60 };

typedef struct {
    double x, y, w, h; /* of a line: to (x + w, y + h) */
} SvgBox;

typedef enum { SVG_START, SVG_MIDDLE, SVG_END } SvgAnchor;

typedef struct {
    double x, y;
    SvgAnchor anchor;
    double room; /* longer texts are cut; 0: no limit */
    const char *class;
} SvgPlace;

/* A number with at most one digit after the point. */
void svg_number(StrBuf *sb, double v);
/* Text as it may stand in an element. */
void svg_text_safe(StrBuf *sb, const char *text);
/* An estimate: nothing here knows the font. */
double svg_text_width(const char *text);
double svg_widest(const char *const *text, size_t n, double most);
double svg_widest_series(const ChartPanel *panel, double most);

/* `tip` NULL: the mark says nothing. */
void svg_rect(SvgPen *pen, const char *class, SvgBox box, const char *tip);
/* In the colour of what it stands in, as strong as `percent` says. */
void svg_shade(SvgPen *pen, const char *class, SvgBox box, int percent,
               const char *tip);
void svg_line(SvgPen *pen, const char *class, SvgBox line);
/* A point: the middle of the box is at (x, y), w is its radius. */
void svg_point(SvgPen *pen, const char *class, SvgBox point, const char *tip);
/* A step of a path: M or L, and where to. */
void svg_step(SvgPen *pen, char step, double x, double y);
void svg_label(SvgPen *pen, SvgPlace place, const char *text);
/* The class of series `i`: s0, s1, ... */
const char *svg_series_class(size_t i);

/* The value of a point as the table prints it, into pen->cell. */
void svg_make_value(SvgPen *pen, const ChartPoint *point);
/* What a mark says, in pen->tip; NULL where marks are silent. */
const char *svg_make_tip(SvgPen *pen, const ChartPanel *panel, size_t series,
                         size_t category);
/* A line of text below, as `3 more bars are in the table`. */
void svg_note(SvgPen *pen, const char *format, ...) PRINTF_LIKE(2, 3);
/* Names of the series with their colours, over the plot. */
void svg_legend(SvgPen *pen, const ChartPanel *panel, size_t n);

/* svg_axis.c: a plot with ticks on the left and categories below. */
typedef struct {
    ChartScale scale;
    double left, top, width, height; /* of the plot */
} SvgPlot;

typedef struct {
    double lo, hi;
    bool from_zero;
    double right; /* room for labels at the right */
} SvgPlotAsk;

SvgPlot svg_plot_make(SvgPen *pen, const ChartPanel *panel, SvgPlotAsk ask);
double svg_plot_y(const SvgPlot *plot, double value);
/* The lines of the ticks and their labels. */
void svg_plot_ticks(SvgPen *pen, const ChartPanel *panel, const SvgPlot *plot);
/* Labels of the categories; the middle of label i is at place[i]. Moves pen->y below.
 */
void svg_plot_labels(SvgPen *pen, const SvgPlot *plot, const double *place);

/* A name beside the end of a series. */
typedef struct {
    double y;
    const char *text;
    size_t series;
} SvgEnd;

/* Labels right of the plot, moved apart where they would touch. */
void svg_plot_ends(SvgPen *pen, const SvgPlot *plot, SvgEnd *end, size_t n);

/* One panel each, from pen->y on. */
void svg_draw_line(SvgPen *pen, const ChartPanel *panel);
void svg_draw_area(SvgPen *pen, const ChartPanel *panel);
void svg_draw_columns(SvgPen *pen, const ChartPanel *panel);
void svg_draw_bars(SvgPen *pen, const ChartPanel *panel);
void svg_draw_bullets(SvgPen *pen, const ChartPanel *panel);
void svg_draw_funnel(SvgPen *pen, const ChartPanel *panel);
void svg_draw_waterfall(SvgPen *pen, const ChartPanel *panel);
void svg_draw_heatmap(SvgPen *pen, const ChartPanel *panel);
void svg_draw_sparklines(SvgPen *pen, const ChartPanel *panel);

/* svg_map.c: the whole svg element of a map. */
void svg_add_map(StrBuf *sb, const ResultMap *map, const SvgStyle *style);
/* The beginning of an svg element that says its title and description with the ids of
   `style`, `-t` and `-d` behind. */
void svg_begin(StrBuf *sb, const SvgStyle *style, double height);

#endif
