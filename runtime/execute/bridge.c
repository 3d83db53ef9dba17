/* What opens and what happened make up what closes, to the last digit. */
#include "runtime/execute/answer.h"

/* Do the columns [first, end) of a line, but the last, add up to the last? */
static bool part_closes(const Result *result, size_t first, size_t end, uint32_t row)
{
    Decimal sum = decimal_from_i64(0);
    Decimal last = sum;
    for (size_t i = first; i < end; i++) {
        Value value = result_value(result, i, row);
        if (value.empty)
            continue;
        last = value.as.number;
        if (!decimal_add(sum, last, &sum))
            return false;
    }
    return decimal_sub(sum, last, &sum) && decimal_compare(sum, last) == 0;
}

bool answer_closes(const Answer *a, const Result *result)
{
    const Question *q = a->run->question;
    size_t n_part = 0;
    size_t first = 0;
    for (size_t i = 0; i < q->n_item; i++)
        n_part += q->item[i].role == ITEM_MEASURE && !q->item[i].is_hidden;
    while (first < result->n_column && result->column[first].role != COLUMN_MEASURE)
        first++;
    for (uint32_t row = 0; q->is_bridge && row < result->n_row; row++) {
        bool ok = true;
        for (size_t i = first; i + n_part <= result->n_column; i += n_part)
            ok = ok && part_closes(result, i, i + n_part, row);
        if (ok)
            continue;
        diag_error(a->run->ex->sink, DIAG_STOCK_ROWS, q->span,
                   "line %u of this bridge does not close: rows of the stock overlap",
                   row + 1);
        return false;
    }
    return true;
}
