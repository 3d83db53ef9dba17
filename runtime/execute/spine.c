/* The lines that an answer has: combinations of keys that occur in any fact, and over
   them every period of the shown range, with data or without. */
#include "runtime/execute/answer.h"

static bool is_time(const Run *run, uint32_t slot)
{
    return run->plan->slot[slot].is_time;
}

/* Projects all cells to the by-items for which `keep` holds. */
static void occurring(const Run *run, const uint32_t *slot, uint32_t n, Tuples *out)
{
    uint32_t *tuple = ARENA_ARRAY(run->arena, uint32_t, n);
    for (size_t g = 0; g < run->plan->n_group; g++) {
        const Cells *cells = run->cells[g];
        for (uint32_t cell = 0; cell < cells_count(cells); cell++) {
            const uint32_t *key = cells_key(cells, cell);
            for (uint32_t k = 0; k < n; k++)
                tuple[k] = key[slot[k]]; /* by-items come first in every group */
            tuples_add(out, tuple);
        }
    }
}

/* One line per combination of plain keys and period. */
static void add_periods(Run *run, const Tuples *combo, const uint32_t *plain,
                        uint32_t n_plain, Tuples *out)
{
    uint32_t n_by = (uint32_t)run->question->n_by;
    uint32_t *tuple = ARENA_ARRAY(run->arena, uint32_t, n_by);
    PeriodUnit unit = run->plan->finest;
    if (!run->has_range || run->range.lo >= run->range.hi)
        return;
    int32_t last = calendar_period_of(unit, run->range.hi - 1);
    for (int32_t at = calendar_period_of(unit, run->range.lo); at <= last; at++) {
        Day day = calendar_range(unit, at).lo;
        for (uint32_t s = 0; s < n_by; s++) {
            if (is_time(run, s))
                tuple[s] = slot_time_code(run, s, day);
        }
        for (uint32_t i = 0; i < combo->n; i++) {
            for (uint32_t k = 0; k < n_plain; k++)
                tuple[plain[k]] = tuples_at(combo, i)[k];
            tuples_add(out, tuple);
        }
    }
}

/* All keys of the question, across too. */
static void full_spine(Run *run, Tuples *out)
{
    const Question *q = run->question;
    uint32_t n_by = (uint32_t)q->n_by;
    uint32_t *plain = ARENA_ARRAY(run->arena, uint32_t, n_by);
    uint32_t n_plain = 0;
    for (uint32_t s = 0; s < n_by; s++) {
        if (q->sparse || !run->plan->has_time || !is_time(run, s))
            plain[n_plain++] = s;
    }
    Tuples combo;
    tuples_init(&combo, n_plain);
    occurring(run, plain, n_plain, &combo);
    if (!n_plain)
        tuples_add(&combo, plain);
    if (run->plan->has_time && !q->sparse) {
        add_periods(run, &combo, plain, n_plain, out);
    } else {
        for (uint32_t i = 0; i < combo.n; i++)
            tuples_add(out, tuples_at(&combo, i));
    }
    tuples_release(&combo);
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
    uint32_t n_by = a->n_by + a->n_across;
    uint32_t *plain = ARENA_ARRAY(run->arena, uint32_t, n_by);
    uint32_t *none = ARENA_ARRAY(run->arena, uint32_t, n_by);
    uint32_t n_plain = 0;
    bool all_time = true;
    for (uint32_t s = 0; s < n_by; s++) {
        if (!is_time(run, s))
            plain[n_plain++] = s;
        all_time &= s < a->n_by || is_time(run, s);
    }
    if (!all_time || run->question->sparse)
        return;
    Tuples one, all;
    tuples_init(&one, n_plain);
    tuples_add(&one, none);
    tuples_init(&all, n_by);
    add_periods(run, &one, plain, n_plain, &all);
    project(&all, a->n_by, &a->across);
    tuples_release(&all);
    tuples_release(&one);
}

void answer_make_lines(Answer *a)
{
    Run *run = a->run;
    tuples_init(&a->lines, a->n_by);
    tuples_init(&a->across, a->n_across);
    if (run->question->is_list) {
        a->code = run->list_code;
        a->n_line = (uint32_t)(a->n_by ? run->n_list / a->n_by : 0);
        return;
    }
    Tuples all;
    tuples_init(&all, a->n_by + a->n_across);
    full_spine(run, &all);
    project(&all, 0, &a->lines);
    if (!a->n_by && !a->lines.n)
        tuples_add(&a->lines, a->slot);
    if (a->n_across)
        project(&all, a->n_by, &a->across);
    if (a->n_across && !all.n)
        across_periods(a);
    tuples_release(&all);
    a->code = a->lines.code;
    a->n_line = a->lines.n;
}
