/* Dimensions: short texts with few values, conditions, and numbers that are no amounts
   and have few values. */
#include "runtime/init/role.h"
#include "runtime/init/words.h"

#include <string.h>

enum {
    TEXT_VALUES = 200,
    PLACE_VALUES = 2000,
    NUMBER_VALUES = 12,
    CODE_VALUES = 60,
    TEXT_LONGEST = 60,
    ROWS_PER_CODE = 4,
    GRADE_HIGHEST = 100,
};

static const char free_words[] =
    "phone fax email mail url web website homepage address street description comment "
    "comments note notes memo text postal zip postcode password token hash photo image "
    "path file first last";
static const char place_words[] =
    "country city state region province town place land stad ort staat";

static bool is_few_texts(const DraftTable *table, const DraftColumn *column)
{
    const ColumnStats *stats = column->stats;
    if (stats->blobs || stats->longest > TEXT_LONGEST || stats->distinct < 2 ||
        words_has_any(column->snake, free_words))
        return false;
    if (words_has_any(column->snake, place_words))
        return stats->distinct <= PLACE_VALUES && stats->distinct < table->rows;
    return stats->distinct <= TEXT_VALUES && stats->distinct * 2 <= table->rows;
}

static bool is_few_numbers(const DraftTable *table, const DraftColumn *column)
{
    const ColumnStats *stats = column->stats;
    NumberRole role = role_of(column);
    if (stats->misfits || stats->fractions || stats->distinct < 2)
        return false;
    if (role == ROLE_NONE)
        return !words_has_any(column->snake, "date datum") &&
               stats->distinct <= CODE_VALUES &&
               stats->distinct * ROWS_PER_CODE <= table->rows;
    if (role == ROLE_FLAG)
        return true;
    bool is_grade = words_is_any(words_last(column->snake), "level score rating age") &&
                    !words_has_any(column->snake, "reorder stock min max");
    return (role == ROLE_UNKNOWN || is_grade) && stats->high <= GRADE_HIGHEST &&
           stats->distinct <= NUMBER_VALUES && stats->distinct * 2 <= table->rows;
}

/* 0 and 1 without empty ones are a condition; "": they are none. */
static const char *truth_of(const DraftTable *table, const DraftColumn *column)
{
    const ColumnStats *stats = column->stats;
    if (stats->booleans < stats->filled || stats->filled < table->rows ||
        stats->distinct < 2)
        return "";
    if (column->info->type.kind == VALUE_NUMBER)
        return role_of(column) == ROLE_FLAG ? " = 1" : "";
    for (size_t i = 0; i < stats->n_example; i++) {
        if (strcmp(stats->example[i], "0") != 0 && strcmp(stats->example[i], "1") != 0)
            return "";
    }
    return " = \"1\"";
}

static bool is_slice(const DraftTable *table, const DraftColumn *column)
{
    if (column->is_spent || !words_can_write(column->info->name))
        return false;
    switch (column->info->type.kind) {
    case VALUE_BOOLEAN:
        return column->stats->filled && !column->stats->misfits;
    case VALUE_TEXT:
        return is_few_texts(table, column);
    case VALUE_NUMBER:
        return is_few_numbers(table, column);
    case VALUE_DATE:
    case VALUE_MOMENT:
    case VALUE_PERIOD:
        break;
    }
    return false;
}

static void add_slice(Draft *draft, DraftTable *table, DraftColumn *column)
{
    const char *truth =
        column->info->type.kind == VALUE_BOOLEAN ? "" : truth_of(table, column);
    DraftItem item = {.base = column->snake};
    item.value = arena_printf(draft->arena, "%s%s",
                              words_reference(draft->arena, column->info->name), truth);
    if (*truth)
        item.why = "0 or 1";
    else if (column->info->type.kind != VALUE_BOOLEAN)
        item.why = arena_printf(draft->arena, "%llu values%s",
                                (unsigned long long)column->stats->distinct,
                                table->is_whole ? "" : " in the rows that were read");
    column->is_spent = true;
    ARENA_PUSH(draft->arena, table->dim, table->n_dim, table->cap_dim, item);
}

void draft_find_dimensions(Draft *draft)
{
    for (size_t t = 0; t < draft->n_table; t++) {
        DraftTable *table = &draft->table[t];
        for (size_t i = 0; i < table->n_column; i++) {
            if (is_slice(table, &table->column[i]))
                add_slice(draft, table, &table->column[i]);
        }
    }
}
