/* Bars that lie: a line for each value with its names, and the value at the end of its
   bar. Bullets: a bar to what is and a mark at what was wanted. */
#include "runtime/render/svg_pen.h"

#include <math.h>

enum { ROW = 24, BAR = 16, MARK = 3 };

/* Parts of the width. */
static const double bars_least = 0.4, labels_least = 0.3;

typedef struct {
    const ChartBar *bar;
    size_t n;
    double label, series;           /* widths of the columns; series 0: none */
    double left, right, zero, unit; /* where bars may lie; length of one */
} Bars;

static double widest_value(SvgPen *pen, const ChartBar *bar, size_t n, bool below)
{
    double widest = 0;
    for (size_t i = 0; i < n; i++) {
        if ((bar[i].point->value < 0) != below)
            continue;
        svg_make_value(pen, bar[i].point);
        widest = fmax(widest, svg_text_width(pen->cell.text) + SVG_GAP);
    }
    return widest;
}

/* What is missing is missing in the longer column. */
static void share_room(Bars *b, double room)
{
    double half = room / 2;
    if (b->label + b->series <= room)
        return;
    b->label = fmin(b->label, fmax(half, room - b->series));
    b->series = fmin(b->series, room - b->label);
}

static Bars make_bars(SvgPen *pen, const ChartPanel *panel)
{
    Bars b = {0};
    const Chart *chart = pen->chart;
    b.bar = chart_list_bars(chart, panel, &b.n);
    b.n = b.n < SVG_BARS_MOST ? b.n : SVG_BARS_MOST;
    for (size_t i = 0; i < b.n; i++) {
        b.label = fmax(b.label, svg_text_width(chart->category[b.bar[i].category]));
        b.series = fmax(b.series, svg_text_width(panel->series[b.bar[i].series].name));
    }
    double below = widest_value(pen, b.bar, b.n, true);
    double above = widest_value(pen, b.bar, b.n, false);
    share_room(&b, fmax(pen->width * (1 - bars_least) - below - above,
                        pen->width * labels_least));
    b.left = b.label + (b.label > 0 ? SVG_GAP : 0) + b.series +
             (b.series > 0 ? SVG_GAP : 0) + below;
    b.right = fmax(pen->width - above, b.left + 20);
    double hi = fmax(panel->hi, 0), lo = fmin(panel->lo, 0);
    b.unit = hi > lo ? (b.right - b.left) / (hi - lo) : 0;
    b.zero = b.left - lo * b.unit;
    return b;
}

static void draw_bar(SvgPen *pen, const ChartPanel *panel, const Bars *b, size_t i)
{
    const ChartBar *bar = &b->bar[i];
    const ChartPoint *point = bar->point;
    double text = pen->y + ROW / 2.0 + 4;
    bool repeats = i && b->series > 0 && bar->category == bar[-1].category;
    if (!repeats)
        svg_label(pen, (SvgPlace){0, text, SVG_START, b->label, "l"},
                  pen->chart->category[bar->category]);
    if (b->series > 0)
        svg_label(pen,
                  (SvgPlace){b->label + (b->label > 0 ? SVG_GAP : 0), text, SVG_START,
                             b->series, "l"},
                  panel->series[bar->series].name);
    double length = fmax(fabs(point->value) * b->unit, point->value != 0 ? 1 : 0);
    bool below = point->value < 0;
    SvgBox box = {below ? b->zero - length : b->zero, pen->y + (ROW - BAR) / 2.0,
                  length, BAR};
    StrBuf class;
    strbuf_init(&class);
    strbuf_addf(&class, "%s%s", below ? "neg" : svg_series_class(bar->series),
                point->part ? " p" : "");
    if (chart_has_number(point))
        svg_rect(pen, class.text, box,
                 svg_make_tip(pen, panel, bar->series, bar->category));
    strbuf_release(&class);
    svg_make_value(pen, point);
    svg_label(pen,
              (SvgPlace){below ? box.x - 5 : b->zero + length + 5, text,
                         below ? SVG_END : SVG_START, 0, "v"},
              pen->cell.text);
    pen->y += ROW;
}

void svg_draw_bars(SvgPen *pen, const ChartPanel *panel)
{
    Bars b = make_bars(pen, panel);
    size_t n_all;
    chart_list_bars(pen->chart, panel, &n_all);
    double top = pen->y;
    for (size_t i = 0; i < b.n; i++)
        draw_bar(pen, panel, &b, i);
    svg_line(pen, "z", (SvgBox){b.zero, top, 0, pen->y - top});
    pen->y += 4;
    if (n_all > b.n)
        svg_note(pen, "%zu more lines are in the table", n_all - b.n);
}

/* --- bullets --- */

typedef struct {
    size_t n;
    double label, left, right, unit;
    double step; /* from line to line */
    double down; /* from the label to its bar; where both stand in one line 0 */
} Bullets;

static double widest_pair(SvgPen *pen, const ChartPanel *panel, size_t n)
{
    double widest = 0;
    for (size_t i = 0; i < n; i++) {
        svg_make_value(pen, &panel->series[0].point[i]);
        double width = svg_text_width(pen->cell.text);
        svg_make_value(pen, &panel->series[1].point[i]);
        widest = fmax(widest,
                      width + svg_text_width(" of ") + svg_text_width(pen->cell.text));
    }
    return widest;
}

static Bullets make_bullets(SvgPen *pen, const ChartPanel *panel)
{
    size_t n = pen->chart->n_category;
    Bullets b = {.n = n < SVG_BARS_MOST ? n : SVG_BARS_MOST, .step = ROW + 4};
    double pair = widest_pair(pen, panel, b.n);
    b.label = svg_widest(pen->chart->category, b.n, pen->width * 0.3);
    b.left = b.label > 0 ? b.label + SVG_GAP : 0;
    b.right = pen->width - pair - SVG_GAP;
    if (b.right - b.left < pen->width / 3) {
        b.label = fmax(pen->width - pair - SVG_GAP, 40);
        b.left = 0;
        b.right = pen->width - MARK;
        b.down = SVG_LINE - 2;
        b.step = ROW + SVG_LINE;
    }
    b.unit = panel->hi > 0 ? (b.right - b.left - MARK) / panel->hi : 0;
    return b;
}

static void draw_bullet(SvgPen *pen, const ChartPanel *panel, const Bullets *b,
                        size_t i)
{
    const ChartPoint *point = &panel->series[0].point[i];
    const ChartPoint *target = &panel->series[1].point[i];
    double text = pen->y + ROW / 2.0 + 4 - (b->down > 0 ? 3 : 0), y = pen->y + b->down;
    svg_label(pen, (SvgPlace){0, text, SVG_START, b->label, "l"},
              pen->chart->category[i]);
    svg_rect(pen, "b", (SvgBox){b->left, y + 3, b->right - b->left, ROW - 6}, NULL);
    if (chart_has_number(point) && point->value > 0)
        svg_rect(pen, point->part ? "s0 p" : "s0",
                 (SvgBox){b->left, y + 7, point->value * b->unit, ROW - 14},
                 svg_make_tip(pen, panel, 0, i));
    if (chart_has_number(target) && target->value >= 0)
        svg_rect(pen, "t",
                 (SvgBox){b->left + target->value * b->unit, y + 2, MARK, ROW - 4},
                 svg_make_tip(pen, panel, 1, i));
    svg_make_value(pen, point);
    StrBuf both;
    strbuf_init(&both);
    strbuf_adds(&both, pen->cell.text);
    svg_make_value(pen, target);
    strbuf_addf(&both, " of %s", pen->cell.text);
    svg_label(pen, (SvgPlace){pen->width, text, SVG_END, 0, "v"}, both.text);
    strbuf_release(&both);
    pen->y += b->step;
}

void svg_draw_bullets(SvgPen *pen, const ChartPanel *panel)
{
    Bullets b = make_bullets(pen, panel);
    double half = pen->width / 2 - 20;
    double x = 18 + fmin(svg_text_width(panel->series[0].name), half) + 14;
    svg_rect(pen, "s0", (SvgBox){0, pen->y + 4, 12, 8}, NULL);
    svg_label(pen, (SvgPlace){18, pen->y + 12, SVG_START, half, "l"},
              panel->series[0].name);
    svg_rect(pen, "t", (SvgBox){x, pen->y + 1, MARK, 14}, NULL);
    svg_label(pen, (SvgPlace){x + 9, pen->y + 12, SVG_START, half, "l"},
              panel->series[1].name);
    pen->y += SVG_LINE + 4;
    for (size_t i = 0; i < b.n; i++)
        draw_bullet(pen, panel, &b, i);
    if (panel->lo < 0)
        svg_note(pen, "values below zero have no bar");
    if (pen->chart->n_category > b.n)
        svg_note(pen, "%zu more lines are in the table", pen->chart->n_category - b.n);
}
