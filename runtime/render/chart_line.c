/* Lines in braille, eight dots a cell; in ASCII one dot a cell. Series are told apart
   by a mark on their points (in ASCII a letter all along) and, where there is colour,
   by colour. */
#include "runtime/render/chart_pen.h"

#include "runtime/base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { HEIGHT = 12, SERIES_MOST = 6, TICKS = 6, SPREAD_MOST = 10, MARK_APART = 3 };

static const char *const mark_sign[SERIES_MOST] = {"●", "○", "◆", "◇", "▲", "△"};
static const char *const letter[SERIES_MOST] = {"a", "b", "c", "d", "e", "f"};

typedef struct {
    uint8_t dots;   /* of braille; in ASCII 0 or 1 */
    uint8_t series; /* drawn last */
    const char *mark;
} Cell;

typedef struct {
    ChartPen *pen;
    ChartAxis axis;
    Cell *cell;        /* HEIGHT lines of axis.width */
    long per_x, per_y; /* dots of a cell */
    long dash;         /* dots of a piece */
    size_t n;          /* categories */
    bool single;
} Canvas;

static void set_dot(Canvas *c, long x, long y, size_t series)
{
    static const uint8_t bit[4][2] = {
        {0x40, 0x80}, {0x04, 0x20}, {0x02, 0x10}, {0x01, 0x08}};
    long line = HEIGHT - 1 - y / c->per_y;
    Cell *cell = &c->cell[(size_t)line * c->axis.width + (size_t)(x / c->per_x)];
    cell->dots |= c->pen->ascii ? 1 : bit[y % 4][x % 2];
    cell->series = (uint8_t)series;
}

/* All dots between two points, along the longer side; of a line to what is expected
   every other piece. */
static void draw_segment(Canvas *c, const long from[2], const long to[2], size_t series,
                         bool dashed)
{
    long dx = to[0] - from[0], dy = to[1] - from[1];
    long steps = labs(dx) > labs(dy) ? labs(dx) : labs(dy);
    for (long i = 0; i <= steps; i++) {
        long x = steps ? (2 * dx * i + (dx < 0 ? -steps : steps)) / (2 * steps) : 0;
        long y = steps ? (2 * dy * i + (dy < 0 ? -steps : steps)) / (2 * steps) : 0;
        if (!dashed || (from[0] + x) / c->dash % 2 == 0)
            set_dot(c, from[0] + x, from[1] + y, series);
    }
}

static long dot_x(const Canvas *c, size_t category)
{
    long most = (long)c->axis.width * c->per_x - 1;
    return c->n > 1 ? (long)category * most / (long)(c->n - 1) : most / 2;
}

static long dot_y(const Canvas *c, double value)
{
    double most = (double)(HEIGHT * c->per_y - 1);
    return (long)(chart_scale_place(&c->axis.scale, value) * most + 0.5);
}

static void set_mark(Canvas *c, const long at[2], const char *mark, size_t series)
{
    size_t line = (size_t)(HEIGHT - 1 - at[1] / c->per_y);
    Cell *cell = &c->cell[line * c->axis.width + (size_t)(at[0] / c->per_x)];
    cell->mark = mark;
    cell->series = (uint8_t)series;
}

/* Every point has its mark where there is room, else some, shifted from series to
   series. A point that stands alone always has one, as no line shows it. */
static bool is_marked(const Canvas *c, size_t category, size_t series, bool alone)
{
    if (alone)
        return true;
    if (c->single)
        return false;
    size_t apart = c->axis.width / (c->n ? c->n : 1);
    size_t every = apart >= MARK_APART ? 1 : MARK_APART * 4 * c->n / c->axis.width + 1;
    return (category + series * (every / 3 + 1)) % every == 0 || every == 1;
}

static bool has_value(const ChartSeries *series, size_t i, size_t n)
{
    return i < n && series->point[i].exists && !series->point[i].empty;
}

static void draw_series(Canvas *c, const ChartSeries *series, size_t index,
                        bool is_edge)
{
    const ChartPen *pen = c->pen;
    const char *mark = pen->ascii ? letter[index] : mark_sign[index];
    long before[2] = {0, 0};
    for (size_t i = 0; i < c->n; i++) {
        if (!has_value(series, i, c->n))
            continue;
        const ChartPoint *p = &series->point[i];
        long at[2] = {dot_x(c, i), dot_y(c, p->value)};
        bool joined = i > 0 && has_value(series, i - 1, c->n);
        draw_segment(c, joined ? before : at, at, index, p->ahead && !is_edge);
        bool alone = !joined && !has_value(series, i + 1, c->n);
        if (p->partial)
            set_mark(c, at, format_partial_mark(&pen->style->format), index);
        else if (is_marked(c, i, index, alone))
            set_mark(c, at, c->single ? pen_sign(pen, "●", "*") : mark, index);
        memcpy(before, at, sizeof before);
    }
}

static void add_cell(Canvas *c, const Cell *cell)
{
    ChartPen *pen = c->pen;
    if (cell->mark)
        strbuf_adds(pen->sb, cell->mark);
    else if (!cell->dots)
        strbuf_addc(pen->sb, ' ');
    else if (pen->ascii)
        strbuf_adds(pen->sb, c->single ? "*" : letter[cell->series]);
    else
        utf8_encode(pen->sb, 0x2800 + cell->dots);
}

/* A colour is set where it begins, not for every cell. */
static void add_cells(Canvas *c, size_t line)
{
    int colour = -1;
    for (size_t x = 0; x < c->axis.width; x++) {
        const Cell *cell = &c->cell[line * c->axis.width + x];
        int wanted = cell->dots || cell->mark ? cell->series : -1;
        if (colour >= 0 && wanted != colour)
            pen_plain(c->pen);
        if (wanted >= 0 && wanted != colour)
            pen_colour(c->pen, wanted);
        colour = wanted;
        add_cell(c, cell);
    }
    if (colour >= 0)
        pen_plain(c->pen);
}

static size_t tick_of_line(const Canvas *c, size_t line)
{
    for (size_t i = 0; i < c->axis.scale.n_tick; i++) {
        long y = dot_y(c, chart_scale_tick(&c->axis.scale, i));
        if ((size_t)(HEIGHT - 1 - y / c->per_y) == line)
            return i;
    }
    return SIZE_MAX;
}

static void print_canvas(Canvas *c)
{
    for (size_t line = 0; line < HEIGHT; line++) {
        chart_axis_left(c->pen, &c->axis, tick_of_line(c, line));
        add_cells(c, line);
        pen_end_line(c->pen);
    }
    chart_axis_bottom(c->pen, &c->axis, SIZE_MAX);
}

/* One mark and name behind the other, in as many lines as it takes. */
static void print_legend(ChartPen *pen, const ChartPanel *panel, size_t n)
{
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        const char *name = panel->series[i].name;
        size_t width = pen_widest(&name, 1, pen->width - 2) + 2;
        if (used && used + 2 + width > pen->width) {
            pen_end_line(pen);
            used = 0;
        }
        strbuf_addn(pen->sb, ' ', used ? 2 : 0);
        used += width + (used ? 2 : 0);
        pen_colour(pen, (int)i);
        strbuf_adds(pen->sb, pen->ascii ? letter[i] : mark_sign[i]);
        pen_plain(pen);
        strbuf_addc(pen->sb, ' ');
        pen_label(pen, name, width - 2, false);
    }
    pen_end_line(pen);
}

void chart_draw_line(ChartPen *pen, const ChartPanel *panel)
{
    const Chart *chart = pen->chart;
    Canvas c = {.pen = pen,
                .axis = chart_axis_make(pen, panel, false, TICKS),
                .per_x = pen->ascii ? 1 : 2,
                .per_y = pen->ascii ? 1 : 4,
                .dash = pen->ascii ? 2 : 3,
                .n = chart->n_category,
                .single = panel->n_series == 1};
    size_t most = c.n > 1 ? (c.n - 1) * SPREAD_MOST + 1 : SPREAD_MOST;
    c.axis.width = c.axis.width < most ? c.axis.width : most;
    c.cell = ARENA_ARRAY(chart->arena, Cell, HEIGHT * c.axis.width);
    size_t n = panel->n_series < SERIES_MOST ? panel->n_series : SERIES_MOST;
    for (size_t i = n; i-- > 0;) {
        ColumnFan fan = chart_fan(chart, panel, i);
        draw_series(&c, &panel->series[i], i, fan == FAN_LOW || fan == FAN_HIGH);
    }
    if (!c.single)
        print_legend(pen, panel, n);
    print_canvas(&c);
    size_t *place = ARENA_ARRAY(chart->arena, size_t, c.n + 1);
    for (size_t i = 0; i < c.n; i++)
        place[i] = (size_t)(dot_x(&c, i) / c.per_x);
    chart_axis_labels(pen, &c.axis, place, c.n);
    if (n < panel->n_series)
        pen_note(pen, "%s %zu more series", pen_sign(pen, "…", "..."),
                 panel->n_series - n);
}
