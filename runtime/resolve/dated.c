/* Dated joins. Which row one finds depends on a day or moment of the rows that are
   read, and that is known only with the axis of a measure: until then a look-up has no
   day. Binding gives it one; of a stock that is the day it is read on. A dated join
   behind other joins is looked up from the row at their start, with keys that come
   through those joins. */
#include "runtime/resolve/scope.h"

typedef struct {
    Resolver *r;
    const Expr *day; /* over the rows that are read */
} Dating;

/* The look-up that an expression is lifted through; its arg[0] is put in. */
typedef struct {
    const Dating *dating;
    const Expr *through;
} Lift;

const Expr *dated_lookup(Resolver *r, const Join *join, const Expr *found)
{
    Expr node = {.kind = EXPR_LOOKUP, .type = found->type, .span = found->span};
    const Expr **arg = ARENA_ARRAY(r->arena, const Expr *, join->n_on + 1);
    bool plain = true;
    arg[0] = found;
    for (size_t i = 0; i < join->n_on; i++) {
        arg[i + 1] = join->on[i];
        plain &= join->on[i]->kind == EXPR_COLUMN;
    }
    node.as.join = join;
    node.arg = arg;
    node.n_arg = plain || join->is_dated ? 1 : (uint32_t)join->n_on + 1;
    return expr_intern(r->exprs, &node);
}

static const Expr *through(const Lift *lift, const Expr *found)
{
    Expr node = *lift->through;
    const Expr **arg = ARENA_ARRAY(lift->dating->r->arena, const Expr *, node.n_arg);
    for (uint32_t i = 0; i < node.n_arg; i++)
        arg[i] = i ? node.arg[i] : found;
    node.arg = arg;
    node.type = found->type;
    return expr_intern(lift->dating->r->exprs, &node);
}

static const Expr *with_args(const Dating *d, const Expr *expr, const Expr **arg)
{
    Expr node = *expr;
    node.arg = arg;
    return expr_intern(d->r->exprs, &node);
}

static const Expr *bind(const Dating *d, const Expr *expr);

/* A tree goes up at the day; its key is bound or lifted already. */
static const Expr *date_tree(const Dating *d, const Expr *expr, const Expr **arg)
{
    Expr node = *expr;
    arg[node.n_arg++] = d->day;
    node.arg = arg;
    return expr_intern(d->r->exprs, &node);
}

static bool is_open_tree(const Expr *expr)
{
    return expr->kind == EXPR_TREE && expr->as.tree.dim->parent->is_dated &&
           expr->n_arg == (expr->as.tree.level ? 1 : 2);
}

static const Expr *lift_expr(const Lift *lift, const Expr *expr);

/* The same look-up from the rows that are read. `outer`: what leads to the rows it
   stands at; NULL: it stands at those that are read. */
static const Expr *bind_lookup(const Dating *d, const Expr *expr, const Lift *outer)
{
    const Join *join = expr->as.join;
    uint32_t n = (uint32_t)join->n_on;
    const Expr **arg = ARENA_ARRAY(d->r->arena, const Expr *, n + 2);
    bool has_keys = expr->n_arg > 1;
    arg[0] = join->key[0];
    for (uint32_t i = 0; i < n; i++) {
        const Expr *key = has_keys ? expr->arg[i + 1] : join->on[i];
        arg[i + 1] = outer ? lift_expr(outer, key) : bind(d, key);
    }
    arg[n + 1] = d->day;
    Expr node = *expr;
    node.arg = arg;
    node.n_arg = n + 1 + join->is_dated;
    Lift lift = {d, &node};
    return lift_expr(&lift, expr->arg[0]);
}

/* What is computed of a row that is not found is empty, as the row's columns are. */
static const Expr *if_found(const Lift *lift, const Expr *expr)
{
    Resolver *r = lift->dating->r;
    const Expr *key = through(lift, lift->through->as.join->key[0]);
    const Expr *missing = typed_call(r, FN_IS_EMPTY, expr->span, &key, 1);
    const Expr *found = typed_call(r, FN_NOT, expr->span, &missing, 1);
    Expr node = {.kind = EXPR_CALL, .type = expr->type, .span = expr->span};
    const Expr *arg[2] = {found, expr};
    node.as.fn = FN_IF;
    node.arg = arg;
    node.n_arg = 2;
    return expr_intern(r->exprs, &node);
}

/* An expression over the rows that `lift` finds, for the rows it starts at. */
static const Expr *lift_expr(const Lift *lift, const Expr *expr)
{
    if (!expr->is_dated)
        return through(lift, expr);
    if (expr->kind == EXPR_LOOKUP)
        return bind_lookup(lift->dating, expr, lift);
    const Expr **arg =
        ARENA_ARRAY(lift->dating->r->arena, const Expr *, expr->n_arg + 2);
    for (uint32_t i = 0; i < expr->n_arg; i++)
        arg[i] = expr->arg[i]->kind == EXPR_CONST ? expr->arg[i]
                                                  : lift_expr(lift, expr->arg[i]);
    if (is_open_tree(expr))
        return if_found(lift, date_tree(lift->dating, expr, arg));
    return if_found(lift, with_args(lift->dating, expr, arg));
}

static const Expr *bind(const Dating *d, const Expr *expr)
{
    if (!expr->is_dated)
        return expr;
    if (expr->kind == EXPR_LOOKUP)
        return bind_lookup(d, expr, NULL);
    const Expr **arg = ARENA_ARRAY(d->r->arena, const Expr *, expr->n_arg + 2);
    for (uint32_t i = 0; i < expr->n_arg; i++)
        arg[i] = bind(d, expr->arg[i]);
    if (is_open_tree(expr))
        return date_tree(d, expr, arg);
    return with_args(d, expr, arg);
}

static const Join *dated_join(const Expr *expr)
{
    if (expr->kind == EXPR_LOOKUP && expr->n_arg == 1 && expr->as.join->is_dated)
        return expr->as.join;
    const Join *found = NULL;
    for (uint32_t i = 0; i < expr->n_arg && !found; i++)
        found = expr->arg[i]->is_dated ? dated_join(expr->arg[i]) : NULL;
    return found;
}

const Expr *dated_bind(Resolver *r, const Expr *expr, const Source *source,
                       const Axis *axis, Span span)
{
    if (!expr || !expr->is_dated)
        return expr;
    const Join *join = dated_join(expr);
    if (!axis) {
        Diag *d = diag_error(r->sink, DIAG_NO_AXIS, span,
                             "`%s` has no time axis, and which row of `%s` counts "
                             "depends on the day",
                             source->name, join ? join->role : "it");
        diag_help(r->sink, d, "declare when its rows happen: `time day = column`");
        return NULL;
    }
    const Expr *day = axis->instant;
    if (axis->role == AXIS_DECLARED) {
        Axis *own = source_find_axis(source, axis->name);
        day = own ? axis_value(r, own) : NULL;
    }
    Dating dating = {r, day};
    return day ? bind(&dating, expr) : NULL;
}

const Expr *dated_at(Resolver *r, const Expr *expr, const Axis *axis, const Expr *day)
{
    if (expr == axis->instant)
        return day;
    if (!expr->is_cut)
        return expr;
    const Expr **arg = ARENA_ARRAY(r->arena, const Expr *, expr->n_arg);
    bool found = expr->kind == EXPR_LOOKUP; /* whose arg[0] is of the rows it finds */
    for (uint32_t i = 0; i < expr->n_arg; i++)
        arg[i] = i || !found ? dated_at(r, expr->arg[i], axis, day) : expr->arg[0];
    Expr node = *expr;
    node.arg = arg;
    return expr_intern(r->exprs, &node);
}
