/* The table is made in two passes over the cells: the first measures the columns, the
   second prints them, block by block where the width does not hold all columns. */
#include "runtime/render/table.h"

#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"
#include "runtime/render/cell_text.h"
#include "runtime/render/fit.h"
#include "runtime/render/grid.h"

#include <string.h>

enum { LEAST_TEXT = 8 };

/* Columns [first, end) after the repeated leading ones. */
typedef struct {
    size_t n_lead, first, end;
} Block;

typedef struct {
    Sink *sink;
    const Result *result;
    const TableStyle *style;
    Grid grid;
    FitColumn *fit;
    size_t n_lead; /* repeated in every block */
    StrBuf raw, cell;
} Table;

/* The text of a cell, safe for a terminal, in t->cell. */
static void make_cell(Table *t, size_t column, uint32_t row)
{
    strbuf_reset(&t->raw);
    strbuf_reset(&t->cell);
    grid_add_cell(&t->grid, &t->raw, column, row);
    utf8_add_visible(&t->cell, t->raw.text, t->raw.len);
}

static void make_text(Table *t, const char *text)
{
    strbuf_reset(&t->cell);
    utf8_add_visible(&t->cell, text, strlen(text));
}

/* Over numbers that leave room for a mark, the title does too. */
static void make_title(Table *t, size_t column)
{
    make_text(t, t->result->column[column].title);
    if (t->grid.column[column].right && t->grid.column[column].has_partial)
        strbuf_addc(&t->cell, ' ');
}

static size_t cell_width(const Table *t)
{
    return utf8_width(t->cell.text, t->cell.len);
}

/* Lines of the whole and the others of it are always shown. */
static bool is_closing(const Table *t, uint32_t row)
{
    LineLevel level = grid_level(&t->grid, row);
    return level == LEVEL_TOTAL ||
           (level == LEVEL_OTHERS && (!t->result->depth || t->result->depth[row] == 0));
}

static bool is_shown(const Table *t, uint32_t row)
{
    return t->style->rows == 0 || row < t->style->rows || is_closing(t, row);
}

static size_t widest_cell(Table *t, size_t column)
{
    size_t widest = 0;
    for (uint32_t row = 0; row < t->result->n_row; row++) {
        if (!is_shown(t, row))
            continue;
        make_cell(t, column, row);
        size_t width = cell_width(t);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Texts may be cut, numbers and dates never: of those only the title gives way. */
static void measure_column(Table *t, size_t column)
{
    const ResultColumn *c = &t->result->column[column];
    size_t cells = widest_cell(t, column);
    make_title(t, column);
    size_t title = cell_width(t);
    FitColumn *fit = &t->fit[column];
    fit->natural = larger(1, larger(cells, title));
    size_t least = smaller(fit->natural, LEAST_TEXT);
    fit->least = c->type.kind == VALUE_TEXT ? least : larger(cells, least);
}

static bool same_group(const Table *t, size_t a, size_t b)
{
    const char *x = t->result->column[a].group;
    const char *y = t->result->column[b].group;
    return x && y && strcmp(x, y) == 0;
}

/* The header of a group is as wide as its columns together; the last one grows. */
static void measure_groups(Table *t)
{
    for (size_t i = 0; i < t->result->n_column;) {
        size_t end = i + 1;
        size_t sum = t->fit[i].natural;
        for (; end < t->result->n_column && same_group(t, i, end); end++)
            sum += FIT_GAP + t->fit[end].natural;
        const char *group = t->result->column[i].group;
        make_text(t, group ? group : "");
        if (cell_width(t) > sum)
            t->fit[end - 1].natural += cell_width(t) - sum;
        i = end;
    }
}

static bool has_groups(const Table *t, Block block)
{
    for (size_t i = block.first; i < block.end; i++) {
        if (t->result->column[i].group)
            return true;
    }
    return false;
}

/* The columns of a block in order: the leading ones, then its own. */
static size_t block_count(Block block)
{
    return block.n_lead + block.end - block.first;
}

static size_t block_column(Block block, size_t i)
{
    return i < block.n_lead ? i : block.first + i - block.n_lead;
}

/* Blanks at the end of a line are not printed. */
static void end_line(Table *t, size_t start)
{
    StrBuf *sb = &t->sink->buf;
    while (sb->len > start && sb->text[sb->len - 1] == ' ')
        strbuf_truncate(sb, sb->len - 1);
    strbuf_addc(sb, '\n');
}

/* Colours what was printed from `start` on, line by line, as a pager wants it. */
static void colour_from(Table *t, size_t start, const char *colour)
{
    StrBuf *sb = &t->sink->buf;
    if (!t->style->colour)
        return;
    char *plain = xstrndup(sb->text + start, sb->len - start);
    strbuf_truncate(sb, start);
    for (const char *at = plain; *at;) {
        size_t len = strcspn(at, "\n");
        if (len)
            strbuf_adds(sb, colour);
        strbuf_add(sb, at, len);
        strbuf_adds(sb, len ? "\033[0m\n" : "\n");
        at += len + (at[len] == '\n');
    }
    free(plain);
}

/* Columns from place `i` of the block that stand under one group; *width their cells.
 */
static size_t group_span(const Table *t, Block block, size_t i, size_t *width)
{
    size_t first = block_column(block, i);
    size_t n = 1;
    *width = t->fit[first].width;
    while (i + n < block_count(block) &&
           same_group(t, first, block_column(block, i + n))) {
        *width += FIT_GAP + t->fit[block_column(block, i + n)].width;
        n++;
    }
    return n;
}

static void print_groups(Table *t, Block block)
{
    StrBuf *sb = &t->sink->buf;
    size_t start = sb->len;
    bool ascii = t->style->format.ascii;
    for (size_t i = 0; i < block_count(block);) {
        size_t column = block_column(block, i);
        const char *group = t->result->column[column].group;
        size_t width;
        size_t n = group_span(t, block, i, &width);
        strbuf_addn(sb, ' ', i ? FIT_GAP : 0);
        make_text(t, group ? group : "");
        if (n > 1)
            cell_text_centre(sb, &t->cell, width, ascii);
        else
            cell_text_add(sb, &t->cell, width, t->grid.column[column].right, ascii);
        i += n;
    }
    end_line(t, start);
}

static void print_titles(Table *t, Block block)
{
    StrBuf *sb = &t->sink->buf;
    size_t start = sb->len;
    for (size_t i = 0; i < block_count(block); i++) {
        size_t column = block_column(block, i);
        strbuf_addn(sb, ' ', i ? FIT_GAP : 0);
        make_title(t, column);
        cell_text_add(sb, &t->cell, t->fit[column].width, t->grid.column[column].right,
                      t->style->format.ascii);
    }
    end_line(t, start);
}

static void print_rule(Table *t, Block block)
{
    StrBuf *sb = &t->sink->buf;
    for (size_t i = 0; i < block_count(block); i++) {
        strbuf_addn(sb, ' ', i ? FIT_GAP : 0);
        for (size_t n = t->fit[block_column(block, i)].width; n > 0; n--)
            strbuf_adds(sb, t->style->format.ascii ? "-" : "─");
    }
    strbuf_addc(sb, '\n');
}

static bool is_blanked(const Table *t, size_t column, uint32_t row)
{
    return row > 0 && t->n_lead > 0 && column + 1 < t->grid.n_lead &&
           is_shown(t, row - 1) && grid_repeats(&t->grid, column, row);
}

static void print_line(Table *t, Block block, uint32_t row)
{
    StrBuf *sb = &t->sink->buf;
    size_t start = sb->len;
    for (size_t i = 0; i < block_count(block); i++) {
        size_t column = block_column(block, i);
        strbuf_addn(sb, ' ', i ? FIT_GAP : 0);
        if (is_blanked(t, column, row))
            strbuf_reset(&t->cell);
        else
            make_cell(t, column, row);
        cell_text_add(sb, &t->cell, t->fit[column].width, t->grid.column[column].right,
                      t->style->format.ascii);
    }
    end_line(t, start);
    if (grid_level(&t->grid, row) != LEVEL_LINE)
        colour_from(t, start, "\033[1m");
    sink_drain(t->sink);
}

/* What was left out stands where it was left out. */
static void print_hidden(Table *t, uint32_t count)
{
    strbuf_addf(&t->sink->buf, "%s %u more %s\n", t->style->format.ascii ? "..." : "…",
                count, count == 1 ? "line" : "lines");
}

static void print_lines(Table *t, Block block)
{
    uint32_t hidden = 0;
    bool ruled = false;
    for (uint32_t row = 0; row < t->result->n_row; row++) {
        if (!is_shown(t, row)) {
            hidden++;
            continue;
        }
        if (hidden)
            print_hidden(t, hidden);
        hidden = 0;
        if (grid_level(&t->grid, row) == LEVEL_TOTAL && !ruled && row > 0) {
            print_rule(t, block);
            ruled = true;
        }
        print_line(t, block, row);
    }
    if (hidden)
        print_hidden(t, hidden);
    if (t->result->n_row == 0)
        strbuf_adds(&t->sink->buf, "(no lines)\n");
}

static void print_block(Table *t, Block block)
{
    if (has_groups(t, block))
        print_groups(t, block);
    print_titles(t, block);
    print_rule(t, block);
    print_lines(t, block);
}

static void print_blocks(Table *t)
{
    Block block = {0, 0, 0};
    while (block.end < t->result->n_column) {
        block.first = block.end;
        if (block.first)
            strbuf_addc(&t->sink->buf, '\n');
        block.n_lead = block.first ? t->n_lead : 0;
        block.end++;
        while (block.end < t->result->n_column && !t->fit[block.end].opens_block)
            block.end++;
        print_block(t, block);
    }
}

static void print_text(Table *t, const char *text)
{
    make_text(t, text);
    cell_text_wrap(&t->sink->buf, t->cell.text, t->style->width);
}

static void print_signal(Table *t, const Signal *signal)
{
    StrBuf text;
    strbuf_init(&text);
    grid_add_signal(&t->grid, &text, signal);
    size_t start = t->sink->buf.len;
    print_text(t, text.text);
    colour_from(t, start, signal->warn ? "\033[1;33m" : "\033[1;31m");
    strbuf_release(&text);
}

static void print_below(Table *t)
{
    for (size_t i = 0; i < t->result->n_note; i++)
        print_text(t, t->result->note[i]);
    for (size_t i = 0; i < t->result->n_signal; i++)
        print_signal(t, &t->result->signal[i]);
}

void table_render(Sink *sink, const Result *result, const TableStyle *style)
{
    Table t = {.sink = sink, .result = result, .style = style};
    strbuf_init(&t.raw);
    strbuf_init(&t.cell);
    grid_init(&t.grid, result, style->format);
    t.fit = xcalloc(result->n_column, sizeof *t.fit);
    for (size_t i = 0; i < result->n_column; i++)
        measure_column(&t, i);
    measure_groups(&t);
    t.n_lead = fit_columns(t.fit, result->n_column, t.grid.n_lead, style->width);
    if (result->heading) {
        print_text(&t, result->heading);
        strbuf_addc(&sink->buf, '\n');
    }
    print_blocks(&t);
    print_below(&t);
    sink_drain(sink);
    free(t.fit);
    grid_release(&t.grid);
    strbuf_release(&t.raw);
    strbuf_release(&t.cell);
}
