/* The svg element around a chart, the elements that drawings are made of, and files of
   several charts. */
#include "runtime/render/svg.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"
#include "runtime/render/html.h"
#include "runtime/render/svg_pen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NARROW_BELOW = 500 };

static const double cell_width = 7.3; /* of a sign in the text of 12 units */

void svg_number(StrBuf *sb, double v)
{
    long tenths = lround(v * 10);
    strbuf_addf(sb, "%s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
    if (tenths % 10)
        strbuf_addf(sb, ".%ld", labs(tenths) % 10);
}

void svg_text_safe(StrBuf *sb, const char *text)
{
    html_adds(sb, text);
}

double svg_text_width(const char *text)
{
    return cell_width * (double)utf8_width(text, strlen(text));
}

double svg_widest(const char *const *text, size_t n, double most)
{
    double widest = 0;
    for (size_t i = 0; i < n; i++)
        widest = fmax(widest, svg_text_width(text[i]));
    return fmin(widest, most);
}

double svg_widest_series(const ChartPanel *panel, double most)
{
    double widest = 0;
    for (size_t i = 0; i < panel->n_series; i++)
        widest = fmax(widest, svg_text_width(panel->series[i].name));
    return fmin(widest, most);
}

static void add_attribute(SvgPen *pen, const char *name, double v)
{
    strbuf_addf(pen->sb, " %s=\"", name);
    svg_number(pen->sb, v);
    strbuf_addc(pen->sb, '"');
}

static void end_mark(SvgPen *pen, const char *element, const char *tip)
{
    if (!tip) {
        strbuf_adds(pen->sb, "/>\n");
        return;
    }
    strbuf_adds(pen->sb, "><title>");
    svg_text_safe(pen->sb, tip);
    strbuf_addf(pen->sb, "</title></%s>\n", element);
}

static void begin_rect(SvgPen *pen, const char *class, SvgBox box)
{
    strbuf_adds(pen->sb, "<rect");
    if (*class)
        strbuf_addf(pen->sb, " class=\"%s\"", class);
    add_attribute(pen, "x", box.x);
    add_attribute(pen, "y", box.y);
    add_attribute(pen, "width", fmax(box.w, 0));
    add_attribute(pen, "height", fmax(box.h, 0));
}

void svg_rect(SvgPen *pen, const char *class, SvgBox box, const char *tip)
{
    begin_rect(pen, class, box);
    end_mark(pen, "rect", tip);
}

void svg_shade(SvgPen *pen, const char *class, SvgBox box, int percent, const char *tip)
{
    begin_rect(pen, class, box);
    if (percent < 100)
        strbuf_addf(pen->sb, " fill-opacity=\".%02d\"", percent);
    end_mark(pen, "rect", tip);
}

void svg_point(SvgPen *pen, const char *class, SvgBox point, const char *tip)
{
    strbuf_addf(pen->sb, "<circle class=\"%s\"", class);
    add_attribute(pen, "cx", point.x);
    add_attribute(pen, "cy", point.y);
    add_attribute(pen, "r", point.w);
    end_mark(pen, "circle", tip);
}

void svg_step(SvgPen *pen, char step, double x, double y)
{
    strbuf_addc(pen->sb, step);
    svg_number(pen->sb, x);
    strbuf_addc(pen->sb, ' ');
    svg_number(pen->sb, y);
}

void svg_line(SvgPen *pen, const char *class, SvgBox line)
{
    strbuf_addf(pen->sb, "<line class=\"%s\"", class);
    add_attribute(pen, "x1", line.x);
    add_attribute(pen, "y1", line.y);
    add_attribute(pen, "x2", line.x + line.w);
    add_attribute(pen, "y2", line.y + line.h);
    strbuf_adds(pen->sb, "/>\n");
}

void svg_label(SvgPen *pen, SvgPlace place, const char *text)
{
    static const char *const anchor[] = {
        [SVG_START] = "", [SVG_MIDDLE] = " m", [SVG_END] = " e"};
    if (!*text)
        return;
    strbuf_addf(pen->sb, "<text class=\"%s%s\"", place.class, anchor[place.anchor]);
    add_attribute(pen, "x", place.x);
    add_attribute(pen, "y", place.y);
    strbuf_addc(pen->sb, '>');
    size_t len = strlen(text);
    bool cut = place.room > 0 && svg_text_width(text) > place.room + 1;
    if (cut && pen->style->with_tips) {
        strbuf_adds(pen->sb, "<title>");
        svg_text_safe(pen->sb, text);
        strbuf_adds(pen->sb, "</title>");
    }
    if (cut) {
        double cells = fmax(place.room / cell_width - 1, 1);
        len = utf8_fit(text, len, (size_t)cells);
    }
    html_add_text(pen->sb, text, len);
    strbuf_adds(pen->sb, cut ? "…</text>\n" : "</text>\n");
}

const char *svg_series_class(size_t i)
{
    static const char *const class[SVG_COLOURS] = {"s0", "s1", "s2", "s3",
                                                   "s4", "s5", "s6", "s7"};
    return class[i % SVG_COLOURS];
}

void svg_make_value(SvgPen *pen, const ChartPoint *point)
{
    strbuf_reset(&pen->cell);
    if (point->exists)
        grid_add_cell(&pen->grid, &pen->cell, point->column, point->row);
    while (pen->cell.len && pen->cell.text[pen->cell.len - 1] == ' ')
        strbuf_truncate(&pen->cell, pen->cell.len - 1);
}

static void add_name(StrBuf *sb, const char *name)
{
    strbuf_addf(sb, "%s%s", sb->len && *name ? ", " : "", name);
}

const char *svg_make_tip(SvgPen *pen, const ChartPanel *panel, size_t series,
                         size_t category)
{
    const ChartPoint *point = &panel->series[series].point[category];
    if (!pen->style->with_tips || !point->exists)
        return NULL;
    strbuf_reset(&pen->tip);
    add_name(&pen->tip, pen->chart->category[category]);
    add_name(&pen->tip, panel->series[series].name);
    svg_make_value(pen, point);
    strbuf_addf(&pen->tip, "%s%s", pen->tip.len ? ": " : "", pen->cell.text);
    return pen->tip.text;
}

void svg_note(SvgPen *pen, const char *format, ...)
{
    StrBuf text;
    strbuf_init(&text);
    va_list args;
    va_start(args, format);
    strbuf_vaddf(&text, format, args);
    va_end(args);
    svg_label(pen, (SvgPlace){0, pen->y + 12, SVG_START, pen->width, "n"}, text.text);
    pen->y += SVG_LINE;
    strbuf_release(&text);
}

void svg_legend(SvgPen *pen, const ChartPanel *panel, size_t n)
{
    double x = 0;
    for (size_t i = 0; i < n; i++) {
        const char *name = panel->series[i].name;
        double width = fmin(svg_text_width(name), pen->width - 18);
        if (x > 0 && x + 18 + width > pen->width) {
            x = 0;
            pen->y += SVG_LINE;
        }
        svg_rect(pen, svg_series_class(i), (SvgBox){x, pen->y + 2, 11, 11}, NULL);
        svg_label(pen, (SvgPlace){x + 16, pen->y + 12, SVG_START, width, "l"}, name);
        x += 18 + width + 14;
    }
    pen->y += SVG_LINE + 4;
}

static void draw_panel(SvgPen *pen, const ChartPanel *panel)
{
    if (*panel->title) {
        svg_label(pen, (SvgPlace){0, pen->y + 13, SVG_START, pen->width, "h"},
                  panel->title);
        pen->y += SVG_LINE + 4;
    }
    switch (pen->chart->kind) {
    case CHART_NONE:
        return;
    case CHART_LINE:
        svg_draw_line(pen, panel);
        return;
    case CHART_BAR:
        svg_draw_bars(pen, panel);
        return;
    case CHART_COLUMN:
        svg_draw_columns(pen, panel);
        return;
    case CHART_AREA:
        svg_draw_area(pen, panel);
        return;
    case CHART_FUNNEL:
        svg_draw_funnel(pen, panel);
        return;
    case CHART_WATERFALL:
        svg_draw_waterfall(pen, panel);
        return;
    case CHART_HEATMAP:
        svg_draw_heatmap(pen, panel);
        return;
    case CHART_BULLET:
        svg_draw_bullets(pen, panel);
        return;
    case CHART_SPARKLINE:
        svg_draw_sparklines(pen, panel);
        return;
    }
}

/* How a value of part of its period is drawn; NULL: it has no sign but its own. */
static const char *partial_sign(ChartKind kind)
{
    switch (kind) {
    case CHART_LINE:
        return "hollow, dashed";
    case CHART_BAR:
    case CHART_COLUMN:
    case CHART_AREA:
    case CHART_BULLET:
        return "lighter";
    case CHART_NONE:
    case CHART_FUNNEL:
    case CHART_WATERFALL:
    case CHART_HEATMAP:
    case CHART_SPARKLINE:
        return NULL;
    }
    return NULL;
}

/* The same of one that is expected. */
static const char *ahead_sign(ChartKind kind)
{
    return kind == CHART_HEATMAP ? "framed" : partial_sign(kind);
}

static void draw(SvgPen *pen)
{
    const Chart *chart = pen->chart;
    size_t n_drawn = 0;
    for (size_t i = 0; i < chart->n_panel; i++) {
        if (chart->panel[i].n_value == 0)
            continue;
        pen->y += n_drawn ? 16 : 0;
        draw_panel(pen, &chart->panel[i]);
        n_drawn++;
    }
    if (n_drawn == 0)
        svg_note(pen, "(nothing to draw)");
    for (size_t i = 0; i < chart->n_note; i++)
        svg_note(pen, "%s", chart->note[i]);
    if (n_drawn && chart_has_ahead(chart) && ahead_sign(chart->kind))
        svg_note(pen, "%s: expected", ahead_sign(chart->kind));
    if (n_drawn && chart_has_partial(chart) && partial_sign(chart->kind))
        svg_note(pen, "%s: covers its period in part", partial_sign(chart->kind));
}

/* What someone hears who does not see the drawing. */
static void add_description(StrBuf *sb, const Chart *chart, bool in_page)
{
    size_t n = chart->n_category;
    strbuf_addf(sb, "A %s chart of ", chart_kind_name(chart->kind));
    StrBuf text;
    strbuf_init(&text);
    for (size_t i = 0; i < chart->n_panel; i++) {
        const ChartPanel *panel = &chart->panel[i];
        if (*panel->title)
            add_name(&text, panel->title);
        for (size_t k = 0; k < panel->n_series && !*panel->title; k++)
            add_name(&text, panel->series[k].name);
    }
    svg_text_safe(sb, text.text);
    strbuf_release(&text);
    if (n > 1) {
        strbuf_addf(sb, "; %zu along its axis, first ", n);
        svg_text_safe(sb, chart->category[0]);
        strbuf_adds(sb, ", last ");
        svg_text_safe(sb, chart->category[n - 1]);
    }
    strbuf_adds(sb, in_page ? ". The table holds the same figures." : ".");
}

static void add_title(StrBuf *sb, const Chart *chart)
{
    const Result *r = chart->result;
    const char *between = "";
    bool has_fan = false;
    for (size_t i = 0; i < r->n_column; i++)
        has_fan |= r->column[i].fan != FAN_NONE;
    for (size_t i = 0; i < r->n_column; i++) {
        if (r->column[i].role == COLUMN_KEY || r->column[i].across > 1 ||
            (has_fan && r->column[i].fan == FAN_NONE))
            continue;
        strbuf_adds(sb, between);
        svg_text_safe(sb,
                      r->column[i].measure ? r->column[i].measure : r->column[i].title);
        between = ", ";
    }
    between = " by ";
    for (size_t i = 0; i < r->n_column; i++) {
        if (r->column[i].role != COLUMN_KEY)
            continue;
        strbuf_adds(sb, between);
        svg_text_safe(sb, r->column[i].title);
        between = ", ";
    }
}

void svg_begin(StrBuf *sb, const SvgStyle *style, double height)
{
    strbuf_adds(sb, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    if (*style->class)
        strbuf_addf(sb, " class=\"%s\"", style->class);
    strbuf_addf(sb, " aria-labelledby=\"%s-t %s-d\" viewBox=\"0 0 %d ", style->id,
                style->id, style->width);
    svg_number(sb, height);
    strbuf_adds(sb, "\">\n");
}

static void add_head(StrBuf *sb, const Chart *chart, const SvgStyle *style,
                     double height)
{
    svg_begin(sb, style, height);
    strbuf_addf(sb, "<title id=\"%s-t\">", style->id);
    add_title(sb, chart);
    strbuf_addf(sb, "</title>\n<desc id=\"%s-d\">", style->id);
    add_description(sb, chart, *style->class != 0);
    strbuf_adds(sb, "</desc>\n");
}

/* The marks of a chart into `sb`; returns their height. 0: none is asked for. */
static double draw_chart(StrBuf *sb, Chart *chart, const SvgStyle *style)
{
    SvgPen pen = {.sb = sb,
                  .chart = chart,
                  .style = style,
                  .width = style->width,
                  .narrow = style->width < NARROW_BELOW};
    strbuf_init(&pen.cell);
    strbuf_init(&pen.tip);
    grid_init(&pen.grid, chart->result, *style->style);
    draw(&pen);
    grid_release(&pen.grid);
    strbuf_release(&pen.cell);
    strbuf_release(&pen.tip);
    return ceil(pen.y) + 2;
}

bool svg_add_chart(StrBuf *sb, const Result *result, const SvgStyle *style)
{
    if (result->map) {
        svg_add_map(sb, result->map, style);
        return true;
    }
    Chart *chart = chart_new(result, style->style);
    if (!chart)
        return false;
    StrBuf marks;
    strbuf_init(&marks);
    double height = draw_chart(&marks, chart, style);
    add_head(sb, chart, style, height);
    strbuf_add(sb, marks.text, marks.len);
    strbuf_adds(sb, "</svg>\n");
    strbuf_release(&marks);
    chart_free(chart);
    return true;
}
