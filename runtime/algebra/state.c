/* Which states an aggregate needs, and feeding and folding them. */
#include "runtime/algebra/cells_internal.h"
#include "runtime/base/xalloc.h"

bool state_is_bag(const StateSpec *spec)
{
    switch (spec->fn) {
    case AGG_COUNT_DISTINCT:
    case AGG_MEDIAN:
    case AGG_PERCENTILE:
    case AGG_TEXT_LIST:
        return true;
    case AGG_SUM:
    case AGG_COUNT:
    case AGG_AVG:
    case AGG_STDDEV:
    case AGG_VARIANCE:
    case AGG_FIRST:
    case AGG_LAST:
        return false;
    case AGG_MIN:
    case AGG_MAX:
        return spec->leaves; /* the next one is wanted when the least has gone */
    }
    UNREACHABLE("aggregate");
}

static void count_values(State *state, const Located *at, const Vector *arg)
{
    CELLS_GROW(state->count, state->cap_count, at->n_cell);
    for (uint32_t i = 0; i < at->n; i++) {
        if (at->cell[i] != UINT32_MAX && (!arg || !vector_is_empty(arg, i)))
            state->count[at->cell[i]]++;
    }
}

static bool add_moments(State *state, const Located *at, const Vector *arg)
{
    count_values(state, at, arg);
    return sums_add(&state->sum, at, arg) && sums_add_squares(&state->square, at, arg);
}

bool cells_add_state(Cells *cells, uint32_t index, const uint32_t *cell, uint32_t n,
                     const StateInput *in)
{
    State *state = &cells->state[index];
    Located at = {.cell = cell, .n = n, .n_cell = cells->n_cell};
    if (state_is_bag(&state->spec)) {
        bag_add(&state->bag, &at, in->arg);
        return true;
    }
    switch (state->spec.fn) {
    case AGG_SUM:
        return sums_add(&state->sum, &at, in->arg);
    case AGG_COUNT:
        count_values(state, &at, in->arg);
        return true;
    case AGG_AVG:
        count_values(state, &at, in->arg);
        return sums_add(&state->sum, &at, in->arg);
    case AGG_STDDEV:
    case AGG_VARIANCE:
        return add_moments(state, &at, in->arg);
    case AGG_MIN:
        holder_add(&state->value, &at, in->arg, -1);
        return true;
    case AGG_MAX:
        holder_add(&state->value, &at, in->arg, 1);
        return true;
    case AGG_FIRST:
    case AGG_LAST:
        state_add_ordered(state, &at, in);
        return true;
    case AGG_COUNT_DISTINCT:
    case AGG_MEDIAN:
    case AGG_PERCENTILE:
    case AGG_TEXT_LIST:
        break;
    }
    UNREACHABLE("aggregate");
}

/* ---- folding -------------------------------------------------------------- */

static void fold_counts(State *into, const Located *to, const State *from)
{
    if (from->cap_count)
        CELLS_GROW(into->count, into->cap_count, to->n_cell);
    for (uint32_t i = 0; i < to->n && i < from->cap_count; i++) {
        if (to->cell[i] != UINT32_MAX)
            into->count[to->cell[i]] += to->minus ? -from->count[i] : from->count[i];
    }
}

static bool fold_state(State *into, const Located *to, const State *from)
{
    if (state_is_bag(&into->spec)) {
        bag_fold(&into->bag, to, &from->bag);
        return true;
    }
    switch (into->spec.fn) {
    case AGG_SUM:
    case AGG_COUNT:
    case AGG_AVG:
    case AGG_STDDEV:
    case AGG_VARIANCE:
        fold_counts(into, to, from);
        return sums_fold(&into->sum, to, &from->sum) &&
               sums_fold(&into->square, to, &from->square);
    case AGG_MIN:
        holder_fold(&into->value, to, &from->value, -1);
        return true;
    case AGG_MAX:
        holder_fold(&into->value, to, &from->value, 1);
        return true;
    case AGG_FIRST:
    case AGG_LAST:
        state_fold_ordered(into, to, from);
        return true;
    case AGG_COUNT_DISTINCT:
    case AGG_MEDIAN:
    case AGG_PERCENTILE:
    case AGG_TEXT_LIST:
        break;
    }
    UNREACHABLE("aggregate");
}

/* Codes of key k of `into` for all cells of `from`; clears mask where one is dropped.
 */
static void map_key(const Cells *from, uint32_t from_key, const uint32_t *map,
                    uint32_t *key, uint8_t *mask)
{
    if (from_key == UINT32_MAX)
        return;
    for (uint32_t i = 0; i < from->n_cell; i++) {
        uint32_t code = cells_key(from, i)[from_key];
        key[i] = map ? map[code] : code;
        if (key[i] == UINT32_MAX) {
            mask[i] = 0;
            key[i] = 0;
        }
    }
}

static void place_cells(Cells *into, const Cells *from, const uint32_t *from_key,
                        const uint32_t *const *map, uint32_t *cell)
{
    uint8_t *mask = xmalloc((size_t)from->n_cell + 1);
    uint32_t **key = xcalloc(into->n_key, sizeof *key);
    for (uint32_t i = 0; i < from->n_cell; i++)
        mask[i] = 1;
    for (uint32_t k = 0; k < into->n_key; k++) {
        key[k] = xcalloc(from->n_cell, sizeof **key);
        map_key(from, from_key[k], map ? map[k] : NULL, key[k], mask);
    }
    cells_place(into, key, from->n_cell, mask, cell);
    for (uint32_t k = 0; k < into->n_key; k++)
        free(key[k]);
    free(key);
    free(mask);
}

/* cell[i]: the cell of `into` for cell i of `from`. */
static bool fold_located(Cells *into, const Cells *from, const uint32_t *cell,
                         bool minus)
{
    bool ok = true;
    Located to = {cell, from->n_cell, into->n_cell, minus};
    for (uint32_t i = 0; into->counts_rows && i < from->n_cell; i++) {
        if (cell[i] != UINT32_MAX)
            into->rows[cell[i]] += minus ? 0 - from->rows[i] : from->rows[i];
    }
    for (uint32_t i = 0; i < into->n_state && ok; i++)
        ok = fold_state(&into->state[i], &to, &from->state[i]);
    return ok;
}

bool cells_fold(Cells *into, const Cells *from, const uint32_t *from_key,
                const uint32_t *const *map)
{
    uint32_t *cell = xcalloc(from->n_cell, sizeof *cell);
    place_cells(into, from, from_key, map, cell);
    bool ok = fold_located(into, from, cell, false);
    free(cell);
    return ok;
}

/* Cells of `from`, all or those that are picked, into those with the same keys. */
static bool fold_same(Cells *into, const Cells *from, const uint8_t *pick, bool minus)
{
    uint32_t *cell = xcalloc(from->n_cell, sizeof *cell);
    uint32_t **key = xcalloc(into->n_key, sizeof *key);
    for (uint32_t k = 0; k < into->n_key; k++) {
        key[k] = xcalloc(from->n_cell, sizeof **key);
        for (uint32_t i = 0; i < from->n_cell; i++)
            key[k][i] = cells_key(from, i)[k];
    }
    cells_place(into, key, from->n_cell, pick, cell);
    bool ok = fold_located(into, from, cell, minus);
    for (uint32_t k = 0; k < into->n_key; k++)
        free(key[k]);
    free(key);
    free(cell);
    return ok;
}

bool cells_pick(Cells *into, const Cells *from, const uint8_t *pick)
{
    return fold_same(into, from, pick, false);
}

bool cells_subtract(Cells *into, const Cells *from)
{
    return fold_same(into, from, NULL, true);
}

Cells *cells_new_like(const Cells *cells, uint32_t n_key)
{
    StateSpec *spec = xcalloc(cells->n_state, sizeof *spec);
    for (uint32_t i = 0; i < cells->n_state; i++)
        spec[i] = cells->state[i].spec;
    Cells *made = cells_new(n_key, spec, cells->n_state);
    free(spec);
    return made;
}
