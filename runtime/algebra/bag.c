/* Bags: how often each value occurs in each cell, in an open hash table over (cell,
   code). To count distinct values a bit per cell and code will do, while there are not
   too many of them. What is finished from values in order (median, lists) sorts the
   pairs once, by two passes of counting. */
#include "runtime/algebra/cells_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum { SLOTS_FIRST = 64 };

void bag_init(Bag *bag, AggFn fn, Type type, bool leaves)
{
    bag->dict = key_dict_new(type);
    bag->has_bits = fn == AGG_COUNT_DISTINCT && !leaves;
    bag->n_slot = SLOTS_FIRST;
    bag->pair = xcalloc(bag->n_slot, sizeof *bag->pair);
}

static void forget_order(Bag *bag)
{
    free(bag->start);
    free(bag->order);
    bag->start = bag->order = NULL;
}

void bag_release(Bag *bag)
{
    forget_order(bag);
    key_dict_free(bag->dict);
    free(bag->pair);
    free(bag->bit);
    free(bag->distinct);
    free(bag->code);
}

size_t bag_bytes(const Bag *bag)
{
    if (!bag->dict)
        return 0;
    return bag->n_slot * sizeof(Pair) + bag->cap_bit * sizeof(uint64_t) +
           bag->cap_distinct * sizeof(uint32_t) + key_dict_bytes(bag->dict);
}

static size_t hash_pair(uint64_t key)
{
    key *= 0x9e3779b97f4a7c15u;
    key ^= key >> 32;
    return (size_t)(key * 0xff51afd7ed558ccdu >> 20);
}

static Pair *find_pair(const Bag *bag, uint64_t key)
{
    size_t mask = bag->n_slot - 1;
    size_t at = hash_pair(key) & mask;
    while (bag->pair[at].key && bag->pair[at].key != key)
        at = (at + 1) & mask;
    return &bag->pair[at];
}

static void grow_pairs(Bag *bag)
{
    Pair *old = bag->pair;
    size_t n_old = bag->n_slot;
    bag->n_slot *= 2;
    bag->pair = xcalloc(bag->n_slot, sizeof *bag->pair);
    for (size_t i = 0; i < n_old; i++) {
        if (old[i].key)
            *find_pair(bag, old[i].key) = old[i];
    }
    free(old);
}

static void add_pair(Bag *bag, uint32_t cell, uint32_t code, uint64_t n)
{
    if (bag->n_pair * 3 >= bag->n_slot * 2)
        grow_pairs(bag);
    uint64_t key = (uint64_t)cell << 32 | code;
    Pair *pair = find_pair(bag, key);
    if (!pair->key) {
        pair->key = key;
        bag->n_pair++;
    }
    bag->distinct[cell] += pair->n == 0;
    pair->n += n;
    bag->distinct[cell] -= pair->n == 0;
}

/* ---- bits ----------------------------------------------------------------- */

/* Bits in all, 32 MB; beyond that most of them would be 0 or memory short. */
enum { BITS_MAX = 1 << 28 };

static void move_word(Bag *bag, size_t at)
{
    for (uint32_t i = 0; i < 64; i++) {
        if (bag->bit[at] >> i & 1)
            add_pair(bag, (uint32_t)(at / bag->stride),
                     (uint32_t)(at % bag->stride * 64) + i, 1);
    }
}

/* Moves what the bits say into pairs. */
static void leave_bits(Bag *bag)
{
    bag->has_bits = false;
    if (bag->cap_distinct)
        memset(bag->distinct, 0, bag->cap_distinct * sizeof *bag->distinct);
    for (size_t i = 0; i < bag->cap_bit; i++) {
        if (bag->bit[i])
            move_word(bag, i);
    }
    free(bag->bit);
    bag->bit = NULL;
    bag->cap_bit = 0;
}

static void widen_bits(Bag *bag, size_t stride)
{
    size_t n_cell = bag->stride ? bag->cap_bit / bag->stride : 0;
    uint64_t *wider = xcalloc(n_cell * stride, sizeof *wider);
    for (size_t cell = 0; cell < n_cell; cell++)
        memcpy(wider + cell * stride, bag->bit + cell * bag->stride,
               bag->stride * sizeof *wider);
    free(bag->bit);
    bag->bit = wider;
    bag->cap_bit = n_cell * stride;
    bag->stride = stride;
}

/* Room for all codes in n_cell cells, as bits or, when that is too much, as pairs. */
static void make_room(Bag *bag, uint32_t n_cell)
{
    size_t stride = bag->stride ? bag->stride : 1;
    CELLS_GROW(bag->distinct, bag->cap_distinct, n_cell);
    if (!bag->has_bits)
        return;
    while (stride * 64 < key_dict_count(bag->dict))
        stride *= 2;
    if (stride * 64 > (size_t)BITS_MAX / (n_cell ? n_cell : 1)) {
        leave_bits(bag);
        return;
    }
    if (stride != bag->stride)
        widen_bits(bag, stride);
    CELLS_GROW(bag->bit, bag->cap_bit, n_cell * stride);
}

static void set_bit(Bag *bag, uint32_t cell, uint32_t code)
{
    uint64_t *word = &bag->bit[cell * bag->stride + code / 64];
    uint64_t bit = (uint64_t)1 << code % 64;
    bag->distinct[cell] += !(*word & bit);
    *word |= bit;
}

static void put(Bag *bag, uint32_t cell, uint32_t code, uint64_t n)
{
    if (bag->has_bits)
        set_bit(bag, cell, code);
    else
        add_pair(bag, cell, code, n);
}

/* ---- feeding and folding -------------------------------------------------- */

/* Rows whose pairs are fetched together before they are read. */
enum { AHEAD = 64 };

static void fetch_ahead(const Bag *bag, const Located *at, uint32_t from)
{
    uint32_t end = at->n - from > AHEAD ? from + AHEAD : at->n;
    for (uint32_t i = from; i < end; i++) {
        uint64_t key = (uint64_t)at->cell[i] << 32 | bag->code[i];
        PREFETCH(&bag->pair[hash_pair(key) & (bag->n_slot - 1)]);
    }
}

void bag_add(Bag *bag, const Located *at, const Vector *vec)
{
    forget_order(bag);
    XGROW(bag->code, bag->cap_code, at->n);
    key_dict_encode(bag->dict, vec, bag->code);
    make_room(bag, at->n_cell);
    for (uint32_t i = 0; i < at->n; i++) {
        if (!bag->has_bits && i % AHEAD == 0)
            fetch_ahead(bag, at, i);
        if (at->cell[i] != UINT32_MAX && bag->code[i])
            put(bag, at->cell[i], bag->code[i], 1);
    }
}

static void fold_bits(Bag *into, const Located *to, const Bag *from,
                      const uint32_t *code)
{
    uint32_t n_code = key_dict_count(from->dict);
    for (uint32_t cell = 0; cell < to->n && (cell + 1) * from->stride <= from->cap_bit;
         cell++) {
        const uint64_t *word = from->bit + cell * from->stride;
        for (uint32_t c = 1; to->cell[cell] != UINT32_MAX && c < n_code; c++) {
            if (!word[c / 64])
                c |= 63;
            else if (word[c / 64] >> c % 64 & 1)
                put(into, to->cell[cell], code[c], 1);
        }
    }
}

static void fold_pairs(Bag *into, const Located *to, const Bag *from,
                       const uint32_t *code)
{
    for (size_t i = 0; i < from->n_slot; i++) {
        const Pair *pair = &from->pair[i];
        if (pair->key && to->cell[pair->key >> 32] != UINT32_MAX)
            put(into, to->cell[pair->key >> 32], code[(uint32_t)pair->key],
                to->minus ? 0 - pair->n : pair->n);
    }
}

void bag_fold(Bag *into, const Located *to, const Bag *from)
{
    uint32_t n = key_dict_count(from->dict);
    uint32_t *code = xcalloc(n, sizeof *code);
    forget_order(into);
    for (uint32_t i = 0; i < n; i++)
        code[i] = key_dict_add(into->dict, key_dict_value(from->dict, i));
    make_room(into, to->n_cell);
    if (from->has_bits)
        fold_bits(into, to, from, code);
    else
        fold_pairs(into, to, from, code);
    free(code);
}

/* Starts of each bucket from its count. */
static void sum_up(uint32_t *count, size_t n)
{
    uint32_t total = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t own = count[i];
        count[i] = total;
        total += own;
    }
}

/* The slots in use in order of their values. */
static uint32_t *slots_by_value(const Bag *bag)
{
    uint32_t n_code = key_dict_count(bag->dict);
    uint32_t *rank = xcalloc(n_code, sizeof *rank);
    uint32_t *next = xcalloc((size_t)n_code + 1, sizeof *next);
    uint32_t *slots = xcalloc(bag->n_pair, sizeof *slots);
    key_dict_ranks(bag->dict, rank);
    for (size_t i = 0; i < bag->n_slot; i++) {
        if (bag->pair[i].key)
            next[rank[(uint32_t)bag->pair[i].key]]++;
    }
    sum_up(next, n_code);
    for (size_t i = 0; i < bag->n_slot; i++) {
        if (bag->pair[i].key)
            slots[next[rank[(uint32_t)bag->pair[i].key]]++] = (uint32_t)i;
    }
    free(rank);
    free(next);
    return slots;
}

static void make_order(Bag *bag, uint32_t n_cell)
{
    uint32_t *slots = slots_by_value(bag);
    uint32_t *next = xcalloc((size_t)n_cell + 1, sizeof *next);
    bag->start = xcalloc((size_t)n_cell + 1, sizeof *bag->start);
    bag->order = xcalloc(bag->n_pair + 1, sizeof *bag->order);
    for (size_t i = 0; i < bag->n_pair; i++)
        next[bag->pair[slots[i]].key >> 32]++;
    sum_up(next, (size_t)n_cell + 1);
    bag->n_start = n_cell;
    memcpy(bag->start, next, ((size_t)n_cell + 1) * sizeof *next);
    for (size_t i = 0; i < bag->n_pair; i++)
        bag->order[next[bag->pair[slots[i]].key >> 32]++] = slots[i];
    free(slots);
    free(next);
}

void bag_slice(Bag *bag, uint32_t n_cell, uint32_t cell, uint32_t *first, uint32_t *end)
{
    if (bag->n_start != n_cell)
        forget_order(bag);
    if (!bag->order)
        make_order(bag, n_cell);
    *first = bag->start[cell];
    *end = bag->start[cell + 1];
}
