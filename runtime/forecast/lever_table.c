#include "runtime/forecast/lever_table.h"
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
    Result *r;
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

static void begin_columns(Table *t, const Result *whole)
{
    Result *r = t->r;
    const TargetName *target = target_name(t->effect);
    r->n_column = count_columns(target);
    r->column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column);
    for (size_t i = 0; i < r->n_column; i++) {
        const ResultColumn *from =
            &whole->column[i == COLUMN_PERIOD ? 0 : whole->n_column - 1];
        const char *title = i == COLUMN_PERIOD   ? from->title
                            : i == COLUMN_TARGET ? target->title
                                                 : columns[i].title;
        Fact *fact = ARENA_NEW(r->arena, Fact);
        title = arena_strdup(r->arena, title);
        *fact = (Fact){title, columns[i].meaning};
        r->column[i] =
            (ResultColumn){.title = title,
                           .role = i == COLUMN_PERIOD ? COLUMN_KEY : COLUMN_MEASURE,
                           .type = type_of(i, from->type, target),
                           .about = fact,
                           .n_about = 1};
        t->column[i] = vector_builder_new(r->column[i].type, r->pool);
    }
}

static void add(const Table *t, size_t column, Value value)
{
    if (column < t->r->n_column)
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

static bool width_is_known(const Table *t)
{
    const Outlook *o = &t->effect->h->outlook;
    return outlook_knows_width(o, o->whole);
}

/* In period k ahead, or in all. */
static Value low(const Table *t, const PipelineState *state, size_t k)
{
    Expected sum = pipeline_sum(t->scratch, state, k);
    if (!width_is_known(t))
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

static Value chance(const Table *t, const PipelineState *state, size_t k, Value target)
{
    if (target.empty || !width_is_known(t))
        return (Value){.empty = true};
    return forecast_number(
        pipeline_reaches(state, k, decimal_to_double(target.as.number)), 6);
}

/* Of period k, or of all; value: what is expected and what would be. */
static void add_line(Table *t, size_t k, const Value *value, Value target)
{
    const PipelineState *const state[] = {t->effect->state, t->effect->steered};
    Value p10[2], covers[2], covers_p10[2], chances[2];
    for (size_t i = 0; i < 2; i++) {
        p10[i] = low(t, state[i], k);
        covers[i] = cover(value[i], target);
        covers_p10[i] = cover(p10[i], target);
        chances[i] = chance(t, state[i], k, target);
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

static Value target_in(const LeverEffect *e, size_t k)
{
    return e->target ? e->target->whole[e->h->outlook.n + k] : (Value){.empty = true};
}

/* The total is the sum of what is printed; its quantiles are its own. */
static void add_lines(Table *t)
{
    const LeverEffect *e = t->effect;
    const PipelineState *const state[] = {e->state, e->steered};
    size_t ahead = e->state->pipeline.ahead;
    Value total[3] = {{.empty = false}, {.empty = false}, {.empty = false}};
    for (size_t i = 0; i < 3; i++)
        total[i].as.number = decimal_from_i64(0);
    t->r->level = ARENA_ARRAY(t->r->arena, uint8_t, ahead + 1);
    for (size_t k = 0; k < ahead; k++) {
        Value period = {.empty = false}, value[2], target = target_in(e, k);
        period.as.period = e->h->first + (int32_t)(e->h->outlook.n + k);
        for (size_t i = 0; i < 2; i++) {
            double mean = state[i]->expected.period[k].mean / PIPELINE_COIN;
            value[i] = forecast_number(mean, e->h->digits);
            add_to(&total[i], value[i]);
        }
        add_to(&total[2], target);
        add(t, COLUMN_PERIOD, period);
        add_line(t, k, value, target);
        t->r->level[t->r->n_row++] = LEVEL_LINE;
    }
    add(t, COLUMN_PERIOD, (Value){.empty = true});
    add_line(t, ahead, total, total[2]);
    t->r->level[t->r->n_row++] = LEVEL_TOTAL;
    t->r->has_levels = true;
}

static void note_levers(Result *r, const LeverEffect *e)
{
    static const char *const said[LEVER_COUNT] = {
        "new deals a period", "% of new deals", "what a new deal brings", "periods",
        "% of what is due"};
    for (size_t i = 0; i < LEVER_COUNT; i++) {
        bool percent = i == LEVER_WIN_RATE || i == LEVER_SLIPPAGE;
        double now = e->now.by[i] * (percent ? 100 : 1);
        double put = e->put.by[i] * (percent ? 100 : 1);
        if (e->put.by[i] == e->now.by[i] || isnan(now))
            continue;
        forecast_note(r, "%s: %.2f%s, what if %.2f%s%s", lever_word((Lever)i), now,
                      percent ? "%" : "", put, percent ? "" : " ", said[i]);
    }
}

static void note_shares(Result *r, const PipelineState *state)
{
    size_t ahead = state->pipeline.ahead;
    double soon = pipeline_share(&state->hazard, &state->pipeline, ahead);
    double later = pipeline_share(&state->hazard, &state->pipeline, 2 * ahead);
    if (isfinite(soon))
        forecast_note(r,
                      "of what a new deal will ever bring %.1f%% comes within %zu "
                      "period%s, %.1f%% within %zu",
                      100 * soon, ahead, ahead == 1 ? "" : "s", 100 * later, 2 * ahead);
}

Result *lever_table(const LeverEffect *effect, const Result *whole)
{
    Table t = {.effect = effect, .r = result_new()};
    t.scratch = arena_new();
    begin_columns(&t, whole);
    if (effect->steered)
        add_lines(&t);
    arena_free(t.scratch);
    for (size_t i = 0; i < t.r->n_column; i++)
        t.r->column[i].vec = vector_builder_finish(t.column[i], t.r->arena);
    forecast_note_history(t.r, effect->h);
    if (effect->state && effect->state->history.known && !effect->steered)
        forecast_note(t.r, "this is more than can be drawn");
    if (effect->steered) {
        note_levers(t.r, effect);
        note_shares(t.r, effect->state);
    }
    t.r->chart = whole->chart;
    return t.r;
}
