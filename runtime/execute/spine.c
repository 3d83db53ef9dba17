/* The lines that an answer has: combinations of keys that occur in any fact, and over
   them every period of the shown range, with data or without. */
#include "runtime/execute/answer.h"

#include "runtime/base/xalloc.h"

#include <stdlib.h>

static bool is_time(const Run *run, uint32_t slot)
{
    return run->plan->slot[slot].is_time;
}

/* Time as the lines of an answer have it: their keys of time, and the days of each. */
typedef struct {
    Tuples code;    /* per period: its code in every slot of time, in order */
    DayRange *days; /* per period */
} Periods;

static void list_periods(Run *run, Periods *periods)
{
    uint32_t n_by = (uint32_t)run->question->n_by;
    uint32_t *code = ARENA_ARRAY(run->arena, uint32_t, n_by + 1);
    uint32_t n_time = 0;
    PeriodUnit unit = run->plan->finest;
    size_t cap = 0;
    size_t n = 0;
    for (uint32_t s = 0; s < n_by; s++)
        n_time += is_time(run, s);
    tuples_init(&periods->code, n_time);
    periods->days = NULL;
    if (!run->has_range || run->range.lo >= run->range.hi)
        return;
    int32_t last = calendar_period_of(unit, run->range.hi - 1);
    for (int32_t at = calendar_period_of(unit, run->range.lo); at <= last; at++) {
        DayRange days = calendar_range(unit, at);
        uint32_t k = 0;
        for (uint32_t s = 0; s < n_by; s++) {
            if (is_time(run, s))
                code[k++] = slot_time_code(run, s, days.lo);
        }
        tuples_add(&periods->code, code);
        days.lo = days.lo > run->range.lo ? days.lo : run->range.lo;
        days.hi = days.hi < run->range.hi ? days.hi : run->range.hi;
        ARENA_PUSH(run->arena, periods->days, n, cap, days);
    }
}

/* Cells of one group as one shape sees them from the lines. */
typedef struct {
    const Group *group;
    const Cells *cells;
    uint32_t at;      /* of the group */
    const Leaf *leaf; /* NULL: the rows of the group as such */
    const Shape *shape;
    LineFold **lined; /* where what lines come from is kept */
    DayRange *window; /* days that some line sees: disjoint, ascending */
    uint32_t n_window;
} Seen;

static bool is_within(const KeyDict *atoms, uint32_t code, const Seen *seen)
{
    Value value = key_dict_value(atoms, code);
    uint32_t lo = 0;
    uint32_t hi = value.empty ? 0 : seen->n_window;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (seen->window[mid].hi <= value.as.day)
            lo = mid + 1;
        else
            hi = mid;
    }
    return !value.empty && lo < seen->n_window && seen->window[lo].lo <= value.as.day;
}

/* Adds the combinations of plain keys that have a row in any line's window. */
static void add_combinations(Run *run, const Seen *seen, const uint32_t *slot,
                             uint32_t n, Tuples *out)
{
    uint32_t *tuple = ARENA_ARRAY(run->arena, uint32_t, n + 1);
    uint32_t *from = ARENA_ARRAY(run->arena, uint32_t, n + 1);
    uint32_t last = (uint32_t)seen->group->n_slot - 1;
    const KeyDict *atoms = NULL;
    for (uint32_t k = 0; k < n; k++)
        from[k] = plan_key_of_slot(seen->group, slot[k]);
    if (seen->group->has_atoms && run->has_range)
        atoms = run->keys[seen->group->slot[last]].dict;
    for (uint32_t cell = 0; cell < cells_count(seen->cells); cell++) {
        const uint32_t *key = cells_key(seen->cells, cell);
        if (atoms && !is_within(atoms, key[last], seen))
            continue;
        for (uint32_t k = 0; k < n; k++)
            tuple[k] = key[from[k]];
        tuples_add(out, tuple);
    }
}

static int compare_first_days(const void *a, const void *b)
{
    const DayRange *x = a;
    const DayRange *y = b;
    return (x->lo > y->lo) - (x->lo < y->lo);
}

/* Joins windows that meet. */
static void join_windows(Seen *seen)
{
    uint32_t n = 0;
    if (seen->n_window)
        qsort(seen->window, seen->n_window, sizeof *seen->window, compare_first_days);
    for (uint32_t i = 0; i < seen->n_window; i++) {
        DayRange days = seen->window[i];
        if (!n || days.lo > seen->window[n - 1].hi)
            seen->window[n++] = days;
        else if (days.hi > seen->window[n - 1].hi)
            seen->window[n - 1].hi = days.hi;
    }
    seen->n_window = n;
}

/* What is seen from the lines of a period: several windows through the K around. */
static SeenDays see_period(const Run *run, const Seen *seen, DayRange period)
{
    SeenDays days = {.arena = run->arena, .known = run_known(run)};
    if (seen->leaf)
        plan_see(run->plan, seen->leaf, period, &days);
    else if (period.lo < period.hi)
        ARENA_PUSH(days.arena, days.days, days.n, days.cap, period);
    return days;
}

/* The days that some line's window has. */
static void see_windows(const Run *run, const Periods *periods, Seen *seen)
{
    uint32_t n = run->plan->has_time ? periods->code.n : 1;
    size_t cap = 0;
    size_t n_window = 0;
    for (uint32_t i = 0; i < n; i++) {
        SeenDays days =
            see_period(run, seen, run->plan->has_time ? periods->days[i] : run->range);
        for (size_t k = 0; k < days.n; k++)
            ARENA_PUSH(run->arena, seen->window, n_window, cap, days.days[k]);
    }
    seen->n_window = (uint32_t)n_window;
    join_windows(seen);
}

static Looks own_windows(const Run *run, const Seen *seen, const Periods *periods)
{
    Looks looks = looks_new();
    uint32_t n = run->plan->has_time ? periods->code.n : 1;
    for (uint32_t i = 0; i < n; i++) {
        SeenDays days = see_period(
            run, seen, run->plan->has_time ? periods->days[i] : run_period(run, true));
        looks_add(&looks, &days, i);
    }
    return looks;
}

/* Does every period see one window at most? */
static bool see_one_each(const Looks *looks)
{
    for (size_t i = 1; i < looks->n_of; i++) {
        if (looks->of[i] == looks->of[i - 1])
            return false;
    }
    return true;
}

/* Adds lines, plain keys and (but for `plain_only`) period, that have a row in their
   own window. */
static bool add_own_lines(Run *run, const Seen *seen, const Periods *periods,
                          bool plain_only, Tuples *out)
{
    uint32_t n_by = (uint32_t)run->question->n_by;
    uint32_t *slot = ARENA_ARRAY(run->arena, uint32_t, n_by + 1);
    uint32_t *tuple = ARENA_ARRAY(run->arena, uint32_t, n_by + 1);
    LineFold *fold = xcalloc(1, sizeof *fold);
    uint32_t n = 0;
    for (uint32_t s = 0; s < n_by; s++) {
        if (!is_time(run, s))
            slot[n++] = s;
    }
    *seen->lined = fold;
    *fold = (LineFold){slot, n, own_windows(run, seen, periods),
                       cells_new_like(seen->cells, n + 1)};
    const Looks *own = &fold->looks;
    const Cells *folded = fold->cells;
    Folding folding = {seen->at,  seen->cells,      slot,       n,
                       own->days, (uint32_t)own->n, fold->cells};
    bool ok = fold_windows(run, &folding);
    bool all_new = !out->n && see_one_each(own);
    for (uint32_t cell = 0; ok && cell < cells_count(folded); cell++) {
        const uint32_t *key = cells_key(folded, cell);
        if (!cell_occurs(folded, cell, seen->shape))
            continue;
        if (plain_only) {
            tuples_add(out, key);
            continue;
        }
        for (uint32_t at = own->last[key[n]]; at; at = own->before[at - 1]) {
            const uint32_t *time = tuples_at(&periods->code, own->of[at - 1]);
            uint32_t plain = 0;
            for (uint32_t s = 0; s < n_by; s++)
                tuple[s] = is_time(run, s) ? *time++ : key[plain++];
            if (all_new)
                tuples_append(out, tuple);
            else
                tuples_add(out, tuple);
        }
    }
    if (!ok)
        diag_error(run->ex->sink, DIAG_NUMBER_OVERFLOW, run->question->span,
                   "a number has more than 76 digits");
    return ok;
}

/* Calls for every way in which a column that lifts nothing sees a group. */
static bool each_seen(Run *run, const Periods *periods, const uint32_t *plain,
                      uint32_t n_plain, Tuples *out)
{
    const Plan *plan = run->plan;
    bool own = run->question->sparse && plan->has_time;
    bool *done = ARENA_ARRAY(run->arena, bool, plan->n_shape);
    for (uint32_t g = 0; g < plan->n_group; g++) {
        const Group *group = plan->group[g];
        for (size_t i = 0; i < plan->n_shape; i++)
            done[i] = false;
        for (size_t i = 0; i < (group->n_leaf ? group->n_leaf : 1); i++) {
            const Leaf *leaf = group->n_leaf ? group->leaf[i] : NULL;
            uint32_t shape = leaf ? plan->place[leaf->id].seen[0] : 0;
            Seen seen = {.group = group,
                         .cells = run->cells[g],
                         .at = g,
                         .leaf = leaf,
                         .shape = &plan->shape[shape],
                         .lined = &run->lined[g * plan->n_shape + shape]};
            if (done[shape] || seen.shape->lifted)
                continue;
            done[shape] = true;
            if ((own || group->context->until) && group->has_atoms) {
                if (!add_own_lines(run, &seen, periods, !own, out))
                    return false;
                continue;
            }
            see_windows(run, periods, &seen);
            add_combinations(run, &seen, plain, n_plain, out);
        }
    }
    return true;
}

/* One line per combination of plain keys and period. */
static void add_periods(Run *run, const Tuples *combo, const Periods *periods,
                        Tuples *out)
{
    uint32_t n_by = (uint32_t)run->question->n_by;
    uint32_t *tuple = ARENA_ARRAY(run->arena, uint32_t, n_by + 1);
    for (uint32_t p = 0; p < periods->code.n; p++) {
        for (uint32_t i = 0; i < combo->n; i++) {
            const uint32_t *plain = tuples_at(combo, i);
            const uint32_t *time = tuples_at(&periods->code, p);
            for (uint32_t s = 0; s < n_by; s++)
                tuple[s] = is_time(run, s) ? *time++ : *plain++;
            tuples_add(out, tuple);
        }
    }
}

/* All keys of the question, across too. false: reported. */
static bool full_spine(Run *run, Tuples *out)
{
    const Question *q = run->question;
    uint32_t n_by = (uint32_t)q->n_by;
    uint32_t *plain = ARENA_ARRAY(run->arena, uint32_t, n_by + 1);
    uint32_t n_plain = 0;
    Periods periods;
    Tuples combo;
    list_periods(run, &periods);
    for (uint32_t s = 0; s < n_by; s++) {
        if (!is_time(run, s))
            plain[n_plain++] = s;
    }
    bool dense = run->plan->has_time && !q->sparse;
    tuples_init(&combo, n_plain);
    if (dense && !n_plain)
        tuples_add(&combo, plain);
    bool ok = dense && !n_plain
                  ? true
                  : each_seen(run, &periods, plain, n_plain, dense ? &combo : out);
    if (dense)
        add_periods(run, &combo, &periods, out);
    tuples_release(&combo);
    tuples_release(&periods.code);
    return ok;
}

static void project(const Tuples *from, uint32_t first, Tuples *to)
{
    for (uint32_t i = 0; i < from->n; i++)
        tuples_add(to, tuples_at(from, i) + first);
}

/* Periods across stand there even when there is no line beside them. */
static void across_periods(Answer *a)
{
    Run *run = a->run;
    bool all_time = a->n_across > 0;
    uint32_t n_before = 0; /* keys of time among those of the lines */
    for (uint32_t s = 0; s < a->n_by + a->n_across; s++) {
        n_before += s < a->n_by && is_time(run, s);
        all_time &= s < a->n_by || is_time(run, s);
    }
    if (!all_time || run->question->sparse)
        return;
    Periods periods;
    list_periods(run, &periods);
    for (uint32_t i = 0; i < periods.code.n; i++)
        tuples_add(&a->across, tuples_at(&periods.code, i) + n_before);
    tuples_release(&periods.code);
}

bool answer_make_lines(Answer *a)
{
    Run *run = a->run;
    tuples_init(&a->lines, a->n_by);
    tuples_init(&a->across, a->n_across);
    if (run->question->is_list) {
        a->code = run->list_code;
        a->n_line = (uint32_t)(a->n_by ? run->n_list / a->n_by : 0);
        return true;
    }
    if (!a->n_across) {
        bool ok = full_spine(run, &a->lines);
        if (!a->n_by && !a->lines.n)
            tuples_add(&a->lines, a->slot);
        a->code = a->lines.code;
        a->n_line = a->lines.n;
        return ok;
    }
    Tuples all;
    tuples_init(&all, a->n_by + a->n_across);
    bool ok = full_spine(run, &all);
    project(&all, 0, &a->lines);
    if (!a->n_by && !a->lines.n)
        tuples_add(&a->lines, a->slot);
    project(&all, a->n_by, &a->across);
    if (!all.n)
        across_periods(a);
    tuples_release(&all);
    a->code = a->lines.code;
    a->n_line = a->lines.n;
    return ok;
}
