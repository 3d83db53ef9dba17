/* Plots: lines at the ticks with their labels on the left, categories below, names of
   series at the right. */
#include "runtime/render/svg_pen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    HEIGHT = 230,
    HEIGHT_NARROW = 190,
    TICKS = 6,
    LABEL_GAP = 4,
    EDGE = 4,
    LABEL_LEAST = 66,
    LABEL_MOST = 140,
    LABEL_LINE = 14,
    LINES_MOST = 4,
    END_HEIGHT = 15,
    TOP = 8,
};

static void make_tick(SvgPen *pen, const ChartPanel *panel, const ChartScale *scale,
                      size_t i)
{
    strbuf_reset(&pen->cell);
    chart_scale_add_label(&pen->cell, pen->style->style, panel->type, scale, i);
}

SvgPlot svg_plot_make(SvgPen *pen, const ChartPanel *panel, SvgPlotAsk ask)
{
    chart_widen_to_zero(&ask.lo, &ask.hi, ask.from_zero);
    SvgPlot plot = {.top = pen->y + TOP};
    plot.scale = chart_scale_make(ask.lo, ask.hi, TICKS, chart_is_whole(panel->type));
    for (size_t i = 0; i < plot.scale.n_tick; i++) {
        make_tick(pen, panel, &plot.scale, i);
        plot.left = fmax(plot.left, svg_text_width(pen->cell.text));
    }
    plot.left += SVG_GAP;
    plot.width = fmax(pen->width - plot.left - fmax(ask.right, 2), 60);
    plot.height = pen->narrow ? HEIGHT_NARROW : HEIGHT;
    pen->y = plot.top + plot.height;
    return plot;
}

double svg_plot_y(const SvgPlot *plot, double value)
{
    return plot->top + plot->height * (1 - chart_scale_place(&plot->scale, value));
}

void svg_plot_ticks(SvgPen *pen, const ChartPanel *panel, const SvgPlot *plot)
{
    for (size_t i = 0; i < plot->scale.n_tick; i++) {
        double y = svg_plot_y(plot, chart_scale_tick(&plot->scale, i));
        bool zero = plot->scale.first + (int64_t)i == 0;
        svg_line(pen, zero ? "z" : "g", (SvgBox){plot->left, y, plot->width, 0});
        make_tick(pen, panel, &plot->scale, i);
        svg_label(pen, (SvgPlace){plot->left - SVG_GAP, y + 4, SVG_END, 0, "a"},
                  pen->cell.text);
    }
}

/* Half of a label may reach over the edges of the plot, not of the drawing. */
static double label_middle(const SvgPlot *plot, double place, double width)
{
    double right = plot->left + plot->width + EDGE;
    return fmin(fmax(place, width / 2), right - width / 2);
}

/* Labels of few categories are cut rather than left out. */
static double label_room(const SvgPlot *plot, size_t n, size_t step)
{
    double pitch = plot->width / (double)(n ? n : 1);
    return step == 1 ? fmax(pitch - 5, LABEL_LEAST) : fmin(LABEL_MOST, plot->width);
}

static bool step_fits(const SvgPen *pen, const SvgPlot *plot, const double *place,
                      size_t step)
{
    double end = -LABEL_GAP, most = label_room(plot, pen->chart->n_category, step);
    for (size_t i = 0; i < pen->chart->n_category; i += step) {
        double width = fmin(svg_text_width(pen->chart->category[i]), most);
        double middle = label_middle(plot, place[i], width);
        if (middle - width / 2 < end + LABEL_GAP)
            return false;
        end = middle + width / 2;
    }
    return true;
}

/* Steps that keep the rhythm of months: 1, 2, 3, 4, 6, 12, 24, ... */
static size_t next_step(size_t step)
{
    return step < 4 ? step + 1 : step == 4 ? 6 : step * 2;
}

/* Up to the last blank in the room, or to the first one; 0: there is none. */
static size_t line_length(SvgPen *pen, const char *label, double room)
{
    size_t len = 0;
    for (const char *at = strchr(label, ' '); at; at = strchr(at + 1, ' ')) {
        strbuf_reset(&pen->tip);
        strbuf_add(&pen->tip, label, (size_t)(at - label));
        if (len && svg_text_width(pen->tip.text) > room)
            break;
        len = (size_t)(at - label);
    }
    return len;
}

/* What does not fit into a line goes on below it; returns how many there are. */
static size_t add_lines(SvgPen *pen, SvgPlace place, const char *label)
{
    size_t n = 1, len = 0;
    for (; n < LINES_MOST && svg_text_width(label) > place.room + 1; n++) {
        len = line_length(pen, label, place.room);
        if (!len)
            break;
        strbuf_reset(&pen->tip);
        strbuf_add(&pen->tip, label, len);
        svg_label(pen, place, pen->tip.text);
        label += len + 1;
        place.y += LABEL_LINE;
    }
    svg_label(pen, place, label);
    return n;
}

void svg_plot_labels(SvgPen *pen, const SvgPlot *plot, const double *place)
{
    size_t n = pen->chart->n_category, step = 1, n_line = 1;
    while (step < n && !step_fits(pen, plot, place, step))
        step = next_step(step);
    double most = label_room(plot, n, step);
    for (size_t i = 0; i < n; i += step) {
        const char *label = pen->chart->category[i];
        double width = fmin(svg_text_width(label), most);
        size_t lines = add_lines(pen,
                                 (SvgPlace){label_middle(plot, place[i], width),
                                            pen->y + 16, SVG_MIDDLE, most, "a"},
                                 label);
        n_line = lines > n_line ? lines : n_line;
    }
    pen->y += 24 + (double)(LABEL_LINE * (n_line - 1));
}

static int compare_ends(const void *a, const void *b)
{
    const SvgEnd *x = a, *y = b;
    if (x->y < y->y || x->y > y->y)
        return x->y < y->y ? -1 : 1;
    return x->series < y->series ? -1 : 1;
}

void svg_plot_ends(SvgPen *pen, const SvgPlot *plot, SvgEnd *end, size_t n)
{
    qsort(end, n, sizeof *end, compare_ends);
    for (size_t i = 1; i < n; i++)
        end[i].y = fmax(end[i].y, end[i - 1].y + END_HEIGHT);
    double bottom = plot->top + plot->height;
    for (size_t i = n; i-- > 0;) {
        end[i].y = fmin(end[i].y, bottom);
        bottom = end[i].y - END_HEIGHT;
    }
    double x = plot->left + plot->width + SVG_GAP;
    for (size_t i = 0; i < n; i++) {
        strbuf_reset(&pen->tip);
        strbuf_addf(&pen->tip, "k %s", svg_series_class(end[i].series));
        svg_label(pen,
                  (SvgPlace){x, end[i].y + 4, SVG_START, pen->width - x, pen->tip.text},
                  end[i].text);
    }
}
