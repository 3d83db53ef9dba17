/* Expressions over the rows of one source: columns, dimensions (its own and those its
   joins reach), `M per K` as an attribute, membership in the answer to a question. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/scope.h"
#include "runtime/resolve/subquestion.h"
#include "runtime/resolve/tree.h"

static const Expr *row_child(const void *scope, const AstExpr *ast)
{
    const RowScope *rows = scope;
    const Expr *expr = row_expr(rows, ast);
    place_note(rows->r, expr, ast->span);
    return expr;
}

/* A named condition or expression over dimensions, read in this source. */
static const Expr *global_dim(const RowScope *scope, Dim *dim, Span span)
{
    Resolver *r = scope->r;
    if (dim->state == RESOLVE_RUNNING) {
        diag_error(r->sink, DIAG_CYCLE, span, "`%s` is defined by itself", dim->name);
        return NULL;
    }
    ResolveState before = dim->state;
    dim->state = RESOLVE_RUNNING;
    RowScope inner = *scope;
    inner.with_columns = false;
    Around around = around_define(r);
    const Expr *expr = row_expr(&inner, dim->ast->value);
    around_resume(r, around);
    dim->state = before;
    return expr;
}

/* An item of the list by its title; a column of the source comes first. */
static const Expr *list_item(const RowScope *scope, const AstPath *path)
{
    const char *name = path->item[0].text;
    if (!scope->list || path->count != 1 ||
        source_find_column(scope->source, name) >= 0)
        return NULL;
    const QuestionBuilder *qb = scope->list->qb;
    for (size_t i = 0; i < qb->q->n_by; i++) {
        if (!ascii_same(qb->key_title[i], name))
            continue;
        const AstExpr *item = qb->key[i];
        bool is_own = item->kind == AST_EXPR_PATH && item->as.path.count == 1 &&
                      ascii_same(item->as.path.item[0].text, name);
        if (!scope->list->what_if)
            return scope->list->item->value[i];
        return is_own ? NULL : row_expr(scope, item);
    }
    return NULL;
}

static const Expr *list_measure(const RowScope *scope, const AstExpr *ast)
{
    const AstPath *path = &ast->as.path;
    return scope->list && path->count == 1 &&
                   model_find_measure(scope->r->model, path->item[0].text)
               ? subquestion_list_measure(scope, ast)
               : NULL;
}

static const Expr *row_path(const RowScope *scope, const AstExpr *ast)
{
    const AstPath *path = &ast->as.path;
    const Expr *listed = list_item(scope, path);
    if (listed)
        return listed;
    Reach found;
    int how = reach_path(scope, path, &found);
    if (how == REACH_MANY)
        return NULL;
    if (how == REACH_ONE)
        return reach_expr(scope, &found, ast->span);
    Dim *global =
        path->count == 1 ? model_find_dim(scope->r->model, path->item[0].text) : NULL;
    if (global && !(scope->defining && ascii_same(scope->defining, global->name)))
        return global_dim(scope, global, ast->span);
    size_t before = scope->r->sink->n_error;
    const Expr *measure = list_measure(scope, ast);
    if (!measure && scope->r->sink->n_error == before)
        report_unknown_in_rows(scope, path);
    return measure;
}

/* label(customer): what is printed for it, as a text. */
static const Expr *row_label(const RowScope *scope, const AstExpr *ast)
{
    const AstArgs *args = &ast->as.call.args;
    if (args->count != 1) {
        diag_error(scope->r->sink, DIAG_ARGUMENTS, ast->span,
                   "`label` takes 1 argument");
        return NULL;
    }
    const Expr *key = row_expr(scope, args->item[0].value);
    const Expr *label = key ? leaf_key_label(scope, args->item[0].value) : NULL;
    if (key && !label)
        label = key;
    return label ? typed_call(scope->r, FN_TO_TEXT, ast->span, &label, 1) : NULL;
}

/* f(a, b) of `let`: the arguments take the place of the names. */
static const Expr *row_call(const RowScope *scope, const AstExpr *ast)
{
    AggFn fn;
    const char *name = ast->as.call.function.text;
    Resolver *r = scope->r;
    if (tree_is_level(ast))
        return tree_level(scope, ast);
    if (leaf_is_aggregate(name, &fn)) {
        Diag *d = diag_error(r->sink, DIAG_AGGREGATE_IN_ROW, ast->span,
                             "`%s` adds rows up, but one row is wanted here", name);
        const AstArgs *args = &ast->as.call.args;
        if (args->count && args->item[0].value->kind == AST_EXPR_PER)
            diag_help(r->sink, d, "declare it, `measure m = %s(...)`, and name that",
                      name);
        else
            diag_help(r->sink, d, "say for whom: `%s(...) per customer`", name);
        return NULL;
    }
    const AstExpr *body = subquestion_expand(r, ast);
    if (body)
        return row_expr(scope, body);
    if (function_by_name(name) == FN_LABEL)
        return row_label(scope, ast);
    if (function_by_name(name) != FN_COUNT) {
        diag_error(r->sink, DIAG_TYPE, ast->span,
                   "`%s` works on the lines of an answer, not on rows", name);
        return NULL;
    }
    subquestion_unknown_function(r, ast);
    return NULL;
}

/* In a list what stands in front may be a measure, taken per row. */
static const Expr *row_bracket(const RowScope *scope, const AstExpr *ast)
{
    Reach found;
    const AstExpr *base = ast->as.bracket.base;
    bool is_of_row = base->kind == AST_EXPR_PATH &&
                     reach_path(scope, &base->as.path, &found) != REACH_NONE;
    if (scope->list && !is_of_row)
        return subquestion_list_measure(scope, ast);
    bracket_report_base(scope->r, ast->span);
    return NULL;
}

static const Expr *unit_of_row(Resolver *r, const AstExpr *ast)
{
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_NAME, ast->span,
                         "a unit of time is no value of a row");
    diag_help(r->sink, d, "compare a date with a period: `ordered in %s 2025`",
              ast->as.calendar_unit.calendar.text);
    return NULL;
}

static const Expr *row_of(const RowScope *scope, const AstExpr *ast)
{
    bool handled;
    Resolver *r = scope->r;
    if (ast->kind == AST_EXPR_COMPARE && ast->as.compare.op == AST_OP_UNDER)
        return tree_under(scope, ast);
    if (ast->kind == AST_EXPR_CALL && !kept_check_call(scope, ast))
        return NULL;
    const Expr *shared = shared_expr(r, ast, row_child, scope, &handled);
    if (handled) {
        if (shared)
            key_text_meet(scope, ast);
        return shared;
    }
    switch (ast->kind) {
    case AST_EXPR_PATH:
        return row_path(scope, ast);
    case AST_EXPR_CALL:
        return row_call(scope, ast);
    case AST_EXPR_QUERY:
        return subquestion_scalar(r, ast);
    case AST_EXPR_IN_QUERY:
        return subquestion_member(&(Shared){r, row_child, scope}, ast);
    case AST_EXPR_IN_SET:
        return subquestion_in_set(&(Shared){r, row_child, scope}, ast);
    case AST_EXPR_PER:
        return subquestion_attribute(scope, ast);
    case AST_EXPR_CALENDAR_UNIT:
        return unit_of_row(r, ast);
    case AST_EXPR_BRACKET:
        return row_bracket(scope, ast);
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
    UNREACHABLE("row expression");
}

const Expr *row_expr(const RowScope *scope, const AstExpr *ast)
{
    Resolver *r = scope->r;
    if (!shared_enter(r, ast->span))
        return NULL;
    const Expr *res = row_of(scope, ast);
    shared_leave(r);
    return res;
}

const Expr *row_condition(const RowScope *scope, const AstExpr *ast)
{
    const Expr *expr = row_expr(scope, ast);
    if (!expr || expr->type.kind == VALUE_BOOLEAN)
        return expr;
    diag_error(scope->r->sink, DIAG_NOT_CONDITION, ast->span,
               "expected a condition, found %s",
               type_text(scope->r->arena, expr->type));
    return NULL;
}
