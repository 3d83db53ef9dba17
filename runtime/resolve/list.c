/* `list c, ... from S`: show at the key of S, one line per row that `where` and `for`
   keep. Columns are keys of the answer; measures are taken per line. */
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/entity.h"

static bool needs_from(QuestionBuilder *qb, const AstQuestion *ast)
{
    const AstClause *from = ast->clause[AST_CLAUSE_FROM];
    if (from && from->as.from.path.count == 1) {
        AstName name = from->as.from.path.item[0];
        qb->q->from = model_find_source(qb->r->model, name.text);
        if (!qb->q->from)
            clause_unknown_source(qb->r, name);
        return qb->q->from != NULL;
    }
    if (from)
        return (qb->q->from = clause_anonymous_source(qb->r, &from->as.from)) != NULL;
    Diag *d = diag_error(qb->r->sink, DIAG_NO_SOURCE, ast->span,
                         "it is not said whose rows are listed");
    diag_help(qb->r->sink, d, "name the source: `list ... from orders`");
    return false;
}

static bool refuse(Resolver *r, const AstQuestion *ast)
{
    static const AstClauseKind kind[] = {AST_CLAUSE_BY, AST_CLAUSE_ACROSS,
                                         AST_CLAUSE_WITH, AST_CLAUSE_CHART,
                                         AST_CLAUSE_VERSUS};
    for (size_t i = 0; i < COUNT_OF(kind); i++) {
        const AstClause *clause = ast->clause[kind[i]];
        if (!clause)
            continue;
        Diag *d = diag_error(r->sink, DIAG_LIST_CLAUSE, clause->span,
                             "a list has one line per row; `%s` goes with `show`",
                             ast_clause_text(kind[i]));
        diag_help(r->sink, d, "write `show ... by ...`");
        return false;
    }
    return clause_refuse_unsupported(r, ast);
}

/* A list item is a value of the row. */
static bool list_item(QuestionBuilder *qb, const RowScope *rows, const AstItem *ast,
                      Binding *binding)
{
    Resolver *r = qb->r;
    Question *q = qb->q;
    const Axis *axis = source_default_axis(q->from);
    const Expr *value =
        dated_bind(r, row_expr(rows, ast->value), q->from, axis, ast->span);
    if (!value)
        return false;
    size_t i = q->n_by++;
    const SourceText *text =
        r->sink->texts ? source_texts_get(r->sink->texts, ast->value->span.file) : NULL;
    q->by[i].title = ast->alias.name.text;
    if (!q->by[i].title && ast->value->kind == AST_EXPR_PATH)
        q->by[i].title = question_name(r, q->from, &ast->value->as.path);
    if (!q->by[i].title && text)
        q->by[i].title = arena_strndup(r->arena, text->text + ast->value->span.begin,
                                       ast->value->span.end - ast->value->span.begin);
    q->by[i].type = value->type;
    q->by[i].span = ast->span;
    qb->key[i] = ast->value;
    qb->key_title[i] = q->by[i].title ? q->by[i].title : "?";
    q->by[i].title = qb->key_title[i];
    q->keys.type[i] = value->type;
    binding->value[i] = value;
    Reach found;
    if (ast->value->kind != AST_EXPR_PATH ||
        reach_path(rows, &ast->value->as.path, &found) != REACH_ONE)
        return true;
    q->by[i].dim = found.dim;
    if (found.dim && found.dim->kind == DIM_ENTITY && found.dim->label)
        binding->label[i] = dated_bind(r, reach_wrap(r, &found, found.dim->label),
                                       q->from, axis, ast->span);
    return true;
}

/* A list has no totals, so hiding lines is leaving rows out: `having` is one more
   condition on the row. */
static const Context *list_context(const ValueScope *scope, const RowScope *rows,
                                   const AstQuestion *ast)
{
    const Context *context = leaf_context(scope, rows->source, ast->span);
    const AstClause *having = ast->clause[AST_CLAUSE_HAVING];
    if (!context || !having)
        return context;
    const Expr *cond = dated_bind(rows->r, row_condition(rows, having->as.expr),
                                  rows->source, context->axis, having->span);
    if (!cond)
        return NULL;
    Context *res = arena_memdup(rows->r->arena, context, sizeof *context);
    const Expr **row = ARENA_ARRAY(rows->r->arena, const Expr *, context->n_row + 1);
    for (size_t i = 0; i < context->n_row; i++)
        row[i] = context->row[i];
    row[res->n_row++] = cond;
    res->row = row;
    return res;
}

static bool is_item(const AstItem *item, const AstPath *path)
{
    return item->value->kind == AST_EXPR_PATH &&
           entity_same_path(&item->value->as.path, path);
}

/* The columns, with what partitions `top` in front. */
static AstItem *list_columns(Resolver *r, const AstQuestion *ast, size_t *n)
{
    const AstClause *top = ast->clause[AST_CLAUSE_TOP];
    top = top ? top : ast->clause[AST_CLAUSE_BOTTOM];
    uint32_t n_per = top ? top->as.top.per.count : 0;
    AstItem *column =
        ARENA_ARRAY(r->arena, AstItem, (size_t)n_per + ast->items.count + 1);
    for (uint32_t p = 0; p < n_per; p++) {
        AstExpr *name = ARENA_NEW(r->arena, AstExpr);
        name->kind = AST_EXPR_PATH;
        name->as.path = top->as.top.per.item[p];
        name->span = name->as.path.span;
        column[p] = (AstItem){.value = name, .span = name->span};
        for (uint32_t i = 0; i < ast->items.count; i++) {
            if (is_item(&ast->items.item[i], &name->as.path))
                column[p] = ast->items.item[i];
        }
    }
    *n = n_per;
    for (uint32_t i = 0; i < ast->items.count; i++) {
        bool is_first = false;
        for (uint32_t p = 0; p < n_per; p++)
            is_first |= is_item(&ast->items.item[i], &top->as.top.per.item[p]);
        if (!is_first)
            column[(*n)++] = ast->items.item[i];
    }
    return column;
}

bool clause_resolve_list(QuestionBuilder *qb, const AstQuestion *ast)
{
    Resolver *r = qb->r;
    Question *q = qb->q;
    if (!refuse(r, ast) || !needs_from(qb, ast))
        return false;
    q->list_source = q->from;
    size_t n;
    const AstItem *column = list_columns(r, ast, &n);
    q->by = ARENA_ARRAY(r->arena, ByItem, n + 1);
    qb->key = ARENA_ARRAY(r->arena, const AstExpr *, n + 1);
    qb->key_title = ARENA_ARRAY(r->arena, const char *, n + 1);
    q->keys.type = ARENA_ARRAY(r->arena, Type, n + 1);
    q->item = ARENA_ARRAY(r->arena, Item, 1);
    Binding binding = {q->from, NULL, ARENA_ARRAY(r->arena, const Expr *, n + 1),
                       ARENA_ARRAY(r->arena, const Expr *, n + 1)};
    ListScope list = {qb, &binding, ast->clause[AST_CLAUSE_FOR],
                      ast->clause[AST_CLAUSE_AS_OF]};
    RowScope rows = {.r = r, .source = q->from, .with_columns = true, .list = &list};
    bool ok = true;
    for (size_t i = 0; i < n; i++)
        ok &= list_item(qb, &rows, &column[i], &binding);
    q->keys.n_key = q->n_by;
    ARENA_PUSH(r->arena, q->keys.binding, q->keys.n_binding, q->keys.cap_binding,
               binding);
    Frame frame = {.where_scope = q->from};
    const AstClause *where = ast->clause[AST_CLAUSE_WHERE];
    frame.where = where ? clause_without_all(r, where->as.expr) : NULL;
    const AstClause *as_of = ast->clause[AST_CLAUSE_AS_OF];
    ok &= !as_of || as_of_frame(r, as_of->as.expr, as_of->span, &frame);
    ValueScope scope = {.qb = qb, .source = q->from, .frame = &frame};
    q->context = ok ? list_context(&scope, &rows, ast) : NULL;
    ValueScope lines = {.qb = qb};
    AstQuestion rest = *ast;
    rest.clause[AST_CLAUSE_HAVING] = NULL;
    return q->context && clause_for(qb, ast) && clause_lines(qb, &lines, &rest);
}
