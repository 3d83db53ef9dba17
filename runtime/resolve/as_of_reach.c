/* What `as of D` hides from a row that looks at others: an event window and `M per K`
   see the rows that were recorded by then, where their source says when. A question
   that asks for a stock is not taken apart; it is of today. */
#include "runtime/resolve/scope.h"

/* A leaf or question, and the same of what was known by `day`. */
typedef struct AsOfPair {
    struct AsOfPair *next;
    const void *whole, *known;
    Day day;
} AsOfPair;

typedef struct {
    QuestionBuilder *qb;
    const AsOf *as_of;
} Reaching;

static const Expr *reach(const Reaching *to, const Expr *expr);

const Day *as_of_day(const ValueScope *scope)
{
    const Day *day = NULL;
    for (const Frame *f = scope->frame; f; f = f->outer) {
        if (f->as_of && (!day || f->as_of->day < *day))
            day = &f->as_of->day;
    }
    return day;
}

/* The conditions on events, and that they were recorded. */
static const Context *reach_context(const Reaching *to, const Leaf *leaf)
{
    Resolver *r = to->qb->r;
    Context *context = arena_memdup(r->arena, leaf->context, sizeof *context);
    Conjuncts row = {0};
    for (size_t i = 0; i < leaf->context->n_row; i++)
        leaf_add_conjuncts(r, reach(to, leaf->context->row[i]), &row);
    if (as_of_is_kept(r, leaf->source))
        leaf_add_conjuncts(r, as_of_condition(r, leaf->source, to->as_of, NULL), &row);
    leaf_sort_conjuncts(&row);
    context->row = row.item;
    context->n_row = row.n;
    context->asked = ARENA_ARRAY(r->arena, bool, row.n + 1);
    return context;
}

/* One for each, so that equal windows stay one. NULL: not yet. */
static const void *find_known(const Reaching *to, const void *whole)
{
    for (const AsOfPair *at = to->qb->known; at; at = at->next) {
        if (at->whole == whole && at->day == to->as_of->day)
            return at->known;
    }
    return NULL;
}

static void keep_known(const Reaching *to, const void *whole, const void *known)
{
    AsOfPair *at = ARENA_NEW(to->qb->r->arena, AsOfPair);
    *at = (AsOfPair){to->qb->known, whole, known, to->as_of->day};
    to->qb->known = at;
}

static const Leaf *reach_leaf(const Reaching *to, const Leaf *leaf)
{
    const Leaf *found = find_known(to, leaf);
    if (found)
        return found;
    Leaf *known = arena_memdup(to->qb->r->arena, leaf, sizeof *leaf);
    if (leaf->source)
        known->context = reach_context(to, leaf);
    known->arg = reach(to, leaf->arg);
    known->by = reach(to, leaf->by);
    known->where = reach(to, leaf->where);
    keep_known(to, leaf, known);
    return known;
}

static bool asks_stock(const Question *q)
{
    bool found = false;
    for (size_t i = 0; i < q->n_leaf; i++)
        found |= q->leaf[i]->context->until != NULL;
    return found;
}

static void reach_keys(const Reaching *to, KeyList *keys)
{
    Arena *arena = to->qb->r->arena;
    Binding *binding = ARENA_ARRAY(arena, Binding, keys->n_binding + 1);
    for (size_t i = 0; i < keys->n_binding; i++) {
        const Expr **value = ARENA_ARRAY(arena, const Expr *, keys->n_key + 1);
        for (size_t k = 0; k < keys->n_key; k++)
            value[k] = reach(to, keys->binding[i].value[k]);
        binding[i] = keys->binding[i];
        binding[i].value = value;
        binding[i].sees_events = false;
    }
    keys->binding = binding;
}

/* M by K of what was known. */
static const Question *reach_question(const Reaching *to, const Question *q)
{
    Arena *arena = to->qb->r->arena;
    const Question *found = find_known(to, q);
    if (found || asks_stock(q))
        return found ? found : q;
    Question *known = arena_memdup(arena, q, sizeof *q);
    known->is_lasting = false;
    known->leaf = ARENA_ARRAY(arena, const Leaf *, q->n_leaf + 1);
    for (size_t i = 0; i < q->n_leaf; i++)
        known->leaf[i] = reach_leaf(to, q->leaf[i]);
    known->item = arena_memdup(arena, q->item, q->n_item * sizeof *q->item);
    for (size_t i = 0; i < q->n_item; i++)
        known->item[i].value = reach(to, q->item[i].value);
    reach_keys(to, &known->keys);
    keep_known(to, q, known);
    return known;
}

static const EventWindow *reach_window(const Reaching *to, const EventWindow *window)
{
    EventWindow *known = arena_memdup(to->qb->r->arena, window, sizeof *window);
    known->leaf = reach_leaf(to, window->leaf);
    return known;
}

static const Expr *reach(const Reaching *to, const Expr *expr)
{
    if (!expr)
        return NULL;
    Resolver *r = to->qb->r;
    bool looks = expr->kind == EXPR_WINDOW || expr->kind == EXPR_ATTRIBUTE ||
                 expr->kind == EXPR_LEAF;
    const Expr **arg = ARENA_ARRAY(r->arena, const Expr *, expr->n_arg + 1);
    for (uint32_t i = 0; i < expr->n_arg; i++) {
        arg[i] = reach(to, expr->arg[i]);
        looks |= arg[i] != expr->arg[i];
    }
    if (!looks)
        return expr;
    Expr node = *expr;
    node.arg = arg;
    if (expr->kind == EXPR_WINDOW)
        node.as.window = reach_window(to, expr->as.window);
    if (expr->kind == EXPR_ATTRIBUTE)
        node.as.sub.question = reach_question(to, expr->as.sub.question);
    if (expr->kind == EXPR_LEAF)
        node.as.leaf = reach_leaf(to, expr->as.leaf);
    return expr_intern(r->exprs, &node);
}

bool expr_sees_rows(const Expr *expr)
{
    bool found = expr->kind == EXPR_WINDOW || expr->kind == EXPR_ATTRIBUTE;
    for (uint32_t i = 0; i < expr->n_arg && !found; i++)
        found = expr_sees_rows(expr->arg[i]);
    return found;
}

bool expr_asks(const Expr *expr)
{
    bool found = expr->kind == EXPR_WINDOW || expr->kind == EXPR_ATTRIBUTE ||
                 expr->kind == EXPR_MEMBER || expr->kind == EXPR_SCALAR;
    for (uint32_t i = 0; i < expr->n_arg && !found; i++)
        found = expr_asks(expr->arg[i]);
    return found;
}

const Expr *as_of_reach(QuestionBuilder *qb, const Expr *expr, const Day *day)
{
    const AsOf as_of = {.day = day ? *day : 0, .span = expr ? expr->span : (Span){0}};
    const Reaching to = {qb, &as_of};
    return day ? reach(&to, expr) : expr;
}
