/* A pool of distinct texts: an array of texts by code and an open hash table from
   text to code. A child looks in its parents first, so their codes stay valid in
   it and only new texts get codes of its own. */
#include "runtime/base/intern.h"

#include "runtime/base/arena.h"
#include "runtime/base/xalloc.h"

#include <string.h>

enum { SLOTS_FIRST = 64 };

typedef struct {
    Text text;
    uint64_t hash;
} Entry;

struct Intern {
    const Intern *parent;
    uint32_t base; /* codes below belong to the parent */
    Arena *arena;  /* the bytes */
    Entry *entries;
    size_t count, cap;
    uint32_t *slots; /* index into entries plus 1; 0 is free */
    size_t n_slot;   /* a power of two, at least twice the count */
};

Intern *intern_new(const Intern *parent)
{
    Intern *pool = xcalloc(1, sizeof *pool);
    pool->parent = parent;
    pool->base = parent ? intern_count(parent) : 0;
    pool->arena = arena_new();
    pool->n_slot = SLOTS_FIRST;
    pool->slots = xcalloc(pool->n_slot, sizeof *pool->slots);
    return pool;
}

void intern_free(Intern *pool)
{
    if (!pool)
        return;
    arena_free(pool->arena);
    free(pool->entries);
    free(pool->slots);
    free(pool);
}

/* Eight bytes a step, finished so that the low bits depend on all of them. */
static uint64_t hash_text(const char *text, size_t len)
{
    uint64_t hash = 0x9e3779b97f4a7c15u ^ (len * 0xff51afd7ed558ccdu);
    while (len) {
        uint64_t word = 0;
        size_t step = len < sizeof word ? len : sizeof word;
        memcpy(&word, text, step);
        hash = (hash ^ word) * 0xc4ceb9fe1a85ec53u;
        hash ^= hash >> 29;
        text += step;
        len -= step;
    }
    return hash ^ (hash >> 32);
}

static bool is_same(const Entry *e, uint64_t hash, const char *text, size_t len)
{
    return e->hash == hash && e->text.len == len &&
           (len == 0 || memcmp(e->text.text, text, len) == 0);
}

/* The slot that holds the text, or the free one where it belongs. */
static uint32_t *find_slot(const Intern *pool, uint64_t hash, const char *text,
                           size_t len)
{
    size_t mask = pool->n_slot - 1;
    size_t at = (size_t)hash & mask;
    while (pool->slots[at] &&
           !is_same(&pool->entries[pool->slots[at] - 1], hash, text, len))
        at = (at + 1) & mask;
    return &pool->slots[at];
}

static bool find_hashed(const Intern *pool, uint64_t hash, const char *text, size_t len,
                        uint32_t *code)
{
    for (; pool; pool = pool->parent) {
        uint32_t slot = *find_slot(pool, hash, text, len);
        if (slot) {
            *code = pool->base + slot - 1;
            return true;
        }
    }
    return false;
}

bool intern_find(const Intern *pool, const char *text, size_t len, uint32_t *code)
{
    return find_hashed(pool, hash_text(text, len), text, len, code);
}

static void grow_slots(Intern *pool)
{
    free(pool->slots);
    pool->n_slot *= 2;
    pool->slots = xcalloc(pool->n_slot, sizeof *pool->slots);
    for (size_t i = 0; i < pool->count; i++) {
        size_t mask = pool->n_slot - 1;
        size_t at = (size_t)pool->entries[i].hash & mask;
        while (pool->slots[at])
            at = (at + 1) & mask;
        pool->slots[at] = (uint32_t)i + 1;
    }
}

uint32_t intern_add(Intern *pool, const char *text, size_t len)
{
    uint64_t hash = hash_text(text, len);
    uint32_t code;
    if (find_hashed(pool, hash, text, len, &code))
        return code;
    if (pool->count * 2 >= pool->n_slot)
        grow_slots(pool);
    XGROW(pool->entries, pool->cap, pool->count + 1);
    Entry *entry = &pool->entries[pool->count];
    entry->text.text = arena_strndup(pool->arena, text, len);
    entry->text.len = len;
    entry->hash = hash;
    uint32_t *slot = find_slot(pool, hash, text, len);
    pool->count++;
    *slot = (uint32_t)pool->count;
    return pool->base + (uint32_t)pool->count - 1;
}

Text intern_text(const Intern *pool, uint32_t code)
{
    while (code < pool->base && pool->parent)
        pool = pool->parent;
    return pool->entries[code - pool->base].text;
}

uint32_t intern_count(const Intern *pool)
{
    return pool->base + (uint32_t)pool->count;
}

size_t intern_bytes(const Intern *pool)
{
    return arena_used(pool->arena) + pool->cap * sizeof *pool->entries +
           pool->n_slot * sizeof *pool->slots;
}
