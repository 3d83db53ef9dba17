/* What a leaf looks at from the lines of an answer. Inside `M per K` with time in K it
   is read once per K: where steps move it from there, what it sees of a line is more
   than what the same steps make of the line's own period. */
#include "runtime/plan/plan.h"

static bool unit_of_keys(const Plan *plan, const PerKey *per, PeriodUnit *unit)
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

static void add_days(SeenDays *seen, DayRange days)
{
    if (days.lo < days.hi)
        ARENA_PUSH(seen->arena, seen->days, seen->n, seen->cap, days);
}

/* The periods of K in a window: all of them, or those at its ends and the one that
   holds today. */
static void split(const Plan *plan, PeriodUnit unit, DayRange window, SeenDays *seen)
{
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
        DayRange days = calendar_range(unit, at);
        days.lo = days.lo > window.lo ? days.lo : window.lo;
        days.hi = days.hi < window.hi ? days.hi : window.hi;
        add_days(seen, days);
        if (!seen->ends_only || at == last)
            at++;
        else
            at = at < now && now < last ? now : last;
    }
}

/* The windows around the keys of `per`, then its own periods where steps follow. */
static void see_through(const Plan *plan, const PerKey *per, bool steps_follow,
                        DayRange line, SeenDays *seen)
{
    SeenDays around = *seen;
    const Context *context = per->context;
    Shape shape = {0, context->step, context->n_step};
    PeriodUnit unit = PERIOD_DAY;
    around.n = around.cap = 0;
    around.days = NULL;
    if (per->outer != seen->from)
        see_through(plan, per->outer, steps_follow || context->n_step, line, &around);
    else
        add_days(&around, line);
    bool splits = steps_follow && unit_of_keys(plan, per, &unit);
    for (size_t i = 0; i < around.n; i++) {
        DayRange window = window_of_shape(plan, &shape, around.days[i]);
        if (splits)
            split(plan, unit, window, seen);
        else
            add_days(seen, window);
    }
}

void plan_see(const Plan *plan, const Leaf *leaf, DayRange line, SeenDays *seen)
{
    const Context *context = leaf->context;
    Shape own = {0, context->step, context->n_step};
    seen->n = 0;
    if (leaf->grain != seen->from)
        see_through(plan, leaf->grain, context->n_step > 0, line, seen);
    else
        add_days(seen, line);
    size_t n = seen->n;
    seen->n = 0;
    for (size_t i = 0; i < n; i++) {
        DayRange days = window_of_shape(plan, &own, seen->days[i]);
        if (days.lo < days.hi)
            seen->days[seen->n++] = days;
    }
}
