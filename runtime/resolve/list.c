/* `list c, ... from S`: show at the key of S, one line per row that `where` and `for`
   keep. Columns are keys of the answer; measures are taken per line. */
#include "parser/ast_walk.h"
#include "runtime/base/ascii.h"
#include "runtime/resolve/entity.h"
#include "runtime/resolve/what_if.h"

#include <string.h>

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

/* A column that is a table calculation. */
static bool names_table_item(const QuestionBuilder *qb, const char *name)
{
    for (size_t i = 0; i < qb->q->n_item; i++) {
        if (ascii_same(qb->q->item[i].title, name))
            return true;
    }
    return false;
}

typedef struct {
    const QuestionBuilder *qb;
    uint32_t depth, inner; /* nodes that are open; from where a question is, or 0 */
    bool is_call;          /* the next name is a function's */
    bool found;
    uint32_t expanded; /* functions of `let` that it stands in */
} Looking;

enum { EXPANDED_MOST = 64 };

static bool looks_at_lines(const QuestionBuilder *qb, const AstExpr *ast,
                           uint32_t expanded);

static void look_begin(void *data, WalkRole role, const char *word, Span span)
{
    Looking *l = data;
    (void)role;
    (void)span;
    l->depth++;
    l->is_call = !strcmp(word, ast_expr_text(AST_EXPR_CALL));
    if (!l->inner && (!strcmp(word, "show") || !strcmp(word, "list")))
        l->inner = l->depth;
}

static void look_end(void *data)
{
    Looking *l = data;
    if (l->inner == l->depth)
        l->inner = 0;
    l->depth--;
}

/* A table calculation, or a function of `let` that holds one. */
static bool is_table_call(const Looking *l, const char *name)
{
    FnId fn = function_by_name(name);
    if (fn == FN_RUNNING || fn == FN_PRIOR || fn == FN_RANK || fn == FN_SHARE)
        return true;
    const Model *model = l->qb->r->model;
    for (size_t i = 0; i < model->n_function && l->expanded < EXPANDED_MOST; i++) {
        if (ascii_same(model->function[i].name, name))
            return looks_at_lines(l->qb, model->function[i].ast->as.let.value,
                                  l->expanded + 1);
    }
    return false;
}

static void look_name(void *data, const AstName *name)
{
    Looking *l = data;
    bool table = l->is_call && is_table_call(l, name->text);
    l->found |= !l->inner && (l->is_call ? table : names_table_item(l->qb, name->text));
    l->is_call = false;
}

static bool looks_at_lines(const QuestionBuilder *qb, const AstExpr *ast,
                           uint32_t expanded)
{
    Looking looking = {.qb = qb, .expanded = expanded};
    AstVisitor visitor = ast_visitor((AstVisitor){
        .data = &looking, .begin = look_begin, .end = look_end, .name = look_name});
    ast_walk_expr(&visitor, ast);
    return looking.found;
}

bool list_looks_at_lines(const QuestionBuilder *qb, const AstExpr *ast)
{
    return looks_at_lines(qb, ast, 0);
}

static bool holds_column(const Expr *const *expr, size_t n, const Reach *found)
{
    for (size_t i = 0; i < n; i++) {
        if (expr[i]->kind == EXPR_COLUMN && expr[i]->as.column.source == found->end &&
            (int)expr[i]->as.column.column == found->column)
            return true;
    }
    return false;
}

/* A column of the key, or by which a join finds the key of another source. */
static bool is_key_column(const Reach *found)
{
    const Source *source = found->end;
    const Join *parent = source->entity ? source->entity->parent : NULL;
    bool is_key = holds_column(source->key, source->n_key, found) ||
                  (parent && holds_column(parent->on, parent->n_on, found));
    for (size_t i = 0; i < source->n_join && !is_key; i++)
        is_key = holds_column(source->join[i]->on, source->join[i]->n_on, found);
    return is_key;
}

/* One more key of the lines: a value of the row. */
static size_t add_key(QuestionBuilder *qb, const RowScope *rows, const AstExpr *ast,
                      const Expr *value)
{
    Question *q = qb->q;
    Binding *binding = rows->list->item;
    size_t i = q->n_by++;
    q->keys.n_key = q->n_by;
    q->by[i].type = value->type;
    q->by[i].span = ast->span;
    q->by[i].title = qb->key_title[i] = "";
    qb->key[i] = ast;
    q->keys.type[i] = value->type;
    binding->value[i] = value;
    Reach found;
    binding->label[i] = dated_bind(qb->r, leaf_key_label(rows, ast), q->from,
                                   source_default_axis(q->from), ast->span);
    q->by[i].sorted = leaf_key_sorted(rows, ast);
    if (ast->kind == AST_EXPR_PATH &&
        reach_path(rows, &ast->as.path, &found) == REACH_ONE) {
        q->by[i].dim = found.dim;
        q->by[i].is_key = is_key_column(&found);
    }
    return i;
}

static const Expr *row_value(const RowScope *rows, const AstExpr *ast)
{
    const Expr *value = dated_bind(rows->r, row_expr(rows, ast), rows->source,
                                   source_default_axis(rows->source), ast->span);
    value = as_of_reach(rows->list->qb, value, rows->list->known);
    WhatIfs *what_if = rows->list->what_if;
    return !value || !what_if || what_if_check_row(rows->r, what_if, value) ? value
                                                                            : NULL;
}

const Expr *list_value(const ValueScope *scope, const AstExpr *ast)
{
    const RowScope *rows = scope->rows;
    QuestionBuilder *qb = scope->qb;
    const Expr *value = row_value(rows, ast);
    if (!value || value->kind == EXPR_CONST || value->kind == EXPR_SCALAR)
        return value;
    size_t i = 0;
    while (i < qb->q->n_by && rows->list->item->value[i] != value)
        i++;
    if (i == qb->q->n_by) {
        add_key(qb, rows, ast, value);
        qb->q->by[i].is_hidden = true;
    }
    Expr node = {.kind = EXPR_KEY, .type = qb->q->keys.type[i], .span = ast->span};
    node.as.index = (uint32_t)i;
    return expr_intern(qb->r->exprs, &node);
}

static const char *list_title(QuestionBuilder *qb, const AstItem *ast)
{
    return question_title(qb->r, qb->q->from, &ast->alias, ast->value);
}

/* A list item is a value of the row. */
static bool list_item(QuestionBuilder *qb, const RowScope *rows, const AstItem *ast)
{
    const Expr *value = row_value(rows, ast->value);
    if (!value)
        return false;
    size_t i = add_key(qb, rows, ast->value, value);
    qb->q->by[i].title = qb->key_title[i] = list_title(qb, ast);
    return question_relabel(qb->r, &ast->alias, &qb->q->by[i].type);
}

/* The same rows, with measures under the clause. */
static RowScope under_what_if(const RowScope *rows, ListScope *list)
{
    *list = *rows->list;
    list->what_if = list->qb->what_if;
    RowScope inner = *rows;
    inner.list = list;
    return inner;
}

static void set_title(QuestionBuilder *qb, size_t i, const char *base, const char *what)
{
    qb->q->by[i].title = qb->key_title[i] =
        arena_printf(qb->r->arena, "%s %s", base, what);
}

/* Behind the last column, where the clause reaches it. */
static bool list_what_if(QuestionBuilder *qb, const RowScope *rows, const AstItem *ast)
{
    if (!qb->what_if)
        return true;
    ListScope list;
    RowScope inner = under_what_if(rows, &list);
    size_t at = qb->q->n_by - 1;
    what_if_forget_met(qb->what_if);
    const Expr *pair[] = {row_value(&inner, ast->value), rows->list->item->value[at]};
    if (!pair[0] || !what_if_take_met(qb->what_if))
        return pair[0] != NULL;
    const char *title = qb->q->by[at].title;
    if (!what_if_take_twice(qb, title, ast->span, what_if_made_of(pair[1])))
        return false;
    size_t i = add_key(qb, rows, ast->value, pair[0]);
    set_title(qb, i, title, "what if");
    if (!question_relabel(qb->r, &ast->alias, &qb->q->by[i].type))
        return false;
    if (pair[0]->type.kind != VALUE_NUMBER)
        return true;
    const Expr *gap = typed_call(qb->r, FN_SUBTRACT, ast->span, pair, 2);
    if (!gap)
        return false;
    i = add_key(qb, rows, ast->value, gap);
    set_title(qb, i, title, "difference");
    return question_relabel(qb->r, &ast->alias, &qb->q->by[i].type);
}

/* Or looks at other lines: then it stands behind `before` values of the row. */
static bool list_table_item(const ValueScope *scope, const AstItem *ast, size_t before)
{
    QuestionBuilder *qb = scope->qb;
    Item *item =
        question_add_item(qb, scope, ast->value, list_title(qb, ast), ast->span);
    if (!item)
        return false;
    item->role = ITEM_ATTRIBUTE;
    item->before = (uint32_t)before;
    if (!question_relabel(qb->r, &ast->alias, &item->type) || !qb->what_if)
        return !qb->what_if;
    ListScope list;
    RowScope rows = under_what_if(scope->rows, &list);
    ValueScope inner = *scope;
    inner.rows = &rows;
    inner.in_bracket = true;
    size_t at = qb->q->n_item;
    if (!what_if_add_in(qb, scope, &inner, &ast->alias))
        return false;
    for (; at < qb->q->n_item; at++) {
        qb->q->item[at].role = ITEM_ATTRIBUTE;
        qb->q->item[at].before = (uint32_t)before;
    }
    return true;
}

/* Columns that are values of the row come first: the others speak of them. */
static bool list_items(const ValueScope *lines, const AstItem *column, size_t n)
{
    QuestionBuilder *qb = lines->qb;
    bool ok = true;
    bool *later = ARENA_ARRAY(qb->r->arena, bool, n + 1);
    for (size_t i = 0; i < n; i++) {
        ok &= !question_hides_name(qb->r, &column[i]);
        later[i] = list_looks_at_lines(qb, column[i].value);
        if (later[i])
            qb->q->item[qb->q->n_item++].title = list_title(qb, &column[i]);
    }
    qb->q->n_item = 0;
    size_t *before = ARENA_ARRAY(qb->r->arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        ok &= later[i] || (list_item(qb, lines->rows, &column[i]) &&
                           list_what_if(qb, lines->rows, &column[i]));
        before[i] = qb->q->n_by;
    }
    for (size_t i = 0; i < n; i++)
        ok &= !later[i] || list_table_item(lines, &column[i], before[i]);
    return ok;
}

static void count_node(void *data, WalkRole role, const char *word, Span span)
{
    (void)role;
    (void)word;
    (void)span;
    ++*(size_t *)data;
}

/* Room for all columns, and for what they and the clauses speak of. */
static void make_room(QuestionBuilder *qb, const AstQuestion *ast, Binding *binding,
                      size_t n_column)
{
    Arena *arena = qb->r->arena;
    Question *q = qb->q;
    n_column *= 1 + what_if_columns(qb);
    size_t n = n_column + 1;
    AstVisitor visitor = ast_visitor((AstVisitor){.data = &n, .begin = count_node});
    ast_walk_question(&visitor, ast);
    n *= 1 + what_if_columns(qb);
    q->by = ARENA_ARRAY(arena, ByItem, n);
    q->keys.type = ARENA_ARRAY(arena, Type, n);
    q->item = ARENA_ARRAY(arena, Item, n_column + 1);
    qb->key = ARENA_ARRAY(arena, const AstExpr *, n);
    qb->key_title = ARENA_ARRAY(arena, const char *, n);
    qb->item = ARENA_ARRAY(arena, const AstExpr *, n_column + 1);
    *binding = (Binding){.source = q->from,
                         .value = ARENA_ARRAY(arena, const Expr *, n),
                         .label = ARENA_ARRAY(arena, const Expr *, n)};
}

/* Where nothing looks at other lines, hiding lines is leaving rows out: `having` is one
   more condition on the row. */
static const Context *list_context(const ValueScope *scope, const RowScope *rows,
                                   const AstClause *having, Span span)
{
    const Context *context = leaf_context(scope, rows->source, span);
    if (!context || !what_if_check_rows(scope->qb, context))
        return NULL;
    if (!having)
        return context;
    const Expr *cond = dated_bind(rows->r, row_condition(rows, having->as.expr),
                                  rows->source, context->axis, having->span);
    if (!cond)
        return NULL;
    cond = as_of_reach(scope->qb, cond, context->as_of);
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
    if (item->alias.name.text && path->count == 1 &&
        ascii_same(item->alias.name.text, path->item[0].text))
        return true;
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
    if (!refuse(r, ast) || !needs_from(qb, ast) || !what_if_begin(qb, ast))
        return false;
    q->list_source = q->from;
    size_t n;
    const AstItem *column = list_columns(r, ast, &n);
    Binding binding;
    make_room(qb, ast, &binding, n);
    Frame frame = {.where_scope = q->from, .outer = around_question(r)};
    const AstClause *as_of = ast->clause[AST_CLAUSE_AS_OF];
    if (as_of && !as_of_frame(r, as_of->as.expr, as_of->span, &frame))
        return false;
    const Day *known = frame.as_of ? &frame.as_of->day : NULL;
    ListScope list = {
        qb,    &binding, ast->clause[AST_CLAUSE_FOR], ast->clause[AST_CLAUSE_AS_OF],
        known, NULL};
    RowScope rows = {.r = r, .source = q->from, .with_columns = true, .list = &list};
    ValueScope lines = {.qb = qb, .rows = &rows};
    ARENA_PUSH(r->arena, q->keys.binding, q->keys.n_binding, q->keys.cap_binding,
               binding);
    bool ok = list_items(&lines, column, n);
    const AstClause *where = ast->clause[AST_CLAUSE_WHERE];
    frame.where = where ? clause_without_all(r, where->as.expr) : NULL;
    ValueScope scope = {.qb = qb, .source = q->from, .frame = &frame};
    AstQuestion rest = *ast;
    const AstClause *having = ast->clause[AST_CLAUSE_HAVING];
    bool hides = having && (q->n_item || list_looks_at_lines(qb, having->as.expr));
    if (!hides)
        rest.clause[AST_CLAUSE_HAVING] = NULL;
    q->context =
        ok ? list_context(&scope, &rows, hides ? NULL : having, ast->span) : NULL;
    return q->context && clause_for(qb, ast) && clause_lines(qb, &lines, &rest) &&
           what_if_finish_lines(qb);
}
