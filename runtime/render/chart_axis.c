/* Axes of plots: tick labels right-aligned before a rule, categories under it. Where
   labels would touch, every second, third, ... is shown. */
#include "runtime/render/chart_pen.h"

enum { RULE_CELLS = 2, LABEL_GAP = 1 };

static size_t label_width(ChartPen *pen, const ChartAxis *axis)
{
    size_t widest = 0;
    for (size_t i = 0; i < axis->scale.n_tick; i++) {
        strbuf_reset(&pen->cell);
        chart_scale_add_label(&pen->cell, &pen->style->format, axis->type, &axis->scale,
                              i);
        size_t width = pen_text_width(pen->cell.text);
        widest = width > widest ? width : widest;
    }
    return widest;
}

ChartAxis chart_axis_make(ChartPen *pen, const ChartPanel *panel, bool from_zero,
                          size_t most)
{
    double lo = panel->lo, hi = panel->hi;
    chart_widen_to_zero(&lo, &hi, from_zero);
    ChartAxis axis = {.type = panel->type};
    axis.scale = chart_scale_make(lo, hi, most, chart_is_whole(axis.type));
    axis.label = label_width(pen, &axis);
    size_t taken = axis.label + RULE_CELLS;
    axis.width = pen->width > taken + 8 ? pen->width - taken : 8;
    return axis;
}

static void add_tick_label(ChartPen *pen, const ChartAxis *axis, size_t tick)
{
    strbuf_reset(&pen->cell);
    if (tick != SIZE_MAX)
        chart_scale_add_label(&pen->cell, &pen->style->format, axis->type, &axis->scale,
                              tick);
    pen_label(pen, pen->cell.text, axis->label, true);
    strbuf_addc(pen->sb, ' ');
}

void chart_axis_left(ChartPen *pen, const ChartAxis *axis, size_t tick)
{
    add_tick_label(pen, axis, tick);
    strbuf_adds(pen->sb,
                tick == SIZE_MAX ? pen_sign(pen, "│", "|") : pen_sign(pen, "┤", "+"));
}

void chart_axis_bottom(ChartPen *pen, const ChartAxis *axis, size_t tick)
{
    add_tick_label(pen, axis, tick);
    strbuf_adds(pen->sb, pen_sign(pen, "└", "+"));
    pen_repeat(pen, pen_sign(pen, "─", "-"), axis->width);
    pen_end_line(pen);
}

/* Where a label of `width` cells begins so that its middle is at `place`. */
static size_t label_start(size_t place, size_t width, size_t room)
{
    size_t start = place > width / 2 ? place - width / 2 : 0;
    if (start + width > room)
        start = room > width ? room - width : 0;
    return start;
}

static bool step_fits(const ChartPen *pen, const ChartAxis *axis, const size_t *place,
                      size_t n, size_t step)
{
    size_t end = 0;
    for (size_t i = 0; i < n; i += step) {
        size_t width = pen_text_width(pen->chart->category[i]);
        width = width < axis->width ? width : axis->width;
        size_t start = label_start(place[i], width, axis->width);
        if (i && start < end + LABEL_GAP)
            return false;
        end = start + width;
    }
    return true;
}

/* Steps that keep the rhythm of months: 1, 2, 3, 4, 6, 12, 24, ... */
static size_t next_step(size_t step)
{
    return step < 4 ? step + 1 : step == 4 ? 6 : step * 2;
}

void chart_axis_labels(ChartPen *pen, const ChartAxis *axis, const size_t *place,
                       size_t n)
{
    size_t step = 1;
    while (step < n && !step_fits(pen, axis, place, n, step))
        step = next_step(step);
    strbuf_addn(pen->sb, ' ', axis->label + RULE_CELLS);
    size_t at = 0;
    for (size_t i = 0; i < n; i += step) {
        const char *label = pen->chart->category[i];
        size_t width = pen_text_width(label);
        width = width < axis->width ? width : axis->width;
        size_t start = label_start(place[i], width, axis->width);
        strbuf_addn(pen->sb, ' ', start > at ? start - at : 0);
        pen_label(pen, label, width, false);
        at = start + width;
    }
    pen_end_line(pen);
}
