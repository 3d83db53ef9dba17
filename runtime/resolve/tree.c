/* Hierarchies: `tree parent_id` says which row of the same source stands above a row;
   with `while A until B` the rows of an entity take turns, and the parent is that of
   the row that holds at the fact's time. `unit at level 2` is the entity above a row at
   that level, `unit under "North"` asks whether one is above it. */
#include "runtime/resolve/tree.h"
#include "runtime/base/ascii.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/literal.h"

#include <string.h>

static bool report_tree(Resolver *r, Span span, const char *what, const char *help)
{
    Diag *d = diag_error(r->sink, DIAG_TREE, span, "%s", what);
    diag_help(r->sink, d, "%s", help);
    return false;
}

bool define_tree(Resolver *r, Source *source, const AstSourceItem *item)
{
    Dim *dim = source->entity;
    if (!dim || dim->n_key != 1)
        return report_tree(r, item->span,
                           "a tree is one of entities with a key of one column",
                           "name what a row is: `entity unit key unit_id label name`");
    if (dim->parent)
        return report_tree(r, item->span, "a source is one tree",
                           "keep one of the two");
    const Expr *on = define_column(r, source, item->as.tree.parent);
    if (!on)
        return false;
    Join *up = ARENA_NEW(r->arena, Join);
    up->role = dim->name;
    up->from = up->target = source;
    up->span = item->span;
    up->n_on = 1;
    up->on = arena_memdup(r->arena, &on, sizeof on);
    up->key = arena_memdup(r->arena, dim->key, sizeof *dim->key);
    if (!define_join_dates(r, up, source, &item->as.tree.dated))
        return false;
    up->is_dated = up->valid_from != NULL;
    dim->parent = up;
    if (on->type.kind == dim->type.kind || on->type.empty_only || dim->type.empty_only)
        return true;
    diag_error(r->sink, DIAG_JOIN_TYPE, item->span,
               "the parent is %s, but the key of `%s` is %s",
               type_text(r->arena, on->type), dim->name,
               type_text(r->arena, dim->type));
    return false;
}

const AstExpr *tree_level_key(Resolver *r, const AstLevelOf *what, Span span)
{
    if (!what->has_level)
        return what->value;
    AstExpr *call = ARENA_NEW(r->arena, AstExpr);
    AstExpr *level = ARENA_NEW(r->arena, AstExpr);
    AstArg *arg = ARENA_ARRAY(r->arena, AstArg, 2);
    level->kind = AST_EXPR_NUMBER;
    level->as.number = decimal_from_i64(what->level);
    level->span = span;
    arg[0].value = what->value;
    arg[1].value = level;
    call->kind = AST_EXPR_CALL;
    call->span = span;
    call->as.call.function.text = AST_AT_LEVEL;
    call->as.call.function.span = span;
    call->as.call.args.item = arg;
    call->as.call.args.count = 2;
    return call;
}

bool tree_is_level(const AstExpr *key)
{
    return key->kind == AST_EXPR_CALL &&
           strcmp(key->as.call.function.text, AST_AT_LEVEL) == 0;
}

const AstExpr *tree_entity_of(const AstExpr *key)
{
    return tree_is_level(key) ? key->as.call.args.item[0].value : key;
}

bool tree_same_level(const AstExpr *a, const AstExpr *b)
{
    if (!tree_is_level(a) || !tree_is_level(b))
        return false;
    const AstArg *x = a->as.call.args.item, *y = b->as.call.args.item;
    if (x[0].value->kind != AST_EXPR_PATH || y[0].value->kind != AST_EXPR_PATH ||
        decimal_compare(x[1].value->as.number, y[1].value->as.number))
        return false;
    const AstPath *p = &x[0].value->as.path, *q = &y[0].value->as.path;
    bool same = p->count == q->count;
    for (uint32_t i = 0; same && i < p->count; i++)
        same = ascii_same(p->item[i].text, q->item[i].text);
    return same;
}

const Expr *tree_report_none(Resolver *r, Span span)
{
    report_tree(r, span, "this is no entity of a tree",
                "say in its source which row stands above a row: `tree parent_id`");
    return NULL;
}

/* The entity that is a tree, and its key for the row. */
static const Expr *tree_key(const RowScope *scope, const AstExpr *ast, const Dim **dim)
{
    Resolver *r = scope->r;
    Reach found;
    const Expr *key = row_expr(scope, ast);
    if (!key)
        return NULL;
    bool is_one = ast->kind == AST_EXPR_PATH &&
                  reach_path(scope, &ast->as.path, &found) == REACH_ONE && found.dim;
    if (is_one && found.dim->kind == DIM_ENTITY && found.dim->parent) {
        *dim = found.dim;
        return key;
    }
    return tree_report_none(r, ast->span);
}

static const Expr *tree_expr(const RowScope *scope, const Expr *wanted,
                             const Expr *const *arg, uint32_t n)
{
    Expr node = *wanted;
    node.kind = EXPR_TREE;
    node.arg = arena_memdup(scope->r->arena, arg, n * sizeof(const Expr *));
    node.n_arg = n;
    return expr_intern(scope->r->exprs, &node);
}

const Expr *tree_level(const RowScope *scope, const AstExpr *call)
{
    int64_t level;
    const Dim *dim;
    const Expr *key = tree_key(scope, tree_entity_of(call), &dim);
    if (!key)
        return NULL;
    if (!decimal_to_i64(call->as.call.args.item[1].value->as.number, &level) ||
        level < 1 || level > TREE_DEPTH_MAX) {
        report_tree(scope->r, call->span, "levels are counted from 1, the top",
                    "write `at level 1`");
        return NULL;
    }
    Expr wanted = {.type = key->type, .span = call->span};
    wanted.as.tree.dim = dim;
    wanted.as.tree.level = (uint32_t)level;
    return tree_expr(scope, &wanted, &key, 1);
}

const Expr *tree_under(const RowScope *scope, const AstExpr *compare)
{
    Resolver *r = scope->r;
    const Dim *dim;
    const Expr *arg[] = {tree_key(scope, compare->as.compare.left, &dim),
                         row_expr(scope, compare->as.compare.right)};
    if (!arg[0] || !arg[1])
        return NULL;
    const Type *type = &arg[1]->type;
    bool by_label =
        dim->label && dim->label->type.kind == VALUE_TEXT && type->kind == VALUE_TEXT;
    if (arg[1]->kind != EXPR_CONST || (type->kind != dim->type.kind && !by_label)) {
        Span span = compare->as.compare.right->span;
        diag_error(r->sink, DIAG_TYPE, span,
                   "`under` wants the label or key of one `%s`", dim->name);
        return NULL;
    }
    key_text_meet_label(r, dim, compare);
    Expr wanted = {.type.kind = VALUE_BOOLEAN, .span = compare->span};
    wanted.as.tree.dim = dim;
    const Expr *under = tree_expr(scope, &wanted, arg, 2);
    return compare->as.compare.negated ? typed_call(r, FN_NOT, compare->span, &under, 1)
                                       : under;
}
