/* What each objective steers on and what drives that: how it stands and stood, when it
   was looked at, and what is expected of it. */
#include "runtime/steering/check.h"

enum { TREND = 12 };

const char *const steer_service_word[SERVES] = {"", "target", "steers", "drives"};

typedef struct {
    Checker c;
    SteerAims *aims;
    SteerAim *of; /* each indicator by itself, once it was made */
    bool *is_made;
    bool *is_led; /* it leads to an objective */
} Builder;

/* ---- what is expected ---- */

static bool is_sooner(const Target *target, const Target *found)
{
    return !found || target->period.hi < found->period.hi;
}

/* The target of the period that goes on, or else the next one; NULL: there is none. */
static const Target *target_ahead(const Checker *c, const Indicator *one, DayRange now)
{
    const Target *found = steering_target(one, now);
    bool is_now = found != NULL;
    for (size_t i = 0; !is_now && i < one->n_target; i++) {
        const Target *target = &one->target[i];
        if (target->has_period && target->period.hi > c->w->today &&
            is_sooner(target, found))
            found = target;
    }
    return found;
}

/* One without a time of its own is for the period that goes on. */
static void look_ahead(Checker *c, const Indicator *one, SteerAim *aim)
{
    PeriodUnit unit = steer_period_unit(steer_rhythm_unit(one->head.rhythm));
    DayRange now = calendar_range(unit, calendar_period_of(unit, c->w->today));
    const Target *target = target_ahead(c, one, now);
    aim->ahead = aim->ahead_target = "";
    aim->why_not = "it has no target for what is to come";
    if (!target)
        return;
    Target timed = *target;
    if (!timed.has_period)
        timed.period = now;
    timed.has_period = true;
    aim->ahead = steer_days(c, steer_target_time(one, &timed));
    aim->ahead_target = steer_target_text(c, one, target);
    aim->why_not = "there is no forecast";
    aim->has_outlook = c->w->outlook && c->w->outlook(c->w->self, one, &timed,
                                                      &aim->outlook, &aim->why_not);
    if (aim->has_outlook)
        aim->why_not = "";
}

/* ---- one indicator ---- */

static const char *names_driven(const Builder *b, size_t node)
{
    const Graph *graph = &b->c.graph;
    const char *list = "";
    for (size_t i = 0; i < graph->n_edge; i++) {
        if (graph->edge[i].from == node)
            list = arena_printf(b->c.w->arena, "%s%s%s", list, *list ? ", " : "",
                                graph->node[graph->edge[i].to]->head.name);
    }
    return list;
}

/* `one`: the indicator of that node, or what an objective wants of it. */
static SteerAim measure(Builder *b, size_t node, const Indicator *one)
{
    Checker *c = &b->c;
    const SteerLog *log = c->w->log;
    const SteerHistory *h = steer_history(c, node, steer_rhythm_unit(one->head.rhythm));
    SteerAim aim = {.drives = names_driven(b, node),
                    .now = steer_shown(c, one, h),
                    .n_trend = h->n < TREND ? h->n : TREND,
                    .last_look = DAY_NONE};
    aim.trend = h->n ? h->value + h->n - aim.n_trend : NULL;
    if (log)
        aim.last_look = log->last(log->self, one->head.name, c->w->today + 1);
    look_ahead(c, one, &aim);
    return aim;
}

static SteerAim aim_of(Builder *b, size_t node)
{
    if (!b->is_made[node])
        b->of[node] = measure(b, node, b->c.graph.node[node]);
    b->is_made[node] = true;
    return b->of[node];
}

static void add(Builder *b, const Strategy *objective, SteerService role, SteerAim aim)
{
    aim.objective = objective;
    aim.role = role;
    ARENA_PUSH(b->c.w->arena, b->aims->item, b->aims->n, b->aims->cap, aim);
}

/* ---- objectives ---- */

static void add_goals(Builder *b, const Strategy *objective)
{
    for (size_t i = 0; i < objective->n_goal; i++) {
        size_t node;
        const Indicator *goal = steer_goal(&b->c, &objective->goal[i], &node);
        if (goal)
            add(b, objective, SERVES_TARGET, measure(b, node, goal));
    }
}

/* Those at `steps` links from what is named; `far` has the links of those met so far,
   else graph->n. false: there is none. */
static bool add_at(Builder *b, const Strategy *objective, size_t steps, size_t *far)
{
    const Graph *graph = &b->c.graph;
    bool any = false;
    for (size_t i = 0; i < graph->n_edge && steps; i++) {
        const Edge *edge = &graph->edge[i];
        if (far[edge->to] == steps - 1 && far[edge->from] == graph->n)
            far[edge->from] = steps;
    }
    for (size_t i = 0; i < graph->n; i++) {
        if (far[i] != steps)
            continue;
        SteerAim aim = aim_of(b, i);
        aim.steps = steps;
        b->is_led[i] = any = true;
        add(b, objective, steps ? SERVES_DRIVES : SERVES_STEERS, aim);
    }
    return any;
}

static void add_objective(Builder *b, const Strategy *objective)
{
    size_t n = b->c.graph.n;
    bool *named = ARENA_ARRAY(b->c.w->arena, bool, n + 1);
    size_t *far = ARENA_ARRAY(b->c.w->arena, size_t, n + 1);
    graph_mark_steered(&b->c.graph, objective->steers, named);
    for (size_t i = 0; i < n; i++)
        far[i] = named[i] ? 0 : n;
    add_goals(b, objective);
    for (size_t steps = 0; add_at(b, objective, steps, far);)
        steps++;
}

bool steering_aims(const SteerWorld *world, SteerAims *aims)
{
    Builder b = {.aims = aims};
    SteerFindings findings;
    steer_begin(&b.c, world, &findings);
    size_t n = b.c.graph.n;
    *aims = (SteerAims){0};
    b.of = ARENA_ARRAY(world->arena, SteerAim, n + 1);
    b.is_made = ARENA_ARRAY(world->arena, bool, n + 1);
    b.is_led = ARENA_ARRAY(world->arena, bool, n + 1);
    for (size_t i = 0; i < b.c.steering->n_strategy; i++) {
        const Strategy *one = b.c.steering->strategy[i];
        if (one->is_objective &&
            steering_objective(b.c.steering, one->head.name) == one)
            add_objective(&b, one);
    }
    for (size_t i = 0; i < n; i++) {
        if (!b.is_led[i])
            add(&b, NULL, SERVES_NONE, aim_of(&b, i));
    }
    return !world->stopped(world->self);
}
