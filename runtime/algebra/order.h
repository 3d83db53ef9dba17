/* Sorting row numbers. */
#ifndef KOERS_RUNTIME_ALGEBRA_ORDER_H
#define KOERS_RUNTIME_ALGEBRA_ORDER_H

#include <stdint.h>

typedef int (*OrderFn)(const void *self, uint32_t a, uint32_t b);

/* Stable: what compares equal keeps its place. */
void order_rows(uint32_t *row, uint32_t n, OrderFn compare, const void *self);
/* The same where word[row] says most of it: rows are only compared where their words
   are equal. */
void order_rows_by(uint32_t *row, uint32_t n, const int64_t *word, OrderFn compare,
                   const void *self);

#endif
