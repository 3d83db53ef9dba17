/* What a forecast asks about the period that goes on: its measure and its units by day
   in the last periods and in that one; period by period, where days do not add up. */
#include "runtime/forecast/running.h"
#include "runtime/session/forecast_ask.h"

/* `by day` where it is by another unit, `by day(axis)` where it is by month(axis).
   false: it is said in another way. */
static bool put_day(Arena *arena, AstQuestion *past)
{
    AstClause *by = arena_memdup(arena, past->clause[AST_CLAUSE_BY], sizeof *by);
    AstByItem *item =
        arena_memdup(arena, by->as.by.item, by->as.by.count * sizeof *by->as.by.item);
    AstExpr *unit = arena_memdup(arena, item[0].what.value, sizeof *unit);
    AstName day = {.text = ast_unit_text(AST_UNIT_DAY), .span = unit->span};
    if (unit->kind == AST_EXPR_CALL) {
        unit->as.call.function = day;
        unit->as.call.calendar = (AstName){.text = NULL};
    } else {
        bool is_unit = unit->kind == AST_EXPR_CALENDAR_UNIT ||
                       (unit->kind == AST_EXPR_PATH && unit->as.path.count == 1);
        if (!is_unit)
            return false;
        unit->kind = AST_EXPR_PATH;
        unit->as.path =
            (AstPath){arena_memdup(arena, &day, sizeof day), 1, 1, unit->span};
    }
    item[0].what.value = unit;
    by->as.by.item = item;
    past->clause[AST_CLAUSE_BY] = by;
    past->clause[AST_CLAUSE_CHART] = NULL;
    past->clause[AST_CLAUSE_FOR] = NULL;
    return true;
}

static bool is_by_day(const Question *q)
{
    return q->n_by && q->by[0].role == BY_TIME &&
           calendar_base(q->by[0].unit) == PERIOD_DAY;
}

/* NULL: it cannot be asked by day. */
static Question *ask_by_day(Forecast *f, uint32_t n)
{
    AstQuestion *past = forecast_same_keys(f, n);
    if (!put_day(f->r->arena, past))
        return NULL;
    DiagHush hush = diag_hush(f->r->sink);
    Question *q = forecast_resolve_question(f, past);
    diag_unhush(f->r->sink, hush);
    return q && is_by_day(q) && q->n_item == f->whole->n_item ? q : NULL;
}

/* By the period itself, over whichever days are asked for. */
static Question *ask_by_period(Forecast *f, uint32_t n)
{
    AstQuestion *past = forecast_same_keys(f, n);
    past->clause[AST_CLAUSE_CHART] = past->clause[AST_CLAUSE_FOR] = NULL;
    DiagHush hush = diag_hush(f->r->sink);
    Question *q = forecast_resolve_question(f, past);
    diag_unhush(f->r->sink, hush);
    return q;
}

static void find(Forecast *f, RunningQuestions *to,
                 Question *(*ask)(Forecast *f, uint32_t n))
{
    to->whole = ask(f, 1);
    to->parts = to->whole && f->parts ? ask(f, 0) : NULL;
    if (f->parts && !to->parts)
        to->whole = NULL;
}

void forecast_find_running(Forecast *f)
{
    if ((f->is_backtest && forecast_is_from_deals(f)) || is_by_day(f->whole) ||
        f->whole->item[0].type.add != ADD_FLOW)
        return;
    find(f, &f->by_day, ask_by_day);
    find(f, &f->by_period, ask_by_period);
}

/* One reading of what came: by day all at once, or period by period. */
typedef struct {
    Forecast *f;
    Arena *arena;
    RunningOf of;
    HistoryAsk known;
    RunningWindow w;
    HistoryUnits *units;
} Reading;

/* NULL: reported. */
static Result *ask(const Reading *reading, Question *q, DayRange days)
{
    Forecast *f = reading->f;
    q->has_for = true;
    q->shown = days;
    return f->with_keys && q->n_by > 1 ? execute_keys(&f->s->executor, q)
                                       : execute_question(&f->s->executor, q);
}

static Result view(const Reading *reading, const Question *q, const Result *r,
                   bool as_if)
{
    return pipeline_view(reading->arena, q, r, (ItemAsk){0, as_if});
}

/* Adds what an answer says. *fits: see running_read. false: reported. */
static bool read(Reading *reading, Question *q, DayRange days, bool is_whole,
                 bool *fits)
{
    Result *r = ask(reading, q, days);
    if (!r)
        return false;
    Result one = view(reading, q, r, reading->of.as_if),
           plain = view(reading, q, r, false);
    if (is_whole && is_by_day(q))
        running_cut(reading->of.h, &reading->w, &plain,
                    history_end(reading->of.whole, reading->known));
    *fits = running_read(reading->of.h, &reading->w, &one,
                         is_whole ? NULL : reading->units);
    result_unref(r);
    return true;
}

/* The units, which may have come first in the period that goes on. false: reported. */
static bool find_units(Reading *reading, const RunningQuestions *q)
{
    RunningOf *of = &reading->of;
    Forecast *f = reading->f;
    DayRange days = running_part(of->h, &reading->w, of->h->outlook.n);
    Result *r = q ? ask(reading, q->parts, days) : NULL, other[4], now[2];
    HistoryMet met = {.other = {NULL}};
    size_t n = 0;
    if (q && !r)
        return false;
    for (int as_if = 0; as_if < 2; as_if++) {
        if (r) {
            now[as_if] = view(reading, q->parts, r, as_if);
            met.running[as_if] = &now[as_if];
        }
        for (size_t at = 0; at < (forecast_is_from_deals(f) ? 2 : 1); at++, n++) {
            other[n] =
                pipeline_view(reading->arena, f->parts, of->all, (ItemAsk){at, as_if});
            met.other[n] = &other[n];
        }
    }
    history_read_units(reading->arena, of->parts, &met, of->h);
    result_unref(r);
    reading->units = r ? history_units_new(of->h, of->parts) : NULL;
    return true;
}

static void begin(const Reading *reading)
{
    Outlook *o = &reading->of.h->outlook;
    running_begin(reading->arena, reading->of.h, &reading->w, o->whole, 1);
    running_begin(reading->arena, reading->of.h, &reading->w, o->unit,
                  reading->units ? o->n_unit : 0);
}

/* *fits: days add up to their periods. false: reported. */
static bool read_days(Reading *reading, bool *fits)
{
    const RunningQuestions *q = &reading->f->by_day;
    DayRange all = running_days(reading->of.h, &reading->w);
    *fits = false;
    if (!q->whole)
        return true;
    begin(reading);
    return read(reading, q->whole, all, true, fits) &&
           (!*fits || !reading->units || read(reading, q->parts, all, false, fits));
}

/* false: reported. */
static bool read_periods(Reading *reading)
{
    const RunningQuestions *q = &reading->f->by_period;
    bool ok = true, fits;
    begin(reading);
    for (size_t t = reading->w.first; t <= reading->of.h->outlook.n && ok; t++) {
        DayRange part = running_part(reading->of.h, &reading->w, t);
        ok = read(reading, q->whole, part, true, &fits) &&
             (!reading->units || read(reading, q->parts, part, false, &fits));
    }
    return ok;
}

bool forecast_read_running(Forecast *f, Arena *arena, RunningOf of)
{
    Reading reading = {.f = f, .arena = arena, .of = of};
    reading.known = (HistoryAsk){f->s->settings.today, forecast_covered_to(f->whole)};
    bool fits;
    reading.w = running_window(of.h, of.whole, reading.known, f->want.judged);
    bool is_asked = f->by_period.whole && reading.w.known.lo < reading.w.known.hi;
    if (of.parts && !find_units(&reading, is_asked ? &f->by_period : NULL))
        return false;
    bool ok = !is_asked || read_days(&reading, &fits);
    if (ok && is_asked && !fits)
        ok = read_periods(&reading);
    if (ok && is_asked)
        running_end(arena, of.h, &reading.w, forecast_is_from_deals(f));
    history_units_free(reading.units);
    return ok;
}
