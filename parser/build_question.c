/* Questions: their clauses in the order of writing and by kind, each at most once. */
#include "parser/build.h"

#include "parser/context.h"
#include "runtime/base/compiler.h"

AstAlias build_text_alias(ParseCtx *cx, Span text, Span span)
{
    AstText decoded = build_text(cx, text);
    return (AstAlias){{decoded.text, text, true}, true, NULL, span};
}

AstQuestion *build_no_clauses(ParseCtx *cx)
{
    return ARENA_NEW(cx->arena, AstQuestion);
}

static void append_clause(ParseCtx *cx, AstClauses *list, AstClause *clause)
{
    if (list->count == list->cap) {
        uint32_t cap = list->cap ? list->cap * 2 : 8;
        AstClause **item = ARENA_ARRAY(cx->arena, AstClause *, cap);
        if (list->count)
            arena_copy(item, list->item, list->count * sizeof *item);
        list->item = item;
        list->cap = cap;
    }
    list->item[list->count++] = clause;
}

AstQuestion *build_clause(ParseCtx *cx, AstQuestion *question, AstClause *clause,
                          Span span)
{
    const AstClause *old = question->clause[clause->kind];
    clause->span = span;
    if (!old) {
        append_clause(cx, &question->clauses, clause);
        question->clause[clause->kind] = clause;
        return question;
    }
    if (clause->kind == AST_CLAUSE_WITH) {
        for (uint32_t i = 0; i < question->clauses.count; i++) {
            if (question->clauses.item[i] == old)
                build_with(cx, question->clauses.item[i], clause);
        }
        return question;
    }
    Diag *diag =
        diag_error(cx->sink, DIAG_CLAUSE_TWICE, span,
                   "the clause `%s` is written twice", ast_clause_text(clause->kind));
    diag_note(cx->sink, diag, &old->span, "the first one stands here");
    return question;
}

static unsigned deeper(unsigned depth, const AstExpr *e)
{
    return e && e->depth > depth ? e->depth : depth;
}

unsigned build_context_depth(const AstContext *item)
{
    switch (item->kind) {
    case AST_CONTEXT_WHERE:
    case AST_CONTEXT_FOR:
    case AST_CONTEXT_AS_OF:
        return deeper(0, item->as.expr);
    case AST_CONTEXT_ALL_OF:
        return deeper(0, item->as.all_of.value);
    case AST_CONTEXT_WHAT_IF:
        return deeper(0, item->as.assign.value);
    case AST_CONTEXT_IN_CURRENCY:
        return deeper(0, item->as.currency.at);
    case AST_CONTEXT_ALL:
    case AST_CONTEXT_SHIFT:
    case AST_CONTEXT_TO_DATE:
    case AST_CONTEXT_ROLLING:
    case AST_CONTEXT_ON:
    case AST_CONTEXT_OPENING:
    case AST_CONTEXT_CLOSING:
    case AST_CONTEXT_AVERAGE:
    case AST_CONTEXT_LAGGED:
        return 0;
    }
    UNREACHABLE("context item");
}

static unsigned stmt_depth(const AstStmt *printing)
{
    if (!printing)
        return 0;
    switch (printing->kind) {
    case AST_STMT_QUESTION:
    case AST_STMT_FORECAST:
    case AST_STMT_BACKTEST:
    case AST_STMT_BRIDGE:
    case AST_STMT_WHY:
        return printing->as.question->depth;
    case AST_STMT_SOLVE:
    case AST_STMT_CASCADE:
        return deeper(
            deeper(printing->as.solve.question->depth, printing->as.solve.goal),
            printing->as.solve.to);
    case AST_STMT_EXPLAIN:
        if (printing->as.explain.question)
            return printing->as.explain.question->depth;
        return deeper(0, printing->as.explain.expr);
    case AST_STMT_OPEN:
    case AST_STMT_USE:
    case AST_STMT_SOURCE:
    case AST_STMT_MEASURE:
    case AST_STMT_DIMENSION:
    case AST_STMT_CURRENCY:
    case AST_STMT_CALENDAR:
    case AST_STMT_REQUIRE:
    case AST_STMT_LET_VALUE:
    case AST_STMT_LET_FUNCTION:
    case AST_STMT_LET_QUERY:
    case AST_STMT_SET:
    case AST_STMT_PROFILE:
    case AST_STMT_REPORT:
    case AST_STMT_REFINE:
    case AST_STMT_RUN:
    case AST_STMT_TEXT:
    case AST_STMT_CHECK:
    case AST_STMT_BRIEF:
    case AST_STMT_DECIDE:
    case AST_STMT_COMMIT:
    case AST_STMT_ADOPTION:
    case AST_STMT_LEARN:
    case AST_STMT_LESSON:
    case AST_STMT_ASK:
    case AST_STMT_EXPECT:
    case AST_STMT_HINT:
    case AST_STMT_AUDIENCE:
    case AST_STMT_INDICATOR:
    case AST_STMT_STRATEGY:
    case AST_STMT_OBJECTIVE:
    case AST_STMT_RITUAL:
    case AST_STMT_STAFF:
    case AST_STMT_MAP:
        return 0; /* not after `from` */
    }
    UNREACHABLE("statement");
}

static unsigned clause_depth(const AstClause *c)
{
    unsigned depth = 0;
    switch (c->kind) {
    case AST_CLAUSE_BY:
    case AST_CLAUSE_ACROSS:
        for (uint32_t i = 0; i < c->as.by.count; i++)
            depth = deeper(depth, c->as.by.item[i].what.value);
        return depth;
    case AST_CLAUSE_FROM:
        return stmt_depth(c->as.from.printing);
    case AST_CLAUSE_FOR:
    case AST_CLAUSE_WHERE:
    case AST_CLAUSE_HAVING:
    case AST_CLAUSE_AS_OF:
    case AST_CLAUSE_ON:
        return deeper(0, c->as.expr);
    case AST_CLAUSE_VERSUS:
        for (uint32_t i = 0; i < c->as.versus.count; i++)
            depth = deeper(depth, c->as.versus.item[i].value);
        return depth;
    case AST_CLAUSE_TOP:
    case AST_CLAUSE_BOTTOM:
        return deeper(0, c->as.top.by);
    case AST_CLAUSE_SORT:
        for (uint32_t i = 0; i < c->as.sort.count; i++)
            depth = deeper(depth, c->as.sort.item[i].value);
        return depth;
    case AST_CLAUSE_ALARM:
    case AST_CLAUSE_WARN:
        return deeper(0, c->as.signal.when);
    case AST_CLAUSE_WHAT_IF:
        for (uint32_t i = 0; i < c->as.assigns.count; i++)
            depth = deeper(depth, c->as.assigns.item[i].value);
        return depth;
    case AST_CLAUSE_USING:
        for (uint32_t i = 0; i < c->as.method.arg.count; i++)
            depth = deeper(depth, c->as.method.arg.item[i]);
        return depth;
    case AST_CLAUSE_WITH:
    case AST_CLAUSE_SPARSE:
    case AST_CLAUSE_KEEP:
    case AST_CLAUSE_CHART:
    case AST_CLAUSE_NEXT:
    case AST_CLAUSE_HOLDING:
    case AST_CLAUSE_ORIGINS:
    case AST_CLAUSE_HORIZON:
    case AST_CLAUSE_PATHS:
    case AST_CLAUSE_COUNT:
        return 0;
    }
    UNREACHABLE("clause");
}

AstQuestion *build_question(ParseCtx *cx, AstQuestion *question, bool is_list,
                            AstItems items, Span span)
{
    unsigned depth = 0;
    question->is_list = is_list;
    question->items = items;
    question->span = span;
    question->show_implied = cx->show_implied && span.begin == cx->first.span.begin;
    for (uint32_t i = 0; i < items.count; i++)
        depth = deeper(depth, items.item[i].value);
    for (uint32_t i = 0; i < question->clauses.count; i++) {
        unsigned d = clause_depth(question->clauses.item[i]);
        depth = d > depth ? d : depth;
    }
    question->depth = (uint16_t)depth;
    return question;
}

AstClause *build_new_clause(ParseCtx *cx, AstClauseKind kind)
{
    AstClause *c = ARENA_NEW(cx->arena, AstClause);
    c->kind = kind;
    return c;
}

AstClause *build_by_clause(ParseCtx *cx, AstClauseKind kind, AstByItems items)
{
    AstClause *c = build_new_clause(cx, kind);
    c->as.by = items;
    return c;
}

AstClause *build_paths_clause(ParseCtx *cx, AstClauseKind kind, AstPaths paths)
{
    AstClause *c = build_new_clause(cx, kind);
    if (kind == AST_CLAUSE_HOLDING) {
        c->as.paths = paths;
        return c;
    }
    for (uint32_t i = 0; i < paths.count; i++) {
        AstByItem item = {.what.value = build_path_expr(cx, paths.item[i]),
                          .span = paths.item[i].span};
        c->as.by = build_by_items(cx, c->as.by, &item);
    }
    return c;
}

AstClause *build_by_span(AstClause *clause, Span first, Span last)
{
    clause->span = build_join_span(first, last);
    return clause;
}

AstClause *build_top(ParseCtx *cx, AstClause *clause, AstHowMany n, AstPaths per,
                     AstExpr *by)
{
    (void)cx;
    clause->as.top.n = n;
    clause->as.top.per = per;
    clause->as.top.by = by;
    return clause;
}

AstClause *build_expr_clause(ParseCtx *cx, AstClauseKind kind, AstExpr *expr)
{
    AstClause *c = build_new_clause(cx, kind);
    c->as.expr = expr;
    return c;
}

AstClause *build_name_clause(ParseCtx *cx, AstClauseKind kind, AstName name)
{
    AstClause *c = build_new_clause(cx, kind);
    c->as.name = name;
    return c;
}

AstClause *build_using(ParseCtx *cx, AstName name, AstExprs args)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_USING);
    c->as.method.name = name;
    c->as.method.arg = args;
    return c;
}

AstClause *build_versus_clause(ParseCtx *cx, AstVersuses items)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_VERSUS);
    c->as.versus = items;
    return c;
}

AstClause *build_sort_clause(ParseCtx *cx, AstSorts items)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_SORT);
    c->as.sort = items;
    return c;
}

AstClause *build_what_if_clause(ParseCtx *cx, AstAssigns assigns)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_WHAT_IF);
    c->as.assigns = assigns;
    return c;
}

AstClause *build_from_source(ParseCtx *cx, AstPath path)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_FROM);
    c->as.from.path = path;
    return c;
}

AstClause *build_from_parameter(ParseCtx *cx, AstName name)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_FROM);
    c->as.from.parameter = name;
    return c;
}

AstClause *build_from_printing(ParseCtx *cx, AstStmt *printing)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_FROM);
    c->as.from.printing = printing;
    return c;
}

AstClause *build_signal(ParseCtx *cx, AstClauseKind kind, AstExpr *when, AstText text)
{
    AstClause *c = build_new_clause(cx, kind);
    c->as.signal.when = when;
    c->as.signal.text = text;
    return c;
}

AstClause *build_with_one(ParseCtx *cx, bool total, bool subtotals, bool others)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_WITH);
    c->as.with.total = total;
    c->as.with.subtotals = subtotals;
    c->as.with.others = others;
    return c;
}

AstClause *build_with(ParseCtx *cx, AstClause *with, const AstClause *more)
{
    (void)cx;
    with->as.with.total |= more->as.with.total;
    with->as.with.subtotals |= more->as.with.subtotals;
    with->as.with.others |= more->as.with.others;
    return with;
}

AstClause *build_count_clause(ParseCtx *cx, AstClauseKind kind, uint32_t count)
{
    AstClause *c = build_new_clause(cx, kind);
    c->as.count = count;
    return c;
}

AstClause *build_origins(ParseCtx *cx, AstName rhythm, const uint32_t *last)
{
    AstClause *c = build_new_clause(cx, AST_CLAUSE_ORIGINS);
    c->as.origins.rhythm = rhythm;
    c->as.origins.has_last = last != NULL;
    c->as.origins.last = last ? *last : 0;
    return c;
}
