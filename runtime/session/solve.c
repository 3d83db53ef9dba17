/* `solve M = VALUE by X`: how large X would have to be. X is put at other values as
   `what if X = X * x / now` does: every line, period and key in which X stands by the
   same factor, so that their proportions stay. Each X of several is moved alone. */
#include "runtime/session/about.h"
#include "runtime/session/driver.h"
#include "runtime/session/root.h"

typedef struct {
    Session *s;
    const AstStmt *stmt;
    const AstExpr *goal, *wanted; /* M and VALUE */
    const AstByItem *by;          /* each X */
    uint32_t n_by;
    const AstPath *driver;
    AstAssigns assigns; /* what is held, and behind it X */
    Decimal now;        /* of X; its values go by it unless it is zero */
    bool is_expected;   /* M is read from answers that are made of X */
    bool is_elsewhere;  /* now is that of all periods: there is no X in those of M */
    Decimal target;
    Type goal_type;
} Solve;

static bool refuse(Session *s, Span span, const char *why, const char *help)
{
    Diag *d = diag_error(&s->sink, DIAG_SOLVE, span, "%s", why);
    diag_help(&s->sink, d, "%s", help);
    return false;
}

static bool begin(Session *s, const AstStmt *stmt, Solve *solve)
{
    const AstExpr *goal = stmt->as.solve.goal;
    *solve = (Solve){.s = s, .stmt = stmt};
    if (goal->kind != AST_EXPR_COMPARE || goal->as.compare.op != AST_OP_EQ)
        return refuse(s, goal->span, "`solve` wants what a measure should be",
                      "write `solve revenue = 1M by price`");
    const AstClause *by = stmt->as.solve.question->clause[AST_CLAUSE_BY];
    if (!by)
        return refuse(s, stmt->span, "it is not said what may change",
                      "name a measure: `solve revenue = 1M by price`");
    solve->by = by->as.by.item;
    solve->n_by = by->as.by.count;
    solve->goal = goal->as.compare.left;
    solve->wanted = goal->as.compare.right;
    return true;
}

static DriverAsk ask_of(const Solve *solve)
{
    const AstQuestion *q = solve->stmt->as.solve.question;
    DriverAsk ask = {.span = solve->stmt->span};
    ask.clause[AST_CLAUSE_FOR] = q->clause[AST_CLAUSE_FOR];
    ask.clause[AST_CLAUSE_WHERE] = q->clause[AST_CLAUSE_WHERE];
    return ask;
}

/* a = a, in front of X: it is read as if X were what it was. */
static void hold(Solve *solve, uint32_t i, const AstPath *path)
{
    solve->assigns.item[i] =
        (AstAssign){*path, driver_path(solve->s, path), path->span};
}

static void take_driver(Solve *solve, uint32_t i)
{
    const AstClause *holding =
        solve->stmt->as.solve.question->clause[AST_CLAUSE_HOLDING];
    uint32_t n = holding ? holding->as.paths.count : 0;
    const AstExpr *driver = solve->by[i].what.value;
    solve->driver = &driver->as.path;
    solve->assigns.item = ARENA_ARRAY(solve->s->statement, AstAssign, n + (size_t)1);
    solve->assigns.count = n + 1;
    for (uint32_t k = 0; k < n; k++)
        hold(solve, k, &holding->as.paths.item[k]);
}

/* x, or X * x / now */
static AstExpr *scaled(const Solve *solve, Decimal x)
{
    Session *s = solve->s;
    Span span = solve->driver->span;
    if (decimal_is_zero(solve->now))
        return driver_number(s, x, span);
    AstTerm *term = ARENA_ARRAY(s->statement, AstTerm, 2);
    term[0] = (AstTerm){AST_OP_MULTIPLY, span, driver_number(s, x, span)};
    term[1] = (AstTerm){AST_OP_DIVIDE, span, driver_number(s, solve->now, span)};
    return driver_chain(s, driver_path(s, solve->driver), (AstTerms){term, 2, 2});
}

/* M with X at x. */
static const AstExpr *goal_at(const Solve *solve, Decimal x)
{
    AstAssigns all = solve->assigns;
    all.item =
        arena_memdup(solve->s->statement, all.item, all.count * sizeof *all.item);
    all.item[all.count - 1] =
        (AstAssign){*solve->driver, scaled(solve, x), solve->driver->span};
    return driver_what_if(solve->s, solve->goal, all);
}

static const char *name_of(const AstPath *path)
{
    return path->item[path->count - 1].text;
}

static bool is_number(Session *s, const Item *item, Span span)
{
    if (item->type.kind == VALUE_NUMBER)
        return true;
    diag_error(&s->sink, DIAG_SOLVE, span, "`solve` works on numbers, and this is %s",
               type_text(s->statement, item->type));
    return false;
}

/* X is a measure, and what is held are others. */
static bool check_names(const Solve *solve, uint32_t i)
{
    Session *s = solve->s;
    const AstQuestion *q = solve->stmt->as.solve.question;
    const AstClause *holding = q->clause[AST_CLAUSE_HOLDING];
    const Measure *driver = driver_need_measure(s, &solve->by[i].what.value->as.path);
    for (uint32_t k = 0; driver && holding && k < holding->as.paths.count; k++) {
        const AstPath *path = &holding->as.paths.item[k];
        const Measure *held = driver_need_measure(s, path);
        if (!held || (held == driver && solve->n_by == 1)) {
            if (held)
                refuse(s, path->span, "what should change is held",
                       "leave it out of `holding`, or solve by another measure");
            return false;
        }
    }
    return driver != NULL;
}

static bool check_driver(Solve *solve, uint32_t i, ExprTable *exprs)
{
    Session *s = solve->s;
    DriverAsk ask = ask_of(solve);
    if (!check_names(solve, i))
        return false;
    take_driver(solve, i);
    solve->now = decimal_from_i64(1); /* it is scaled: not put at one value */
    const AstExpr *goal = goal_at(solve, decimal_from_i64(1));
    const AstContexts *items = &goal->as.bracket.items;
    driver_add(s, &ask, goal);
    driver_add(s, &ask, solve->by[i].what.value);
    const Question *q = driver_resolve(s, &ask, exprs);
    if (!q || !is_number(s, &q->item[1], solve->driver->span))
        return false;
    for (size_t k = 0; k < q->n_put; k++) {
        if (q->put[k] == items->item[items->count - 1].as.assign.value)
            return true;
    }
    Diag *d =
        diag_error(&s->sink, DIAG_SOLVE, solve->driver->span,
                   "what should change is not made of `%s`", name_of(solve->driver));
    diag_help(&s->sink, d, "name a measure that stands in its definition");
    return false;
}

bool solve_check(Session *s, const AstStmt *stmt)
{
    Solve solve;
    if (!begin(s, stmt, &solve))
        return false;
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    DriverAsk ask = ask_of(&solve);
    driver_add(s, &ask, solve.goal);
    driver_add(s, &ask, solve.wanted);
    driver_add(s, &ask, stmt->as.solve.goal); /* are the two of one kind? */
    const Question *q = driver_resolve(s, &ask, exprs);
    bool ok = q && is_number(s, &q->item[0], solve.goal->span);
    for (uint32_t i = 0; ok && i < solve.n_by; i++)
        ok = check_driver(&solve, i, exprs);
    expr_table_free(exprs);
    return ok;
}

/* Is M read from answers that are made anew for every value of X? */
static bool is_expected(Solve *solve)
{
    Session *s = solve->s;
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    DriverAsk ask = ask_of(solve);
    solve->now = decimal_from_i64(1);
    driver_add(s, &ask, goal_at(solve, solve->now));
    const Question *q = driver_resolve(s, &ask, exprs);
    bool found = false;
    for (size_t i = 0; q && i < q->n_leaf; i++)
        found |= q->leaf[i]->rows != NULL;
    expr_table_free(exprs);
    return found;
}

static bool fill(void *self, RootPoint *point, size_t n)
{
    const Solve *solve = self;
    DriverAsk ask = ask_of(solve);
    for (size_t i = 0; i < n; i++)
        driver_add(solve->s, &ask, goal_at(solve, point[i].x));
    Result *result = driver_answer(solve->s, &ask);
    for (size_t i = 0; result && i < n; i++) {
        Value value = result_value(result, i, 0);
        point[i].known =
            !value.empty && decimal_sub(value.as.number, solve->target, &point[i].y);
    }
    result_unref(result);
    return result != NULL;
}

/* A part of a whole lies between 0 and 100 %; what it is else, ten times is much. */
static void set_range(const Solve *solve, Type type, RootAsk *ask)
{
    Decimal zero = decimal_from_i64(0), one = decimal_from_i64(1), ten;
    bool is_part = type.unit.kind == UNIT_PERCENT && decimal_sign(solve->now) >= 0 &&
                   decimal_compare(solve->now, one) <= 0;
    if (!decimal_mul(solve->now, decimal_from_i64(10), &ten))
        ten = solve->now;
    ask->lo = is_part || decimal_sign(ten) > 0 ? zero : ten;
    ask->hi = is_part ? one : decimal_sign(ten) > 0 ? ten : zero;
    ask->near = solve->now;
}

static void add_row(DriverTable *table, const char *name, Type type,
                    const Value *pair /* now, needed */)
{
    Value change = {.empty = true}, part = {.empty = true};
    if (!pair[0].empty && !pair[1].empty)
        change.empty =
            !decimal_sub(pair[1].as.number, pair[0].as.number, &change.as.number);
    if (!change.empty && decimal_sign(pair[0].as.number) > 0)
        part.empty = !decimal_div(change.as.number, pair[0].as.number, &part.as.number);
    driver_text(table, 0, name);
    driver_cell(table, 1, type, pair[0]);
    driver_cell(table, 2, type, pair[1]);
    driver_cell(table, 3, type, change);
    driver_cell(table, 4, type, part);
}

static const char *value_at(const Solve *solve, const RootPoint *p)
{
    Value value = {.empty = !p->known};
    if (p->known && !decimal_add(p->y, solve->target, &value.as.number))
        value.empty = true;
    return driver_text_of(solve->s, solve->goal_type, value);
}

static void note_root(const Solve *solve, DriverTable *table, Type type,
                      const RootAnswer *root)
{
    Session *s = solve->s;
    Value lo = {.as.number = root->lo.x}, hi = {.as.number = root->hi.x};
    const char *name = name_of(solve->driver);
    if (root->is_flat)
        driver_note(table,
                    arena_printf(s->statement, "%s changes nothing, from %s to %s",
                                 name, driver_text_of(s, type, lo),
                                 driver_text_of(s, type, hi)));
    else if (!root->found)
        driver_note(
            table,
            arena_printf(s->statement,
                         "no solution in the plausible range: with %s from %s "
                         "to %s it goes from %s to %s",
                         name, driver_text_of(s, type, lo), driver_text_of(s, type, hi),
                         value_at(solve, &root->lo), value_at(solve, &root->hi)));
}

static bool is_none(Value value)
{
    return value.empty || decimal_is_zero(value.as.number);
}

/* X where M is asked; M may be made of what was, so where there is none, X
   wherever it is known. */
static bool ask_driver(Solve *solve, uint32_t i, Type *type, Value *value)
{
    DriverAsk ask = ask_of(solve);
    driver_add(solve->s, &ask, solve->by[i].what.value);
    Result *now = driver_answer(solve->s, &ask);
    solve->is_elsewhere =
        now && ask.clause[AST_CLAUSE_FOR] && is_none(result_value(now, 0, 0));
    if (solve->is_elsewhere) {
        result_unref(now);
        ask.clause[AST_CLAUSE_FOR] = NULL;
        now = driver_answer(solve->s, &ask);
    }
    if (!now)
        return false;
    *type = now->column[0].type;
    *value = result_value(now, 0, 0);
    result_unref(now);
    return true;
}

static void note_elsewhere(const Solve *solve, DriverTable *table)
{
    Session *s = solve->s;
    const AstClause *when = solve->stmt->as.solve.question->clause[AST_CLAUSE_FOR];
    if (solve->is_elsewhere)
        driver_note(
            table,
            arena_printf(s->statement,
                         "there is no %s %s: now and needed are of all that is known",
                         name_of(solve->driver),
                         about_text(s, s->statement, when->span)));
}

static bool add_driver(Solve *solve, uint32_t i, DriverTable *table)
{
    Session *s = solve->s;
    RootAnswer root = {0};
    Type type;
    Value pair[2] = {{.empty = true}, {.empty = true}};
    take_driver(solve, i);
    solve->is_expected = is_expected(solve);
    if (!ask_driver(solve, i, &type, &pair[0]))
        return false;
    solve->now = pair[0].empty ? decimal_from_i64(0) : pair[0].as.number;
    bool has_range = !decimal_is_zero(solve->now) || type.unit.kind == UNIT_PERCENT;
    RootAsk find = {.fill = fill,
                    .self = solve,
                    .size = solve->target,
                    .is_rough = solve->is_expected};
    if (decimal_is_zero(find.size))
        find.size = decimal_from_i64(1);
    if (decimal_sign(find.size) < 0)
        find.size = decimal_negate(find.size);
    set_range(solve, type, &find);
    if (has_range && !root_find(&find, &root))
        return false;
    if (root.found)
        pair[1] = (Value){.as.number = root.at.x};
    add_row(table, name_of(solve->driver), type, pair);
    note_elsewhere(solve, table);
    if (has_range)
        note_root(solve, table, type, &root);
    if (!has_range)
        driver_note(table, arena_printf(s->statement,
                                        "%s is %s now, so nothing says how far it "
                                        "may go",
                                        name_of(solve->driver),
                                        pair[0].empty ? "empty" : "0"));
    return true;
}

static void note_held(const Solve *solve, DriverTable *table)
{
    const AstClause *holding =
        solve->stmt->as.solve.question->clause[AST_CLAUSE_HOLDING];
    const char *text = "held:";
    for (uint32_t i = 0; holding && i < holding->as.paths.count; i++)
        text = arena_printf(solve->s->statement, "%s%s %s", text, i ? "," : "",
                            name_of(&holding->as.paths.item[i]));
    if (holding)
        driver_note(table, text);
}

/* What M is and what is wanted; NULL: reported. */
static Result *ask_goal(Solve *solve)
{
    DriverAsk ask = ask_of(solve);
    driver_add(solve->s, &ask, solve->goal);
    driver_add(solve->s, &ask, solve->wanted);
    Result *result = driver_answer(solve->s, &ask);
    if (!result || !result_value(result, 1, 0).empty)
        return result;
    diag_error(&solve->s->sink, DIAG_SOLVE, solve->wanted->span,
               "what is wanted is empty here");
    result_unref(result);
    return NULL;
}

static const DriverColumn column[] = {
    {"measure", {.kind = VALUE_TEXT}, true, false},
    {"now", {.kind = VALUE_NUMBER}, false, true},
    {"needed", {.kind = VALUE_NUMBER}, false, true},
    {"change", {.kind = VALUE_NUMBER}, false, true},
    {"change %", {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT}, false, false}};

bool solve_columns(Session *s, const AstStmt *stmt, DriverColumns *columns)
{
    *columns = (DriverColumns){column, COUNT_OF(column)};
    return solve_check(s, stmt);
}

static Result *answer(Solve *solve)
{
    Session *s = solve->s;
    DriverTable table;
    Result *goal = ask_goal(solve);
    if (!goal)
        return NULL;
    Value pair[] = {result_value(goal, 0, 0), result_value(goal, 1, 0)};
    solve->target = pair[1].as.number;
    solve->goal_type = goal->column[0].type;
    driver_begin(&table, column, COUNT_OF(column), solve->n_by + (size_t)1);
    add_row(&table,
            solve->goal->kind == AST_EXPR_PATH
                ? name_of(&solve->goal->as.path)
                : about_text(s, s->statement, solve->goal->span),
            solve->goal_type, pair);
    result_unref(goal);
    bool ok = true;
    for (uint32_t i = 0; ok && i < solve->n_by; i++)
        ok = add_driver(solve, i, &table);
    note_held(solve, &table);
    driver_note_what_if(s, &table, NULL);
    Result *result = driver_finish(&table);
    if (ok)
        return result;
    result_unref(result);
    return NULL;
}

Result *solve_answer(Session *s, const AstStmt *stmt)
{
    Solve solve;
    if (!begin(s, stmt, &solve))
        return NULL;
    session_ready_executor(s);
    if (!execute_hold(&s->executor, stmt->span))
        return NULL;
    Result *result = answer(&solve);
    execute_let_go(&s->executor);
    return result;
}
