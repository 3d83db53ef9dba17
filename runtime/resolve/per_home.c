/* `count(K where C)` and aggregates over `per every K` that ask nothing of other rows:
   of an entity K they are aggregates over the rows of its own source, in the period of
   the line where that source has time. What its rows do not know, time or a dimension,
   does not part them: each line has all. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/scope.h"

typedef struct {
    Resolver *r;
    const PerKey *per;
    const Binding *own; /* K over rows of the home */
} Home;

static const Expr *over_rows(const Home *home, const Expr *expr);

static const Expr *over_args(const Home *home, const Expr *expr)
{
    Expr node = *expr;
    const Expr **arg = ARENA_ARRAY(home->r->arena, const Expr *, expr->n_arg + 1);
    for (uint32_t i = 0; i < expr->n_arg; i++) {
        if (!(arg[i] = over_rows(home, expr->arg[i])))
            return NULL;
    }
    node.arg = arg;
    return expr_intern(home->r->exprs, &node);
}

/* A value of K as one of its row; NULL: something else. */
static const Expr *over_rows(const Home *home, const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_CONST:
        return expr;
    case EXPR_CALL:
    case EXPR_MEMBER:
    case EXPR_SCALAR:
        return over_args(home, expr);
    case EXPR_GRAIN:
        return expr->as.grain.per == home->per ? home->own->value[expr->as.grain.index]
                                               : NULL;
    case EXPR_ENTITY:
        return expr->arg[0]->kind == EXPR_GRAIN &&
                       expr->arg[0]->as.grain.per == home->per &&
                       expr->as.entity.dim->source == home->per->home
                   ? expr->as.entity.value
                   : NULL;
    case EXPR_KEY:
        return home->per->home_by[expr->as.index];
    case EXPR_COLUMN:
    case EXPR_LOOKUP:
    case EXPR_ATTRIBUTE:
    case EXPR_WINDOW:
    case EXPR_TREE:
    case EXPR_NEXT:
    case EXPR_BESIDE:
    case EXPR_INSTANT:
    case EXPR_CLOSING:
    case EXPR_LEAF:
    case EXPR_EDGE:
    case EXPR_ITEM:
    case EXPR_TABLE:
        break;
    }
    return NULL;
}

/* Is there a row for each K? Of an entity, not of another dimension of its source. */
static bool has_row_each(const PerKey *per)
{
    const Source *home = per->home;
    if (!per->every || !home || !home->entity || per->keys.n_key != 1)
        return false;
    const AstPath *key = &per_key_syntax(per, 0)->as.path;
    return ascii_same(key->item[key->count - 1].text, home->entity->name);
}

/* Bits of the keys that rows of the home do not know. */
static uint64_t unknown_keys(const QuestionBuilder *qb, const Binding *binding,
                             bool has_time)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < qb->q->n_by && i < 64; i++) {
        PeriodUnit unit;
        bool known = leaf_is_time_unit(qb->r, qb->key[i], &unit)
                         ? has_time
                         : binding->value[i] != NULL;
        bits |= known ? 0 : (uint64_t)1 << i;
    }
    return bits;
}

/* The aggregate as one over the rows of their own source, where nothing but what these
   tell is asked of them; NULL: something else is. */
static const Expr *over_home(const ValueScope *scope, const Leaf *leaf)
{
    QuestionBuilder *qb = scope->qb;
    const PerKey *per = leaf->per;
    if (scope->grain || !has_row_each(per))
        return NULL;
    Home home = {
        qb->r, per,
        key_list_binding(&per->keys, per->home, source_default_axis(per->home), NULL)};
    Leaf own = *leaf;
    own.per = NULL;
    own.where = NULL;
    own.source = per->home;
    own.arg = leaf->arg ? over_rows(&home, leaf->arg) : NULL;
    own.by = leaf->by ? over_rows(&home, leaf->by) : NULL;
    const Expr *where = leaf->where ? over_rows(&home, leaf->where) : NULL;
    if (!home.own || !own.arg != !leaf->arg || !own.by != !leaf->by ||
        !where != !leaf->where)
        return NULL;
    Context *context = leaf_context_of_home(scope, per->home, where);
    BindTo to = {per->home, context->axis, false, true, true, 0, context->as_of};
    const Binding *binding = leaf_bind_keys(qb, &qb->q->keys, qb->key, to);
    context->lifted |= unknown_keys(qb, binding, context->axis != NULL);
    own.context = context;
    return leaf_expr(scope, &own);
}

/* Several lines may have the same K: it counts in each of them, and what it has there
   is chosen or made anew. Only what adds up itself does. */
static bool adds_up_per(const Leaf *leaf)
{
    return leaf->fn == AGG_SUM && !leaf->where && leaf->arg->type.add != ADD_RATIO &&
           leaf->arg->type.add != ADD_DISTINCT;
}

const Expr *per_leaf(const ValueScope *scope, Leaf *leaf)
{
    const Expr *own = over_home(scope, leaf);
    if (!adds_up_per(leaf))
        leaf->type.add = ADD_DISTINCT;
    return own ? own : leaf_expr(scope, leaf);
}

/* Does a leaf that is parted by the key know it? */
static bool is_known(const QuestionBuilder *qb, size_t i)
{
    const Question *q = qb->q;
    for (size_t k = 0; k < q->n_leaf; k++) {
        const Leaf *leaf = q->leaf[k];
        if (leaf->per)
            continue;
        const Context *context = leaf->context;
        const Binding *binding =
            key_list_binding(&q->keys, leaf->source, context->axis, context->as_of);
        if (q->by[i].role == BY_TIME ? context->axis != NULL
                                     : binding && binding->value[i])
            return true;
    }
    return false;
}

static bool check_leaf(QuestionBuilder *qb, const Leaf *leaf, size_t key)
{
    Question *q = qb->q;
    const Source *source = leaf->per ? leaf->per->home : leaf->source;
    BindTo to = {
        .source = source, .axis = leaf->context->axis, .as_of = leaf->context->as_of};
    if (!source)
        return true;
    if (!leaf_bind_keys(qb, &q->keys, qb->key, to))
        return false;
    if (!leaf->per)
        return true;
    Diag *d =
        diag_error(qb->r->sink, DIAG_EVERY, q->by[key].span,
                   "nothing here is taken from rows, so there are no lines by `%s`",
                   q->by[key].title);
    diag_help(qb->r->sink, d, "put a measure beside it");
    return false;
}

bool per_check_known(QuestionBuilder *qb)
{
    const Question *q = qb->q;
    for (size_t i = 0; i < q->n_by; i++) {
        for (size_t k = 0; k < q->n_leaf && !is_known(qb, i); k++) {
            if (!check_leaf(qb, q->leaf[k], i))
                return false;
        }
    }
    return true;
}
