/* `cascade M to VALUE for P`: what each driver of M has to be in P, and in each working
   week of it, beside what it was in the same period of the last year in which that is
   over. One question asks all drivers in both periods. What a driver is needed to be is
   its own history times one exact factor: that of M through products, that of the parts
   of a sum through sums. */
#include "runtime/session/cascade.h"

#include "runtime/session/about.h"

enum { YEARS_MOST = 100, DAYS_OF_WEEK = 5 };

/* What is known of a driver; of all lines together, or of one member of D. */
typedef enum { IS_HISTORY, IS_ASSUMED, IS_SO_FAR, N_READING } Reading;

typedef struct {
    Session *s;
    const AstStmt *stmt;
    CascadeTree tree;
    DayRange period, history;
    DayRange gone; /* of the period, up to today; all of it before it begins */
    bool has_begun;
    Decimal days, days_before; /* working days of both */
    Decimal days_gone;         /* of the period, up to today */
    CascadeFactor *factor;     /* per driver */
    size_t target;             /* where the answer has VALUE, behind the readings */
} Cascading;

static bool refuse(Session *s, Span span, const char *why, const char *help)
{
    Diag *d = diag_error(&s->sink, DIAG_CASCADE, span, "%s", why);
    diag_help(&s->sink, d, "%s", help);
    return false;
}

static const AstClause *clause(const Cascading *c, AstClauseKind kind)
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
    Span span = clause(c, AST_CLAUSE_FOR)->span;
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
    const AstClause *shown = clause(c, AST_CLAUSE_FOR);
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
    Span span = clause(c, AST_CLAUSE_FOR)->as.expr->span;
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

/* VALUE in P. A plain number has no context to change, unless something may be put. */
static const AstExpr *target_of(const Cascading *c)
{
    const AstExpr *goal = c->stmt->as.solve.goal;
    AstAssign same = {goal->as.path, driver_path(c->s, &goal->as.path), goal->span};
    AstAssigns none = {arena_memdup(c->s->statement, &same, sizeof same), 1, 1};
    return driver_what_if(c->s, within(c, c->stmt->as.solve.to, c->period), none);
}

/* All readings of all drivers, reading by reading, and behind them VALUE. */
static DriverAsk ask_of(Cascading *c, bool by)
{
    Session *s = c->s;
    AstAssigns assumed = driver_assumed(s, clause(c, AST_CLAUSE_WHAT_IF));
    DriverAsk ask = {.span = c->stmt->span, .as_it_is = true};
    ask.clause[AST_CLAUSE_WHERE] = clause(c, AST_CLAUSE_WHERE);
    if (by)
        ask.clause[AST_CLAUSE_BY] = clause(c, AST_CLAUSE_BY);
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
    const AstClause *by = clause(c, AST_CLAUSE_BY);
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
    const AstClause *holding = clause(c, AST_CLAUSE_HOLDING);
    c->tree = (CascadeTree){.s = s, .holding = holding ? &holding->as.paths : NULL};
    return check_by(c) && find_periods(c) &&
           cascade_build(&c->tree, stmt->as.solve.goal);
}

static Value value_of(const Result *result, size_t at, uint32_t row)
{
    return result_value(result, at, row);
}

static size_t column_of(const Cascading *c, Reading reading, size_t node)
{
    return (size_t)reading * c->tree.n + node;
}

static bool find_factors(Cascading *c, const Result *total)
{
    Arena *arena = c->s->statement;
    Value *assumed = ARENA_ARRAY(arena, Value, c->tree.n);
    for (size_t i = 0; i < c->tree.n; i++)
        assumed[i] = value_of(total, column_of(c, IS_ASSUMED, i), 0);
    c->factor = ARENA_ARRAY(arena, CascadeFactor, c->tree.n);
    return cascade_find_factors(&c->tree, assumed, value_of(total, c->target, 0),
                                c->factor);
}

/* value / days * 5 */
static Value a_week(Value value, Decimal days)
{
    Decimal five = decimal_from_i64(DAYS_OF_WEEK);
    if (value.empty || decimal_sign(days) <= 0)
        return (Value){.empty = true};
    value.empty = !decimal_mul(value.as.number, five, &value.as.number) ||
                  !decimal_div(value.as.number, days, &value.as.number);
    return value;
}

/* a / b - 1 */
static Value part_over(Value a, Value b)
{
    Value res = {.empty = true};
    if (a.empty || b.empty || decimal_sign(b.as.number) <= 0)
        return res;
    res.empty = !decimal_sub(a.as.number, b.as.number, &res.as.number) ||
                !decimal_div(res.as.number, b.as.number, &res.as.number);
    return res;
}

/* What a driver should be by today: a rate all of it, an amount its days' part. */
static Value due_of(const Cascading *c, const CascadeNode *node, Value needed)
{
    if (node->kind != CASCADE_FLOW || needed.empty)
        return needed;
    needed.empty = decimal_is_zero(c->days) ||
                   !decimal_mul(needed.as.number, c->days_gone, &needed.as.number) ||
                   !decimal_div(needed.as.number, c->days, &needed.as.number);
    return needed;
}

typedef struct {
    Value history, needed, change, week, week_before, so_far, off, week_left;
} Line;

static Line line_of(const Cascading *c, const Result *r, size_t n_key, size_t node,
                    uint32_t row)
{
    const CascadeNode *of = &c->tree.node[node];
    Value none = {.empty = true};
    Line line = {
        .history = value_of(r, n_key + column_of(c, IS_HISTORY, node), row),
        .so_far = value_of(r, n_key + column_of(c, IS_SO_FAR, node), row),
        .needed = cascade_needed(
            c->factor[node], value_of(r, n_key + column_of(c, IS_ASSUMED, node), row))};
    bool flows = of->kind == CASCADE_FLOW;
    line.change = part_over(line.needed, line.history);
    line.week = flows ? a_week(line.needed, c->days) : none;
    line.week_before = flows ? a_week(line.history, c->days_before) : none;
    line.off = part_over(line.so_far, due_of(c, of, line.needed));
    line.week_left = none;
    Decimal days_left;
    if (flows && !line.needed.empty && !line.so_far.empty &&
        decimal_sub(c->days, c->days_gone, &days_left) &&
        decimal_sub(line.needed.as.number, line.so_far.as.number,
                    &line.week_left.as.number)) {
        line.week_left.empty = false;
        line.week_left = a_week(line.week_left, days_left);
    }
    return line;
}

static const char *role_text(CascadeRole role)
{
    return role == CASCADE_GOAL ? "goal" : role == CASCADE_KEPT ? "kept" : "driver";
}

/* Counts of a week are no whole things. */
static Type weekly(Type type)
{
    if (type.unit.kind == UNIT_COUNT)
        type.unit.kind = UNIT_NONE;
    type.integer = false;
    return type;
}

static size_t keys_of(const Result *r)
{
    size_t n = 0;
    while (n < r->n_column && r->column[n].role == COLUMN_KEY)
        n++;
    return n;
}

static void add_line(const Cascading *c, DriverTable *table, const Result *r,
                     size_t node, uint32_t row)
{
    size_t n_key = keys_of(r), at = 0;
    const CascadeNode *of = &c->tree.node[node];
    Type type = r->column[n_key + column_of(c, IS_HISTORY, node)].type;
    Line line = line_of(c, r, n_key, node, row);
    for (; at < n_key; at++)
        driver_cell(table, at, r->column[at].type, result_value(r, at, row));
    driver_text(table, at++, of->name);
    driver_text(table, at++, role_text(of->role));
    driver_cell(table, at++, type, line.history);
    driver_cell(table, at++, type, line.needed);
    driver_cell(table, at++, type, line.change);
    driver_cell(table, at++, weekly(type), line.week_before);
    driver_cell(table, at++, weekly(type), line.week);
    if (!c->has_begun)
        return;
    driver_cell(table, at++, type, line.so_far);
    driver_cell(table, at++, type, line.off);
    driver_cell(table, at++, weekly(type), line.week_left);
}

static void begin_table(const Cascading *c, DriverTable *table, const Result *r)
{
    const Type text = {.kind = VALUE_TEXT}, number = {.kind = VALUE_NUMBER};
    const Type percent = {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT};
    const DriverColumn own[] = {
        {"driver", text, true, false},          {"role", text, true, false},
        {"history", number, false, true},       {"needed", number, false, true},
        {"change %", percent, false, false},    {"history a week", number, false, true},
        {"needed a week", number, false, true}, {"so far", number, false, true},
        {"off %", percent, false, false},       {"left a week", number, false, true}};
    size_t n_key = keys_of(r), n_own = COUNT_OF(own) - (c->has_begun ? 0 : 3);
    DriverColumn *column =
        ARENA_ARRAY(c->s->statement, DriverColumn, n_key + COUNT_OF(own));
    for (size_t i = 0; i < n_key; i++)
        column[i] = (DriverColumn){r->column[i].title, r->column[i].type, true, false};
    for (size_t i = 0; i < n_own; i++)
        column[n_key + i] = own[i];
    driver_begin(table, column, n_key + n_own, r->n_row * c->tree.n);
}

static const char *percent_text(const Cascading *c, Decimal part)
{
    const Type percent = {.kind = VALUE_NUMBER, .unit.kind = UNIT_PERCENT};
    Value value = {.as.number = decimal_sign(part) < 0 ? decimal_negate(part) : part};
    return driver_text_of(c->s, percent, value);
}

static const char *days_text(const Cascading *c, DayRange days)
{
    StrBuf sb;
    strbuf_init(&sb);
    calendar_print_days(&sb, days);
    const char *text = arena_strdup(c->s->statement, sb.text);
    strbuf_release(&sb);
    return text;
}

/* 1: more of it is better, -1: less, 0: nobody knows, of what is kept when the measure
   has to fall. */
static int direction_of(const CascadeNode *node, Value change, Value of_goal)
{
    int own = change.empty ? 0 : decimal_sign(change.as.number);
    bool falls = !of_goal.empty && decimal_sign(of_goal.as.number) < 0;
    return own ? own : falls ? 0 : node->sign;
}

/* How far it is off, above zero; zero: it is not. */
static Decimal size_of_gap(const Cascading *c, size_t at, const Line *line,
                           Value of_goal)
{
    Value off = c->has_begun ? line->off : line->change;
    Decimal none = decimal_from_i64(0);
    int sign = off.empty ? 0 : decimal_sign(off.as.number);
    if (c->has_begun &&
        sign * direction_of(&c->tree.node[at], line->change, of_goal) >= 0)
        return none;
    return !sign ? none : sign < 0 ? decimal_negate(off.as.number) : off.as.number;
}

/* The driver that is furthest off: from what is due by today, or, before the period
   begins, from what it was. Of several the deepest: that is where the work is done. */
static void note_furthest(const Cascading *c, DriverTable *table, const Result *total)
{
    size_t found = 0;
    Decimal most = decimal_from_i64(0);
    Value of_goal = line_of(c, total, 0, 0, 0).change;
    for (size_t i = 1; i < c->tree.n; i++) {
        Line line = line_of(c, total, 0, i, 0);
        Decimal size = size_of_gap(c, i, &line, of_goal);
        if (decimal_is_zero(size) || decimal_compare(size, most) < 0)
            continue;
        found = i;
        most = size;
    }
    if (!found && c->tree.n > 1)
        driver_note(table,
                    c->has_begun ? "no driver is behind" : "no driver has to change");
    if (!found)
        return;
    Value change = line_of(c, total, 0, found, 0).change;
    bool falls = direction_of(&c->tree.node[found], change, of_goal) < 0;
    const char *name = c->tree.node[found].name;
    const char *size = percent_text(c, most);
    Arena *arena = c->s->statement;
    driver_note(table,
                c->has_begun
                    ? arena_printf(arena, "furthest off: %s, %s %s what is due by now",
                                   name, size, falls ? "above" : "behind")
                    : arena_printf(arena, "furthest off: %s, which has to be %s %s",
                                   name, size, falls ? "lower" : "higher"));
}

static void note_weeks(const Cascading *c, DriverTable *table)
{
    const Type number = {.kind = VALUE_NUMBER};
    Value weeks = {.as.number = c->days}, before = {.as.number = c->days_before};
    Decimal five = decimal_from_i64(DAYS_OF_WEEK);
    if (!decimal_div(c->days, five, &weeks.as.number) ||
        !decimal_div(c->days_before, five, &before.as.number))
        return;
    driver_note(
        table,
        arena_printf(c->s->statement, "%s has %s working weeks; history is %s with %s",
                     days_text(c, c->period), driver_text_of(c->s, number, weeks),
                     days_text(c, c->history), driver_text_of(c->s, number, before)));
}

static void note_partial(const Cascading *c, DriverTable *table, const Result *total)
{
    bool partial = false;
    for (size_t i = 0; i < c->tree.n; i++) {
        const uint8_t *of = total->column[column_of(c, IS_HISTORY, i)].partial;
        partial |= of && of[0];
    }
    if (partial)
        driver_note(table, arena_printf(c->s->statement, "%s is known in part",
                                        days_text(c, c->history)));
}

/* Several parts of a sum, with one value. */
static bool is_shown_before(const Cascading *c, size_t node)
{
    bool found = false;
    for (size_t i = 1; i < node && !found; i++)
        found = cascade_same(&c->tree, i, node);
    return found;
}

static Result *make_table(Cascading *c, const Result *total, const Result *parts)
{
    DriverTable table;
    const Result *shown = parts ? parts : total;
    begin_table(c, &table, shown);
    for (uint32_t row = 0; row < shown->n_row; row++) {
        for (size_t i = 0; i < c->tree.n; i++) {
            if (!is_shown_before(c, i))
                add_line(c, &table, shown, i, row);
        }
    }
    if (!c->factor[0].known)
        driver_note(&table,
                    arena_printf(c->s->statement,
                                 "%s is empty or 0 in %s, so nothing says what it "
                                 "takes",
                                 c->tree.node[0].name, days_text(c, c->history)));
    else
        note_furthest(c, &table, total);
    if (c->tree.n == 1)
        driver_note(&table,
                    arena_printf(c->s->statement,
                                 cascade_accumulates(&c->tree)
                                     ? "%s is made of what is counted from before the "
                                       "period on, and is not taken apart"
                                     : "%s is not made of other measures",
                                 c->tree.node[0].name));
    note_weeks(c, &table);
    note_partial(c, &table, total);
    driver_note_what_if(c->s, &table, clause(c, AST_CLAUSE_WHAT_IF));
    return driver_finish(&table);
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
    if (ok && clause(&c, AST_CLAUSE_BY)) {
        ask = ask_of(&c, true);
        parts = driver_answer(s, &ask);
    }
    if (ok && (parts || !clause(&c, AST_CLAUSE_BY)))
        res = make_table(&c, total, parts);
    result_unref(parts);
    result_unref(total);
    return res;
}

/* M and VALUE are numbers of one kind. */
static bool check_kinds(Cascading *c)
{
    Session *s = c->s;
    const AstExpr *goal = c->stmt->as.solve.goal, *to = c->stmt->as.solve.to;
    AstExpr *same = ARENA_NEW(s->statement, AstExpr);
    same->kind = AST_EXPR_COMPARE;
    same->span = goal->span;
    same->span.end = to->span.end;
    same->as.compare.op = AST_OP_EQ;
    same->as.compare.left = arena_memdup(s->statement, goal, sizeof *goal);
    same->as.compare.right = arena_memdup(s->statement, to, sizeof *to);
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    DriverAsk ask = {.span = c->stmt->span};
    ask.clause[AST_CLAUSE_FOR] = clause(c, AST_CLAUSE_FOR);
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

bool cascade_check(Session *s, const AstStmt *stmt)
{
    Cascading c;
    if (!begin(s, stmt, &c) || !check_kinds(&c))
        return false;
    ExprTable *exprs = expr_table_new(s->statement, s->model.exprs);
    DriverAsk ask = ask_of(&c, false);
    bool ok = driver_resolve(s, &ask, exprs) != NULL;
    if (ok && clause(&c, AST_CLAUSE_BY)) {
        ask = ask_of(&c, true);
        ok = driver_resolve(s, &ask, exprs) != NULL;
    }
    expr_table_free(exprs);
    return ok;
}
