/* From a question to passes: every leaf over rows finds its group, groups over one
   source share a pass, and the conjuncts that all of them ask for come first. */
#include "runtime/plan/plan.h"

#include <string.h>

static void add_slot(Arena *arena, Plan *plan, const PerKey *per, uint32_t index)
{
    const KeyList *keys = per ? &per->keys : &plan->question->keys;
    Slot slot = {.per = per, .index = index, .type = keys->type[index]};
    bool has_value = false;
    for (size_t i = 0; i < keys->n_binding; i++)
        has_value |= keys->binding[i].value[index] != NULL;
    slot.is_time = !has_value || (!per && plan->question->by[index].role == BY_TIME);
    ARENA_PUSH(arena, plan->slot, plan->n_slot, plan->cap_slot, slot);
}

uint32_t plan_find_slot(const Plan *plan, const PerKey *per, uint32_t index)
{
    for (size_t i = 0; i < plan->n_slot; i++) {
        if (plan->slot[i].per == per && plan->slot[i].index == index)
            return (uint32_t)i;
    }
    return UINT32_MAX;
}

/* Slots of a chain of K, outermost first. */
static void add_chain(Arena *arena, Plan *plan, const PerKey *per)
{
    if (!per)
        return;
    add_chain(arena, plan, per->outer);
    for (uint32_t i = 0; i < per->keys.n_key; i++) {
        if (plan_find_slot(plan, per, i) == UINT32_MAX)
            add_slot(arena, plan, per, i);
    }
}

static void find_time(Plan *plan)
{
    const Question *q = plan->question;
    plan->finest = PERIOD_DAY;
    for (size_t i = 0; i < q->n_by; i++) {
        if (q->by[i].role != BY_TIME)
            continue;
        if (!plan->has_time || calendar_nests(q->by[i].unit, plan->finest))
            plan->finest = q->by[i].unit;
        plan->has_time = true;
    }
    int32_t n;
    plan->elapsed = plan->asked = plan->finest;
    if (q->has_for && !plan->has_time) {
        plan->asked = calendar_unit_of_range(q->shown_year, q->shown, &n);
        plan->elapsed = n == 1 ? plan->asked : PERIOD_DAY;
    }
    plan->is_dated = q->has_for || plan->has_time;
    plan->whole = plan->finest;
    for (size_t i = 0; i < plan->n_slot && !plan->has_time; i++) {
        const Slot *slot = &plan->slot[i];
        if (slot->is_time && calendar_nests(plan->whole, slot->type.period))
            plan->whole = slot->type.period;
    }
}

/* Where no period is asked, rows without a day count, but not for a bracket that moves
   in time: then the two do not share their cells. */
static bool same_days(const Plan *plan, const Context *a, const Context *b)
{
    return plan->is_dated || (a->n_step == 0) == (b->n_step == 0);
}

static bool same_rows(const Context *a, const Context *b)
{
    return a == b ||
           (a->axis == b->axis && a->until == b->until && a->n_row == b->n_row &&
            spread_equal(a->spread, b->spread) &&
            (a->n_row == 0 || memcmp(a->row, b->row, a->n_row * sizeof *a->row) == 0));
}

/* Time is a key of lists only: other groups have atoms. */
static void bind_slots(const Plan *plan, Group *group, const PerKey *per)
{
    if (per)
        bind_slots(plan, group, per->outer);
    const KeyList *keys = per ? &per->keys : &plan->question->keys;
    const Binding *binding = key_list_binding(keys, group->source, group->context->axis,
                                              group->context->as_of);
    for (uint32_t i = 0; i < keys->n_key; i++) {
        uint32_t slot = plan_find_slot(plan, per, i);
        bool is_time = plan->slot[slot].is_time || !binding || !binding->value[i];
        if (is_time && !group->is_list)
            continue;
        group->slot[group->n_slot] = slot;
        group->key[group->n_slot++] = is_time ? NULL : binding->value[i];
    }
}

static Group *new_group(Arena *arena, Plan *plan, const Source *source,
                        const Context *context)
{
    Group *group = ARENA_NEW(arena, Group);
    group->source = source;
    group->context = context;
    group->slot = ARENA_ARRAY(arena, uint32_t, plan->n_slot + 1);
    group->key = ARENA_ARRAY(arena, const Expr *, plan->n_slot + 1);
    ARENA_PUSH(arena, plan->group, plan->n_group, plan->cap_group, group);
    return group;
}

static uint32_t find_group(Arena *arena, Plan *plan, const Leaf *leaf)
{
    for (uint32_t i = 0; i < plan->n_group; i++) {
        Group *known = plan->group[i];
        if (known->source == leaf->source && known->rows == leaf->rows &&
            known->grain == leaf->grain && !known->is_list &&
            same_rows(known->context, leaf->context) &&
            same_days(plan, known->context, leaf->context))
            return i;
    }
    Group *group = new_group(arena, plan, leaf->source, leaf->context);
    group->rows = leaf->rows;
    group->grain = leaf->grain;
    bind_slots(plan, group, leaf->grain);
    return (uint32_t)plan->n_group - 1;
}

static uint32_t find_state(Arena *arena, Group *group, const Leaf *leaf)
{
    for (uint32_t i = 0; i < group->n_state; i++) {
        const Leaf *known = group->state[i];
        if (known->fn == leaf->fn && known->arg == leaf->arg &&
            known->gone == leaf->gone && known->by == leaf->by &&
            !decimal_compare(known->p, leaf->p))
            return i;
    }
    ARENA_PUSH(arena, group->state, group->n_state, group->cap_state, leaf);
    return (uint32_t)group->n_state - 1;
}

uint32_t plan_depth(const PerKey *per)
{
    uint32_t depth = 0;
    for (; per; per = per->outer)
        depth++;
    return depth;
}

static uint32_t find_shape(Arena *arena, Plan *plan, const Shape *shape)
{
    for (uint32_t i = 0; i < plan->n_shape; i++) {
        const Shape *known = &plan->shape[i];
        if (known->lifted == shape->lifted && known->n_step == shape->n_step &&
            known->cut == shape->cut &&
            time_steps_equal(known->step, shape->step, shape->n_step))
            return i;
    }
    ARENA_PUSH(arena, plan->shape, plan->n_shape, plan->cap_shape, *shape);
    return (uint32_t)plan->n_shape - 1;
}

/* The steps of everything around the leaf and inside `until`, outermost first, then its
   own. NULL: from the lines of the answer. */
static Shape shape_from(Arena *arena, const Leaf *leaf, const PerKey *until)
{
    Shape whole = {.lifted = leaf->context->lifted,
                   .n_step = leaf->context->n_step,
                   .cut = leaf->context->cut};
    for (const PerKey *per = leaf->grain; per != until; per = per->outer) {
        whole.lifted |= per->context->lifted;
        whole.n_step += per->context->n_step;
    }
    TimeStep *step = ARENA_ARRAY(arena, TimeStep, whole.n_step + 1);
    size_t at = whole.n_step - leaf->context->n_step;
    for (size_t i = 0; i < leaf->context->n_step; i++)
        step[at + i] = leaf->context->step[i];
    for (const PerKey *per = leaf->grain; per != until; per = per->outer) {
        at -= per->context->n_step;
        for (size_t i = 0; i < per->context->n_step; i++)
            step[at + i] = per->context->step[i];
    }
    whole.step = step;
    return whole;
}

/* Of each table around a leaf, from the answer to its own. */
static void place_in_tables(Arena *arena, Plan *plan, const Leaf *leaf)
{
    LeafPlace *place = &plan->place[leaf->id];
    uint32_t depth = plan_depth(leaf->grain);
    place->seen = ARENA_ARRAY(arena, uint32_t, depth + 1);
    place->seen[depth] = place->shape;
    for (const PerKey *per = leaf->grain; per; per = per->outer) {
        Shape shape = shape_from(arena, leaf, per->outer);
        place->seen[--depth] = find_shape(arena, plan, &shape);
    }
}

/* The shortest unit of time in the K that stand around a step of `whole`; false: none.
 */
static bool unit_around(const Plan *plan, const Leaf *leaf, const Shape *whole,
                        size_t step, PeriodUnit *unit)
{
    size_t inside = whole->n_step - leaf->context->n_step;
    bool found = false;
    for (const PerKey *per = leaf->grain; per && !found; per = per->outer) {
        found = step >= inside && plan_unit_of_keys(plan, per, unit);
        inside -= per->context->n_step;
    }
    return found;
}

/* What any K around the leaf sees: a window inside of K goes back from the first of its
   periods. */
static Shape seen_by_any(Arena *arena, const Plan *plan, const Leaf *leaf,
                         const Shape *whole)
{
    Shape res = plan_closing(arena, whole);
    TimeStep *step = ARENA_ARRAY(arena, TimeStep, res.n_step + 1);
    for (size_t i = 0; i < res.n_step; i++) {
        step[i] = res.step[i];
        if (step[i].op == TIME_ROLLING || step[i].op == TIME_TO_DATE)
            step[i].of_any = unit_around(plan, leaf, whole, i, &step[i].part);
    }
    res.step = step;
    return res;
}

static void place_leaf(Arena *arena, Plan *plan, const Leaf *leaf)
{
    LeafPlace *place = &plan->place[leaf->id];
    if (leaf->per) {
        const Context *context = leaf->context;
        Shape around = {context->lifted, context->step, context->n_step, context->cut};
        place->shape = find_shape(arena, plan, &around);
        return;
    }
    place->group = find_group(arena, plan, leaf);
    Group *group = plan->group[place->group];
    place->state = find_state(arena, group, leaf);
    const Context *context = leaf->context;
    Shape own = {context->lifted, context->step, context->n_step, context->cut};
    place->shape = find_shape(arena, plan, &own);
    place_in_tables(arena, plan, leaf);
    Shape whole = plan->shape[place->seen[0]];
    Shape picked = leaf->grain ? seen_by_any(arena, plan, leaf, &whole) : whole;
    place->picked = find_shape(arena, plan, &picked);
    ARENA_PUSH(arena, group->leaf, group->n_leaf, group->cap_leaf, leaf);
}

static void find_cuts(Group *group)
{
    for (size_t i = 0; i < group->n_slot; i++)
        group->is_cut |= group->key[i] && group->key[i]->is_cut;
    for (size_t i = 0; i < group->context->n_row; i++)
        group->is_cut |= group->context->row[i]->is_cut;
    for (size_t i = 0; i < group->n_state; i++)
        group->is_cut |= group->state[i]->arg && group->state[i]->arg->is_cut;
}

static Pass *add_pass(Arena *arena, Plan *plan, const Group *group)
{
    const Axis *axis = group->context->axis;
    const Axis *cut = !group->is_cut            ? NULL
                      : axis->role == AXIS_ENDS ? axis->other
                                                : axis;
    for (size_t i = 0; i < plan->n_pass; i++) {
        if (plan->pass[i].source == group->source &&
            plan->pass[i].rows == group->rows && plan->pass[i].cut == cut)
            return &plan->pass[i];
    }
    Pass pass = {.source = group->source, .rows = group->rows, .cut = cut};
    ARENA_PUSH(arena, plan->pass, plan->n_pass, plan->cap_pass, pass);
    return &plan->pass[plan->n_pass - 1];
}

static bool is_own_filter(const Expr *filter, const Expr *cond)
{
    if (!filter || filter == cond)
        return filter != NULL;
    if (filter->kind != EXPR_CALL || filter->as.fn != FN_AND)
        return false;
    for (uint32_t i = 0; i < filter->n_arg; i++) {
        if (is_own_filter(filter->arg[i], cond))
            return true;
    }
    return false;
}

static bool has_row(const Context *context, const Expr *cond)
{
    for (size_t i = 0; i < context->n_row; i++) {
        if (context->row[i] == cond)
            return true;
    }
    return false;
}

static void split_conjuncts(Arena *arena, Pass *pass)
{
    const Context *first = pass->group[0]->context;
    pass->common = ARENA_ARRAY(arena, const Expr *, first->n_row);
    for (size_t i = 0; i < first->n_row; i++) {
        bool all = first->asked && first->asked[i] &&
                   !is_own_filter(pass->source->filter, first->row[i]);
        for (size_t g = 1; g < pass->n_group; g++)
            all &= has_row(pass->group[g]->context, first->row[i]);
        if (all)
            pass->common[pass->n_common++] = first->row[i];
    }
    for (size_t g = 0; g < pass->n_group; g++) {
        Group *group = pass->group[g];
        group->filter = ARENA_ARRAY(arena, const Expr *, group->context->n_row);
        for (size_t i = 0; i < group->context->n_row; i++) {
            const Expr *cond = group->context->row[i];
            bool common = is_own_filter(pass->source->filter, cond);
            for (size_t k = 0; k < pass->n_common; k++)
                common |= pass->common[k] == cond;
            if (!common)
                group->filter[group->n_filter++] = cond;
        }
    }
}

static void collect_axis(Pass *pass, const Axis *axis)
{
    bool known = !axis;
    for (size_t i = 0; i < pass->n_axis; i++)
        known |= pass->axis[i] == axis;
    if (known)
        return;
    pass->axis[pass->n_axis++] = axis;
    collect_axis(pass, axis->known);
}

static void collect_axes(Arena *arena, Pass *pass)
{
    pass->axis = ARENA_ARRAY(arena, const Axis *, pass->n_group * 4 + 4);
    for (size_t g = 0; g < pass->n_group; g++) {
        collect_axis(pass, pass->group[g]->context->axis);
        collect_axis(pass, pass->group[g]->context->until);
    }
    if (pass->cut) {
        collect_axis(pass, pass->cut);
        collect_axis(pass, pass->cut->other);
    }
}

/* Without a period and a key of time nobody looks at a row's day. */
static bool wants_days(const Plan *plan, const Pass *pass)
{
    bool wanted = plan->is_dated || pass->cut;
    for (size_t i = 0; i < plan->n_slot; i++)
        wanted |= plan->slot[i].is_time;
    for (size_t i = 0; i < pass->n_group; i++)
        wanted |= pass->group[i]->has_atoms;
    return wanted;
}

static void make_slots(Arena *arena, Plan *plan)
{
    const Question *q = plan->question;
    for (uint32_t i = 0; i < q->n_by; i++)
        add_slot(arena, plan, NULL, i);
    for (size_t i = 0; i < q->n_leaf; i++) {
        add_chain(arena, plan, q->leaf[i]->grain);
        add_chain(arena, plan, q->leaf[i]->per);
    }
}

static void make_groups(Arena *arena, Plan *plan)
{
    const Question *q = plan->question;
    plan->place = ARENA_ARRAY(arena, LeafPlace, q->n_leaf + 1);
    find_shape(arena, plan, &(Shape){0});
    if (q->context && q->from && (q->is_list || !q->n_leaf)) {
        Group *group = new_group(arena, plan, q->from, q->context);
        group->rows = q->rows;
        group->is_list = q->is_list;
        bind_slots(plan, group, NULL);
    }
    for (size_t i = 0; i < q->n_leaf; i++)
        place_leaf(arena, plan, q->leaf[i]);
}

Plan *plan_question(Arena *arena, const Question *q, Day today)
{
    Plan *plan = ARENA_NEW(arena, Plan);
    plan->question = q;
    plan->today = today;
    make_slots(arena, plan);
    find_time(plan);
    make_groups(arena, plan);
    plan_ripen(plan);
    plan_cut_time(arena, plan);
    for (size_t i = 0; i < plan->n_group; i++) {
        find_cuts(plan->group[i]);
        Pass *pass = add_pass(arena, plan, plan->group[i]);
        ARENA_PUSH(arena, pass->group, pass->n_group, pass->cap_group, plan->group[i]);
    }
    for (size_t i = 0; i < plan->n_pass; i++) {
        split_conjuncts(arena, &plan->pass[i]);
        if (wants_days(plan, &plan->pass[i]))
            collect_axes(arena, &plan->pass[i]);
    }
    return plan;
}

const Group *plan_group_of(const Plan *plan, const Leaf *leaf)
{
    return plan->group[plan->place[leaf->id].group];
}

bool slot_is_lifted(const Slot *slot, uint64_t lifted)
{
    uint32_t bit = slot->per ? slot->per->first_bit + slot->index : slot->index;
    return question_lifts(lifted, bit);
}

uint32_t plan_key_of_slot(const Group *group, uint32_t slot)
{
    uint32_t at = 0;
    while (at < group->n_slot && group->slot[at] != slot)
        at++;
    return at;
}

void plan_expr_columns(const Expr *expr, const Source *source, bool *used)
{
    if (!expr)
        return;
    if (expr->kind == EXPR_COLUMN && expr->as.column.source == source)
        used[expr->as.column.column] = true;
    bool lookup = expr->kind == EXPR_LOOKUP;
    for (size_t i = 0; lookup && expr->n_arg == 1 && i < expr->as.join->n_on; i++)
        plan_expr_columns(expr->as.join->on[i], source, used);
    for (uint32_t i = lookup || expr->kind == EXPR_BESIDE; i < expr->n_arg; i++)
        plan_expr_columns(expr->arg[i], source, used);
}

static void leaf_columns(const Leaf *leaf, bool *used)
{
    plan_expr_columns(leaf->arg, leaf->source, used);
    plan_expr_columns(leaf->gone, leaf->source, used);
    plan_expr_columns(leaf->by, leaf->source, used);
    if (leaf->fn != AGG_FIRST && leaf->fn != AGG_LAST)
        return;
    for (size_t i = 0; i < leaf->source->n_key; i++)
        plan_expr_columns(leaf->source->key[i], leaf->source, used);
}

void plan_columns(const Pass *pass, bool *used)
{
    const Source *source = pass->source;
    plan_expr_columns(source->filter, source, used);
    for (size_t i = 0; i < pass->n_common; i++)
        plan_expr_columns(pass->common[i], source, used);
    for (size_t i = 0; i < pass->n_axis; i++)
        plan_expr_columns(pass->axis[i]->value, source, used);
    for (size_t g = 0; g < pass->n_group; g++) {
        const Group *group = pass->group[g];
        for (size_t i = 0; i < group->n_slot; i++)
            plan_expr_columns(group->key[i], source, used);
        for (size_t i = 0; i < group->n_filter; i++)
            plan_expr_columns(group->filter[i], source, used);
        for (size_t i = 0; i < group->n_leaf; i++)
            leaf_columns(group->leaf[i], used);
    }
}
