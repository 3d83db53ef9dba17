#include "runtime/forecast/forecast_table.h"
#include "runtime/forecast/chance.h"
#include "runtime/forecast/forecast_note.h"
#include "runtime/forecast/method_text.h"

#include <math.h>
#include <string.h>

enum {
    COLUMN_KIND,
    COLUMN_VALUE,
    COLUMN_WHAT_IF,
    COLUMN_DIFFERENCE,
    COLUMN_P10,
    COLUMN_P50,
    COLUMN_P90,
    COLUMN_TARGET,
    COLUMN_CHANCE,
    COLUMN_ERROR,
    COLUMN_BIAS,
    COLUMN_METHOD,
    COLUMN_FROM_OPEN,
    COLUMN_FROM_NEW,
    N_COLUMN
};

static const char *const titles[N_COLUMN] = {
    "kind", "value",  "value what if", "value difference", "p10",
    "p50",  "p90",    "target",        "chance",           "error",
    "bias", "method", "from_open",     "from_new"};
static const char *const meanings[N_COLUMN] = {
    "actual, or expected",
    "what was, or what is expected",
    "what it would be, which the columns behind it are about",
    "between both",
    "one in ten lies below",
    "as many lie below as above",
    "one in ten lies above",
    "what it is held against",
    "of reaching the target",
    ("of forecasts made that long ahead: absolute errors added up, by actual values "
     "added up (WAPE)"),
    "of the same: expected less actual values, by actual values; above 0 is too much",
    "how the value was found",
    "of what is expected: what deals bring that are open now",
    "of what is expected: what deals bring that are yet to come"};

typedef struct {
    const History *h;
    const Result *whole, *parts;
    Method method;
    const ForecastTarget *target; /* NULL: none */
    const History *plain; /* without the `what if` that `h` has; NULL: there is none */
    bool with_total, has_deals;
    const PipelineAsk *deals; /* NULL: there is no history */
    Result *r;
    size_t n_key; /* keys of units */
    VectorBuilder **key;
    VectorBuilder *column[N_COLUMN];
    uint8_t *level, *ahead;
    uint32_t n_level;
} Table;

static ColumnFan fan_of(int column)
{
    if (column == COLUMN_P10 || column == COLUMN_P90)
        return column == COLUMN_P10 ? FAN_LOW : FAN_HIGH;
    return column == COLUMN_VALUE || column == COLUMN_WHAT_IF ? FAN_VALUE : FAN_NONE;
}

/* `from`: of the measure, `target`: of its target. */
static Type type_of(Type from, Type target, int column)
{
    Type type = {.kind = VALUE_NUMBER, .add = ADD_RATIO};
    if (column == COLUMN_TARGET)
        return target;
    if (column == COLUMN_KIND || column == COLUMN_METHOD)
        return (Type){.kind = VALUE_TEXT};
    if (column == COLUMN_ERROR || column == COLUMN_BIAS || column == COLUMN_CHANCE) {
        type.unit.kind = UNIT_PERCENT;
        return type;
    }
    if (column >= COLUMN_P10 && column <= COLUMN_P90)
        from.add = ADD_RATIO; /* quantiles are not added */
    return from;
}

static bool is_shown(int column, const ForecastForm *form)
{
    if (column == COLUMN_TARGET || column == COLUMN_CHANCE)
        return form->target != NULL;
    if (column == COLUMN_WHAT_IF || column == COLUMN_DIFFERENCE)
        return form->has_what_if;
    return form->has_deals || column < COLUMN_FROM_OPEN;
}

size_t forecast_columns(const ForecastForm *form, const char **title, Type *type)
{
    const TargetName *target = form->target;
    size_t n = 0;
    for (int i = 0; i < N_COLUMN; i++) {
        if (!is_shown(i, form))
            continue;
        title[n] = i == COLUMN_TARGET ? target->title : titles[i];
        type[n++] = type_of(form->value, target ? target->type : form->value, i);
    }
    return n;
}

static void begin_keys(Table *t, const Result *from)
{
    Result *r = t->r;
    t->key = ARENA_ARRAY(r->arena, VectorBuilder *, t->n_key + 1);
    for (size_t i = 0; i <= t->n_key; i++) {
        const ResultColumn *key = &from->column[i];
        r->column[i] = (ResultColumn){.title = arena_strdup(r->arena, key->title),
                                      .role = COLUMN_KEY,
                                      .type = key->type};
        t->key[i] = vector_builder_new(key->type, r->pool);
    }
}

static void begin_columns(Table *t)
{
    Result *r = t->r;
    const Result *from = t->parts ? t->parts : t->whole;
    Type value = t->whole->column[t->whole->n_column - 1].type;
    const TargetName *target = t->target ? &t->target->name : NULL;
    ForecastForm form = {value, target, t->plain != NULL, t->has_deals};
    t->n_key = from->n_column - 2;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, 1 + t->n_key + N_COLUMN);
    r->n_column = 1 + t->n_key;
    begin_keys(t, from);
    for (int i = 0; i < N_COLUMN; i++) {
        if (!is_shown(i, &form))
            continue;
        const char *title =
            i == COLUMN_TARGET ? arena_strdup(r->arena, target->title) : titles[i];
        Type type = type_of(value, target ? target->type : value, i);
        Fact *fact = ARENA_NEW(r->arena, Fact);
        *fact = (Fact){title, meanings[i]};
        r->column[r->n_column++] = (ResultColumn){.title = title,
                                                  .role = COLUMN_MEASURE,
                                                  .type = type,
                                                  .fan = fan_of(i),
                                                  .about = fact,
                                                  .n_about = 1};
        t->column[i] = vector_builder_new(type, r->pool);
    }
}

static void end_columns(Table *t)
{
    Result *r = t->r;
    for (size_t i = 0; i <= t->n_key; i++)
        r->column[i].vec = vector_builder_finish(t->key[i], r->arena);
    for (size_t i = 0, at = 1 + t->n_key; i < N_COLUMN; i++) {
        if (t->column[i])
            r->column[at++].vec = vector_builder_finish(t->column[i], r->arena);
    }
}

static void add(const Table *t, int column, Value value)
{
    if (t->column[column])
        vector_builder_add(t->column[column], value);
}

/* Empty columns from `first` on. */
static void add_nothing(const Table *t, int first)
{
    for (int i = first; i < N_COLUMN; i++)
        add(t, i, (Value){.empty = true});
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
    t->ahead[t->n_level] = (size_t)(period - t->h->first) >= t->h->outlook.n;
    t->level[t->n_level++] = is_whole && t->parts ? LEVEL_SUBTOTAL : LEVEL_LINE;
}

/* Of a unit, or of the whole, in period `at` of the history and what comes behind. */
static Value target_of(const Table *t, const OutlookUnit *unit, size_t at)
{
    const ForecastTarget *target = t->target;
    if (!target)
        return (Value){.empty = true};
    if (unit == t->h->outlook.whole)
        return target->whole[at];
    return target->unit[(size_t)(unit - t->h->outlook.unit) * target->n + at];
}

/* Of a unit of `o` or its whole at a place of its history and behind. */
static Value value_in(const History *h, const OutlookUnit *unit, size_t at)
{
    const Outlook *o = &h->outlook;
    bool made;
    if (at < o->n)
        return forecast_number(unit->y[at], h->digits);
    const Expected *e = outlook_expected(o, unit, &made);
    return made ? forecast_number(e->mean[at - o->n], h->digits)
                : (Value){.empty = true};
}

/* The sum of what is expected of the units, as they are rounded. */
static Value whole_in(const History *h, size_t at)
{
    const Outlook *o = &h->outlook;
    Value sum = {.empty = false};
    if (at < o->n || !o->adds_up || !o->n_unit)
        return value_in(h, o->whole, at);
    sum.as.number = decimal_from_i64(0);
    for (size_t u = 0; u < o->n_unit; u++) {
        Value part = value_in(h, &o->unit[u], at);
        sum.empty |=
            part.empty || !decimal_add(sum.as.number, part.as.number, &sum.as.number);
    }
    return sum;
}

/* Of a unit or the whole at a place of the history, without `what if`. */
static Value plain_of(const Table *t, const OutlookUnit *unit, size_t at)
{
    const Outlook *with = &t->h->outlook, *o = &t->plain->outlook;
    int64_t place = (int64_t)t->h->first + (int64_t)at - t->plain->first;
    if (!o->n || place < 0 || place >= (int64_t)(o->n + o->origins.ahead))
        return (Value){.empty = true};
    if (unit == with->whole)
        return whole_in(t->plain, (size_t)place);
    return value_in(t->plain, &o->unit[unit - with->unit], (size_t)place);
}

/* The value, and with `what if` those without it and with it. */
static void add_value(const Table *t, Value plain, Value value)
{
    Value difference = {.empty = plain.empty || value.empty};
    if (!difference.empty)
        difference.empty =
            !decimal_sub(value.as.number, plain.as.number, &difference.as.number);
    add(t, COLUMN_VALUE, t->plain ? plain : value);
    add(t, COLUMN_WHAT_IF, value);
    add(t, COLUMN_DIFFERENCE, difference);
}

static void add_value_at(const Table *t, const OutlookUnit *unit, size_t at,
                         Value value)
{
    Value plain = {.empty = true};
    if (t->plain)
        plain = plain_of(t, unit, at);
    add_value(t, plain, value);
}

static void add_actual(Table *t, const OutlookUnit *unit, size_t at)
{
    add_keys(t, t->h->first + (int32_t)at, unit);
    add(t, COLUMN_KIND, forecast_text("actual"));
    add_value_at(t, unit, at, forecast_number(unit->y[at], t->h->digits));
    for (int i = COLUMN_P10; i <= COLUMN_P90; i++)
        add(t, i, (Value){.empty = true});
    add(t, COLUMN_TARGET, target_of(t, unit, at));
    add_nothing(t, COLUMN_CHANCE);
}

static Value value_of(const Table *t, const OutlookUnit *unit, size_t k)
{
    const Outlook *o = &t->h->outlook;
    return unit == o->whole ? whole_in(t->h, o->n + k) : value_in(t->h, unit, o->n + k);
}

/* What is expected of a period, or of all of them together. */
typedef struct {
    const Expected *e;
    size_t k;                   /* in it */
    size_t lead;                /* from 0; of all together: as many as there are */
    const PipelineState *deals; /* NULL: none are followed */
    bool known;                 /* enough to say how sure it is */
} Ahead;

static Value quantile_of(const Table *t, const Ahead *ahead, int percent)
{
    if (!ahead->known)
        return (Value){.empty = true};
    return forecast_number(expected_quantile(ahead->e, ahead->k, percent),
                           t->h->digits);
}

/* What the deals of a unit or of the whole say; NULL: nothing. */
static const PipelineState *deals_of(const Table *t, const OutlookUnit *unit)
{
    const Outlook *o = &t->h->outlook;
    if (!t->deals)
        return NULL;
    const PipelineState *state =
        unit == o->whole ? t->deals->shown : t->deals->unit[unit - o->unit].shown;
    return state->history.known ? state : NULL;
}

static Value chance_of(const Table *t, const Ahead *ahead, Value target)
{
    if (!t->target || target.empty || !ahead->known)
        return (Value){.empty = true};
    double value = decimal_to_double(target.as.number);
    return forecast_number(ahead->deals
                               ? pipeline_reaches(ahead->deals, ahead->lead, value)
                               : chance_reaches(ahead->e, ahead->k, value),
                           6);
}

/* How sure it is. P50 is the value itself where errors are symmetric. */
static void add_width(const Table *t, const Ahead *ahead, Value value, Value target)
{
    add(t, COLUMN_P10, quantile_of(t, ahead, 10));
    add(t, COLUMN_P50, ahead->e->off ? quantile_of(t, ahead, 50) : value);
    add(t, COLUMN_P90, quantile_of(t, ahead, 90));
    add(t, COLUMN_TARGET, target);
    add(t, COLUMN_CHANCE, chance_of(t, ahead, target));
}

/* What open deals bring in a period ahead; of a whole the sum of its units, as they are
   rounded. */
static Value open_of(const Table *t, const OutlookUnit *unit, size_t k)
{
    const Outlook *o = &t->h->outlook;
    const PipelineState *deals = deals_of(t, unit);
    if (!deals)
        return (Value){.empty = true};
    if (unit != o->whole || !o->n_unit)
        return forecast_number(deals->open[k], t->h->digits);
    Value sum = {.empty = false};
    sum.as.number = decimal_from_i64(0);
    for (size_t u = 0; u < o->n_unit; u++) {
        Value part = open_of(t, &o->unit[u], k);
        sum.empty |=
            part.empty || !decimal_add(sum.as.number, part.as.number, &sum.as.number);
    }
    return sum;
}

/* What open and what new deals bring, which together are `value`. */
static void add_sources(const Table *t, Value value, Value open)
{
    Value fresh = {.empty = value.empty || open.empty};
    if (!fresh.empty)
        fresh.empty = !decimal_sub(value.as.number, open.as.number, &fresh.as.number);
    add(t, COLUMN_FROM_OPEN, open);
    add(t, COLUMN_FROM_NEW, fresh);
}

static void add_expected(Table *t, const OutlookUnit *unit, size_t k)
{
    const Outlook *o = &t->h->outlook;
    bool made;
    const Expected *e = outlook_expected(o, unit, &made);
    Value target = target_of(t, unit, o->n + k);
    add_keys(t, t->h->first + (int32_t)(o->n + k), unit);
    add(t, COLUMN_KIND, forecast_text("expected"));
    if (!made) {
        for (int i = COLUMN_VALUE; i < N_COLUMN; i++)
            add(t, i, i == COLUMN_TARGET ? target : (Value){.empty = true});
        return;
    }
    Accuracy past = outlook_accuracy(o, unit, k + 1);
    Value value = value_of(t, unit, k);
    add_value_at(t, unit, o->n + k, value);
    add_width(t, &(Ahead){e, k, k, deals_of(t, unit), outlook_knows_width(o, unit)},
              value, target);
    add(t, COLUMN_ERROR, forecast_number(past.wape, 6));
    add(t, COLUMN_BIAS, forecast_number(past.bias, 6));
    const char *method = method_text(o, t->method, unit);
    if (k == 0 && t->h->running.is_known)
        method = arena_printf(t->r->arena, "so far, %s", method);
    add(t, COLUMN_METHOD, forecast_text(method));
    add_sources(t, value, open_of(t, unit, k));
}

static Value sum_of(const Table *t,
                    Value (*value)(const Table *, const OutlookUnit *, size_t),
                    size_t first)
{
    const Outlook *o = &t->h->outlook;
    Value sum = {.empty = false};
    sum.as.number = decimal_from_i64(0);
    for (size_t k = 0; k < o->origins.ahead; k++) {
        Value part = value(t, o->whole, first + k);
        sum.empty |=
            part.empty || !decimal_add(sum.as.number, part.as.number, &sum.as.number);
    }
    return sum;
}

/* What is expected of all periods to come together. */
static void add_total(Table *t, Arena *scratch)
{
    const Outlook *o = &t->h->outlook;
    bool made;
    size_t ahead = o->origins.ahead;
    const Expected *e = outlook_expected(o, o->whole, &made);
    const PipelineState *deals = deals_of(t, o->whole);
    Expected sum =
        deals ? pipeline_sum(scratch, deals, ahead) : chance_sum(scratch, e, ahead);
    Value value = sum_of(t, value_of, 0), target = sum_of(t, target_of, o->n);
    for (size_t i = 0; i <= t->n_key; i++)
        vector_builder_add(t->key[i], (Value){.empty = true});
    t->ahead[t->n_level] = 1;
    t->level[t->n_level++] = LEVEL_TOTAL;
    add(t, COLUMN_KIND, forecast_text("expected"));
    add_value(t, t->plain ? sum_of(t, plain_of, o->n) : value, value);
    add_width(t, &(Ahead){&sum, 0, ahead, deals, outlook_knows_width(o, o->whole)},
              value, target);
    for (int i = COLUMN_ERROR; i <= COLUMN_METHOD; i++)
        add(t, i, (Value){.empty = true});
    add_sources(t, value, sum_of(t, open_of, 0));
}

/* Do periods of it add up, and its units? */
static bool has_total(const Table *t)
{
    const Outlook *o = &t->h->outlook;
    bool made;
    Type value = t->whole->column[t->whole->n_column - 1].type;
    outlook_expected(o, o->whole, &made);
    return t->with_total && made && value.add == ADD_FLOW && (!t->parts || o->adds_up);
}

static void add_lines(Table *t)
{
    const Outlook *o = &t->h->outlook;
    size_t ahead = o->origins.ahead, known = o->n < ahead ? o->n : ahead;
    bool with_whole = !t->parts || o->adds_up;
    size_t lines = (known + ahead) * (o->n_unit + 1) + 1;
    t->level = t->r->level = ARENA_ARRAY(t->r->arena, uint8_t, lines);
    t->ahead = t->r->ahead = ARENA_ARRAY(t->r->arena, uint8_t, lines);
    for (size_t p = 0; p < known + ahead; p++) {
        for (size_t u = 0; u < o->n_unit + with_whole; u++) {
            const OutlookUnit *unit = u < o->n_unit ? &o->unit[u] : o->whole;
            if (p < known)
                add_actual(t, unit, o->n - known + p);
            else
                add_expected(t, unit, p - known);
        }
    }
    bool totals = has_total(t);
    Arena *scratch = arena_new();
    if (totals)
        add_total(t, scratch);
    arena_free(scratch);
    t->r->n_row = t->n_level;
    t->r->has_levels = totals;
    if (t->parts) {
        t->r->depth = ARENA_ARRAY(t->r->arena, uint8_t, lines);
        memset(t->r->depth, 1, lines);
        t->r->depth[t->n_level - 1] = !totals;
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
    method_note(t->r, t->h, t->method, t->parts);
    forecast_note_judged(t->r, t->h, t->has_deals);
    if (!all_are_made(o))
        forecast_note(t->r, "lines are empty where %s does not suit what is known",
                      method_title(t->method));
    if (t->parts && o->adds_up && !t->has_deals)
        forecast_note(t->r,
                      "units and the total of their period are brought to each other");
}

Result *forecast_table(const History *h, const ForecastOf *of)
{
    const Result *whole = of->whole, *parts = of->parts;
    Table t = {.h = h, .whole = whole, .parts = parts, .method = of->method};
    t.target = of->target;
    t.with_total = of->with_total;
    t.plain = of->plain;
    t.has_deals = of->has_deals;
    t.deals = of->deals;
    t.r = result_new();
    begin_columns(&t);
    if (h->outlook.n)
        add_lines(&t);
    end_columns(&t);
    add_notes(&t);
    t.r->chart = parts ? parts->chart : whole->chart;
    return t.r;
}
