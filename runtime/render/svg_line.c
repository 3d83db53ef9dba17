/* Lines and areas along an axis. Names stand at the ends of the lines; where there is
   no room for them, over the plot. A part whose period is not over is dashed. */
#include "runtime/render/svg_pen.h"

#include <math.h>

enum { POINTS_MOST = 80, MARGIN = 6 };

typedef struct {
    SvgPlot plot;
    double *place; /* per category */
    double *base;  /* per category: what the area stands on; NULL: 0 */
    size_t n;      /* series drawn */
    bool stacked;
} Curves;

static size_t series_drawn(const ChartPanel *panel)
{
    return panel->n_series < SVG_COLOURS ? panel->n_series : SVG_COLOURS;
}

/* The values of a stack reach to the sums. */
static void stack_range(const SvgPen *pen, const ChartPanel *panel, SvgPlotAsk *ask)
{
    for (size_t i = 0; i < pen->chart->n_category; i++) {
        double sum = 0;
        for (size_t s = 0; s < series_drawn(panel); s++)
            sum += panel->series[s].point[i].value;
        ask->hi = fmax(ask->hi, sum);
    }
}

static Curves make_curves(SvgPen *pen, const ChartPanel *panel, bool filled)
{
    Arena *arena = pen->chart->arena;
    size_t n = pen->chart->n_category;
    Curves c = {.n = series_drawn(panel), .stacked = filled && panel->has_parts};
    SvgPlotAsk ask = {.lo = panel->lo, .hi = panel->hi, .from_zero = filled};
    if (c.stacked)
        stack_range(pen, panel, &ask);
    bool names = c.n > 1 && !pen->narrow;
    ask.right = names ? svg_widest_series(panel, pen->width / 4) + 2 * SVG_GAP : MARGIN;
    if (c.n > 1 && !names)
        svg_legend(pen, panel, c.n);
    c.plot = svg_plot_make(pen, panel, ask);
    c.place = ARENA_ARRAY(arena, double, n + 1);
    double room = c.plot.width - 2 * MARGIN;
    for (size_t i = 0; i < n; i++)
        c.place[i] = c.plot.left + MARGIN +
                     (n > 1 ? room * (double)i / (double)(n - 1) : room / 2);
    if (c.stacked)
        c.base = ARENA_ARRAY(arena, double, n + 1);
    return c;
}

static double top_of(const Curves *c, const ChartSeries *series, size_t i)
{
    return svg_plot_y(&c->plot, series->point[i].value + (c->base ? c->base[i] : 0));
}

static double bottom_of(const Curves *c, size_t i)
{
    return svg_plot_y(&c->plot, c->base ? c->base[i] : 0);
}

/* In a stack an empty value is a part of nothing. */
static bool is_there(const Curves *c, const ChartSeries *series, size_t i)
{
    return c->stacked || chart_has_number(&series->point[i]);
}

/* The pieces between points; `part`: those that end in a value of part of a
   period, or that is to come. */
static void add_line(SvgPen *pen, const Curves *c, const ChartPanel *panel, size_t s,
                     bool part)
{
    const ChartSeries *series = &panel->series[s];
    bool open = false, begun = false;
    for (size_t i = 1; i < pen->chart->n_category; i++) {
        bool drawn = is_there(c, series, i) && is_there(c, series, i - 1) &&
                     series->point[i].part == part;
        if (drawn && !begun)
            strbuf_addf(pen->sb, "<path class=\"%s f%s\" d=\"", svg_series_class(s),
                        part ? " d" : "");
        if (drawn && !open)
            svg_step(pen, 'M', c->place[i - 1], top_of(c, series, i - 1));
        if (drawn)
            svg_step(pen, 'L', c->place[i], top_of(c, series, i));
        begun |= drawn;
        open = drawn;
    }
    strbuf_adds(pen->sb, begun ? "\"/>\n" : "");
}

static void add_points(SvgPen *pen, const Curves *c, const ChartPanel *panel, size_t s)
{
    const ChartSeries *series = &panel->series[s];
    size_t n = pen->chart->n_category;
    StrBuf class;
    strbuf_init(&class);
    for (size_t i = 0; i < n; i++) {
        const ChartPoint *point = &series->point[i];
        bool alone = (i == 0 || !chart_has_number(&point[-1])) &&
                     (i + 1 == n || !chart_has_number(&point[1]));
        if (!chart_has_number(point) || (n > POINTS_MOST && !alone) ||
            (c->stacked && !pen->style->with_tips))
            continue;
        strbuf_reset(&class);
        strbuf_addf(&class, "%s%s", svg_series_class(s),
                    c->stacked    ? " q"
                    : point->part ? " o"
                                  : "");
        svg_point(pen, class.text,
                  (SvgBox){c->place[i], top_of(c, series, i), n > 30 ? 2 : 3, 0},
                  svg_make_tip(pen, panel, s, i));
    }
    strbuf_release(&class);
}

/* Points from `at` on that one shape joins: they are there, and the pieces up to them
   are all of whole periods or all of parts. */
static size_t run_end(const SvgPen *pen, const Curves *c, const ChartSeries *series,
                      size_t at)
{
    size_t n = pen->chart->n_category, end = at;
    while (end < n && is_there(c, series, end) &&
           (end < at + 2 || series->point[end].part == series->point[at + 1].part))
        end++;
    return end;
}

static void add_area(SvgPen *pen, const Curves *c, const ChartPanel *panel, size_t s)
{
    const ChartSeries *series = &panel->series[s];
    for (size_t at = 0; at + 1 < pen->chart->n_category;) {
        size_t end = run_end(pen, c, series, at);
        if (end < at + 2) {
            at = end > at ? end : at + 1;
            continue;
        }
        strbuf_addf(pen->sb, "<path class=\"%s%s%s\" d=\"", svg_series_class(s),
                    c->stacked ? "" : " w", series->point[at + 1].part ? " p" : "");
        for (size_t i = at; i < end; i++)
            svg_step(pen, i == at ? 'M' : 'L', c->place[i], top_of(c, series, i));
        for (size_t i = end; i-- > at;)
            svg_step(pen, 'L', c->place[i], bottom_of(c, i));
        strbuf_adds(pen->sb, "Z\"/>\n");
        at = end - 1;
    }
}

/* Where the name of a series stands: beside its last point, in a stack its middle. */
static SvgEnd end_of(const SvgPen *pen, const Curves *c, const ChartPanel *panel,
                     size_t s)
{
    const ChartSeries *series = &panel->series[s];
    size_t i = pen->chart->n_category;
    while (i-- > 1 && !is_there(c, series, i))
        continue;
    double y = top_of(c, series, i);
    return (SvgEnd){c->stacked ? (y + bottom_of(c, i)) / 2 : y, series->name, s};
}

/* What is uncertain, from the point before it on: between the edges that `edge` names;
   SIZE_MAX: there is none. */
static void add_fan(SvgPen *pen, const Curves *c, const ChartPanel *panel,
                    const size_t edge[2])
{
    if (edge[0] == SIZE_MAX || edge[1] == SIZE_MAX)
        return;
    const ChartSeries *value = &panel->series[0], *low = &panel->series[edge[0]],
                      *high = &panel->series[edge[1]];
    size_t n = pen->chart->n_category, at = 0;
    while (at < n && !chart_has_number(&low->point[at]))
        at++;
    bool joined = at > 0 && at < n && chart_has_number(&value->point[at - 1]);
    size_t from = at - joined;
    strbuf_addf(pen->sb, "<path class=\"%s w\" d=\"", svg_series_class(0));
    for (size_t i = from; i < n; i++)
        svg_step(pen, i == from ? 'M' : 'L', c->place[i],
                 top_of(c, i < at ? value : high, i));
    for (size_t i = n; i-- > at;)
        svg_step(pen, 'L', c->place[i], top_of(c, low, i));
    strbuf_adds(pen->sb, "Z\"/>\n");
}

static void find_edges(const SvgPen *pen, const Curves *c, const ChartPanel *panel,
                       size_t edge[2])
{
    edge[0] = edge[1] = SIZE_MAX;
    for (size_t s = 0; s < c->n; s++) {
        ColumnFan fan = chart_fan(pen->chart, panel, s);
        if (fan == FAN_LOW || fan == FAN_HIGH)
            edge[fan == FAN_HIGH] = s;
    }
}

static void draw_curves(SvgPen *pen, const ChartPanel *panel, bool filled)
{
    Curves c = make_curves(pen, panel, filled);
    SvgEnd end[SVG_COLOURS];
    svg_plot_ticks(pen, panel, &c.plot);
    size_t edge[2];
    find_edges(pen, &c, panel, edge);
    add_fan(pen, &c, panel, edge);
    for (size_t s = 0; s < c.n; s++) {
        end[s] = end_of(pen, &c, panel, s);
        if (s == edge[0] || s == edge[1]) {
            end[s].series = 0; /* of the colour of its field */
            continue;
        }
        if (filled)
            add_area(pen, &c, panel, s);
        if (!c.stacked) {
            add_line(pen, &c, panel, s, false);
            add_line(pen, &c, panel, s, true);
        }
        add_points(pen, &c, panel, s);
        for (size_t i = 0; c.stacked && i < pen->chart->n_category; i++)
            c.base[i] += panel->series[s].point[i].value;
    }
    svg_plot_labels(pen, &c.plot, c.place);
    if (c.n > 1 && !pen->narrow)
        svg_plot_ends(pen, &c.plot, end, c.n);
    if (panel->n_series > c.n)
        svg_note(pen, "%zu more series are in the table", panel->n_series - c.n);
}

void svg_draw_line(SvgPen *pen, const ChartPanel *panel)
{
    draw_curves(pen, panel, false);
}

void svg_draw_area(SvgPen *pen, const ChartPanel *panel)
{
    draw_curves(pen, panel, true);
}
