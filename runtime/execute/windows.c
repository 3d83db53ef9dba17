/* What days a table's lines look at, and cells folded to lines and windows. Windows
   that overlap (rolling, to date) are folded in layers of disjoint ones, so every state
   merges the same way. */
#include "runtime/execute/table.h"

#include "runtime/algebra/order.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

static DayRange intersect(DayRange a, DayRange b)
{
    return (DayRange){a.lo > b.lo ? a.lo : b.lo, a.hi < b.hi ? a.hi : b.hi};
}

DayRange run_period(const Run *run, bool stock)
{
    DayRange days = run->range;
    Day end = run->ex->today + 1;
    if (stock && !run->plan->is_dated && days.hi < end)
        days.hi = end;
    return days;
}

DayRange run_known(const Run *run)
{
    DayRange known = {run->ex->today, run->ex->today + 1};
    for (size_t i = 0; i < run->n_coverage; i++) {
        DayRange days = run->coverage[i].days;
        if (!run->coverage[i].any)
            continue;
        known.lo = days.lo < known.lo ? days.lo : known.lo;
        known.hi = days.hi > known.hi ? days.hi : known.hi;
    }
    return known;
}

/* The line's period as `at` sees it, a table around `table` or itself. */
static MovedWindow period_at(const Table *table, const Table *at, const uint32_t *code,
                             const Shape *shape, uint64_t lifted)
{
    const Run *run = table->run;
    const PerKey *per = at->per ? at->per->per : NULL;
    bool stock = time_steps_read_stock(shape->step, shape->n_step);
    MovedWindow window = window_begin(run->plan, run_period(run, stock), shape->cut);
    if (at->outer) {
        const Context *around = at->per->context;
        window = period_at(table, at->outer, code, shape, lifted | around->lifted);
        window_take(run->plan, around->step, around->n_step, &window);
    }
    DayRange period = window.days;
    for (uint32_t k = 0; k < table->n_slot; k++) {
        const Slot *slot = &run->plan->slot[table->slot[k]];
        if (!slot->is_time || slot->per != per || slot_is_lifted(slot, lifted))
            continue;
        Value value = key_dict_value(run->keys[table->slot[k]].dict, code[k]);
        if (!value.empty)
            period =
                intersect(period, calendar_range(slot->type.period, value.as.period));
    }
    PeriodUnit unit;
    if (per && plan_unit_of_keys(run->plan, per, &unit))
        window_narrow(&window, period, unit);
    else
        window.days = period;
    return window;
}

MovedWindow table_window(const Table *table, const Shape *shape, uint32_t line)
{
    const uint32_t *code = table->code + (size_t)line * table->n_slot;
    MovedWindow window = period_at(table, table, code, shape, shape->lifted);
    window_take(table->run->plan, shape->step, shape->n_step, &window);
    return window;
}

static bool holds(DayRange outer, DayRange inner)
{
    return outer.lo <= inner.lo && inner.hi <= outer.hi;
}

bool table_is_clipped(const Table *table, const Shape *shape, uint32_t line)
{
    const Run *run = table->run;
    const PerKey *per = table->per ? table->per->per : NULL;
    const uint32_t *code = table->code + (size_t)line * table->n_slot;
    DayRange days = {DAY_LONG_AGO, INT32_MAX};
    bool any = false;
    if (!run->question->has_for)
        return false;
    for (size_t i = 0; i < shape->n_step; i++) {
        if (shape->step[i].op == TIME_FOR)
            return false;
    }
    for (uint32_t k = 0; k < table->n_slot; k++) {
        const Slot *slot = &run->plan->slot[table->slot[k]];
        if (!slot->is_time || slot->per != per || slot_is_lifted(slot, shape->lifted))
            continue;
        Value value = key_dict_value(run->keys[table->slot[k]].dict, code[k]);
        if (value.empty)
            continue;
        any = true;
        days = intersect(days, calendar_range(slot->type.period, value.as.period));
    }
    return any && !holds(run->range, days);
}

/* The codes of a line that have to do with time, as many as there are. code NULL: they
   are counted. */
static uint32_t time_codes(const Table *table, const uint32_t *code, uint32_t *time)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < table->n_slot; k++) {
        if (!table->run->plan->slot[table->slot[k]].is_time)
            continue;
        if (code)
            time[n] = code[k];
        n++;
    }
    return n;
}

static void read_times(Table *table, Times *out)
{
    Tuples times;
    uint32_t *time = ARENA_ARRAY(table->arena, uint32_t, table->n_slot + 1);
    tuples_init(&times, time_codes(table, NULL, time));
    out->of_line = ARENA_ARRAY(table->arena, uint32_t, table->n + 1);
    for (uint32_t i = 0; i < table->n; i++) {
        time_codes(table, table->code + (size_t)i * table->n_slot, time);
        out->of_line[i] = tuples_add(&times, time);
    }
    out->n = times.n;
    tuples_release(&times);
}

const Times *table_times(Table *table)
{
    if (!table->times.has)
        read_times(table, &table->times);
    table->times.has = true;
    return &table->times;
}

static void read_windows(Table *table, const Shape *shape, Windows *out)
{
    const Times *times = table_times(table);
    Tuples known;
    uint32_t *of_time = ARENA_ARRAY(table->arena, uint32_t, times->n + 1);
    uint32_t n = 0; /* times are numbered as they are met */
    tuples_init(&known, 2);
    out->of_line = ARENA_ARRAY(table->arena, uint32_t, table->n + 1);
    for (uint32_t i = 0; i < table->n; i++) {
        uint32_t at = times->of_line[i];
        if (at == n) {
            MovedWindow window = table_window(table, shape, i);
            DayRange days = window_days(&window);
            uint32_t pair[2] = {(uint32_t)days.lo, (uint32_t)days.hi};
            of_time[at] = tuples_add(&known, pair);
            n++;
        }
        out->of_line[i] = of_time[at];
    }
    out->n = known.n;
    out->days = ARENA_ARRAY(table->arena, DayRange, known.n + 1);
    for (uint32_t i = 0; i < known.n; i++) {
        const uint32_t *pair = tuples_at(&known, i);
        out->days[i] = (DayRange){(Day)pair[0], (Day)pair[1]};
    }
    tuples_release(&known);
}

const Windows *table_windows(Table *table, uint32_t shape)
{
    Windows *windows = &table->windows[shape];
    if (!windows->has)
        read_windows(table, &table->run->plan->shape[shape], windows);
    windows->has = true;
    return windows;
}

Looks looks_new(void)
{
    Looks looks = {0};
    tuples_init(&looks.known, 2);
    return looks;
}

void looks_release(Looks *looks)
{
    tuples_release(&looks->known);
}

static uint32_t add_window(Looks *looks, Arena *arena, DayRange days)
{
    uint32_t pair[2] = {(uint32_t)days.lo, (uint32_t)days.hi};
    uint32_t window = tuples_add(&looks->known, pair);
    if (window == looks->n) {
        ARENA_PUSH(arena, looks->days, looks->n, looks->cap, days);
        ARENA_PUSH(arena, looks->last, looks->n_last, looks->cap_last, 0);
    }
    return window;
}

void looks_add(Looks *looks, const SeenDays *seen, uint32_t of)
{
    Arena *arena = seen->arena;
    for (size_t i = 0; i < seen->n; i++) {
        uint32_t window = add_window(looks, arena, seen->days[i]);
        ARENA_PUSH(arena, looks->of, looks->n_of, looks->cap_of, of);
        ARENA_PUSH(arena, looks->before, looks->n_before, looks->cap_before,
                   looks->last[window]);
        looks->last[window] = (uint32_t)looks->n_of;
    }
}

void line_fold_free(LineFold *fold)
{
    if (!fold)
        return;
    looks_release(&fold->looks);
    cells_free(fold->cells);
    free(fold);
}

/* Disjoint windows of a layer, in order of time. */
typedef struct {
    const DayRange *days;
    uint32_t *at; /* numbers of windows, ascending by first day */
    uint32_t n;
} Layer;

static uint32_t window_of_day(const Layer *layer, Day day)
{
    uint32_t lo = 0;
    uint32_t hi = layer->n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (layer->days[layer->at[mid]].lo <= day)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (!lo || day >= layer->days[layer->at[lo - 1]].hi)
        return UINT32_MAX;
    return layer->at[lo - 1];
}

static int compare_windows(const void *self, uint32_t x, uint32_t y)
{
    const DayRange *days = self;
    if (days[x].lo != days[y].lo)
        return days[x].lo < days[y].lo ? -1 : 1;
    return (days[x].hi > days[y].hi) - (days[x].hi < days[y].hi);
}

/* Puts each window into the first layer that has room behind its last one. */
static uint32_t make_layers(const DayRange *days, uint32_t n, uint32_t *layer_of,
                            uint32_t *order)
{
    Day *end = xcalloc((size_t)n + 1, sizeof *end);
    uint32_t n_layer = 0;
    for (uint32_t i = 0; i < n; i++)
        order[i] = i;
    order_rows(order, n, compare_windows, days);
    for (uint32_t i = 0; i < n; i++) {
        DayRange window = days[order[i]];
        layer_of[order[i]] = UINT32_MAX;
        if (window.lo >= window.hi)
            continue;
        uint32_t layer = 0;
        while (layer < n_layer && end[layer] > window.lo)
            layer++;
        n_layer += layer == n_layer;
        end[layer] = window.hi;
        layer_of[order[i]] = layer;
    }
    free(end);
    return n_layer;
}

static void check_edges(const Atoms *atoms, DayRange days)
{
    if (days.lo >= days.hi)
        return;
    if ((days.lo != DAY_LONG_AGO && atoms_first_day(atoms, days.lo) != days.lo) ||
        atoms_first_day(atoms, days.hi) != days.hi)
        UNREACHABLE("a window inside an atom of time");
}

/* Per atom its window in the layer, UINT32_MAX: none. */
static void map_layer(const Run *run, uint32_t slot, const Layer *layer, uint32_t *map)
{
    const KeyDict *dict = run->keys[slot].dict;
    map[0] = UINT32_MAX;
    for (uint32_t code = 1; code < key_dict_count(dict); code++)
        map[code] = window_of_day(layer, key_dict_value(dict, code).as.day);
}

/* Windows that all begin at the beginning: each adds to the one before it. */
static bool is_running(const Folding *f)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->n_window; i++) {
        if (f->days[i].lo >= f->days[i].hi)
            continue;
        if (f->days[i].lo != DAY_LONG_AGO)
            return false;
        n++;
    }
    return n > 1 && cells_can_run_up(f->into);
}

/* Each atom goes into the first window that holds it, in order of their ends. */
static bool fold_running(const Run *run, const Folding *f, uint32_t *from,
                         const uint32_t **map)
{
    const Group *group = run->plan->group[f->group];
    uint32_t atoms = group->slot[group->n_slot - 1];
    DayRange *days = xcalloc((size_t)f->n_window + 1, sizeof *days);
    uint32_t *order = xcalloc((size_t)f->n_window + 1, sizeof *order);
    uint32_t *to =
        xcalloc((size_t)key_dict_count(run->keys[atoms].dict) + 1, sizeof *to);
    Layer layer = {days, order, 0};
    for (uint32_t i = 0; i < f->n_window; i++) {
        check_edges(run->plan->slot[atoms].atoms, f->days[i]);
        if (f->days[i].lo < f->days[i].hi)
            order[layer.n++] = i;
    }
    order_rows(order, layer.n, compare_windows, f->days);
    for (uint32_t i = 0; i < layer.n; i++) {
        days[order[i]].lo = i ? f->days[order[i - 1]].hi : DAY_LONG_AGO;
        days[order[i]].hi = f->days[order[i]].hi;
    }
    map_layer(run, atoms, &layer, to);
    from[f->n_slot] = (uint32_t)group->n_slot - 1;
    map[f->n_slot] = to;
    bool ok = cells_fold(f->into, f->cells, from, map) &&
              cells_run_up(f->into, order, layer.n);
    free(days);
    free(order);
    free(to);
    return ok;
}

static bool fold_layers(const Run *run, const Folding *f, uint32_t *from,
                        const uint32_t **map)
{
    const Group *group = run->plan->group[f->group];
    uint32_t atoms = group->slot[group->n_slot - 1];
    uint32_t n = f->n_window;
    uint32_t *layer_of = xcalloc((size_t)n + 1, sizeof *layer_of);
    uint32_t *order = xcalloc((size_t)n + 1, sizeof *order);
    uint32_t *at = xcalloc((size_t)n + 1, sizeof *at);
    uint32_t *to =
        xcalloc((size_t)key_dict_count(run->keys[atoms].dict) + 1, sizeof *to);
    uint32_t n_layer = make_layers(f->days, n, layer_of, order);
    bool ok = true;
    for (uint32_t i = 0; i < n; i++)
        check_edges(run->plan->slot[atoms].atoms, f->days[i]);
    for (uint32_t l = 0; l < n_layer && ok; l++) {
        Layer layer = {f->days, at, 0};
        for (uint32_t i = 0; i < n; i++) {
            if (layer_of[order[i]] == l)
                at[layer.n++] = order[i];
        }
        map_layer(run, atoms, &layer, to);
        from[f->n_slot] = (uint32_t)group->n_slot - 1;
        map[f->n_slot] = to;
        ok = cells_fold(f->into, f->cells, from, map);
    }
    free(layer_of);
    free(order);
    free(at);
    free(to);
    return ok;
}

bool cell_occurs(const Cells *folded, uint32_t cell, const Shape *shape)
{
    TimeOp last = shape->n_step ? shape->step[shape->n_step - 1].op : TIME_SHIFT;
    bool at_instant =
        last == TIME_CLOSING || last == TIME_OPENING || last == TIME_BEFORE;
    return !at_instant || cells_has_rows(folded, cell);
}

bool fold_windows(Run *run, const Folding *f)
{
    const Group *group = run->plan->group[f->group];
    uint32_t *from = xcalloc((size_t)f->n_slot + 1, sizeof *from);
    const uint32_t **map = xcalloc((size_t)f->n_slot + 1, sizeof *map);
    for (uint32_t k = 0; k < f->n_slot; k++) {
        uint32_t at = plan_key_of_slot(group, f->slot[k]);
        from[k] = at < group->n_slot ? at : UINT32_MAX;
    }
    from[f->n_slot] = UINT32_MAX;
    bool ok = !group->has_atoms ? cells_fold(f->into, f->cells, from, map)
              : is_running(f)   ? fold_running(run, f, from, map)
                                : fold_layers(run, f, from, map);
    free(from);
    free(map);
    return ok;
}

uint32_t shape_slots(const Run *run, uint64_t lifted, const uint32_t *slot, uint32_t n,
                     uint32_t *kept)
{
    uint32_t n_kept = 0;
    for (uint32_t k = 0; k < n; k++) {
        const Slot *what = &run->plan->slot[slot[k]];
        if (!what->is_time && !slot_is_lifted(what, lifted))
            kept[n_kept++] = k;
    }
    return n_kept;
}
