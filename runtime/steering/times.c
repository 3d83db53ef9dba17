/* The time that a target is for, and the one in which a formula makes it. */
#include "runtime/steering/check.h"

const Target *steer_plain_target(const Indicator *one)
{
    const Target *plain = NULL;
    for (size_t i = 0; i < one->n_target; i++)
        plain = one->target[i].has_period ? plain : &one->target[i];
    return plain;
}

const char *steer_for_days(const Checker *c, const DayRange *days)
{
    return days ? arena_printf(c->w->arena, " for %s", steer_days(c, *days)) : "";
}

/* " for 2026", " for each month" */
const char *steer_for_time(const Checker *c, SteerTime time)
{
    return time.days ? steer_for_days(c, time.days)
                     : arena_printf(c->w->arena, " for each %s",
                                    calendar_unit_name(steer_period_unit(time.unit)));
}

/* What the target's value is of. */
SteerTime steer_time_of_target(const Checker *c, const Indicator *one,
                               const Target *target)
{
    DayRange days = steer_target_time(one, target);
    SteerTime time = {NULL, steer_rhythm_unit(one->head.rhythm)};
    if (target->has_period)
        time.days = arena_memdup(c->w->arena, &days, sizeof days);
    return time;
}

/* Said where its target is for each period of another length. */
const char *steer_for_other_time(const Checker *c, const Indicator *one, SteerTime time)
{
    bool is_own = !time.days && time.unit == steer_rhythm_unit(one->head.rhythm);
    bool is_plain = !one->n_target || (one->n_target == 1 && steer_plain_target(one));
    return is_own || !is_plain || !steering_grows(one) ? "" : steer_for_time(c, time);
}

/* ---- the time that drivers share ---- */

typedef struct {
    const Checker *c;
    const AstExpr *formula;
    SteerTime time;
    bool is_shared;
} Shared;

static void want_driver(void *self, const char *name, bool inversely, Span span)
{
    Shared *s = self;
    size_t node = graph_find(&s->c->graph, name);
    const Indicator *one = s->c->graph.node[node];
    Decimal low, high;
    (void)inversely;
    (void)span;
    s->is_shared &= !steering_grows(one) || !one->n_target ||
                    steer_wanted_in(s->c, node, s->time, &low, &high);
}

static void try_time(Shared *s, SteerTime time)
{
    Shared at = {s->c, s->formula, time, true};
    formula_names(s->formula, false, want_driver, &at);
    if (at.is_shared)
        *s = at;
}

static void try_time_of(void *self, const char *name, bool inversely, Span span)
{
    Shared *s = self;
    const Indicator *one = s->c->graph.node[graph_find(&s->c->graph, name)];
    (void)inversely;
    (void)span;
    for (size_t i = 0; i < one->n_target && !s->is_shared && steering_grows(one); i++)
        try_time(s, steer_time_of_target(s->c, one, &one->target[i]));
}

/* In which a formula makes the target: its own time. What holds in each period and is
   the same in a longer one, or has no rhythm, is made in any that all drivers have
   targets for. */
SteerTime steer_time_to_make(const Checker *c, const Indicator *one,
                             const Target *target)
{
    SteerTime own = steer_time_of_target(c, one, target);
    Shared shared = {c, one->formula, own, false};
    if (!target->has_period && (!steering_grows(one) || !one->head.rhythm))
        formula_names(one->formula, false, try_time_of, &shared);
    return shared.time;
}
