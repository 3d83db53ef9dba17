/* When rows that look ahead are ripe. What `M per K after T within N U` sees of a row
   is final when the window is over; a period with younger rows is not whole yet, though
   it is over itself. Only windows whose end follows from the row's own day are looked
   at: the axis, or a fixed time after it. */
#include "runtime/plan/plan.h"

enum { SECONDS_OF_DAY = 86400 };

typedef struct {
    const Plan *plan;
    const Expr *axis; /* the time of the leaf's rows */
    Day ripe;
} Ripening;

/* The day on which a window that ends at `end` ends for a row of `day`. */
static bool end_of_window(const Expr *end, const Expr *axis, int64_t day, int64_t *out)
{
    *out = day;
    if (end == axis)
        return true;
    int64_t n;
    if (end->kind != EXPR_CALL || end->n_arg != 2 || end->arg[1]->kind != EXPR_CONST ||
        !end_of_window(end->arg[0], axis, day, out) ||
        !decimal_to_i64(decimal_ceil(end->arg[1]->as.value.as.number), &n))
        return false;
    switch (end->as.fn) {
    case FN_ADD_DAYS:
    case FN_ADD_MONTHS:
    case FN_ADD_WORKING_DAYS:
        *out = expr_shift_day(end, (Day)*out, n);
        return *out > DAY_LONG_AGO && *out < DAY_FAR_AHEAD;
    case FN_ADD_SECONDS:
        *out += (n + (n > 0 ? SECONDS_OF_DAY - 1 : 0)) / SECONDS_OF_DAY;
        return true;
    default:
        return false;
    }
}

static void ripen_window(Ripening *r, const Expr *expr)
{
    const EventWindow *window = expr->as.window;
    if (!window->has_to)
        return;
    const Expr *end = expr->arg[window->n_key + window->has_from];
    int64_t last;
    while (end_of_window(end, r->axis, r->ripe - 1, &last)) {
        int64_t over = last + (window->until_to || window->moments) - r->plan->today;
        if (over <= 0)
            return;
        r->ripe -= (Day)over;
    }
}

static void ripen(Ripening *r, const Expr *expr)
{
    if (!expr)
        return;
    if (expr->kind == EXPR_WINDOW)
        ripen_window(r, expr);
    /* what stands in another row has that row's times */
    bool elsewhere = expr->kind == EXPR_LOOKUP || expr->kind == EXPR_BESIDE;
    for (uint32_t i = elsewhere; i < expr->n_arg; i++)
        ripen(r, expr->arg[i]);
}

static Day ripe_day(const Plan *plan, const Leaf *leaf)
{
    const Context *context = leaf->context;
    Ripening r = {plan, context->axis ? context->axis->value : NULL, plan->today};
    if (!r.axis)
        return r.ripe;
    ripen(&r, leaf->arg);
    ripen(&r, leaf->by);
    for (size_t i = 0; i < context->n_row; i++)
        ripen(&r, context->row[i]);
    const Group *group = plan_group_of(plan, leaf);
    for (size_t i = 0; i < group->n_slot; i++) {
        if (!slot_is_lifted(&plan->slot[group->slot[i]], context->lifted))
            ripen(&r, group->key[i]);
    }
    return r.ripe;
}

void plan_ripen(Plan *plan)
{
    const Question *q = plan->question;
    for (size_t i = 0; i < q->n_leaf; i++) {
        if (!q->leaf[i]->per)
            plan->place[q->leaf[i]->id].ripe = ripe_day(plan, q->leaf[i]);
    }
}
