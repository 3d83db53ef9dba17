/* What a forecast asks about the period that goes on: its measure by day, in the last
   periods and, of units, in that one. */
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

void forecast_find_running(Forecast *f)
{
    if (f->is_backtest || is_by_day(f->whole) || f->whole->item[0].type.add != ADD_FLOW)
        return;
    f->running[0] = ask_by_day(f, 1);
    f->running[1] = f->running[0] && f->parts ? ask_by_day(f, 0) : NULL;
    if (f->parts && !f->running[1])
        f->running[0] = NULL;
}

/* NULL: reported. */
static Result *ask(Forecast *f, Question *q, DayRange days)
{
    q->has_for = true;
    q->shown = days;
    return f->with_keys ? execute_keys(&f->s->executor, q)
                        : execute_question(&f->s->executor, q);
}

bool forecast_read_running(Forecast *f, const History *h, const Result *whole,
                           RunningAnswers *answers)
{
    HistoryAsk known = {f->s->settings.today, forecast_covered_to(f->whole)};
    *answers = (RunningAnswers){.days = running_days(h, whole, known)};
    if (!f->running[0] || answers->days.lo >= answers->days.hi)
        return true;
    answers->whole = ask(f, f->running[0], running_window(h, answers->days));
    if (answers->whole && f->running[1])
        answers->parts = ask(f, f->running[1], answers->days);
    return answers->whole && (answers->parts || !f->running[1]);
}

void forecast_end_running(RunningAnswers *answers)
{
    result_unref(answers->whole);
    result_unref(answers->parts);
}
