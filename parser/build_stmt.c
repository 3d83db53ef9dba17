/* Statements: plain records of what was written. */
#include "parser/build.h"

#include "parser/context.h"

static AstStmt *new_stmt(ParseCtx *cx, AstStmtKind kind, Span span)
{
    AstStmt *stmt = ARENA_NEW(cx->arena, AstStmt);
    stmt->kind = kind;
    stmt->span = span;
    return stmt;
}

void build_script(ParseCtx *cx, const AstStmts *stmts)
{
    cx->script->stmts = *stmts;
}

void build_refined(ParseCtx *cx, AstQuestion *clauses, const AstStmts *stmts, Span span)
{
    AstQuestion *question = build_question(cx, clauses, false, (AstItems){0}, span);
    question->show_implied = false;
    AstStmt *refine = build_asked(cx, AST_STMT_REFINE, question, span);
    AstStmts all = build_stmts(cx, (AstStmts){0}, refine);
    for (uint32_t i = 0; i < stmts->count; i++)
        all = build_stmts(cx, all, stmts->item[i]);
    cx->script->stmts = all;
}

void build_interpolated(ParseCtx *cx, AstExpr *expr)
{
    cx->script->expr = expr;
}

AstStmt *build_asked(ParseCtx *cx, AstStmtKind kind, AstQuestion *question, Span span)
{
    AstStmt *stmt = new_stmt(cx, kind, span);
    stmt->as.question = question;
    question->is_bridge = kind == AST_STMT_BRIDGE;
    question->is_why = kind == AST_STMT_WHY;
    return stmt;
}

AstStmt *build_expect(ParseCtx *cx, const AstStmt *expected, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_EXPECT, span);
    stmt->as.expected = expected;
    return stmt;
}

AstStmt *build_open(ParseCtx *cx, AstText path, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_OPEN, span);
    stmt->as.open = path;
    return stmt;
}

AstStmt *build_use(ParseCtx *cx, AstPath module, AstText file, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_USE, span);
    stmt->as.use.module = module;
    stmt->as.use.file = file;
    return stmt;
}

AstStmt *build_source(ParseCtx *cx, AstSource source, Span body, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_SOURCE, span);
    source.has_body = body.end > body.begin;
    stmt->as.source = arena_memdup(cx->arena, &source, sizeof source);
    return stmt;
}

AstOrigin build_origin_sources(ParseCtx *cx, AstName first, AstNames rest, Span span)
{
    AstOrigin origin = {.kind = AST_ORIGIN_SOURCES, .span = span};
    origin.sources = build_names(cx, origin.sources, first);
    for (uint32_t i = 0; i < rest.count; i++)
        origin.sources = build_names(cx, origin.sources, rest.item[i]);
    return origin;
}

AstMeasure *build_measure(ParseCtx *cx, AstMeasure measure)
{
    return arena_memdup(cx->arena, &measure, sizeof measure);
}

AstStmt *build_measure_stmt(ParseCtx *cx, AstMeasure *measure, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_MEASURE, span);
    stmt->as.measure = measure;
    return stmt;
}

AstStmt *build_dimension_stmt(ParseCtx *cx, AstDimension dimension)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_DIMENSION, dimension.span);
    stmt->as.dimension = arena_memdup(cx->arena, &dimension, sizeof dimension);
    return stmt;
}

AstStmt *build_currency(ParseCtx *cx, AstName name, AstTableRoles from, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_CURRENCY, span);
    stmt->as.currency.name = name;
    stmt->as.currency.from = from;
    return stmt;
}

AstStmt *build_calendar(ParseCtx *cx, AstName name, AstCalendarItems items, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_CALENDAR, span);
    stmt->as.calendar.name = name;
    stmt->as.calendar.items = items;
    return stmt;
}

AstStmt *build_require(ParseCtx *cx, bool is_dimension, AstName name,
                       const AstType *type, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_REQUIRE, span);
    stmt->as.require.is_dimension = is_dimension;
    stmt->as.require.name = name;
    stmt->as.require.type = type;
    return stmt;
}

AstStmt *build_let_value(ParseCtx *cx, AstName name, AstExpr *value, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_LET_VALUE, span);
    stmt->as.let.name = name;
    stmt->as.let.value = value;
    return stmt;
}

AstStmt *build_let_query(ParseCtx *cx, AstName name, AstQuestion *query, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_LET_QUERY, span);
    stmt->as.let.name = name;
    stmt->as.let.query = query;
    return stmt;
}

AstStmt *build_let_function(ParseCtx *cx, AstName name, AstNames params, AstExpr *value,
                            Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_LET_FUNCTION, span);
    stmt->as.let.name = name;
    stmt->as.let.params = params;
    stmt->as.let.value = value;
    return stmt;
}

AstStmt *build_set(ParseCtx *cx, AstName name, AstExpr *value, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_SET, span);
    stmt->as.set.name = name;
    stmt->as.set.value = value;
    return stmt;
}

AstStmt *build_profile_weights(ParseCtx *cx, AstName name, AstCalendarUnit unit,
                               AstExprs weights, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_PROFILE, span);
    stmt->as.profile.name = name;
    stmt->as.profile.unit = unit;
    stmt->as.profile.weights = weights;
    return stmt;
}

AstStmt *build_profile_table(ParseCtx *cx, AstName name, AstCalendarUnit unit,
                             AstTableRoles from, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_PROFILE, span);
    stmt->as.profile.name = name;
    stmt->as.profile.unit = unit;
    stmt->as.profile.from = from;
    return stmt;
}

AstStmt *build_profile_query(ParseCtx *cx, AstName name, AstCalendarUnit unit,
                             AstQuestion *query, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_PROFILE, span);
    stmt->as.profile.name = name;
    stmt->as.profile.unit = unit;
    stmt->as.profile.query = query;
    return stmt;
}

AstSpread build_spread(ParseCtx *cx, bool working, AstUnit unit, Span unit_span,
                       Span span)
{
    if (unit != AST_UNIT_DAY) {
        diag_error(cx->sink, DIAG_UNEXPECTED, unit_span,
                   "a target is spread over `days` or `working days`");
        return (AstSpread){.kind = AST_SPREAD_NONE, .span = span};
    }
    return (AstSpread){.kind = working ? AST_SPREAD_WORKING_DAYS : AST_SPREAD_DAYS,
                       .span = span};
}

AstStmt *build_report(ParseCtx *cx, AstReport report, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_REPORT, span);
    stmt->as.report = arena_memdup(cx->arena, &report, sizeof report);
    return stmt;
}

AstStmt *build_run(ParseCtx *cx, AstPath report, AstNamedArgs args, AstTexts to,
                   Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_RUN, span);
    stmt->as.run.report = report;
    stmt->as.run.args = args;
    stmt->as.run.to = to;
    return stmt;
}

AstStmt *build_lesson(ParseCtx *cx, AstReport lesson, Span span)
{
    AstStmt *stmt = build_report(cx, lesson, span);
    stmt->kind = AST_STMT_LESSON;
    return stmt;
}

AstStmt *build_said(ParseCtx *cx, AstStmtKind kind, AstText text, Span span)
{
    AstStmt *stmt = new_stmt(cx, kind, span);
    stmt->as.said = text;
    return stmt;
}

AstStmt *build_learn(ParseCtx *cx, AstText text, const uint32_t *number, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_LEARN, span);
    stmt->as.learn.text = text;
    stmt->as.learn.has_number = number != NULL;
    stmt->as.learn.number = number ? *number : 0;
    return stmt;
}

AstStmt *build_solve(ParseCtx *cx, AstExpr *goal, AstQuestion *clauses, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_SOLVE, span);
    stmt->as.solve.goal = goal;
    stmt->as.solve.question = build_question(cx, clauses, false, (AstItems){0}, span);
    return stmt;
}

AstStmt *build_cascade(ParseCtx *cx, AstPath measure, AstExpr *to, AstQuestion *clauses,
                       Span span)
{
    AstStmt *stmt = build_solve(cx, build_path_expr(cx, measure), clauses, span);
    stmt->kind = AST_STMT_CASCADE;
    stmt->as.solve.to = to;
    return stmt;
}

AstStmt *build_forecast(ParseCtx *cx, AstQuestion *clauses, AstItems items,
                        AstClause *by, AstClause *next)
{
    AstClauses rest = clauses->clauses;
    clauses->clauses = (AstClauses){0};
    clauses = build_clause(cx, clauses, by, by->span);
    clauses = build_clause(cx, clauses, next, next->span);
    AstClauses *all = &clauses->clauses;
    all->item = ARENA_ARRAY(cx->arena, AstClause *, rest.count + 2u);
    all->item[0] = by;
    all->item[1] = next;
    for (uint32_t i = 0; i < rest.count; i++)
        all->item[i + 2] = rest.item[i];
    all->count = all->cap = rest.count + 2;
    AstQuestion *question = build_question(cx, clauses, false, items, by->span);
    return build_asked(cx, AST_STMT_FORECAST, question, by->span);
}

AstStmt *build_explain(ParseCtx *cx, AstExpr *expr, AstQuestion *question, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_EXPLAIN, span);
    stmt->as.explain.expr = expr;
    stmt->as.explain.question = question;
    return stmt;
}

AstStmt *build_check(ParseCtx *cx, bool steering, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_CHECK, span);
    stmt->as.check.steering = steering;
    return stmt;
}

AstStmt *build_brief(ParseCtx *cx)
{
    return new_stmt(cx, AST_STMT_BRIEF, (Span){0});
}

/* `brief` takes `for` and `on` once. */
void build_once(ParseCtx *cx, bool is_there, const char *word, Span keyword)
{
    if (is_there)
        diag_error(cx->sink, DIAG_CLAUSE_TWICE, keyword,
                   "the clause `%s` is written twice", word);
}

AstStmt *build_brief_for(ParseCtx *cx, AstStmt *brief, AstName name, bool is_parameter,
                         Span keyword)
{
    build_once(cx, brief->as.brief.audience.text || brief->as.brief.who.text, "for",
               keyword);
    brief->as.brief.audience = name;
    brief->as.brief.is_parameter = is_parameter;
    return brief;
}

AstStmt *build_brief_who(ParseCtx *cx, AstStmt *brief, AstText who, Span keyword)
{
    build_once(cx, brief->as.brief.audience.text || brief->as.brief.who.text, "for",
               keyword);
    brief->as.brief.who = who;
    return brief;
}

AstStmt *build_brief_on(ParseCtx *cx, AstStmt *brief, AstExpr *on, Span keyword)
{
    build_once(cx, brief->as.brief.on != NULL, "on", keyword);
    brief->as.brief.on = on;
    return brief;
}

AstStmt *build_steering(ParseCtx *cx, AstStmtKind kind, AstName name, AstText title,
                        const AstSteeringItems *items)
{
    AstStmt *stmt = new_stmt(cx, kind, name.span);
    stmt->as.steering.name = name;
    stmt->as.steering.title = title;
    stmt->as.steering.items = *items;
    return stmt;
}

AstCascade *build_cascaded(ParseCtx *cx, AstCascade cascade)
{
    return arena_memdup(cx->arena, &cascade, sizeof cascade);
}

AstStmt *build_staff(ParseCtx *cx, AstName source, AstPaths roles, Span span)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_STAFF, span);
    stmt->as.staff.source = source;
    stmt->as.staff.roles = roles;
    return stmt;
}

AstStmt *build_adoption(ParseCtx *cx, Span span)
{
    return new_stmt(cx, AST_STMT_ADOPTION, span);
}

AstStmt *build_decide(ParseCtx *cx, AstName indicator, AstText text)
{
    AstStmt *stmt = new_stmt(cx, AST_STMT_DECIDE, (Span){0});
    stmt->as.decide.indicator = indicator;
    stmt->as.decide.text = text;
    return stmt;
}

AstStmt *build_decide_owner(ParseCtx *cx, AstStmt *decide, AstText owner, Span keyword)
{
    build_once(cx, decide->as.decide.owner.text != NULL, "owner", keyword);
    decide->as.decide.owner = owner;
    return decide;
}

AstStmt *build_decide_due(ParseCtx *cx, AstStmt *decide, AstExpr *due, Span keyword)
{
    build_once(cx, decide->as.decide.due != NULL, "due", keyword);
    decide->as.decide.due = due;
    return decide;
}

AstStmt *build_map(ParseCtx *cx, Span span)
{
    return new_stmt(cx, AST_STMT_MAP, span);
}
