/* Stocks: a row counts from one day up to another. The two days are axes of the
   aggregate's context, and a last step of time turns a line's period into an instant.
   A snapshot ends with the next one, a change with the next change of its key. What a
   row finds through a dated join is found on the day it is read: such a row is cut
   where that changes. Source of the rules: language reference, "Stocks". */
#include "runtime/resolve/aggregate.h"

/* The innermost stock, and the reading; two readings contradict each other. */
static bool gather(const ValueScope *scope, Span span, const Frame **found,
                   const Frame **read)
{
    *found = *read = NULL;
    for (const Frame *f = scope->frame; f; f = f->outer) {
        if (f->stock && !*found)
            *found = f;
        if (!f->reading || (*read && (*read)->reading == f->reading))
            continue;
        if (*read) {
            diag_error(scope->qb->r->sink, DIAG_CONTEXT_CONTRADICTS, span,
                       "a stock is read in one way: opening, closing or average");
            return false;
        }
        *read = f;
    }
    return true;
}

static bool adds_up_time(const Frame *f)
{
    return f->step && (f->step->op == TIME_TO_DATE || f->step->op == TIME_SINCE ||
                       f->step->op == TIME_ROLLING);
}

/* Is there a unit of time among K? */
static bool has_time(const Resolver *r, const PerKey *per)
{
    PeriodUnit unit;
    bool found = false;
    for (size_t i = 0; i < per->keys.n_key; i++)
        found |= leaf_is_time_unit(r, per_key_syntax(per, i), &unit);
    return found;
}

/* What around a stock goes with flows only. A window around K of time says of which
   periods the stock is read, each at its own end. */
static bool check_frames(const ValueScope *scope, StockReading reading)
{
    Resolver *r = scope->qb->r;
    const PerKey *per = scope->grain;
    bool is_parted = false;
    for (const Frame *f = scope->frame; f; f = f->outer) {
        if (f->is_grain) {
            is_parted |= has_time(r, per);
            per = per->outer;
        }
        if (f->axis && !f->is_question) {
            Diag *d = diag_error(r->sink, DIAG_STOCK_READING, f->axis->span,
                                 "a stock is read at an instant and has no other axis");
            diag_help(r->sink, d, "leave out `on`");
            return false;
        }
        if (reading == READING_AVERAGE || is_parted || !adds_up_time(f))
            continue;
        Diag *d = diag_error(r->sink, DIAG_STOCK_OVER_TIME, f->span,
                             "a stock does not add up over time");
        diag_help(r->sink, d,
                  "take its mean over that time, `[..., average]`, or a value of its "
                  "periods: `max(... per month)[...]`");
        return false;
    }
    return true;
}

bool stock_is_asked(const ValueScope *scope)
{
    const Frame *f = scope->frame;
    while (f && !f->stock)
        f = f->outer;
    return f != NULL;
}

bool stock_find(const ValueScope *scope, const Source *home, Span span, Stock *stock)
{
    Resolver *r = scope->qb->r;
    const Frame *frame, *read;
    *stock = (Stock){0};
    if (!gather(scope, span, &frame, &read))
        return false;
    if (!frame && read) {
        Diag *d = diag_error(r->sink, DIAG_STOCK_READING, read->span,
                             "only a stock opens, closes or has an average over time");
        diag_help(r->sink, d,
                  "declare it as one: `measure open = count() while A until B`");
        return false;
    }
    if (!frame)
        return true;
    stock->ast = frame->stock;
    stock->reading = read ? read->reading : READING_NONE;
    stock->span = read ? read->span : span;
    if (frame->stock_scope == home && home)
        return check_frames(scope, stock->reading);
    diag_error(r->sink, DIAG_STOCK_ROWS, span,
               "`%s` has other rows than those whose time the stock names", home->name);
    return false;
}

/* When a row counts, and as whose, must not hang on when it is read. */
static bool check_undated(Resolver *r, const Expr *expr, Span span)
{
    if (!expr || !expr->is_dated)
        return expr != NULL;
    Diag *d = diag_error(r->sink, DIAG_CYCLE, span,
                         "which row a dated join finds depends on the day a stock is "
                         "read, so what makes up its rows cannot come through one");
    diag_help(r->sink, d, "take a column of the row itself");
    return false;
}

/* A day or moment over rows of the source; NULL: reported. */
static const Expr *instant(Resolver *r, const Source *source, const AstExpr *ast)
{
    RowScope rows = definition_scope(r, source, NULL);
    const Expr *expr = row_expr(&rows, ast);
    if (!check_undated(r, expr, ast->span))
        return NULL;
    expr = typed_as(r, expr, VALUE_DATE);
    if (expr->type.kind == VALUE_DATE || expr->type.kind == VALUE_MOMENT)
        return expr;
    Diag *d = diag_error(r->sink, DIAG_TYPE, ast->span,
                         "a stock wants a date or time here, "
                         "this is %s",
                         type_text(r->arena, expr->type));
    diag_help(r->sink, d, "text in another form becomes one with `date(...)`");
    return NULL;
}

static const AstExpr *path_expr(Resolver *r, const AstPath *path)
{
    AstExpr *expr = ARENA_NEW(r->arena, AstExpr);
    expr->kind = AST_EXPR_PATH;
    expr->as.path = *path;
    expr->span = path->span;
    return expr;
}

/* What K a change log is kept by, and the key that tells its rows apart. */
static bool log_keys(Resolver *r, const AstStock *ast, Succession *next)
{
    const Source *source = next->source;
    RowScope rows = definition_scope(r, source, NULL);
    const Expr **key = ARENA_ARRAY(r->arena, const Expr *, ast->keys.count);
    for (uint32_t i = 0; i < ast->keys.count; i++) {
        key[i] = row_expr(&rows, path_expr(r, &ast->keys.item[i]));
        if (!check_undated(r, key[i], ast->keys.item[i].span))
            return false;
    }
    next->key = key;
    next->n_key = ast->keys.count;
    if (source->n_key)
        return true;
    Diag *d = diag_error(r->sink, DIAG_NO_KEY, ast->span,
                         "`as last known` needs a key of `%s` to tell which of two "
                         "changes of one day is the last",
                         source->name);
    diag_help(r->sink, d, "declare it in `%s`: `key change_id`", source->name);
    return false;
}

static bool same_succession(const Succession *a, const Succession *b)
{
    bool same = a->source == b->source && a->at == b->at && a->known == b->known &&
                a->n_key == b->n_key;
    for (size_t i = 0; same && i < a->n_key; i++)
        same = a->key[i] == b->key[i];
    return same;
}

/* The same succession of a stock before it in the question. */
static const Succession *known_succession(const Question *q, const Succession *wanted)
{
    for (size_t i = 0; i < q->n_leaf; i++) {
        const Axis *until = q->leaf[i]->context->until;
        if (until && until->value->kind == EXPR_NEXT &&
            same_succession(until->value->as.next, wanted))
            return until->value->as.next;
    }
    return NULL;
}

/* `as of`: what was recorded later takes no row's place. */
static bool find_known(const ValueScope *scope, Succession *next)
{
    Resolver *r = scope->qb->r;
    for (const Frame *f = scope->frame; f; f = f->outer) {
        if (!f->as_of)
            continue;
        const Expr *known = as_of_condition(r, next->source, f->as_of, next->at);
        const Expr *both[2] = {next->known, known};
        if (!known)
            return false;
        next->known =
            next->known ? typed_call(r, FN_AND, f->as_of->span, both, 2) : known;
    }
    return true;
}

/* When the next snapshot, or the next change of the key, takes the row's place. */
static const Expr *until_next(const ValueScope *scope, const Source *source,
                              const AstStock *ast, const Expr *at)
{
    Resolver *r = scope->qb->r;
    Succession *next = ARENA_NEW(r->arena, Succession);
    next->source = source;
    next->at = at;
    if (!find_known(scope, next) ||
        (ast->kind == AST_STOCK_LAST_KNOWN && !log_keys(r, ast, next)))
        return NULL;
    const Succession *known = known_succession(scope->qb->q, next);
    Expr node = {.kind = EXPR_NEXT, .type = at->type, .span = ast->span};
    node.as.next = known ? known : next;
    const Expr **arg = ARENA_ARRAY(r->arena, const Expr *, source->n_key + 1);
    arg[node.n_arg++] = at;
    for (size_t i = 0; i < source->n_key && next->n_key; i++)
        arg[node.n_arg++] = source->key[i];
    node.arg = arg;
    return expr_intern(r->exprs, &node);
}

static Axis *new_axis(Resolver *r, const Axis *wanted)
{
    Type date = {.kind = VALUE_DATE};
    Axis *axis = arena_memdup(r->arena, wanted, sizeof *wanted);
    Expr node = {.kind = EXPR_INSTANT, .type = date, .span = axis->span, .n_arg = 1};
    node.as.axis = axis;
    node.arg = &axis->value;
    axis->state = RESOLVE_DONE;
    axis->instant = expr_intern(r->exprs, &node);
    return axis;
}

/* The two axes of a stock; those of one question that say the same are one. */
static void find_axes(const ValueScope *scope, const Axis *begins, const Axis *ends,
                      Context *context)
{
    const Question *q = scope->qb->q;
    for (size_t i = 0; i < q->n_leaf; i++) {
        const Context *known = q->leaf[i]->context;
        if (!known->until || known->axis->source != begins->source ||
            known->axis->value != begins->value || known->until->value != ends->value)
            continue;
        context->axis = known->axis;
        context->until = known->until;
        return;
    }
    Axis *axis = new_axis(scope->qb->r, begins);
    Axis *until = new_axis(scope->qb->r, ends);
    axis->other = until;
    until->other = axis;
    context->axis = axis;
    context->until = until;
}

/* Is it open, or closed after it began? */
const Expr *stock_is_counted(Resolver *r, const Expr *begins, const Expr *ends,
                             Span span)
{
    const Expr *test[2];
    test[0] = typed_call(r, FN_IS_EMPTY, span, &ends, 1);
    test[1] = typed_call(r, FN_GREATER, span, (const Expr *[]){ends, begins}, 2);
    return test[0] && test[1] ? typed_call(r, FN_OR, span, test, 2) : NULL;
}

bool stock_axes(const ValueScope *scope, const Source *home, const AstStock *ast,
                Context *context, const Expr **condition)
{
    Resolver *r = scope->qb->r;
    bool is_while = ast->kind == AST_STOCK_WHILE;
    const AstExpr *from = is_while ? ast->from : path_expr(r, &ast->at);
    const Expr *begins = instant(r, home, from);
    const Expr *ends = !begins    ? NULL
                       : is_while ? instant(r, home, ast->until)
                                  : until_next(scope, home, ast, begins);
    if (!ends)
        return false;
    Axis axis = {
        .role = AXIS_BEGINS, .source = home, .value = begins, .span = ast->span};
    Axis until = {.role = AXIS_ENDS, .source = home, .value = ends, .span = ast->span};
    find_axes(scope, &axis, &until, context);
    *condition = stock_is_counted(r, begins, ends, ast->span);
    return *condition != NULL;
}

/* ---- the mean of daily closings -------------------------------------------- */

/* With x of each row: over the days of a line, x counts for those from the row's first
   on. So the sum of all closings is (last day + 1) * closing - first day * opening
   - what came in, weighted by its day, and what went out likewise. Their number begins
   with the first row of the source: before it there is no stock. */
typedef struct {
    const ValueScope *scope;
    const Leaf *leaf; /* the closing stock */
    Type type;        /* plain numbers */
} Mean;

static const Expr *plain_call(const Mean *m, FnId fn, const Expr *a, const Expr *b)
{
    const Expr *arg[2] = {a, b};
    return expr_call(m->scope->qb->r->exprs, fn, m->type, m->leaf->span,
                     (ExprArgs){arg, 2});
}

static const Expr *whole(const Mean *m, int64_t n)
{
    Value value = {.as.number = decimal_from_i64(n)};
    Type type = {.kind = VALUE_NUMBER, .integer = true};
    return expr_const(m->scope->qb->r->exprs, type, value, m->leaf->span);
}

/* The same leaf with another last step, at days that have begun: of a period ahead
   nothing is known. */
static const Expr *read_as(const Mean *m, TimeOp op, const Leaf *of)
{
    Resolver *r = m->scope->qb->r;
    Leaf leaf = *of;
    Context *context = arena_memdup(r->arena, of->context, sizeof *of->context);
    TimeStep *step = ARENA_ARRAY(r->arena, TimeStep, context->n_step + 1);
    for (size_t i = 0; i < context->n_step; i++)
        step[i] = context->step[i];
    step[context->n_step - 1].op = TIME_WITHIN;
    if (op != TIME_WITHIN)
        step[context->n_step++].op = op;
    context->step = step;
    leaf.context = context;
    return leaf_expr(m->scope, &leaf);
}

static const Expr *edge_of(const Mean *m, const Expr *leaf)
{
    Expr node = {.kind = EXPR_EDGE, .type = m->type, .span = m->leaf->span};
    node.as.leaf = leaf->as.leaf;
    return expr_intern(m->scope->qb->r->exprs, &node);
}

/* x of a row times the number of its day on an axis. */
static const Expr *weighted(const Mean *m, const Expr *x, const Axis *axis)
{
    Type date = {.kind = VALUE_DATE};
    Value epoch = {.as.day = 0};
    const Expr *zero = expr_const(m->scope->qb->r->exprs, date, epoch, m->leaf->span);
    return plain_call(m, FN_MULTIPLY, x, plain_call(m, FN_DAYS, zero, axis->instant));
}

/* What a row adds to a sum or count. */
static const Expr *addend(const Mean *m, const Leaf *leaf)
{
    Resolver *r = m->scope->qb->r;
    if (leaf->fn == AGG_SUM)
        return leaf->arg;
    if (!leaf->arg)
        return whole(m, 1);
    const Expr *test = typed_call(r, FN_IS_EMPTY, leaf->span, &leaf->arg, 1);
    const Expr *arg[3] = {test, whole(m, 0), whole(m, 1)};
    return expr_call(r->exprs, FN_IF, m->type, leaf->span, (ExprArgs){arg, 3});
}

/* The sum of the daily closings of a sum or count; *days: their number. */
static const Expr *sum_of_days(const Mean *m, const Leaf *leaf, const Expr **days)
{
    const Expr *closing = read_as(m, TIME_CLOSING, leaf);
    const Expr *opening = read_as(m, TIME_BEFORE, leaf);
    const Expr *x = addend(m, leaf);
    Leaf moved = *leaf;
    moved.fn = AGG_SUM;
    moved.arg = weighted(m, x, leaf->context->axis);
    moved.gone = weighted(m, x, leaf->context->until);
    moved.type = m->type;
    moved.type.quotient = leaf->type.quotient;
    const Expr *within = read_as(m, TIME_WITHIN, &moved);
    const Expr *end = edge_of(m, closing), *start = edge_of(m, opening);
    *days = plain_call(m, FN_SUBTRACT, end, start);
    const Expr *sum =
        plain_call(m, FN_SUBTRACT, plain_call(m, FN_MULTIPLY, end, closing),
                   plain_call(m, FN_MULTIPLY, start, opening));
    return plain_call(m, FN_SUBTRACT, sum, within);
}

static const Expr *mean_of_days(const ValueScope *scope, const Leaf *leaf)
{
    Resolver *r = scope->qb->r;
    Mean m = {scope, leaf, {.kind = VALUE_NUMBER}};
    const Expr *days;
    const Expr *under;
    Leaf part = *leaf;
    part.fn = leaf->fn == AGG_AVG ? AGG_SUM : leaf->fn;
    const Expr *over = sum_of_days(&m, &part, &days);
    under = days;
    if (leaf->fn == AGG_AVG) {
        part.fn = AGG_COUNT;
        part.type = m.type;
        under = sum_of_days(&m, &part, &days);
    }
    Type type = leaf->type;
    type.quotient = true;
    type.integer = false;
    type.add = ADD_RATIO;
    if (type.unit.kind == UNIT_COUNT)
        type.unit.kind = UNIT_NONE;
    const Expr *arg[2] = {over, under};
    const Expr *mean =
        expr_call(r->exprs, FN_DIVIDE, type, leaf->span, (ExprArgs){arg, 2});
    return currency_mean(scope, mean, &part);
}

/* Was there a row at the opening, or did one come since? */
static const Expr *has_rows(const Mean *m)
{
    Resolver *r = m->scope->qb->r;
    Leaf rows = *m->leaf;
    rows.fn = AGG_COUNT;
    rows.arg = NULL;
    rows.type = m->type;
    const Expr *opening = read_as(m, TIME_BEFORE, &rows);
    Context *context = arena_memdup(r->arena, rows.context, sizeof *rows.context);
    context->until = NULL;
    rows.context = context;
    const Expr *came = read_as(m, TIME_WITHIN, &rows);
    const Expr *some[2] = {
        plain_call(m, FN_ADD, opening, plain_call(m, FN_COALESCE, came, whole(m, 0))),
        whole(m, 0)};
    return typed_call(r, FN_GREATER, m->leaf->span, some, 2);
}

/* What does not add up is computed day by day. Without a row on any of them, there is
   what there is at the end: a count of none, or nothing. */
static const Expr *mean_of_values(const ValueScope *scope, const Leaf *leaf)
{
    Resolver *r = scope->qb->r;
    Mean m = {scope, leaf, {.kind = VALUE_NUMBER}};
    const Expr *mean = per_mean_of_days(scope, leaf);
    const Expr *closing = read_as(&m, TIME_CLOSING, leaf);
    if (!mean)
        return NULL;
    const Expr *nothing = typed_call(r, FN_IS_EMPTY, leaf->span, &closing, 1);
    const Expr *test[2] = {has_rows(&m),
                           typed_call(r, FN_NOT, leaf->span, &nothing, 1)};
    const Expr *arg[2] = {typed_call(r, FN_OR, leaf->span, test, 2), mean};
    mean = expr_call(r->exprs, FN_IF, mean->type, leaf->span, (ExprArgs){arg, 2});
    return currency_mean(scope, mean, leaf);
}

const Expr *stock_expr(const ValueScope *scope, Leaf *leaf)
{
    Resolver *r = scope->qb->r;
    Stock stock;
    if (!stock_find(scope, leaf->source, leaf->span, &stock))
        return NULL;
    bool adds = leaf->fn == AGG_SUM || leaf->fn == AGG_COUNT;
    if (leaf->fn == AGG_FIRST || leaf->fn == AGG_LAST) {
        Diag *d = diag_error(r->sink, DIAG_STOCK_ROWS, leaf->span,
                             "a stock is no first or last value");
        diag_help(r->sink, d, "take `min` or `max`, or a sum or count");
        return NULL;
    }
    if (adds)
        leaf->type.add = ADD_STOCK;
    if (stock.reading != READING_AVERAGE)
        return leaf_expr(scope, leaf);
    if (adds || leaf->fn == AGG_AVG)
        return mean_of_days(scope, leaf);
    if (leaf->type.kind == VALUE_NUMBER)
        return mean_of_values(scope, leaf);
    Diag *d = diag_error(r->sink, DIAG_STOCK_READING, stock.span,
                         "only a number has an average over time, this is %s",
                         type_text(r->arena, leaf->type));
    diag_help(r->sink, d, "ask for it by day: `by day`");
    return NULL;
}

bool stock_check_per(const ValueScope *scope, const Leaf *leaf,
                     const AstExpr *const *key)
{
    Resolver *r = scope->qb->r;
    PeriodUnit unit;
    bool adds = leaf->fn == AGG_SUM || leaf->fn == AGG_AVG;
    for (size_t i = 0; i < leaf->per->keys.n_key; i++) {
        if (!adds || !leaf->arg || leaf->arg->type.add != ADD_STOCK ||
            !leaf_is_time_unit(r, key[i], &unit))
            continue;
        Diag *d = diag_error(r->sink, DIAG_STOCK_OVER_TIME, leaf->span,
                             "this adds up a stock over time");
        diag_help(r->sink, d, "take its mean of all days: `[average]`");
        return false;
    }
    return true;
}
