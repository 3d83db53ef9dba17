/* What a question will read of rows in memory, collected before the first of them are
   loaded, so that the rows of a source are read once with all their columns. It is only
   a hint: what is not foreseen here is loaded when it is asked for. */
#include "runtime/execute/answer.h"

#include "runtime/base/xalloc.h"

#include <stdlib.h>

struct Wanted {
    Wanted *next;
    const Source *source;
    bool *used; /* per column */
};

void frames_forget_wanted(Executor *ex)
{
    for (Wanted *next, *wanted = ex->cache->wanted; wanted; wanted = next) {
        next = wanted->next;
        free(wanted->used);
        free(wanted);
    }
    ex->cache->wanted = NULL;
}

const bool *frames_wanted(const Executor *ex, const Source *source)
{
    const Wanted *wanted = ex->cache->wanted;
    while (wanted && wanted->source != source)
        wanted = wanted->next;
    return wanted ? wanted->used : NULL;
}

static bool *used_of(Executor *ex, const Source *source)
{
    Wanted *wanted = ex->cache->wanted;
    while (wanted && wanted->source != source)
        wanted = wanted->next;
    if (wanted)
        return wanted->used;
    wanted = xcalloc(1, sizeof *wanted);
    wanted->source = source;
    wanted->used = xcalloc(source->n_column + 1, sizeof *wanted->used);
    wanted->next = ex->cache->wanted;
    ex->cache->wanted = wanted;
    return wanted->used;
}

/* What is read of the rows of a stock to find those before or after. */
static void want_succession(Executor *ex, const Succession *next, const Expr *of)
{
    bool *used = used_of(ex, next->source);
    plan_expr_columns(next->at, next->source, used);
    plan_expr_columns(of, next->source, used);
    plan_expr_columns(next->known, next->source, used);
    for (size_t i = 0; i < next->n_key; i++)
        plan_expr_columns(next->key[i], next->source, used);
}

/* What the look-ups in `expr` read of their targets. */
static void want_joined(Executor *ex, const Expr *expr)
{
    if (!expr)
        return;
    if (expr->kind == EXPR_LOOKUP) {
        const Join *join = expr->as.join;
        bool *used = used_of(ex, join->target);
        plan_expr_columns(expr->arg[0], join->target, used);
        join_columns(join, used);
    }
    if (expr->kind == EXPR_NEXT)
        want_succession(ex, expr->as.next, NULL);
    if (expr->kind == EXPR_BESIDE)
        want_succession(ex, expr->as.beside.next, expr->arg[0]);
    if (expr->kind == EXPR_WINDOW)
        event_columns(expr->as.window, used_of(ex, expr->as.window->leaf->source));
    for (uint32_t i = 0; i < expr->n_arg; i++)
        want_joined(ex, expr->arg[i]);
}

static void want_group(Executor *ex, const Group *group)
{
    for (size_t i = 0; i < group->n_slot; i++)
        want_joined(ex, group->key[i]);
    for (size_t i = 0; i < group->n_filter; i++)
        want_joined(ex, group->filter[i]);
    for (size_t i = 0; i < group->n_state; i++) {
        want_joined(ex, group->state[i]->arg);
        want_joined(ex, group->state[i]->gone);
        want_joined(ex, group->state[i]->by);
    }
}

static void want_labels(Executor *ex, const LabelRows *rows)
{
    bool *used = used_of(ex, rows->source);
    plan_expr_columns(rows->key, rows->source, used);
    plan_expr_columns(rows->label, rows->source, used);
    want_joined(ex, rows->key);
    want_joined(ex, rows->label);
}

void frames_want(Run *run)
{
    const Plan *plan = run->plan;
    for (size_t i = 0; i < plan->n_pass; i++) {
        const Pass *pass = &plan->pass[i];
        for (size_t c = 0; c < pass->n_common; c++)
            want_joined(run->ex, pass->common[c]);
        for (size_t g = 0; g < pass->n_group; g++)
            want_group(run->ex, pass->group[g]);
    }
    for (uint32_t slot = 0; slot < run->question->n_by; slot++) {
        LabelRows rows;
        if (label_rows(run, slot, &rows))
            want_labels(run->ex, &rows);
        if (order_key_rows(run, slot, &rows))
            want_labels(run->ex, &rows);
    }
}
