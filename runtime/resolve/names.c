/* Names among the items of a question: which are dimensions, and which alias hides what
   is declared. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"

/* lines.revenue: a measure by the name of its source. */
static bool source_has_measure(const Model *model, const AstPath *path)
{
    const Source *source = model_find_source(model, path->item[0].text);
    return source && source_find_measure(source, path->item[1].text);
}

/* Under `from S` a name is first a column of S, unless S declares a measure of it. */
static bool is_own_column(const Source *from, const char *name)
{
    return from && source_find_column(from, name) >= 0 &&
           !source_find_measure(from, name);
}

/* Is what `month(...)` takes a value of rows, and none that adds them up? */
static bool is_of_rows(const Resolver *r, const Source *from, const AstExpr *ast)
{
    AggFn fn;
    ast = question_dereference(r, ast);
    if (ast->kind == AST_EXPR_CHAIN)
        return is_of_rows(r, from, ast->as.chain.first);
    if (ast->kind == AST_EXPR_CALL)
        return ast->as.call.args.count &&
               !leaf_is_aggregate(ast->as.call.function.text, &fn) &&
               is_of_rows(r, from, ast->as.call.args.item[0].value);
    if (ast->kind != AST_EXPR_PATH)
        return ast->kind == AST_EXPR_PER;
    const AstPath *path = &ast->as.path;
    if (path->count == 1 && is_own_column(from, path->item[0].text))
        return true;
    return path->count == 2 ? !source_has_measure(r->model, path)
                            : !literal_is_word(path->item[0].text) &&
                                  !model_find_measure(r->model, path->item[0].text);
}

bool question_names_dimension(const Resolver *r, const Source *from, const AstExpr *ast)
{
    AstUnit unit;
    ast = question_dereference(r, ast);
    if (ast->kind == AST_EXPR_CALENDAR_UNIT)
        return true;
    if (ast->kind == AST_EXPR_CALL)
        return ast_name_unit(ast->as.call.function, &unit) &&
               ast->as.call.args.count == 1 &&
               is_of_rows(r, from, ast->as.call.args.item[0].value);
    if (ast->kind != AST_EXPR_PATH)
        return false;
    const AstPath *path = &ast->as.path;
    const char *name = path->item[path->count - 1].text;
    const Model *model = r->model;
    if (path->count == 1 && ast_name_unit(path->item[0], &unit))
        return true;
    if (path->count == 1 && is_own_column(from, name))
        return true;
    if (path->count == 1 &&
        (model_find_measure(model, name) || (from && source_find_measure(from, name))))
        return false;
    if (path->count == 2 && source_has_measure(model, path))
        return false;
    if (path->count == 1 && model_find_dim(model, name))
        return true;
    for (size_t i = 0; i < model->n_source; i++) {
        if (source_find_dim(model->source[i], name) ||
            (path->count > 1 && source_find_column(model->source[i], name) >= 0))
            return true;
    }
    return false;
}

/* region, seller.region, revenue per customer: is it called by its own name? */
static bool is_named(const AstExpr *value, const char *name)
{
    if (value->kind == AST_EXPR_PER)
        value = value->as.per.base;
    if (value->kind != AST_EXPR_PATH)
        return false;
    const AstPath *path = &value->as.path;
    return ascii_same(path->item[0].text, name) ||
           ascii_same(path->item[path->count - 1].text, name);
}

bool question_item_is_dimension(const QuestionBuilder *qb, const AstQuestion *ast,
                                uint32_t at)
{
    const AstExpr *value = ast->items.item[at].value;
    if (!question_names_dimension(qb->r, qb->q->from, value))
        return false;
    for (uint32_t i = 0; i < at && value->kind == AST_EXPR_PATH; i++) {
        const AstItem *item = &ast->items.item[i];
        const AstPath *path = &value->as.path;
        if (path->count == 1 && item->alias.name.text &&
            ascii_same(item->alias.name.text, path->item[0].text) &&
            !is_named(item->value, path->item[0].text))
            return false;
    }
    return true;
}

/* A module does not know what it neither declares nor requires: to it there is no such
   name. */
static bool is_unknown_to_module(const Resolver *r, const AstName *name)
{
    const SourceText *text = source_texts_get(r->sink->texts, name->span.file);
    return text && text->is_module &&
           !model_knows(r->model, name->span.file, name->text);
}

bool question_hides_name(const Resolver *r, const AstItem *ast)
{
    const AstName *alias = &ast->alias.name;
    const char *what = NULL;
    if (r->assumed || !alias->text || is_named(ast->value, alias->text) ||
        is_unknown_to_module(r, alias))
        return false; /* of what is read anew under an assumption it was asked then */
    if (model_find_measure(r->model, alias->text))
        what = "a measure";
    else if (model_has_dim(r->model, alias->text))
        what = "a dimension";
    if (!what)
        return false;
    Diag *d = diag_error(r->sink, DIAG_DUPLICATE_NAME, alias->span,
                         "`%s` is declared as %s; an alias may not hide it",
                         alias->text, what);
    diag_help(r->sink, d, "take another name");
    return true;
}
