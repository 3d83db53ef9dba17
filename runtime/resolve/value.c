/* Expressions of an answer: measures and aggregates in their context, the keys of the
   line, aliases. A measure is its definition resolved anew in the context it stands
   in, so a tree of leaves is all that is left. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/entity.h"
#include "runtime/resolve/subquestion.h"

#include <string.h>

static const Expr *value_child(const void *scope, const AstExpr *ast)
{
    const ValueScope *values = scope;
    const Expr *expr = value_expr(values, ast);
    place_note(values->qb->r, expr, ast->span);
    return expr;
}

static const Expr *index_expr(Resolver *r, ExprKind kind, uint32_t index, Type type,
                              Span span)
{
    Expr node = {.kind = kind, .type = type, .span = span};
    node.as.index = index;
    return expr_intern(r->exprs, &node);
}

/* As declared, or in the currency that a bracket asks for. */
static const Expr *with_type(Resolver *r, const Expr *expr, const Measure *m, Type type)
{
    Expr node = *expr;
    bool is_converted = strcmp(type.unit.currency, m->type.unit.currency) != 0;
    if (is_converted)
        node.type.unit = type.unit;
    else if (!types_relabel(r, &node.type, type, m->ast->type->span))
        return NULL;
    return expr_intern(r->exprs, &node);
}

/* Says where the way through the definitions closes. While definitions are checked,
   only the first one written of those that lie on it speaks. */
static void report_cycle(const QuestionBuilder *qb, unsigned start)
{
    const Measure *m = qb->inside[start];
    bool checking = qb->inside[0]->state == RESOLVE_RUNNING;
    StrBuf sb;
    strbuf_init(&sb);
    for (unsigned i = start; i < qb->depth; i++) {
        const Measure *other = qb->inside[i];
        if (checking &&
            (start > 0 || other->span.file < m->span.file ||
             (other->span.file == m->span.file && other->span.begin < m->span.begin)))
            goto done;
        strbuf_addf(&sb, "`%s` -> ", other->name);
    }
    Diag *d = diag_error(qb->r->sink, DIAG_CYCLE, m->span, "`%s` is defined by itself",
                         m->name);
    if (qb->depth - start > 1)
        diag_help(qb->r->sink, d, "one leads to the next: %s`%s`", sb.text, m->name);
done:
    strbuf_release(&sb);
}

/* Is `m` being read already, or is it too deep? Then that is reported. */
static bool is_closed(QuestionBuilder *qb, const Measure *m)
{
    for (unsigned i = qb->fresh; i < qb->depth; i++) {
        if (qb->inside[i] == m)
            return report_cycle(qb, i), true;
    }
    if (qb->depth < MEASURE_DEPTH_MAX)
        return false;
    diag_error(qb->r->sink, DIAG_TOO_DEEP, m->span,
               "measures stand on measures more than %d deep", MEASURE_DEPTH_MAX);
    return true;
}

static void note_measure(QuestionBuilder *qb, const Measure *m)
{
    Question *q = qb->q;
    for (size_t i = 0; i < q->n_measure; i++) {
        if (q->measure[i] == m)
            return;
    }
    ARENA_PUSH(qb->r->arena, q->measure, q->n_measure, q->cap_measure, m);
}

ValueScope value_inside(const ValueScope *scope, const Measure *m)
{
    Frame *frame = ARENA_NEW(scope->qb->r->arena, Frame);
    frame->outer = scope->frame;
    frame->is_measure = true;
    frame->where = m->ast->where;
    frame->where_scope = m->source;
    frame->axis = m->ast->axis.count ? &m->ast->axis : NULL;
    frame->axis_scope = m->source;
    frame->spread = m->ast->spread.kind != AST_SPREAD_NONE ? &m->ast->spread : NULL;
    frame->stock = m->ast->stock.kind != AST_STOCK_NONE ? &m->ast->stock : NULL;
    frame->stock_scope = m->source;
    frame->span = m->span;
    return (ValueScope){
        .qb = scope->qb, .source = m->source, .frame = frame, .grain = scope->grain};
}

static const Expr *measure_expr(const ValueScope *scope, Measure *m, Span span)
{
    QuestionBuilder *qb = scope->qb;
    Resolver *r = qb->r;
    const Expr *put;
    note_measure(qb, m);
    if (what_if_expr(scope, m, &put))
        return put;
    if (is_closed(qb, m) || !shared_may_expand(r, span))
        return NULL;
    ValueScope inner = value_inside(scope, m);
    qb->inside[qb->depth++] = m;
    const Expr *expr = value_expr(&inner, m->ast->value);
    qb->depth--;
    Type type = m->type;
    if (expr && m->has_type)
        expr = currency_convert(&inner, expr, span, &type);
    if (expr && m->has_type)
        expr = with_type(r, expr, m, type);
    if (expr) {
        Expr node = *expr;
        node.span = span;
        expr = expr_intern(r->exprs, &node);
    }
    return expr;
}

/* Is the item called by the name that it is? */
static bool is_own_name(const Resolver *r, const AstExpr *item, AstName name)
{
    item = item ? question_dereference(r, item) : NULL;
    return item && item->kind == AST_EXPR_PATH && item->as.path.count == 1 &&
           ascii_same(item->as.path.item[0].text, name.text);
}

/* A bracket changes the context of what an alias stands for. */
static const Expr *find_alias(const ValueScope *scope, AstName name)
{
    const Question *q = scope->qb->q;
    for (size_t i = 0; i < q->n_item; i++) {
        if (q->item[i].is_hidden || !ascii_same(q->item[i].title, name.text))
            continue;
        const AstExpr *item = scope->qb->item[i];
        if (scope->in_bracket && is_own_name(scope->qb->r, item, name))
            return NULL;
        if (scope->in_bracket && item)
            return value_expr(scope, item);
        return index_expr(scope->qb->r, EXPR_ITEM, (uint32_t)i, q->item[i].type,
                          name.span);
    }
    return NULL;
}

/* Its type is known once a source is bound, and is found out before. */
static const Expr *key_expr(const QuestionBuilder *qb, size_t i, Span span)
{
    Question *q = qb->q;
    Type type = q->by[i].type;
    if (q->by[i].role == BY_DIM && q->keys.n_binding)
        type = q->keys.type[i];
    else if (q->by[i].role == BY_DIM)
        entity_key_type(qb->r, q->from, qb->key[i], &type);
    return index_expr(qb->r, EXPR_KEY, (uint32_t)i, type, span);
}

/* The line's own key, when the name is one of the by-items. */
const Expr *value_key(const ValueScope *scope, const AstPath *path)
{
    const QuestionBuilder *qb = scope->qb;
    for (size_t i = 0; i < qb->q->n_by; i++) {
        const AstExpr *key = qb->key[i];
        if ((path->count == 1 && ascii_same(qb->key_title[i], path->item[0].text)) ||
            (key->kind == AST_EXPR_PATH && entity_same_path(&key->as.path, path)))
            return key_expr(qb, i, path->span);
    }
    return NULL;
}

/* fiscal quarter: a unit that the lines are kept by. */
static const Expr *unit_key(const ValueScope *scope, const AstExpr *ast)
{
    const QuestionBuilder *qb = scope->qb;
    PeriodUnit unit;
    if (!period_calendar_unit(qb->r, &ast->as.calendar_unit, &unit))
        return NULL;
    for (size_t i = 0; i < qb->q->n_by; i++) {
        if (qb->q->by[i].role == BY_TIME && qb->q->by[i].unit == unit)
            return key_expr(qb, i, ast->span);
    }
    Diag *d =
        diag_error(qb->r->sink, DIAG_DIMENSION_NOT_IN_BY, ast->span,
                   "the lines are not kept by `%s`", period_unit_text(qb->r, unit));
    diag_help(qb->r->sink, d, "add it to `by`");
    return NULL;
}

const Expr *value_attribute(const ValueScope *scope, const AstPath *path)
{
    const QuestionBuilder *qb = scope->qb;
    const Expr *found = NULL;
    for (size_t i = 0; i < qb->q->n_by && path->count > 1 && !found; i++)
        found = entity_attribute(qb->r, qb->key[i], path, key_expr(qb, i, path->span));
    return found;
}

/* customer.regoin: what the rows of the source so called do not have. */
static bool report_part(Resolver *r, const AstPath *path)
{
    const char *owner = path->item[0].text;
    const Source *source = model_find_source(r->model, owner);
    for (size_t i = 0; i < r->model->n_source && !source; i++) {
        const Dim *entity = r->model->source[i]->entity;
        source = entity && ascii_same(entity->name, owner) ? entity->source : NULL;
    }
    if (!source)
        return false;
    AstName name[] = {path->item[0], path->item[1]};
    name[0].text = source->name;
    AstPath part = {.item = name, .count = 2, .span = path->span};
    RowScope rows = {r, source, true, NULL, NULL, NULL};
    Reach found;
    if (reach_path(&rows, &part, &found) != REACH_NONE)
        return false;
    report_unknown_in_rows(&rows, &part);
    return true;
}

/* A column that nobody declared, of rows that are asked. */
static bool help_column(const ValueScope *scope, Diag *d, const char *name)
{
    Resolver *r = scope->qb->r;
    const Model *model = r->model;
    for (size_t i = 0; i < model->n_source; i++) {
        if (model->source[i]->origin.kind == ORIGIN_QUESTION ||
            source_find_column(model->source[i], name) < 0 ||
            (scope->source && !source_leads_to(scope->source, model->source[i])))
            continue;
        diag_help(
            r->sink, d,
            "`%s` has a column of that name; declare it there: `dimension %s`, or "
            "a measure of it",
            model->source[i]->name, name);
        return true;
    }
    return false;
}

/* What has the name, but is no measure. */
static bool help_kind(const ValueScope *scope, Diag *d, const char *name)
{
    Resolver *r = scope->qb->r;
    const Indicator *indicator = steering_indicator(&r->model->steering, name);
    if (resolve_find_variable(r, name))
        diag_help(r->sink, d, "a value of `let` is written `$%s`", name);
    else if (model_find_source(r->model, name))
        diag_help(r->sink, d,
                  "it is a source: `show count() from %s`, or name a measure of it",
                  name);
    else if (indicator)
        diag_help(r->sink, d,
                  "it is an indicator: ask for its measure; `explain %s` says which",
                  name);
    else
        return false;
    return true;
}

/* What is called nearly so, but is no measure. */
static void help_near(const ValueScope *scope, Diag *d, const char *name)
{
    Resolver *r = scope->qb->r;
    const Model *model = r->model;
    Suggest near;
    suggest_init(&near, name);
    for (size_t i = 0; i < model->n_source; i++)
        suggest_offer(&near, model->source[i]->name);
    for (size_t i = 0; i < model->steering.n_indicator; i++)
        suggest_offer(&near, model->steering.indicator[i]->head.name);
    suggest_dimensions(&near, model);
    if (!near.count)
        return;
    const char *kind = model_find_source(model, near.found[0]) ? "a source"
                       : steering_indicator(&model->steering, near.found[0])
                           ? "an indicator"
                           : "a dimension";
    diag_help(r->sink, d, "did you mean `%s`, which is %s?", near.found[0], kind);
}

static void report_unknown(const ValueScope *scope, const AstPath *path)
{
    Resolver *r = scope->qb->r;
    AstName name = path->item[path->count - 1];
    if (path->count == 2 && report_part(r, path))
        return;
    if (scope->source && source_find_column(scope->source, name.text) >= 0) {
        Diag *d = diag_error(
            r->sink, DIAG_COLUMN_ALONE, path->span,
            "`%s` is a column; a line of an answer stands for many rows", name.text);
        diag_help(r->sink, d, "add the rows up: `sum(%s)`", name.text);
        return;
    }
    if (model_has_dim(r->model, name.text)) {
        Diag *d =
            diag_error(r->sink, DIAG_DIMENSION_NOT_IN_BY, path->span,
                       "`%s` is a dimension that the lines are not kept by", name.text);
        diag_help(r->sink, d, "add it: `by %s`", name.text);
        return;
    }
    Suggest suggest;
    suggest_init(&suggest, name.text);
    suggest_measures(&suggest, r->model);
    for (size_t i = 0; i < scope->qb->q->n_item; i++)
        suggest_offer(&suggest, scope->qb->q->item[i].title);
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_NAME, path->span,
                         "there is no measure `%s`", name.text);
    if (help_kind(scope, d, name.text))
        return;
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    else if (!help_column(scope, d, name.text))
        help_near(scope, d, name.text);
}

Measure *value_measure(const ValueScope *scope, const AstPath *path)
{
    Model *model = scope->qb->r->model;
    AstName last = path->item[path->count - 1];
    const Source *source = scope->source;
    if (path->count == 2)
        source = model_find_source(model, path->item[0].text);
    Measure *own = source ? source_find_measure(source, last.text) : NULL;
    if (own || path->count != 1)
        return path->count <= 2 ? own : NULL;
    if (source && source_find_column(source, last.text) >= 0)
        return NULL; /* a name is first a column */
    return model_find_measure(model, last.text);
}

static const Expr *value_path(const ValueScope *scope, const AstExpr *ast)
{
    const AstPath *path = &ast->as.path;
    AstName last = path->item[path->count - 1];
    if (path->count == 1) {
        bool outside = scope->qb->depth == 0 && !scope->grain;
        const Expr *alias = outside ? find_alias(scope, last) : NULL;
        if (alias)
            return alias;
    }
    const Expr *key = value_key(scope, path);
    if (key && !scope->grain)
        return key;
    const Expr *grain = scope->grain ? per_path(scope, path) : NULL;
    if (grain)
        return grain;
    Measure *measure = value_measure(scope, path);
    if (measure)
        return measure_expr(scope, measure, ast->span);
    const Expr *found =
        scope->grain ? per_bare(scope, ast) : value_attribute(scope, path);
    if (!found)
        report_unknown(scope, path);
    return found;
}

static const Expr *value_call(const ValueScope *scope, const AstExpr *ast)
{
    AggFn fn;
    Resolver *r = scope->qb->r;
    const char *name = ast->as.call.function.text;
    if (leaf_is_aggregate(name, &fn))
        return leaf_aggregate(scope, ast, fn);
    const AstExpr *body = subquestion_expand(r, ast);
    if (body)
        return value_expr(scope, body);
    FnId table = function_by_name(name);
    if (table == FN_LABEL) {
        Diag *d = diag_error(r->sink, DIAG_TYPE, ast->span,
                             "`%s` works on rows, not on the lines of an answer", name);
        diag_help(r->sink, d, "put it into `by`: a line is kept by it then");
        return NULL;
    }
    if (table != FN_COUNT)
        return table_call_expr(scope, ast, table);
    subquestion_unknown_function(r, ast);
    return NULL;
}

static const Expr *misplaced_per(const ValueScope *scope, const AstExpr *ast)
{
    Diag *d = diag_error(scope->qb->r->sink, DIAG_PER_ALONE, ast->span,
                         "a value per key is many values; a line shows one");
    if (ast->as.per.window) {
        diag_help(scope->qb->r->sink, d,
                  "it is a value of a row: put it into `by`, `where`, a `dimension` or "
                  "an aggregate of rows");
        return NULL;
    }
    diag_help(scope->qb->r->sink, d,
              "aggregate it: `avg(... per ...)`, or put the key "
              "into `by`");
    return NULL;
}

/* Of a key of the line, or of K. */
static const Expr *value_under(const ValueScope *scope, const AstExpr *ast)
{
    const Expr *key = value_expr(scope, ast->as.compare.left);
    return key ? entity_under(scope->qb->r, ast, key) : NULL;
}

static const Expr *value_of(const ValueScope *scope, const AstExpr *ast)
{
    bool handled;
    Resolver *r = scope->qb->r;
    if (ast->kind == AST_EXPR_COMPARE && ast->as.compare.op == AST_OP_UNDER)
        return value_under(scope, ast);
    const Expr *shared = shared_expr(r, ast, value_child, scope, &handled);
    if (handled)
        return shared;
    switch (ast->kind) {
    case AST_EXPR_PATH:
        return value_path(scope, ast);
    case AST_EXPR_CALL:
        return value_call(scope, ast);
    case AST_EXPR_QUERY:
        return what_if_scalar(scope, ast);
    case AST_EXPR_PER:
        return misplaced_per(scope, ast);
    case AST_EXPR_CALENDAR_UNIT:
        return unit_key(scope, ast);
    case AST_EXPR_BRACKET:
        return bracket_expr(scope, ast);
    case AST_EXPR_IN_QUERY:
        return subquestion_member(&(Shared){r, value_child, scope}, ast);
    case AST_EXPR_IN_SET:
        return subquestion_in_set(&(Shared){r, value_child, scope}, ast);
    case AST_EXPR_NUMBER:
    case AST_EXPR_PERCENT:
    case AST_EXPR_MONEY:
    case AST_EXPR_INTERVAL:
    case AST_EXPR_TEXT:
    case AST_EXPR_PERIOD:
    case AST_EXPR_RELATIVE:
    case AST_EXPR_CALENDAR_PERIOD:
    case AST_EXPR_PARAMETER:
    case AST_EXPR_ALL:
    case AST_EXPR_ALL_TIME:
    case AST_EXPR_UNARY:
    case AST_EXPR_CHAIN:
    case AST_EXPR_COMPARE:
    case AST_EXPR_BETWEEN:
    case AST_EXPR_IN_LIST:
    case AST_EXPR_IS_EMPTY:
    case AST_EXPR_RANGE:
        break;
    }
    UNREACHABLE("value expression");
}

const Expr *value_expr(const ValueScope *scope, const AstExpr *ast)
{
    Resolver *r = scope->qb->r;
    if (!shared_enter(r, ast->span))
        return NULL;
    bool is_row = scope->rows && !list_looks_at_lines(scope->qb, ast);
    const Expr *res = is_row ? list_value(scope, ast) : value_of(scope, ast);
    shared_leave(r);
    return res;
}

const Expr *value_condition(const ValueScope *scope, const AstExpr *ast)
{
    const Expr *expr = value_expr(scope, ast);
    if (!expr || expr->type.kind == VALUE_BOOLEAN)
        return expr;
    diag_error(scope->qb->r->sink, DIAG_NOT_CONDITION, ast->span,
               "expected a condition, found %s",
               type_text(scope->qb->r->arena, expr->type));
    return NULL;
}
