/* Markdown tables in two passes: measure, print. */
#include "runtime/render/markdown.h"

#include "runtime/base/ascii.h"
#include "runtime/base/utf8.h"
#include "runtime/base/xalloc.h"
#include "runtime/render/cell_text.h"
#include "runtime/render/grid.h"

#include <string.h>

enum { LEAST_WIDTH = 3 };

typedef struct {
    Sink *sink;
    const Result *result;
    Grid grid;
    size_t *width;
    StrBuf raw, cell;
} Page;

static void add_byte(StrBuf *sb, char c)
{
    if (c == '<')
        strbuf_adds(sb, "&lt;");
    else if (c == '&')
        strbuf_adds(sb, "&amp;");
    else if (c == '\n')
        strbuf_adds(sb, "<br>");
    else if (c != '\r')
        strbuf_addc(sb, c);
}

/* A part of a word, between which _ is no markup. */
static bool is_inner(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

static bool is_escaped(const char *text, size_t len, size_t i)
{
    if (text[i] == '_')
        return i == 0 || i + 1 == len || !is_inner(text[i - 1]) ||
               !is_inner(text[i + 1]);
    return text[i] && strchr("\\`*[]|~", text[i]);
}

void markdown_add_text(StrBuf *sb, const char *text, size_t len)
{
    for (size_t i = 0; i < len;) {
        size_t run = i;
        while (run < len && !strchr("\\`*_[]|~<&\r\n", text[run]))
            run++;
        utf8_add_visible(sb, text + i, run - i);
        if (run < len && is_escaped(text, len, run))
            strbuf_addc(sb, '\\');
        if (run < len && text[run])
            add_byte(sb, text[run]);
        else if (run < len)
            utf8_add_visible(sb, text + run, 1);
        i = run + 1;
    }
}

void markdown_add_paragraph(StrBuf *sb, const char *text)
{
    while (*text == ' ')
        text++;
    size_t digits = strspn(text, "0123456789");
    size_t len = strlen(text);
    if (digits && (text[digits] == '.' || text[digits] == ')')) {
        strbuf_add(sb, text, digits);
        text += digits;
        len -= digits;
        strbuf_addc(sb, '\\');
    } else if (*text && strchr("#>-+=", *text)) {
        strbuf_addc(sb, '\\');
    }
    markdown_add_text(sb, text, len);
    strbuf_addc(sb, '\n');
}

void markdown_add_heading(StrBuf *sb, const char *text, unsigned depth)
{
    size_t len = strlen(text);
    bool hash = len && text[len - 1] == '#';
    for (unsigned i = 0; i < depth && i < 5; i++)
        strbuf_addc(sb, '#');
    strbuf_adds(sb, "# ");
    markdown_add_text(sb, text, len - hash);
    strbuf_adds(sb, hash ? "\\#\n" : "\n");
}

static void make_cell(Page *p, size_t column, uint32_t row)
{
    strbuf_reset(&p->raw);
    strbuf_reset(&p->cell);
    grid_add_cell(&p->grid, &p->raw, column, row);
    bool bold = grid_level(&p->grid, row) != LEVEL_LINE && p->raw.len;
    bool blank = p->grid.column[column].has_partial && p->raw.len &&
                 p->raw.text[p->raw.len - 1] == ' ';
    strbuf_truncate(&p->raw, p->raw.len - blank);
    strbuf_adds(&p->cell, bold ? "**" : "");
    markdown_add_text(&p->cell, p->raw.text, p->raw.len);
    strbuf_adds(&p->cell, bold ? "**" : "");
    strbuf_adds(&p->cell, blank ? " " : "");
}

static void make_title(Page *p, size_t column)
{
    strbuf_reset(&p->raw);
    strbuf_reset(&p->cell);
    result_add_title(&p->raw, &p->result->column[column]);
    markdown_add_text(&p->cell, p->raw.text, p->raw.len);
}

static void measure_column(Page *p, size_t column)
{
    make_title(p, column);
    size_t widest = utf8_width(p->cell.text, p->cell.len);
    for (uint32_t row = 0; row < p->result->n_row; row++) {
        make_cell(p, column, row);
        size_t width = utf8_width(p->cell.text, p->cell.len);
        widest = width > widest ? width : widest;
    }
    p->width[column] = widest > LEAST_WIDTH ? widest : LEAST_WIDTH;
}

static void add_padded(Page *p, size_t column)
{
    strbuf_adds(&p->sink->buf, "| ");
    cell_text_add(&p->sink->buf, &p->cell, p->width[column],
                  p->grid.column[column].right, false);
    strbuf_addc(&p->sink->buf, ' ');
}

static void print_header(Page *p)
{
    StrBuf *sb = &p->sink->buf;
    for (size_t i = 0; i < p->result->n_column; i++) {
        make_title(p, i);
        add_padded(p, i);
    }
    strbuf_adds(sb, "|\n");
    for (size_t i = 0; i < p->result->n_column; i++) {
        bool right = p->grid.column[i].right;
        strbuf_adds(sb, "| ");
        strbuf_addn(sb, '-', p->width[i] - right);
        strbuf_adds(sb, right ? ": " : " ");
    }
    strbuf_adds(sb, "|\n");
}

static void print_line(Page *p, uint32_t row)
{
    for (size_t i = 0; i < p->result->n_column; i++) {
        make_cell(p, i, row);
        add_padded(p, i);
    }
    strbuf_adds(&p->sink->buf, "|\n");
    sink_drain(p->sink);
}

static void print_paragraph(Page *p, const char *text)
{
    strbuf_addc(&p->sink->buf, '\n');
    markdown_add_paragraph(&p->sink->buf, text);
}

static void print_below(Page *p)
{
    for (size_t i = 0; i < p->result->n_note; i++)
        print_paragraph(p, p->result->note[i]);
    for (size_t i = 0; i < p->result->n_signal; i++) {
        strbuf_reset(&p->raw);
        grid_add_signal(&p->grid, &p->raw, &p->result->signal[i]);
        print_paragraph(p, p->raw.text);
    }
}

static void print_heading(Page *p)
{
    if (!p->result->heading)
        return;
    markdown_add_paragraph(&p->sink->buf, p->result->heading);
    strbuf_addc(&p->sink->buf, '\n');
}

void markdown_render(Sink *sink, const Result *result, const FormatStyle *style)
{
    Page p = {.sink = sink, .result = result};
    strbuf_init(&p.raw);
    strbuf_init(&p.cell);
    grid_init(&p.grid, result, *style);
    p.width = xcalloc(result->n_column, sizeof *p.width);
    for (size_t i = 0; i < result->n_column; i++)
        measure_column(&p, i);
    print_heading(&p);
    if (result->n_column)
        print_header(&p);
    for (uint32_t row = 0; row < result->n_row && result->n_column; row++)
        print_line(&p, row);
    print_below(&p);
    sink_drain(sink);
    free(p.width);
    grid_release(&p.grid);
    strbuf_release(&p.raw);
    strbuf_release(&p.cell);
}
