/* Rows that hold from an instant up to another: of the rows of one key, which holds at
   a given time? Rows of a key are sorted, so a look-up is a binary search. Only read
   once it is made. */
#ifndef KOERS_RUNTIME_ALGEBRA_SPANS_H
#define KOERS_RUNTIME_ALGEBRA_SPANS_H

#include "runtime/algebra/lookup.h"

typedef struct Spans Spans;

/* Over the n rows that `by_key` was made of. `from` and `to` are dates or moments; an
   empty one is open. Times are compared by day unless `moments` is set and both sides
   are moments. Owned by the caller; the vectors are not kept. */
typedef struct {
    const Lookup *by_key;
    const Vector *key;
    const Type *key_type;
    uint32_t n_key, n;
    const Vector *from, *to;
    bool moments;
} SpansInput;
Spans *spans_new(const SpansInput *in);
void spans_free(Spans *spans);

/* row[i], as by_key finds it for value i, becomes the row that holds at `time`, a date
   or moment; UINT32_MAX where none does or the time is empty. Of several rows that
   hold, the one that began last. */
void spans_find(const Spans *spans, const Vector *time, uint32_t n, uint32_t *row);

/* The same rows, before they are replaced: next[i] is lowered to the first day behind
   `time`, a date, on which another row holds than on that day. Times are compared by
   day. */
void spans_changes(const Spans *spans, const Vector *time, uint32_t n,
                   const uint32_t *row, Day *next);

/* Of the rows whose key has `first` as its first row: how many begin while another one
   holds. 0 where `first` is not the first row of a key. */
uint32_t spans_overlaps(const Spans *spans, uint32_t first);

#endif
