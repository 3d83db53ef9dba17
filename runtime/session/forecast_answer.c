/* The answer of a forecast or a backtest: the past is asked, read as series or as
   deals, and what is expected is put into lines. */
#include "runtime/forecast/backtest_table.h"
#include "runtime/forecast/deal_list.h"
#include "runtime/forecast/forecast_note.h"
#include "runtime/forecast/forecast_table.h"
#include "runtime/forecast/lever_table.h"
#include "runtime/forecast/paths_table.h"
#include "runtime/forecast/pipeline_note.h"
#include "runtime/forecast/running.h"
#include "runtime/session/about.h"
#include "runtime/session/driver.h"
#include "runtime/session/forecast_ask.h"
#include "runtime/session/lever.h"

#include <math.h>

/* What was asked of the past; parts NULL: there are none. */
typedef struct {
    const Result *whole, *parts;
} Known;

/* Answers about the past, and what they lead to. */
typedef struct {
    Result whole, parts;
    bool has_parts;
    History h;
    PipelineAsk deals; /* of METHOD_PIPELINE */
    DealAnswers read;  /* then; `open` NULL: there is no history */
} Past;

bool forecast_covers(const Source *source, Day *to)
{
    if (!source->has_covers)
        *to = DAY_NONE;
    else if (*to == DAY_NONE || source->covers.hi < *to)
        *to = source->covers.hi;
    return source->has_covers;
}

Day forecast_covered_to(const Question *q)
{
    Day to = DAY_NONE;
    bool known = true;
    for (size_t i = 0; i < q->n_leaf && known; i++)
        known = !q->leaf[i]->source || forecast_covers(q->leaf[i]->source, &to);
    return to;
}

static const Result *parts_of(const Past *past)
{
    return past->has_parts ? &past->parts : NULL;
}

/* What deals say; NULL: there is no history. */
static const PipelineState *state_of(const Past *past)
{
    return past->read.open ? past->deals.shown : NULL;
}

enum { UNITS_MOST = 100 }; /* of a pipeline: each is judged at every origin */

/* How far the period that goes on is for each of them. */
static void put_units_now(Arena *arena, Past *past, PipelineAsk *unit)
{
    const History *h = &past->h;
    size_t n_segment = past->read.rows.log.n_segment;
    PipelineSoFar *all = ARENA_NEW(arena, PipelineSoFar),
                  *now = ARENA_ARRAY(arena, PipelineSoFar, h->outlook.n_unit + 1);
    double *left = ARENA_ARRAY(arena, double, n_segment + 1);
    *all = *past->deals.now;
    all->by_segment = left;
    for (size_t i = 0; i < n_segment; i++)
        left[i] = all->left;
    for (size_t u = 0; u < h->outlook.n_unit; u++) {
        now[u] = *all;
        now[u].won = running_came(h, &h->outlook.unit[u]);
        if (unit[u].segment < n_segment)
            left[unit[u].segment] = outlook_left(&h->outlook, &h->outlook.unit[u]);
        unit[u].now = &now[u];
    }
    past->deals.now = all;
}

/* Whose deals are which unit's. false: reported. */
static bool find_units(Forecast *f, Arena *arena, Past *past)
{
    const History *h = &past->h;
    PipelineAsk *unit = ARENA_ARRAY(arena, PipelineAsk, h->outlook.n_unit + 1);
    for (size_t u = 0; u < h->outlook.n_unit; u++) {
        unit[u] = past->deals;
        unit[u].by_segment = false;
        unit[u].shown = ARENA_NEW(arena, PipelineState);
        unit[u].segment = pipeline_segment(&past->read.rows, &past->parts, h->row[u]);
    }
    if (past->deals.now)
        put_units_now(arena, past, unit);
    past->deals.unit = unit;
    return h->outlook.n_unit <= UNITS_MOST ||
           forecast_refuse(f, f->ast->clause[AST_CLAUSE_BY]->span,
                           arena_printf(f->s->statement,
                                        "a pipeline has at most %d units, and these "
                                        "are %zu",
                                        UNITS_MOST, h->outlook.n_unit),
                           "leave units out with `where`, or ask what open deals "
                           "bring, by whatever a deal leads to: show value by month, "
                           "... from (forecast ... by month, deal next 6 using "
                           "pipeline(...))");
}

/* How far the period that goes on is; the days in which deals come are working days. */
static const PipelineSoFar *now_of(Arena *arena, const History *h)
{
    PipelineSoFar *now = ARENA_NEW(arena, PipelineSoFar);
    *now = (PipelineSoFar){.left = outlook_left(&h->outlook, h->outlook.whole),
                           .arrived = h->outlook.gone,
                           .won = running_came(h, h->outlook.whole)};
    return now;
}

/* The rows as they are, of a forecast that is asked as it would be. false: reported. */
static bool ask_as_it_is(Forecast *f, Arena *arena, DealsAsk ask, Past *past)
{
    DealAnswers *plain = ARENA_NEW(arena, DealAnswers);
    ask.world = DEALS_AS_IT_IS;
    if (!pipeline_read(f->s, arena, &f->deals, ask, plain))
        return false;
    result_unref(plain->open);
    past->deals.as_it_is = &plain->rows;
    return true;
}

/* Asks for the deals that are wanted; as_it_is: the past, where this one would be;
   NULL: it is. false: reported. */
static bool ask_deals(Forecast *f, Arena *arena, const Past *as_it_is, Past *past)
{
    History *h = &past->h;
    size_t drawn = f->is_backtest ? f->want.judged + 1 : 1;
    past->deals =
        (PipelineAsk){.first = h->first, .drawn = drawn, .segment = PIPELINE_ALL};
    past->deals.ages = f->want.method == METHOD_PIPELINE ? PIPELINE_AGES : 1;
    past->deals.by_stage = f->want.method == METHOD_WEIGHTED;
    past->deals.by_segment = f->n_path && past->has_parts;
    if (!forecast_is_from_deals(f) || !h->outlook.n)
        return true;
    int32_t last = h->first + (int32_t)h->outlook.n - 1;
    DealsAsk ask = {last, f->with_keys || !f->deals.has_units, DEALS_ASKED, {0, 0}};
    if (as_it_is) {
        ask.world = DEALS_AS_IF;
        past->deals.as_it_is = as_it_is->deals.rows;
    } else if (pipeline_has_as_it_is(&f->deals) && !ask_as_it_is(f, arena, ask, past)) {
        return false;
    }
    if (h->running.is_known)
        ask.now = (DayRange){calendar_range(h->unit, last + 1).lo, h->running.until};
    if (!pipeline_read(f->s, arena, &f->deals, ask, &past->read))
        return false;
    h->running.is_known &= past->read.rows.log.n_period > past->read.rows.n_whole;
    if (h->running.is_known)
        past->deals.now = now_of(arena, h);
    past->deals.rows = &past->read.rows;
    past->deals.shown = ARENA_NEW(arena, PipelineState);
    return !past->has_parts || find_units(f, arena, past);
}

/* The series as it is or, with `what if`, as it would be. false: reported. */
static bool read_series(Forecast *f, Arena *arena, Known known, bool as_if, Past *past)
{
    ItemAsk value = {0, as_if};
    *past = (Past){.whole = pipeline_view(arena, f->whole, known.whole, value),
                   .has_parts = known.parts != NULL};
    history_read(arena, &past->whole,
                 (HistoryAsk){f->s->settings.today, forecast_covered_to(f->whole)},
                 &past->h);
    if (known.parts)
        past->parts = pipeline_view(arena, f->parts, known.parts, value);
    RunningOf of = {&past->h, &past->whole, parts_of(past), known.parts, as_if};
    return !past->h.outlook.n || forecast_read_running(f, arena, of);
}

/* Both; `what_if`: the second differs from the first. false: reported. */
static bool read_past(Forecast *f, Arena *arena, Known known, bool what_if,
                      Past past[2])
{
    bool ok = read_series(f, arena, known, false, &past[0]);
    past[1] = past[0];
    if (ok && what_if)
        ok = read_series(f, arena, known, true, &past[1]);
    running_settle(&past[1].h, what_if ? &past[0].h : NULL);
    if (ok && what_if)
        ok = ask_deals(f, arena, NULL, &past[0]);
    return ok && ask_deals(f, arena, what_if ? &past[0] : NULL, &past[1]);
}

/* What is to be found of the past, and from which deals. */
static OutlookAsk want_of(const Forecast *f, const Past *past)
{
    OutlookAsk want = f->want;
    want.pipeline = past->read.open ? &past->deals : NULL;
    return want;
}

static void look_ahead(const Forecast *f, Arena *arena, Past *past)
{
    if (!past->h.outlook.n)
        return;
    outlook_make(arena, &past->h.outlook, want_of(f, past));
}

/* ---- lines ---- */

/* What the forecast is held against. false: reported. */
static bool read_target(Forecast *f, Arena *arena, const Past *past,
                        ForecastTarget *target)
{
    Result *of[2] = {NULL};
    bool ok = true;
    int32_t end = past->h.first + (int32_t)(past->h.outlook.n + f->want.ahead);
    for (size_t i = 0; i < 2 && f->target[i] && ok; i++) {
        f->target[i]->has_for = true;
        f->target[i]->shown = (DayRange){calendar_range(past->h.unit, past->h.first).lo,
                                         calendar_range(past->h.unit, end - 1).hi};
        of[i] = execute_question(&f->s->executor, f->target[i]);
        ok = of[i] != NULL;
    }
    if (ok)
        *target = target_read(arena, &past->h, f->want.ahead,
                              (TargetOf){of[0], of[1], parts_of(past)});
    target->name.title = ok ? arena_strdup(arena, target->name.title) : NULL;
    result_unref(of[0]);
    result_unref(of[1]);
    return ok;
}

/* What steering changes of a pipeline; steered NULL: there is nothing to go by. */
typedef struct {
    LeverChange levers;
    PipelineState state;
    const PipelineState *steered;
    LeverPair *unit; /* of each unit; NULL: there are none */
} Steered;

/* false: reported. */
static bool steer(Forecast *f, Arena *arena, const PipelineState *state, Steered *s)
{
    *s = (Steered){.steered = NULL};
    if (!forecast_has_levers(f) || !state || !state->history.known)
        return true;
    if (!lever_put(f->s, f->r, f->what_if.levers, state, &s->levers))
        return false;
    if (pipeline_steer(arena, state, &s->levers.change, &s->state))
        s->steered = &s->state;
    return true;
}

/* Each unit changes in the same proportion. */
static void steer_units(Arena *arena, const Past *past, const Past *plain, Steered *s)
{
    size_t n = past->h.outlook.n_unit;
    if (!past->has_parts || !s->steered)
        return;
    s->unit = ARENA_ARRAY(arena, LeverPair, n + 1);
    for (size_t u = 0; u < n; u++) {
        const PipelineState *state = past->deals.unit[u].shown;
        PipelineState *steered = ARENA_NEW(arena, PipelineState);
        s->unit[u] = (LeverPair){.state = plain->deals.unit[u].shown};
        if (state->history.known &&
            pipeline_steer(arena, state, &s->levers.change, steered))
            s->unit[u].steered = steered;
    }
}

/* NULL: reported. */
static Result *paths_of(Forecast *f, Arena *arena, const Past *past)
{
    Steered steered;
    const PipelineState *state = state_of(past);
    if (!steer(f, arena, state, &steered))
        return NULL;
    PathsAsk ask = {.whole = &past->whole,
                    .parts = parts_of(past),
                    .n = f->n_path,
                    .has_deals = forecast_is_from_deals(f),
                    .has_levers = forecast_has_levers(f),
                    .deals = state && state->history.known ? state : NULL,
                    .steered = steered.steered};
    size_t *segment = ARENA_ARRAY(arena, size_t, past->h.outlook.n_unit + 1);
    for (size_t u = 0; past->deals.unit && u < past->h.outlook.n_unit; u++)
        segment[u] = past->deals.unit[u].segment;
    ask.segment = segment;
    Result *answer = paths_table(&past->h, &ask);
    if (!answer)
        forecast_refuse(f, f->ast->clause[AST_CLAUSE_PATHS]->span,
                        "these are more than 4 million lines",
                        "ask for fewer paths, units or periods");
    return answer;
}

/* NULL: reported. */
static Result *levers_of(Forecast *f, Arena *arena, const Past *past, const Past *plain)
{
    Steered steered;
    ForecastTarget target = {.n = 0};
    const PipelineState *state = state_of(past);
    if (!steer(f, arena, state, &steered) ||
        (f->target[0] && !read_target(f, arena, past, &target)))
        return NULL;
    plain = plain ? plain : past;
    steer_units(arena, past, plain, &steered);
    LeverEffect effect = {.h = &past->h,
                          .all = {state_of(plain), steered.steered},
                          .unit = steered.unit,
                          .target = f->target[0] ? &target : NULL,
                          .now = steered.levers.now,
                          .put = steered.levers.put,
                          .locale = f->s->executor.locale};
    return lever_table(&effect, &past->whole, parts_of(past));
}

/* Of each deal. NULL: reported. */
static Result *deals_of(Forecast *f, Past *past)
{
    Result *keys = NULL;
    if (!past->read.open)
        keys = execute_keys(&f->s->executor, f->deals.open);
    const Result *open = past->read.open ? past->read.open : keys;
    Result *answer = open ? deal_list(&past->h, open, &past->whole,
                                      past->read.open ? &past->deals : NULL)
                          : NULL;
    result_unref(keys);
    return answer;
}

/* `plain`: NULL where nothing is put at another value. NULL: reported. */
static Result *lines_of(Forecast *f, Arena *arena, const Past *past, const Past *plain)
{
    ForecastTarget target = {.n = 0};
    ForecastOf of = {.whole = &past->whole,
                     .parts = parts_of(past),
                     .method = f->want.method,
                     .plain = plain ? &plain->h : NULL,
                     .with_total = f->target[0] || f->ast->clause[AST_CLAUSE_WITH]};
    if (f->target[0] && !read_target(f, arena, past, &target))
        return NULL;
    of.target = f->target[0] ? &target : NULL;
    of.has_deals = forecast_is_from_deals(f);
    of.deals = past->read.open ? &past->deals : NULL;
    Result *answer = forecast_table(&past->h, &of);
    if (of.deals)
        pipeline_note(answer, &past->read.rows, of.deals->shown);
    return answer;
}

static Result *table_of(Forecast *f, Arena *arena, Past *past, const Past *plain)
{
    if (f->is_backtest)
        return backtest_table(&past->h, &past->whole, parts_of(past), want_of(f, past));
    look_ahead(f, arena, past);
    if (f->by_deal)
        return deals_of(f, past);
    if (f->n_path)
        return paths_of(f, arena, past);
    return forecast_has_levers(f) ? levers_of(f, arena, past, plain)
                                  : lines_of(f, arena, past, plain);
}

/* ---- the answer ---- */

/* What was put at another value; of a pipeline there are several questions that may be
   made of it. */
static const char *foot_of(const Forecast *f)
{
    return forecast_is_from_deals(f) && forecast_has_what_if(f)
               ? driver_what_if_text(f->s, f->what_if.measures)
               : f->whole->foot;
}

static void end_past(Past past[2])
{
    for (size_t i = 0; i < 2; i++) {
        result_unref(past[i].read.open);
        result_unref(past[i].read.open_now);
    }
}

/* Of what is known, which says besides what is assumed; NULL: reported. */
static Result *answer_of(Forecast *f, Arena *arena, Known known)
{
    Past past[2];
    Result *answer = NULL;
    bool what_if = forecast_has_what_if(f);
    bool ok = read_past(f, arena, known, what_if, past);
    if (ok && what_if)
        look_ahead(f, arena, &past[0]);
    if (ok)
        answer = table_of(f, arena, &past[1], what_if ? &past[0] : NULL);
    if (answer && foot_of(f))
        forecast_note(answer, "%s", foot_of(f));
    if (answer && f->keep.wanted)
        keep_state(f->s, &f->keep, known.whole,
                   past[1].read.open ? past[1].read.open : known.parts);
    end_past(past);
    return answer;
}

/* NULL: reported, it was stopped. */
static Result *finish_answer(Forecast *f, Result *answer, const Result *whole)
{
    if (!answer)
        return NULL;
    if (f->want.stop && *f->want.stop) {
        diag_error_at_large(&f->s->sink, DIAG_STOPPED, "the question was stopped");
        result_unref(answer);
        return NULL;
    }
    answer->asked = about_text(f->s, answer->arena, f->ast->span);
    about_note(f->s, whole);
    return answer;
}

Result *forecast_answer(Forecast *f)
{
    Executor *executor = &f->s->executor;
    Result *whole = execute_question(executor, f->whole), *answer = NULL;
    Result *parts = NULL;
    if (whole && f->parts)
        parts = f->with_keys ? execute_keys(executor, f->parts)
                             : execute_question(executor, f->parts);
    if (whole && (parts || !f->parts)) {
        Arena *arena = arena_new();
        answer = finish_answer(f, answer_of(f, arena, (Known){whole, parts}), whole);
        arena_free(arena);
    }
    result_unref(whole);
    result_unref(parts);
    return answer;
}

Result *forecast_answer_lines(Forecast *f, Result *all)
{
    if (!all || !f->lines.list || forecast_lines_apply(&f->s->executor, &f->lines, all))
        return all;
    result_unref(all);
    return NULL;
}
