/* A heatmap: a line per series, a cell per category, stronger for more, with the value
   in the cell where it fits. */
#include "runtime/render/svg_pen.h"

#include <math.h>

enum { ROW = 28, CELL_LEAST = 14, CELL_MOST = 110, KEY_STEPS = 6 };

typedef struct {
    double label, cell;
    size_t n; /* columns drawn */
    bool with_values;
} Map;

static Map make_map(SvgPen *pen, const ChartPanel *panel)
{
    size_t n = pen->chart->n_category;
    double spare = pen->width - SVG_GAP - (double)CELL_MOST * (double)n;
    Map map = {.label = svg_widest_series(panel, fmax(spare, pen->width * 0.3)),
               .with_values = true};
    double room = pen->width - map.label - SVG_GAP;
    map.cell = fmin(fmax(room / (double)(n ? n : 1), CELL_LEAST), CELL_MOST);
    map.n = (size_t)(room / map.cell + 0.001);
    map.n = map.n < n ? map.n : n;
    for (size_t s = 0; s < panel->n_series && s < SVG_BARS_MOST; s++) {
        for (size_t i = 0; i < map.n && map.with_values; i++) {
            svg_make_value(pen, &panel->series[s].point[i]);
            map.with_values = svg_text_width(pen->cell.text) * 0.92 <= map.cell - 3;
        }
    }
    return map;
}

/* Opacity of a cell in hundredths. */
static int strength(const ChartPanel *panel, double value)
{
    double share =
        panel->hi > panel->lo ? (value - panel->lo) / (panel->hi - panel->lo) : 0.5;
    return 8 + (int)(share * 92 + 0.5);
}

static void draw_line(SvgPen *pen, const ChartPanel *panel, const Map *map, size_t s)
{
    double left = map->label + SVG_GAP, y = pen->y + ROW / 2.0 + 4;
    svg_label(pen, (SvgPlace){0, y, SVG_START, map->label, "l"}, panel->series[s].name);
    for (size_t i = 0; i < map->n; i++) {
        const ChartPoint *point = &panel->series[s].point[i];
        double x = left + map->cell * (double)i;
        if (!chart_has_number(point)) {
            svg_label(pen, (SvgPlace){x + map->cell / 2, y, SVG_MIDDLE, 0, "a"},
                      point->exists ? "–" : "");
            continue;
        }
        int percent = strength(panel, point->value);
        svg_shade(pen, point->ahead ? "r" : "",
                  (SvgBox){x, pen->y, map->cell - 1.5, ROW - 1.5}, percent,
                  svg_make_tip(pen, panel, s, i));
        svg_make_value(pen, point);
        if (map->with_values)
            svg_label(pen,
                      (SvgPlace){x + map->cell / 2 - 0.8, y, SVG_MIDDLE, 0,
                                 percent > 65 ? "i" : "c"},
                      pen->cell.text);
    }
    pen->y += ROW;
}

static void draw_header(SvgPen *pen, const Map *map)
{
    Chart part = *pen->chart;
    part.n_category = map->n;
    const Chart *whole = pen->chart;
    double *place = ARENA_ARRAY(whole->arena, double, map->n + 1);
    SvgPlot plot = {.left = map->label + SVG_GAP, .width = map->cell * (double)map->n};
    for (size_t i = 0; i < map->n; i++)
        place[i] = plot.left + map->cell * ((double)i + 0.5);
    pen->chart = &part;
    pen->y -= 4;
    svg_plot_labels(pen, &plot, place);
    pen->chart = whole;
}

static const ChartPoint *find_edge(const SvgPen *pen, const ChartPanel *panel, bool low)
{
    const ChartPoint *best = &panel->series[0].point[0];
    for (size_t s = 0; s < panel->n_series; s++) {
        for (size_t i = 0; i < pen->chart->n_category; i++) {
            const ChartPoint *p = &panel->series[s].point[i];
            if (chart_has_number(p) &&
                (!chart_has_number(best) ||
                 (low ? p->value < best->value : p->value > best->value)))
                best = p;
        }
    }
    return best;
}

static void draw_key(SvgPen *pen, const ChartPanel *panel, const Map *map)
{
    double x = map->label + SVG_GAP;
    pen->y += 8;
    svg_make_value(pen, find_edge(pen, panel, true));
    svg_label(pen, (SvgPlace){x, pen->y + 11, SVG_START, 0, "a"}, pen->cell.text);
    x += svg_text_width(pen->cell.text) + 6;
    for (int i = 0; i < KEY_STEPS; i++) {
        svg_shade(pen, "", (SvgBox){x, pen->y, 18, 13}, 8 + 92 * i / (KEY_STEPS - 1),
                  NULL);
        x += 18;
    }
    svg_make_value(pen, find_edge(pen, panel, false));
    svg_label(pen, (SvgPlace){x + 6, pen->y + 11, SVG_START, 0, "a"}, pen->cell.text);
    pen->y += SVG_LINE;
}

void svg_draw_heatmap(SvgPen *pen, const ChartPanel *panel)
{
    Map map = make_map(pen, panel);
    strbuf_addf(pen->sb, "<g class=\"%s\">\n", svg_series_class(0));
    draw_header(pen, &map);
    for (size_t s = 0; s < panel->n_series && s < SVG_BARS_MOST; s++)
        draw_line(pen, panel, &map, s);
    draw_key(pen, panel, &map);
    strbuf_adds(pen->sb, "</g>\n");
    if (panel->n_series > SVG_BARS_MOST)
        svg_note(pen, "%zu more lines are in the table",
                 panel->n_series - SVG_BARS_MOST);
    if (map.n < pen->chart->n_category)
        svg_note(pen, "the first %zu of %zu columns", map.n, pen->chart->n_category);
}
