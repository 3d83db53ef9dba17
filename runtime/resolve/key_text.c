/* An entity compared with a text that its key is not: the reader sees labels and means
   one, so the message offers the label's name. Where the key is a text too, only
   rows tell; then the text is kept for those who read them. */
#include "runtime/resolve/literal.h"

#include "runtime/base/ascii.h"

#include <string.h>

static const Dim *entity_of(const Model *model, const AstExpr *ast)
{
    if (ast->kind != AST_EXPR_PATH)
        return NULL;
    const char *name = ast->as.path.item[ast->as.path.count - 1].text;
    for (size_t i = 0; i < model->n_source; i++) {
        const Dim *entity = model->source[i]->entity;
        if (entity && ascii_same(entity->name, name))
            return entity;
    }
    return NULL;
}

/* The dimension or column that prints as the label; NULL: it has no name. */
static const char *label_name(Resolver *r, const Dim *entity)
{
    const Source *source = entity->source;
    const Expr *label = entity->label;
    if (!label || label == entity->value)
        return NULL;
    for (size_t i = 0; i < source->n_dim; i++) {
        if (source->dim[i] != entity && dim_value(r, source->dim[i]) == label)
            return source->dim[i]->name;
    }
    for (size_t i = 0; i < source->n_column && label->kind == EXPR_COLUMN; i++) {
        if (label->as.column.source == source && label->as.column.column == i)
            return source->column[i].name;
    }
    return NULL;
}

bool key_text_report(const Shared *s, const KeyText *found)
{
    Resolver *r = s->r;
    const Type *type = &found->value->type;
    const Dim *entity = entity_of(r->model, found->ast);
    if (!entity || type->kind == VALUE_TEXT || type->empty_only)
        return false;
    const char *path = path_text(r->arena, &found->ast->as.path);
    const char *label = label_name(r, entity);
    Diag *d = diag_error(r->sink, DIAG_UNITS, found->span,
                         "`%s` means its key, a %s, and this compares it with a text",
                         path, type_text(r->arena, *type));
    const AstExpr *text = found->text;
    const char *wanted = text->kind == AST_EXPR_TEXT && text->as.text.len <= 40 &&
                                 !strpbrk(text->as.text.text, "\"\\\n{")
                             ? text->as.text.text
                             : "...";
    if (label)
        diag_help(r->sink, d, "write `%s.%s %s \"%s\"`", path, label, found->sign,
                  wanted);
    return true;
}

static void meet(Resolver *r, const Dim *entity, const AstPath *path,
                 const AstExpr *text, bool by_label)
{
    if (text->kind != AST_EXPR_TEXT || text->as.text.n_part)
        return;
    for (const KeyMet *met = r->key_met; met; met = met->next) {
        if (met->text == text)
            return;
    }
    KeyMet *met = ARENA_NEW(r->arena, KeyMet);
    *met =
        (KeyMet){r->key_met, entity, path_text(r->arena, path), NULL, by_label, text};
    met->label = label_name(r, entity);
    r->key_met = met;
}

void key_text_meet(const RowScope *scope, const AstExpr *ast)
{
    Reach found;
    bool is_list = ast->kind == AST_EXPR_IN_LIST;
    bool is_equal = ast->kind == AST_EXPR_COMPARE && (ast->as.compare.op == AST_OP_EQ ||
                                                      ast->as.compare.op == AST_OP_NE);
    if (!is_list && !is_equal)
        return;
    const AstExpr *left = is_list ? ast->as.in.value : ast->as.compare.left;
    if (left->kind != AST_EXPR_PATH ||
        reach_path(scope, &left->as.path, &found) != REACH_ONE || !found.dim ||
        found.dim->kind != DIM_ENTITY || found.dim->type.kind != VALUE_TEXT)
        return;
    if (is_equal)
        meet(scope->r, found.dim, &left->as.path, ast->as.compare.right, false);
    for (uint32_t i = 0; is_list && i < ast->as.in.list.count; i++)
        meet(scope->r, found.dim, &left->as.path, ast->as.in.list.item[i], false);
}

void key_text_meet_label(Resolver *r, const Dim *entity, const AstExpr *compare)
{
    const AstExpr *left = compare->as.compare.left;
    if (left->kind == AST_EXPR_PATH)
        meet(r, entity, &left->as.path, compare->as.compare.right, true);
}
