/* Answers made by hand, for tests of what reads them. */
#ifndef KOERS_TESTS_UNIT_ANSWERS_H
#define KOERS_TESTS_UNIT_ANSWERS_H

#include "runtime/algebra/result.h"
#include "tests/unit/unit.h"

#include <string.h>

static const Type text_type = {.kind = VALUE_TEXT};
static const Type plain_type = {.kind = VALUE_NUMBER};
static const Type count_type = {
    .kind = VALUE_NUMBER, .unit = {.kind = UNIT_COUNT}, .integer = true};
static const Type percent_type = {.kind = VALUE_NUMBER, .unit = {.kind = UNIT_PERCENT}};
static const Type euro_type = {.kind = VALUE_NUMBER,
                               .unit = {.kind = UNIT_MONEY, .currency = "EUR"}};
static const Type quarter_type = {.kind = VALUE_PERIOD, .period = PERIOD_QUARTER};
static const Type date_type = {.kind = VALUE_DATE};
static const Type boolean_type = {.kind = VALUE_BOOLEAN};

/* The value a text stands for; "" in a number, date or boolean is empty, as is NULL. */
static inline Value value_of(Type type, const char *text)
{
    Value value = {.empty = text == NULL || (type.kind != VALUE_TEXT && !*text)};
    if (value.empty)
        return value;
    int64_t seconds = 0;
    bool has_time;
    switch (type.kind) {
    case VALUE_NUMBER:
        assert_true(decimal_parse(text, strlen(text), &value.as.number));
        break;
    case VALUE_TEXT:
        value.as.text.text = text;
        value.as.text.len = strlen(text);
        break;
    case VALUE_BOOLEAN:
        value.as.boolean = strcmp(text, "yes") == 0;
        break;
    case VALUE_DATE:
    case VALUE_MOMENT:
        assert_true(civil_parse(text, strlen(text), &seconds, &has_time));
        value.as.seconds = seconds;
        if (type.kind == VALUE_DATE)
            value.as.day = civil_day_of(seconds);
        break;
    case VALUE_PERIOD:
        value.as.period = (int32_t)strtol(text, NULL, 10);
        break;
    }
    return value;
}

/* Adds a column with the values of `text`, result->n_row of them. */
static inline ResultColumn *add_column(Result *result, const char *title,
                                       ColumnRole role, Type type,
                                       const char *const *text)
{
    ResultColumn *column =
        ARENA_ARRAY(result->arena, ResultColumn, result->n_column + 1);
    if (result->n_column)
        memcpy(column, result->column, result->n_column * sizeof *column);
    VectorBuilder *builder = vector_builder_new(type, result->pool);
    for (uint32_t row = 0; row < result->n_row; row++)
        vector_builder_add(builder, value_of(type, text[row]));
    result->column = column;
    ResultColumn *added = &column[result->n_column++];
    added->title = title;
    added->role = role;
    added->type = type;
    added->vec = vector_builder_finish(builder, result->arena);
    return added;
}

/* An answer without columns, with n lines. */
static inline Result *answer_new(uint32_t n)
{
    Result *result = result_new();
    result->n_row = n;
    result->level = ARENA_ARRAY(result->arena, uint8_t, n + 1);
    result->depth = ARENA_ARRAY(result->arena, uint8_t, n + 1);
    return result;
}

#endif
