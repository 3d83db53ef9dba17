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
    N_COLUMN
};

static const char *const titles[N_COLUMN] = {
    NULL, "value", "value what if", "value difference", "p10", "p10 what if"};
static const char *const meanings[N_COLUMN] = {"the period",
                                               "what is expected",
                                               "what would be expected",
                                               "by how much that is more",
                                               "one in ten lies below",
                                               "one in ten would lie below"};

typedef struct {
    const LeverEffect *effect;
    Result *r;
    VectorBuilder *column[N_COLUMN];
    double scale; /* of how far quantiles lie from the mean, by errors of the past */
} Table;

Levers lever_table_present(const PipelineState *state)
{
    Levers now = pipeline_levers(&state->hazard, &state->pipeline);
    now.by[LEVER_SIZE] /= PIPELINE_COIN;
    return now;
}

/* Quantiles are not added. */
static Type type_of(int column, Type value)
{
    if (column >= COLUMN_P10)
        value.add = ADD_RATIO;
    return value;
}

size_t lever_columns(Type value, const char **title, Type *type)
{
    for (int i = COLUMN_VALUE; i < N_COLUMN; i++) {
        title[i - COLUMN_VALUE] = titles[i];
        type[i - COLUMN_VALUE] = type_of(i, value);
    }
    return N_COLUMN - COLUMN_VALUE;
}

static void begin_columns(Table *t, const Result *whole)
{
    Result *r = t->r;
    r->n_column = N_COLUMN;
    r->column = ARENA_ARRAY(r->arena, ResultColumn, N_COLUMN);
    for (int i = 0; i < N_COLUMN; i++) {
        const ResultColumn *from =
            &whole->column[i == COLUMN_PERIOD ? 0 : whole->n_column - 1];
        const char *title = titles[i] ? titles[i] : arena_strdup(r->arena, from->title);
        Fact *fact = ARENA_NEW(r->arena, Fact);
        *fact = (Fact){title, meanings[i]};
        r->column[i] =
            (ResultColumn){.title = title,
                           .role = i == COLUMN_PERIOD ? COLUMN_KEY : COLUMN_MEASURE,
                           .type = type_of(i, from->type),
                           .about = fact,
                           .n_about = 1};
        t->column[i] = vector_builder_new(r->column[i].type, r->pool);
    }
}

static Value low(const Table *t, const Distribution *d)
{
    double off = distribution_quantile(d, .1) - d->mean;
    double value = fmax(d->mean + off * t->scale, 0) / PIPELINE_COIN;
    const Outlook *o = &t->effect->h->outlook;
    if (!outlook_knows_width(o, o->whole))
        return (Value){.empty = true};
    return forecast_number(value, t->effect->h->digits);
}

/* `now` and `then`: of one period, or of all; sums: what was printed of each. */
static void add_line(Table *t, const Distribution *now, const Distribution *then,
                     Value value[2])
{
    Value difference = {.empty = value[0].empty || value[1].empty};
    if (!difference.empty)
        difference.empty =
            !decimal_sub(value[1].as.number, value[0].as.number, &difference.as.number);
    vector_builder_add(t->column[COLUMN_VALUE], value[0]);
    vector_builder_add(t->column[COLUMN_WHAT_IF], value[1]);
    vector_builder_add(t->column[COLUMN_DIFFERENCE], difference);
    vector_builder_add(t->column[COLUMN_P10], low(t, now));
    vector_builder_add(t->column[COLUMN_P10_WHAT_IF], low(t, then));
}

static void add_to(Value *sum, Value value)
{
    sum->empty |=
        value.empty || !decimal_add(sum->as.number, value.as.number, &sum->as.number);
}

/* The total is the sum of what is printed; its quantiles are its own. */
static void add_lines(Table *t)
{
    const LeverEffect *e = t->effect;
    const PipelineExpected *now = &e->state->expected, *then = &e->steered->expected;
    size_t ahead = e->state->pipeline.ahead;
    Value total[2] = {{.empty = false}, {.empty = false}};
    total[0].as.number = total[1].as.number = decimal_from_i64(0);
    t->r->level = ARENA_ARRAY(t->r->arena, uint8_t, ahead + 1);
    for (size_t k = 0; k < ahead; k++) {
        Value period = {.empty = false};
        period.as.period = e->h->first + (int32_t)(e->h->outlook.n + k);
        vector_builder_add(t->column[COLUMN_PERIOD], period);
        Value value[2] = {
            forecast_number(now->period[k].mean / PIPELINE_COIN, e->h->digits),
            forecast_number(then->period[k].mean / PIPELINE_COIN, e->h->digits)};
        add_to(&total[0], value[0]);
        add_to(&total[1], value[1]);
        add_line(t, &now->period[k], &then->period[k], value);
        t->r->level[t->r->n_row++] = LEVEL_LINE;
    }
    vector_builder_add(t->column[COLUMN_PERIOD], (Value){.empty = true});
    add_line(t, &now->total, &then->total, total);
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
    Table t = {.effect = effect, .r = result_new(), .scale = 1};
    begin_columns(&t, whole);
    if (effect->steered) {
        const Record *record = &effect->h->outlook.whole->record;
        t.scale = record->scale[record->origins.n - 1];
        add_lines(&t);
    }
    for (size_t i = 0; i < N_COLUMN; i++)
        t.r->column[i].vec = vector_builder_finish(t.column[i], t.r->arena);
    forecast_note_history(t.r, effect->h);
    if (effect->steered) {
        note_levers(t.r, effect);
        note_shares(t.r, effect->state);
    }
    t.r->chart = whole->chart;
    return t.r;
}
