/* One scan of a source that feeds all groups over it. Per batch: the source's filter,
   the axes and the conditions that all groups share are computed over all rows; the
   rest only over the rows that are kept. */
#include "runtime/execute/pass.h"

#include "runtime/algebra/gather.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

enum { DAYS_AROUND = 4096 };

/* Makes room for `day` and some around it. */
static void grow_days(SlotKeys *keys, Day day)
{
    Day lo = day - DAYS_AROUND;
    Day hi = day + DAYS_AROUND;
    if (keys->n_code) {
        lo = keys->base < day ? keys->base : lo;
        Day end = keys->base + (Day)keys->n_code;
        hi = end > day ? end : hi;
    }
    size_t n = (size_t)((int64_t)hi - lo);
    uint32_t *code = xcalloc(n, sizeof *code);
    if (keys->n_code)
        memcpy(code + (keys->base - lo), keys->code, keys->n_code * sizeof *code);
    free(keys->code);
    keys->code = code;
    keys->base = lo;
    keys->n_code = n;
}

/* What `day` is called by the keys of a slot. */
static Value time_value(const Slot *slot, Day day)
{
    Value value = {.empty = false};
    if (slot->atoms)
        value.as.day = atoms_first_day(slot->atoms, day);
    else
        value.as.period = calendar_period_of(slot->type.period, day);
    return value;
}

uint32_t time_code(SlotKeys *keys, const Slot *slot, Day day)
{
    int64_t at = (int64_t)day - keys->base;
    if (at < 0 || at >= (int64_t)keys->n_code) {
        grow_days(keys, day);
        at = (int64_t)day - keys->base;
    }
    if (keys->code[at])
        return keys->code[at];
    keys->code[at] = key_dict_add(keys->dict, time_value(slot, day));
    return keys->code[at];
}

static size_t add_root(PassRun *p, const Expr *expr)
{
    ARENA_PUSH(p->arena, p->root, p->n_root, p->cap_root, expr);
    return p->n_root - 1;
}

static size_t add_roots(PassRun *p, const Expr *const *expr, size_t n)
{
    size_t first = p->n_root;
    for (size_t i = 0; i < n; i++)
        add_root(p, expr[i]);
    return first;
}

static void leaf_roots(PassRun *p, const Leaf *leaf, GroupRoots *roots, size_t i)
{
    roots->arg[i] = leaf->arg ? add_root(p, leaf->arg) : SIZE_MAX;
    roots->gone[i] = leaf->gone ? add_root(p, leaf->gone) : roots->arg[i];
    roots->by[i] = leaf->by ? add_root(p, leaf->by) : SIZE_MAX;
    roots->tie[i] =
        leaf->by ? add_roots(p, leaf->source->key, leaf->source->n_key) : SIZE_MAX;
}

/* A look-up itself is no root: the key is coded by the rows that it finds. */
static size_t key_roots(PassRun *p, const Expr *key)
{
    if (key->kind != EXPR_LOOKUP)
        return add_root(p, key);
    return add_roots(p, key->arg + 1, key->n_arg - 1);
}

static void group_roots(PassRun *p, const Group *group, GroupRoots *roots)
{
    roots->filter = add_roots(p, group->filter, group->n_filter);
    roots->key = ARENA_ARRAY(p->arena, size_t, group->n_slot);
    for (size_t i = 0; i < group->n_slot; i++) {
        if (group->key[i])
            roots->key[i] = key_roots(p, group->key[i]);
    }
    roots->arg = ARENA_ARRAY(p->arena, size_t, group->n_state);
    roots->gone = ARENA_ARRAY(p->arena, size_t, group->n_state);
    roots->by = ARENA_ARRAY(p->arena, size_t, group->n_state);
    roots->tie = ARENA_ARRAY(p->arena, size_t, group->n_state);
    for (size_t i = 0; i < group->n_state; i++)
        leaf_roots(p, group->state[i], roots, i);
    roots->code = ARENA_ARRAY(p->arena, uint32_t *, group->n_slot);
    roots->split = ARENA_ARRAY(p->arena, uint32_t *, group->n_slot);
    roots->axis = roots->until = UINT32_MAX;
    for (uint32_t i = 0; i < p->pass->n_axis; i++) {
        if (p->pass->axis[i] == group->context->axis)
            roots->axis = i;
        if (p->pass->axis[i] == group->context->until)
            roots->until = i;
    }
}

static void collect_roots(PassRun *p)
{
    const Pass *pass = p->pass;
    p->filter = p->n_root;
    if (pass->source->filter)
        add_root(p, pass->source->filter);
    p->axis = p->n_root;
    for (size_t i = 0; i < pass->n_axis; i++)
        add_root(p, pass->cut ? pass->axis[i]->instant : pass->axis[i]->value);
    p->common = add_roots(p, pass->common, pass->n_common);
    p->n_first = p->n_root;
    p->group = ARENA_ARRAY(p->arena, GroupRoots, pass->n_group);
    for (size_t i = 0; i < pass->n_group; i++) {
        group_roots(p, pass->group[i], &p->group[i]);
        while (p->run->plan->group[p->group[i].at] != pass->group[i])
            p->group[i].at++;
    }
}

/* Columns that the roots of the first step do not read. */
static bool *late_columns(const PassRun *p)
{
    const Source *source = p->pass->source;
    bool *late = ARENA_ARRAY(p->arena, bool, source->n_column + 1);
    for (size_t i = 0; i < p->n_first; i++)
        plan_expr_columns(p->root[i], source, late);
    for (size_t i = 0; i < source->n_column; i++)
        late[i] = !late[i];
    return late;
}

static void and_vector(uint8_t *mask, const Vector *cond, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        mask[i] &= (uint8_t)(!vector_is_empty(cond, i) && cond->v.boolean[i]);
}

void day_range_widen(DayRange *range, Day day)
{
    if (range->lo >= range->hi) {
        *range = (DayRange){day, day + 1};
        return;
    }
    if (day < range->lo)
        range->lo = day;
    if (day >= range->hi)
        range->hi = day + 1;
}

static void note_coverage(PassRun *p, uint32_t n)
{
    for (size_t a = 0; a < p->pass->n_axis; a++) {
        Day *day = p->day + a * BATCH_ROWS;
        vector_days(eval_root(p->eval, p->axis + a), n, day);
        Coverage *coverage = &p->coverage[a];
        Day last = DAY_NONE;
        for (uint32_t i = 0; i < n; i++) {
            if (!p->mask[i] || day[i] == last || day[i] == DAY_NONE)
                continue;
            last = day[i];
            coverage->any = true;
            day_range_widen(&coverage->days, last);
        }
    }
}

/* Is the day one that a leaf of the group looks at? */
static bool is_wanted(const Run *run, const Group *group, Day day)
{
    bool wanted = !run->question->has_for;
    for (size_t i = 0; i < group->n_window && !wanted; i++)
        wanted = day >= group->window[i].lo && day < group->window[i].hi;
    return wanted && day != DAY_NONE;
}

/* Are rows that no group wants by its axis left out? */
static bool drops_undated(const PassRun *p)
{
    bool drops = p->run->plan->is_dated;
    for (size_t g = 0; g < p->pass->n_group; g++)
        drops = drops && p->group[g].axis != UINT32_MAX;
    return drops;
}

/* From the first to the last day that a group looks at on an axis. */
static DayRange wanted_days(const PassRun *p, size_t axis)
{
    DayRange all = {0, 0};
    for (size_t g = 0; g < p->pass->n_group; g++) {
        const Group *group = p->pass->group[g];
        for (size_t i = 0; i < group->n_window && p->group[g].axis == axis; i++) {
            DayRange days = group->window[i];
            bool first = all.lo >= all.hi;
            all.lo = first || days.lo < all.lo ? days.lo : all.lo;
            all.hi = first || days.hi > all.hi ? days.hi : all.hi;
        }
    }
    return all;
}

/* What drop_undated() does, said to the engine. Not where the source has a filter: the
   days that it covers are those of rows that pass it. */
static void make_hints(PassRun *p)
{
    const Pass *pass = p->pass;
    if (p->run->ex->reads_all || !p->run->question->has_for || pass->source->filter ||
        pass->cut || !drops_undated(p))
        return;
    DayHint *hint = ARENA_ARRAY(p->arena, DayHint, pass->n_axis);
    for (size_t a = 0; a < pass->n_axis; a++) {
        const Expr *value = pass->axis[a]->value;
        bool is_moment = value->type.kind == VALUE_MOMENT;
        if (value->kind != EXPR_COLUMN ||
            (!is_moment && value->type.kind != VALUE_DATE))
            return;
        uint32_t column = value->as.column.column;
        hint[a].column = pass->source->column[column].name;
        hint[a].is_moment = is_moment;
        hint[a].wanted = wanted_days(p, a);
    }
    p->hint = hint;
    p->n_hint = pass->n_axis;
}

void pass_cover_left_out(PassRun *p)
{
    for (size_t a = 0; a < p->n_hint; a++) {
        DayRange days = p->hint[a].left_out;
        if (days.lo >= days.hi)
            continue;
        p->coverage[a].any = true;
        day_range_widen(&p->coverage[a].days, days.lo);
        day_range_widen(&p->coverage[a].days, days.hi - 1);
    }
}

static void count_undated(PassRun *p, uint32_t n)
{
    const Pass *pass = p->pass;
    for (size_t a = 0; a < pass->n_axis && p->run->plan->has_time; a++) {
        const Day *day = p->day + a * BATCH_ROWS;
        for (uint32_t i = 0; i < n; i++)
            p->coverage[a].n_undated += p->mask[i] && day[i] == DAY_NONE;
    }
}

static void drop_undated(PassRun *p, uint32_t n)
{
    if (!drops_undated(p))
        return;
    bool any = false;
    for (uint32_t i = 0; i < n; i++) {
        bool is_same = i && p->pass->n_axis == 1 && p->day[i] == p->day[i - 1];
        any = any && is_same;
        for (size_t g = 0; g < p->pass->n_group && !any && !is_same; g++) {
            const Day *day = p->day + (size_t)p->group[g].axis * BATCH_ROWS;
            any = is_wanted(p->run, p->pass->group[g], day[i]);
        }
        p->mask[i] &= (uint8_t)any;
    }
}

static uint32_t keep_rows(PassRun *p, uint32_t n)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (p->mask[i])
            p->kept[kept++] = i;
    }
    for (size_t a = 0; a < p->pass->n_axis; a++) {
        Day *day = p->day + a * BATCH_ROWS;
        Day last = DAY_NONE;
        for (uint32_t i = 0; i < kept; i++) {
            day[i] = day[p->kept[i]];
            if (day[i] != last && day[i] != DAY_NONE)
                day_range_widen(&p->seen[a], day[i]);
            last = day[i];
        }
    }
    return kept;
}

static bool first_step(PassRun *p, uint32_t n, uint32_t *kept)
{
    eval_begin(p->eval);
    if (!eval_some(p->eval, 0, p->n_first, n))
        return false;
    memset(p->mask, 1, n);
    if (p->axis > p->filter)
        and_vector(p->mask, eval_root(p->eval, p->filter), n);
    note_coverage(p, n);
    for (size_t i = p->common; i < p->n_first; i++)
        and_vector(p->mask, eval_root(p->eval, i), n);
    count_undated(p, n);
    drop_undated(p, n);
    *kept = keep_rows(p, n);
    return true;
}

static void encode_lookup(PassRun *p, uint32_t slot, const Expr *key, size_t root,
                          uint32_t n)
{
    Vector arg[16];
    for (uint32_t i = 0; i + 1 < key->n_arg && i < COUNT_OF(arg); i++)
        arg[i] = *eval_root(p->eval, root + i);
    reader_encode(&p->reader, p->eval, &(LookupKey){key, arg, n}, p->keys[slot].dict,
                  p->code[slot]);
}

/* Codes of one key of the group; shared with groups before it that have the same. */
static void encode_slot(PassRun *p, uint32_t slot, const Expr *key, size_t root,
                        uint32_t n)
{
    if (p->coded[slot] == key)
        return;
    if (key->kind == EXPR_LOOKUP)
        encode_lookup(p, slot, key, root, n);
    else
        key_dict_encode(p->keys[slot].dict, eval_root(p->eval, root), p->code[slot]);
    p->coded[slot] = key;
}

static void encode_time(PassRun *p, uint32_t slot, uint32_t axis, uint32_t n)
{
    uint32_t *code = p->code[slot];
    p->coded[slot] = NULL;
    if (axis == UINT32_MAX) {
        memset(code, 0, n * sizeof *code);
        return;
    }
    const Day *day = p->day + (size_t)axis * BATCH_ROWS;
    const Slot *what = &p->run->plan->slot[slot];
    Day last = DAY_NONE; /* days come in runs */
    uint32_t of_last = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (day[i] != last)
            of_last = day[i] == DAY_NONE ? 0 : time_code(&p->keys[slot], what, day[i]);
        last = day[i];
        code[i] = of_last;
    }
}

/* Rows with a day, by the given axis, that the group looks at. */
static void mask_days(PassRun *p, const Group *group, uint32_t axis, uint32_t n)
{
    const Day *day = p->day + (size_t)axis * BATCH_ROWS;
    Day last = DAY_NONE; /* days come in runs */
    bool wanted = false;
    for (uint32_t i = 0; i < n; i++) {
        if (day[i] != last)
            wanted = is_wanted(p->run, group, day[i]);
        last = day[i];
        p->mask[i] &= (uint8_t)wanted;
    }
}

static void group_mask(PassRun *p, const Group *group, const GroupRoots *roots,
                       uint32_t n)
{
    memset(p->mask, 1, n);
    for (size_t i = 0; i < group->n_filter; i++)
        and_vector(p->mask, eval_root(p->eval, roots->filter + i), n);
    if (roots->axis != UINT32_MAX && (p->run->plan->is_dated || group->context->until))
        mask_days(p, group, roots->axis, n);
}

bool pass_too_large(PassRun *p, const Leaf *leaf)
{
    diag_error(p->sink, DIAG_NUMBER_OVERFLOW, leaf->span,
               "this number has more than 76 digits");
    return false;
}

static bool feed_leaf(PassRun *p, Cells *cells, const Group *group,
                      const GroupRoots *roots, uint32_t i)
{
    bool leaves = cells != p->cells[roots->at];
    size_t arg = leaves ? roots->gone[i] : roots->arg[i];
    const Leaf *leaf = group->state[i];
    uint32_t n = p->reader.n_row;
    Vector tie[16];
    StateInput in = {0};
    if (arg != SIZE_MAX)
        in.arg = eval_root(p->eval, arg);
    if (roots->by[i] != SIZE_MAX) {
        in.by = eval_root(p->eval, roots->by[i]);
        for (size_t k = 0; k < leaf->source->n_key && k < COUNT_OF(tie); k++)
            tie[k] = *eval_root(p->eval, roots->tie[i] + k);
        in.tie = tie;
    }
    if (!cells_add_state(cells, i, p->cell, n, &in))
        return pass_too_large(p, leaf);
    return true;
}

/* A list keeps every row. */
static bool list_rows(PassRun *p, const Group *group, const GroupRoots *roots,
                      uint32_t n)
{
    Run *run = p->run;
    for (uint32_t i = 0; i < n; i++) {
        if (!p->mask[i])
            continue;
        XGROW(run->list_code, run->cap_list, run->n_list + group->n_slot + 1);
        for (size_t k = 0; k < group->n_slot; k++)
            run->list_code[run->n_list++] = roots->code[k][i];
    }
    return true;
}

static bool feed_cells(PassRun *p, Cells *cells, const Group *group,
                       const GroupRoots *roots, uint32_t n)
{
    cells_locate(cells, roots->code, n, p->mask, p->cell);
    for (uint32_t i = 0; i < group->n_state; i++) {
        if (!feed_leaf(p, cells, group, roots, i))
            return false;
    }
    return true;
}

/* The same rows by the day they leave, where they do. */
static bool feed_leaving(PassRun *p, const Group *group, const GroupRoots *roots,
                         uint32_t n)
{
    uint32_t atoms = (uint32_t)group->n_slot - 1;
    encode_time(p, group->slot[atoms], roots->until, n);
    mask_days(p, group, roots->until, n);
    return feed_cells(p, p->leaving[roots->at], group, roots, n);
}

static bool feed_group(PassRun *p, size_t g, uint32_t n)
{
    const Group *group = p->pass->group[g];
    const GroupRoots *roots = &p->group[g];
    group_mask(p, group, roots, n);
    for (size_t i = 0; i < group->n_slot; i++) {
        uint32_t slot = group->slot[i];
        if (group->key[i])
            encode_slot(p, slot, group->key[i], roots->key[i], n);
        else
            encode_time(p, slot, roots->axis, n);
        roots->code[i] = p->code[slot];
    }
    if (group->is_list)
        return list_rows(p, group, roots, n);
    if (group->context->spread && group->has_atoms && roots->axis != UINT32_MAX)
        return spread_feed(p, group, roots, p->cells[roots->at], n);
    p->reader.n_row = n;
    if (!feed_cells(p, p->cells[roots->at], group, roots, n))
        return false;
    return roots->until == UINT32_MAX || feed_leaving(p, group, roots, n);
}

bool pass_rows(void *self, const Vector *column, uint32_t n)
{
    PassRun *p = self;
    uint32_t kept;
    if (atomic_load(p->failed) || execute_stopped(p->run->ex, p->sink))
        return false;
    reader_start(&p->reader, column, n);
    if (!first_step(p, n, &kept))
        return false;
    if (!kept)
        return true;
    p->reader.kept = kept < n ? p->kept : NULL;
    if (p->late.read) {
        if (!p->late.read(p->late.self, p->reader.kept, kept))
            return false;
        p->reader.is_late = p->late.is_late;
    }
    if (!eval_some(p->eval, p->n_first, p->n_root - p->n_first, kept))
        return false;
    memset(p->coded, 0, p->run->plan->n_slot * sizeof *p->coded);
    for (size_t g = 0; g < p->pass->n_group; g++) {
        if (!feed_group(p, g, kept))
            return false;
    }
    return true;
}

void pass_open(PassRun *p, Run *run, const Pass *pass, DiagSink *sink)
{
    *p = (PassRun){.run = run, .pass = pass, .sink = sink, .arena = arena_new()};
    p->pool = intern_new(NULL);
    XGROW(run->keep, run->cap_keep, run->n_keep + 1);
    run->keep[run->n_keep++] = p->pool;
    collect_roots(p);
    size_t n_axis = pass->n_axis;
    p->coverage = ARENA_ARRAY(p->arena, Coverage, n_axis);
    p->seen = ARENA_ARRAY(p->arena, DayRange, n_axis);
    p->day = ARENA_ARRAY(p->arena, Day, n_axis * BATCH_ROWS);
    p->kept = ARENA_ARRAY(p->arena, uint32_t, BATCH_ROWS);
    p->late.is_late = late_columns(p);
    make_hints(p);
    p->cell = ARENA_ARRAY(p->arena, uint32_t, BATCH_ROWS);
    p->mask = ARENA_ARRAY(p->arena, uint8_t, BATCH_ROWS);
    p->code = ARENA_ARRAY(p->arena, uint32_t *, run->plan->n_slot);
    p->coded = ARENA_ARRAY(p->arena, const Expr *, run->plan->n_slot);
    for (size_t i = 0; i < run->plan->n_slot; i++)
        p->code[i] = ARENA_ARRAY(p->arena, uint32_t, BATCH_ROWS);
    reader_init(&p->reader, run->ex, pass->source);
    p->eval = eval_run_new(eval_compile(p->arena, p->root, p->n_root), p->pool, sink,
                           reader_leaf, &p->reader);
    if (pass->cut)
        p->segments = segments_new(p);
}

RowSink pass_sink(PassRun *p)
{
    return p->segments ? (RowSink){segments_rows, p->segments}
                       : (RowSink){pass_rows, p};
}

bool pass_prepare(PassRun *p)
{
    if (p->segments && !segments_prepare(p->segments))
        return false;
    for (size_t i = 0; i < p->n_root; i++) {
        if (!reader_prepare(&p->reader, p->root[i]))
            return false;
    }
    for (size_t g = 0; g < p->pass->n_group; g++) {
        const Group *group = p->pass->group[g];
        for (size_t i = 0; i < group->n_slot; i++) {
            if (group->key[i] && !reader_prepare(&p->reader, group->key[i]))
                return false;
        }
    }
    return true;
}

void pass_close(PassRun *p)
{
    segments_free(p->segments);
    eval_run_free(p->eval);
    reader_release(&p->reader);
    arena_free(p->arena);
}
