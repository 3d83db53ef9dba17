/* What a leaf looks at from the lines of an answer. Inside `M per K` with time in K it
   is read once per K: where steps move it from there, what it sees of a line is more
   than what the same steps make of the line's own period. */
#include "runtime/plan/plan.h"

bool plan_unit_of_keys(const Plan *plan, const PerKey *per, PeriodUnit *unit)
{
    bool any = false;
    for (uint32_t i = 0; i < per->keys.n_key; i++) {
        uint32_t at = plan_find_slot(plan, per, i);
        if (at == UINT32_MAX || !plan->slot[at].is_time)
            continue;
        PeriodUnit own = plan->slot[at].type.period;
        if (!any || calendar_nests(own, *unit))
            *unit = own;
        any = true;
    }
    return any;
}

/* Windows on their way to the leaf. */
typedef struct {
    MovedWindow *item;
    size_t n, cap;
} Windows;

static void add_window(const SeenDays *seen, Windows *to, MovedWindow window)
{
    if (window.days.lo < window.days.hi)
        ARENA_PUSH(seen->arena, to->item, to->n, to->cap, window);
}

/* The periods of K in a window: all of them, or those at its ends and the one that
   holds today. */
static void split(const Plan *plan, PeriodUnit unit, MovedWindow part,
                  const SeenDays *seen, Windows *to)
{
    DayRange window = part.days;
    if (window.lo >= window.hi)
        return;
    if (window.lo == DAY_LONG_AGO)
        window.lo = calendar_range(unit, calendar_period_of(unit, seen->known.lo)).lo;
    if (window.hi == DAY_FAR_AHEAD)
        window.hi =
            calendar_range(unit, calendar_period_of(unit, seen->known.hi - 1)).hi;
    int32_t now = calendar_period_of(unit, plan->today);
    int32_t last = calendar_period_of(unit, window.hi - 1);
    for (int32_t at = calendar_period_of(unit, window.lo); at <= last;) {
        MovedWindow own = part;
        own.days = window;
        window_narrow(&own, calendar_range(unit, at), unit);
        add_window(seen, to, own);
        if (!seen->ends_only || at == last)
            at++;
        else
            at = at < now && now < last ? now : last;
    }
}

/* The windows around the keys of `per`, then its own periods where steps follow. */
static void see_through(const Plan *plan, const PerKey *per, bool steps_follow,
                        const SeenDays *seen, Windows *windows)
{
    const Context *context = per->context;
    PeriodUnit unit = PERIOD_DAY;
    if (per->outer != seen->from)
        see_through(plan, per->outer, steps_follow || context->n_step, seen, windows);
    Windows around = *windows;
    bool splits = steps_follow && plan_unit_of_keys(plan, per, &unit);
    *windows = (Windows){0};
    for (size_t i = 0; i < around.n; i++) {
        MovedWindow window = around.item[i];
        window_take(plan, context->step, context->n_step, &window);
        if (splits)
            split(plan, unit, window, seen, windows);
        else
            add_window(seen, windows, window);
    }
}

void plan_see_from(const Plan *plan, const Leaf *leaf, const MovedWindow *from,
                   SeenDays *seen)
{
    const Context *context = leaf->context;
    Windows windows = {0};
    seen->n = 0;
    add_window(seen, &windows, *from);
    if (leaf->grain != seen->from)
        see_through(plan, leaf->grain, context->n_step > 0, seen, &windows);
    for (size_t i = 0; i < windows.n; i++) {
        window_take(plan, context->step, context->n_step, &windows.item[i]);
        DayRange days = window_days(&windows.item[i]);
        if (days.lo < days.hi)
            ARENA_PUSH(seen->arena, seen->days, seen->n, seen->cap, days);
    }
}

void plan_see(const Plan *plan, const Leaf *leaf, DayRange line, SeenDays *seen)
{
    MovedWindow from = window_begin(plan, line, leaf->context->cut);
    plan_see_from(plan, leaf, &from, seen);
}
