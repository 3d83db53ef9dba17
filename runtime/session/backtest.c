/* `backtest M by U using METHOD origins RHYTHM last N horizon N`. */
#include "runtime/base/ascii.h"
#include "runtime/session/forecast_ask.h"

enum { ORIGINS = 24, HORIZON = 12 };

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
    f->want.judged = ORIGINS;
    if (clause && clause->as.origins.has_last)
        f->want.judged = clause->as.origins.last;
    if (f->want.judged < 1 || f->want.judged > SERIES_MAX_AHEAD)
        return forecast_refuse(f, clause->span, "a backtest has 1 to 400 origins",
                               NULL);
    if (clause && !find_rhythm(clause->as.origins.rhythm, &unit))
        return forecast_refuse(
            f, clause->as.origins.rhythm.span,
            "origins are daily, weekly, monthly, quarterly, halfyearly or yearly",
            NULL);
    if (!asked->clause[AST_CLAUSE_BY])
        asked->clause[AST_CLAUSE_BY] =
            by_unit(f->r->arena, unit, clause ? clause->span : f->ast->span);
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
    return forecast_refuse(f, clause->span,
                           "origins are the ends of the periods of `by`", NULL);
}

/* What is assumed never was, so no forecast is held against it. */
static bool check_not_assumed(const Forecast *f)
{
    bool reached =
        f->is_source ? f->r->assumed && f->whole->n_put : f->s->what_if.count > 0;
    if (!reached)
        return true;
    Diag *d = diag_error(&f->s->sink, DIAG_WHAT_IF, f->ast->span,
                         "a backtest holds forecasts against what was, and `what if` "
                         "against what never was");
    diag_help(&f->s->sink, d, "run the report without `what if`, or leave it out");
    return false;
}

bool backtest_resolve(Forecast *f)
{
    AstQuestion *asked = arena_memdup(f->r->arena, f->ast, sizeof *f->ast);
    f->ast = asked;
    f->is_backtest = true;
    f->want.ahead = HORIZON;
    bool ok = f->is_source || check_not_assumed(f);
    ok &= forecast_find_method(f);
    ok &= forecast_find_ahead(f, AST_CLAUSE_HORIZON);
    ok &= find_origins(f, asked);
    return ok && forecast_find_past(f) && check_rhythm(f) &&
           (!f->is_source || check_not_assumed(f));
}

static bool begin(Forecast *f, Session *s, const AstQuestion *ast)
{
    forecast_start(f, s, ast);
    return backtest_resolve(f);
}

bool backtest_check(Session *s, const AstQuestion *ast)
{
    Forecast f;
    bool ok = begin(&f, s, ast);
    forecast_end(&f);
    return ok;
}

bool backtest_run(Session *s, const AstQuestion *ast)
{
    Forecast f;
    return forecast_emit(&f, begin(&f, s, ast));
}
