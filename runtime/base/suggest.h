/* "Did you mean": the names nearest to one that was not found. */
#ifndef KOERS_RUNTIME_BASE_SUGGEST_H
#define KOERS_RUNTIME_BASE_SUGGEST_H

#include <stddef.h>

enum { SUGGEST_MAX = 3 };

typedef struct {
    const char *wanted;
    const char *found[SUGGEST_MAX]; /* the nearest; equally near ones as offered */
    size_t count;
    size_t distance; /* of each in found */
} Suggest;

/* Names further than max(1, len/3) edits (insert, delete, replace, swap; case
   is free) are never offered, but those that it leaves letters out of. */
void suggest_init(Suggest *s, const char *wanted);
/* `name` must outlive `s`. */
void suggest_offer(Suggest *s, const char *name);

#endif
