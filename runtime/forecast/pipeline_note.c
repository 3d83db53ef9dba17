#include "runtime/forecast/pipeline_note.h"
#include "runtime/forecast/forecast_note.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_SHOWN 0.0005 /* of a correlation, in three digits */

enum { COLUMN_OPEN, COLUMN_NEW, N_COLUMN };

static const char *const titles[N_COLUMN] = {"from_open", "from_new"};
static const char *const meanings[N_COLUMN] = {
    "of what is expected: what deals bring that are open now",
    "of what is expected: what deals bring that are yet to come"};

/* Lines that are expected follow those that are known. */
static void add_column(Result *r, const History *h, const PipelineState *state,
                       int which)
{
    size_t value = (size_t)result_find_column(r, "value");
    Type type = r->column[value].type;
    VectorBuilder *builder = vector_builder_new(type, r->pool);
    size_t ahead = h->outlook.origins.ahead, known = r->n_row - ahead;
    bool made = state && state->history.known;
    for (uint32_t row = 0; row < r->n_row; row++) {
        Value part = {.empty = true}, all = result_value(r, value, row);
        if (made && row >= known)
            part = forecast_number(state->open[row - known], h->digits);
        if (which == COLUMN_NEW && !part.empty && !all.empty)
            part.empty = !decimal_sub(all.as.number, part.as.number, &part.as.number);
        vector_builder_add(builder, part);
    }
    Fact *fact = ARENA_NEW(r->arena, Fact);
    *fact = (Fact){titles[which], meanings[which]};
    r->column[r->n_column++] =
        (ResultColumn){.title = titles[which],
                       .role = COLUMN_MEASURE,
                       .type = type,
                       .vec = vector_builder_finish(builder, r->arena),
                       .about = fact,
                       .n_about = 1};
}

static void note_open(Result *r, const DealRows *rows, const PipelineState *state)
{
    const PipelineExpected *e = &state->expected;
    size_t n = state->pipeline.n_deal;
    forecast_note(r, "open then: %zu deal%s", n, n == 1 ? "" : "s");
    if (e->n_stale)
        forecast_note(r, "%zu of them bring nothing: older than any that was won",
                      e->n_stale);
    if (e->n_unsized)
        forecast_note(r, "%zu of them bring nothing: no amount is known", e->n_unsized);
    if (e->n_unknown)
        forecast_note(r, "%zu of them bring nothing: no deal left their stage yet",
                      e->n_unknown);
    if (rows->n_nameless)
        forecast_note(r, "%zu line%s without a deal left out", rows->n_nameless,
                      rows->n_nameless == 1 ? " is" : "s are");
}

typedef struct {
    const char *name;
    const CalibrationLine *line;
} Stage;

static int by_chance(const void *a, const void *b)
{
    const Stage *x = a, *y = b;
    return (x->line->chance > y->line->chance) - (x->line->chance < y->line->chance);
}

/* The table of chances, the least first. */
static void note_chances(Result *r, const DealRows *rows, const PipelineState *state)
{
    Stage *stage = ARENA_ARRAY(r->arena, Stage, rows->log.n_stage + 1);
    size_t n = 0;
    for (size_t i = 0; i < rows->log.n_stage; i++) {
        const CalibrationLine *line = &state->calibration.total[i];
        if (line->n)
            stage[n++] = (Stage){rows->stage[i], line};
    }
    qsort(stage, n, sizeof *stage, by_chance);
    for (size_t i = 0; i < n; i++)
        forecast_note(r, "won of %s: %.1f%% by value, of %zu decided deal%s",
                      stage[i].name[0] ? stage[i].name : "(none)",
                      100 * stage[i].line->chance, stage[i].line->n,
                      stage[i].line->n == 1 ? "" : "s");
    if (n == 0)
        forecast_note(r, "no deal was decided yet: there is nothing to go by");
}

static void note_new(Result *r, const PipelineState *state)
{
    Levers l = pipeline_levers(&state->hazard, &state->pipeline);
    if (state->no_size)
        forecast_note(r, "nothing was won lately: new deals bring nothing");
    if (isfinite(l.by[LEVER_CYCLE]))
        forecast_note(r,
                      "new deals: %.1f a period, of which %.1f%% are won, after %.1f "
                      "periods",
                      l.by[LEVER_CREATION], 100 * l.by[LEVER_WIN_RATE],
                      l.by[LEVER_CYCLE]);
    if (state->pipeline.correlation >= LEAST_SHOWN)
        forecast_note(r, "correlation of deals within a period: %.3f",
                      state->pipeline.correlation);
}

static void add_notes(Result *r, const DealRows *rows, const PipelineState *state)
{
    if (state->history.known == 0) {
        forecast_note(r, "no deal was open in two periods that are known: there is "
                         "nothing to go by");
        return;
    }
    note_open(r, rows, state);
    note_chances(r, rows, state);
    note_new(r, state);
}

void pipeline_annotate(Result *r, const History *h, const DealRows *rows,
                       const PipelineState *state)
{
    ResultColumn *column = ARENA_ARRAY(r->arena, ResultColumn, r->n_column + N_COLUMN);
    for (size_t i = 0; i < r->n_column; i++)
        column[i] = r->column[i];
    r->column = column;
    for (int which = 0; which < N_COLUMN; which++)
        add_column(r, h, state, which);
    if (state)
        add_notes(r, rows, state);
}
