/* What a forecast asks for: its method, the questions about the past and about a
   target, what is asked of its lines. */
#include "runtime/base/ascii.h"
#include "runtime/base/suggest.h"
#include "runtime/forecast/paths.h"
#include "runtime/session/forecast_ask.h"
#include "runtime/session/lever.h"

bool forecast_refuse(Forecast *f, Span span, const char *what, const char *help)
{
    Diag *d = diag_error(&f->s->sink, DIAG_FORECAST, span, "%s", what);
    if (help)
        diag_help(&f->s->sink, d, "%s", help);
    return false;
}

void forecast_start(Forecast *f, Session *s, const AstQuestion *ast)
{
    *f = (Forecast){.s = s, .ast = ast, .want.stop = s->options.stop};
    f->exprs = expr_table_new(s->statement, s->model.exprs);
    f->own = session_resolver(s, s->statement, f->exprs);
    f->r = &f->own;
}

void forecast_end(Forecast *f)
{
    expr_table_free(f->exprs);
}

bool forecast_is_from_deals(const Forecast *f)
{
    return f->want.method >= METHOD_PIPELINE;
}

bool forecast_has_levers(const Forecast *f)
{
    return forecast_is_from_deals(f) && f->what_if.levers;
}

bool forecast_has_what_if(const Forecast *f)
{
    return f->whole->n_item > 1 ||
           (forecast_is_from_deals(f) && f->deals.open->n_item > 1);
}

bool forecast_find_method(Forecast *f)
{
    const AstClause *clause = f->ast->clause[AST_CLAUSE_USING];
    f->want.method = METHOD_BLEND;
    for (int m = METHOD_PIPELINE; clause && m < METHOD_END; m++) {
        if (ascii_same(clause->as.method.name.text, method_word((Method)m))) {
            f->want.method = (Method)m;
            f->what_if = lever_split(f->s, f->ast->clause[AST_CLAUSE_WHAT_IF]);
            return true;
        }
    }
    if (clause && clause->as.method.arg.count)
        return forecast_refuse(f, clause->span, "only a pipeline is made of something",
                               NULL);
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
    return forecast_refuse(f, clause->as.method.name.span,
                           arena_printf(arena, "there is no method `%s`", name), all);
}

bool forecast_find_ahead(Forecast *f, AstClauseKind kind)
{
    const AstClause *clause = f->ast->clause[kind];
    if (!clause)
        return true;
    f->want.ahead = clause->as.count;
    if (clause->as.count >= 1 && clause->as.count <= SERIES_MAX_AHEAD)
        return true;
    return forecast_refuse(f, clause->span,
                           arena_printf(f->s->statement,
                                        "a forecast reaches 1 to %d periods ahead",
                                        SERIES_MAX_AHEAD),
                           NULL);
}

static bool find_paths(Forecast *f)
{
    const AstClause *clause = f->ast->clause[AST_CLAUSE_PATHS];
    f->n_path = clause ? clause->as.count : 0;
    if (!clause)
        return true;
    if (f->n_path >= PATHS_LEAST && f->n_path <= PATHS_MOST)
        return true;
    return forecast_refuse(f, clause->span,
                           arena_printf(f->s->statement,
                                        "a forecast has %d to %d paths", PATHS_LEAST,
                                        PATHS_MOST),
                           "quantiles of 1000 paths are near enough");
}

/* ---- questions about the past ---- */

/* Leaves out what a question about what is known has nothing to do with. */
static void drop_clauses(const Forecast *f, AstQuestion *q)
{
    static const AstClauseKind kinds[] = {
        AST_CLAUSE_NEXT, AST_CLAUSE_USING,   AST_CLAUSE_PATHS,   AST_CLAUSE_VERSUS,
        AST_CLAUSE_WITH, AST_CLAUSE_ORIGINS, AST_CLAUSE_HORIZON, AST_CLAUSE_HAVING,
        AST_CLAUSE_SORT, AST_CLAUSE_ALARM,   AST_CLAUSE_WARN,    AST_CLAUSE_KEEP};
    AstClauses kept = {ARENA_ARRAY(f->r->arena, AstClause *, q->clauses.count + 1), 0,
                       0};
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        q->clause[kinds[i]] = NULL;
    if (forecast_is_from_deals(f))
        q->clause[AST_CLAUSE_WHAT_IF] = f->what_if.measures;
    for (uint32_t i = 0; i < q->clauses.count; i++) {
        const AstClause *clause = q->clause[q->clauses.item[i]->kind];
        if (clause)
            kept.item[kept.count++] = (AstClause *)(uintptr_t)clause;
    }
    q->clauses = kept;
}

AstQuestion *forecast_same_keys(const Forecast *f, uint32_t n)
{
    Arena *arena = f->r->arena;
    AstQuestion *past = arena_memdup(arena, f->ast, sizeof *f->ast);
    drop_clauses(f, past);
    if (n) {
        AstClause *by = arena_memdup(arena, past->clause[AST_CLAUSE_BY],
                                     sizeof *past->clause[AST_CLAUSE_BY]);
        by->as.by.count = n;
        past->clause[AST_CLAUSE_BY] = by;
        past->clause[AST_CLAUSE_CHART] = NULL;
    }
    return past;
}

Question *forecast_resolve_question(Forecast *f, const AstQuestion *ast)
{
    return f->is_source ? resolve_question(f->r, ast)
                        : session_resolve(f->s, f->r, ast);
}

static Question *resolve_past(Forecast *f, const AstQuestion *past)
{
    f->past[f->n_past++] = past;
    Question *q = forecast_resolve_question(f, past);
    if (q)
        q->to_end = true;
    return q;
}

static bool check_past(Forecast *f, const Question *q)
{
    const AstClause *by = f->ast->clause[AST_CLAUSE_BY];
    if (f->r->assumed && q->n_put && q->n_leaf == 0) {
        Diag *d = diag_error(&f->s->sink, DIAG_WHAT_IF, q->put[0]->span,
                             "nothing would be left to forecast: this is no measure");
        diag_help(&f->s->sink, d,
                  "say it of what is: as in `revenue = revenue * 0 + 100 EUR`");
        return false;
    }
    if (f->ast->items.count != 1 || q->n_leaf == 0 || q->item[0].role != ITEM_MEASURE ||
        q->item[0].type.kind != VALUE_NUMBER)
        return forecast_refuse(f, f->ast->items.item[0].span,
                               "a forecast is of one measure", NULL);
    for (size_t i = 0; i < q->n_by; i++) {
        if ((q->by[i].role == BY_TIME) == (i == 0))
            continue;
        return forecast_refuse(f, by->span,
                               "a forecast is by one unit of time, which comes first",
                               "as in: forecast revenue by month, region next 6");
    }
    return true;
}

static bool find_deals(Forecast *f, const Question *past)
{
    if (!forecast_is_from_deals(f))
        return true;
    f->deals.is_source = f->is_source;
    f->deals.what_if = f->what_if.measures;
    return pipeline_resolve(f->s, f->r, f->ast, past, &f->deals) &&
           (!f->what_if.levers || lever_check(f->s, f->r, f->what_if.levers));
}

bool forecast_find_past(Forecast *f)
{
    const AstQuestion *past = forecast_same_keys(f, 0);
    Question *all = resolve_past(f, past);
    if (!all || !check_past(f, all) || !find_deals(f, all))
        return false;
    bool units = f->ast->clause[AST_CLAUSE_BY]->as.by.count > 1;
    f->n_past = units ? 0 : 1;
    if (units && forecast_is_from_deals(f))
        past = pipeline_with_open(f->r->arena, past, f->ast);
    f->parts = units ? resolve_past(f, past) : NULL;
    f->whole = units ? resolve_past(f, forecast_same_keys(f, 1)) : all;
    if (f->whole)
        forecast_find_running(f);
    return f->whole && (f->parts || !units);
}

/* ---- what it is held against ---- */

static bool is_same(Unit a, Unit b)
{
    return a.kind == b.kind &&
           (a.kind != UNIT_MONEY || ascii_same(a.currency, b.currency));
}

/* The target that the forecast is held against, by the same keys. */
static Question *resolve_versus(Forecast *f, const AstVersus *versus, uint32_t n)
{
    AstQuestion *ask = forecast_same_keys(f, n);
    AstItem *item = ARENA_NEW(f->r->arena, AstItem);
    *item = (AstItem){versus->value, versus->alias, versus->span};
    ask->items = (AstItems){.item = item, .count = 1};
    ask->clause[AST_CLAUSE_FOR] = ask->clause[AST_CLAUSE_CHART] = NULL;
    ask->clause[AST_CLAUSE_WHAT_IF] = NULL;
    const struct Frame *around = f->r->assumed;
    f->r->assumed = NULL; /* a target stays as it is */
    f->r->shifts_whole = true;
    Question *q = resolve_question(f->r, ask);
    f->r->shifts_whole = false;
    f->r->assumed = around;
    Type type = f->whole->item[0].type;
    if (!q)
        return NULL;
    if (q->n_leaf && q->item[0].type.kind == VALUE_NUMBER &&
        is_same(q->item[0].type.unit, type.unit))
        return q;
    forecast_refuse(f, versus->span,
                    arena_printf(f->s->statement, "this is no measure of %s",
                                 type_text(f->s->statement, type)),
                    "a forecast is held against a measure of what is to come, as a "
                    "target");
    return NULL;
}

/* Is there one measure that this forecast can be held against? */
static bool check_versus(Forecast *f, const AstClause *clause)
{
    const AstVersus *versus = &clause->as.versus.item[0];
    if (f->n_path)
        return forecast_refuse(f, clause->span, "paths are held against nothing",
                               "ask `avg(if(expected >= target, 1, 0) per path)`");
    if (clause->as.versus.count == 1 && versus->value->kind != AST_EXPR_RELATIVE &&
        !versus->on_working)
        return true;
    return forecast_refuse(f, clause->span, "a forecast is held against one measure",
                           "as in: forecast revenue by month next 6 versus quota");
}

static bool find_target(Forecast *f)
{
    const AstClause *clause = f->ast->clause[AST_CLAUSE_VERSUS];
    if (!clause)
        return true;
    if (!check_versus(f, clause))
        return false;
    const AstVersus *versus = &clause->as.versus.item[0];
    f->target[0] = resolve_versus(f, versus, f->parts ? 1 : 0);
    f->target[1] = f->target[0] && f->parts ? resolve_versus(f, versus, 0) : NULL;
    return f->target[0] && (!f->parts || f->target[1]);
}

/* ---- all of it ---- */

static bool find_lines(Forecast *f)
{
    if (!forecast_lines_asked(f->ast))
        return true;
    const Question *columns = forecast_as_question(f);
    return columns &&
           forecast_lines_resolve(f->r, f->ast, columns, f->with_keys, &f->lines);
}

/* What is asked besides the past is made of what would be, where rows are. */
static bool check_beside(Forecast *f)
{
    const Question *const beside[] = {f->lines.list, f->target[0]};
    bool ok = true;
    f->r->what_if = f->is_source || !f->s->what_if.count ? NULL : &f->s->what_if;
    for (size_t i = 0; i < COUNT_OF(beside) && ok; i++)
        ok = !beside[i] || resolve_beside(f->r, f->past[0], f->whole, beside[i]);
    f->r->what_if = NULL;
    return ok;
}

/* Known periods stand on paths once. */
static bool check_paths(Forecast *f)
{
    if (!f->n_path || !forecast_has_levers(f) || !forecast_has_what_if(f))
        return true;
    return forecast_refuse(f, f->ast->clause[AST_CLAUSE_PATHS]->span,
                           "paths show what levers change, or measures at another "
                           "value, and not both",
                           "put the measures behind the question that reads them");
}

bool forecast_resolve(Forecast *f)
{
    f->want.judged = FORECAST_JUDGED;
    bool ok = forecast_find_method(f);
    ok &= forecast_find_ahead(f, AST_CLAUSE_NEXT);
    ok &= find_paths(f);
    return ok && forecast_find_past(f) && check_paths(f) && find_target(f) &&
           find_lines(f) && check_beside(f);
}
