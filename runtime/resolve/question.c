/* A question from its syntax: what it is kept by first, then its measures, then the
   clauses that speak about lines. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/aggregate.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/entity.h"
#include "runtime/resolve/tree.h"
#include "runtime/resolve/what_if.h"

#include <string.h>

const AstExpr *question_dereference(const Resolver *r, const AstExpr *ast)
{
    while (ast->kind == AST_EXPR_PARAMETER) {
        const Variable *var = resolve_find_variable(r, ast->as.parameter.text);
        if (!var || !var->value || var->value == ast)
            break;
        ast = var->value;
    }
    return ast;
}

const char *question_title(Resolver *r, const Source *from, const AstAlias *alias,
                           const AstExpr *value)
{
    if (alias->name.text)
        return alias->name.text;
    const AstExpr *meant = question_dereference(r, value);
    if (meant->kind == AST_EXPR_PATH)
        return question_name(r, from, &meant->as.path);
    return question_slice(r, value->span, "?");
}

static bool find_from(Resolver *r, const AstClause *clause, Question *q)
{
    if (!clause)
        return true;
    const AstFrom *from = &clause->as.from;
    if (from->parameter.text || from->printing)
        return (q->from = clause_anonymous_source(r, from)) != NULL;
    const char *name = from->path.item[0].text;
    q->from = from->path.count == 1 ? model_find_source(r->model, name) : NULL;
    if (q->from)
        return true;
    clause_unknown_source(r, from->path.item[0]);
    return false;
}

static bool same_path(const AstExpr *a, const AstExpr *b)
{
    if (a->kind == AST_EXPR_CALENDAR_UNIT && b->kind == AST_EXPR_CALENDAR_UNIT)
        return a->as.calendar_unit.unit == b->as.calendar_unit.unit &&
               ascii_same(a->as.calendar_unit.calendar.text,
                          b->as.calendar_unit.calendar.text);
    if (a->kind == AST_EXPR_PATH && b->kind == AST_EXPR_PATH)
        return entity_same_path(&a->as.path, &b->as.path);
    return a == b || tree_same_level(a, b);
}

/* Adds a key unless the question is kept by it already; false: reported. */
static bool add_key(QuestionBuilder *qb, const AstExpr *value, const char *title,
                    bool across)
{
    Question *q = qb->q;
    value = question_dereference(qb->r, value);
    if (value == qb->axis_key)
        value = axis_key_unit(qb->r, value);
    for (size_t i = 0; i < q->n_by; i++) {
        if (!same_path(qb->key[i], value))
            continue;
        if (across && !q->by[i].across)
            diag_error(qb->r->sink, DIAG_DUPLICATE_NAME, value->span,
                       "the lines are kept by `%s` already", title);
        return !across || q->by[i].across;
    }
    PeriodUnit unit = PERIOD_DAY;
    ByItem *by = &q->by[q->n_by];
    by->title = title;
    by->span = value->span;
    by->across = across;
    by->role = leaf_is_time_unit(qb->r, value, &unit) ? BY_TIME : BY_DIM;
    if (by->role == BY_TIME) {
        by->unit = unit;
        by->type = (Type){.kind = VALUE_PERIOD, .period = by->unit};
    }
    qb->key[q->n_by] = value;
    qb->key_title[q->n_by] = title;
    q->n_by++;
    q->n_across += across;
    return true;
}

/* The calendars that units are written with are there. */
static bool check_calendars(QuestionBuilder *qb)
{
    bool ok = true;
    for (size_t i = 0; i < qb->q->n_by; i++) {
        PeriodUnit unit;
        if (qb->key[i]->kind == AST_EXPR_CALENDAR_UNIT)
            ok &= period_calendar_unit(qb->r, &qb->key[i]->as.calendar_unit, &unit);
    }
    return ok;
}

/* `D` or `D at level N`. */
static const AstExpr *key_of_item(Resolver *r, const AstByItem *item)
{
    if (!item->what.has_level)
        return item->what.value;
    const AstExpr *entity = question_dereference(r, item->what.value);
    AstLevelOf what = item->what;
    what.value = arena_memdup(r->arena, entity, sizeof *entity);
    return tree_level_key(r, &what, item->span);
}

static void make_keys(QuestionBuilder *qb, size_t cap)
{
    Resolver *r = qb->r;
    qb->q->by = ARENA_ARRAY(r->arena, ByItem, cap + 1);
    qb->key = ARENA_ARRAY(r->arena, const AstExpr *, cap + 1);
    qb->key_title = ARENA_ARRAY(r->arena, const char *, cap + 1);
}

/* `top N per D` puts D in front. */
static const AstClause *partition(const AstQuestion *ast)
{
    const AstClause *top = ast->clause[AST_CLAUSE_TOP];
    return top ? top : ast->clause[AST_CLAUSE_BOTTOM];
}

static bool is_called(const AstAlias *alias, const AstPath *path)
{
    return alias->name.text && path->count == 1 &&
           ascii_same(alias->name.text, path->item[0].text);
}

/* What the lines are kept by under another name; NULL: nothing. */
static const AstExpr *key_called(QuestionBuilder *qb, const AstQuestion *ast,
                                 const AstPath *path)
{
    const AstClause *by = ast->clause[AST_CLAUSE_BY];
    for (uint32_t i = 0; by && i < by->as.by.count; i++) {
        if (is_called(&by->as.by.item[i].alias, path))
            return key_of_item(qb->r, &by->as.by.item[i]);
    }
    for (uint32_t i = 0; i < ast->items.count; i++) {
        if (is_called(&ast->items.item[i].alias, path) &&
            question_item_is_dimension(qb, ast, i))
            return ast->items.item[i].value;
    }
    return NULL;
}

static void add_partition(QuestionBuilder *qb, const AstQuestion *ast)
{
    const AstClause *top = partition(ast);
    for (uint32_t i = 0; top && i < top->as.top.per.count; i++) {
        AstExpr *path = ARENA_NEW(qb->r->arena, AstExpr);
        path->kind = AST_EXPR_PATH;
        path->as.path = top->as.top.per.item[i];
        path->span = path->as.path.span;
        const AstExpr *key = key_called(qb, ast, &path->as.path);
        AstAlias alias = {.name.text = key ? path->as.path.item[0].text : NULL};
        key = key ? key : path;
        add_key(qb, key, question_title(qb->r, NULL, &alias, key), false);
    }
}

/* Is key `i` an attribute of an entity among the other keys of the lines? */
static bool is_attribute(const QuestionBuilder *qb, size_t i)
{
    const Question *q = qb->q;
    const AstExpr *key = qb->key[i];
    if (q->by[i].across || key->kind != AST_EXPR_PATH || key->as.path.count < 2)
        return false;
    for (size_t k = 0; k < q->n_by; k++) {
        if (k != i && !q->by[k].across &&
            entity_has_attribute(qb->r, qb->key[k], &key->as.path))
            return true;
    }
    return false;
}

/* entity.attribute beside the entity is a column that goes with it, not a key; what
   partitions `top` is one. */
static void set_attributes_apart(QuestionBuilder *qb, size_t n_partition)
{
    Question *q = qb->q;
    size_t n = 0;
    bool *apart = ARENA_ARRAY(qb->r->arena, bool, q->n_by + 1);
    qb->attribute = ARENA_ARRAY(qb->r->arena, KeyAttribute, q->n_by + 1);
    for (size_t i = n_partition; i < q->n_by; i++)
        apart[i] = is_attribute(qb, i);
    for (size_t i = 0; i < q->n_by; i++) {
        if (apart[i]) {
            qb->attribute[qb->n_attribute++] =
                (KeyAttribute){qb->key[i], qb->key_title[i], (uint32_t)n};
            continue;
        }
        q->by[n] = q->by[i];
        qb->key[n] = qb->key[i];
        qb->key_title[n++] = qb->key_title[i];
    }
    q->n_by = n;
}

/* A stock of an answer by itself would be a key of the lines. */
static bool check_stock_item(const QuestionBuilder *qb, const AstExpr *item)
{
    const Source *from = qb->q->from;
    item = question_dereference(qb->r, item);
    if (!from || item->kind != AST_EXPR_PATH || item->as.path.count != 1)
        return true;
    const char *name = item->as.path.item[0].text;
    int column = source_find_column(from, name);
    if (column < 0 || from->column[column].type.kind != VALUE_NUMBER ||
        from->column[column].type.add != ADD_STOCK)
        return true;
    Diag *d = diag_error(qb->r->sink, DIAG_TYPE, item->span,
                         "`%s` is a stock of an answer, and it is not said what of its "
                         "lines is wanted",
                         name);
    diag_help(qb->r->sink, d,
              "take `sum(%s)` of the lines of one period, `avg(%s)` or `max(%s)`, or "
              "`list` them",
              name, name, name);
    return false;
}

/* The partition of `top`, dimensions among the items, then `by`, then `across`. */
static bool collect_keys(QuestionBuilder *qb, const AstQuestion *ast)
{
    Resolver *r = qb->r;
    const AstClause *by = ast->clause[AST_CLAUSE_BY];
    const AstClause *across = ast->clause[AST_CLAUSE_ACROSS];
    const AstClause *top = partition(ast);
    make_keys(qb, (size_t)ast->items.count + (by ? by->as.by.count : 0) +
                      (across ? across->as.by.count : 0) +
                      (top ? top->as.top.per.count : 0));
    add_partition(qb, ast);
    for (uint32_t i = 0; i < ast->items.count; i++) {
        const AstItem *item = &ast->items.item[i];
        if (!question_item_is_dimension(qb, ast, i))
            continue;
        if (!check_stock_item(qb, item->value))
            return false;
        add_key(qb, item->value,
                question_title(r, qb->q->from, &item->alias, item->value), false);
    }
    for (int k = 0; k < 2; k++) {
        const AstClause *clause = k ? across : by;
        for (uint32_t i = 0; clause && i < clause->as.by.count; i++) {
            const AstByItem *item = &clause->as.by.item[i];
            const AstExpr *key = key_of_item(r, item);
            if (!add_key(qb, key, question_title(r, qb->q->from, &item->alias, key),
                         k == 1))
                return false;
        }
    }
    set_attributes_apart(qb, top ? top->as.top.per.count : 0);
    qb->q->keys.n_key = qb->q->n_by;
    qb->q->keys.type = ARENA_ARRAY(r->arena, Type, qb->q->n_by + 1);
    return check_calendars(qb);
}

/* Time units nest in each other: a week only stands with days. */
static bool check_nesting(Resolver *r, const Question *q)
{
    for (size_t i = 0; i < q->n_by; i++) {
        for (size_t k = i + 1; k < q->n_by; k++) {
            if (q->by[i].role != BY_TIME || q->by[k].role != BY_TIME)
                continue;
            PeriodUnit a = q->by[i].unit, b = q->by[k].unit;
            if (calendar_nests(a, b) || calendar_nests(b, a))
                continue;
            bool first = calendar_base(a) > calendar_base(b);
            diag_error(r->sink, DIAG_UNITS_DO_NOT_NEST, q->by[k].span,
                       "a %s is not made of whole %ss",
                       period_unit_text(r, first ? a : b),
                       period_unit_text(r, first ? b : a));
            return false;
        }
    }
    return true;
}

static bool duplicate_title(QuestionBuilder *qb, const char *title, Span span)
{
    Question *q = qb->q;
    bool twice = false;
    for (size_t i = 0; i < q->n_item; i++)
        twice |= !q->item[i].is_hidden && ascii_same(q->item[i].title, title);
    for (size_t i = 0; i < q->n_by; i++)
        twice |= ascii_same(q->by[i].title, title);
    if (!twice)
        return false;
    Diag *d = diag_error(qb->r->sink, DIAG_DUPLICATE_NAME, span,
                         "two columns are called `%s`", title);
    diag_help(qb->r->sink, d, "give one another name: `... as name`");
    return true;
}

Item *question_add_item(QuestionBuilder *qb, const ValueScope *scope,
                        const AstExpr *ast, const char *title, Span span)
{
    Question *q = qb->q;
    const Expr *value = value_expr(scope, ast);
    if (!value || duplicate_title(qb, title, span))
        return NULL;
    qb->item[q->n_item] = ast;
    Item *item = &q->item[q->n_item++];
    item->title = title;
    item->value = value;
    item->type = value->type;
    item->span = span;
    return item;
}

bool question_relabel(Resolver *r, const AstAlias *alias, Type *type)
{
    Type declared;
    return !alias->type || (resolve_type(r, alias->type, &declared) &&
                            types_relabel(r, type, declared, alias->type->span));
}

static bool add_item(QuestionBuilder *qb, const ValueScope *scope, const AstItem *ast)
{
    Resolver *r = qb->r;
    const char *title = question_title(r, qb->q->from, &ast->alias, ast->value);
    if (question_hides_name(r, ast))
        return false;
    Item *item = question_add_item(qb, scope, ast->value, title, ast->span);
    return item && question_relabel(r, &ast->alias, &item->type);
}

/* Attributes come behind the measures: the first item is the first measure. */
static bool add_attributes(QuestionBuilder *qb, const ValueScope *scope)
{
    Question *q = qb->q;
    for (size_t i = 0; i < qb->n_attribute; i++) {
        const KeyAttribute *from = &qb->attribute[i];
        const Expr *value = value_attribute(scope, &from->ast->as.path);
        if (!value || duplicate_title(qb, from->title, from->ast->span))
            return false;
        Item *item = &q->item[q->n_item++];
        item->role = ITEM_ATTRIBUTE;
        item->title = from->title;
        item->value = entity_shown(qb->r, value);
        item->type = item->value->type;
        item->before = from->before;
        item->span = from->ast->span;
    }
    return true;
}

static bool add_items(QuestionBuilder *qb, const ValueScope *scope,
                      const AstQuestion *ast)
{
    Question *q = qb->q;
    size_t n_more = versus_columns(ast) + what_if_columns(qb);
    size_t cap = ast->items.count * (1 + n_more) + qb->n_attribute + 1;
    q->item = ARENA_ARRAY(qb->r->arena, Item, cap + CLAUSE_HIDDEN_MAX);
    qb->item = ARENA_ARRAY(qb->r->arena, const AstExpr *, cap + CLAUSE_HIDDEN_MAX);
    qb->cap_item = cap + CLAUSE_HIDDEN_MAX;
    bool ok = versus_check(qb, ast);
    bool compares = ok;
    for (uint32_t i = 0; i < ast->items.count; i++) {
        if (question_item_is_dimension(qb, ast, i))
            continue;
        uint32_t at = (uint32_t)q->n_item;
        bool added = add_item(qb, scope, &ast->items.item[i]) &&
                     what_if_add(qb, scope, &ast->items.item[i].alias);
        if (added && compares)
            compares = versus_add(qb, scope, ast, at);
        ok &= added && compares;
    }
    return add_attributes(qb, scope) && ok;
}

/* A question without a measure: the combinations that occur in the source that has
   all its dimensions. */
static bool bind_dimensions(QuestionBuilder *qb, const ValueScope *scope)
{
    Resolver *r = qb->r;
    Question *q = qb->q;
    if (!q->from)
        q->from = clause_source_of_keys(r, qb->key, q->n_by);
    if (!q->from) {
        Diag *d = diag_error(r->sink, DIAG_NO_SOURCE, q->span,
                             "it is not said whose rows these are");
        diag_help(r->sink, d, "name the source: `show ... from customers`");
        return false;
    }
    ValueScope inner = *scope;
    inner.source = q->from;
    q->context = leaf_context(&inner, q->from, q->span);
    return q->context && leaf_bind_keys(qb, &q->keys, qb->key,
                                        (BindTo){.source = q->from,
                                                 .axis = q->context->axis,
                                                 .with_columns = true,
                                                 .as_of = q->context->as_of});
}

static void finish_types(Question *q)
{
    for (size_t i = 0; i < q->n_by; i++)
        q->by[i].type = q->keys.type[i];
}

/* The same dimension in every fact, or the error names the two. */
static bool check_conformed(QuestionBuilder *qb)
{
    Question *q = qb->q;
    bool ok = true;
    for (size_t i = 0; i < q->n_by && q->keys.n_binding > 1; i++) {
        if (q->by[i].role == BY_DIM)
            ok &= clause_check_conformed(qb->r, qb->key[i], &q->keys, i);
    }
    return ok;
}

/* The question's condition and axis, in the currency that is set. */
static bool question_frame(const QuestionBuilder *qb, const AstQuestion *ast,
                           const Frame **res)
{
    Resolver *r = qb->r;
    const AstClause *where = ast->clause[AST_CLAUSE_WHERE];
    const AstClause *as_of = ast->clause[AST_CLAUSE_AS_OF];
    *res = around_question(r);
    if (!where && !as_of && !qb->axis_key)
        return true;
    Frame *frame = ARENA_NEW(r->arena, Frame);
    frame->outer = *res;
    frame->where = where ? clause_without_all(r, where->as.expr) : NULL;
    frame->where_scope = qb->q->from;
    frame->axis = qb->axis_key ? axis_key_path(qb->axis_key) : NULL;
    frame->is_question = true;
    *res = frame;
    return !as_of || as_of_frame(r, as_of->as.expr, as_of->span, frame);
}

static bool has_measure(const Question *q)
{
    for (size_t i = 0; i < q->n_item; i++) {
        if (q->item[i].role == ITEM_MEASURE)
            return true;
    }
    return false;
}

bool question_begin(QuestionBuilder *qb, const AstQuestion *ast, ValueScope *scope)
{
    Resolver *r = qb->r;
    Question *q = qb->q;
    if (!find_from(r, ast->clause[AST_CLAUSE_FROM], q) ||
        !clause_refuse_unsupported(r, ast) || !what_if_begin(qb, ast) ||
        !collect_keys(qb, ast) || !check_nesting(r, q))
        return false;
    *scope = (ValueScope){.qb = qb, .source = q->from};
    return true;
}

bool question_surround(QuestionBuilder *qb, const AstQuestion *ast, ValueScope *scope)
{
    return question_frame(qb, ast, &scope->frame) && clause_for(qb, ast);
}

static bool resolve_body(QuestionBuilder *qb, const AstQuestion *ast)
{
    Question *q = qb->q;
    ValueScope scope;
    if (!question_begin(qb, ast, &scope))
        return false;
    bool ok = question_surround(qb, ast, &scope);
    q->is_bridge = ast->is_bridge;
    bool added = ast->is_bridge
                     ? bridge_items(qb, &scope, ast) && add_attributes(qb, &scope)
                 : ast->is_why ? why_items(qb, &scope, ast)
                               : add_items(qb, &scope, ast);
    if (!added || !ok)
        return false;
    if (!q->n_leaf && q->n_by && !bind_dimensions(qb, &scope))
        return false;
    if (!per_check_known(qb))
        return false;
    finish_types(q);
    answer_find_dims(qb);
    if (!check_conformed(qb))
        return false;
    qb->in_lines = true;
    if (!clause_lines(qb, &scope, ast) || !clause_check_hidden(qb, ast) ||
        !aggregate_check_lines(qb) || !what_if_finish(qb))
        return false;
    /* Of dimensions alone the lines are what occurs. */
    q->sparse |= !q->n_leaf && !has_measure(q);
    return true;
}

/* The only item is a value of the scope, even when a dimension has its name. */
Question *clause_resolve_attribute(Resolver *r, const AstQuestion *ast,
                                   const Source *scope, const Source *from)
{
    Question *q = ARENA_NEW(r->arena, Question);
    q->from = from;
    QuestionBuilder qb = {.r = r, .q = q, .is_attribute = true};
    const AstByItems *by = &ast->clause[AST_CLAUSE_BY]->as.by;
    q->span = ast->span;
    make_keys(&qb, by->count);
    for (uint32_t i = 0; i < by->count; i++) {
        const AstByItem *item = &by->item[i];
        add_key(&qb, item->what.value,
                question_title(r, from, &item->alias, item->what.value), false);
    }
    q->keys.n_key = q->n_by;
    q->keys.type = ARENA_ARRAY(r->arena, Type, q->n_by + 1);
    q->item = ARENA_ARRAY(r->arena, Item, 2);
    qb.item = ARENA_ARRAY(r->arena, const AstExpr *, 2);
    Frame frame = {.is_question = true, .outer = around_question(r)};
    ValueScope value = {.qb = &qb, .source = scope, .frame = &frame};
    const AstClause *as_of = ast->clause[AST_CLAUSE_AS_OF];
    if (ast->clause[AST_CLAUSE_FOR] && !clause_for(&qb, ast))
        return NULL;
    if (as_of && !as_of_frame(r, as_of->as.expr, as_of->span, &frame))
        return NULL;
    if (!add_item(&qb, &value, &ast->items.item[0]) ||
        !what_if_leaves_rows(r, q, &ast->items.item[0]) || !what_if_check_around(r, q))
        return NULL;
    finish_types(q);
    return q;
}

static Question *resolve_show(QuestionBuilder *qb, const AstQuestion *ast)
{
    Question *q = ARENA_NEW(qb->r->arena, Question);
    qb->q = q;
    q->span = ast->span;
    if (resolve_body(qb, ast))
        return q;
    if (q->from || !ast->clause[AST_CLAUSE_FROM])
        clause_report_nowhere(qb->r, ast);
    return NULL;
}

/* `by month(AXIS)` is time where all measures are read on that axis, and a dimension
   where none is. */
static Question *resolve_by_axis(Resolver *r, const AstQuestion *ast,
                                 const AstAssigns *run, const AstExpr *axis_key)
{
    QuestionBuilder qb = {.r = r, .run = run, .axis_key = axis_key};
    QuestionBuilder again = qb;
    DiagHush hush = diag_hush(r->sink);
    Question *q = resolve_show(&qb, ast);
    diag_unhush(r->sink, hush);
    bool is_mixed = qb.on_axis && qb.off_axis;
    if (q && qb.on_axis && !is_mixed)
        return q;
    if (!qb.on_axis || is_mixed)
        again.axis_key = NULL;
    q = resolve_show(&again, ast);
    if (!q || !is_mixed)
        return q;
    axis_key_report(r, axis_key);
    return NULL;
}

Question *question_under(Resolver *r, const AstQuestion *ast, const AstAssigns *run)
{
    const AstExpr *axis_key = ast->is_list ? NULL : axis_key_find(r, ast);
    QuestionBuilder qb = {.r = r, .run = run};
    if (axis_key)
        return resolve_by_axis(r, ast, run, axis_key);
    if (!ast->is_list)
        return resolve_show(&qb, ast);
    Question *q = ARENA_NEW(r->arena, Question);
    qb.q = q;
    q->span = ast->span;
    q->is_list = true;
    if (clause_resolve_list(&qb, ast))
        return q;
    if (q->from)
        clause_report_nowhere(r, ast);
    return NULL;
}

/* Questions inside this one are no questions of the `run`. */
Question *resolve_question(Resolver *r, const AstQuestion *ast)
{
    const AstAssigns *run = r->what_if;
    r->what_if = NULL;
    Question *q = what_if_whole(r, ast, run);
    if (!q)
        q = ast->is_why ? why_resolve(r, ast, run) : question_under(r, ast, run);
    r->what_if = run;
    return q && what_if_check_around(r, q) ? q : NULL;
}
