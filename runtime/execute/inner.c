/* Aggregates over `M per K`: an inner table by the line's keys and K, whose lines are
   those that occur (with `every`, all K of their home); its values are aggregated to
   the lines in a second step. */
#include "runtime/execute/table.h"

#include "runtime/base/xalloc.h"

#include <stdlib.h>

/* What is looked from: a period of K, without time in K the whole window. */
typedef struct {
    uint32_t line; /* of the outer table, one of those that see it */
    DayRange days;
} Moment;

typedef struct {
    Table *table; /* outer */
    const Leaf *leaf;
    uint32_t *slot; /* the outer slots that nothing lifts, then K */
    uint32_t n_slot;
    uint32_t *kept; /* places of those outer slots in the outer table */
    uint32_t n_around;
    Tuples around;     /* distinct outer lines by those slots */
    uint32_t *line_of; /* per outer line: its place in `around` */
    Tuples moment;     /* distinct codes of the slots of time */
    DayRange *window;  /* per line of `around`, before a leaf is cut */
    Moment *at;        /* per moment */
    size_t n_at, cap_at;
    Tuples lines;
    bool failed;
} Inner;

static bool slot_is_time(const Inner *inner, uint32_t k)
{
    return inner->table->run->plan->slot[inner->slot[k]].is_time;
}

static void add_moment(Inner *inner, const uint32_t *code, Moment moment)
{
    uint32_t known = inner->moment.n;
    if (tuples_add(&inner->moment, code) == known)
        ARENA_PUSH(inner->table->arena, inner->at, inner->n_at, inner->cap_at, moment);
}

/* The shortest unit of time in K; false: none. */
static bool unit_of_keys(const Inner *inner, PeriodUnit *unit)
{
    bool any = false;
    for (uint32_t k = inner->n_around; k < inner->n_slot; k++) {
        PeriodUnit own = inner->table->run->plan->slot[inner->slot[k]].type.period;
        if (!slot_is_time(inner, k))
            continue;
        if (!any || calendar_nests(own, *unit))
            *unit = own;
        any = true;
    }
    return any;
}

/* Where rows of the leaves inside are. */
typedef struct {
    const Run *run;
    bool any;
    DayRange days;
} Extent;

static void extend(void *self, const Leaf *leaf)
{
    Extent *extent = self;
    const Axis *axis = leaf->context->axis;
    const Coverage *own =
        axis ? run_coverage(extent->run, leaf->source,
                            axis->role == AXIS_ENDS ? axis->other : axis)
             : NULL;
    if (!own || !own->any)
        return;
    if (!extent->any || own->days.lo < extent->days.lo)
        extent->days.lo = own->days.lo;
    if (!extent->any || own->days.hi > extent->days.hi)
        extent->days.hi = own->days.hi;
    extent->any = true;
}

/* A window without an end is gone through as far as there are rows, in whole units. */
static DayRange bounded(const Inner *inner, DayRange window, PeriodUnit unit)
{
    const Run *run = inner->table->run;
    Extent extent = {.run = run};
    if (window.lo != DAY_LONG_AGO && window.hi < DAY_FAR_AHEAD)
        return window;
    table_each_leaf(run->question, inner->leaf->arg, extend, &extent);
    table_each_leaf(run->question, inner->leaf->by, extend, &extent);
    table_each_leaf(run->question, inner->leaf->where, extend, &extent);
    if (!extent.any)
        return (DayRange){0, 0};
    if (window.lo == DAY_LONG_AGO)
        window.lo = calendar_range(unit, calendar_period_of(unit, extent.days.lo)).lo;
    if (window.hi >= DAY_FAR_AHEAD)
        window.hi =
            calendar_range(unit, calendar_period_of(unit, extent.days.hi - 1)).hi;
    return window;
}

/* Every period of K in the window of an outer line; without time in K the window. */
static void add_moments(Inner *inner, uint32_t line)
{
    Run *run = inner->table->run;
    const uint32_t *around = tuples_at(&inner->around, inner->line_of[line]);
    DayRange window = inner->window[inner->line_of[line]];
    uint32_t *code = ARENA_ARRAY(inner->table->arena, uint32_t, inner->n_slot + 1);
    uint32_t n = 0;
    PeriodUnit unit = PERIOD_DAY;
    for (uint32_t k = 0; k < inner->n_around; k++) {
        if (slot_is_time(inner, k))
            code[n++] = around[k];
    }
    if (!unit_of_keys(inner, &unit)) {
        add_moment(inner, code, (Moment){line, window});
        return;
    }
    for (Day at = window.lo; at < window.hi;) {
        DayRange days = calendar_range(unit, calendar_period_of(unit, at));
        uint32_t own = n;
        for (uint32_t k = inner->n_around; k < inner->n_slot; k++) {
            if (slot_is_time(inner, k))
                code[own++] = slot_time_code(run, inner->slot[k], at);
        }
        days.lo = at;
        at = days.hi;
        days.hi = days.hi < window.hi ? days.hi : window.hi;
        add_moment(inner, code, (Moment){line, days});
    }
}

static Shape shape_around(const Inner *inner, TimeCut cut)
{
    const Context *context = inner->leaf->per->context;
    return (Shape){context->lifted, context->step, context->n_step, cut};
}

static void list_moments(Inner *inner)
{
    Table *table = inner->table;
    const Shape shape = shape_around(inner, CUT_NEVER);
    uint32_t n_time = 0;
    PeriodUnit unit = PERIOD_DAY;
    bool parted = unit_of_keys(inner, &unit);
    for (uint32_t k = 0; k < inner->n_slot; k++)
        n_time += slot_is_time(inner, k);
    tuples_init(&inner->moment, n_time);
    bool *done = ARENA_ARRAY(table->arena, bool, (size_t)inner->around.n + 1);
    inner->window = ARENA_ARRAY(table->arena, DayRange, (size_t)inner->around.n + 1);
    for (uint32_t i = 0; i < table->n; i++) {
        uint32_t around = inner->line_of[i];
        if (done[around])
            continue;
        done[around] = true;
        DayRange window = table_window(table, &shape, i).days;
        inner->window[around] = parted ? bounded(inner, window, unit) : window;
        add_moments(inner, i);
    }
}

/* Does something between a leaf and these lines lift one of their keys? */
static bool is_lifting(const Inner *inner, const Leaf *leaf)
{
    uint64_t around = inner->leaf->per->context->lifted;
    bool lifts = (leaf->context->lifted & ~around) != 0;
    for (const PerKey *per = leaf->grain; per && per != inner->leaf->per;
         per = per->outer)
        lifts |= (per->context->lifted & ~around) != 0;
    return lifts;
}

static Looks look(const Inner *inner, const Leaf *leaf)
{
    Run *run = inner->table->run;
    Looks looks = looks_new();
    SeenDays seen = {.arena = inner->table->arena,
                     .from = inner->leaf->per,
                     .known = run_known(run)};
    const Shape shape = shape_around(inner, leaf->context->cut);
    for (uint32_t i = 0; i < inner->moment.n; i++) {
        const Moment *at = &inner->at[i];
        MovedWindow from = table_window(inner->table, &shape, at->line);
        from.days.lo = from.days.lo > at->days.lo ? from.days.lo : at->days.lo;
        from.days.hi = from.days.hi < at->days.hi ? from.days.hi : at->days.hi;
        plan_see_from(run->plan, leaf, &from, &seen);
        looks_add(&looks, &seen, i);
    }
    return looks;
}

/* A line of plain keys at a moment; `tuple` has room for it. */
static void add_line(Inner *inner, const uint32_t *plain, uint32_t moment,
                     uint32_t *tuple)
{
    const uint32_t *time = tuples_at(&inner->moment, moment);
    for (uint32_t k = 0; k < inner->n_slot; k++)
        tuple[k] = slot_is_time(inner, k) ? *time++ : *plain++;
    tuples_add(&inner->lines, tuple);
}

/* Lines that occur among the rows of a leaf that lifts none of their keys. */
static void add_leaf_lines(void *self, const Leaf *leaf)
{
    Inner *inner = self;
    Table *table = inner->table;
    Run *run = table->run;
    const LeafPlace *place = &run->plan->place[leaf->id];
    const Shape *shape = &run->plan->shape[place->shape];
    if (is_lifting(inner, leaf) || inner->failed || table->no_rows)
        return;
    uint32_t *slot = ARENA_ARRAY(table->arena, uint32_t, inner->n_slot + 1);
    uint32_t *tuple = ARENA_ARRAY(table->arena, uint32_t, inner->n_slot + 1);
    uint32_t n = 0;
    for (uint32_t k = 0; k < inner->n_slot; k++) {
        if (!slot_is_time(inner, k))
            slot[n++] = inner->slot[k];
    }
    bool has_atoms = run->plan->group[place->group]->has_atoms;
    Looks looks = look(inner, leaf);
    const Cells *cells = table_cells(table, place);
    Cells *folded = cells_new_like(run->cells[place->group], n + 1);
    Folding folding = {place->group,      cells, slot, n, looks.days,
                       (uint32_t)looks.n, folded};
    inner->failed = !cells || !fold_windows(run, &folding);
    for (uint32_t cell = 0; !inner->failed && cell < cells_count(folded); cell++) {
        const uint32_t *key = cells_key(folded, cell);
        if (!cell_occurs(folded, cell, shape))
            continue;
        if (!has_atoms)
            add_line(inner, key, 0, tuple);
        for (uint32_t at = has_atoms ? looks.last[key[n]] : 0; at;
             at = looks.before[at - 1])
            add_line(inner, key, looks.of[at - 1], tuple);
    }
    cells_free(folded);
    looks_release(&looks);
}

/* What is read of the home of K: per inner slot, NULL where the home does not tell. */
static void home_exprs(const Inner *inner, const Expr **expr)
{
    const PerKey *per = inner->leaf->per;
    const Axis *axis = source_default_axis(per->home);
    for (uint32_t k = 0; k < inner->n_slot; k++) {
        const Slot *slot = &inner->table->run->plan->slot[inner->slot[k]];
        if (slot->is_time)
            continue;
        const Binding *binding =
            slot->per ? key_list_binding(&slot->per->keys, per->home, axis, NULL)
                      : NULL;
        if (binding)
            expr[k] = binding->value[slot->index];
        else if (!slot->per && per->home_by)
            expr[k] = per->home_by[slot->index];
    }
}

/* The frame of the home with all that is read of it. */
static Frame *home_frame(Inner *inner, const Expr *const *expr)
{
    const PerKey *per = inner->leaf->per;
    if (!sight_check(inner->table->run->ex, per->home, inner->leaf->span))
        return NULL;
    bool *used = ARENA_ARRAY(inner->table->arena, bool, per->home->n_column + 1);
    for (uint32_t k = 0; k < inner->n_slot; k++)
        plan_expr_columns(expr[k], per->home, used);
    for (size_t i = 0; per->home_by && i < inner->table->run->question->n_by; i++)
        plan_expr_columns(per->home_by[i], per->home, used);
    for (size_t i = 0; i < per->n_home_row; i++)
        plan_expr_columns(per->home_row[i], per->home, used);
    return frame_get(inner->table->run->ex, per->home, NULL, used);
}

typedef struct {
    Frame *frame;
    uint32_t **code; /* per inner slot, per row; NULL: the home does not tell */
    uint8_t *passes; /* per row */
} HomeRows;

static bool read_home(Inner *inner, HomeRows *home)
{
    Run *run = inner->table->run;
    Arena *arena = inner->table->arena;
    const PerKey *per = inner->leaf->per;
    const Expr **expr = ARENA_ARRAY(arena, const Expr *, inner->n_slot);
    home_exprs(inner, expr);
    home->frame = home_frame(inner, expr);
    if (!home->frame)
        return false;
    uint32_t n = home->frame->n;
    home->code = ARENA_ARRAY(arena, uint32_t *, inner->n_slot);
    home->passes = ARENA_ARRAY(arena, uint8_t, n + 1);
    for (uint32_t k = 0; k < inner->n_slot; k++) {
        const Vector *values =
            expr[k] ? frame_values(run->ex, home->frame, expr[k]) : NULL;
        if (expr[k] && !values)
            return false;
        if (!values)
            continue;
        home->code[k] = ARENA_ARRAY(arena, uint32_t, n + 1);
        key_dict_encode(run->keys[inner->slot[k]].dict, values, home->code[k]);
    }
    for (uint32_t row = 0; row < n; row++)
        home->passes[row] = 1;
    for (size_t i = 0; i < per->n_home_row; i++) {
        const Vector *cond = frame_values(run->ex, home->frame, per->home_row[i]);
        if (!cond)
            return false;
        for (uint32_t row = 0; row < n; row++)
            home->passes[row] &=
                (uint8_t)(!vector_is_empty(cond, row) && cond->v.boolean[row]);
    }
    return true;
}

/* Of `others`: only rows that belong to one of its lines, as far as the home tells. */
static bool keep_only(Inner *inner, HomeRows *home)
{
    const Tuples *only = picked_lines(inner->table->only);
    const PerKey *per = inner->leaf->per;
    Run *run = inner->table->run;
    uint32_t n = home->frame->n;
    uint32_t *slot = ARENA_ARRAY(inner->table->arena, uint32_t, only->width);
    uint32_t *part = ARENA_ARRAY(inner->table->arena, uint32_t, only->width);
    uint32_t **code = ARENA_ARRAY(inner->table->arena, uint32_t *, only->width);
    uint32_t width = 0;
    for (uint32_t s = 0; s < only->width; s++) {
        if (!per->home_by || !per->home_by[s] || run->plan->slot[s].is_time)
            continue;
        Frame *frame = home->frame;
        const Vector *values = frame_values(run->ex, frame, per->home_by[s]);
        if (!values)
            return false;
        code[width] = ARENA_ARRAY(inner->table->arena, uint32_t, n + 1);
        key_dict_encode(run->keys[s].dict, values, code[width]);
        slot[width++] = s;
    }
    Tuples known;
    tuples_init(&known, width);
    for (uint32_t i = 0; i < only->n; i++) {
        for (uint32_t k = 0; k < width; k++)
            part[k] = tuples_at(only, i)[slot[k]];
        tuples_add(&known, part);
    }
    for (uint32_t row = 0; row < n; row++) {
        for (uint32_t k = 0; k < width; k++)
            part[k] = code[k][row];
        home->passes[row] &= (uint8_t)(tuples_find(&known, part) != UINT32_MAX);
    }
    tuples_release(&known);
    return true;
}

/* Lines of the table by the keys that the home knows. */
typedef struct {
    Tuples known;    /* distinct known parts */
    uint32_t *first; /* by known part: first line + 1 */
    uint32_t *next;  /* by line: next line + 1 with the same part */
} LineIndex;

static void index_lines(const Inner *inner, const HomeRows *home, LineIndex *index)
{
    const Table *table = inner->table;
    uint32_t *part = ARENA_ARRAY(table->arena, uint32_t, inner->n_around + 1);
    uint32_t width = 0;
    for (uint32_t k = 0; k < inner->n_around; k++)
        width += home->code[k] != NULL;
    tuples_init(&index->known, width);
    index->first = ARENA_ARRAY(table->arena, uint32_t, (size_t)inner->around.n + 1);
    index->next = ARENA_ARRAY(table->arena, uint32_t, (size_t)inner->around.n + 1);
    for (uint32_t line = 0; line < inner->around.n; line++) {
        uint32_t at = 0;
        for (uint32_t k = 0; k < inner->n_around; k++) {
            if (home->code[k])
                part[at++] = tuples_at(&inner->around, line)[k];
        }
        uint32_t known = tuples_add(&index->known, part);
        index->next[line] = index->first[known];
        index->first[known] = line + 1;
    }
}

/* Of `others`: does the day lie in one of its lines? */
static bool is_among(const Inner *inner, Day day)
{
    Run *run = inner->table->run;
    const Tuples *only = inner->table->only ? picked_lines(inner->table->only) : NULL;
    bool found = !only;
    for (uint32_t i = 0; !found && i < only->n; i++) {
        found = true;
        for (uint32_t s = 0; found && s < only->width; s++)
            found = !run->plan->slot[s].is_time ||
                    tuples_at(only, i)[s] == slot_time_code(run, s, day);
    }
    return found;
}

/* A tuple of the line around, with each of its periods where K is a unit of time. */
static void add_tuple(Inner *inner, uint32_t around, uint32_t *tuple)
{
    Run *run = inner->table->run;
    PeriodUnit unit = PERIOD_DAY;
    DayRange window = inner->window[around];
    if (!unit_of_keys(inner, &unit)) {
        tuples_add(&inner->lines, tuple);
        return;
    }
    for (Day at = window.lo; at < window.hi;) {
        Day day = at;
        at = calendar_range(unit, calendar_period_of(unit, at)).hi;
        if (!is_among(inner, day))
            continue;
        for (uint32_t k = inner->n_around; k < inner->n_slot; k++) {
            if (slot_is_time(inner, k))
                tuple[k] = slot_time_code(run, inner->slot[k], day);
        }
        tuples_add(&inner->lines, tuple);
    }
}

/* K are units of time alone: all periods of every line. */
static void add_every_period(Inner *inner)
{
    uint32_t *tuple = ARENA_ARRAY(inner->table->arena, uint32_t, inner->n_slot + 1);
    for (uint32_t line = 0; line < inner->around.n; line++) {
        for (uint32_t k = 0; k < inner->n_around; k++)
            tuple[k] = tuples_at(&inner->around, line)[k];
        add_tuple(inner, line, tuple);
    }
}

/* Every row of the home beside every line that its own keys fit. */
static bool add_home_lines(Inner *inner)
{
    const Table *table = inner->table;
    HomeRows home;
    LineIndex index;
    if (!read_home(inner, &home) || (table->only && !keep_only(inner, &home)))
        return false;
    index_lines(inner, &home, &index);
    uint32_t *tuple = ARENA_ARRAY(table->arena, uint32_t, inner->n_slot);
    for (uint32_t row = 0; row < home.frame->n; row++) {
        uint32_t at = 0;
        for (uint32_t k = 0; k < inner->n_around; k++) {
            if (home.code[k])
                tuple[at++] = home.code[k][row];
        }
        uint32_t known = tuples_find(&index.known, tuple);
        if (!home.passes[row] || known == UINT32_MAX)
            continue;
        for (uint32_t line = index.first[known]; line; line = index.next[line - 1]) {
            for (uint32_t k = 0; k < inner->n_slot; k++)
                tuple[k] = k < inner->n_around ? tuples_at(&inner->around, line - 1)[k]
                           : home.code[k]      ? home.code[k][row]
                                               : 0;
            add_tuple(inner, line - 1, tuple);
        }
    }
    tuples_release(&index.known);
    return true;
}

/* The outer lines by the keys that the leaf's context leaves. */
static void find_around(Inner *inner)
{
    Table *table = inner->table;
    uint64_t lifted = inner->leaf->per->context->lifted;
    uint32_t *tuple = ARENA_ARRAY(table->arena, uint32_t, table->n_slot + 1);
    for (uint32_t k = 0; k < table->n_slot; k++) {
        if (slot_is_lifted(&table->run->plan->slot[table->slot[k]], lifted))
            continue;
        inner->kept[inner->n_around++] = k;
        inner->slot[inner->n_slot++] = table->slot[k];
    }
    tuples_init(&inner->around, inner->n_around);
    inner->line_of = ARENA_ARRAY(table->arena, uint32_t, table->n + 1);
    for (uint32_t i = 0; i < table->n; i++) {
        for (uint32_t k = 0; k < inner->n_around; k++)
            tuple[k] = table->code[(size_t)i * table->n_slot + inner->kept[k]];
        inner->line_of[i] = tuples_add(&inner->around, tuple);
    }
}

static bool add_every(Inner *inner)
{
    if (inner->leaf->per->home)
        return add_home_lines(inner);
    add_every_period(inner);
    return true;
}

static void open_inner(Inner *inner, Table *table, const Leaf *leaf)
{
    const Run *run = table->run;
    *inner = (Inner){.table = table, .leaf = leaf};
    inner->slot =
        ARENA_ARRAY(table->arena, uint32_t, table->n_slot + leaf->per->keys.n_key + 1);
    inner->kept = ARENA_ARRAY(table->arena, uint32_t, table->n_slot + 1);
    find_around(inner);
    for (uint32_t i = 0; i < leaf->per->keys.n_key; i++)
        inner->slot[inner->n_slot++] = plan_find_slot(run->plan, leaf->per, i);
    tuples_init(&inner->lines, inner->n_slot);
    list_moments(inner);
}

static void close_inner(Inner *inner)
{
    tuples_release(&inner->around);
    tuples_release(&inner->moment);
    tuples_release(&inner->lines);
}

/* Values of the inner lines go to the line that has their first keys. */
static bool aggregate(Inner *inner, Table *in, Cells *cells)
{
    const Leaf *leaf = inner->leaf;
    Vector arg, by, where;
    uint32_t n_outer = inner->n_around;
    uint32_t **key = ARENA_ARRAY(in->arena, uint32_t *, n_outer);
    uint32_t *cell = ARENA_ARRAY(in->arena, uint32_t, in->n);
    uint8_t *mask = ARENA_ARRAY(in->arena, uint8_t, in->n);
    if ((leaf->arg && !table_values(in, leaf->arg, &arg)) ||
        (leaf->by && !table_values(in, leaf->by, &by)) ||
        (leaf->where && !table_values(in, leaf->where, &where)))
        return false;
    for (uint32_t k = 0; k < n_outer; k++)
        key[k] = ARENA_ARRAY(in->arena, uint32_t, in->n);
    for (uint32_t i = 0; i < in->n; i++) {
        mask[i] = !leaf->where || (!vector_is_empty(&where, i) && where.v.boolean[i]);
        for (uint32_t k = 0; k < n_outer; k++)
            key[k][i] = in->code[(size_t)i * inner->n_slot + k];
    }
    cells_locate(cells, key, in->n, mask, cell);
    StateInput input = {.arg = leaf->arg ? &arg : NULL, .by = leaf->by ? &by : NULL};
    Vector *tie = ARENA_ARRAY(in->arena, Vector, leaf->per->keys.n_key);
    for (uint32_t k = 0; leaf->by && k < leaf->per->keys.n_key; k++)
        tie[k] = table_key(in, n_outer + k);
    input.tie = tie;
    return cells_add_state(cells, 0, cell, in->n, &input) ||
           table_report_width(in, leaf->span);
}

static bool finish(const Inner *inner, const Cells *cells, Column *out)
{
    Table *table = inner->table;
    const Leaf *leaf = inner->leaf;
    bool adds = table_fills_with_zero(leaf->fn);
    VectorBuilder *builder = vector_builder_new(leaf->type, table->run->pool);
    bool ok = true;
    for (uint32_t i = 0; i < table->n; i++) {
        Value value = {.empty = true};
        uint32_t cell = cells_find(cells, tuples_at(&inner->around, inner->line_of[i]));
        if ((cell != UINT32_MAX && table_shows_rows(table, leaf, i)) ||
            (adds && table_covered(table, leaf, i) != COVERED_NOT))
            ok &= cells_finish(cells, cell, 0, table->run->pool, &value);
        vector_builder_add(builder, value);
    }
    out->values = vector_builder_finish(builder, table->arena);
    return ok || table_report_width(table, leaf->span);
}

bool inner_leaf(Table *table, const Leaf *leaf, Column *out)
{
    Inner inner;
    Table in;
    const Question *q = table->run->question;
    open_inner(&inner, table, leaf);
    if (!leaf->per->own_only) {
        table_each_leaf(q, leaf->arg, add_leaf_lines, &inner);
        table_each_leaf(q, leaf->by, add_leaf_lines, &inner);
        table_each_leaf(q, leaf->where, add_leaf_lines, &inner);
    }
    bool ok = !inner.failed && (!leaf->per->every || add_every(&inner));
    table_init(&in, table->run, inner.slot, inner.n_slot);
    in.outer = table;
    in.per = leaf;
    in.no_rows = table->no_rows;
    in.over_nothing = table->over_nothing;
    in.only = table->only;
    table_set_lines(&in, inner.lines.code, inner.lines.n);
    StateSpec spec = {
        .fn = leaf->fn, .p = leaf->p, .type = leaf->arg ? leaf->arg->type : leaf->type};
    if (leaf->by) {
        spec.by_type = leaf->by->type;
        spec.n_tie = (uint32_t)leaf->per->keys.n_key;
    }
    Cells *cells = cells_new(inner.n_around, &spec, 1);
    ok = ok && aggregate(&inner, &in, cells) && finish(&inner, cells, out);
    cells_free(cells);
    table_release(&in);
    close_inner(&inner);
    return ok;
}
