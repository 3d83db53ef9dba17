/* Levels of an answer. A total is never added up from lines: it is finished from the
   cells of all rows, a subtotal from those with its first keys, `others` from those of
   the hidden lines. */
#include "runtime/execute/answer.h"

#include "runtime/algebra/order.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

bool answer_note(Answer *a, const char *text)
{
    for (size_t i = 0; i < a->n_note; i++) {
        if (a->note[i] == text)
            return true;
    }
    ARENA_PUSH(a->run->arena, a->note, a->n_note, a->cap_note, text);
    return true;
}

/* The lines of a level once for each tuple of across keys. */
static void cross_lines(Answer *a, Level *level)
{
    uint32_t depth = level->main.n_slot;
    uint32_t width = depth + a->n_across;
    uint32_t n = level->main.n * a->across.n;
    uint32_t *slot = ARENA_ARRAY(a->run->arena, uint32_t, width);
    level->cross_code = xcalloc((size_t)n * width + 1, sizeof *level->cross_code);
    uint32_t *to = level->cross_code;
    for (uint32_t i = 0; i < level->main.n; i++) {
        for (uint32_t x = 0; x < a->across.n; x++) {
            const uint32_t *across = tuples_at(&a->across, a->across_order[x]);
            for (uint32_t k = 0; k < depth; k++)
                *to++ = level->main.code[(size_t)i * depth + k];
            for (uint32_t k = 0; k < a->n_across; k++)
                *to++ = across[k];
        }
    }
    for (uint32_t k = 0; k < width; k++)
        slot[k] = k < depth ? k : a->n_by + k - depth;
    table_init(&level->cross, a->run, slot, width);
    table_set_lines(&level->cross, level->cross_code, n);
}

static void open_level(Answer *a, Level *level, uint32_t depth, const uint32_t *code,
                       uint32_t n)
{
    level->is_open = true;
    table_init(&level->main, a->run, a->slot, depth);
    table_set_lines(&level->main, code, n);
    if (a->n_across)
        cross_lines(a, level);
}

static void release_level(const Answer *a, Level *level)
{
    if (level->is_open) {
        table_release(&level->main);
        if (a->n_across)
            table_release(&level->cross);
        free(level->cross_code);
    }
}

void answer_release_levels(Answer *a)
{
    for (uint32_t k = 0; k <= a->n_by; k++)
        release_level(a, &a->level[k]);
    release_level(a, &a->others);
    for (uint32_t k = 1; a->prefix && k < a->n_by; k++)
        tuples_release(&a->prefix[k]);
    picked_free(a->hidden);
    tuples_release(&a->lines);
    tuples_release(&a->across);
}

static int compare_across(const void *self, uint32_t x, uint32_t y)
{
    const Answer *a = self;
    for (uint32_t k = 0; k < a->n_across; k++) {
        int way = label_compare(a->run, a->n_by + k, tuples_at(&a->across, x)[k],
                                tuples_at(&a->across, y)[k]);
        if (way)
            return way;
    }
    return 0;
}

static void sort_across(Answer *a)
{
    a->across_order = ARENA_ARRAY(a->run->arena, uint32_t, a->across.n);
    for (uint32_t i = 0; i < a->across.n; i++)
        a->across_order[i] = i;
    order_rows(a->across_order, a->across.n, compare_across, a);
}

/* The distinct first keys of all lines are the lines of a subtotal level. */
static void open_prefix(Answer *a, uint32_t depth)
{
    Tuples *prefix = &a->prefix[depth];
    tuples_init(prefix, depth);
    for (uint32_t i = 0; i < a->n_line; i++)
        tuples_add(prefix, a->code + (size_t)i * a->n_by);
    uint32_t *code =
        ARENA_ARRAY(a->run->arena, uint32_t, (size_t)prefix->n * depth + 1);
    arena_copy(code, prefix->code, (size_t)prefix->n * depth * sizeof *code);
    open_level(a, &a->level[depth], depth, code, prefix->n);
}

static void add_row(Answer *a, OutRow row)
{
    ARENA_PUSH(a->run->arena, a->row, a->n_row, a->cap_row, row);
}

static bool same_keys(const Answer *a, uint32_t depth, uint32_t x, uint32_t y)
{
    for (uint32_t k = 0; k < depth; k++) {
        if (a->code[(size_t)x * a->n_by + k] != a->code[(size_t)y * a->n_by + k])
            return false;
    }
    return true;
}

static void add_subtotals(Answer *a, uint32_t line, uint32_t next)
{
    for (uint32_t depth = a->n_by - 1; a->n_by && depth > 0; depth--) {
        if (next != UINT32_MAX && same_keys(a, depth, line, next))
            continue;
        uint32_t at = tuples_find(&a->prefix[depth], a->code + (size_t)line * a->n_by);
        add_row(a, (OutRow){.level = LEVEL_SUBTOTAL,
                            .depth = (uint8_t)depth,
                            .from = &a->level[depth],
                            .line = at});
    }
}

static void add_lines(Answer *a)
{
    uint32_t *shown = ARENA_ARRAY(a->run->arena, uint32_t, a->n_line);
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->n_line; i++) {
        if (a->shown[a->order[i]])
            shown[n++] = a->order[i];
    }
    a->out_row = ARENA_ARRAY(a->run->arena, uint32_t, a->n_line);
    for (uint32_t i = 0; i < a->n_line; i++)
        a->out_row[i] = UINT32_MAX;
    a->row = ARENA_ARRAY(a->run->arena, OutRow, n);
    a->cap_row = n;
    for (uint32_t i = 0; i < n; i++) {
        a->out_row[shown[i]] = (uint32_t)a->n_row;
        add_row(a, (OutRow){.level = LEVEL_LINE,
                            .depth = (uint8_t)a->n_by,
                            .from = &a->level[a->n_by],
                            .line = shown[i]});
        if (a->prefix)
            add_subtotals(a, shown[i], i + 1 < n ? shown[i + 1] : UINT32_MAX);
    }
}

/* Where there is but one line, kept by nothing, it is the total of all. */
static bool has_total_line(const Answer *a)
{
    return a->n_by > 0 && !a->run->question->is_list;
}

static bool add_others(Answer *a)
{
    unsigned with = a->run->question->with;
    if (!a->n_hidden || !(with & (WITH_TOTAL | WITH_OTHERS)) || !has_total_line(a))
        return true;
    a->hidden = picked_new(a);
    open_level(a, &a->others, 0, a->slot, 1);
    a->others.main.only = a->others.cross.only = a->hidden;
    add_row(
        a, (OutRow){.level = LEVEL_OTHERS, .n_other = a->n_hidden, .from = &a->others});
    return true;
}

static void add_total(Answer *a)
{
    if (!(a->run->question->with & WITH_TOTAL) || !has_total_line(a))
        return;
    if (!a->level[0].is_open)
        open_level(a, &a->level[0], 0, a->slot, 1);
    add_row(a, (OutRow){.level = LEVEL_TOTAL, .from = &a->level[0]});
}

static void note_unlimited(Answer *a)
{
    const Plan *plan = a->run->plan;
    for (size_t i = 0; i < plan->n_pass && a->run->question->has_for; i++) {
        if (!plan->pass[i].n_axis)
            answer_note(a, arena_printf(a->run->arena,
                                        "%s has no time axis and is not limited to %s",
                                        plan->pass[i].source->name,
                                        a->run->question->for_text
                                            ? a->run->question->for_text
                                            : "the period"));
    }
}

/* Of lines of time, the rows that have none are part of no line and no total. */
static void note_undated(Answer *a)
{
    const Run *run = a->run;
    for (size_t i = 0; i < run->n_coverage && !run->question->has_for; i++) {
        const Coverage *coverage = &run->coverage[i];
        unsigned long long n = coverage->n_undated;
        if (!n || coverage->axis->role != AXIS_DECLARED)
            continue;
        answer_note(a, arena_printf(run->arena, "%llu row%s of %s ha%s no `%s` and %s",
                                    n, n == 1 ? "" : "s", coverage->source->name,
                                    n == 1 ? "s" : "ve", coverage->axis->name,
                                    n == 1 ? "is left out" : "are left out"));
    }
}

/* Does the leaf compare a period that is not over with another one, cut today? */
static bool is_cut_today(const Run *run, const Leaf *leaf)
{
    const Context *context = leaf->context;
    Day today = run->ex->today;
    return context->axis && context->axis->role == AXIS_DECLARED &&
           !context->axis->has_unit && !context->spread && context->n_step == 1 &&
           context->step[0].op == TIME_SHIFT && !context->step[0].full &&
           run->has_range && run->range.lo <= today && run->range.hi > today + 1;
}

/* Has the group rows of a day behind today that is shown? */
static bool has_rows_ahead(const Run *run, uint32_t at)
{
    const Group *group = run->plan->group[at];
    const Cells *cells = run->cells[at];
    size_t last = group->n_slot - 1;
    for (uint32_t i = 0; group->has_atoms && i < cells_count(cells); i++) {
        Value day = key_dict_value(run->keys[group->slot[last]].dict,
                                   cells_key(cells, i)[last]);
        if (!day.empty && day.as.day > run->ex->today && day.as.day < run->range.hi)
            return true;
    }
    return false;
}

/* Rows that are dated ahead count in their period, and no others stand against them. */
static void note_ahead(Answer *a)
{
    const Run *run = a->run;
    for (size_t i = 0; i < run->question->n_leaf; i++) {
        const Leaf *leaf = run->question->leaf[i];
        if (leaf->per || !is_cut_today(run, leaf) ||
            !has_rows_ahead(run, run->plan->place[leaf->id].group))
            continue;
        answer_note(
            a,
            arena_printf(
                run->arena,
                "rows of %s after today count in their period, but what it is "
                "compared with stops today; a period to date, as `for year to date`, "
                "compares like with like",
                leaf->source->name));
        return;
    }
}

bool answer_make_levels(Answer *a)
{
    add_lines(a);
    if (!add_others(a))
        return false;
    add_total(a);
    if (a->run->question->foot)
        answer_note(a, a->run->question->foot);
    note_unlimited(a);
    note_undated(a);
    note_ahead(a);
    answer_note_present(a);
    return true;
}

/* Opens the level of the lines; before it nothing is known of measures. */
void answer_open_lines(Answer *a)
{
    if (a->n_across)
        sort_across(a);
    Level *level = &a->level[a->n_by];
    open_level(a, level, a->n_by, a->code, a->n_line);
    uint32_t n_key = a->n_by && !a->run->question->is_list ? a->n_by - 1 : 0;
    a->calc = (LineOrder){.n = a->n_line, .n_key = n_key, .n_column = 1};
    a->calc_cross = a->calc;
    a->calc_cross.n_column = a->across.n;
    level->main.lines = &a->calc;
    level->cross.lines = &a->calc_cross;
    if (!(a->run->question->with & WITH_SUBTOTALS) || a->n_by < 2)
        return;
    a->prefix = ARENA_ARRAY(a->run->arena, Tuples, a->n_by);
    for (uint32_t depth = 1; depth < a->n_by; depth++)
        open_prefix(a, depth);
}
