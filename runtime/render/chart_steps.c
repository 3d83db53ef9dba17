/* Funnel and waterfall: a line per step. A funnel says what is left of the first step
   and of the one before; a waterfall goes on where the step before ended, and closes
   with the level that it came to. */
#include "runtime/render/chart_pen.h"

enum { STEPS_MOST = 60, SERIES_MOST = 12, GAP = 2, SHARE = 8 };

static const Type percent_type = {.kind = VALUE_NUMBER, .unit = {.kind = UNIT_PERCENT}};

/* The first steps, as many as are drawn. */
static size_t steps_drawn(const ChartPen *pen)
{
    size_t n = pen->chart->n_category;
    return n < STEPS_MOST ? n : STEPS_MOST;
}

static void begin_series(ChartPen *pen, const ChartPanel *panel, size_t i)
{
    const char *name = panel->series[i].name;
    if (i)
        strbuf_addc(pen->sb, '\n');
    pen->start = pen->sb->len;
    if (*name) {
        pen_label(pen, name, pen_widest(&name, 1, pen->width), false);
        pen_end_line(pen);
    }
}

static size_t series_drawn(const ChartPanel *panel)
{
    return panel->n_series < SERIES_MOST ? panel->n_series : SERIES_MOST;
}

static void note_more_series(ChartPen *pen, const ChartPanel *panel)
{
    size_t n = panel->n_series - series_drawn(panel);
    if (n)
        pen_note(pen, "%s %zu more series", pen_sign(pen, "…", "..."), n);
}

static void note_more(ChartPen *pen)
{
    size_t n = pen->chart->n_category;
    if (n > STEPS_MOST)
        pen_note(pen, "%s %zu more steps", pen_sign(pen, "…", "..."), n - STEPS_MOST);
}

static size_t widest_value(ChartPen *pen, const ChartPoint *point)
{
    size_t widest = 0;
    for (size_t i = 0; i < steps_drawn(pen); i++) {
        pen_make_value(pen, &point[i]);
        size_t width = pen_text_width(pen->cell.text);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* `v` as a share of `of`, or nothing where there is none. */
static void add_share(ChartPen *pen, const ChartPoint *v, const ChartPoint *of)
{
    strbuf_reset(&pen->cell);
    if (of && chart_has_number(v) && chart_has_number(of))
        format_value(&pen->cell, &pen->style->format, percent_type,
                     chart_share(pen->chart, v, of));
    strbuf_addn(pen->sb, ' ', GAP);
    pen_label(pen, pen->cell.text, SHARE, true);
}

typedef struct {
    size_t label, value, room; /* cells of the columns and of the widest bar */
    bool with_shares;          /* there is room for them */
    double most;               /* value of the widest bar */
} Funnel;

static Funnel make_funnel(ChartPen *pen, const ChartPoint *point, double most)
{
    Funnel f = {.most = most, .value = widest_value(pen, point)};
    f.label = pen_widest(pen->chart->category, steps_drawn(pen), pen->width / 3);
    size_t taken = f.label + f.value + 2 * GAP;
    f.with_shares = taken + 2 * (SHARE + GAP) + PEN_BAR_LEAST <= pen->width;
    taken += f.with_shares ? 2 * (SHARE + GAP) : 0;
    f.room = pen_room(pen, taken, &f.label, &f.value);
    return f;
}

static void draw_funnel_head(ChartPen *pen, const Funnel *f)
{
    if (!f->with_shares)
        return;
    strbuf_addn(pen->sb, ' ', f->label + f->value + 2 * GAP);
    pen_label(pen, "of first", SHARE, true);
    strbuf_addn(pen->sb, ' ', GAP);
    pen_label(pen, "of prev.", SHARE, true);
    pen_end_line(pen);
}

static void draw_funnel_step(ChartPen *pen, const Funnel *f, const ChartPoint *point,
                             size_t i)
{
    double value = point[i].value;
    double share = f->most > 0 && value > 0 ? value / f->most : 0;
    size_t cells = (size_t)(share * (double)f->room + 0.5);
    cells = share > 0 && cells == 0 ? 1 : cells;
    pen_label(pen, pen->chart->category[i], f->label, false);
    strbuf_addn(pen->sb, ' ', GAP);
    pen_make_value(pen, &point[i]);
    pen_label(pen, pen->cell.text, f->value, true);
    if (f->with_shares) {
        add_share(pen, &point[i], &point[0]);
        add_share(pen, &point[i], i ? &point[i - 1] : NULL);
    }
    strbuf_addn(pen->sb, ' ', GAP + (f->room - cells) / 2);
    pen_colour(pen, 0);
    pen_repeat(pen, pen_sign(pen, "█", "#"), cells);
    pen_plain(pen);
    pen_end_line(pen);
}

static void draw_funnel(ChartPen *pen, const ChartPoint *point, double most)
{
    Funnel f = make_funnel(pen, point, most);
    draw_funnel_head(pen, &f);
    for (size_t i = 0; i < steps_drawn(pen); i++)
        draw_funnel_step(pen, &f, point, i);
}

void chart_draw_funnel(ChartPen *pen, const ChartPanel *panel)
{
    for (size_t i = 0; i < series_drawn(panel); i++) {
        begin_series(pen, panel, i);
        draw_funnel(pen, panel->series[i].point, panel->hi);
    }
    note_more_series(pen, panel);
    if (panel->lo < 0)
        pen_note(pen, "steps below zero have no bar");
    note_more(pen);
}

static void make_level(ChartPen *pen, Decimal level, size_t column)
{
    strbuf_reset(&pen->cell);
    format_aligned(&pen->cell, &pen->style->format,
                   pen->chart->result->column[column].type, (Value){.as.number = level},
                   pen->grid.column[column].digits);
}

typedef struct {
    size_t label, value, level, room, column; /* level 0: no room for it */
    double lo, unit;                          /* value of one cell */
    size_t zero; /* cell of the rule at zero; SIZE_MAX: nothing is below it */
} StepLayout;

static StepLayout make_layout(ChartPen *pen, const ChartPoint *point,
                              const ChartLevels *levels)
{
    const Chart *chart = pen->chart;
    StepLayout layout = {.lo = levels->lo};
    for (size_t i = 0; i < chart->n_category; i++)
        layout.column = point[i].exists ? point[i].column : layout.column;
    layout.label = pen_widest(chart->category, steps_drawn(pen), pen->width / 3);
    layout.label = layout.label < 5 ? 5 : layout.label;
    layout.value = widest_value(pen, point);
    for (size_t i = 0; i < levels->n; i++) {
        make_level(pen, levels->level[i], layout.column);
        size_t width = pen_text_width(pen->cell.text);
        layout.level = width > layout.level ? width : layout.level;
    }
    size_t taken = layout.label + layout.value + 2 * GAP;
    if (taken + layout.level + GAP + PEN_BAR_LEAST > pen->width)
        layout.level = 0;
    taken += layout.level ? layout.level + GAP : 0;
    layout.room = pen_room(pen, taken, &layout.label, &layout.value);
    layout.room -= levels->lo < 0 && layout.room > 1;
    layout.unit = (levels->hi - levels->lo) / (double)layout.room;
    layout.zero = SIZE_MAX;
    if (levels->lo < 0)
        layout.zero = (size_t)(-levels->lo / layout.unit + 0.5);
    return layout;
}

/* Blanks up to cell `to`, with the rule at zero where it lies between. */
static void add_blanks(ChartPen *pen, size_t zero, size_t from, size_t to)
{
    bool crosses = zero >= from && zero < to;
    size_t before = crosses ? zero - from : to - from;
    strbuf_addn(pen->sb, ' ', before);
    if (!crosses)
        return;
    strbuf_adds(pen->sb, pen_sign(pen, "│", "|"));
    strbuf_addn(pen->sb, ' ', to - zero - 1);
}

/* The bar between two levels, at least one cell wide where they differ. */
static void add_step_bar(ChartPen *pen, const StepLayout *layout, double from,
                         double to)
{
    if (layout->unit <= 0)
        return;
    double low = from < to ? from : to, high = from < to ? to : from;
    size_t start = (size_t)((low - layout->lo) / layout->unit + 0.5);
    size_t end = (size_t)((high - layout->lo) / layout->unit + 0.5);
    if (start == end && low < high) {
        start -= start == layout->room;
        end = start + 1;
    }
    add_blanks(pen, layout->zero, 0, start);
    pen_colour(pen, to < from ? PEN_NEGATIVE : 0);
    pen_repeat(pen, to < from ? pen_sign(pen, "▒", "-") : pen_sign(pen, "█", "#"),
               end - start);
    pen_plain(pen);
    add_blanks(pen, layout->zero, end, layout->room + 1);
}

static void add_step(ChartPen *pen, const StepLayout *layout, const char *label,
                     const ChartPoint *point)
{
    pen_label(pen, label, layout->label, false);
    strbuf_addn(pen->sb, ' ', GAP);
    strbuf_reset(&pen->cell);
    if (point)
        pen_make_value(pen, point);
    pen_label(pen, pen->cell.text, layout->value, true);
    strbuf_addn(pen->sb, ' ', GAP);
}

static void add_level(ChartPen *pen, const StepLayout *layout, Decimal level)
{
    if (!layout->level)
        return;
    make_level(pen, level, layout->column);
    pen_label(pen, pen->cell.text, layout->level, true);
    strbuf_addn(pen->sb, ' ', GAP);
}

static void draw_waterfall(ChartPen *pen, const ChartPoint *point)
{
    ChartLevels levels = chart_levels(pen->chart, point);
    StepLayout layout = make_layout(pen, point, &levels);
    double before = 0;
    for (size_t i = 0; i < steps_drawn(pen); i++) {
        double after = decimal_to_double(levels.level[i]);
        add_step(pen, &layout, pen->chart->category[i], &point[i]);
        add_level(pen, &layout, levels.level[i]);
        add_step_bar(pen, &layout, before, after);
        pen_end_line(pen);
        before = after;
    }
    note_more(pen);
    if (levels.overflow) {
        pen_note(pen, "the steps add up to more than 76 digits");
        return;
    }
    Decimal total = levels.n ? levels.level[levels.n - 1] : decimal_from_i64(0);
    double to = decimal_to_double(total);
    pen_colour(pen, PEN_BOLD);
    add_step(pen, &layout, "total", NULL);
    add_level(pen, &layout, total);
    pen_plain(pen);
    add_step_bar(pen, &layout, 0, to);
    pen_end_line(pen);
}

void chart_draw_waterfall(ChartPen *pen, const ChartPanel *panel)
{
    for (size_t i = 0; i < series_drawn(panel); i++) {
        begin_series(pen, panel, i);
        draw_waterfall(pen, panel->series[i].point);
    }
    note_more_series(pen, panel);
}
