/* Table calculations: running, prior and rank look at the other lines of an answer.
   share is none of them but arithmetic over contexts, m / m[all of the line's
   dimensions outside the partition], so it is right at every level. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"

enum { PRIOR_MAX = 1000000 };

static const Expr *refuse(const ValueScope *scope, Span span, const char *why,
                          const char *help)
{
    Resolver *r = scope->qb->r;
    Diag *d = diag_error(r->sink, DIAG_TABLE_CALCULATION, span, "%s", why);
    if (help)
        diag_help(r->sink, d, "%s", help);
    return NULL;
}

static bool check_arguments(Resolver *r, const AstExpr *ast, FnId fn)
{
    const AstArgs *args = &ast->as.call.args;
    const char *name = ast->as.call.function.text;
    uint32_t max = fn == FN_SHARE || fn == FN_PRIOR ? 2 : 1;
    if (args->count < 1 || args->count > max) {
        diag_error(r->sink, DIAG_ARGUMENTS, ast->span,
                   "`%s` takes a measure%s, found %u arguments", name,
                   fn == FN_SHARE   ? " and a dimension"
                   : fn == FN_PRIOR ? " and a number of lines"
                                    : "",
                   args->count);
        return false;
    }
    for (uint32_t i = 0; i < args->count; i++) {
        if (!args->item[i].by && !args->item[i].where && !ast->as.call.distinct)
            continue;
        diag_error(r->sink, DIAG_ARGUMENTS, ast->span,
                   "only an aggregate takes `by`, `where` or `distinct`");
        return false;
    }
    return true;
}

/* Aliases are followed. */
static bool has_kind(const Question *q, const Expr *expr, ExprKind kind)
{
    if (expr->kind == kind)
        return true;
    if (expr->kind == EXPR_ITEM)
        return has_kind(q, q->item[expr->as.index].value, kind);
    bool found = false;
    for (uint32_t i = 0; i < expr->n_arg && !found; i++)
        found = has_kind(q, expr->arg[i], kind);
    return found;
}

/* ---- share ---- */

static bool adds_up(const Question *q, const Expr *expr);

/* The by-items outside the partition of share(m) or share(m, D). */
static bool outside(const ValueScope *scope, const AstArgs *args, uint64_t *bits)
{
    const Question *q = scope->qb->q;
    size_t n = q->n_by < 64 ? q->n_by : 64;
    size_t n_line = q->n_by - q->n_across;
    *bits = 0;
    if (args->count == 1) {
        size_t last = n_line ? n_line : q->n_by;
        *bits = last && last <= 64 ? (uint64_t)1 << (last - 1) : 0;
        return true;
    }
    const AstExpr *dim = question_dereference(scope->qb->r, args->item[1].value);
    const Expr *key = NULL;
    if (dim->kind == AST_EXPR_PATH)
        key = value_key(scope, &dim->as.path);
    if (!key && !scope->qb->is_check)
        return refuse(scope, dim->span,
                      "the lines are not kept by this, so there is no share within it",
                      "write a dimension of `by`") != NULL;
    for (size_t i = 0; i < n; i++)
        *bits |= key && key->as.index != i ? (uint64_t)1 << i : 0;
    return true;
}

static const Expr *as_percent(Resolver *r, const Expr *expr)
{
    if (!expr)
        return NULL;
    Expr node = *expr;
    node.type.unit = (Unit){.kind = UNIT_PERCENT};
    return expr_intern(r->exprs, &node);
}

/* In a list a share is one of all lines, or of those with the same D. */
static const Expr *share_of_lines(const ValueScope *scope, const AstExpr *ast)
{
    Resolver *r = scope->qb->r;
    const AstArgs *args = &ast->as.call.args;
    const Expr *arg[2] = {NULL, NULL};
    for (uint32_t i = 0; i < args->count; i++) {
        if (!(arg[i] = value_expr(scope, args->item[i].value)))
            return NULL;
    }
    if (arg[0]->type.kind != VALUE_NUMBER || !adds_up(scope->qb->q, arg[0]))
        return refuse(scope, args->item[0].value->span,
                      "this does not add up over the lines, so there is no share of it",
                      NULL);
    if (args->count > 1 && arg[1]->kind != EXPR_KEY)
        return refuse(scope, args->item[1].value->span,
                      "a share within something wants a value of the row", NULL);
    Expr node = {.kind = EXPR_TABLE, .type = arg[0]->type, .span = ast->span};
    node.type.add = ADD_RATIO;
    node.type.quotient = true;
    node.type.integer = false;
    node.as.fn = FN_SHARE;
    node.arg = arg;
    node.n_arg = args->count;
    return as_percent(r, expr_intern(r->exprs, &node));
}

static const Expr *share_expr(const ValueScope *scope, const AstExpr *ast)
{
    Resolver *r = scope->qb->r;
    const AstExpr *measure = ast->as.call.args.item[0].value;
    Frame *frame = ARENA_NEW(r->arena, Frame);
    frame->outer = scope->frame;
    frame->span = ast->span;
    if (!outside(scope, &ast->as.call.args, &frame->lift_bits))
        return NULL;
    ValueScope inner = *scope;
    inner.frame = frame;
    inner.in_bracket = true;
    const Expr *part = value_expr(scope, measure);
    const Expr *whole = part ? value_expr(&inner, measure) : NULL;
    if (!whole)
        return NULL;
    if (has_kind(scope->qb->q, whole, EXPR_TABLE))
        return refuse(scope, measure->span,
                      "a share is one of a measure, and this looks at other lines",
                      "write it the other way round: `running(share(m))`");
    if (!has_kind(scope->qb->q, whole, EXPR_LEAF))
        return refuse(scope, measure->span, "a share is one of a measure", NULL);
    const Expr *arg[] = {part, whole};
    return as_percent(r, typed_call(r, FN_DIVIDE, ast->span, arg, 2));
}

/* ---- what adds up along the lines ---- */

/* The dimension along which lines follow each other; false: there is none. */
static bool last_key(const Question *q, size_t *at)
{
    *at = q->n_by - q->n_across;
    return !q->is_list && (*at)-- > 0;
}

static bool is_lifted(const Question *q, const Leaf *leaf)
{
    size_t last;
    return last_key(q, &last) && question_lifts(leaf->context->lifted, last);
}

/* The same on all lines that follow each other. */
static bool is_level(const Question *q, const Expr *expr)
{
    bool level = expr->kind == EXPR_CONST || expr->kind == EXPR_CALL ||
                 expr->kind == EXPR_SCALAR;
    if (expr->kind == EXPR_LEAF)
        return is_lifted(q, expr->as.leaf);
    if (expr->kind == EXPR_ITEM)
        return is_level(q, q->item[expr->as.index].value);
    for (uint32_t i = 0; i < expr->n_arg && level; i++)
        level = is_level(q, expr->arg[i]);
    return level;
}

/* Windows of lines that follow each other in time overlap. */
static bool overlaps(const Question *q, const Leaf *leaf)
{
    size_t last;
    if (!last_key(q, &last) || q->by[last].role != BY_TIME)
        return false;
    bool found = leaf->type.add == ADD_STOCK;
    for (size_t i = 0; i < leaf->context->n_step; i++)
        found |= leaf->context->step[i].op != TIME_SHIFT;
    return found;
}

static bool leaf_adds_up(const Question *q, const Leaf *leaf)
{
    bool adds = leaf->type.add == ADD_FLOW || leaf->type.add == ADD_STOCK;
    return adds && !is_lifted(q, leaf) && !overlaps(q, leaf);
}

static bool call_adds_up(const Question *q, const Expr *expr)
{
    const Expr *const *arg = (const Expr *const *)expr->arg;
    if (expr->as.fn == FN_ADD || expr->as.fn == FN_ADD_KNOWN ||
        expr->as.fn == FN_SUBTRACT)
        return adds_up(q, arg[0]) && adds_up(q, arg[1]);
    if (expr->as.fn == FN_NEGATE || expr->as.fn == FN_CONVERTED)
        return adds_up(q, arg[0]);
    if (expr->as.fn == FN_DIVIDE)
        return adds_up(q, arg[0]) && is_level(q, arg[1]);
    if (expr->as.fn == FN_MULTIPLY)
        return (adds_up(q, arg[0]) && is_level(q, arg[1])) ||
               (adds_up(q, arg[1]) && is_level(q, arg[0]));
    return expr->as.fn == FN_COALESCE && expr->n_arg == 2 && adds_up(q, arg[0]) &&
           arg[1]->kind == EXPR_CONST && !arg[1]->as.value.empty &&
           decimal_is_zero(arg[1]->as.value.as.number);
}

/* Does a value of a row hold a measure of that row which does not add up over rows? */
static bool has_ratio(const Expr *value)
{
    bool found = false;
    if (value->kind == EXPR_ATTRIBUTE) {
        Additivity add = value->as.sub.question->item[value->as.sub.column].type.add;
        found = add == ADD_RATIO || add == ADD_DISTINCT;
    }
    for (uint32_t i = 0; i < value->n_arg && !found; i++)
        found = has_ratio(value->arg[i]);
    return found;
}

static bool table_adds_up(const Question *q, const Expr *expr)
{
    return expr->as.fn == FN_SHARE ||
           (expr->as.fn == FN_PRIOR && adds_up(q, expr->arg[0]));
}

static bool adds_up(const Question *q, const Expr *expr)
{
    if (expr->kind == EXPR_LEAF)
        return leaf_adds_up(q, expr->as.leaf);
    if (expr->kind == EXPR_ITEM)
        return adds_up(q, q->item[expr->as.index].value);
    if (expr->kind == EXPR_TABLE)
        return table_adds_up(q, expr);
    if (expr->kind == EXPR_KEY && q->is_list)
        return !has_ratio(q->keys.binding[0].value[expr->as.index]);
    return expr->kind == EXPR_CALL && call_adds_up(q, expr);
}

static bool check_running(const ValueScope *scope, const AstExpr *ast,
                          const Expr *value)
{
    Resolver *r = scope->qb->r;
    if (value->type.kind != VALUE_NUMBER) {
        diag_error(r->sink, DIAG_TYPE, ast->span, "`running` wants numbers, found %s",
                   type_text(r->arena, value->type));
        return false;
    }
    if (adds_up(scope->qb->q, value))
        return true;
    bool stock = value->type.add == ADD_STOCK, by_time = false;
    for (size_t i = 0; i < scope->qb->q->n_by; i++)
        by_time |= scope->qb->q->by[i].role == BY_TIME;
    const char *instead =
        stock ? "a stock is on each line what has come together until then"
        : by_time
            ? "write `m[to date]` or `m[year to date]`, which is computed from all "
              "rows so far"
            : "take a sum or a count";
    return refuse(scope, ast->span,
                  "this does not add up along the lines, so it has no running total",
                  instead) != NULL;
}

/* ---- running, prior, rank ---- */

static const Expr *lines_back(const ValueScope *scope, const AstExpr *ast)
{
    Type type;
    Value value;
    int64_t n;
    Resolver *r = scope->qb->r;
    if (!resolve_constant(r, ast, &type, &value))
        return NULL;
    if (type.kind == VALUE_NUMBER && !value.empty &&
        decimal_to_i64(value.as.number, &n) && n >= 1 && n <= PRIOR_MAX)
        return expr_const(r->exprs, type, value, ast->span);
    diag_error(r->sink, DIAG_TYPE, ast->span,
               "`prior` goes back a whole number of lines, 1 to %d", PRIOR_MAX);
    return NULL;
}

static const Expr *over_lines(Resolver *r, FnId fn, const Expr **arg, uint32_t n_arg,
                              Span span)
{
    Expr node = {.kind = EXPR_TABLE, .type = arg[0]->type, .span = span};
    node.type.add = ADD_RATIO;
    if (fn == FN_RANK)
        node.type = (Type){.kind = VALUE_NUMBER, .integer = true, .add = ADD_RATIO};
    node.as.fn = fn;
    node.arg = arg;
    node.n_arg = n_arg;
    return expr_intern(r->exprs, &node);
}

/* What all lines are divided by comes last: parts that are rounded do not add up to
   the whole. */
static const Expr *running_expr(const ValueScope *scope, const Expr *value, Span span)
{
    Resolver *r = scope->qb->r;
    const Question *q = scope->qb->q;
    const Expr *of = value;
    while (of->kind == EXPR_ITEM)
        of = q->item[of->as.index].value;
    if (of->kind != EXPR_CALL || of->as.fn != FN_DIVIDE)
        return over_lines(r, FN_RUNNING, &value, 1, span);
    const Expr *arg[2] = {of->arg[0], of->arg[1]};
    arg[0] = over_lines(r, FN_RUNNING, arg, 1, span);
    Type type = of->type;
    type.add = ADD_RATIO;
    return expr_call(r->exprs, FN_DIVIDE, type, span, (ExprArgs){arg, 2});
}

static const Expr *line_expr(const ValueScope *scope, const AstExpr *ast, FnId fn)
{
    const AstArgs *args = &ast->as.call.args;
    const Expr *arg[2] = {value_expr(scope, args->item[0].value), NULL};
    if (!arg[0] ||
        (fn == FN_RUNNING && !check_running(scope, args->item[0].value, arg[0])))
        return NULL;
    if (args->count > 1 && !(arg[1] = lines_back(scope, args->item[1].value)))
        return NULL;
    if (fn == FN_RUNNING)
        return running_expr(scope, arg[0], ast->span);
    return over_lines(scope->qb->r, fn, arg, args->count, ast->span);
}

const Expr *table_call_expr(const ValueScope *scope, const AstExpr *ast, FnId fn)
{
    if (scope->grain || scope->qb->is_attribute)
        return refuse(scope, ast->span,
                      "a table calculation works on the lines of the answer; a value "
                      "per key has none",
                      "put the key into `by`");
    if (!check_arguments(scope->qb->r, ast, fn))
        return NULL;
    if (fn == FN_SHARE && scope->rows)
        return share_of_lines(scope, ast);
    return fn == FN_SHARE ? share_expr(scope, ast) : line_expr(scope, ast, fn);
}
