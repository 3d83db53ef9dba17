/* Answers: made empty with an arena and a pool of their own, filled by execute/, then
   only read and counted. */
#include "runtime/algebra/result.h"

#include "runtime/base/ascii.h"
#include "runtime/base/xalloc.h"

Result *result_new(void)
{
    Result *result = xcalloc(1, sizeof *result);
    result->refs = 1;
    result->arena = arena_new();
    result->pool = intern_new(NULL);
    return result;
}

Result *result_ref(Result *result)
{
    result->refs++;
    return result;
}

void result_unref(Result *result)
{
    if (!result || --result->refs > 0)
        return;
    result_unref(result->drawn);
    intern_free(result->pool);
    arena_free(result->arena);
    free(result);
}

Value result_value(const Result *result, size_t column, uint32_t row)
{
    const ResultColumn *c = &result->column[column];
    return vector_value(&c->vec, c->type, row);
}

bool result_has_partial(const Result *result, size_t column)
{
    const uint8_t *partial = result->column[column].partial;
    bool found = false;
    for (uint32_t row = 0; partial && row < result->n_row && !found; row++)
        found = partial[row] != 0;
    return found;
}

Type result_type(const Result *result, size_t column, uint32_t row)
{
    const ResultColumn *c = &result->column[column];
    return c->row_type ? c->row_type[row] : c->type;
}

int result_find_column(const Result *result, const char *title)
{
    for (size_t i = 0; i < result->n_column; i++) {
        if (ascii_same(result->column[i].title, title))
            return (int)i;
    }
    return -1;
}

bool result_is_drawn(const Result *result)
{
    return result->map || result->chart.kind != CHART_NONE;
}
