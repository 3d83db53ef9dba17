/* Aggregates: what they add up, over which rows, in which context. An aggregate's
   home is the source in scope, or the source its argument names before a dot. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/aggregate.h"
#include "runtime/resolve/profile.h"
#include "runtime/resolve/tree.h"
#include "runtime/resolve/what_if.h"

#include <string.h>

bool leaf_is_time_unit(const Resolver *r, const AstExpr *key, PeriodUnit *unit)
{
    AstUnit plain;
    if (key->kind == AST_EXPR_CALENDAR_UNIT) {
        const AstCalendarUnit *ast = &key->as.calendar_unit;
        const NamedCalendar *named = model_find_calendar(r->model, ast->calendar.text);
        *unit = calendar_unit(named ? &named->rule : NULL, period_base(ast->unit));
        return true;
    }
    if (key->kind != AST_EXPR_PATH || key->as.path.count != 1 ||
        !ast_name_unit(key->as.path.item[0], &plain))
        return false;
    *unit = period_unit(r, plain);
    return true;
}

/* Where a key leads that is a dimension, or another name of one. */
static bool reach_key(const RowScope *scope, const AstExpr *key, Reach *found)
{
    key = tree_entity_of(key);
    if (key->kind != AST_EXPR_PATH)
        return false;
    if (reach_path(scope, &key->as.path, found) == REACH_ONE)
        return found->dim != NULL;
    const Dim *other = model_find_dim(scope->r->model, key->as.path.item[0].text);
    RowScope inner = {scope->r, scope->source, false, NULL, NULL, NULL};
    return other && other->kind == DIM_GLOBAL &&
           reach_key(&inner, other->ast->value, found);
}

const Expr *leaf_key_label(const RowScope *scope, const AstExpr *key)
{
    Reach found;
    if (!reach_key(scope, key, &found))
        return NULL;
    const Expr *label = NULL;
    const AstDimension *level = found.dim->ast;
    RowScope rows = {scope->r, found.dim->source, true, NULL, NULL, NULL};
    if (found.dim->kind == DIM_ENTITY)
        label = dim_label(scope->r, found.dim);
    else if (level && level->value && tree_is_level(level->value))
        label = leaf_key_label(&rows, level->value);
    return label ? reach_wrap(scope->r, &found, label) : NULL;
}

const Dim *leaf_key_sorted(const RowScope *scope, const AstExpr *key)
{
    Reach found;
    const Dim *dim =
        reach_key(scope, key, &found) ? dim_identity(scope->r, found.dim) : NULL;
    return dim && dim_order(scope->r, dim) ? dim : NULL;
}

/* Keys on their way into a binding. */
typedef struct {
    QuestionBuilder *qb;
    RowScope rows;
    BindTo to;
    Binding binding;
} Binder;

/* One key over rows of the source, with its label. */
static bool bind_key(Binder *b, const AstExpr *key, size_t i)
{
    const Axis *axis = b->to.axis;
    const Expr *value = row_expr(&b->rows, key);
    const Expr *label = value ? leaf_key_label(&b->rows, key) : NULL;
    if (value && value->is_dated)
        b->binding.axis = axis;
    value = dated_bind(b->rows.r, value, b->to.source, axis, key->span);
    b->binding.sees_events |= value && expr_sees_rows(value);
    b->binding.value[i] = as_of_reach(b->qb, value, b->to.as_of);
    b->binding.label[i] = dated_bind(b->rows.r, label, b->to.source, axis, key->span);
    return value != NULL;
}

/* Does the binding have all keys, and its source time where that is wanted? */
static bool knows_all(const Resolver *r, const Binding *binding,
                      const AstExpr *const *key, size_t n, BindTo to)
{
    bool all = true;
    bool has_time = to.without_time || binding->source->n_axis;
    PeriodUnit unit;
    for (size_t i = 0; i < n; i++)
        all &= leaf_is_time_unit(r, key[i], &unit)
                   ? has_time
                   : binding->value[i] != NULL || question_lifts(to.lifted, i);
    return all;
}

/* One that is lifted need not be known. */
static bool bind_if_known(Binder *b, const AstExpr *key, size_t i)
{
    if (!question_lifts(b->to.lifted, i))
        return bind_key(b, key, i);
    DiagHush hush = diag_hush(b->rows.r->sink);
    bind_key(b, key, i);
    diag_unhush(b->rows.r->sink, hush);
    return true;
}

const Binding *leaf_bind_keys(QuestionBuilder *qb, KeyList *keys,
                              const AstExpr *const *key, BindTo to)
{
    const Source *source = to.source;
    Resolver *r = qb->r;
    const Binding *known = key_list_binding(keys, source, to.axis, to.as_of);
    if (known && (to.partly || knows_all(r, known, key, keys->n_key, to)))
        return known;
    Binder b = {qb,
                {r, source, to.with_columns, NULL, NULL, NULL},
                to,
                {.source = source,
                 .as_of = to.as_of,
                 .value = ARENA_ARRAY(r->arena, const Expr *, keys->n_key + 1),
                 .label = ARENA_ARRAY(r->arena, const Expr *, keys->n_key + 1)}};
    bool ok = true;
    DiagHush hush = diag_hush(r->sink);
    if (!to.partly)
        diag_unhush(r->sink, hush);
    for (size_t i = 0; i < keys->n_key; i++) {
        PeriodUnit unit;
        if (leaf_is_time_unit(r, key[i], &unit)) {
            keys->type[i] = (Type){.kind = VALUE_PERIOD, .period = unit};
            if (!source->n_axis && !to.without_time) {
                kept_report_no_axis(r, key[i], source, unit);
                ok = false;
            }
            continue;
        }
        ok &= bind_if_known(&b, key[i], i);
        if (b.binding.value[i])
            keys->type[i] = b.binding.value[i]->type;
    }
    if (to.partly)
        diag_unhush(r->sink, hush);
    else if (!ok)
        return NULL;
    ARENA_PUSH(r->arena, keys->binding, keys->n_binding, keys->cap_binding, b.binding);
    return &keys->binding[keys->n_binding - 1];
}

static bool same_leaf(const Leaf *a, const Leaf *b)
{
    return a->source == b->source && a->rows == b->rows && a->fn == b->fn &&
           a->arg == b->arg && a->gone == b->gone && a->by == b->by &&
           a->where == b->where && a->per == b->per && a->grain == b->grain &&
           !decimal_compare(a->p, b->p) && context_equal(a->context, b->context);
}

const Expr *leaf_expr(const ValueScope *scope, const Leaf *asked)
{
    Resolver *r = scope->qb->r;
    Question *q = scope->qb->q;
    const Leaf *leaf = NULL;
    Leaf wanted = *asked;
    if (wanted.source && !wanted.context->until &&
        !what_if_rows(scope, wanted.source, &wanted.rows))
        return NULL;
    for (size_t i = 0; i < q->n_leaf && !leaf; i++)
        leaf = same_leaf(q->leaf[i], &wanted) ? q->leaf[i] : NULL;
    if (!leaf) {
        Leaf *own = arena_memdup(r->arena, &wanted, sizeof wanted);
        own->id = (uint32_t)q->n_leaf;
        ARENA_PUSH(r->arena, q->leaf, q->n_leaf, q->cap_leaf, own);
        leaf = own;
    }
    Expr node = {.kind = EXPR_LEAF, .type = leaf->type, .span = leaf->span};
    node.as.leaf = leaf;
    return expr_intern(r->exprs, &node);
}

static const AstPath *first_path(const AstExpr *ast)
{
    switch (ast->kind) {
    case AST_EXPR_PATH:
        return &ast->as.path;
    case AST_EXPR_UNARY:
        return first_path(ast->as.unary.operand);
    case AST_EXPR_CHAIN:
        return first_path(ast->as.chain.first);
    case AST_EXPR_COMPARE:
        return first_path(ast->as.compare.left);
    case AST_EXPR_CALL:
        return ast->as.call.args.count ? first_path(ast->as.call.args.item[0].value)
                                       : NULL;
    case AST_EXPR_PER:
        return first_path(ast->as.per.base);
    case AST_EXPR_NUMBER:
    case AST_EXPR_PERCENT:
    case AST_EXPR_MONEY:
    case AST_EXPR_INTERVAL:
    case AST_EXPR_TEXT:
    case AST_EXPR_PERIOD:
    case AST_EXPR_RELATIVE:
    case AST_EXPR_CALENDAR_UNIT:
    case AST_EXPR_CALENDAR_PERIOD:
    case AST_EXPR_PARAMETER:
    case AST_EXPR_ALL:
    case AST_EXPR_ALL_TIME:
    case AST_EXPR_QUERY:
    case AST_EXPR_BETWEEN:
    case AST_EXPR_IN_LIST:
    case AST_EXPR_IN_QUERY:
    case AST_EXPR_IN_SET:
    case AST_EXPR_IS_EMPTY:
    case AST_EXPR_RANGE:
    case AST_EXPR_BRACKET:
        break;
    }
    return NULL;
}

static void report_measure(Resolver *r, const AstExpr *call, const Measure *measure)
{
    const char *fn = call->as.call.function.text;
    Diag *d = diag_error(
        r->sink, DIAG_MEASURE_IN_ROW, call->as.call.args.item[0].value->span,
        "`%s` is a measure; `%s` wants a value of one row", measure->name, fn);
    const AstExpr *arg = call->as.call.args.item[0].value;
    if (arg->kind == AST_EXPR_PATH && measure->type.kind == VALUE_NUMBER &&
        measure->type.add == ADD_FLOW && ascii_same(fn, "sum"))
        diag_help(r->sink, d, "it is added up already: write `%s`", measure->name);
    else if (arg->kind == AST_EXPR_CHAIN &&
             arg->as.chain.terms.item[arg->as.chain.terms.count - 1].operand->kind ==
                 AST_EXPR_PER)
        diag_help(r->sink, d,
                  "say that all of it is a value per key: `%s((...) per K)`", fn);
    else
        diag_help(r->sink, d, "say whose value it is: `%s(%s per %s)`",
                  measure->type.add == ADD_RATIO && ascii_same(fn, "sum") ? "avg" : fn,
                  measure->name, key_example(measure->source, false));
}

static bool has_own(const Source *source, const char *name)
{
    return source_find_column(source, name) >= 0 || source_find_dim(source, name) ||
           source_find_axis(source, name);
}

/* Do rows of `source` know what the lines are kept by? */
static bool knows_keys(const ValueScope *scope, const Source *source)
{
    const QuestionBuilder *qb = scope->qb;
    RowScope rows = {qb->r, source, false, NULL, NULL, NULL};
    bool knows = true;
    DiagHush hush = diag_hush(qb->r->sink);
    for (size_t i = 0; i < qb->q->n_by && knows; i++) {
        PeriodUnit unit;
        knows = leaf_is_time_unit(qb->r, qb->key[i], &unit)
                    ? source->n_axis > 0
                    : row_expr(&rows, qb->key[i]) != NULL;
    }
    diag_unhush(qb->r->sink, hush);
    return knows;
}

static bool is_reached(const ValueScope *scope, const AstPath *path)
{
    Reach found;
    RowScope rows = {scope->qb->r, scope->source, true, NULL, NULL, NULL};
    DiagHush hush = diag_hush(scope->qb->r->sink);
    int how = reach_path(&rows, path, &found);
    diag_unhush(scope->qb->r->sink, hush);
    return how != REACH_NONE;
}

/* `M per K` as an attribute looks at rows of any source: what these rows do not know
   belongs to the one that has it and K; if none has both, the one that has it says what
   K it lacks. NULL: several have both, which was reported. */
static const Source *attribute_home(const ValueScope *scope, const AstPath *path)
{
    const Model *model = scope->qb->r->model;
    const Source *found = NULL, *other = NULL;
    size_t n_other = 0;
    const char *name = path->item[0].text;
    if (is_reached(scope, path) || model_find_measure(model, name) ||
        model_find_dim(model, name))
        return scope->source;
    for (size_t i = 0; i < model->n_source; i++) {
        const Source *s = model->source[i];
        if (s == scope->source || !has_own(s, name))
            continue;
        other = s;
        n_other++;
        if (!knows_keys(scope, s))
            continue;
        if (found) {
            Diag *d =
                diag_error(scope->qb->r->sink, DIAG_AMBIGUOUS, path->span,
                           "both `%s` and `%s` have `%s`", found->name, s->name, name);
            diag_help(scope->qb->r->sink, d, "say whose it is: `%s.%s` or `%s.%s`",
                      found->name, name, s->name, name);
            return NULL;
        }
        found = s;
    }
    return found ? found : n_other == 1 ? other : scope->source;
}

/* a / b per K, which is a / (b per K) */
static bool ends_with_per(const AstExpr *call)
{
    const AstExpr *arg =
        call->as.call.args.count ? call->as.call.args.item[0].value : NULL;
    if (!arg || arg->kind != AST_EXPR_CHAIN)
        return false;
    const AstTerms *terms = &arg->as.chain.terms;
    return terms->count && terms->item[terms->count - 1].operand->kind == AST_EXPR_PER;
}

/* Where the rows of an aggregate come from. */
static const Source *aggregate_home(const ValueScope *scope, const AstExpr *call)
{
    Resolver *r = scope->qb->r;
    const AstPath *path =
        call->as.call.args.count ? first_path(call->as.call.args.item[0].value) : NULL;
    const Source *named = path && path->count > 1
                              ? model_find_source(r->model, path->item[0].text)
                              : NULL;
    if (scope->source) {
        Reach found;
        RowScope rows = {r, scope->source, true, NULL, NULL, NULL};
        if (!named && path && path->count == 1 && scope->qb->is_attribute)
            return attribute_home(scope, path);
        if (!named || named == scope->source)
            return scope->source;
        return reach_path(&rows, path, &found) == REACH_NONE ? named : scope->source;
    }
    if (named)
        return named;
    const Measure *measure = path && path->count == 1
                                 ? model_find_measure(r->model, path->item[0].text)
                                 : NULL;
    if (measure)
        return report_measure(r, call, measure), NULL;
    Diag *d =
        diag_error(r->sink, DIAG_NO_SOURCE, call->span,
                   "it is not said whose rows `%s` takes", call->as.call.function.text);
    if (ends_with_per(call))
        diag_help(r->sink, d,
                  "`per` goes with what stands right before it; brackets take it all: "
                  "`%s((a / b) per month)`",
                  call->as.call.function.text);
    else
        diag_help(r->sink, d,
                  "name the source: `show %s(...) from lines`, or declare a "
                  "measure",
                  call->as.call.function.text);
    return NULL;
}

/* count(customer): the entity whose own rows are counted, unless it is a column. */
static const Source *counted_entity(const ValueScope *scope, const AstExpr *call)
{
    const AstExpr *arg =
        call->as.call.args.count == 1 ? call->as.call.args.item[0].value : NULL;
    if (!arg || arg->kind != AST_EXPR_PATH || arg->as.path.count != 1 ||
        call->as.call.distinct)
        return NULL;
    const char *name = arg->as.path.item[0].text;
    if (scope->source && source_find_column(scope->source, name) >= 0)
        return NULL;
    const Model *model = scope->qb->r->model;
    for (size_t i = 0; i < model->n_source; i++) {
        const Source *s = model->source[i];
        if (s->entity && ascii_same(s->entity->name, name))
            return s;
    }
    return NULL;
}

bool leaf_percentile_point(const ValueScope *scope, const AstExpr *ast, Decimal *p)
{
    Type type;
    Value value;
    Resolver *r = scope->qb->r;
    if (!resolve_constant(r, ast, &type, &value))
        return false;
    Decimal hundred = decimal_from_i64(100);
    *p = value.as.number;
    if (type.kind == VALUE_NUMBER && type.unit.kind != UNIT_PERCENT && !value.empty &&
        decimal_compare(*p, decimal_from_i64(1)) > 0 && !decimal_div(*p, hundred, p))
        return false;
    if (type.kind == VALUE_NUMBER && !value.empty && decimal_sign(*p) >= 0 &&
        decimal_compare(*p, decimal_from_i64(1)) <= 0)
        return true;
    diag_error(r->sink, DIAG_TYPE, ast->span,
               "a percentile stands between 0%% and 100%%");
    return false;
}

/* A condition inside the brackets is one more frame. */
static ValueScope argument_scope(const ValueScope *scope, const AstExpr *where,
                                 const Source *home)
{
    ValueScope inner = *scope;
    if (where) {
        Frame *frame = ARENA_NEW(scope->qb->r->arena, Frame);
        frame->outer = scope->frame;
        frame->where = where;
        frame->where_scope = home;
        inner.frame = frame;
    }
    return inner;
}

/* The expressions of a leaf, read on its axis. */
static bool date_leaf(const ValueScope *scope, const AstExpr *call, Leaf *leaf)
{
    Resolver *r = scope->qb->r;
    const Axis *axis = leaf->context->axis;
    bool has_arg = leaf->arg != NULL, has_by = leaf->by != NULL;
    const Day *as_of = leaf->context->as_of;
    leaf->arg = dated_bind(r, leaf->arg, leaf->source, axis, call->span);
    leaf->by = dated_bind(r, leaf->by, leaf->source, axis, call->span);
    leaf->arg = as_of_reach(scope->qb, leaf->arg, as_of);
    leaf->by = as_of_reach(scope->qb, leaf->by, as_of);
    return (!has_arg || leaf->arg) && (!has_by || leaf->by);
}

/* A value of rows that an aggregate reads. */
static const Expr *row_value(const ValueScope *scope, const Source *home,
                             const AstExpr *ast)
{
    RowScope rows = {scope->qb->r, home, true, NULL, NULL, NULL};
    WhatIfRow as_if = what_if_row_begin(scope->qb, scope->frame);
    const Expr *value = row_expr(&rows, ast);
    what_if_row_end(scope->qb, &as_if);
    return value;
}

static const Expr *argument_value(const ValueScope *scope, const Source *home, AggFn fn,
                                  const AstArg *arg)
{
    RowScope rows = {scope->qb->r, home, true, NULL, NULL, NULL};
    const Expr *label = fn == AGG_TEXT_LIST ? leaf_key_label(&rows, arg->value) : NULL;
    return label ? label : row_value(scope, home, arg->value);
}

/* An aggregate over rows of a source. */
static const Expr *row_aggregate(const ValueScope *scope, const AstExpr *call, AggFn fn,
                                 const Source *home, bool whole_rows)
{
    Resolver *r = scope->qb->r;
    const AstArg *arg = call->as.call.args.count ? &call->as.call.args.item[0] : NULL;
    Leaf leaf = {.source = home, .fn = fn, .span = call->span, .grain = scope->grain};
    if (arg && !whole_rows) {
        leaf.arg = aggregate_argument(r, fn, argument_value(scope, home, fn, arg));
        if (!leaf.arg || !aggregate_check_joined(scope, fn, leaf.arg, arg->value->span))
            return NULL;
    }
    if (call->as.call.distinct)
        leaf.fn = AGG_COUNT_DISTINCT;
    if (fn == AGG_PERCENTILE &&
        !leaf_percentile_point(scope, call->as.call.args.item[1].value, &leaf.p))
        return NULL;
    if (arg && arg->by && !(leaf.by = row_value(scope, home, arg->by)))
        return NULL;
    if (arg && arg->by && !home->n_key) {
        diag_error(r->sink, DIAG_NO_KEY, call->span,
                   "`%s` needs a key of `%s` to break ties",
                   call->as.call.function.text, home->name);
        return NULL;
    }
    ValueScope inner = argument_scope(scope, arg ? arg->where : NULL, home);
    leaf.context = leaf_context(&inner, home, call->span);
    const Axis *axis = leaf.context ? leaf.context->axis : source_default_axis(home);
    bool bound =
        (leaf.context || !stock_is_asked(&inner)) && leaf_bind_grain(scope, home, axis);
    if (!leaf.context || !bound ||
        (!leaf.context->spread &&
         (!per_check_units(scope, home, leaf.context->axis) ||
          !kept_check_days(scope, call->span, home, leaf.context))) ||
        !date_leaf(scope, call, &leaf) ||
        !aggregate_type(r, leaf.fn, leaf.arg, call->span, &leaf.type) ||
        !spread_check_aggregate(r, &leaf))
        return NULL;
    if (leaf.context->spread) {
        leaf.type.integer = false;
        leaf.type.quotient = true;
    }
    return leaf.context->until ? stock_expr(&inner, &leaf) : leaf_expr(scope, &leaf);
}

const Expr *leaf_aggregate(const ValueScope *scope, const AstExpr *call, AggFn fn)
{
    if (!aggregate_check_arguments(scope, call, fn))
        return NULL;
    const Expr *lagged;
    if (lag_aggregate(scope, call, fn, &lagged))
        return lagged;
    const AstArg *arg = call->as.call.args.count ? &call->as.call.args.item[0] : NULL;
    const Source *entity = fn == AGG_COUNT ? counted_entity(scope, call) : NULL;
    if (entity && arg->where)
        return per_count(scope, call);
    if (entity)
        return row_aggregate(scope, call, fn, entity, true);
    if (arg && arg->value->kind == AST_EXPR_PER && !arg->value->as.per.window)
        return per_aggregate(scope, call, fn);
    const Source *home = aggregate_home(scope, call);
    return home ? row_aggregate(scope, call, fn, home, false) : NULL;
}
