/* Columns and areas, a plot for each series on one scale: without colour two series in
   one plot could not be told apart. Upwards in eighths of a cell, downwards in halves,
   for there are no other blocks. */
#include "runtime/render/chart_pen.h"

#include <math.h>

enum { HEIGHT = 10, HEIGHT_OF_MANY = 5, SERIES_MOST = 6, TICKS = 6, COLUMN_MOST = 8 };

/* What one cell along the axis shows. */
typedef struct {
    double value;
    bool filled, part;
} Slice;

typedef struct {
    ChartAxis axis;
    Slice *slice;     /* axis.width of them */
    size_t *place;    /* per drawn category: its middle */
    size_t column;    /* cells of one column */
    size_t n_drawn;   /* categories */
    size_t up, down;  /* lines above and below zero */
    double unit;      /* value of one line */
    size_t zero_tick; /* SIZE_MAX: none */
} Plot;

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static void make_lines(Plot *plot, size_t height)
{
    const ChartScale *scale = &plot->axis.scale;
    double span = scale->hi - scale->lo;
    plot->up = (size_t)((double)height * scale->hi / span + 0.5);
    plot->up = scale->hi > 0 ? larger(plot->up, 1) : 0;
    plot->down = height - smaller(plot->up, height);
    plot->down = scale->lo < 0 ? larger(plot->down, 1) : 0;
    double above = plot->up ? scale->hi / (double)plot->up : 0;
    double below = plot->down ? -scale->lo / (double)plot->down : 0;
    plot->unit = fmax(above, below);
}

/* The tick whose line is `line` from zero, on the side of `sign`; SIZE_MAX: none. */
static size_t tick_of_line(const Plot *plot, size_t line, double sign)
{
    const ChartScale *scale = &plot->axis.scale;
    for (size_t i = 0; i < scale->n_tick; i++) {
        double at = sign * (double)(scale->first + (int64_t)i);
        double lines = sign * chart_scale_tick(scale, i) / plot->unit;
        if (at > 0 && (size_t)(lines + 0.5) == line + 1)
            return i;
    }
    return SIZE_MAX;
}

static size_t zero_tick(const ChartScale *scale)
{
    return scale->first <= 0 ? (size_t)-scale->first : SIZE_MAX;
}

static const char *sign_up(const ChartPen *pen, const Slice *slice, double fill,
                           size_t line)
{
    static const char *const eighth[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    if (!slice->filled || fill <= 0)
        return " ";
    bool half = fill >= 0.5 || line == 0;
    if (slice->part)
        return half ? pen_sign(pen, "▒", ":") : " ";
    if (pen->ascii)
        return half ? "#" : " ";
    int parts = fill >= 1 ? 8 : (int)(fill * 8 + 0.5);
    return eighth[parts == 0 && line == 0 ? 1 : parts];
}

static const char *sign_down(const ChartPen *pen, const Slice *slice, double fill,
                             size_t line)
{
    if (!slice->filled || fill <= 0)
        return " ";
    bool half = fill >= 0.25 || line == 0;
    if (slice->part)
        return half ? pen_sign(pen, "▒", ":") : " ";
    if (pen->ascii)
        return half ? "#" : " ";
    if (fill >= 0.75)
        return "█";
    return fill >= 0.25 ? "▀" : line == 0 ? "▔" : " ";
}

static void draw_line_up(ChartPen *pen, const Plot *plot, size_t line, int colour)
{
    chart_axis_left(pen, &plot->axis, tick_of_line(plot, line, 1));
    pen_colour(pen, colour);
    for (size_t x = 0; x < plot->axis.width; x++) {
        const Slice *s = &plot->slice[x];
        double fill = s->value / plot->unit - (double)line;
        strbuf_adds(pen->sb, sign_up(pen, s, fill, line));
    }
    pen_plain(pen);
    pen_end_line(pen);
}

static void draw_line_down(ChartPen *pen, const Plot *plot, size_t line)
{
    chart_axis_left(pen, &plot->axis, tick_of_line(plot, line, -1));
    pen_colour(pen, PEN_NEGATIVE);
    for (size_t x = 0; x < plot->axis.width; x++) {
        const Slice *s = &plot->slice[x];
        double fill = -s->value / plot->unit - (double)line;
        strbuf_adds(pen->sb, sign_down(pen, s, fill, line));
    }
    pen_plain(pen);
    pen_end_line(pen);
}

static void draw_plot(ChartPen *pen, const Plot *plot, int colour)
{
    for (size_t line = plot->up; line-- > 0;)
        draw_line_up(pen, plot, line, colour);
    chart_axis_bottom(pen, &plot->axis, plot->zero_tick);
    for (size_t line = 0; line < plot->down; line++)
        draw_line_down(pen, plot, line);
}

/* --- columns --- */

static void place_columns(ChartPen *pen, Plot *plot)
{
    const Chart *chart = pen->chart;
    size_t room = plot->axis.width;
    size_t label = pen_widest(chart->category, chart->n_category, COLUMN_MOST + 4);
    plot->n_drawn = smaller(chart->n_category, room);
    size_t pitch = smaller(room / larger(plot->n_drawn, 1), larger(label + 2, 4));
    plot->column = pitch > 1 ? smaller(pitch - 1, COLUMN_MOST) : 1;
    plot->axis.width = smaller(room, pitch * plot->n_drawn + 1);
    for (size_t i = 0; i < plot->n_drawn; i++)
        plot->place[i] = i * pitch + (pitch > 1) + plot->column / 2;
}

static void fill_columns(Plot *plot, const ChartSeries *series)
{
    for (size_t i = 0; i < plot->n_drawn; i++) {
        const ChartPoint *p = &series->point[i];
        for (size_t k = 0; k < plot->column; k++) {
            size_t x = plot->place[i] + k - plot->column / 2;
            if (x < plot->axis.width)
                plot->slice[x] = (Slice){p->value, p->exists && !p->empty, p->part};
        }
    }
}

/* --- areas --- */

static void place_area(ChartPen *pen, Plot *plot)
{
    size_t n = pen->chart->n_category;
    size_t room = plot->axis.width;
    plot->n_drawn = n;
    plot->axis.width = smaller(room, n > 1 ? (n - 1) * 10 + 1 : 3);
    for (size_t i = 0; i < n; i++)
        plot->place[i] = n > 1 ? i * (plot->axis.width - 1) / (n - 1) : 1;
}

/* Between two points the edge is straight; beside an empty one there is none. */
static Slice slice_at(const Plot *plot, const ChartSeries *series, size_t x)
{
    double at = plot->n_drawn > 1 ? (double)x * (double)(plot->n_drawn - 1) /
                                        (double)(plot->axis.width - 1)
                                  : 0;
    size_t left = (size_t)at;
    size_t right = smaller(left + 1, plot->n_drawn - 1);
    double share = at - (double)left;
    const ChartPoint *a = &series->point[left], *b = &series->point[right];
    bool has_a = a->exists && !a->empty, has_b = b->exists && !b->empty;
    if (share < 1e-9)
        return (Slice){a->value, has_a, a->part};
    return (Slice){a->value + (b->value - a->value) * share, has_a && has_b, b->part};
}

static void fill_area(Plot *plot, const ChartSeries *series)
{
    for (size_t x = 0; x < plot->axis.width; x++)
        plot->slice[x] = slice_at(plot, series, x);
}

static void draw_series(ChartPen *pen, const ChartPanel *panel, Plot *plot, size_t i)
{
    const ChartSeries *series = &panel->series[i];
    if (*series->name) {
        if (i)
            strbuf_addc(pen->sb, '\n');
        pen->start = pen->sb->len;
        pen_label(pen, series->name, pen_widest(&series->name, 1, pen->width), false);
        pen_end_line(pen);
    }
    for (size_t x = 0; x < plot->axis.width; x++)
        plot->slice[x] = (Slice){0, false, false};
    if (pen->chart->kind == CHART_AREA)
        fill_area(plot, series);
    else
        fill_columns(plot, series);
    draw_plot(pen, plot, (int)(i % PEN_COLOURS));
    chart_axis_labels(pen, &plot->axis, plot->place, plot->n_drawn);
}

void chart_draw_columns(ChartPen *pen, const ChartPanel *panel)
{
    Arena *arena = pen->chart->arena;
    bool many = panel->n_series > 1;
    Plot plot = {.axis = chart_axis_make(pen, panel, true, many ? 3 : TICKS)};
    plot.slice = ARENA_ARRAY(arena, Slice, plot.axis.width);
    plot.place = ARENA_ARRAY(arena, size_t, pen->chart->n_category + 1);
    plot.zero_tick = zero_tick(&plot.axis.scale);
    make_lines(&plot, many ? HEIGHT_OF_MANY : HEIGHT);
    if (pen->chart->kind == CHART_AREA)
        place_area(pen, &plot);
    else
        place_columns(pen, &plot);
    for (size_t i = 0; i < smaller(panel->n_series, SERIES_MOST); i++)
        draw_series(pen, panel, &plot, i);
    if (panel->n_series > SERIES_MOST)
        pen_note(pen, "%s %zu more series", pen_sign(pen, "…", "..."),
                 panel->n_series - SERIES_MOST);
    if (plot.n_drawn < pen->chart->n_category)
        pen_note(pen, "the first %zu of %zu columns; `chart line` shows all",
                 plot.n_drawn, pen->chart->n_category);
}
