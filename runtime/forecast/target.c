#include "runtime/forecast/target.h"

static Value *empty_values(Arena *arena, size_t n)
{
    Value *value = ARENA_ARRAY(arena, Value, n + 1);
    for (size_t i = 0; i < n; i++)
        value[i].empty = true;
    return value;
}

/* The place of the period of a line; n: it is outside. */
static size_t place_of(const ForecastTarget *t, const Result *r, uint32_t row)
{
    int64_t at = (int64_t)result_value(r, 0, row).as.period - t->first;
    return at >= 0 && at < (int64_t)t->n ? (size_t)at : t->n;
}

/* Lines of a flow are 0 where it has no row: nobody set a target of 0. */
static Value value_at(const Result *r, uint32_t row)
{
    const ResultColumn *column = &r->column[r->n_column - 1];
    Value value = result_value(r, r->n_column - 1, row);
    bool is_none = !value.empty && column->type.add == ADD_FLOW &&
                   decimal_is_zero(value.as.number);
    return is_none ? (Value){.empty = true} : value;
}

ForecastTarget target_read(Arena *arena, const History *h, size_t ahead, TargetOf of)
{
    const Result *whole = of.whole, *parts = of.parts;
    const ResultColumn *column = &whole->column[whole->n_column - 1];
    ForecastTarget t = {
        {column->title, column->type}, h->first, h->outlook.n + ahead, NULL, NULL};
    size_t n_unit = parts ? h->outlook.n_unit : 0;
    Value *of_whole = empty_values(arena, t.n + 1);
    Value *of_unit = empty_values(arena, n_unit * t.n + 1);
    for (uint32_t row = 0; row < whole->n_row; row++)
        of_whole[place_of(&t, whole, row)] = value_at(whole, row);
    HistoryUnits *units = parts ? history_units_new(h, of.past) : NULL;
    for (uint32_t row = 0; parts && row < parts->n_row; row++) {
        size_t unit = history_unit(units, parts, row), at = place_of(&t, parts, row);
        if (unit < n_unit && at < t.n)
            of_unit[unit * t.n + at] = value_at(parts, row);
    }
    history_units_free(units);
    t.whole = of_whole;
    t.unit = of_unit;
    return t;
}
