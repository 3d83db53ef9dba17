/* Cutting time for groups. Whole periods of one unit hold every window that starts and
   ends with periods of the lines; what does not (a range that is shown, today, a
   shifted today) is known before any row is read and cuts those periods further. */
#include "runtime/plan/plan.h"

#include <stdlib.h>

enum { FIRST_DAY = -719162 }; /* 0001-01-01 */

typedef struct {
    Arena *arena;
    const Plan *plan;
    PeriodUnit unit;
    Day *cut;
    size_t n_cut, cap_cut;
} Cutter;

static void narrow(Cutter *c, PeriodUnit unit)
{
    c->unit = calendar_common(unit, c->unit);
}

static void add_cut(Cutter *c, Day day)
{
    ARENA_PUSH(c->arena, c->cut, c->n_cut, c->cap_cut, day);
}

static void add_edges(Cutter *c, DayRange days)
{
    if (days.lo >= days.hi)
        return;
    if (days.lo != DAY_LONG_AGO)
        add_cut(c, days.lo);
    add_cut(c, days.hi);
}

/* The line at one end of what is shown. */
static DayRange edge_line(const Plan *plan, Day day)
{
    DayRange shown = plan->question->shown;
    DayRange line = calendar_range(plan->finest, calendar_period_of(plan->finest, day));
    line.lo = line.lo > shown.lo ? line.lo : shown.lo;
    line.hi = line.hi < shown.hi ? line.hi : shown.hi;
    return line;
}

/* Lines at both ends of what is shown, and its total. */
static void add_shown(Cutter *c, const Shape *shape)
{
    const Plan *plan = c->plan;
    DayRange shown = plan->question->shown;
    add_edges(c, window_of_shape(plan, shape, shown));
    if (!plan->has_time)
        return;
    add_edges(c, window_of_shape(plan, shape, edge_line(plan, shown.lo)));
    add_edges(c, window_of_shape(plan, shape, edge_line(plan, shown.hi - 1)));
}

/* Where today, moved as the steps move it, ends a window: one that nothing was cut off
   yet, or one of a line that is over. */
static void add_today(Cutter *c, const Shape *shape, size_t first, bool is_whole)
{
    const Plan *plan = c->plan;
    DayRange elapsed =
        calendar_range(plan->elapsed, calendar_period_of(plan->elapsed, plan->today));
    MovedWindow now =
        window_begin(plan, (DayRange){plan->today, plan->today + 1}, shape->cut);
    MovedWindow unit = window_begin(plan, elapsed, shape->cut);
    now.is_whole = unit.is_whole = is_whole;
    for (size_t i = first; i < shape->n_step; i++) {
        window_move(plan, &shape->step[i], &now);
        window_move(plan, &shape->step[i], &unit);
        add_edges(c, now.days);
        add_edges(c, unit.days);
        if (now.end != DAY_FAR_AHEAD)
            add_cut(c, now.end);
        if (now.days.lo < now.days.hi)
            now.days.lo = now.days.hi - 1;
    }
}

static void cut_shape(Cutter *c, const Shape *shape)
{
    const Plan *plan = c->plan;
    if (plan->question->has_for)
        add_shown(c, shape);
    if (time_steps_read_stock(shape->step, shape->n_step))
        add_cut(c, plan->today + 1);
    for (size_t i = 0; i < shape->n_step; i++) {
        /* A window may come to hold today by the steps before. */
        add_today(c, shape, i, false);
        add_today(c, shape, i, true);
        const TimeStep *step = &shape->step[i];
        if (step->op == TIME_TO_DATE || step->op == TIME_ROLLING)
            narrow(c, step->unit);
        if (step->op == TIME_FOR)
            add_edges(c, step->range);
        if (step->op == TIME_SHIFT)
            add_cut(c, plan->today + 1); /* rows ahead of today are told apart */
        if (!plan->is_dated && step->op != TIME_CLOSING)
            narrow(c, PERIOD_DAY); /* the range is known when rows have been read */
    }
}

static int compare_days(const void *a, const void *b)
{
    Day x = *(const Day *)a;
    Day y = *(const Day *)b;
    return (x > y) - (x < y);
}

static bool is_edge(PeriodUnit unit, Day day)
{
    return calendar_range(unit, calendar_period_of(unit, day)).lo == day;
}

static const Atoms *finish(Cutter *c)
{
    Atoms *atoms = ARENA_NEW(c->arena, Atoms);
    size_t n = 0;
    if (c->n_cut)
        qsort(c->cut, c->n_cut, sizeof *c->cut, compare_days);
    for (size_t i = 0; i < c->n_cut; i++) {
        Day day = c->cut[i];
        if (!is_edge(c->unit, day) && (!n || c->cut[n - 1] != day))
            c->cut[n++] = day;
    }
    *atoms = (Atoms){c->unit, c->cut, n};
    return atoms;
}

static bool has_time_slot(const Plan *plan, const Group *group)
{
    for (size_t i = 0; i < plan->n_slot; i++) {
        const Slot *slot = &plan->slot[i];
        bool around = slot->per == NULL;
        for (const PerKey *per = group->grain; per; per = per->outer)
            around |= slot->per == per;
        if (slot->is_time && around)
            return true;
    }
    return false;
}

static DayRange hull(DayRange a, DayRange b)
{
    if (a.lo >= a.hi || b.lo >= b.hi)
        return a.lo >= a.hi ? b : a;
    return (DayRange){a.lo < b.lo ? a.lo : b.lo, a.hi > b.hi ? a.hi : b.hi};
}

/* Days of a calendar of weeks do not stay in order where the last week of a shorter
   month stands in for one that it does not have. */
static bool keeps_order(const Plan *plan, const Shape *shape)
{
    bool keeps = true;
    bool by_day = plan->finest == PERIOD_DAY;
    for (size_t i = plan->question->n_by; i < plan->n_slot; i++)
        by_day |= plan->slot[i].is_time && plan->slot[i].type.period == PERIOD_DAY;
    for (size_t i = 0; i < shape->n_step && by_day; i++) {
        const TimeStep *step = &shape->step[i];
        keeps &= step->op != TIME_SHIFT || calendar_base(step->unit) <= PERIOD_WEEK ||
                 calendar_nests(PERIOD_MONTH, step->unit);
    }
    return keeps;
}

static DayRange window_of_lines(const Plan *plan, const Shape *shape)
{
    DayRange shown = plan->question->shown;
    DayRange whole = window_of_shape(plan, shape, shown);
    if (!plan->has_time)
        return whole;
    whole = hull(whole, window_of_shape(plan, shape, edge_line(plan, shown.lo)));
    whole = hull(whole, window_of_shape(plan, shape, edge_line(plan, shown.hi - 1)));
    if (keeps_order(plan, shape))
        return whole;
    for (Day day = shown.lo; day < shown.hi; day++)
        whole = hull(whole, window_of_shape(plan, shape, edge_line(plan, day)));
    return whole;
}

/* The days that a leaf may look at, over all lines. */
static void add_window(Arena *arena, const Plan *plan, Group *group, const Shape *shape)
{
    DayRange whole = window_of_lines(plan, shape);
    const Axis *axis = group->context->axis;
    if (whole.lo < whole.hi && group->context->spread) {
        whole.lo =
            calendar_range(axis->unit, calendar_period_of(axis->unit, whole.lo)).lo;
        whole.hi =
            calendar_range(axis->unit, calendar_period_of(axis->unit, whole.hi - 1)).hi;
    }
    if (whole.lo < whole.hi)
        ARENA_PUSH(arena, group->window, group->n_window, group->cap_window, whole);
}

/* Likewise what is seen through the K around the leaf, of lines at both ends. Where
   days do not stay in order, each step may put one a week off. */
static void add_inner_window(Arena *arena, const Plan *plan, Group *group,
                             const Leaf *leaf)
{
    DayRange shown = plan->question->shown;
    DayRange line[3] = {shown, edge_line(plan, shown.lo),
                        edge_line(plan, shown.hi - 1)};
    SeenDays seen = {.arena = arena, .known = {FIRST_DAY, DAY_FAR_AHEAD}};
    DayRange whole = {0, 0};
    const Shape *shape = &plan->shape[plan->place[leaf->id].seen[0]];
    seen.ends_only = true;
    for (size_t i = 0; i < (plan->has_time ? COUNT_OF(line) : 1); i++) {
        plan_see(plan, leaf, line[i], &seen);
        for (size_t k = 0; k < seen.n; k++)
            whole = hull(whole, seen.days[k]);
    }
    Day slack = keeps_order(plan, shape) ? 0 : 7 * (Day)shape->n_step;
    whole.lo -= slack;
    whole.hi += slack;
    if (whole.lo < whole.hi)
        ARENA_PUSH(arena, group->window, group->n_window, group->cap_window, whole);
}

Shape plan_closing(Arena *arena, const Shape *shape)
{
    Shape res = *shape;
    TimeOp last = res.n_step ? res.step[res.n_step - 1].op : TIME_CLOSING;
    if (last != TIME_OPENING && last != TIME_BEFORE)
        return res;
    TimeStep *step = ARENA_ARRAY(arena, TimeStep, res.n_step);
    for (size_t i = 0; i < res.n_step; i++)
        step[i] = res.step[i];
    step[res.n_step - 1].op = TIME_CLOSING;
    res.step = step;
    return res;
}

static void give_atoms(Arena *arena, Plan *plan, Group *group, const Atoms *atoms)
{
    Slot slot = {.type.kind = VALUE_DATE, .atoms = atoms};
    group->slot[group->n_slot++] = (uint32_t)plan->n_slot;
    group->has_atoms = true;
    ARENA_PUSH(arena, plan->slot, plan->n_slot, plan->cap_slot, slot);
}

/* A part of K, cut off by what is shown or by a window, does not move to where whole
   ones do. */
static bool moves_parts(const Plan *plan, const Leaf *leaf, const Shape *whole)
{
    DayRange shown = plan->question->shown;
    bool moves = false, rolls = false, cuts = false;
    for (size_t i = 0; i < whole->n_step; i++) {
        moves |= whole->step[i].op == TIME_SHIFT || whole->step[i].op == TIME_BETWEEN;
        rolls |= whole->step[i].op == TIME_ROLLING || whole->step[i].op == TIME_FOR;
    }
    for (const PerKey *per = leaf->grain; per; per = per->outer) {
        for (size_t i = 0; i < per->keys.n_key; i++) {
            Type key = per->keys.type[i];
            cuts |= key.kind == VALUE_PERIOD &&
                    (rolls ||
                     (plan->question->has_for && !(is_edge(key.period, shown.lo) &&
                                                   is_edge(key.period, shown.hi))));
        }
    }
    return moves && cuts;
}

static void cut_group(Arena *arena, Plan *plan, uint32_t at)
{
    Group *group = plan->group[at];
    Cutter c = {.arena = arena, .plan = plan, .unit = PERIOD_YEAR};
    bool has_time = has_time_slot(plan, group);
    bool wanted = (has_time && group->context->axis) ||
                  (plan->is_dated && group->context->spread);
    for (size_t i = 0; i < plan->n_slot; i++) {
        if (plan->slot[i].is_time)
            narrow(&c, plan->slot[i].type.period);
    }
    for (size_t i = 0; i < group->n_leaf; i++) {
        const LeafPlace *place = &plan->place[group->leaf[i]->id];
        const Shape *whole = &plan->shape[place->seen[0]];
        Shape all = plan_closing(arena, whole);
        cut_shape(&c, whole);
        cut_shape(&c, &plan->shape[place->shape]);
        if (moves_parts(plan, group->leaf[i], whole))
            narrow(&c, PERIOD_DAY);
        wanted |= whole->n_step && group->context->axis;
        if (plan->question->has_for)
            add_window(arena, plan, group, &all);
        if (plan->question->has_for && group->leaf[i]->grain)
            add_inner_window(arena, plan, group, group->leaf[i]);
    }
    if (!group->n_leaf && plan->question->has_for)
        add_window(arena, plan, group, &plan->shape[0]);
    if (wanted && !group->is_list)
        give_atoms(arena, plan, group, finish(&c));
}

void plan_cut_time(Arena *arena, Plan *plan)
{
    for (uint32_t i = 0; i < plan->n_group; i++)
        cut_group(arena, plan, i);
}
