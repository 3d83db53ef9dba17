/* Leaves each panel to the drawing of its kind; titles, notes and what all share. */
#include "runtime/render/chart_text.h"

#include "runtime/base/utf8.h"
#include "runtime/render/cell_text.h"
#include "runtime/render/chart_pen.h"

#include <string.h>

enum { WIDTH_UNLIMITED = 80, WIDTH_LEAST = 40, WIDTH_MOST = 200 };

static const char *const spark_sign[2][8] = {
    {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
    {"_", ".", "-", "~", "=", "+", "*", "#"},
};

void pen_colour(ChartPen *pen, int index)
{
    static const char *const code[PEN_COLOURS] = {"36", "33", "35", "32", "34", "31"};
    if (!pen->style->colour)
        return;
    const char *chosen = index == PEN_FAINT      ? "2"
                         : index == PEN_BOLD     ? "1"
                         : index == PEN_NEGATIVE ? "31"
                                                 : code[index % PEN_COLOURS];
    strbuf_addf(pen->sb, "\033[%sm", chosen);
}

void pen_plain(ChartPen *pen)
{
    strbuf_adds(pen->sb, pen->style->colour ? "\033[0m" : "");
}

const char *pen_sign(const ChartPen *pen, const char *utf8, const char *ascii)
{
    return pen->ascii ? ascii : utf8;
}

void pen_repeat(ChartPen *pen, const char *sign, size_t times)
{
    while (times-- > 0)
        strbuf_adds(pen->sb, sign);
}

void pen_label(ChartPen *pen, const char *text, size_t width, bool right)
{
    StrBuf copy;
    strbuf_init(&copy);
    strbuf_adds(&copy, text);
    cell_text_add(pen->sb, &copy, width, right, pen->ascii);
    strbuf_release(&copy);
}

void pen_make_value(ChartPen *pen, const ChartPoint *point)
{
    strbuf_reset(&pen->cell);
    if (point->exists)
        grid_add_cell(&pen->grid, &pen->cell, point->column, point->row);
}

void pen_end_line(ChartPen *pen)
{
    while (pen->sb->len > pen->start && pen->sb->text[pen->sb->len - 1] == ' ')
        strbuf_truncate(pen->sb, pen->sb->len - 1);
    strbuf_addc(pen->sb, '\n');
    sink_drain(pen->sink);
    pen->start = pen->sb->len;
}

void pen_note(ChartPen *pen, const char *format, ...)
{
    StrBuf text;
    strbuf_init(&text);
    va_list args;
    va_start(args, format);
    strbuf_vaddf(&text, format, args);
    va_end(args);
    cell_text_wrap(pen->sb, text.text, pen->style->width);
    strbuf_release(&text);
    sink_drain(pen->sink);
    pen->start = pen->sb->len;
}

size_t pen_text_width(const char *text)
{
    return utf8_width(text, strlen(text));
}

size_t pen_widest(const char *const *text, size_t n, size_t most)
{
    size_t widest = 0;
    for (size_t i = 0; i < n; i++) {
        size_t width = pen_text_width(text[i]);
        widest = width > widest ? width : widest;
    }
    return widest < most ? widest : most;
}

/* Takes what is missing from a column that has more than the least; returns what is
   missing still. */
static size_t take(size_t *column, size_t missing)
{
    size_t spare = *column > PEN_TEXT_LEAST ? *column - PEN_TEXT_LEAST : 0;
    size_t taken = spare < missing ? spare : missing;
    *column -= taken;
    return missing - taken;
}

size_t pen_room(const ChartPen *pen, size_t taken, size_t *label, size_t *value)
{
    if (taken + PEN_BAR_LEAST <= pen->width)
        return pen->width - taken;
    size_t missing = taken + PEN_BAR_LEAST - pen->width;
    missing = take(value, take(label, missing));
    return missing < PEN_BAR_LEAST ? PEN_BAR_LEAST - missing : 1;
}

static void draw_panel(ChartPen *pen, const ChartPanel *panel)
{
    if (*panel->title) {
        pen_colour(pen, PEN_BOLD);
        pen_label(pen, panel->title, pen_widest(&panel->title, 1, pen->width), false);
        pen_plain(pen);
        pen_end_line(pen);
    }
    switch (pen->chart->kind) {
    case CHART_NONE:
        return;
    case CHART_LINE:
        chart_draw_line(pen, panel);
        return;
    case CHART_BAR:
        chart_draw_bars(pen, panel);
        return;
    case CHART_COLUMN:
    case CHART_AREA:
        chart_draw_columns(pen, panel);
        return;
    case CHART_FUNNEL:
        chart_draw_funnel(pen, panel);
        return;
    case CHART_WATERFALL:
        chart_draw_waterfall(pen, panel);
        return;
    case CHART_HEATMAP:
        chart_draw_heatmap(pen, panel);
        return;
    case CHART_BULLET:
        chart_draw_bullets(pen, panel);
        return;
    case CHART_SPARKLINE:
        chart_draw_sparklines(pen, panel);
        return;
    }
}

/* How a value that is expected is drawn; NULL: as any other. */
static const char *ahead_sign(const ChartPen *pen, ChartKind kind)
{
    switch (kind) {
    case CHART_LINE:
        return "dashed";
    case CHART_BAR:
    case CHART_COLUMN:
    case CHART_AREA:
        return pen_sign(pen, "▒", ":");
    case CHART_HEATMAP:
        return pen_sign(pen, "◌", "?");
    case CHART_NONE:
    case CHART_FUNNEL:
    case CHART_WATERFALL:
    case CHART_BULLET:
    case CHART_SPARKLINE:
        return NULL;
    }
    UNREACHABLE("kind of chart");
}

static void draw(ChartPen *pen)
{
    const Chart *chart = pen->chart;
    size_t n_drawn = 0;
    for (size_t i = 0; i < chart->n_panel; i++) {
        if (chart->panel[i].n_value == 0)
            continue;
        strbuf_addc(pen->sb, '\n');
        pen->start = pen->sb->len;
        draw_panel(pen, &chart->panel[i]);
        n_drawn++;
    }
    if (n_drawn == 0)
        pen_note(pen, "\n(nothing to draw)");
    for (size_t i = 0; i < chart->n_note; i++)
        pen_note(pen, "%s", chart->note[i]);
    if (n_drawn && chart_has_ahead(chart) && ahead_sign(pen, chart->kind))
        pen_note(pen, "%s: expected", ahead_sign(pen, chart->kind));
    bool filled = chart->kind == CHART_COLUMN || chart->kind == CHART_AREA;
    if (filled && n_drawn && chart_has_partial(chart))
        pen_note(pen, "%s covers its period in part", pen_sign(pen, "▒", ":"));
}

static size_t width_of(const TableStyle *style)
{
    if (!style->width)
        return WIDTH_UNLIMITED;
    return style->width < WIDTH_MOST ? style->width : WIDTH_MOST;
}

void chart_text_render(Sink *sink, const Result *result, const TableStyle *style)
{
    Chart *chart = chart_new(result, &style->format);
    if (!chart)
        return;
    ChartPen pen = {.sink = sink,
                    .sb = &sink->buf,
                    .chart = chart,
                    .style = style,
                    .width = width_of(style),
                    .ascii = style->format.ascii};
    strbuf_init(&pen.raw);
    strbuf_init(&pen.cell);
    grid_init(&pen.grid, chart->result, style->format);
    if (pen.width >= WIDTH_LEAST)
        draw(&pen);
    else
        pen_note(&pen, "(a chart needs %d columns)", WIDTH_LEAST);
    grid_release(&pen.grid);
    strbuf_release(&pen.raw);
    strbuf_release(&pen.cell);
    chart_free(chart);
}

void chart_add_sparkline(StrBuf *sb, Sparkline line, bool ascii)
{
    double lo = 0, hi = 0;
    bool any = false;
    for (size_t i = 0; i < line.n; i++) {
        if (line.empty && line.empty[i])
            continue;
        lo = !any || line.value[i] < lo ? line.value[i] : lo;
        hi = !any || line.value[i] > hi ? line.value[i] : hi;
        any = true;
    }
    for (size_t i = 0; i < line.n; i++) {
        if (line.empty && line.empty[i]) {
            strbuf_addc(sb, ' ');
            continue;
        }
        double share = hi > lo ? (line.value[i] - lo) / (hi - lo) : hi > 0;
        strbuf_adds(sb, spark_sign[ascii][(int)(share * 7 + 0.5)]);
    }
}

void chart_add_ascii(StrBuf *sb, const char *sparkline, size_t len)
{
    for (size_t at = 0; at < len;) {
        int32_t code;
        size_t n = utf8_decode(sparkline + at, len - at, &code);
        int i = 0;
        while (i < 8 && (strlen(spark_sign[0][i]) != n ||
                         memcmp(spark_sign[0][i], sparkline + at, n) != 0))
            i++;
        if (i < 8)
            strbuf_adds(sb, spark_sign[1][i]);
        else
            strbuf_add(sb, sparkline + at, n);
        at += n;
    }
}

enum { SPARKS_MOST = 60, SPARK_GAP = 2 };

/* The last value that there is. */
static const ChartPoint *last_point(const Chart *chart, const ChartSeries *series)
{
    size_t i = chart->n_category;
    while (i-- > 1 && !chart_has_number(&series->point[i]))
        continue;
    return &series->point[i];
}

static void add_spark(ChartPen *pen, const ChartSeries *series, size_t first)
{
    size_t n = pen->chart->n_category - first;
    double *value = ARENA_ARRAY(pen->chart->arena, double, n + 1);
    bool *empty = ARENA_ARRAY(pen->chart->arena, bool, n + 1);
    for (size_t i = 0; i < n; i++) {
        value[i] = series->point[first + i].value;
        empty[i] = !chart_has_number(&series->point[first + i]);
    }
    pen_colour(pen, 0);
    chart_add_sparkline(pen->sb, (Sparkline){value, empty, n}, pen->ascii);
    pen_plain(pen);
}

/* The name, the line, and the value it ends with; of a long one its end. */
void chart_draw_sparklines(ChartPen *pen, const ChartPanel *panel)
{
    size_t n = panel->n_series < SPARKS_MOST ? panel->n_series : SPARKS_MOST;
    size_t label = 0, value = 0;
    for (size_t i = 0; i < n && pen->chart->n_category; i++) {
        size_t width = pen_text_width(panel->series[i].name);
        label = width > label ? width : label;
        pen_make_value(pen, last_point(pen->chart, &panel->series[i]));
        width = pen_text_width(pen->cell.text);
        value = width > value ? width : value;
    }
    label = label < pen->width / 3 ? label : pen->width / 3;
    size_t room = pen_room(pen, label + value + 2 * SPARK_GAP, &label, &value);
    size_t all = pen->chart->n_category;
    size_t first = all > room ? all - room : 0;
    for (size_t i = 0; i < n; i++) {
        pen_label(pen, panel->series[i].name, label, false);
        strbuf_addn(pen->sb, ' ', label ? SPARK_GAP : 0);
        add_spark(pen, &panel->series[i], first);
        strbuf_addn(pen->sb, ' ', SPARK_GAP);
        pen_make_value(pen, last_point(pen->chart, &panel->series[i]));
        pen_label(pen, pen->cell.text, value, true);
        pen_end_line(pen);
    }
    if (first)
        pen_note(pen, "the last %zu of %zu values", all - first, all);
    if (panel->n_series > n)
        pen_note(pen, "%s %zu more series", pen_sign(pen, "…", "..."),
                 panel->n_series - n);
}
