/* The columns that definitions use. What is resolved (keys, joins, axes, dimensions) is
   looked through for the columns themselves; measures keep their syntax, and there a
   column is used when something of its name stands in one. */
#include "runtime/session/used.h"

#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"

typedef struct {
    const Source *source;
    bool *used;
} Marks;

static void mark(const Marks *m, const Expr *expr)
{
    if (!expr)
        return;
    if (expr->kind == EXPR_COLUMN && expr->as.column.source == m->source)
        m->used[expr->as.column.column] = true;
    for (uint32_t i = 0; i < expr->n_arg; i++)
        mark(m, expr->arg[i]);
}

static void mark_name(void *data, const AstName *name)
{
    const Marks *m = data;
    for (size_t i = 0; i < m->source->n_column; i++)
        m->used[i] |= ascii_same(m->source->column[i].name, name->text);
}

static void mark_path(const Marks *m, const AstPath *path)
{
    Marks copy = *m;
    for (uint32_t i = 0; i < path->count; i++)
        mark_name(&copy, &path->item[i]);
}

static void mark_syntax(const Marks *m, const AstExpr *expr)
{
    Marks copy = *m;
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &copy, .name = mark_name});
    if (expr)
        ast_walk_expr(&visitor, expr);
}

static void mark_measure(const Marks *m, const AstMeasure *ast)
{
    mark_syntax(m, ast->value);
    mark_syntax(m, ast->where);
    mark_syntax(m, ast->stock.from);
    mark_syntax(m, ast->stock.until);
    mark_path(m, &ast->axis);
    mark_path(m, &ast->stock.at);
    for (uint32_t i = 0; i < ast->stock.keys.count; i++)
        mark_path(m, &ast->stock.keys.item[i]);
}

static void mark_join(const Marks *m, const Join *join)
{
    for (size_t i = 0; i < join->n_on; i++) {
        mark(m, join->on[i]);
        mark(m, join->key[i]);
    }
    mark(m, join->valid_from);
    mark(m, join->valid_to);
}

static void mark_source(const Marks *m, const Source *from)
{
    mark(m, from->filter);
    for (size_t i = 0; i < from->n_key; i++)
        mark(m, from->key[i]);
    for (size_t i = 0; i < from->n_dim; i++) {
        mark(m, from->dim[i]->value);
        mark(m, from->dim[i]->label);
    }
    for (size_t i = 0; i < from->n_join; i++)
        mark_join(m, from->join[i]);
    for (size_t i = 0; i < from->n_axis; i++)
        mark(m, from->axis[i]->value);
    for (size_t i = 0; i < from->n_measure; i++)
        mark_measure(m, from->measure[i]->ast);
}

/* Rows that only a calendar, a profile or rates read have no items of their own. */
static bool is_bare(const Source *source)
{
    return !source->n_dim && !source->n_join && !source->n_axis && !source->n_measure;
}

bool *used_columns(const Model *model, const Source *source, Arena *arena)
{
    Marks m = {source, ARENA_ARRAY(arena, bool, source->n_column + 1)};
    bool all = is_bare(source);
    for (size_t i = 0; i < model->n_source; i++) {
        OriginKind kind = model->source[i]->origin.kind;
        all |= kind == ORIGIN_QUESTION || kind == ORIGIN_STACK;
        mark_source(&m, model->source[i]);
    }
    for (size_t i = 0; i < model->n_measure; i++)
        mark_measure(&m, model->measure[i]->ast);
    for (size_t i = 0; i < source->n_column; i++)
        m.used[i] |= all || ascii_same(source->column[i].name, "recorded");
    return m.used;
}
