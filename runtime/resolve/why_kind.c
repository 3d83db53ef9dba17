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

static bool is_product(const Expr *expr)
{
    return expr->kind == EXPR_CALL && expr->as.fn == FN_MULTIPLY;
}

/* x of `measure m = sum(x)`; NULL: m is something else. */
static const Expr *summed(const Split *s, const Measure *m)
{
    const AstExpr *value = m->ast->value;
    if (!m->source || m->ast->stock.kind != AST_STOCK_NONE ||
        value->kind != AST_EXPR_CALL || value->as.call.args.count != 1 ||
        !ascii_same(value->as.call.function.text, "sum") ||
        value->as.call.args.item[0].where)
        return NULL;
    RowScope rows = {s->qb->r, m->source, true, NULL, NULL, NULL};
    DiagHush hush = diag_hush(s->qb->r->sink);
    const Expr *expr = row_expr(&rows, value->as.call.args.item[0].value);
    diag_unhush(s->qb->r->sink, hush);
    return expr;
}

static bool has_row(const Context *context, const Expr *row)
{
    for (size_t i = 0; i < context->n_row; i++) {
        if (context->row[i] == row)
            return true;
    }
    return false;
}

/* Does its own condition leave out no row of the leaf? */
static bool is_of_all_rows(const Split *s, const Leaf *leaf, Measure *m)
{
    QuestionBuilder *qb = s->qb;
    size_t n_leaf = qb->q->n_leaf, n_measure = qb->q->n_measure;
    if (!m->ast->where)
        return true;
    DiagHush hush = diag_hush(qb->r->sink);
    ValueScope inner = value_inside(s->scope, m);
    const Expr *expr = value_expr(&inner, m->ast->value);
    diag_unhush(qb->r->sink, hush);
    qb->q->n_leaf = n_leaf;
    qb->q->n_measure = n_measure;
    bool found = expr && expr->kind == EXPR_LEAF;
    for (size_t i = 0; found && i < expr->as.leaf->context->n_row; i++)
        found = has_row(leaf->context, expr->as.leaf->context->row[i]);
    return found;
}

/* The same where it is a plain number of all rows of the leaf. */
static const Expr *summed_plainly(const Split *s, const Leaf *leaf, Measure *m)
{
    bool plain = m->type.kind == VALUE_NUMBER && m->type.unit.kind <= UNIT_COUNT &&
                 m->source == leaf->source && is_of_all_rows(s, leaf, m);
    const Expr *expr = plain ? summed(s, m) : NULL;
    return !expr || is_product(expr) || expr == leaf->arg ? NULL : expr;
}

static Measure *measure_of(const Split *s, const Measure *within, const AstExpr *ast)
{
    ValueScope scope = *s->scope;
    scope.source = within->source;
    return ast->kind == AST_EXPR_PATH ? value_measure(&scope, &ast->as.path) : NULL;
}

/* What m divides the leaf's value by: `measure price = revenue / units`. */
static const Expr *divided_by(const Split *s, const Leaf *leaf, const Measure *m)
{
    const AstExpr *value = m->ast->value;
    if (value->kind != AST_EXPR_CHAIN || value->as.chain.terms.count != 1 ||
        value->as.chain.terms.item[0].op != AST_OP_DIVIDE)
        return NULL;
    const Measure *top = measure_of(s, m, value->as.chain.first);
    Measure *bottom = measure_of(s, m, value->as.chain.terms.item[0].operand);
    if (!top || !bottom || top->source != leaf->source || summed(s, top) != leaf->arg)
        return NULL;
    return summed_plainly(s, leaf, bottom);
}

typedef struct {
    const Expr *value;
    const char *name, *other; /* of measures that are it; two: nobody knows which */
    const char *might;        /* a measure that might be it; NULL */
    bool is_priced;           /* those measures divide by it */
} Quantity;

static void take(Quantity *q, const Expr *value, const char *name)
{
    if (!value || value == q->value)
        return;
    if (q->value)
        q->other = name;
    else
        *q = (Quantity){.value = value, .name = name};
}

/* What a declared price divides by, else what the model itself sums among the factors
   of the sum. */
static Quantity quantity_of(const Split *s, const Leaf *leaf)
{
    Quantity priced = {0}, factor = {0};
    const Model *model = s->qb->r->model;
    for (size_t i = 0; i < model->n_measure; i++)
        take(&priced, divided_by(s, leaf, model->measure[i]), model->measure[i]->name);
    for (size_t i = 0; i < leaf->source->n_measure; i++) {
        Measure *m = leaf->source->measure[i];
        const Expr *x = summed_plainly(s, leaf, m);
        take(&priced, divided_by(s, leaf, m), m->name);
        take(&factor, x && is_factor(leaf->arg, x) ? x : NULL, m->name);
        factor.might = x && !factor.might ? m->name : factor.might;
    }
    priced.is_priced = true;
    return priced.value ? priced : factor;
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

static bool is_sum_of_money(const Expr *expr)
{
    return expr->kind == EXPR_LEAF && expr->as.leaf->fn == AGG_SUM &&
           expr->type.unit.kind == UNIT_MONEY && !expr->as.leaf->context->until &&
           leaf_adds_up(expr->as.leaf);
}

static void say_not_apart(const Split *s, const char *why)
{
    s->values.why->whole = arena_printf(
        s->qb->r->arena, "price, volume and mix are not told apart: %s", why);
}

/* Money of members of an entity, and what was bought of each is not known. */
static void say_missing(const Split *s, const Expr *side, Quantity quantity)
{
    Arena *arena = s->qb->r->arena;
    const Why *why = s->values.why;
    const char *name = side == s->values.now ? why->title : why->before;
    if (quantity.other && quantity.is_priced)
        say_not_apart(s, arena_printf(arena,
                                      "`%s` and `%s` divide by different quantities; "
                                      "keep one of them",
                                      quantity.name, quantity.other));
    else if (quantity.other)
        say_not_apart(s,
                      arena_printf(arena,
                                   "`%s` and `%s` may both be the quantity; declare "
                                   "`measure price = %s / %s`",
                                   quantity.name, quantity.other, name, quantity.name));
    else if (quantity.might)
        say_not_apart(s, arena_printf(arena,
                                      "nothing says what `%s` is a price times; if it "
                                      "is `%s`, declare `measure price = %s / %s`",
                                      name, quantity.might, name, quantity.might));
    else if (is_product(side->as.leaf->arg))
        say_not_apart(s, arena_printf(arena,
                                      "nothing says which factor of `%s` is the "
                                      "quantity; declare its sum as a measure of `%s`",
                                      name, side->as.leaf->source->name));
}

/* Both sides as value and quantity; NULL of both: they have none, which is said where
   it might be had. */
static void find_quantities(const Split *s, const Expr *quantity[2])
{
    const Expr *side[2] = {s->values.now, s->values.before};
    for (int i = 0; i < 2; i++) {
        quantity[i] = NULL;
        if (side[i]->kind == EXPR_CALL && side[i]->as.fn == FN_CONVERTED &&
            s->values.key)
            say_not_apart(s, "this is another currency than what was sold in");
        if (!is_sum_of_money(side[i]) || !is_entity(s, side[i]->as.leaf))
            break;
        Quantity found = quantity_of(s, side[i]->as.leaf);
        if (found.value && !found.other)
            quantity[i] = aggregated(s, side[i]->as.leaf, AGG_SUM, found.value);
        else
            say_missing(s, side[i], found);
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
    DiagHush hush = diag_hush(s->qb->r->sink);
    bool ok = bridge_between(s->qb, s->values.before, s->values.now, s->values.span);
    diag_unhush(s->qb->r->sink, hush);
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
