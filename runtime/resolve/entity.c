/* Attributes of an entity: `customer.region` beside `customer`, `seller.team` beside
   `seller.employee`. They are read in the rows of the entity's own source for the key
   that is at hand, so they need no join of a fact and split no line. */
#include "runtime/resolve/entity.h"
#include "runtime/base/ascii.h"
#include "runtime/resolve/tree.h"

bool entity_same_path(const AstPath *a, const AstPath *b)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        if (!ascii_same(a->item[i].text, b->item[i].text))
            return false;
    }
    return true;
}

static Dim *entity_of(const Resolver *r, const AstExpr *ast)
{
    if (ast->kind != AST_EXPR_PATH)
        return NULL;
    const char *name = ast->as.path.item[ast->as.path.count - 1].text;
    for (size_t i = 0; i < r->model->n_source; i++) {
        Dim *dim = r->model->source[i]->entity;
        if (dim && ascii_same(dim->name, name))
            return dim;
    }
    return NULL;
}

/* Where in `path` the attribute begins; 0: it is none of this key. */
static uint32_t attribute_at(const Dim *dim, const AstPath *key, const AstPath *path)
{
    uint32_t n = key->count;
    for (uint32_t i = 0; i + 1 < n && i < path->count; i++) {
        if (!ascii_same(key->item[i].text, path->item[i].text))
            return 0;
    }
    if (path->count > n && (ascii_same(path->item[n - 1].text, dim->name) ||
                            ascii_same(path->item[n - 1].text, dim->source->name)))
        return n;
    return n > 1 && path->count >= n && !ascii_same(path->item[n - 1].text, dim->name)
               ? n - 1
               : 0;
}

/* What the rest of the path leads to from the entity's rows. What changes with time
   is no attribute of the entity: a line of it may have several. */
static bool reach_attribute(const RowScope *rows, const Dim *dim, const AstPath *path,
                            uint32_t at, Reach *found)
{
    Resolver *r = rows->r;
    uint32_t n = path->count - at + 1;
    AstName *name = ARENA_ARRAY(r->arena, AstName, n);
    name[0] = path->item[0];
    name[0].text = dim->source->name;
    for (uint32_t i = 1; i < n; i++)
        name[i] = path->item[at + i - 1];
    AstPath tail = {.item = name, .count = n, .span = path->span};
    DiagHush hush = diag_hush(r->sink);
    bool ok = reach_path(rows, &tail, found) == REACH_ONE;
    const Expr *value = ok ? reach_expr(rows, found, path->span) : NULL;
    diag_unhush(r->sink, hush);
    return value && !value->is_dated;
}

static const Expr *entity_expr(Resolver *r, const Dim *dim, const Expr *value,
                               const Expr *key)
{
    if (!value || value->is_dated)
        return NULL;
    Expr node = {.kind = EXPR_ENTITY, .type = value->type, .span = key->span};
    node.type.add = ADD_FLOW;
    node.as.entity.dim = dim;
    node.as.entity.value = value;
    node.arg = &key;
    node.n_arg = 1;
    return expr_intern(r->exprs, &node);
}

bool entity_has_attribute(Resolver *r, const AstExpr *ast, const AstPath *path)
{
    Reach found;
    const Dim *dim = entity_of(r, ast);
    uint32_t at = dim ? attribute_at(dim, &ast->as.path, path) : 0;
    if (!at)
        return false;
    RowScope rows = {r, dim->source, true, NULL, NULL, NULL};
    return reach_attribute(&rows, dim, path, at, &found);
}

const Expr *entity_attribute(Resolver *r, const AstExpr *ast, const AstPath *path,
                             const Expr *key)
{
    Reach found;
    Dim *dim = entity_of(r, ast);
    uint32_t at = dim ? attribute_at(dim, &ast->as.path, path) : 0;
    if (!at || !dim_value(r, dim))
        return NULL;
    RowScope rows = {r, dim->source, true, NULL, NULL, NULL};
    if (!reach_attribute(&rows, dim, path, at, &found))
        return NULL;
    return entity_expr(r, dim, reach_expr(&rows, &found, path->span), key);
}

/* The label over the same rows as the key. */
static const Expr *label_of(Resolver *r, const Expr *value)
{
    if (value->kind == EXPR_LOOKUP) {
        const Expr *inner = label_of(r, value->arg[0]);
        if (!inner)
            return NULL;
        Expr node = *value;
        const Expr **arg =
            arena_memdup(r->arena, value->arg, value->n_arg * sizeof *value->arg);
        arg[0] = inner;
        node.type = inner->type;
        node.arg = arg;
        return expr_intern(r->exprs, &node);
    }
    for (size_t i = 0; i < r->model->n_source; i++) {
        const Dim *dim = r->model->source[i]->entity;
        if (dim && dim->value == value)
            return dim->label;
    }
    return NULL;
}

const Expr *entity_shown(Resolver *r, const Expr *attribute)
{
    const Expr *label = label_of(r, attribute->as.entity.value);
    return label ? entity_expr(r, attribute->as.entity.dim, label, attribute->arg[0])
                 : attribute;
}

const Expr *entity_dimension(Resolver *r, const AstExpr *ast, const AstExpr *name,
                             const Expr *key)
{
    Dim *dim = entity_of(r, ast);
    if (!dim || !dim_value(r, dim))
        return NULL;
    RowScope rows = {r, dim->source, false, NULL, NULL, NULL};
    DiagHush hush = diag_hush(r->sink);
    const Expr *value = row_expr(&rows, name);
    diag_unhush(r->sink, hush);
    return entity_expr(r, dim, value, key);
}

const Expr *entity_under(Resolver *r, const AstExpr *compare, const Expr *key)
{
    const AstExpr *left = compare->as.compare.left;
    bool is_key = key->kind == EXPR_KEY || key->kind == EXPR_GRAIN;
    Dim *dim = is_key ? entity_of(r, left) : NULL;
    if (!dim || !dim->parent || !dim_value(r, dim))
        return tree_report_none(r, left->span);
    AstName name = {.text = dim->name, .span = left->span};
    AstExpr own = *left, of_rows = *compare;
    own.as.path = (AstPath){.item = &name, .count = 1, .span = left->span};
    of_rows.as.compare.left = &own;
    RowScope rows = {r, dim->source, false, NULL, NULL, NULL};
    const Expr *value = tree_under(&rows, &of_rows);
    if (value && value->is_dated) {
        Diag *d = diag_error(r->sink, DIAG_TREE, compare->span,
                             "who stands above a `%s` changes with time, and a line "
                             "has no time of its own",
                             dim->name);
        diag_help(r->sink, d, "ask it of the rows, in `where` or a bracket");
        return NULL;
    }
    if (!value)
        return NULL;
    Value no = {.as.boolean = compare->as.compare.negated}; /* of (none) */
    const Expr *arg[2] = {entity_expr(r, dim, value, key),
                          expr_const(r->exprs, value->type, no, compare->span)};
    return expr_call(r->exprs, FN_COALESCE, value->type, compare->span,
                     (ExprArgs){arg, 2});
}

void entity_key_type(Resolver *r, const Source *from, const AstExpr *key, Type *type)
{
    PeriodUnit unit;
    if (leaf_is_time_unit(r, key, &unit)) {
        *type = (Type){.kind = VALUE_PERIOD, .period = unit};
        return;
    }
    const Expr *value = NULL;
    DiagHush hush = diag_hush(r->sink);
    Dim *dim = entity_of(r, key);
    if (from) {
        RowScope rows = {r, from, true, NULL, NULL, NULL};
        value = row_expr(&rows, key);
    } else if (dim) {
        value = dim_value(r, dim);
    }
    for (size_t i = 0; i < r->model->n_source && !value; i++) {
        RowScope rows = {r, r->model->source[i], false, NULL, NULL, NULL};
        value = row_expr(&rows, key);
    }
    diag_unhush(r->sink, hush);
    if (value)
        *type = value->type;
}
