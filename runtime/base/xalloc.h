/* Allocation that does not fail: when memory is gone the process says so and
   ends at once, with status XALLOC_EXIT. Sizes that overflow count as memory that is
   gone. */
#ifndef KOERS_RUNTIME_BASE_XALLOC_H
#define KOERS_RUNTIME_BASE_XALLOC_H

#include <stddef.h>

enum { XALLOC_EXIT = 70 };

void *xmalloc(size_t size);
/* Zeroed. */
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *block, size_t count, size_t size);
char *xstrdup(const char *text);
char *xstrndup(const char *text, size_t len);

/* Returns `block` (elements of `size` bytes, capacity `*cap`), grown where needed so
   that `need` elements fit; doubles, so that appending is linear. */
void *xgrow_more(void *block, size_t *cap, size_t need, size_t size);
static inline void *xgrow(void *block, size_t *cap, size_t need, size_t size)
{
    return need <= *cap ? block : xgrow_more(block, cap, need, size);
}

/* `array` is an lvalue, `cap` a size_t lvalue. */
#define XGROW(array, cap, need)                                                        \
    ((array) = xgrow((array), &(cap), (need), sizeof *(array)))

#endif
