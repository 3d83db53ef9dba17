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
    PeriodUnit year = period_year(&r, shown->as.expr);
    int32_t back = 1;
    do
        c->history = calendar_shift_range(c->period, year, -back);
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

/* A measure that the goal is made of. */
static AstPath any_measure(const Cascading *c)
{
    AstPath path = c->stmt->as.solve.goal->as.path;
    const AstName *name = NULL;
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &name, .name = meet_name});
    if (!c->tree.node[0].indicator)
        return path;
    ast_walk_expr(&visitor, c->tree.node[0].ast);
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
    DriverAsk ask = {.span = c->stmt->span, .as_it_is = true};
    ask.clause[AST_CLAUSE_WHERE] = cascade_clause(c, AST_CLAUSE_WHERE);
    if (by)
        ask.clause[AST_CLAUSE_BY] = cascade_clause(c, AST_CLAUSE_BY);
    for (int reading = 0; reading < N_READING; reading++) {
        DayRange days = reading == IS_SO_FAR ? c->gone : c->history;
        for (size_t i = 0; i < c->tree.n; i++) {
            const AstExpr *item = within(c, c->tree.node[i].ast, days);
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

Value cascade_needed(CascadeFactor factor, Value assumed)
{
    Value value = assumed;
    if (!factor.known)
        value.empty = true;
    if (value.empty)
        return value;
    value.empty = !decimal_mul(assumed.as.number, factor.num, &value.as.number) ||
                  !decimal_div(value.as.number, factor.den, &value.as.number);
    return value;
}

size_t cascade_column(const Cascading *c, CascadeReading reading, size_t node)
{
    return (size_t)reading * c->tree.n + node;
}

/* What the parts of a sum that change are together now, and have to be. */
static CascadeFactor factor_of_parts(const Cascading *c, const Result *total,
                                     uint32_t parent)
{
    CascadeFactor res = {true, decimal_from_i64(0), decimal_from_i64(0)};
    Value all = result_value(total, cascade_column(c, IS_ASSUMED, parent), 0);
    Value needed = cascade_needed(c->factor[parent], all);
    Decimal kept;
    for (size_t i = parent + 1; i < c->tree.n; i++) {
        const CascadeNode *node = &c->tree.node[i];
        Value part = result_value(total, cascade_column(c, IS_ASSUMED, i), 0);
        if (node->parent != parent || node->role != CASCADE_PART || part.empty)
            continue;
        res.known &= node->is_negative ? decimal_sub(res.den, part.as.number, &res.den)
                                       : decimal_add(res.den, part.as.number, &res.den);
    }
    res.known = res.known && !all.empty && !needed.empty &&
                decimal_sub(all.as.number, res.den, &kept) &&
                decimal_sub(needed.as.number, kept, &res.num) &&
                !decimal_is_zero(res.den);
    return res;
}

/* The formula has to make what is needed of the indicator, whatever it made so far. */
static CascadeFactor factor_of_formula(const Cascading *c, const Result *total,
                                       uint32_t at)
{
    uint32_t parent = c->tree.node[at].parent;
    Value all = result_value(total, cascade_column(c, IS_ASSUMED, parent), 0);
    Value own = result_value(total, cascade_column(c, IS_ASSUMED, at), 0);
    Value needed = cascade_needed(c->factor[parent], all);
    return (CascadeFactor){!needed.empty && !own.empty &&
                               !decimal_is_zero(own.as.number),
                           needed.as.number, own.as.number};
}

static void find_factors(Cascading *c, const Result *total)
{
    Value goal = result_value(total, cascade_column(c, IS_ASSUMED, 0), 0);
    Value target = result_value(total, c->target, 0);
    c->factor = ARENA_ARRAY(c->s->statement, CascadeFactor, c->tree.n);
    c->factor[0].known =
        !goal.empty && !target.empty && !decimal_is_zero(goal.as.number);
    c->factor[0].num = target.as.number;
    c->factor[0].den = goal.as.number;
    for (size_t i = 1; i < c->tree.n; i++) {
        const CascadeNode *node = &c->tree.node[i];
        CascadeFactor above = c->factor[node->parent];
        Decimal one = decimal_from_i64(1);
        switch (node->role) {
        case CASCADE_GOAL:
        case CASCADE_TAKES:
            c->factor[i] = above;
            break;
        case CASCADE_INVERSE:
            c->factor[i] = (CascadeFactor){above.known && !decimal_is_zero(above.num),
                                           above.den, above.num};
            break;
        case CASCADE_PART:
            c->factor[i] = factor_of_parts(c, total, node->parent);
            break;
        case CASCADE_FORMULA:
            c->factor[i] = factor_of_formula(c, total, (uint32_t)i);
            break;
        case CASCADE_KEPT:
            c->factor[i] = (CascadeFactor){true, one, one};
            break;
        }
    }
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
    find_factors(&c, total);
    if (cascade_clause(&c, AST_CLAUSE_BY)) {
        ask = ask_of(&c, true);
        parts = driver_answer(s, &ask);
    }
    if (parts || !cascade_clause(&c, AST_CLAUSE_BY))
        res = cascade_table(&c, total, parts);
    result_unref(parts);
    result_unref(total);
    return res;
}

/* M and VALUE are numbers of one kind. */
static bool check_kinds(Cascading *c)
{
    Session *s = c->s;
    const AstExpr *goal = c->tree.node[0].ast, *to = c->stmt->as.solve.to;
    AstExpr *same = ARENA_NEW(s->statement, AstExpr);
    same->kind = AST_EXPR_COMPARE;
    same->span = c->stmt->as.solve.goal->span;
    same->span.end = to->span.end;
    same->as.compare.op = AST_OP_EQ;
    same->as.compare.left = arena_memdup(s->statement, goal, sizeof *goal);
    same->as.compare.right = arena_memdup(s->statement, to, sizeof *to);
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    DriverAsk ask = {.span = c->stmt->span};
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
