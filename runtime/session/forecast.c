/* `forecast M by U, D next N using METHOD` and `backtest M by U using METHOD`: the past
   is asked as two questions, for the whole and, where there is a D, for its units; what
   is expected is the series' own. */
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/forecast/backtest_table.h"
#include "runtime/forecast/deal_list.h"
#include "runtime/forecast/forecast_table.h"
#include "runtime/forecast/lever_table.h"
#include "runtime/forecast/pipeline_note.h"
#include "runtime/session/about.h"
#include "runtime/session/driver.h"
#include "runtime/session/keep.h"
#include "runtime/session/lever.h"
#include "runtime/session/pipeline.h"

enum { JUDGED_ORIGINS = 12, BACKTEST_ORIGINS = 24, BACKTEST_HORIZON = 12 };

/* What the statement asks for, resolved. */
typedef struct {
    Session *s;
    const AstQuestion *ast;
    ExprTable *exprs;
    Resolver r;
    const Question *whole, *parts; /* parts NULL: by time alone */
    const AstQuestion *past[2];    /* the same as text would have them */
    size_t n_past;
    OutlookAsk want;
    bool is_backtest;
    Keep keep;
    DealQuestions deals; /* of METHOD_PIPELINE */
    DealAnswers read;    /* then: what they say */
} Forecast;

static bool refuse(Forecast *f, Span span, const char *what, const char *help)
{
    Diag *d = diag_error(&f->s->sink, DIAG_FORECAST, span, "%s", what);
    if (help)
        diag_help(&f->s->sink, d, "%s", help);
    return false;
}

static bool find_method(Forecast *f)
{
    const AstClause *clause = f->ast->clause[AST_CLAUSE_USING];
    f->want.method = METHOD_BLEND;
    if (pipeline_is_asked(f->ast)) {
        f->want.method = METHOD_PIPELINE;
        return true;
    }
    if (clause && clause->as.method.arg.count)
        return refuse(f, clause->span, "only a pipeline is made of something", NULL);
    if (!clause || method_find(clause->as.method.name.text, &f->want.method))
        return true;
    Arena *arena = f->s->statement;
    const char *name = clause->as.method.name.text, *all = "methods are";
    Suggest suggest;
    suggest_init(&suggest, name);
    for (int m = 0; m < METHOD_COUNT; m++) {
        suggest_offer(&suggest, method_word((Method)m));
        all = arena_printf(arena, "%s%s %s", all, m ? "," : "", method_word((Method)m));
    }
    if (suggest.count)
        all = arena_printf(arena, "did you mean `%s`?", suggest.found[0]);
    return refuse(f, clause->as.method.name.span,
                  arena_printf(arena, "there is no method `%s`", name), all);
}

/* The count of a clause, if there is one, as periods ahead. */
static bool find_ahead(Forecast *f, AstClauseKind kind)
{
    const AstClause *clause = f->ast->clause[kind];
    if (!clause)
        return true;
    f->want.ahead = clause->as.count;
    if (clause->as.count >= 1 && clause->as.count <= SERIES_MAX_AHEAD)
        return true;
    return refuse(f, clause->span,
                  arena_printf(f->s->statement,
                               "a forecast reaches 1 to %d periods ahead",
                               SERIES_MAX_AHEAD),
                  NULL);
}

/* Clauses that speak of lines which there are only behind the forecast. */
static bool refuse_clauses(Forecast *f)
{
    static const AstClauseKind later[] = {AST_CLAUSE_HAVING, AST_CLAUSE_WITH,
                                          AST_CLAUSE_ALARM, AST_CLAUSE_WARN};
    bool ok = true;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        const AstClause *clause = f->ast->clause[later[i]];
        if (!clause)
            continue;
        diag_error(&f->s->sink, DIAG_NOT_YET, clause->span,
                   "`%s` of a forecast is not evaluated by this version of Koers",
                   ast_clause_text(later[i]));
        ok = false;
    }
    return ok;
}

/* M[what if m = e]: what its clause and the `run` around put at other values. */
static void assume(Session *s, AstQuestion *past)
{
    AstAssigns all = driver_assumed(s, past->clause[AST_CLAUSE_WHAT_IF]);
    AstItem *item = arena_memdup(s->statement, past->items.item,
                                 past->items.count * sizeof *past->items.item);
    for (uint32_t i = 0; i < past->items.count && all.count; i++) {
        const AstExpr *value = driver_what_if(s, item[i].value, all);
        item[i].value = arena_memdup(s->statement, value, sizeof *value);
    }
    past->items.item = item;
    past->clause[AST_CLAUSE_WHAT_IF] = NULL;
}

/* The question for what is known, by the first `n` of the keys; n 0: by all. */
static const Question *resolve_past(Forecast *f, uint32_t n)
{
    AstQuestion *past = arena_memdup(f->s->statement, f->ast, sizeof *f->ast);
    past->clause[AST_CLAUSE_NEXT] = past->clause[AST_CLAUSE_USING] = NULL;
    past->clause[AST_CLAUSE_KEEP] = NULL;
    past->clause[AST_CLAUSE_ORIGINS] = past->clause[AST_CLAUSE_HORIZON] = NULL;
    if (f->want.method == METHOD_PIPELINE)
        past->clause[AST_CLAUSE_WHAT_IF] = NULL;
    else
        assume(f->s, past);
    if (n) {
        AstClause *by = arena_memdup(f->s->statement, past->clause[AST_CLAUSE_BY],
                                     sizeof *past->clause[AST_CLAUSE_BY]);
        by->as.by.count = n;
        past->clause[AST_CLAUSE_BY] = by;
        past->clause[AST_CLAUSE_CHART] = NULL;
    }
    f->past[f->n_past++] = past;
    return resolve_question(&f->r, past);
}

static bool check_past(Forecast *f, const Question *q)
{
    const AstClause *by = f->ast->clause[AST_CLAUSE_BY];
    if (q->n_item != 1 || q->n_leaf == 0 || q->item[0].role != ITEM_MEASURE ||
        q->item[0].type.kind != VALUE_NUMBER)
        return refuse(f, f->ast->items.item[0].span, "a forecast is of one measure",
                      NULL);
    for (size_t i = 0; i < q->n_by; i++) {
        if ((q->by[i].role == BY_TIME) == (i == 0))
            continue;
        return refuse(f, by->span,
                      "a forecast is by one unit of time, which comes first",
                      "as in: forecast revenue by month, region next 6");
    }
    return true;
}

/* The questions about deals, where they are asked for. */
static bool find_deals(Forecast *f, const Question *past)
{
    const AstClause *what_if = f->ast->clause[AST_CLAUSE_WHAT_IF];
    return f->want.method != METHOD_PIPELINE ||
           (pipeline_resolve(f->s, &f->r, f->ast, past, &f->deals) &&
            (!what_if || lever_check(f->s, &f->r, what_if)));
}

/* The questions about the whole and about its units. */
static bool find_past(Forecast *f)
{
    const Question *all = resolve_past(f, 0);
    if (!all || !check_past(f, all) || !find_deals(f, all))
        return false;
    f->parts = f->ast->clause[AST_CLAUSE_BY]->as.by.count > 1 ? all : NULL;
    f->whole = f->parts ? resolve_past(f, 1) : all;
    return f->whole != NULL;
}

/* false: reported. The tables of expressions go with forecast_end. */
static bool forecast_begin(Forecast *f, Session *s, const AstQuestion *ast)
{
    *f = (Forecast){.s = s, .ast = ast, .want.stop = s->options.stop};
    f->exprs = expr_table_new(s->statement, s->model.exprs);
    f->r = session_resolver(s, s->statement, f->exprs);
    f->want.judged = JUDGED_ORIGINS;
    bool ok = refuse_clauses(f);
    ok &= find_method(f);
    ok &= find_ahead(f, AST_CLAUSE_NEXT);
    return ok && find_past(f);
}

static void forecast_end(Forecast *f)
{
    result_unref(f->read.open);
    expr_table_free(f->exprs);
}

bool forecast_is_covered(const Question *q)
{
    bool covered = true;
    for (size_t i = 0; i < q->n_leaf; i++)
        covered &= !q->leaf[i]->source || q->leaf[i]->source->has_covers;
    return covered;
}

/* The history that an answer holds. */
static History read_history(Forecast *f, Arena *arena, const Result *whole)
{
    History h;
    history_read(arena, whole,
                 (HistoryAsk){f->s->settings.today, forecast_is_covered(f->whole)}, &h);
    return h;
}

/* Asks for the deals where they are wanted. false: reported. */
static bool ask_deals(Forecast *f, Arena *arena, const History *h, size_t drawn,
                      PipelineAsk *deals)
{
    *deals = (PipelineAsk){.first = h->first, .drawn = drawn};
    if (f->want.method == METHOD_PIPELINE && h->outlook.n) {
        int32_t last = h->first + (int32_t)h->outlook.n - 1;
        if (!pipeline_read(f->s, arena, &f->deals, last, &f->read))
            return false;
        deals->rows = &f->read.rows;
        deals->shown = ARENA_NEW(arena, PipelineState);
        f->want.pipeline = deals;
    }
    return true;
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
    if (f->want.method != METHOD_PIPELINE)
        driver_note_what_if(f->s, &(DriverTable){.result = answer},
                            f->ast->clause[AST_CLAUSE_WHAT_IF]);
    about_note(f->s, whole);
    return answer;
}

/* What steering changes of a pipeline. NULL: reported. */
static Result *steer(Forecast *f, Arena *arena, const History *h, const Result *whole)
{
    const PipelineState *state = f->want.pipeline ? f->want.pipeline->shown : NULL;
    LeverEffect effect = {.h = h, .state = state};
    PipelineState steered;
    LeverChange levers;
    if (state && state->history.known) {
        levers.now = effect.now = lever_table_present(state);
        if (!lever_put(f->s, &f->r, f->ast->clause[AST_CLAUSE_WHAT_IF], &levers))
            return NULL;
        effect.put = levers.put;
        if (pipeline_steer(arena, state, &levers.change, &steered))
            effect.steered = &steered;
    }
    return lever_table(&effect, whole);
}

/* NULL: reported. */
static Result *table_of(Forecast *f, Arena *arena, const History *h,
                        const Result *whole, const Result *parts)
{
    const PipelineAsk *deals = f->want.pipeline;
    if (f->want.method == METHOD_PIPELINE && f->ast->clause[AST_CLAUSE_WHAT_IF])
        return steer(f, arena, h, whole);
    Result *answer = forecast_table(h, whole, parts, f->want.method);
    if (f->want.method == METHOD_PIPELINE)
        pipeline_annotate(answer, h, deals ? deals->rows : NULL,
                          deals ? deals->shown : NULL);
    return answer;
}

/* NULL: reported. */
static Result *forecast_of(Forecast *f, Arena *arena, const Result *whole,
                           const Result *parts)
{
    History h = read_history(f, arena, whole);
    PipelineAsk deals;
    if (parts && h.outlook.n)
        history_read_units(arena, parts, &h);
    if (!ask_deals(f, arena, &h, f->is_backtest ? f->want.judged + 1 : 1, &deals))
        return NULL;
    if (f->is_backtest)
        return backtest_table(&h, whole, parts, f->want);
    if (h.outlook.n)
        outlook_make(arena, &h.outlook, f->want);
    return table_of(f, arena, &h, whole, parts);
}

/* NULL: reported. */
static Result *forecast_answer(Forecast *f)
{
    Executor *executor = &f->s->executor;
    Result *whole = execute_question(executor, f->whole), *answer = NULL;
    Result *parts = whole && f->parts ? execute_question(executor, f->parts) : NULL;
    if (whole && (parts || !f->parts)) {
        Arena *arena = arena_new();
        answer = finish_answer(f, forecast_of(f, arena, whole, parts), whole);
        if (f->keep.wanted)
            keep_state(f->s, &f->keep, whole, parts);
        arena_free(arena);
    }
    result_unref(whole);
    result_unref(parts);
    return answer;
}

Result *forecast_deals(Session *s, const AstStmt *stmt)
{
    Forecast f;
    PipelineAsk deals;
    Result *whole = NULL, *answer = NULL;
    Arena *arena = arena_new();
    AstQuestion *alone = pipeline_by_time(s->statement, stmt->as.question);
    if (forecast_begin(&f, s, alone))
        whole = execute_question(&s->executor, f.whole);
    History h = {.first = 0};
    if (whole)
        h = read_history(&f, arena, whole);
    f.want.judged = 0;
    if (whole && ask_deals(&f, arena, &h, 1, &deals)) {
        if (h.outlook.n)
            outlook_make(arena, &h.outlook, f.want);
        else
            f.read.open = execute_keys(&s->executor, f.deals.open);
        if (f.read.open)
            answer = finish_answer(
                &f, deal_list(&h, f.read.open, whole, f.want.pipeline), whole);
    }
    forecast_end(&f);
    result_unref(whole);
    arena_free(arena);
    return answer;
}

/* What is printed instead of an answer: the same of the questions about the past. */
static bool show_past(Forecast *f)
{
    bool ok = true;
    for (size_t i = 0; ok && i < f->n_past; i++)
        ok = explain_question(f->s, f->past[i], f->s->options.dump);
    return ok;
}

bool forecast_check(Session *s, const AstQuestion *ast)
{
    Forecast f;
    bool ok = forecast_begin(&f, s, ast);
    forecast_end(&f);
    return ok;
}

/* Prints the answer, and keeps what it says. */
static bool emit_answer(Forecast *f)
{
    if (!f->is_backtest &&
        !keep_begin(f->s, f->ast, method_word(f->want.method), &f->keep))
        return false;
    Result *answer = forecast_answer(f);
    bool ok = !answer || keep_answer(f->s, &f->keep, answer);
    return run_emit_result(f->s, answer) && ok;
}

/* Prints the answer to what is resolved if `ok`. */
static bool answer(Forecast *f, bool ok)
{
    if (ok && f->s->options.dump != SESSION_DUMP_NONE) {
        ok = show_past(f);
    } else if (ok) {
        session_ready_executor(f->s);
        ok = emit_answer(f);
    }
    session_place_errors(f->s, f->ast->span);
    forecast_end(f);
    return ok;
}

bool forecast_run(Session *s, const AstQuestion *ast)
{
    Forecast f;
    return answer(&f, forecast_begin(&f, s, ast));
}

/* monthly: month. */
static bool find_rhythm(AstName rhythm, AstUnit *unit)
{
    static const char *const word[] = {"daily",     "weekly",     "monthly",
                                       "quarterly", "halfyearly", "yearly"};
    static const AstUnit units[] = {AST_UNIT_DAY,     AST_UNIT_WEEK, AST_UNIT_MONTH,
                                    AST_UNIT_QUARTER, AST_UNIT_HALF, AST_UNIT_YEAR};
    for (size_t i = 0; i < COUNT_OF(word); i++) {
        if (ascii_same(word[i], rhythm.text)) {
            *unit = units[i];
            return true;
        }
    }
    return false;
}

/* `by month`, as what stands at `span` says. */
static AstClause *by_unit(Arena *arena, AstUnit unit, Span span)
{
    AstName *name = ARENA_NEW(arena, AstName);
    *name = (AstName){.text = ast_unit_text(unit), .span = span};
    AstExpr *value = ARENA_NEW(arena, AstExpr);
    *value = (AstExpr){.kind = AST_EXPR_PATH, .span = span};
    value->as.path = (AstPath){.item = name, .count = 1, .span = span};
    AstByItem *item = ARENA_NEW(arena, AstByItem);
    *item = (AstByItem){.what.value = value, .span = span};
    AstClause *by = ARENA_NEW(arena, AstClause);
    *by = (AstClause){.kind = AST_CLAUSE_BY, .span = span};
    by->as.by = (AstByItems){.item = item, .count = 1};
    return by;
}

/* Sets how many origins there are, and what the periods are where `by` does not. */
static bool find_origins(Forecast *f, AstQuestion *asked)
{
    const AstClause *clause = f->ast->clause[AST_CLAUSE_ORIGINS];
    AstUnit unit = AST_UNIT_MONTH;
    f->want.judged = BACKTEST_ORIGINS;
    if (clause && clause->as.origins.has_last)
        f->want.judged = clause->as.origins.last;
    if (f->want.judged < 1 || f->want.judged > SERIES_MAX_AHEAD)
        return refuse(f, clause->span, "a backtest has 1 to 400 origins", NULL);
    if (clause && !find_rhythm(clause->as.origins.rhythm, &unit))
        return refuse(
            f, clause->as.origins.rhythm.span,
            "origins are daily, weekly, monthly, quarterly, halfyearly or yearly",
            NULL);
    if (!asked->clause[AST_CLAUSE_BY])
        asked->clause[AST_CLAUSE_BY] =
            by_unit(f->s->statement, unit, clause ? clause->span : f->ast->span);
    return true;
}

/* Origins are the ends of the periods. */
static bool check_rhythm(Forecast *f)
{
    const AstClause *clause = f->ast->clause[AST_CLAUSE_ORIGINS];
    const ByItem *by = &f->whole->by[0];
    AstUnit unit;
    if (!clause || !find_rhythm(clause->as.origins.rhythm, &unit))
        return true;
    if (ascii_same(calendar_unit_name(by->unit), ast_unit_text(unit)))
        return true;
    return refuse(f, clause->span, "origins are the ends of the periods of `by`", NULL);
}

/* What is assumed never was, so no forecast is held against it. */
static bool check_not_assumed(const Forecast *f)
{
    if (!f->s->what_if.count)
        return true;
    Diag *d = diag_error(&f->s->sink, DIAG_WHAT_IF, f->ast->span,
                         "a backtest holds forecasts against what was, and `what if` "
                         "against what never was");
    diag_help(&f->s->sink, d, "run the report without `what if`, or leave it out");
    return false;
}

static bool backtest_begin(Forecast *f, Session *s, const AstQuestion *ast)
{
    AstQuestion *asked = arena_memdup(s->statement, ast, sizeof *ast);
    *f = (Forecast){
        .s = s, .ast = asked, .want.stop = s->options.stop, .is_backtest = true};
    f->exprs = expr_table_new(s->statement, s->model.exprs);
    f->r = session_resolver(s, s->statement, f->exprs);
    f->want.ahead = BACKTEST_HORIZON;
    bool ok = check_not_assumed(f);
    ok &= find_method(f);
    ok &= find_ahead(f, AST_CLAUSE_HORIZON);
    ok &= find_origins(f, asked);
    return ok && find_past(f) && check_rhythm(f);
}

bool backtest_check(Session *s, const AstQuestion *ast)
{
    Forecast f;
    bool ok = backtest_begin(&f, s, ast);
    forecast_end(&f);
    return ok;
}

bool backtest_run(Session *s, const AstQuestion *ast)
{
    Forecast f;
    return answer(&f, backtest_begin(&f, s, ast));
}
