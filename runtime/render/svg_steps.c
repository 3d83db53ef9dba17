/* Funnel and waterfall: a line per step, as in characters. */
#include "runtime/render/svg_pen.h"

#include <math.h>

enum { ROW = 26, BAR = 18, SERIES_MOST = 12 };

static const Type percent_type = {.kind = VALUE_NUMBER, .unit = {.kind = UNIT_PERCENT}};

static size_t steps_drawn(const SvgPen *pen)
{
    size_t n = pen->chart->n_category;
    return n < SVG_BARS_MOST ? n : SVG_BARS_MOST;
}

static double widest_value(SvgPen *pen, const ChartPoint *point)
{
    double widest = 0;
    for (size_t i = 0; i < steps_drawn(pen); i++) {
        svg_make_value(pen, &point[i]);
        widest = fmax(widest, svg_text_width(pen->cell.text));
    }
    return widest;
}

static void begin_series(SvgPen *pen, const ChartPanel *panel, size_t i)
{
    pen->y += i ? 12 : 0;
    if (!*panel->series[i].name)
        return;
    svg_label(pen, (SvgPlace){0, pen->y + 13, SVG_START, pen->width, "l"},
              panel->series[i].name);
    pen->y += SVG_LINE;
}

static size_t series_drawn(const ChartPanel *panel)
{
    return panel->n_series < SERIES_MOST ? panel->n_series : SERIES_MOST;
}

static void note_more(SvgPen *pen, const ChartPanel *panel)
{
    if (panel->n_series > series_drawn(panel))
        svg_note(pen, "%zu more series are in the table",
                 panel->n_series - series_drawn(panel));
    if (pen->chart->n_category > steps_drawn(pen))
        svg_note(pen, "%zu more steps are in the table",
                 pen->chart->n_category - steps_drawn(pen));
}

/* --- funnel --- */

typedef struct {
    double label, value, left, right, most;
    double first, before; /* right edges of the shares; 0: no room for it */
} Funnel;

static Funnel make_funnel(SvgPen *pen, const ChartPoint *point, double most)
{
    Funnel f = {.most = most, .value = widest_value(pen, point)};
    double share = svg_text_width("of previous") + SVG_GAP;
    f.label = svg_widest(pen->chart->category, steps_drawn(pen), pen->width * 0.32);
    f.left = f.label + SVG_GAP;
    f.before = pen->narrow ? 0 : pen->width;
    f.first = pen->width - (pen->narrow ? 0 : share);
    f.value = f.first - (pen->narrow ? svg_text_width("of first") : share);
    f.right = fmax(f.value - widest_value(pen, point) - SVG_GAP, f.left + 20);
    return f;
}

static void add_share(SvgPen *pen, double x, double y, Value share)
{
    strbuf_reset(&pen->cell);
    if (!share.empty)
        format_value(&pen->cell, pen->style->style, percent_type, share);
    svg_label(pen, (SvgPlace){x, y, SVG_END, 0, "a"}, pen->cell.text);
}

static void draw_funnel_step(SvgPen *pen, const ChartPanel *panel, const Funnel *f,
                             size_t s, size_t i)
{
    const ChartPoint *point = panel->series[s].point;
    double room = f->right - f->left, y = pen->y + ROW / 2.0 + 4;
    double share = f->most > 0 ? fmax(point[i].value, 0) / f->most : 0;
    double width = fmax(share * room, share > 0 ? 1 : 0);
    svg_label(pen, (SvgPlace){0, y, SVG_START, f->label, "l"}, pen->chart->category[i]);
    svg_rect(
        pen, "s0",
        (SvgBox){f->left + (room - width) / 2, pen->y + (ROW - BAR) / 2.0, width, BAR},
        svg_make_tip(pen, panel, s, i));
    svg_make_value(pen, &point[i]);
    svg_label(pen, (SvgPlace){f->value, y, SVG_END, 0, "v"}, pen->cell.text);
    add_share(pen, f->first, y, chart_share(pen->chart, &point[i], &point[0]));
    if (f->before > 0 && i)
        add_share(pen, f->before, y, chart_share(pen->chart, &point[i], &point[i - 1]));
    pen->y += ROW;
}

void svg_draw_funnel(SvgPen *pen, const ChartPanel *panel)
{
    for (size_t s = 0; s < series_drawn(panel); s++) {
        begin_series(pen, panel, s);
        Funnel f = make_funnel(pen, panel->series[s].point, panel->hi);
        svg_label(pen, (SvgPlace){f.first, pen->y + 12, SVG_END, 0, "a"}, "of first");
        if (f.before > 0)
            svg_label(pen, (SvgPlace){f.before, pen->y + 12, SVG_END, 0, "a"},
                      "of previous");
        pen->y += SVG_LINE;
        for (size_t i = 0; i < steps_drawn(pen); i++)
            draw_funnel_step(pen, panel, &f, s, i);
    }
    if (panel->lo < 0)
        svg_note(pen, "steps below zero have no bar");
    note_more(pen, panel);
}

/* --- waterfall --- */

typedef struct {
    ChartLevels levels;
    double label, left, right, unit, value, level; /* right edges; level 0: no room */
    size_t column;
} Steps;

static void make_level(SvgPen *pen, Decimal level, size_t column)
{
    strbuf_reset(&pen->cell);
    format_aligned(&pen->cell, pen->style->style,
                   pen->chart->result->column[column].type, (Value){.as.number = level},
                   pen->grid.column[column].digits);
}

static Steps make_steps(SvgPen *pen, const ChartPoint *point)
{
    const Chart *chart = pen->chart;
    Steps w = {.levels = chart_levels(chart, point)};
    for (size_t i = 0; i < chart->n_category; i++)
        w.column = point[i].exists ? point[i].column : w.column;
    w.label = fmax(svg_widest(chart->category, steps_drawn(pen), pen->width * 0.3),
                   svg_text_width("total"));
    double level = 0, value = widest_value(pen, point);
    for (size_t i = 0; i < w.levels.n; i++) {
        make_level(pen, w.levels.level[i], w.column);
        level = fmax(level, svg_text_width(pen->cell.text));
    }
    if (pen->narrow)
        value = fmax(value, level);
    else
        w.level = pen->width;
    w.value = pen->width - (w.level > 0 ? level + 2 * SVG_GAP : 0);
    w.left = w.label + SVG_GAP;
    w.right = fmax(w.value - value - SVG_GAP, w.left + 20);
    double span = w.levels.hi - w.levels.lo;
    w.unit = span > 0 ? (w.right - w.left) / span : 0;
    return w;
}

static double x_of(const Steps *w, double level)
{
    return w->left + (level - w->levels.lo) * w->unit;
}

static void add_bar(SvgPen *pen, const Steps *w, const char *class, double from,
                    double to)
{
    double low = x_of(w, fmin(from, to)), high = x_of(w, fmax(from, to));
    if (from < to || from > to)
        svg_rect(pen, class,
                 (SvgBox){low, pen->y + (ROW - BAR) / 2.0, fmax(high - low, 1), BAR},
                 NULL);
}

static void draw_step(SvgPen *pen, const Steps *w, const ChartPoint *point, size_t i)
{
    double y = pen->y + ROW / 2.0 + 4;
    double from = i ? decimal_to_double(w->levels.level[i - 1]) : 0;
    double to = decimal_to_double(w->levels.level[i]);
    svg_label(pen, (SvgPlace){0, y, SVG_START, w->label, "l"}, pen->chart->category[i]);
    add_bar(pen, w, to < from ? "neg" : "s0", from, to);
    svg_line(pen, "j", (SvgBox){x_of(w, to), pen->y + (ROW + BAR) / 2.0, 0, ROW - BAR});
    svg_make_value(pen, &point[i]);
    svg_label(pen, (SvgPlace){w->value, y, SVG_END, 0, "v"}, pen->cell.text);
    if (w->level > 0) {
        make_level(pen, w->levels.level[i], w->column);
        svg_label(pen, (SvgPlace){w->level, y, SVG_END, 0, "a"}, pen->cell.text);
    }
    pen->y += ROW;
}

static void draw_total(SvgPen *pen, const Steps *w)
{
    double y = pen->y + ROW / 2.0 + 4;
    Decimal total =
        w->levels.n ? w->levels.level[w->levels.n - 1] : decimal_from_i64(0);
    svg_label(pen, (SvgPlace){0, y, SVG_START, w->label, "h"}, "total");
    add_bar(pen, w, "s6", 0, decimal_to_double(total));
    make_level(pen, total, w->column);
    svg_label(pen, (SvgPlace){w->level > 0 ? w->level : w->value, y, SVG_END, 0, "h"},
              pen->cell.text);
    pen->y += ROW;
}

void svg_draw_waterfall(SvgPen *pen, const ChartPanel *panel)
{
    for (size_t s = 0; s < series_drawn(panel); s++) {
        begin_series(pen, panel, s);
        const ChartPoint *point = panel->series[s].point;
        Steps w = make_steps(pen, point);
        double top = pen->y;
        for (size_t i = 0; i < steps_drawn(pen); i++)
            draw_step(pen, &w, point, i);
        if (w.levels.overflow)
            svg_note(pen, "the steps add up to more than 76 digits");
        else
            draw_total(pen, &w);
        svg_line(pen, "z", (SvgBox){x_of(&w, 0), top, 0, pen->y - top});
    }
    note_more(pen, panel);
}
