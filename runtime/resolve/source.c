/* Definitions of sources: dimensions, axes, filters. They are declared first
   and resolved when they are first wanted, so their order does not matter. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"

RowScope definition_scope(Resolver *r, const Source *source, const char *name)
{
    RowScope scope = {r, source, true, name, NULL, NULL};
    return scope;
}

static const Expr *column_expr(Resolver *r, const Source *source, int column, Span span)
{
    Expr node = {.kind = EXPR_COLUMN, .span = span};
    node.type = source->column[column].type;
    node.as.column.source = source;
    node.as.column.column = (uint32_t)column;
    return expr_intern(r->exprs, &node);
}

const Expr *define_column(Resolver *r, const Source *source, AstName name)
{
    int column = source_find_column(source, name.text);
    if (column >= 0)
        return column_expr(r, source, column, name.span);
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < source->n_column; i++)
        suggest_offer(&suggest, source->column[i].name);
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_COLUMN, name.span,
                         "`%s` has no column `%s`", source->name, name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
    return NULL;
}

static bool declared_type(Resolver *r, const AstType *ast, const Expr **expr)
{
    Type type;
    if (!ast || !*expr)
        return *expr != NULL;
    if (!resolve_type(r, ast, &type))
        return false;
    Expr node = **expr;
    if (!types_relabel(r, &node.type, type, ast->span))
        return false;
    *expr = expr_intern(r->exprs, &node);
    return true;
}

static const Expr *find_dim_value(Resolver *r, Dim *dim)
{
    if (!dim->ast || (!dim->ast->value && !dim->conforms)) {
        AstName name = {.text = dim->name, .span = dim->span};
        return define_column(r, dim->source, name);
    }
    if (!dim->ast->value) {
        RowScope scope = definition_scope(r, dim->source, NULL);
        int column = source_find_column(dim->source, dim->name);
        return column >= 0
                   ? column_expr(r, dim->source, column, dim->span)
                   : (define_column(scope.r, dim->source, dim->ast->name), NULL);
    }
    RowScope scope = definition_scope(r, dim->source, dim->name);
    return row_expr(&scope, dim->ast->value);
}

const Expr *dim_value(Resolver *r, Dim *dim)
{
    if (dim->state == RESOLVE_DONE)
        return dim->value;
    if (dim->state == RESOLVE_FAILED)
        return NULL;
    if (dim->state == RESOLVE_RUNNING) {
        diag_error(r->sink, DIAG_CYCLE, dim->span, "`%s` is defined by itself",
                   dim->name);
        return NULL;
    }
    dim->state = RESOLVE_RUNNING;
    Resolver own = *r;
    own.arena = r->model->arena;
    own.exprs = r->model->exprs;
    around_suspend(&own);
    const Expr *value = find_dim_value(&own, dim);
    if (!declared_type(&own, dim->ast ? dim->ast->type : NULL, &value))
        value = NULL;
    dim->value = value;
    dim->state = value ? RESOLVE_DONE : RESOLVE_FAILED;
    if (value)
        dim->type = value->type;
    return value;
}

const Expr *dim_value_here(Resolver *r, Dim *dim)
{
    const Expr *value = dim_value(r, dim);
    if (!value || !r->assumed || !expr_asks(value))
        return value;
    Around around = around_define(r);
    value = find_dim_value(r, dim);
    bool ok = declared_type(r, dim->ast ? dim->ast->type : NULL, &value);
    around_resume(r, around);
    return ok ? value : NULL;
}

/* The day of a customer's first order is known of every order that came after it. */
static const Axis *known_over(Resolver *r, const Axis *axis)
{
    Axis *first = axis->source->axis[0];
    bool is_own = first == axis || first->state == RESOLVE_RUNNING;
    return !is_own && expr_sees_rows(axis->value) && axis_value(r, first) ? first
                                                                          : NULL;
}

const Expr *axis_value(Resolver *r, Axis *axis)
{
    if (axis->state == RESOLVE_DONE)
        return axis->value;
    if (axis->state != RESOLVE_OPEN) {
        if (axis->state == RESOLVE_RUNNING)
            diag_error(r->sink, DIAG_CYCLE, axis->span, "`%s` is defined by itself",
                       axis->name);
        return NULL;
    }
    axis->state = RESOLVE_RUNNING;
    Resolver own = *r;
    own.arena = r->model->arena;
    own.exprs = r->model->exprs;
    around_suspend(&own);
    RowScope scope = definition_scope(&own, axis->source, axis->name);
    const Expr *value =
        typed_as(&own, row_expr(&scope, axis->ast->as.time.value), VALUE_DATE);
    if (value && value->type.kind != VALUE_DATE && value->type.kind != VALUE_MOMENT) {
        Diag *d = diag_error(r->sink, DIAG_TYPE, axis->ast->as.time.value->span,
                             "an axis is a date or time, this is %s",
                             type_text(r->arena, value->type));
        diag_help(r->sink, d, "text in another form becomes one with `date(...)`");
        value = NULL;
    }
    if (value && value->is_dated) {
        diag_error(r->sink, DIAG_CYCLE, axis->span,
                   "which row a dated join finds depends on the axis, so `%s` cannot "
                   "come through one",
                   axis->name);
        value = NULL;
    }
    axis->value = value;
    axis->state = value ? RESOLVE_DONE : RESOLVE_FAILED;
    axis->known = value ? known_over(&own, axis) : NULL;
    return value;
}

/* The dimension that `dim` is the same as, itself when it conforms to none. */
const Dim *dim_identity(Resolver *r, Dim *dim)
{
    for (int i = 0; i < 16; i++) {
        if (dim->conforms) {
            dim = (Dim *)(uintptr_t)dim->conforms;
            continue;
        }
        if (!dim->ast || !dim->ast->conforms.count)
            return dim;
        const AstPath *path = &dim->ast->conforms;
        Source *source =
            path->count == 2 ? model_find_source(r->model, path->item[0].text) : NULL;
        Dim *next = source ? source_find_dim(source, path->item[1].text) : NULL;
        if (!next)
            return dim;
        dim = next;
    }
    return dim;
}

static bool check_conforms(Resolver *r, Dim *dim)
{
    const AstPath *path = &dim->ast->conforms;
    if (!path->count)
        return true;
    Source *source =
        path->count == 2 ? model_find_source(r->model, path->item[0].text) : NULL;
    if (source && source_find_dim(source, path->item[1].text))
        return true;
    diag_error(r->sink, DIAG_UNKNOWN_NAME, path->span,
               "`conforms` wants a dimension of a source: `customers.region`");
    return false;
}

static bool check_dims(Resolver *r, Source *source)
{
    bool ok = true;
    for (size_t i = 0; i < source->n_dim; i++) {
        Dim *dim = source->dim[i];
        ok &= !dim->ast || check_conforms(r, dim);
        ok &= dim_value(r, dim) != NULL;
    }
    for (size_t i = 0; i < source->n_axis; i++)
        ok &= axis_value(r, source->axis[i]) != NULL;
    return ok;
}

const Expr *dim_label(Resolver *r, const Dim *entity)
{
    AstName name = entity->label_name;
    if (entity->label || !name.text)
        return entity->label;
    Resolver own = *r;
    own.arena = r->model->arena;
    own.exprs = r->model->exprs;
    around_suspend(&own);
    RowScope scope = definition_scope(&own, entity->source, NULL);
    AstExpr path = {.kind = AST_EXPR_PATH, .span = name.span};
    path.as.path = (AstPath){.item = &name, .count = 1, .span = name.span};
    const Expr *label = row_expr(&scope, &path);
    ((Dim *)(uintptr_t)entity)->label = label;
    return label;
}

static bool check_label(Resolver *r, const Source *source)
{
    const Dim *entity = source->entity;
    return !entity || !entity->label_name.text || dim_label(r, entity);
}

const Expr *dim_order(Resolver *r, const Dim *dim)
{
    const AstExpr *ast = dim->order_ast;
    if (dim->order || !ast)
        return dim->order;
    Resolver own = *r;
    own.arena = r->model->arena;
    own.exprs = r->model->exprs;
    around_suspend(&own);
    RowScope scope = definition_scope(&own, dim->source, NULL);
    const Expr *value = dim_value(r, (Dim *)(uintptr_t)dim);
    const Expr *order = value ? row_expr(&scope, ast) : NULL;
    if (order && (order->is_dated || value->is_dated)) {
        diag_error(r->sink, DIAG_CYCLE, ast->span,
                   "which row a dated join finds depends on the axis, so no order can "
                   "come through one");
        return NULL;
    }
    ((Dim *)(uintptr_t)dim)->order = order;
    return order;
}

static bool check_orders(Resolver *r, const Source *source)
{
    bool ok =
        !source->entity || !source->entity->order_ast || dim_order(r, source->entity);
    for (size_t i = 0; i < source->n_dim; i++)
        ok &= !source->dim[i]->order_ast || dim_order(r, source->dim[i]);
    return ok;
}

static bool is_dimension_of(Resolver *r, Source *source, const void *what)
{
    const AstDimension *ast = what;
    RowScope scope = definition_scope(r, source, NULL);
    AstExpr path = {.kind = AST_EXPR_PATH, .span = ast->name.span};
    AstName name = ast->name;
    path.as.path = (AstPath){.item = &name, .count = 1, .span = name.span};
    scope.with_columns = false;
    return row_expr(&scope, &path) != NULL;
}

bool define_fits_somewhere(Resolver *r, DefineFits *fits, const void *what)
{
    Source *nearest = NULL;
    size_t fewest = SIZE_MAX;
    for (size_t i = 0; i < r->model->n_source; i++) {
        DiagHush hush = diag_hush(r->sink);
        bool ok = fits(r, r->model->source[i], what);
        size_t n = r->sink->n_error - hush.n_error;
        diag_unhush(r->sink, hush);
        if (ok)
            return true;
        if (n < fewest)
            nearest = r->model->source[i];
        fewest = n < fewest ? n : fewest;
    }
    return !nearest || fits(r, nearest, what);
}

bool define_check_dimension(Resolver *r, const AstDimension *ast)
{
    return define_fits_somewhere(r, is_dimension_of, ast);
}

/* The permanent filter. */
static bool read_filter(Resolver *r, Source *source)
{
    if (!source->where)
        return true;
    RowScope scope = definition_scope(r, source, NULL);
    source->filter = dated_bind(r, row_condition(&scope, source->where), source,
                                source_default_axis(source), source->where->span);
    return source->filter != NULL;
}

bool define_check_rows(Resolver *r, Source *source)
{
    bool ok = check_dims(r, source);
    ok &= check_label(r, source);
    ok &= check_orders(r, source);
    source->where = source->ast->where;
    return read_filter(r, source) && ok;
}

bool define_check_source(Resolver *r, Source *source)
{
    bool ok = define_check_rows(r, source);
    for (size_t i = 0; i < source->n_measure; i++)
        ok &= define_check_measure(r, source->measure[i]);
    return ok;
}
