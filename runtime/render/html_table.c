/* Lines of one part, up to its subtotal, are one tbody, so that sorting stays within
   it; the lines of levels that close the answer are its tfoot. Keys that repeat are in
   the page and only not seen: they are needed once the table is sorted. */
#include "runtime/render/html_table.h"

#include "runtime/render/grid.h"
#include "runtime/render/html.h"

#include <string.h>

typedef struct {
    StrBuf *sb;
    const Result *result;
    const HtmlTable *how;
    Grid grid;
    StrBuf cell;
} Writer;

static void begin(Writer *w, StrBuf *sb, const Result *result, const HtmlTable *how)
{
    *w = (Writer){.sb = sb, .result = result, .how = how};
    grid_init(&w->grid, result, *how->format);
    strbuf_init(&w->cell);
}

static void end(Writer *w)
{
    grid_release(&w->grid);
    strbuf_release(&w->cell);
}

void html_add_signals(StrBuf *sb, const Result *result, const HtmlTable *how)
{
    if (!result->n_signal)
        return;
    Writer w;
    begin(&w, sb, result, how);
    strbuf_addf(sb, "<ul class=\"signals\" id=\"%s-s\">\n", how->id);
    for (size_t i = 0; i < result->n_signal; i++) {
        strbuf_reset(&w.cell);
        grid_add_signal(&w.grid, &w.cell, &result->signal[i]);
        strbuf_addf(sb, "<li class=\"%s\">", result->signal[i].warn ? "warn" : "alarm");
        html_add_lines(sb, w.cell.text);
        strbuf_adds(sb, "</li>\n");
    }
    strbuf_adds(sb, "</ul>\n");
    end(&w);
}

/* --- headers --- */

static const char *name_of(const ResultColumn *column)
{
    return column->measure ? column->measure : column->title;
}

static void add_caption(Writer *w)
{
    const Result *r = w->result;
    const char *between = "";
    strbuf_adds(w->sb, "<caption>");
    for (int role = COLUMN_MEASURE; role >= COLUMN_KEY; role--) {
        for (size_t i = 0; i < r->n_column; i++) {
            const ResultColumn *c = &r->column[i];
            if ((int)c->role != role || c->across > 1 ||
                c->across == RESULT_ACROSS_TOTAL)
                continue;
            strbuf_adds(w->sb, between);
            html_adds(w->sb, name_of(c));
            between = ", ";
        }
        between = *between ? " by " : "";
    }
    if (r->heading) {
        strbuf_adds(w->sb, " · ");
        html_adds(w->sb, r->heading);
    }
    strbuf_adds(w->sb, "</caption>\n");
}

static bool has_groups(const Result *r)
{
    for (size_t i = 0; i < r->n_column; i++) {
        if (r->column[i].group && *r->column[i].group)
            return true;
    }
    return false;
}

static bool same_group(const ResultColumn *a, const ResultColumn *b)
{
    return a->group && b->group && strcmp(a->group, b->group) == 0;
}

static void add_groups(Writer *w)
{
    const Result *r = w->result;
    strbuf_adds(w->sb, "<tr>");
    for (size_t i = 0; i < r->n_column;) {
        size_t n = 1;
        while (i + n < r->n_column && same_group(&r->column[i], &r->column[i + n]))
            n++;
        if (r->column[i].group) {
            strbuf_addf(w->sb, "<th colspan=\"%zu\" scope=\"colgroup\">", n);
            html_adds(w->sb, r->column[i].group);
            strbuf_adds(w->sb, "</th>");
        } else {
            strbuf_adds(w->sb, "<td></td>");
        }
        i += n;
    }
    strbuf_adds(w->sb, "</tr>\n");
}

static void add_header(Writer *w, size_t i)
{
    const ResultColumn *c = &w->result->column[i];
    strbuf_addf(w->sb, "<th scope=\"col\" data-c=\"%zu\"%s><span class=\"t\">", i,
                w->grid.column[i].right ? " class=\"n\"" : "");
    html_adds(w->sb, c->title);
    strbuf_adds(w->sb, "</span>");
    if (c->n_about && c->across <= 1 && c->across != RESULT_ACROSS_TOTAL) {
        strbuf_addf(w->sb,
                    "<button type=\"button\" class=\"why\" popovertarget=\"%s-%zu\""
                    " aria-label=\"What is ",
                    w->how->id, i);
        html_adds(w->sb, name_of(c));
        strbuf_adds(w->sb, "?\">i</button>");
    }
    strbuf_adds(w->sb, "</th>");
}

static void add_head(Writer *w)
{
    add_caption(w);
    strbuf_adds(w->sb, "<thead>\n");
    if (has_groups(w->result))
        add_groups(w);
    strbuf_adds(w->sb, "<tr>");
    for (size_t i = 0; i < w->result->n_column; i++)
        add_header(w, i);
    strbuf_adds(w->sb, "</tr>\n</thead>\n");
}

/* --- lines --- */

/* What the script sorts by: all digits, dates as in ISO. */
static void add_raw(Writer *w, size_t column, uint32_t row)
{
    const ResultColumn *c = &w->result->column[column];
    bool text = c->type.kind == VALUE_TEXT && !c->type.band;
    if (text || grid_level(&w->grid, row) != LEVEL_LINE)
        return;
    strbuf_reset(&w->cell);
    value_print(&w->cell, c->type, result_value(w->result, column, row));
    strbuf_adds(w->sb, " data-v=\"");
    html_add_text(w->sb, w->cell.text, w->cell.len);
    strbuf_adds(w->sb, "\"");
}

static void add_class(Writer *w, size_t column, uint32_t row)
{
    const GridColumn *g = &w->grid.column[column];
    bool text = w->result->column[column].type.kind == VALUE_TEXT;
    bool repeats = grid_repeats(&w->grid, column, row);
    if (!g->right && !text && !repeats)
        return;
    strbuf_addf(w->sb, " class=\"%s%s\"",
                g->right ? "n"
                : text   ? "x"
                         : "",
                repeats ? " rep" : "");
}

static void add_cell(Writer *w, size_t column, uint32_t row)
{
    const char *element = column == 0 && w->grid.column[0].key >= 0 ? "th" : "td";
    strbuf_addf(w->sb, "<%s", element);
    if (element[1] == 'h')
        strbuf_adds(w->sb, " scope=\"row\"");
    add_class(w, column, row);
    add_raw(w, column, row);
    strbuf_addc(w->sb, '>');
    strbuf_reset(&w->cell);
    grid_add_cell(&w->grid, &w->cell, column, row);
    bool blank = w->grid.column[column].has_partial && w->cell.len &&
                 w->cell.text[w->cell.len - 1] == ' ';
    if (blank)
        strbuf_truncate(&w->cell, w->cell.len - 1);
    html_add_lines(w->sb, w->cell.text);
    strbuf_addf(w->sb, "</%s>", element);
}

static const char *signal_of(const Result *r, uint32_t row)
{
    const char *class = "";
    for (size_t i = 0; i < r->n_signal; i++) {
        if (r->signal[i].line == row)
            class = r->signal[i].warn && !*class ? " class=\"warn\""
                    : r->signal[i].warn          ? class
                                                 : " class=\"alarm\"";
    }
    return class;
}

static void add_line(Writer *w, uint32_t row)
{
    bool is_line = grid_level(&w->grid, row) == LEVEL_LINE;
    strbuf_addf(w->sb, "<tr%s>", is_line ? signal_of(w->result, row) : " class=\"lv\"");
    for (size_t i = 0; i < w->result->n_column; i++)
        add_cell(w, i, row);
    strbuf_adds(w->sb, "</tr>\n");
}

/* The first of the lines that close the answer: totals and others over all of it. */
static uint32_t first_closing(const Writer *w)
{
    const Result *r = w->result;
    uint32_t row = r->n_row;
    while (row > 0 && grid_level(&w->grid, row - 1) != LEVEL_LINE &&
           (!r->depth || r->depth[row - 1] == 0))
        row--;
    return row;
}

static void add_lines(Writer *w)
{
    uint32_t n = w->result->n_row, closing = first_closing(w);
    strbuf_adds(w->sb, closing ? "<tbody>\n" : "");
    for (uint32_t row = 0; row < closing; row++) {
        bool part = row && grid_level(&w->grid, row) == LEVEL_LINE &&
                    grid_level(&w->grid, row - 1) != LEVEL_LINE;
        strbuf_adds(w->sb, part ? "</tbody>\n<tbody>\n" : "");
        add_line(w, row);
    }
    strbuf_adds(w->sb, closing ? "</tbody>\n" : "");
    if (closing == n)
        return;
    strbuf_adds(w->sb, "<tfoot>\n");
    for (uint32_t row = closing; row < n; row++)
        add_line(w, row);
    strbuf_adds(w->sb, "</tfoot>\n");
}

/* --- below --- */

static bool has_partial(const Grid *grid)
{
    for (size_t i = 0; i < grid->result->n_column; i++) {
        if (grid->column[i].has_partial)
            return true;
    }
    return false;
}

static void add_note(Writer *w, const char *text)
{
    strbuf_adds(w->sb, "<p class=\"note\">");
    html_add_lines(w->sb, text);
    strbuf_adds(w->sb, "</p>\n");
}

static void add_facts(Writer *w, const Fact *fact, size_t n)
{
    strbuf_adds(w->sb, "<dl>\n");
    for (size_t i = 0; i < n; i++) {
        strbuf_adds(w->sb, "<dt>");
        html_adds(w->sb, fact[i].name);
        strbuf_adds(w->sb, "</dt><dd>");
        html_add_lines(w->sb, fact[i].text);
        strbuf_adds(w->sb, "</dd>\n");
    }
    strbuf_adds(w->sb, "</dl>\n");
}

static void add_explanation(Writer *w, size_t i)
{
    const ResultColumn *c = &w->result->column[i];
    if (!c->n_about || c->across > 1 || c->across == RESULT_ACROSS_TOTAL)
        return;
    strbuf_addf(w->sb,
                "<div popover role=\"dialog\" id=\"%s-%zu\""
                " aria-labelledby=\"%s-%zu-t\">\n<p class=\"t\" id=\"%s-%zu-t\">",
                w->how->id, i, w->how->id, i, w->how->id, i);
    html_adds(w->sb, name_of(c));
    strbuf_adds(w->sb, "</p>\n");
    add_facts(w, c->about, c->n_about);
    strbuf_addf(w->sb,
                "<button type=\"button\" popovertarget=\"%s-%zu\""
                " popovertargetaction=\"hide\">Close</button>\n</div>\n",
                w->how->id, i);
}

static void add_below(Writer *w)
{
    const Result *r = w->result;
    if (!r->n_row && r->n_column)
        add_note(w, "(no lines)");
    if (has_partial(&w->grid)) {
        strbuf_reset(&w->cell);
        strbuf_addf(&w->cell, "%s covers its period in part",
                    format_partial_mark(w->how->format));
        add_note(w, w->cell.text);
    }
    for (size_t i = 0; i < r->n_note; i++)
        add_note(w, r->note[i]);
    if (r->asked) {
        strbuf_adds(w->sb, "<details><summary>How this was asked</summary>\n<pre>");
        html_add_lines(w->sb, r->asked);
        strbuf_adds(w->sb, "</pre></details>\n");
    }
    for (size_t i = 0; i < r->n_column; i++)
        add_explanation(w, i);
}

void html_add_table(StrBuf *sb, const Result *result, const HtmlTable *how)
{
    Writer w;
    begin(&w, sb, result, how);
    strbuf_adds(sb, "<div class=\"data\">\n<div class=\"scroll\" tabindex=\"0\" role="
                    "\"region\" aria-label=\"Table\">\n<table class=\"grouped\">\n");
    if (result->n_column)
        add_head(&w);
    if (result->n_column)
        add_lines(&w);
    strbuf_adds(sb, "</table>\n</div>\n");
    add_below(&w);
    strbuf_adds(sb, "</div>\n");
    end(&w);
}
