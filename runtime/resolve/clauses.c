/* Clauses that speak about the lines of an answer: for, having, sort, top, with,
   alarm; and the list, which is a question at the key of its source. */
#include "runtime/resolve/clauses.h"

#include "runtime/base/ascii.h"
#include "runtime/resolve/entity.h"
#include "runtime/resolve/tree.h"

bool clause_refuse_unsupported(Resolver *r, const AstQuestion *ast)
{
    static const struct {
        AstClauseKind kind;
        const char *what;
    } later[] = {
        {AST_CLAUSE_NEXT, "`next`"},
        {AST_CLAUSE_USING, "`using`"},
        {AST_CLAUSE_HOLDING, "`holding`"},
    };
    bool ok = true;
    for (size_t i = 0; i < COUNT_OF(later); i++) {
        const AstClause *clause = ast->clause[later[i].kind];
        if (!clause)
            continue;
        resolve_not_yet(r, clause->span, later[i].what);
        ok = false;
    }
    return ok;
}

bool clause_for(QuestionBuilder *qb, const AstQuestion *ast)
{
    const AstClause *clause = ast->clause[AST_CLAUSE_FOR];
    if (!clause || period_is_all_time(qb->r, clause->as.expr))
        return true;
    Question *q = qb->q;
    const AstExpr *period = clause->as.expr;
    q->has_for = true;
    q->shown_span = period->span;
    q->shown_year = period_year(qb->r, period);
    q->shown_in_weeks = period_is_weeks(qb->r, period);
    return resolve_period(qb->r, period, &q->shown);
}

static bool clause_having(QuestionBuilder *qb, const ValueScope *scope,
                          const AstQuestion *ast)
{
    const AstClause *clause = ast->clause[AST_CLAUSE_HAVING];
    if (!clause)
        return true;
    qb->q->having = value_condition(scope, clause->as.expr);
    return qb->q->having != NULL;
}

/* What depends on the order cannot make it. */
static bool check_sort(const QuestionBuilder *qb, const AstSort *sort, const Expr *key)
{
    if (!question_follows_order(qb->q, key))
        return true;
    Diag *d = diag_error(qb->r->sink, DIAG_TABLE_CALCULATION, sort->span,
                         "`running` and `prior` follow the order of the lines, so "
                         "lines are not sorted by them");
    diag_help(qb->r->sink, d, "sort by the measure itself");
    return false;
}

static bool clause_sort(QuestionBuilder *qb, const ValueScope *scope,
                        const AstQuestion *ast)
{
    const AstClause *clause = ast->clause[AST_CLAUSE_SORT];
    if (!clause)
        return true;
    Question *q = qb->q;
    bool ok = true;
    q->sort = ARENA_ARRAY(qb->r->arena, SortKey, clause->as.sort.count);
    for (uint32_t i = 0; i < clause->as.sort.count; i++) {
        const AstSort *sort = &clause->as.sort.item[i];
        SortKey *key = &q->sort[q->n_sort++];
        if (sort->value->kind == AST_EXPR_NUMBER) {
            Diag *d = diag_error(qb->r->sink, DIAG_TYPE, sort->value->span,
                                 "a number is no column to sort by");
            diag_help(qb->r->sink, d, "write the column's name");
            return false;
        }
        key->value = value_expr(scope, sort->value);
        key->descending = sort->descending;
        ok &= key->value && check_sort(qb, sort, key->value);
    }
    return ok;
}

/* show revenue top 2 by customer: this `by` says what is largest. */
static bool is_misplaced_by(const QuestionBuilder *qb, const ValueScope *scope,
                            const AstClause *clause)
{
    const AstExpr *by = clause->as.top.by;
    bool is_bottom = clause->kind == AST_CLAUSE_BOTTOM;
    if (by->kind != AST_EXPR_PATH || value_key(scope, &by->as.path) ||
        !question_names_dimension(qb->r, qb->q->from, by))
        return false;
    const char *word = is_bottom ? "bottom" : "top";
    const char *name = by->as.path.item[by->as.path.count - 1].text;
    for (size_t i = 0; i < qb->q->n_item; i++) {
        if (ascii_same(qb->q->item[i].title, name))
            return false;
    }
    Diag *d = diag_error(qb->r->sink, DIAG_DIMENSION_NOT_IN_BY, by->span,
                         "the `by` of `%s` wants a measure, and `%s` is a dimension",
                         word, name);
    diag_help(qb->r->sink, d, "write `by %s` before `%s`", name, word);
    return true;
}

static bool read_top(QuestionBuilder *qb, const ValueScope *scope,
                     const AstClause *clause, Top *top)
{
    top->present = true;
    top->bottom = clause->kind == AST_CLAUSE_BOTTOM;
    uint32_t n;
    if (!period_how_many(qb->r, &clause->as.top.n, &n))
        return false;
    top->n = n;
    top->n_per = clause->as.top.per.count; /* they come first in the grain */
    if (!clause->as.top.by)
        return true;
    if (is_misplaced_by(qb, scope, clause))
        return false;
    top->by = value_expr(scope, clause->as.top.by);
    return top->by != NULL;
}

static bool check_same_per(Resolver *r, const AstClause *top, const AstClause *bottom)
{
    const AstPaths *a = &top->as.top.per, *b = &bottom->as.top.per;
    bool same = a->count == b->count;
    for (uint32_t i = 0; same && i < a->count; i++)
        same = entity_same_path(&a->item[i], &b->item[i]);
    if (same)
        return true;
    Diag *d = diag_error(r->sink, DIAG_TOP_PER, bottom->span,
                         "`top` and `bottom` take lines of the same parts");
    diag_help(r->sink, d, "write the same `per` behind both, or behind none");
    return false;
}

/* Beside each other the two share what they go by, where only one says it. */
static bool clause_top(QuestionBuilder *qb, const ValueScope *scope,
                       const AstQuestion *ast)
{
    const AstClause *top = ast->clause[AST_CLAUSE_TOP];
    const AstClause *bottom = ast->clause[AST_CLAUSE_BOTTOM];
    Question *q = qb->q;
    if (!top || !bottom)
        return (!top && !bottom) || read_top(qb, scope, top ? top : bottom, &q->top);
    if (!check_same_per(qb->r, top, bottom) || !read_top(qb, scope, top, &q->top) ||
        !read_top(qb, scope, bottom, &q->tail))
        return false;
    q->top.by = q->top.by ? q->top.by : q->tail.by;
    q->tail.by = q->tail.by ? q->tail.by : q->top.by;
    return true;
}

static void clause_with(Question *q, const AstQuestion *ast)
{
    const AstClause *clause = ast->clause[AST_CLAUSE_WITH];
    q->sparse = ast->clause[AST_CLAUSE_SPARSE] != NULL;
    if (!clause || !q->n_by)
        return; /* the only line is the total */
    q->with |= clause->as.with.total ? WITH_TOTAL : 0u;
    q->with |= clause->as.with.subtotals ? WITH_SUBTOTALS : 0u;
    q->with |= clause->as.with.others ? WITH_OTHERS : 0u;
}

/* A period of its own is said as it is written; false: it is none, or reported. */
static bool is_period_text(Resolver *r, const AstExpr *ast, const char **text)
{
    while (ast->kind == AST_EXPR_PARAMETER) {
        const Variable *var = resolve_find_variable(r, ast->as.parameter.text);
        if (!var || !var->value || var->value == ast)
            return false;
        ast = var->value;
    }
    DayRange days;
    if ((ast->kind != AST_EXPR_RELATIVE && ast->kind != AST_EXPR_RANGE) ||
        !resolve_period(r, ast, &days))
        return false;
    StrBuf sb;
    strbuf_init(&sb);
    period_print(r, ast, days, &sb);
    *text = arena_strdup(r->arena, sb.text);
    strbuf_release(&sb);
    return true;
}

static bool alarm_text(const ValueScope *scope, const AstText *text, Alarm *alarm)
{
    if (!text->text)
        return true;
    size_t n = text->n_part ? text->n_part : 1;
    TextPart *part = ARENA_ARRAY(scope->qb->r->arena, TextPart, n);
    part[0].literal = text->text;
    bool ok = true;
    for (size_t i = 0; i < text->n_part; i++) {
        part[i].literal = text->part[i].text;
        if (!text->part[i].expr)
            continue;
        if (clause_is_all(scope->qb->r, text->part[i].expr)) {
            part[i].literal = "all";
            continue;
        }
        if (is_period_text(scope->qb->r, text->part[i].expr, &part[i].literal))
            continue;
        part[i].value = value_expr(scope, text->part[i].expr);
        ok &= part[i].value != NULL;
    }
    alarm->text = part;
    alarm->n_text = n;
    return ok;
}

static bool clause_alarms(QuestionBuilder *qb, const ValueScope *scope,
                          const AstQuestion *ast)
{
    static const AstClauseKind kind[] = {AST_CLAUSE_ALARM, AST_CLAUSE_WARN};
    Question *q = qb->q;
    bool ok = true;
    q->alarm = ARENA_ARRAY(qb->r->arena, Alarm, COUNT_OF(kind));
    for (size_t i = 0; i < COUNT_OF(kind); i++) {
        const AstClause *clause = ast->clause[kind[i]];
        if (!clause)
            continue;
        Alarm *alarm = &q->alarm[q->n_alarm++];
        alarm->warn = kind[i] == AST_CLAUSE_WARN;
        alarm->span = clause->span;
        alarm->when = value_condition(scope, clause->as.signal.when);
        ok &= alarm->when && alarm_text(scope, &clause->as.signal.text, alarm);
    }
    return ok;
}

bool clause_lines(QuestionBuilder *qb, const ValueScope *scope, const AstQuestion *ast)
{
    clause_with(qb->q, ast);
    bool ok = clause_having(qb, scope, ast);
    ok &= clause_sort(qb, scope, ast);
    ok &= clause_top(qb, scope, ast);
    ok &= clause_alarms(qb, scope, ast);
    ok &= clause_chart(qb, ast);
    return ok;
}

const Source *clause_source_of_keys(Resolver *r, const AstExpr *const *key, size_t n)
{
    const Source *found = NULL;
    DiagHush hush = diag_hush(r->sink);
    for (size_t i = 0; i < r->model->n_source && !found; i++) {
        RowScope rows = {r, r->model->source[i], false, NULL, NULL, NULL};
        bool ok = true;
        for (size_t k = 0; k < n && ok; k++) {
            PeriodUnit unit;
            bool time = leaf_is_time_unit(r, key[k], &unit);
            ok = time ? rows.source->n_axis > 0 : row_expr(&rows, key[k]) != NULL;
        }
        found = ok ? r->model->source[i] : NULL;
    }
    diag_unhush(r->sink, hush);
    return found;
}

/* What a plain name leads to in a source; NULL when it is an expression. */
static const Dim *identity_in(Resolver *r, const AstExpr *key, const Source *source)
{
    Reach found;
    RowScope rows = {r, source, false, NULL, NULL, NULL};
    key = tree_entity_of(key);
    if (key->kind != AST_EXPR_PATH ||
        reach_path(&rows, &key->as.path, &found) != REACH_ONE || !found.dim)
        return NULL;
    return dim_identity(r, found.dim);
}

bool clause_check_conformed(Resolver *r, const AstExpr *key, const KeyList *keys,
                            size_t at)
{
    const Source *fact = key_list_source(keys, at);
    const Dim *first = identity_in(r, key, fact);
    for (size_t i = 0; i < keys->n_binding && first; i++) {
        if (!keys->binding[i].value[at])
            continue;
        const Dim *other = identity_in(r, key, keys->binding[i].source);
        if (!other || other == first)
            continue;
        Diag *d = diag_error(r->sink, DIAG_NOT_CONFORMED, key->span,
                             "`%s` of `%s` and `%s` of `%s` are different dimensions",
                             first->name, fact->name, other->name,
                             keys->binding[i].source->name);
        bool is_own = first->source == fact && other->source;
        const Dim *own = is_own ? first : other;
        const Dim *same = is_own ? other : first;
        diag_help(r->sink, d,
                  "say in `%s` that they are the same: `dimension %s conforms %s.%s`",
                  is_own ? fact->name : keys->binding[i].source->name, own->name,
                  same->source ? same->source->name : "customers", same->name);
        return false;
    }
    return true;
}

void clause_unknown_source(Resolver *r, AstName name)
{
    Suggest suggest;
    suggest_init(&suggest, name.text);
    for (size_t i = 0; i < r->model->n_source; i++)
        suggest_offer(&suggest, r->model->source[i]->name);
    Diag *d = diag_error(r->sink, DIAG_UNKNOWN_SOURCE, name.span,
                         "there is no source `%s`", name.text);
    if (suggest.count)
        diag_help(r->sink, d, "did you mean `%s`?", suggest.found[0]);
}
