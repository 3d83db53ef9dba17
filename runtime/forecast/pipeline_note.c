#include "runtime/forecast/pipeline_note.h"
#include "runtime/forecast/forecast_note.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

/* Of a stage what was won; n 0 where none of its deals was decided. */
typedef struct {
    const char *name;
    size_t stage, n;
    double chance;
} Stage;

/* The least chance first; behind them those of which none is known. */
static int by_chance(const void *a, const void *b)
{
    const Stage *x = a, *y = b;
    if ((x->n == 0) != (y->n == 0))
        return x->n == 0 ? 1 : -1;
    if (x->n && x->chance != y->chance)
        return x->chance > y->chance ? 1 : -1;
    return strcmp(x->name, y->name);
}

/* All stages, in the order in which lines speak of them. */
static const Stage *stages_of(Arena *arena, const DealRows *rows,
                              const PipelineState *state)
{
    size_t n = rows->log.n_stage;
    Stage *stage = ARENA_ARRAY(arena, Stage, n + 1);
    for (size_t i = 0; i < n; i++) {
        const CalibrationLine *line = &state->calibration.total[i];
        const char *name = rows->stage[i];
        stage[i] = (Stage){name[0] ? name : "(none)", i, line->n, line->chance};
    }
    qsort(stage, n, sizeof *stage, by_chance);
    return stage;
}

/* The table of chances. */
static void note_chances(Result *r, const Stage *stage, size_t n_stage)
{
    for (size_t i = 0; i < n_stage && stage[i].n; i++)
        forecast_note(r, "won of %s: %.1f%% by value, of %zu decided deal%s",
                      stage[i].name, 100 * stage[i].chance, stage[i].n,
                      stage[i].n == 1 ? "" : "s");
    if (n_stage == 0 || stage[0].n == 0)
        forecast_note(r, "no deal was decided yet: there is nothing to go by");
}

/* Where ages are not looked at: what becomes of a deal, from each stage. */
static void note_chain(Result *r, const Stage *stage, size_t n_stage,
                       const PipelineState *state)
{
    const Hazard *h = &state->hazard;
    if (h->usual || h->form.n_age > 1 || h->form.n_segment > 1)
        return;
    ChainEnd end;
    Arena *scratch = arena_new();
    Chain chain = hazard_chain(scratch, h, 0, 0);
    bool ends = chain_solve(scratch, &chain, &end);
    for (size_t i = 0; ends && i < n_stage; i++)
        forecast_note(
            r,
            "from %s: %.1f%% are ever won, %.1f periods until a deal is won or "
            "lost",
            stage[i].name, 100 * end.won[stage[i].stage], end.periods[stage[i].stage]);
    arena_free(scratch);
}

/* Where stages alone say it: how long deals of each wait to be won. */
static void note_waits(Result *r, const Stage *stage, size_t n_stage,
                       const PipelineState *state)
{
    const Hazard *h = &state->hazard;
    for (size_t i = 0; h->usual && i < n_stage; i++) {
        double wait =
            usual_wait(&h->form, pipeline_waits(&state->history), stage[i].stage);
        if (isfinite(wait))
            forecast_note(r, "from %s: won after %.1f periods, where it is won",
                          stage[i].name, wait);
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
    size_t n_stage = rows->log.n_stage;
    const Stage *stage = stages_of(r->arena, rows, state);
    note_chances(r, stage, n_stage);
    note_chain(r, stage, n_stage, state);
    note_waits(r, stage, n_stage, state);
    note_new(r, state);
}
