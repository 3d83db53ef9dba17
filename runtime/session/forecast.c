/* `forecast M by U, D next N using METHOD` and `backtest M by U using METHOD`: the past
   is asked as two questions, for the whole and, where there is a D, for its units; what
   is expected is the series' own. */
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/forecast/backtest_table.h"
#include "runtime/forecast/forecast_note.h"
#include "runtime/forecast/forecast_table.h"
#include "runtime/forecast/paths.h"
#include "runtime/forecast/paths_table.h"
#include "runtime/session/about.h"
#include "runtime/session/forecast_lines.h"
#include "runtime/session/internal.h"

enum { JUDGED_ORIGINS = 12, BACKTEST_ORIGINS = 24, BACKTEST_HORIZON = 12 };

/* What the statement asks for, resolved. */
typedef struct {
    Session *s;
    const AstQuestion *ast;
    ExprTable *exprs;
    Resolver own, *r;
    const Question *whole, *parts; /* parts NULL: by time alone */
    const Question *target[2];     /* of the whole and the parts; NULL: no `versus` */
    const AstQuestion *past[2];    /* the same as text would have them */
    size_t n_past;
    size_t n_path;       /* 0: quantiles, and no paths */
    bool is_source;      /* it is read on, and knows nothing of a `run` around it */
    bool with_keys;      /* units are read on by their keys, not their labels */
    ForecastLines lines; /* its list is NULL: nothing is asked of them */
    OutlookAsk want;
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
    if (!clause || method_find(clause->as.name.text, &f->want.method))
        return true;
    Arena *arena = f->s->statement;
    const char *name = clause->as.name.text, *all = "methods are";
    Suggest suggest;
    suggest_init(&suggest, name);
    for (int m = 0; m < METHOD_COUNT; m++) {
        suggest_offer(&suggest, method_word((Method)m));
        all = arena_printf(arena, "%s%s %s", all, m ? "," : "", method_word((Method)m));
    }
    if (suggest.count)
        all = arena_printf(arena, "did you mean `%s`?", suggest.found[0]);
    return refuse(f, clause->as.name.span,
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

static bool find_paths(Forecast *f)
{
    const AstClause *clause = f->ast->clause[AST_CLAUSE_PATHS];
    f->n_path = clause ? clause->as.count : 0;
    if (!clause || (f->n_path >= PATHS_LEAST && f->n_path <= PATHS_MOST))
        return true;
    return refuse(f, clause->span,
                  arena_printf(f->s->statement, "a forecast has %d to %d paths",
                               PATHS_LEAST, PATHS_MOST),
                  "quantiles of 1000 paths are near enough");
}

/* Leaves out what a question about what is known has nothing to do with. */
static void drop_clauses(Arena *arena, AstQuestion *q)
{
    static const AstClauseKind kinds[] = {
        AST_CLAUSE_NEXT, AST_CLAUSE_USING,   AST_CLAUSE_PATHS,   AST_CLAUSE_VERSUS,
        AST_CLAUSE_WITH, AST_CLAUSE_ORIGINS, AST_CLAUSE_HORIZON, AST_CLAUSE_HAVING,
        AST_CLAUSE_SORT, AST_CLAUSE_ALARM,   AST_CLAUSE_WARN};
    AstClauses kept = {ARENA_ARRAY(arena, AstClause *, q->clauses.count + 1), 0, 0};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        q->clause[kinds[i]] = NULL;
    for (uint32_t i = 0; i < q->clauses.count; i++) {
        if (q->clause[q->clauses.item[i]->kind])
            kept.item[kept.count++] = q->clauses.item[i];
    }
    q->clauses = kept;
}

/* The question by the same keys, by the first `n` of them; n 0: by all. */
static AstQuestion *same_keys(Forecast *f, uint32_t n)
{
    AstQuestion *past = arena_memdup(f->s->statement, f->ast, sizeof *f->ast);
    drop_clauses(f->s->statement, past);
    if (n) {
        AstClause *by = arena_memdup(f->s->statement, past->clause[AST_CLAUSE_BY],
                                     sizeof *past->clause[AST_CLAUSE_BY]);
        by->as.by.count = n;
        past->clause[AST_CLAUSE_BY] = by;
        past->clause[AST_CLAUSE_CHART] = NULL;
    }
    return past;
}

/* The question for what is known. */
static const Question *resolve_past(Forecast *f, uint32_t n)
{
    const AstQuestion *past = same_keys(f, n);
    f->past[f->n_past++] = past;
    return f->is_source ? resolve_question(f->r, past)
                        : session_resolve(f->s, f->r, past);
}

static bool check_past(Forecast *f, const Question *q)
{
    const AstClause *by = f->ast->clause[AST_CLAUSE_BY];
    if (f->ast->items.count != 1 || q->n_leaf == 0 || q->item[0].role != ITEM_MEASURE ||
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

static bool is_same(Unit a, Unit b)
{
    return a.kind == b.kind &&
           (a.kind != UNIT_MONEY || ascii_same(a.currency, b.currency));
}

/* The target that the forecast is held against, by the same keys. */
static const Question *resolve_versus(Forecast *f, const AstVersus *versus, uint32_t n)
{
    AstQuestion *ask = same_keys(f, n);
    AstItem *item = ARENA_NEW(f->s->statement, AstItem);
    *item = (AstItem){versus->value, versus->alias, versus->span};
    ask->items = (AstItems){.item = item, .count = 1};
    ask->clause[AST_CLAUSE_FOR] = ask->clause[AST_CLAUSE_CHART] = NULL;
    ask->clause[AST_CLAUSE_WHAT_IF] = NULL;
    const Question *q = resolve_question(f->r, ask);
    Type type = f->whole->item[0].type;
    if (!q)
        return NULL;
    if (q->n_leaf && q->item[0].type.kind == VALUE_NUMBER &&
        is_same(q->item[0].type.unit, type.unit))
        return q;
    refuse(f, versus->span,
           arena_printf(f->s->statement, "this is no measure of %s",
                        type_text(f->s->statement, type)),
           "a forecast is held against a measure of what is to come, as a target");
    return NULL;
}

static bool resolve_target(Forecast *f)
{
    const AstClause *clause = f->ast->clause[AST_CLAUSE_VERSUS];
    if (!clause)
        return true;
    const AstVersus *versus = &clause->as.versus.item[0];
    if (clause->as.versus.count > 1 || versus->value->kind == AST_EXPR_RELATIVE ||
        versus->on_working || f->n_path)
        return refuse(f, clause->span,
                      f->n_path ? "paths are held against nothing"
                                : "a forecast is held against one measure",
                      f->n_path
                          ? "ask `avg(if(expected >= target, 1, 0) per path)`"
                          : "as in: forecast revenue by month next 6 versus quota");
    f->target[0] = resolve_versus(f, versus, f->parts ? 1 : 0);
    f->target[1] = f->target[0] && f->parts ? resolve_versus(f, versus, 0) : NULL;
    return f->target[0] && (!f->parts || f->target[1]);
}

/* Are there columns of the measure as it is, as it would be, and of the difference? */
static bool has_what_if(const Forecast *f)
{
    return f->whole->n_item > 1;
}

/* The forecast by its columns; NULL: reported. */
static Question *columns_of(Forecast *f)
{
    TargetName target = {0};
    if (f->target[0])
        target = (TargetName){f->target[0]->item[0].title, f->target[0]->item[0].type};
    AheadForm form = {f->parts ? f->parts : f->whole, f->target[0] ? &target : NULL,
                      f->n_path > 0, has_what_if(f), f};
    return forecast_as_question(f->r, &form);
}

static bool resolve_lines(Forecast *f)
{
    if (!forecast_lines_asked(f->ast))
        return true;
    const Question *columns = columns_of(f);
    return columns &&
           forecast_lines_resolve(f->r, f->ast, columns, f->with_keys, &f->lines);
}

/* false: reported. */
static bool resolve_forecast(Forecast *f)
{
    const AstQuestion *ast = f->ast;
    f->want.judged = JUDGED_ORIGINS;
    bool ok = find_method(f);
    ok &= find_ahead(f, AST_CLAUSE_NEXT);
    ok &= find_paths(f);
    const AstClause *by = ast->clause[AST_CLAUSE_BY];
    const Question *all = ok ? resolve_past(f, 0) : NULL;
    if (!all || !check_past(f, all))
        return false;
    f->parts = by->as.by.count > 1 ? all : NULL;
    f->whole = f->parts ? resolve_past(f, 1) : all;
    return f->whole && resolve_target(f) && resolve_lines(f);
}

/* false: reported. The tables of expressions go with forecast_end. */
static bool forecast_begin(Forecast *f, Session *s, const AstQuestion *ast)
{
    *f = (Forecast){.s = s, .ast = ast, .want.stop = s->options.stop};
    f->exprs = expr_table_new(s->statement, s->model.exprs);
    f->own = session_resolver(s, s->statement, f->exprs);
    f->r = &f->own;
    return resolve_forecast(f);
}

static void forecast_end(Forecast *f)
{
    expr_table_free(f->exprs);
}

static bool is_covered(const Question *q)
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
    history_read(arena, whole, (HistoryAsk){f->s->settings.today, is_covered(f->whole)},
                 &h);
    return h;
}

/* NULL: reported, it was stopped. */
static Result *finish_answer(Forecast *f, Result *answer, const Result *whole)
{
    if (f->want.stop && *f->want.stop) {
        diag_error_at_large(&f->s->sink, DIAG_STOPPED, "the question was stopped");
        result_unref(answer);
        return NULL;
    }
    answer->asked = about_text(f->s, answer->arena, f->ast->span);
    about_note(f->s, whole);
    return answer;
}

/* What the forecast is held against. false: reported. */
static bool read_target(Forecast *f, Arena *arena, const History *h,
                        const Result *parts, ForecastTarget *target)
{
    Result *of[2] = {NULL};
    bool ok = true;
    for (size_t i = 0; i < 2 && f->target[i] && ok; i++) {
        of[i] = execute_question(&f->s->executor, f->target[i]);
        ok = of[i] != NULL;
    }
    if (ok)
        *target = target_read(arena, h, f->want.ahead, (TargetOf){of[0], of[1], parts});
    target->name.title = ok ? arena_strdup(arena, target->name.title) : NULL;
    result_unref(of[0]);
    result_unref(of[1]);
    return ok;
}

/* An answer with one of the columns behind its keys alone: the measure as it is, or
   with `what if`. */
static Result view_of(Arena *arena, const Question *q, const Result *r, size_t column)
{
    size_t n_key = r->n_column - q->n_item;
    Result view = *r;
    view.n_column = n_key + 1;
    view.column = ARENA_ARRAY(arena, ResultColumn, n_key + 1);
    for (size_t i = 0; i < n_key; i++)
        view.column[i] = r->column[i];
    view.column[n_key] = r->column[n_key + column];
    return view;
}

/* Answers about the past, and the forecast that they lead to. */
typedef struct {
    Result whole, parts;
    bool has_parts;
    History h;
} Past;

static Past past_of(Forecast *f, Arena *arena, const Result *whole, const Result *parts,
                    size_t column)
{
    Past past = {.whole = view_of(arena, f->whole, whole, column),
                 .has_parts = parts != NULL};
    past.h = read_history(f, arena, &past.whole);
    if (parts)
        past.parts = view_of(arena, f->parts, parts, column);
    if (parts && past.h.outlook.n)
        history_read_units(arena, &past.parts, &past.h);
    if (past.h.outlook.n)
        outlook_make(arena, &past.h.outlook, f->want);
    return past;
}

/* NULL: reported. */
static Result *paths_of(Forecast *f, const Past *past)
{
    Result *answer = paths_table(&past->h, &past->whole,
                                 past->has_parts ? &past->parts : NULL, f->n_path);
    if (!answer)
        refuse(f, f->ast->clause[AST_CLAUSE_PATHS]->span,
               "these are more than 4 million lines",
               "ask for fewer paths, units or periods");
    return answer;
}

/* `plain`: NULL where nothing is put at another value. The answer; NULL: reported. */
static Result *lines_of(Forecast *f, Arena *arena, const Past *past, const Past *plain)
{
    const AstClause *with = f->ast->clause[AST_CLAUSE_WITH];
    const Result *parts = past->has_parts ? &past->parts : NULL;
    ForecastTarget target = {.n = 0};
    ForecastOf of = {.whole = &past->whole, .parts = parts, .method = f->want.method};
    of.plain = plain ? &plain->h : NULL;
    of.with_total = f->target[0] || with;
    if (f->n_path)
        return paths_of(f, past);
    if (f->target[0] && !read_target(f, arena, &past->h, parts, &target))
        return NULL;
    of.target = f->target[0] ? &target : NULL;
    return forecast_table(&past->h, &of);
}

static Result *forecast_of(Forecast *f, const Result *whole, const Result *parts)
{
    Arena *arena = arena_new();
    bool what_if = has_what_if(f);
    Past plain = past_of(f, arena, whole, parts, 0), past = plain;
    if (what_if)
        past = past_of(f, arena, whole, parts, 1);
    Result *answer = lines_of(f, arena, &past, what_if ? &plain : NULL);
    arena_free(arena);
    if (answer && f->lines.list &&
        !forecast_lines_apply(&f->s->executor, &f->lines, answer)) {
        result_unref(answer);
        answer = NULL;
    }
    if (!answer)
        return NULL;
    if (f->whole->foot)
        forecast_note(answer, "%s", f->whole->foot);
    return finish_answer(f, answer, whole);
}

/* NULL: reported. */
static Result *forecast_answer(Forecast *f)
{
    Executor *executor = &f->s->executor;
    Result *whole = execute_question(executor, f->whole), *answer = NULL;
    Result *parts = NULL;
    if (whole && f->parts)
        parts = f->with_keys ? execute_keys(executor, f->parts)
                             : execute_question(executor, f->parts);
    if (whole && (parts || !f->parts))
        answer = forecast_of(f, whole, parts);
    result_unref(whole);
    result_unref(parts);
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

/* Prints the answer, owned by this, that `answer` has to what is resolved if `ok`. */
static bool answer_with(Forecast *f, bool ok, Result *(*answer)(Forecast *))
{
    if (ok && f->s->options.dump != SESSION_DUMP_NONE) {
        ok = show_past(f);
    } else if (ok) {
        session_ready_executor(f->s);
        ok = run_emit_result(f->s, answer(f));
    }
    session_place_errors(f->s, f->ast->span);
    forecast_end(f);
    return ok;
}

bool forecast_run(Session *s, const AstQuestion *ast)
{
    Forecast f;
    return answer_with(&f, forecast_begin(&f, s, ast), forecast_answer);
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
    if (f->whole->n_by > 1)
        return refuse(f, f->ast->clause[AST_CLAUSE_BY]->span,
                      "a backtest is by time alone", NULL);
    if (!clause || !find_rhythm(clause->as.origins.rhythm, &unit))
        return true;
    if (ascii_same(calendar_unit_name(by->unit), ast_unit_text(unit)))
        return true;
    return refuse(f, clause->span, "origins are the ends of the periods of `by`", NULL);
}

static bool backtest_begin(Forecast *f, Session *s, const AstQuestion *ast)
{
    AstQuestion *asked = arena_memdup(s->statement, ast, sizeof *ast);
    *f = (Forecast){.s = s, .ast = asked, .want.stop = s->options.stop};
    f->exprs = expr_table_new(s->statement, s->model.exprs);
    f->own = session_resolver(s, s->statement, f->exprs);
    f->r = &f->own;
    f->want.ahead = BACKTEST_HORIZON;
    bool ok = find_method(f);
    ok &= find_ahead(f, AST_CLAUSE_HORIZON);
    ok &= find_origins(f, asked);
    f->whole = ok ? resolve_past(f, 0) : NULL;
    return f->whole && check_past(f, f->whole) && check_rhythm(f);
}

bool backtest_check(Session *s, const AstQuestion *ast)
{
    Forecast f;
    bool ok = backtest_begin(&f, s, ast);
    forecast_end(&f);
    return ok;
}

/* NULL: reported. */
static Result *backtest_answer(Forecast *f)
{
    Result *whole = execute_question(&f->s->executor, f->whole);
    if (!whole)
        return NULL;
    Arena *arena = arena_new();
    History h = read_history(f, arena, whole);
    Result *answer = finish_answer(f, backtest_table(&h, whole, f->want), whole);
    arena_free(arena);
    result_unref(whole);
    return answer;
}

bool backtest_run(Session *s, const AstQuestion *ast)
{
    Forecast f;
    return answer_with(&f, backtest_begin(&f, s, ast), backtest_answer);
}

Question *forecast_question(Resolver *r, const AstQuestion *ast)
{
    Session *s = r->catalog->self;
    Forecast *f = ARENA_NEW(r->arena, Forecast);
    *f = (Forecast){.s = s, .ast = ast, .r = r, .want.stop = s->options.stop};
    f->with_keys = f->is_source = true;
    if (!resolve_forecast(f))
        return NULL;
    return columns_of(f);
}

Result *forecast_rows(void *self, const Question *question, bool with_keys)
{
    Forecast f = *(const Forecast *)question->ahead->ask;
    (void)self;
    f.with_keys = with_keys;
    return forecast_answer(&f);
}
