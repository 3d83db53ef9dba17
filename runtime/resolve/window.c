/* Event windows: `M per K before TIME within N U`. M is resolved as the question "M by
   K"; then every aggregate in it becomes a window of its own, over the rows of the same
   K whose time lies between two times of the row that looks, and what M computes of its
   aggregates is computed of the windows. */
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/subquestion.h"

typedef struct {
    const RowScope *rows;
    const AstExpr *per;
    const Question *by_keys; /* M by K */
    const Expr **key;        /* K of the row */
    const Expr *from, *to;   /* times of the row; NULL: no end there */
} Windowing;

static bool refuse(const Windowing *w, const char *what, const char *help)
{
    Resolver *r = w->rows->r;
    Diag *d = diag_error(r->sink, DIAG_EVENT_WINDOW, w->per->as.per.base->span,
                         "an event window cannot look at %s", what);
    diag_help(r->sink, d, "%s", help);
    return false;
}

/* A name, call or what stood in brackets; a bare number is a year. */
static const Expr *read_moment(const RowScope *rows, const AstExpr *ast)
{
    Resolver *r = rows->r;
    const Variable *var = ast->kind == AST_EXPR_PARAMETER
                              ? resolve_find_variable(r, ast->as.parameter.text)
                              : NULL;
    const Expr date = {.type.kind = VALUE_DATE};
    const Expr *year = compare_year(r, &date, var && var->value ? var->value : ast);
    const Expr *time = year ? year : row_expr(rows, ast);
    if (!time || time->type.kind == VALUE_DATE || time->type.kind == VALUE_MOMENT ||
        time->type.kind == VALUE_PERIOD)
        return time;
    Diag *d = diag_error(r->sink, DIAG_TYPE, ast->span,
                         "a window wants a date or moment of the row, found %s",
                         type_text(r->arena, time->type));
    diag_help(r->sink, d, "write `before ordered`, `after (ordered + 1 days)`");
    return NULL;
}

/* A period begins and ends by the day. */
static const Expr *edge_of(Resolver *r, const Expr *time, AstSide side)
{
    if (time->type.kind != VALUE_PERIOD)
        return time;
    FnId fn = side == AST_SIDE_UNTIL ? FN_END_OF : FN_START_OF;
    return typed_call(r, fn, time->span, &time, 1);
}

static bool read_ends(Windowing *w, const AstWindow *window)
{
    Resolver *r = w->rows->r;
    const Expr *time = read_moment(w->rows, window->moment);
    if (!time || !(time = edge_of(r, time, window->side)))
        return false;
    bool forward = window->side == AST_SIDE_AFTER;
    w->from = forward ? time : NULL;
    w->to = forward ? NULL : time;
    if (!window->has_within)
        return true;
    if (!window->within) {
        diag_error(r->sink, DIAG_EVENT_WINDOW, window->span,
                   "nothing is less than 0 %ss away", ast_unit_text(window->unit));
        return false;
    }
    AstExpr interval = {.kind = AST_EXPR_INTERVAL, .span = window->span};
    interval.as.interval.count = window->within;
    interval.as.interval.unit = window->unit;
    interval.as.interval.working = window->working;
    const Expr *other = literal_shift(r, time, &interval, !forward);
    w->from = forward ? time : other;
    w->to = forward ? other : time;
    return other != NULL;
}

static bool check_leaf(const Windowing *w, const Leaf *leaf)
{
    if (leaf->per)
        return refuse(w, "an aggregate of values per key",
                      "take a plain measure, or an aggregate of rows");
    if (leaf->context->until)
        return refuse(w, "a stock", "take a plain measure, or an aggregate of rows");
    if (leaf->context->n_step || leaf->context->lifted)
        return refuse(w, "another period or level",
                      "the window itself says which rows count; `[where ...]` and "
                      "`[on ...]` may stand in a bracket");
    if (leaf->context->spread)
        return refuse(w, "parts of targets",
                      "take a measure of whole rows, without `spread`");
    if (leaf->context->axis)
        return true;
    Diag *d = diag_error(w->rows->r->sink, DIAG_NO_AXIS, w->per->span,
                         "`%s` has no time axis, so nothing in it is before or after",
                         leaf->source->name);
    diag_help(w->rows->r->sink, d, "declare when its rows happen: `time day = column`");
    return false;
}

/* K of the row and of the events is the same thing. */
static bool check_keys(const Windowing *w, const Leaf *leaf, const Binding *binding)
{
    Resolver *r = w->rows->r;
    const AstExprs *keys = &w->per->as.per.keys;
    Binding both[] = {{.source = w->rows->source, .value = w->key},
                      {.source = leaf->source, .value = binding->value}};
    KeyList list = {.binding = both, .n_binding = 2};
    for (uint32_t i = 0; i < keys->count; i++) {
        const AstExpr *path = keys->item[i];
        if (!types_compare(w->key[i]->type, binding->value[i]->type)) {
            diag_error(
                r->sink, DIAG_TYPE, path->span, "this is %s in `%s` and %s in `%s`",
                type_text(r->arena, w->key[i]->type), both[0].source->name,
                type_text(r->arena, binding->value[i]->type), both[1].source->name);
            return false;
        }
        if (leaf->source != w->rows->source &&
            !clause_check_conformed(r, path, &list, i))
            return false;
    }
    return true;
}

/* How a row is told from others of its source. Before and after its own time are the
   two sides of the row itself in order of time and key; without a key rows are not told
   apart, and only `before` does not meet them. */
static bool take_self(const Windowing *w, EventWindow *window, const Leaf *leaf)
{
    Resolver *r = w->rows->r;
    AstSide side = w->per->as.per.window->side;
    const Expr *time = side == AST_SIDE_AFTER ? w->from : w->to;
    if (leaf->source != w->rows->source)
        return true;
    bool is_own = time == leaf->context->axis->value;
    window->n_self = (uint32_t)leaf->source->n_key;
    window->in_order = is_own && side != AST_SIDE_UNTIL && window->n_self;
    if (is_own && side == AST_SIDE_BEFORE)
        return true;
    if (window->n_self)
        return true;
    Diag *d = diag_error(r->sink, DIAG_NO_KEY, w->per->span,
                         "a row is never its own event, and without a key `%s` cannot "
                         "tell it from others",
                         leaf->source->name);
    diag_help(r->sink, d, "declare it: `key column`");
    return false;
}

static const Expr *leaf_window(const Windowing *w, const Leaf *leaf)
{
    Resolver *r = w->rows->r;
    if (!check_leaf(w, leaf))
        return NULL;
    EventWindow *window = ARENA_NEW(r->arena, EventWindow);
    const Axis *axis = leaf->context->axis;
    const Expr *time = w->from ? w->from : w->to;
    window->leaf = leaf;
    window->by_keys = w->by_keys;
    window->key = key_list_binding(&w->by_keys->keys, leaf->source, axis, NULL);
    window->n_key = w->per->as.per.keys.count;
    window->moments =
        axis->value->type.kind == VALUE_MOMENT && time->type.kind == VALUE_MOMENT;
    window->has_from = w->from != NULL;
    window->has_to = w->to != NULL;
    window->after_from = w->per->as.per.window->side != AST_SIDE_AFTER;
    window->until_to = w->per->as.per.window->side == AST_SIDE_UNTIL;
    if (!check_keys(w, leaf, window->key) || !take_self(w, window, leaf))
        return NULL;
    uint32_t n = 0;
    const Expr **arg =
        ARENA_ARRAY(r->arena, const Expr *, window->n_key + window->n_self + 2);
    for (uint32_t i = 0; i < window->n_key; i++)
        arg[n++] = w->key[i];
    if (w->from)
        arg[n++] = w->from;
    if (w->to)
        arg[n++] = w->to;
    for (uint32_t i = 0; i < window->n_self; i++)
        arg[n++] = leaf->source->key[i];
    Expr node = {.kind = EXPR_WINDOW, .type = leaf->type, .span = w->per->span};
    node.type.add = ADD_FLOW;
    node.as.window = window;
    node.arg = arg;
    node.n_arg = n;
    return expr_intern(r->exprs, &node);
}

/* An expression of the question, over the row. */
static const Expr *over_row(const Windowing *w, const Expr *expr)
{
    Resolver *r = w->rows->r;
    Expr node = *expr;
    if (expr->kind == EXPR_LEAF) {
        const Expr *window = leaf_window(w, expr->as.leaf);
        if (!window)
            return NULL;
        node = *window;
        node.type = expr->type;
    } else if (expr->kind == EXPR_KEY) {
        return w->key[expr->as.index];
    } else if (expr->kind == EXPR_CALL || expr->kind == EXPR_MEMBER) {
        node.arg = ARENA_ARRAY(r->arena, const Expr *, expr->n_arg + 1);
        for (uint32_t i = 0; i < expr->n_arg; i++) {
            if (!(node.arg[i] = over_row(w, expr->arg[i])))
                return NULL;
        }
    } else if (expr->kind != EXPR_CONST && expr->kind != EXPR_SCALAR) {
        refuse(w, "what is no aggregate of rows", "take a measure, or `count()`");
        return NULL;
    }
    node.type.add = ADD_FLOW;
    return expr_intern(r->exprs, &node);
}

static bool has_time_unit(const Resolver *r, const AstExprs *keys, Span *span)
{
    PeriodUnit unit;
    for (uint32_t i = 0; i < keys->count; i++) {
        *span = keys->item[i]->span;
        if (leaf_is_time_unit(r, question_dereference(r, keys->item[i]), &unit))
            return true;
    }
    return false;
}

const Expr *window_attribute(const RowScope *scope, const AstExpr *per)
{
    Resolver *r = scope->r;
    Span span;
    if (has_time_unit(r, &per->as.per.keys, &span)) {
        Diag *d = diag_error(r->sink, DIAG_EVENT_WINDOW, span,
                             "a window has its own time; it is kept per entity or "
                             "dimension");
        diag_help(r->sink, d, "write `per customer before ordered within 3 months`");
        return NULL;
    }
    const Expr **key =
        ARENA_ARRAY(r->arena, const Expr *, per->as.per.keys.count + (size_t)1);
    Windowing w = {.rows = scope, .per = per, .key = key};
    w.by_keys = subquestion_by_keys(scope, per, key);
    if (!w.by_keys || !read_ends(&w, per->as.per.window))
        return NULL;
    if (!w.by_keys->n_leaf) {
        refuse(&w, "what is no aggregate of rows", "take a measure, or `count()`");
        return NULL;
    }
    return over_row(&w, w.by_keys->item[0].value);
}
