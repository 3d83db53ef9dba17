/* `cascade M to VALUE for P`: what each driver of M has to be in P, and in each working
   week of it, beside what it was in the same period of the last year in which that is
   over. One question asks all drivers in both periods. What a driver is needed to be is
   its own history times one exact factor: that of M through products, that of the parts
   of a sum through sums. */
#include "runtime/session/cascade.h"

#include "parser/ast_walk.h"

enum { YEARS_MOST = 100 };

static bool refuse(Session *s, Span span, const char *why, const char *help)
{
    Diag *d = diag_error(&s->sink, DIAG_CASCADE, span, "%s", why);
    diag_help(&s->sink, d, "%s", help);
    return false;
}

const AstClause *cascade_clause(const Cascading *c, AstClauseKind kind)
{
    return c->stmt->as.solve.question->clause[kind];
}

static AstExpr *day_expr(const Cascading *c, Day day, Span span)
{
    Civil civil = civil_from_day(day);
    AstExpr *ast = ARENA_NEW(c->s->statement, AstExpr);
    ast->kind = AST_EXPR_PERIOD;
    ast->span = span;
    ast->as.period = (AstPeriod){AST_UNIT_DAY, civil.year, civil.month, civil.day};
    return ast;
}

/* working_days(lo, hi) */
static bool working_days(const Cascading *c, DayRange days, Decimal *n)
{
    Session *s = c->s;
    Span span = cascade_clause(c, AST_CLAUSE_FOR)->span;
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    AstArg *arg = ARENA_ARRAY(s->statement, AstArg, 2);
    AstExpr call = {.kind = AST_EXPR_CALL, .span = span};
    Type type;
    Value value;
    arg[0].value = day_expr(c, days.lo, span);
    arg[1].value = day_expr(c, days.hi, span);
    call.as.call.function = (AstName){.text = "working_days", .span = span};
    call.as.call.args = (AstArgs){arg, 2, 2};
    if (!resolve_constant(&r, &call, &type, &value))
        return false;
    *n = value.as.number;
    return true;
}

/* So many years before; weeks as weeks. */
static DayRange years_before(Resolver *r, const AstExpr *period, DayRange days,
                             int32_t n)
{
    PeriodUnit year = period_year(r, period);
    return period_is_weeks(r, period) && calendar_moves_weeks(days, year)
               ? calendar_shift_weeks(days, -n)
               : calendar_shift_range(days, year, -n);
}

/* The same period a year before, or as many years before as it takes to be over. */
static bool find_periods(Cascading *c)
{
    Session *s = c->s;
    const AstClause *shown = cascade_clause(c, AST_CLAUSE_FOR);
    Resolver r = session_resolver(s, s->statement, s->model.exprs);
    if (!shown || shown->as.expr->kind == AST_EXPR_ALL_TIME)
        return refuse(s, shown ? shown->span : c->stmt->span,
                      "`cascade` wants the period that the target is for",
                      "write `cascade revenue to 1M for 2026`");
    if (!resolve_period(&r, shown->as.expr, &c->period))
        return false;
    Day after = s->settings.today + 1;
    int32_t back = 1;
    do
        c->history = years_before(&r, shown->as.expr, c->period, back);
    while (c->history.hi > after && ++back < YEARS_MOST);
    c->has_begun = c->period.lo < after;
    c->gone = c->period;
    if (c->has_begun && after < c->period.hi)
        c->gone.hi = after;
    c->days_gone = decimal_from_i64(0);
    return working_days(c, c->period, &c->days) &&
           working_days(c, c->history, &c->days_before) &&
           (!c->has_begun || working_days(c, c->gone, &c->days_gone));
}

static const AstExpr *within(const Cascading *c, const AstExpr *base, DayRange days)
{
    Arena *arena = c->s->statement;
    Span span = cascade_clause(c, AST_CLAUSE_FOR)->as.expr->span;
    AstExpr *range = ARENA_NEW(arena, AstExpr);
    AstExpr *ast = ARENA_NEW(arena, AstExpr);
    AstContext *item = ARENA_NEW(arena, AstContext);
    range->kind = AST_EXPR_RANGE;
    range->span = span;
    range->as.range.low = day_expr(c, days.lo, span);
    range->as.range.high = day_expr(c, days.hi - 1, span);
    *item = (AstContext){.kind = AST_CONTEXT_FOR, .span = span, .as.expr = range};
    ast->kind = AST_EXPR_BRACKET;
    ast->span = base->span;
    ast->as.bracket.base = arena_memdup(arena, base, sizeof *base);
    ast->as.bracket.items = (AstContexts){item, 1, 1};
    return ast;
}

static void meet_name(void *data, const AstName *name)
{
    const AstName **found = data;
    if (!*found)
        *found = name;
}

/* They are read in the currency of their targets. */
static bool is_of_indicators(const Cascading *c)
{
    return c->tree.node[0].term.indicator != NULL;
}

/* A measure that the goal is made of. */
static AstPath any_measure(const Cascading *c)
{
    AstPath path = c->stmt->as.solve.goal->as.path;
    const AstName *name = NULL;
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &name, .name = meet_name});
    if (!is_of_indicators(c))
        return path;
    ast_walk_expr(&visitor, c->tree.node[0].term.ast);
    path.item = arena_memdup(c->s->statement, name, sizeof *name);
    path.count = path.cap = 1;
    return path;
}

/* VALUE in P. A plain number has no context to change, unless something may be put. */
static const AstExpr *target_of(const Cascading *c)
{
    AstPath path = any_measure(c);
    AstAssign same = {path, driver_path(c->s, &path), path.span};
    AstAssigns none = {arena_memdup(c->s->statement, &same, sizeof same), 1, 1};
    return driver_what_if(c->s, within(c, c->stmt->as.solve.to, c->period), none);
}

/* All readings of all drivers, reading by reading, and behind them VALUE. */
static DriverAsk ask_of(Cascading *c, bool by)
{
    Session *s = c->s;
    AstAssigns assumed = driver_assumed(s, cascade_clause(c, AST_CLAUSE_WHAT_IF));
    DriverAsk ask = {
        .span = c->stmt->span, .as_it_is = true, .as_declared = is_of_indicators(c)};
    ask.clause[AST_CLAUSE_WHERE] = cascade_clause(c, AST_CLAUSE_WHERE);
    if (by)
        ask.clause[AST_CLAUSE_BY] = cascade_clause(c, AST_CLAUSE_BY);
    for (int reading = 0; reading < N_READING; reading++) {
        DayRange days = reading == IS_SO_FAR ? c->gone : c->history;
        for (size_t i = 0; i < c->tree.n; i++) {
            const AstExpr *item = within(c, c->tree.node[i].term.ast, days);
            if (reading == IS_ASSUMED && assumed.count)
                item = driver_what_if(s, item, assumed);
            driver_add(s, &ask, item);
        }
    }
    c->target = ask.n;
    if (!by)
        driver_add(s, &ask, target_of(c));
    return ask;
}

/* Lines of time would each show all of the period. */
static bool check_by(const Cascading *c)
{
    const AstClause *by = cascade_clause(c, AST_CLAUSE_BY);
    AstUnit unit;
    for (uint32_t i = 0; by && i < by->as.by.count; i++) {
        const AstPath *path = &by->as.by.item[i].what.value->as.path;
        if (path->count == 1 && ast_name_unit(path->item[0], &unit))
            return refuse(c->s, path->span,
                          "`cascade` is kept by dimensions, not by time",
                          "ask for a shorter period, `for 2026-Q1`");
    }
    return true;
}

static bool begin(Session *s, const AstStmt *stmt, Cascading *c)
{
    *c = (Cascading){.s = s, .stmt = stmt};
    const AstClause *holding = cascade_clause(c, AST_CLAUSE_HOLDING);
    c->tree = (CascadeTree){.s = s, .holding = holding ? &holding->as.paths : NULL};
    return check_by(c) && find_periods(c) &&
           cascade_build(&c->tree, stmt->as.solve.goal);
}

size_t cascade_column(const Cascading *c, CascadeReading reading, size_t node)
{
    return (size_t)reading * c->tree.n + node;
}

static bool find_factors(Cascading *c, const Result *total)
{
    Arena *arena = c->s->statement;
    Value *assumed = ARENA_ARRAY(arena, Value, c->tree.n);
    for (size_t i = 0; i < c->tree.n; i++)
        assumed[i] = result_value(total, cascade_column(c, IS_ASSUMED, i), 0);
    c->factor = ARENA_ARRAY(arena, CascadeFactor, c->tree.n);
    return cascade_find_factors(&c->tree, assumed, result_value(total, c->target, 0),
                                c->factor);
}

Result *cascade_answer(Session *s, const AstStmt *stmt)
{
    Cascading c;
    if (!begin(s, stmt, &c))
        return NULL;
    DriverAsk ask = ask_of(&c, false);
    Result *total = driver_answer(s, &ask), *parts = NULL, *res = NULL;
    if (!total)
        return NULL;
    bool ok = find_factors(&c, total);
    if (ok && cascade_clause(&c, AST_CLAUSE_BY)) {
        ask = ask_of(&c, true);
        parts = driver_answer(s, &ask);
    }
    if (ok && (parts || !cascade_clause(&c, AST_CLAUSE_BY)))
        res = cascade_table(&c, total, parts);
    result_unref(parts);
    result_unref(total);
    return res;
}

/* M and VALUE are numbers of one kind. */
static bool check_kinds(Cascading *c)
{
    Session *s = c->s;
    const AstExpr *goal = c->tree.node[0].term.ast, *to = c->stmt->as.solve.to;
    AstExpr *same = ARENA_NEW(s->statement, AstExpr);
    same->kind = AST_EXPR_COMPARE;
    same->span = c->stmt->as.solve.goal->span;
    same->span.end = to->span.end;
    same->as.compare.op = AST_OP_EQ;
    same->as.compare.left = arena_memdup(s->statement, goal, sizeof *goal);
    same->as.compare.right = arena_memdup(s->statement, to, sizeof *to);
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    DriverAsk ask = {.span = c->stmt->span, .as_declared = is_of_indicators(c)};
    ask.clause[AST_CLAUSE_FOR] = cascade_clause(c, AST_CLAUSE_FOR);
    driver_add(s, &ask, goal);
    driver_add(s, &ask, same);
    const Question *q = driver_resolve(s, &ask, exprs);
    bool ok = q && q->item[0].type.kind == VALUE_NUMBER;
    if (q && !ok)
        diag_error(&s->sink, DIAG_CASCADE, goal->span,
                   "`cascade` works on numbers, and this is %s",
                   type_text(s->statement, q->item[0].type));
    expr_table_free(exprs);
    return ok;
}

/* Entities print their labels. */
static DriverColumn key_column(const ByItem *by)
{
    bool labelled = by->dim && by->dim->kind == DIM_ENTITY && by->dim->label;
    return (DriverColumn){by->title, labelled ? by->dim->label->type : by->type, true,
                          false};
}

bool cascade_columns(Session *s, const AstStmt *stmt, DriverColumns *columns)
{
    Cascading c;
    if (!begin(s, stmt, &c) || !check_kinds(&c))
        return false;
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    DriverAsk ask = ask_of(&c, false);
    const Question *q = driver_resolve(s, &ask, exprs);
    DriverColumn *key = NULL;
    size_t n_key = 0;
    if (q && cascade_clause(&c, AST_CLAUSE_BY)) {
        ask = ask_of(&c, true);
        q = driver_resolve(s, &ask, exprs);
        key = ARENA_ARRAY(s->statement, DriverColumn, q ? q->n_by + 1 : 1);
        for (; q && n_key < q->n_by; n_key++)
            key[n_key] = key_column(&q->by[n_key]);
    }
    *columns = cascade_columns_behind(&c, key, n_key);
    expr_table_free(exprs);
    return q != NULL;
}

bool cascade_check(Session *s, const AstStmt *stmt)
{
    DriverColumns columns;
    return cascade_columns(s, stmt, &columns);
}
