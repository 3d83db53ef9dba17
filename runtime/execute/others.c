/* Cells that belong to hidden lines: those whose keys are of such a line and whose time
   lies in its window, each counted once. */
#include "runtime/execute/answer.h"

#include "runtime/base/xalloc.h"

#include <stdlib.h>

struct Picked {
    Run *run;
    Tuples lines;
    Table table; /* of those lines */
    Cells **cells;
};

Picked *picked_new(Answer *a)
{
    Picked *picked = xcalloc(1, sizeof *picked);
    const Plan *plan = a->run->plan;
    picked->run = a->run;
    tuples_init(&picked->lines, a->n_by);
    for (uint32_t i = 0; i < a->n_line; i++) {
        if (!a->shown[i])
            tuples_add(&picked->lines, a->code + (size_t)i * a->n_by);
    }
    table_init(&picked->table, a->run, a->slot, a->n_by);
    table_set_lines(&picked->table, picked->lines.code, picked->lines.n);
    picked->cells = xcalloc(plan->n_group * plan->n_shape + 1, sizeof(Cells *));
    return picked;
}

void picked_free(Picked *picked)
{
    if (!picked)
        return;
    const Plan *plan = picked->run->plan;
    for (size_t i = 0; i < plan->n_group * plan->n_shape; i++)
        cells_free(picked->cells[i]);
    free(picked->cells);
    table_release(&picked->table);
    tuples_release(&picked->lines);
    free(picked);
}

const Tuples *picked_lines(const Picked *picked)
{
    return &picked->lines;
}

bool picked_are_covered(Picked *picked, const Leaf *leaf)
{
    bool found = false;
    for (uint32_t i = 0; i < picked->table.n && !found; i++)
        found = table_covered(&picked->table, leaf, i) != COVERED_NOT;
    return found;
}

/* The hidden lines as a shape sees them. */
typedef struct {
    const Group *group;
    const Windows *windows;
    Tuples known;   /* kept keys and the number of the window */
    uint32_t *from; /* per kept key: its place in the cells' keys */
    uint32_t n_kept;
    uint32_t *first;  /* per atom: first of its windows in `window` */
    uint32_t *window; /* windows atom after atom */
    size_t n_window, cap_window;
} Sight;

/* The instant at which the total reads a stock: lines read at another one are no part
   of it. A flow has none. */
static bool has_instant(const Picked *picked, const Shape *shape, Day *end)
{
    TimeOp last = shape->n_step ? shape->step[shape->n_step - 1].op : TIME_SHIFT;
    *end = window_of_shape(picked->run->plan, shape, run_period(picked->run, true)).hi;
    return last == TIME_CLOSING || last == TIME_OPENING || last == TIME_BEFORE;
}

static void see_lines(const Picked *picked, const Shape *shape, Sight *sight)
{
    const Table *table = &picked->table;
    Arena *arena = table->arena;
    Day end;
    bool at_instant = has_instant(picked, shape, &end);
    uint32_t *kept = ARENA_ARRAY(arena, uint32_t, table->n_slot + 1);
    uint32_t *key = ARENA_ARRAY(arena, uint32_t, table->n_slot + 1);
    sight->n_kept =
        shape_slots(picked->run, shape->lifted, table->slot, table->n_slot, kept);
    sight->from = ARENA_ARRAY(arena, uint32_t, table->n_slot + 1);
    for (uint32_t k = 0; k < sight->n_kept; k++)
        sight->from[k] = plan_key_of_slot(sight->group, table->slot[kept[k]]);
    tuples_init(&sight->known, sight->n_kept + 1);
    for (uint32_t i = 0; i < table->n; i++) {
        if (at_instant && sight->windows->days[sight->windows->of_line[i]].hi != end)
            continue;
        for (uint32_t k = 0; k < sight->n_kept; k++)
            key[k] = table->code[(size_t)i * table->n_slot + kept[k]];
        key[sight->n_kept] = sight->group->has_atoms ? sight->windows->of_line[i] : 0;
        tuples_add(&sight->known, key);
    }
}

/* A group without time has one window, for all its cells. */
static void see_all(Arena *arena, Sight *sight)
{
    sight->first = ARENA_ARRAY(arena, uint32_t, 2);
    sight->window = ARENA_ARRAY(arena, uint32_t, 1);
    sight->first[1] = 1;
}

/* Adds the windows that hold a day. */
static void add_windows(Arena *arena, Sight *sight, Value day)
{
    for (uint32_t w = 0; w < sight->windows->n && !day.empty; w++) {
        DayRange days = sight->windows->days[w];
        if (day.as.day >= days.lo && day.as.day < days.hi)
            ARENA_PUSH(arena, sight->window, sight->n_window, sight->cap_window, w);
    }
}

/* Which windows hold each atom. */
static void see_atoms(const Picked *picked, Sight *sight)
{
    Arena *arena = picked->table.arena;
    uint32_t slot = sight->group->slot[sight->group->n_slot - 1];
    const KeyDict *dict = picked->run->keys[slot].dict;
    uint32_t n = key_dict_count(dict);
    sight->first = ARENA_ARRAY(arena, uint32_t, (size_t)n + 1);
    for (uint32_t code = 0; code < n; code++) {
        sight->first[code] = (uint32_t)sight->n_window;
        add_windows(arena, sight, key_dict_value(dict, code));
    }
    sight->first[n] = (uint32_t)sight->n_window;
}

static bool is_seen(const Sight *sight, const uint32_t *key, uint32_t *tuple)
{
    uint32_t atom = sight->group->has_atoms ? key[sight->group->n_slot - 1] : 0;
    for (uint32_t k = 0; k < sight->n_kept; k++)
        tuple[k] = key[sight->from[k]];
    for (uint32_t i = sight->first[atom]; i < sight->first[atom + 1]; i++) {
        tuple[sight->n_kept] = sight->window[i];
        if (tuples_find(&sight->known, tuple) != UINT32_MAX)
            return true;
    }
    return false;
}

static bool pick(const Picked *picked, const Sight *sight, const Cells *from,
                 Cells *into)
{
    uint32_t n = cells_count(from);
    uint8_t *chosen = xcalloc((size_t)n + 1, 1);
    uint32_t *tuple = ARENA_ARRAY(picked->table.arena, uint32_t, sight->n_kept + 1);
    for (uint32_t cell = 0; cell < n; cell++)
        chosen[cell] = is_seen(sight, cells_key(from, cell), tuple);
    bool ok = cells_pick(into, from, chosen);
    free(chosen);
    if (!ok)
        diag_error(picked->run->ex->sink, DIAG_NUMBER_OVERFLOW,
                   picked->run->question->span,
                   "a number of `others` has more than 76 digits");
    return ok;
}

const Cells *picked_cells(Picked *picked, uint32_t group, uint32_t shape)
{
    const Run *run = picked->run;
    Cells **cells = &picked->cells[group * run->plan->n_shape + shape];
    if (*cells)
        return *cells;
    const Cells *from = run->cells[group];
    *cells = cells_new_like(from, cells_n_key(from));
    Sight sight = {.group = run->plan->group[group],
                   .windows = table_windows(&picked->table, shape)};
    see_lines(picked, &run->plan->shape[shape], &sight);
    if (sight.group->has_atoms)
        see_atoms(picked, &sight);
    else
        see_all(picked->table.arena, &sight);
    bool ok = pick(picked, &sight, from, *cells);
    tuples_release(&sight.known);
    return ok ? *cells : NULL;
}
