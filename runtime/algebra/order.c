/* A merge sort from the bottom up: stable, no worse on any input, and quick where rows
   are in order already. */
#include "runtime/algebra/order.h"

#include "runtime/base/xalloc.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    OrderFn compare;
    const void *self;
} Order;

/* Merges from[lo..mid) and from[mid..hi) into to[lo..hi). */
static void merge(const Order *order, const uint32_t *from, uint32_t *to,
                  const uint32_t edge[3])
{
    uint32_t a = edge[0];
    uint32_t b = edge[1];
    bool is_sorted =
        b >= edge[2] || order->compare(order->self, from[b - 1], from[b]) <= 0;
    if (is_sorted) {
        memcpy(to + a, from + a, (edge[2] - a) * sizeof *to);
        return;
    }
    for (uint32_t at = edge[0]; at < edge[2]; at++) {
        bool from_a =
            b >= edge[2] ||
            (a < edge[1] && order->compare(order->self, from[a], from[b]) <= 0);
        to[at] = from_a ? from[a++] : from[b++];
    }
}

void order_rows(uint32_t *row, uint32_t n, OrderFn compare, const void *self)
{
    Order order = {compare, self};
    uint32_t *spare = xcalloc((size_t)n + 1, sizeof *spare);
    uint32_t *from = row;
    uint32_t *to = spare;
    for (uint64_t width = 1; width < n; width *= 2) {
        for (uint64_t lo = 0; lo < n; lo += 2 * width) {
            uint64_t mid = lo + width < n ? lo + width : n;
            uint64_t hi = mid + width < n ? mid + width : n;
            merge(&order, from, to,
                  (uint32_t[3]){(uint32_t)lo, (uint32_t)mid, (uint32_t)hi});
        }
        uint32_t *other = from;
        from = to;
        to = other;
    }
    if (from != row && n)
        memcpy(row, from, n * sizeof *row);
    free(spare);
}

/* ---- by words ------------------------------------------------------------- */

typedef struct {
    int64_t word;
    uint32_t row;
} Worded;

static inline bool in_order(const Order *order, const Worded *a, const Worded *b)
{
    if (a->word != b->word)
        return a->word < b->word;
    return order->compare(order->self, a->row, b->row) <= 0;
}

static void merge_worded(const Order *order, const Worded *from, Worded *to,
                         const uint32_t edge[3])
{
    uint32_t a = edge[0];
    uint32_t b = edge[1];
    if (b >= edge[2] || in_order(order, &from[b - 1], &from[b])) {
        memcpy(to + a, from + a, (edge[2] - a) * sizeof *to);
        return;
    }
    for (uint32_t at = edge[0]; at < edge[2]; at++) {
        bool from_a =
            b >= edge[2] || (a < edge[1] && in_order(order, &from[a], &from[b]));
        to[at] = from_a ? from[a++] : from[b++];
    }
}

void order_rows_by(uint32_t *row, uint32_t n, const int64_t *word, OrderFn compare,
                   const void *self)
{
    Order order = {compare, self};
    Worded *from = xcalloc((size_t)n + 1, sizeof *from);
    Worded *to = xcalloc((size_t)n + 1, sizeof *to);
    for (uint32_t i = 0; i < n; i++)
        from[i] = (Worded){word[row[i]], row[i]};
    for (uint64_t width = 1; width < n; width *= 2) {
        for (uint64_t lo = 0; lo < n; lo += 2 * width) {
            uint64_t mid = lo + width < n ? lo + width : n;
            uint64_t hi = mid + width < n ? mid + width : n;
            merge_worded(&order, from, to,
                         (uint32_t[3]){(uint32_t)lo, (uint32_t)mid, (uint32_t)hi});
        }
        Worded *other = from;
        from = to;
        to = other;
    }
    for (uint32_t i = 0; i < n; i++)
        row[i] = from[i].row;
    free(from);
    free(to);
}
