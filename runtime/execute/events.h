/* Inside execute/: event windows. events.c makes what event_read.c reads. */
#ifndef KOERS_RUNTIME_EXECUTE_EVENTS_H
#define KOERS_RUNTIME_EXECUTE_EVENTS_H

#include "runtime/algebra/event_index.h"
#include "runtime/algebra/range_order.h"
#include "runtime/execute/internal.h"

/* How a window is read. */
typedef enum {
    LOOK_COUNT,
    LOOK_SUM,
    LOOK_MEAN,
    LOOK_SPREAD,   /* variance, deviation */
    LOOK_FIRST,    /* at its beginning */
    LOOK_LAST,     /* at its end */
    LOOK_PICK,     /* first or last in another order */
    LOOK_MIDDLE,   /* median, percentile */
    LOOK_DISTINCT, /* how many differ */
    LOOK_WALK,     /* all of them, one by one */
} Look;

/* One aggregate by one K, read by all its windows and by all threads. */
struct Events {
    Events *next;
    const Leaf *leaf;
    const Binding *key;
    Look look;
    Arena *arena;
    Lookup *by_key;
    Type *key_type;
    EventIndex *index;
    const Lookup *by_self; /* rows by the source's key */
    const uint32_t *tie;   /* per row: order among events of one time; NULL: no key */
    Vector arg;            /* per event */
    int64_t *total;        /* of arg up to an event; NULL: too large */
    Decimal *wide_total, *wide_square;
    RangeOrder *order; /* of PICK and MIDDLE: `place`; of DISTINCT: `before` */
    uint32_t *place;   /* per event: its number among all in order */
    uint32_t *at;      /* the other way: per number the event */
    uint32_t *before;  /* per event: 1 + the last one before it of the same value; 0 */
    uint32_t *after;   /* per event: the next one of the same value; index->n */
};

struct EventReader {
    Executor *ex;
    const EventWindow *window;
    const Events *events;
    Probe *key, *self;
    uint32_t *row;
    EventSpan *span;
    size_t cap_row, cap_span;
};

/* Reports a number of more than 76 digits; false. */
bool event_too_large(DiagSink *sink, const Leaf *leaf);

#endif
