#include "runtime/render/records.h"

#include "runtime/base/utf8.h"
#include "runtime/render/cell_text.h"
#include "runtime/render/grid.h"

#include <string.h>

enum { INDENT = 4, GAP = 2, LEAST_WIDTH = 20 };

typedef struct {
    Sink *sink;
    const Result *result;
    const TableStyle *style;
    Grid grid;
    size_t title_width; /* of the longest title of a measure */
    StrBuf raw, cell;
} Records;

/* The text of a cell, safe for a terminal, in r->cell; false: it is empty. */
static bool make_cell(Records *r, size_t column, uint32_t row)
{
    strbuf_reset(&r->raw);
    strbuf_reset(&r->cell);
    if (result_value(r->result, column, row).empty)
        return false;
    grid_add_cell(&r->grid, &r->raw, column, row);
    utf8_add_visible(&r->cell, r->raw.text, r->raw.len);
    return true;
}

static void print_keys(Records *r, uint32_t row)
{
    bool first = true;
    for (size_t i = 0; i < r->result->n_column; i++) {
        if (r->result->column[i].role != COLUMN_KEY || !make_cell(r, i, row))
            continue;
        strbuf_addn(&r->sink->buf, ' ', first ? 0 : GAP);
        strbuf_add(&r->sink->buf, r->cell.text, r->cell.len);
        first = false;
    }
    strbuf_addc(&r->sink->buf, '\n');
}

/* Below the first line of a text the others begin where it does. */
static void print_wrapped(Records *r, size_t from)
{
    StrBuf lines;
    size_t width = r->style->width;
    strbuf_init(&lines);
    if (width)
        width = width > from + LEAST_WIDTH ? width - from : LEAST_WIDTH;
    cell_text_wrap(&lines, r->cell.text, width);
    for (const char *line = lines.text; *line;) {
        size_t len = strcspn(line, "\n");
        strbuf_addn(&r->sink->buf, ' ', line == lines.text ? 0 : from);
        strbuf_add(&r->sink->buf, line, len + 1);
        line += len + 1;
    }
    strbuf_release(&lines);
}

static void print_texts(Records *r, uint32_t row)
{
    for (size_t i = 0; i < r->result->n_column; i++) {
        const ResultColumn *column = &r->result->column[i];
        if (column->role == COLUMN_KEY || !make_cell(r, i, row))
            continue;
        size_t width = utf8_width(column->title, strlen(column->title));
        strbuf_addn(&r->sink->buf, ' ', INDENT);
        strbuf_adds(&r->sink->buf, column->title);
        strbuf_addn(&r->sink->buf, ' ', r->title_width - width + GAP);
        print_wrapped(r, INDENT + r->title_width + GAP);
    }
}

static void measure_titles(Records *r)
{
    for (size_t i = 0; i < r->result->n_column; i++) {
        const ResultColumn *column = &r->result->column[i];
        size_t width = utf8_width(column->title, strlen(column->title));
        if (column->role != COLUMN_KEY && width > r->title_width)
            r->title_width = width;
    }
}

void records_render(Sink *sink, const Result *result, const TableStyle *style)
{
    Records r = {.sink = sink, .result = result, .style = style};
    strbuf_init(&r.raw);
    strbuf_init(&r.cell);
    grid_init(&r.grid, result, style->format);
    measure_titles(&r);
    for (uint32_t i = 0; i < result->n_row; i++) {
        print_keys(&r, i);
        print_texts(&r, i);
        sink_drain(sink);
    }
    for (size_t i = 0; i < result->n_note; i++)
        cell_text_wrap(&sink->buf, result->note[i], style->width);
    sink_drain(sink);
    grid_release(&r.grid);
    strbuf_release(&r.raw);
    strbuf_release(&r.cell);
}
