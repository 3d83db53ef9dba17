/* Events lie key after key in one array. The start of a key's events is kept at the
   first row that has the key, which is what a look-up of the key finds. */
#include "runtime/algebra/event_index.h"

#include "runtime/algebra/cells.h"
#include "runtime/base/xalloc.h"

#include <stdlib.h>

enum { SECONDS_OF_DAY = 86400 };

typedef struct {
    int64_t time;
    uint32_t tie, row;
} Event;

static int compare_events(const void *a, const void *b)
{
    const Event *x = a, *y = b;
    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    if (x->tie != y->tie)
        return x->tie < y->tie ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static bool is_event(const EventInput *in, uint32_t row)
{
    return in->keep[row] && !vector_is_empty(in->time, row) &&
           (in->time->rep == VEC_DAY || in->time->rep == VEC_SEC);
}

static int64_t second_of(const Vector *time, uint32_t row)
{
    return time->rep == VEC_DAY ? (int64_t)time->v.day[row] * SECONDS_OF_DAY
                                : time->v.i64[row];
}

/* The events of each key, unsorted. */
static Event *place_events(const EventInput *in, EventIndex *index)
{
    uint32_t *next = xcalloc((size_t)in->n + 1, sizeof *next);
    for (uint32_t i = 0; i < in->n; i++)
        index->start[in->first[i] + 1] += is_event(in, i);
    for (uint32_t i = 0; i < in->n; i++) {
        index->start[i + 1] += index->start[i];
        next[i] = index->start[i];
    }
    index->n = index->start[in->n];
    Event *event = xcalloc((size_t)index->n + 1, sizeof *event);
    for (uint32_t i = 0; i < in->n; i++) {
        if (is_event(in, i))
            event[next[in->first[i]]++] =
                (Event){second_of(in->time, i), in->tie ? in->tie[i] : 0, i};
    }
    free(next);
    return event;
}

EventIndex *event_index_new(const EventInput *in)
{
    EventIndex *index = xcalloc(1, sizeof *index);
    index->n_row = in->n;
    index->start = xcalloc((size_t)in->n + 2, sizeof *index->start);
    index->event = xcalloc((size_t)in->n + 1, sizeof *index->event);
    Event *event = place_events(in, index);
    index->time = xcalloc((size_t)index->n + 1, sizeof *index->time);
    index->row = xcalloc((size_t)index->n + 1, sizeof *index->row);
    for (uint32_t i = 0; i < in->n; i++) {
        uint32_t lo = index->start[i], n = index->start[i + 1] - lo;
        index->event[i] = EVENT_NONE;
        if (n > 1)
            qsort(event + lo, n, sizeof *event, compare_events);
    }
    for (uint32_t i = 0; i < index->n; i++) {
        index->time[i] = event[i].time;
        index->row[i] = event[i].row;
        index->event[event[i].row] = i;
    }
    free(event);
    return index;
}

void event_index_free(EventIndex *index)
{
    if (!index)
        return;
    free(index->start);
    free(index->time);
    free(index->row);
    free(index->event);
    free(index);
}

/* The first event in [lo, hi) that is not before `second`. */
static uint32_t first_from(const EventIndex *index, uint32_t lo, uint32_t hi,
                           int64_t second)
{
    while (lo < hi) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (index->time[middle] < second)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

EventSpan event_index_find(const EventIndex *index, uint32_t first, int64_t from,
                           int64_t to)
{
    uint32_t end = index->start[first + 1];
    EventSpan span = {.self = EVENT_NONE};
    span.lo = first_from(index, index->start[first], end, from);
    span.hi = first_from(index, span.lo, end, to);
    return span;
}

uint32_t event_index_cut(const EventIndex *index, EventSpan span, EventPlace place,
                         const uint32_t *tie)
{
    uint32_t lo = first_from(index, span.lo, span.hi, place.time), hi = span.hi;
    while (lo < hi) {
        uint32_t middle = lo + (hi - lo) / 2;
        if (index->time[middle] == place.time && tie[index->row[middle]] < place.tie)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo;
}

uint32_t event_span_last(EventSpan span)
{
    if (!event_span_count(span))
        return EVENT_NONE;
    return span.hi - 1 == span.self ? span.hi - 2 : span.hi - 1;
}

uint32_t event_span_first(const EventIndex *index, EventSpan span)
{
    if (!event_span_count(span))
        return EVENT_NONE;
    uint32_t at = span.lo == span.self ? span.lo + 1 : span.lo;
    int64_t time = index->time[at];
    for (uint32_t i = at + 1; i < span.hi && index->time[i] == time; i++)
        at = i == span.self ? at : i;
    return at;
}

bool event_edge(const Vector *time, uint32_t row, bool moments, bool past,
                int64_t *second)
{
    if (vector_is_empty(time, row) || (time->rep != VEC_DAY && time->rep != VEC_SEC))
        return false;
    *second = second_of(time, row);
    if (!moments)
        *second = (int64_t)civil_day_of(*second) * SECONDS_OF_DAY;
    *second += !past ? 0 : moments ? 1 : SECONDS_OF_DAY;
    return true;
}

static int compare_words(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* rank[i] becomes the place of (rank[i], code[i]) among all such pairs. */
static void refine(uint32_t *rank, const uint32_t *code, uint32_t n)
{
    uint64_t *word = xcalloc((size_t)n + 1, sizeof *word);
    for (uint32_t i = 0; i < n; i++)
        word[i] = (uint64_t)rank[i] << 32 | code[i];
    qsort(word, n, sizeof *word, compare_words);
    uint32_t n_word = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!n_word || word[n_word - 1] != word[i])
            word[n_word++] = word[i];
    }
    for (uint32_t i = 0; i < n; i++) {
        uint64_t wanted = (uint64_t)rank[i] << 32 | code[i];
        const uint64_t *at =
            bsearch(&wanted, word, n_word, sizeof *word, compare_words);
        rank[i] = (uint32_t)(at - word);
    }
    free(word);
}

void event_ranks(const Vector *column, const Type *type, uint32_t n_column, uint32_t n,
                 uint32_t *rank)
{
    uint32_t *code = xcalloc((size_t)n + 1, sizeof *code);
    for (uint32_t i = 0; i < n; i++)
        rank[i] = 0;
    for (uint32_t k = 0; k < n_column; k++) {
        KeyDict *dict = key_dict_new(type[k]);
        key_dict_encode(dict, &column[k], code);
        uint32_t *place = xcalloc(key_dict_count(dict), sizeof *place);
        key_dict_ranks(dict, place);
        for (uint32_t i = 0; i < n; i++)
            code[i] = place[code[i]];
        refine(rank, code, n);
        free(place);
        key_dict_free(dict);
    }
    free(code);
}
