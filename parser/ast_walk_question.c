/* The walk over questions and their clauses, in the order they were written. */
#include "parser/ast_walk.h"

#include "runtime/base/compiler.h"

static void walk_alias(const AstVisitor *v, const AstAlias *alias)
{
    if (!alias->name.text)
        return;
    v->begin(v->data, WALK_NODE, alias->is_text ? "as-text" : "as", alias->span);
    v->name(v->data, &alias->name);
    walk_type(v, alias->type);
    v->end(v->data);
}

static void walk_by(const AstVisitor *v, const AstByItems *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        walk_level_of(v, &items->item[i].what);
        walk_alias(v, &items->item[i].alias);
    }
}

static void walk_versus(const AstVisitor *v, const AstVersuses *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        ast_walk_expr(v, items->item[i].value);
        if (items->item[i].on_working)
            v->word(v->data, "working");
        walk_alias(v, &items->item[i].alias);
    }
}

static void walk_sort(const AstVisitor *v, const AstSorts *items)
{
    for (uint32_t i = 0; i < items->count; i++) {
        ast_walk_expr(v, items->item[i].value);
        if (items->item[i].descending)
            v->word(v->data, "descending");
    }
}

static void walk_named(const AstVisitor *v, const AstClause *clause)
{
    if (clause->kind == AST_CLAUSE_CHART) {
        v->name(v->data, &clause->as.name);
        return;
    }
    v->name(v->data, &clause->as.method.name);
    for (uint32_t i = 0; i < clause->as.method.arg.count; i++)
        ast_walk_expr(v, clause->as.method.arg.item[i]);
}

static void walk_with(const AstVisitor *v, const AstClause *clause)
{
    if (clause->as.with.total)
        v->word(v->data, "total");
    if (clause->as.with.subtotals)
        v->word(v->data, "subtotals");
    if (clause->as.with.others)
        v->word(v->data, "others");
}

static void walk_from(const AstVisitor *v, const AstFrom *from)
{
    if (from->path.count)
        walk_path(v, &from->path);
    walk_name(v, "parameter", &from->parameter);
    if (from->printing)
        ast_walk_stmt(v, from->printing);
}

static void walk_top(const AstVisitor *v, const AstClause *clause)
{
    if (clause->as.top.n.parameter.text)
        walk_name(v, "parameter", &clause->as.top.n.parameter);
    else
        v->count(v->data, clause->as.top.n.count);
    walk_paths(v, "per", &clause->as.top.per);
    walk_part(v, "by", clause->as.top.by);
}

static void walk_origins(const AstVisitor *v, const AstClause *clause)
{
    v->name(v->data, &clause->as.origins.rhythm);
    if (clause->as.origins.has_last)
        v->count(v->data, clause->as.origins.last);
}

static void walk_clause_parts(const AstVisitor *v, const AstClause *clause)
{
    switch (clause->kind) {
    case AST_CLAUSE_BY:
    case AST_CLAUSE_ACROSS:
        walk_by(v, &clause->as.by);
        return;
    case AST_CLAUSE_FROM:
        walk_from(v, &clause->as.from);
        return;
    case AST_CLAUSE_FOR:
    case AST_CLAUSE_WHERE:
    case AST_CLAUSE_HAVING:
    case AST_CLAUSE_AS_OF:
    case AST_CLAUSE_ON:
        ast_walk_expr(v, clause->as.expr);
        return;
    case AST_CLAUSE_VERSUS:
        walk_versus(v, &clause->as.versus);
        return;
    case AST_CLAUSE_TOP:
    case AST_CLAUSE_BOTTOM:
        walk_top(v, clause);
        return;
    case AST_CLAUSE_SORT:
        walk_sort(v, &clause->as.sort);
        return;
    case AST_CLAUSE_WITH:
        walk_with(v, clause);
        return;
    case AST_CLAUSE_SPARSE:
    case AST_CLAUSE_KEEP:
        return;
    case AST_CLAUSE_ALARM:
    case AST_CLAUSE_WARN:
        ast_walk_expr(v, clause->as.signal.when);
        walk_text(v, "text", &clause->as.signal.text);
        return;
    case AST_CLAUSE_CHART:
    case AST_CLAUSE_USING:
        walk_named(v, clause);
        return;
    case AST_CLAUSE_WHAT_IF:
        for (uint32_t i = 0; i < clause->as.assigns.count; i++)
            walk_assign(v, &clause->as.assigns.item[i]);
        return;
    case AST_CLAUSE_HOLDING:
        walk_paths(v, "paths", &clause->as.paths);
        return;
    case AST_CLAUSE_NEXT:
    case AST_CLAUSE_HORIZON:
    case AST_CLAUSE_PATHS:
        v->count(v->data, clause->as.count);
        return;
    case AST_CLAUSE_ORIGINS:
        walk_origins(v, clause);
        return;
    case AST_CLAUSE_COUNT:
        break;
    }
    UNREACHABLE("clause");
}

void ast_walk_question(const AstVisitor *v, const AstQuestion *question)
{
    v->begin(v->data, WALK_NODE, question->is_list ? "list" : "show", question->span);
    for (uint32_t i = 0; i < question->items.count; i++) {
        ast_walk_expr(v, question->items.item[i].value);
        walk_alias(v, &question->items.item[i].alias);
    }
    for (uint32_t i = 0; i < question->clauses.count; i++) {
        const AstClause *clause = question->clauses.item[i];
        v->begin(v->data, WALK_CLAUSE, ast_clause_text(clause->kind), clause->span);
        walk_clause_parts(v, clause);
        v->end(v->data);
    }
    v->end(v->data);
}
