/* A heatmap: a line per series, a cell per category, darker for more. The key below
   says which shade stands for what. */
#include "runtime/render/chart_pen.h"

enum { SHADES = 4, ROWS_MOST = 60, CELL_MOST = 12, GAP = 2 };

typedef struct {
    size_t label, cell, n; /* cells of the labels and of one value; columns drawn */
    double lo, hi;
} Map;

static const char *shade_sign(const ChartPen *pen, size_t shade)
{
    static const char *const sign[2][SHADES] = {{"░", "▒", "▓", "█"},
                                                {".", "+", "*", "#"}};
    return sign[pen->ascii][shade];
}

static size_t shade_of(const Map *map, double value)
{
    if (map->hi <= map->lo)
        return 0;
    double share = (value - map->lo) / (map->hi - map->lo);
    size_t shade = (size_t)(share * SHADES);
    return shade < SHADES ? shade : SHADES - 1;
}

static size_t widest_name(const ChartPanel *panel, size_t most)
{
    size_t widest = 0;
    for (size_t i = 0; i < panel->n_series; i++) {
        size_t width = pen_text_width(panel->series[i].name);
        widest = width > widest ? width : widest;
    }
    return widest < most ? widest : most;
}

static Map make_map(ChartPen *pen, const ChartPanel *panel)
{
    const Chart *chart = pen->chart;
    Map map = {
        .label = widest_name(panel, pen->width / 3), .lo = panel->lo, .hi = panel->hi};
    size_t room = pen->width > map.label + GAP + 4 ? pen->width - map.label - GAP : 4;
    map.cell = pen_widest(chart->category, chart->n_category, CELL_MOST) + 1;
    map.cell = map.cell < 3 ? 3 : map.cell;
    while (map.cell > 2 && map.cell * chart->n_category > room)
        map.cell--;
    if (map.cell * chart->n_category > room)
        map.cell = 1;
    map.n = room / map.cell;
    map.n = map.n < chart->n_category ? map.n : chart->n_category;
    return map;
}

static void print_header(ChartPen *pen, const Map *map)
{
    const Chart *chart = pen->chart;
    ChartAxis axis = {.label = map->label, .width = map->cell * map->n};
    size_t *place = ARENA_ARRAY(chart->arena, size_t, map->n + 1);
    for (size_t i = 0; i < map->n; i++)
        place[i] = i * map->cell + (map->cell - 1) / 2;
    chart_axis_labels(pen, &axis, place, map->n);
}

static void print_point(ChartPen *pen, const Map *map, const ChartPoint *point)
{
    size_t width = map->cell > 1 ? map->cell - 1 : 1;
    if (!point->exists || point->empty) {
        strbuf_addn(pen->sb, ' ', (width - 1) / 2);
        strbuf_adds(pen->sb, point->exists ? pen_sign(pen, "–", "-") : " ");
        strbuf_addn(pen->sb, ' ', width - 1 - (width - 1) / 2);
    } else {
        bool marked = point->ahead && width > 1;
        pen_repeat(pen, shade_sign(pen, shade_of(map, point->value)), width - marked);
        strbuf_adds(pen->sb, marked ? pen_sign(pen, "◌", "?") : "");
    }
    strbuf_addn(pen->sb, ' ', map->cell - width);
}

/* The least and the largest value as the table prints them, without a mark. */
static void add_edge(ChartPen *pen, const ChartPoint *point)
{
    const ResultColumn *column = &pen->chart->result->column[point->column];
    strbuf_reset(&pen->cell);
    format_aligned(&pen->cell, &pen->style->format, column->type,
                   result_value(pen->chart->result, point->column, point->row),
                   pen->grid.column[point->column].digits);
    strbuf_add(pen->sb, pen->cell.text, pen->cell.len);
}

static void print_key(ChartPen *pen, const ChartPanel *panel, const Map *map)
{
    ChartPoint lo = {.exists = false}, hi = {.exists = false};
    for (size_t s = 0; s < panel->n_series; s++) {
        for (size_t i = 0; i < pen->chart->n_category; i++) {
            const ChartPoint *p = &panel->series[s].point[i];
            if (!p->exists || p->empty)
                continue;
            lo = !lo.exists || p->value < lo.value ? *p : lo;
            hi = !hi.exists || p->value > hi.value ? *p : hi;
        }
    }
    strbuf_addn(pen->sb, ' ', map->label + GAP);
    add_edge(pen, &lo);
    strbuf_addc(pen->sb, ' ');
    for (size_t i = 0; i < SHADES; i++)
        pen_repeat(pen, shade_sign(pen, i), 2);
    strbuf_addc(pen->sb, ' ');
    add_edge(pen, &hi);
    pen_end_line(pen);
}

void chart_draw_heatmap(ChartPen *pen, const ChartPanel *panel)
{
    Map map = make_map(pen, panel);
    print_header(pen, &map);
    for (size_t i = 0; i < panel->n_series && i < ROWS_MOST; i++) {
        pen_label(pen, panel->series[i].name, map.label, false);
        strbuf_addn(pen->sb, ' ', GAP);
        for (size_t k = 0; k < map.n; k++)
            print_point(pen, &map, &panel->series[i].point[k]);
        pen_end_line(pen);
    }
    print_key(pen, panel, &map);
    if (panel->n_series > ROWS_MOST)
        pen_note(pen, "%s %zu more lines", pen_sign(pen, "…", "..."),
                 panel->n_series - ROWS_MOST);
    if (map.n < pen->chart->n_category)
        pen_note(pen, "the first %zu of %zu columns", map.n, pen->chart->n_category);
}
