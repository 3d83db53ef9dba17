/* An answer as a source: its key is its `by`, the unit of time among it is its axis,
   its flows are measures again, and what was kept by an entity still leads to the
   entity; so it does in a stack of answers. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/define.h"
#include "runtime/resolve/scope.h"

void answer_find_dims(QuestionBuilder *qb)
{
    Question *q = qb->q;
    DiagHush hush = diag_hush(qb->r->sink);
    for (size_t i = 0; i < q->n_by && q->keys.n_binding; i++) {
        const Source *source = key_list_source(&q->keys, i);
        RowScope rows = {qb->r, source, q->from == source, NULL, NULL, NULL};
        Reach found;
        if (q->by[i].role == BY_DIM)
            q->by[i].sorted = leaf_key_sorted(&rows, qb->key[i]);
        if (q->by[i].role == BY_DIM && qb->key[i]->kind == AST_EXPR_PATH &&
            reach_path(&rows, &qb->key[i]->as.path, &found) == REACH_ONE && found.dim)
            q->by[i].dim = dim_identity(qb->r, found.dim);
    }
    diag_unhush(qb->r->sink, hush);
}

typedef struct {
    Resolver *r;
    Source *source;
    const Question *q;
    size_t cap_dim, cap_join, cap_axis, cap_measure;
} Answer;

static const Expr *column_at(const Answer *a, size_t i)
{
    AstName name = {.text = a->source->column[i].name, .span = a->source->span};
    return define_column(a->r, a->source, name);
}

static void add_key(Answer *a)
{
    size_t cap = 0;
    if (a->source->n_key)
        return;
    for (size_t i = 0; i < question_shown_keys(a->q); i++)
        ARENA_PUSH(a->r->arena, a->source->key, a->source->n_key, cap, column_at(a, i));
}

/* The finest unit of time that the lines are kept by. */
static void add_axis(Answer *a)
{
    const Question *q = a->q;
    const ByItem *finest = NULL;
    size_t at = 0;
    for (size_t i = 0; i < q->n_by; i++) {
        if (q->by[i].role != BY_TIME || (finest && finest->unit <= q->by[i].unit))
            continue;
        finest = &q->by[i];
        at = i;
    }
    if (!finest || a->source->n_axis)
        return;
    const Expr *period = column_at(a, at);
    Axis *axis = ARENA_NEW(a->r->arena, Axis);
    axis->name = finest->title;
    axis->source = a->source;
    axis->value = typed_call(a->r, FN_START_OF, a->source->span, &period, 1);
    axis->has_unit = finest->unit != PERIOD_DAY;
    axis->unit = finest->unit;
    axis->state = RESOLVE_DONE;
    axis->span = a->source->span;
    ARENA_PUSH(a->r->arena, a->source->axis, a->source->n_axis, a->cap_axis, axis);
}

/* A column that holds keys of an entity joins the rows of the entity. */
static void add_entity(Answer *a, size_t i, const Dim *entity)
{
    Source *source = a->source;
    bool is_named = ascii_same(source->column[i].name, entity->name);
    Join *join = ARENA_NEW(a->r->arena, Join);
    for (size_t k = 0; k < source->n_join; k++) {
        if (ascii_same(source->join[k]->role, entity->source->name))
            return;
    }
    join->from = source;
    join->target = entity->source;
    join->role = is_named ? entity->source->name : source->column[i].name;
    join->is_role = !is_named;
    join->on = ARENA_ARRAY(a->r->arena, const Expr *, 1);
    join->key = ARENA_ARRAY(a->r->arena, const Expr *, 1);
    join->on[0] = column_at(a, i);
    join->key[0] = entity->key[0];
    join->n_on = 1;
    join->span = source->span;
    ARENA_PUSH(a->r->arena, source->join, source->n_join, a->cap_join, join);
    ColumnInfo *column = (ColumnInfo *)(uintptr_t)&source->column[i];
    column->is_entity = is_named;
}

/* Names of an answer that stands right behind `from` are known there alone. */
static bool is_anonymous(const Answer *a)
{
    return a->source->index == UINT32_MAX;
}

static bool is_free(const Answer *a, const char *name)
{
    AstUnit unit;
    AstName typed = {.text = name};
    return !ast_name_unit(typed, &unit) && !source_find_dim(a->source, name) &&
           !source_find_axis(a->source, name);
}

static void add_dims(Answer *a)
{
    for (size_t i = 0; i < question_shown_keys(a->q); i++) {
        const ByItem *by = &a->q->by[i];
        int column = source_find_column(a->source, by->title);
        bool is_taken = !is_anonymous(a) && model_find_measure(a->r->model, by->title);
        if (by->role != BY_DIM || (a->q->is_list && !by->dim) || column < 0 ||
            !is_free(a, by->title) || is_taken)
            continue;
        if (by->dim && by->dim->kind == DIM_ENTITY && by->dim->n_key == 1) {
            add_entity(a, (size_t)column, by->dim);
            continue;
        }
        Dim *dim = ARENA_NEW(a->r->arena, Dim);
        dim->kind = DIM_COLUMN;
        dim->name = by->title;
        dim->source = a->source;
        dim->conforms = by->dim;
        dim->span = a->source->span;
        ARENA_PUSH(a->r->arena, a->source->dim, a->source->n_dim, a->cap_dim, dim);
    }
}

/* Does every line have a part of its own, so that the parts add up? */
static bool adds_up(const Expr *expr)
{
    if (expr->kind == EXPR_LEAF) {
        const Context *context = expr->as.leaf->context;
        bool own = !context->lifted;
        for (size_t i = 0; i < context->n_step; i++)
            own = own && (context->step[i].op == TIME_SHIFT ||
                          (context->step[i].op == TIME_WITHIN && !context->until));
        return own;
    }
    bool has = expr->kind == EXPR_CALL;
    for (uint32_t i = 0; i < expr->n_arg; i++)
        has = has && (expr->arg[i]->kind == EXPR_CONST || adds_up(expr->arg[i]));
    return has;
}

static AstExpr *new_expr(Resolver *r, AstExprKind kind, Span span)
{
    AstExpr *expr = ARENA_NEW(r->arena, AstExpr);
    *expr = (AstExpr){.kind = kind, .span = span};
    return expr;
}

static AstExpr *path_to(Resolver *r, const char *name, Span span)
{
    AstExpr *path = new_expr(r, AST_EXPR_PATH, span);
    AstName *item = ARENA_NEW(r->arena, AstName);
    *item = (AstName){.text = name, .span = span};
    path->as.path = (AstPath){.item = item, .count = 1, .span = span};
    return path;
}

static AstExpr *call_of(Resolver *r, const char *function, AstExpr *value, Span span)
{
    AstExpr *call = new_expr(r, AST_EXPR_CALL, span);
    AstArg *arg = ARENA_NEW(r->arena, AstArg);
    *arg = (AstArg){.value = value};
    call->as.call.function = (AstName){.text = function, .span = span};
    call->as.call.args = (AstArgs){.item = arg, .count = 1};
    return call;
}

static const AstMeasure *sum_of(Resolver *r, const char *column, Span span)
{
    AstMeasure *measure = ARENA_NEW(r->arena, AstMeasure);
    measure->name = (AstName){.text = column, .span = span};
    measure->value = call_of(r, "sum", path_to(r, column, span), span);
    return measure;
}

/* if(avg(value) is not empty, sum(value)): no forecast is no forecast of 0. */
static AstExpr *sum_of_known(Resolver *r, Span span)
{
    AstExpr *test = new_expr(r, AST_EXPR_IS_EMPTY, span);
    AstExpr *choice = call_of(r, "if", test, span);
    AstArg *arg = ARENA_ARRAY(r->arena, AstArg, 2);
    test->as.is_empty.value = call_of(r, "avg", path_to(r, "value", span), span);
    test->as.is_empty.negated = true;
    arg[0].value = test;
    arg[1].value = call_of(r, "sum", path_to(r, "value", span), span);
    choice->as.call.args = (AstArgs){.item = arg, .count = 2};
    return choice;
}

/* On paths avg(sum(value) per path): the mean of all, and on each of them its own. */
static const AstMeasure *expected_of(Resolver *r, bool has_paths, Span span)
{
    AstMeasure *measure = ARENA_NEW(r->arena, AstMeasure);
    AstExpr *per = new_expr(r, AST_EXPR_PER, span);
    per->as.per.base = call_of(r, "sum", path_to(r, "value", span), span);
    per->as.per.keys.item = ARENA_ARRAY(r->arena, AstExpr *, 1);
    per->as.per.keys.item[0] = path_to(r, "path", span);
    per->as.per.keys.count = 1;
    measure->value = has_paths ? call_of(r, "avg", per, span) : sum_of_known(r, span);
    return measure;
}

/* What is expected of M is a measure again. */
static void add_expected(Answer *a)
{
    const Ahead *ahead = a->q->ahead;
    const char *name = arena_printf(a->r->arena, "expected_%s", ahead->of);
    if (!ahead->adds_up || !is_free(a, name))
        return;
    Measure *m = ARENA_NEW(a->r->arena, Measure);
    m->name = name;
    m->source = a->source;
    m->is_own = is_anonymous(a) || model_find_measure(a->r->model, name);
    m->ast = expected_of(a->r, ahead->has_paths, a->source->span);
    m->span = a->source->span;
    ARENA_PUSH(a->r->arena, a->source->measure, a->source->n_measure, a->cap_measure,
               m);
}

static void add_measures(Answer *a)
{
    if (a->q->ahead && !a->q->ahead->by_deal) {
        add_expected(a);
        return;
    }
    for (size_t i = 0; i < a->q->n_item; i++) {
        const Item *item = &a->q->item[i];
        if (item->is_hidden || item->role != ITEM_MEASURE ||
            item->type.kind != VALUE_NUMBER || item->type.add != ADD_FLOW ||
            !adds_up(item->value) || !is_free(a, item->title) ||
            (!is_anonymous(a) && model_has_dim(a->r->model, item->title)))
            continue;
        Measure *m = ARENA_NEW(a->r->arena, Measure);
        m->name = item->title;
        m->source = a->source;
        m->is_own = is_anonymous(a) || model_find_measure(a->r->model, m->name);
        m->ast = sum_of(a->r, item->title, a->source->span);
        m->span = a->source->span;
        ARENA_PUSH(a->r->arena, a->source->measure, a->source->n_measure,
                   a->cap_measure, m);
    }
}

static const Question *question_of(const Source *source)
{
    const Origin *origin = &source->origin;
    return origin->kept && origin->kept->question ? origin->kept->question
                                                  : origin->question;
}

/* The entity whose keys the column of an answer holds; NULL: none. */
static const Dim *held_entity(const Source *answer, size_t column)
{
    const Question *q = question_of(answer);
    if (!q || q->n_across || column >= question_shown_keys(q))
        return NULL;
    const Dim *dim = q->by[column].dim;
    return dim && dim->kind == DIM_ENTITY && dim->n_key == 1 ? dim : NULL;
}

/* The one that the column holds in every part that has it. */
static const Dim *entity_of_parts(const Source *stack, const char *column)
{
    const Dim *entity = NULL;
    for (size_t i = 0; i < stack->origin.n_part; i++) {
        const Source *part = stack->origin.part[i];
        int at = source_find_column(part, column);
        if (at < 0)
            continue;
        const Dim *held = held_entity(part, (size_t)at);
        if (!held || (entity && entity != held))
            return NULL;
        entity = held;
    }
    return entity;
}

void answer_complete_stack(Resolver *r, Source *stack)
{
    Answer a = {.r = r, .source = stack, .cap_join = stack->n_join};
    for (size_t i = 0; i < stack->n_column; i++) {
        const Dim *entity = entity_of_parts(stack, stack->column[i].name);
        if (entity && is_free(&a, stack->column[i].name))
            add_entity(&a, i, entity);
    }
}

void answer_complete(Resolver *r, Source *source)
{
    const Origin *origin = &source->origin;
    const Question *q = question_of(source);
    if (!q || q->n_across || (origin->source && origin->source->index != UINT32_MAX))
        return;
    Answer a = {
        r, source, q, source->n_dim, source->n_join, source->n_axis, source->n_measure};
    add_dims(&a);
    if (q->is_list)
        return;
    add_key(&a);
    add_axis(&a);
    add_measures(&a);
}
