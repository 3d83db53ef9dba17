/* Aggregates over `M per K`: the measure at the question's grain with K added, then
   aggregated over the K. Inside, K and the attributes of an entity K are known. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/aggregate.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/entity.h"
#include "runtime/resolve/tree.h"

/* The syntax of the keys of M per K stands beside its list. */
typedef struct {
    PerKey per;
    const AstExpr **key;
} PerNode;

const AstExpr *per_key_syntax(const PerKey *per, size_t i)
{
    return ((const PerNode *)(const void *)per)->key[i];
}

const AstExpr *per_key_named(Resolver *r, const AstExpr *ast)
{
    const AstExpr *key = question_dereference(r, ast);
    if (key->kind == AST_EXPR_PATH || key->kind == AST_EXPR_CALENDAR_UNIT)
        return key;
    diag_error(r->sink, DIAG_TYPE, ast->span,
               "`per` wants an entity, a dimension or a unit of time");
    return NULL;
}

static bool bind_question(const ValueScope *scope, const Source *source,
                          const Axis *axis)
{
    QuestionBuilder *qb = scope->qb;
    bool is_stock = axis && axis->role != AXIS_DECLARED;
    BindTo to = {source, axis, qb->q->from == source, is_stock,
                 false,  0,    as_of_day(scope)};
    to.lifted = lift_keys(scope);
    return leaf_bind_keys(qb, &qb->q->keys, qb->key, to) != NULL;
}

bool leaf_bind_grain(const ValueScope *scope, const Source *source, const Axis *axis)
{
    bool is_stock = axis && axis->role != AXIS_DECLARED;
    BindTo to = {source, axis, false, is_stock, false, 0, as_of_day(scope)};
    uint64_t lifted = lift_keys(scope);
    for (const PerKey *per = scope->grain; per; per = per->outer) {
        PerNode *node = (PerNode *)(uintptr_t)per;
        to.lifted = per->first_bit < 64 ? lifted >> per->first_bit : 0;
        if (!leaf_bind_keys(scope->qb, &node->per.keys, node->key, to))
            return false;
    }
    return bind_question(scope, source, axis);
}

bool per_check_units(const ValueScope *scope, const Source *source, const Axis *axis)
{
    const QuestionBuilder *qb = scope->qb;
    bool ok = leaf_check_units(qb->r, qb->key, qb->q->n_by, source, axis);
    for (const PerKey *per = scope->grain; per; per = per->outer) {
        const PerNode *node = (const PerNode *)(const void *)per;
        ok &= leaf_check_units(qb->r, node->key, per->keys.n_key, source, axis);
    }
    return ok;
}

static const Source *home_of_key(Resolver *r, const AstPath *path)
{
    const char *name = path->item[path->count - 1].text;
    for (size_t i = 0; i < r->model->n_source; i++) {
        const Source *s = r->model->source[i];
        if (s->entity && ascii_same(s->entity->name, name))
            return s;
    }
    for (size_t i = 0; i < r->model->n_source; i++) {
        if (source_find_dim(r->model->source[i], name))
            return r->model->source[i];
    }
    return NULL;
}

/* An expression over the home of K, on its default axis. */
static const Expr *home_expr(const RowScope *rows, const Expr *expr)
{
    const Source *home = rows->source;
    Span span = {0};
    return dated_bind(rows->r, expr, home, source_default_axis(home), span);
}

/* What of the question's grain and filters the source of K reaches by itself. */
static void bind_home(const ValueScope *scope, PerKey *per)
{
    QuestionBuilder *qb = scope->qb;
    Resolver *r = qb->r;
    Conjuncts row = {0};
    PeriodUnit unit;
    DiagHush hush = diag_hush(r->sink);
    RowScope rows = {r, per->home, false, NULL, NULL, NULL};
    per->home_by = ARENA_ARRAY(r->arena, const Expr *, qb->q->n_by + 1);
    for (size_t i = 0; i < qb->q->n_by; i++)
        per->home_by[i] = leaf_is_time_unit(r, qb->key[i], &unit)
                              ? NULL
                              : home_expr(&rows, row_expr(&rows, qb->key[i]));
    bool ok = true;
    for (const Frame *f = scope->frame; f; f = f->outer) {
        const AstExpr *where =
            f->is_question ? lift_where(scope, per->home, f->where, &ok) : f->where;
        const Expr *cond = where ? row_condition(&rows, where) : NULL;
        cond = home_expr(&rows, cond);
        if (cond)
            leaf_add_conjuncts(r, cond, &row);
    }
    diag_unhush(r->sink, hush);
    per->home_row = row.item;
    per->n_home_row = row.n;
}

static PerNode *per_node(const ValueScope *scope, const AstExprs *keys)
{
    Resolver *r = scope->qb->r;
    PerNode *node = ARENA_NEW(r->arena, PerNode);
    node->per.outer = scope->grain;
    node->per.context = leaf_context_of_keys(scope);
    node->per.first_bit = (uint32_t)scope->qb->q->n_by;
    if (scope->grain)
        node->per.first_bit =
            scope->grain->first_bit + (uint32_t)scope->grain->keys.n_key;
    node->per.keys.n_key = keys->count;
    node->per.keys.type = ARENA_ARRAY(r->arena, Type, keys->count);
    node->key = ARENA_ARRAY(r->arena, const AstExpr *, keys->count);
    for (uint32_t i = 0; i < keys->count; i++) {
        PeriodUnit unit;
        const AstExpr *key = per_key_named(r, keys->item[i]);
        if (!key || (key->kind == AST_EXPR_CALENDAR_UNIT &&
                     !period_calendar_unit(r, &key->as.calendar_unit, &unit)))
            return NULL;
        node->key[i] = key;
        entity_key_type(r, NULL, node->key[i], &node->per.keys.type[i]);
    }
    return node;
}

static bool same_key(const AstExpr *a, const AstExpr *b)
{
    return a == b || (a->kind == AST_EXPR_PATH && b->kind == AST_EXPR_PATH &&
                      a->as.path.item[0].quoted == b->as.path.item[0].quoted &&
                      entity_same_path(&a->as.path, &b->as.path));
}

static bool has_key_of(const PerNode *a, const PerNode *b)
{
    bool found = false;
    for (size_t i = 0; i < a->per.keys.n_key; i++) {
        for (size_t k = 0; k < b->per.keys.n_key; k++)
            found |= same_key(a->key[i], b->key[k]);
    }
    return found;
}

/* The K around, as far as rows of the home know them: each of those has its own rows.
   K inside of the same K are all of them again. */
static void bind_around(const ValueScope *scope, const PerNode *node, BindTo home)
{
    home.partly = true;
    for (const PerKey *per = scope->grain; per; per = per->outer) {
        PerNode *around = (PerNode *)(uintptr_t)per;
        if (!has_key_of(around, node))
            leaf_bind_keys(scope->qb, &around->per.keys, around->key, home);
    }
}

/* All K of their own source, whether rows have them or not. */
static bool take_every(const ValueScope *scope, PerNode *node)
{
    Resolver *r = scope->qb->r;
    PeriodUnit unit;
    node->per.every = true;
    for (size_t i = 0; i < node->per.keys.n_key; i++) {
        const AstExpr *key = node->key[i];
        bool is_time = leaf_is_time_unit(r, key, &unit);
        const Source *home =
            is_time || node->per.home ? NULL : home_of_key(r, &key->as.path);
        node->per.home = home ? home : node->per.home;
        if (home || is_time)
            continue;
        diag_error(r->sink, DIAG_EVERY, key->span,
                   "`every` wants one entity or dimension of a source, and units of "
                   "time beside it");
        return false;
    }
    if (!node->per.home)
        return true;
    BindTo home = {.source = node->per.home,
                   .axis = source_default_axis(node->per.home),
                   .without_time = true};
    if (!leaf_bind_keys(scope->qb, &node->per.keys, node->key, home))
        return false;
    bind_around(scope, node, home);
    bind_home(scope, &node->per);
    return true;
}

static bool same_exprs(const Expr *const *a, const Expr *const *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (a[i] != b[i])
            return false;
    }
    return true;
}

static bool same_per(const PerNode *a, const PerNode *b, size_t n_by)
{
    const PerKey *x = &a->per, *y = &b->per;
    bool same = x->outer == y->outer && x->keys.n_key == y->keys.n_key &&
                x->every == y->every && x->own_only == y->own_only &&
                x->home == y->home && x->n_home_row == y->n_home_row &&
                context_equal(x->context, y->context) &&
                same_exprs(x->home_row, y->home_row, x->n_home_row) &&
                (!x->home || same_exprs(x->home_by, y->home_by, n_by));
    for (size_t i = 0; i < x->keys.n_key && same; i++)
        same = same_key(a->key[i], b->key[i]);
    return same;
}

/* The node, or the one before that is equal: what aggregates read per the same K shares
   its cells. */
static PerNode *share_node(QuestionBuilder *qb, PerNode *node)
{
    for (size_t i = 0; i < qb->n_per; i++) {
        PerNode *known = (PerNode *)(uintptr_t)qb->per[i];
        if (same_per(known, node, qb->q->n_by))
            return known;
    }
    ARENA_PUSH(qb->r->arena, qb->per, qb->n_per, qb->cap_per, &node->per);
    return node;
}

/* Order of first and last, then ties: the K. */
static bool per_order(const ValueScope *inner, const AstArg *arg, Leaf *leaf)
{
    if (!arg->by)
        return true;
    leaf->by = value_expr(inner, arg->by);
    return leaf->by != NULL;
}

/* What is written inside: brackets around lift and shift before K is added. */
static ValueScope inside_keys(const ValueScope *scope, const PerNode *node)
{
    Frame *border = ARENA_NEW(scope->qb->r->arena, Frame);
    border->outer = scope->frame;
    border->is_grain = true;
    ValueScope inner = *scope;
    inner.frame = border;
    inner.grain = &node->per;
    return inner;
}

bool per_meets_keys(const Expr *expr, const PerKey *per)
{
    if (expr->kind == EXPR_LEAF)
        return !(expr->as.leaf->context->lifted & ~per->context->lifted);
    for (uint32_t i = 0; i < expr->n_arg; i++) {
        if (per_meets_keys(expr->arg[i], per))
            return true;
    }
    return false;
}

/* What all leaves of the expression lift. */
static uint64_t lifted_by_all(const Expr *expr)
{
    uint64_t bits = UINT64_MAX;
    if (expr && expr->kind == EXPR_LEAF)
        return expr->as.leaf->context->lifted;
    for (uint32_t i = 0; expr && i < expr->n_arg; i++)
        bits &= lifted_by_all(expr->arg[i]);
    return bits;
}

/* Are rows of other lines taken? */
static bool lifts_keys(const Expr *expr)
{
    bool lifts = expr->kind == EXPR_LEAF && expr->as.leaf->context->lifted;
    for (uint32_t i = 0; i < expr->n_arg && !lifts; i++)
        lifts = lifts_keys(expr->arg[i]);
    return lifts;
}

/* Is the value the same for all K? */
static bool same_for_all(const Expr *expr, const PerKey *per)
{
    bool same = expr->kind != EXPR_GRAIN;
    for (size_t i = 0; i < per->keys.n_key && expr->kind == EXPR_LEAF; i++)
        same =
            same && question_lifts(expr->as.leaf->context->lifted, per->first_bit + i);
    for (uint32_t i = 0; i < expr->n_arg && same; i++)
        same = same_for_all(expr->arg[i], per);
    return same;
}

/* Has the value an amount in it that adds up over K: a part of a whole, a ratio times
   what it is a ratio of? */
static bool adds_over(const Expr *expr, const PerKey *per)
{
    if (expr->kind != EXPR_CALL)
        return expr->kind == EXPR_LEAF;
    bool any = false;
    bool all = true;
    for (uint32_t i = 0; i < expr->n_arg; i++) {
        if (expr->as.fn == FN_IF && i % 2 == 0 && i + 1 < expr->n_arg)
            continue;
        bool adds = adds_over(expr->arg[i], per);
        any |= adds;
        all &= adds || expr->arg[i]->kind == EXPR_CONST;
    }
    if (expr->as.fn == FN_DIVIDE)
        return adds_over(expr->arg[0], per) && same_for_all(expr->arg[1], per);
    return any && (all || expr->as.fn == FN_MULTIPLY);
}

static const char *key_text(const Resolver *r, const AstExpr *key)
{
    PeriodUnit unit;
    if (leaf_is_time_unit(r, key, &unit))
        return period_unit_text(r, unit);
    return key->as.path.item[key->as.path.count - 1].text;
}

/* What is added up are values of K that rows make, and no ratios. */
static bool check_added(const ValueScope *scope, const AstExpr *call, const Leaf *leaf)
{
    Resolver *r = scope->qb->r;
    const AstExpr *per = call->as.call.args.item[0].value;
    const char *key = key_text(r, per_key_syntax(leaf->per, 0));
    if (leaf->fn == AGG_SUM && leaf->arg->type.add == ADD_RATIO &&
        leaf->arg->type.quotient && !adds_over(leaf->arg, leaf->per)) {
        Diag *d = diag_error(r->sink, DIAG_TYPE, per->span,
                             "a ratio per key is not added up");
        diag_help(r->sink, d, "take its average: `avg(... per %s)`", key);
        return false;
    }
    if (leaf->per->every || per_meets_keys(leaf->arg, leaf->per) ||
        (leaf->by && per_meets_keys(leaf->by, leaf->per)) ||
        (leaf->where && per_meets_keys(leaf->where, leaf->per)))
        return true;
    Diag *d =
        diag_error(r->sink, DIAG_EVERY, per->span,
                   "nothing here is taken from the line's own rows of one `%s`, so "
                   "none is met",
                   key);
    if (lifts_keys(leaf->arg) && !same_for_all(leaf->arg, leaf->per))
        diag_help(r->sink, d,
                  "each part lifts something else: let one lift nothing, or all the "
                  "same, as in `(a - b)[all region]`");
    else if (lifts_keys(leaf->arg))
        diag_help(r->sink, d,
                  "`[all ...]` lifts `%s` itself, so it is one value: leave one of the "
                  "two out, or take `per every %s`",
                  key, key);
    else
        diag_help(r->sink, d, "all of them are meant by `per every %s`", key);
    return false;
}

static bool read_leaf(const ValueScope *scope, const AstExpr *call, AggFn fn,
                      Leaf *leaf)
{
    Resolver *r = scope->qb->r;
    const AstArg *arg = &call->as.call.args.item[0];
    PerNode *node = per_node(scope, &arg->value->as.per.keys);
    if (!node || (arg->value->as.per.every && !take_every(scope, node)))
        return false;
    node = share_node(scope->qb, node);
    ValueScope inner = inside_keys(scope, node);
    *leaf = (Leaf){.fn = call->as.call.distinct ? AGG_COUNT_DISTINCT : fn,
                   .span = call->span,
                   .grain = scope->grain,
                   .per = &node->per,
                   .context = node->per.context};
    leaf->arg = aggregate_argument(r, fn, value_expr(&inner, arg->value->as.per.base));
    if (!leaf->arg || !per_order(&inner, arg, leaf))
        return false;
    if (arg->where && !(leaf->where = value_condition(&inner, arg->where)))
        return false;
    return fn != AGG_PERCENTILE ||
           leaf_percentile_point(scope, call->as.call.args.item[1].value, &leaf->p);
}

static const AstExpr *key_of_bit(const ValueScope *scope, size_t bit)
{
    const QuestionBuilder *qb = scope->qb;
    if (bit < qb->q->n_by)
        return qb->key[bit];
    const PerKey *per = scope->grain;
    while (bit < per->first_bit)
        per = per->outer;
    return per_key_syntax(per, bit - per->first_bit);
}

static void put_around(ValueScope *around, Frame frame)
{
    frame.outer = around->frame;
    around->frame = arena_memdup(around->qb->r->arena, &frame, sizeof frame);
}

static bool is_key(const PerKey *per, const AstExpr *dim)
{
    bool is = false;
    for (size_t i = 0; i < per->keys.n_key && !is; i++)
        is = same_key(per_key_syntax(per, i), dim);
    return is;
}

/* `M[all D] per every K`: what D is of K is lifted of the `where`, too. */
static void lift_of_every(const Leaf *leaf, const AstExpr *value, ValueScope *around)
{
    Resolver *r = around->qb->r;
    for (; value->kind == AST_EXPR_BRACKET; value = value->as.bracket.base) {
        const AstContexts *items = &value->as.bracket.items;
        for (uint32_t i = 0; i < items->count; i++) {
            if (items->item[i].kind != AST_CONTEXT_ALL_OF)
                continue;
            AstLevelOf what = items->item[i].as.all_of;
            const AstExpr *dim = question_dereference(r, what.value);
            what.value = arena_memdup(r->arena, dim, sizeof *dim);
            if (!is_key(leaf->per, dim))
                put_around(around, (Frame){.lift = tree_level_key(r, &what, dim->span),
                                           .span = dim->span});
        }
    }
}

/* What all inside lift of the keys around K: K are those of all its values, as if the
   bracket stood behind the aggregate. false: nothing. */
static bool lift_around(const Leaf *leaf, const AstExpr *value, ValueScope *around)
{
    const PerKey *per = leaf->per;
    const Frame *before = around->frame;
    uint64_t bits = lifted_by_all(leaf->arg) & lifted_by_all(leaf->by) &
                    lifted_by_all(leaf->where) & ~per->context->lifted;
    bool all = question_lifts(bits, per->first_bit);
    for (size_t bit = 0; bit < per->first_bit && bits != UINT64_MAX; bit++) {
        if (question_lifts(bits, bit))
            put_around(around, (Frame){.lift = all ? NULL : key_of_bit(around, bit),
                                       .lift_bits = (uint64_t)1 << bit,
                                       .span = leaf->span});
    }
    if (per->every)
        lift_of_every(leaf, value, around);
    return around->frame != before;
}

const Expr *per_aggregate(const ValueScope *scope, const AstExpr *call, AggFn fn)
{
    Resolver *r = scope->qb->r;
    QuestionBuilder builder = *scope->qb;
    Question question = *scope->qb->q;
    ValueScope around = *scope;
    Leaf leaf;
    if (!read_leaf(scope, call, fn, &leaf))
        return NULL;
    if (lift_around(&leaf, call->as.call.args.item[0].value->as.per.base, &around)) {
        *scope->qb = builder; /* what was read is read anew */
        *scope->qb->q = question;
        scope = &around;
        if (!read_leaf(scope, call, fn, &leaf))
            return NULL;
    }
    const PerNode *node = (const PerNode *)(const void *)leaf.per;
    if (!stock_check_per(scope, &leaf, node->key) || !check_added(scope, call, &leaf) ||
        !aggregate_type(r, leaf.fn, leaf.arg, call->span, &leaf.type))
        return NULL;
    return per_leaf(scope, &leaf);
}

/* The steps around a stock, up to today; its own reading comes per day. */
static const Context *days_context(Resolver *r, const Context *stock)
{
    Context *context = ARENA_NEW(r->arena, Context);
    TimeStep *step = ARENA_ARRAY(r->arena, TimeStep, stock->n_step);
    for (size_t i = 0; i + 1 < stock->n_step; i++)
        step[i] = stock->step[i];
    step[stock->n_step - 1].op = TIME_WITHIN;
    context->step = step;
    context->n_step = stock->n_step;
    context->lifted = stock->lifted;
    return context;
}

/* The closing of one day. */
static const Expr *closing_of_day(const ValueScope *inner, const Leaf *stock)
{
    Leaf leaf = *stock;
    Context *context =
        arena_memdup(inner->qb->r->arena, stock->context, sizeof *stock->context);
    leaf.grain = inner->grain;
    leaf.context = context;
    context->lifted = 0;
    context->step += context->n_step - 1;
    context->n_step = 1;
    return leaf_expr(inner, &leaf);
}

const Expr *per_mean_of_days(const ValueScope *scope, const Leaf *stock)
{
    Resolver *r = scope->qb->r;
    AstName name = {.text = "day", .span = stock->span};
    AstExpr *day = ARENA_NEW(r->arena, AstExpr);
    day->kind = AST_EXPR_PATH;
    day->span = stock->span;
    day->as.path.item = arena_memdup(r->arena, &name, sizeof name);
    day->as.path.count = 1;
    PerNode *node = per_node(scope, &(AstExprs){.item = &day, .count = 1});
    node->per.every = true;
    node->per.context = days_context(r, stock->context);
    node = share_node(scope->qb, node);
    ValueScope inner = inside_keys(scope, node);
    Leaf mean = {.fn = AGG_AVG,
                 .span = stock->span,
                 .grain = scope->grain,
                 .per = &node->per,
                 .context = node->per.context};
    if (!leaf_bind_grain(&inner, stock->source, stock->context->axis))
        return NULL;
    mean.arg = closing_of_day(&inner, stock);
    if (!aggregate_type(r, AGG_AVG, mean.arg, stock->span, &mean.type))
        return NULL;
    return leaf_expr(scope, &mean);
}

const Expr *per_count(const ValueScope *scope, const AstExpr *call)
{
    const AstArg *arg = &call->as.call.args.item[0];
    AstExpr *key = arg->value;
    PerNode *node = per_node(scope, &(AstExprs){.item = &key, .count = 1});
    if (!node || !take_every(scope, node))
        return NULL;
    node->per.own_only = true;
    node = share_node(scope->qb, node);
    ValueScope inner = inside_keys(scope, node);
    Leaf leaf = {.fn = AGG_COUNT,
                 .span = call->span,
                 .grain = scope->grain,
                 .per = &node->per,
                 .context = node->per.context};
    leaf.where = value_condition(&inner, arg->where);
    if (!leaf.where ||
        !aggregate_type(scope->qb->r, AGG_COUNT, NULL, call->span, &leaf.type))
        return NULL;
    return per_leaf(scope, &leaf);
}

static const Expr *grain_expr(Resolver *r, const PerKey *per, uint32_t i, Span span)
{
    Expr node = {.kind = EXPR_GRAIN, .type = per->keys.type[i], .span = span};
    node.as.grain.per = per;
    node.as.grain.index = i;
    return expr_intern(r->exprs, &node);
}

const Expr *per_path(const ValueScope *scope, const AstPath *path)
{
    Resolver *r = scope->qb->r;
    for (const PerKey *per = scope->grain; per; per = per->outer) {
        const PerNode *node = (const PerNode *)(const void *)per;
        for (uint32_t i = 0; i < per->keys.n_key; i++) {
            const Expr *key = grain_expr(r, per, i, path->span);
            if (node->key[i]->kind != AST_EXPR_PATH)
                continue;
            if (entity_same_path(&node->key[i]->as.path, path))
                return key;
            const Expr *found = entity_attribute(r, node->key[i], path, key);
            if (found)
                return found;
        }
    }
    return NULL;
}

const Expr *per_bare(const ValueScope *scope, const AstExpr *name)
{
    Resolver *r = scope->qb->r;
    for (const PerKey *per = scope->grain; per; per = per->outer) {
        const PerNode *node = (const PerNode *)(const void *)per;
        for (uint32_t i = 0; i < per->keys.n_key; i++) {
            const Expr *key = grain_expr(r, per, i, name->span);
            const Expr *found = entity_dimension(r, node->key[i], name, key);
            if (found)
                return found;
        }
    }
    return NULL;
}
