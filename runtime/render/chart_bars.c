/* Bars: a line for each value, with its label, the value as the table prints it, and a
   bar to the eighth of a cell. Bars below zero grow to the left of a rule. */
#include "runtime/render/chart_pen.h"

enum { BARS_MOST = 60, GAP = 2 };

typedef struct {
    size_t label, series, value; /* cells of the columns; series 0: none */
    size_t left, right;          /* cells for bars below and above zero */
    double unit;                 /* value of one cell */
} BarLayout;

/* Points that occur, in the order of the lines: categories, series within. */
static bool next_point(const ChartPen *pen, const ChartPanel *panel, size_t *category,
                       size_t *series)
{
    while (*category < pen->chart->n_category) {
        if (++*series >= panel->n_series) {
            *series = 0;
            ++*category;
        }
        if (*category < pen->chart->n_category &&
            panel->series[*series].point[*category].exists)
            return true;
    }
    return false;
}

static size_t widest_value(ChartPen *pen, const ChartPanel *panel)
{
    size_t widest = 0, n = 0;
    size_t c = 0, s = SIZE_MAX;
    while (n++ < BARS_MOST && next_point(pen, panel, &c, &s)) {
        pen_make_value(pen, &panel->series[s].point[c]);
        size_t width = pen_text_width(pen->cell.text);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static BarLayout make_layout(ChartPen *pen, const ChartPanel *panel)
{
    BarLayout layout = {0};
    const Chart *chart = pen->chart;
    layout.label = pen_widest(chart->category, chart->n_category, pen->width / 3);
    for (size_t i = 0; i < panel->n_series; i++) {
        size_t width = pen_text_width(panel->series[i].name);
        layout.series = width > layout.series ? width : layout.series;
    }
    if (layout.series > pen->width / 4)
        layout.series = pen->width / 4;
    layout.value = widest_value(pen, panel);
    size_t taken = layout.label + layout.value + 2 * GAP;
    taken += layout.series ? layout.series + GAP : 0;
    size_t room = pen->width > taken + 4 ? pen->width - taken : 4;
    double hi = panel->hi > 0 ? panel->hi : 0;
    double lo = panel->lo < 0 ? -panel->lo : 0;
    layout.right = room;
    if (lo > 0) {
        room--;
        layout.left = (size_t)((double)room * lo / (lo + hi) + 0.5);
        layout.left = layout.left ? layout.left : 1;
        layout.left -= hi > 0 && layout.left == room;
        layout.right = room - layout.left;
    }
    double above = layout.right ? hi / (double)layout.right : 0;
    double below = layout.left ? lo / (double)layout.left : 0;
    layout.unit = above > below ? above : below;
    return layout;
}

/* From the rule to the right; a value that is not zero shows at least a sliver. */
static void add_right_bar(ChartPen *pen, double cells)
{
    static const char *const eighth[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    size_t parts = (size_t)(cells * 8 + 0.5);
    parts = cells > 0 && parts == 0 ? 1 : parts;
    if (pen->ascii) {
        size_t whole = (size_t)(cells + 0.5);
        pen_repeat(pen, "#", cells > 0 && whole == 0 ? 1 : whole);
        return;
    }
    pen_repeat(pen, "█", parts / 8);
    strbuf_adds(pen->sb, eighth[parts % 8]);
}

/* From the rule to the left, to the half of a cell: there are no other blocks. */
static void add_left_bar(ChartPen *pen, double cells, size_t room)
{
    size_t halves = (size_t)(cells * 2 + 0.5);
    halves = cells > 0 && halves == 0 ? 1 : halves;
    if (pen->ascii)
        halves += halves % 2;
    strbuf_addn(pen->sb, ' ', room - (halves + 1) / 2);
    strbuf_adds(pen->sb, halves % 2 ? "▐" : "");
    pen_repeat(pen, pen_sign(pen, "█", "#"), halves / 2);
}

static void add_bar(ChartPen *pen, const BarLayout *layout, const ChartPoint *point,
                    size_t series)
{
    double cells = layout->unit > 0 ? point->value / layout->unit : 0;
    if (layout->left) {
        pen_colour(pen, PEN_NEGATIVE);
        if (cells < 0)
            add_left_bar(pen, -cells, layout->left);
        else
            strbuf_addn(pen->sb, ' ', layout->left);
        pen_plain(pen);
        strbuf_adds(pen->sb, pen_sign(pen, "│", "|"));
    }
    if (cells <= 0)
        return;
    pen_colour(pen, (int)(series % PEN_COLOURS));
    add_right_bar(pen, cells);
    pen_plain(pen);
}

void chart_draw_bars(ChartPen *pen, const ChartPanel *panel)
{
    BarLayout layout = make_layout(pen, panel);
    size_t n = 0, last = SIZE_MAX;
    for (size_t c = 0, s = SIZE_MAX; next_point(pen, panel, &c, &s);) {
        if (n++ >= BARS_MOST)
            continue;
        const ChartPoint *point = &panel->series[s].point[c];
        pen_label(pen, c == last ? "" : pen->chart->category[c], layout.label, false);
        strbuf_addn(pen->sb, ' ', GAP);
        if (layout.series) {
            pen_label(pen, panel->series[s].name, layout.series, false);
            strbuf_addn(pen->sb, ' ', GAP);
        }
        pen_make_value(pen, point);
        pen_label(pen, pen->cell.text, layout.value, true);
        strbuf_addn(pen->sb, ' ', GAP);
        add_bar(pen, &layout, point, s);
        pen_end_line(pen);
        last = c;
    }
    if (n > BARS_MOST)
        pen_note(pen, "%s %zu more bars", pen_sign(pen, "…", "..."), n - BARS_MOST);
}
