/* Bullets: a line for each category with the value of the first measure, that of the
   second behind `of`, a bar to the first and a mark at the second. */
#include "runtime/render/chart_pen.h"

enum { LINES_MOST = 60, GAP = 2 };

static const char between[] = " of ";

typedef struct {
    size_t n, label, value, target, room; /* lines drawn; cells of the columns */
    double unit;                          /* value of one cell */
} Bullets;

static size_t widest_value(ChartPen *pen, const ChartPoint *point, size_t n)
{
    size_t widest = 0;
    for (size_t i = 0; i < n; i++) {
        pen_make_value(pen, &point[i]);
        size_t width = pen_text_width(pen->cell.text);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static Bullets make_bullets(ChartPen *pen, const ChartPanel *panel)
{
    Bullets b = {.n = pen->chart->n_category};
    b.n = b.n < LINES_MOST ? b.n : LINES_MOST;
    b.label = pen_widest(pen->chart->category, b.n, pen->width / 3);
    b.value = widest_value(pen, panel->series[0].point, b.n);
    b.target = widest_value(pen, panel->series[1].point, b.n);
    size_t taken = b.label + b.value + b.target + sizeof between - 1;
    taken += b.label ? 2 * GAP : GAP;
    b.room = pen_room(pen, taken, &b.label, &b.target);
    if (b.room > 1 && panel->hi > 0)
        b.unit = panel->hi / (double)(b.room - 1);
    return b;
}

/* The cell that a value reaches to; at least one where it is more than zero. */
static size_t cell_of(const Bullets *b, const ChartPoint *point)
{
    if (!chart_has_number(point) || point->value <= 0 || b->unit <= 0)
        return 0;
    size_t cell = (size_t)(point->value / b->unit + 0.5);
    return cell ? cell : 1;
}

static void add_bar(ChartPen *pen, const Bullets *b, const ChartPoint *point,
                    const ChartPoint *target)
{
    size_t bar = cell_of(b, point);
    bool marked = chart_has_number(target) && target->value >= 0;
    size_t mark = marked ? cell_of(b, target) : SIZE_MAX;
    const char *fill = pen_sign(pen, "▆", "#");
    pen_colour(pen, 0);
    pen_repeat(pen, fill, bar < mark ? bar : mark);
    pen_plain(pen);
    if (!marked)
        return;
    strbuf_addn(pen->sb, ' ', mark > bar ? mark - bar : 0);
    strbuf_adds(pen->sb, pen_sign(pen, "┃", "|"));
    pen_colour(pen, 0);
    pen_repeat(pen, fill, bar > mark + 1 ? bar - mark - 1 : 0);
    pen_plain(pen);
}

static void draw_bullet(ChartPen *pen, const ChartPanel *panel, const Bullets *b,
                        size_t i)
{
    const ChartPoint *point = &panel->series[0].point[i];
    const ChartPoint *target = &panel->series[1].point[i];
    pen_label(pen, pen->chart->category[i], b->label, false);
    strbuf_addn(pen->sb, ' ', b->label ? GAP : 0);
    pen_make_value(pen, point);
    pen_label(pen, pen->cell.text, b->value, true);
    strbuf_adds(pen->sb, between);
    pen_make_value(pen, target);
    pen_label(pen, pen->cell.text, b->target, true);
    strbuf_addn(pen->sb, ' ', GAP);
    add_bar(pen, b, point, target);
    pen_end_line(pen);
}

void chart_draw_bullets(ChartPen *pen, const ChartPanel *panel)
{
    Bullets b = make_bullets(pen, panel);
    pen_note(pen, "%s %s  %s %s", pen_sign(pen, "▆", "#"), panel->series[0].name,
             pen_sign(pen, "┃", "|"), panel->series[1].name);
    for (size_t i = 0; i < b.n; i++)
        draw_bullet(pen, panel, &b, i);
    if (panel->lo < 0)
        pen_note(pen, "values below zero have no bar");
    if (pen->chart->n_category > b.n)
        pen_note(pen, "%s %zu more lines", pen_sign(pen, "…", "..."),
                 pen->chart->n_category - b.n);
}
