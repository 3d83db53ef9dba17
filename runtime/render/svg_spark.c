/* Sparklines: a small line per series, each on its own scale, and the value it ends
   with. */
#include "runtime/render/svg_pen.h"

#include <math.h>

enum { SPARK = 30, INSET = 4, SPARK_MOST = 360 };

typedef struct {
    double label, left, right, value; /* value: the right edge of the last ones */
} Sparks;

static size_t last_number(const SvgPen *pen, const ChartSeries *series)
{
    size_t i = pen->chart->n_category;
    while (i-- > 1 && !chart_has_number(&series->point[i]))
        continue;
    return i;
}

/* Ends of the series' own values; false: it has none. */
static bool find_range(const SvgPen *pen, const ChartSeries *series, double *lo,
                       double *hi)
{
    bool any = false;
    for (size_t i = 0; i < pen->chart->n_category; i++) {
        if (!chart_has_number(&series->point[i]))
            continue;
        double v = series->point[i].value;
        *lo = any ? fmin(*lo, v) : v;
        *hi = any ? fmax(*hi, v) : v;
        any = true;
    }
    return any;
}

static void draw_spark(SvgPen *pen, const ChartPanel *panel, const Sparks *k, size_t s)
{
    const ChartSeries *series = &panel->series[s];
    size_t n = pen->chart->n_category, last = last_number(pen, series);
    double lo = 0, hi = 0, x = k->left, y = pen->y + SPARK / 2.0;
    svg_label(pen, (SvgPlace){0, y + 4, SVG_START, k->label, "l"}, series->name);
    bool open = false;
    if (find_range(pen, series, &lo, &hi)) {
        strbuf_adds(pen->sb, "<path class=\"s0 f\" d=\"");
        for (size_t i = 0; i <= last; i++) {
            double v = series->point[i].value;
            double share = hi > lo ? (v - lo) / (hi - lo) : 0.5;
            bool there = chart_has_number(&series->point[i]);
            x = k->left +
                (k->right - k->left) * (double)i / (double)(n > 1 ? n - 1 : 1);
            y = pen->y + INSET + (1 - share) * (SPARK - 2 * INSET);
            if (there)
                svg_step(pen, open ? 'L' : 'M', x, y);
            open = there;
        }
        strbuf_adds(pen->sb, "\"/>\n");
        svg_point(pen, "s0", (SvgBox){x, y, 3, 0}, svg_make_tip(pen, panel, s, last));
    }
    svg_make_value(pen, &series->point[last]);
    svg_label(pen, (SvgPlace){k->value, pen->y + SPARK / 2.0 + 4, SVG_END, 0, "v"},
              pen->cell.text);
    pen->y += SPARK;
}

void svg_draw_sparklines(SvgPen *pen, const ChartPanel *panel)
{
    size_t n = panel->n_series < SVG_BARS_MOST ? panel->n_series : SVG_BARS_MOST;
    Sparks k = {.label = svg_widest_series(panel, pen->width * 0.34)};
    double value = 0;
    for (size_t s = 0; s < n; s++) {
        svg_make_value(pen,
                       &panel->series[s].point[last_number(pen, &panel->series[s])]);
        value = fmax(value, svg_text_width(pen->cell.text));
    }
    k.left = k.label > 0 ? k.label + SVG_GAP : 4;
    k.right =
        fmax(fmin(pen->width - value - 2 * SVG_GAP, k.left + SPARK_MOST), k.left + 40);
    k.value = k.right + 2 * SVG_GAP + value;
    for (size_t s = 0; s < n; s++)
        draw_spark(pen, panel, &k, s);
    if (panel->n_series > n)
        svg_note(pen, "%zu more series are in the table", panel->n_series - n);
}
