/* An answer as cells of text for people: what the terminal table and Markdown share.
   Cells are made when asked for, so that a long answer is not held twice. */
#ifndef KOERS_RUNTIME_RENDER_GRID_H
#define KOERS_RUNTIME_RENDER_GRID_H

#include "runtime/algebra/format.h"
#include "runtime/algebra/result.h"

typedef struct {
    bool right;       /* a number */
    bool has_partial; /* some value carries the mark, all leave room for it */
    int digits;       /* of plain numbers */
    int key;          /* its place among the key columns; -1: a measure */
} GridColumn;

typedef struct {
    const Result *result;
    FormatStyle style;
    GridColumn *column;
    size_t n_lead; /* key columns at the very front */
} Grid;

void grid_init(Grid *grid, const Result *result, FormatStyle style);
void grid_release(Grid *grid);
LineLevel grid_level(const Grid *grid, uint32_t row);
/* False where a line of a level has its label, or nothing, in a key column. */
bool grid_has_value(const Grid *grid, size_t column, uint32_t row);
/* Digits after the point that a plain number in the cell has. */
int grid_digits(const Grid *grid, size_t column, uint32_t row);
/* Appends the text of a cell; control characters are as they were in the data. */
void grid_add_cell(const Grid *grid, StrBuf *sb, size_t column, uint32_t row);
/* True when `column` and all before it are keys with the values of the row above. */
bool grid_repeats(const Grid *grid, size_t column, uint32_t row);
/* `revenue`, or `revenue 2025-Q1` under a header of across. */
void result_add_title(StrBuf *sb, const ResultColumn *column);
/* `alarm` or `warning`, and what it says; without a text the line's keys. */
void grid_add_signal(const Grid *grid, StrBuf *sb, const Signal *signal);

#endif
