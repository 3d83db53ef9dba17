#include "runtime/forecast/pipeline_note.h"
#include "runtime/forecast/forecast_note.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_SHOWN 0.0005 /* of a correlation, in three digits */

static void note_open(Result *r, const DealRows *rows, const PipelineState *state)
{
    const PipelineExpected *e = &state->expected;
    size_t n = state->pipeline.n_deal;
    bool now = rows->log.n_period > rows->n_whole;
    forecast_note(r, "open %s: %zu deal%s", now ? "now" : "then", n, n == 1 ? "" : "s");
    if (e->n_stale)
        forecast_note(r, "%zu of them bring nothing: older than any that was won",
                      e->n_stale);
    if (e->n_unsized)
        forecast_note(r, "%zu of them bring nothing: no amount above 0 is known",
                      e->n_unsized);
    if (e->n_unknown)
        forecast_note(r, "%zu of them bring nothing: no deal left their stage yet",
                      e->n_unknown);
    if (state->history.worth != 1)
        forecast_note(r,
                      "they bring %.1f%% of their amounts, where they are won, as %zu "
                      "that were won lately say",
                      100 * state->history.worth, state->history.n_worth);
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

/* Where ages are not looked at: what becomes of a deal, from each stage. */
static void note_chain(Result *r, const DealRows *rows, const PipelineState *state)
{
    const Hazard *h = &state->hazard;
    if (h->usual || h->form.n_age > 1 || h->form.n_segment > 1)
        return;
    ChainEnd end;
    Arena *scratch = arena_new();
    Chain chain = hazard_chain(scratch, h, 0, 0);
    bool ends = chain_solve(scratch, &chain, &end);
    for (size_t i = 0; ends && i < rows->log.n_stage; i++)
        forecast_note(
            r,
            "from %s: %.1f%% are ever won, %.1f periods until a deal is won or "
            "lost",
            rows->stage[i][0] ? rows->stage[i] : "(none)", 100 * end.won[i],
            end.periods[i]);
    arena_free(scratch);
}

/* Where stages alone say it: how long deals of each wait to be won. */
static void note_waits(Result *r, const DealRows *rows, const PipelineState *state)
{
    const Hazard *h = &state->hazard;
    for (size_t i = 0; h->usual && i < rows->log.n_stage; i++) {
        double wait = usual_wait(&h->form, pipeline_waits(&state->history), i);
        if (isfinite(wait))
            forecast_note(r, "from %s: won after %.1f periods, where it is won",
                          rows->stage[i][0] ? rows->stage[i] : "(none)", wait);
    }
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

void pipeline_note(Result *r, const DealRows *rows, const PipelineState *state)
{
    if (state->too_large) {
        forecast_note(r, "amounts are too large: of a deal at most %.0e counts",
                      PORTFOLIO_MAX_AMOUNT / PIPELINE_COIN);
        return;
    }
    if (state->history.known == 0) {
        forecast_note(r, "no deal was open in two periods that are known: there is "
                         "nothing to go by");
        return;
    }
    note_open(r, rows, state);
    note_chances(r, rows, state);
    note_chain(r, rows, state);
    note_waits(r, rows, state);
    note_new(r, state);
}
