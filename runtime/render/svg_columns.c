/* Upright columns along an axis: parts of a whole stand on each other, named beside the
   last column; other series side by side. A value of part of a period is lighter. */
#include "runtime/render/svg_pen.h"

#include <math.h>

enum { COLUMN_MOST = 72, COLUMN_LEAST = 2 };

typedef struct {
    SvgPlot plot;
    double *place; /* per category: its middle */
    double pitch, width;
    size_t n; /* series drawn */
    bool stacked;
    bool has_ends; /* names stand beside the last column, not in a legend */
} Columns;

static size_t series_drawn(const ChartPanel *panel)
{
    return panel->n_series < SVG_COLOURS ? panel->n_series : SVG_COLOURS;
}

static double stack_height(const ChartPanel *panel, size_t n, size_t category)
{
    double sum = 0;
    for (size_t s = 0; s < n; s++)
        sum += panel->series[s].point[category].value;
    return sum;
}

static Columns make_columns(SvgPen *pen, const ChartPanel *panel)
{
    size_t n = pen->chart->n_category;
    Columns c = {.n = series_drawn(panel), .stacked = panel->has_parts};
    SvgPlotAsk ask = {.lo = panel->lo, .hi = panel->hi, .from_zero = true};
    for (size_t i = 0; c.stacked && i < n; i++)
        ask.hi = fmax(ask.hi, stack_height(panel, c.n, i));
    c.has_ends = c.stacked && c.n > 1 && !pen->narrow;
    if (c.has_ends)
        ask.right = svg_widest_series(panel, pen->width / 4) + 2 * SVG_GAP;
    else if (c.n > 1)
        svg_legend(pen, panel, c.n);
    c.plot = svg_plot_make(pen, panel, ask);
    c.place = ARENA_ARRAY(pen->chart->arena, double, n + 1);
    c.pitch = fmin(c.plot.width / (double)(n ? n : 1), COLUMN_MOST * 1.5);
    c.plot.width = c.pitch * (double)(n ? n : 1);
    c.width = c.pitch * (c.n > 1 && !c.stacked ? 0.84 : 0.72);
    double least = COLUMN_LEAST;
    c.width = fmin(fmax(c.width, least), c.pitch);
    for (size_t i = 0; i < n; i++)
        c.place[i] = c.plot.left + c.pitch * ((double)i + 0.5);
    return c;
}

static void add_column(SvgPen *pen, const ChartPanel *panel, size_t s, size_t i,
                       SvgBox box)
{
    const ChartPoint *point = &panel->series[s].point[i];
    StrBuf class;
    strbuf_init(&class);
    bool below = point->value < 0 && panel->n_series == 1;
    strbuf_addf(&class, "%s%s", below ? "neg" : svg_series_class(s),
                point->part ? " p" : "");
    svg_rect(pen, class.text, box, svg_make_tip(pen, panel, s, i));
    strbuf_release(&class);
}

static void add_group(SvgPen *pen, const ChartPanel *panel, const Columns *c, size_t i)
{
    double left = c->place[i] - c->width / 2;
    double width = c->width / (double)c->n;
    double zero = svg_plot_y(&c->plot, 0);
    for (size_t s = 0; s < c->n; s++) {
        const ChartPoint *point = &panel->series[s].point[i];
        if (!chart_has_number(point))
            continue;
        double y = svg_plot_y(&c->plot, point->value);
        SvgBox box = {left + width * (double)s, fmin(y, zero),
                      width - (c->n > 1 && width > 4), fabs(zero - y)};
        add_column(pen, panel, s, i, box);
    }
}

static void add_stack(SvgPen *pen, const ChartPanel *panel, const Columns *c, size_t i)
{
    double sum = 0;
    for (size_t s = 0; s < c->n; s++) {
        const ChartPoint *point = &panel->series[s].point[i];
        if (!chart_has_number(point))
            continue;
        double bottom = svg_plot_y(&c->plot, sum);
        sum += point->value;
        double top = svg_plot_y(&c->plot, sum);
        SvgBox box = {c->place[i] - c->width / 2, top, c->width, bottom - top};
        add_column(pen, panel, s, i, box);
    }
}

static void add_ends(SvgPen *pen, const ChartPanel *panel, const Columns *c)
{
    SvgEnd end[SVG_COLOURS];
    size_t last = pen->chart->n_category - 1;
    double sum = 0;
    for (size_t s = 0; s < c->n; s++) {
        const ChartSeries *series = &panel->series[s];
        double value = series->point[last].value;
        end[s] = (SvgEnd){svg_plot_y(&c->plot, sum + value / 2), series->name, s};
        sum += value;
    }
    svg_plot_ends(pen, &c->plot, end, c->n);
}

/* Values over columns that leave room for them. */
static void add_values(SvgPen *pen, const ChartPanel *panel, const Columns *c)
{
    size_t n = pen->chart->n_category;
    for (size_t i = 0; i < n; i++) {
        svg_make_value(pen, &panel->series[0].point[i]);
        if (svg_text_width(pen->cell.text) > c->pitch - 4)
            return;
    }
    for (size_t i = 0; i < n; i++) {
        const ChartPoint *point = &panel->series[0].point[i];
        if (!chart_has_number(point))
            continue;
        double y = svg_plot_y(&c->plot, point->value);
        svg_make_value(pen, point);
        svg_label(pen,
                  (SvgPlace){c->place[i], point->value < 0 ? y + 13 : y - 4, SVG_MIDDLE,
                             0, "v"},
                  pen->cell.text);
    }
}

void svg_draw_columns(SvgPen *pen, const ChartPanel *panel)
{
    pen->y += panel->n_series == 1 ? 6 : 0;
    Columns c = make_columns(pen, panel);
    svg_plot_ticks(pen, panel, &c.plot);
    for (size_t i = 0; i < pen->chart->n_category; i++) {
        if (c.stacked)
            add_stack(pen, panel, &c, i);
        else
            add_group(pen, panel, &c, i);
    }
    if (panel->n_series == 1)
        add_values(pen, panel, &c);
    svg_plot_labels(pen, &c.plot, c.place);
    if (c.has_ends && pen->chart->n_category)
        add_ends(pen, panel, &c);
    if (panel->n_series > c.n)
        svg_note(pen, "%zu more series are in the table", panel->n_series - c.n);
}
