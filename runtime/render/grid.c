/* Cells of an answer as text. Lines of levels carry a label in the key column after
   the ones they keep: `total`, `others (12)`. */
#include "runtime/render/grid.h"

#include "runtime/base/xalloc.h"
#include "runtime/render/chart_text.h"

#include <string.h>

static int column_digits(const Result *result, size_t column)
{
    const ResultColumn *c = &result->column[column];
    int digits = 0;
    if (c->role == COLUMN_KEY || c->type.kind != VALUE_NUMBER || c->type.integer)
        return 0;
    for (uint32_t row = 0; row < result->n_row && digits < 2; row++) {
        int wanted = format_digits(c->type, result_value(result, column, row));
        digits = wanted > digits ? wanted : digits;
    }
    return digits;
}

void grid_init(Grid *grid, const Result *result, FormatStyle style)
{
    *grid = (Grid){.result = result, .style = style};
    grid->column = xcalloc(result->n_column, sizeof *grid->column);
    int n_key = 0;
    for (size_t i = 0; i < result->n_column; i++) {
        const ResultColumn *c = &result->column[i];
        grid->column[i] = (GridColumn){
            .right = c->type.kind == VALUE_NUMBER,
            .has_partial = result_has_partial(result, i),
            .digits = column_digits(result, i),
            .key = c->role == COLUMN_KEY ? n_key++ : -1,
        };
        if (c->role == COLUMN_KEY && grid->n_lead == i)
            grid->n_lead++;
    }
}

void grid_release(Grid *grid)
{
    free(grid->column);
}

LineLevel grid_level(const Grid *grid, uint32_t row)
{
    const uint8_t *level = grid->result->level;
    return level ? (LineLevel)level[row] : LEVEL_LINE;
}

static void add_label(const Grid *grid, StrBuf *sb, uint32_t row)
{
    switch (grid_level(grid, row)) {
    case LEVEL_LINE:
        return;
    case LEVEL_SUBTOTAL:
    case LEVEL_TOTAL:
        strbuf_adds(sb, "total");
        return;
    case LEVEL_OTHERS:
        strbuf_adds(sb, "others");
        if (grid->result->n_other)
            strbuf_addf(sb, " (%u)", grid->result->n_other[row]);
        return;
    }
}

/* Key columns of which a line has values. */
static int keys_kept(const Grid *grid, uint32_t row)
{
    if (grid_level(grid, row) == LEVEL_LINE)
        return INT32_MAX;
    return grid->result->depth ? grid->result->depth[row] : 0;
}

bool grid_has_value(const Grid *grid, size_t column, uint32_t row)
{
    return grid->column[column].key < keys_kept(grid, row);
}

static void add_key(const Grid *grid, StrBuf *sb, size_t column, uint32_t row)
{
    int key = grid->column[column].key;
    int kept = keys_kept(grid, row);
    if (key < kept)
        format_key(sb, &grid->style, grid->result->column[column].type,
                   result_value(grid->result, column, row));
    else if (key == kept)
        add_label(grid, sb, row);
}

int grid_digits(const Grid *grid, size_t column, uint32_t row)
{
    return grid->result->column[column].row_type
               ? format_digits(result_type(grid->result, column, row),
                               result_value(grid->result, column, row))
               : grid->column[column].digits;
}

void grid_add_cell(const Grid *grid, StrBuf *sb, size_t column, uint32_t row)
{
    const GridColumn *g = &grid->column[column];
    const ResultColumn *c = &grid->result->column[column];
    Type type = result_type(grid->result, column, row);
    Value value = result_value(grid->result, column, row);
    if (g->key >= 0)
        add_key(grid, sb, column, row);
    else if (c->is_trend && grid->style.ascii && !value.empty)
        chart_add_ascii(sb, value.as.text.text, value.as.text.len);
    else
        format_aligned(sb, &grid->style, type, value, grid_digits(grid, column, row));
    if (g->has_partial)
        strbuf_adds(sb, c->partial[row] ? format_partial_mark(&grid->style) : " ");
}

bool grid_repeats(const Grid *grid, size_t column, uint32_t row)
{
    const Result *result = grid->result;
    if (row == 0 || column >= grid->n_lead || result->is_list)
        return false;
    for (size_t i = 0; i <= column; i++) {
        int key = (int)i;
        if (key >= keys_kept(grid, row) || key >= keys_kept(grid, row - 1) ||
            !value_equal(result->column[i].type, result_value(result, i, row - 1),
                         result_value(result, i, row)))
            return false;
    }
    return true;
}

void result_add_title(StrBuf *sb, const ResultColumn *column)
{
    strbuf_adds(sb, column->title);
    if (column->group && *column->group)
        strbuf_addf(sb, " %s", column->group);
}

static void add_line_keys(const Grid *grid, StrBuf *sb, uint32_t row)
{
    const char *between = "";
    for (size_t i = 0; i < grid->result->n_column; i++) {
        if (grid->column[i].key < 0)
            continue;
        strbuf_adds(sb, between);
        grid_add_cell(grid, sb, i, row);
        between = ", ";
    }
}

void grid_add_signal(const Grid *grid, StrBuf *sb, const Signal *signal)
{
    strbuf_adds(sb, signal->warn ? "warning" : "alarm");
    if (signal->text && *signal->text) {
        strbuf_addf(sb, ": %s", signal->text);
    } else if (signal->line < grid->result->n_row) {
        strbuf_adds(sb, ": ");
        add_line_keys(grid, sb, signal->line);
    }
}
