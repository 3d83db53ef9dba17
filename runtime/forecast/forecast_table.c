#include "runtime/forecast/forecast_table.h"
#include "runtime/forecast/forecast_note.h"

#include <math.h>
#include <string.h>

enum {
    COLUMN_KIND,
    COLUMN_VALUE,
    COLUMN_P10,
    COLUMN_P50,
    COLUMN_P90,
    COLUMN_ERROR,
    COLUMN_BIAS,
    COLUMN_METHOD,
    N_COLUMN
};

static const char *const titles[N_COLUMN] = {"kind", "value", "p10",  "p50",
                                             "p90",  "error", "bias", "method"};
static const char *const meanings[N_COLUMN] = {
    "actual, or expected",
    "what was, or what is expected",
    "one in ten lies below",
    "as many lie below as above",
    "one in ten lies above",
    ("of forecasts made that long ahead: absolute errors added up, by actual values "
     "added up (WAPE)"),
    "of the same: expected less actual values, by actual values; above 0 is too much",
    "how the value was found"};

typedef struct {
    const History *h;
    const Result *whole, *parts;
    Method method;
    Result *r;
    size_t n_key; /* keys of units */
    VectorBuilder **key;
    VectorBuilder *column[N_COLUMN];
    uint8_t *level;
    uint32_t n_level;
} Table;

static ColumnFan fan_of(int column)
{
    if (column == COLUMN_P10 || column == COLUMN_P90)
        return column == COLUMN_P10 ? FAN_LOW : FAN_HIGH;
    return column == COLUMN_VALUE ? FAN_VALUE : FAN_NONE;
}

/* `from`: of the measure. */
static Type type_of(Type from, int column)
{
    Type type = {.kind = VALUE_NUMBER, .add = ADD_RATIO};
    if (column == COLUMN_KIND || column == COLUMN_METHOD)
        return (Type){.kind = VALUE_TEXT};
    if (column == COLUMN_ERROR || column == COLUMN_BIAS) {
        type.unit.kind = UNIT_PERCENT;
        return type;
    }
    if (column != COLUMN_VALUE)
        from.add = ADD_RATIO; /* quantiles are not added */
    return from;
}

size_t forecast_columns(Type value, const char **title, Type *type)
{
    for (int i = 0; i < N_COLUMN; i++) {
        title[i] = titles[i];
        type[i] = type_of(value, i);
    }
    return N_COLUMN;
}

static void begin_columns(Table *t)
{
    Result *r = t->r;
    const Result *from = t->parts ? t->parts : t->whole;
    Type value = t->whole->column[t->whole->n_column - 1].type;
    t->n_key = from->n_column - 2;
    r->n_column = 1 + t->n_key + N_COLUMN;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column);
    t->key = ARENA_ARRAY(r->arena, VectorBuilder *, t->n_key + 1);
    for (size_t i = 0; i <= t->n_key; i++) {
        const ResultColumn *key = &from->column[i];
        r->column[i] = (ResultColumn){.title = arena_strdup(r->arena, key->title),
                                      .role = COLUMN_KEY,
                                      .type = key->type};
        t->key[i] = vector_builder_new(key->type, r->pool);
    }
    for (int i = 0; i < N_COLUMN; i++) {
        ResultColumn *column = &r->column[1 + t->n_key + (size_t)i];
        Fact *fact = ARENA_NEW(r->arena, Fact);
        *fact = (Fact){titles[i], meanings[i]};
        *column = (ResultColumn){.title = titles[i],
                                 .role = COLUMN_MEASURE,
                                 .type = type_of(value, i),
                                 .fan = fan_of(i),
                                 .about = fact,
                                 .n_about = 1};
        t->column[i] = vector_builder_new(column->type, r->pool);
    }
}

static void end_columns(Table *t)
{
    Result *r = t->r;
    for (size_t i = 0; i <= t->n_key; i++)
        r->column[i].vec = vector_builder_finish(t->key[i], r->arena);
    for (size_t i = 0; i < N_COLUMN; i++)
        r->column[1 + t->n_key + i].vec = vector_builder_finish(t->column[i], r->arena);
}

static void add_keys(Table *t, int32_t period, const OutlookUnit *unit)
{
    Value value = {.empty = false};
    value.as.period = period;
    vector_builder_add(t->key[0], value);
    bool is_whole = unit == t->h->outlook.whole;
    for (size_t i = 1; i <= t->n_key; i++) {
        Value key = {.empty = true};
        if (!is_whole)
            key = result_value(t->parts, i, t->h->row[unit - t->h->outlook.unit]);
        vector_builder_add(t->key[i], key);
    }
    t->level[t->n_level++] = is_whole && t->parts ? LEVEL_SUBTOTAL : LEVEL_LINE;
}

static void add_actual(Table *t, const OutlookUnit *unit, size_t at)
{
    add_keys(t, t->h->first + (int32_t)at, unit);
    vector_builder_add(t->column[COLUMN_KIND], forecast_text("actual"));
    vector_builder_add(t->column[COLUMN_VALUE],
                       forecast_number(unit->y[at], t->h->digits));
    for (int i = COLUMN_P10; i < N_COLUMN; i++)
        vector_builder_add(t->column[i], (Value){.empty = true});
}

static const char *method_text(const Table *t, const OutlookUnit *unit)
{
    const Outlook *o = &t->h->outlook;
    size_t last = o->origins.n - 1;
    unsigned parts = unit->record.parts[last];
    const char *text = NULL;
    if (t->method != METHOD_BLEND)
        return method_title(t->method);
    for (size_t c = 0; c < RECORD_CANDIDATES; c++) {
        const char *title = method_title(record_candidate(c));
        if (parts & 1u << c)
            text = text ? arena_printf(t->r->arena, "%s, %s", text, title) : title;
    }
    Series known = {unit->y, o->n - unit->begin, o->season};
    return text ? text : method_title(record_plain(known));
}

/* The value of the whole is the sum of the rounded values of its units. */
static Value value_of(const Table *t, const OutlookUnit *unit, size_t k)
{
    const Outlook *o = &t->h->outlook;
    bool made;
    if (unit != o->whole || !o->adds_up)
        return forecast_number(outlook_expected(o, unit, &made)->mean[k], t->h->digits);
    Value sum = {.empty = false};
    sum.as.number = decimal_from_i64(0);
    for (size_t u = 0; u < o->n_unit; u++) {
        Value part = value_of(t, &o->unit[u], k);
        sum.empty |=
            part.empty || !decimal_add(sum.as.number, part.as.number, &sum.as.number);
    }
    return sum;
}

/* Empty where too little is known to say how sure it is. */
static Value quantile_of(const Table *t, const OutlookUnit *unit, size_t k, int percent)
{
    const Outlook *o = &t->h->outlook;
    bool made;
    const Expected *e = outlook_expected(o, unit, &made);
    if (!outlook_knows_width(o, unit))
        return (Value){.empty = true};
    return forecast_number(expected_quantile(e, k, percent), t->h->digits);
}

static void add_expected(Table *t, const OutlookUnit *unit, size_t k)
{
    const Outlook *o = &t->h->outlook;
    bool made;
    outlook_expected(o, unit, &made);
    add_keys(t, t->h->first + (int32_t)(o->n + k), unit);
    vector_builder_add(t->column[COLUMN_KIND], forecast_text("expected"));
    if (!made) {
        for (int i = COLUMN_VALUE; i < N_COLUMN; i++)
            vector_builder_add(t->column[i], (Value){.empty = true});
        return;
    }
    Accuracy past = outlook_accuracy(o, unit, k + 1);
    Value value = value_of(t, unit, k);
    vector_builder_add(t->column[COLUMN_VALUE], value);
    vector_builder_add(t->column[COLUMN_P10], quantile_of(t, unit, k, 10));
    vector_builder_add(t->column[COLUMN_P50], value); /* errors are symmetric */
    vector_builder_add(t->column[COLUMN_P90], quantile_of(t, unit, k, 90));
    vector_builder_add(t->column[COLUMN_ERROR], forecast_number(past.wape, 6));
    vector_builder_add(t->column[COLUMN_BIAS], forecast_number(past.bias, 6));
    vector_builder_add(t->column[COLUMN_METHOD], forecast_text(method_text(t, unit)));
}

static void add_lines(Table *t)
{
    const Outlook *o = &t->h->outlook;
    size_t ahead = o->origins.ahead, known = o->n < ahead ? o->n : ahead;
    bool with_whole = !t->parts || o->adds_up;
    size_t lines = (known + ahead) * (o->n_unit + 1);
    t->level = t->r->level = ARENA_ARRAY(t->r->arena, uint8_t, lines);
    for (size_t p = 0; p < known + ahead; p++) {
        for (size_t u = 0; u < o->n_unit + with_whole; u++) {
            const OutlookUnit *unit = u < o->n_unit ? &o->unit[u] : o->whole;
            if (p < known)
                add_actual(t, unit, o->n - known + p);
            else
                add_expected(t, unit, p - known);
        }
    }
    t->r->n_row = t->n_level;
    if (t->parts) {
        t->r->depth = ARENA_ARRAY(t->r->arena, uint8_t, lines);
        memset(t->r->depth, 1, lines);
        t->r->has_levels = o->adds_up;
    }
}

static bool all_are_made(const Outlook *o)
{
    bool made;
    outlook_expected(o, o->whole, &made);
    bool all = made;
    for (size_t u = 0; u < o->n_unit; u++) {
        outlook_expected(o, &o->unit[u], &made);
        all = all && made;
    }
    return all;
}

static void add_notes(Table *t)
{
    const Outlook *o = &t->h->outlook;
    forecast_note_history(t->r, t->h);
    if (o->n == 0)
        return;
    forecast_note_judged(t->r, t->h);
    if (!all_are_made(o))
        forecast_note(t->r, "lines are empty where %s does not suit what is known",
                      method_title(t->method));
    if (t->parts && o->adds_up)
        forecast_note(t->r,
                      "units and the total of their period are brought to each other");
}

Result *forecast_table(const History *h, const Result *whole, const Result *parts,
                       Method method)
{
    Table t = {.h = h, .whole = whole, .parts = parts, .method = method};
    t.r = result_new();
    begin_columns(&t);
    if (h->outlook.n)
        add_lines(&t);
    end_columns(&t);
    add_notes(&t);
    t.r->chart = parts ? parts->chart : whole->chart;
    return t.r;
}
