/* The context of an aggregate: which rows, which axis, what is lifted of the lines'
   keys and how their period becomes a window. It is gathered from the frames around the
   aggregate; a context is only narrowed, and only `all` widens. */
#include "runtime/base/ascii.h"
#include "runtime/resolve/clauses.h"
#include "runtime/resolve/what_if.h"

#include <string.h>

enum { SPLIT_MAX = 1000 }; /* a longer `and` stays whole: lists are searched */

void leaf_add_conjuncts(Resolver *r, const Expr *cond, Conjuncts *to)
{
    if (cond->kind == EXPR_CALL && cond->as.fn == FN_AND && cond->n_arg <= SPLIT_MAX) {
        for (uint32_t i = 0; i < cond->n_arg; i++)
            leaf_add_conjuncts(r, cond->arg[i], to);
        return;
    }
    for (size_t i = 0; i < to->n; i++) {
        if (to->item[i] == cond)
            return;
    }
    ARENA_PUSH(r->arena, to->item, to->n, to->cap, cond);
}

void leaf_sort_conjuncts(Conjuncts *list)
{
    for (size_t i = 1; i < list->n; i++) {
        const Expr *e = list->item[i];
        size_t k = i;
        for (; k > 0 && list->item[k - 1]->id > e->id; k--)
            list->item[k] = list->item[k - 1];
        list->item[k] = e;
    }
}

static void report_axis(Resolver *r, const Source *source, const AstPath *path)
{
    StrBuf sb;
    Diag *d =
        diag_error(r->sink, DIAG_UNKNOWN_NAME, path->span, "`%s` has no time axis `%s`",
                   source->name, path->item[path->count - 1].text);
    strbuf_init(&sb);
    for (size_t i = 0; i < source->n_axis; i++)
        strbuf_addf(&sb, "%s`%s`", i ? ", " : "", source->axis[i]->name);
    if (source->n_axis)
        diag_help(r->sink, d, "its axes are %s", sb.text);
    strbuf_release(&sb);
}

static bool is_axis(const Axis *axis, const AstPath *path)
{
    return axis && ascii_same(axis->name, path->item[path->count - 1].text);
}

static void note_axis_key(QuestionBuilder *qb, const Axis *axis, bool is_stock)
{
    bool on = qb->axis_key && !is_stock && is_axis(axis, axis_key_path(qb->axis_key));
    qb->on_axis |= on;
    qb->off_axis |= qb->axis_key && !on;
}

/* The axis that the innermost frame names, else the source's first. */
static const Axis *context_axis(const ValueScope *scope, const Source *source, bool *ok)
{
    for (const Frame *f = scope->frame; f; f = f->outer) {
        if (!f->axis)
            continue;
        Axis *axis = source_find_axis(source, f->axis->item[f->axis->count - 1].text);
        if (axis)
            return axis;
        if (f->is_question)
            break; /* month(AXIS) in `by` is no time of this source */
        report_axis(scope->qb->r, source, f->axis);
        *ok = false;
        return NULL;
    }
    return source->n_axis ? source->axis[0] : NULL;
}

/* Which of the conjuncts the question itself sets. */
static const bool *mark_asked(Arena *arena, const Conjuncts *row,
                              const Conjuncts *asked)
{
    bool *res = ARENA_ARRAY(arena, bool, row->n + 1);
    for (size_t i = 0; i < row->n; i++) {
        for (size_t k = 0; k < asked->n; k++)
            res[i] |= row->item[i] == asked->item[k];
    }
    return res;
}

/* Steps of time up to the border of the next K, outermost first. */
static void gather_steps(Resolver *r, const Frame *frame, Context *context)
{
    size_t n = 0;
    for (const Frame *f = frame; f && !f->is_grain; f = f->outer)
        n += f->step != NULL;
    TimeStep *step = ARENA_ARRAY(r->arena, TimeStep, n + 1);
    context->step = step;
    context->n_step = n;
    for (const Frame *f = frame; f && !f->is_grain; f = f->outer) {
        if (!f->step)
            continue;
        step[--n] = *f->step;
        if (f->step->lags)
            context->cut = CUT_LAST;
    }
    if (context->spread)
        context->cut = CUT_NEVER;
}

/* A condition of a frame over rows of `source`; NULL: reported. What stands within a
   measure's definition is part of the model. */
static const Expr *read_where(QuestionBuilder *qb, const Frame *f, const AstExpr *where,
                              const Source *source, const Axis *axis)
{
    Resolver *r = qb->r;
    bool is_defined = false;
    for (const Frame *around = f; around && !is_defined; around = around->outer)
        is_defined = around->is_measure;
    RowScope rows = {r, source, f->where_scope == source, NULL, f, NULL};
    Around around_it = {r->currency, r->assumed};
    if (is_defined)
        around_define(r);
    WhatIfRow as_if = what_if_row_begin(qb, f);
    const Expr *cond =
        dated_bind(r, row_condition(&rows, where), source, axis, where->span);
    what_if_row_end(qb, &as_if);
    around_resume(r, around_it);
    return cond;
}

static bool read_frames(const ValueScope *scope, const Source *source,
                        const Expr *alive, Context *context)
{
    Resolver *r = scope->qb->r;
    Conjuncts row = {0}, asked = {0};
    bool ok = true;
    if (source->filter)
        leaf_add_conjuncts(r, source->filter, &row);
    const Expr *own = context->until && context->until->value->kind == EXPR_NEXT
                          ? context->axis->value
                          : NULL; /* snapshots and logs are their own history */
    context->as_of = as_of_day(scope);
    for (const Frame *f = scope->frame; f; f = f->outer) {
        const Expr *known = f->as_of ? as_of_condition(r, source, f->as_of, own) : NULL;
        if (known)
            leaf_add_conjuncts(r, known, &row);
        if (known && f->is_question)
            leaf_add_conjuncts(r, known, &asked);
        ok &= known || !f->as_of;
        const AstExpr *where =
            f->is_question ? lift_where(scope, source, f->where, &ok) : f->where;
        if (!where)
            continue;
        const Expr *cond = as_of_reach(
            scope->qb, read_where(scope->qb, f, where, source, context->axis),
            context->as_of);
        if (cond)
            leaf_add_conjuncts(r, cond, &row);
        if (cond && f->is_question)
            leaf_add_conjuncts(r, cond, &asked);
        ok &= cond != NULL;
    }
    if (alive)
        leaf_add_conjuncts(r, alive, &row);
    leaf_sort_conjuncts(&row);
    context->row = row.item;
    context->n_row = row.n;
    context->asked = mark_asked(r->arena, &row, &asked);
    return ok;
}

/* A stock is read at an instant: the last step of its chain. */
static void read_at(Resolver *r, Context *context, StockReading reading)
{
    TimeStep *step = ARENA_ARRAY(r->arena, TimeStep, context->n_step + 1);
    for (size_t i = 0; i < context->n_step; i++)
        step[i] = context->step[i];
    step[context->n_step++].op =
        reading == READING_OPENING ? TIME_OPENING : TIME_CLOSING;
    context->step = step;
}

const Context *leaf_context(const ValueScope *scope, const Source *source, Span span)
{
    Resolver *r = scope->qb->r;
    Context *context = ARENA_NEW(r->arena, Context);
    bool ok = true;
    Stock stock;
    const Expr *alive = NULL;
    if (!stock_find(scope, source, span, &stock))
        return NULL;
    if (!stock.ast)
        context->axis = context_axis(scope, source, &ok);
    else if (!stock_axes(scope, source, stock.ast, context, &alive))
        return NULL;
    note_axis_key(scope->qb, context->axis, stock.ast != NULL);
    ok &= read_frames(scope, source, alive, context);
    if (!stock.ast && context->axis && source_find_axis(source, context->axis->name))
        ok &= axis_value(r, source_find_axis(source, context->axis->name)) != NULL;
    context->lifted = lift_keys(scope);
    context->spread = spread_of(scope, source, context->axis, &ok);
    gather_steps(r, scope->frame, context);
    if (stock.ast)
        read_at(r, context, stock.reading);
    if (!ok || context->axis || !context->n_step)
        return ok ? context : NULL;
    Diag *d = diag_error(r->sink, DIAG_NO_AXIS, scope->frame->span,
                         "`%s` has no time axis, so there is no other period of it",
                         source->name);
    diag_help(r->sink, d, "declare one in the source: `time ordered = order_date`");
    return NULL;
}

Context *leaf_context_of_home(const ValueScope *scope, const Source *home,
                              const Expr *condition)
{
    Context *context = ARENA_NEW(scope->qb->r->arena, Context);
    bool ok = true;
    DiagHush hush = diag_hush(scope->qb->r->sink);
    context->axis = context_axis(scope, home, &ok);
    if (!ok)
        context->axis = source_default_axis(home);
    if (context->axis) {
        note_axis_key(scope->qb, context->axis, false);
        axis_value(scope->qb->r, source_find_axis(home, context->axis->name));
    }
    read_frames(scope, home, condition, context);
    diag_unhush(scope->qb->r->sink, hush);
    context->lifted = lift_keys(scope);
    if (context->axis)
        gather_steps(scope->qb->r, scope->frame, context);
    return context;
}

const Context *leaf_context_of_keys(const ValueScope *scope)
{
    Context *context = ARENA_NEW(scope->qb->r->arena, Context);
    context->lifted = lift_keys(scope);
    gather_steps(scope->qb->r, scope->frame, context);
    return context;
}

bool context_equal(const Context *a, const Context *b)
{
    return a == b ||
           (a && b && a->axis == b->axis && a->until == b->until &&
            a->n_row == b->n_row && a->lifted == b->lifted && a->n_step == b->n_step &&
            a->cut == b->cut && spread_equal(a->spread, b->spread) &&
            time_steps_equal(a->step, b->step, a->n_step) &&
            (!a->n_row || !memcmp(a->row, b->row, a->n_row * sizeof *a->row)));
}
