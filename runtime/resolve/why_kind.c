/* How the change of a value can be split: what adds up over the members of a dimension,
   a quotient of two such, a sum of quantities times prices. */
#include "runtime/resolve/aggregate.h"
#include "runtime/resolve/clauses.h"

#include "runtime/base/ascii.h"

typedef struct {
    QuestionBuilder *qb;
    const ValueScope *scope;
    WhyValues values;
} Split;

/* --- sums --- */

static bool is_number(const Expr *expr)
{
    return expr->kind == EXPR_CONST && !expr->as.value.empty &&
           expr->type.kind == VALUE_NUMBER;
}

static bool is_zero(const Expr *expr)
{
    return is_number(expr) && decimal_is_zero(expr->as.value.as.number);
}

/* Does every row have its own part of it? */
static bool leaf_adds_up(const Leaf *leaf)
{
    return (leaf->fn == AGG_SUM || leaf->fn == AGG_COUNT) && !leaf->per &&
           !leaf->grain && !leaf->context->lifted;
}

/* Is the value over some members the sum of the values over each? */
static bool adds_up(const Expr *expr)
{
    if (expr->kind == EXPR_LEAF)
        return leaf_adds_up(expr->as.leaf);
    if (expr->kind != EXPR_CALL)
        return is_zero(expr);
    const Expr *const *arg = (const Expr *const *)expr->arg;
    FnId fn = expr->as.fn;
    if (fn == FN_ADD || fn == FN_ADD_KNOWN || fn == FN_SUBTRACT)
        return adds_up(arg[0]) && adds_up(arg[1]);
    if (fn == FN_MULTIPLY) /* a product that is rounded is not the sum of its parts */
        return !expr->type.quotient && ((adds_up(arg[0]) && is_number(arg[1])) ||
                                        (is_number(arg[0]) && adds_up(arg[1])));
    if (fn == FN_COALESCE)
        return expr->n_arg == 2 && adds_up(arg[0]) && is_zero(arg[1]);
    return (fn == FN_NEGATE || fn == FN_CONVERTED) && adds_up(arg[0]);
}

/* --- quotients --- */

typedef struct {
    const Expr *top, *bottom;
} Rate;

/* The leaf with another aggregate; NULL: reported. */
static const Expr *aggregated(const Split *s, const Leaf *leaf, AggFn fn,
                              const Expr *arg)
{
    Leaf own = *leaf;
    own.fn = fn;
    own.arg = arg;
    return aggregate_type(s->qb->r, fn, arg, leaf->span, &own.type)
               ? leaf_expr(s->scope, &own)
               : NULL;
}

static bool is_mean(const Expr *expr)
{
    if (expr->kind != EXPR_LEAF)
        return false;
    const Leaf *leaf = expr->as.leaf;
    return leaf->fn == AGG_AVG && !leaf->per && !leaf->grain && !leaf->context->until &&
           !leaf->context->lifted;
}

static bool is_quotient(const Expr *expr)
{
    return expr->kind == EXPR_CALL && expr->as.fn == FN_DIVIDE &&
           adds_up(expr->arg[0]) && adds_up(expr->arg[1]);
}

/* Of what is_mean() or is_quotient(); false: reported. */
static bool read_rate(const Split *s, const Expr *expr, Rate *rate)
{
    if (is_quotient(expr)) {
        *rate = (Rate){expr->arg[0], expr->arg[1]};
        return true;
    }
    const Leaf *leaf = expr->as.leaf;
    rate->top = aggregated(s, leaf, AGG_SUM, leaf->arg);
    rate->bottom = aggregated(s, leaf, AGG_COUNT, leaf->arg);
    return rate->top && rate->bottom;
}

/* --- quantities --- */

static bool is_factor(const Expr *of, const Expr *factor)
{
    if (of == factor)
        return true;
    return of->kind == EXPR_CALL && of->as.fn == FN_MULTIPLY &&
           (is_factor(of->arg[0], factor) || is_factor(of->arg[1], factor));
}

/* x of `measure m = sum(x)`, a plain number; NULL: m is something else. */
static const Expr *summed(const Split *s, const Measure *m)
{
    const AstExpr *value = m->ast->value;
    bool plain = m->type.kind == VALUE_NUMBER && m->type.unit.kind <= UNIT_COUNT &&
                 m->ast->stock.kind == AST_STOCK_NONE && !m->ast->where;
    if (!plain || value->kind != AST_EXPR_CALL || value->as.call.args.count != 1 ||
        !ascii_same(value->as.call.function.text, "sum") ||
        value->as.call.args.item[0].where)
        return NULL;
    RowScope rows = {s->qb->r, m->source, true, NULL, NULL, NULL};
    Hush hush = resolve_hush(s->qb->r);
    const Expr *expr = row_expr(&rows, value->as.call.args.item[0].value);
    resolve_unhush(s->qb->r, hush);
    bool product = expr && expr->kind == EXPR_CALL && expr->as.fn == FN_MULTIPLY;
    return product ? NULL : expr;
}

/* What the model itself sums among the factors of a sum; NULL: nothing or several. */
static const Expr *quantity_of(const Split *s, const Leaf *leaf)
{
    const Expr *found = NULL;
    for (size_t i = 0; i < leaf->source->n_measure; i++) {
        const Expr *x = summed(s, leaf->source->measure[i]);
        if (!x || x == found || x == leaf->arg || !is_factor(leaf->arg, x))
            continue;
        if (found)
            return NULL;
        found = x;
    }
    return found;
}

/* Is the only key an entity? */
static bool is_entity(const Split *s, const Leaf *leaf)
{
    Reach found;
    const AstExpr *key = s->values.key;
    RowScope rows = {s->qb->r, leaf->source, false, NULL, NULL, NULL};
    return key && key->kind == AST_EXPR_PATH &&
           reach_path(&rows, &key->as.path, &found) == REACH_ONE && found.dim &&
           found.dim->kind == DIM_ENTITY;
}

static bool is_sum_of_product(const Expr *expr)
{
    return expr->kind == EXPR_LEAF && expr->as.leaf->fn == AGG_SUM &&
           expr->type.unit.kind == UNIT_MONEY && !expr->as.leaf->context->until &&
           leaf_adds_up(expr->as.leaf);
}

/* Both sides as value and quantity; NULL of both: they have none. */
static void find_quantities(const Split *s, const Expr *quantity[2])
{
    const Expr *side[2] = {s->values.now, s->values.before};
    for (int i = 0; i < 2; i++) {
        const Leaf *leaf = is_sum_of_product(side[i]) ? side[i]->as.leaf : NULL;
        const Expr *x = leaf && is_entity(s, leaf) ? quantity_of(s, leaf) : NULL;
        quantity[i] = x ? aggregated(s, leaf, AGG_SUM, x) : NULL;
        if (!quantity[i])
            break;
    }
    if (!quantity[1])
        quantity[0] = NULL;
}

/* --- items --- */

static void add(const Split *s, const char *title, const Expr *value)
{
    Question *q = s->qb->q;
    Item *item = &q->item[q->n_item++];
    item->title = title;
    item->value = value;
    item->type = value->type;
    item->span = value->span;
}

static bool split_rate(const Split *s)
{
    Rate now, before;
    if (!read_rate(s, s->values.now, &now) || !read_rate(s, s->values.before, &before))
        return false;
    s->values.why->kind = s->qb->q->n_by ? WHY_RATE : WHY_TERMS;
    add(s, "numerator", now.top);
    add(s, "denominator", now.bottom);
    add(s, "numerator before", before.top);
    add(s, "denominator before", before.bottom);
    return true;
}

static bool split_sum(const Split *s)
{
    const Expr *quantity[2] = {NULL, NULL};
    find_quantities(s, quantity);
    s->values.why->kind = quantity[0] ? WHY_PRICE : WHY_SUM;
    add(s, "now", s->values.now);
    if (quantity[0])
        add(s, "quantity", quantity[0]);
    add(s, "before", s->values.before);
    if (quantity[0])
        add(s, "quantity before", quantity[1]);
    return true;
}

/* Of a stock what its rows did in between, where that is known; else it stays a sum. */
static bool split_moves(const Split *s)
{
    Question *q = s->qb->q;
    size_t n = q->n_item;
    if (!bridge_can_lead(s->values.before, s->values.now))
        return true;
    Hush hush = resolve_hush(s->qb->r);
    bool ok = bridge_between(s->qb, s->values.before, s->values.now, s->values.span);
    resolve_unhush(s->qb->r, hush);
    if (!ok)
        return true;
    Why *why = s->values.why;
    const char **reason = ARENA_ARRAY(s->qb->r->arena, const char *, q->n_item - n + 1);
    for (size_t i = n; i < q->n_item; i++)
        reason[i - n] = q->item[i].title;
    why->kind = WHY_MOVES;
    why->reason = reason;
    why->n_reason = q->n_item - n;
    return true;
}

/* Both sides are the same measure but for time, or two measures. */
static bool refuse(const Split *s, const Expr *value)
{
    Resolver *r = s->qb->r;
    const char *name = s->values.why->title;
    if (value == s->values.before)
        name = s->values.why->before;
    Diag *d =
        diag_error(r->sink, DIAG_WHY, s->values.span,
                   "the change of `%s` is not the sum of changes of its parts", name);
    diag_help(r->sink, d,
              "sums and counts are split, means, and quotients of sums; values are "
              "compared by `show ... by ... versus ...`");
    return false;
}

bool why_split(QuestionBuilder *qb, const ValueScope *scope, WhyValues values)
{
    Split s = {qb, scope, values};
    bool rate = is_quotient(values.now) || is_mean(values.now);
    bool other = is_quotient(values.before) || is_mean(values.before);
    if (rate && other)
        return split_rate(&s);
    if (!adds_up(values.now))
        return refuse(&s, values.now);
    if (!adds_up(values.before))
        return refuse(&s, values.before);
    return split_sum(&s) && (qb->q->n_by || split_moves(&s));
}
