/* Cells by codes. While the codes of all keys together need at most 22 bits, packed
   codes index an array; beyond that, or with many codes, cells are hashed. Either way
   cells are numbered in the order in which they are met. */
#include "runtime/algebra/cells.h"

#include "runtime/algebra/cells_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum { DENSE_BITS = 22, SLOTS_FIRST = 1024 };

void *cells_grow(void *array, size_t *cap, size_t need, size_t size)
{
    size_t old = *cap;
    if (need <= old)
        return array;
    array = xgrow(array, cap, need, size);
    memset((char *)array + old * size, 0, (*cap - old) * size);
    return array;
}

static uint32_t bits_for(uint32_t codes)
{
    uint32_t bits = 0;
    while (bits < 32 && codes >> bits)
        bits++;
    return bits;
}

static uint32_t total_bits(const Cells *cells)
{
    uint32_t total = 0;
    for (uint32_t k = 0; k < cells->n_key; k++)
        total += cells->bits[k];
    return total;
}

Cells *cells_new(uint32_t n_key, const StateSpec *spec, uint32_t n_state)
{
    Cells *cells = xcalloc(1, sizeof *cells);
    cells->n_key = n_key;
    cells->n_state = n_state;
    cells->bits = xcalloc(n_key, sizeof *cells->bits);
    cells->wanted = xcalloc(n_key, sizeof *cells->wanted);
    cells->is_dense = true;
    cells->n_slot = 1;
    cells->slot = xcalloc(1, sizeof *cells->slot);
    cells->state = xcalloc(n_state, sizeof *cells->state);
    for (uint32_t i = 0; i < n_state; i++) {
        State *state = &cells->state[i];
        state->spec = spec[i];
        cells->counts_rows |= spec[i].leaves;
        holder_init(&state->value, spec[i].type);
        holder_init(&state->by, spec[i].by_type);
        state->tie = xcalloc(spec[i].n_tie, sizeof *state->tie);
        if (state_is_bag(&spec[i]))
            bag_init(&state->bag, spec[i].fn, spec[i].type, spec[i].leaves);
    }
    return cells;
}

static void release_state(State *state)
{
    free(state->count);
    sums_release(&state->sum);
    sums_release(&state->square);
    holder_release(&state->value);
    holder_release(&state->by);
    for (uint32_t i = 0; i < state->spec.n_tie; i++)
        holder_release(&state->tie[i]);
    free(state->tie);
    bag_release(&state->bag);
}

void cells_free(Cells *cells)
{
    if (!cells)
        return;
    for (uint32_t i = 0; i < cells->n_state; i++)
        release_state(&cells->state[i]);
    free(cells->state);
    free(cells->bits);
    free(cells->wanted);
    free(cells->slot);
    free(cells->key);
    free(cells->rows);
    free(cells);
}

uint32_t cells_count(const Cells *cells)
{
    return cells->n_cell;
}

uint32_t cells_n_key(const Cells *cells)
{
    return cells->n_key;
}

const uint32_t *cells_key(const Cells *cells, uint32_t cell)
{
    return cells->key + (size_t)cell * cells->n_key;
}

bool cells_has_rows(const Cells *cells, uint32_t cell)
{
    return !cells->counts_rows || (cell < cells->cap_rows && cells->rows[cell] != 0);
}

static size_t state_bytes(const State *state)
{
    size_t bytes = state->cap_count * sizeof(int64_t) + sums_bytes(&state->sum) +
                   sums_bytes(&state->square) + holder_bytes(&state->value) +
                   holder_bytes(&state->by) + bag_bytes(&state->bag);
    for (uint32_t i = 0; i < state->spec.n_tie; i++)
        bytes += holder_bytes(&state->tie[i]);
    return bytes;
}

size_t cells_bytes(const Cells *cells)
{
    size_t bytes = sizeof *cells + cells->n_slot * sizeof(uint32_t) +
                   cells->cap_key * sizeof(uint32_t) +
                   cells->cap_rows * sizeof(uint64_t);
    for (uint32_t i = 0; i < cells->n_state; i++)
        bytes += state_bytes(&cells->state[i]);
    return bytes;
}

/* ---- places --------------------------------------------------------------- */

static size_t pack(const Cells *cells, const uint32_t *key)
{
    size_t packed = 0;
    for (uint32_t k = 0; k < cells->n_key; k++)
        packed = packed << cells->bits[k] | key[k];
    return packed;
}

static size_t hash_key(const uint32_t *key, uint32_t n_key)
{
    uint64_t hash = 0x9e3779b97f4a7c15u;
    for (uint32_t k = 0; k < n_key; k++) {
        hash = (hash ^ key[k]) * 0xff51afd7ed558ccdu;
        hash ^= hash >> 32;
    }
    return (size_t)hash;
}

static bool same_key(const Cells *cells, uint32_t cell, const uint32_t *key)
{
    const uint32_t *own = cells_key(cells, cell);
    for (uint32_t k = 0; k < cells->n_key; k++) {
        if (own[k] != key[k])
            return false;
    }
    return true;
}

/* The slot of a hashed key, or the free one where it belongs. */
static uint32_t *find_hashed(const Cells *cells, const uint32_t *key, size_t hash)
{
    size_t at = hash & (cells->n_slot - 1);
    while (cells->slot[at] && !same_key(cells, cells->slot[at] - 1, key))
        at = (at + 1) & (cells->n_slot - 1);
    return &cells->slot[at];
}

static uint32_t *find_slot(const Cells *cells, const uint32_t *key)
{
    return find_hashed(cells, key, hash_key(key, cells->n_key));
}

static void rebuild(Cells *cells, size_t n_slot)
{
    free(cells->slot);
    cells->n_slot = n_slot;
    cells->slot = xcalloc(n_slot, sizeof *cells->slot);
    for (uint32_t cell = 0; cell < cells->n_cell; cell++) {
        const uint32_t *key = cells_key(cells, cell);
        if (cells->is_dense)
            cells->slot[pack(cells, key)] = cell + 1;
        else
            *find_slot(cells, key) = cell + 1;
    }
}

static void start_hashing(Cells *cells)
{
    size_t n_slot = SLOTS_FIRST;
    while (n_slot < (size_t)cells->n_cell * 4)
        n_slot *= 2;
    cells->is_dense = false;
    rebuild(cells, n_slot);
}

/* Makes room for codes of key k below 2^wanted[k]. */
static void make_room(Cells *cells)
{
    bool grown = false;
    for (uint32_t k = 0; k < cells->n_key; k++) {
        if (cells->wanted[k] <= cells->bits[k])
            continue;
        grown = true;
        cells->bits[k] = cells->wanted[k];
    }
    if (!grown || !cells->is_dense)
        return;
    if (total_bits(cells) > DENSE_BITS)
        start_hashing(cells);
    else
        rebuild(cells, (size_t)1 << total_bits(cells));
}

void cells_expect(Cells *cells, const uint32_t *code_count)
{
    for (uint32_t k = 0; k < cells->n_key; k++)
        cells->wanted[k] = code_count[k] ? bits_for(code_count[k] - 1) : 0;
    make_room(cells);
}

static uint32_t add_cell(Cells *cells, uint32_t *const *key, uint32_t row)
{
    uint32_t cell = cells->n_cell++;
    XGROW(cells->key, cells->cap_key, (size_t)cells->n_cell * cells->n_key + 1);
    for (uint32_t k = 0; k < cells->n_key; k++)
        cells->key[(size_t)cell * cells->n_key + k] = key[k][row];
    return cell;
}

static void fit_codes(Cells *cells, uint32_t *const *key, uint32_t n)
{
    for (uint32_t k = 0; k < cells->n_key; k++) {
        uint32_t seen = 0;
        for (uint32_t i = 0; i < n; i++)
            seen |= key[k][i];
        cells->wanted[k] = bits_for(seen);
    }
    make_room(cells);
}

static void place_dense(Cells *cells, uint32_t *const *key, uint32_t n,
                        const uint8_t *mask, uint32_t *cell)
{
    memset(cell, 0, n * sizeof *cell);
    for (uint32_t k = 0; k < cells->n_key; k++) {
        uint32_t bits = cells->bits[k];
        for (uint32_t i = 0; i < n; i++)
            cell[i] = cell[i] << bits | key[k][i];
    }
    for (uint32_t i = 0; i < n; i++) {
        if (mask && !mask[i]) {
            cell[i] = UINT32_MAX;
            continue;
        }
        uint32_t *slot = &cells->slot[cell[i]];
        if (!*slot)
            *slot = add_cell(cells, key, i) + 1;
        cell[i] = *slot - 1;
    }
}

/* Rows whose slots are fetched together before they are read. */
enum { AHEAD = 64 };

static void place_ahead(Cells *cells, uint32_t *const *key, const uint32_t range[2],
                        const uint8_t *mask, uint32_t *cell)
{
    size_t hash[AHEAD];
    uint32_t *own = cells->wanted;
    for (uint32_t i = range[0]; i < range[1]; i++) {
        for (uint32_t k = 0; k < cells->n_key; k++)
            own[k] = key[k][i];
        hash[i - range[0]] = hash_key(own, cells->n_key);
        PREFETCH(&cells->slot[hash[i - range[0]] & (cells->n_slot - 1)]);
    }
    for (uint32_t i = range[0]; i < range[1]; i++) {
        uint32_t at = cells->slot[hash[i - range[0]] & (cells->n_slot - 1)];
        if (at)
            PREFETCH(cells_key(cells, at - 1));
    }
    for (uint32_t i = range[0]; i < range[1]; i++) {
        cell[i] = UINT32_MAX;
        if (mask && !mask[i])
            continue;
        for (uint32_t k = 0; k < cells->n_key; k++)
            own[k] = key[k][i];
        uint32_t *slot = find_hashed(cells, own, hash[i - range[0]]);
        if (!*slot)
            *slot = add_cell(cells, key, i) + 1;
        cell[i] = *slot - 1;
    }
}

static void place_hashed(Cells *cells, uint32_t *const *key, uint32_t n,
                         const uint8_t *mask, uint32_t *cell)
{
    for (uint32_t lo = 0; lo < n; lo += AHEAD) {
        uint32_t hi = n - lo > AHEAD ? lo + AHEAD : n;
        while (((size_t)cells->n_cell + AHEAD) * 2 >= cells->n_slot)
            rebuild(cells, cells->n_slot * 2);
        place_ahead(cells, key, (const uint32_t[]){lo, hi}, mask, cell);
    }
}

void cells_place(Cells *cells, uint32_t *const *key, uint32_t n, const uint8_t *mask,
                 uint32_t *cell)
{
    if (cells->is_dense)
        fit_codes(cells, key, n);
    if (cells->is_dense)
        place_dense(cells, key, n, mask, cell);
    else
        place_hashed(cells, key, n, mask, cell);
    if (cells->counts_rows)
        CELLS_GROW(cells->rows, cells->cap_rows, cells->n_cell);
}

void cells_reserve(Cells *cells, uint32_t n)
{
    size_t n_slot = cells->n_slot;
    while (((size_t)cells->n_cell + n + AHEAD) * 2 >= n_slot)
        n_slot *= 2;
    if (!cells->is_dense && n_slot > cells->n_slot)
        rebuild(cells, n_slot);
}

void cells_locate(Cells *cells, uint32_t *const *key, uint32_t n, const uint8_t *mask,
                  uint32_t *cell)
{
    cells_place(cells, key, n, mask, cell);
    for (uint32_t i = 0; cells->counts_rows && i < n; i++) {
        if (cell[i] != UINT32_MAX)
            cells->rows[cell[i]]++;
    }
}

uint32_t cells_find(const Cells *cells, const uint32_t *key)
{
    if (!cells->is_dense)
        return *find_slot(cells, key) - 1;
    for (uint32_t k = 0; k < cells->n_key; k++) {
        if (bits_for(key[k]) > cells->bits[k])
            return UINT32_MAX;
    }
    return cells->slot[pack(cells, key)] - 1;
}

uint32_t cells_find_near(const Cells *cells, uint32_t near, const uint32_t *key)
{
    bool is_there = near < cells->n_cell && same_key(cells, near, key);
    return is_there ? near : cells_find(cells, key);
}
