/* An open hash table over tuples of codes that stand in one array. */
#include "runtime/algebra/tuples.h"

#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS_FIRST = 64 };

void tuples_init(Tuples *tuples, uint32_t width)
{
    *tuples = (Tuples){.width = width, .n_slot = SLOTS_FIRST};
    tuples->slot = xcalloc(SLOTS_FIRST, sizeof *tuples->slot);
}

void tuples_release(Tuples *tuples)
{
    free(tuples->code);
    free(tuples->slot);
    *tuples = (Tuples){0};
}

static size_t hash_codes(const uint32_t *code, uint32_t width)
{
    uint64_t hash = 0x2545f4914f6cdd1du;
    for (uint32_t i = 0; i < width; i++) {
        hash = (hash ^ code[i]) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
    }
    return (size_t)hash;
}

/* The slot that has the tuple, or the free one where it belongs. */
static size_t find_slot(const Tuples *tuples, const uint32_t *code)
{
    size_t mask = tuples->n_slot - 1;
    size_t at = hash_codes(code, tuples->width) & mask;
    while (tuples->slot[at]) {
        const uint32_t *known = tuples_at(tuples, tuples->slot[at] - 1);
        if (!tuples->width || memcmp(known, code, tuples->width * sizeof *code) == 0)
            break;
        at = (at + 1) & mask;
    }
    return at;
}

/* Puts what is not there yet into the table, with room for one more. */
static void place(Tuples *tuples)
{
    size_t n_slot = tuples->n_slot;
    while (((size_t)tuples->n + 1) * 2 > n_slot)
        n_slot *= 2;
    if (n_slot > tuples->n_slot) {
        free(tuples->slot);
        tuples->slot = xcalloc(n_slot, sizeof *tuples->slot);
        tuples->n_slot = n_slot;
        tuples->n_placed = 0;
    }
    while (tuples->n_placed < tuples->n) {
        uint32_t i = tuples->n_placed++;
        tuples->slot[find_slot(tuples, tuples_at(tuples, i))] = i + 1;
    }
}

uint32_t tuples_append(Tuples *tuples, const uint32_t *code)
{
    size_t from = (size_t)tuples->n * tuples->width;
    XGROW(tuples->code, tuples->cap, from + tuples->width + 1);
    if (tuples->width)
        memcpy(tuples->code + from, code, tuples->width * sizeof *code);
    return tuples->n++;
}

uint32_t tuples_add(Tuples *tuples, const uint32_t *code)
{
    place(tuples);
    size_t at = find_slot(tuples, code);
    if (tuples->slot[at])
        return tuples->slot[at] - 1;
    tuples->n_placed++;
    tuples->slot[at] = tuples->n + 1;
    return tuples_append(tuples, code);
}

uint32_t tuples_find(const Tuples *tuples, const uint32_t *code)
{
    if (tuples->n_placed < tuples->n)
        UNREACHABLE("tuples are not placed");
    return tuples->slot[find_slot(tuples, code)] - 1;
}
