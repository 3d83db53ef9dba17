#include "runtime/forecast/lever_table.h"
#include "runtime/algebra/format.h"
#include "runtime/forecast/forecast_note.h"

#include <math.h>

enum {
    COLUMN_PERIOD,
    COLUMN_VALUE,
    COLUMN_WHAT_IF,
    COLUMN_DIFFERENCE,
    COLUMN_P10,
    COLUMN_P10_WHAT_IF,
    COLUMN_TARGET,
    COLUMN_COVER, /* each with what it would be and the difference behind it */
    COLUMN_COVER_P10 = COLUMN_COVER + 3,
    COLUMN_CHANCE = COLUMN_COVER_P10 + 3,
    N_COLUMN = COLUMN_CHANCE + 3
};

static const struct {
    const char *title, *meaning;
} columns[N_COLUMN] = {
    {NULL, "the period"},
    {"value", "what is expected"},
    {"value what if", "what would be expected"},
    {"value difference", "by how much that is more"},
    {"p10", "one in ten lies below"},
    {"p10 what if", "one in ten would lie below"},
    {NULL, "what it is held against"},
    {"cover", "how often what is expected covers that"},
    {"cover what if", "how often it would"},
    {"cover difference", "by how much that is more"},
    {"cover_p10", "one in ten covers it less often"},
    {"cover_p10 what if", "one in ten would"},
    {"cover_p10 difference", "by how much that is more"},
    {"chance", "of reaching it"},
    {"chance what if", "what it would be"},
    {"chance difference", "by how much that is more"},
};

typedef struct {
    const LeverEffect *effect;
    const Result *parts; /* NULL: there are no units */
    Result *r;
    size_t n_key;        /* of units */
    VectorBuilder **key; /* of them */
    VectorBuilder *column[N_COLUMN];
    Arena *scratch;
} Table;

Levers lever_table_present(const PipelineState *state)
{
    Levers now = pipeline_levers(&state->hazard, &state->pipeline);
    now.by[LEVER_SIZE] /= PIPELINE_COIN;
    return now;
}

static size_t count_columns(const TargetName *target)
{
    return target ? N_COLUMN : COLUMN_TARGET;
}

/* Quantiles are not added. */
static Type type_of(size_t column, Type value, const TargetName *target)
{
    Type ratio = {.kind = VALUE_NUMBER, .add = ADD_RATIO};
    if (column == COLUMN_TARGET)
        return target->type;
    if (column >= COLUMN_CHANCE)
        ratio.unit.kind = UNIT_PERCENT;
    if (column > COLUMN_TARGET)
        return ratio;
    if (column >= COLUMN_P10)
        value.add = ADD_RATIO;
    return value;
}

size_t lever_columns(Type value, const TargetName *target, const char **title,
                     Type *type)
{
    size_t n = count_columns(target);
    for (size_t i = COLUMN_VALUE; i < n; i++) {
        title[i - COLUMN_VALUE] = i == COLUMN_TARGET ? target->title : columns[i].title;
        type[i - COLUMN_VALUE] = type_of(i, value, target);
    }
    return n - COLUMN_VALUE;
}

static const TargetName *target_name(const LeverEffect *effect)
{
    return effect->target ? &effect->target->name : NULL;
}

static void begin_keys(Table *t)
{
    Result *r = t->r;
    t->n_key = t->parts ? t->parts->n_column - 2 : 0;
    t->key = ARENA_ARRAY(r->arena, VectorBuilder *, t->n_key + 1);
    for (size_t i = 0; i < t->n_key; i++) {
        const ResultColumn *key = &t->parts->column[1 + i];
        r->column[1 + i] = (ResultColumn){.title = arena_strdup(r->arena, key->title),
                                          .role = COLUMN_KEY,
                                          .type = key->type};
        t->key[i] = vector_builder_new(key->type, r->pool);
    }
}

/* Where a column stands in the answer. */
static ResultColumn *place_of(const Table *t, size_t column)
{
    return &t->r->column[column == COLUMN_PERIOD ? 0 : column + t->n_key];
}

static void begin_columns(Table *t, const Result *whole)
{
    Result *r = t->r;
    const TargetName *target = target_name(t->effect);
    size_t n = count_columns(target);
    r->column = ARENA_ARRAY(r->arena, ResultColumn,
                            n + (t->parts ? t->parts->n_column : (size_t)0));
    begin_keys(t);
    r->n_column = n + t->n_key;
    for (size_t i = 0; i < n; i++) {
        const ResultColumn *from =
            &whole->column[i == COLUMN_PERIOD ? 0 : whole->n_column - 1];
        const char *title = i == COLUMN_PERIOD   ? from->title
                            : i == COLUMN_TARGET ? target->title
                                                 : columns[i].title;
        Fact *fact = ARENA_NEW(r->arena, Fact);
        title = arena_strdup(r->arena, title);
        *fact = (Fact){title, columns[i].meaning};
        *place_of(t, i) =
            (ResultColumn){.title = title,
                           .role = i == COLUMN_PERIOD ? COLUMN_KEY : COLUMN_MEASURE,
                           .type = type_of(i, from->type, target),
                           .about = fact,
                           .n_about = 1};
        t->column[i] = vector_builder_new(place_of(t, i)->type, r->pool);
    }
}

static void end_columns(Table *t)
{
    Result *r = t->r;
    for (size_t i = 0; i < t->n_key; i++)
        r->column[1 + i].vec = vector_builder_finish(t->key[i], r->arena);
    for (size_t i = 0; i < N_COLUMN && t->column[i]; i++)
        place_of(t, i)->vec = vector_builder_finish(t->column[i], r->arena);
}

static void add(const Table *t, size_t column, Value value)
{
    if (t->column[column])
        vector_builder_add(t->column[column], value);
}

/* a - b, empty where one of them is. */
static Value less(Value a, Value b)
{
    Value difference = {.empty = a.empty || b.empty};
    if (!difference.empty)
        difference.empty =
            !decimal_sub(a.as.number, b.as.number, &difference.as.number);
    return difference;
}

/* What it is, what it would be, the difference. */
static void add_change(const Table *t, size_t column, const Value *pair)
{
    add(t, column, pair[0]);
    add(t, column + 1, pair[1]);
    add(t, column + 2, less(pair[1], pair[0]));
}

/* What a line is about: a unit or the whole, in period k ahead or in all. */
typedef struct {
    const OutlookUnit *unit;
    LeverPair deals;
    size_t k;
} Line;

static bool width_is_known(const Table *t, const Line *line)
{
    return outlook_knows_width(&t->effect->h->outlook, line->unit);
}

static Value low(const Table *t, const Line *line, const PipelineState *state)
{
    Expected sum = pipeline_sum(t->scratch, state, line->k);
    if (!width_is_known(t, line))
        return (Value){.empty = true};
    return forecast_number(expected_quantile(&sum, 0, 10), t->effect->h->digits);
}

static Value cover(Value value, Value target)
{
    if (value.empty || target.empty || decimal_sign(target.as.number) <= 0)
        return (Value){.empty = true};
    return forecast_number(
        decimal_to_double(value.as.number) / decimal_to_double(target.as.number), 6);
}

static Value chance(const Table *t, const Line *line, const PipelineState *state,
                    Value target)
{
    if (target.empty || !width_is_known(t, line))
        return (Value){.empty = true};
    return forecast_number(
        pipeline_reaches(state, line->k, decimal_to_double(target.as.number)), 6);
}

/* value: what is expected and what would be. */
static void add_values(Table *t, const Line *line, const Value *value, Value target)
{
    const PipelineState *const state[] = {line->deals.state, line->deals.steered};
    Value p10[2], covers[2], covers_p10[2], chances[2];
    for (size_t i = 0; i < 2; i++) {
        p10[i] = low(t, line, state[i]);
        covers[i] = cover(value[i], target);
        covers_p10[i] = cover(p10[i], target);
        chances[i] = chance(t, line, state[i], target);
    }
    add_change(t, COLUMN_VALUE, value);
    add(t, COLUMN_P10, p10[0]);
    add(t, COLUMN_P10_WHAT_IF, p10[1]);
    add(t, COLUMN_TARGET, target);
    add_change(t, COLUMN_COVER, covers);
    add_change(t, COLUMN_COVER_P10, covers_p10);
    add_change(t, COLUMN_CHANCE, chances);
}

static void add_to(Value *sum, Value value)
{
    sum->empty |=
        value.empty || !decimal_add(sum->as.number, value.as.number, &sum->as.number);
}

static Value zero(void)
{
    Value value = {.empty = false};
    value.as.number = decimal_from_i64(0);
    return value;
}

/* Of a unit or the whole in period k ahead. */
static Value target_in(const LeverEffect *e, const OutlookUnit *unit, size_t k)
{
    const Outlook *o = &e->h->outlook;
    const ForecastTarget *target = e->target;
    if (!target)
        return (Value){.empty = true};
    return unit == o->whole
               ? target->whole[o->n + k]
               : target->unit[(size_t)(unit - o->unit) * target->n + o->n + k];
}

static void add_keys(Table *t, Value period, size_t unit, LineLevel level)
{
    const History *h = t->effect->h;
    add(t, COLUMN_PERIOD, period);
    for (size_t i = 0; i < t->n_key; i++) {
        Value key = {.empty = true};
        if (level == LEVEL_LINE)
            key = result_value(t->parts, 1 + i, h->row[unit]);
        vector_builder_add(t->key[i], key);
    }
    if (t->r->depth)
        t->r->depth[t->r->n_row] = level != LEVEL_TOTAL;
    t->r->level[t->r->n_row++] = (uint8_t)level;
}

/* The mean as it is and as it would be. */
static void means_of(const Table *t, LeverPair deals, size_t k, Value *value)
{
    const PipelineState *const state[] = {deals.state, deals.steered};
    for (size_t i = 0; i < 2; i++)
        value[i] = forecast_number(state[i]->expected.period[k].mean / PIPELINE_COIN,
                                   t->effect->h->digits);
}

/* The units of period k, and their sums as they are printed. */
static void add_units(Table *t, Value period, size_t k, Value *sum)
{
    const LeverEffect *e = t->effect;
    const Outlook *o = &e->h->outlook;
    sum[0] = sum[1] = zero();
    for (size_t u = 0; u < o->n_unit; u++) {
        Value value[2];
        Line line = {&o->unit[u], e->unit[u], k};
        means_of(t, line.deals, k, value);
        for (size_t i = 0; i < 2; i++)
            add_to(&sum[i], value[i]);
        add_keys(t, period, u, LEVEL_LINE);
        add_values(t, &line, value, target_in(e, line.unit, k));
    }
}

static void begin_lines(Table *t, size_t ahead)
{
    size_t lines = ahead * (t->effect->h->outlook.n_unit + 1) + 1;
    t->r->level = ARENA_ARRAY(t->r->arena, uint8_t, lines);
    if (t->parts)
        t->r->depth = ARENA_ARRAY(t->r->arena, uint8_t, lines);
    t->r->has_levels = true;
}

/* The whole of a period is the sum of its units, the total that of what is printed;
   quantiles are their own. */
static void add_lines(Table *t)
{
    const LeverEffect *e = t->effect;
    const Outlook *o = &e->h->outlook;
    size_t ahead = e->all.state->pipeline.ahead;
    Value total[3] = {zero(), zero(), zero()}, none = {.empty = true};
    Line line = {o->whole, e->all, 0};
    begin_lines(t, ahead);
    for (; line.k < ahead; line.k++) {
        Value period = {.empty = false}, value[2],
              target = target_in(e, o->whole, line.k);
        period.as.period = e->h->first + (int32_t)(o->n + line.k);
        if (t->parts)
            add_units(t, period, line.k, value);
        else
            means_of(t, e->all, line.k, value);
        for (size_t i = 0; i < 2; i++)
            add_to(&total[i], value[i]);
        add_to(&total[2], target);
        add_keys(t, period, 0, t->parts ? LEVEL_SUBTOTAL : LEVEL_LINE);
        add_values(t, &line, value, target);
    }
    add_keys(t, none, 0, LEVEL_TOTAL);
    add_values(t, &line, total, total[2]);
}

static bool all_are_steered(const LeverEffect *e)
{
    bool all = e->all.steered != NULL;
    for (size_t u = 0; e->unit && u < e->h->outlook.n_unit; u++)
        all &= e->unit[u].steered != NULL;
    return all;
}

/* A lever in its own unit. */
static const char *lever_text(const Table *t, Lever lever, double by)
{
    Arena *arena = t->r->arena;
    const FormatStyle style = {.locale = t->effect->locale};
    StrBuf sb;
    if (lever == LEVER_WIN_RATE || lever == LEVER_SLIPPAGE)
        return arena_printf(arena, "%.2f%%", 100 * by);
    if (lever != LEVER_SIZE)
        return arena_printf(arena, "%.2f", by);
    strbuf_init(&sb);
    format_value(&sb, &style, place_of(t, COLUMN_VALUE)->type,
                 forecast_number(by, t->effect->h->digits));
    const char *text = arena_strdup(arena, sb.text);
    strbuf_release(&sb);
    return text;
}

static void note_levers(const Table *t)
{
    const LeverEffect *e = t->effect;
    static const char *const said[LEVER_COUNT] = {"new deals a period", "of new deals",
                                                  "what a new deal brings", "periods",
                                                  "of what is due"};
    for (size_t i = 0; i < LEVER_COUNT; i++) {
        double now = e->now.by[i], put = e->put.by[i];
        if (put == now || isnan(now))
            continue;
        forecast_note(t->r, "%s: %s, what if %s %s", lever_word((Lever)i),
                      lever_text(t, (Lever)i, now), lever_text(t, (Lever)i, put),
                      said[i]);
    }
}

/* The periods within which so much of what new deals will ever bring has come; the
   most that are looked at where it takes longer. */
static size_t periods_until(const PipelineState *state, double part)
{
    enum { MOST = 60 };
    size_t n = 1;
    while (n < MOST && pipeline_share(&state->hazard, &state->pipeline, n) < part)
        n++;
    return n;
}

/* When more pipeline becomes income. */
static void note_shares(Result *r, const PipelineState *state)
{
    size_t ahead = state->pipeline.ahead;
    double soon = pipeline_share(&state->hazard, &state->pipeline, ahead);
    if (!isfinite(soon))
        return;
    size_t half = periods_until(state, 0.5), most = periods_until(state, 0.9);
    forecast_note(r,
                  "of what a new deal will ever bring half has come within %zu "
                  "period%s, nine tenths within %zu; within the %zu shown %.1f%%",
                  half, half == 1 ? "" : "s", most, ahead, 100 * soon);
}

Result *lever_table(const LeverEffect *effect, const Result *whole, const Result *parts)
{
    Table t = {.effect = effect, .parts = parts, .r = result_new()};
    const PipelineState *state = effect->all.state;
    bool steered = all_are_steered(effect);
    t.scratch = arena_new();
    begin_columns(&t, whole);
    if (steered)
        add_lines(&t);
    arena_free(t.scratch);
    end_columns(&t);
    forecast_note_history(t.r, effect->h);
    if (state && state->history.known && !steered)
        forecast_note(t.r, "this is more than can be drawn");
    if (steered) {
        note_levers(&t);
        note_shares(t.r, state);
    }
    t.r->chart = parts ? parts->chart : whole->chart;
    return t.r;
}
