/* A wavelet matrix. Level by level, from the highest bit to the lowest, the numbers are
   parted by that bit, zeros first, in the order they have; a run of positions stays two
   runs. A level keeps its bits and, per word, how many ones there are before. */
#include "runtime/algebra/range_order.h"

#include "runtime/base/compiler.h"
#include "runtime/base/xalloc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_BITS = 64, LEVEL_MAX = 32 };

typedef struct {
    uint64_t *bit;
    uint32_t *before; /* per word: ones in the words before it */
    uint32_t n_zero;
} Level;

struct RangeOrder {
    uint32_t n, n_level;
    Level level[LEVEL_MAX]; /* the first is of the highest bit */
};

static uint32_t count_levels(const uint32_t *number, uint32_t n)
{
    uint32_t all = 0;
    uint32_t n_level = 0;
    for (uint32_t i = 0; i < n; i++)
        all |= number[i];
    while (n_level < LEVEL_MAX && all >> n_level)
        n_level++;
    return n_level;
}

/* Parts `from` by the bit, into `to`. */
static void make_level(Level *level, const uint32_t *from, uint32_t *to, uint32_t n,
                       uint32_t shift)
{
    size_t n_word = n / WORD_BITS + 1;
    uint32_t at = 0;
    level->bit = xcalloc(n_word, sizeof *level->bit);
    level->before = xcalloc(n_word, sizeof *level->before);
    for (uint32_t i = 0; i < n; i++) {
        if (from[i] >> shift & 1)
            level->bit[i / WORD_BITS] |= (uint64_t)1 << i % WORD_BITS;
        else
            to[at++] = from[i];
    }
    level->n_zero = at;
    for (uint32_t i = 0; i < n; i++) {
        if (from[i] >> shift & 1)
            to[at++] = from[i];
    }
    for (size_t i = 1; i < n_word; i++)
        level->before[i] = level->before[i - 1] + COUNT_BITS(level->bit[i - 1]);
}

RangeOrder *range_order_new(const uint32_t *number, uint32_t n)
{
    RangeOrder *order = xcalloc(1, sizeof *order);
    uint32_t *from = xcalloc((size_t)n + 1, sizeof *from);
    uint32_t *to = xcalloc((size_t)n + 1, sizeof *to);
    order->n = n;
    order->n_level = count_levels(number, n);
    memcpy(from, number, n * sizeof *from);
    for (uint32_t i = 0; i < order->n_level; i++) {
        make_level(&order->level[i], from, to, n, order->n_level - 1 - i);
        uint32_t *done = from;
        from = to;
        to = done;
    }
    free(from);
    free(to);
    return order;
}

void range_order_free(RangeOrder *order)
{
    if (!order)
        return;
    for (uint32_t i = 0; i < order->n_level; i++) {
        free(order->level[i].bit);
        free(order->level[i].before);
    }
    free(order);
}

/* Ones before position i. */
static uint32_t ones(const Level *level, uint32_t i)
{
    uint64_t part = level->bit[i / WORD_BITS] & (((uint64_t)1 << i % WORD_BITS) - 1);
    return level->before[i / WORD_BITS] + COUNT_BITS(part);
}

/* The run of the next level that holds the zeros, or the ones, of this one. */
static void descend(const Level *level, bool one, uint32_t *lo, uint32_t *hi)
{
    uint32_t before = ones(level, *lo), until = ones(level, *hi);
    *lo = one ? level->n_zero + before : *lo - before;
    *hi = one ? level->n_zero + until : *hi - until;
}

uint32_t range_order_kth(const RangeOrder *order, uint32_t lo, uint32_t hi, uint32_t k)
{
    uint32_t res = 0;
    for (uint32_t i = 0; i < order->n_level; i++) {
        const Level *level = &order->level[i];
        uint32_t n_zero = hi - lo - (ones(level, hi) - ones(level, lo));
        bool one = k >= n_zero;
        descend(level, one, &lo, &hi);
        k -= one ? n_zero : 0;
        res = res << 1 | one;
    }
    return res;
}

uint32_t range_order_below(const RangeOrder *order, uint32_t lo, uint32_t hi,
                           uint32_t bound)
{
    uint32_t res = 0;
    if (order->n_level < LEVEL_MAX && bound >> order->n_level)
        return hi - lo;
    for (uint32_t i = 0; i < order->n_level; i++) {
        const Level *level = &order->level[i];
        bool one = bound >> (order->n_level - 1 - i) & 1;
        if (one)
            res += hi - lo - (ones(level, hi) - ones(level, lo));
        descend(level, one, &lo, &hi);
    }
    return res;
}
