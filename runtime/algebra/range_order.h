/* Numbers in a fixed order of positions, asked about runs of them: the k-th smallest of
   a run, how many of a run are below a bound. Each question takes a step per bit of the
   largest number. Only read once it is made. */
#ifndef KOERS_RUNTIME_ALGEBRA_RANGE_ORDER_H
#define KOERS_RUNTIME_ALGEBRA_RANGE_ORDER_H

#include <stdint.h>

typedef struct RangeOrder RangeOrder;

/* Of the n numbers at positions 0 to n - 1, which are not kept. Owned by the caller. */
RangeOrder *range_order_new(const uint32_t *number, uint32_t n);
void range_order_free(RangeOrder *order);

/* Of positions [lo, hi): number k from the smallest, which is number 0; k < hi - lo. */
uint32_t range_order_kth(const RangeOrder *order, uint32_t lo, uint32_t hi, uint32_t k);
/* How many numbers at [lo, hi) are less than `bound`. */
uint32_t range_order_below(const RangeOrder *order, uint32_t lo, uint32_t hi,
                           uint32_t bound);

#endif
