/* Lines of one part, up to its subtotal, are one tbody, so that sorting stays within
   it; the lines of levels that close the answer are its tfoot. Keys that repeat are in
   the page and only not seen: they are needed once the table is sorted. */
#include "runtime/render/html_table.h"

#include "runtime/base/utf8.h"
#include "runtime/render/grid.h"
#include "runtime/render/html.h"

#include <string.h>

typedef struct {
    StrBuf *sb;
    const Result *result;
    const HtmlTable *how;
    Grid grid;
    StrBuf cell;
    uint32_t known; /* explanations that stand above this answer */
} Writer;

/* SHORT_CELLS: a text that stands on one line of a screen. */
enum {
    SORTED_DIGITS = 9,
    CENT_DIGITS = 2,
    TEXT_CELLS = 14,
    SHORT_CELLS = 36,
    COLUMN_GAP = 1
};

static void begin(Writer *w, StrBuf *sb, const Result *result, const HtmlTable *how)
{
    *w = (Writer){.sb = sb, .result = result, .how = how};
    w->known = intern_count(how->explained);
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
    html_adds(w->sb, r->caption ? r->caption : "");
    for (int role = COLUMN_MEASURE; role >= COLUMN_KEY && !r->caption; role--) {
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

static bool is_explained(const ResultColumn *c)
{
    return c->n_about && c->across <= 1 && c->across != RESULT_ACROSS_TOTAL;
}

static void add_facts(StrBuf *sb, const Fact *fact, size_t n)
{
    strbuf_adds(sb, "<dl>\n");
    for (size_t i = 0; i < n; i++) {
        strbuf_adds(sb, "<dt>");
        html_adds(sb, fact[i].name);
        strbuf_adds(sb, "</dt><dd>");
        html_add_lines(sb, fact[i].text);
        strbuf_adds(sb, "</dd>\n");
    }
    strbuf_adds(sb, "</dl>\n");
}

/* The place of the column's explanation among those of the page. */
static uint32_t explain(Writer *w, const ResultColumn *c)
{
    strbuf_reset(&w->cell);
    strbuf_adds(&w->cell, " aria-label=\"");
    html_adds(&w->cell, name_of(c));
    strbuf_adds(&w->cell, "\">\n<p class=\"t\">");
    html_adds(&w->cell, name_of(c));
    strbuf_adds(&w->cell, "</p>\n");
    add_facts(&w->cell, c->about, c->n_about);
    return intern_add(w->how->explained, w->cell.text, w->cell.len);
}

static void add_header(Writer *w, size_t i)
{
    const ResultColumn *c = &w->result->column[i];
    strbuf_addf(w->sb, "<th scope=\"col\" data-c=\"%zu\"%s><span class=\"t\">", i,
                w->grid.column[i].right ? " class=\"n\"" : "");
    html_adds(w->sb, c->title);
    strbuf_adds(w->sb, "</span>");
    if (is_explained(c)) {
        strbuf_addf(w->sb,
                    "<button class=\"why\" popovertarget=\"w%u\" aria-label=\"What is ",
                    explain(w, c));
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

/* More digits behind the point than these tell no values of a table apart. */
static void cut_digits(StrBuf *sb)
{
    size_t n = 0, behind = 0, end = 0;
    bool fraction = false;
    for (; end < sb->len && (n < SORTED_DIGITS || behind < CENT_DIGITS); end++) {
        behind += fraction;
        fraction |= sb->text[end] == '.';
        n += sb->text[end] > '0' || (n && sb->text[end] == '0');
    }
    if (fraction)
        strbuf_truncate(sb, end);
}

/* What the script sorts by where it is not what is seen: many digits, dates as in ISO.
 */
static void add_raw(Writer *w, size_t column, uint32_t row, const char *seen)
{
    const ResultColumn *c = &w->result->column[column];
    bool text = c->type.kind == VALUE_TEXT && !c->type.band;
    if (text || grid_level(&w->grid, row) != LEVEL_LINE)
        return;
    StrBuf raw;
    strbuf_init(&raw);
    value_print(&raw, c->type, result_value(w->result, column, row));
    if (w->grid.column[column].right && c->type.kind == VALUE_NUMBER)
        cut_digits(&raw);
    if (strcmp(raw.text, seen) != 0) {
        bool plain = raw.len && strspn(raw.text, "0123456789.-") == raw.len;
        strbuf_adds(w->sb, plain ? " data-v=" : " data-v=\"");
        html_add_text(w->sb, raw.text, raw.len);
        strbuf_adds(w->sb, plain ? "" : "\"");
    }
    strbuf_release(&raw);
}

/* A status has the colour that it says. */
static const char *look_of(const Writer *w, size_t column, uint32_t row)
{
    static const char *const known[] = {"red", "amber", "green", "grey"};
    static const char *const class[] = {"x s red", "x s amber", "x s green",
                                        "x s grey"};
    const ResultColumn *c = &w->result->column[column];
    Value value = result_value(w->result, column, row);
    if (c->look == COLUMN_LOOK_TEXT)
        return !value.empty &&
                       utf8_width(value.as.text.text, value.as.text.len) > SHORT_CELLS
                   ? "x"
                   : "y";
    for (size_t i = 0; i < COUNT_OF(known) && c->look == COLUMN_LOOK_STATUS; i++) {
        if (!value.empty && value.as.text.len == strlen(known[i]) &&
            memcmp(value.as.text.text, known[i], value.as.text.len) == 0)
            return class[i];
    }
    return "x s";
}

/* Cells stand at the right unless they say otherwise; heads of lines are texts. */
static void add_class(Writer *w, size_t column, uint32_t row, bool head)
{
    bool right = w->grid.column[column].right;
    bool text = w->result->column[column].type.kind == VALUE_TEXT;
    bool repeats = grid_repeats(&w->grid, column, row);
    const char *look = right ? "" : text ? look_of(w, column, row) : "l";
    if (head)
        look = right ? "n" : text ? look + strcspn(look, "s") : "";
    if (*look || repeats)
        strbuf_addf(w->sb, " class=\"%s%s%s\"", look, *look && repeats ? " " : "",
                    repeats ? "rep" : "");
}

static void add_cell(Writer *w, size_t column, uint32_t row)
{
    bool head = column == 0 && w->grid.column[0].key >= 0;
    strbuf_adds(w->sb, head ? "<th scope=\"row\"" : "<td");
    add_class(w, column, row, head);
    if (w->result->is_records) {
        strbuf_adds(w->sb, " data-l=\"");
        html_adds(w->sb, name_of(&w->result->column[column]));
        strbuf_addc(w->sb, '"');
    }
    strbuf_reset(&w->cell);
    grid_add_cell(&w->grid, &w->cell, column, row);
    bool blank = w->grid.column[column].has_partial && w->cell.len &&
                 w->cell.text[w->cell.len - 1] == ' ';
    if (blank)
        strbuf_truncate(&w->cell, w->cell.len - 1);
    add_raw(w, column, row, w->cell.text);
    strbuf_addc(w->sb, '>');
    html_add_lines(w->sb, w->cell.text);
    strbuf_adds(w->sb, head ? "</th>" : "</td>");
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

/* What no answer above needed. */
static void add_explanations(Writer *w)
{
    uint32_t n = intern_count(w->how->explained);
    for (uint32_t i = w->known; i < n; i++)
        strbuf_addf(w->sb,
                    "<div popover role=\"dialog\" id=\"w%u\"%s"
                    "<button popovertarget=\"w%u\" popovertargetaction=\"hide\">Close"
                    "</button>\n</div>\n",
                    i, intern_text(w->how->explained, i).text, i);
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
    add_explanations(w);
}

/* Cells that the table is wide where nothing but texts is broken over lines. */
static size_t width_of(Writer *w)
{
    size_t width = 0;
    for (size_t i = 0; i < w->result->n_column; i++) {
        size_t widest = 0, most = w->grid.column[i].right ? SIZE_MAX : TEXT_CELLS;
        for (uint32_t row = 0; row < w->result->n_row && widest < most; row++) {
            strbuf_reset(&w->cell);
            grid_add_cell(&w->grid, &w->cell, i, row);
            size_t cells = utf8_width(w->cell.text, w->cell.len);
            widest = cells > widest ? cells : widest;
        }
        width += (widest < most ? widest : most) + COLUMN_GAP;
    }
    return width;
}

/* The type in which it is printed on one side of paper. */
static const char *type_of(size_t width)
{
    return width <= 135 ? "" : width <= 180 ? " p6" : width <= 215 ? " p5" : " p4";
}

void html_add_table(StrBuf *sb, const Result *result, const HtmlTable *how)
{
    Writer w;
    begin(&w, sb, result, how);
    strbuf_addf(sb,
                "<div class=\"data%s\">\n<div class=\"scroll\" tabindex=\"0\" role="
                "\"region\" aria-label=\"Table\">\n<table class=\"grouped%s\">\n",
                type_of(width_of(&w)), result->is_records ? " records" : "");
    if (result->n_column)
        add_head(&w);
    if (result->n_column)
        add_lines(&w);
    strbuf_adds(sb, "</table>\n</div>\n");
    add_below(&w);
    strbuf_adds(sb, "</div>\n");
    end(&w);
}
