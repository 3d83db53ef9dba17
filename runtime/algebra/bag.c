/* Bags: how often each value occurs in each cell, in an open hash table over (cell,
   code). What is finished from values in order (median, lists) sorts the pairs once,
   by two passes of counting. */
#include "runtime/algebra/cells_internal.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum { SLOTS_FIRST = 64 };

void bag_init(Bag *bag, Type type)
{
    bag->dict = key_dict_new(type);
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
    free(bag->distinct);
    free(bag->code);
}

size_t bag_bytes(const Bag *bag)
{
    if (!bag->dict)
        return 0;
    return bag->n_slot * sizeof(Pair) + bag->cap_distinct * sizeof(uint32_t) +
           key_dict_bytes(bag->dict);
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
        bag->distinct[cell]++;
    }
    pair->n += n;
}

void bag_add(Bag *bag, const Located *at, const Vector *vec)
{
    forget_order(bag);
    CELLS_GROW(bag->distinct, bag->cap_distinct, at->n_cell);
    XGROW(bag->code, bag->cap_code, at->n);
    key_dict_encode(bag->dict, vec, bag->code);
    for (uint32_t i = 0; i < at->n; i++) {
        if (at->cell[i] != UINT32_MAX && bag->code[i])
            add_pair(bag, at->cell[i], bag->code[i], 1);
    }
}

void bag_fold(Bag *into, const Located *to, const Bag *from)
{
    uint32_t n = key_dict_count(from->dict);
    uint32_t *code = xcalloc(n, sizeof *code);
    forget_order(into);
    CELLS_GROW(into->distinct, into->cap_distinct, to->n_cell);
    for (uint32_t i = 0; i < n; i++)
        code[i] = key_dict_add(into->dict, key_dict_value(from->dict, i));
    for (size_t i = 0; i < from->n_slot; i++) {
        const Pair *pair = &from->pair[i];
        if (pair->key && to->cell[pair->key >> 32] != UINT32_MAX)
            add_pair(into, to->cell[pair->key >> 32], code[(uint32_t)pair->key],
                     pair->n);
    }
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
