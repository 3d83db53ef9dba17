/* Rows of a source as events: grouped by a key, in order of time, so that the events of
   one key between two times are a run. Only read once it is made. */
#ifndef KOERS_RUNTIME_ALGEBRA_EVENT_INDEX_H
#define KOERS_RUNTIME_ALGEBRA_EVENT_INDEX_H

#include "runtime/algebra/vector.h"

#define EVENT_NONE UINT32_MAX

typedef struct {
    uint32_t n;            /* rows */
    const uint32_t *first; /* per row: the first row with the same key */
    const Vector *time;    /* dates or moments; rows without one are no events */
    const uint8_t *keep;   /* per row: is it an event? */
    const uint32_t *tie;   /* per row: order among events of one time; NULL: by row */
} EventInput;

typedef struct {
    uint32_t n_row, n;
    uint32_t *start; /* by first row of a key: its events, up to start[row + 1] */
    int64_t *time;   /* per event, seconds; of a date its midnight */
    uint32_t *row;   /* per event */
    uint32_t *event; /* per row; EVENT_NONE */
} EventIndex;

/* Owned by the caller. */
EventIndex *event_index_new(const EventInput *in);
void event_index_free(EventIndex *index);

/* Events [lo, hi) of one key. `self` is the one among them that is left out, or
   EVENT_NONE. */
typedef struct {
    uint32_t lo, hi, self;
} EventSpan;

/* Those of the key whose first row is `first`, with from <= time < to. */
EventSpan event_index_find(const EventIndex *index, uint32_t first, int64_t from,
                           int64_t to);
/* A place among events: in front of all of its time from this tie on. */
typedef struct {
    int64_t time;
    uint32_t tie;
} EventPlace;

/* The first event of the span that does not stand before the place; else its end.
   `tie` as the index was made with. */
uint32_t event_index_cut(const EventIndex *index, EventSpan span, EventPlace place,
                         const uint32_t *tie);
/* How many are in the span. */
static inline uint32_t event_span_count(EventSpan span)
{
    return span.hi - span.lo - (span.self != EVENT_NONE);
}
/* The last event of the span; EVENT_NONE. */
uint32_t event_span_last(EventSpan span);
/* The last of those at its earliest time; EVENT_NONE. */
uint32_t event_span_first(const EventIndex *index, EventSpan span);

/* The second at which a window begins or ends: that of `time`, and behind it with
   `past`; days are taken whole without `moments`. false: empty. */
bool event_edge(const Vector *time, uint32_t row, bool moments, bool past,
                int64_t *second);

/* Ranks of rows by several columns, compared in order; equal rows share one. */
void event_ranks(const Vector *column, const Type *type, uint32_t n_column, uint32_t n,
                 uint32_t *rank);

#endif
