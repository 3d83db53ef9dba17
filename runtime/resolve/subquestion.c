/* Questions inside expressions. An attribute `M per K` is the question "M by K" over
   all rows, looked up by the row's own K; `x in (show ...)` is membership in the
   first columns of an answer; `(show ...)` with one line and column is a constant. */
#include "runtime/resolve/subquestion.h"

#include "lexer/literal.h"
#include "runtime/base/ascii.h"
#include "runtime/resolve/what_if.h"

#include <string.h>

static const Expr *sub_expr(Resolver *r, ExprKind kind, const Question *q, Type type,
                            Span span)
{
    Expr node = {.kind = kind, .type = type, .span = span};
    node.as.sub.question = q;
    return expr_intern(r->exprs, &node);
}

static void keep_asked(Resolver *r, const char *text, Question *q)
{
    q->is_lasting = r->arena == r->model->arena;
    asked_add(r, text, q);
}

/* A question that depends on nothing around it but on what is assumed. */
static Question *ask(Resolver *r, const AstQuestion *ast)
{
    const char *text = asked_text(r, "question", NULL, ast);
    Question *q = asked_find(r, text);
    if (!q && (q = what_if_inner(r, resolve_question(r, ast))))
        keep_asked(r, text, q);
    if (!q || !r->assumed || what_if_meet(r, q))
        return q;
    const Frame *assumed = r->assumed;
    r->assumed = NULL;
    q = ask(r, ast);
    r->assumed = assumed;
    return q;
}

/* One whose only item is a value of `scope`, by keys of `from`. */
static Question *ask_attribute(Resolver *r, const AstQuestion *ast, const Source *scope,
                               const Source *from)
{
    const char *text =
        asked_text(r, from ? "row" : "attribute", from ? from : scope, ast);
    Question *q = asked_find(r, text);
    if (!q && (q = clause_resolve_attribute(r, ast, scope, from)))
        keep_asked(r, text, q);
    if (!q || !r->assumed || what_if_meet(r, q))
        return q;
    const Frame *assumed = r->assumed;
    r->assumed = NULL;
    q = ask_attribute(r, ast, scope, from);
    r->assumed = assumed;
    return q;
}

const Expr *subquestion_scalar(Resolver *r, const AstExpr *query)
{
    Question *q = ask(r, query->as.query);
    if (!q)
        return NULL;
    if (q->n_by || q->n_item != 1) {
        Diag *d =
            diag_error(r->sink, DIAG_SCALAR, query->span,
                       "a question used as a value has one measure and no dimension");
        if (q->n_by == 1 && !q->n_item)
            diag_help(r->sink, d, "is it one of these? write `in (show ...)`");
        return NULL;
    }
    Type type = q->item[0].type;
    type.add = ADD_FLOW;
    return sub_expr(r, EXPR_SCALAR, q, type, query->span);
}

/* The dimension that the name stands for wherever it leads; NULL: none or several. */
static const Dim *dim_named(Resolver *r, const AstExpr *ast)
{
    const Dim *found = NULL;
    if (ast->kind != AST_EXPR_PATH)
        return NULL;
    const char *name = ast->as.path.item[ast->as.path.count - 1].text;
    for (size_t i = 0; i < r->model->n_source; i++) {
        Dim *dim = source_find_dim(r->model->source[i], name);
        const Dim *same = dim ? dim_identity(r, dim) : NULL;
        if (same && found && same != found)
            return NULL;
        found = same ? same : found;
    }
    return found;
}

/* Does a join lead from the dimension, a column, to what the entity names? */
static bool leads_to(Resolver *r, const Dim *dim, const Dim *entity)
{
    const Expr *value = dim_value(r, (Dim *)(uintptr_t)dim);
    for (size_t i = 0; i < dim->source->n_join; i++) {
        const Join *join = dim->source->join[i];
        for (size_t k = 0; join->target == entity->source && k < join->n_on; k++) {
            if (join->on[k] == value)
                return true;
        }
    }
    return value == dim_value(r, (Dim *)(uintptr_t)entity);
}

/* Keys of an entity are among values of another one, or among attributes of its own
   rows, by chance only. */
static bool is_other_kind(Resolver *r, const Dim *a, const Dim *b)
{
    if (!a || !b || a == b || !a->source || !b->source)
        return false;
    if (a->kind == DIM_ENTITY && b->kind == DIM_ENTITY)
        return true;
    const Dim *entity = a->kind == DIM_ENTITY ? a : b, *other = entity == a ? b : a;
    return entity->kind == DIM_ENTITY && other->source == entity->source &&
           !leads_to(r, other, entity);
}

static bool report_other_kind(Resolver *r, const AstExpr *in, const Question *q)
{
    const Dim *value = dim_named(r, in->as.in.value);
    const Dim *among = q->n_by == 1 ? q->by[0].dim : NULL;
    if (q->n_by == 1 && !among && q->from) /* a column that a dimension is */
        among = source_find_dim(q->from, q->by[0].title);
    if (!is_other_kind(r, value, among))
        return false;
    Diag *d =
        diag_error(r->sink, DIAG_TYPE, in->span, "`%s` cannot be among values of `%s`",
                   value->name, among->name);
    diag_help(r->sink, d, "ask for the same: `%s in (show %s ...)`", value->name,
              value->name);
    return true;
}

static const Expr *member_expr(const Shared *s, const AstExpr *in, const Question *q)
{
    Resolver *r = s->r;
    const Expr *value = literal_child(s, in->as.in.value);
    if (!value || report_other_kind(r, in, q))
        return NULL;
    Type answer = q->n_by ? q->by[0].type : q->item[0].type;
    if (q->n_by > 1 || !types_compare(value->type, answer)) {
        diag_error(r->sink, DIAG_TYPE, in->span,
                   q->n_by > 1 ? "the question has more than one key%.0s%.0s"
                               : "%s cannot be among values of type %s",
                   type_text(r->arena, value->type), type_text(r->arena, answer));
        return NULL;
    }
    Expr node = {.kind = EXPR_MEMBER, .type.kind = VALUE_BOOLEAN, .span = in->span};
    node.as.sub.question = q;
    node.arg = &value;
    node.n_arg = 1;
    const Expr *res = expr_intern(r->exprs, &node);
    return in->as.in.negated ? typed_call(r, FN_NOT, in->span, &res, 1) : res;
}

const Expr *subquestion_member(const Shared *s, const AstExpr *in)
{
    Question *q = ask(s->r, in->as.in.query);
    return q ? member_expr(s, in, q) : NULL;
}

/* Both by its kind and among those written, which tell questions apart. */
static void put_clause(Resolver *r, AstQuestion *ask, const AstClause *clause)
{
    if (!clause)
        return;
    if (!ask->clauses.item)
        ask->clauses.item = ARENA_ARRAY(r->arena, AstClause *, AST_CLAUSE_COUNT);
    ask->clauses.item[ask->clauses.count++] =
        arena_memdup(r->arena, clause, sizeof *clause);
    ask->clause[clause->kind] = clause;
}

/* x in S: the question "show <entity> from S". */
static AstQuestion *ask_for_entity(Resolver *r, const Source *source,
                                   const AstExpr *set)
{
    AstQuestion *ask = ARENA_NEW(r->arena, AstQuestion);
    AstClause *from = ARENA_NEW(r->arena, AstClause);
    AstExpr *name = arena_memdup(r->arena, set, sizeof *set);
    AstItem *item = ARENA_NEW(r->arena, AstItem);
    AstName *entity = ARENA_NEW(r->arena, AstName);
    entity->text = source->entity->name;
    entity->span = set->span;
    name->as.path.item = entity;
    from->kind = AST_CLAUSE_FROM;
    from->span = set->span;
    from->as.from.path = set->as.path;
    item->value = name;
    item->span = set->span;
    ask->items.item = item;
    ask->items.count = 1;
    put_clause(r, ask, from);
    ask->span = set->span;
    return ask;
}

static void report_set(Resolver *r, const AstExpr *set)
{
    const char *name = set->kind == AST_EXPR_PATH ? set->as.path.item[0].text : "";
    Diag *d = diag_error(r->sink, DIAG_TYPE, set->span,
                         "`in` wants a list, a period, a question or a source with "
                         "an entity");
    if (literal_is_currency(name, strlen(name), NULL))
        diag_help(r->sink, d, "another currency stands in brackets: revenue[in %s]",
                  name);
    else
        diag_help(r->sink, d, "write `in (a, b)`, `in 2025`, `in (show ...)`");
}

const Expr *subquestion_in_set(const Shared *s, const AstExpr *in)
{
    Resolver *r = s->r;
    const AstExpr *set = in->as.in.set;
    const Source *source = NULL;
    if (set->kind == AST_EXPR_PATH && set->as.path.count == 1)
        source = model_find_source(r->model, set->as.path.item[0].text);
    if (!source || !source->entity) {
        report_set(r, set);
        return NULL;
    }
    Question *q = ask(r, ask_for_entity(r, source, set));
    return q ? member_expr(s, in, q) : NULL;
}

Question *subquestion_by_keys(const RowScope *scope, const AstExpr *per,
                              const Expr **key)
{
    Resolver *r = scope->r;
    if (per->as.per.every) {
        diag_error(r->sink, DIAG_EVERY, per->span,
                   "`every` goes with an aggregate around it");
        return NULL;
    }
    uint32_t n = per->as.per.keys.count;
    AstQuestion *by_keys = ARENA_NEW(r->arena, AstQuestion);
    AstClause *by = ARENA_NEW(r->arena, AstClause);
    AstItem *item = ARENA_NEW(r->arena, AstItem);
    by->kind = AST_CLAUSE_BY;
    by->span = per->span;
    by->as.by.item = ARENA_ARRAY(r->arena, AstByItem, n);
    by->as.by.count = n;
    bool ok = true;
    for (uint32_t i = 0; i < n; i++) {
        const AstExpr *named = per_key_named(r, per->as.per.keys.item[i]);
        if (!named)
            return NULL;
        AstExpr *what = arena_memdup(r->arena, named, sizeof *named);
        by->as.by.item[i].what.value = what;
        by->as.by.item[i].span = what->span;
        key[i] = row_expr(scope, what);
        ok &= key[i] != NULL;
    }
    item->value = per->as.per.base;
    item->span = per->as.per.base->span;
    by_keys->items.item = item;
    by_keys->items.count = 1;
    put_clause(r, by_keys, by);
    by_keys->span = per->span;
    Question *q = ok ? ask_attribute(r, by_keys, scope->source, NULL) : NULL;
    return q && q->n_item ? q : NULL;
}

const Expr *subquestion_attribute(const RowScope *scope, const AstExpr *per)
{
    Resolver *r = scope->r;
    if (per->as.per.window)
        return window_attribute(scope, per);
    uint32_t n = per->as.per.keys.count;
    const Expr **key = ARENA_ARRAY(r->arena, const Expr *, n);
    Question *q = subquestion_by_keys(scope, per, key);
    if (!q)
        return NULL;
    Expr node = {.kind = EXPR_ATTRIBUTE, .type = q->item[0].type, .span = per->span};
    node.type.add = ADD_FLOW;
    node.as.sub.question = q;
    node.arg = key;
    node.n_arg = n;
    return expr_intern(r->exprs, &node);
}

static AstByItem by_name(Resolver *r, const char *text, Span span)
{
    AstName name = {.text = text, .span = span};
    AstExpr *key = ARENA_NEW(r->arena, AstExpr);
    AstByItem item = {.what.value = key, .span = span};
    key->kind = AST_EXPR_PATH;
    key->span = span;
    key->as.path.item = arena_memdup(r->arena, &name, sizeof name);
    key->as.path.count = 1;
    return item;
}

/* The entity of a list's source, or else its key columns. */
static AstClause *by_own_key(Resolver *r, const Source *source, Span span)
{
    AstClause *by = ARENA_NEW(r->arena, AstClause);
    size_t n = source->entity ? 1 : source->n_key;
    by->kind = AST_CLAUSE_BY;
    by->as.by.item = ARENA_ARRAY(r->arena, AstByItem, n);
    by->as.by.count = (uint32_t)n;
    for (size_t i = 0; i < n; i++) {
        const char *name = source->entity
                               ? source->entity->name
                               : source->column[source->key[i]->as.column.column].name;
        by->as.by.item[i] = by_name(r, name, span);
    }
    return by;
}

/* show M by KEY for P */
static AstQuestion *ask_per_row(const RowScope *scope, const AstExpr *measure)
{
    Resolver *r = scope->r;
    AstQuestion *ask = ARENA_NEW(r->arena, AstQuestion);
    AstItem *item = ARENA_NEW(r->arena, AstItem);
    item->value = arena_memdup(r->arena, measure, sizeof *measure);
    item->span = measure->span;
    ask->items.item = item;
    ask->items.count = 1;
    put_clause(r, ask, by_own_key(r, scope->source, measure->span));
    put_clause(r, ask, scope->list->shown);
    put_clause(r, ask, scope->list->as_of);
    ask->span = measure->span;
    return ask;
}

/* Without an entity only the list's own rows have its key. */
static bool report_foreign(const RowScope *scope, const AstExpr *ast)
{
    Resolver *r = scope->r;
    const Source *source = scope->source;
    const Measure *m = ast->kind == AST_EXPR_PATH && ast->as.path.count == 1
                           ? model_find_measure(r->model, ast->as.path.item[0].text)
                           : NULL;
    if (source->entity || !m || !m->source || m->source == source)
        return false;
    Diag *d = diag_error(r->sink, DIAG_UNREACHABLE, ast->span,
                         "`%s` is a measure of `%s`, which is not kept per row of `%s`",
                         m->name, m->source->name, source->name);
    bool joins = false;
    for (size_t i = 0; i < m->source->n_join; i++)
        joins |= m->source->join[i]->target == source;
    if (joins)
        diag_help(r->sink, d, "make a row of `%s` an entity: `entity NAME key ...`",
                  source->name);
    else
        diag_help(r->sink, d, "no join of `%s` leads to `%s`", m->source->name,
                  source->name);
    return true;
}

static Question *ask_list_measure(const RowScope *scope, const AstExpr *ast)
{
    const Source *source = scope->source;
    return ask_attribute(scope->r, ask_per_row(scope, ast), NULL,
                         source->entity ? NULL : source);
}

/* Under `what if`, when the measure is made of what is put; NULL: it is not, or that
   was reported. */
static Question *ask_what_if(const RowScope *scope, const AstExpr *ast)
{
    WhatIfs *all = scope->list->what_if;
    Question *q = ask_list_measure(scope, what_if_bracketed(scope->r, ast, all));
    bool met = false;
    for (size_t i = 0; i < all->n && q; i++) {
        for (size_t k = 0; k < q->n_put; k++)
            all->item[i].met |= q->put[k] == all->item[i].ast.value;
        met |= all->item[i].met;
    }
    return met ? q : NULL;
}

const Expr *subquestion_list_measure(const RowScope *scope, const AstExpr *ast)
{
    Resolver *r = scope->r;
    const Source *source = scope->source;
    if (!source->n_key) {
        Diag *d = diag_error(
            r->sink, DIAG_NO_KEY, ast->span,
            "a measure in a list is taken per row, and `%s` has no key", source->name);
        diag_help(r->sink, d, "declare it: `key column`");
        return NULL;
    }
    if (report_foreign(scope, ast))
        return NULL;
    size_t errors = r->sink->n_error;
    Question *q = scope->list->what_if ? ask_what_if(scope, ast) : NULL;
    if (!q && r->sink->n_error == errors)
        q = ask_list_measure(scope, ast);
    const Expr *entity = source->entity ? dim_value(r, source->entity) : NULL;
    if (!q || !q->n_item || (source->entity && !entity))
        return NULL;
    Expr node = {.kind = EXPR_ATTRIBUTE, .type = q->item[0].type, .span = ast->span};
    node.type.add = ADD_FLOW;
    node.as.sub.question = q;
    node.arg = source->entity ? &entity : source->key;
    node.n_arg = source->entity ? 1 : (uint32_t)source->n_key;
    return expr_intern(r->exprs, &node);
}

/* `ast` with the parameters of a function replaced by its arguments. */
typedef struct {
    Resolver *r;
    const AstNames *name;
    const AstArgs *arg;
} Substitution;

static AstExpr *substitute(const Substitution *s, const AstExpr *ast);

static void substitute_list(const Substitution *s, AstExprs *list)
{
    AstExpr **item = ARENA_ARRAY(s->r->arena, AstExpr *, (size_t)list->count + 1);
    for (uint32_t i = 0; i < list->count; i++)
        item[i] = substitute(s, list->item[i]);
    list->item = item;
}

static void substitute_terms(const Substitution *s, AstTerms *terms)
{
    AstTerm *item = ARENA_ARRAY(s->r->arena, AstTerm, (size_t)terms->count + 1);
    for (uint32_t i = 0; i < terms->count; i++) {
        item[i] = terms->item[i];
        item[i].operand = substitute(s, item[i].operand);
    }
    terms->item = item;
}

static void substitute_args(const Substitution *s, AstArgs *args)
{
    AstArg *item = ARENA_ARRAY(s->r->arena, AstArg, (size_t)args->count + 1);
    for (uint32_t i = 0; i < args->count; i++) {
        item[i].value = substitute(s, args->item[i].value);
        item[i].by = substitute(s, args->item[i].by);
        item[i].where = substitute(s, args->item[i].where);
    }
    args->item = item;
}

static AstExpr *parameter_value(const Substitution *s, const AstExpr *ast)
{
    if (ast->as.path.count != 1)
        return NULL;
    for (uint32_t i = 0; i < s->name->count; i++) {
        if (ascii_same(s->name->item[i].text, ast->as.path.item[0].text))
            return s->arg->item[i].value;
    }
    return NULL;
}

static void substitute_children(const Substitution *s, AstExpr *e)
{
    if (e->kind == AST_EXPR_CALL)
        substitute_args(s, &e->as.call.args);
    else if (e->kind == AST_EXPR_UNARY)
        e->as.unary.operand = substitute(s, e->as.unary.operand);
    else if (e->kind == AST_EXPR_CHAIN) {
        e->as.chain.first = substitute(s, e->as.chain.first);
        substitute_terms(s, &e->as.chain.terms);
    } else if (e->kind == AST_EXPR_COMPARE) {
        e->as.compare.left = substitute(s, e->as.compare.left);
        e->as.compare.right = substitute(s, e->as.compare.right);
    } else if (e->kind == AST_EXPR_BETWEEN) {
        e->as.between.value = substitute(s, e->as.between.value);
        e->as.between.low = substitute(s, e->as.between.low);
        e->as.between.high = substitute(s, e->as.between.high);
    } else if (e->kind == AST_EXPR_IN_LIST) {
        e->as.in.value = substitute(s, e->as.in.value);
        substitute_list(s, &e->as.in.list);
    } else if (e->kind == AST_EXPR_IN_QUERY || e->kind == AST_EXPR_IN_SET) {
        e->as.in.value = substitute(s, e->as.in.value);
    } else if (e->kind == AST_EXPR_IS_EMPTY) {
        e->as.is_empty.value = substitute(s, e->as.is_empty.value);
    } else if (e->kind == AST_EXPR_PER) {
        e->as.per.base = substitute(s, e->as.per.base);
    } else if (e->kind == AST_EXPR_BRACKET) {
        e->as.bracket.base = substitute(s, e->as.bracket.base);
    }
}

static AstExpr *substitute(const Substitution *s, const AstExpr *ast)
{
    if (!ast)
        return NULL;
    AstExpr *value = ast->kind == AST_EXPR_PATH ? parameter_value(s, ast) : NULL;
    if (value)
        return value;
    AstExpr *copy = arena_memdup(s->r->arena, ast, sizeof *ast);
    substitute_children(s, copy);
    return copy;
}

const AstExpr *subquestion_expand(Resolver *r, const AstExpr *call)
{
    const char *name = call->as.call.function.text;
    for (size_t i = 0; i < r->model->n_function; i++) {
        const NamedAst *f = &r->model->function[i];
        if (!ascii_same(f->name, name))
            continue;
        const AstNames *params = &f->ast->as.let.params;
        if (params->count != call->as.call.args.count) {
            diag_error(r->sink, DIAG_ARGUMENTS, call->span,
                       "`%s` takes %u argument%s, found %u", f->name, params->count,
                       params->count == 1 ? "" : "s", call->as.call.args.count);
            return NULL;
        }
        if (!shared_may_expand(r, call->span))
            return NULL;
        Substitution s = {r, params, &call->as.call.args};
        return substitute(&s, f->ast->as.let.value);
    }
    return NULL;
}

void subquestion_unknown_function(Resolver *r, const AstExpr *call)
{
    const char *name = call->as.call.function.text;
    static const char *const builtin[] = {
#define FUNCTION(id, text, min, max, rule) text,
#include "runtime/model/function.def"
#undef FUNCTION
        "sum",        "count",   "avg",      "min",   "max",  "median",
        "percentile", "stddev",  "variance", "first", "last", "text_list",
        "month",      "quarter", "year",     "week",
    };
    Suggest suggest;
    suggest_init(&suggest, name);
    for (size_t i = 0; i < COUNT_OF(builtin); i++)
        suggest_offer(&suggest, ascii_is_alpha(builtin[i][0]) ? builtin[i] : "");
    for (size_t i = 0; i < r->model->n_function; i++) {
        if (ascii_same(r->model->function[i].name, name))
            return;
        suggest_offer(&suggest, r->model->function[i].name);
    }
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_FUNCTION, call->as.call.function.span,
                         "there is no function `%s`", name);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
}
