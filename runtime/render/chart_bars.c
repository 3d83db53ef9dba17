/* Bars: a line for each value, with its label, the value as the table prints it, and a
   bar to the eighth of a cell. Bars below zero grow to the left of a rule. */
#include "runtime/render/chart_pen.h"

enum { BARS_MOST = 60, GAP = 2 };

typedef struct {
    size_t label, series, value; /* cells of the columns; series 0: none */
    size_t left, right;          /* cells for bars below and above zero */
    double unit;                 /* value of one cell */
} BarLayout;

static size_t widest_value(ChartPen *pen, const ChartBar *bar, size_t n)
{
    size_t widest = 0;
    for (size_t i = 0; i < n; i++) {
        pen_make_value(pen, bar[i].point);
        size_t width = pen_text_width(pen->cell.text);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static size_t widest_series(const ChartPanel *panel, const ChartBar *bar, size_t n)
{
    size_t widest = 0;
    for (size_t i = 0; i < n; i++) {
        size_t width = pen_text_width(panel->series[bar[i].series].name);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static size_t widest_category(const ChartPen *pen, const ChartBar *bar, size_t n)
{
    size_t widest = 0;
    for (size_t i = 0; i < n; i++) {
        size_t width = pen_text_width(pen->chart->category[bar[i].category]);
        widest = width > widest ? width : widest;
    }
    return widest < pen->width / 3 ? widest : pen->width / 3;
}

/* Of the bars that are drawn. */
static BarLayout make_layout(ChartPen *pen, const ChartPanel *panel,
                             const ChartBar *bar, size_t n)
{
    BarLayout layout = {.label = widest_category(pen, bar, n),
                        .series = widest_series(panel, bar, n),
                        .value = widest_value(pen, bar, n)};
    if (layout.series > pen->width / 4)
        layout.series = pen->width / 4;
    size_t taken = layout.label + layout.value + 2 * GAP;
    taken += layout.series ? layout.series + GAP : 0;
    size_t room = pen_room(pen, taken, &layout.label, &layout.value);
    double hi = panel->hi > 0 ? panel->hi : 0;
    double lo = panel->lo < 0 ? -panel->lo : 0;
    layout.right = room;
    if (lo > 0 && room > 2) {
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
static void add_right_bar(ChartPen *pen, double cells, bool part)
{
    static const char *const eighth[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    size_t parts = (size_t)(cells * 8 + 0.5);
    parts = cells > 0 && parts == 0 ? 1 : parts;
    if (pen->ascii) {
        size_t whole = (size_t)(cells + 0.5);
        pen_repeat(pen, part ? ":" : "#", cells > 0 && whole == 0 ? 1 : whole);
        return;
    }
    pen_repeat(pen, part ? "▒" : "█", parts / 8);
    strbuf_adds(pen->sb, eighth[parts % 8]);
}

/* From the rule to the left, to the half of a cell: there are no other blocks. */
static void add_left_bar(ChartPen *pen, double cells, size_t room, bool part)
{
    size_t halves = (size_t)(cells * 2 + 0.5);
    halves = cells > 0 && halves == 0 ? 1 : halves;
    if (pen->ascii)
        halves += halves % 2;
    strbuf_addn(pen->sb, ' ', room - (halves + 1) / 2);
    strbuf_adds(pen->sb, halves % 2 ? "▐" : "");
    pen_repeat(pen, part ? pen_sign(pen, "▒", ":") : pen_sign(pen, "█", "#"),
               halves / 2);
}

static void add_bar(ChartPen *pen, const BarLayout *layout, const ChartPoint *point,
                    size_t series)
{
    double cells = layout->unit > 0 ? point->value / layout->unit : 0;
    if (layout->left) {
        pen_colour(pen, PEN_NEGATIVE);
        if (cells < 0)
            add_left_bar(pen, -cells, layout->left, point->ahead);
        else
            strbuf_addn(pen->sb, ' ', layout->left);
        pen_plain(pen);
        strbuf_adds(pen->sb, pen_sign(pen, "│", "|"));
    }
    if (cells <= 0)
        return;
    pen_colour(pen, (int)(series % PEN_COLOURS));
    add_right_bar(pen, cells, point->ahead);
    pen_plain(pen);
}

static void draw_bar(ChartPen *pen, const ChartPanel *panel, const BarLayout *layout,
                     const ChartBar *bar, bool repeats)
{
    const char *label = pen->chart->category[bar->category];
    pen_label(pen, repeats ? "" : label, layout->label, false);
    strbuf_addn(pen->sb, ' ', GAP);
    if (layout->series) {
        pen_label(pen, panel->series[bar->series].name, layout->series, false);
        strbuf_addn(pen->sb, ' ', GAP);
    }
    pen_make_value(pen, bar->point);
    pen_label(pen, pen->cell.text, layout->value, true);
    strbuf_addn(pen->sb, ' ', GAP);
    add_bar(pen, layout, bar->point, bar->series);
    pen_end_line(pen);
}

void chart_draw_bars(ChartPen *pen, const ChartPanel *panel)
{
    size_t n;
    const ChartBar *bar = chart_list_bars(pen->chart, panel, &n);
    size_t n_drawn = n < BARS_MOST ? n : BARS_MOST;
    BarLayout layout = make_layout(pen, panel, bar, n_drawn);
    for (size_t i = 0; i < n_drawn; i++)
        draw_bar(pen, panel, &layout, &bar[i],
                 i && bar[i].category == bar[i - 1].category);
    if (n > n_drawn)
        pen_note(pen, "%s %zu more bars", pen_sign(pen, "…", "..."), n - n_drawn);
}
